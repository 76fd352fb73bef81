//! XML as workbooks hold it: elements and attributes by local name, and texts with their escapes.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::WorkbookError;

/// The elements of a part, one after the other.
pub(super) struct Elements<'t>(Reader<&'t [u8]>);

impl<'t> Elements<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self(reader)
    }

    /// The next event; [`Event::Eof`] is the end of the part.
    pub(super) fn next(&mut self) -> Result<Event<'t>, WorkbookError> {
        self.0.read_event().map_err(|_| broken())
    }

    /// The text up to the end of the element that has just begun, as it stands there.
    pub(super) fn text(&mut self) -> Result<Cow<'t, str>, WorkbookError> {
        let mut text = Cow::Borrowed("");
        let mut depth = 0_usize;
        loop {
            let more = match self.next()? {
                Event::Text(more) => more.xml10_content(),
                Event::CData(more) => more.xml10_content(),
                Event::GeneralRef(reference) => referred(&reference)?,
                Event::Start(_) => {
                    depth = depth.saturating_add(1);
                    continue;
                }
                Event::End(_) => match depth.checked_sub(1) {
                    Some(less) => {
                        depth = less;
                        continue;
                    }
                    None => return Ok(text),
                },
                Event::Eof => return Err(ended()),
                _ => continue,
            };
            if depth > 0 {
                continue;
            }
            if text.is_empty() {
                text = more;
            } else {
                text.to_mut().push_str(&more);
            }
        }
    }

    /// Goes to the end of the element that has just begun.
    pub(super) fn pass_over(&mut self) -> Result<(), WorkbookError> {
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Event::Start(_) => depth = depth.saturating_add(1),
                Event::End(_) => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return Ok(()),
                },
                Event::Eof => return Err(ended()),
                _ => {}
            }
        }
    }
}

/// What a reference stands for: a character, or one of the five names that XML has without a declaration.
fn referred<'t>(reference: &BytesRef<'t>) -> Result<Cow<'t, str>, WorkbookError> {
    if let Some(c) = reference.resolve_char_ref().map_err(|_| broken())? {
        return Ok(Cow::Owned(c.to_string()));
    }
    resolve_predefined_entity(reference).map(Cow::Borrowed).ok_or_else(broken)
}

pub(super) fn broken() -> WorkbookError {
    WorkbookError::damaged("其中的 XML 有误", "the XML in it is broken")
}

fn ended() -> WorkbookError {
    WorkbookError::damaged("其中的 XML 没有写完", "the XML in it ends too early")
}

/// The value of an attribute, whatever the prefix of its name.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Result<Option<Cow<'e, str>>, WorkbookError> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| broken())?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| broken())?;
            return Ok(Some(value));
        }
    }
    Ok(None)
}

/// Whether an attribute says yes; one that is not there does not.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> Result<bool, WorkbookError> {
    Ok(attribute(element, name)?.is_some_and(|value| is_true(&value)))
}

pub(super) fn is_true(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "TRUE" | "on")
}

/// A text with its escapes as workbooks mean them (ECMA-376 part 1, 22.9.2.19): `_x000D_` is one character, named by its
/// code in UTF-16, and `_x005F_` a low line. What names no character stays as it is.
pub(super) fn unescaped(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut left = text.as_ref();
    while let Some((before, after)) = left.split_once("_x") {
        out.push_str(before);
        let named = unit(after).and_then(|(first, rest)| {
            let second = || rest.strip_prefix("_x").and_then(unit);
            match char::from_u32(first.into()) {
                Some(c) => Some((c, rest)),
                None => {
                    second().and_then(|(second, rest)| Some((char::decode_utf16([first, second]).next()?.ok()?, rest)))
                }
            }
        });
        left = if let Some((c, rest)) = named {
            out.push(c);
            rest
        } else {
            out.push_str("_x");
            after
        };
    }
    out.push_str(left);
    Cow::Owned(out)
}

/// A unit of UTF-16 by its four digits, which a low line ends, and what follows it.
fn unit(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let rest = rest.strip_prefix('_')?;
    let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_number.then(|| Some((u16::from_str_radix(digits, 16).ok()?, rest))).flatten()
}
