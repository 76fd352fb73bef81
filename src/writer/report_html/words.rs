//! What departments, severities and rules are called on the page.

use super::Page;
use crate::finding::{RuleCode, Severity};
use crate::lang::Lang;
use crate::rules;
use crate::writer::departments::Department;

impl Page<'_> {
    /// A department as it is called.
    pub(super) fn name(&self, department: &Department<'_>) -> String {
        department.name(self.report, self.lang)
    }

    pub(super) fn severity(&self, severity: Severity) -> &'static str {
        match (self.lang, severity) {
            (Lang::Zh, _) => severity.title_zh(),
            (Lang::En, Severity::Info) => "notice",
            (Lang::En, _) => severity.as_str(),
        }
    }

    /// What a rule finds.
    pub(super) fn rule_title(&self, code: RuleCode) -> String {
        let of_report = self.report.rule(code).map(|rule| rule.title.text(self.lang));
        let title = of_report.or_else(|| rules::find(code).map(|rule| rule.title.text(self.lang)));
        title.unwrap_or_default().to_owned()
    }

    /// The provisions on which a rule stands.
    pub(super) fn grounds(&self, code: RuleCode) -> String {
        let citations = self.report.rule(code).map_or(&[][..], |rule| &rule.citations);
        let told = citations.iter().map(|ground| format!("{} {}", ground.document, ground.clause).trim().to_owned());
        told.collect::<Vec<_>>().join(self.say("；", "; "))
    }

    pub(super) fn count(&self, number: usize, noun: &str) -> String {
        self.said.count(u64::try_from(number).unwrap_or(u64::MAX), "", noun)
    }
}

/// The code of a rule, as markup.
pub(super) fn written(code: RuleCode) -> String {
    format!("<span class=\"code\">{code}</span>")
}
