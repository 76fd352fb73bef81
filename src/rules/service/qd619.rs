//! QD619: a service that is listed twice.

use hashbrown::{HashMap, HashSet};

use crate::codelist::{ItemLevel, ItemType};
use crate::facts::implementations::WholeKey;
use crate::facts::names::{NameKey, NamedItem};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(619),
    name: "duplicate-service",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("政务服务事项重复列出", "a service item is listed twice"),
    unit: two("每个重复的事项一项", "one an item that repeats another"),
    help: two(
        "合并为一个事项；确为不同事项的，在名称中写明区别",
        "make one item of them; where they differ, say so in their names",
    ),
    citations: &[Provision {
        document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
        clause: "第二部分第（一）项",
    }],
    reads: &[&[field!(service_items: ServiceItem, name), field!(service_items: ServiceItem, organization)]],
    looks: &[Look::Catalog(duplicate_service)],
    page: include_str!("qd619.md"),
    ..Rule::BLANK
};

/// What two services share that are one.
type Same = (NameKey, u32, ItemLevel, ItemType);

fn duplicate_service(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let (facts, services) = (whole.facts, whole.facts.items.services());
    // A record that is there twice is QD008's.
    let repeated: HashSet<u32> = facts.records.repeated().map(|repeated| repeated.second).collect();
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut by_name: HashMap<Same, Vec<usize>> = HashMap::new();
    for named in facts.names.list(Kind::ServiceItem).iter().filter(|named| !repeated.contains(&named.ordinal)) {
        let body = facts.authorities.of_item(named.ordinal).first().map(|authority| authority.body);
        let (Some(item), Some(body)) = (services.item(named.ordinal), body) else { continue };
        let known = by_name.entry((named.bare, body, item.item_level, item.item_type)).or_default();
        // Few share a name, and those that do are mostly one.
        let same = known.iter().take(MOST_COMPARED).copied().find(|&at| {
            groups.get(at).is_some_and(|group| {
                group.first.is_called_as(named) && are_one(whole, group.first.ordinal, named.ordinal)
            })
        });
        if let Some(group) = same.and_then(|at| groups.get_mut(at)) {
            group.others.push(named.ordinal);
        } else {
            known.push(groups.len());
            groups.push(Group { first: named, others: Vec::new() });
        }
    }
    for group in groups.iter().filter(|group| !group.others.is_empty()) {
        tell(whole, group, findings);
    }
}

/// Services that are one.
struct Group<'a> {
    first: &'a NamedItem,
    others: Vec<u32>,
}

fn tell(whole: &Whole<'_>, group: &Group<'_>, findings: &mut Findings<'_>) {
    let known_by = whole.least_id(std::iter::once(group.first.ordinal).chain(group.others.iter().copied()));
    for other in &group.others {
        findings
            .at_spot(
                Spot::Record(*other, Pointer::member("name")),
                "与同一实施主体的另一政务服务事项名称、层次、类型都相同",
                "another service item of the same body has the same name, level and type",
            )
            .of_catalog(known_by)
            .related(
                Spot::Record(group.first.ordinal, Pointer::member("name")),
                "已有的事项",
                "the item that is there already",
            );
    }
}

/// So many services of one name are compared with each.
const MOST_COMPARED: usize = 16;

/// Whether two services of one name are one, as far as their places tell.
fn are_one(whole: &Whole<'_>, first: u32, second: u32) -> bool {
    let facts = whole.facts;
    let [one, other] = [first, second].map(|ordinal| facts.implementations.part(ordinal));
    let is_of = |part: Option<WholeKey>, of: u32| {
        let id = facts.records.record(of).and_then(|known| known.id);
        part.is_some() && part == id.map(WholeKey::of_id)
    };
    let [of_one, of_other] = [one, other].map(|part| part.and_then(|part| part.of));
    if is_of(of_one, second) || is_of(of_other, first) {
        return false;
    }
    let is_short = one.is_some_and(|part| part.is_short);
    if [one, other].iter().flatten().any(|part| part.is_business) {
        // Business items of one item are its cases; of two that leave it open nothing is known.
        return of_one.is_some() && of_other.is_some() && of_one != of_other && !is_short;
    }
    of_one == of_other || !is_short
}
