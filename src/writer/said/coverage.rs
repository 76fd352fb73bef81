//! What was not looked at.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::Said;
use crate::finding::RuleCode;
use crate::lang::Lang;
use crate::print::printable;
use crate::report::{CitationCoverage, NotRunReason};
use crate::schema::titles;

/// How many instruments that are not held are listed.
const FEW: usize = 5;

/// Rules that did not run for one reason.
pub(in crate::writer) struct NotRunFor {
    /// The reason in words.
    pub(in crate::writer) words: &'static str,
    /// The rules, together where they did not run on the same fields; no fields where they did not run at all.
    pub(in crate::writer) rules: IndexMap<Vec<String>, Vec<RuleCode>>,
}

impl Said<'_> {
    /// How many rules ran.
    pub(in crate::writer) fn rules_run(&self) -> String {
        let run: BTreeSet<RuleCode> =
            self.report.inputs.iter().flat_map(|input| input.coverage.run.iter().copied()).collect();
        let run = u64::try_from(run.len()).unwrap_or(u64::MAX);
        match self.lang {
            Lang::Zh => format!("运行 {run} 条"),
            Lang::En => format!("{} ran", self.count(run, "", "rule")),
        }
    }

    /// The rules that did not run, by reason.
    pub(in crate::writer) fn not_run(&self) -> impl Iterator<Item = (NotRunReason, NotRunFor)> {
        self.not_run.iter().map(|(&reason, codes)| {
            // Rules that read the same fields did not run on the same ones.
            let mut rules: IndexMap<Vec<String>, Vec<RuleCode>> = IndexMap::new();
            for (&code, fields) in codes {
                let fields = fields.iter().map(|field| match self.lang {
                    Lang::Zh => printable(&titles::path(field)).into_owned(),
                    Lang::En => printable(field).into_owned(),
                });
                rules.entry(fields.collect()).or_default().push(code);
            }
            (reason, NotRunFor { words: self.reason(reason), rules })
        })
    }

    /// How much of what is cited could be judged, and the instruments that are not held, most cited first.
    pub(in crate::writer) fn citations(&self) -> Vec<String> {
        let covers = || self.report.inputs.iter().filter_map(|input| input.coverage.citations.as_ref());
        let sum = |of: fn(&CitationCoverage) -> u64| covers().map(of).fold(0, u64::saturating_add);
        let (all, held) = (sum(|cover| cover.citations), sum(|cover| cover.held));
        if all == 0 {
            return Vec::new();
        }
        let mut lines = vec![match self.lang {
            Lang::Zh => format!("依据：{all}处引用，其中{held}处的文件法规库已收录"),
            Lang::En => {
                format!("bases: {}, of which {held} of instruments that are held", self.count(all, "", "citation"))
            }
        }];
        lines.extend(self.unread_parts());
        let mut titles: IndexMap<&str, u64> = IndexMap::new();
        for unknown in covers().flat_map(|cover| &cover.not_held) {
            let count = titles.entry(&unknown.title).or_default();
            *count = count.saturating_add(unknown.citations);
        }
        titles.sort_by(|a, x, b, y| y.cmp(x).then(a.cmp(b)));
        let rest =
            sum(|cover| cover.instruments_not_held).saturating_sub(u64::try_from(titles.len().min(FEW)).unwrap_or(0));
        let (open, close) = (self.say("（", " ("), self.say("）", ")"));
        let listed = titles.iter().take(FEW).map(|(title, count)| format!("{}{open}{count}{close}", printable(title)));
        let listed = listed.collect::<Vec<_>>().join(self.say("、", ", "));
        lines.extend(match self.lang {
            _ if titles.is_empty() => None,
            Lang::Zh if rest > 0 => Some(format!("法规库未收录的文件：{listed}等，另有{rest}个")),
            Lang::Zh => Some(format!("法规库未收录的文件：{listed}")),
            Lang::En if rest > 0 => Some(format!("instruments not held: {listed} and {rest} more")),
            Lang::En => Some(format!("instruments not held: {listed}")),
        });
        lines
    }

    /// How many citations have parts that were not understood, and the most frequent of those parts.
    fn unread_parts(&self) -> Option<String> {
        let covers = || self.report.inputs.iter().filter_map(|input| input.coverage.citations.as_ref());
        let unread = covers().fold(0_u64, |sum, cover| sum.saturating_add(cover.partly_unread));
        if unread == 0 {
            return None;
        }
        let mut parts: IndexMap<&str, u64> = IndexMap::new();
        for part in covers().flat_map(|cover| &cover.unread_parts) {
            let count = parts.entry(&part.words).or_default();
            *count = count.saturating_add(part.citations);
        }
        parts.sort_by(|a, x, b, y| y.cmp(x).then(a.cmp(b)));
        let few = parts.iter().take(FEW).map(|(words, count)| match self.lang {
            Lang::Zh => format!("“{}”（{count}）", printable(words)),
            Lang::En => format!("`{}` ({count})", printable(words)),
        });
        let few = few.collect::<Vec<_>>().join(self.say("、", ", "));
        Some(match self.lang {
            Lang::Zh => format!("其中{unread}处有未能识别的文字，该部分未参加检查：{few}"),
            Lang::En => format!("with words that were not understood and are not judged: {unread}: {few}"),
        })
    }
}
