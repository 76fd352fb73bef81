//! Leaves: the named texts of a record.

use std::num::NonZeroU32;

use super::path::{Path, PathStep};
use super::{Date, Id, ItemRef, Kind, Pointer, SchemaVersion, Source, closest};
use crate::code::{CodeScheme, ItemCode};
use crate::text::Text;

/// What a text is, by the type of its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeafName {
    Text,
    Id,
    /// The id of an item whose kind another field names.
    ItemRef,
    /// The id of a record of this kind.
    Reference(Kind),
    Date,
    Code(CodeScheme),
    Version,
}

impl LeafName {
    /// By the name under which serializers and schemas know the type; of references, the tag of the kind.
    pub(crate) fn of_type(name: &str) -> Option<Self> {
        Some(match name {
            Text::NAME => Self::Text,
            Id::NAME => Self::Id,
            ItemRef::NAME => Self::ItemRef,
            Date::NAME => Self::Date,
            SchemaVersion::NAME => Self::Version,
            "CreditCode" => Self::Code(CodeScheme::CreditCode),
            "OrganizationCode" => Self::Code(CodeScheme::OrganizationCode),
            "DivisionCode" => Self::Code(CodeScheme::DivisionCode),
            "BaseCode" => Self::Code(CodeScheme::BaseCode),
            "ImplementationCode" => Self::Code(CodeScheme::ImplementationCode),
            "BusinessCode" => Self::Code(CodeScheme::BusinessCode),
            "ItemCode" => Self::Code(CodeScheme::ItemCode),
            "LicenseTypeCode" => Self::Code(CodeScheme::LicenseTypeCode),
            "LicenseIdentifier" => Self::Code(CodeScheme::LicenseIdentifier),
            tag => Self::Reference(Kind::from_tag(tag)?),
        })
    }
}

/// 文本: one named text of a record or of the header.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Leaf<'a> {
    /// What it is, by the type of its field.
    pub(crate) name: LeafName,
    /// The text as written.
    pub text: &'a str,
    /// Where it stands.
    pub path: Path<'a>,
    /// The kind of the record; none in the header.
    pub kind: Option<Kind>,
    /// Where the record was taken from.
    pub(crate) source: Option<&'a Source>,
    /// The item code that it is, parsed once for all who look at it.
    pub(crate) item_code: Option<&'a ItemCode>,
}

impl<'a> Leaf<'a> {
    /// The item code that it is, with its parts where its scheme is known; none of what is no code of an item.
    #[must_use]
    pub fn item_code(self) -> Option<&'a ItemCode> {
        self.item_code
    }

    /// The path as a JSON Pointer below the record or the header.
    #[must_use]
    pub fn pointer(self) -> Pointer {
        self.path.pointer()
    }

    /// The scheme whose code it is, by the type of its field; none of other texts and of dates.
    #[must_use]
    pub fn scheme(self) -> Option<CodeScheme> {
        if let LeafName::Code(scheme) = self.name { Some(scheme) } else { None }
    }

    /// Whether the text is the id of a record: of its own, or of another.
    pub(crate) fn is_id(self) -> bool {
        matches!(self.name, LeafName::Id | LeafName::ItemRef | LeafName::Reference(_))
    }

    /// Whether the text is the id of another record.
    pub(crate) fn is_reference(self) -> bool {
        matches!(self.name, LeafName::ItemRef | LeafName::Reference(_))
    }

    /// Its index in the list in which it stands; 0 where it stands in none.
    pub(crate) fn index(self) -> usize {
        if let Some(PathStep::Index(index)) = self.path.step() { index } else { 0 }
    }

    /// The row of the source in which its cell begins: of a merged cell the first, which is not that of each record.
    pub(crate) fn first_row(self) -> Option<NonZeroU32> {
        let source = self.source?;
        if source.rows.is_empty() {
            return source.row;
        }
        closest(|path| source.rows.get(path), self.path.names().into_iter()).copied().or(source.row)
    }
}
