//! Answers to a question that is asked of many records, of which some leave it open.

/// How often a question is answered with yes, and how often not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    pub(crate) all: u64,
    pub(crate) yes: u64,
    pub(crate) unstated: u64,
}

impl Answers {
    pub(crate) fn add(&mut self, answer: Option<bool>) {
        self.all = self.all.saturating_add(1);
        match answer {
            Some(true) => self.yes = self.yes.saturating_add(1),
            Some(false) => {}
            None => self.unstated = self.unstated.saturating_add(1),
        }
    }

    pub(crate) fn add_all(&mut self, other: Self) {
        self.all = self.all.saturating_add(other.all);
        self.yes = self.yes.saturating_add(other.yes);
        self.unstated = self.unstated.saturating_add(other.unstated);
    }
}
