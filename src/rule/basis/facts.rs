//! What the rules about citations need of other records: which instruments there are, and who cites one as a whole.

use std::collections::HashMap;

use super::article::{is_cited_by_article, names_no_place, stated_title};
use super::cited;
use crate::model::{Id, Kind, Pointer, RecordRef, Text};
use crate::rule::Index;

/// Facts about citations.
#[derive(Debug, Default)]
pub(crate) struct BasisFacts {
    /// By ordinal.
    instruments: HashMap<u32, InstrumentFacts>,
    /// Few: nearly every citation names its article.
    wholes: Vec<Whole>,
}

#[derive(Debug)]
struct InstrumentFacts {
    title: Text,
    is_cited_by_article: bool,
}

/// A basis that names an instrument of the catalog and no place in it.
#[derive(Debug)]
struct Whole {
    ordinal: u32,
    path: Pointer,
    field: &'static str,
    instrument: Id,
    /// The title that the citation itself gives, if by that it must name an article.
    title: Option<Text>,
}

/// A basis that should name an article.
pub(super) struct Unplaced<'a> {
    pub(super) ordinal: u32,
    pub(super) path: &'a Pointer,
    pub(super) field: &'static str,
    pub(super) title: &'a Text,
    /// The instrument, by its ordinal; none where it could not be read.
    pub(super) instrument: Option<u32>,
}

impl BasisFacts {
    /// Adds the facts of a record.
    pub(crate) fn add(&mut self, ordinal: u32, record: RecordRef<'_>) {
        if let RecordRef::LegalInstrument(instrument) = record {
            let is_cited_by_article = is_cited_by_article(Some(instrument.rank), instrument.title.as_str());
            self.instruments.insert(ordinal, InstrumentFacts { title: instrument.title.clone(), is_cited_by_article });
        }
        cited::of_power(record, |bases| {
            for (index, citation) in bases.citations.iter().enumerate() {
                let Some(instrument) = citation.instrument.as_ref().filter(|_| names_no_place(citation)) else {
                    continue;
                };
                let title = stated_title(citation).filter(|title| is_cited_by_article(citation.rank, title.as_str()));
                self.wholes.push(Whole {
                    ordinal,
                    path: bases.pointer(index, "articles"),
                    field: bases.field,
                    instrument: instrument.id().clone(),
                    title,
                });
            }
        });
    }

    /// The bases that name an instrument of the catalog, should name an article of it, and do not.
    pub(super) fn unplaced<'a>(&'a self, index: &'a Index) -> impl Iterator<Item = Unplaced<'a>> {
        self.wholes.iter().filter_map(|whole| {
            let instrument = index.ordinal(Kind::LegalInstrument, whole.instrument.as_str());
            let known = instrument.and_then(|ordinal| Some((ordinal, self.instruments.get(&ordinal)?)));
            let (instrument, title) = match known {
                Some((ordinal, facts)) => (Some(ordinal), facts.is_cited_by_article.then_some(&facts.title)?),
                None => (None, whole.title.as_ref()?),
            };
            Some(Unplaced { ordinal: whole.ordinal, path: &whole.path, field: whole.field, title, instrument })
        })
    }
}
