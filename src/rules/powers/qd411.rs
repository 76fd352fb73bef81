//! QD411: a power that is listed twice.

use std::collections::BTreeSet;

use hashbrown::{HashMap, HashSet};

use crate::codelist::ItemType;
use crate::facts::names::{Levels, NameKey, NamedItem};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::facts::title_key;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(411),
    name: "duplicate-power",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("职权重复列出", "a power is listed twice"),
    unit: two("名称、类型、行使主体、层级都相同的职权一项", "one for the powers that share name, type, body and level"),
    help: two(
        "核对是否同一项职权：是的，合并为一项；不是的，在名称中写明区别",
        "if it is one power, keep one row; if not, let the names tell them apart",
    ),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二" }],
    reads: &[&[field!(power_items: PowerItem, authorities)], &[field!(power_items: PowerItem, competent_department)]],
    looks: &[Look::Catalog(duplicate_power)],
    page: include_str!("qd411.md"),
    ..Rule::BLANK
};

/// What the rows of one power share.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Shared {
    name: NameKey,
    of_type: ItemType,
    levels: Levels,
    /// Whether the bodies exercise the power, or only take part.
    exercise: bool,
    bodies: Vec<u32>,
}

fn duplicate_power(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let groups = groups(whole);
    if groups.is_empty() {
        return;
    }
    let above: HashMap<u32, u32> =
        whole.facts.parts.of_list(Kind::PowerItem, &whole.facts.records).into_iter().collect();
    let bases = bases(whole, &groups.iter().flatten().copied().collect());
    for group in groups {
        let repeated = repeated(&group, &above);
        let has_same_basis =
            |(first, second): &(u32, u32)| bases.of(*first).is_some() && bases.of(*first) == bases.of(*second);
        let Some(told) = repeated.iter().find(|pair| has_same_basis(pair)).or(repeated.first()) else { continue };
        let is_sure = has_same_basis(told);
        let (basis_zh, basis_en) = if is_sure { ("", "") } else { ("，设定依据不同", "; their bases differ") };
        let count = repeated.len().saturating_add(1);
        let (count_zh, count_en) = match repeated.len() {
            1 => (String::new(), String::new()),
            _ => (format!("；这样的共{count}项"), format!("; {count} rows are such")),
        };
        let draft = findings.at_spot(
            Spot::Record(told.1, Pointer::member("name")),
            format!("这项职权与另一项的名称、类型、行使主体和层级都相同{basis_zh}{count_zh}"),
            format!("another power has the same name, type, body and level{basis_en}{count_en}"),
        );
        draft.of_catalog(whole.least_id(group.iter().copied()));
        draft.related(Spot::Record(told.0, Pointer::member("name")), "相同的职权", "the power that is the same");
        if !is_sure {
            draft.severity(Severity::Info);
        }
    }
}

/// The powers that share name, type, body and level, where there are several, in the order of the first of each. Of a power
/// without a body nobody knows whether it is the same.
fn groups(whole: &Whole<'_>) -> Vec<Vec<u32>> {
    let Some(list) = whole.facts.items.list(Kind::PowerItem) else { return Vec::new() };
    let mut named: Vec<&NamedItem> = whole.facts.names.list(Kind::PowerItem).iter().collect();
    named.sort_by_key(|item| item.bare);
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for called in named.chunk_by(|one, other| one.bare == other.bare).filter(|called| called.len() > 1) {
        let has_branches = has_branches(called);
        let mut shared: HashMap<Shared, Vec<u32>> = HashMap::new();
        for item in called {
            let (exercise, bodies) = bodies(whole, item.ordinal);
            let Some(known) = list.item(item.ordinal).filter(|_| !bodies.is_empty()) else { continue };
            let name = if has_branches { item.name } else { item.bare };
            let of_item = Shared { name, of_type: known.item_type, levels: item.levels, exercise, bodies };
            shared.entry(of_item).or_default().push(item.ordinal);
        }
        groups.extend(shared.into_values().filter(|group| group.len() > 1));
    }
    groups.sort_unstable_by_key(|group| group.first().copied());
    groups
}

/// Whether several brackets at the ends of names tell the branches of one power apart. Else powers are the same by the name
/// without the bracket that tells level, branch or newness.
fn has_branches(called: &[&NamedItem]) -> bool {
    let mut bracketed = called.iter().filter(|item| item.name != item.bare).map(|item| item.name);
    let first = bracketed.next();
    bracketed.any(|name| Some(name) != first)
}

/// Who exercises a power: who decides, else the competent department; where neither is known, who takes part.
fn bodies(whole: &Whole<'_>, ordinal: u32) -> (bool, Vec<u32>) {
    let of_item = whole.facts.authorities.of_item(ordinal);
    let set = |bodies: BTreeSet<u32>| bodies.into_iter().collect::<Vec<u32>>();
    let exercising = set(of_item.iter().filter(|known| known.exercises()).map(|known| known.body).collect());
    if !exercising.is_empty() {
        return (true, exercising);
    }
    match whole.facts.undecided.of_item(ordinal) {
        Some(department) => (true, vec![department]),
        None => (false, set(of_item.iter().map(|known| known.body).collect())),
    }
}

/// How many items of other wholes are looked at; a name that more share is told all the same.
const LOOKED_AT: usize = 4;

/// The items of a group that are there before, each with an earlier one: parts of one item are told apart by it, so only
/// those of the same item are the same; and an item may be called as its own part is.
fn repeated(group: &[u32], above: &HashMap<u32, u32>) -> Vec<(u32, u32)> {
    let mut firsts: HashMap<Option<u32>, u32> = HashMap::new();
    let (mut mains, mut parts): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    let mut repeated = Vec::new();
    for &item in group {
        let whole = above.get(&item).copied();
        let earlier = firsts.get(&whole).copied().or_else(|| {
            let others = if whole.is_some() { &mains } else { &parts };
            others.iter().copied().find(|&other| !is_within(item, other, above) && !is_within(other, item, above))
        });
        repeated.extend(earlier.map(|earlier| (earlier, item)));
        firsts.entry(whole).or_insert(item);
        let known = if whole.is_some() { &mut parts } else { &mut mains };
        if known.len() < LOOKED_AT {
            known.push(item);
        }
    }
    repeated
}

/// Whether an item is a part of another, or a part of its part.
fn is_within(item: u32, of: u32, above: &HashMap<u32, u32>) -> bool {
    let up = |item: &u32| above.get(item).copied();
    up(&item).is_some_and(|first| first == of || up(&first) == Some(of))
}

/// What items cite as their basis: instruments and articles; none where a citation was not understood.
struct Bases(HashMap<u32, Option<BTreeSet<(String, u16)>>>);

impl Bases {
    fn of(&self, ordinal: u32) -> Option<&BTreeSet<(String, u16)>> {
        static NOTHING: BTreeSet<(String, u16)> = BTreeSet::new();
        self.0.get(&ordinal).map_or(Some(&NOTHING), Option::as_ref)
    }
}

fn bases(whole: &Whole<'_>, wanted: &HashSet<u32>) -> Bases {
    let facts = &whole.facts.citations;
    let mut bases = HashMap::new();
    for (ordinal, numbers) in facts.items().filter(|(ordinal, _)| wanted.contains(ordinal)) {
        let cited = numbers.iter().filter_map(|&number| facts.cited.get(number));
        let provisions = cited.filter(|cited| cited.list.field == "power_items.basis").map(|cited| {
            let instrument = whole.citations().instrument_of(cited)?;
            Some((title_key(&instrument.title), cited.article.map_or(0, std::num::NonZeroU16::get)))
        });
        bases.insert(ordinal, provisions.collect::<Option<BTreeSet<_>>>());
    }
    Bases(bases)
}
