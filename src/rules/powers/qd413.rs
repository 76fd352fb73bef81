//! QD413: the body that exercises a power is unknown, abolished, or not confirmed.

use std::collections::{BTreeMap, HashSet};

use super::exercising::{Exercised, exercised, owner, powers};
use crate::codelist::{AuthorityRole, ItemType, Level};
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Date, Kind, Pointer, field};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(413),
    name: "body-unfit",
    aspect: Aspect::Publishable,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行使职权的机构不明或者已经撤销", "the body that exercises a power is unknown or abolished"),
    unit: two("每个机构一项，没有写明机构的职权合为一项", "one a body, and one for all powers without any"),
    help: two(
        "写明行使职权的机构；机构已撤销的，改为承继其职能的机构",
        "state the body that exercises the power; where it was abolished, the one that took over its functions",
    ),
    citations: &[
        Provision { document: POWER_LIST_OPINION, clause: "二" },
        Provision { document: "行政执法监督条例", clause: "第十七条" },
    ],
    reads: &[&[field!(power_items: PowerItem, authorities)], &[field!(power_items: PowerItem, competent_department)]],
    looks: &[Look::Catalog(body_unfit)],
    page: include_str!("qd413.md"),
    ..Rule::BLANK
};

/// 行政执法监督条例 is in force.
const CONFIRMATION: Period = Period::since("2026-02-01");

fn body_unfit(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    if scope.holds("power_items.authorities") {
        without_body(scope, whole, findings);
    }
    // What stands there instead of a name is QD011's.
    let placeholders: HashSet<&str> = (whole.facts.texts.placeholders.iter())
        .filter(|group| group.about.starts_with("organizations "))
        .map(|group| &*group.text)
        .collect();
    let asks = scope.holds("organizations.enforcement_body_confirmed")
        && scope.as_of().is_none_or(|day| CONFIRMATION.contains(day));
    // Where nothing is said of any body no list of those that are confirmed is held.
    let holds_list = whole.facts.bodies.all().any(|body| body.is_confirmed == Some(true));
    let lacks = |body: &Body| body.is_confirmed == Some(false) || (holds_list && body.is_confirmed.is_none());
    let (mut abolished, mut unconfirmed): (Unfit, Unfit) = (BTreeMap::new(), BTreeMap::new());
    for place in exercised(whole) {
        let number = owner(place.body, whole);
        let Some(body) = whole.facts.bodies.body(number).filter(|body| !placeholders.contains(body.name())) else {
            continue;
        };
        if has_ended(body, scope.as_of()) {
            add(&mut abolished, number, place);
        } else if asks && lacks(body) && is_enforcement(place.item_type) {
            add(&mut unconfirmed, number, place);
        }
    }
    for (number, (first, count)) in &abolished {
        tell_abolished(*number, first, *count, whole, findings);
    }
    for (number, (first, count)) in &unconfirmed {
        tell_unconfirmed(*number, first, *count, whole, findings);
    }
}

/// Bodies by their numbers, each with the first place and how many there are.
type Unfit = BTreeMap<u32, (Exercised, u64)>;

fn add(unfit: &mut Unfit, body: u32, place: Exercised) {
    let (first, count) = unfit.entry(body).or_insert((place, 0));
    *count = count.saturating_add(1);
    if place.item < first.item {
        *first = place;
    }
}

/// A body that was abolished before the day; of one without a day that can be read nobody knows.
fn has_ended(body: &Body, as_of: Option<Date>) -> bool {
    let on = body.abolished.as_ref().and_then(|end| end.on);
    on.zip(as_of).is_some_and(|(on, as_of)| on < as_of)
}

/// What is called enforcement of the law in the narrow sense, for which bodies are confirmed.
fn is_enforcement(of_type: ItemType) -> bool {
    matches!(
        of_type,
        ItemType::Penalty
            | ItemType::CoerciveMeasure
            | ItemType::CoerciveExecution
            | ItemType::Coercion
            | ItemType::Inspection
            | ItemType::Levy
            | ItemType::Requisition
    )
}

/// The powers that name no body at all: one finding.
fn without_body(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let undecided = whole.facts.undecided.all();
    let lacking: HashSet<u32> = (undecided.iter())
        .filter(|item| item.department.is_none() && !is_exercised_elsewhere(item.ordinal, scope, whole))
        .map(|item| item.ordinal)
        .collect();
    if lacking.is_empty() {
        return;
    }
    // The body is printed once for an item and its parts: at the item, or at the parts.
    let mut excused: HashSet<u32> = HashSet::new();
    for (part, item) in whole.facts.parts.of_list(Kind::PowerItem, &whole.facts.records) {
        match (lacking.contains(&part), lacking.contains(&item)) {
            (true, false) => excused.insert(part),
            (false, true) => excused.insert(item),
            _ => false,
        };
    }
    let mut open = undecided.iter().map(|item| item.ordinal);
    let mut open = open.by_ref().filter(|ordinal| lacking.contains(ordinal) && !excused.contains(ordinal));
    let Some(first) = open.next() else { return };
    let (count_zh, count_en) = match open.count() {
        0 => (String::new(), String::new()),
        more => {
            let count = more.saturating_add(1);
            (
                format!("；这样的职权共{count}项，此处为第一项"),
                format!("; {count} powers are such, and this is the first"),
            )
        }
    };
    findings
        .at_spot(
            Spot::Record(first, Pointer::member("authorities")),
            format!("没有写明行使职权的机构：既没有作出决定的主体，也没有主管部门{count_zh}"),
            format!("no body exercises the power: none that decides is stated, and no competent department{count_en}"),
        )
        .of_catalog("no body");
}

/// Whether a power without a body that decides here is exercised all the same: by whoever entrusted it; by the level above,
/// for which one reviews first here; or by a level above that the row names, for which one accepts here.
fn is_exercised_elsewhere(ordinal: u32, scope: &Scope<'_>, whole: &Whole<'_>) -> bool {
    let of_item = whole.facts.authorities.of_item(ordinal);
    let has = |role| of_item.iter().any(|known| known.role == role);
    if has(AuthorityRole::Entrusted) || has(AuthorityRole::FirstReview) {
        return true;
    }
    let names = whole.facts.names.list(Kind::PowerItem);
    let levels = names.binary_search_by_key(&ordinal, |item| item.ordinal).ok().and_then(|at| names.get(at));
    let above = scope.header().map(|header| Level::ALL.iter().take_while(move |&&level| level != header.level));
    let is_above = levels.zip(above).is_some_and(|(item, mut above)| above.any(|&level| item.levels.has(level)));
    has(AuthorityRole::Accept) && is_above
}

fn tell_abolished(number: u32, first: &Exercised, count: u64, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let bodies = &whole.facts.bodies;
    let Some(body) = bodies.body(number) else { return };
    let Some((end, on)) = body.abolished.as_ref().and_then(|end| Some((end, end.on?))) else { return };
    let (name, on_zh) = (excerpt(body.name()), on.in_chinese());
    let successor = end.successor.and_then(|next| bodies.body(next));
    let (next_zh, next_en) = match successor {
        Some(next) => {
            let next = excerpt(next.name());
            (format!("，其职能由{next}承继"), format!(", and {next} took over"))
        }
        None => (String::new(), String::new()),
    };
    let draft = findings.at_spot(
        first.spot(),
        format!("行使职权的{name}已于{on_zh}撤销{next_zh}，仍列有{count}项职权"),
        format!("{name} was abolished on {on}{next_en}, and still exercises {} in the list", powers(count)),
    );
    draft.found(body.name()).of_catalog(format!("abolished {}", bodies.id(number)));
    draft.related(Spot::Record(body.ordinal, Pointer::member("abolished")), "机构的撤销", "the end of the body");
    if let Some(next) = successor {
        draft.expected(
            format!("承继机构：{}", excerpt(next.name())),
            format!("the successor: {}", excerpt(next.name())),
        );
    }
}

fn tell_unconfirmed(number: u32, first: &Exercised, count: u64, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let bodies = &whole.facts.bodies;
    let Some(body) = bodies.body(number) else { return };
    let name = excerpt(body.name());
    let draft = findings.at_spot(
        first.spot(),
        format!(
            "{name}行使{count}项执法职权，而没有确认公告为行政执法主体；《行政执法监督条例》第十七条要求确认并公告"
        ),
        format!(
            "{name} exercises {} of enforcement, and was not confirmed as a body of enforcement (行政执法监督条例 §17)",
            powers(count)
        ),
    );
    draft.found(body.name()).severity(Severity::Warning).of_catalog(format!("unconfirmed {}", bodies.id(number)));
    draft.help(
        "核对该机构是否已经确认公告为行政执法主体；没有的，先确认公告，或者改为有主体资格的机构",
        "see whether the body was confirmed and made public as one of enforcement; if not, have it confirmed, or name the body that is",
    );
    draft.related(Spot::Record(body.ordinal, Pointer::member("enforcement_body_confirmed")), "该机构", "the body");
}
