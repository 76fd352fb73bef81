//! QD402: a responsibility without a basis.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(402),
    name: "responsibility-basis",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("责任事项没有依据", "a responsibility without a basis"),
    unit: two("每项职权一项；整栏空缺的，全清单一项", "one a power; one for the catalog where the column is missing"),
    help: two(
        "写明规定该责任的法律、法规、规章及其条款，例如处罚的责任事项引《行政处罚法》的程序条款；来源没有这一栏的，写入未采集字段（not_held）",
        "cite what demands the responsibility, such as the articles of 行政处罚法 on procedure for a penalty; if the source has no such column, name it in `not_held`",
    ),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二" }],
    reads: &[&[
        field!(power_items: PowerItem, responsibilities),
        field!(power_items: PowerItem, responsibilities.basis),
    ]],
    looks: &[Look::Catalog(responsibility_basis)],
    page: include_str!("qd402.md"),
    ..Rule::BLANK
};

fn responsibility_basis(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let duties = &whole.facts.duties;
    if duties.with_basis == 0 && duties.without.len() > 1 {
        let count = duties.without.len();
        findings
            .at(
                Pointer::default(),
                format!("{count}项职权的责任事项都没有写明依据；依据中办发〔2015〕21号，责任事项应当依法逐项明确"),
                format!("the responsibilities of {count} powers cite no basis, and none does; by 中办发〔2015〕21号 each follows from the law"),
            )
            .of_catalog("power_items.responsibilities.basis");
        return;
    }
    for power in &duties.without {
        let path = Pointer::element("responsibilities", power.first.into()).below("basis");
        let (count, of) = (power.count, power.of);
        let which = if count == of { "都".to_owned() } else { format!("中有{count}项") };
        findings.at_spot(
            Spot::Record(power.ordinal, path),
            format!("{of}项责任事项{which}没有写明依据；依据中办发〔2015〕21号，责任事项应当依法逐项明确"),
            format!("{count} of {of} responsibilities cite no basis; by 中办发〔2015〕21号 each follows from the law"),
        );
    }
}
