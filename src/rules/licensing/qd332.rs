//! QD332: a licensing item is listed twice.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::facts::licensed::IdKey;
use crate::facts::names::{Levels, NameKey, NamedItem};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::LICENSING_LIST_NOTICE;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(332),
    name: "duplicate-licensing-item",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("许可事项重复列出", "a licensing item is listed twice"),
    unit: two("每个后列的事项一项", "one an item that comes after another"),
    help: two(
        "同一事项合并为一条；确属不同事项的，在名称中区分",
        "make them one item; if they are two, let their names tell them apart",
    ),
    citations: &[Provision { document: LICENSING_LIST_NOTICE, clause: "二" }],
    reads: &[&[field!(licensing_items: LicensingItem, name), field!(licensing_items: LicensingItem, authorities)]],
    looks: &[Look::Catalog(duplicate_licensing_item)],
    page: include_str!("qd332.md"),
    ..Rule::BLANK
};

/// So many items of one name are compared with each: they differ in level or bracket, and there are few of these.
const MOST_COMPARED: usize = 64;

/// Items of one name that one body decides as parts of one item. Parts of two items may be called the same: 首次申请.
type Group = (NameKey, u32, Option<IdKey>);

fn duplicate_licensing_item(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = whole.facts;
    // Of each group the first item of each set of levels; there are few sets.
    let mut firsts: HashMap<Group, Vec<(Levels, &NamedItem)>> = HashMap::new();
    // The items that are there again, by the first of each.
    let mut again: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let repeated: HashSet<u32> = facts.records.repeated().map(|repeated| repeated.second).collect();
    for item in facts.names.list(Kind::LicensingItem) {
        // A record that is there twice under one id is told by itself.
        if repeated.contains(&item.ordinal) {
            continue;
        }
        let parent = facts.licensed.item(Kind::LicensingItem, item.ordinal).and_then(|tied| tied.parent);
        let mut earlier = None;
        // Whoever decides is stated, or nobody knows whether it is the same.
        for body in facts.authorities.of_item(item.ordinal).iter().filter(|body| body.exercises()) {
            let known = firsts.entry((item.bare, body.body, parent)).or_default();
            let is_one =
                |(levels, first): &&(Levels, &NamedItem)| levels.may_meet(item.levels) && first.is_called_as(item);
            match known.iter().take(MOST_COMPARED).find(is_one) {
                Some((_, first)) if first.ordinal != item.ordinal => earlier = earlier.or(Some(first.ordinal)),
                Some(_) => {}
                None => known.push((item.levels, item)),
            }
        }
        if let Some(first) = earlier {
            again.entry(first).or_default().push(item.ordinal);
        }
    }
    for (first, others) in again {
        let known_by = whole.least_id(std::iter::once(first).chain(others.iter().copied()));
        for other in others {
            findings
                .at_spot(
                    Spot::Record(other, Pointer::member("name")),
                    "许可清单中已有同名、同一决定机关、同一层级的事项，而编号不同",
                    "the licensing list has an item of this name, deciding body and level already, under another id",
                )
                .of_catalog(known_by)
                .related(Spot::Record(first, Pointer::member("name")), "先列的事项", "the item that comes first");
        }
    }
}
