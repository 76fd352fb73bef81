//! QD405: the same text in most powers of a body.

use crate::facts::wording::{Wording, WordingField};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::field;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(405),
    name: "boilerplate",
    aspect: Aspect::Publishable,
    severity: Severity::Info,
    since: "0.1.0",
    title: two("多个事项的内容照抄同一段文字", "the same text in most items of a body"),
    unit: two("每个机构的每段文字一项", "one a text of a body"),
    help: two(
        "按各项职权的实际运行写明责任事项和追责情形；确实相同的，可以不改",
        "write what each power really demands; where that is the same, it may stay",
    ),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二" }],
    reads: &[&[field!(power_items: PowerItem, responsibilities)], &[field!(power_items: PowerItem, accountability)]],
    looks: &[Look::Catalog(boilerplate)],
    page: include_str!("qd405.md"),
    ..Rule::BLANK
};

/// The fewest powers in which a text is a pattern.
const FEWEST: u32 = 3;

fn boilerplate(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let wording = &whole.facts.wording;
    let is_in_most = |text: &&Wording| text.items >= FEWEST && text.items > wording.items_of(text.body) / 2;
    let mut found: Vec<&Wording> = wording.repeated().iter().filter(is_in_most).collect();
    found.sort_by_key(|text| (text.first(), text.body, text.key));
    for text in found {
        let bodies = &whole.facts.bodies;
        let id = bodies.id(text.body);
        let name = bodies.body(text.body).map_or(id, |body| body.name());
        let (what_zh, what_en) = match text.field() {
            WordingField::Responsibilities => ("责任事项", "responsibilities"),
            WordingField::Accountability => ("追责情形", "circumstances of accountability"),
        };
        let (count, of) = (text.items, wording.items_of(text.body));
        let name = crate::print::excerpt(name);
        findings
            .at_spot(
                Spot::Record(text.first(), text.pointer()),
                format!("{name}的{of}项职权中有{count}项的{what_zh}写着同一段文字（以首次出现处为例）；中办发〔2015〕21号要求逐一厘清与职权相对应的责任事项"),
                format!("{count} of the {of} powers of `{name}` have the same text among their {what_en}, here first; 中办发〔2015〕21号 asks for those of each power"),
            )
            .of_catalog(format!("{id} {:016x}", text.key.0));
    }
}
