//! QD403: a stage of the procedure is missing among the responsibilities.

use super::stages::{MEASURE, PENALTY, Required, stages_told};
use crate::codelist::ItemType;
use crate::facts::imposed::names_measure;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, PowerItem, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(403),
    name: "responsibility-stages",
    aspect: Aspect::Publishable,
    severity: Severity::Info,
    since: "0.1.0",
    title: two("责任事项缺少法定环节", "a stage of the procedure is missing among the responsibilities"),
    unit: two("每项职权一项", "one a power"),
    help: two(
        "补写缺少的环节的责任事项；适用简易程序当场处罚的，写明是否适用简易程序（summary_procedure）",
        "state the responsibilities of the missing stages; where a penalty is decided on the spot, say so in `summary_procedure`",
    ),
    citations: &[
        Provision {
            document: "中华人民共和国行政处罚法", clause: "第五十四条至第六十二条、第六十六条"
        },
        Provision { document: "中华人民共和国行政强制法", clause: "第十八条" },
    ],
    reads: &[&[field!(power_items: PowerItem, responsibilities)]],
    looks: &[Look::Record(RecordLook::PowerItem(responsibility_stages))],
    page: include_str!("qd403.md"),
    ..Rule::BLANK
};

fn responsibility_stages(_: &Scope<'_>, item: &PowerItem, findings: &mut Findings<'_>) {
    if !item.in_force() {
        return;
    }
    let Some((procedure, law_zh, law_en)) = procedure(item) else { return };
    // Responsibilities that are not told stage by stage tell no stage that is missing.
    let stages = stages_told(&item.responsibilities);
    if stages.len() < 2 {
        return;
    }
    // Words are looked into only where a stage is missing by its name.
    let mut missing: Vec<&Required> = procedure.iter().filter(|required| !required.is_among(&stages)).collect();
    missing.retain(|required| !required.is_in_words(&item.responsibilities));
    if missing.is_empty() || is_summary(item) {
        return;
    }
    let names = |name: fn(&Required) -> &'static str, comma: &str| {
        missing.iter().map(|required| name(required)).collect::<Vec<_>>().join(comma)
    };
    let all: Vec<&str> = procedure.iter().map(|required| required.zh).collect();
    findings
        .at(
            Pointer::member("responsibilities"),
            format!("责任事项分环节写明，但缺少{}环节；{law_zh}", names(|of| of.zh, "、")),
            format!("the responsibilities are told by stage and lack: {}; {law_en}", names(|of| of.en, ", ")),
        )
        .expected(all.join("、"), procedure.iter().map(|required| required.en).collect::<Vec<_>>().join(", "));
}

/// The procedure that a power must follow, and the law that says so.
fn procedure(item: &PowerItem) -> Option<(&'static [Required], &'static str, &'static str)> {
    let measure = (MEASURE, "《行政强制法》第十八条规定了实施行政强制措施的程序", "行政强制法 §18 has all of them");
    match item.power_type {
        ItemType::Penalty => Some((
            PENALTY,
            "《行政处罚法》第五十四条至第六十二条规定了处罚的普通程序，第六十六条起规定了执行",
            "行政处罚法 §54 to §62 and, for the execution, §66 have all of them",
        )),
        ItemType::CoerciveMeasure => Some(measure),
        // §18 is about measures: what lists do not tell apart is one where it says so.
        ItemType::Coercion if is_named_measure(item) => Some(measure),
        _ => None,
    }
}

/// Whether a penalty may be decided on the spot (行政处罚法 §51), as far as the list says so.
fn is_summary(item: &PowerItem) -> bool {
    if item.power_type != ItemType::Penalty {
        return false;
    }
    let says = |text: &str| ["当场处罚", "当场作出", "简易程序"].iter().any(|word| text.contains(word));
    item.summary_procedure == Some(true)
        || says(item.name.as_str())
        || item.responsibilities.iter().any(|step| says(step.content.as_str()))
}

/// Whether coercion that lists do not tell apart says that it is a measure.
fn is_named_measure(item: &PowerItem) -> bool {
    names_measure(item.name.as_str()) || item.coercion.iter().any(|part| part.measure.is_measure())
}
