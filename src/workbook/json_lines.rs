//! JSON Lines, and an array of objects in JSON: an object is a row, its members are cells, their keys the columns.

use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::delimited::COLUMNS;
use super::error::Bound;
use super::limits::Account;
use super::{CellKind, CellRef, Sheet, SheetCell, WorkbookError};
use crate::lang::Message;
use crate::model::Kind;
use crate::print::excerpt;

/// The table of a text in JSON.
pub(super) fn sheet(text: &str, account: &mut Account) -> Result<Sheet, WorkbookError> {
    let mut table = Table { sheet: Sheet::new(""), columns: HashMap::new(), account };
    if text.trim_start().starts_with('[') {
        let mut number = 0;
        let elements = each_element(text, &mut |row| {
            number = u64::saturating_add(number, 1);
            table.row(number, line_of(text, row.get()), row.get())
        });
        elements.map_err(|error| error.on_line(1))?;
        return Ok(table.sheet);
    }
    if is_catalog(text) {
        return Err(WorkbookError::Catalog);
    }
    for (line, written) in (1..).zip(text.lines()) {
        if !written.trim().is_empty() {
            table.row(line, line, written)?;
        }
    }
    Ok(table.sheet)
}

struct Table<'a> {
    sheet: Sheet,
    columns: HashMap<String, u16>,
    account: &'a mut Account,
}

impl Table<'_> {
    /// Takes up an object as the row that follows the one of its number, below the row of the keys.
    fn row(&mut self, number: u64, line: u64, written: &str) -> Result<(), WorkbookError> {
        let row = u32::try_from(number.saturating_add(1))
            .map_err(|_| WorkbookError::TooLarge { bound: Bound::Rows, limit: u32::MAX.into() })?;
        if !written.trim_start().starts_with('{') {
            return Err(json(line, Message::new("不是 JSON 对象", "this is no JSON object")));
        }
        let mut filled = HashSet::new();
        let members = each_member(written, &mut |key, value| {
            let column = self.column(&key)?;
            if !filled.insert(column) {
                let key = excerpt(&key);
                let (zh, en) = (format!("成员“{key}”出现两次"), format!("the member “{key}” stands twice"));
                return Err(json(line, Message::new(zh, en)));
            }
            if let Some(cell) = cell(value).map_err(|error| broken(&error, line))? {
                self.account.cell(cell.text.len())?;
                self.sheet.put(CellRef::new(row, column), cell);
            }
            Ok(())
        });
        members.map_err(|error| error.on_line(line))
    }

    /// The column of a key, which gets one where it has none.
    fn column(&mut self, key: &str) -> Result<u16, WorkbookError> {
        if let Some(&column) = self.columns.get(key) {
            return Ok(column);
        }
        let column = u16::try_from(self.columns.len().saturating_add(1)).ok().filter(|&column| column <= COLUMNS);
        let column = column.ok_or(WorkbookError::TooLarge { bound: Bound::Columns, limit: COLUMNS.into() })?;
        self.account.cell(key.len())?;
        self.sheet.put(CellRef::new(1, column), SheetCell::text(key));
        self.columns.insert(key.to_owned(), column);
        Ok(column)
    }
}

/// The cell of a value; none of null and of an empty text.
fn cell(value: &RawValue) -> serde_json::Result<Option<SheetCell>> {
    let written = value.get();
    let (text, kind) = match written.as_bytes() {
        [b'n', ..] => return Ok(None),
        [b'"', ..] => (serde_json::from_str(written)?, CellKind::Text),
        [b't', ..] => ("TRUE".to_owned(), CellKind::Boolean),
        [b'f', ..] => ("FALSE".to_owned(), CellKind::Boolean),
        // Values within values stay JSON.
        [b'{' | b'[', ..] => (written.to_owned(), CellKind::Text),
        _ => (written.to_owned(), CellKind::Number),
    };
    Ok(Some(SheetCell { text, kind }).filter(|cell| !cell.text.is_empty()))
}

/// Whether a text is a catalog: a document with a header or an array of records, or lines with the tags of records.
fn is_catalog(text: &str) -> bool {
    let first_line = text.trim_start().lines().next().unwrap_or_default();
    let is_object = |value: &RawValue| value.get().starts_with('{');
    let (mut members, mut tags) = (0_usize, 0_usize);
    let line = each_member(first_line, &mut |key, value| {
        members = members.saturating_add(1);
        let is_tag = key == "header" || Kind::from_tag(&key).is_some();
        tags = tags.saturating_add(usize::from(is_tag && is_object(value)));
        Ok(())
    });
    if line.is_ok() && (members, tags) == (1, 1) {
        return true;
    }
    let mut is_document = false;
    let document = each_member(text, &mut |key, value| {
        is_document |= key == "header" && is_object(value);
        is_document |= Kind::from_array(&key).is_some() && value.get().starts_with('[');
        Ok(())
    });
    document.is_ok() && is_document
}

/// The line on which a part of a text begins.
fn line_of(text: &str, part: &str) -> u64 {
    let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let before = text.as_bytes().get(..at).unwrap_or_default();
    u64::try_from(memchr::memchr_iter(b'\n', before).count()).unwrap_or(u64::MAX).saturating_add(1)
}

fn json(line: u64, problem: Message) -> WorkbookError {
    WorkbookError::Json { line, problem }
}

/// What `serde_json` found, on the line where it found it; a text that it was given begins on a line.
fn broken(error: &serde_json::Error, from: u64) -> WorkbookError {
    let line = u64::try_from(error.line()).unwrap_or(1).max(1).saturating_sub(1).saturating_add(from);
    let column = error.column();
    json(line, Message::new(format!("第 {column} 字节处不是 JSON"), format!("this is no JSON at byte {column}")))
}

/// What stopped the reading of a value: its form, or what was made of its parts.
enum Stopped {
    Form(serde_json::Error),
    Part(WorkbookError),
}

impl Stopped {
    fn on_line(self, line: u64) -> WorkbookError {
        match self {
            Self::Form(error) => broken(&error, line),
            Self::Part(error) => error,
        }
    }
}

/// Hands over the members of an object one by one, so that they need not be held.
fn each_member<'t>(
    text: &'t str,
    see: &mut dyn FnMut(String, &'t RawValue) -> Result<(), WorkbookError>,
) -> Result<(), Stopped> {
    let mut stopped = None;
    let mut from = serde_json::Deserializer::from_str(text);
    let read = from.deserialize_map(Parts { member: see, stopped: &mut stopped }).and_then(|()| from.end());
    finished(read, stopped)
}

/// Hands over the elements of an array one by one.
fn each_element<'t>(
    text: &'t str,
    see: &mut dyn FnMut(&'t RawValue) -> Result<(), WorkbookError>,
) -> Result<(), Stopped> {
    let mut stopped = None;
    let mut from = serde_json::Deserializer::from_str(text);
    let mut member = |_, value| see(value);
    let read = from.deserialize_seq(Parts { member: &mut member, stopped: &mut stopped }).and_then(|()| from.end());
    finished(read, stopped)
}

fn finished(read: serde_json::Result<()>, stopped: Option<WorkbookError>) -> Result<(), Stopped> {
    match (stopped, read) {
        (Some(error), _) => Err(Stopped::Part(error)),
        (None, Err(error)) => Err(Stopped::Form(error)),
        (None, Ok(())) => Ok(()),
    }
}

/// Takes the parts of a value; elements have no key.
struct Parts<'t, 'p> {
    member: &'p mut dyn FnMut(String, &'t RawValue) -> Result<(), WorkbookError>,
    stopped: &'p mut Option<WorkbookError>,
}

impl<'t> Parts<'t, '_> {
    fn take<E: serde::de::Error>(&mut self, key: String, value: &'t RawValue) -> Result<(), E> {
        (self.member)(key, value).map_err(|error| {
            *self.stopped = Some(error);
            E::custom("stopped")
        })
    }
}

impl<'t> Visitor<'t> for Parts<'t, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, or an array of objects")
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some((key, value)) = map.next_entry()? {
            self.take(key, value)?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(mut self, mut elements: A) -> Result<(), A::Error> {
        while let Some(value) = elements.next_element()? {
            self.take(String::new(), value)?;
        }
        Ok(())
    }
}
