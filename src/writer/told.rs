//! What is said of a finding in the same words, wherever it is shown. All of it is harmless to print.

use crate::finding::{Finding, RuleCode, Severity};
use crate::lang::Lang;
use crate::print::cut;
use crate::report::Report;
use crate::rules;
use crate::writer::{LONGEST_MESSAGE, LONGEST_NAME, say};

/// What is wrong.
pub(in crate::writer) fn message(finding: &Finding, lang: Lang) -> String {
    cut(finding.message.text(lang), LONGEST_MESSAGE)
}

/// What to do.
pub(in crate::writer) fn help(report: &Report, finding: &Finding, lang: Lang) -> String {
    let own = finding.help(lang);
    let of_report = || report.rule(finding.code).map_or("", |rule| rule.help.text(lang));
    cut(if own.is_empty() { of_report() } else { own }, LONGEST_MESSAGE)
}

/// The provisions on which a rule stands.
pub(in crate::writer) fn grounds(report: &Report, code: RuleCode) -> Vec<String> {
    match (rules::find(code), report.rule(code)) {
        (Some(rule), _) => rule.citations.iter().map(ToString::to_string).collect(),
        (None, Some(own)) => {
            let written = |(document, clause): (&str, &str)| cut(format!("{document} {clause}").trim(), LONGEST_NAME);
            own.citations.iter().map(|ground| written((&ground.document, &ground.clause))).collect()
        }
        (None, None) => Vec::new(),
    }
}

/// What a rule finds.
pub(in crate::writer) fn title(report: &Report, code: RuleCode, lang: Lang) -> String {
    let of_report = || report.rule(code).map_or("", |rule| rule.title.text(lang));
    cut(rules::find(code).map_or_else(of_report, |rule| rule.title.text(lang)), LONGEST_NAME)
}

/// A severity.
pub(in crate::writer) fn severity(severity: Severity, lang: Lang) -> &'static str {
    say(lang, severity.title_zh(), severity.as_str())
}
