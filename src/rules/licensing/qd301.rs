//! QD301: a license is set by norms below the rank that may set one.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::law::{Permission, license};
use crate::model::{Citation, Item, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::cited_ranks::may_cite_regulation;
use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, is_license, table_day};
use crate::rules::licensing::rests_on::{best_in_words, reach_with_related, rests_on_parts};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(301),
    name: "license-set-below-rank",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("设定行政许可的依据位阶不足", "a license is set by norms below the rank that may set one"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "写明设定该许可的法律、行政法规、国务院决定、地方性法规或者省级政府规章；没有的，应当停止实施",
        "cite the law, administrative regulation, State Council decision, local regulation or provincial rule that sets the license; without one it must be given up",
    ),
    citations: &[Provision { document: LICENSING_LAW, clause: "第十四条至第十七条" }],
    period: Some(LICENSING_PERIOD),
    reads: &[
        &[field!(licensing_items: LicensingItem, set_by)],
        &[field!(power_items: PowerItem, basis)],
        &[field!(service_items: ServiceItem, basis)],
    ],
    looks: &[Look::KeptItem(cites_no_regulation, set_below)],
    page: include_str!("qd301.md"),
    ..Rule::BLANK
};

/// What a license says of its setting, and the member in which it says so.
#[derive(Clone, Copy)]
struct Stated<'a> {
    citations: &'a [Citation],
    member: &'static str,
    /// 设定依据, which the list keeps apart from 实施依据.
    is_setting: bool,
}

fn stated<'a>(scope: &Scope<'_>, item: Item<'a>) -> Stated<'a> {
    match item {
        Item::Licensing(item) if item.set_by.is_empty() => {
            Stated { citations: &item.implemented_under, member: "implemented_under", is_setting: false }
        }
        Item::Licensing(item) => {
            let is_setting = scope.holds("licensing_items.implemented_under");
            Stated { citations: &item.set_by, member: "set_by", is_setting }
        }
        Item::Power(_) | Item::Service(_) => Stated { citations: item.basis(), member: "basis", is_setting: false },
    }
}

fn cites_no_regulation(scope: &Scope<'_>, item: Item<'_>) -> bool {
    let citations = stated(scope, item).citations;
    is_license(item) && !citations.is_empty() && !may_cite_regulation(scope, citations)
}

fn set_below(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some(day) = table_day(scope) else { return };
    let may_set = |rank| license::may_set(rank, day).is_none_or(|cell| cell.verdict != Permission::Forbidden);
    let stated = stated(scope, item);
    let basis = all.basis(stated.citations);
    if reach_with_related(all, item, &basis, may_set) != Reach::Below || rests_on_parts(all, item) {
        return;
    }
    let Some((best_zh, best_en)) = best_in_words(basis.norms()) else { return };
    let (what_zh, what_en) = match (stated.is_setting, stated.member) {
        (true, _) => ("行政许可的设定依据", "what sets the license"),
        (false, "implemented_under") => {
            ("没有写明行政许可的设定依据，实施依据", "no setting basis is stated, and what it is carried out under")
        }
        (false, _) => (
            "行政许可的依据（设定依据与实施依据未分列）",
            "its basis, in which setting and carrying out are not told apart,",
        ),
    };
    let draft = findings
        .at(
            Pointer::member(stated.member),
            format!("{what_zh}位阶最高的是{best_zh}，该位阶不得设定行政许可（《行政许可法》第十四条至第十七条）"),
            format!("{what_en} reaches no higher than {best_en}, which may set no license (行政许可法 §14–17)"),
        )
        .found(&best_zh)
        .expected(
            "法律、行政法规、国务院决定、地方性法规或者省级政府规章",
            "a law, administrative regulation, State Council decision, local regulation or provincial rule",
        );
    if !stated.is_setting {
        draft.severity(Severity::Warning);
    }
}
