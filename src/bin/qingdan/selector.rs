//! Rules as arguments name them.

use std::error::Error;
use std::fmt;

use qingdan::print::printable;
use qingdan::{RuleSelector, Severity};

/// A text that selects no rule, and the name or code that it may mean.
#[derive(Debug)]
pub(crate) struct UnknownSelector {
    nearest: Option<String>,
}

impl Error for UnknownSelector {}

impl fmt::Display for UnknownSelector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it names no rule; ")?;
        if let Some(nearest) = &self.nearest {
            write!(f, "did you mean `{nearest}`? ")?;
        }
        f.write_str("write a code such as `QD101`, a family such as `QD1`, or a name; `qingdan rules` lists them")
    }
}

impl UnknownSelector {
    pub(crate) fn zh(&self) -> String {
        let nearest = self.nearest.as_ref().map(|nearest| format!("，是否为 {nearest}？")).unwrap_or_default();
        format!("没有这样的规则{nearest}；写规则编号（如 QD101）、类别（如 QD1）或者规则名，qingdan rules 列出全部")
    }
}

/// A code, family or name in any case, with blanks around it.
pub(crate) fn selector(text: &str) -> Result<RuleSelector, UnknownSelector> {
    let text = text.trim();
    let upper = text.to_ascii_uppercase().parse::<RuleSelector>();
    let selector = upper.or_else(|_| text.to_ascii_lowercase().parse::<RuleSelector>());
    selector.map_err(|unknown| UnknownSelector { nearest: unknown.nearest })
}

/// Which findings are to have which severity.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Level {
    pub(crate) rules: RuleSelector,
    pub(crate) severity: Severity,
}

/// A text that says of no rule how grave its findings are to be called.
#[derive(Debug)]
pub(crate) enum WrongLevel {
    /// There is no `=` in it.
    NoSeverity,
    Rule(UnknownSelector),
    /// What stands after the `=`.
    Severity(String),
}

impl Error for WrongLevel {}

/// The severities there are.
fn severities(between: &str) -> String {
    Severity::ALL.iter().map(|severity| severity.as_str()).collect::<Vec<_>>().join(between)
}

impl fmt::Display for WrongLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSeverity => {
                write!(f, "expected a rule and a severity ({}), such as `QD116=error`", severities(", "))
            }
            Self::Rule(unknown) => unknown.fmt(f),
            Self::Severity(found) => write!(f, "found the severity `{found}`, allowed: {}", severities(", ")),
        }
    }
}

impl WrongLevel {
    pub(crate) fn zh(&self) -> String {
        match self {
            Self::NoSeverity => format!("应为规则和级别（{}），如 QD116=error", severities("、")),
            Self::Rule(unknown) => unknown.zh(),
            Self::Severity(found) => format!("没有级别“{found}”；可取值：{}", severities("、")),
        }
    }
}

/// A rule, family or name with a severity, `QD116=error`.
pub(crate) fn level(text: &str) -> Result<Level, WrongLevel> {
    let (rules, severity) = text.split_once('=').ok_or(WrongLevel::NoSeverity)?;
    let rules = selector(rules).map_err(WrongLevel::Rule)?;
    let severity = severity.trim();
    let known = severity.to_ascii_lowercase().parse();
    let severity = known.map_err(|_| {
        let found: String = severity.chars().take(60).collect();
        WrongLevel::Severity(printable(&found).into_owned())
    })?;
    Ok(Level { rules, severity })
}
