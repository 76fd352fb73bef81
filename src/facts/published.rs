//! Published figures: there are few, and they are kept as they are.

use crate::model::PublishedFigure;

/// Facts about published figures, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct PublishedFacts {
    figures: Vec<NumberedFigure>,
}

/// A published figure under the ordinal of its record.
pub(crate) type NumberedFigure = (u32, PublishedFigure);

impl PublishedFacts {
    pub(super) fn add(&mut self, ordinal: u32, figure: &PublishedFigure) {
        self.figures.push((ordinal, figure.clone()));
    }

    pub(crate) fn figures(&self) -> &[NumberedFigure] {
        &self.figures
    }
}
