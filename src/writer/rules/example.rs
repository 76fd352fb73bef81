//! Examples as they are shown: JSON set out for people, the rest as it is.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::value::RawValue;
use unicode_width::UnicodeWidthStr as _;

use crate::lang::Bilingual;
use crate::print::{is_hostile, printable};
use crate::rule::{EXAMPLE_HEADER, Example, ExampleInput};

/// How wide a line may be before it is broken.
const WIDTH: usize = 110;
/// How much of a pointer is shown.
const LONGEST_POINTER: usize = 60;

/// An example as it is shown.
pub(super) struct Shown {
    pub(super) is_bad: bool,
    pub(super) note: Bilingual,
    /// The text, line by line; none for an empty input.
    pub(super) lines: Vec<String>,
    pub(super) is_json: bool,
    /// Whether the header is left out.
    pub(super) is_beside_header: bool,
    /// The places of the findings, cut where they are very long; empty for the whole.
    pub(super) at: Vec<String>,
}

impl Shown {
    pub(super) fn new(example: &Example, is_bad: bool) -> Self {
        let (text, is_beside_header) = match example.input {
            ExampleInput::Members("") => (format!("{{{EXAMPLE_HEADER}}}"), false),
            ExampleInput::Members(members) => (format!("{{{members}}}"), true),
            ExampleInput::Whole(bytes) => (legible(bytes), false),
        };
        // Where the sanitizer would still change it, it would be JSON no more.
        let json = set_out(&text).filter(|json| json.lines().all(|line| printable(line) == line));
        let is_json = json.is_some();
        let lines = json.unwrap_or(text).lines().map(str::to_owned).collect();
        let at = example.at.iter().map(|at| cut(at)).collect();
        Self { is_bad, note: example.note, lines, is_json, is_beside_header, at }
    }
}

fn cut(pointer: &str) -> String {
    match pointer.char_indices().nth(LONGEST_POINTER) {
        Some((end, _)) => format!("{}…", pointer.get(..end).unwrap_or_default()),
        None => pointer.to_owned(),
    }
}

/// Bytes as text; those that are no UTF-8 are written out as `\xff`.
fn legible(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&chunk.invalid().escape_ascii().to_string());
    }
    text
}

/// JSON text with line breaks, its values as they are written: keys that stand twice and `\u200b` stay. None if it
/// is not JSON.
pub(super) fn set_out(text: &str) -> Option<String> {
    let node = node(serde_json::from_str(text).ok()?).ok()?;
    let mut lines = String::with_capacity(text.len());
    match &node {
        // The outermost members have a line each, however short they are.
        Node::Object(members) if !members.is_empty() => broken(&node, 0, &mut lines),
        _ => write(&node, 0, 0, &mut lines),
    }
    Some(escaped(&lines))
}

/// JSON with what must not be printed written as JSON escapes; it stands in texts alone.
fn escaped(json: &str) -> String {
    let mut clean = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_hostile(c) {
            let mut units = [0; 2];
            clean.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            clean.push(c);
        }
    }
    clean
}

/// A JSON value as written.
enum Node<'a> {
    Leaf(&'a str),
    Array(Vec<Node<'a>>),
    Object(Vec<(String, Node<'a>)>),
}

/// The members of an object in their order, all of them.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

fn node(raw: &RawValue) -> serde_json::Result<Node<'_>> {
    let text = raw.get();
    Ok(match text.bytes().next() {
        Some(b'[') => {
            let values: Vec<&RawValue> = serde_json::from_str(text)?;
            Node::Array(values.into_iter().map(node).collect::<Result<_, _>>()?)
        }
        Some(b'{') => {
            let Members(members) = serde_json::from_str(text)?;
            let members = members.into_iter().map(|(key, value)| Ok((quoted(&key)?, node(value)?)));
            Node::Object(members.collect::<serde_json::Result<_>>()?)
        }
        _ => Node::Leaf(text),
    })
}

fn quoted(key: &str) -> serde_json::Result<String> {
    serde_json::to_string(key).map_err(de::Error::custom)
}

/// Writes a value that begins in this column, on one line if it fits.
fn write(node: &Node<'_>, indent: usize, column: usize, to: &mut String) {
    let mut line = String::new();
    flat(node, &mut line);
    if column.saturating_add(line.width()) <= WIDTH {
        to.push_str(&line);
    } else {
        broken(node, indent, to);
    }
}

fn flat(node: &Node<'_>, to: &mut String) {
    match node {
        Node::Leaf(text) => to.push_str(text),
        Node::Array(values) => {
            to.push('[');
            for (at, value) in values.iter().enumerate() {
                to.push_str(if at == 0 { "" } else { ", " });
                flat(value, to);
            }
            to.push(']');
        }
        Node::Object(members) => {
            to.push('{');
            for (at, (key, value)) in members.iter().enumerate() {
                to.push_str(if at == 0 { " " } else { ", " });
                to.push_str(key);
                to.push_str(": ");
                flat(value, to);
            }
            to.push_str(if members.is_empty() { "}" } else { " }" });
        }
    }
}

/// Writes a value with each of its parts on a line; an array of one holds it in its brackets.
fn broken(node: &Node<'_>, indent: usize, to: &mut String) {
    let deeper = indent.saturating_add(2);
    match node {
        Node::Leaf(text) => to.push_str(text),
        Node::Array(values) => {
            to.push('[');
            if let [only] = values.as_slice() {
                broken(only, indent, to);
            } else {
                for (at, value) in values.iter().enumerate() {
                    begin_line(at, deeper, to);
                    write(value, deeper, deeper, to);
                }
                end_lines(values.is_empty(), indent, to);
            }
            to.push(']');
        }
        Node::Object(members) => {
            to.push('{');
            for (at, (key, value)) in members.iter().enumerate() {
                begin_line(at, deeper, to);
                to.push_str(key);
                to.push_str(": ");
                let column = deeper.saturating_add(key.width()).saturating_add(2);
                write(value, deeper, column, to);
            }
            end_lines(members.is_empty(), indent, to);
            to.push('}');
        }
    }
}

fn begin_line(at: usize, indent: usize, to: &mut String) {
    to.push_str(if at == 0 { "\n" } else { ",\n" });
    to.push_str(&" ".repeat(indent));
}

fn end_lines(is_empty: bool, indent: usize, to: &mut String) {
    if !is_empty {
        to.push('\n');
        to.push_str(&" ".repeat(indent));
    }
}
