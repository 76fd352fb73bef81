//! QD317: a license outside the licensing list.

use std::collections::HashSet;

use super::ties::{Exercised, exercised, untied};
use crate::facts::items::ItemList;
use crate::facts::licensed::{IdKey, Tied};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::LICENSING_LIST_NOTICE;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(317),
    name: "license-outside-list",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("清单之外实施行政许可", "a license outside the licensing list"),
    unit: two("每个主项一项，其子项不另报", "one a main item, its sub-items with it"),
    help: two(
        "属于行政许可的，先列入行政许可事项清单；不属于的，停止实施或者改正事项类型",
        "list it among the licenses if it is one; else stop it, or correct its type",
    ),
    citations: &[
        Provision { document: "优化营商环境条例", clause: "第四十条" },
        Provision { document: LICENSING_LIST_NOTICE, clause: "三" },
    ],
    reads: &[
        &[field!(power_items: PowerItem, power_type), field!(licensing_items: LicensingItem, name)],
        &[field!(service_items: ServiceItem, service_type), field!(licensing_items: LicensingItem, name)],
    ],
    looks: &[Look::Catalog(license_outside_list)],
    page: include_str!("qd317.md"),
    ..Rule::BLANK
};

fn license_outside_list(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = whole.facts;
    let kinds = [Kind::PowerItem, Kind::ServiceItem];
    if !kinds.iter().any(|&kind| facts.licensed.list(kind).iter().any(|item| item.is_license)) {
        return;
    }
    if !scope.header.is_some_and(|header| header.covers.contains(&Kind::LicensingItem)) {
        findings.not_run_on(Kind::LicensingItem.array(), NotRunReason::ListIncomplete);
        return;
    }
    // A record that could not be read may be the one that is missed.
    if facts.records.unread_kinds().contains(&Kind::LicensingItem) {
        findings.not_run_on(Kind::LicensingItem.array(), NotRunReason::RecordsUnread);
        return;
    }
    let list = whole.licenses_called();
    let ended = ended(whole);
    for kind in kinds {
        // What a service rests on is judged there; a link that leads nowhere is told by itself.
        let is_listed = |item: &Tied| {
            let is_linked = item.licensing_item.is_some_and(|of| kind == Kind::ServiceItem || !ended.contains(&of));
            is_linked || item.names_power || list.has_item(facts, kind, item)
        };
        for item in untied(facts.licensed.list(kind), is_listed) {
            let exercised = exercised(whole, item.ordinal);
            if !item.is_license || item.is_preparation || exercised == Exercised::Nobody {
                continue;
            }
            let of =
                if kind == Kind::PowerItem { two("职权", "power") } else { two("政务服务事项", "service") };
            let draft = findings.at_spot(
                Spot::Record(item.ordinal, Pointer::member("name")),
                format!("该{}类型为行政许可，而许可事项清单中没有它（已按关联、编码和名称核对）；《优化营商环境条例》第四十条：清单之外不得违法实施行政许可", of.zh),
                format!("the {} is a license, and the licensing list has none of this link, code or name; 优化营商环境条例 §40 allows none outside the list", of.en),
            );
            if exercised == Exercised::ByVerticalAgencies {
                draft.severity(Severity::Warning);
            }
        }
    }
}

/// The items of the licensing list that are cancelled: what names one of them is listed no more. Services that do are
/// QD606's.
fn ended(whole: &Whole<'_>) -> HashSet<IdKey> {
    let items = whole.facts.items.list(Kind::LicensingItem).into_iter().flat_map(ItemList::all);
    let records = &whole.facts.records;
    let ids = items.filter(|item| !item.in_force).filter_map(|item| records.record(item.ordinal)?.id);
    ids.map(IdKey::of_text).collect()
}
