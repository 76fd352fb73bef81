//! QD101–QD103: credit codes, alone and within item codes.

use std::collections::HashMap;

use super::super::{Check, Findings, Rule, Scope, Spot};
use super::facts::is_short;
use super::item::slot_of;
use super::{CREDIT, Example, ORGANIZATION, at_code, at_code_of, rule, two};
use crate::code::{CodeError, CodeProblem, CodeScheme, CreditCode, ItemCode, ItemCodeScheme, OrganizationCode};
use crate::lang::Message;
use crate::model::visit::Leaf;
use crate::model::{Pointer, RecordRef, Written};
use crate::rule::Index;
use crate::rule::reading::is_repeated_digit;

/// What is wrong with a credit code; one code has one of these at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
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
    if leaf.name == "CreditCode" {
        return judge(&Candidate { text: leaf.text, position: None, may_be_organization: false });
    }
    let Some(slot) = slot_of(leaf) else { return };
    let Ok(code) = ItemCode::parse(leaf.text) else { return };
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
fn located(at: Option<usize>, message: Message) -> Message {
    match at {
        Some(at) => Message::new(
            format!("事项编码第{at}位起的实施主体编码：{}", message.zh),
            format!("the body at position {at} of the item code: {}", message.en),
        ),
        None => message,
    }
}

fn report(leaf: Leaf<'_>, wanted: Problem, findings: &mut Findings<'_>) {
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

// QD101.

pub(super) const QD101: Rule = Rule {
    citations: &[CREDIT],
    reads: &[
        "organizations.credit_code",
        "licensing_items.code",
        "power_items.code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[
        Example::members(
            two(
                "17个字符，目录别处有完整的代码：指出漏掉的“2”",
                "17 characters, and the catalog has the whole code elsewhere: the lost `2` is named",
            ),
            r#""organizations": [{"id": "w", "name": "水利局", "kind": "department", "credit_code": "1115062501150620X3"}, {"id": "f", "name": "林业和草原局", "kind": "department", "credit_code": "111506250115060X3"}]"#,
            &["/organizations/1/credit_code"],
        ),
        Example::members(
            two("把零写成字母 O", "the letter O for a zero"),
            body!(r#""kind": "department", "credit_code": "11150625O11506226X""#),
            &["/organizations/0/credit_code"],
        ),
        Example::members(
            two("四川编码中有小写字母", "a lower-case letter in a Sichuan item code"),
            services!(
                r#""kind": "department""#,
                "a" r#""local_codes": ["511A0138000000-511602000000-000-11511301452259996u-1-00"]"#
            ),
            &["/service_items/0/local_codes/0"],
        ),
    ],
    passes: &[
        Example::members(
            two("一个代码", "a code"),
            body!(r#""kind": "department", "credit_code": "1115062501150620X3""#),
            &[],
        ),
        Example::members(
            two(
                "界限：四川编码可以用组织机构代码表示机构，有无连字符均可",
                "boundary: a Sichuan item code may name the body by an organization code, with or without hyphen",
            ),
            services!(
                r#""kind": "department""#,
                "a" r#""local_codes": ["511A0138000000-511602000000-000-00877868-5-1-00"]"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Code(form), Check::Catalog(lost_character)],
    ..rule(
        101,
        "credit-code-form",
        two("不是统一社会信用代码", "not a credit code"),
        two("每个代码一项", "one a code"),
        two(
            "按登记证书填写18位统一社会信用代码（数字和大写字母，不含I、O、S、V、Z）",
            "copy the credit code from the certificate: 18 digits and upper-case letters other than I, O, S, V, Z",
        ),
    )
};

pub(super) fn form(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    report(leaf, Problem::Form, findings);
}

/// Codes of 17 characters: the catalog knows all its credit codes now.
pub(super) fn lost_character(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.codes;
    let mut restored: HashMap<&str, Option<Restored>> = HashMap::new();
    for (short, text) in facts.short_codes() {
        let found = restored.entry(text).or_insert_with(|| restore(text, |code| facts.is_known(code)));
        let Err(error) = CreditCode::parse(text) else { continue };
        let (ordinal, slot) = short.place;
        let mut message = error.message();
        if let Some(Restored { code, lost, first, last }) = found {
            let (at_zh, at_en) = if first == last {
                (format!("第{last}位"), format!("position {last}"))
            } else {
                (format!("第{first}至{last}位之一"), format!("one of positions {first} to {last}"))
            };
            message = Message::new(
                format!("{}：丢失{at_zh}的“{lost}”，完整代码应为“{code}”（本目录另有此代码）", message.zh),
                format!(
                    "{}; the `{lost}` at {at_en} is lost, and the whole code is `{code}`, which the catalog has elsewhere",
                    message.en
                ),
            );
        }
        let message = located(short.position.map(usize::from), message);
        let draft = at_code_of(Spot::Record(ordinal, slot.pointer()), text, message, findings);
        draft.found(text);
        match found {
            Some(Restored { code, .. }) => draft.allowed([code.clone()]).help(
                format!("改为“{code}”；改前请核对该代码确属本事项的实施主体"),
                format!("write `{code}`, once you have made sure that it is the body meant here"),
            ),
            None => draft.expecting(error.expected()),
        };
    }
}

/// A code with the character that it lost.
struct Restored {
    code: String,
    lost: char,
    /// Where the character belongs, from 1; within a run of equal characters it may be any of them.
    first: usize,
    last: usize,
}

/// The one known code from which a text comes by losing one character; none where there are several.
fn restore(text: &str, is_known: impl Fn(&str) -> bool) -> Option<Restored> {
    let mut restored: Option<Restored> = None;
    for (at, (start, _)) in (1..).zip(text.char_indices().chain([(text.len(), ' ')])) {
        let (before, after) = text.split_at_checked(start)?;
        for lost in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars() {
            let code = format!("{before}{lost}{after}");
            if !is_known(&code) {
                continue;
            }
            match &mut restored {
                Some(other) if other.code == code => other.last = at,
                Some(_) => return None,
                None => restored = Some(Restored { code, lost, first: at, last: at }),
            }
        }
    }
    restored
}

// QD102.

pub(super) const QD102: Rule = Rule {
    citations: &[CREDIT],
    reads: &[
        "organizations.credit_code",
        "licensing_items.code",
        "power_items.code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[
        Example::members(
            two("最后一位与其他各位不符", "the last character is not that of the others"),
            body!(r#""kind": "department", "credit_code": "11440300007542785T""#),
            &["/organizations/0/credit_code"],
        ),
        Example::members(
            two("在实施编码之中", "within an implementation code"),
            services!(r#""kind": "department""#, "a" r#""implementation_code": "1115062501150620X44000131024000""#),
            &["/service_items/0/implementation_code"],
        ),
    ],
    passes: &[Example::members(
        two(
            "界限：加权和模 31 为 0，校验码为 0",
            "boundary: the weighted sum is 0 modulo 31, and the check character is 0",
        ),
        body!(r#""kind": "department", "credit_code": "111506250155143970""#),
        &[],
    )],
    checks: &[Check::Code(check_character)],
    ..rule(
        102,
        "credit-code-check-character",
        two("统一社会信用代码的校验码不符", "the check character of a credit code is wrong"),
        two("每个代码一项", "one a code"),
        two(
            "有字符抄错：与登记证书逐位核对，不要只改校验码",
            "a character is miscopied: compare the code with the certificate, and do not just change the check character",
        ),
    )
};

pub(super) fn check_character(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    report(leaf, Problem::Check, findings);
}

// QD103.

pub(super) const QD103: Rule = Rule {
    citations: &[CREDIT, ORGANIZATION],
    reads: &[
        "organizations.credit_code",
        "organizations.organization_code",
        "licensing_items.code",
        "power_items.code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[
        Example::members(
            two(
                "第 9 至 17 位不符合 GB 11714，而最后一位是对的",
                "characters 9 to 17 fail GB 11714, though the last character is right",
            ),
            body!(r#""kind": "department", "credit_code": "11150625011506307L""#),
            &["/organizations/0/credit_code"],
        ),
        Example::members(
            two("一个机构的两个代码指两个机构", "two codes of one body that name two bodies"),
            body!(r#""kind": "department", "credit_code": "1115062501150620X3", "organization_code": "D2143569X""#),
            &["/organizations/0/credit_code"],
        ),
        Example::members(
            two("连字符不是组织机构代码的一部分", "the hyphen is no part of an organization code"),
            body!(r#""kind": "department", "organization_code": "00877868-5""#),
            &["/organizations/0/organization_code"],
        ),
    ],
    passes: &[Example::members(
        two(
            "界限：统一社会信用代码中的组织机构代码以 X 结尾",
            "boundary: the organization code within the credit code ends in X",
        ),
        body!(r#""kind": "department", "credit_code": "1115062501150620X3", "organization_code": "01150620X""#),
        &[],
    )],
    checks: &[Check::Code(organization_part), Check::Record(stated_organization_code)],
    ..rule(
        103,
        "credit-code-organization-part",
        two(
            "组织机构代码有误，或者与统一社会信用代码不一致",
            "an organization code is wrong, or differs from the credit code",
        ),
        two("每个代码一项", "one a code"),
        two(
            "与登记证书核对：统一社会信用代码第9至17位就是该机构的组织机构代码",
            "compare with the certificate: characters 9 to 17 of the credit code are the organization code of the body",
        ),
    )
};

pub(super) fn organization_part(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.name == "OrganizationCode" {
        if let Err(error) = OrganizationCode::parse(leaf.text) {
            let draft = at_code(leaf, error.message(), findings);
            draft.found(leaf.text).expecting(error.expected());
            if let Ok(code) = OrganizationCode::parse_hyphenated(leaf.text) {
                draft.allowed([code.as_str()]).help(
                    format!("连字符只用于书面显示，去掉后写作“{code}”"),
                    format!("the hyphen is for human eyes only: write `{code}`"),
                );
            }
        }
        return;
    }
    report(leaf, Problem::Organization, findings);
}

/// The organization code within the credit code, against the one stated beside it.
pub(super) fn stated_organization_code(scope: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let RecordRef::Organization(organization) = record else { return };
    if !scope.holds("organizations.credit_code") || !scope.holds("organizations.organization_code") {
        return;
    }
    let Some(credit_code) = organization.credit_code.as_ref().and_then(Written::value) else { return };
    let Some(stated) = organization.organization_code.as_ref().and_then(Written::value) else { return };
    let embedded = credit_code.organization_code();
    if embedded == stated {
        return;
    }
    findings
        .at(
            Pointer::member("credit_code"),
            format!("统一社会信用代码第9至17位为“{embedded}”，与所填组织机构代码“{stated}”不一致"),
            format!("positions 9 to 17 are `{embedded}`, and the organization code stated is `{stated}`"),
        )
        .found(credit_code.as_str())
        .allowed([stated.as_str()])
        .related_below(Pointer::member("organization_code"), "所填组织机构代码", "the organization code stated");
}
