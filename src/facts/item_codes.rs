//! The codes of items: where they stand, what may stand there, and the codes of one record, each parsed once.

use crate::Bilingual;
use crate::code::{CodeScheme, ItemCode, ItemCodeScheme};
use crate::lang::two;
use crate::model::leaf::{Leaf, LeafName};
use crate::model::{CodeSlot, Item};

/// A place of a code: the record by its ordinal, and where in it.
pub(crate) type Place = (u32, CodeSlot);

/// The code of an item, and where in its record it stands.
#[derive(Debug)]
pub(crate) struct ItemCodeAt {
    pub(crate) slot: CodeSlot,
    pub(crate) code: ItemCode,
}

impl ItemCodeAt {
    /// The code that a text is, if it is that of an item.
    pub(crate) fn of(leaf: Leaf<'_>) -> Option<Self> {
        let slot = slot_of(leaf)?;
        // No item has so many local codes; those after them have no slot of their own.
        if leaf.index() > usize::from(u16::MAX) {
            return None;
        }
        Some(Self { slot, code: ItemCode::parse(leaf.text).ok()? })
    }

    /// The codes of an item, in their order.
    pub(crate) fn of_item(item: Item<'_>) -> impl Iterator<Item = Self> {
        item.codes().filter_map(|(slot, text)| Some(Self { slot, code: ItemCode::parse(text).ok()? }))
    }

    /// Whether it has the shape of a scheme that may stand where it stands.
    pub(crate) fn is_recognised(&self) -> bool {
        self.slot.takes(self.code.scheme())
    }
}

impl CodeSlot {
    /// What may stand here, in words.
    pub(crate) fn expected(self) -> Bilingual {
        match self {
            Self::BaseCode => two("12位基本编码", "a base code of 12 characters"),
            Self::ImplementationCode => two("31位实施编码", "an implementation code of 31 characters"),
            Self::BusinessCode => two("33位或者14位业务办理项编码", "a code of a business item of 33 or 14 characters"),
            Self::CreditCode | Self::Code | Self::LocalCode(_) => two(
                "国家统一的事项编码（12、14、31或者33位），或者四川省、山东省的事项编码",
                "a national item code of 12, 14, 31 or 33 characters, or one of Sichuan or Shandong",
            ),
        }
    }

    /// Whether a code of this scheme may stand here.
    pub(crate) fn takes(self, scheme: ItemCodeScheme) -> bool {
        match self {
            Self::BaseCode => scheme == ItemCodeScheme::Base12,
            Self::ImplementationCode => scheme == ItemCodeScheme::Implementation31,
            Self::BusinessCode => matches!(scheme, ItemCodeScheme::Business14 | ItemCodeScheme::Business33),
            Self::Code | Self::LocalCode(_) => scheme != ItemCodeScheme::Unknown,
            Self::CreditCode => false,
        }
    }
}

/// The slot of a text that is a code of an item, by the name of its type.
pub(crate) fn slot_of(leaf: Leaf<'_>) -> Option<CodeSlot> {
    leaf.kind?;
    let LeafName::Code(scheme) = leaf.name else { return None };
    match scheme {
        CodeScheme::BaseCode => Some(CodeSlot::BaseCode),
        CodeScheme::ImplementationCode => Some(CodeSlot::ImplementationCode),
        CodeScheme::BusinessCode => Some(CodeSlot::BusinessCode),
        CodeScheme::ItemCode => match leaf.path.field() {
            "code" => Some(CodeSlot::Code),
            "local_codes" => Some(CodeSlot::LocalCode(u16::try_from(leaf.index()).unwrap_or(u16::MAX))),
            _ => None,
        },
        _ => None,
    }
}
