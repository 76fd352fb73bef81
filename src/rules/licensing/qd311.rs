//! QD311: a quantity limit without law, regulation or rule.

use super::ranks::law_regulation_or_rule;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::model::{Item, Pointer, QuantityLimit, field};
use crate::print::excerpt;
use crate::rule::{AmongAll, Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::licensing::licensing_law::is_license;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(311),
    name: "quantity-limit-basis",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("数量限制没有法律、法规、规章依据", "a quantity limit without law, regulation or rule"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "写明规定数量限制的法律、法规或者规章；没有的，取消数量限制",
        "cite the law, regulation or rule that limits the number; without one, give the limit up",
    ),
    citations: &[
        Provision { document: "优化营商环境条例", clause: "第三十五条" },
        Provision { document: "中华人民共和国行政许可法", clause: "第十六条、第三十条" },
    ],
    period: Some(Period::since("2020-01-01")),
    reads: &[&[
        field!(licensing_items: LicensingItem, quantity_limit),
        field!(licensing_items: LicensingItem, quantity_limit.basis),
    ]],
    looks: &[Look::KeptItem(is_limited, quantity_limit_basis)],
    page: include_str!("qd311.md"),
    ..Rule::BLANK
};

/// The limit of an item, but for a cell that says that there is none.
fn limit_of(item: Item<'_>) -> Option<&QuantityLimit> {
    let Item::Licensing(license) = item else { return None };
    license.quantity_limit.as_ref().filter(|_| is_license(item)).filter(|limit| !says_none(limit))
}

fn is_limited(_: &Scope<'_>, item: Item<'_>) -> bool {
    limit_of(item).is_some()
}

/// How a cell begins that says that the number is not limited.
const NONE: [&str; 11] = ["无", "否", "没有", "不限", "不受", "不涉及", "不设", "不实行", "不作", "未限", "未设"];

/// What may stand before it.
const SUBJECTS: [&str; 8] = ["许可", "证件", "数量", "总量", "限制", "对", "：", ":"];

fn says_none(limit: &QuantityLimit) -> bool {
    let Some(text) = limit.limit.as_ref().map(|text| text.as_str().trim()) else { return limit.basis.is_empty() };
    let mut rest = text;
    while let Some(after) = SUBJECTS.iter().find_map(|subject| rest.strip_prefix(subject)) {
        rest = after.trim_start();
    }
    NONE.iter().any(|words| rest.starts_with(words)) || text.chars().all(|c| "-—－/／".contains(c))
}

/// Whether the cell says only that the number is limited, and not to what.
fn says_only_yes(limit: &QuantityLimit) -> bool {
    let Some(text) = limit.limit.as_ref().map(|text| text.as_str().trim()) else { return true };
    ["有", "是", "有限制", "有数量限制", "存在数量限制", "限制", "限量"].contains(&text)
}

fn quantity_limit_basis(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = limit_of(item) else { return };
    let (basis_zh, basis_en) = match all.basis(&limit.basis).reach(law_regulation_or_rule) {
        Reach::NoneCited => ("没有写明依据", "no basis is stated"),
        Reach::Below => ("所引依据低于规章", "its basis is below a rule"),
        Reach::Suffices | Reach::Unknown => return,
    };
    let text = limit.limit.as_ref().map_or("有", |text| text.as_str());
    let draft = findings.at(
        Pointer::member("quantity_limit"),
        format!("数量限制“{}”{basis_zh}；《优化营商环境条例》第三十五条：没有法律、法规、规章依据，不得增设许可条件", excerpt(text)),
        format!("the number of licenses is limited (`{}`), and {basis_en}; 优化营商环境条例 §35 wants a law, regulation or rule", excerpt(text)),
    );
    draft.found(text).expected("法律、法规或者规章依据", "a law, regulation or rule");
    if says_only_yes(limit) {
        draft.severity(Severity::Warning);
    }
}
