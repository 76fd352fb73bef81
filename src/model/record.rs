//! What all records of a catalog have in common.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::id::Id;
use super::kind::Kind;
use super::source::Source;
use crate::text::Text;

/// What all records of a catalog have in common.
///
/// The trait is sealed: the kinds are a closed list.
pub trait Record:
    Serialize + DeserializeOwned + JsonSchema + Clone + PartialEq + fmt::Debug + sealed::Sealed + 'static
{
    /// The kind of the record.
    const KIND: Kind;

    /// The catalog's own key.
    fn id(&self) -> &Id;

    /// What people call the record, if it has a name of its own.
    fn name(&self) -> Option<&Text>;

    /// Where the record was taken from.
    fn source(&self) -> Option<&Source>;

    #[doc(hidden)]
    fn set_id(&mut self, id: Id);
}

pub(super) mod sealed {
    /// Keeps the list of kinds closed.
    pub trait Sealed {}
}

/// Gives a record type its kind; `name` is an expression over the record.
macro_rules! record {
    ($type:ident, |$record:ident| $name:expr) => {
        impl $crate::model::record::sealed::Sealed for $type {}

        impl $crate::model::Record for $type {
            const KIND: $crate::model::Kind = $crate::model::Kind::$type;

            fn id(&self) -> &$crate::model::Id {
                &self.id
            }

            fn name(&self) -> Option<&$crate::model::Text> {
                let $record = self;
                $name
            }

            fn source(&self) -> Option<&$crate::model::Source> {
                self.source.as_ref()
            }

            fn set_id(&mut self, id: $crate::model::Id) {
                self.id = id;
            }
        }
    };
}
pub(super) use record;
