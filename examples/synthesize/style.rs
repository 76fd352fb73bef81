//! How one record is written: blanks, line breaks, escapes and the order of members differ from record to record, as
//! they do in files that several hands and systems have written. The content is the same JSON.

use std::io::{self, Write};

use serde_json::Value;

use super::random::Random;

/// A way to write one record.
pub(super) struct Style {
    random: Random,
    /// How many blanks a level is indented by, where the record stands on several lines.
    indent: Option<usize>,
    /// Whether a blank follows each colon and comma.
    spaced: bool,
    /// Whether members stand in an order of their own; otherwise by name, the id first.
    shuffled: bool,
    /// Whether `/` is written `\/`.
    escaped_slashes: bool,
    /// In how many texts one is written as `\uXXXX` throughout; none where it is 0.
    escaped_texts: usize,
}

impl Style {
    /// The style of a record; `one_line` for NDJSON.
    pub(super) fn of(mut random: Random, one_line: bool) -> Self {
        Self {
            indent: if !one_line && random.one_in(12) { Some(random.between(1, 2)) } else { None },
            spaced: random.one_in(4),
            shuffled: random.one_in(2),
            escaped_slashes: random.one_in(5),
            escaped_texts: if random.one_in(10) { 12 } else { 0 },
            random,
        }
    }

    /// The style of a header: plain.
    pub(super) fn plain(indent: Option<usize>) -> Self {
        Self {
            random: Random::of(&[]),
            indent,
            spaced: true,
            shuffled: false,
            escaped_slashes: false,
            escaped_texts: 0,
        }
    }

    /// Writes a record; a member named in `twice` is written again at the end of the outermost object.
    pub(super) fn write(&mut self, to: &mut impl Write, value: &Value, twice: Option<&str>) -> io::Result<()> {
        self.value(to, value, twice, 1)
    }

    fn value(&mut self, to: &mut impl Write, value: &Value, twice: Option<&str>, level: usize) -> io::Result<()> {
        match value {
            Value::String(text) => self.text(to, text),
            Value::Array(elements) if elements.is_empty() => to.write_all(b"[]"),
            Value::Array(elements) => {
                to.write_all(b"[")?;
                for (number, element) in elements.iter().enumerate() {
                    self.before(to, number, level)?;
                    self.value(to, element, None, level + 1)?;
                }
                self.after(to, level)?;
                to.write_all(b"]")
            }
            Value::Object(members) => {
                // Sorted first: the order in which `serde_json` keeps members depends on how it is built.
                let mut names: Vec<&str> = members.keys().map(String::as_str).collect();
                names.sort_unstable_by_key(|name| (*name != "id", *name));
                if self.shuffled {
                    self.random.shuffle(&mut names);
                }
                names.extend(twice);
                to.write_all(b"{")?;
                for (number, name) in names.into_iter().enumerate() {
                    self.before(to, number, level)?;
                    serde_json::to_writer(&mut *to, name)?;
                    to.write_all(if self.spaced || self.indent.is_some() { b": " } else { b":" })?;
                    self.value(to, &members[name], None, level + 1)?;
                }
                self.after(to, level)?;
                to.write_all(b"}")
            }
            other => serde_json::to_writer(to, other).map_err(io::Error::from),
        }
    }

    /// What stands before an element or member.
    fn before(&self, to: &mut impl Write, number: usize, level: usize) -> io::Result<()> {
        if number > 0 {
            to.write_all(b",")?;
        }
        match self.indent {
            Some(indent) => write!(to, "\n{:1$}", "", indent * level),
            None if self.spaced && number > 0 => to.write_all(b" "),
            None => Ok(()),
        }
    }

    /// What stands before the bracket that closes.
    fn after(&self, to: &mut impl Write, level: usize) -> io::Result<()> {
        match self.indent {
            Some(indent) => write!(to, "\n{:1$}", "", indent * (level - 1)),
            None => Ok(()),
        }
    }

    fn text(&mut self, to: &mut impl Write, text: &str) -> io::Result<()> {
        if self.escaped_texts > 0 && self.random.one_in(self.escaped_texts) {
            to.write_all(b"\"")?;
            for unit in text.encode_utf16() {
                write!(to, "\\u{unit:04x}")?;
            }
            return to.write_all(b"\"");
        }
        if self.escaped_slashes && text.contains('/') {
            return to.write_all(serde_json::to_string(text)?.replace('/', "\\/").as_bytes());
        }
        serde_json::to_writer(to, text).map_err(io::Error::from)
    }
}
