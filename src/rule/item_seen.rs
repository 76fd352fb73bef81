//! An item as rules see it: the view of its record, and its codes taken apart.

use std::ops::Deref;

use crate::code::ItemCode;
use crate::facts::item_codes::ItemCodeAt;
use crate::model::Item;

/// 所见事项: an item with its codes, each parsed once for all rules. What [`Item`] tells it tells too.
#[derive(Debug, Clone, Copy)]
pub struct ItemSeen<'a> {
    item: Item<'a>,
    codes: &'a [ItemCodeAt],
}

impl<'a> ItemSeen<'a> {
    pub(crate) fn new(item: Item<'a>, codes: &'a [ItemCodeAt]) -> Self {
        Self { item, codes }
    }

    /// The codes of the item, in their order.
    pub fn codes(self) -> impl Iterator<Item = &'a ItemCode> {
        self.codes.iter().map(|code| &code.code)
    }

    /// The codes, each with its place.
    pub(crate) fn codes_at(self) -> &'a [ItemCodeAt] {
        self.codes
    }
}

impl<'a> Deref for ItemSeen<'a> {
    type Target = Item<'a>;

    fn deref(&self) -> &Item<'a> {
        &self.item
    }
}
