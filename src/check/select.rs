//! Which rules are meant: one by its code or name, or a family.

use std::str::FromStr;

use crate::finding::RuleCode;
use crate::rules;

/// 选择: one rule, or a family of rules.
///
/// ```
/// use qingdan::RuleSelector;
/// let family: RuleSelector = "QD1".parse()?;
/// assert!(family.matches("QD104".parse()?));
/// assert!("QD999x".parse::<RuleSelector>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleSelector {
    /// One rule, written `QD101` or by its name; a rule of one's own, `X001`, by its code alone.
    Rule(RuleCode),
    /// A family, written `QD1`.
    Family(u16),
}

/// The text selects no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` names no rule; write a code such as `QD101` or a family such as `QD1`; `qingdan rules` lists them", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct UnknownRule {
    /// The text found.
    pub found: String,
}

impl RuleSelector {
    /// Whether a rule is among those selected.
    #[must_use]
    pub fn matches(self, code: RuleCode) -> bool {
        match self {
            Self::Rule(selected) => selected == code,
            Self::Family(family) => family == code.family(),
        }
    }
}

impl FromStr for RuleSelector {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        let unknown = || UnknownRule { found: text.to_owned() };
        let known = |code: RuleCode| {
            code.is_own() || rules::find(code).is_some() || rules::PLANNED.iter().any(|planned| planned.code == code)
        };
        if let Ok(code) = text.parse() {
            return if known(code) { Ok(Self::Rule(code)) } else { Err(unknown()) };
        }
        if let Some([digit @ b'0'..=b'9']) = text.strip_prefix("QD").map(str::as_bytes) {
            return Ok(Self::Family(u16::from(digit.wrapping_sub(b'0'))));
        }
        let rules = rules::all().map(|rule| (rule.name, rule.code));
        let planned = rules::PLANNED.iter().map(|planned| (planned.name, planned.code));
        let found = rules.chain(planned).find(|(name, _)| *name == text);
        found.map(|(_, code)| Self::Rule(code)).ok_or_else(unknown)
    }
}
