//! The texts that cells share.

use quick_xml::events::Event;

use crate::workbook::WorkbookError;
use crate::workbook::limits::Account;
use crate::workbook::xml::{Elements, unescaped};

/// The shared texts, in order. There are at most as many as there may be cells.
pub(super) fn all(text: &str, account: &Account) -> Result<Vec<String>, WorkbookError> {
    let mut elements = Elements::of(text);
    let mut strings = Vec::new();
    loop {
        match elements.next()? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                strings.push(one(&mut elements)?);
                account.may_share(strings.len())?;
            }
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of the element that has just begun: its runs joined, without what tells how to pronounce them.
pub(super) fn one(elements: &mut Elements<'_>) -> Result<String, WorkbookError> {
    let mut string = String::new();
    let mut depth = 0_usize;
    loop {
        match elements.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => {
                    let text = unescaped(elements.text()?);
                    if string.is_empty() {
                        string = text.into_owned();
                    } else {
                        string.push_str(&text);
                    }
                }
                "rPh" | "phoneticPr" | "rPr" => elements.pass_over()?,
                _ => depth = depth.saturating_add(1),
            },
            Event::End(_) => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Ok(string),
            },
            Event::Eof => return Err(WorkbookError::damaged("一段文字没有写完", "a text ends too early")),
            _ => {}
        }
    }
}
