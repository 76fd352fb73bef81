//! Authorities: which body acts in which item, in what part and by what title.

use crate::codelist::{AuthorityRole, BodyNature, ItemType, PowerSource};
use crate::facts::bodies::BodyFacts;
use crate::facts::growth;
use crate::model::{Authority, Item, Kind, Pointer};

/// Facts about who acts in items, in the order of the items.
#[derive(Debug, Default)]
pub(crate) struct AuthorityFacts {
    authorities: Vec<KnownAuthority>,
}

/// A body that acts in an item in force.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownAuthority {
    /// The item, by its ordinal.
    pub(crate) item: u32,
    /// The body, by its number.
    pub(crate) body: u32,
    /// Where among the authorities of the item it stands; a service has one body.
    pub(crate) at: u16,
    pub(crate) kind: Kind,
    pub(crate) item_type: ItemType,
    /// A service does not state it; its body implements it, so it decides.
    pub(crate) role: AuthorityRole,
    pub(crate) nature: Option<BodyNature>,
    /// Whether the provisions are cited by which it acts.
    pub(crate) has_basis: bool,
    /// Whether it was entrusted: by its role, by its nature, by the body that entrusted it or by the source of the power.
    pub(crate) is_entrusted: bool,
    /// The body that entrusted it, by its number.
    pub(crate) entrusted_by: Option<u32>,
}

impl KnownAuthority {
    /// Where in the item the body is named.
    pub(crate) fn pointer(&self) -> Pointer {
        if self.kind == Kind::ServiceItem {
            return Pointer::member("organization");
        }
        Pointer::element("authorities", self.at.into()).below("organization")
    }

    /// Whether the body exercises the power: who accepts, reviews first or undertakes does not.
    pub(crate) fn exercises(&self) -> bool {
        matches!(self.role, AuthorityRole::Decide | AuthorityRole::Joint)
    }
}

impl AuthorityFacts {
    /// Adds the bodies of an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>, bodies: &mut BodyFacts) {
        let source = item.power_source();
        let has_entrusted_source =
            matches!(source, Some(PowerSource::EntrustedBySuperior | PowerSource::EntrustedByPeer));
        let known = |body, at, role, nature, has_basis, entrusted_by: Option<u32>| KnownAuthority {
            item: ordinal,
            body,
            at,
            kind: item.kind(),
            item_type: item.item_type(),
            role,
            nature,
            has_basis,
            is_entrusted: role == AuthorityRole::Entrusted
                || nature == Some(BodyNature::Entrusted)
                || entrusted_by.is_some()
                || (has_entrusted_source && role == AuthorityRole::Decide),
            entrusted_by,
        };
        if let Item::Service(service) = item {
            let body = bodies.number_of(service.organization.id());
            let by = service.entrusted_by.as_ref().map(|by| bodies.number_of(by.id()));
            growth::add(&mut self.authorities, known(body, 0, AuthorityRole::Decide, service.body_nature, false, by));
            return;
        }
        for (at, authority) in (0..=u16::MAX).zip(item.authorities()) {
            let body = bodies.number_of(authority.organization.id());
            let by = authority.entrusted_by.as_ref().map(|by| bodies.number_of(by.id()));
            let has_basis = !authority.basis.is_empty();
            growth::add(&mut self.authorities, known(body, at, authority.role, authority.nature, has_basis, by));
        }
    }

    pub(crate) fn all(&self) -> &[KnownAuthority] {
        &self.authorities
    }

    /// Those of one item.
    pub(crate) fn of_item(&self, ordinal: u32) -> &[KnownAuthority] {
        let begin = self.authorities.partition_point(|known| known.item < ordinal);
        let end = self.authorities.partition_point(|known| known.item <= ordinal);
        self.authorities.get(begin..end).unwrap_or_default()
    }
}

/// Whether a body exercises a power that another entrusted to it; who accepts, reviews first or undertakes exercises none.
pub(crate) fn is_entrusted(authority: &Authority) -> bool {
    match authority.role {
        AuthorityRole::Entrusted => true,
        AuthorityRole::Decide | AuthorityRole::Joint => {
            authority.nature == Some(BodyNature::Entrusted) || authority.entrusted_by.is_some()
        }
        AuthorityRole::Accept | AuthorityRole::FirstReview | AuthorityRole::Undertake => false,
    }
}
