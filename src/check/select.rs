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
    /// The code or name that may be meant.
    pub nearest: Option<String>,
}

/// The code or name of a rule that a text may mean, in any case, and the code of that rule.
pub(crate) fn nearest_rule(found: &str) -> Option<(String, RuleCode)> {
    let found: String = found.chars().take(60).collect::<String>().to_ascii_lowercase();
    let spelled = known().flat_map(|(code, name)| [(code.to_string(), code), (name.to_owned(), code)]);
    let near = spelled
        .map(|(spelled, code)| (strsim::osa_distance(&found, &spelled.to_ascii_lowercase()), spelled, code))
        .filter(|(distance, spelled, _)| distance.saturating_mul(3) <= spelled.len());
    near.min().map(|(_, spelled, code)| (spelled, code))
}

/// The rules of this version and those that are announced, by code and name.
fn known() -> impl Iterator<Item = (RuleCode, &'static str)> {
    let planned = rules::PLANNED.iter().map(|planned| (planned.code, planned.name));
    rules::all().map(|rule| (rule.code, rule.name)).chain(planned)
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
        let unknown =
            || UnknownRule { found: text.to_owned(), nearest: nearest_rule(text).map(|(spelled, _)| spelled) };
        let is_known = |code: RuleCode| code.is_own() || known().any(|(known, _)| known == code);
        if let Ok(code) = text.parse() {
            return if is_known(code) { Ok(Self::Rule(code)) } else { Err(unknown()) };
        }
        if let Some([digit @ b'0'..=b'9']) = text.strip_prefix("QD").map(str::as_bytes) {
            return Ok(Self::Family(u16::from(digit.wrapping_sub(b'0'))));
        }
        let found = known().find(|(_, name)| *name == text);
        found.map(|(code, _)| Self::Rule(code)).ok_or_else(unknown)
    }
}
