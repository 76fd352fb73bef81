//! Tags as they are written: `<x:c r="F12" s='3'>`, with the place of every attribute, so that one can be changed and the
//! others stay as they are.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::outcome::AnnotateError;

/// What a text of XML consists of, each with its bytes.
pub(super) struct Piece<'t> {
    pub(super) event: Event<'t>,
    pub(super) place: Range<usize>,
}

/// The pieces of a part, one after the other.
pub(super) fn pieces<'t>(
    part: &'t str,
    text: &'t [u8],
) -> Result<impl Iterator<Item = Result<Piece<'t>, AnnotateError>>, AnnotateError> {
    let broken = move |at: u64| {
        AnnotateError::broken(
            part,
            format!("第{at}字节处不是合乎规范的 XML"),
            format!("what stands at byte {at} is no well-formed XML"),
        )
    };
    // Programs write UTF-8, with or without a mark.
    if std::str::from_utf8(text).is_err() {
        return Err(AnnotateError::broken(part, "不是 UTF-8 文字", "is no UTF-8 text"));
    }
    // Positions are told from behind the mark.
    let mark = if text.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let mut reader = Reader::from_reader(text.get(mark..).unwrap_or_default());
    let mut is_over = false;
    Ok(std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let position = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).saturating_add(mark);
        let start = position(reader.buffer_position());
        let event = reader.read_event();
        let end = position(reader.buffer_position());
        match event {
            Ok(Event::Eof) => None,
            Ok(event) => Some(Ok(Piece { event, place: start..end })),
            Err(_) => {
                is_over = true;
                Some(Err(broken(reader.error_position())))
            }
        }
    }))
}

/// A tag, as it is written.
#[derive(Clone, Copy)]
pub(super) struct Tag<'t> {
    text: &'t str,
}

/// One attribute, with its place in the tag.
struct Attribute<'t> {
    name: &'t str,
    value: &'t str,
    /// The place of the value, without its quotes.
    place: Range<usize>,
}

impl<'t> Tag<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        Self { text: std::str::from_utf8(text).unwrap_or_default() }
    }

    /// The name as it is written.
    pub(super) fn name(&self) -> &'t str {
        let inner = self.text.trim_start_matches(['<', '/']);
        let end = inner.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(inner.len());
        inner.get(..end).unwrap_or_default()
    }

    /// The name without its prefix.
    pub(super) fn local(&self) -> &'t str {
        self.name().split_once(':').map_or(self.name(), |(_, local)| local)
    }

    /// The prefix with its colon; empty where there is none.
    pub(super) fn prefix(&self) -> &'t str {
        self.name().find(':').and_then(|at| self.name().get(..=at)).unwrap_or_default()
    }

    pub(super) fn is_empty_element(&self) -> bool {
        self.text.ends_with("/>")
    }

    fn attributes(&self) -> impl Iterator<Item = Attribute<'t>> {
        let text = self.text;
        let mut at = text.find(self.name()).unwrap_or(0).saturating_add(self.name().len());
        std::iter::from_fn(move || {
            let rest = text.get(at..)?;
            let equals = rest.find('=')?;
            let name = rest.get(..equals)?.trim();
            let behind = rest.get(equals.saturating_add(1)..)?;
            let open = behind.find(['"', '\''])?;
            let quote = behind.get(open..)?.chars().next()?;
            let from = at.saturating_add(equals).saturating_add(open).saturating_add(2);
            let length = text.get(from..)?.find(quote)?;
            let to = from.saturating_add(length);
            at = to.saturating_add(1);
            Some(Attribute { name, value: text.get(from..to)?, place: from..to })
        })
    }

    /// The value of an attribute, whatever its prefix where none is asked for.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'t, str>> {
        let found = self.attributes().find(|attribute| attribute.name == name)?;
        quick_xml::escape::unescape(found.value).ok()
    }

    /// The value of the first attribute with this local name and a prefix, such as `r:id`.
    pub(super) fn get_prefixed(&self, local: &str) -> Option<Cow<'t, str>> {
        let is_it = |name: &str| name.split_once(':').is_some_and(|(prefix, name)| prefix != "xmlns" && name == local);
        let found = self.attributes().find(|attribute| is_it(attribute.name))?;
        quick_xml::escape::unescape(found.value).ok()
    }

    /// The namespaces that it declares.
    pub(super) fn has_value(&self, value: &str) -> bool {
        self.attributes().any(|attribute| attribute.value == value)
    }

    /// The tag with an attribute that says this.
    pub(super) fn with(&self, name: &str, value: &str) -> String {
        if let Some(found) = self.attributes().find(|attribute| attribute.name == name) {
            let (before, after) = (self.text.get(..found.place.start), self.text.get(found.place.end..));
            return format!("{}{value}{}", before.unwrap_or_default(), after.unwrap_or_default());
        }
        let end = self.text.len().saturating_sub(if self.is_empty_element() { 2 } else { 1 });
        let (before, after) = (self.text.get(..end).unwrap_or_default(), self.text.get(end..).unwrap_or_default());
        format!("{} {name}=\"{value}\"{after}", before.trim_end())
    }

    /// An empty element as one that holds something.
    pub(super) fn holding(&self, what: &str) -> String {
        let open = self.text.trim_end_matches('>').trim_end_matches('/').trim_end();
        format!("{open}>{what}</{}>", self.name())
    }
}

/// A text within XML.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    quick_xml::escape::escape(text)
}
