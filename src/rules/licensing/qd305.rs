//! QD305: a limit of a license over twenty working days, without a law or regulation that provides so.

use crate::codelist::LegalRank;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::judged::basis::{Reach, reach_of};
use crate::lang::two;
use crate::law::Permission;
use crate::law::limit::LICENSE_DECISION;
use crate::law::rank::is_law_or_regulation;
use crate::model::{Date, Item, TimeLimit, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, is_license, table_day};
use crate::rules::licensing::long_limits::{
    Excess, amount_at, excess, holds_limit_basis, is_joint, limits_of, other_norms,
};
use crate::rules::licensing::rests_on::{all_bases, best_in_words, reach_with_related};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(305),
    name: "limit-over-twenty",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "许可法定办结时限超过20个工作日而没有法律、法规依据",
        "a limit of a license over 20 working days without law or regulation",
    ),
    unit: two("每个法定时限一项", "one a statutory limit"),
    help: two(
        "写明另有规定的法律、法规及其条款；没有的，法定办结时限改为20个工作日以内",
        "cite the law or regulation that provides otherwise, with its article; without one, 20 working days are the limit",
    ),
    citations: &[Provision { document: LICENSING_LAW, clause: "第四十二条第一款、第八十二条" }],
    period: Some(LICENSING_PERIOD),
    reads: &[
        &[field!(licensing_items: LicensingItem, statutory_limits)],
        &[field!(power_items: PowerItem, limits)],
        &[field!(service_items: ServiceItem, statutory_limits)],
    ],
    looks: &[Look::KeptItem(has_long_limit, limit_over_twenty)],
    page: include_str!("qd305.md"),
    ..Rule::BLANK
};

fn has_long_limit(_: &Scope<'_>, item: Item<'_>) -> bool {
    let is_long = |limit: &TimeLimit| match excess(limit, &LICENSE_DECISION) {
        Some(Excess::Certain) => true,
        Some(Excess::Possible) => !limit.basis.is_empty(),
        None => false,
    };
    is_license(item) && limits_of(item).2.iter().any(is_long) && !is_joint(item)
}

fn limit_over_twenty(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some(day) = table_day(scope) else { return };
    let (member, _, limits) = limits_of(item);
    for (index, limit) in limits.iter().enumerate() {
        let Some(excess) = excess(limit, &LICENSE_DECISION) else { continue };
        let Some(ground) = ground(scope, all, item, limit, excess, day) else { continue };
        let (limit_zh, limit_en) = (limit.in_chinese(), limit.in_english());
        let (over_zh, over_en) = match excess {
            Excess::Certain => ("", ""),
            Excess::Possible => ("（可能超过20个工作日）", " (they may hold more than 20 working days)"),
        };
        let (why_zh, why_en) = (ground.zh, ground.en);
        findings
            .at(
                amount_at(member, index),
                format!("法定办结时限{limit_zh}{over_zh}；《行政许可法》第四十二条为20个工作日，{why_zh}"),
                format!(
                    "the statutory limit is {limit_en}{over_en}; 行政许可法 §42 gives 20 working days, and {why_en}"
                ),
            )
            .severity(ground.severity)
            .found(&limit.amount.to_string())
            .expected(
                "不超过20个工作日，或者写明另有规定的法律、法规",
                "at most 20 working days, or the law or regulation that provides otherwise",
            );
    }
}

/// Why a limit may not stand as it is.
struct Ground {
    severity: Severity,
    zh: String,
    en: String,
}

fn ground(
    scope: &Scope<'_>,
    all: &AmongAll<'_>,
    item: Item<'_>,
    limit: &TimeLimit,
    excess: Excess,
    day: Date,
) -> Option<Ground> {
    let basis = all.basis(&limit.basis);
    let may_differ = |rank: LegalRank| {
        LICENSE_DECISION.may_differ(rank, day).is_none_or(|cell| cell.verdict != Permission::Forbidden)
    };
    match reach_of(other_norms(&basis).map(|norm| norm.rank), may_differ) {
        Reach::Suffices | Reach::Unknown => None,
        Reach::Below => {
            let (best_zh, best_en) = best_in_words(other_norms(&basis)).unwrap_or_default();
            Some(Ground {
                severity: if excess == Excess::Certain { Severity::Error } else { Severity::Warning },
                zh: format!("所引时限依据为{best_zh}，只有法律、法规可以另行规定"),
                en: format!("the limit rests on {best_en}; only laws and regulations may provide otherwise"),
            })
        }
        Reach::NoneCited if excess == Excess::Possible => None,
        Reach::NoneCited => {
            let (stated_zh, stated_en) = if !basis.is_empty() {
                ("所引时限依据只有《行政许可法》本身", "the limit rests on that law alone")
            } else if holds_limit_basis(scope, item) {
                ("没有写明时限依据", "no basis of the limit is stated")
            } else {
                return None;
            };
            unstated(all, item, stated_zh, stated_en)
        }
    }
}

/// What comes of a limit without a basis of its own: whether the item cites a law or regulation which may provide for it.
fn unstated(all: &AmongAll<'_>, item: Item<'_>, stated_zh: &str, stated_en: &str) -> Option<Ground> {
    let of_item = all.basis(all_bases(item));
    match reach_with_related(all, item, &of_item, is_law_or_regulation) {
        Reach::Suffices => Some(Ground {
            severity: Severity::Info,
            zh: format!("{stated_zh}；该事项所引法律、法规另有规定的，写明其条款"),
            en: format!(
                "{stated_en}; if a law or regulation that the item cites provides otherwise, say which article"
            ),
        }),
        // It may be either, so that neither can be said.
        Reach::Unknown => None,
        Reach::NoneCited | Reach::Below => Some(Ground {
            severity: Severity::Warning,
            zh: format!("{stated_zh}，该事项的依据中也没有可以另行规定的法律、法规"),
            en: format!(
                "{stated_en}, nor is a law or regulation among the bases of the item that might provide otherwise"
            ),
        }),
    }
}
