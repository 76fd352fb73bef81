//! QD108: the code says another type than the item.

use super::grounds::{ITEM, ITEM_FIELDS};
use crate::code::BaseCode;
use crate::codelist::ItemType;
use crate::facts::item_codes::ItemCodeAt;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::rule::{Findings, ItemSeen, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(108),
    name: "item-code-type",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("编码中的类型与事项类型矛盾", "the code says another type than the item"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "以国家基本目录为准，更正事项类型或者编码",
        "go by the national catalog: correct the type of the item, or its code",
    ),
    citations: ITEM,
    reads: ITEM_FIELDS,
    looks: &[Look::Item(item_code_type)],
    page: include_str!("qd108.md"),
    ..Rule::BLANK
};

pub(super) fn item_code_type(_: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    if !item.in_force() {
        return;
    }
    let numbers = item.item_type().national_numbers();
    let wrong = item.codes_at().iter().filter(|code| code.is_recognised()).find(|ItemCodeAt { code, .. }| {
        // What is no base code is judged by QD107.
        code.base().is_some_and(|base| BaseCode::parse(base.text).is_ok())
            && code.type_digits().is_some_and(|part| !numbers.contains(&part.text))
    });
    let Some(ItemCodeAt { slot, code }) = wrong else { return };
    let Some(part) = code.type_digits() else { return };
    let (digits, at) = (part.text, part.position);
    let named: Vec<&str> = ItemType::ALL
        .iter()
        .filter(|other| other.national_numbers().contains(&digits))
        .map(|other| other.title_zh())
        .collect();
    let (title, name, allowed) = (item.item_type().title_zh(), item.item_type(), numbers.join(" / "));
    findings
        .at(
            slot.pointer(),
            format!(
                "事项编码第{at}至{}位类型为“{digits}”（{}），而事项类型为{title}（{allowed}）",
                at.saturating_add(1),
                named.join("、")
            ),
            format!("position {at}: the code says type `{digits}`, and the item is of type `{name}` ({allowed})"),
        )
        .found(digits)
        .allowed(numbers.iter().copied());
}
