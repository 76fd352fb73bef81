//! The order of members: that in which our writer writes them.
//!
//! The order is not written down a second time: the record is written, and what was written shows it. Members move with
//! their values; what parts them (commas, blanks, line feeds) stays. A member that is not written, because it is empty or
//! unknown, stays behind the member that it follows.

use std::ops::Range;

use crate::model::{AnyRecord, Header, Kind, Pointer};
use crate::read::shape::{Form, Shape, TABLE};
use crate::read::{Judge, Judged, Limits, Steps};

/// A text with its members in order.
#[derive(Debug)]
pub(super) struct Ordered {
    pub(super) text: String,
    pub(super) moved: Vec<Moved>,
}

/// An object whose members moved.
#[derive(Debug)]
pub(super) struct Moved {
    /// The byte at which it opens in the text as it was.
    pub(super) at: usize,
    /// Where it stands below the text.
    pub(super) pointer: Pointer,
    /// The names of its members as they were, and as they are.
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
}

/// A header or record with its members in order; none where they are, or where it cannot be read.
pub(super) fn record(text: &str, kind: Option<Kind>, limits: Limits) -> Option<Ordered> {
    let shape = kind.map_or(&TABLE.header, |kind| TABLE.record(kind));
    if Judge::new(text, limits).judge(0..text.len(), 0, shape) != Judged::Clean {
        return None;
    }
    let written = match kind {
        Some(kind) => AnyRecord::from_json(kind, text).ok()?.as_ref().to_json(),
        None => serde_json::to_string(&serde_json::from_str::<Header>(text).ok()?).ok()?,
    };
    let mut ordering = Ordering {
        here: Sides::new(text, limits),
        there: Sides::new(&written, limits),
        text: String::with_capacity(text.len()),
        moved: Vec::new(),
        pointer: Pointer::default(),
    };
    ordering.value(shape, 0..text.len(), 0..written.len())?;
    ordering.finish()
}

/// A document with its members in order; none where they are.
pub(super) fn document(text: &str, limits: Limits) -> Option<Ordered> {
    let mut here = Sides::new(text, limits);
    here.steps.skip_blanks();
    let start = here.steps.at();
    let members = here.members(start)?;
    let rank = |name: &str| match name {
        "$schema" => Some(0),
        "header" => Some(1),
        name => Kind::from_array(name).map(|kind| kind.index().saturating_add(2)),
    };
    let order = order(&members, rank)?;
    let mut written = String::with_capacity(text.len());
    let mut at = 0_usize;
    for (slot, member) in members.iter().zip(&order) {
        written.push_str(text.get(at..slot.whole.start)?);
        written.push_str(text.get(member.whole.clone())?);
        at = slot.whole.end;
    }
    written.push_str(text.get(at..)?);
    let moved = Moved { at: start, pointer: Pointer::default(), before: names(&members), after: names(order) };
    Some(Ordered { text: written, moved: vec![moved] })
}

/// A member of an object.
struct Member {
    name: String,
    /// Its bytes, name and value.
    whole: Range<usize>,
    value: Range<usize>,
}

/// One of the two texts that are looked at side by side.
struct Sides<'t> {
    text: &'t str,
    steps: Steps<'t>,
}

impl<'t> Sides<'t> {
    fn new(text: &'t str, limits: Limits) -> Self {
        Self { text, steps: Steps::new(text, limits) }
    }

    fn first_byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn members(&mut self, at: usize) -> Option<Vec<Member>> {
        let mut members = Vec::new();
        self.steps.go_to(at);
        let mut more = self.steps.open(b'}')?;
        while more {
            let key = self.steps.key()?;
            let value = self.steps.pass()?;
            members.push(Member { name: key.text.into_owned(), whole: key.span.start..value.end, value });
            more = self.steps.next(b'}')?;
        }
        Some(members)
    }

    fn elements(&mut self, at: usize) -> Option<Vec<Range<usize>>> {
        let mut elements = Vec::new();
        self.steps.go_to(at);
        let mut more = self.steps.open(b']')?;
        while more {
            elements.push(self.steps.pass()?);
            more = self.steps.next(b']')?;
        }
        Some(elements)
    }
}

/// Members in the order of their ranks; none where they are. What has no rank has that of the member that it follows.
fn order(members: &[Member], rank: impl Fn(&str) -> Option<usize>) -> Option<Vec<&Member>> {
    let mut last = None;
    let mut ranked: Vec<(Option<usize>, &Member)> = Vec::with_capacity(members.len());
    for member in members {
        last = rank(&member.name).or(last);
        ranked.push((last, member));
    }
    if ranked.is_sorted_by_key(|(rank, _)| *rank) {
        return None;
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    Some(ranked.into_iter().map(|(_, member)| member).collect())
}

fn names<'m>(members: impl IntoIterator<Item = &'m Member>) -> Vec<String> {
    members.into_iter().map(|member| member.name.clone()).collect()
}

/// Writes a text in the order that another shows.
struct Ordering<'t> {
    /// The text.
    here: Sides<'t>,
    /// The same as our writer writes it.
    there: Sides<'t>,
    text: String,
    moved: Vec<Moved>,
    pointer: Pointer,
}

impl Ordering<'_> {
    fn finish(self) -> Option<Ordered> {
        (!self.moved.is_empty()).then_some(Ordered { text: self.text, moved: self.moved })
    }

    /// Writes a value, beside the same value as it was written.
    fn value(&mut self, shape: &'static Shape, here: Range<usize>, there: Range<usize>) -> Option<()> {
        match (self.here.first_byte(here.start)?, &shape.form) {
            (b'{', Form::Object(_)) => self.object(shape, here, there),
            (b'[', Form::Array(items)) => self.array(items, here, there),
            _ => self.copy(here),
        }
    }

    fn copy(&mut self, span: Range<usize>) -> Option<()> {
        self.text.push_str(self.here.text.get(span)?);
        Some(())
    }

    fn array(&mut self, items: &'static Shape, here: Range<usize>, there: Range<usize>) -> Option<()> {
        // Texts and numbers have no members.
        if items.fields().is_some() { self.elements(items, &here, there) } else { self.copy(here) }
    }

    fn elements(&mut self, items: &'static Shape, here: &Range<usize>, there: Range<usize>) -> Option<()> {
        let (elements, written) = (self.here.elements(here.start)?, self.there.elements(there.start)?);
        let mut at = here.start;
        for (index, (element, written)) in elements.into_iter().zip(written).enumerate() {
            self.copy(at..element.start)?;
            at = element.end;
            let above = self.pointer.clone();
            self.pointer.push_index(index);
            self.value(items, element, written)?;
            self.pointer = above;
        }
        self.copy(at..here.end)
    }

    fn object(&mut self, shape: &'static Shape, here: Range<usize>, there: Range<usize>) -> Option<()> {
        let (members, written) = (self.here.members(here.start)?, self.there.members(there.start)?);
        let rank = |name: &str| written.iter().position(|member| member.name == name);
        let ordered = order(&members, rank);
        if let Some(ordered) = &ordered {
            let (before, after) = (names(&members), names(ordered.iter().copied()));
            self.moved.push(Moved { at: here.start, pointer: self.pointer.clone(), before, after });
        }
        let ordered = ordered.unwrap_or_else(|| members.iter().collect());
        let mut at = here.start;
        for (slot, member) in members.iter().zip(ordered) {
            self.copy(at..slot.whole.start)?;
            self.copy(member.whole.start..member.value.start)?;
            at = slot.whole.end;
            let field = shape.fields().and_then(|object| object.field(&member.name));
            let written = rank(&member.name).and_then(|at| written.get(at));
            match (field, written) {
                (Some(field), Some(written)) => {
                    let above = self.pointer.clone();
                    self.pointer.push(&member.name);
                    self.value(&field.shape, member.value.clone(), written.value.clone())?;
                    self.pointer = above;
                }
                _ => self.copy(member.value.clone())?,
            }
        }
        self.copy(at..here.end)
    }
}
