//! Delegations over time for people: as text, as a table for spreadsheets, and as a page with a matrix.

#[cfg(feature = "human")]
mod csv;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "human")]
mod text;

use crate::delegations::{
    DelegationNote, DelegationPair, DelegationState, Delegations, Exercise, ExerciseStretch, Handover, NoteCause, Party,
};
use crate::lang::Lang;
use crate::model::{Date, Text, Written};
use crate::print::excerpt;
use crate::writer::say;

#[cfg(feature = "human")]
pub use csv::write_csv;
#[cfg(feature = "html")]
pub use html::write_html;
#[cfg(feature = "human")]
pub use text::write_text;

/// What stands where nothing is stated.
const NOTHING: &str = "–";

/// What the page is about, and as of which day.
fn subject(delegations: &Delegations, lang: Lang) -> String {
    match (lang, delegations.as_of) {
        (Lang::Zh, Some(day)) => format!("苏木乡镇赋权事项，状态截至{}", day.in_chinese()),
        (Lang::Zh, None) => "苏木乡镇赋权事项，未给出日期，状态不明".to_owned(),
        (Lang::En, Some(day)) => format!("Powers delegated to townships, states as of {day}"),
        (Lang::En, None) => "Powers delegated to townships; no day was given, so no state is known".to_owned(),
    }
}

/// How many items, townships and pairs there are.
fn extent(delegations: &Delegations, lang: Lang) -> String {
    let counts = &delegations.counts;
    let (items, receivers, pairs) = (counts.items, counts.receivers, counts.pairs);
    if delegations.pairs.is_empty() {
        // Not held is not none.
        let none = (
            "目录中没有可以列出的赋权记录；没有收录，不等于没有赋权",
            "The catalog has no delegation to list; that does not say there is none",
        );
        return say(lang, none.0, none.1).to_owned();
    }
    match lang {
        Lang::Zh => {
            format!("{items} 个事项 × {receivers} 个承接主体，共 {pairs} 项次（一个事项由一个苏木乡镇承接，计一项次）")
        }
        Lang::En => format!("{items} items × {receivers} receivers: {pairs} pairs of item and township"),
    }
}

/// The numbers of pairs: what is counted, and how many.
fn numbers(delegations: &Delegations, lang: Lang) -> Vec<(&'static str, Option<u64>)> {
    if delegations.pairs.is_empty() {
        return Vec::new();
    }
    let counts = &delegations.counts;
    let all = [
        (("已认领", "Claimed"), counts.claimed),
        (("已公布", "Published by the township"), counts.published),
        (("尚未生效", "Not yet effective"), Some(counts.not_yet_effective)),
        (("生效中", "In force"), Some(counts.in_force)),
        (("已终止", "Ended"), Some(counts.ended)),
        (("已收回", "Returned"), Some(counts.returned)),
        (("状态不明", "State not known"), Some(counts.unknown)),
        (("已评估", "Evaluated"), counts.evaluated),
        (("有空档", "With a gap"), Some(counts.with_gap)),
        (("有重复行使", "With double exercise"), Some(counts.with_double_exercise)),
        (("有其他提示", "With other notes"), Some(counts.with_other_notes)),
    ];
    all.into_iter().map(|((zh, en), number)| (say(lang, zh, en), number)).collect()
}

/// What cannot be shown: delegations without a receiver, and fields that the source does not hold.
fn left_out(delegations: &Delegations, lang: Lang) -> Vec<String> {
    let mut told = Vec::new();
    if !delegations.without_receiver.is_empty() {
        let ids: Vec<String> = delegations.without_receiver.iter().map(|id| excerpt(id.as_str())).collect();
        let ids = ids.join(say(lang, "、", ", "));
        told.push(match lang {
            Lang::Zh => format!("未写明承接主体，未列入的赋权记录：{ids}"),
            Lang::En => format!("Delegations left out, as it is not stated who receives: {ids}"),
        });
    }
    if let Some(id) = &delegations.cut_at {
        let id = excerpt(id.as_str());
        told.push(match lang {
            Lang::Zh => format!("项次过多，自赋权记录 {id} 起未再列出，以上数字不全"),
            Lang::En => {
                format!("Too many pairs: from the delegation {id} on none are listed, and the numbers are not whole")
            }
        });
    }
    if !delegations.not_held.is_empty() {
        let fields = crate::writer::fields(&delegations.not_held, lang);
        told.push(match lang {
            Lang::Zh => format!("来源未采集，不作结论：{fields}"),
            Lang::En => format!("Not held by the source, so nothing is concluded: {fields}"),
        });
    }
    told
}

/// The columns of a handover in a table for reading.
fn columns(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["状态", "方式", "认领", "公布", "生效", "最近评估", "终止或收回"],
        Lang::En => ["state", "mode", "claimed", "published", "effective", "last evaluated", "ended or returned"],
    }
}

/// The cells of a handover, under [`columns`].
fn cells(handover: &Handover, lang: Lang) -> [String; 7] {
    let nothing = || NOTHING.to_owned();
    let claimed = match handover.claimed {
        Some(true) => day_or(handover.claimed_on.as_ref(), say(lang, "已认领", "yes")),
        Some(false) => say(lang, "未列入", "not listed").to_owned(),
        None => nothing(),
    };
    let published = if handover.is_published() {
        day_or(handover.published_on.as_ref(), say(lang, "已公布", "yes"))
    } else {
        nothing()
    };
    let evaluated = match handover.outcome {
        Some(outcome) => {
            let outcome = say(lang, outcome.title_zh(), outcome.as_str()).replace('_', " ");
            format!("{} {outcome}", day_or(handover.evaluated_on.as_ref(), NOTHING))
        }
        None => nothing(),
    };
    let ended = match (&handover.returned_on, &handover.ended_on, &handover.term_until) {
        (Some(returned), Some(ended), _) if ended != returned => {
            let (end, back) = (say(lang, "终止", "ended"), say(lang, "收回", "returned"));
            format!("{} {end} {} {back}", shown(ended), shown(returned))
        }
        (Some(returned), _, _) => format!("{} {}", shown(returned), say(lang, "收回", "returned")),
        (None, Some(ended), _) => format!("{} {}", shown(ended), say(lang, "终止", "ended")),
        (None, None, Some(until)) => format!("{} {}", shown(until), say(lang, "委托期满", "end of term")),
        (None, None, None) => nothing(),
    };
    [
        state(handover.state, lang),
        say(lang, handover.mode.title_zh(), handover.mode.as_str()).to_owned(),
        claimed,
        published,
        day_or(handover.effective_on.as_ref(), NOTHING),
        evaluated,
        ended,
    ]
}

fn shown(day: &Written<Date>) -> String {
    excerpt(day.text())
}

fn day_or(day: Option<&Written<Date>>, otherwise: &str) -> String {
    day.map_or_else(|| otherwise.to_owned(), shown)
}

fn state(state: DelegationState, lang: Lang) -> String {
    say(lang, state.title_zh(), state.as_str()).replace('_', " ")
}

/// The name of the power, with its own name among the delegated ones where that is another.
fn item(pair: &DelegationPair, handover: &Handover, lang: Lang) -> String {
    let own = handover.name.as_ref().map(Text::as_str).filter(|name| *name != pair.called());
    match own {
        Some(own) => {
            let (open, close) = (say(lang, "（", " ("), say(lang, "）", ")"));
            format!("{}{open}{}{close}", excerpt(pair.called()), excerpt(own))
        }
        None => excerpt(pair.called()),
    }
}

/// From whom the power came, and to whom where that is not the township itself.
fn way(pair: &DelegationPair, handover: &Handover) -> String {
    let from = excerpt(handover.from.called());
    if pair.receiver.id == pair.listed_under().id {
        return from;
    }
    format!("{from} → {}", excerpt(pair.receiver.called()))
}

/// Who exercises the power since when, as one line.
fn line(pair: &DelegationPair, lang: Lang) -> String {
    let stretches = pair.stretches.iter().map(|stretch| {
        let who = exercised(stretch, lang);
        match (stretch.from, lang) {
            (None, _) => who,
            (Some(from), Lang::Zh) => format!("{}起 {who}", from.in_chinese()),
            (Some(from), Lang::En) => format!("from {from} {who}"),
        }
    });
    stretches.collect::<Vec<_>>().join(" → ")
}

fn exercised(stretch: &ExerciseStretch, lang: Lang) -> String {
    let names: Vec<String> = stretch.exercised_by.iter().map(|body| excerpt(body.called())).collect();
    let names = names.join(say(lang, "、", ", "));
    match stretch.exercise {
        Exercise::Nobody => say(lang, "无主体行使", "nobody").to_owned(),
        Exercise::NotKnown => say(lang, "行使主体不明", "not known who").to_owned(),
        Exercise::InNameOfOrigin => {
            let origin = stretch.holder.as_ref().map_or_else(String::new, |body| excerpt(body.called()));
            match lang {
                Lang::Zh => format!("{names}（以{origin}名义）"),
                Lang::En => format!("{names} (in the name of {origin})"),
            }
        }
        Exercise::Both => format!("{names}{}", say(lang, "（同时行使）", " (both)")),
        Exercise::Origin | Exercise::Receiver => names,
    }
}

/// The notes of all pairs, each with its pair.
fn notes(delegations: &Delegations) -> impl Iterator<Item = (&DelegationPair, &DelegationNote)> {
    delegations.pairs.iter().flat_map(|pair| pair.notes.iter().map(move |note| (pair, note)))
}

/// A note as a sentence: what there is, when, and why.
fn noted(note: &DelegationNote, lang: Lang) -> String {
    let why = match (lang, note.cause) {
        (Lang::Zh, cause) => cause.title_zh(),
        (Lang::En, NoteCause::OriginStillExercises) => "the origin goes on, and no division of cases is stated",
        (Lang::En, NoteCause::DelegationsOverlap) => "delegations of the same power overlap",
        (Lang::En, NoteCause::ClaimedLater) => "claimed only after it took effect",
        (Lang::En, NoteCause::ReturnedLater) => "returned only after it ended",
        (Lang::En, NoteCause::NotReturned) => "ended, and no return is stated",
        (Lang::En, NoteCause::NotAmongClaims) => "others claimed, and this one is not listed",
        (Lang::En, NoteCause::NotAmongReceivers) => "claimed, and not among the receivers",
        (Lang::En, NoteCause::StartNotKnown) => "the day of taking effect is not stated or cannot be read",
        (Lang::En, NoteCause::EndNotKnown) => "the day of the end is not held or cannot be read",
        (Lang::En, NoteCause::DaysContradict) => {
            "it ends no later than it takes effect, so the days contradict each other"
        }
    };
    let kind = say(lang, note.kind.title_zh(), note.kind.as_str()).replace('_', " ");
    match lang {
        Lang::Zh => format!("{kind}：{}，{why}", period(note.from, note.before, lang)),
        Lang::En => format!("{kind}: {}, {why}", period(note.from, note.before, lang)),
    }
}

/// A period in words; its last day is the one before the second.
fn period(from: Option<Date>, before: Option<Date>, lang: Lang) -> String {
    match (lang, from, before) {
        (Lang::Zh, Some(from), Some(before)) => format!("{}起至{}前", from.in_chinese(), before.in_chinese()),
        (Lang::Zh, Some(from), None) => format!("{}起", from.in_chinese()),
        (Lang::Zh, None, Some(before)) => format!("{}前", before.in_chinese()),
        (Lang::Zh, None, None) => "起止不明".to_owned(),
        (Lang::En, Some(from), Some(before)) => format!("from {from} until before {before}"),
        (Lang::En, Some(from), None) => format!("from {from} on"),
        (Lang::En, None, Some(before)) => format!("before {before}"),
        (Lang::En, None, None) => "period not known".to_owned(),
    }
}

/// The pairs of each township, in the order of the townships.
fn by_township(delegations: &Delegations) -> impl Iterator<Item = (&Party, Vec<&DelegationPair>)> {
    let mut of: std::collections::HashMap<&str, Vec<&DelegationPair>> = std::collections::HashMap::new();
    for pair in &delegations.pairs {
        of.entry(pair.listed_under().id.as_str()).or_default().push(pair);
    }
    delegations.townships.iter().map(move |township| (township, of.remove(township.id.as_str()).unwrap_or_default()))
}
