//! QD318: a license without its power in the list of powers.

use std::collections::HashSet;

use super::ties::{Exercised, exercised, untied};
use crate::facts::licensed::{IdKey, Tied};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::called::Called;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::{LICENSING_LIST_NOTICE, POWER_LIST_OPINION};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(318),
    name: "license-without-power",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("许可事项不在权责清单之中", "a license without its power in the list of powers"),
    unit: two("每个主项一项，其子项不另报", "one a main item, its sub-items with it"),
    help: two(
        "在权责清单中补列该职权，或者写明对应许可事项；不再实施的，从许可清单中移出",
        "list the power, or let it name the licensing item; take away a license that is exercised no more",
    ),
    citations: &[
        Provision { document: POWER_LIST_OPINION, clause: "二" },
        Provision { document: LICENSING_LIST_NOTICE, clause: "三" },
    ],
    reads: &[&[field!(licensing_items: LicensingItem, name), field!(power_items: PowerItem, name)]],
    looks: &[Look::Catalog(license_without_power)],
    page: include_str!("qd318.md"),
    ..Rule::BLANK
};

fn license_without_power(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = whole.facts;
    let licenses = facts.licensed.list(Kind::LicensingItem);
    if licenses.is_empty() {
        return;
    }
    if !scope.header.is_some_and(|header| header.covers.contains(&Kind::PowerItem)) {
        findings.not_run_on(Kind::PowerItem.array(), NotRunReason::ListIncomplete);
        return;
    }
    if facts.records.unread_kinds().contains(&Kind::PowerItem) {
        findings.not_run_on(Kind::PowerItem.array(), NotRunReason::RecordsUnread);
        return;
    }
    let powers = Called::of(facts, Kind::PowerItem);
    // A service that names both ties them too.
    let services = facts.licensed.list(Kind::ServiceItem).iter().filter(|service| service.names_power);
    let naming = facts.licensed.list(Kind::PowerItem).iter().chain(services);
    let named: HashSet<IdKey> = naming.filter_map(|item| item.licensing_item).collect();
    let has_power = |item: &Tied| named.contains(&item.id) || powers.has_item(facts, Kind::LicensingItem, item);
    for item in untied(licenses, has_power) {
        if item.is_preparation || exercised(whole, item.ordinal) != Exercised::Here {
            continue;
        }
        findings.at_spot(
            Spot::Record(item.ordinal, Pointer::member("name")),
            "权责清单中没有与该许可事项对应的职权（已按关联、编码和名称核对）；中办发〔2015〕21号：部门职权应当全部列入清单",
            "the list of powers has none of this link, code or name; 中办发〔2015〕21号 wants all powers listed",
        );
    }
}
