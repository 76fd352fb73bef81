//! Workbooks made for a test: packed XML, and records in a compound file.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file of packed parts.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATED: &str = r#"<Relationships>
<Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="http://x/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>
<Relationship Id="r3" Type="http://x/relationships/styles" Target="styles.xml"/>
<Relationship Id="r4" Type="http://x/relationships/chartsheet" Target="chartsheets/sheet1.xml"/>
</Relationships>"#;
pub(crate) const BOOK: &str = r#"<workbook><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>"#;

/// The parts of a workbook besides its only sheet.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'p> {
    pub(crate) book: &'p str,
    pub(crate) strings: &'p str,
    pub(crate) styles: &'p str,
}

impl Default for Parts<'_> {
    fn default() -> Self {
        Self { book: BOOK, strings: "<sst/>", styles: "<styleSheet/>" }
    }
}

impl Parts<'_> {
    /// An `.xlsx` with a sheet of this XML.
    pub(crate) fn with(self, sheet: &str) -> Vec<u8> {
        packed(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", ROOT.as_bytes()),
            ("xl/workbook.xml", self.book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATED.as_bytes()),
            ("xl/sharedStrings.xml", self.strings.as_bytes()),
            ("xl/styles.xml", self.styles.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    }
}

/// An `.xlsx` with one sheet of these rows in XML.
pub(crate) fn xlsx(rows: &str) -> Vec<u8> {
    Parts::default().with(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))
}

/// A compound file with streams.
pub(crate) fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        file.create_stream(name).unwrap().write_all(content).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// Numbers of two bytes, one after the other.
pub(crate) fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// A text in units of two bytes, with the length in so many bytes before it.
pub(crate) fn wide(text: &str, length_bytes: usize) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u16::try_from(units.len()).unwrap().to_le_bytes();
    [&length[..length_bytes], &[1], &words(&units)].concat()
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;

/// A sheet of an `.xls`: its name with its length, its state, its records.
type Listed = (Vec<u8>, u8, Vec<Vec<u8>>);

/// The stream of an `.xls`: records that all sheets share, and the sheets.
pub(crate) fn stream(version: u16, globals: &[Vec<u8>], sheets: &[Listed]) -> Vec<u8> {
    let begin = |kind: u16| record(BEGIN, &words(&[version, kind, 0, 0]));
    let listed = |at: u32, name: &[u8], state: u8| record(0x0085, &[&at.to_le_bytes(), &[state, 0][..], name].concat());
    let shared = globals.concat();
    let lists: usize = sheets.iter().map(|(name, state, _)| listed(0, name, *state).len()).sum();
    let mut at = begin(5).len() + shared.len() + lists + record(END, &[]).len();
    let mut list = Vec::new();
    let mut bodies = Vec::new();
    for (name, state, records) in sheets {
        let body = [begin(0x10), records.concat(), record(END, &[])].concat();
        list.extend(listed(u32::try_from(at).unwrap(), name, *state));
        at += body.len();
        bodies.extend(body);
    }
    [begin(5), shared, list, record(END, &[]), bodies].concat()
}

/// An `.xls` of Excel 97 with one sheet of these records.
pub(crate) fn xls(globals: &[Vec<u8>], records: Vec<Vec<u8>>) -> Vec<u8> {
    compound(&[("Workbook", &stream(0x0600, globals, &[(wide("清单", 1), 0, records)]))])
}
