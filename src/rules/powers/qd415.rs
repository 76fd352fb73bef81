//! QD415: a power that is exercised on application has no service item.

use hashbrown::{HashMap, HashSet};

use super::exercising::powers;
use crate::codelist::AuthorityRole;
use crate::facts::names::NameKey;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(415),
    name: "power-without-service",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("依申请的职权没有对应的政务服务事项", "a power exercised on application without a service item"),
    unit: two(
        "每项职权一项；一个政务服务事项也没有的，全清单一项",
        "one a power, or one for the catalog where there is no service item at all",
    ),
    help: two(
        "把依申请的职权列入政务服务事项，并写明对应的权责事项；不是依申请的，改正启动方式",
        "list a service item and name the power that it serves; or correct the initiation",
    ),
    citations: &[
        Provision {
            document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
            clause: "二（一）",
        },
        Provision {
            document: "国务院关于在线政务服务的若干规定（国务院令第716号）", clause: "第四条"
        },
    ],
    reads: &[&[field!(power_items: PowerItem, initiation)]],
    looks: &[Look::Catalog(power_without_service)],
    page: include_str!("qd415.md"),
    ..Rule::BLANK
};

fn power_without_service(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    if whole.facts.asked.all().next().is_none() {
        return;
    }
    let gap = if !scope.header().is_some_and(|header| header.covers.contains(&Kind::ServiceItem)) {
        Some(NotRunReason::ListIncomplete)
    } else if whole.facts.records.unread_kinds().contains(&Kind::ServiceItem) {
        Some(NotRunReason::RecordsUnread)
    } else {
        None
    };
    if let Some(reason) = gap {
        findings.not_run_on(Kind::ServiceItem.array(), reason);
        return;
    }
    // By the names alone few are found: lists call the power and its service differently.
    if !scope.holds("service_items.power_item") && !scope.holds("service_items.licensing_item") {
        findings.not_run_on("service_items.power_item", NotRunReason::NotHeld);
        return;
    }
    let lacking = lacking(whole);
    let Some(&first) = lacking.first() else { return };
    if whole.facts.items.services().all().next().is_none() && lacking.len() > 1 {
        let count = u64::try_from(lacking.len()).unwrap_or(u64::MAX);
        findings
            .at_spot(
                Spot::Record(first, Pointer::member("name")),
                format!("清单声明政务服务事项完整，而一项也没有；依申请的职权有{count}项，此处为第一项"),
                format!(
                    "the list of services is declared complete and is empty; {} on application, of which this is the first",
                    powers(count)
                ),
            )
            .of_catalog("no service");
        return;
    }
    for ordinal in lacking {
        findings.at_spot(
            Spot::Record(ordinal, Pointer::member("name")),
            "这项职权依申请行使，而政务服务事项清单中没有对应的事项",
            "the power is exercised on application, and no service item answers it",
        );
    }
}

/// The powers on application that no service answers, by their ordinals.
fn lacking(whole: &Whole<'_>) -> Vec<u32> {
    let services: HashSet<NameKey> = whole.facts.names.list(Kind::ServiceItem).iter().map(|item| item.bare).collect();
    let powers = whole.facts.names.list(Kind::PowerItem);
    let is_named = |ordinal: u32| {
        let at = powers.binary_search_by_key(&ordinal, |item| item.ordinal).ok();
        at.and_then(|at| powers.get(at)).is_some_and(|item| services.contains(&item.bare))
    };
    let answered: HashMap<u32, bool> =
        whole.facts.asked.all().map(|(ordinal, is_served)| (ordinal, is_served || is_named(ordinal))).collect();
    let is_answered = |ordinal: u32| answered.get(&ordinal).copied().unwrap_or_else(|| is_named(ordinal));
    // A service may serve the whole of which a power is a part, or the parts of a power.
    let mut by_relative: HashSet<u32> = HashSet::new();
    for (part, item) in whole.facts.parts.of_list(Kind::PowerItem, &whole.facts.records) {
        if is_answered(part) {
            by_relative.insert(item);
        }
        if is_answered(item) {
            by_relative.insert(part);
        }
    }
    let open = whole.facts.asked.all().map(|(ordinal, _)| ordinal);
    open.filter(|&ordinal| !is_answered(ordinal) && !by_relative.contains(&ordinal) && !only_prepares(ordinal, whole))
        .collect()
}

/// Whether one only accepts or reviews first here: the service is that of whoever decides.
fn only_prepares(ordinal: u32, whole: &Whole<'_>) -> bool {
    let of_item = whole.facts.authorities.of_item(ordinal);
    let prepares = |role| matches!(role, AuthorityRole::Accept | AuthorityRole::FirstReview);
    !of_item.is_empty() && of_item.iter().all(|known| prepares(known.role))
}
