//! Members of items, each compared in the way that its class asks for. Each is called where the values differ.

#![expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "members are compared as they stand in their records"
)]

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde::Serialize;

use super::comparison::{Comparison, reads_alike};
use super::known::Side;
use super::list::{ChangeClass, Effect};
use super::lists::{About, parts};
use super::provisions::{Kinship, Provisions};
use crate::codelist::{Channel, Handling, ItemStatus, ItemType, Level};
use crate::facts::names::folded;
use crate::model::{Citation, Date, Extensions, ItemPeriod, LicenseType, Organization, Record, Ref, Text, Written};

/// What is no matter of comparison: ids, the place in a source, and by what an element was found.
pub(super) fn nothing<T>(_: &mut Comparison<'_, '_>, _: &T, _: &T) {}

/// Other matter.
pub(super) fn content<'a, T: Serialize>(at: &mut Comparison<'_, 'a>, old: &'a T, new: &'a T) {
    at.differs(ChangeClass::ContentChanged, Effect::NotTold, old, new);
}

/// Words that say the same: a name of an element that was found by it.
pub(super) fn editorial<'a, T: Serialize + ?Sized>(at: &mut Comparison<'_, 'a>, old: &'a T, new: &'a T) {
    at.differs(ChangeClass::Editorial, Effect::Neutral, old, new);
}

fn words<'a, T: Serialize + ?Sized>(
    at: &mut Comparison<'_, 'a>,
    (class, effect): (ChangeClass, Effect),
    is_alike: bool,
    old: &'a T,
    new: &'a T,
) {
    if is_alike {
        editorial(at, old, new);
    } else {
        at.differs(class, effect, old, new);
    }
}

pub(super) fn name<'a>(at: &mut Comparison<'_, 'a>, old: &'a Text, new: &'a Text) {
    words(at, (ChangeClass::Renamed, Effect::Neutral), reads_alike(old.as_str(), new.as_str()), old, new);
}

/// A text that must be there.
pub(super) fn words_of<'a>(at: &mut Comparison<'_, 'a>, old: &'a Text, new: &'a Text) {
    words(at, (ChangeClass::ContentChanged, Effect::NotTold), reads_alike(old.as_str(), new.as_str()), old, new);
}

pub(super) fn text<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<Text>, new: &'a Option<Text>) {
    let is_alike = old.as_ref().zip(new.as_ref()).is_some_and(|(old, new)| reads_alike(old.as_str(), new.as_str()));
    words(at, (ChangeClass::ContentChanged, Effect::NotTold), is_alike, old, new);
}

pub(super) fn code<'a, T>(at: &mut Comparison<'_, 'a>, old: &'a Option<Written<T>>, new: &'a Option<Written<T>>)
where
    Written<T>: Serialize,
{
    let is_alike = old.as_ref().zip(new.as_ref()).is_some_and(|(old, new)| reads_alike(old.text(), new.text()));
    words(at, (ChangeClass::Recoded, Effect::Neutral), is_alike, old, new);
}

pub(super) fn codes<'a, T>(at: &mut Comparison<'_, 'a>, old: &'a [Written<T>], new: &'a [Written<T>])
where
    Written<T>: Serialize,
{
    let set = |codes: &'a [Written<T>]| codes.iter().map(|code| folded(code.text())).collect::<BTreeSet<_>>();
    words(at, (ChangeClass::Recoded, Effect::Neutral), set(old) == set(new), old, new);
}

/// A list of values of a code list, of which the order says nothing.
pub(super) fn values<'a, T: Serialize + Ord>(at: &mut Comparison<'_, 'a>, old: &'a [T], new: &'a [T]) {
    let is_alike = old.iter().collect::<BTreeSet<_>>() == new.iter().collect();
    words(at, (ChangeClass::ContentChanged, Effect::NotTold), is_alike, old, new);
}

/// 办理形式: another way to apply is open to whoever wants it.
pub(super) fn channels<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Channel], new: &'a [Channel]) {
    let (of_old, of_new): (BTreeSet<_>, BTreeSet<_>) = (old.iter().collect(), new.iter().collect());
    let effect = if of_old.is_subset(&of_new) {
        Effect::Eases
    } else if of_new.is_subset(&of_old) {
        Effect::Burdens
    } else {
        Effect::Mixed
    };
    words(at, (ChangeClass::ContentChanged, effect), of_old == of_new, old, new);
}

/// 办件类型: what is decided on the spot is decided sooner.
pub(super) fn handling<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<Handling>, new: &'a Option<Handling>) {
    let effect = match (old, new) {
        (Some(Handling::Promised), Some(Handling::Immediate)) => Effect::Eases,
        (Some(Handling::Immediate), Some(Handling::Promised)) => Effect::Burdens,
        _ => Effect::NotTold,
    };
    at.differs(ChangeClass::ContentChanged, effect, old, new);
}

/// 到办事现场次数
pub(super) fn visits<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<u8>, new: &'a Option<u8>) {
    let effect = match old.zip(*new).map(|(old, new)| new.cmp(&old)) {
        Some(Ordering::Less) => Effect::Eases,
        Some(Ordering::Greater) => Effect::Burdens,
        _ => Effect::NotTold,
    };
    at.differs(ChangeClass::ContentChanged, effect, old, new);
}

/// What an applicant has the better if it is so.
pub(super) fn better<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<bool>, new: &'a Option<bool>) {
    at.differs(ChangeClass::ContentChanged, gain(*old, *new), old, new);
}

/// As [`better`], of what is always stated.
pub(super) fn better_if<'a>(at: &mut Comparison<'_, 'a>, old: &'a bool, new: &'a bool) {
    at.differs(ChangeClass::ContentChanged, gain(Some(*old), Some(*new)), old, new);
}

/// What is not stated is not so.
pub(super) fn gain(old: Option<bool>, new: Option<bool>) -> Effect {
    match (old == Some(true), new == Some(true)) {
        (false, true) => Effect::Eases,
        (true, false) => Effect::Burdens,
        _ => Effect::Neutral,
    }
}

pub(super) fn item_level<'a, T: Serialize>(at: &mut Comparison<'_, 'a>, old: &'a T, new: &'a T) {
    at.differs(ChangeClass::LevelChanged, Effect::Neutral, old, new);
}

/// 上级事项
pub(super) fn parent<'a, T: Record>(at: &mut Comparison<'_, 'a>, old: &'a Option<Ref<T>>, new: &'a Option<Ref<T>>) {
    item_of(at, (ChangeClass::LevelChanged, Effect::Neutral), old, new);
}

/// Another item to which this one belongs.
pub(super) fn item<'a, T: Record>(at: &mut Comparison<'_, 'a>, old: &'a Option<Ref<T>>, new: &'a Option<Ref<T>>) {
    item_of(at, (ChangeClass::ContentChanged, Effect::NotTold), old, new);
}

fn item_of<'a, T: Record>(
    at: &mut Comparison<'_, 'a>,
    (class, effect): (ChangeClass, Effect),
    old: &'a Option<Ref<T>>,
    new: &'a Option<Ref<T>>,
) {
    let is_same = |(old, new): (&Ref<T>, &Ref<T>)| at.editions.is_same_item(T::KIND, old.id(), new.id());
    if !old.as_ref().zip(new.as_ref()).is_some_and(is_same) {
        at.differs(class, effect, old, new);
    }
}

/// A body, if there is one.
pub(super) fn body<'a>(
    at: &mut Comparison<'_, 'a>,
    old: &'a Option<Ref<Organization>>,
    new: &'a Option<Ref<Organization>>,
) {
    let is_same = |(old, new): (&'a Ref<Organization>, &'a Ref<Organization>)| {
        let (old, new) = at.editions.body(old.id(), new.id());
        old == new
    };
    if !old.as_ref().zip(new.as_ref()).is_some_and(is_same) {
        at.differs(ChangeClass::BodyChanged, Effect::Neutral, old, new);
    }
}

/// The one body of a service.
pub(super) fn one_body<'a>(at: &mut Comparison<'_, 'a>, old: &'a Ref<Organization>, new: &'a Ref<Organization>) {
    let (of_old, of_new) = at.editions.body(old.id(), new.id());
    if of_old != of_new {
        at.differs(ChangeClass::BodyChanged, Effect::Neutral, old, new);
    }
}

/// Bodies of which the order says nothing.
pub(super) fn bodies<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Ref<Organization>], new: &'a [Ref<Organization>]) {
    let of_old: BTreeSet<_> = old.iter().map(|body| at.editions.bodies.of_old(body.id().as_str())).collect();
    let of_new: BTreeSet<_> = new.iter().map(|body| at.editions.bodies.of_new(body.id().as_str())).collect();
    if of_old != of_new {
        at.differs(ChangeClass::BodyChanged, Effect::Neutral, old, new);
    }
}

/// A type of certificate: by its code or its name, as its id may be given anew.
pub(super) fn license_type<'a>(
    at: &mut Comparison<'_, 'a>,
    old: &'a Option<Ref<LicenseType>>,
    new: &'a Option<Ref<LicenseType>>,
) {
    let is_same = |(old, new): (&Ref<LicenseType>, &Ref<LicenseType>)| match (
        at.editions.old.resolve(old),
        at.editions.new.resolve(new),
    ) {
        (Some(old), Some(new)) => {
            let codes = old.code.as_ref().zip(new.code.as_ref());
            codes.is_some_and(|(old, new)| reads_alike(old.text(), new.text()))
                || reads_alike(old.name.as_str(), new.name.as_str())
        }
        _ => old == new,
    };
    if !old.as_ref().zip(new.as_ref()).is_some_and(is_same) {
        at.differs(ChangeClass::ContentChanged, Effect::NotTold, old, new);
    }
}

/// 类型. What needs a license and then a filing alone is eased, and the other way round.
pub(super) fn item_type<'a>(at: &mut Comparison<'_, 'a>, old: &'a ItemType, new: &'a ItemType) {
    let effect = match (old, new) {
        (ItemType::Licensing, ItemType::Filing) => Effect::Eases,
        (ItemType::Filing, ItemType::Licensing) => Effect::Burdens,
        _ => Effect::NotTold,
    };
    at.differs(ChangeClass::TypeChanged, effect, old, new);
}

/// 行使层级: from higher ones to lower ones it is devolved; where it is exercised by others besides, or by fewer, the
/// levels changed.
pub(super) fn levels<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Level], new: &'a [Level]) {
    let ends = |levels: &[Level]| Some((*levels.iter().min()?, *levels.iter().max()?));
    let class = match (ends(old), ends(new)) {
        (Some((highest, lowest)), Some((new_highest, new_lowest))) => {
            // National is the least of the list.
            if highest < new_highest && lowest <= new_lowest {
                ChangeClass::Devolved
            } else if highest > new_highest && lowest >= new_lowest {
                ChangeClass::TakenBack
            } else {
                ChangeClass::LevelChanged
            }
        }
        _ => ChangeClass::LevelChanged,
    };
    let is_alike = old.iter().collect::<BTreeSet<_>>() == new.iter().collect();
    words(at, (class, Effect::Neutral), is_alike, old, new);
}

/// 依据: by the provisions, however they are written.
pub(super) fn provisions<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Citation], new: &'a [Citation]) {
    let of_old = Provisions::of(at.editions.old, old.iter());
    let of_new = Provisions::of(at.editions.new, new.iter());
    match of_old.kinship(&of_new) {
        Kinship::Same => {
            // The ids of the records of instruments may be given anew.
            if old.len() != new.len() || !old.iter().zip(new).all(|(old, new)| is_worded_alike(old, new)) {
                at.differs(ChangeClass::Editorial, Effect::Neutral, old, new);
            }
        }
        Kinship::Renumbered => at.differs(ChangeClass::BasisRenumbered, Effect::Neutral, old, new),
        Kinship::Other => at.differs(ChangeClass::BasisChanged, Effect::NotTold, old, new),
    }
}

fn is_worded_alike(old: &Citation, new: &Citation) -> bool {
    let Citation { text, instrument, title, document_number, rank, version_dates, articles, clauses, quote } = old;
    *text == new.text
        && instrument.is_some() == new.instrument.is_some()
        && *title == new.title
        && *document_number == new.document_number
        && *rank == new.rank
        && *version_dates == new.version_dates
        && *articles == new.articles
        && *clauses == new.clauses
        && *quote == new.quote
}

/// 事项状态: an item without one is in use.
pub(super) fn status<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<ItemStatus>, new: &'a Option<ItemStatus>) {
    let said = |status: &Option<ItemStatus>| status.unwrap_or(ItemStatus::InUse);
    words(at, (ChangeClass::StatusChanged, Effect::NotTold), said(old) == said(new), old, new);
}

/// 有效期间
pub(super) fn period<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<ItemPeriod>, new: &'a Option<ItemPeriod>) {
    let is_alike =
        |of: fn(&ItemPeriod) -> Option<&Written<Date>>| match (old.as_ref().and_then(of), new.as_ref().and_then(of)) {
            (Some(old), Some(new)) => match (old.value(), new.value()) {
                (Some(old), Some(new)) => old == new,
                _ => reads_alike(old.text(), new.text()),
            },
            (None, None) => true,
            _ => false,
        };
    let is_alike = is_alike(|period| period.from.as_ref()) && is_alike(|period| period.until.as_ref());
    words(at, (ChangeClass::StatusChanged, Effect::NotTold), is_alike, old, new);
}

/// 许可条件, 前置事项: each is one by its words.
pub(super) fn conditions<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Text], new: &'a [Text]) {
    let about =
        About { added: ChangeClass::ConditionsAdded, removed: ChangeClass::ConditionsRemoved, effect: Effect::Burdens };
    parts(at, (old, new), about, |text, _| folded(text.as_str()), |text: &Text, _: Side| beginning(text), editorial);
}

/// Elements are called by so many characters of a long text.
const LONGEST: usize = 30;

/// What an element is called that is a text.
pub(super) fn beginning(text: &Text) -> Cow<'_, str> {
    let text = folded(text.as_str());
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => text,
    }
}

/// 扩展: key by key.
pub(super) fn extensions<'a>(at: &mut Comparison<'_, 'a>, old: &'a Extensions, new: &'a Extensions) {
    let noted = at.count;
    for (key, value) in old.iter() {
        if new.get(key) != Some(value) {
            at.below(key, |at| at.note(ChangeClass::Editorial, Effect::Neutral, Some(value), new.get(key)));
        }
    }
    for (key, value) in new.iter().filter(|(key, _)| old.get(key).is_none()) {
        at.below(key, |at| at.note(ChangeClass::Editorial, Effect::Neutral, None, Some(value)));
    }
    if at.count == noted {
        at.differs(ChangeClass::Editorial, Effect::Neutral, old, new);
    }
}
