//! QD004: nested too deep, or too large.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::rule::{Look, Provision, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(4),
    name: "over-limit",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("嵌套过深或者文件过大", "nested too deep, or too large"),
    unit: two("每个输入一项", "one an input"),
    help: two(
        "目录不需要这样的嵌套；大目录请改用逐行 JSON 或者放宽限度",
        "no catalog needs such nesting; split a large one, or raise the limit",
    ),
    citations: &[Provision { document: "RFC 8259", clause: "§9" }],
    looks: &[Look::Reading],
    page: include_str!("qd004.md"),
    ..Rule::BLANK
};
