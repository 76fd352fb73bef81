//! What the examples of this family have in common.

/// A licensing item set by these citations, with further members of the catalog.
macro_rules! set_by {
    ($citations:literal) => {
        concat!(
            r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": ["#,
            $citations,
            "]}]"
        )
    };
    ($citations:literal, $members:literal) => {
        concat!(set_by!($citations), ", ", $members)
    };
}

pub(super) use set_by;
