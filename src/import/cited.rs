//! Citations of cells, each text read once: lists say the same basis hundreds of times.

use std::collections::HashMap;

use crate::law::citation::read_citations;
use crate::model::Citation;

/// The cells read so far.
#[derive(Debug, Default)]
pub(super) struct Cited {
    known: HashMap<String, Vec<Citation>>,
}

impl Cited {
    /// The citations of a cell.
    pub(super) fn read(&mut self, cell: &str) -> Vec<Citation> {
        if let Some(known) = self.known.get(cell) {
            return known.clone();
        }
        let read = read_citations(cell);
        self.known.insert(cell.to_owned(), read.clone());
        read
    }
}
