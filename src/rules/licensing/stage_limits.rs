//! The limits of stages of a license beside its decision: extension, first review, delivery; held against 行政许可法.

use crate::finding::Severity;
use crate::judged::basis::Reach;
use crate::lang::Bilingual;
use crate::law::limit::StatutoryLimit;
use crate::law::rank::is_law_or_regulation;
use crate::model::{Citation, Item, TimeLimit};
use crate::rule::{AmongAll, Draft, Findings};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, is_license};
use crate::rules::licensing::long_limits::{Excess, amount_at, excess};

/// A list of limits and the statute that they are held against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stage {
    /// The member that holds the limits.
    pub(super) member: &'static str,
    /// What is limited: 延长期限.
    pub(super) what: Bilingual,
    pub(super) law: StatutoryLimit,
    /// The article of it, in English.
    pub(super) section: &'static str,
}

impl Stage {
    /// The limits of an item that are too long however their days are counted, each with its place in the list; none where
    /// it is no license in force.
    pub(super) fn over<'i>(
        &self,
        item: Item<'i>,
        limits: &'i [TimeLimit],
    ) -> impl Iterator<Item = (usize, &'i TimeLimit)> {
        let limits = if is_license(item) { limits } else { &[] };
        limits.iter().enumerate().filter(move |(_, limit)| excess(limit, &self.law) == Some(Excess::Certain))
    }

    /// Tells of a limit that is too long. `why` says what of its basis there is to say.
    pub(super) fn tell<'f>(
        &self,
        (index, limit): (usize, &TimeLimit),
        why: Bilingual,
        findings: &'f mut Findings<'_>,
    ) -> &'f mut Draft {
        let (most, clause, section) = (self.law.amount, self.law.citation.clause, self.section);
        findings
            .at(
                amount_at(self.member, index),
                format!("{}{}；《行政许可法》{clause}为{most}个工作日{}", self.what.zh, limit.in_chinese(), why.zh),
                format!(
                    "{} is {}; 行政许可法 {section} gives {most} working days{}",
                    self.what.en,
                    limit.in_english(),
                    why.en
                ),
            )
            .found(&limit.amount.to_string())
            .expected(format!("不超过{most}个工作日"), format!("at most {most} working days"))
    }

    /// Tells of the limits of an item that are too long and for which no law or regulation provides. `also` are the bases
    /// of the limit that a stage belongs to, which speak for it where it has none of its own.
    pub(super) fn tell_all(
        &self,
        all: &AmongAll<'_>,
        item: Item<'_>,
        limits: &[TimeLimit],
        also: &[&Citation],
        findings: &mut Findings<'_>,
    ) {
        for (index, limit) in self.over(item, limits) {
            let own: Vec<&Citation> = if limit.basis.is_empty() { also.to_vec() } else { limit.basis.iter().collect() };
            let stated = all.basis(own);
            let cites_licensing_law = !stated.is_empty();
            let why = match stated.without(LICENSING_LAW).reach(is_law_or_regulation) {
                Reach::Suffices | Reach::Unknown => continue,
                Reach::Below => BELOW,
                Reach::NoneCited if cites_licensing_law => NOTHING_ELSE,
                Reach::NoneCited => NONE,
            };
            let draft = self.tell((index, limit), why, findings);
            // What provides otherwise may only not be written.
            if why == NONE {
                draft.severity(Severity::Warning);
            }
        }
    }
}

const BELOW: Bilingual = Bilingual {
    zh: "，法律、法规另有规定的除外，而所引时限依据低于法规",
    en: " unless a law or regulation provides otherwise, and the basis of the limit is below those",
};
const NOTHING_ELSE: Bilingual = Bilingual {
    zh: "，法律、法规另有规定的除外，而时限依据只有《行政许可法》",
    en: " unless a law or regulation provides otherwise, and nothing but 行政许可法 is cited for the limit",
};
const NONE: Bilingual = Bilingual {
    zh: "，法律、法规另有规定的除外，而没有写明时限依据",
    en: " unless a law or regulation provides otherwise, and no basis is stated for the limit",
};
