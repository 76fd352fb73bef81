//! QD003: an object has a key twice.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::rule::{Look, Provision, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(3),
    name: "duplicate-key",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("同一条记录中一栏写了两次", "an object has a key twice"),
    unit: two("每个重复的栏目一项", "one a repeated key"),
    help: two(
        "只留一个；多数程序只认最后一个，另一个会悄悄丢失",
        "keep one; most programs take the last and lose the other in silence",
    ),
    citations: &[Provision { document: "RFC 8259", clause: "§4" }],
    looks: &[Look::Reading],
    page: include_str!("qd003.md"),
    ..Rule::BLANK
};
