//! The members of an object that the format has, or that are certain to mean one of them.

use std::borrow::Cow;
use std::ops::Range;

use super::spelling;
use crate::read::{Key, Steps};

/// A member of the format as it stands in its object.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) key: Key<'t>,
    pub(super) value: Range<usize>,
    /// The name that it has, or is certain to mean.
    pub(super) name: &'static str,
    pub(super) is_misspelt: bool,
    pub(super) is_null: bool,
    /// How many members stand before it, those that the format does not have among them.
    index: usize,
    /// Where the one before ends.
    before: usize,
    /// Where the next begins.
    next: Option<usize>,
}

impl Member<'_> {
    /// Its bytes, name and value.
    pub(super) fn whole(&self) -> Range<usize> {
        self.key.span.start..self.value.end
    }

    /// What is taken away with it where so many before it were taken away: the comma before it, or the one after it where
    /// none remains before it.
    pub(super) fn cut(&self, taken_away: usize) -> Range<usize> {
        let whole = self.whole();
        if self.index > taken_away { self.before..whole.end } else { whole.start..self.next.unwrap_or(whole.end) }
    }
}

/// The members of the object that stands here; none where it is no object. Names are looked up as they are, and where they
/// may be misspelt as they are meant.
pub(super) fn members<'t>(
    steps: &mut Steps<'t>,
    known: impl Fn(&str) -> Option<&'static str>,
    may_be_misspelt: bool,
) -> Option<Vec<Member<'t>>> {
    let mut members: Vec<Member<'t>> = Vec::new();
    let mut before = steps.at();
    let mut index = 0_usize;
    let mut more = open(steps)?;
    while more {
        let key = steps.key()?;
        if let Some(last) = members.last_mut().filter(|last| last.index.saturating_add(1) == index) {
            last.next = Some(key.span.start);
        }
        let is_null = steps.peek() == Some(b'n');
        let value = steps.pass()?;
        let end = value.end;
        let named = known(&key.text);
        let meant = || spelling::meant(&key.text).filter(|_| may_be_misspelt).and_then(|meant| known(&meant));
        if let Some(name) = named.or_else(meant) {
            let is_misspelt = named.is_none();
            members.push(Member { key, value, name, is_misspelt, is_null, index, before, next: None });
        }
        before = end;
        index = index.saturating_add(1);
        more = steps.next(b'}')?;
    }
    // Which of two is meant is not certain.
    let mut names: Vec<&str> = members.iter().map(|member| member.name).collect();
    names.sort_unstable();
    let count = |name: &str| {
        names.partition_point(|&other| other <= name).saturating_sub(names.partition_point(|&other| other < name))
    };
    members.retain(|member| !member.is_misspelt || count(member.name) == 1);
    Some(members)
}

/// Where a name stands a second time in the object that stands here.
pub(super) fn repeated(steps: &mut Steps<'_>) -> Option<usize> {
    let mut names: Vec<(Cow<'_, str>, usize)> = Vec::new();
    let mut more = open(steps)?;
    while more {
        let key = steps.key()?;
        names.push((key.text, key.span.start));
        steps.pass()?;
        more = steps.next(b'}')?;
    }
    names.sort_unstable();
    names.windows(2).find_map(|pair| match pair {
        [(a, _), (b, at)] if a == b => Some(*at),
        _ => None,
    })
}

fn open(steps: &mut Steps<'_>) -> Option<bool> {
    if steps.peek() == Some(b'{') { steps.open(b'}') } else { None }
}
