//! QD007: unsupported schema version.

use super::grounds::FORMAT;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::rule::{Look, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(7),
    name: "schema-version",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("模式版本不受支持", "unsupported schema version"),
    unit: two("每个输入一项", "one an input"),
    help: two("改用支持的版本，或者升级本工具", "use a supported version, or a later version of this tool"),
    citations: FORMAT,
    looks: &[Look::Reading],
    page: include_str!("qd007.md"),
    ..Rule::BLANK
};
