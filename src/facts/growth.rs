//! How long lists of facts grow: by a quarter. With one entry or more an item they are long, and doubling leaves up to half
//! of each empty.

/// Adds to a list.
pub(crate) fn add<T>(list: &mut Vec<T>, value: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(more(list.len()));
    }
    list.push(value);
}

/// Adds to a text.
pub(crate) fn add_text(all: &mut String, text: &str) {
    if all.capacity().saturating_sub(all.len()) < text.len() {
        all.reserve_exact(more(all.len()).max(text.len()));
    }
    all.push_str(text);
}

/// By how much something of this length grows.
fn more(length: usize) -> usize {
    const LEAST: usize = 16;
    (length / 4).max(LEAST)
}
