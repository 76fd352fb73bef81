//! 法律变动影响: what happens to the items of a catalog between two days because the law changed.
//!
//! Laws end, are taken into a code, or come into force in a new edition with other numbers, and the items of a list that
//! rest on them must be adjusted. [`Impact::of`] asks of each citation of each item in force how its instrument stands on
//! either day, and tells what differs: which items lose their ground ([`ImpactClass::Unfounded`]), where only one basis of
//! several ended, where an article has another number, what came into force, and what was amended; with the day, what
//! took the instrument's place, and the article in which the words stand now where that is known. The law that moved most
//! items comes first ([`Impact::instruments`]).
//!
//! Citations are read and judged as a check reads and judges them, so that an item is founded here on a day exactly where
//! rule QD203 finds no error on it.
//!
//! # What is not known
//! An instrument that is not held may exist all the same: its citations are counted as not judged, and it is listed. What
//! was not understood is counted too. Of an instrument of which every edition held begins later, an older one may have
//! been in force that is not held. Laws that were made after [`Impact::known_to`] are not seen, which
//! [`Impact::reach`] tells. That a provision has the same number in a new edition does not say that it reads the same.
//!
//! ```
//! use qingdan::impact::{Impact, ImpactClass};
//! use qingdan::law::facts::LawFacts;
//! let catalog = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
//!   "power_items": [
//!     {"id": "a", "name": "对拒绝现场检查的处罚", "item_level": "main", "power_type": "penalty",
//!      "basis": [{"title": "中华人民共和国大气污染防治法", "articles": [{"article": 98}]}]},
//!     {"id": "b", "name": "取水许可的检查", "item_level": "main", "power_type": "inspection",
//!      "basis": [{"title": "中华人民共和国水法", "articles": [{"article": 59}]}]}]}"#;
//! let catalog = qingdan::read(catalog.as_bytes(), qingdan::Limits::default()).catalog.ok_or("no header")?;
//!
//! // 生态环境法典 took ten laws in on 2026-08-15.
//! let impact = Impact::of(&catalog, LawFacts::known(), None, "2026-08-14".parse()?, "2026-08-15".parse()?)?;
//! let [lost] = &impact.entries[..] else { return Err("not one".into()) };
//! assert_eq!((lost.class, lost.item.id.as_str()), (ImpactClass::Unfounded, "a"));
//! assert_eq!(lost.successor.as_deref(), Some("生态环境法典"));
//! assert_eq!((impact.counts.affected, impact.counts.unchanged), (1, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::facts::Facts;
use crate::law::facts::LawFacts;
use crate::law::openings::Openings;
use crate::model::{Catalog, Date};

mod articles;
mod counts;
mod entry;
mod list;
mod tally;
mod turn;
mod walk;

pub use counts::{CitationCounts, ClassCount, ImpactCounts, InstrumentImpact, NotHeldInstrument, UnfoundedCounts};
pub use entry::{ArticleChange, ImpactEntry, ImpactItem};
pub use list::{ArticleSource, ImpactClass, InstrumentChange, LawReach, OtherBases};

use walk::Walk;

/// The version of the shape of [`Impact`]; its schema is `schemas/v1/impact.schema.json`.
pub const IMPACT_VERSION: &str = "1.0";

/// 法律变动影响: what happens to the items of a catalog between two days because the law changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Impact {
    /// 法律变动影响格式版本: the version of this shape.
    pub impact_version: String,
    /// 标题: the title of the catalog.
    pub title: String,
    /// 行政区划代码: its division, as written.
    pub division: String,
    /// 起日: the first day, on which everything is as it was.
    pub from: Date,
    /// 止日: the second day; what changed on it is told.
    pub to: Date,
    /// 收录至: the day up to which laws are held complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_to: Option<Date>,
    /// 收录范围: whether the law is known up to the second day.
    pub reach: LawReach,
    /// 汇总: items and citations, counted.
    pub counts: ImpactCounts,
    /// 文件影响: the instruments that moved: those with most items first.
    pub instruments: Vec<InstrumentImpact>,
    /// 影响: the citations that the law moved under, in the order of the catalog.
    pub entries: Vec<ImpactEntry>,
    /// 未再列出: citations that are counted and not listed, where the list would be out of all proportion to the catalog.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub entries_not_listed: u64,
    /// 未收录文件数: how many instruments are cited of which nothing is held.
    pub instruments_not_held: u64,
    /// 未收录文件: these, the most cited first; at most 100.
    pub not_held: Vec<NotHeldInstrument>,
    /// 未采集字段: what the source does not hold of lists of citations.
    pub fields_not_held: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// The first day is after the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the first day, {from}, is after the second, {to}; give the earlier one first")]
#[non_exhaustive]
pub struct DaysReversed {
    /// The first day.
    pub from: Date,
    /// The second day.
    pub to: Date,
}

impl Impact {
    /// What happens to the items of a catalog from one day to another, by what is known of the law, and by the openings of
    /// articles where they are given: without them only a code's map tells where an article stands now.
    ///
    /// Between a day and itself nothing happens.
    ///
    /// # Errors
    /// [`DaysReversed`] where the first day is after the second.
    pub fn of(
        catalog: &Catalog,
        law: &LawFacts,
        openings: Option<&Openings>,
        from: Date,
        to: Date,
    ) -> Result<Self, DaysReversed> {
        Self::within(MOST_BYTES, catalog, law, openings, (from, to))
    }

    fn within(
        bytes: usize,
        catalog: &Catalog,
        law: &LawFacts,
        openings: Option<&Openings>,
        (from, to): (Date, Date),
    ) -> Result<Self, DaysReversed> {
        if from > to {
            return Err(DaysReversed { from, to });
        }
        let facts = Facts::cited(catalog, openings.is_some());
        let walked = Walk::new(catalog, &facts, law, openings, (from, to)).walk(bytes);
        let header = &catalog.header;
        Ok(Self {
            impact_version: IMPACT_VERSION.to_owned(),
            title: header.title.to_string(),
            division: header.division.text().to_owned(),
            from,
            to,
            known_to: law.known_to(),
            reach: reach(law, to),
            counts: walked.counts,
            instruments: walked.instruments,
            entries: walked.entries,
            entries_not_listed: walked.not_listed,
            instruments_not_held: u64::try_from(walked.not_held.len()).unwrap_or(u64::MAX),
            not_held: walked.not_held.into_iter().take(MOST_NOT_HELD).collect(),
            fields_not_held: walk::fields_not_held(header),
        })
    }

    /// The entries of a class, in the order of the catalog.
    pub fn of_class(&self, class: ImpactClass) -> impl Iterator<Item = &ImpactEntry> {
        self.entries.iter().filter(move |entry| entry.class == class)
    }
}

/// How large the list of entries may grow.
const MOST_BYTES: usize = 200_000_000;

/// How many instruments that are not held are named.
const MOST_NOT_HELD: usize = 100;

fn reach(law: &LawFacts, to: Date) -> LawReach {
    match law.known_to() {
        None => LawReach::NotStated,
        Some(_) if law.is_outdated(to) => LawReach::Outdated,
        Some(known) if to > known => LawReach::AfterKnown,
        Some(_) => LawReach::Known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_out_of_all_proportion_is_cut_and_counted_on() {
        let item = |number: u32| {
            format!(
                r#"{{"id": "p{number}", "name": "甲", "item_level": "main", "power_type": "penalty",
                "basis": [{{"text": "《环境保护法》第六十三条"}}]}}"#
            )
        };
        let items: Vec<String> = (0..9).map(item).collect();
        let text = format!(
            r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}},
            "power_items": [{}]}}"#,
            items.join(", ")
        );
        let catalog = crate::read(text.as_bytes(), crate::Limits::default()).catalog.unwrap();
        let days = ("2026-08-14".parse().unwrap(), "2026-08-15".parse().unwrap());
        let within = |bytes| Impact::within(bytes, &catalog, LawFacts::known(), None, days).unwrap();
        let whole = within(MOST_BYTES);
        assert_eq!((whole.entries.len(), whole.entries_not_listed), (9, 0));
        let room = whole.entries.iter().take(4).map(ImpactEntry::bytes).sum();
        let cut = within(room);
        assert_eq!((cut.entries.len(), cut.entries_not_listed), (4, 5));
        assert_eq!((cut.counts, cut.instruments), (whole.counts, whole.instruments));
        assert_eq!(cut.entries[..], whole.entries[..4]);
    }
}
