//! What hangs on each instrument, counted as the items are walked through.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::counts::{InstrumentImpact, NotHeldInstrument};
use super::entry::{ImpactEntry, shortened};
use super::list::ImpactClass;
use crate::facts::citations::Name;
use crate::law::facts::title_key;

/// Instruments that moved, with what hangs on them.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// The place of each in `counted`, by how it is named and by its key.
    by_name: HashMap<Name, usize>,
    by_key: HashMap<String, usize>,
    counted: Vec<Counted>,
}

/// An instrument, and the items that were counted last: they come one after the other.
#[derive(Debug)]
struct Counted {
    impact: InstrumentImpact,
    last_item: Option<u32>,
    last_unfounded: Option<u32>,
    last_renumbered: Option<u32>,
}

impl Tally {
    /// The instrument of a name, which is made when it is met first.
    pub(super) fn instrument(
        &mut self,
        name: Name,
        title: &str,
        make: impl FnOnce() -> InstrumentImpact,
    ) -> Option<(usize, &InstrumentImpact)> {
        let Self { by_name, by_key, counted } = self;
        let place = *by_name.entry(name).or_insert_with(|| {
            *by_key.entry(title_key(title)).or_insert_with(|| {
                let new = Counted { impact: make(), last_item: None, last_unfounded: None, last_renumbered: None };
                counted.push(new);
                counted.len().saturating_sub(1)
            })
        });
        Some((place, &counted.get(place)?.impact))
    }

    /// Counts a citation of it.
    pub(super) fn count(&mut self, place: usize, item: u32, entry: &ImpactEntry) {
        let Some(Counted { impact, last_item, last_unfounded, last_renumbered }) = self.counted.get_mut(place) else {
            return;
        };
        let once = |last: &mut Option<u32>, number: &mut u64| {
            if last.replace(item) != Some(item) {
                *number = number.saturating_add(1);
            }
        };
        once(last_item, &mut impact.items);
        match entry.class {
            ImpactClass::Unfounded => once(last_unfounded, &mut impact.unfounded),
            ImpactClass::Renumbered => once(last_renumbered, &mut impact.renumbered),
            ImpactClass::BasisEnded | ImpactClass::NewlyFounded | ImpactClass::Amended => {}
        }
        impact.citations = impact.citations.saturating_add(1);
        if entry.knows_article() {
            impact.articles_known = impact.articles_known.saturating_add(1);
        }
    }

    /// The instruments: most items first, of as many those by which more lose their ground.
    pub(super) fn instruments(self) -> Vec<InstrumentImpact> {
        let mut all: Vec<InstrumentImpact> = self.counted.into_iter().map(|counted| counted.impact).collect();
        all.sort_by(|a, b| {
            let order = |of: &InstrumentImpact| Reverse((of.items, of.unfounded, of.citations));
            order(a).cmp(&order(b)).then_with(|| a.title.cmp(&b.title))
        });
        all
    }
}

/// The titles that are not held with their citations, most cited first; one instrument is named in several ways.
pub(super) fn not_held<'a>(cited: impl IntoIterator<Item = (&'a str, u64)>) -> Vec<NotHeldInstrument> {
    let mut by_key: BTreeMap<String, NotHeldInstrument> = BTreeMap::new();
    for (title, citations) in cited {
        let new = || NotHeldInstrument { title: shortened(title), citations: 0 };
        let known = by_key.entry(title_key(title)).or_insert_with(new);
        known.citations = known.citations.saturating_add(citations);
    }
    let mut all: Vec<NotHeldInstrument> = by_key.into_values().collect();
    all.sort_by_key(|instrument| Reverse(instrument.citations));
    all
}
