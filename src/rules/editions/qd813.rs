//! QD813: `superior_item` names no item of the superior list.

use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, LicensingItem, Pointer, field};
use crate::rule::{Findings, Look, Need, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(813),
    name: "superior-item-unknown",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("上级清单中没有所引事项", "`superior_item` names no item of the superior list"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "改为上级清单中该事项的编号；上级清单没有这一事项的，不填此栏",
        "write the id that the item has in the superior list; where that list does not have the item, leave the field out",
    ),
    citations: &[Provision { document: "清单交换格式", clause: "1.0（schemas/v1）" }],
    needs: &[Need::Superior],
    reads: &[&[field!(licensing_items: LicensingItem, superior_item)]],
    looks: &[Look::Record(RecordLook::LicensingItem(superior_item_unknown)), Look::Catalog(superior_incomplete)],
    page: include_str!("qd813.md"),
    ..Rule::BLANK
};

fn superior_item_unknown(scope: &Scope<'_>, item: &LicensingItem, findings: &mut Findings<'_>) {
    let Some(id) = &item.superior_item else { return };
    let superiors = scope.superiors();
    // What a list does not have is not missing there unless the list says that it has all.
    if superiors.iter().any(|list| !list.covers(Kind::LicensingItem) || list.has(Kind::LicensingItem, id.as_str())) {
        return;
    }
    let titles: Vec<_> = superiors.iter().map(|list| crate::print::excerpt(list.header().title.as_str())).collect();
    findings
        .at(
            Pointer::member("superior_item"),
            format!("上级清单事项填了“{id}”，《{}》的行政许可事项中没有这一编号", titles.join("》《")),
            format!("the superior list, `{}`, has no licensing item with the id `{id}`", titles.join("`, `")),
        )
        .found(id.as_str())
        .expected("上级清单中行政许可事项的编号", "the id of a licensing item of the superior list");
}

/// A superior list that does not say that it is complete proves nothing.
fn superior_incomplete(scope: &Scope<'_>, _: &Whole<'_>, findings: &mut Findings<'_>) {
    if scope.superiors().iter().any(|superior| !superior.covers(Kind::LicensingItem)) {
        findings.not_run_on(Kind::LicensingItem.array(), NotRunReason::ListIncomplete);
        findings.saw_nothing();
    }
}
