//! Who exercises a power: the bodies that decide, or the competent department where none is stated to.

use crate::codelist::{ItemType, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::judged::Whole;
use crate::model::{Kind, Pointer};
use crate::spot::Spot;

/// A place at which a power item names a body that exercises it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exercised {
    /// The item, by its ordinal.
    pub(super) item: u32,
    pub(super) item_type: ItemType,
    /// The body, by its number.
    pub(super) body: u32,
    /// Where among those who act in the item it stands; none of a competent department.
    authority: Option<KnownAuthority>,
}

impl Exercised {
    pub(super) fn spot(&self) -> Spot {
        let department = || Pointer::member("competent_department");
        Spot::Record(self.item, self.authority.map_or_else(department, |known| known.pointer()))
    }
}

/// The bodies that exercise the powers in force, a body once an item: those that are stated in the order of the items, and
/// then the departments that stand for them where none is.
pub(super) fn exercised<'a>(whole: &'a Whole<'_>) -> impl Iterator<Item = Exercised> + 'a {
    let stated = whole.facts.authorities.all().chunk_by(|one, next| one.item == next.item).flat_map(|of_item| {
        let exercise = of_item.iter().filter(|known| known.kind == Kind::PowerItem && known.exercises());
        let mut exercise: Vec<&KnownAuthority> = exercise.collect();
        exercise.sort_by_key(|known| known.body);
        exercise.dedup_by_key(|known| known.body);
        exercise.into_iter().map(|known| Exercised {
            item: known.item,
            item_type: known.item_type,
            body: known.body,
            authority: Some(*known),
        })
    });
    let list = whole.facts.items.list(Kind::PowerItem);
    let departments = whole.facts.undecided.all().iter().filter_map(move |undecided| {
        Some(Exercised {
            item: undecided.ordinal,
            item_type: list?.item(undecided.ordinal)?.item_type,
            body: undecided.department?,
            authority: None,
        })
    });
    stated.chain(departments)
}

/// The body in whose name another acts: a brigade or center of a township stands for the township, and a division of a body
/// for that body.
pub(super) fn owner(number: u32, whole: &Whole<'_>) -> u32 {
    let bodies = &whole.facts.bodies;
    let Some((body, parent)) = bodies.body(number).and_then(|body| Some((body, body.parent?))) else { return number };
    let is_of_township = || bodies.body(parent).is_some_and(Body::is_township);
    if body.kind == OrganizationKind::InternalUnit || is_of_township() { parent } else { number }
}

/// So many powers, in English.
pub(super) fn powers(count: u64) -> String {
    if count == 1 { "one power".to_owned() } else { format!("{count} powers") }
}
