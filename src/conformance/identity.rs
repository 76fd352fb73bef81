//! What makes an item the same at all levels: name, type, code and setting basis.

use super::item::Departure;
use super::list::DepartureKind;
use super::norms::Provision;
use super::pair::Pair;
use super::superiors::family;
use crate::code::ItemCode;
use crate::codelist::LegalRank;
use crate::facts::names::{folded, without_bracket};
use crate::model::{CodeSlot, Item, Pointer};

pub(super) fn compare(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    name(pair, departures);
    item_type(pair, departures);
    code(pair, departures);
    basis(pair, departures);
}

/// A bracket that only tells level, branch or newness is none of the name.
fn name(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let (own, theirs) = (folded(pair.item.name().as_str()), folded(pair.superior.name().as_str()));
    if without_bracket(&own) != without_bracket(&theirs) {
        departures.push(Departure {
            kind: DepartureKind::NameDiffers,
            path: Pointer::member("name"),
            superior: Some(pair.superior.name().to_string()),
            local: Some(pair.item.name().to_string()),
            backing: None,
        });
    }
}

fn item_type(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let (own, theirs) = (pair.item.item_type(), pair.superior.item_type());
    let member = match pair.item {
        // What stands in the licensing list is a license by standing there.
        Item::Licensing(_) => "name",
        Item::Power(_) => "power_type",
        Item::Service(_) => "service_type",
    };
    if family(own) != family(theirs) {
        departures.push(Departure {
            kind: DepartureKind::TypeDiffers,
            path: Pointer::member(member),
            superior: Some(theirs.title_zh().to_owned()),
            local: Some(own.title_zh().to_owned()),
            backing: None,
        });
    }
}

/// The first code of a national scheme, with its place and its first nine characters.
fn national(item: Item<'_>) -> Option<(CodeSlot, &str, String)> {
    item.codes().find_map(|(slot, text)| {
        let code = ItemCode::parse(text).ok()?;
        let main = code.main_item()?.text.to_owned();
        Some((slot, text, main))
    })
}

/// The part of national codes that a main item shares with its sub-items at all levels.
fn code(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let (Some((slot, own, own_main)), Some((_, theirs, their_main))) = (national(pair.item), national(pair.superior))
    else {
        return;
    };
    if own_main != their_main {
        departures.push(Departure {
            kind: DepartureKind::CodeDiffers,
            path: slot.pointer(),
            superior: Some(theirs.to_owned()),
            local: Some(own.to_owned()),
            backing: None,
        });
    }
}

fn basis(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let Some(superior_norms) = pair.superior_norms else { return };
    let member = match pair.item {
        Item::Licensing(_) => "set_by",
        Item::Power(_) | Item::Service(_) => "basis",
    };
    let own = pair.norms.read(pair.item.basis());
    // That none is stated at all is found by other rules.
    if own.all.is_empty() || pair.does_not_hold(member) {
        return;
    }
    let theirs = superior_norms.read(pair.superior.basis());
    // What stands under 实施依据 is cited in the wrong column, and not missing.
    let implemented_under = match pair.item {
        Item::Licensing(item) => item.implemented_under.as_slice(),
        Item::Power(_) | Item::Service(_) => &[],
    };
    let all = pair.norms.read(pair.item.basis().iter().chain(implemented_under));
    let superior = Some(provisions_in_words(&theirs.all)).filter(|words| !words.is_empty());
    if !all.has_unread {
        let missing = pair.norms.missing(&theirs, &all);
        departures.extend(missing.into_iter().map(|missing| Departure {
            kind: DepartureKind::BasisMissing,
            path: Pointer::member(member),
            superior: Some(missing),
            local: Some(provisions_in_words(&own.all)),
            backing: None,
        }));
    }
    // Of a list that states no basis nothing was added to it.
    if superior.is_none() || theirs.has_unread {
        return;
    }
    let added = own.all.iter().filter(|norm| norm.suffices(is_local) == Some(true) && !theirs.names(norm));
    departures.extend(added.map(|norm| Departure {
        kind: DepartureKind::BasisAdded,
        path: Pointer::member(member),
        superior: superior.clone(),
        local: Some(crate::print::in_title_marks(&norm.title)),
        backing: None,
    }));
}

/// Titles, each once: enough to see what is cited.
fn provisions_in_words(provisions: &[Provision]) -> String {
    let mut titles: Vec<String> = Vec::new();
    for provision in provisions {
        let title = crate::print::in_title_marks(&provision.title);
        if !titles.contains(&title) && titles.len() < MOST_TITLES {
            titles.push(title);
        }
    }
    titles.concat()
}

/// So many titles are told of a basis.
const MOST_TITLES: usize = 8;

/// What city, province or a lower level makes, and normative documents of whatever level.
fn is_local(rank: LegalRank) -> bool {
    matches!(
        rank,
        LegalRank::LocalRegulation
            | LegalRank::AutonomousRegulation
            | LegalRank::SpecialZoneRegulation
            | LegalRank::ProvincialRule
            | LegalRank::MunicipalRule
            | LegalRank::NormativeDocument
    )
}
