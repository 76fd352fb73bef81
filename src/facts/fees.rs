//! Fees of licenses: which of them lack something that belongs to a fee.
//!
//! A column that is empty in every row is one thing to mend, and not one a row.

use crate::codelist::{FeeKind, ItemType};
use crate::model::{Fee, Item, Kind};

/// Facts about fees, by list.
#[derive(Debug, Default)]
pub(crate) struct FeeFacts {
    licensing: FeesOfList,
    service: FeesOfList,
}

/// The fees of the licenses of one list.
#[derive(Debug, Default)]
pub(crate) struct FeesOfList {
    /// How many licenses name what they charge.
    pub(crate) named: u64,
    /// How many fees state their standard, and their basis.
    pub(crate) with_standard: u64,
    pub(crate) with_basis: u64,
    /// In the order of the items.
    pub(crate) lacking: Vec<LackingFee>,
}

/// What a license, or one of its fees, lacks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LackingFee {
    /// The item, by its ordinal.
    pub(crate) item: u32,
    pub(crate) lacks: Lacks,
}

/// What is lacking.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lacks {
    /// The license charges, and names no fee.
    Fees,
    /// The license charges nothing, and names fees.
    Charge,
    /// Parts of a fee, by its place among the fees of the license.
    Parts { at: u16, standard: bool, basis: bool },
}

impl FeeFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>) {
        let list = match item {
            Item::Licensing(_) => &mut self.licensing,
            Item::Service(_) => &mut self.service,
            Item::Power(_) => return,
        };
        if item.item_type() == ItemType::Licensing {
            list.add(ordinal, item);
        }
    }

    /// Those of a list; none of one that states no fees.
    pub(crate) fn of_list(&self, kind: Kind) -> Option<&FeesOfList> {
        match kind {
            Kind::LicensingItem => Some(&self.licensing),
            Kind::ServiceItem => Some(&self.service),
            _ => None,
        }
    }
}

impl FeesOfList {
    fn add(&mut self, item: u32, of: Item<'_>) {
        let (fees, charges) = (of.fees(), of.charges_fee());
        let mut lack = |lacks| self.lacking.push(LackingFee { item, lacks });
        if fees.is_empty() {
            if charges == Some(true) {
                lack(Lacks::Fees);
            }
            return;
        }
        if charges == Some(false) && !fees.iter().all(is_waived) {
            lack(Lacks::Charge);
        }
        self.named = self.named.saturating_add(1);
        if charges == Some(false) {
            return;
        }
        for (at, fee) in (0..=u16::MAX).zip(fees) {
            self.add_fee(item, at, fee);
        }
    }

    fn add_fee(&mut self, item: u32, at: u16, fee: &Fee) {
        let standard = fee.standard.is_none();
        // A price is agreed on, and needs no norm.
        let basis = fee.basis.is_empty() && fee.kind != Some(FeeKind::Service);
        self.with_standard = self.with_standard.saturating_add(u64::from(!standard));
        self.with_basis = self.with_basis.saturating_add(u64::from(!fee.basis.is_empty()));
        if standard || basis {
            self.lacking.push(LackingFee { item, lacks: Lacks::Parts { at, standard, basis } });
        }
    }
}

/// Whether the standard says that the fee is not taken.
fn is_waived(fee: &Fee) -> bool {
    const WORDS: [&str; 6] = ["免收", "免征", "免费", "停征", "不收", "取消"];
    fee.standard.as_ref().is_some_and(|standard| WORDS.iter().any(|word| standard.as_str().contains(word)))
}
