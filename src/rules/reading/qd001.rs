//! QD001: the text is not JSON.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::rule::{Look, Provision, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(1),
    name: "not-json",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("文本不是 JSON", "the text is not JSON"),
    unit: two("每个文档一项，逐行 JSON 每行一项", "one a document, or a line of NDJSON"),
    help: two(
        "按提示改正该处；用程序生成 JSON，不要手工拼接",
        "correct the place; let a program write JSON instead of putting it together by hand",
    ),
    citations: JSON,
    looks: &[Look::Reading],
    page: include_str!("qd001.md"),
    ..Rule::BLANK
};

const JSON: &[Provision] = &[Provision { document: "RFC 8259", clause: "§2–9" }];
