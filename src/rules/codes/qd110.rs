//! QD110: an implementation code ends in `00Y`.

use super::grounds::{BODY_FIELDS, ITEM};
use crate::code::{CodeScheme, ItemCodeScheme};
use crate::facts::item_codes::slot_of;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::rule::{Findings, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(110),
    name: "implemented-main-item",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("实施编码以00Y结尾", "an implementation code ends in `00Y`"),
    unit: two("每个编码一项", "one a code"),
    help: two(
        "实施到具体子项：改用该子项的编码（001至999）；确无子项的，主项改为000",
        "implement the sub-item: use its code (`001` to `999`); where there are no sub-items, the main item is `000`",
    ),
    citations: ITEM,
    reads: BODY_FIELDS,
    looks: &[Look::Code(
        &[CodeScheme::ImplementationCode, CodeScheme::BusinessCode, CodeScheme::ItemCode],
        implemented_main_item,
    )],
    page: include_str!("qd110.md"),
    ..Rule::BLANK
};

pub(super) fn implemented_main_item(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    let Some(slot) = slot_of(leaf) else { return };
    let Some(code) = leaf.item_code() else { return };
    if !slot.takes(code.scheme()) || code.scheme() == ItemCodeScheme::Base12 {
        return;
    }
    let Some(sub) = code.sub_item().filter(|part| part.text == "00Y") else { return };
    let at = sub.position;
    findings
        .at(
            leaf.path.pointer(),
            format!(
                "{}自第{at}位起为“00Y”：有子项的主项不能直接实施，应为000或者子项001至999",
                code.scheme().title_zh()
            ),
            format!(
                "position {at}: found `00Y` in an item code ({}); a main item that has sub-items cannot be implemented itself, \
                 expected `000` or a sub-item `001` to `999`",
                code.scheme().title_en()
            ),
        )
        .found(leaf.text)
        .expected("000，或者子项001至999", "`000`, or a sub-item `001` to `999`");
}
