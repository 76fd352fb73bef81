//! What a report comes to, in the words of all writers for people: numbers, lists, answers, and what was not looked at.
//!
//! What came from data is harmless to print here; a page escapes it besides.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;
use crate::report::{NotRunReason, Report, Verdict};
use crate::writer::say;

mod answers;
mod checked;
mod coverage;
mod groups;
#[cfg(feature = "html")]
mod sentences;
mod sources;

pub(super) use answers::Answer;
pub(super) use groups::groups;

/// How many codes, fields or files are listed before the rest is only counted.
pub(super) const MOST: usize = 20;

/// Why rules did not run, over all inputs: by reason the codes, and the fields on which alone they did not.
pub(super) type NotRunByReason = BTreeMap<NotRunReason, BTreeMap<RuleCode, BTreeSet<String>>>;

fn not_run(report: &Report) -> NotRunByReason {
    let mut by_reason = NotRunByReason::new();
    for not_run in report.inputs.iter().flat_map(|input| &input.coverage.not_run) {
        let fields = by_reason.entry(not_run.reason).or_default().entry(not_run.code).or_default();
        fields.extend(not_run.fields.iter().cloned());
    }
    if !report.not_built.is_empty() {
        let not_built = report.not_built.iter().map(|&code| (code, BTreeSet::new()));
        by_reason.entry(NotRunReason::NotBuilt).or_default().extend(not_built);
    }
    by_reason
}

/// A number with its noun: Chinese has a measure word, English a plural.
fn count(number: u64, (zh, en): (&str, &str), lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number} {zh}"),
        Lang::En if number == 1 => format!("1 {en}"),
        Lang::En => format!("{number} {en}s"),
    }
}

/// How many there are of each severity.
pub(super) fn by_severity(of: impl Fn(Severity) -> u64, lang: Lang) -> String {
    let (errors, warnings, notices) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    match lang {
        Lang::Zh => format!("错误 {errors} 项，警告 {warnings} 项，提示 {notices} 项"),
        Lang::En => [(errors, "error"), (warnings, "warning"), (notices, "notice")]
            .map(|(number, noun)| count(number, ("", noun), lang))
            .join(", "),
    }
}

/// A report, and the language in which it is told.
pub(super) struct Said<'a> {
    pub(super) report: &'a Report,
    pub(super) lang: Lang,
    pub(super) not_run: NotRunByReason,
}

impl<'a> Said<'a> {
    pub(super) fn new(report: &'a Report, lang: Lang) -> Self {
        Self { report, lang, not_run: not_run(report) }
    }

    pub(super) fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        say(self.lang, zh, en)
    }

    /// A number with its noun.
    pub(super) fn count(&self, number: u64, zh: &str, en: &str) -> String {
        count(number, (zh, en), self.lang)
    }

    pub(super) fn join(&self, parts: &[String]) -> String {
        let shown: Vec<&str> = parts.iter().take(MOST).map(String::as_str).collect();
        let text = shown.join(self.say("、", ", "));
        match (parts.len().saturating_sub(MOST), self.lang) {
            (0, _) => text,
            (more, Lang::Zh) => format!("{text} 等，另有 {more} 个"),
            (more, Lang::En) => format!("{text} and {more} more"),
        }
    }

    pub(super) fn by_severity(&self, of: impl Fn(Severity) -> u64) -> String {
        by_severity(of, self.lang)
    }

    /// Why rules did not run, in words.
    pub(super) fn reason(&self, reason: NotRunReason) -> &'static str {
        match self.lang {
            Lang::Zh => reason.title_zh(),
            Lang::En => match reason {
                NotRunReason::NotBuilt => "not built in this version",
                NotRunReason::Ignored => "ignored",
                NotRunReason::NotSelected => "not selected",
                NotRunReason::NotHeld => "fields that the source does not hold",
                NotRunReason::InputMissing => "another input was not given",
                NotRunReason::ReadingStopped => "reading stopped before the end",
                NotRunReason::RecordsUnread => "some records could not be read",
                NotRunReason::ListIncomplete => "lists not declared complete",
                NotRunReason::EarlierEdition => "figures older than the edition",
                NotRunReason::NotCountable => "figures that the catalog cannot tell",
                NotRunReason::LawOutdated => "the law is known to a day more than a year before",
                NotRunReason::InstrumentNotHeld => "instruments about which nothing is held",
                NotRunReason::OutsidePeriod => "outside the period in which the rule applies",
                NotRunReason::VersionUnsupported => "schema version not supported",
            },
        }
    }

    /// The rule with most findings, among those that found errors if there are any.
    pub(super) fn worst(&self) -> Option<RuleCode> {
        let errors = self.report.count(Severity::Error) > 0;
        let because: BTreeSet<RuleCode> = self
            .report
            .inputs
            .iter()
            .flat_map(|input| Aspect::ALL.iter().map(|&aspect| input.verdicts.of(aspect)))
            .filter(|judgement| judgement.verdict == Verdict::No)
            .flat_map(|judgement| judgement.because.iter().copied())
            .collect();
        let by_rule = self.report.by_rule();
        let found_errors = |code: &RuleCode| because.contains(code);
        // Errors that are new may be of rules of no verdict.
        let among_errors = errors && by_rule.keys().any(found_errors);
        let mut worst: Option<(RuleCode, u64)> = None;
        for (code, count) in by_rule {
            if (!among_errors || found_errors(&code)) && worst.is_none_or(|(_, most)| count > most) {
                worst = Some((code, count));
            }
        }
        worst.map(|(code, _)| code)
    }
}
