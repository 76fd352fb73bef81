//! QD803: a setting provision of the superior's item is missing.

use super::superior_list::{Row, SAME_AT_ALL_LEVELS, or_none};
use crate::conformance::{Departure, DepartureKind};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::field;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::LICENSING_LIST_NOTICE;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(803),
    name: "basis-differs",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("设定依据与上级清单不同", "the basis differs from the superior list"),
    unit: two(
        "每个事项一项；增加的本地依据，另作提示一项",
        "one an item; local norms that were added are one more, for information",
    ),
    help: two(
        "按上级清单补齐设定依据；本地的实施规定写入实施依据一栏",
        "add the provisions of the superior list; what only carries the item out locally belongs to what it is implemented under",
    ),
    citations: &[SAME_AT_ALL_LEVELS, Provision { document: LICENSING_LIST_NOTICE, clause: "二" }],
    needs: &[Need::Superior],
    reads: &[
        &[field!(licensing_items: LicensingItem, set_by)],
        &[field!(power_items: PowerItem, basis)],
        &[field!(service_items: ServiceItem, basis)],
    ],
    looks: &[Look::Catalog(basis_differs)],
    page: include_str!("qd803.md"),
    ..Rule::BLANK
};

fn basis_differs(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for row in Row::all(whole) {
        let missing: Vec<&Departure> = row.departures(|kind| kind == DepartureKind::BasisMissing).collect();
        if let Some(first) = missing.first() {
            let provisions: Vec<String> = missing.iter().take(MOST).map(|one| or_none(one.superior.as_ref())).collect();
            let (provisions, list) = (provisions.join("、"), row.list());
            row.finding(
                findings,
                first.path.clone(),
                format!("上级清单{list}中该事项的设定依据有{provisions}，本事项没有写明"),
                format!("the superior list, {list}, rests the item on {provisions}, which is not cited here"),
            )
            .found(&or_none(first.local.as_ref()))
            .expected(format!("补充{provisions}"), format!("{provisions} as well"));
        }
        let added: Vec<&Departure> = row.departures(|kind| kind == DepartureKind::BasisAdded).collect();
        if let Some(first) = added.first() {
            let norms: Vec<String> = added.iter().take(MOST).map(|one| or_none(one.local.as_ref())).collect();
            let (norms, list) = (norms.join("、"), row.list());
            row.finding(
                findings,
                first.path.clone(),
                format!("比上级清单{list}中该事项增加了依据{norms}，请核对是设定依据还是实施依据"),
                format!("beyond what the superior list, {list}, cites stands {norms}: does it set the item, or carry it out?"),
            )
            .of_record("added")
            .found(&norms)
            .expected(
                format!("上级清单的依据{}；本地实施规定写入实施依据", or_none(first.superior.as_ref())),
                format!("{}; local norms among what it is implemented under", or_none(first.superior.as_ref())),
            )
            .severity(Severity::Info);
        }
    }
}

/// So many provisions are told of an item.
const MOST: usize = 8;
