//! Fees: what is charged, how much, and whether it may be reduced.

#![expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "members are compared as they stand in their records"
)]

use std::cmp::Ordering;

use serde::Serialize;

use super::comparison::{Comparison, reads_alike, reversed};
use super::fields::{editorial, gain, provisions};
use super::list::{ChangeClass, Effect};
use super::lists::{About, parts};
use super::members::members;
use crate::facts::names::folded;
use crate::model::{Fee, Text};

/// 是否收费
pub(super) fn charges_fee<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<bool>, new: &'a Option<bool>) {
    let effect = match (old, new) {
        (Some(_), Some(_)) => reversed(gain(*old, *new)),
        _ => Effect::NotTold,
    };
    at.differs(ChangeClass::FeeChanged, effect, old, new);
}

/// 收费项目, by their names.
pub(super) fn fees<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Fee], new: &'a [Fee]) {
    let about = About { added: ChangeClass::FeeChanged, removed: ChangeClass::FeeChanged, effect: Effect::Burdens };
    let name = |fee: &'a Fee| folded(fee.name.as_str());
    parts(at, (old, new), about, |fee, _| name(fee), |fee, _| name(fee), fee);
}

members! {
    fee: Fee {
        name => editorial,
        kind => of_fee,
        standard => standard,
        basis => provisions,
        reducible => reducible,
    }
}

fn of_fee<'a, T: Serialize>(at: &mut Comparison<'_, 'a>, old: &'a T, new: &'a T) {
    at.differs(ChangeClass::FeeChanged, Effect::NotTold, old, new);
}

/// 可否减免
fn reducible<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<bool>, new: &'a Option<bool>) {
    at.differs(ChangeClass::FeeChanged, gain(*old, *new), old, new);
}

/// 收费标准: as written; of two that differ in one number alone the smaller one eases.
fn standard<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<Text>, new: &'a Option<Text>) {
    let Some((old_words, new_words)) = old.as_ref().zip(new.as_ref()) else {
        at.differs(ChangeClass::FeeChanged, Effect::NotTold, old, new);
        return;
    };
    if reads_alike(old_words.as_str(), new_words.as_str()) {
        editorial(at, old, new);
        return;
    }
    let effect = match (amount(old_words.as_str()), amount(new_words.as_str())) {
        (Some((old, around)), Some((new, others))) if around == others => match new.partial_cmp(&old) {
            Some(Ordering::Less) => Effect::Eases,
            Some(Ordering::Greater) => Effect::Burdens,
            _ => Effect::NotTold,
        },
        _ => Effect::NotTold,
    };
    at.differs(ChangeClass::FeeChanged, effect, old, new);
}

/// The one number of a text, and the words around it.
fn amount(text: &str) -> Option<(f64, (String, String))> {
    let text = folded(text);
    let is_digit = |c: char| c.is_ascii_digit();
    let (start, end) = (text.find(is_digit)?, text.rfind(is_digit)?);
    let number = text.get(start..=end)?;
    let around = (text.get(..start)?.to_owned(), text.get(end..)?.chars().skip(1).collect());
    Some((number.parse().ok()?, around))
}
