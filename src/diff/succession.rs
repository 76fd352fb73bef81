//! Which items the adjustment records of both editions say to be one.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::codelist::AdjustmentOperation;
use crate::model::{Adjustment, ItemRef, Kind};

/// A step from an item to one that it became.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step<'a> {
    pub(super) from: &'a str,
    pub(super) to: &'a str,
}

/// The steps that one record tells of. A merger leads from each to one, a split from one to each; other operations lead
/// from one item to one, and where they name several, from the first to the first and so on.
pub(super) fn steps(adjustment: &Adjustment) -> Vec<Step<'_>> {
    use AdjustmentOperation as Op;
    let (from, to): (Vec<&str>, Vec<&str>) = (ids_of(&adjustment.from), ids_of(&adjustment.to));
    let step = |from, to| Step { from, to };
    match adjustment.operation {
        // Nothing becomes another item.
        Op::Add | Op::Cancel => Vec::new(),
        Op::Merge | Op::Split => match (&*from, &*to) {
            (from, [to]) => from.iter().map(|from| step(from, to)).collect(),
            ([from], to) => to.iter().map(|to| step(from, to)).collect(),
            _ => Vec::new(),
        },
        // Items that are changed, and keep their id.
        Op::Rename | Op::ChangeBasis | Op::ChangeType | Op::ChangeBody if from.is_empty() || to.is_empty() => {
            from.iter().chain(&to).map(|id| step(id, id)).collect()
        }
        _ => {
            let (of_from, of_to): (HashSet<&str>, HashSet<&str>) =
                (from.iter().copied().collect(), to.iter().copied().collect());
            let stay = from.iter().filter(|id| of_to.contains(*id)).map(|id| step(id, id));
            let gone: Vec<&str> = from.iter().copied().filter(|id| !of_to.contains(id)).collect();
            let come: Vec<&str> = to.iter().copied().filter(|id| !of_from.contains(id)).collect();
            let one_by_one = (gone.len() == come.len()).then(|| gone.into_iter().zip(come));
            stay.chain(one_by_one.into_iter().flatten().map(|(from, to)| step(from, to))).collect()
        }
    }
}

fn ids_of(items: &[ItemRef]) -> Vec<&str> {
    items.iter().map(|item| item.id().as_str()).collect()
}

/// The items in force of a list, by their ids, with their places.
pub(super) type Places<'a> = HashMap<&'a str, usize>;

/// Sets of items that are one, by their places in both editions.
pub(super) fn groups<'a>(
    kind: Kind,
    logs: impl Iterator<Item = &'a Adjustment>,
    old: &Places<'a>,
    new: &Places<'a>,
) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut families = Families::default();
    for adjustment in logs.filter(|adjustment| adjustment.item_kind == kind) {
        let is_of_several = matches!(adjustment.operation, AdjustmentOperation::Merge | AdjustmentOperation::Split);
        for step in steps(adjustment) {
            families.join(step.from, step.to, is_of_several);
        }
    }
    let mut groups = Vec::new();
    for family in families.members() {
        let named_twice = |id: &str| family.named_on_both_sides.contains(id);
        let of = |places: &Places<'a>| -> Vec<(usize, &'a str)> {
            let mut found: Vec<(usize, &'a str)> =
                family.ids.iter().filter_map(|id| Some((*places.get(id)?, *id))).collect();
            found.sort_unstable();
            found
        };
        let (olds, news) = (of(old), of(new));
        let all = |places: &[(usize, &'a str)]| places.iter().map(|(at, _)| *at).collect::<Vec<_>>();
        match (&*olds, &*news) {
            // An item that stays, as far as the record goes, is known by its id.
            ([(_, one)], [(_, other)]) if one == other && !named_twice(one) => {}
            ([_], [_]) => groups.push((all(&olds), all(&news))),
            ([], _) | (_, []) => {}
            ([_], _) | (_, [_]) if family.is_of_several => groups.push((all(&olds), all(&news))),
            _ => {
                let beside: HashMap<&str, usize> = news.iter().map(|(at, id)| (*id, *at)).collect();
                let staying: HashMap<&str, usize> = olds.iter().map(|(at, id)| (*id, *at)).collect();
                for (at, id) in &olds {
                    groups.extend(beside.get(id).filter(|_| named_twice(id)).map(|new| (vec![*at], vec![*new])));
                }
                let gone: Vec<_> = olds.iter().filter(|(_, id)| !beside.contains_key(id)).copied().collect();
                let come: Vec<_> = news.iter().filter(|(_, id)| !staying.contains_key(id)).copied().collect();
                let is_one_by_one = gone.len() == 1 && come.len() == 1;
                let is_of_several = family.is_of_several && gone.len().min(come.len()) == 1;
                if is_one_by_one || is_of_several {
                    groups.push((all(&gone), all(&come)));
                }
            }
        }
    }
    groups
}

/// Ids that lead to each other by steps.
#[derive(Debug, Default)]
struct Families<'a> {
    numbers: HashMap<&'a str, usize>,
    /// For each number the one above it; the topmost stand above themselves.
    above: Vec<usize>,
    sizes: Vec<usize>,
    steps: Vec<(&'a str, &'a str, bool)>,
}

#[derive(Debug, Default)]
struct Family<'a> {
    ids: Vec<&'a str>,
    named_on_both_sides: HashSet<&'a str>,
    is_of_several: bool,
}

impl<'a> Families<'a> {
    fn number(&mut self, id: &'a str) -> usize {
        let next = self.above.len();
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.above.push(next);
            self.sizes.push(1);
        }
        number
    }

    fn top(&self, mut number: usize) -> usize {
        while let Some(&above) = self.above.get(number).filter(|&&above| above != number) {
            number = above;
        }
        number
    }

    fn join(&mut self, from: &'a str, to: &'a str, is_of_several: bool) {
        let (one, other) = (self.number(from), self.number(to));
        self.steps.push((from, to, is_of_several));
        let (one, other) = (self.top(one), self.top(other));
        if one == other {
            return;
        }
        // The smaller below the larger, so that no way to the top is long.
        let size = |number: usize| self.sizes.get(number).copied().unwrap_or_default();
        let (below, above) = if size(one) < size(other) { (one, other) } else { (other, one) };
        let both = size(one).saturating_add(size(other));
        if let (Some(place), Some(sum)) = (self.above.get_mut(below), self.sizes.get_mut(above)) {
            *place = above;
            *sum = both;
        }
    }

    fn members(&self) -> impl Iterator<Item = Family<'a>> {
        let mut families: BTreeMap<usize, Family<'a>> = BTreeMap::new();
        let top_of = |id: &str| self.numbers.get(id).map_or(usize::MAX, |&number| self.top(number));
        let (mut named_from, mut named_to) = (HashSet::new(), HashSet::new());
        for &(from, to, is_of_several) in &self.steps {
            let family = families.entry(top_of(from)).or_default();
            family.is_of_several |= is_of_several;
            if named_from.insert(from) && !named_to.contains(from) {
                family.ids.push(from);
            }
            if named_to.insert(to) && !named_from.contains(to) {
                family.ids.push(to);
            }
            let both = [from, to].into_iter().filter(|id| named_from.contains(id) && named_to.contains(id));
            family.named_on_both_sides.extend(both);
        }
        families.into_values()
    }
}
