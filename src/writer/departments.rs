//! The findings by the departments that answer for them, and of each by rule.

use std::cmp::Reverse;

use indexmap::IndexMap;

use crate::finding::{Finding, ResponsibleBody, RuleCode, Severity};
use crate::lang::Lang;
use crate::report::{InputReport, Report};
use crate::writer::said::groups;
use crate::writer::say;

/// A department with what it has to see to.
pub(super) struct Department<'a> {
    /// The input: two catalogs may call different departments the same.
    pub(super) input: &'a InputReport,
    /// None for findings of which nothing says who answers for them.
    pub(super) body: Option<&'a ResponsibleBody>,
    pub(super) tally: Tally,
    /// By rule, those with errors first, then those with most findings.
    pub(super) rules: Vec<OfRule<'a>>,
}

impl Department<'_> {
    /// What it is called, as the data has it.
    pub(super) fn body_name(&self, lang: Lang) -> &str {
        match self.body {
            None => say(lang, "清单编制单位（未列明责任部门）", "nobody named (whoever keeps the catalog)"),
            Some(body) => body.name.as_deref().unwrap_or(body.id.as_ref()),
        }
    }

    /// The same, with its input where there are several.
    pub(super) fn name(&self, report: &Report, lang: Lang) -> String {
        let name = self.body_name(lang);
        if report.inputs.len() < 2 {
            return name.to_owned();
        }
        match lang {
            Lang::Zh => format!("{name}（{}）", self.input.name),
            Lang::En => format!("{name} ({})", self.input.name),
        }
    }
}

/// The findings of one rule.
pub(super) struct OfRule<'a> {
    pub(super) code: RuleCode,
    pub(super) tally: Tally,
    /// Equal findings together.
    pub(super) groups: Vec<Vec<&'a Finding>>,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) errors: u64,
    pub(super) warnings: u64,
    pub(super) notices: u64,
}

impl Tally {
    pub(super) fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            let count = match finding.severity {
                Severity::Error => &mut tally.errors,
                Severity::Warning => &mut tally.warnings,
                Severity::Info => &mut tally.notices,
            };
            *count = count.saturating_add(1);
        }
        tally
    }

    /// Counts those of another.
    #[cfg(all(feature = "ci", feature = "import"))]
    pub(super) fn add(&mut self, other: &Self) {
        self.errors = self.errors.saturating_add(other.errors);
        self.warnings = self.warnings.saturating_add(other.warnings);
        self.notices = self.notices.saturating_add(other.notices);
    }

    pub(super) fn by(&self, severity: Severity) -> u64 {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Info => self.notices,
        }
    }

    pub(super) fn total(&self) -> u64 {
        self.errors.saturating_add(self.warnings).saturating_add(self.notices)
    }

    /// What comes first: the most errors, then the most of all.
    fn rank(self) -> Reverse<(u64, u64)> {
        Reverse((self.errors, self.total()))
    }
}

/// What a department is known by: its name, under which a catalog may hold it twice, else its id.
#[derive(PartialEq, Eq, Hash)]
enum Called<'a> {
    Name(&'a str),
    Id(&'a str),
}

impl<'a> Called<'a> {
    fn of(body: &'a ResponsibleBody) -> Self {
        body.name.as_deref().map_or_else(|| Self::Id(body.id.as_ref()), Self::Name)
    }
}

/// The departments with findings, those with most errors first; last what nobody is said to answer for.
pub(super) fn departments(report: &Report) -> Vec<Department<'_>> {
    let mut departments = Vec::new();
    for input in &report.inputs {
        let mut of_input: IndexMap<Option<Called<'_>>, Vec<&Finding>> = IndexMap::new();
        for finding in &input.findings {
            of_input.entry(finding.body.as_ref().map(Called::of)).or_default().push(finding);
        }
        departments.extend(of_input.into_values().map(|findings| Department {
            input,
            body: findings.first().and_then(|finding| finding.body.as_ref()),
            tally: Tally::of(findings.iter().copied()),
            rules: by_rule(&findings),
        }));
    }
    departments.sort_by_key(|department| (department.body.is_none(), department.tally.rank()));
    departments
}

fn by_rule<'a>(findings: &[&'a Finding]) -> Vec<OfRule<'a>> {
    let mut by_rule: IndexMap<RuleCode, Vec<&'a Finding>> = IndexMap::new();
    for &finding in findings {
        by_rule.entry(finding.code).or_default().push(finding);
    }
    let mut rules: Vec<OfRule<'a>> = by_rule
        .into_iter()
        .map(|(code, findings)| {
            let tally = Tally::of(findings.iter().copied());
            let mut groups = groups(findings);
            groups.sort_by_key(|group| group.first().map(|finding| finding.severity));
            OfRule { code, tally, groups }
        })
        .collect();
    rules.sort_by_key(|rule| (rule.tally.rank(), rule.code));
    rules
}
