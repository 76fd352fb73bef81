//! The text that is written anew, and what is told of it.

use std::ops::Range;

use super::edit::{Edit, applied, before};
use super::list::{FixClass, LeftCause, LeftScope};
use super::order::Ordered;
use super::told::{Fix, InputFixes, Left};
use crate::finding::{Place, RecordKey};
use crate::model::{Kind, Pointer};
use crate::place::Passage;
#[cfg(feature = "human")]
use crate::read::encoding::MARK;
use crate::read::{id_in, text_in};

/// So many corrections are listed of any input; of a larger one as many as it has hundreds of bytes.
const LISTED: usize = 10_000;

/// 修正结果: an input, the same with its corrections, and what they are.
#[derive(Debug)]
#[non_exhaustive]
pub struct Fixed<'b> {
    /// 修正: what is corrected, and what is left alone.
    pub fixes: InputFixes,
    original: &'b [u8],
    bytes: Option<Vec<u8>>,
}

impl<'b> Fixed<'b> {
    /// 修正后的内容: the bytes with all corrections; those of the input where there are none.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or(self.original)
    }

    /// Whether anything is corrected.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.bytes.is_some()
    }

    /// The input as a text, without a byte order mark.
    #[cfg(feature = "human")]
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(self.original.strip_prefix(MARK).unwrap_or(self.original)).unwrap_or_default()
    }

    /// An input that is left alone as a whole.
    pub(super) fn left(name: &str, original: &'b [u8], cause: LeftCause, place: Place) -> Self {
        let left = vec![Left { scope: LeftScope::Input, cause, record: None, place }];
        Self { fixes: InputFixes { name: name.to_owned(), left, ..InputFixes::default() }, original, bytes: None }
    }
}

/// Where a record stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject<'p> {
    /// Its kind; none of the header.
    pub(super) kind: Option<Kind>,
    /// The member that leads to it, and its place in that.
    pub(super) member: &'p str,
    pub(super) index: Option<usize>,
}

impl Subject<'_> {
    fn pointer(self) -> Pointer {
        let mut pointer = Pointer::member(self.member);
        if let Some(index) = self.index {
            pointer.push_index(index);
        }
        pointer
    }
}

/// Writes a text anew: what is not edited is copied.
pub(super) struct Writing<'t> {
    pub(super) text: &'t str,
    passage: Passage<'t>,
    out: String,
    copied: usize,
    fixes: InputFixes,
}

impl<'t> Writing<'t> {
    pub(super) fn new(name: &str, text: &'t str) -> Self {
        let fixes = InputFixes { name: name.to_owned(), ..InputFixes::default() };
        Self { text, passage: Passage::whole(text), out: String::new(), copied: 0, fixes }
    }

    /// How many more corrections are listed.
    pub(super) fn room(&self) -> usize {
        LISTED.max(self.text.len() / 100).saturating_sub(self.fixes.fixes.len())
    }

    /// Writes edits that stand beside the records.
    pub(super) fn edit(&mut self, edit: &Edit) {
        self.tell(edit, None);
        self.put(edit.cut.clone(), &edit.text);
    }

    /// Writes a record with its edits, and then with its members in their order.
    pub(super) fn record(
        &mut self,
        span: Range<usize>,
        edits: &[Edit],
        subject: Subject<'_>,
        order: impl FnOnce(&str) -> Option<Ordered>,
    ) {
        let whole = self.text;
        let edited = applied(whole, span.clone(), edits);
        let ordered = order(&edited);
        if edits.is_empty() && ordered.is_none() {
            return;
        }
        let key = self.key(subject, span.clone());
        for edit in edits {
            self.tell(edit, key.as_ref());
        }
        for moved in ordered.iter().flat_map(|ordered| &ordered.moved) {
            let pointer = subject.pointer().join(&moved.pointer);
            let place = self.place(before(moved.at, &span, edits), pointer);
            self.tell_order(place, key.clone(), &moved.before, &moved.after);
        }
        self.put(span, ordered.as_ref().map_or(&edited, |ordered| &ordered.text));
    }

    /// The text with all that was written, its members in their order, and what is told of it.
    pub(super) fn finish(mut self, original: &'t [u8], order: impl FnOnce(&str) -> Option<Ordered>) -> Fixed<'t> {
        let is_edited = !self.fixes.by_class.is_empty();
        if is_edited {
            self.put(self.text.len()..self.text.len(), "");
        }
        let ordered = order(if is_edited { &self.out } else { self.text });
        if let Some(moved) = ordered.as_ref().and_then(|ordered| ordered.moved.first()) {
            let opens = self.text.find('{').unwrap_or_default();
            self.tell_order(self.place(opens, Pointer::default()), None, &moved.before, &moved.after);
        }
        let text = ordered.map(|ordered| ordered.text).or(is_edited.then_some(self.out));
        // A byte order mark stays.
        let mark = original.len().saturating_sub(self.text.len());
        let bytes = text.map(|text| [original.get(..mark).unwrap_or_default(), text.as_bytes()].concat());
        Fixed { fixes: self.fixes, original, bytes }
    }

    /// Says that a record or line was left alone.
    pub(super) fn leave(
        &mut self,
        scope: LeftScope,
        cause: LeftCause,
        at: usize,
        subject: Option<(Subject<'_>, Range<usize>)>,
    ) {
        if self.fixes.left.len() >= LISTED {
            self.fixes.left_not_listed = self.fixes.left_not_listed.saturating_add(1);
            return;
        }
        let (record, pointer) = match subject {
            Some((subject, span)) => (self.key(subject, span), subject.pointer()),
            None => (None, Pointer::default()),
        };
        let place = self.place(at, pointer);
        self.fixes.left.push(Left { scope, cause, record, place });
    }

    pub(super) fn place(&self, at: usize, pointer: Pointer) -> Place {
        let (line, column) = self.passage.place(at);
        Place { pointer, line: Some(line), column: Some(column), ..Place::default() }
    }

    fn key(&self, Subject { kind, .. }: Subject<'_>, span: Range<usize>) -> Option<RecordKey> {
        let kind = kind?;
        if self.room() == 0 {
            return None;
        }
        let record = self.text.get(span).unwrap_or_default();
        Some(RecordKey { kind, id: id_in(record), name: text_in(record, "name") })
    }

    fn put(&mut self, span: Range<usize>, text: &str) {
        self.out.push_str(self.text.get(self.copied..span.start).unwrap_or_default());
        self.out.push_str(text);
        self.copied = span.end;
    }

    fn count(&mut self, class: FixClass) {
        let count = self.fixes.by_class.entry(class).or_default();
        *count = count.saturating_add(1);
    }

    fn tell(&mut self, edit: &Edit, record: Option<&RecordKey>) {
        self.count(edit.class);
        let Some(pointer) = edit.pointer.clone().filter(|_| self.room() > 0) else {
            self.fixes.not_listed = self.fixes.not_listed.saturating_add(1);
            return;
        };
        self.fixes.fixes.push(Fix {
            class: edit.class,
            record: record.cloned(),
            place: self.place(edit.shown.start, pointer),
            before: self.text.get(edit.shown.clone()).unwrap_or_default().to_owned(),
            after: edit.text.clone(),
            cut: edit.cut.clone(),
        });
    }

    fn tell_order(&mut self, place: Place, record: Option<RecordKey>, before: &[String], after: &[String]) {
        self.count(FixClass::Order);
        if self.room() == 0 {
            self.fixes.not_listed = self.fixes.not_listed.saturating_add(1);
            return;
        }
        let [before, after] = [before, after].map(|names| serde_json::to_string(names).unwrap_or_default());
        self.fixes.fixes.push(Fix { class: FixClass::Order, record, place, before, after, cut: 0..0 });
    }
}
