//! What the items of a list are called, and the codes that they have: by these an item of another list is the same.

use hashbrown::HashSet;

use crate::facts::Facts;
use crate::facts::licensed::{CodeKey, Tied};
use crate::facts::names::NameKey;
use crate::model::Kind;

/// What the items of a list are called, and the codes that they have.
#[derive(Debug)]
pub(crate) struct Called {
    names: HashSet<NameKey>,
    codes: HashSet<CodeKey>,
}

impl Called {
    /// Of the items in force of a list.
    pub(crate) fn of(facts: &Facts, kind: Kind) -> Self {
        Self {
            names: facts.names.list(kind).iter().map(|item| item.bare).collect(),
            codes: facts.licensed.list(kind).iter().filter_map(|item| item.code).collect(),
        }
    }

    /// Whether an item is called as one of them.
    pub(crate) fn has(&self, name: Option<NameKey>, code: Option<CodeKey>) -> bool {
        name.is_some_and(|name| self.names.contains(&name)) || code.is_some_and(|code| self.codes.contains(&code))
    }

    /// Whether an item of another list is called as one of them.
    pub(crate) fn has_item(&self, facts: &Facts, kind: Kind, item: &Tied) -> bool {
        self.has(facts.names.of_item(kind, item.ordinal).map(|named| named.bare), item.code)
    }
}
