//! QD101: not a credit code.

use std::collections::HashMap;

use super::at_code::at_code_of;
use super::credit::{Problem, located, report};
use super::grounds::{CREDIT, CREDIT_FIELDS, WITH_BODY};
use crate::code::CreditCode;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::{Message, two};
use crate::model::leaf::Leaf;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(101),
    name: "credit-code-form",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("不是统一社会信用代码", "not a credit code"),
    unit: two("每个代码一项", "one a code"),
    help: two(
        "按登记证书填写18位统一社会信用代码（数字和大写字母，不含I、O、S、V、Z）",
        "copy the credit code from the certificate: 18 digits and upper-case letters other than I, O, S, V, Z",
    ),
    citations: &[CREDIT],
    reads: CREDIT_FIELDS,
    looks: &[Look::Code(WITH_BODY, form), Look::Catalog(lost_character)],
    page: include_str!("qd101.md"),
    ..Rule::BLANK
};

fn form(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    report(leaf, Problem::Form, findings);
}

/// Codes of 17 characters: the catalog knows all its credit codes now.
pub(super) fn lost_character(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.codes;
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
