//! Goes over a record once and gathers the edits of what is certain in it.

use std::borrow::Cow;

use super::edit::{Edit, applied};
use super::list::FixClass;
use super::members::{Member, members};
use super::text::{narrowed, trimmed};
use crate::model::Pointer;
use crate::model::leaf::LeafName;
use crate::read::shape::{Form, Object, Shape, TextForm};
use crate::read::{Judge, Judged, Limits, Steps};

/// A step from a value to a value in it.
#[derive(Debug, Clone)]
enum Segment<'t> {
    Name(Cow<'t, str>),
    Index(usize),
}

/// Gathers the edits of the values of a text.
pub(super) struct Mender<'t> {
    text: &'t str,
    limits: Limits,
    classes: Vec<FixClass>,
    steps: Steps<'t>,
    path: Vec<Segment<'t>>,
    /// How many segments lead to the record.
    record: usize,
    /// How many edits are told.
    room: usize,
    edits: Vec<Edit>,
}

impl<'t> Mender<'t> {
    pub(super) fn new(text: &'t str, limits: Limits, classes: Vec<FixClass>) -> Self {
        let steps = Steps::new(text, limits);
        Self { text, limits, classes, steps, path: Vec::new(), record: 0, room: 0, edits: Vec::new() }
    }

    pub(super) fn has(&self, class: FixClass) -> bool {
        self.classes.contains(&class)
    }

    /// The edits in the header or record that begins at a byte, to which these names lead, in the order of the text. Of so
    /// many it is told where they stand.
    pub(super) fn edits(
        &mut self,
        start: usize,
        shape: &'static Shape,
        member: &str,
        index: Option<usize>,
        room: usize,
    ) -> Vec<Edit> {
        self.path.clear();
        self.path.push(Segment::Name(Cow::Owned(member.to_owned())));
        self.path.extend(index.map(Segment::Index));
        self.record = self.path.len();
        self.room = room;
        self.steps.go_to(start);
        // What is no JSON was left alone before.
        let _ = self.value(shape, false);
        let mut edits = std::mem::take(&mut self.edits);
        edits.sort_by_key(|edit| edit.cut.start);
        edits
    }

    fn value(&mut self, shape: &'static Shape, is_name: bool) -> Option<()> {
        match (self.steps.peek()?, &shape.form) {
            (b'{', Form::Object(object)) => self.object(object),
            (b'[', Form::Array(items)) => self.array(items, is_name),
            (b'"', Form::Text(TextForm::Named(name))) => self.leaf(*name, is_name),
            _ => self.steps.pass().map(drop),
        }
    }

    fn array(&mut self, items: &'static Shape, is_name: bool) -> Option<()> {
        let mut more = self.steps.open(b']')?;
        let mut index = 0_usize;
        while more {
            self.path.push(Segment::Index(index));
            self.value(items, is_name)?;
            self.path.pop();
            index = index.saturating_add(1);
            more = self.steps.next(b']')?;
        }
        Some(())
    }

    fn leaf(&mut self, name: LeafName, is_name: bool) -> Option<()> {
        let span = self.steps.string()?;
        let raw = self.text.get(span.start.saturating_add(1)..span.end.saturating_sub(1))?;
        let (class, fixed) = match name {
            LeafName::Text if is_name && self.has(FixClass::Blanks) => {
                (FixClass::Blanks, trimmed(raw).map(Cow::Borrowed))
            }
            LeafName::Code(scheme) if self.has(FixClass::Width) => {
                (FixClass::Width, narrowed(raw, scheme).map(Cow::Owned))
            }
            _ => return Some(()),
        };
        if let Some(fixed) = fixed {
            let pointer = self.pointer(None);
            self.edits.push(Edit::of(class, span, format!("\"{fixed}\""), pointer));
        }
        Some(())
    }

    fn object(&mut self, object: &'static Object) -> Option<()> {
        let known = |name: &str| object.field(name).map(|field| field.name);
        let may_be_misspelt = self.has(FixClass::Spelling);
        let members = members(&mut self.steps, known, may_be_misspelt)?;
        let end = self.steps.at();
        let mut taken_away = 0_usize;
        for member in &members {
            let Some(field) = object.field(member.name) else { continue };
            let is_absent = member.is_null && field.shape.nullable && !field.required;
            if is_absent && self.has(FixClass::Nulls) {
                let (cut, pointer) = (member.cut(taken_away), self.pointer(Some(&member.key.text)));
                let (class, text, shown) = (FixClass::Nulls, String::new(), member.whole());
                self.edits.push(Edit { class, cut, text, shown, pointer });
                taken_away = taken_away.saturating_add(1);
            } else if member.is_misspelt {
                self.rename(member, &field.shape);
            } else if !member.is_null {
                self.member(member, &field.shape)?;
            }
        }
        self.steps.go_to(end);
        Some(())
    }

    /// Goes over the value of a member.
    fn member(&mut self, member: &Member<'t>, shape: &'static Shape) -> Option<()> {
        // The title of a law and of the catalog is a name; that in a citation is cited.
        let is_in_record = self.path.len() == self.record;
        let is_name = matches!(member.name, "name" | "aliases") || (member.name == "title" && is_in_record);
        self.steps.go_to(member.value.start);
        self.path.push(Segment::Name(member.key.text.clone()));
        let gone = self.value(shape, is_name);
        self.path.pop();
        gone
    }

    /// The edit of a member name, where what stands under it is what the field holds: else a record that can be read
    /// could not be read any more. What stands in it is edited too.
    fn rename(&mut self, member: &Member<'t>, shape: &'static Shape) {
        let mark = self.edits.len();
        let gone = self.member(member, shape);
        let edits = self.edits.get_mut(mark..).unwrap_or_default();
        edits.sort_by_key(|edit| edit.cut.start);
        let value = applied(self.text, member.value.clone(), edits);
        let depth = self.path.len();
        let is_clean = Judge::new(&value, self.limits).judge(0..value.len(), depth, shape) == Judged::Clean;
        if gone.is_none() || !is_clean {
            self.edits.truncate(mark);
            return;
        }
        let pointer = self.pointer(Some(&member.key.text));
        let text = format!("\"{}\"", member.name);
        self.edits.push(Edit::of(FixClass::Spelling, member.key.span.clone(), text, pointer));
    }

    /// The pointer to what stands here, or to a member of it; none where it is not told.
    fn pointer(&self, member: Option<&str>) -> Option<Pointer> {
        if self.edits.len() >= self.room {
            return None;
        }
        let mut pointer = Pointer::default();
        for segment in &self.path {
            match segment {
                Segment::Name(name) => pointer.push(name),
                Segment::Index(index) => pointer.push_index(*index),
            }
        }
        if let Some(member) = member {
            pointer.push(member);
        }
        Some(pointer)
    }
}
