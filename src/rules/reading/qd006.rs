//! QD006: a field that this version does not know.

use super::grounds::FORMAT;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::Kind;
use crate::model::leaf::Leaf;
use crate::print::excerpt;
use crate::read::shape::TABLE;
use crate::rule::{Findings, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(6),
    name: "unknown-field",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("本版本没有的栏目", "a field that this version does not know"),
    unit: two("每个栏目、栏目路径或者未知类型一项", "one a field, a field path, or a member of unknown kind"),
    help: two(
        "改正栏目名；本单位自有的内容放入扩展（extensions）",
        "correct the spelling; put fields of your own into `extensions`",
    ),
    citations: FORMAT,
    looks: &[Look::Reading, Look::Field("not_held", unknown_field_path)],
    page: include_str!("qd006.md"),
    ..Rule::BLANK
};

/// A field path of `header.not_held` that names nothing would silence no rule, and nobody would notice.
pub(super) fn unknown_field_path(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.kind.is_some() {
        return;
    }
    let mut names = leaf.text.split('.');
    let kind = names.next().and_then(Kind::from_array);
    let known = kind.is_some_and(|kind| {
        let mut shape = TABLE.record(kind);
        names.all(|name| {
            let fields = shape.fields();
            fields.and_then(|fields| fields.field(name)).map(|field| shape = &field.shape).is_some()
        })
    });
    if !known {
        findings
            .at(
                leaf.path.pointer(),
                format!("未采集字段（not_held）中的“{}”不是栏目路径，不起作用", excerpt(leaf.text)),
                format!("`{}` is no path of a field that this version knows, so it does nothing", excerpt(leaf.text)),
            )
            .found(leaf.text)
            .expected(
                "清单名和其下的字段，如 service_items.basis",
                "the array of a kind and fields below it, such as `service_items.basis`",
            );
    }
}
