//! QD107: the forms of item codes: known ones, and one that a list made for itself.

use super::at_code::at_code_of;
use super::grounds::{ITEM, ITEM_FIELDS};
use crate::code::ItemCode;
use crate::facts::forms::{Fault, FormFacts, List, fault_of_form, is_of_no_scheme};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::{Message, two};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(107),
    name: "item-code-form",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("事项编码不属于已知编码方案", "an item code of no known scheme"),
    unit: two(
        "每个编码一项；多数编码自成一种形式的，每个清单一项",
        "one a code; one a list, where most of its codes share a form of their own",
    ),
    help: two(
        "国家编码为12、14、31或者33位；本省另有编码方案的，填入地方编码（local_codes），并可忽略此规则",
        "national codes have 12, 14, 31 or 33 characters; where the province has a scheme of its own, ignore this rule",
    ),
    citations: ITEM,
    reads: ITEM_FIELDS,
    looks: &[Look::Catalog(item_code_forms)],
    page: include_str!("qd107.md"),
    ..Rule::BLANK
};

/// The words of a form in English.
fn in_english(form: &str) -> String {
    let part = |part: &str| {
        let (length, kind) = part.split_once('位').unwrap_or(("", part));
        let kind = match kind {
            "数字或者字母" => "digits or letters",
            "数字" => "digits",
            "大写字母" => "capitals",
            "小写字母" => "small letters",
            "文字" => "other letters",
            marks => return format!("`{}`", marks.replace(['“', '”'], "")),
        };
        if length.is_empty() { kind.to_owned() } else { format!("{length} {kind}") }
    };
    form.split('＋').map(part).collect::<Vec<_>>().join(" + ")
}

pub(super) fn item_code_forms(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.forms;
    let mut lists: Vec<(List, Option<OwnForm>, bool)> = Vec::new();
    for (fault, text) in facts.faults() {
        let list = fault.list();
        let number = lists.iter().position(|(known, ..)| *known == list).unwrap_or_else(|| {
            lists.push((list, own_form(facts, list), false));
            lists.len().saturating_sub(1)
        });
        let Some((_, own, is_told)) = lists.get_mut(number) else { continue };
        let spot = Spot::Record(fault.ordinal, fault.slot.pointer());
        let code = excerpt(text);
        match own {
            Some(own) if own.is_that_of(fault, text) => {
                if std::mem::replace(is_told, true) {
                    continue;
                }
                let OwnForm { form, count, total, .. } = own;
                let (of_all_zh, of_all_en) = if count == total {
                    (format!("全部{total}个编码"), format!("all {total} codes"))
                } else {
                    (format!("{total}个编码中有{count}个"), format!("{count} of {total} codes"))
                };
                findings
                    .at_spot(
                        spot,
                        format!("{of_all_zh}同为一种形式：{form}（如“{code}”），不属于国家和已知各省的编码方案"),
                        format!(
                            "{of_all_en} share one form, {} (such as `{code}`), which is that of no known scheme",
                            in_english(form)
                        ),
                    )
                    .found(text)
                    .of_catalog(format!("{} {}", list.0.array(), list.1))
                    .help(
                        "本省、本系统有此编码方案的，可以忽略此项；否则改用国家编码",
                        "where the province or the system has such a scheme, ignore this; else use national codes",
                    );
            }
            own => {
                let Ok(parsed) = ItemCode::parse(text) else { continue };
                let Some(mut message) = fault_of_form(fault.slot, &parsed) else { continue };
                if let Some(own) = own.as_ref().filter(|_| is_of_no_scheme(fault.slot, text)) {
                    message = Message::new(
                        format!("{}；也不同于本清单多数编码的形式：{}", message.zh, own.form),
                        format!(
                            "{}; nor of the form that most codes of this list have: {}",
                            message.en,
                            in_english(&own.form)
                        ),
                    );
                }
                at_code_of(spot, text, message, findings).found(text).expecting(fault.slot.expected().into());
            }
        }
    }
}

/// The form that more than half of the codes of a list share, if it is none of the known ones.
fn own_form(facts: &FormFacts, list: List) -> Option<OwnForm> {
    let total = facts.totals.get(&list).copied().unwrap_or_default();
    let of_list = || facts.faults().filter(|(fault, text)| fault.list() == list && is_of_no_scheme(fault.slot, text));
    Likeness::ALL.iter().find_map(|&likeness| {
        let forms = || of_list().filter_map(|(_, text)| likeness.form(text));
        // Whatever more than half have is what is left when unequal ones are struck out in pairs.
        let mut left: Option<(String, u64)> = None;
        for form in forms() {
            left = match left {
                Some((kept, count)) if kept == form => Some((kept, count.saturating_add(1))),
                Some((kept, count)) if count > 1 => Some((kept, count.saturating_sub(1))),
                Some(_) => None,
                None => Some((form, 1)),
            };
        }
        let (form, _) = left?;
        let count = u64::try_from(forms().filter(|other| *other == form).count()).unwrap_or(u64::MAX);
        (count >= FEWEST && count.saturating_mul(2) > total).then_some(OwnForm { list, likeness, form, count, total })
    })
}

/// The fewest codes of one form that make it a list's own.
const FEWEST: u64 = 3;

/// A form that most codes of a list share.
struct OwnForm {
    list: List,
    likeness: Likeness,
    form: String,
    count: u64,
    total: u64,
}

impl OwnForm {
    fn is_that_of(&self, fault: Fault, text: &str) -> bool {
        fault.list() == self.list
            && is_of_no_scheme(fault.slot, text)
            && self.likeness.form(text).is_some_and(|form| form == self.form)
    }
}

/// In what codes of one form are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// The kind and number of the characters of each part.
    Exact,
    /// The number of characters, digits and letters alike.
    Length,
    /// The kinds of the parts, however long.
    Parts,
}

impl Likeness {
    const ALL: [Self; 3] = [Self::Exact, Self::Length, Self::Parts];

    /// The form of a code in words; none of what is too long for a code.
    fn form(self, code: &str) -> Option<String> {
        const LONGEST: usize = 80;
        if code.len() > LONGEST {
            return None;
        }
        let mut parts: Vec<(String, usize)> = Vec::new();
        for c in code.chars() {
            let kind = match c {
                'A'..='Z' | 'a'..='z' | '0'..='9' if self == Self::Length => "数字或者字母".to_owned(),
                '0'..='9' => "数字".to_owned(),
                'A'..='Z' => "大写字母".to_owned(),
                'a'..='z' => "小写字母".to_owned(),
                c if c.is_alphabetic() => "文字".to_owned(),
                mark => format!("“{mark}”"),
            };
            match parts.last_mut() {
                Some((last, length)) if *last == kind => *length = length.saturating_add(1),
                _ => parts.push((kind, 1)),
            }
        }
        let words = parts.iter().map(|(kind, length)| match self {
            _ if kind.starts_with('“') => kind.repeat(*length),
            Self::Parts => kind.clone(),
            Self::Exact | Self::Length => format!("{length}位{kind}"),
        });
        Some(words.collect::<Vec<_>>().join("＋"))
    }
}
