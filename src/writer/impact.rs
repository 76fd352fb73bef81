//! What changes of the law do to a catalog, for people: as text or Markdown, as a table for spreadsheets, as a page.

#[cfg(feature = "human")]
mod csv;
#[cfg(feature = "html")]
mod html;
mod said;
#[cfg(feature = "human")]
mod text;

use std::collections::HashMap;

use crate::impact::{Impact, ImpactClass, ImpactEntry, InstrumentImpact, LawReach};
use crate::lang::Lang;
use crate::print::{excerpt, in_title_marks};
use crate::writer::{fields, say};

#[cfg(feature = "human")]
pub use csv::write_csv;
#[cfg(feature = "html")]
pub use html::write_html;
#[cfg(feature = "human")]
pub use text::{write_markdown, write_text};

/// So many instruments that are not held are named for people.
const MOST_NOT_HELD: usize = 10;

/// What it is about, between which days.
fn subject(impact: &Impact, lang: Lang) -> String {
    let (from, to) = (impact.from, impact.to);
    match lang {
        Lang::Zh => format!("法律变动对事项的影响：{}至{}", from.in_chinese(), to.in_chinese()),
        Lang::En => format!("What changes of the law do to the items, from {from} to {to}"),
    }
}

/// Up to which day the law is known.
fn reach(impact: &Impact, lang: Lang) -> String {
    let day = impact.known_to.map(|day| match lang {
        Lang::Zh => day.in_chinese(),
        Lang::En => day.to_string(),
    });
    let day = day.unwrap_or_default();
    match (lang, impact.reach) {
        (Lang::Zh, LawReach::Known) => format!("法律收录至{day}"),
        (Lang::Zh, LawReach::AfterKnown) => {
            format!("法律只收录至{day}：此后通过的法律未收录，止日的情况可能不全")
        }
        (Lang::Zh, LawReach::Outdated) => {
            format!("法律只收录至{day}，比止日早一年以上：此后的变动未收录，以下不能作为依据")
        }
        (Lang::Zh, LawReach::NotStated) => "法律收录至何日未写明".to_owned(),
        (Lang::En, LawReach::Known) => format!("Laws are known up to {day}"),
        (Lang::En, LawReach::AfterKnown) => {
            format!(
                "Laws are known up to {day} only: later ones are not seen, and more may have changed by the second day"
            )
        }
        (Lang::En, LawReach::Outdated) => {
            format!(
                "Laws are known up to {day} only, more than a year before the second day: nothing below can be relied on"
            )
        }
        (Lang::En, LawReach::NotStated) => "Up to which day laws are known is not stated".to_owned(),
    }
}

/// How many items there are, and how many are affected.
fn extent(impact: &Impact, lang: Lang) -> Vec<String> {
    let counts = &impact.counts;
    let mut told = vec![match lang {
        Lang::Zh => {
            format!("有效事项 {} 个：受影响 {} 个，未受影响 {} 个", counts.items, counts.affected, counts.unchanged)
        }
        Lang::En => {
            format!("{} items in force: {} affected, {} unchanged", counts.items, counts.affected, counts.unchanged)
        }
    }];
    let mut and = |number: u64, zh: &str, en: &str| {
        if number > 0 {
            told.push(match lang {
                Lang::Zh => format!("{zh} {number} 个"),
                Lang::En => format!("{number} {en}"),
            });
        }
    };
    and(
        counts.unchanged_in_part,
        "未受影响的事项中，另有依据未能判断的",
        "of the unchanged ones also cite what could not be judged",
    );
    and(counts.not_judged, "所写依据都未能判断的事项", "items of which no citation could be judged");
    and(counts.without_citations, "未写依据的事项", "items without any citation");
    and(counts.unfounded_before, "起日已无现行依据的事项", "items had lost their ground by the first day already");
    told
}

/// What becomes of the items that lost their ground; none where there are none.
fn whereto(impact: &Impact, lang: Lang) -> Option<String> {
    let of = impact.counts.unfounded;
    let all = impact.counts.of_class(ImpactClass::Unfounded)?.items;
    let (known, succeeded, nothing) = (of.article_known, of.successor_known, of.nothing_known);
    Some(match lang {
        Lang::Zh => format!(
            "依据失效的 {all} 个事项：承接条款已知 {known} 个，只知承接文件、条款待核 {succeeded} 个，未见承接文件 {nothing} 个"
        ),
        Lang::En => format!(
            "of the {all} items without ground: for {known} an article is known that took over, for {succeeded} only the instrument, for {nothing} nothing"
        ),
    })
}

/// The classes that occur: what they are called, with items and citations.
fn classes(impact: &Impact, lang: Lang) -> Vec<(String, u64, u64)> {
    let counts = impact.counts.by_class.iter();
    counts.map(|count| (said::class(count.class, lang), count.items, count.citations)).collect()
}

/// What is to be kept in mind where articles are told.
fn caution(impact: &Impact, lang: Lang) -> Option<&'static str> {
    impact.instruments.iter().any(|instrument| instrument.articles_known > 0).then(|| {
        say(
            lang,
            "现条款只对应到条；内容以及款、项的序号，须对照现行条文核定",
            "articles are told and no paragraphs or items: words and numbers within are to be compared with the text in force",
        )
    })
}

/// What could not be judged, and what is less sure.
fn not_judged(impact: &Impact, lang: Lang) -> Vec<String> {
    let of = &impact.counts.citations;
    let mut told = Vec::new();
    if of.not_held > 0 {
        let named = impact.not_held.iter().take(MOST_NOT_HELD);
        let titles: Vec<String> = named
            .map(|instrument| match lang {
                Lang::Zh => format!("{}（{}）", in_title_marks(&instrument.title), instrument.citations),
                Lang::En => format!("`{}` ({})", excerpt(&instrument.title), instrument.citations),
            })
            .collect();
        let instruments = impact.instruments_not_held;
        let etc = if u64::try_from(titles.len()).is_ok_and(|named| named < instruments) {
            say(lang, "等", " …")
        } else {
            ""
        };
        let titles = titles.join(say(lang, "、", ", "));
        told.push(match lang {
            Lang::Zh => format!(
                "法规库未收录所引文件，不作判断：{} 处引用、{instruments} 部文件（未收录不等于没有）：{titles}{etc}",
                of.not_held
            ),
            Lang::En => format!(
                "not judged, as the instrument is not held, which does not say that there is none: {} citations of {instruments} instruments: {titles}{etc}",
                of.not_held
            ),
        });
    }
    if of.not_known > 0 {
        told.push(match lang {
            Lang::Zh => format!("所引文件在起日或者止日是否有效不明，不作判断：{} 处引用", of.not_known),
            Lang::En => format!(
                "not judged, as it is not known how the instrument stands on one of the days: {} citations",
                of.not_known
            ),
        });
    }
    if of.not_understood > 0 {
        told.push(match lang {
            Lang::Zh => format!("未能读懂所引文件，不作判断：{} 处引用", of.not_understood),
            Lang::En => format!("not judged, as it was not understood what is cited: {} citations", of.not_understood),
        });
    }
    if of.unchanged_less_sure > 0 {
        told.push(match lang {
            Lang::Zh => format!(
                "没有变化的引用中，{} 处引用的行政法规所收最新版本在2022年5月以前，此后的修改或者废止可能未收录",
                of.unchanged_less_sure
            ),
            Lang::En => format!(
                "of the unchanged citations, {} are of administrative regulations of which the newest edition held is older than May 2022; later changes need not be held",
                of.unchanged_less_sure
            ),
        });
    }
    if !impact.fields_not_held.is_empty() {
        let fields = fields(&impact.fields_not_held, lang);
        told.push(match lang {
            Lang::Zh => format!("来源未采集，不作结论：{fields}"),
            Lang::En => format!("not held by the source, so nothing is concluded: {fields}"),
        });
    }
    if impact.entries_not_listed > 0 {
        told.push(match lang {
            Lang::Zh => format!("引用过多，另有 {} 处已计数、未列出", impact.entries_not_listed),
            Lang::En => format!(
                "{} more citations are counted and not listed, as there are too many",
                impact.entries_not_listed
            ),
        });
    }
    told
}

/// What is said where nothing moved.
fn nothing_moved(lang: Lang) -> &'static str {
    say(
        lang,
        "已收录的文件中，没有一部在此期间的变化涉及本目录的事项",
        "none of the instruments that are held changed between the days in a way that concerns an item of this catalog",
    )
}

/// The entries of each instrument, in the order of the instruments.
fn by_instrument(impact: &Impact) -> impl Iterator<Item = (&InstrumentImpact, Vec<&ImpactEntry>)> {
    let mut of: HashMap<&str, Vec<&ImpactEntry>> = HashMap::new();
    for entry in &impact.entries {
        of.entry(entry.instrument.as_str()).or_default().push(entry);
    }
    // Within an instrument the gravest first; equal ones stay in the order of the catalog.
    impact.instruments.iter().map(move |instrument| {
        let mut entries = of.remove(instrument.title.as_str()).unwrap_or_default();
        entries.sort_by_key(|entry| entry.class);
        (instrument, entries)
    })
}
