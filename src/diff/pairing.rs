//! Which items of two editions are one.
//!
//! In this order, and each item once: what the adjustment records say; code; id; name with type, body and basis. Codes and
//! ids that were given anew with the edition may by chance be those of other items, so they are trusted alone only where
//! the items that are known by their names show that they were kept.

use std::collections::{HashMap, HashSet};

use super::bodies::Bodies;
use super::known::{Agreement, Called, Known, Numbers, Side};
use super::list::{Confidence, KeysKept, MatchedBy};
use super::matcher::{Group, Matcher};
use super::naming::by_name;
use super::succession::{Places, groups};
use super::unique::unique;
use crate::model::{Catalog, Item, Kind};

/// The items of one list in both editions, and which are one.
#[derive(Debug)]
pub(super) struct Pairing<'a> {
    pub(super) kind: Kind,
    pub(super) old: Vec<Item<'a>>,
    pub(super) new: Vec<Item<'a>>,
    pub(super) groups: Vec<Group>,
    /// By the ids of the old edition, the groups.
    of_old: HashMap<&'a str, usize>,
    of_new: HashMap<&'a str, usize>,
    pub(super) ids: Keys,
    pub(super) codes: Keys,
}

/// How many of the paired items kept a key, and how many did not.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Keys {
    kept: usize,
    other: usize,
}

impl Keys {
    fn add(&mut self, agreement: Agreement) {
        let count = match agreement {
            Agreement::Agrees => &mut self.kept,
            Agreement::Differs => &mut self.other,
            Agreement::NotTold => return,
        };
        *count = count.saturating_add(1);
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self { kept: self.kept.saturating_add(other.kept), other: self.other.saturating_add(other.other) }
    }

    pub(super) fn told(self) -> KeysKept {
        match (self.kept, self.other) {
            (0, 0) => KeysKept::NotTold,
            (_, 0) => KeysKept::Kept,
            (0, _) => KeysKept::Regenerated,
            _ => KeysKept::Partly,
        }
    }

    /// Whether so few were kept that one that is kept may be so by chance.
    fn are_regenerated(self) -> bool {
        self.other > self.kept.saturating_add(1).saturating_mul(3)
    }
}

/// The fields of codes, from those that one item has alone to those that many share.
const FIELDS: [&str; 5] = ["implementation_code", "business_code", "code", "local_codes", "base_code"];

impl<'a> Pairing<'a> {
    pub(super) fn of(kind: Kind, old: &'a Catalog, new: &'a Catalog, bodies: &Bodies<'a>) -> Self {
        let mut numbers = Numbers::default();
        let mut known = |catalog: &'a Catalog, side: Side| -> Vec<Known<'a>> {
            let items = catalog.items().filter(|item| item.kind() == kind);
            items.map(|item| Known::new(item, catalog, side, &mut numbers)).collect()
        };
        let (of_old, of_new) = (known(old, Side::Old), known(new, Side::New));
        let mut matcher = Matcher::new((old, new), bodies, of_old, of_new);
        matcher.match_all(kind);
        let Matcher { old, new, groups, .. } = matcher;
        let (mut ids, mut codes) = (Keys::default(), Keys::default());
        let (mut by_old, mut by_new) = (HashMap::new(), HashMap::new());
        for (number, group) in groups.iter().enumerate() {
            if let ([one], [other]) = (&*group.old, &*group.new)
                && let (Some(one), Some(other)) = (old.get(*one), new.get(*other))
            {
                ids.add(if one.id() == other.id() { Agreement::Agrees } else { Agreement::Differs });
                codes.add(one.codes_agree(other));
            }
            by_old.extend(group.old.iter().filter_map(|&at| Some((old.get(at)?.id(), number))));
            by_new.extend(group.new.iter().filter_map(|&at| Some((new.get(at)?.id(), number))));
        }
        let items = |known: Vec<Known<'a>>| known.into_iter().map(|known| known.item).collect();
        Self { kind, old: items(old), new: items(new), groups, of_old: by_old, of_new: by_new, ids, codes }
    }

    /// Whether an id of the old edition and one of the new one name the same item.
    pub(super) fn is_same(&self, old: &str, new: &str) -> bool {
        match (self.of_old.get(old), self.of_new.get(new)) {
            (Some(one), Some(other)) => one == other,
            // Neither edition has it, or it is in force in neither.
            (None, None) => old == new,
            _ => false,
        }
    }
}

impl<'a> Matcher<'a, '_> {
    fn match_all(&mut self, kind: Kind) {
        self.by_succession(kind);
        let (ids, codes) = self.keys_by_names();
        let id = |known: &Known<'a>| Some(known.id());
        // What agrees in id and code needs no look at others, unless both are numbers of rows.
        let are_regenerated = ids.are_regenerated() && codes.are_regenerated();
        self.by_key(MatchedBy::Code, id, |_, one, other| {
            let is_it = one.name == other.name || !are_regenerated;
            (is_it && one.codes_agree(other) == Agreement::Agrees).then_some(Confidence::Certain)
        });
        for field in FIELDS {
            let code = |known: &Known<'a>| {
                let mut of_field = known.codes.iter().filter(|(of, _)| *of == field && known.item.in_force());
                of_field.next().map(|(_, code)| *code)
            };
            self.by_key(MatchedBy::Code, code, |matcher, one, other| {
                if one.name == other.name {
                    Some(Confidence::Certain)
                } else if codes.are_regenerated() || matcher.is_spoken_against(one, other) {
                    None
                } else {
                    Some(Confidence::Likely)
                }
            });
        }
        self.by_key(MatchedBy::Id, id, |matcher, one, other| {
            let is_another = ids.are_regenerated() && one.bodies_agree(other, matcher.bodies) == Agreement::Differs;
            (one.name == other.name && !is_another).then_some(Confidence::Certain)
        });
        if !ids.are_regenerated() {
            let (of_old, of_new) = self.names_left();
            self.by_key(MatchedBy::Id, id, |matcher, one, other| {
                // Whoever goes by the name that it had is sooner the same than whoever has its id.
                let is_elsewhere = of_new.contains(&one.called()) || of_old.contains(&other.called());
                let is_another = is_elsewhere || matcher.is_given_again(one, other);
                (!is_another).then_some(Confidence::Likely)
            });
        }
        by_name(self);
        // What was cancelled in one of the editions and stands there yet.
        self.by_key(
            MatchedBy::Name,
            |known| Some(known.called()),
            |matcher, one, other| {
                let is_another = one.bodies_agree(other, matcher.bodies) == Agreement::Differs
                    || one.item.in_force() == other.item.in_force();
                (!is_another).then_some(Confidence::Possible)
            },
        );
    }

    fn by_succession(&mut self, kind: Kind) {
        let places = |items: &[Known<'a>]| -> Places<'a> {
            let in_force = items.iter().enumerate().filter(|(_, known)| known.item.in_force());
            in_force.map(|(at, known)| (known.id(), at)).collect()
        };
        let (old, new) = (places(&self.old), places(&self.new));
        let logs = self.catalogs.0.adjustments.iter().chain(&self.catalogs.1.adjustments);
        for (old, new) in groups(kind, logs, &old, &new) {
            self.group(old, new, MatchedBy::Succession, Confidence::Certain);
        }
    }

    /// How ids and codes fare that stand in both editions: whether the items that have them are called the same, or
    /// called otherwise while another item goes by the name.
    fn keys_by_names(&self) -> (Keys, Keys) {
        let called = |items: &[Known<'a>]| items.iter().map(Known::called).collect::<HashSet<Called>>();
        let (in_old, in_new) = (called(&self.old), called(&self.new));
        let agreement = |one: &Known<'a>, other: &Known<'a>| {
            if one.name == other.name {
                Agreement::Agrees
            } else if in_new.contains(&one.called()) || in_old.contains(&other.called()) {
                Agreement::Differs
            } else {
                Agreement::NotTold
            }
        };
        let by_id: HashMap<&str, &Known<'a>> = self.new.iter().map(|known| (known.id(), known)).collect();
        let by_code = |items: &[Known<'a>]| {
            let codes =
                items.iter().enumerate().flat_map(|(at, known)| known.codes.iter().map(move |code| (*code, at)));
            unique(codes)
        };
        let (of_old, of_new) = (by_code(&self.old), by_code(&self.new));
        let (mut ids, mut codes) = (Keys::default(), Keys::default());
        for one in &self.old {
            if let Some(other) = by_id.get(one.id()) {
                ids.add(agreement(one, other));
            }
            for code in one.codes.iter().filter(|code| of_old.get(*code).is_some_and(Option::is_some)) {
                let other = of_new.get(code).copied().flatten().and_then(|at| self.new.get(at));
                codes.add(other.map_or(Agreement::NotTold, |other| agreement(one, other)));
            }
        }
        (ids, codes)
    }

    /// The names of those that are not paired.
    fn names_left(&self) -> (HashSet<Called>, HashSet<Called>) {
        let names =
            |left: &mut dyn Iterator<Item = (usize, &Known<'a>)>| left.map(|(_, known)| known.called()).collect();
        (names(&mut self.old_left()), names(&mut self.new_left()))
    }

    /// Whether an id was given to another item: nothing else agrees, and something speaks against it.
    fn is_given_again(&self, old: &Known<'a>, new: &Known<'a>) -> bool {
        let other_code = old.codes_agree(new) == Agreement::Differs;
        let bodies = || old.bodies_agree(new, self.bodies) == Agreement::Differs;
        let bases = || self.bases_agree(old, new) == Agreement::Differs;
        (other_code && (bodies() || bases())) || self.is_spoken_against(old, new)
    }
}
