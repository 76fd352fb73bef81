//! Limits that are longer than those of the superior list, where that is certain however days are counted.

use super::item::Departure;
use super::list::{Backing, DepartureKind};
use super::norms::Norms;
use super::pair::Pair;
use crate::facts::names::folded;
use crate::law::days::{fewest_working_days, most_working_days};
use crate::law::rank::is_law_or_regulation;
use crate::model::{Branch, Item, Pointer, Text, TimeLimit};

/// 行政许可法, whose general limits no list can take for another provision.
const LICENSING_LAW: &str = "行政许可法";

/// So many limits of an item are compared.
const MOST: usize = 64;

pub(super) fn compare(pair: &Pair<'_>, departures: &mut Vec<Departure>) {
    let (member, own) = statutory(pair.item);
    for (at, limit, theirs) in longer(own, statutory(pair.superior).1) {
        departures.push(Departure {
            kind: DepartureKind::LimitLonger,
            path: Pointer::element(member, at),
            superior: Some(theirs.in_chinese()),
            local: Some(limit.in_chinese()),
            backing: Some(backing(pair, member, limit, theirs)),
        });
    }
    for (at, limit, theirs) in longer(pair.item.promised_limits(), pair.superior.promised_limits()) {
        departures.push(Departure {
            kind: DepartureKind::PromiseLonger,
            path: Pointer::element("promised_limits", at),
            superior: Some(theirs.in_chinese()),
            local: Some(limit.in_chinese()),
            backing: None,
        });
    }
}

/// The limits that the law fixes, with their member: those of a power stand under another name.
fn statutory(item: Item<'_>) -> (&'static str, &[TimeLimit]) {
    match item {
        Item::Power(power) => ("limits", &power.limits),
        Item::Licensing(_) | Item::Service(_) => ("statutory_limits", item.statutory_limits()),
    }
}

/// The limits that are longer, each with its place and the longest of the superior list for its branch.
fn longer<'a>(
    own: &'a [TimeLimit],
    theirs: &'a [TimeLimit],
) -> impl Iterator<Item = (usize, &'a TimeLimit, &'a TimeLimit)> {
    own.iter().take(MOST).enumerate().filter_map(move |(at, limit)| {
        let of_branch = |wanted: BranchKey| -> Vec<&TimeLimit> {
            theirs.iter().take(MOST).filter(|other| branch(other) == wanted).collect()
        };
        let mut of = of_branch(branch(limit));
        if of.is_empty() {
            // A branch that has no limit of its own there has that of the whole.
            of = of_branch(BranchKey::default());
        }
        let longest = of.iter().max_by_key(|other| most_working_days(other))?;
        of.iter().all(|other| is_longer(limit, other)).then_some((at, limit, *longest))
    })
}

fn is_longer(limit: &TimeLimit, than: &TimeLimit) -> bool {
    if limit.unit == than.unit {
        return limit.amount > than.amount;
    }
    fewest_working_days(limit) > most_working_days(than)
}

/// A branch as it is compared.
type BranchKey = (Option<bool>, Option<crate::codelist::Channel>, Option<String>);

fn branch(limit: &TimeLimit) -> BranchKey {
    let Some(Branch { commitment, channel, note }) = &limit.branch else { return BranchKey::default() };
    (*commitment, *channel, note.as_ref().map(Text::as_str).map(|note| folded(note).into_owned()))
}

/// 法律、法规另有规定的，依照其规定 (行政许可法 §42): another law or regulation than those by which the superior's limit is fixed.
fn backing(pair: &Pair<'_>, member: &str, limit: &TimeLimit, theirs: &TimeLimit) -> Backing {
    if pair.does_not_hold(&format!("{member}.basis")) {
        return Backing::NotTold;
    }
    let of_superior = pair.superior_norms.map(|norms: &Norms<'_>| norms.read(&theirs.basis)).unwrap_or_default();
    let own = pair.norms.read(&limit.basis);
    own.backing(is_law_or_regulation, |provision| !provision.is(LICENSING_LAW) && !of_superior.names(provision))
}
