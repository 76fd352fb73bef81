//! The scope: what every rule may know besides what it looks at.

use crate::law::facts::LawFacts;
use crate::law::openings::Openings;
use crate::model::{Date, FieldPath, Header};

/// What every rule may know besides what it looks at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'a> {
    /// The header of the catalog; none where it could not be read.
    pub(crate) header: Option<&'a Header>,
    /// The fields that the source does not hold.
    pub(crate) not_held: &'a [FieldPath],
    /// The day as of which to judge.
    pub(crate) as_of: Option<Date>,
    /// The instruments that are known.
    pub(crate) law: &'a LawFacts,
    /// How their articles begin, where that is known.
    pub(crate) openings: Option<&'a Openings>,
}

impl Scope<'_> {
    /// Whether the source has this field at all, and those above it; what is not held is never missing.
    pub(crate) fn holds(&self, field: &str) -> bool {
        !self.not_held.iter().any(|path| path.includes(field))
    }
}
