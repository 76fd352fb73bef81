//! What a configuration takes more strictly than the types that it shares with reports.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{RuleLevel, RuleName};
use crate::check::RuleSelector;
use crate::finding::RuleCode;
use crate::model::Pointer;

pub(super) const NO_RULE: &str = "no rule has this code; `qingdan rules` lists them";
pub(super) const NO_POINTER: &str = "no path; a path is empty or begins with `/`, such as `/parent`";
pub(super) const NAMED_TWICE: &str = "an earlier key of `rules` names the same rule; keep one of them";

/// The code of a rule that there is, or of one of somebody's own.
pub(super) fn code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<RuleCode, D::Error> {
    let code = RuleCode::deserialize(deserializer)?;
    match code.to_string().parse::<RuleSelector>() {
        Ok(_) => Ok(code),
        Err(_) => Err(D::Error::custom(NO_RULE)),
    }
}

pub(super) fn path<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Pointer>, D::Error> {
    let path = Option::<Pointer>::deserialize(deserializer)?;
    let is_one = |path: &Pointer| path.as_str().is_empty() || path.as_str().starts_with('/');
    if path.as_ref().is_none_or(is_one) { Ok(path) } else { Err(D::Error::custom(NO_POINTER)) }
}

/// The levels of rules, each rule named once: a code and a name may mean the same, and nobody knows which was to count.
pub(super) fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<RuleName, RuleLevel>, D::Error> {
    deserializer.deserialize_map(Rules)
}

struct Rules;

impl<'de> Visitor<'de> for Rules {
    type Value = BTreeMap<RuleName, RuleLevel>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut rules = BTreeMap::new();
        while let Some(name) = members.next_key_seed(NewName(&rules))? {
            rules.insert(name, members.next_value()?);
        }
        Ok(rules)
    }
}

/// A name that is not yet among those; it is refused as a key, so that the fault has the place of the key.
struct NewName<'r>(&'r BTreeMap<RuleName, RuleLevel>);

impl<'de> DeserializeSeed<'de> for NewName<'_> {
    type Value = RuleName;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<RuleName, D::Error> {
        let name = RuleName::deserialize(deserializer)?;
        if self.0.contains_key(&name) { Err(D::Error::custom(NAMED_TWICE)) } else { Ok(name) }
    }
}
