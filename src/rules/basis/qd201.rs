//! QD201: an item without any basis.
//!
//! A main item may be a heading only, whose sub-items carry the bases; they may stand before it or after it. So each item
//! leaves here what others need to know, and the main items are judged when all are known.

use crate::codelist::{ItemLevel, ItemType};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Citation, Id, Kind, Pointer, RecordRef, Ref};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::{Index, Interner};
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
        Provision {
            document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
            clause: "二",
        },
    ],
    reads: &["licensing_items.set_by", "power_items.basis", "service_items.basis"],
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

/// An item that could be without a basis.
struct Candidate<'a> {
    of_type: ItemType,
    /// Whether it says itself what gives the power, or names the item of another list that does.
    is_grounded: bool,
    /// The item of which it is a part, and on whose basis it rests.
    parent: Option<&'a str>,
}

impl<'a> Candidate<'a> {
    fn of(record: RecordRef<'a>) -> Option<Self> {
        let any = |bases: &[&[Citation]]| bases.iter().any(|bases| !bases.is_empty());
        let (level, parent, of_type, is_grounded) = match record {
            RecordRef::LicensingItem(item) if item.in_force() => (
                item.item_level,
                item.parent.as_ref().map(Ref::id),
                ItemType::Licensing,
                any(&[&item.set_by, &item.implemented_under]),
            ),
            RecordRef::PowerItem(item) if item.in_force() => (
                item.item_level,
                item.parent.as_ref().map(Ref::id),
                item.power_type,
                any(&[&item.basis])
                    || item.licensing_item.is_some()
                    || item.penalties.iter().any(|penalty| any(&[&penalty.basis]))
                    || item.coercion.iter().any(|coercion| any(&[&coercion.basis])),
            ),
            RecordRef::ServiceItem(item) if item.in_force() => (
                item.item_level,
                item.parent.as_ref().map(Ref::id),
                item.service_type,
                any(&[&item.basis]) || item.power_item.is_some() || item.licensing_item.is_some(),
            ),
            _ => return None,
        };
        let parent = parent.filter(|_| level != ItemLevel::Main).map(Id::as_str);
        Some(Self { of_type, is_grounded, parent })
    }
}

/// The lists that are judged, and the member in which the basis belongs.
const LISTS: [(Kind, &str, &str); 3] = [
    (Kind::LicensingItem, "set_by", "licensing_items.set_by"),
    (Kind::PowerItem, "basis", "power_items.basis"),
    (Kind::ServiceItem, "basis", "service_items.basis"),
];

/// What the rule needs of all items, by the order of [`LISTS`].
#[derive(Debug, Default)]
pub(super) struct Grounds([GroundsOfKind; LISTS.len()]);

#[derive(Debug, Default)]
struct GroundsOfKind {
    /// The ids of items that have sub-items.
    parents: Interner<Box<str>>,
    /// Whether one of those sub-items has a basis, by the numbers of `parents`.
    has_grounded: Vec<bool>,
    /// In the order of their ordinals. Few: nearly every item has a basis.
    lacking: Vec<Lacking>,
}

/// An item in force without a basis of its own.
#[derive(Debug, Clone, Copy)]
struct Lacking {
    ordinal: u32,
    severity: Severity,
    of_type: ItemType,
    /// The item of which it is a part, a number in `parents`.
    parent: Option<u32>,
}

impl Grounds {
    /// Adds what is known of a record.
    pub(super) fn add(&mut self, ordinal: u32, record: RecordRef<'_>) {
        let kind = record.kind();
        let Some(of_kind) = LISTS.iter().position(|(of, ..)| *of == kind).and_then(|at| self.0.get_mut(at)) else {
            return;
        };
        let Some(item) = Candidate::of(record) else { return };
        if item.is_grounded && item.parent.is_none() {
            return;
        }
        let parent = item.parent.map(|id| of_kind.number_of(id));
        if item.is_grounded {
            if let Some(known) = parent.and_then(|number| of_kind.has_grounded.get_mut(place(number))) {
                *known = true;
            }
        } else if let Some(severity) = gravity(item.of_type) {
            of_kind.lacking.push(Lacking { ordinal, severity, of_type: item.of_type, parent });
        }
    }
}

impl GroundsOfKind {
    fn number_of(&mut self, id: &str) -> u32 {
        let number = self.parents.number_of(id);
        if place(number) >= self.has_grounded.len() {
            self.has_grounded.push(false);
        }
        number
    }

    /// What comes of each item in `lacking`.
    fn settle(&self, kind: Kind, index: &Index) -> Vec<Settled> {
        // Where in `lacking` an item stands that is named as a parent.
        let at: Vec<Option<usize>> = (self.parents.values().iter())
            .map(|id| {
                let ordinal = index.ordinal(kind, id)?;
                self.lacking.binary_search_by_key(&ordinal, |item| item.ordinal).ok()
            })
            .collect();
        let mut settled: Vec<Settled> = self.lacking.iter().map(|_| Settled::default()).collect();
        for (number, &has_grounded) in self.has_grounded.iter().enumerate() {
            if let Some(parent) = at.get(number).copied().flatten().and_then(|at| settled.get_mut(at)) {
                parent.has_grounded = has_grounded;
            }
        }
        let parent_of = |item: usize| {
            let number = self.lacking.get(item)?.parent?;
            at.get(place(number)).copied().flatten().filter(|&parent| parent != item)
        };
        for item in 0..self.lacking.len() {
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
        for (item, lacking) in self.lacking.iter().enumerate() {
            let is_open = settled.get(item).is_some_and(|settled| !settled.rests());
            if let Some(parent) = parent_of(item).filter(|_| is_open).and_then(|parent| settled.get_mut(parent)) {
                parent.first_open.get_or_insert(lacking.ordinal);
            }
        }
        settled
    }
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

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn basis_missing(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for ((kind, field, held_as), grounds) in LISTS.iter().zip(&index.bases.grounds.0) {
        if grounds.lacking.is_empty() || !scope.holds(held_as) {
            continue;
        }
        for (item, settled) in grounds.lacking.iter().zip(grounds.settle(*kind, index)) {
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
    draft.severity(item.severity);
    if let Some(first) = settled.first_open.filter(|_| parts > 0) {
        draft.related(Spot::Record(first, Pointer::member(field)), "没有依据的子项", "a sub-item without a basis");
    }
}
