//! QD202: a law, regulation or rule cited without an article.

use std::collections::{BTreeSet, HashMap};

use crate::codelist::LegalRank;
use crate::facts::citations::{CitationFacts, Cited, Name, Unplaced, cited};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::facts::title_key;
use crate::law::rank::rank_by_title;
use crate::model::{Kind, Pointer};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(202),
    name: "basis-without-article",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("引用法律、法规、规章没有写明条款", "a law, regulation or rule is cited without an article"),
    unit: two("每处引用的每个文件一项", "one an instrument and citation"),
    help: two(
        "写明条、款、项（条款（articles）栏，或者原文中）；引用附件、章节的，写明其序号（其他位置（clauses）栏）；适用全文的，写明“全文适用”",
        "write article, paragraph and item (into `articles`, or in the text); where an annex or a chapter is cited, its number (into `clauses`); where all of it applies, say so (全文适用)",
    ),
    citations: &[
        Provision { document: POWER_LIST_OPINION, clause: "二" },
        Provision {
            document: "C 0109 国家政务服务平台政务服务事项基本目录及实施清单", clause: "设定依据"
        },
    ],
    reads: cited::ARTICLES,
    looks: &[Look::Catalog(without_article)],
    page: include_str!("qd202.md"),
    ..Rule::BLANK
};

fn without_article(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.citations;
    // A catalog cites the same over and over: each different citation is judged once.
    let mut ranks = Ranks { scope, whole, facts, of_records: None };
    let mut missing: HashMap<u32, Missing<'_>> = HashMap::new();
    for (number, cited) in (0..=u32::MAX).zip(facts.cited.values()) {
        let Some(unplaced) = cited.unplaced.filter(|_| !cited.is_public_service) else { continue };
        if !scope.holds(&format!("{}.articles", cited.list.field)) {
            continue;
        }
        match ranks.judge(cited, unplaced) {
            Judged::NeedsNone => {}
            Judged::NotKnown => findings.not_run_on(cited.list.field, NotRunReason::InstrumentNotHeld),
            Judged::Missing(found) => {
                missing.insert(number, found);
            }
        }
    }
    if missing.is_empty() {
        return;
    }
    for (ordinal, numbers) in facts.items() {
        // A cell may name one instrument twice.
        let numbers: BTreeSet<u32> = numbers.iter().copied().filter(|number| missing.contains_key(number)).collect();
        for number in numbers {
            let (Some(found), Some(cited)) = (missing.get(&number), facts.cited.get(number)) else { continue };
            let mut path = cited.pointer();
            path.push(if cited.is_text { "text" } else { "articles" });
            let title = crate::print::excerpt(found.title);
            let draft = findings.at_spot(
                Spot::Record(ordinal, path),
                format!("引用{}没有写明条款", crate::print::in_title_marks(found.title)),
                format!("`{title}` is cited without an article"),
            );
            draft.found(found.title);
            if let Some(record) = found.record {
                let spot = Spot::Record(record, Pointer::member("rank"));
                draft.related(spot, "文件的位阶", "the rank of the instrument");
            }
        }
    }
}

/// What comes of a citation that names no place.
enum Judged<'a> {
    NeedsNone,
    /// Of which rank the instrument is, nobody knows.
    NotKnown,
    Missing(Missing<'a>),
}

/// An instrument that is cited by article.
struct Missing<'a> {
    title: &'a str,
    /// The record of the catalog that tells its rank.
    record: Option<u32>,
}

/// What is known of the ranks of instruments.
struct Ranks<'a> {
    scope: &'a Scope<'a>,
    whole: &'a Whole<'a>,
    facts: &'a CitationFacts,
    /// The records of instruments by their titles: gathered when first asked for.
    of_records: Option<HashMap<String, u32>>,
}

impl<'a> Ranks<'a> {
    fn judge(&mut self, cited: &Cited, unplaced: Unplaced) -> Judged<'a> {
        let record = match cited.name {
            Some(Name::Record(id)) => {
                let id = self.facts.records.get(id);
                id.and_then(|id| self.whole.facts.records.ordinal(Kind::LegalInstrument, id))
            }
            _ => None,
        };
        // The record that is named goes before everything; without it the title speaks.
        if let Some((record, known)) = record.and_then(|record| Some((record, self.facts.instruments.get(&record)?))) {
            let title = known.edition.title.as_str();
            return judged(is_cited_by_article(Some(known.edition.rank), title), title, Some(record));
        }
        let title = match cited.name {
            Some(Name::Title(title)) => Some(title),
            _ => unplaced.title,
        };
        let Some(title) = title.and_then(|title| self.facts.titles.get(title)) else { return Judged::NeedsNone };
        // What is known of the instrument goes before what its citation says of it.
        let held = self.scope.law.instrument(title).and_then(|known| known.editions().next());
        if let Some(edition) = held {
            return judged(is_cited_by_article(Some(edition.rank), title), title, None);
        }
        let record = self.record_of(title);
        let rank = record.and_then(|record| self.facts.instruments.get(&record)).map(|known| known.edition.rank);
        judged(is_cited_by_article(rank.or(unplaced.rank), title), title, record)
    }

    fn record_of(&mut self, title: &str) -> Option<u32> {
        if self.facts.instruments.is_empty() {
            return None;
        }
        let records = || {
            let all = self.facts.instruments.iter().rev();
            all.map(|(&ordinal, known)| (title_key(known.edition.title.as_str()), ordinal)).collect()
        };
        self.of_records.get_or_insert_with(records).get(&title_key(title)).copied()
    }
}

fn judged(is_by_article: Option<bool>, title: &str, record: Option<u32>) -> Judged<'_> {
    match is_by_article {
        Some(true) => Judged::Missing(Missing { title, record }),
        Some(false) => Judged::NeedsNone,
        None => Judged::NotKnown,
    }
}

/// The one decision of the State Council whose annex is cited by number (国务院令第412号).
const DECISION_412: &str = "国务院对确需保留的行政审批项目设定行政许可的决定";

/// What ends the title of a document that need not have articles, whatever rank it is given.
const WITHOUT_ARTICLES: [&str; 8] = ["决定", "决议", "批复", "通知", "通告", "公告", "意见", "目录"];

/// Whether an instrument of this rank and title is a law, regulation or rule that has articles; none where nobody knows.
fn is_cited_by_article(rank: Option<LegalRank>, title: &str) -> Option<bool> {
    let title = title.trim().trim_start_matches('《').trim_end_matches('》');
    if title.starts_with(DECISION_412) {
        return Some(true);
    }
    if WITHOUT_ARTICLES.iter().any(|end| title.ends_with(end)) {
        return Some(false);
    }
    Some(match rank.or_else(|| rank_by_title(title))? {
        LegalRank::Constitution
        | LegalRank::Law
        | LegalRank::AdministrativeRegulation
        | LegalRank::LocalRegulation
        | LegalRank::AutonomousRegulation
        | LegalRank::SpecialZoneRegulation
        | LegalRank::DepartmentalRule
        | LegalRank::ProvincialRule
        | LegalRank::MunicipalRule
        | LegalRank::Regulation
        | LegalRank::Rule => true,
        LegalRank::StateCouncilDecision
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard => false,
    })
}
