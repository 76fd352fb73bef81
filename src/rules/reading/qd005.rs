//! QD005: not of the shape: type, required member, list or range.

use super::grounds::FORMAT;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::rule::{Look, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(5),
    name: "shape",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("格式不符：类型、必填、取值或者范围", "not of the shape: type, required member, list or range"),
    unit: two("每处一项", "one a place"),
    help: two("按说明中允许的类型和取值改正", "correct it to what is allowed"),
    citations: FORMAT,
    looks: &[Look::Reading],
    page: include_str!("qd005.md"),
    ..Rule::BLANK
};
