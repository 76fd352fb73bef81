//! Materials of licenses that are demanded without a basis, and whether the list states the basis of any material.

use crate::codelist::{ItemType, MaterialKind, MaterialNecessity};
use crate::model::{Item, Kind, Material};

/// Facts about the bases of materials, by list.
#[derive(Debug, Default)]
pub(crate) struct MaterialBasisFacts {
    licensing: BasesOfList,
    service: BasesOfList,
}

/// The same of one list, in the order of records.
#[derive(Debug, Default)]
pub(crate) struct BasesOfList {
    /// Whether the basis of any material is stated, of whatever item.
    pub(crate) any_stated: bool,
    /// The proofs without a basis.
    pub(crate) proofs: Vec<BareProof>,
    /// The items with other materials without a basis.
    pub(crate) others: Vec<BareMaterials>,
}

/// A proof that a license demands without a basis.
#[derive(Debug)]
pub(crate) struct BareProof {
    pub(crate) ordinal: u32,
    /// Where among the materials it stands.
    pub(crate) at: u16,
    pub(crate) name: Box<str>,
}

/// Materials of a license without a basis, proofs and forms left out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BareMaterials {
    pub(crate) ordinal: u32,
    /// The first of them.
    pub(crate) first: u16,
    pub(crate) count: u16,
}

/// Whether an applicant has to hand a material in.
pub(crate) fn is_demanded(material: &Material) -> bool {
    material.exempt != Some(true) && material.necessity != Some(MaterialNecessity::Optional)
}

impl MaterialBasisFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>) {
        let list = match item {
            Item::Licensing(_) => &mut self.licensing,
            Item::Service(_) => &mut self.service,
            Item::Power(_) => return,
        };
        let materials = item.materials();
        list.any_stated = list.any_stated || materials.iter().any(|material| !material.basis.is_empty());
        if item.item_type() != ItemType::Licensing {
            return;
        }
        let mut others: Option<BareMaterials> = None;
        for (at, material) in (0..=u16::MAX).zip(materials) {
            if !material.basis.is_empty() || !is_demanded(material) {
                continue;
            }
            match material.kind {
                MaterialKind::Proof => {
                    list.proofs.push(BareProof { ordinal, at, name: material.name.as_str().into() });
                }
                MaterialKind::Document => {
                    let others = others.get_or_insert(BareMaterials { ordinal, first: at, count: 0 });
                    others.count = others.count.saturating_add(1);
                }
                // 行政许可法 §29 lets the organ prescribe the form of the application.
                MaterialKind::Form => {}
            }
        }
        list.others.extend(others);
    }

    pub(crate) fn list(&self, kind: Kind) -> Option<&BasesOfList> {
        match kind {
            Kind::LicensingItem => Some(&self.licensing),
            Kind::ServiceItem => Some(&self.service),
            _ => None,
        }
    }
}
