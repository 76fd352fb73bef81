//! The formats of cells: as what each shows numbers.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::workbook::WorkbookError;
use crate::workbook::number_format::{Shown, built_in, of_code};
use crate::workbook::xml::{Elements, attribute};

/// As what each format of cells shows numbers, by its place in the list.
pub(super) fn shown(text: &str) -> Result<Vec<Shown>, WorkbookError> {
    let mut elements = Elements::of(text);
    let mut written: HashMap<u32, Shown> = HashMap::new();
    let mut formats = Vec::new();
    let mut of_cells = false;
    loop {
        match elements.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId")?.and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, attribute(&element, "formatCode")?) {
                        written.insert(id, of_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = attribute(&element, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0_u32);
                    let shown = written.get(&id).copied();
                    formats.push(shown.unwrap_or_else(|| built_in(u16::try_from(id).unwrap_or(0))));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
