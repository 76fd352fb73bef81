//! QD320: handled on the spot, yet with inspection, hearing or review.

use super::special_steps::{title_en, title_zh};
use crate::codelist::{Handling, ItemType, SpecialProcedureKind};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, ServiceItem, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(320),
    name: "immediate-with-inspection",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("即办件的程序中有现场核查、听证或者评审", "handled on the spot, yet with inspection, hearing or review"),
    unit: two("每个环节一项", "one a step"),
    help: two(
        "需要现场核查、听证或者评审的，改为承诺件并写明承诺时限；不需要的，删去该环节",
        "make it one with a promised limit; or take the step away if nobody needs it",
    ),
    citations: &[
        Provision { document: "中华人民共和国行政许可法", clause: "第三十四条、第四十二条" },
        Provision { document: "优化营商环境条例", clause: "第三十六条" },
    ],
    reads: &[&[field!(service_items: ServiceItem, handling), field!(service_items: ServiceItem, special_procedures)]],
    looks: &[Look::Record(RecordLook::ServiceItem(immediate_with_inspection))],
    page: include_str!("qd320.md"),
    ..Rule::BLANK
};

/// By what lists call such a step that have their own kinds.
const WORDS: [&str; 8] = ["现场核查", "现场勘", "现场踏勘", "现场检查", "现场查验", "实地", "听证", "评审"];

/// Whether a step cannot be taken at the counter.
fn takes_days(kind: &SpecialProcedureKind) -> bool {
    match kind {
        SpecialProcedureKind::SiteInspection | SpecialProcedureKind::Hearing | SpecialProcedureKind::ExpertReview => {
            true
        }
        SpecialProcedureKind::Other(words) => WORDS.iter().any(|word| words.as_str().contains(word)),
        _ => false,
    }
}

fn immediate_with_inspection(_: &Scope<'_>, item: &ServiceItem, findings: &mut Findings<'_>) {
    let is_license = item.service_type == ItemType::Licensing && item.in_force();
    if !is_license || item.handling != Some(Handling::Immediate) {
        return;
    }
    for (index, step) in item.special_procedures.iter().enumerate().filter(|(_, step)| takes_days(&step.kind)) {
        let path = Pointer::element("special_procedures", index);
        findings
            .at(
                path,
                format!("办件类型是即办件，而程序中有{}；《行政许可法》第三十四条：能够当场作出决定的才当场决定，需要核实的另行核查", title_zh(&step.kind)),
                format!(
                    "it is handled on the spot, and its procedure has a step that takes days, {}; 行政许可法 §34: at once is decided what can be, and what must be looked at is looked at",
                    title_en(&step.kind)
                ),
            )
            .related_below(Pointer::member("handling"), "办件类型", "how it is handled");
    }
}
