//! Finds values by their paths, by walking the JSON above them again: once, however many they are.

use std::collections::HashMap;
use std::ops::Range;

use super::{NotJson, Shape, Walk};

/// A value that is looked for.
#[derive(Debug)]
pub(in crate::read) struct Sought<'p> {
    /// What is left of its pointer below the value that stands here.
    pub(in crate::read) rest: &'p str,
    /// The bytes of the value, or of the opening bracket of what should hold it.
    pub(in crate::read) span: Range<usize>,
    /// How many segments led there.
    pub(in crate::read) matched: usize,
    /// Its number among those that are looked for.
    pub(in crate::read) number: usize,
}

impl Sought<'_> {
    /// The next segment, as the pointer writes it.
    fn segment(&self) -> &str {
        self.rest.split('/').nth(1).unwrap_or_default()
    }
}

impl Walk<'_> {
    /// Finds the value at a path below the value that begins at `start`: its bytes, and how many segments led there.
    /// What is missing gives the opening bracket of what should hold it.
    pub(in crate::read) fn locate(&mut self, start: usize, segments: &[String]) -> (Range<usize>, usize) {
        self.at = start;
        let mut found = start;
        let mut matched = 0_usize;
        for segment in segments {
            match self.step(segment) {
                Some(at) => {
                    found = at;
                    matched = matched.saturating_add(1);
                }
                None => break,
            }
        }
        self.at = found;
        if matched < segments.len() {
            return (found..found.saturating_add(1), matched);
        }
        match self.value(Shape::any()) {
            Ok(()) => (found..self.at, matched),
            Err(_) => (found..found.saturating_add(1), matched),
        }
    }

    /// Finds values below the one that stands here, which come in the order of their segments.
    pub(in crate::read) fn locate_all(&mut self, sought: &mut [Sought<'_>]) -> Result<(), NotJson> {
        let start = self.at;
        for sought in &mut *sought {
            sought.span = start..start.saturating_add(1);
        }
        let here = sought.iter().take_while(|sought| sought.rest.is_empty()).count();
        let (here, below) = sought.split_at_mut_checked(here).unwrap_or_default();
        match self.peek() {
            Some(b'{') if !below.is_empty() => self.locate_members(below)?,
            Some(b'[') if !below.is_empty() => self.locate_elements(below)?,
            _ => self.value(Shape::any())?,
        }
        for sought in here {
            sought.span = start..self.at;
        }
        Ok(())
    }

    fn locate_members(&mut self, sought: &mut [Sought<'_>]) -> Result<(), NotJson> {
        let groups = sought.chunk_by_mut(|a, b| a.segment() == b.segment());
        let named = groups.filter_map(|group| {
            let segment = group.first()?.segment();
            Some((segment.replace("~1", "/").replace("~0", "~"), group))
        });
        let mut named: HashMap<String, _> = named.collect();
        let mut more = self.open(b'}')?;
        while more {
            let key = self.key()?;
            // The first of two members of one name.
            match named.remove(key.text().as_ref()) {
                Some(group) => self.locate_below(group)?,
                None => self.value(Shape::any())?,
            }
            more = self.next(b'}', "")?;
        }
        Ok(())
    }

    fn locate_elements(&mut self, sought: &mut [Sought<'_>]) -> Result<(), NotJson> {
        let groups = sought.chunk_by_mut(|a, b| a.segment() == b.segment());
        let numbered = groups.filter_map(|group| {
            let segment = group.first()?.segment();
            let index: usize = segment.parse().ok()?;
            (index.to_string() == segment).then_some((index, group))
        });
        let mut numbered: HashMap<usize, _> = numbered.collect();
        let (mut more, mut index) = (self.open(b']')?, 0_usize);
        while more {
            match numbered.remove(&index) {
                Some(group) => self.locate_below(group)?,
                None => self.value(Shape::any())?,
            }
            index = index.saturating_add(1);
            more = self.next(b']', "")?;
        }
        Ok(())
    }

    /// Goes on with the value to which the next segment leads.
    fn locate_below(&mut self, group: &mut [Sought<'_>]) -> Result<(), NotJson> {
        for sought in &mut *group {
            let after =
                sought.rest.split_at_checked(1).and_then(|(_, rest)| rest.find('/').map(|at| at.saturating_add(1)));
            sought.rest = after.and_then(|at| sought.rest.get(at..)).unwrap_or_default();
            sought.matched = sought.matched.saturating_add(1);
        }
        self.locate_all(group)
    }

    /// Goes from the value that stands here to a member or element; to the first of two members of one name.
    fn step(&mut self, segment: &str) -> Option<usize> {
        let object = match self.peek()? {
            b'{' => true,
            b'[' => false,
            _ => return None,
        };
        let close = if object { b'}' } else { b']' };
        let mut index = 0_usize;
        let mut more = self.open(close).ok()?;
        while more {
            let here = if object { self.key().ok()?.text() == segment } else { index.to_string() == segment };
            if here {
                return Some(self.at);
            }
            self.value(Shape::any()).ok()?;
            index = index.saturating_add(1);
            more = self.next(close, "").ok()?;
        }
        None
    }
}
