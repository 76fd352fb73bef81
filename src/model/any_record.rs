//! Records of any kind, owned and borrowed.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

use super::kind::for_each_kind;
use super::leaf::{Leaf, LeafName};
use super::visit::visit;
use super::{
    Adjustment, Bundle, Delegation, DirectoryEntry, Id, JsonError, Kind, LegalInstrument, License, LicenseLink,
    LicenseType, LicensingItem, Organization, PowerItem, PublishedFigure, Record, ServiceItem, Source, Text,
};

macro_rules! any_record {
    ($(($type:ident, $tag:ident, $array:ident, $zh:literal),)+) => {
        /// 记录: a record of any kind, owned; externally tagged in JSON, as on an NDJSON line.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum AnyRecord {
            $(
                #[doc = concat!($zh, ": a record of kind `", stringify!($tag), "`.")]
                $type(Box<$type>),
            )+
        }

        impl AnyRecord {
            /// The record, borrowed.
            #[must_use]
            pub fn as_ref(&self) -> RecordRef<'_> {
                match self { $(Self::$type(record) => RecordRef::$type(record),)+ }
            }

            /// Reads one record of a known kind.
            pub(crate) fn read<'de, D: Deserializer<'de>>(kind: Kind, from: D) -> Result<Self, D::Error> {
                Ok(match kind { $(Kind::$type => Self::$type(Box::new($type::deserialize(from)?)),)+ })
            }

            /// Reads one record of a known kind from JSON.
            ///
            /// # Errors
            /// [`JsonError`] with the first fault; [`crate::read`] tells all of them.
            pub fn from_json(kind: Kind, json: &str) -> Result<Self, JsonError> {
                Ok(match kind { $(Kind::$type => Self::$type(Box::new(serde_json::from_str(json).map_err(JsonError)?)),)+ })
            }
        }

        impl<'de> de::Visitor<'de> for LineVisitor {
            type Value = AnyRecord;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with one record under its tag")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut members: A) -> Result<AnyRecord, A::Error> {
                let mut record = None;
                while let Some(tag) = members.next_key::<String>()? {
                    let read = match tag.as_str() {
                        $(stringify!($tag) => members.next_value::<Option<Box<$type>>>()?.map(AnyRecord::$type),)+
                        // A header is no record; `null` is no header.
                        "header" => members.next_value().map(|()| None)?,
                        unknown => return Err(de::Error::unknown_variant(unknown, Kind::NAMES)),
                    };
                    if read.is_some() && record.is_some() {
                        return Err(de::Error::custom("a second record on a line"));
                    }
                    record = record.or(read);
                }
                record.ok_or_else(|| de::Error::custom("no record on a line"))
            }
        }

        $(
            impl From<$type> for AnyRecord {
                fn from(record: $type) -> Self {
                    Self::$type(Box::new(record))
                }
            }

            impl<'a> From<&'a $type> for RecordRef<'a> {
                fn from(record: &'a $type) -> Self {
                    Self::$type(record)
                }
            }
        )+

        /// 记录: a record of any kind, borrowed.
        #[derive(Debug, Clone, Copy, PartialEq, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum RecordRef<'a> {
            $(
                #[doc = concat!($zh, ": a record of kind `", stringify!($tag), "`.")]
                $type(&'a $type),
            )+
        }

        impl<'a> RecordRef<'a> {
            /// The kind of the record.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$type(_) => Kind::$type,)+ }
            }

            /// The catalog's own key.
            #[must_use]
            pub fn id(self) -> &'a Id {
                match self { $(Self::$type(record) => record.id(),)+ }
            }

            /// What people call the record, if it has a name of its own.
            #[must_use]
            pub fn name(self) -> Option<&'a Text> {
                match self { $(Self::$type(record) => record.name(),)+ }
            }

            /// Where the record was taken from.
            #[must_use]
            pub fn source(self) -> Option<&'a Source> {
                match self { $(Self::$type(record) => record.source(),)+ }
            }

            /// A record of one's own, equal to this one.
            #[must_use]
            pub fn to_any(self) -> AnyRecord {
                match self { $(Self::$type(record) => AnyRecord::$type(Box::new(record.clone())),)+ }
            }

            /// The record as JSON, without its tag.
            #[must_use]
            pub fn to_json(self) -> String {
                let json = match self { $(Self::$type(record) => serde_json::to_string(record),)+ };
                // Every record can be written: its keys are texts, and nothing in it refuses.
                json.unwrap_or_default()
            }

            /// Shows every named leaf of the record with its path.
            pub(crate) fn visit(self, see: &mut dyn FnMut(Leaf<'_>)) {
                match self { $(Self::$type(record) => visit(Some(Kind::$type), record.source.as_ref(), record, see),)+ }
            }
        }
    };
}
for_each_kind!(any_record);

impl RecordRef<'_> {
    /// The kind of record that a text of this one refers to; none where the text is no reference.
    pub(crate) fn kind_named_by(self, leaf: Leaf<'_>) -> Option<Kind> {
        match (leaf.name, self) {
            (LeafName::Reference(kind), _) => Some(kind),
            (LeafName::ItemRef, Self::Adjustment(adjustment)) => Some(adjustment.item_kind),
            _ => None,
        }
    }
}

/// Reads the record of an NDJSON line; tags with `null` are absent.
struct LineVisitor;

impl<'de> Deserialize<'de> for AnyRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LineVisitor)
    }
}
