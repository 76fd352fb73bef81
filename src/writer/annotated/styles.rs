//! The styles of a workbook, with those of marked cells: each is the style that a cell had, with another fill.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::Event;

use super::edits::Edits;
use super::outcome::AnnotateError;
use super::tag::{Tag, pieces};
use crate::finding::Severity;
use crate::writer::severity_color;

/// The least that a part of styles must say.
const LEAST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

pub(super) struct Styles {
    part: String,
    text: Vec<u8>,
    fills: List,
    formats: List,
    /// The new styles: of which one and how grave, in order.
    new: Vec<(u32, Severity)>,
    known: BTreeMap<(u32, Severity), u32>,
}

/// A list of elements.
#[derive(Default)]
struct List {
    /// Its opening tag.
    open: Range<usize>,
    /// Where its closing tag begins.
    close: Option<usize>,
    /// Its elements, each with its opening tag.
    elements: Vec<(Range<usize>, Range<usize>)>,
}

impl Styles {
    /// Those of a part; where there is none, the least that there must be.
    pub(super) fn read(part: &str, text: Option<Vec<u8>>) -> Result<Self, AnnotateError> {
        let text = text.unwrap_or_else(|| LEAST.as_bytes().to_vec());
        let (mut fills, mut formats) = (List::default(), List::default());
        let mut within: Vec<String> = Vec::new();
        let mut open = 0..0;
        for piece in pieces(part, &text)? {
            let piece = piece?;
            let tag = Tag::new(text.get(piece.place.clone()).unwrap_or_default());
            if matches!(piece.event, Event::End(_)) {
                within.pop();
            }
            let list = match (within.len(), within.get(1).map(String::as_str), tag.local()) {
                (1, _, "fills") | (2, Some("fills"), "fill") => Some(&mut fills),
                (1, _, "cellXfs") | (2, Some("cellXfs"), "xf") => Some(&mut formats),
                _ => None,
            };
            match (&piece.event, list, within.len()) {
                (Event::Start(_), Some(list), 1) => list.open = piece.place.clone(),
                (Event::End(_), Some(list), 1) => list.close = Some(piece.place.start),
                (Event::Start(_), Some(_), _) => open = piece.place.clone(),
                (Event::End(_), Some(list), _) => list.elements.push((open.start..piece.place.end, open.clone())),
                (Event::Empty(_), Some(list), 2) => list.elements.push((piece.place.clone(), piece.place.clone())),
                _ => {}
            }
            if matches!(piece.event, Event::Start(_)) {
                within.push(tag.local().to_owned());
            }
        }
        if fills.close.is_none() || formats.close.is_none() || formats.elements.is_empty() {
            return Err(AnnotateError::broken(part, "没有单元格样式", "there are no styles of cells"));
        }
        Ok(Self { part: part.to_owned(), text, fills, formats, new: Vec::new(), known: BTreeMap::new() })
    }

    /// The style of a cell that had that one, as grave as that.
    pub(super) fn marked(&mut self, base: u32, severity: Severity) -> u32 {
        let count = number(self.formats.elements.len());
        // A style that is not there is shown as the first.
        let base = if base < count { base } else { 0 };
        if let Some(&known) = self.known.get(&(base, severity)) {
            return known;
        }
        let style = count.saturating_add(number(self.new.len()));
        self.new.push((base, severity));
        self.known.insert((base, severity), style);
        style
    }

    /// The part with the new styles.
    pub(super) fn write(self) -> (String, Vec<u8>) {
        let mut edits = Edits::default();
        let prefix = self.tag(&self.formats.open).prefix().to_owned();
        let (mut fills, mut filled): (BTreeMap<Severity, u32>, _) = (BTreeMap::new(), String::new());
        for &(_, severity) in &self.new {
            let next = number(self.fills.elements.len().saturating_add(fills.len()));
            fills.entry(severity).or_insert_with(|| {
                let color = severity_color(severity);
                let fill = format!(
                    "<{prefix}fill><{prefix}patternFill patternType=\"solid\"><{prefix}fgColor rgb=\"FF{color:06X}\"/>\
                     <{prefix}bgColor indexed=\"64\"/></{prefix}patternFill></{prefix}fill>"
                );
                filled.push_str(&fill);
                next
            });
        }
        let formats: String = self.new.iter().map(|(base, severity)| self.copy(*base, fills.get(severity))).collect();
        for (list, more, what) in [(&self.fills, fills.len(), filled), (&self.formats, self.new.len(), formats)] {
            let tag = self.tag(&list.open);
            if tag.get("count").is_some() {
                let count = list.elements.len().saturating_add(more);
                edits.replace(list.open.clone(), tag.with("count", &count.to_string()));
            }
            edits.insert(list.close.unwrap_or_default(), what);
        }
        let text = edits.apply(&self.text);
        (self.part, text)
    }

    fn tag(&self, place: &Range<usize>) -> Tag<'_> {
        Tag::new(self.text.get(place.clone()).unwrap_or_default())
    }

    /// A style with another fill, and all else as it is.
    fn copy(&self, base: u32, fill: Option<&u32>) -> String {
        let element = usize::try_from(base).ok().and_then(|base| self.formats.elements.get(base));
        let Some((whole, open)) = element else { return String::new() };
        let filled = self.tag(open).with("fillId", &fill.copied().unwrap_or(0).to_string());
        let opened = Tag::new(filled.as_bytes()).with("applyFill", "1");
        let rest = self.text.get(open.end..whole.end).unwrap_or_default();
        format!("{opened}{}", std::str::from_utf8(rest).unwrap_or_default())
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
