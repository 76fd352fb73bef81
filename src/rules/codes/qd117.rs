//! QD117: one body under several codes.

use std::collections::BTreeMap;

use super::body::organization_of;
use super::grounds::{BODY_FIELDS, ITEM};
use crate::code::CreditCode;
use crate::facts::item_codes::Place;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::Pointer;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(117),
    name: "organization-many-codes",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("一个机构有多个代码", "one body under several codes"),
    unit: two("每个机构一项", "one a body"),
    help: two(
        "统一为该机构的统一社会信用代码；事项由所属单位实施的，单列该单位为机构",
        "use the credit code of the body in all its items; where a unit below it implements them, list that unit as a body",
    ),
    citations: ITEM,
    reads: BODY_FIELDS,
    looks: &[Look::Catalog(many_codes)],
    page: include_str!("qd117.md"),
    ..Rule::BLANK
};

/// How many codes or names a message lists.
const LISTED: usize = 6;

/// How many codes of one body are told apart.
const MOST_CODES: usize = 100;

/// A code by which the items of a body name it.
struct BodyName<'a> {
    code: &'a str,
    /// Where it is first met.
    first: Place,
    /// In how many codes of items.
    count: usize,
}

pub(super) fn many_codes(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let mut bodies: BTreeMap<u32, Vec<BodyName<'_>>> = BTreeMap::new();
    for (sighting, code, parties) in whole.facts.codes.bodies() {
        // The code of an item that was entrusted may be that of the body that entrusted it.
        let ([implementer], []) = (&*parties.implementers, &*parties.entrusters) else { continue };
        let Some(body) = whole.facts.bodies.body(*implementer) else { continue };
        let names = bodies.entry(body.ordinal).or_default();
        if let Some(name) = names.iter_mut().find(|name| name.code == code) {
            name.count = name.count.saturating_add(1);
        } else if names.len() < MOST_CODES {
            // A body with more codes is reported all the same, and no catalog can make this slow.
            names.push(BodyName { code, first: sighting.place, count: 1 });
        }
    }
    for (organization, mut names) in bodies.into_iter().filter(|(_, names)| names.len() > 1) {
        // The code in most items first: it is probably the one to keep.
        names.sort_by(|a, b| b.count.cmp(&a.count).then(a.first.cmp(&b.first)));
        report_many(organization, &names, findings);
    }
}

fn report_many(organization: u32, names: &[BodyName<'_>], findings: &mut Findings<'_>) {
    let valid = names.iter().filter(|name| CreditCode::parse(name.code).is_ok()).count();
    let organization_code = |name: &BodyName<'_>| organization_of(&name.code.to_ascii_uppercase());
    let first = names.first().and_then(organization_code);
    let is_one_body = first.is_some() && names.iter().all(|name| organization_code(name) == first);
    let (note_zh, note_en) = if is_one_body {
        ("组织机构代码相同，只是写法不一".to_owned(), "all name one body, written in different ways".to_owned())
    } else {
        (format!("其中有效的统一社会信用代码{valid}个"), format!("valid credit codes among them: {valid}"))
    };
    let listed = names.iter().take(LISTED);
    let list_zh: Vec<String> = listed.clone().map(|name| format!("{}（{}项）", name.code, name.count)).collect();
    let list_en: Vec<String> = listed.clone().map(|name| format!("{} ({})", name.code, name.count)).collect();
    let codes: Vec<&str> = listed.clone().map(|name| name.code).collect();
    let (more_zh, more_en) = if names.len() > LISTED { ("等", " and others") } else { ("", "") };
    let (count, list_zh, list_en) = (names.len(), list_zh.join("、"), list_en.join(", "));
    let draft = findings.at_spot(
        Spot::Record(organization, Pointer::member("name")),
        format!("该机构在事项编码中有{count}个实施主体编码：{list_zh}{more_zh}；{note_zh}"),
        format!("the item codes of this body name it by {count} codes: {list_en}{more_en}; {note_en}"),
    );
    draft.found(&codes.join("、")).expected("一个机构只用一个编码", "one code for one body");
    if is_one_body {
        draft.help("统一改为18位统一社会信用代码", "write the credit code of 18 characters in all of them");
    }
    for name in listed {
        let (ordinal, slot) = name.first;
        let code = name.code;
        draft.related(
            Spot::Record(ordinal, slot.pointer()),
            format!("首次使用“{code}”"),
            format!("the first with `{code}`"),
        );
    }
}
