//! How many items and citations there are, and what becomes of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entry::ImpactEntry;
use super::list::{ImpactClass, InstrumentChange};
use super::turn::Turn;
use crate::model::Date;

/// 影响汇总: items and citations, counted. An item may have citations of several classes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ImpactCounts {
    /// 有效事项数: the items in force: those affected, unchanged, not judged and without citations.
    pub items: u64,
    /// 受影响的事项数: items with a citation that the law moved under.
    pub affected: u64,
    /// 未受影响的事项数: items of which nothing that could be judged changed.
    pub unchanged: u64,
    /// 其中部分未判断: of these, items that also cite what could not be judged.
    pub unchanged_in_part: u64,
    /// 未能判断的事项数: items that cite something, of which nothing could be judged.
    pub not_judged: u64,
    /// 未写依据的事项数: items that cite nothing.
    pub without_citations: u64,
    /// 各类影响: the gravest first; a class that does not occur is left out.
    pub by_class: Vec<ClassCount>,
    /// 此前已无有效依据的事项数: items that had lost their ground on the first day already.
    pub unfounded_before: u64,
    /// 依据失效的去向: what is known for the items that lost their ground.
    pub unfounded: UnfoundedCounts,
    /// 引用数: citations, an instrument at a place of an item each.
    pub citations: CitationCounts,
}

impl ImpactCounts {
    /// How many items and citations a class has; none where it does not occur.
    #[must_use]
    pub fn of_class(&self, class: ImpactClass) -> Option<&ClassCount> {
        self.by_class.iter().find(|count| count.class == class)
    }

    /// Counts an item with so many citations of a class.
    fn add_class(&mut self, class: ImpactClass, citations: u64) {
        let at = self.by_class.partition_point(|count| count.class < class);
        if self.by_class.get(at).is_none_or(|count| count.class != class) {
            self.by_class.insert(at, ClassCount { class, items: 0, citations: 0 });
        }
        if let Some(count) = self.by_class.get_mut(at) {
            add(&mut count.items, 1);
            add(&mut count.citations, citations);
        }
    }

    /// Counts a citation, and whether what is known of its instrument is less sure than the day says.
    pub(super) fn add_citation(&mut self, turn: Turn, is_less_sure: bool) {
        let counts = &mut self.citations;
        add(&mut counts.all, 1);
        match turn {
            Turn::NotUnderstood => add(&mut counts.not_understood, 1),
            Turn::NotHeld => add(&mut counts.not_held, 1),
            Turn::NotKnown => add(&mut counts.not_known, 1),
            Turn::Ended | Turn::CameIn | Turn::NewEdition => add(&mut counts.changed, 1),
            Turn::Unchanged => {
                add(&mut counts.unchanged, 1);
                add(&mut counts.unchanged_less_sure, is_less_sure.into());
            }
        }
    }

    /// Counts an item by how many citations it has, and how many of them could not be judged, and by what becomes of them.
    pub(super) fn add_item(&mut self, (citations, not_judged): (usize, usize), entries: &[ImpactEntry]) {
        if entries.is_empty() && citations == not_judged {
            add(&mut self.not_judged, 1);
        } else if entries.is_empty() {
            add(&mut self.unchanged, 1);
            add(&mut self.unchanged_in_part, u64::from(not_judged > 0));
        } else {
            add(&mut self.affected, 1);
        }
        for &class in ImpactClass::ALL {
            let citations = entries.iter().filter(|entry| entry.class == class).count();
            if citations > 0 {
                self.add_class(class, u64::try_from(citations).unwrap_or(u64::MAX));
            }
        }
        let lost: Vec<&ImpactEntry> = entries.iter().filter(|entry| entry.class == ImpactClass::Unfounded).collect();
        let unfounded = &mut self.unfounded;
        if lost.iter().any(|entry| entry.knows_article()) {
            add(&mut unfounded.article_known, 1);
        } else if lost.iter().any(|entry| entry.successor.is_some()) {
            add(&mut unfounded.successor_known, 1);
        } else if !lost.is_empty() {
            add(&mut unfounded.nothing_known, 1);
        }
    }
}

pub(super) fn add(number: &mut u64, more: u64) {
    *number = number.saturating_add(more);
}

/// 某类影响: how many items and citations a class has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ClassCount {
    /// 影响类别: the class.
    pub class: ImpactClass,
    /// 事项数: the items.
    pub items: u64,
    /// 引用数: the citations.
    pub citations: u64,
}

/// 依据失效的去向: the items that lost their ground, each once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct UnfoundedCounts {
    /// 承接条款已知: an article is known in which one of the articles cited stands now.
    pub article_known: u64,
    /// 承接文件已知: only what took the instrument's place is known.
    pub successor_known: u64,
    /// 未见承接文件: nothing is known that took its place.
    pub nothing_known: u64,
}

/// 引用计数: citations, counted; where one cell names several instruments, each counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CitationCounts {
    /// 引用数: all citations of items in force.
    pub all: u64,
    /// 有变化: those that the law moved under.
    pub changed: u64,
    /// 没有变化: those of instruments that stand as they did.
    pub unchanged: u64,
    /// 其中现状不如所示确定: of these, those of administrative regulations of which amendments since May 2022 need not be held.
    pub unchanged_less_sure: u64,
    /// 未能读懂: those that name nothing that was understood.
    pub not_understood: u64,
    /// 文件未收录: those of instruments of which nothing is held; they may exist all the same.
    pub not_held: u64,
    /// 现状不明: those of instruments of which it is not known how they stand on one of the days.
    pub not_known: u64,
}

/// 文件影响: an instrument that moved, and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct InstrumentImpact {
    /// 文件: its title.
    pub title: String,
    /// 文件变化: what became of it.
    pub change: InstrumentChange,
    /// 失效: it lapsed, and was not repealed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lapsed: bool,
    /// 变化日期: the first day on which it is so; none where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// 新版本日期: when the edition in force on the second day was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Date>,
    /// 原末条: the last article on the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_article_before: Option<u16>,
    /// 现末条: the last article on the second day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_article_after: Option<u16>,
    /// 替代文件: what took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// 替代文件是否有效: whether that is in force on the second day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor_in_force: Option<bool>,
    /// 涉及事项数: the items that cite it.
    pub items: u64,
    /// 涉及引用数: their citations of it.
    pub citations: u64,
    /// 依据失效的事项数: of the items, those that lost their ground by it.
    pub unfounded: u64,
    /// 条文序号变更的事项数: of the items, those of which an article has another number.
    pub renumbered: u64,
    /// 对应条款已知的引用数: of the citations, those of which it is known where an article stands now.
    pub articles_known: u64,
}

/// 未收录文件: an instrument of which nothing is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NotHeldInstrument {
    /// 文件: its title, as the citations have it.
    pub title: String,
    /// 引用数: the citations of it.
    pub citations: u64,
}
