//! QD410: no channel for complaints.

use std::collections::HashMap;

use crate::facts::columns::Column;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(410),
    name: "supervision-channel-missing",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("没有写明监督投诉渠道", "no channel for complaints is stated"),
    unit: two(
        "每项职权一项；整栏为空的，全清单一项",
        "one a power, or one for the catalog where no row fills the column",
    ),
    help: two("写明监督投诉电话、地址或者网址", "state the telephone, the address or the site at which one complains"),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二（七）" }],
    reads: &[&[field!(power_items: PowerItem, supervision)]],
    looks: &[Look::Catalog(channel_missing)],
    page: include_str!("qd410.md"),
    ..Rule::BLANK
};

fn channel_missing(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some(column) = whole.facts.columns.column(Column::Supervision) else { return };
    let Some(&first) = column.empty.first() else { return };
    if column.is_absent() {
        let count = column.empty.len();
        findings
            .at_spot(
                Spot::Record(first, Pointer::member("supervision")),
                format!("清单中的{count}项职权都没有写明监督投诉渠道，此处为第一项"),
                format!("none of the {count} powers states how to complain; this is the first"),
            )
            .of_catalog("the column");
        return;
    }
    let lacks = |ordinal: u32| column.empty.binary_search(&ordinal).is_ok();
    // A channel is printed once for an item and its parts: at the item, or at every part.
    let mut of_part: HashMap<u32, u32> = HashMap::new();
    let mut is_told_by_parts: HashMap<u32, bool> = HashMap::new();
    for (part, item) in whole.facts.parts.of_list(Kind::PowerItem, &whole.facts.records) {
        of_part.insert(part, item);
        let all = is_told_by_parts.entry(item).or_insert(true);
        *all = *all && !lacks(part);
    }
    for &ordinal in &column.empty {
        let is_told_above = of_part.get(&ordinal).is_some_and(|&item| !lacks(item));
        if is_told_above || is_told_by_parts.get(&ordinal) == Some(&true) {
            continue;
        }
        findings.at_spot(
            Spot::Record(ordinal, Pointer::member("supervision")),
            "这项职权没有写明监督投诉渠道",
            "the power states no channel for complaints",
        );
    }
}
