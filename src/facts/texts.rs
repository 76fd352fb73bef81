//! Texts: placeholders that stand in a whole column, and blanks at the ends of running text.

use std::collections::HashMap;

use crate::facts::placeholder::Placeholder;
use crate::model::leaf::{Leaf, LeafName};
use crate::model::{Header, Kind, Pointer, Source};
use crate::print::excerpt;
use crate::spot::Spot;

/// Facts about texts.
#[derive(Debug, Default)]
pub(crate) struct TextFacts {
    /// Running texts that begin or end in a blank: the first, and how many.
    pub(crate) ends: Option<(Spot, u64)>,
    pub(crate) placeholders: Vec<Group>,
    /// The group of a kind of record, a field and a text.
    numbers: HashMap<(Option<Kind>, String), usize>,
    /// What came after so many different ones: the first, and how many.
    pub(crate) beyond: Option<(Spot, u64)>,
}

/// Equal placeholders in one field of a kind: an official mends the column.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) placeholder: Placeholder,
    pub(crate) text: Box<str>,
    /// The kind of record, the field and the text.
    pub(crate) about: Box<str>,
    pub(crate) count: u64,
    pub(crate) first: Spot,
    /// The next few.
    pub(crate) others: Vec<Spot>,
    pub(crate) rows: Rows,
}

/// How many further places of a group are named.
const MAX_OTHERS: usize = 4;

/// How many different placeholders are told apart: no list has so many, and what is kept stays small.
const MAX_GROUPS: usize = 10_000;

/// How many stretches of rows are named.
const MAX_STRETCHES: usize = 10;

/// Whether a text is one of those that are looked for.
pub(crate) fn is_noted(leaf: Leaf<'_>) -> bool {
    !leaf.is_id() && (has_blank_end(leaf) || Placeholder::of(leaf).is_some())
}

fn has_blank_end(leaf: Leaf<'_>) -> bool {
    ends_in_blank(leaf.text) && !is_exact(leaf) && !is_provenance(leaf)
}

impl TextFacts {
    /// Looks at a text of the header, or of a record by its ordinal.
    pub(crate) fn add(&mut self, record: Option<u32>, leaf: Leaf<'_>) {
        if has_blank_end(leaf) {
            count(&mut self.ends, || spot(record, leaf));
        }
        if let Some(placeholder) = Placeholder::of(leaf) {
            self.add_placeholder(record, leaf, placeholder);
        }
    }

    fn add_placeholder(&mut self, record: Option<u32>, leaf: Leaf<'_>, placeholder: Placeholder) {
        let Self { placeholders, numbers, beyond, .. } = self;
        let key = (leaf.kind, format!("{}\n{}", leaf.path.fields(), leaf.text));
        if let Some(group) = numbers.get(&key).and_then(|&number| placeholders.get_mut(number)) {
            group.count = group.count.saturating_add(1);
            group.rows.add(leaf.source);
            if group.others.len() < MAX_OTHERS {
                group.others.push(spot(record, leaf));
            }
            return;
        }
        if placeholders.len() >= MAX_GROUPS {
            count(beyond, || spot(record, leaf));
            return;
        }
        let about = format!("{} {}", leaf.kind.map_or("header", Kind::array), key.1).into();
        numbers.insert(key, placeholders.len());
        let mut rows = Rows::default();
        rows.add(leaf.source);
        let (text, first) = (leaf.text.into(), spot(record, leaf));
        placeholders.push(Group { placeholder, text, about, count: 1, first, others: Vec::new(), rows });
    }
}

/// Counts one more, and keeps the first.
pub(crate) fn count(counted: &mut Option<(Spot, u64)>, first: impl FnOnce() -> Spot) {
    match counted {
        Some((_, count)) => *count = count.saturating_add(1),
        None => *counted = Some((first(), 1)),
    }
}

fn spot(record: Option<u32>, leaf: Leaf<'_>) -> Spot {
    let path: Pointer = leaf.path.pointer();
    match record {
        Some(ordinal) => Spot::Record(ordinal, path),
        None => Spot::Header(path),
    }
}

/// The names of files and sheets are what they are.
fn is_provenance(leaf: Leaf<'_>) -> bool {
    leaf.kind.is_none() && matches!(leaf.path.field(), "file" | "sheet" | "url")
}

/// The rows of the sources from which texts were taken, as stretches.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    stretches: Vec<Stretch>,
    /// Whether some are not named.
    cut: bool,
}

#[derive(Debug)]
struct Stretch {
    source: Box<str>,
    from: u32,
    to: u32,
}

impl Rows {
    fn add(&mut self, source: Option<&Source>) {
        let Some(source) = source else { return };
        let Some(row) = source.row.map(std::num::NonZeroU32::get) else { return };
        let id = source.source.as_str();
        if let Some(last) = self.stretches.last_mut().filter(|last| &*last.source == id)
            && (last.from..=last.to.saturating_add(1)).contains(&row)
        {
            last.to = last.to.max(row);
        } else if self.stretches.len() < MAX_STRETCHES {
            self.stretches.push(Stretch { source: id.into(), from: row, to: row });
        } else {
            self.cut = true;
        }
    }

    /// The rows in words, by their sheets; empty where no row is known.
    pub(crate) fn words(&self, header: Option<&Header>) -> (String, String) {
        let (mut zh, mut en, mut sheet) = (String::new(), String::new(), "");
        for Stretch { source, from, to } in &self.stretches {
            if &**source == sheet {
                zh.push('、');
                en.push(',');
            } else {
                sheet = source;
                let files = header.map(|header| header.sources.as_slice()).unwrap_or_default();
                let file = files.iter().find(|file| file.id.as_str() == sheet);
                let name = file.and_then(|file| file.sheet.as_ref().or(file.file.as_ref()));
                let name = excerpt(name.map_or(sheet, |name| name.as_str()));
                let open = if zh.is_empty() { "；原表" } else { "；" };
                zh = format!("{zh}{open}“{name}”");
                en = format!("{en}; `{name}` row");
            }
            if from == to {
                zh = format!("{zh}第{from}行");
                en = format!("{en} {from}");
            } else {
                zh = format!("{zh}第{from}至{to}行");
                en = format!("{en} {from}–{to}");
            }
        }
        if self.cut {
            zh.push('等');
            en.push_str(" and others");
        }
        (zh, en)
    }
}

/// Whether a text must be exact to the character: names, titles and document numbers by which records are matched, codes
/// and dates. All others are running text.
pub(crate) fn is_exact(leaf: Leaf<'_>) -> bool {
    leaf.name != LeafName::Text || matches!(leaf.path.field(), "name" | "title" | "aliases" | "document_number")
}

/// Whether a blank of any kind stands at the beginning or end.
pub(crate) fn ends_in_blank(text: &str) -> bool {
    // White space begins and ends with these bytes, and so do few of the characters that texts begin and end with.
    let may_begin = |byte: &u8| *byte <= b' ' || matches!(byte, 0xc2 | 0xe1..=0xe3);
    let may_end = |byte: &u8| *byte <= b' ' || matches!(byte, 0x80..=0x8a | 0x9f | 0xa0 | 0xa8 | 0xa9 | 0xaf);
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let bytes = text.as_bytes();
    (bytes.first().is_some_and(may_begin) && blank(text.chars().next()))
        || (bytes.last().is_some_and(may_end) && blank(text.chars().next_back()))
}
