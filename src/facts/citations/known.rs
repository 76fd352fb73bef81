//! A citation as it is kept: where in its item it stands, and what it says, by numbers.

use std::hash::{Hash, Hasher};
use std::num::NonZeroU16;

use crate::codelist::LegalRank;
use crate::facts::citations::cited::List;
use crate::model::Pointer;

/// How an instrument is named: by a number in `titles`, or by the id of a record of the catalog, a number in `records`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Name {
    Title(u32),
    Record(u32),
}

/// A citation: where in its item it stands, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cited {
    pub(crate) list: List,
    /// Its index in the list.
    pub(crate) citation: u32,
    /// What it names; none where it names nothing that was understood.
    pub(crate) name: Option<Name>,
    /// The rank that it states.
    pub(crate) rank: Option<LegalRank>,
    /// Its highest article.
    pub(crate) article: Option<NonZeroU16>,
    /// The index of that article among its articles; none where it stands in the text.
    pub(crate) article_at: Option<u16>,
    /// The days by which it names an edition, as a number in `dates`.
    pub(crate) dates: Option<u32>,
    /// Whether it was read from the text.
    pub(crate) is_text: bool,
    /// Whether the item is a public service.
    pub(crate) is_public_service: bool,
    /// None where it names a place in its instrument, as nearly every one does.
    pub(crate) unplaced: Option<Unplaced>,
}

/// What a citation says that names no place in its instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unplaced {
    /// The rank that the record states beside it.
    pub(crate) rank: Option<LegalRank>,
    /// The title that it gives beside the record of its instrument, as a number in `titles`.
    pub(crate) title: Option<u32>,
}

impl Hash for Cited {
    /// In two pieces, as there are many: without the field and the rank, which hardly tell citations apart.
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let Self { list: List { element, .. }, citation, name, article, article_at, dates, .. } = *self;
        let name = match name {
            None => u64::MAX,
            Some(Name::Title(number)) => u64::from(number),
            Some(Name::Record(number)) => u64::from(number) | 1 << 32,
        };
        let place = u64::from(citation) << 32 | u64::from(element.unwrap_or(u32::MAX));
        let article = u64::from(article.map_or(0, NonZeroU16::get)) << 16 | u64::from(article_at.unwrap_or(u16::MAX));
        hasher.write_u128(u128::from(name) << 64 | u128::from(place));
        hasher.write_u64(article << 32 | u64::from(dates.unwrap_or(u32::MAX)));
    }
}

impl Cited {
    /// Where the citation stands in its item.
    pub(crate) fn pointer(&self) -> Pointer {
        self.list.pointer(usize::try_from(self.citation).unwrap_or(usize::MAX))
    }

    /// Where its highest article stands.
    pub(crate) fn pointer_to_article(&self) -> Pointer {
        let mut pointer = self.pointer();
        match self.article_at {
            Some(at) => {
                pointer.push("articles");
                pointer.push_index(at.into());
            }
            None => pointer.push("text"),
        }
        pointer
    }
}
