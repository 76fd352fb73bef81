//! What stands under a key by itself.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

/// What stands under each key; none where two different things do.
pub(super) fn unique<K: Eq + Hash, V: PartialEq>(keyed: impl Iterator<Item = (K, V)>) -> HashMap<K, Option<V>> {
    let mut found = HashMap::new();
    for (key, value) in keyed {
        match found.entry(key) {
            Entry::Vacant(place) => {
                place.insert(Some(value));
            }
            Entry::Occupied(mut place) => {
                if place.get().as_ref() != Some(&value) {
                    place.insert(None);
                }
            }
        }
    }
    found
}
