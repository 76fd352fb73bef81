//! Texts and ids that are known to be in order, without a question mark at each.

use qingdan::model::{Date, Id, Record, Ref, Text, Written};

pub(crate) fn text(text: impl Into<Box<str>>) -> Text {
    Text::new(text).unwrap()
}

pub(crate) fn id(id: impl AsRef<str>) -> Id {
    id.as_ref().parse().unwrap()
}

pub(crate) fn refer<T: Record>(to: impl AsRef<str>) -> Ref<T> {
    Ref::new(id(to))
}

pub(crate) fn day(year: usize, month: usize, day: usize) -> Written<Date> {
    let part = |number: usize| u8::try_from(number).unwrap();
    Date::new(u16::try_from(year).unwrap(), part(month), part(day)).unwrap().into()
}
