//! QD414: a penalty is decided in more than ninety days.

use super::limits::{Ground, Over, ground, over};
use crate::codelist::ItemType;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::lang::two;
use crate::law::limit::PENALTY_DECISION;
use crate::model::{Item, Pointer, TimeLimit, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(414),
    name: "penalty-limit-over-ninety",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("处罚办理期限超过九十日", "a penalty limit over ninety days"),
    unit: two("每个办理时限一项", "one a limit"),
    help: two(
        "自立案之日起九十日内作出处罚决定；法律、法规、规章另有规定的，写明时限依据",
        "decide within ninety days of filing; where law, regulation or rule provides otherwise, cite it at the limit",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第六十条、第八十五条" },
        Provision { document: "治安管理处罚法", clause: "第一百一十八条" },
    ],
    period: Some(Period::since("2021-07-15")),
    reads: &[&[field!(power_items: PowerItem, limits), field!(power_items: PowerItem, limits.basis)]],
    looks: &[Look::KeptItem(keeps, limit_over_ninety)],
    page: include_str!("qd414.md"),
    ..Rule::BLANK
};

const PUBLIC_SECURITY: &str = "治安管理处罚法";

fn keeps(_: &Scope<'_>, item: Item<'_>) -> bool {
    let Item::Power(power) = item else { return false };
    power.power_type == ItemType::Penalty
        && item.in_force()
        && power.limits.iter().any(|limit| over(limit, &PENALTY_DECISION).is_some())
}

fn limit_over_ninety(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Item::Power(power) = item else { return };
    // 治安管理处罚法 §118 has limits of its own: 30 days, and twice 30 more.
    let is_of_public_security =
        |limit: &TimeLimit| all.basis(power.basis.iter().chain(&limit.basis)).cites(PUBLIC_SECURITY);
    for (at, limit) in power.limits.iter().enumerate() {
        let Some(over) = over(limit, &PENALTY_DECISION).filter(|_| !is_of_public_security(limit)) else { continue };
        let ground = ground(&limit.basis, &PENALTY_DECISION, scope, all);
        let (why_zh, why_en) = match ground {
            Ground::MaySuffice => continue,
            Ground::Below => ("所引时限依据不是法律、法规、规章", "what is cited for it is no law, regulation or rule"),
            Ground::Itself => ("所引时限依据就是该法", "only that law itself is cited for it"),
            Ground::None => ("没有写明时限依据", "nothing is cited for it"),
        };
        let path = Pointer::element("limits", at).below("amount");
        let (limit_zh, limit_en) = (limit.in_chinese(), limit.in_english());
        findings
            .at(
                path,
                format!("处罚办理时限{limit_zh}；《行政处罚法》第六十条为自立案之日起九十日，{why_zh}"),
                format!("{limit_en} for a penalty; 行政处罚法 §60 gives ninety days from filing, and {why_en}"),
            )
            .found(&limit.amount.to_string())
            .expected(
                "不超过90日；法律、法规、规章另有规定的除外",
                "at most 90 days, unless law, regulation or rule provides otherwise",
            )
            .severity(if ground == Ground::Below && over == Over::Surely {
                Severity::Error
            } else {
                Severity::Warning
            });
    }
}
