//! QD113: two items in force share a code.

use super::grounds::{BODY_FIELDS, ITEM};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::{Message, two};
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(113),
    name: "duplicate-item-code",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("两个在用事项共用一个编码", "two items in force share a code"),
    unit: two("每个重复的编码一项，记在后一事项", "one a repeated code, at the later item"),
    help: two(
        "两条是同一事项的，合并；不是的，重新编码",
        "merge the two if they are one item; otherwise give one of them a code of its own",
    ),
    citations: ITEM,
    reads: BODY_FIELDS,
    looks: &[Look::Catalog(duplicate_code)],
    page: include_str!("qd113.md"),
    ..Rule::BLANK
};

pub(super) fn duplicate_code(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (clash, (first, first_slot)) in whole.facts.unique_codes.clashes(&whole.facts.records) {
        let (ordinal, slot) = clash.place;
        let text = crate::print::excerpt(&clash.text);
        let draft = findings.at_spot(
            Spot::Record(ordinal, slot.pointer()),
            format!("编码“{text}”重复：同一清单的另一在用事项已使用"),
            format!("another item in force of this list has the code `{text}` already"),
        );
        draft.found(&clash.text).of_catalog(format!("{} {}", clash.kind.array(), clash.text)).naming(
            |code, item, first| {
                Message::new(
                    format!("编码“{code}”重复：在用事项“{first}”“{item}”使用同一编码"),
                    format!("the items in force `{first}` and `{item}` have one code, `{code}`"),
                )
            },
        );
        draft.related(Spot::Record(first, first_slot.pointer()), "先使用此编码的事项", "the item that has it first");
        if !clash.certain {
            draft.severity(Severity::Warning);
        }
    }
}
