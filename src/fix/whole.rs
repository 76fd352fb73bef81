//! Goes over a whole input, in both spellings, record by record.

use std::ops::Range;

use super::edit::Edit;
use super::fixed::{Fixed, Subject, Writing};
use super::list::{FixClass, LeftCause, LeftScope};
use super::members::{Member, members, repeated};
use super::mend::Mender;
use super::order;
use crate::model::{Kind, Pointer};
use crate::read::shape::TABLE;
use crate::read::{Judge, Judged, Limits, Steps};

/// Why something is left alone, and the byte at which that shows.
type Stopped = (LeftCause, usize);

pub(super) struct Whole<'t> {
    writing: Writing<'t>,
    mender: Mender<'t>,
    judge: Judge<'t>,
    limits: Limits,
}

impl<'t> Whole<'t> {
    pub(super) fn new(name: &str, text: &'t str, limits: Limits, classes: Vec<FixClass>) -> Self {
        Self {
            writing: Writing::new(name, text),
            mender: Mender::new(text, limits, classes),
            judge: Judge::new(text, limits),
            limits,
        }
    }

    /// Goes over a document: one JSON text, of which nothing is certain where it is broken.
    pub(super) fn document(mut self, name: &str, original: &'t [u8]) -> Fixed<'t> {
        let limits = self.limits;
        let end = self.writing.text.len();
        let members = match self.members(0..end, of_document) {
            Ok(members) => members,
            Err((cause, at)) => {
                return Fixed::left(name, original, cause, self.writing.place(at, Pointer::default()));
            }
        };
        // A list of a kind that is not there says as little as one that is `null`, as long as there is another.
        let is_list = |member: &Member<'_>| Kind::from_array(member.name).is_some();
        let has_list = members.iter().any(|member| is_list(member) && !member.is_null);
        let mut taken_away = 0_usize;
        for member in &members {
            if member.is_null && (member.name == "$schema" || (is_list(member) && has_list)) {
                self.take_away(member, &mut taken_away);
            } else {
                self.member_of_document(member);
            }
        }
        let is_ordered = self.mender.has(FixClass::Order);
        self.writing.finish(original, |text| order::document(text, limits).filter(|_| is_ordered))
    }

    /// The members of the object that is all there is in a stretch of the text.
    fn members(
        &mut self,
        stretch: Range<usize>,
        known: fn(&str) -> Option<&'static str>,
    ) -> Result<Vec<Member<'t>>, Stopped> {
        let mut steps = Steps::new(self.writing.text, self.limits);
        steps.confine(stretch);
        steps.skip_blanks();
        let open = steps.at();
        if let Some((at, is_deep)) = steps.not_json() {
            return Err((if is_deep { LeftCause::TooLarge } else { LeftCause::NotJson }, at));
        }
        steps.go_to(open);
        if let Some(at) = repeated(&mut steps) {
            return Err((LeftCause::RepeatedKey, at));
        }
        steps.go_to(open);
        members(&mut steps, known, self.mender.has(FixClass::Spelling)).ok_or((LeftCause::NotACatalog, open))
    }

    fn member_of_document(&mut self, member: &Member<'t>) {
        let form = match member.name {
            "$schema" => b'"',
            "header" => b'{',
            _ => b'[',
        };
        // What is something else is told by who checks.
        if self.writing.text.as_bytes().get(member.value.start) != Some(&form) {
            return;
        }
        if member.is_misspelt {
            self.rename(member);
        }
        if member.name == "header" {
            self.record(None, &member.key.text, None, member.value.clone(), 1);
        } else if let Some(kind) = Kind::from_array(member.name) {
            // What is no JSON was left alone before.
            let _ = self.records(kind, member);
        }
    }

    fn records(&mut self, kind: Kind, member: &Member<'t>) -> Option<()> {
        let mut steps = Steps::new(self.writing.text, self.limits);
        steps.go_to(member.value.start);
        let mut more = steps.open(b']')?;
        let mut index = 0_usize;
        while more {
            let record = steps.pass()?;
            self.record(Some(kind), &member.key.text, Some(index), record, 2);
            index = index.saturating_add(1);
            more = steps.next(b']')?;
        }
        Some(())
    }

    /// Goes over NDJSON: each line is a JSON text of its own.
    pub(super) fn lines(mut self, original: &'t [u8]) -> Fixed<'t> {
        let mut start = 0_usize;
        for line in self.writing.text.split_inclusive('\n') {
            // What is missing at the end of a line is missing there, and not in the next.
            let span = start..start.saturating_add(line.trim_end_matches('\n').len());
            start = start.saturating_add(line.len());
            if let Err((cause, at)) = self.line(span) {
                self.writing.leave(LeftScope::Line, cause, at, None);
            }
        }
        self.writing.finish(original, |_| None)
    }

    fn line(&mut self, line: Range<usize>) -> Result<(), Stopped> {
        if self.writing.text.get(line.clone()).unwrap_or_default().trim_ascii().is_empty() {
            return Ok(());
        }
        let members = self.members(line, of_line)?;
        // A line holds one thing.
        let mut held = members.iter().filter(|member| !member.is_null);
        let (Some(one), None) = (held.next(), held.next()) else { return Ok(()) };
        if self.writing.text.as_bytes().get(one.value.start) != Some(&b'{') {
            return Ok(());
        }
        let mut taken_away = 0_usize;
        for member in &members {
            if member.is_null {
                self.take_away(member, &mut taken_away);
                continue;
            }
            if member.is_misspelt {
                self.rename(member);
            }
            self.record(Kind::from_tag(member.name), &member.key.text, None, member.value.clone(), 1);
        }
        Ok(())
    }

    /// Writes a header or record with what is certain.
    fn record(&mut self, kind: Option<Kind>, member: &str, index: Option<usize>, span: Range<usize>, depth: usize) {
        let shape = kind.map_or(&TABLE.header, |kind| TABLE.record(kind));
        let subject = Subject { kind, member, index };
        let left = match self.judge.judge(span.clone(), depth, shape) {
            Judged::Clean | Judged::Faulty => None,
            Judged::Repeated(at) => Some((LeftCause::RepeatedKey, at)),
            Judged::TooDeep => Some((LeftCause::TooLarge, span.start)),
        };
        if let Some((cause, at)) = left {
            self.writing.leave(LeftScope::Record, cause, at, Some((subject, span)));
            return;
        }
        let edits = self.mender.edits(span.start, shape, member, index, self.writing.room());
        let (limits, is_ordered) = (self.limits, self.mender.has(FixClass::Order));
        let order = |text: &str| if is_ordered { order::record(text, kind, limits) } else { None };
        self.writing.record(span, &edits, subject, order);
    }

    fn rename(&mut self, member: &Member<'t>) {
        let pointer = Some(Pointer::member(&member.key.text));
        let text = format!("\"{}\"", member.name);
        self.writing.edit(&Edit::of(FixClass::Spelling, member.key.span.clone(), text, pointer));
    }

    /// Takes away a member that is `null`.
    fn take_away(&mut self, member: &Member<'t>, taken_away: &mut usize) {
        if self.mender.has(FixClass::Nulls) {
            let pointer = Some(Pointer::member(&member.key.text));
            let (class, text, cut, shown) = (FixClass::Nulls, String::new(), member.cut(*taken_away), member.whole());
            self.writing.edit(&Edit { class, cut, text, shown, pointer });
            *taken_away = taken_away.saturating_add(1);
        }
    }
}

/// The members of a document.
fn of_document(name: &str) -> Option<&'static str> {
    match name {
        "$schema" => Some("$schema"),
        "header" => Some("header"),
        _ => Kind::from_array(name).map(Kind::array),
    }
}

/// The members of a line.
fn of_line(name: &str) -> Option<&'static str> {
    if name == "header" { Some("header") } else { Kind::from_tag(name).map(Kind::tag) }
}
