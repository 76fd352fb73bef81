//! QD011: left-overs of a template where a fact belongs.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::print::excerpt;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(11),
    name: "placeholder-text",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("模板残留或者占位文字", "left-overs of a template where a fact belongs"),
    unit: two("同一栏相同的文字一项", "one for equal texts in one field"),
    help: two("填写实际内容；没有内容就不要写这一栏", "write the fact; where there is none, leave the field out"),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二（七）" }],
    looks: &[Look::Catalog(placeholders)],
    page: include_str!("qd011.md"),
    ..Rule::BLANK
};

/// QD011.
pub(super) fn placeholders(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for group in &whole.facts.texts.placeholders {
        let (zh, en) = group.placeholder.words();
        let (rows_zh, rows_en) = group.rows.words(scope.header);
        let (count_zh, count_en) = match group.count {
            1 => (String::new(), String::new()),
            count => (format!("；同一栏共{count}处"), format!("; {count} times in this field")),
        };
        let text = excerpt(&group.text);
        let draft = findings.at_spot(
            group.first.clone(),
            format!("“{text}”{zh}{count_zh}{rows_zh}"),
            format!("`{text}`: {en}{count_en}{rows_en}"),
        );
        draft.found(&group.text).of_catalog(&*group.about);
        for other in &group.others {
            draft.related(other.clone(), "同样的文字", "the same text");
        }
    }
    if let Some((first, count)) = &whole.facts.texts.beyond {
        findings
            .at_spot(
                first.clone(),
                format!("占位文字过多，其余{count}处不再逐一列出，此处为第一处"),
                format!("too many placeholders: {count} more are not listed one by one; this is the first"),
            )
            .of_catalog("the rest");
    }
}
