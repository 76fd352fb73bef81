//! JSON Pointers.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// JSON 指针: a place in a JSON text (RFC 6901), such as `/power_items/3/name`; empty for the whole.
///
/// ```
/// use qingdan::model::Pointer;
/// let mut pointer = Pointer::default();
/// pointer.push("service_items");
/// pointer.push_index(3);
/// pointer.push("a/b");
/// assert_eq!(pointer.as_str(), "/service_items/3/a~1b");
/// assert_eq!(pointer.segments().collect::<Vec<_>>(), ["service_items", "3", "a/b"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Pointer(String);

impl Pointer {
    /// A pointer to the member of this name.
    ///
    /// ```
    /// assert_eq!(qingdan::model::Pointer::member("id").as_str(), "/id");
    /// ```
    #[must_use]
    pub fn member(name: &str) -> Self {
        let mut pointer = Self::default();
        pointer.push(name);
        pointer
    }

    /// A pointer to an element of the list of this name.
    pub(crate) fn element(list: &str, index: usize) -> Self {
        let mut pointer = Self::member(list);
        pointer.push_index(index);
        pointer
    }

    /// The pointer to a member of what it points to.
    pub(crate) fn below(mut self, name: &str) -> Self {
        self.push(name);
        self
    }

    /// The pointer as written in RFC 6901.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Appends the name of a member.
    pub fn push(&mut self, name: &str) {
        self.0.push('/');
        if !name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            self.0.push_str(name);
            return;
        }
        for c in name.chars() {
            match c {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                c => self.0.push(c),
            }
        }
    }

    /// Appends the index of an element, from 0.
    pub fn push_index(&mut self, index: usize) {
        self.0.push('/');
        self.0.push_str(&index.to_string());
    }

    /// The pointer followed by another below it.
    #[must_use]
    pub fn join(&self, below: &Self) -> Self {
        Self(format!("{}{}", self.0, below.0))
    }

    /// The pointer of so many of its first segments.
    pub(crate) fn first(&self, segments: usize) -> Self {
        let end = self.0.match_indices('/').nth(segments).map_or(self.0.len(), |(at, _)| at);
        Self(self.0.get(..end).unwrap_or_default().to_owned())
    }

    /// The segments, unescaped.
    pub fn segments(&self) -> impl Iterator<Item = String> {
        self.0.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~"))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
