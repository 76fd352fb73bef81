//! Provisions that may be those by which a statute names townships: the articles of [`township::POWERS`], under whatever
//! title. Which instrument is meant is known when all records are.

use std::num::NonZeroU16;

use crate::facts::citations::cited::List;
use crate::facts::citations::known::Name;
use crate::facts::citations::said::Said;
use crate::law::township;

/// Facts about such provisions, in the order of the items.
#[derive(Debug, Default)]
pub(crate) struct TownshipFacts {
    provisions: Vec<MayName>,
}

/// A provision that a power cites as what gives it, and that may name townships.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MayName {
    /// The power, by its ordinal.
    item: u32,
    pub(crate) name: Name,
    pub(crate) article: NonZeroU16,
    pub(crate) paragraph: Option<NonZeroU16>,
}

impl TownshipFacts {
    /// Adds the provisions that a citation names.
    pub(super) fn add(&mut self, item: u32, list: List, name: Name, said: &Said<'_>) {
        if !list.field.starts_with("power_items.") || !list.gives_power() {
            return;
        }
        for place in said.articles.iter().filter(|place| township::may_name(place.article.get())) {
            let (article, paragraph) = (place.article, place.paragraph);
            self.provisions.push(MayName { item, name, article, paragraph });
        }
    }

    /// Those of one power.
    pub(crate) fn of_item(&self, item: u32) -> &[MayName] {
        let begin = self.provisions.partition_point(|known| known.item < item);
        let end = self.provisions.partition_point(|known| known.item <= item);
        self.provisions.get(begin..end).unwrap_or_default()
    }
}
