//! QD201: an item without any basis.
//!
//! A main item may be a heading only, whose sub-items carry the bases; they may stand before it or after it. So each item
//! leaves here what others need to know, and the main items are judged when all are known.

use crate::codelist::ItemType;
use crate::facts::grounds::{GroundsOfKind, LISTS, Lacking, place};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(201),
    name: "basis-missing",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("没有任何依据", "no basis of any rank"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "写明设定该权力的法律、法规、规章及其条款；确无依据的，应当取消该事项（法无授权不可为）",
        "cite the law, regulation or rule that gives the power, with its articles; a power without any must be given up",
    ),
    citations: &[
        Provision { document: "中华人民共和国行政许可法", clause: "第四条" },
        Provision { document: "中华人民共和国行政处罚法", clause: "第四条、第三十八条" },
        Provision { document: "中华人民共和国行政强制法", clause: "第四条" },
        Provision { document: POWER_LIST_OPINION, clause: "二" },
    ],
    reads: &[
        &[field!(licensing_items: LicensingItem, set_by)],
        &[field!(power_items: PowerItem, basis)],
        &[field!(service_items: ServiceItem, basis)],
    ],
    looks: &[Look::Catalog(basis_missing)],
    page: include_str!("qd201.md"),
    ..Rule::BLANK
};

/// How grave it is that a power of this type has no basis; none where it needs none.
fn gravity(of_type: ItemType) -> Option<Severity> {
    match of_type {
        ItemType::Licensing
        | ItemType::Penalty
        | ItemType::CoerciveMeasure
        | ItemType::CoerciveExecution
        | ItemType::Coercion
        | ItemType::Levy
        | ItemType::Requisition
        | ItemType::Inspection
        | ItemType::Adjudication => Some(Severity::Error),
        ItemType::Confirmation | ItemType::Payment | ItemType::Reward | ItemType::OtherPower | ItemType::Filing => {
            Some(Severity::Warning)
        }
        ItemType::PublicService => None,
    }
}

fn basis_missing(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for ((kind, field, held_as), grounds) in LISTS.iter().zip(&whole.facts.grounds.0) {
        if grounds.lacking.is_empty() || !scope.holds(held_as) {
            continue;
        }
        for (item, settled) in grounds.lacking.iter().zip(settle(grounds, *kind, whole)) {
            // A part rests on the item of which it is one.
            if item.parent.is_none() && !settled.rests() {
                report(item, &settled, field, findings);
            }
        }
    }
}

fn report(item: &Lacking, settled: &Settled, field: &str, findings: &mut Findings<'_>) {
    let (title, name, parts) = (item.of_type.title_zh(), item.of_type, settled.open);
    let (parts_zh, parts_en) = match (settled.first_open, parts) {
        (None, _) | (_, 0) => (String::new(), String::new()),
        (_, 1) => ("，其子项中有1项也没有".to_owned(), ", nor does one of its sub-items".to_owned()),
        _ => (format!("，其子项中有{parts}项也没有"), format!(", nor do {parts} of its sub-items")),
    };
    let draft = findings.at_spot(
        Spot::Record(item.ordinal, Pointer::member(field)),
        format!("{title}事项没有写明任何依据{parts_zh}"),
        format!("the item is of type `{name}` and cites no basis of any rank{parts_en}"),
    );
    if let Some(severity) = gravity(item.of_type) {
        draft.severity(severity);
    }
    if let Some(first) = settled.first_open.filter(|_| parts > 0) {
        draft.related(Spot::Record(first, Pointer::member(field)), "没有依据的子项", "a sub-item without a basis");
    }
}

/// What comes of each item without a basis of its own.
fn settle(grounds: &GroundsOfKind, kind: Kind, whole: &Whole<'_>) -> Vec<Settled> {
    // Where in `lacking` an item stands that is named as a parent.
    let at: Vec<Option<usize>> = (grounds.parents.values().iter())
        .map(|id| {
            let ordinal = whole.facts.records.ordinal(kind, id)?;
            grounds.lacking.binary_search_by_key(&ordinal, |item| item.ordinal).ok()
        })
        .collect();
    let mut settled: Vec<Settled> = grounds.lacking.iter().map(|_| Settled::default()).collect();
    for (number, &has_grounded) in grounds.has_grounded.iter().enumerate() {
        if let Some(parent) = at.get(number).copied().flatten().and_then(|at| settled.get_mut(at)) {
            parent.has_grounded = has_grounded;
        }
    }
    let parent_of = |item: usize| {
        let number = grounds.lacking.get(item)?.parent?;
        at.get(place(number)).copied().flatten().filter(|&parent| parent != item)
    };
    for item in 0..grounds.lacking.len() {
        if let Some(parent) = parent_of(item).and_then(|parent| settled.get_mut(parent)) {
            parent.open = parent.open.saturating_add(1);
        }
    }
    // From below: an item all of whose parts rest on something rests on them. Each is taken out once, so a circle of
    // parents ends nothing and is never taken out.
    let mut ready: Vec<usize> =
        (0..settled.len()).filter(|&item| settled.get(item).is_some_and(Settled::rests)).collect();
    while let Some(item) = ready.pop() {
        let Some(at) = parent_of(item) else { continue };
        let Some(parent) = settled.get_mut(at) else { continue };
        parent.open = parent.open.saturating_sub(1);
        parent.has_grounded = true;
        if parent.rests() {
            ready.push(at);
        }
    }
    for (item, lacking) in grounds.lacking.iter().enumerate() {
        let is_open = settled.get(item).is_some_and(|settled| !settled.rests());
        if let Some(parent) = parent_of(item).filter(|_| is_open).and_then(|parent| settled.get_mut(parent)) {
            parent.first_open.get_or_insert(lacking.ordinal);
        }
    }
    settled
}

/// What is known of the parts of an item without a basis of its own.
#[derive(Debug, Default)]
struct Settled {
    has_grounded: bool,
    /// How many have none either.
    open: u32,
    /// The first of those.
    first_open: Option<u32>,
}

impl Settled {
    /// Whether it has parts, and each of them has a basis.
    fn rests(&self) -> bool {
        self.has_grounded && self.open == 0
    }
}
