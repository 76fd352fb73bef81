//! QD810: a retired code is given to another item.

use std::collections::{HashMap, HashSet};

use crate::facts::names::folded;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Catalog, CodeSlot, Item, Kind, Pointer, Written};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::codes::grounds::ITEM_FIELDS;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(810),
    name: "retired-code-reused",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("停用的编码另作他用", "a retired code is given to another item"),
    unit: two("每个编码一项", "one a code"),
    help: two(
        "为该事项另编新码；停用的编码不再使用。确属恢复原事项的，从停用编码中删去",
        "give the item a new code, as a retired one is never used again; where the old item was restored, take its code off the retired ones",
    ),
    citations: &[Provision { document: "GB/T 44890—2024《行政许可工作规范》", clause: "编码管理" }],
    reads: ITEM_FIELDS,
    looks: &[Look::Catalog(retired_code_reused)],
    page: include_str!("qd810.md"),
    ..Rule::BLANK
};

fn retired_code_reused(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let retired = scope.header().map_or(&[][..], |header| &header.retired_codes);
    let retired: Vec<&str> = retired.iter().map(Written::text).collect();
    let mut told = HashSet::new();
    for (at, (ordinal, slot)) in whole.facts.used_codes.places(&retired) {
        let Some(code) = retired.get(at) else { continue };
        told.insert((ordinal, slot));
        findings
            .at_spot(
                Spot::Record(ordinal, slot.pointer()),
                format!("编码“{}”已列为停用编码，仍由有效事项使用", excerpt(code)),
                format!("the code `{}` is listed as retired, and an item in force has it", excerpt(code)),
            )
            .found(code)
            .related(Spot::Header(Pointer::element("retired_codes", at)), "停用编码", "the retired code");
    }
    match whole.beside().previous.zip(whole.beside().held()) {
        Some((previous, held)) => given_to_another(previous.catalog(), held, whole, &told, findings),
        None => findings.not_run_on("header.retired_codes", NotRunReason::InputMissing),
    }
}

/// Codes of items that the previous edition has as cancelled, and an item in force of another name has now.
fn given_to_another(
    previous: &Catalog,
    held: &Catalog,
    whole: &Whole<'_>,
    told: &HashSet<(u32, CodeSlot)>,
    findings: &mut Findings<'_>,
) {
    let mut cancelled: HashMap<(Kind, &str), Item<'_>> = HashMap::new();
    for item in previous.items().filter(|item| !item.in_force()) {
        for (_, code) in item.codes() {
            cancelled.entry((item.kind(), code)).or_insert(item);
        }
    }
    // What an item in force had too was not retired with the other.
    for item in previous.items().filter(|item| item.in_force()) {
        for (_, code) in item.codes() {
            cancelled.remove(&(item.kind(), code));
        }
    }
    if cancelled.is_empty() {
        return;
    }
    for item in held.items().filter(|item| item.in_force()) {
        for (slot, code) in item.codes() {
            let Some(before) = cancelled.get(&(item.kind(), code)) else { continue };
            let is_itself = folded(before.name().as_str()) == folded(item.name().as_str());
            let Some(ordinal) = whole.facts.records.ordinal(item.kind(), item.id().as_str()) else { continue };
            if is_itself || told.contains(&(ordinal, slot)) {
                continue;
            }
            let name = excerpt(before.name().as_str());
            findings
                .at_spot(
                    Spot::Record(ordinal, slot.pointer()),
                    format!("编码“{}”是上一版次已取消事项“{name}”的编码", excerpt(code)),
                    format!(
                        "the code `{}` is that of `{name}`, which the previous edition has as cancelled",
                        excerpt(code)
                    ),
                )
                .found(code);
        }
    }
}
