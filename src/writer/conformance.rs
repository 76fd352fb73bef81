//! A catalog beside the superior lists for people: as text, as a table for spreadsheets, as a page, and as Markdown.

#[cfg(feature = "human")]
mod csv;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "human")]
mod markdown;
#[cfg(feature = "human")]
mod text;

use crate::conformance::{
    Backing, Conformance, ConformanceClass, ConformanceItem, Departure, DepartureKind, MissingItem, NotToldCause,
};
use crate::lang::Lang;
use crate::print::{excerpt, in_title_marks};
use crate::writer::say;

#[cfg(feature = "human")]
pub use csv::write_csv;
#[cfg(feature = "html")]
pub use html::write_html;
#[cfg(feature = "human")]
pub use markdown::write_markdown;
#[cfg(feature = "human")]
pub use text::write_text;

/// A value of a closed list: its Chinese title, or its wire name as words.
fn word(zh: &'static str, en: &'static str, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.replace('_', " "),
    }
}

fn class(class: ConformanceClass, lang: Lang) -> String {
    word(class.title_zh(), class.as_str(), lang)
}

fn cause(cause: NotToldCause, lang: Lang) -> String {
    word(cause.title_zh(), cause.as_str(), lang)
}

fn departure_kind(kind: DepartureKind, lang: Lang) -> String {
    word(kind.title_zh(), kind.as_str(), lang)
}

fn backing(backing: Backing, lang: Lang) -> String {
    word(backing.title_zh(), backing.as_str(), lang)
}

/// Which lists, and as of which day.
fn subject(conformance: &Conformance, lang: Lang) -> String {
    let lists: Vec<String> = conformance.superiors.iter().map(|list| in_title_marks(list.title.as_str())).collect();
    let lists = lists.join(say(lang, "、", ", "));
    match (lang, conformance.as_of) {
        (Lang::Zh, Some(day)) => format!("与上级清单{lists}对照，法律文件以{}为准", day.in_chinese()),
        (Lang::Zh, None) => format!("与上级清单{lists}对照，未给出日期"),
        (Lang::En, Some(day)) => format!("Beside the superior list {lists}, instruments as of {day}"),
        (Lang::En, None) => format!("Beside the superior list {lists}, as of no day in particular"),
    }
}

/// The counts: what is counted, and how many.
fn numbers(conformance: &Conformance, lang: Lang) -> Vec<(String, u64)> {
    let counts = &conformance.counts;
    let mut all = vec![(say(lang, "有效事项", "Items in force").to_owned(), counts.items)];
    all.extend(ConformanceClass::ALL.iter().map(|&one| (class(one, lang), counts.of_class(one))));
    all.push((say(lang, "未认领", "not claimed").to_owned(), counts.missing));
    if counts.perhaps_missing > 0 {
        let label = say(lang, "未列出，本清单未声明完整", "not there, in a list that is not declared complete");
        all.push((label.to_owned(), counts.perhaps_missing));
    }
    all.extend(counts.by_departure.iter().map(|(&kind, &count)| (departure_kind(kind, lang), count)));
    all
}

/// An item in a line: type, name, id.
fn item(item: &ConformanceItem, lang: Lang) -> String {
    let (open, close) = (say(lang, "〔", " ["), say(lang, "〕", "]"));
    let kind = word(item.item_type.title_zh(), item.item_type.as_str(), lang);
    format!("{}{open}{kind}，{}{close}", excerpt(item.name.as_str()), excerpt(item.id.as_str()))
}

/// An item that is missing, in a line: type, name, and the list that has it.
fn missing(missing: &MissingItem, lang: Lang) -> String {
    let (open, close) = (say(lang, "〔", " ["), say(lang, "〕", "]"));
    let item = &missing.item;
    let kind = word(item.item_type.title_zh(), item.item_type.as_str(), lang);
    let list = in_title_marks(item.list.as_str());
    let cause = missing.cause.map(|why| format!("，{}", cause(why, lang))).unwrap_or_default();
    format!("{}{open}{kind}，{list}{cause}{close}", excerpt(item.name.as_str()))
}

/// A departure in a line: what differs, and both values.
fn departure(departure: &Departure, lang: Lang) -> String {
    let value = |value: Option<&String>| value.map_or_else(|| "–".to_owned(), |value| excerpt(value));
    let (superior, local) = (value(departure.superior.as_ref()), value(departure.local.as_ref()));
    let kind = departure_kind(departure.kind, lang);
    let on = departure.backing.map(|on| format!("{}{}", say(lang, "；", "; "), backing(on, lang))).unwrap_or_default();
    match lang {
        Lang::Zh => format!("{kind}：上级清单 {superior}，本清单 {local}{on}"),
        Lang::En => format!("{kind}: superior list {superior}, here {local}{on}"),
    }
}

/// The items that nothing authorises, those with departures, and why others are not told with how many they are.
fn outside(conformance: &Conformance) -> impl Iterator<Item = &ConformanceItem> {
    conformance.of_class(ConformanceClass::NotAuthorised)
}

fn departing(conformance: &Conformance) -> impl Iterator<Item = &ConformanceItem> {
    conformance.items.iter().filter(|item| !item.departures.is_empty())
}

fn not_told(conformance: &Conformance, lang: Lang) -> Vec<(String, u64)> {
    let mut causes: std::collections::BTreeMap<NotToldCause, u64> = std::collections::BTreeMap::new();
    for why in conformance.items.iter().filter_map(|item| item.cause) {
        let count = causes.entry(why).or_default();
        *count = count.saturating_add(1);
    }
    causes.into_iter().map(|(why, count)| (cause(why, lang), count)).collect()
}

/// The headings of the parts.
fn headings(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["清单外且无依据", "未认领", "差异", "不能判断的原因"],
        Lang::En => ["Not authorised", "Not claimed", "Departures", "Why others are not told"],
    }
}
