//! What several rules about item share.

use crate::Bilingual;
use crate::code::{ItemCode, ItemCodeScheme};
use crate::codelist::{AuthorityRole, ItemLevel, ItemType};
use crate::lang::two;
use crate::model::visit::Leaf;
use crate::model::{Authority, Id, Kind, Pointer, RecordRef, Ref};

/// Where in a record a code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum CodeSlot {
    CreditCode,
    Code,
    BaseCode,
    ImplementationCode,
    BusinessCode,
    LocalCode(u16),
}

impl CodeSlot {
    /// The field of the record.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::CreditCode => "credit_code",
            Self::Code => "code",
            Self::BaseCode => "base_code",
            Self::ImplementationCode => "implementation_code",
            Self::BusinessCode => "business_code",
            Self::LocalCode(_) => "local_codes",
        }
    }

    /// What may stand here, in words.
    pub(super) fn expected(self) -> Bilingual {
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

    pub(super) fn pointer(self) -> Pointer {
        let mut pointer = Pointer::default();
        pointer.push(self.field());
        if let Self::LocalCode(index) = self {
            pointer.push_index(index.into());
        }
        pointer
    }

    /// Whether a code of this scheme may stand here.
    pub(super) fn takes(self, scheme: ItemCodeScheme) -> bool {
        match self {
            Self::BaseCode => scheme == ItemCodeScheme::Base12,
            Self::ImplementationCode => scheme == ItemCodeScheme::Implementation31,
            Self::BusinessCode => matches!(scheme, ItemCodeScheme::Business14 | ItemCodeScheme::Business33),
            Self::Code | Self::LocalCode(_) => scheme != ItemCodeScheme::Unknown,
            Self::CreditCode => false,
        }
    }
}

/// The slot of a text that is a code of an item, by the name of its type; the index of a local code is not looked at.
pub(super) fn slot_of(leaf: Leaf<'_>) -> Option<CodeSlot> {
    leaf.kind?;
    match leaf.name {
        "BaseCode" => Some(CodeSlot::BaseCode),
        "ImplementationCode" => Some(CodeSlot::ImplementationCode),
        "BusinessCode" => Some(CodeSlot::BusinessCode),
        "ItemCode" => match leaf.path.field() {
            "code" => Some(CodeSlot::Code),
            "local_codes" => Some(CodeSlot::LocalCode(0)),
            _ => None,
        },
        _ => None,
    }
}

/// An item of the licensing, power or service list.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) kind: Kind,
    pub(super) level: ItemLevel,
    pub(super) parent: Option<&'a Id>,
    pub(super) of_type: ItemType,
    pub(super) in_force: bool,
    pub(super) codes: Vec<(CodeSlot, &'a str)>,
    /// The bodies that decide.
    pub(super) implementers: Vec<&'a Id>,
    /// The bodies that entrusted it to them.
    pub(super) entrusters: Vec<&'a Id>,
}

impl<'a> Item<'a> {
    /// The item, if it is one and has a code.
    pub(super) fn of(record: RecordRef<'a>) -> Option<Self> {
        match record {
            RecordRef::LicensingItem(item) if item.code.is_none() => None,
            RecordRef::PowerItem(item) if item.code.is_none() => None,
            RecordRef::ServiceItem(item)
                if item.base_code.is_none()
                    && item.implementation_code.is_none()
                    && item.business_code.is_none()
                    && item.local_codes.is_empty() =>
            {
                None
            }
            RecordRef::LicensingItem(item) => {
                let (implementers, entrusters) = parties(&item.authorities);
                Some(Self {
                    kind: Kind::LicensingItem,
                    level: item.item_level,
                    parent: item.parent.as_ref().map(Ref::id),
                    of_type: ItemType::Licensing,
                    in_force: item.in_force(),
                    codes: item.code.iter().map(|code| (CodeSlot::Code, code.text())).collect(),
                    implementers,
                    entrusters,
                })
            }
            RecordRef::PowerItem(item) => {
                let (implementers, entrusters) = parties(&item.authorities);
                Some(Self {
                    kind: Kind::PowerItem,
                    level: item.item_level,
                    parent: item.parent.as_ref().map(Ref::id),
                    of_type: item.power_type,
                    in_force: item.in_force(),
                    codes: item.code.iter().map(|code| (CodeSlot::Code, code.text())).collect(),
                    implementers,
                    entrusters,
                })
            }
            RecordRef::ServiceItem(item) => {
                let mut codes = Vec::new();
                codes.extend(item.base_code.iter().map(|code| (CodeSlot::BaseCode, code.text())));
                codes.extend(item.implementation_code.iter().map(|code| (CodeSlot::ImplementationCode, code.text())));
                codes.extend(item.business_code.iter().map(|code| (CodeSlot::BusinessCode, code.text())));
                let local = (0..=u16::MAX).zip(&item.local_codes);
                codes.extend(local.map(|(index, code)| (CodeSlot::LocalCode(index), code.text())));
                Some(Self {
                    kind: Kind::ServiceItem,
                    level: item.item_level,
                    parent: item.parent.as_ref().map(Ref::id),
                    of_type: item.service_type,
                    in_force: item.in_force(),
                    codes,
                    implementers: vec![item.organization.id()],
                    entrusters: item.entrusted_by.iter().map(Ref::id).collect(),
                })
            }
            _ => None,
        }
    }

    /// The codes that have the shape of a scheme that may stand where they stand.
    pub(super) fn recognised(&self) -> impl Iterator<Item = (CodeSlot, ItemCode)> {
        self.codes.iter().filter_map(|&(slot, text)| {
            let code = ItemCode::parse(text).ok()?;
            slot.takes(code.scheme()).then_some((slot, code))
        })
    }
}

fn parties(authorities: &[Authority]) -> (Vec<&Id>, Vec<&Id>) {
    let deciding = || authorities.iter().filter(|authority| authority.role == AuthorityRole::Decide);
    (
        deciding().map(|authority| authority.organization.id()).collect(),
        deciding().filter_map(|authority| authority.entrusted_by.as_ref()).map(Ref::id).collect(),
    )
}
