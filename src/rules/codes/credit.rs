//! Credit codes, alone and within the codes of items, as QD101 to QD103 see them.

use super::at_code::at_code;
use crate::code::{CodeError, CodeProblem, CodeScheme, CreditCode, ItemCodeScheme, OrganizationCode};
use crate::facts::codes::is_short;
use crate::facts::item_codes::slot_of;
use crate::facts::placeholder::is_repeated_digit;
use crate::lang::Message;
use crate::model::leaf::{Leaf, LeafName};
use crate::rule::Findings;

/// What is wrong with a credit code; one code has one of these at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    Form,
    Check,
    Organization,
}

/// A text that stands where a credit code belongs.
struct Candidate<'a> {
    text: &'a str,
    /// Where it begins in the code of which it is part; none where it stands alone.
    position: Option<usize>,
    /// Whether an organization code is in order too: the Sichuan scheme takes either.
    may_be_organization: bool,
}

fn with_candidate(leaf: Leaf<'_>, judge: impl FnOnce(&Candidate<'_>)) {
    if leaf.name == LeafName::Code(CodeScheme::CreditCode) {
        return judge(&Candidate { text: leaf.text, position: None, may_be_organization: false });
    }
    let Some(slot) = slot_of(leaf) else { return };
    let Some(code) = leaf.item_code() else { return };
    if !slot.takes(code.scheme()) {
        return;
    }
    // One digit repeated is a placeholder, and QD011 says so.
    if let Some(part) = code.body().filter(|part| !is_repeated_digit(part.text)) {
        judge(&Candidate {
            text: part.text,
            position: Some(part.position),
            may_be_organization: code.scheme() == ItemCodeScheme::Sichuan,
        });
    }
}

impl Candidate<'_> {
    fn problem(&self) -> Option<(Problem, CodeError)> {
        // A text is meant as an organization code when it is as long as one.
        let organization = match self.text.len() {
            9 if self.may_be_organization => Some(OrganizationCode::parse(self.text)),
            10 if self.may_be_organization && self.text.contains('-') => {
                Some(OrganizationCode::parse_hyphenated(self.text))
            }
            _ => None,
        };
        if let Some(organization) = organization {
            return organization.err().map(|error| (Problem::Organization, error));
        }
        let error = CreditCode::parse(self.text).err()?;
        let problem = match error.problem() {
            CodeProblem::Check { .. } => Problem::Check,
            CodeProblem::Part { .. } => Problem::Organization,
            _ => Problem::Form,
        };
        Some((problem, error))
    }
}

/// The message of an error, with the place of the code within a longer one.
pub(super) fn located(at: Option<usize>, message: Message) -> Message {
    match at {
        Some(at) => Message::new(
            format!("事项编码第{at}位起的实施主体编码：{}", message.zh),
            format!("the body at position {at} of the item code: {}", message.en),
        ),
        None => message,
    }
}

pub(super) fn report(leaf: Leaf<'_>, wanted: Problem, findings: &mut Findings<'_>) {
    with_candidate(leaf, |candidate| {
        let Some((problem, error)) = candidate.problem() else { return };
        // 17 characters: the catalog may know which one is lost.
        if problem != wanted || (error.scheme() == CodeScheme::CreditCode && is_short(error.problem())) {
            return;
        }
        let draft = at_code(leaf, located(candidate.position, error.message()), findings);
        draft.found(candidate.text);
        match error.problem() {
            CodeProblem::Check { expected, .. } => draft.allowed([expected.to_string()]),
            _ => draft.expecting(error.expected()),
        };
    });
}
