//! What changed in words alone.

use crate::diff::Changes;
use crate::diff::list::ChangeClass;

impl Changes {
    /// Whether nothing changed but words, if anything did.
    #[must_use]
    pub fn is_editorial(&self) -> bool {
        let mut changes = self.items.iter().flat_map(|item| &item.changes);
        changes.all(|change| change.class == ChangeClass::Editorial) && self.records.is_empty()
    }
}
