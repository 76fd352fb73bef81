//! Days as TOML writes them: a day of its own, `2026-12-31`, or a text.

use std::fmt;

use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use crate::model::Date;

/// The key under which the reader of TOML hands over its days and times.
const OF_TOML: &str = "$__toml_private_datetime";
pub(super) const WITH_TIME: &str = "no day; write a day without a time, such as 2026-12-31";

struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DayVisitor)
    }
}

struct DayVisitor;

impl<'de> Visitor<'de> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day, such as 2026-12-31")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
        text.parse().map(Day).map_err(E::custom)
    }

    /// A day of TOML comes as a map of one text, and so does a time, with or without a day.
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Day, A::Error> {
        match members.next_key::<String>()? {
            Some(key) if key == OF_TOML => {
                let text: String = members.next_value()?;
                text.parse().map(Day).map_err(|_| A::Error::custom(WITH_TIME))
            }
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

pub(super) fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    Day::deserialize(deserializer).map(|day| day.0)
}

pub(super) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    required(deserializer).map(Some)
}
