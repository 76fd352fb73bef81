//! A place in the schema of a catalog: what stands there is called, and what its values mean, for those who put values
//! into words.

use serde_json::Value;

use super::titles::{DOCUMENT, inner};
use crate::model::Kind;

/// A record, a field of it, or an element of a list, as the schema describes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Described {
    /// As it is used here, with its title.
    used: &'static Value,
    /// What stands behind references.
    inner: &'static Value,
}

impl Described {
    fn new(used: &'static Value) -> Option<Self> {
        Some(Self { used, inner: inner(used)? })
    }

    /// The records of a kind.
    pub(crate) fn record(kind: Kind) -> Option<Self> {
        let array = DOCUMENT.get("properties")?.get(kind.array())?;
        Self::new(array)?.element()
    }

    /// A member of the object that stands here.
    pub(crate) fn member(self, name: &str) -> Option<Self> {
        Self::new(self.inner.get("properties")?.get(name)?)
    }

    /// An element of the list that stands here.
    pub(crate) fn element(self) -> Option<Self> {
        Self::new(self.inner.get("items")?)
    }

    /// What it is called in Chinese, where it is used.
    pub(crate) fn title_zh(self) -> Option<&'static str> {
        self.used.get("x-title-zh")?.as_str()
    }

    /// The name of its type, such as `Citation`; none where it is a plain text or list.
    pub(crate) fn type_name(self) -> Option<&'static str> {
        self.inner.get("title")?.as_str()
    }

    /// What a value of the list that stands here is called in Chinese.
    pub(crate) fn value_zh(self, value: &str) -> Option<&'static str> {
        self.inner.get("x-enum-titles")?.get(value)?.as_str()
    }

    /// The kind of records to which the text that stands here refers.
    pub(crate) fn refers_to(self) -> Option<Kind> {
        Kind::from_tag(self.used.get("x-refers-to")?.as_str()?)
    }
}
