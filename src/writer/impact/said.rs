//! What is said of an instrument and of a citation.

use std::collections::HashMap;

use crate::impact::{
    ArticleChange, ArticleSource, ImpactClass, ImpactEntry, ImpactItem, InstrumentChange, InstrumentImpact, OtherBases,
};
use crate::lang::Lang;
use crate::law::facts::EditionDay;
use crate::model::{ArticleRef, Date, Id};
use crate::print::{excerpt, in_title_marks, printable};
use crate::writer::say;

pub(super) fn class(class: ImpactClass, lang: Lang) -> String {
    let en = match class {
        ImpactClass::Unfounded => "lost its ground",
        ImpactClass::BasisEnded => "instrument ended",
        ImpactClass::Renumbered => "renumbered",
        ImpactClass::NewlyFounded => "basis came into force",
        ImpactClass::Amended => "amended",
    };
    say(lang, class.title_zh(), en).to_owned()
}

/// The title of an instrument, in 《》 in Chinese.
pub(super) fn titled(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => in_title_marks(title),
        Lang::En => format!("`{}`", excerpt(title)),
    }
}

/// What became of an instrument, as a sentence.
pub(super) fn instrument(of: &InstrumentImpact, lang: Lang) -> String {
    let title = titled(&of.title, lang);
    let since = |zh: &str, en: &str| match (lang, of.on) {
        (Lang::Zh, Some(day)) => format!("自{}起{zh}", day.in_chinese()),
        (Lang::Zh, None) => format!("已{zh}（日期不明）"),
        (Lang::En, Some(day)) => format!("{en} on {day}"),
        (Lang::En, None) => format!("{en}, on a day that is not known"),
    };
    match of.change {
        InstrumentChange::Ended => {
            let ended = if of.lapsed { since("失效", "lapsed") } else { since("废止", "was repealed") };
            format!("{title}{}{ended}{}", say(lang, "", " "), successor(of, lang))
        }
        InstrumentChange::NewEdition => {
            let came = since("施行新版本", "came into force in a new edition");
            format!("{title}{}{came}{}", say(lang, "", " "), edition(of, lang))
        }
        InstrumentChange::CameIntoForce => {
            let came = since("施行", "came into force");
            let before = say(
                lang,
                "；此前如有版本，未收录或者已经失效",
                "; an earlier edition, if there was one, is not held or had ended",
            );
            format!("{title}{}{came}{before}", say(lang, "", " "))
        }
    }
}

fn successor(of: &InstrumentImpact, lang: Lang) -> String {
    let Some(next) = &of.successor else {
        return say(lang, "，未见替代文件", "; nothing is known that took its place").to_owned();
    };
    let next = titled(next, lang);
    match (lang, of.successor_in_force) {
        (Lang::Zh, Some(true)) => format!("，现行为{next}"),
        (Lang::Zh, _) => format!("，由{next}替代"),
        (Lang::En, Some(true)) => format!("; in force is {next}"),
        (Lang::En, _) => format!(", and {next} took its place"),
    }
}

fn edition(of: &InstrumentImpact, lang: Lang) -> String {
    let made = of.edition.map(|day| match lang {
        Lang::Zh => format!("{}通过或者公布", day.in_chinese()),
        Lang::En => format!("made on {day}"),
    });
    let articles = of.last_article_before.zip(of.last_article_after).map(|(before, after)| match lang {
        Lang::Zh if before == after => format!("仍为{after}条"),
        Lang::Zh => format!("由{before}条变为{after}条"),
        Lang::En if before == after => format!("{after} articles as before"),
        Lang::En => format!("{before} articles became {after}"),
    });
    let more: Vec<String> = made.into_iter().chain(articles).collect();
    match lang {
        _ if more.is_empty() => String::new(),
        Lang::Zh => format!("（{}）", more.join("，")),
        Lang::En => format!(" ({})", more.join(", ")),
    }
}

/// How many items and citations hang on an instrument.
pub(super) fn extent(of: &InstrumentImpact, lang: Lang) -> String {
    let (items, citations, known) = (of.items, of.citations, of.articles_known);
    let mut parts = vec![match lang {
        Lang::Zh => format!("涉及事项 {items} 个"),
        Lang::En => format!("{items} items"),
    }];
    let mut and = |number: u64, zh: &str, en: &str| {
        if number > 0 {
            parts.push(match lang {
                Lang::Zh => format!("{zh} {number} 个"),
                Lang::En => format!("{number} {en}"),
            });
        }
    };
    and(of.unfounded, "其中依据失效", "of them without ground");
    and(of.renumbered, "其中条文序号变更", "of them with another number");
    if of.change != InstrumentChange::CameIntoForce {
        parts.push(match lang {
            Lang::Zh => format!("引用 {citations} 处，现条款已知 {known} 处"),
            Lang::En => format!("{citations} citations, for {known} an article is known"),
        });
    }
    parts.join(say(lang, "，", ", "))
}

/// An item with the body that answers for it.
#[cfg(feature = "human")]
pub(super) fn item(of: &ImpactItem, lang: Lang) -> String {
    let name = excerpt(&of.name);
    match (body(of), lang) {
        (None, _) => name,
        (Some(body), Lang::Zh) => format!("{name}〔{body}〕"),
        (Some(body), Lang::En) => format!("{name} [{body}]"),
    }
}

/// The body that answers for an item, by its name where that is known.
pub(super) fn body(of: &ImpactItem) -> Option<String> {
    of.body_name.as_deref().or(of.body.as_ref().map(Id::as_str)).map(excerpt)
}

/// A list of citations by what it is called within its item: `设定依据`.
pub(super) fn place(path: &str, lang: Lang) -> String {
    let whole = field(path, lang);
    let within = match lang {
        Lang::Zh => whole.split_once('的').map(|(_, within)| within.split('（').next().unwrap_or(within)),
        Lang::En => whole.split_once('.').map(|(_, within)| within),
    };
    within.unwrap_or(&whole).to_owned()
}

/// A list of citations by what it is called.
pub(super) fn field(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => crate::schema::titles::path(path),
        Lang::En => path.to_owned(),
    }
}

/// The citation as it stands there.
pub(super) fn cited(entry: &ImpactEntry, lang: Lang) -> String {
    let cited = printable(&entry.citation);
    match (&entry.cited_edition, lang) {
        (None, _) => cited.into_owned(),
        (Some(day), Lang::Zh) => {
            let day = day.parse::<EditionDay>().map_or_else(|_| excerpt(day), EditionDay::in_chinese);
            format!("{cited}（引用的是{day}的版本）")
        }
        (Some(day), Lang::En) => format!("{cited} (as of {})", excerpt(day)),
    }
}

/// What becomes of a citation: the articles in which it stands now, and how other bases stand.
pub(super) fn becomes(entry: &ImpactEntry, lang: Lang) -> String {
    let mut parts = articles(entry, lang);
    let others = entry.others.map(|others| match (entry.class, others, lang) {
        (ImpactClass::NewlyFounded, OtherBases::Stand, Lang::Zh) => "起日另有现行有效的依据",
        (ImpactClass::NewlyFounded, OtherBases::NotKnown, Lang::Zh) => "起日的其他依据未收录或者现状不明",
        (ImpactClass::NewlyFounded, OtherBases::Nothing, Lang::Zh) => "起日没有其他收录的有效依据",
        (_, OtherBases::Stand, Lang::Zh) => "该栏另有现行有效的依据",
        (_, OtherBases::NotKnown, Lang::Zh) => "该栏其他依据未收录或者现状不明",
        (_, OtherBases::Nothing, Lang::Zh) => "该栏没有其他有效依据",
        (ImpactClass::NewlyFounded, OtherBases::Stand, Lang::En) => "another basis stood on the first day",
        (ImpactClass::NewlyFounded, OtherBases::NotKnown, Lang::En) => {
            "whether another stood on the first day is not known"
        }
        (ImpactClass::NewlyFounded, OtherBases::Nothing, Lang::En) => "no other that is held stood on the first day",
        (_, OtherBases::Stand, Lang::En) => "another basis stands there",
        (_, OtherBases::NotKnown, Lang::En) => "whether another basis stands there is not known",
        (_, OtherBases::Nothing, Lang::En) => "no other basis stands there",
    });
    parts.extend(others.map(str::to_owned));
    parts.join(say(lang, "；", "; "))
}

/// What is the same of articles that are told together: where they stand, whether in part, how that is known, and whether
/// the number is another.
type Alike<'a> = (&'a [ArticleRef], bool, Option<ArticleSource>, bool);

/// The articles cited with those in which they stand now; what went to the same place is told together.
fn articles(entry: &ImpactEntry, lang: Lang) -> Vec<String> {
    let mut told: Vec<(Vec<ArticleRef>, &ArticleChange)> = Vec::new();
    let mut known: HashMap<Alike<'_>, usize> = HashMap::new();
    for change in &entry.articles {
        // What kept its number stands in its own article each.
        let new = if keeps_number(entry, change) { &[][..] } else { change.new.as_slice() };
        let key = (new, change.in_part, change.source, change.is_renumbered());
        let place = *known.entry(key).or_insert(told.len());
        match told.get_mut(place) {
            Some((old, _)) => old.push(change.old),
            None => told.push((vec![change.old], change)),
        }
    }
    told.into_iter().map(|(old, change)| article(&old, change, entry, lang)).collect()
}

/// Whether an article has the same number in a new edition.
fn keeps_number(entry: &ImpactEntry, change: &ArticleChange) -> bool {
    let has_ended = matches!(entry.class, ImpactClass::Unfounded | ImpactClass::BasisEnded);
    !has_ended && !change.new.is_empty() && !change.is_renumbered()
}

fn article(old: &[ArticleRef], change: &ArticleChange, entry: &ImpactEntry, lang: Lang) -> String {
    let old = list(old, lang, say(lang, "、", ", "));
    let has_ended = matches!(entry.class, ImpactClass::Unfounded | ImpactClass::BasisEnded);
    if change.new.is_empty() {
        return match (lang, change.source, has_ended) {
            (Lang::Zh, Some(_), _) => format!("{old}：超出新版本的末条，现条号待核"),
            (Lang::Zh, None, true) if entry.successor.is_some() => format!("{old}：承接条款待核"),
            (Lang::Zh, None, true) => format!("{old}：未见承接"),
            (Lang::Zh, None, false) => format!("{old}：条文和条号有无变化待核"),
            (Lang::En, Some(_), _) => format!("{old}: beyond the last of the new edition, to be looked up"),
            (Lang::En, None, true) if entry.successor.is_some() => {
                format!("{old}: what took it over is to be looked up")
            }
            (Lang::En, None, true) => format!("{old}: nothing is known that took it over"),
            (Lang::En, None, false) => format!("{old}: whether it changed is to be looked up"),
        };
    }
    let how = how_known(change, lang);
    if keeps_number(entry, change) {
        return match lang {
            Lang::Zh => format!("{old}：条号未变{how}"),
            Lang::En => format!("{old}: same number{how}"),
        };
    }
    let new = list(&change.new, lang, say(lang, "或者", " or "));
    let place = entry.successor.as_deref().filter(|_| has_ended).map(|title| titled(title, lang));
    match (lang, place) {
        (Lang::Zh, place) => format!("{old} → {}{new}{how}", place.unwrap_or_default()),
        (Lang::En, None) => format!("{old} → {new}{how}"),
        (Lang::En, Some(place)) => format!("{old} → {new} of {place}{how}"),
    }
}

/// By what an article is known, where that is less than sure.
fn how_known(change: &ArticleChange, lang: Lang) -> String {
    let by_opening = matches!(change.source, Some(ArticleSource::PrintedWords | ArticleSource::Openings));
    let said = [
        change.in_part.then(|| say(lang, "主要内容，须逐款核对", "most of it")),
        by_opening.then(|| say(lang, "按条文开头比对", "by how it begins")),
        (change.new.len() > 1).then(|| say(lang, "待核", "to be compared")),
    ];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    match lang {
        _ if said.is_empty() => String::new(),
        Lang::Zh => format!("（{}）", said.join("，")),
        Lang::En => format!(" ({})", said.join(", ")),
    }
}

fn list(articles: &[ArticleRef], lang: Lang, between: &str) -> String {
    let one = |article: &ArticleRef| match lang {
        Lang::Zh => article.to_string(),
        Lang::En => in_english(*article),
    };
    let listed = articles.iter().map(one).collect::<Vec<_>>().join(between);
    match lang {
        Lang::Zh => listed,
        Lang::En => format!("article {listed}"),
    }
}

/// `24-1 ¶1 (3)` for 第二十四条之一第一款第（三）项.
fn in_english(article: ArticleRef) -> String {
    let parts = [
        Some(crate::law::openings::in_digits(article)),
        article.paragraph.map(|number| format!("¶{number}")),
        article.item.map(|number| format!("({number})")),
        article.point.map(|number| format!("point {number}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A day in a table.
pub(super) fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
