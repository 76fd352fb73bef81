//! QD809: the recorded adjustments do not lead to this edition.

use crate::diff::{UnmetAdjustment, UnmetCause};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Adjustment, Id, Item, ItemRef, Kind, Pointer, field};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Need, OtherCatalog, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(809),
    name: "adjustment-replay",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("调整记录与本版内容不符", "the recorded adjustments do not lead to this edition"),
    unit: two("每条调整记录每个事项一项", "one an adjustment and item"),
    help: two(
        "按调整决定改正本版的事项，或者更正、删去这条调整记录",
        "bring the item into line with the decision, or correct or remove the record",
    ),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "建立健全权力清单动态管理机制" }],
    needs: &[Need::Previous],
    reads: &[&[field!(adjustments: Adjustment, from)], &[field!(adjustments: Adjustment, to)]],
    looks: &[Look::Catalog(adjustment_replay)],
    page: include_str!("qd809.md"),
    ..Rule::BLANK
};

fn adjustment_replay(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some((changes, new)) = whole.changes().zip(whole.beside().held()) else { return };
    for unmet in &changes.unmet {
        let Some(adjustment) = new.adjustments.get(unmet.adjustment.as_str()) else { continue };
        let Some(record) = whole.facts.records.ordinal(Kind::Adjustment, unmet.adjustment.as_str()) else { continue };
        for item in unmet.items.iter().filter(|item| !is_unread(whole, adjustment, unmet.cause, item)) {
            let (zh, en) = words(unmet, name_of(whole, adjustment.item_kind, item));
            let spot = Spot::Record(record, place(adjustment, item));
            findings.at_spot(spot, zh, en).found(item.as_str()).of_record(format!("{} {item}", unmet.cause));
        }
    }
}

/// Whether an item is not there because it could not be read.
fn is_unread(whole: &Whole<'_>, adjustment: &Adjustment, cause: UnmetCause, item: &Id) -> bool {
    let records = &whole.facts.records;
    let held = whole.beside().held().and_then(|held| held.get(adjustment.item_kind, item.as_str()));
    cause == UnmetCause::NotThere
        && held.is_none()
        && (!records.knows_all(adjustment.item_kind) || records.ordinal(adjustment.item_kind, item.as_str()).is_some())
}

/// Where an adjustment names an item: after it, or else before it.
fn place(adjustment: &Adjustment, item: &Id) -> Pointer {
    let at = |items: &[ItemRef]| items.iter().position(|named| named.id() == item);
    match (at(&adjustment.to), at(&adjustment.from)) {
        (Some(at), _) => Pointer::element("to", at),
        (None, Some(at)) => Pointer::element("from", at),
        (None, None) => Pointer::member("operation"),
    }
}

/// The name of an item in either edition; its id where neither has it.
fn name_of<'a>(whole: &'a Whole<'_>, kind: Kind, item: &'a Id) -> &'a str {
    let beside = whole.beside();
    let catalogs = [beside.held(), beside.previous.map(OtherCatalog::catalog)];
    let record = catalogs.into_iter().flatten().find_map(|catalog| catalog.get(kind, item.as_str()));
    record.and_then(Item::of).map_or(item.as_str(), |item| item.name().as_str())
}

fn words(unmet: &UnmetAdjustment, item: &str) -> (String, String) {
    let (item, operation) = (excerpt(item), unmet.operation);
    let (zh, en) = match unmet.cause {
        UnmetCause::NotThere => ("本版没有这一事项，或者未生效", "this edition does not have the item in force"),
        UnmetCause::StillInForce => ("本版仍列为有效事项", "this edition still has the item in force"),
        UnmetCause::NotBefore => ("上一版次没有这一有效事项", "the previous edition did not have the item in force"),
        UnmetCause::ThereBefore => ("上一版次已有这一有效事项", "the previous edition had the item in force already"),
        UnmetCause::Unchanged => ("本版与上一版次所列相同，没有变化", "what it changes stands as it stood before"),
    };
    (
        format!("记录为{}的事项“{item}”：{zh}", operation.title_zh()),
        format!("recorded as `{operation}` of the item `{item}`: {en}"),
    )
}
