//! Drafts: what a rule says, before its place is worked out.

use super::Rule;
use crate::finding::{Aspect, RecordKey, Severity, SourceCell};
use crate::lang::Message;
use crate::model::Pointer;
use crate::spot::Spot;

/// 发现草稿: a finding before its place is worked out, to which more can be added.
#[derive(Debug)]
pub struct Draft {
    pub(crate) rule: &'static Rule,
    pub(crate) spot: Spot,
    pub(crate) severity: Severity,
    pub(crate) aspect: Aspect,
    pub(crate) found: Option<String>,
    pub(crate) allowed: Vec<String>,
    pub(crate) expected: Option<Message>,
    pub(crate) related: Vec<(Spot, Message)>,
    pub(crate) message: Message,
    /// The message that names the record and the related one, which only their places tell.
    pub(crate) naming: Option<Naming>,
    pub(crate) help: Option<Message>,
    /// By what it is known, where that is not the record, path and value at which it is told.
    pub(crate) identity: Option<Identity>,
    /// Of what is not in the catalog: where it stands in the source.
    pub(crate) of_source: Option<Box<OfSource>>,
}

/// What of a source is not in the catalog: what it would have been, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct OfSource {
    pub(crate) record: RecordKey,
    pub(crate) cell: SourceCell,
}

/// By what a finding is known that stands for many places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Identity {
    OfCatalog(String),
    OfRecord(String),
}

/// Words about a record and one that is related to it.
pub(crate) type Naming = fn(found: &str, record: &str, related: &str) -> Message;

impl Draft {
    /// Moves what is said of records by their numbers to where those numbers begin.
    pub(crate) fn move_records(&mut self, begin: u32) {
        for spot in std::iter::once(&mut self.spot).chain(self.related.iter_mut().map(|(spot, _)| spot)) {
            match spot {
                Spot::Record(ordinal, _) | Spot::Input { record: Some(ordinal), .. } => {
                    *ordinal = ordinal.saturating_add(begin);
                }
                Spot::Header(_) | Spot::Input { record: None, .. } => {}
            }
        }
    }

    /// Gives back what its texts do not need, as very many may be kept.
    pub(super) fn shrink(&mut self) {
        for words in [Some(&mut self.message), self.help.as_mut(), self.expected.as_mut()].into_iter().flatten() {
            words.zh.shrink_to_fit();
            words.en.shrink_to_fit();
        }
        self.related.shrink_to_fit();
    }

    /// The value found.
    pub fn found(&mut self, found: &str) -> &mut Self {
        self.found = Some(crate::print::excerpt(found));
        self
    }

    /// What it is about, where one finding stands for many places of a catalog: it is the same finding when another of them
    /// comes first.
    pub fn of_catalog(&mut self, about: impl Into<String>) -> &mut Self {
        self.identity = Some(Identity::OfCatalog(about.into()));
        self
    }

    /// What it is about, where it stands for many places of its record.
    pub fn of_record(&mut self, about: impl Into<String>) -> &mut Self {
        self.identity = Some(Identity::OfRecord(about.into()));
        self
    }

    /// What is allowed there in words, where it is no list of values.
    pub fn expected(&mut self, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        self.expecting(Message::new(zh, en))
    }

    /// What is allowed there in words that are there already.
    pub(crate) fn expecting(&mut self, words: Message) -> &mut Self {
        self.expected = Some(words);
        self
    }

    /// The values that are allowed there, as they are to be written.
    pub fn allowed<T: Into<String>>(&mut self, allowed: impl IntoIterator<Item = T>) -> &mut Self {
        self.allowed = allowed.into_iter().map(Into::into).collect();
        self
    }

    /// The message, where the names of the record and of the related one are known.
    pub(crate) fn naming(&mut self, naming: Naming) -> &mut Self {
        self.naming = Some(naming);
        self
    }

    /// The message about these records.
    pub(crate) fn message_about(&self, record: Option<&RecordKey>, related: Option<&RecordKey>) -> Message {
        let name = |key: Option<&RecordKey>| key.and_then(|key| key.name.as_deref()).map(crate::print::excerpt);
        match (self.naming, &self.found, name(record), name(related)) {
            (Some(naming), Some(found), Some(record), Some(related)) => naming(found, &record, &related),
            _ => self.message.clone(),
        }
    }

    /// Another severity than the rule's own.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Another place that belongs to it.
    pub(crate) fn related(&mut self, spot: Spot, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        self.related.push((spot, Message::new(zh, en)));
        self
    }

    /// Another place in the same record that belongs to it.
    pub fn related_below(&mut self, path: Pointer, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        let spot = match &self.spot {
            Spot::Record(ordinal, _) => Spot::Record(*ordinal, path),
            _ => Spot::Header(path),
        };
        self.related(spot, zh, en)
    }

    /// What to do, where more can be said than the rule's own help.
    pub fn help(&mut self, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        self.help = Some(Message::new(zh, en));
        self
    }
}
