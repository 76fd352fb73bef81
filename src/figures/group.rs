//! Groups of records that have something in common, and their counts.

use std::collections::{BTreeMap, BTreeSet};

use super::definition::Definition;
use super::statistic::{CountOf, Dimension, Group, Statistic, statistic};
use super::tally::Tally;
use crate::codelist::{CountingUnit, ItemType, Level};
use crate::facts::bodies::Body;
use crate::model::Kind;

/// What a group has in common. Groups come in this order: values of lists as the list has them, bodies by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key<'a> {
    ItemType(ItemType),
    Level(Level),
    Organization(&'a str),
    Township(&'a str),
}

impl<'a> Tally<'a> {
    /// Counts the implementation items of a list, or the delegated powers, along every dimension.
    pub(super) fn groups(&self, kind: Kind) -> Vec<Statistic> {
        let counts = CountOf::new(kind, CountingUnit::ImplementationItem);
        let mut groups: BTreeMap<Key<'_>, u64> = BTreeMap::new();
        let mut add = |key: Key<'a>| {
            let number = groups.entry(key).or_default();
            *number = number.saturating_add(1);
        };
        if kind == Kind::Delegation {
            let pairs: BTreeSet<(&str, u32)> = self
                .delegations
                .iter()
                .flat_map(|(fact, townships)| townships.iter().map(|&body| (fact.power_item.as_str(), body)))
                .collect();
            for (_, body) in pairs {
                add(Key::Township(self.facts.bodies.id(body)));
            }
        } else if let Some(list) = self.facts.items.list(kind) {
            for item in list.counted().filter(|item| self.has_implementation_list(item)) {
                let bodies = list.bodies_of(item);
                add(Key::ItemType(item.item_type));
                for &body in bodies {
                    add(Key::Organization(self.facts.bodies.id(body)));
                }
                let levels: BTreeSet<Level> = bodies.iter().filter_map(|&body| self.level_of(body)).collect();
                for level in levels {
                    add(Key::Level(level));
                }
                let townships: BTreeSet<u32> = bodies.iter().filter_map(|&body| self.township_of(body)).collect();
                for body in townships {
                    add(Key::Township(self.facts.bodies.id(body)));
                }
            }
        }
        groups
            .into_iter()
            .map(|(key, number)| Statistic {
                group: Some(self.group(key)),
                ..statistic(Definition::Items, counts, number, None)
            })
            .collect()
    }

    pub(super) fn group(&self, key: Key<'_>) -> Group {
        let of_body = |by, id: &str| {
            let known = self.facts.bodies.number(id).and_then(|body| self.facts.bodies.body(body));
            Group { by, key: id.to_owned(), title: known.map_or(id, Body::name).to_owned() }
        };
        let of_value = |by, key: &str, title: &str| Group { by, key: key.to_owned(), title: title.to_owned() };
        match key {
            Key::ItemType(value) => of_value(Dimension::ItemType, value.as_str(), value.title_zh()),
            Key::Level(value) => of_value(Dimension::Level, value.as_str(), value.title_zh()),
            Key::Organization(id) => of_body(Dimension::Organization, id),
            Key::Township(id) => of_body(Dimension::Township, id),
        }
    }
}
