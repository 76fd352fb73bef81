//! The scope: what every rule may know besides what it looks at.

use crate::code::DivisionCode;
use crate::codelist::LegalRank;
use crate::facts::Facts;
use crate::judged::OtherCatalog;
use crate::law::facts::LawFacts;
use crate::law::openings::Held;
use crate::law::region::{FixedValue, GivenValue, Parameter};
use crate::model::{Date, Field, FieldPath, Header, Id};

/// 判断范围: what every rule may know besides what it looks at.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    pub(crate) header: Option<&'a Header>,
    pub(crate) not_held: &'a [FieldPath],
    pub(crate) as_of: Option<Date>,
    pub(crate) law: &'a LawFacts,
    pub(crate) openings: Option<Held<'a>>,
    /// From the highest to the nearest.
    pub(crate) superiors: &'a [OtherCatalog],
    pub(crate) previous: Option<&'a OtherCatalog>,
    pub(crate) parameters: &'a [GivenValue],
    /// What is known of the records read so far, while they are read.
    pub(crate) so_far: Option<&'a Facts>,
}

impl<'a> Scope<'a> {
    /// The header of the catalog; none where it could not be read.
    #[must_use]
    pub fn header(&self) -> Option<&'a Header> {
        self.header
    }

    /// The day as of which to judge.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// The instruments that are known.
    #[must_use]
    pub fn law(&self) -> &'a LawFacts {
        self.law
    }

    /// Whether the source has this field at all, and those above it; what is not held is never missing. A field is named
    /// with its list: `licensing_items.fees`.
    #[must_use]
    pub fn holds(&self, field: &str) -> bool {
        !self.not_held.iter().any(|path| path.includes(field))
    }

    /// Whether the source has all of these fields.
    pub(crate) fn holds_all(&self, fields: &[Field]) -> bool {
        fields.iter().all(|field| self.holds(field.path()))
    }

    /// 地区参数: the value of a parameter for the division of the catalog on a day: one that was given to the check, or else
    /// one that is held.
    #[must_use]
    pub fn parameter(&self, parameter: Parameter, day: Date) -> Option<FixedValue<'a>> {
        FixedValue::of(self.parameters, parameter, self.division().as_ref(), day)
    }

    /// Whether there is a value of a parameter for the division of the catalog, on whatever day.
    pub(crate) fn has_parameter(&self, parameter: Parameter) -> bool {
        FixedValue::is_there(self.parameters, parameter, self.division().as_ref())
    }

    fn division(&self) -> Option<DivisionCode> {
        self.header.and_then(|header| header.division.value())
    }

    /// The rank of an instrument that the catalog describes, where its record was read already: that by which the citation
    /// will be judged.
    pub(crate) fn rank_so_far(&self, instrument: &Id) -> Option<LegalRank> {
        let edition = &self.so_far?.instrument(instrument.as_str())?.edition;
        let held = self.law.instrument(edition.title.as_str());
        let of_held = held.and_then(|held| self.as_of.map_or_else(|| held.rank_throughout(), |day| held.rank(day)));
        Some(of_held.unwrap_or(edition.rank))
    }

    /// The lists of the superior levels that were given, from the highest to the nearest; at least one for a rule that
    /// [needs](super::Need::Superior) it.
    #[must_use]
    pub fn superiors(&self) -> &'a [OtherCatalog] {
        self.superiors
    }

    /// The previous edition, where it was given; always for a rule that [needs](super::Need::Previous) it.
    #[must_use]
    pub fn previous(&self) -> Option<&'a OtherCatalog> {
        self.previous
    }
}
