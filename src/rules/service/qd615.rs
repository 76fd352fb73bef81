//! QD615: a bundle of fewer than two items.

use std::collections::BTreeSet;

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Bundle, Pointer, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(615),
    name: "bundle-size",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("一件事的事项少于两个", "a bundle of fewer than two items"),
    unit: two("每个一件事一项", "one a bundle"),
    help: two(
        "补列一件事涉及的政务服务事项；只有一个事项的，不作为一件事",
        "list the services that it joins; where there is only one, it is no bundle",
    ),
    citations: &[Provision {
        document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
        clause: "四",
    }],
    reads: &[&[field!(bundles: Bundle, items)]],
    looks: &[Look::Record(RecordLook::Bundle(bundle_size))],
    page: include_str!("qd615.md"),
    ..Rule::BLANK
};

fn bundle_size(_: &Scope<'_>, bundle: &Bundle, findings: &mut Findings<'_>) {
    let items: BTreeSet<&str> = bundle.items.iter().map(|item| item.service_item.id().as_str()).collect();
    let repeated = bundle.items.len() > items.len();
    let (zh, en) = match (items.len(), repeated) {
        (0, _) => ("一件事没有写明涉及的事项，应当至少两个", "the bundle names no item; it joins at least two"),
        (1, false) => ("一件事只涉及一个事项，应当至少两个", "the bundle has one item; it joins at least two"),
        (1, true) => (
            "一件事只涉及一个事项，是重复列出的同一事项，应当至少两个",
            "the bundle names one item again and again; it joins at least two",
        ),
        _ => return,
    };
    findings.at(Pointer::member("items"), zh, en).found(&items.len().to_string()).expected("至少两个", "at least two");
}
