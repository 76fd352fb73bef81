//! QD104: the item code names another body than the implementing one.

use super::body::organization_of;
use super::grounds::{CREDIT_FIELDS, ITEM};
use crate::code::CreditCode;
use crate::facts::codes::Parties;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::Pointer;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(104),
    name: "credit-code-mismatch",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("事项编码中的机构不是实施主体", "the item code names another body than the implementing one"),
    unit: two("每个编码一项", "one a code"),
    help: two(
        "核对实施主体；编码沿用了机构改革前的代码的，应当重新编制",
        "look at the implementing body; a code that still names a body of before a reform is to be made anew",
    ),
    citations: ITEM,
    reads: CREDIT_FIELDS,
    looks: &[Look::Catalog(credit_code_mismatch)],
    page: include_str!("qd104.md"),
    ..Rule::BLANK
};

/// So many codes are listed: each is said of every item code that is none of them.
const LISTED: usize = 20;

/// So many bodies of an item are looked at.
const MOST_PARTIES: usize = 100;

pub(super) fn credit_code_mismatch(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.codes;
    for (sighting, body, parties) in facts.bodies() {
        let Some(accepted) = credit_codes_of(whole, parties) else { continue };
        let Some(first) = accepted.first() else { continue };
        let is_theirs = match CreditCode::parse(body) {
            Ok(code) => accepted.iter().any(|(_, theirs)| *theirs == code),
            Err(_) => match organization_of(body) {
                Some(code) => accepted.iter().any(|(_, theirs)| theirs.organization_code() == code),
                // A code that is wrong in itself is judged by QD101 to QD103.
                None => continue,
            },
        };
        if is_theirs {
            continue;
        }
        let (ordinal, slot) = sighting.place;
        let theirs: Vec<&str> = accepted.iter().take(LISTED).map(|(_, code)| code.as_str()).collect();
        let listed = theirs.join(" / ");
        findings
            .at_spot(
                Spot::Record(ordinal, slot.pointer()),
                format!("事项编码中的实施主体编码“{body}”不是实施主体的统一社会信用代码“{listed}”"),
                format!("the code names the body `{body}`, and the credit code of the implementing body is `{listed}`"),
            )
            .found(body)
            .allowed(theirs.iter().copied())
            .related(
                Spot::Record(first.0, Pointer::member("credit_code")),
                "实施主体的统一社会信用代码",
                "the credit code of the implementing body",
            );
    }
}

/// The valid credit codes of all parties; none where one of them states none.
fn credit_codes_of(whole: &Whole<'_>, parties: &Parties) -> Option<Vec<(u32, CreditCode)>> {
    let parties = parties.implementers.iter().chain(&parties.entrusters);
    // Where there are more nobody can say whose code it is.
    if parties.clone().nth(MOST_PARTIES).is_some() {
        return None;
    }
    parties
        .map(|&party| {
            let body = whole.facts.bodies.body(party)?;
            Some((body.ordinal, body.credit_code?))
        })
        .collect()
}
