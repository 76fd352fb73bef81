//! QD112: the base code within a code differs from the item's.

use super::grounds::ITEM;
use crate::code::BaseCode;
use crate::facts::item_codes::ItemCodeAt;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{CodeSlot, Item, Written, field};
use crate::rule::{Findings, ItemSeen, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(112),
    name: "item-code-base",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("实施编码中的基本编码与事项的基本编码不一致", "the base code within a code differs from the item's"),
    unit: two("每个编码一项", "one a code"),
    help: two(
        "以国家或者自治区基本目录为准，两处改为一致",
        "go by the national or provincial catalog and make both alike",
    ),
    citations: ITEM,
    reads: &[
        &[field!(service_items: ServiceItem, base_code), field!(service_items: ServiceItem, implementation_code)],
        &[field!(service_items: ServiceItem, base_code), field!(service_items: ServiceItem, business_code)],
    ],
    looks: &[Look::Item(item_code_base)],
    page: include_str!("qd112.md"),
    ..Rule::BLANK
};

fn item_code_base(_: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    let Item::Service(service) = *item else { return };
    let Some(stated) = service.base_code.as_ref().and_then(Written::value) else { return };
    for ItemCodeAt { slot, code } in item.codes_at().iter().filter(|code| code.is_recognised()) {
        if !matches!(slot, CodeSlot::ImplementationCode | CodeSlot::BusinessCode) {
            continue;
        }
        let Some(part) = code.base() else { continue };
        let Ok(embedded) = BaseCode::parse(part.text) else { continue };
        // The `00Y` in a code that is implemented is QD110's.
        if embedded == stated || embedded.has_sub_items() {
            continue;
        }
        let at = part.position;
        let draft = findings.at(
            slot.pointer(),
            format!("事项编码自第{at}位起的基本编码为“{embedded}”，与本事项的基本编码“{stated}”不一致"),
            format!(
                "from position {at} of the item code the base code is `{embedded}`, and the item states `{stated}`"
            ),
        );
        draft.found(embedded.as_str()).allowed([stated.as_str()]);
        draft.related_below(CodeSlot::BaseCode.pointer(), "本事项的基本编码", "the base code that the item states");
        if stated.has_sub_items() && embedded.main_item() == stated.main_item() {
            draft.severity(Severity::Warning).help(
                "基本编码填的是主项（00Y），实施编码是其子项：基本编码应改为该子项的编码",
                "the base code is that of the main item (`00Y`) and the longer code that of its sub-item: state the base \
                 code of the sub-item",
            );
        }
    }
}
