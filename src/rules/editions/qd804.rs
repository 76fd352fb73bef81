//! QD804: an item of the superior list under another type.

use super::superior_list::{Row, SAME_AT_ALL_LEVELS, or_none};
use crate::conformance::DepartureKind;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::field;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(804),
    name: "type-differs",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("事项类型与上级清单不同", "the type differs from the superior list"),
    unit: two("每个事项一项；编码前九位不同的另作一项", "one an item; one more where its code differs"),
    help: two(
        "按上级清单改正事项类型、编码；确实不是同一事项的，改正上级清单事项编号",
        "write type and code as the superior list has them; where it is another item, correct the id that names it",
    ),
    citations: &[SAME_AT_ALL_LEVELS, Provision { document: "GB/T 39554.1-2020", clause: "基本编码" }],
    needs: &[Need::Superior],
    reads: &[
        &[field!(licensing_items: LicensingItem, name)],
        &[field!(power_items: PowerItem, power_type)],
        &[field!(service_items: ServiceItem, service_type)],
    ],
    looks: &[Look::Catalog(type_differs)],
    page: include_str!("qd804.md"),
    ..Rule::BLANK
};

fn type_differs(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for row in Row::all(whole) {
        let list = row.list();
        for departure in row.departures(|kind| kind == DepartureKind::TypeDiffers) {
            let (local, superior) = (or_none(departure.local.as_ref()), or_none(departure.superior.as_ref()));
            row.finding(
                findings,
                departure.path.clone(),
                format!("事项类型为{local}，上级清单{list}中同一事项为{superior}"),
                format!("its type is {local}; that of the same item in the superior list, {list}, is {superior}"),
            )
            .found(&local)
            .expected(superior.as_str(), superior.as_str());
        }
        for departure in row.departures(|kind| kind == DepartureKind::CodeDiffers) {
            let (local, superior) = (or_none(departure.local.as_ref()), or_none(departure.superior.as_ref()));
            let draft = row
                .finding(
                    findings,
                    departure.path.clone(),
                    format!("编码的前九位（区域、类型、主项）与上级清单{list}中同一事项不同，上级清单为{superior}"),
                    format!(
                        "the first nine characters of the code, region, type and main item, differ from those of the same item in the superior list, {list}: {superior}"
                    ),
                )
                .found(&local)
                .expected(superior.as_str(), superior.as_str())
                .severity(Severity::Warning);
            draft.aspect = Aspect::Valid;
        }
    }
}
