//! Texts in which nothing was found: lists say the same things over and over, and a text that says nothing once says
//! nothing where it stands again.

use std::hash::{BuildHasher as _, Hash as _, Hasher as _};

use hashbrown::DefaultHashBuilder;

use crate::model::leaf::{Leaf, LeafName};

/// So many texts are remembered.
const MOST: u16 = 1 << 13;

/// The last texts in which nothing was found, each by its field and a hash of 64 bits with a secret of this run, of which
/// 13 say where it is kept: by the other 51 a text is taken for another once in some two thousand million runs over a
/// million texts.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    hashes: Vec<u64>,
    hasher: DefaultHashBuilder,
}

/// A text in its field, as it is remembered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known(u64);

impl Remembered {
    /// A text as it is remembered; none of what is no running text.
    pub(super) fn known(&self, leaf: Leaf<'_>) -> Option<Known> {
        if leaf.name != LeafName::Text {
            return None;
        }
        let mut hasher = self.hasher.build_hasher();
        // Whatever may be asked of a text besides its place among others: its kind of record, its fields, whether its row
        // is known.
        hasher.write_u8(leaf.kind.map_or(u8::MAX, |kind| u8::try_from(kind.index()).unwrap_or(u8::MAX)));
        hasher.write_u8(u8::from(leaf.source.is_some_and(|source| source.row.is_some())));
        for name in leaf.path.fields_up() {
            name.len().hash(&mut hasher);
            name.as_ptr().hash(&mut hasher);
        }
        hasher.write(leaf.text.as_bytes());
        Some(Known(hasher.finish()))
    }

    /// Whether nothing was found in this text.
    pub(super) fn has(&self, known: Known) -> bool {
        self.hashes.get(place(known)) == Some(&known.0)
    }

    /// Remembers a text in which nothing was found.
    pub(super) fn add(&mut self, known: Known) {
        if self.hashes.is_empty() {
            self.hashes.resize(MOST.into(), 0);
        }
        if let Some(place) = self.hashes.get_mut(place(known)) {
            *place = known.0;
        }
    }
}

fn place(known: Known) -> usize {
    usize::try_from(known.0 & u64::from(MOST.wrapping_sub(1))).unwrap_or_default()
}
