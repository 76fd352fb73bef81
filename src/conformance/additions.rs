//! What an item asks for that the superior list does not: materials, conditions, steps, intermediary services, fees.
//!
//! Texts are compared leniently, and where a list says one thing more loosely than the other nothing was added: only
//! what is certain is told.

use super::alike::Compared;
use super::item::Departure;
use super::list::{Backing, DepartureKind};
use super::norms::{Norms, law_regulation_or_rule};
use super::pair::Pair;
use crate::codelist::{MaterialNecessity, SpecialProcedureKind, Stage};
use crate::model::{Citation, Item, Pointer, Text};

/// So many of a list are compared; none that anybody wrote has more.
const MOST: usize = 128;

/// One thing that an item asks for.
struct Asked<'a> {
    path: Pointer,
    name: &'a str,
    backing: Backing,
}

pub(super) fn compare(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let (item, superior) = (pair.item, pair.superior);
    let materials = item.materials().iter().enumerate().take(MOST).filter(|(_, material)| {
        let is_left_to_the_applicant = material.necessity == Some(MaterialNecessity::Optional);
        !is_left_to_the_applicant && material.exempt != Some(true)
    });
    let materials = materials.map(|(at, material)| Asked {
        path: Pointer::element("materials", at),
        name: material.name.as_str(),
        backing: backing(pair, "materials.basis", &material.basis),
    });
    let theirs: Vec<&str> = superior.materials().iter().map(|material| material.name.as_str()).collect();
    add(DepartureKind::MaterialAdded, "materials", materials.collect(), &theirs, departures);

    let intermediaries = item.intermediary_services().iter().enumerate().take(MOST).map(|(at, intermediary)| Asked {
        path: Pointer::element("intermediary_services", at),
        name: intermediary.name.as_str(),
        backing: backing(pair, "intermediary_services.basis", &intermediary.basis),
    });
    let theirs: Vec<&str> = superior.intermediary_services().iter().map(|other| other.name.as_str()).collect();
    add(DepartureKind::IntermediaryAdded, "intermediary_services", intermediaries.collect(), &theirs, departures);

    let theirs: Vec<&str> = conditions(superior).iter().chain(superior.prerequisites()).map(Text::as_str).collect();
    for (member, texts) in [("conditions", conditions(item)), ("prerequisites", item.prerequisites())] {
        let asked = texts.iter().enumerate().take(MOST).map(|(at, text)| Asked {
            path: Pointer::element(member, at),
            name: text.as_str(),
            backing: named_in(pair.norms, text),
        });
        // A list that states prerequisites alone says nothing of conditions.
        let states = if member == "conditions" { conditions(superior) } else { superior.prerequisites() };
        if !states.is_empty() {
            add(DepartureKind::ConditionAdded, member, asked.collect(), &theirs, departures);
        }
    }
    steps(pair, departures);
    fees(pair, departures);
}

fn conditions(item: Item<'_>) -> &[Text] {
    match item {
        Item::Licensing(item) => &item.conditions,
        Item::Power(_) | Item::Service(_) => &[],
    }
}

/// Adds what is asked for here alone. What the superior list asks for in words that are not found here may be one of
/// those that are not found there: then only so many were added as are more.
fn add(kind: DepartureKind, member: &str, asked: Vec<Asked<'_>>, superior: &[&str], departures: &mut Vec<Departure>) {
    if superior.is_empty() || asked.is_empty() {
        return;
    }
    let theirs: Vec<Compared> = superior.iter().take(MOST).map(|text| Compared::new(text)).collect();
    let mut is_met = vec![false; theirs.len()];
    let mut added = Vec::new();
    for one in asked {
        let own = Compared::new(one.name);
        let mut is_there = false;
        for (theirs, met) in theirs.iter().zip(&mut is_met) {
            let is_same = own.may_be(theirs);
            is_there |= is_same;
            *met |= is_same;
        }
        if !is_there {
            added.push(one);
        }
    }
    let unmet: Vec<&str> = superior.iter().zip(&is_met).filter(|(_, met)| !**met).map(|(text, _)| *text).collect();
    if unmet.is_empty() {
        let departure = |one: Asked<'_>| Departure {
            kind,
            path: one.path,
            superior: None,
            local: Some(one.name.to_owned()),
            backing: Some(one.backing),
        };
        departures.extend(added.into_iter().map(departure));
        return;
    }
    added.retain(|one| one.backing.is_wanting());
    if added.len() > unmet.len() {
        let names: Vec<&str> = added.iter().map(|one| one.name).collect();
        departures.push(Departure {
            kind,
            path: Pointer::member(member),
            superior: Some(unmet.join("；")),
            local: Some(names.join("；")),
            backing: Some(Backing::None),
        });
    }
}

/// Stages that 行政许可法 itself has, in whatever words a list tells them.
fn is_of_the_law(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::Accept
            | Stage::Review
            | Stage::Decide
            | Stage::Deliver
            | Stage::Supervise
            | Stage::Approve
            | Stage::Notify
            | Stage::Hear
            | Stage::Grant
            | Stage::Archive
            | Stage::Other
    )
}

fn steps(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let (item, superior) = (pair.item, pair.superior);
    let is_stage_there = |stage: Stage| superior.procedure().iter().any(|step| step.stage == stage);
    let of_procedure = if superior.procedure().is_empty() { &[] } else { item.procedure() };
    for (at, step) in of_procedure.iter().enumerate().take(MOST) {
        if !is_of_the_law(step.stage) && !is_stage_there(step.stage) {
            departures.push(Departure {
                kind: DepartureKind::StepAdded,
                path: Pointer::element("procedure", at),
                superior: None,
                local: Some(format!("{}：{}", step.stage.title_zh(), step.content)),
                backing: Some(backing(pair, "procedure.basis", &step.basis)),
            });
        }
    }
    let states_none = superior.procedure().is_empty() && superior.special_procedures().is_empty();
    if states_none || pair.superior_does_not_hold("special_procedures") {
        return;
    }
    // A hearing is held by 行政许可法 §46–47 wherever somebody may demand it.
    let is_there = |kind: &SpecialProcedureKind| superior.special_procedures().iter().any(|other| other.kind == *kind);
    for (at, special) in item.special_procedures().iter().enumerate().take(MOST) {
        if special.kind != SpecialProcedureKind::Hearing && !is_there(&special.kind) {
            departures.push(Departure {
                kind: DepartureKind::StepAdded,
                path: Pointer::element("special_procedures", at),
                superior: None,
                local: Some(special.kind.title_zh().unwrap_or(special.kind.as_str()).to_owned()),
                backing: Some(backing(pair, "special_procedures.basis", &special.basis)),
            });
        }
    }
}

fn fees(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let (item, superior) = (pair.item, pair.superior);
    let fees = item.fees().iter().enumerate().take(MOST).map(|(at, fee)| Asked {
        path: Pointer::element("fees", at),
        name: fee.name.as_str(),
        backing: backing(pair, "fees.basis", &fee.basis),
    });
    if !superior.fees().is_empty() {
        let theirs: Vec<&str> = superior.fees().iter().map(|fee| fee.name.as_str()).collect();
        return add(DepartureKind::FeeAdded, "fees", fees.collect(), &theirs, departures);
    }
    if superior.charges_fee() != Some(false) {
        return;
    }
    let departure = |path, local: &str, backing| Departure {
        kind: DepartureKind::FeeAdded,
        path,
        superior: Some("不收费".to_owned()),
        local: Some(local.to_owned()),
        backing: Some(backing),
    };
    if item.fees().is_empty() && item.charges_fee() == Some(true) {
        let backing = if pair.does_not_hold("fees") || pair.does_not_hold("fees.basis") {
            Backing::NotTold
        } else {
            Backing::None
        };
        departures.push(departure(Pointer::member("charges_fee"), "收费", backing));
    }
    departures.extend(fees.map(|fee| departure(fee.path, fee.name, fee.backing)));
}

/// What rests on citations of the item; a field is named as in `not_held`, without its list.
fn backing(pair: &Pair<'_>, field: &str, citations: &[Citation]) -> Backing {
    if citations.is_empty() && pair.does_not_hold(field) {
        return Backing::NotTold;
    }
    pair.norms.backing(citations, law_regulation_or_rule)
}

/// A condition has no place for its basis: it may be named in its text.
fn named_in(norms: &Norms<'_>, text: &Text) -> Backing {
    if !text.as_str().contains('《') {
        return Backing::None;
    }
    norms.backing(&[Citation::as_written(text.clone())], law_regulation_or_rule)
}
