//! QD109: the code of a main item contradicts its sub-items.

use super::grounds::ITEM;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::field;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(109),
    name: "main-item-code",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("主项编码与有无子项不符", "the code of a main item contradicts its sub-items"),
    unit: two("每个主项一项", "one a main item"),
    help: two(
        "有子项的主项以00Y结尾，没有子项的以000结尾；或者补上漏列的子项",
        "a main item with sub-items ends in `00Y` and one without in `000`; or add the sub-items that are missing",
    ),
    citations: ITEM,
    reads: &[
        &[field!(licensing_items: LicensingItem, code)],
        &[field!(power_items: PowerItem, code)],
        &[field!(service_items: ServiceItem, base_code)],
        &[field!(service_items: ServiceItem, implementation_code)],
        &[field!(service_items: ServiceItem, business_code)],
    ],
    looks: &[Look::Catalog(main_item_code)],
    page: include_str!("qd109.md"),
    ..Rule::BLANK
};

pub(super) fn main_item_code(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (main, sub_items) in whole.facts.codes.main_items() {
        let (ordinal, slot) = main.place;
        let here = || Spot::Record(ordinal, slot.pointer());
        let nine = main.main_item();
        match (main.has_sub_items, sub_items.any, sub_items.in_force) {
            (true, None, _) => {
                findings
                    .at_spot(
                        here(),
                        format!("编码“{nine}00Y”表示有子项的主项，而同一清单中没有以“{nine}”开头的子项"),
                        format!(
                            "`{nine}00Y` says that there are sub-items, and no item of this list begins with `{nine}`"
                        ),
                    )
                    .found("00Y")
                    .allowed(["000"]);
            }
            (false, _, Some((sub, sub_slot))) => {
                findings
                    .at_spot(
                        here(),
                        format!("编码“{nine}000”表示没有子项的主项，而同一清单中有以“{nine}”开头的子项"),
                        format!("`{nine}000` says that there are no sub-items, and an item of this list is one"),
                    )
                    .found("000")
                    .allowed(["00Y"])
                    .related(Spot::Record(sub, sub_slot.pointer()), "其中一个子项", "one of the sub-items");
            }
            _ => {}
        }
    }
}
