//! What the last articles say: when the text takes effect, and what it ends.

use super::articles::Article;
use super::day::days;
use crate::codelist::InstrumentStatus;
use crate::model::Date;

/// How many of the last articles are looked at.
const LAST: usize = 3;

/// When a text takes effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EffectClause {
    pub(super) from: From,
    /// The sentence.
    pub(super) words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Day(Date),
    /// 自公布之日起
    Publication,
    /// On a day that the text does not name.
    Unnamed,
}

/// What a text ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) title: String,
    /// Repealed or lapsed; none where only a part of it is.
    pub(super) status: Option<InstrumentStatus>,
    /// The article that says so.
    pub(super) article: String,
}

/// The clause on taking effect in one of the last three articles.
pub(super) fn effect(articles: &[Article]) -> Option<EffectClause> {
    articles.iter().rev().take(LAST).find_map(|article| effect_in(&article.paragraphs.join("\n")))
}

/// The clause on taking effect in a text.
pub(super) fn effect_in(text: &str) -> Option<EffectClause> {
    text.split(['。', '\n', '；', '）']).find_map(|sentence| {
        let begins = ["施行", "实施", "生效", "执行"].iter().any(|word| sentence.contains(word));
        let since = sentence.find('起').filter(|_| begins && sentence.contains(['自', '从', '于', '日']))?;
        let day = days(sentence).find(|day| day.at.end == since).map(|day| From::Day(day.date));
        let published = ["公布之日起", "发布之日起", "颁布之日起"]
            .iter()
            .filter_map(|words| sentence.split_once(words))
            .any(|(_, after)| ["施行", "实施", "生效", "执行"].iter().any(|word| after.starts_with(word)));
        let unnamed = if published { From::Publication } else { From::Unnamed };
        // 自本条例施行之日起 tells of something else.
        let is_own = day.is_some() || !sentence.contains("施行之日起");
        is_own.then(|| EffectClause { from: day.unwrap_or(unnamed), words: sentence.trim().to_owned() })
    })
}

/// What the last articles end.
pub(super) fn endings(articles: &[Article]) -> Vec<Ending> {
    let first = articles.len().saturating_sub(LAST);
    articles.iter().skip(first).flat_map(endings_of).collect()
}

fn endings_of(article: &Article) -> Vec<Ending> {
    let text = article.paragraphs.join("\n");
    let mut endings: Vec<Ending> = Vec::new();
    let mut listing = None;
    for sentence in text.split('。') {
        let verb = verb(sentence);
        // 下列规定同时废止：（一）《…》；（二）《…》
        let lists = verb.filter(|(at, _)| sentence.get(*at..).is_some_and(|rest| rest.contains([':', '：'])));
        listing = lists.or(listing.filter(|_| verb.is_none() && sentence.trim_start().starts_with(is_number)));
        let Some((at, status)) = verb.or(listing) else { continue };
        for (title, start, after) in titles(sentence) {
            let before_verb = verb.is_some() && start < at;
            if !before_verb && listing.is_none() {
                continue;
            }
            let status = match what_follows(after) {
                Follows::Part => None,
                Follows::Ends => Some(status),
                Follows::Other => continue,
            };
            endings.push(Ending { title: title.to_owned(), status, article: article.number.to_string() });
        }
    }
    endings
}

fn is_number(c: char) -> bool {
    matches!(c, '（' | '(') || crate::numeral::is_numeral(c)
}

/// Where a sentence says that something ends, and how.
fn verb(sentence: &str) -> Option<(usize, InstrumentStatus)> {
    let repealed = sentence.rfind("废止").map(|at| (at, InstrumentStatus::Repealed));
    let lapsed = sentence.rfind("失效").map(|at| (at, InstrumentStatus::Lapsed));
    repealed.max(lapsed)
}

/// The titles of a sentence, where each begins, and what follows it.
fn titles(sentence: &str) -> Vec<(&str, usize, &str)> {
    let mut titles = Vec::new();
    let (mut depth, mut start) = (0_usize, 0_usize);
    for (at, c) in sentence.char_indices() {
        match c {
            '《' => {
                if depth == 0 {
                    start = at;
                }
                depth = depth.saturating_add(1);
            }
            '》' if depth > 0 => {
                depth = depth.saturating_sub(1);
                let begin = start.saturating_add('《'.len_utf8());
                let end = at.saturating_add('》'.len_utf8());
                if let (0, Some(title), Some(after)) = (depth, sentence.get(begin..at), sentence.get(end..)) {
                    titles.push((title, start, after));
                }
            }
            _ => {}
        }
    }
    titles
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// The title goes on to the verb, or to the next of a list.
    Ends,
    /// Only a part is meant.
    Part,
    /// It is named for another reason.
    Other,
}

fn what_follows(after: &str) -> Follows {
    let mut rest = after.trim_start();
    while let Some(inner) = rest.strip_prefix(['（', '(']) {
        let Some((_, next)) = inner.split_once(['）', ')']) else { break };
        rest = next.trim_start();
    }
    let part = ["第", "中", "的", "有关", "关于", "附件", "附表"];
    let ends = [
        "、", "，", ",", "；", ";", "和", "及", "以及", "与", "同时", "即行", "即", "一并", "均", "予以", "废止",
        "失效", "自", "相应", "随之", "也",
    ];
    if rest.is_empty() || ends.iter().any(|word| rest.starts_with(word)) {
        Follows::Ends
    } else if part.iter().any(|word| rest.starts_with(word)) {
        Follows::Part
    } else {
        Follows::Other
    }
}
