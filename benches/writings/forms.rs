//! Other ways to write the same JSON text: the values and their order in arrays stay.

use std::fmt::{self, Write as _};

use serde::Deserializer as _;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The seed by which members are put into another order.
const SEED: u64 = 7;

/// The members of each object in an order of its own, without blanks; line by line where the text has several values.
pub(crate) fn shuffled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut random = Random(SEED);
    for value in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
        shuffle(value.unwrap().get(), &mut random, &mut out);
        out.push('\n');
    }
    out
}

/// Every character outside of ASCII as `\u` escapes, as some libraries write by default.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len().saturating_mul(2));
    for character in text.chars() {
        if character.is_ascii() {
            out.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").unwrap();
            }
        }
    }
    out
}

fn shuffle(value: &str, random: &mut Random, out: &mut String) {
    let mut deserializer = serde_json::Deserializer::from_str(value);
    match value.as_bytes().first() {
        Some(b'{') => {
            let mut members = deserializer.deserialize_map(Members).unwrap();
            for left in (2..=members.len()).rev() {
                members.swap(left.saturating_sub(1), random.below(left));
            }
            list(out, ['{', '}'], members, |(name, member), out| {
                out.push_str(name.get());
                out.push(':');
                shuffle(member.get(), random, out);
            });
        }
        Some(b'[') => {
            let elements = deserializer.deserialize_seq(Elements).unwrap();
            list(out, ['[', ']'], elements, |element, out| shuffle(element.get(), random, out));
        }
        _ => out.push_str(value),
    }
}

fn list<T>(out: &mut String, [open, close]: [char; 2], parts: Vec<T>, mut write: impl FnMut(T, &mut String)) {
    out.push(open);
    for (number, part) in parts.into_iter().enumerate() {
        if number > 0 {
            out.push(',');
        }
        write(part, out);
    }
    out.push(close);
}

/// Names and values of an object as they are written, one name several times where it stands there several times.
struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(&'de RawValue, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = object.next_entry()? {
            members.push(member);
        }
        Ok(members)
    }
}

struct Elements;

impl<'de> Visitor<'de> for Elements {
    type Value = Vec<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = array.next_element()? {
            elements.push(element);
        }
        Ok(elements)
    }
}

/// Numbers that look random and are the same on every machine: splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from((u128::from(z).wrapping_mul(bound as u128)) >> 64).unwrap()
    }
}
