//! QD118: one code under several names.

use std::collections::{HashMap, HashSet};

use super::grounds::CREDIT;
use crate::code::CreditCode;
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, field};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(118),
    name: "code-many-names",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("一个代码用于多个机构", "one code under several names"),
    unit: two("每个代码一项", "one a code"),
    help: two(
        "核对各机构的登记证书；加挂牌子或者更名的，写入别名",
        "look at the certificates of the bodies; where one is a second or former name, write it as an alias",
    ),
    citations: &[CREDIT],
    reads: &[&[field!(organizations: Organization, credit_code)]],
    looks: &[Look::Catalog(many_names)],
    page: include_str!("qd118.md"),
    ..Rule::BLANK
};

/// So many bodies with one code are held against the next one, so that no catalog can make this slow.
const MOST_HOLDERS: usize = 100;

pub(super) fn many_names(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let mut holders: HashMap<CreditCode, Vec<&Body>> = HashMap::new();
    let mut reported: HashSet<CreditCode> = HashSet::new();
    // A body that was abolished may have left its code to its successor.
    for body in whole.facts.bodies.all().filter(|body| body.abolished.is_none()) {
        let Some(code) = body.credit_code else { continue };
        let earlier = holders.entry(code).or_default();
        if reported.contains(&code) {
            continue;
        }
        let other = earlier.iter().find(|known| {
            // A record that is there twice is QD008's.
            !is_alias(known, body) && id_of(whole, known) != id_of(whole, body)
        });
        if let Some(known) = other {
            reported.insert(code);
            let (name, first_name) = (excerpt(body.name()), excerpt(known.name()));
            findings
                .at_spot(
                    Spot::Record(body.ordinal, Pointer::member("credit_code")),
                    format!("统一社会信用代码“{code}”同时用于“{first_name}”和“{name}”，两者名称不同，也不是别名"),
                    format!(
                        "`{code}` is the code of `{first_name}` too, which is neither the name nor an alias of `{name}`"
                    ),
                )
                .found(code.as_str())
                .of_catalog(code.as_str())
                .related(
                    Spot::Record(known.ordinal, Pointer::member("credit_code")),
                    "先使用此代码的机构",
                    "the body that has it first",
                );
        }
        if earlier.len() < MOST_HOLDERS {
            earlier.push(body);
        }
    }
}

fn id_of<'a>(whole: &Whole<'a>, body: &Body) -> Option<&'a str> {
    whole.facts.records.record(body.ordinal)?.id
}

/// Whether one of the names of one body is one of the other's, with or without the division before it.
fn is_alias(one: &Body, other: &Body) -> bool {
    let is_tail = |whole: &str, tail: &str| tail.chars().count() >= 3 && whole.ends_with(tail);
    one.names.iter().any(|a| other.names.iter().any(|b| is_tail(a, b) || is_tail(b, a) || a == b))
}
