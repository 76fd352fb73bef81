//! Finds a value by its path, by walking the JSON above it again.

use std::ops::Range;

use super::{Shape, Walk};

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
