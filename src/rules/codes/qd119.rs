//! QD119: a public institution is marked statutory.

use super::body::body_nature;
use super::grounds::CREDIT;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::field;
use crate::rule::{Look, Provision, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(119),
    name: "body-nature",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("事业单位标为法定机关", "a public institution is marked statutory"),
    unit: two("每个标注一项", "one a mark"),
    help: two(
        "有法律、法规授权的，改为授权组织并写明依据；受行政机关委托的，改为受委托组织",
        "mark it authorized, with the law or regulation, or entrusted; look at the code if the body is an organ of state",
    ),
    citations: &[
        CREDIT,
        Provision { document: "中华人民共和国行政许可法", clause: "第二十二条、第二十三条" },
        Provision { document: "中华人民共和国行政处罚法", clause: "第十七条、第十九条" },
    ],
    reads: &[
        &[field!(service_items: ServiceItem, body_nature)],
        &[field!(power_items: PowerItem, authorities)],
        &[field!(licensing_items: LicensingItem, authorities)],
    ],
    looks: &[Look::Catalog(body_nature)],
    page: include_str!("qd119.md"),
    ..Rule::BLANK
};
