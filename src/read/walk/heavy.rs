//! How many objects a record may have.

/// A record may have so many objects, or more where they say something: each takes memory, even when there is nothing in
/// it.
pub(super) const MOST_OBJECTS: usize = 20_000;

/// So many bytes an object has on average that says something.
const FEWEST_BYTES: usize = 60;

/// Whether so many objects say next to nothing in so many bytes.
pub(super) fn has_few_bytes(objects: usize, length: usize) -> bool {
    objects.saturating_mul(FEWEST_BYTES) > length
}
