//! What a license rests on: what it cites itself, and what the items cite of which it is a part or to which it refers.

use crate::codelist::LegalRank;
use crate::facts::citations::cited::List;
use crate::judged::Whole;
use crate::judged::basis::{Basis, Norm, Reach, reach_of};
use crate::model::{Citation, Item, Kind};
use crate::print::in_title_marks;

/// All that an item cites for itself.
pub(super) fn all_bases(item: Item<'_>) -> impl Iterator<Item = &Citation> {
    let implementing = match item {
        Item::Licensing(item) => item.implemented_under.as_slice(),
        Item::Power(_) | Item::Service(_) => &[],
    };
    item.basis().iter().chain(implementing)
}

/// Whether an item is a heading only, whose parts have bases of their own.
pub(super) fn rests_on_parts(whole: &Whole<'_>, item: Item<'_>) -> bool {
    let grounds = crate::facts::grounds::LISTS.iter().zip(&whole.facts.grounds.0);
    let of_kind = grounds.filter(|((kind, ..), _)| *kind == item.kind());
    of_kind.into_iter().any(|(_, grounds)| grounds.rests_on_parts(item.id().as_str()))
}

/// The ranks of what gives the power by the items of which this one is a part or to which it refers.
pub(super) fn ranks_of_related(whole: &Whole<'_>, item: Item<'_>) -> Vec<Option<LegalRank>> {
    let parent = item.parent().map(|parent| (item.kind(), parent));
    let (licensing, power) = match item {
        Item::Licensing(_) => (None, None),
        Item::Power(item) => (item.licensing_item.as_ref(), None),
        Item::Service(item) => (item.licensing_item.as_ref(), item.power_item.as_ref()),
    };
    let licensing = licensing.map(|item| (Kind::LicensingItem, item.id()));
    let power = power.map(|item| (Kind::PowerItem, item.id()));
    let related = [parent, licensing, power].into_iter().flatten();
    let ordinals = related.filter_map(|(kind, id)| whole.facts.records.ordinal(kind, id.as_str()));
    ordinals.flat_map(|ordinal| ranks_of(whole, ordinal, |list| GIVING.contains(&list.field))).collect()
}

/// The lists that say what gives a license.
const GIVING: [&str; 3] = ["licensing_items.set_by", "power_items.basis", "service_items.basis"];

/// The ranks of what an item cites in these lists; none of an instrument of which nothing is known.
fn ranks_of<'w>(
    whole: &'w Whole<'_>,
    ordinal: u32,
    of_list: impl Fn(List) -> bool + 'w,
) -> impl Iterator<Item = Option<LegalRank>> + 'w {
    let facts = &whole.facts.citations;
    let cited = facts.of_item(ordinal).iter().filter_map(|&number| facts.cited.get(number));
    let in_lists = cited.filter(move |cited| of_list(cited.list));
    in_lists.map(|cited| whole.citations().instrument_of(cited).and_then(|instrument| instrument.rank))
}

/// How far an item reaches by its own basis, and where that is below, by those of related items.
pub(super) fn reach_with_related(
    whole: &Whole<'_>,
    item: Item<'_>,
    own: &Basis,
    suffices: impl Fn(LegalRank) -> bool,
) -> Reach {
    let own = own.reach(&suffices);
    if matches!(own, Reach::Suffices | Reach::Unknown) {
        return own;
    }
    match reach_of(ranks_of_related(whole, item), &suffices) {
        Reach::NoneCited => own,
        related => related,
    }
}

/// The highest of norms of known rank, as one speaks of it: 部门规章《…》.
pub(super) fn best_in_words<'b>(norms: impl IntoIterator<Item = &'b Norm>) -> Option<(String, String)> {
    let ranked = norms.into_iter().filter_map(|norm| Some((norm, norm.rank?)));
    let place = |rank: LegalRank| LegalRank::ALL.iter().position(|of| *of == rank);
    let (norm, rank) = ranked.min_by_key(|(_, rank)| place(*rank))?;
    let rank_en = rank.as_str().replace('_', " ");
    if norm.title.is_empty() {
        return Some((rank.title_zh().to_owned(), format!("a {rank_en}")));
    }
    let title = crate::print::excerpt(&norm.title);
    Some((format!("{}{}", rank.title_zh(), in_title_marks(&title)), format!("`{title}`, a {rank_en}")))
}
