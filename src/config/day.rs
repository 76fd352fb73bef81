//! Days as TOML writes them: a day of its own, `2026-12-31`, or a text.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::model::Date;

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

    /// A day of TOML comes as a map of one text.
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Day, A::Error> {
        let Some((_, text)) = members.next_entry::<String, String>()? else {
            return Err(A::Error::custom("expected a day, such as 2026-12-31"));
        };
        self.visit_str(&text)
    }
}

pub(super) fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    Day::deserialize(deserializer).map(|day| day.0)
}

pub(super) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    required(deserializer).map(Some)
}
