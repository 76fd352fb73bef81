//! What a comparison says in fixed words: days, keys that were kept, doubts, causes.

use crate::diff::{Confidence, EditionSide, KeysKept, MatchedBy, UnmetCause};
use crate::lang::Lang;
use crate::model::{Date, Written};
use crate::print::printable;

/// A day of an edition: 2024年6月1日发布; as it is written where it is no day.
pub(super) fn dated(day: &Written<Date>, (zh, en): (&str, &str), lang: Lang) -> String {
    let shown = match (lang, day.text().parse::<Date>()) {
        (Lang::Zh, Ok(day)) => day.in_chinese(),
        _ => printable(day.text()).into_owned(),
    };
    match lang {
        Lang::Zh => format!("{shown}{zh}"),
        Lang::En => format!("{en} {shown}"),
    }
}

/// The day by which editions follow each other.
pub(super) fn day_of(side: &EditionSide) -> Option<Date> {
    let edition = side.edition.as_ref()?;
    [&edition.issued_on, &edition.effective_on].into_iter().flatten().find_map(|day| day.text().parse().ok())
}

/// Whether a key was kept, as a clause.
pub(super) fn kept(key: &str, kept: KeysKept, lang: Lang) -> String {
    match (lang, kept) {
        (Lang::Zh, KeysKept::Kept) => format!("{key}沿用"),
        (Lang::Zh, KeysKept::Partly) => format!("{key}部分沿用"),
        (Lang::Zh, KeysKept::Regenerated) => format!("{key}全部重编，不能按{key}对照"),
        (Lang::Zh, KeysKept::NotTold) => format!("{key}是否沿用不能判断"),
        (Lang::En, KeysKept::Kept) => format!("{key} were kept"),
        (Lang::En, KeysKept::Partly) => format!("{key} were kept in part"),
        (Lang::En, KeysKept::Regenerated) => format!("{key} were regenerated, so they compare nothing"),
        (Lang::En, KeysKept::NotTold) => format!("whether {key} were kept does not show"),
    }
}

pub(super) fn matched_by(by: MatchedBy, lang: Lang) -> &'static str {
    match (lang, by) {
        (Lang::Zh, by) => by.title_zh(),
        (Lang::En, MatchedBy::Succession) => "an adjustment",
        (Lang::En, MatchedBy::Code) => "code",
        (Lang::En, MatchedBy::Id) => "id",
        (Lang::En, MatchedBy::Name) => "name",
    }
}

pub(super) fn doubted(confidence: Confidence, by: &str, lang: Lang) -> String {
    let by_what = match (lang, by.is_empty()) {
        (_, true) => String::new(),
        (Lang::Zh, false) => format!("按{by}对应，"),
        (Lang::En, false) => format!("matched by {by}, "),
    };
    match (lang, confidence) {
        (Lang::Zh, Confidence::Possible) => format!("{by_what}待核：请核对是否为同一事项"),
        (Lang::Zh, confidence) => format!("{by_what}{}为同一事项", confidence.title_zh()),
        (Lang::En, Confidence::Possible) => format!("{by_what}to be verified: it may be another item"),
        (Lang::En, confidence) => format!("{by_what}{confidence} the same item"),
    }
}

pub(super) fn unmet_in_english(cause: UnmetCause) -> &'static str {
    match cause {
        UnmetCause::NotThere => "an item after it is not in this edition, or not in force",
        UnmetCause::StillInForce => "an item before it is still in force",
        UnmetCause::NotBefore => "an item before it was not in the previous edition",
        UnmetCause::ThereBefore => "an item that it adds was there in the previous edition already",
        UnmetCause::Unchanged => "what it changes is as before",
    }
}

/// A name of the format as a heading: `licensing_items` is Licensing items.
pub(super) fn capitalized(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
