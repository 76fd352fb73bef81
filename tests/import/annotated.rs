//! Workbooks given back with the findings in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use zip::ZipArchive;

mod copy;
mod made;
mod odd;
mod real;

/// The parts of a package, unpacked.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|number| {
            let mut file = archive.by_index(number).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The names of the parts that are not as they were, or are new.
fn changed(before: &[u8], after: &[u8]) -> Vec<String> {
    let (before, after) = (parts(before), parts(after));
    assert!(before.keys().all(|name| after.contains_key(name)), "a part is gone");
    after.into_iter().filter(|(name, bytes)| before.get(name) != Some(bytes)).map(|(name, _)| name).collect()
}

fn text(bytes: &[u8], part: &str) -> String {
    String::from_utf8(parts(bytes).remove(part).unwrap_or_else(|| panic!("no {part}"))).unwrap()
}

/// What another reader reads of the sheets.
fn values(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    book.worksheets()
}

/// What a style says of a cell, each by its number but for the fill, which is told by its colour.
#[derive(Debug, PartialEq)]
struct Style {
    number_format: Option<String>,
    font: Option<String>,
    border: Option<String>,
    alignment: Option<String>,
    fill: Option<String>,
}

/// The style of a cell.
fn style(bytes: &[u8], sheet: &str, cell: &str) -> Style {
    let (sheet, styles) = (text(bytes, sheet), text(bytes, "xl/styles.xml"));
    let sheet = roxmltree::Document::parse(&sheet).unwrap();
    let at = sheet.descendants().find(|node| node.has_tag_name_of("c") && node.attribute("r") == Some(cell));
    let number: usize = at.and_then(|cell| cell.attribute("s")).map_or(0, |number| number.parse().unwrap());
    let styles = roxmltree::Document::parse(&styles).unwrap();
    let list = |name: &str| {
        let list = styles.descendants().find(|node| node.has_tag_name_of(name)).unwrap();
        let elements: Vec<_> = list.children().filter(roxmltree::Node::is_element).collect();
        assert_eq!(list.attribute("count").map(str::to_owned), Some(elements.len().to_string()), "{name}");
        elements
    };
    let format = list("cellXfs")[number];
    let told = |name: &str| format.attribute(name).map(str::to_owned);
    let fill = list("fills")[format.attribute("fillId").unwrap_or("0").parse::<usize>().unwrap()];
    let color = fill.descendants().find(|node| node.has_tag_name_of("fgColor"));
    let alignment = format.children().find(|node| node.has_tag_name_of("alignment"));
    Style {
        number_format: told("numFmtId"),
        font: told("fontId"),
        border: told("borderId"),
        alignment: alignment.map(|node| format!("{:?}", node.attributes().collect::<Vec<_>>())),
        fill: color.and_then(|color| color.attribute("rgb")).map(str::to_owned),
    }
}

trait Named {
    fn has_tag_name_of(&self, local: &str) -> bool;
}

impl Named for roxmltree::Node<'_, '_> {
    fn has_tag_name_of(&self, local: &str) -> bool {
        self.is_element() && self.tag_name().name() == local
    }
}

/// The comments of a part: cell, author and text.
fn comments(bytes: &[u8], part: &str) -> Vec<(String, String, String)> {
    let xml = text(bytes, part);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let of = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name_of(name));
    let authors: Vec<String> = of("author").map(|node| node.text().unwrap_or_default().to_owned()).collect();
    let comment = |node: roxmltree::Node<'_, '_>| {
        let words: String =
            node.descendants().filter(|node| node.has_tag_name_of("t")).filter_map(|node| node.text()).collect();
        let author = node.attribute("authorId").unwrap().parse::<usize>().unwrap();
        (node.attribute("ref").unwrap().to_owned(), authors[author].clone(), words)
    };
    of("comment").map(comment).collect()
}

/// The comment of a cell.
fn comment(bytes: &[u8], part: &str, cell: &str) -> String {
    let all = comments(bytes, part);
    let found: Vec<_> = all.into_iter().filter(|(at, ..)| at == cell).collect();
    assert_eq!(found.len(), 1, "{cell}");
    found[0].2.clone()
}

/// The cells beside which a drawing opens windows, from 0, and the names of its shapes.
fn windows(bytes: &[u8], part: &str) -> (Vec<(u32, u32)>, Vec<String>) {
    let xml = text(bytes, part);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let shapes = || document.descendants().filter(|node| node.has_tag_name_of("shape"));
    let told = |node: &roxmltree::Node<'_, '_>, name: &str| {
        node.descendants().find(|node| node.has_tag_name_of(name)).unwrap().text().unwrap().parse().unwrap()
    };
    let cells = shapes().map(|node| (told(&node, "Row"), told(&node, "Column"))).collect();
    (cells, shapes().map(|node| node.attribute("id").unwrap().to_owned()).collect())
}

const RED: &str = "FFFFC7CE";
const AMBER: &str = "FFFFEB9C";
const BLUE: &str = "FFBDD7EE";
