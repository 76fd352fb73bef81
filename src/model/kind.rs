//! The kinds of records: one table from which the enum, the catalog and the two spellings are made.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::id::Id;
use crate::codelist::closed_list;
use crate::text::Text;

/// Calls a macro with one row a kind, in canonical order: type, tag of a record, array of a document, Chinese title.
///
/// Small kinds come first, so that most references are known when they are met.
macro_rules! for_each_kind {
    ($callback:ident) => {
        $callback! {
            (Organization, organization, organizations, "组织机构"),
            (LegalInstrument, legal_instrument, legal_instruments, "法律法规文件"),
            (DirectoryEntry, directory_entry, directory_entries, "目录条目"),
            (LicenseType, license_type, license_types, "电子证照类型"),
            (LicensingItem, licensing_item, licensing_items, "行政许可事项"),
            (PowerItem, power_item, power_items, "权责清单事项"),
            (ServiceItem, service_item, service_items, "政务服务事项"),
            (Delegation, delegation, delegations, "苏木乡镇赋权事项"),
            (LicenseLink, license_link, license_links, "证照关联"),
            (License, license, licenses, "电子证照"),
            (Bundle, bundle, bundles, "一件事一次办"),
            (Adjustment, adjustment, adjustments, "动态调整记录"),
            (PublishedFigure, published_figure, published_figures, "公布数据"),
        }
    };
}
pub(crate) use for_each_kind;

closed_list! {
    /// 记录类型: the kind of a record; the wire name is the tag of an NDJSON line.
    Kind {
        Organization = "organization", "组织机构";
        LegalInstrument = "legal_instrument", "法律法规文件";
        DirectoryEntry = "directory_entry", "目录条目";
        LicenseType = "license_type", "电子证照类型";
        LicensingItem = "licensing_item", "行政许可事项";
        PowerItem = "power_item", "权责清单事项";
        ServiceItem = "service_item", "政务服务事项";
        Delegation = "delegation", "苏木乡镇赋权事项";
        LicenseLink = "license_link", "证照关联";
        License = "license", "电子证照";
        Bundle = "bundle", "一件事一次办";
        Adjustment = "adjustment", "动态调整记录";
        PublishedFigure = "published_figure", "公布数据";
    }
}

macro_rules! kind_names {
    ($(($type:ident, $tag:ident, $array:ident, $zh:literal),)+) => {
        impl Kind {
            /// The tag of a record in NDJSON, such as `organization`.
            #[must_use]
            pub fn tag(self) -> &'static str {
                match self { $(Self::$type => stringify!($tag),)+ }
            }

            /// The array of a document, such as `organizations`.
            #[must_use]
            pub fn array(self) -> &'static str {
                match self { $(Self::$type => stringify!($array),)+ }
            }

            /// The Rust type and schema title, such as `Organization`.
            #[must_use]
            pub fn type_name(self) -> &'static str {
                match self { $(Self::$type => stringify!($type),)+ }
            }

            /// The kind whose array in a document has this name.
            #[must_use]
            pub fn from_array(array: &str) -> Option<Self> {
                match array { $(stringify!($array) => Some(Self::$type),)+ _ => None }
            }

            /// The kind with this tag.
            #[must_use]
            pub fn from_tag(tag: &str) -> Option<Self> {
                tag.parse().ok()
            }

            /// Where the kind stands in canonical order, from 0.
            pub(crate) fn index(self) -> usize {
                self as usize
            }
        }
    };
}
for_each_kind!(kind_names);

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
    fn source(&self) -> Option<&super::Source>;

    #[doc(hidden)]
    fn set_id(&mut self, id: Id);
}

pub(super) mod sealed {
    use crate::model::{Catalog, Records};

    /// Keeps the list of kinds closed.
    pub trait Sealed: Sized {
        /// The records of the kind.
        fn records_of(catalog: &Catalog) -> &Records<Self>;
    }
}

/// Gives a record type its kind; `name` is an expression over the record.
macro_rules! record {
    ($type:ident, |$record:ident| $name:expr) => {
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
