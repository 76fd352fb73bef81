//! QD806: the superior list assigns this level an item that is missing.

use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::print::{excerpt, in_title_marks};
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::{LICENSING_LIST_NOTICE, POWER_LIST_OPINION};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(806),
    name: "not-claimed",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("应认领的上级事项没有认领", "an item of the superior list that is not claimed"),
    unit: two(
        "每个未认领的上级清单事项一项；主项未认领的，只报主项",
        "one an item that is missing; a main item stands for its parts",
    ),
    help: two(
        "认领该事项，补入本清单；不由本级实施的，报请上级在清单中更正行使层级",
        "take the item into the list; where this level does not carry it out, ask the superior to correct the levels in its list",
    ),
    citations: &[
        Provision { document: LICENSING_LIST_NOTICE, clause: "一" },
        Provision { document: POWER_LIST_OPINION, clause: "二" },
    ],
    needs: &[Need::Superior],
    reads: &[&[field!(licensing_items: LicensingItem, name)], &[field!(power_items: PowerItem, name)]],
    looks: &[Look::Catalog(not_claimed)],
    page: include_str!("qd806.md"),
    ..Rule::BLANK
};

fn not_claimed(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let unread = whole.facts.records.unread_kinds();
    let is_own_complete = |kind: Kind| scope.header().is_some_and(|header| header.covers.contains(&kind));
    let mut is_any_told = false;
    let mut told: Vec<Kind> = Vec::new();
    for kind in [Kind::LicensingItem, Kind::PowerItem] {
        // A list of another kind owes none of these.
        if whole.count(kind) == 0 && !is_own_complete(kind) {
            continue;
        }
        let is_complete = is_own_complete(kind) && scope.superiors().iter().any(|superior| superior.covers(kind));
        if unread.contains(&kind) {
            findings.not_run_on(kind.array(), NotRunReason::RecordsUnread);
        } else if is_complete {
            told.push(kind);
            is_any_told = true;
        } else {
            findings.not_run_on(kind.array(), NotRunReason::ListIncomplete);
        }
    }
    if !is_any_told {
        findings.saw_nothing();
        return;
    }
    let missing = whole.conformance().into_iter().flat_map(|conformance| &conformance.missing);
    for missing in missing.filter(|missing| missing.cause.is_none() && told.contains(&missing.item.kind)) {
        let item = &missing.item;
        let (name, list) = (excerpt(item.name.as_str()), in_title_marks(item.list.as_str()));
        let (kind, kind_en) = (item.item_type.title_zh(), item.item_type);
        findings
            .at(
                Pointer::member("covers"),
                format!("上级清单{list}列明由本级行使的{kind}事项“{name}”，本清单没有"),
                format!("the superior list, {list}, gives `{name}` ({kind_en}) to this level, and it is not there"),
            )
            .of_catalog(format!("{}/{}", item.kind, item.id))
            .found("（无）")
            .expected(format!("认领“{name}”"), format!("`{name}` in the list"));
    }
}
