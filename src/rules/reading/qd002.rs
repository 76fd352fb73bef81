//! QD002: the encoding is not UTF-8.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::rule::{Look, Provision, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(2),
    name: "encoding",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("编码不是 UTF-8", "the encoding is not UTF-8"),
    unit: two("每个输入一项", "one an input"),
    help: two("另存为UTF-8编码（不带签名）后再检查", "save the file as UTF-8 without a signature"),
    citations: &[Provision { document: "RFC 8259", clause: "§8.1" }],
    looks: &[Look::Reading],
    page: include_str!("qd002.md"),
    ..Rule::BLANK
};
