//! The comments of a sheet: those that it has are kept, and ours stand behind them.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::edits::Edits;
use super::outcome::AnnotateError;
use super::tag::{Tag, escaped, pieces};
use crate::workbook::CellRef;

/// Who says it.
pub(super) const AUTHOR: &str = "qingdan";

/// The least that a part of comments must say.
const LEAST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <comments xmlns=\"{}\"><authors></authors><commentList></commentList></comments>";
const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/// What a part says with comments added, and the cells that had none.
pub(super) fn with(
    part: &str,
    text: Option<Vec<u8>>,
    comments: &BTreeMap<CellRef, String>,
    is_strict: bool,
) -> Result<(Vec<u8>, Vec<CellRef>), AnnotateError> {
    let text = text.unwrap_or_else(|| LEAST.replace("{}", if is_strict { STRICT } else { NAMESPACE }).into_bytes());
    let mut edits = Edits::default();
    let (mut authors, mut at, mut is_done) = (0_u32, None, false);
    let mut new: BTreeMap<CellRef, &String> = comments.iter().map(|(&at, text)| (at, text)).collect();
    for piece in pieces(part, &text)? {
        let piece = piece?;
        let tag = Tag::new(text.get(piece.place.clone()).unwrap_or_default());
        let prefix = tag.prefix();
        let author = format!("<{prefix}author>{AUTHOR}</{prefix}author>");
        match (&piece.event, tag.local()) {
            (Event::Start(_) | Event::Empty(_), "author") => authors = authors.saturating_add(1),
            (Event::End(_), "authors") => edits.insert(piece.place.start, author),
            (Event::Empty(_), "authors") => edits.replace(piece.place, tag.holding(&author)),
            (Event::Start(_), "comment") => at = tag.get("ref").and_then(|at| at.parse::<CellRef>().ok()),
            // What a cell says of its own comes first.
            (Event::Start(_) | Event::Empty(_), "rPh" | "phoneticPr") | (Event::End(_), "text") => {
                if let Some(own) = at.take().and_then(|at| new.remove(&at)) {
                    edits.insert(piece.place.start, run(&format!("\n\n{own}"), prefix));
                }
            }
            (Event::Empty(_), "text") => {
                if let Some(own) = at.take().and_then(|at| new.remove(&at)) {
                    edits.replace(piece.place, tag.holding(&run(own, prefix)));
                }
            }
            (Event::End(_), "commentList") => {
                edits.insert(piece.place.start, written(&new, authors, prefix));
                is_done = true;
            }
            (Event::Empty(_), "commentList") => {
                edits.replace(piece.place, tag.holding(&written(&new, authors, prefix)));
                is_done = true;
            }
            _ => {}
        }
    }
    if !is_done {
        return Err(AnnotateError::broken(part, "没有批注列表", "there is no list of comments"));
    }
    Ok((edits.apply(&text), new.into_keys().collect()))
}

fn written(new: &BTreeMap<CellRef, &String>, author: u32, prefix: &str) -> String {
    let comment = |(at, text): (&CellRef, &&String)| {
        format!(
            "<{prefix}comment ref=\"{at}\" authorId=\"{author}\"><{prefix}text>{}</{prefix}text></{prefix}comment>",
            run(text, prefix)
        )
    };
    new.iter().map(comment).collect()
}

/// Words in the type of comments.
fn run(text: &str, prefix: &str) -> String {
    format!(
        "<{prefix}r><{prefix}rPr><{prefix}sz val=\"9\"/><{prefix}color indexed=\"81\"/><{prefix}rFont val=\"宋体\"/></{prefix}rPr>\
         <{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r>",
        escaped(&literal(text))
    )
}

/// A text in which nothing stands for a character by its number, such as `_x000D_`.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let digits = found.get(2..6).is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        literal.push_str(before);
        literal.push_str(if digits && found.get(6..7) == Some("_") { "_x005F_x" } else { "_x" });
        rest = found.get(2..).unwrap_or_default();
    }
    literal.push_str(rest);
    literal
}
