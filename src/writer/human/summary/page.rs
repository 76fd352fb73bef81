//! The page on which a summary is written: numbers, lists and lines in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use crate::finding::{RuleCode, Severity};
use crate::lang::Lang;
use crate::report::{NotRunReason, Report};
use crate::writer::human::Options;

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

/// What a summary is made of, and the words in which all its parts speak.
pub(super) struct Page<'a> {
    pub(super) report: &'a Report,
    pub(super) options: &'a Options,
    pub(super) not_run: NotRunByReason,
}

impl<'a> Page<'a> {
    pub(super) fn new(report: &'a Report, options: &'a Options) -> Self {
        Self { report, options, not_run: not_run(report) }
    }

    pub(super) fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        self.options.say(zh, en)
    }

    /// A number with its noun: Chinese has a measure word, English a plural.
    pub(super) fn count(&self, number: u64, zh: &str, en: &str) -> String {
        match self.options.lang {
            Lang::Zh => format!("{number} {zh}"),
            Lang::En if number == 1 => format!("1 {en}"),
            Lang::En => format!("{number} {en}s"),
        }
    }

    /// A line with its label.
    pub(super) fn line(&self, zh: &str, en: &str, text: &str, to: &mut impl Write) -> io::Result<()> {
        match self.options.lang {
            Lang::Zh => writeln!(to, "  {zh}：{text}"),
            Lang::En => writeln!(to, "  {en}: {text}"),
        }
    }

    pub(super) fn join(&self, parts: &[String]) -> String {
        let shown: Vec<&str> = parts.iter().take(MOST).map(String::as_str).collect();
        let text = shown.join(self.say("、", ", "));
        match (parts.len().saturating_sub(MOST), self.options.lang) {
            (0, _) => text,
            (more, Lang::Zh) => format!("{text} 等，另有 {more} 个"),
            (more, Lang::En) => format!("{text} and {more} more"),
        }
    }

    pub(super) fn by_severity(&self, of: impl Fn(Severity) -> u64) -> String {
        let (errors, warnings, notices) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
        match self.options.lang {
            Lang::Zh => format!("错误 {errors} 项，警告 {warnings} 项，提示 {notices} 项"),
            Lang::En => [(errors, "error"), (warnings, "warning"), (notices, "notice")]
                .map(|(number, noun)| self.count(number, "", noun))
                .join(", "),
        }
    }

    /// Why rules did not run, in words.
    pub(super) fn reason(&self, reason: NotRunReason) -> &'static str {
        match self.options.lang {
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
}
