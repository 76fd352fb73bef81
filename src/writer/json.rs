//! Reports and figures as JSON: every string as it is, and yet safe to print into a terminal or a CI log.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::print::is_hostile;

/// Writes a report, or figures, as indented JSON with a line feed at the end.
///
/// Characters on which terminals or CI systems act are written as JSON escapes, so every string keeps its meaning.
///
/// # Errors
/// What the writer reports.
pub fn write_json(what: &impl Serialize, mut to: impl io::Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut to, Safe(PrettyFormatter::new()));
    what.serialize(&mut serializer)?;
    to.write_all(b"\n")
}

/// Writes something as JSON on one line with a line feed at the end; hostile characters as [`write_json`] does.
///
/// # Errors
/// What the writer reports.
pub(crate) fn write_json_line(what: &impl Serialize, mut to: impl io::Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut to, Safe(CompactFormatter));
    what.serialize(&mut serializer)?;
    to.write_all(b"\n")
}

/// JSON with hostile characters escaped, set out as another does.
struct Safe<F>(F);

impl<F: Formatter> Formatter for Safe<F> {
    fn write_string_fragment<W: io::Write + ?Sized>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        // `##[word]` anywhere in a line is a command to CI systems; without the second `#` it is none.
        let (mut after_hash, mut written) = (false, 0);
        for (at, c) in fragment.char_indices() {
            if is_hostile(c) || (after_hash && c == '#') {
                to.write_all(fragment.get(written..at).unwrap_or_default().as_bytes())?;
                written = at.saturating_add(c.len_utf8());
                let mut units = [0_u16; 2];
                for unit in c.encode_utf16(&mut units) {
                    write!(to, "\\u{unit:04x}")?;
                }
            }
            after_hash = c == '#';
        }
        to.write_all(fragment.get(written..).unwrap_or_default().as_bytes())
    }

    fn begin_array<W: io::Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_array(to)
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array(to)
    }

    fn begin_array_value<W: io::Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(to, first)
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array_value(to)
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object(to)
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object(to)
    }

    fn begin_object_key<W: io::Write + ?Sized>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(to, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object_value(to)
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object_value(to)
    }
}
