//! Townships: which powers statutes give to them, of those that a catalog cites.

use super::Whole;
use crate::codelist::ItemType;
use crate::law::township::{self, Names, TownshipPower};
use crate::model::Citation;

impl Whole<'_> {
    /// The powers of townships whose provisions a power in force cites, each with how surely it is meant.
    pub(crate) fn township_powers(&self, power: u32) -> Vec<(&'static TownshipPower, Names)> {
        let mut powers = Vec::new();
        for cited in self.facts.citations.townships.of_item(power) {
            let Some(instrument) = self.citations().instrument(cited.name) else { continue };
            powers.extend(township::powers().filter_map(|of| {
                let names = of.is_named(&instrument.title, cited.article, cited.paragraph, self.as_of)?;
                Some((of, names))
            }));
        }
        powers
    }

    /// Whether a power in force cites a provision that gives a power of this type to townships, surely or perhaps.
    pub(crate) fn may_be_of_townships(&self, power: u32, item_type: ItemType) -> bool {
        self.township_powers(power).iter().any(|(of, _)| of.types.contains(&item_type))
    }

    /// Whether citations name a provision that gives a power of this type to townships, surely or perhaps.
    pub(crate) fn name_townships(&self, citations: &[Citation], item_type: ItemType) -> bool {
        let of_type = || township::powers().filter(|of| of.types.contains(&item_type));
        self.basis(citations).norms().iter().any(|norm| {
            let mut named = norm.articles.iter().flat_map(|cited| of_type().map(move |of| (of, cited)));
            named.any(|(of, cited)| of.is_named(&norm.title, cited.article, cited.paragraph, self.as_of).is_some())
        })
    }
}
