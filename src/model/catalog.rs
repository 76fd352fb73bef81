//! The catalog in memory.

use std::io;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kind::for_each_kind;
use super::{
    Adjustment, AnyRecord, Bundle, CitationPlace, Delegation, DirectoryEntry, Header, Id, Item, ItemBody, Kind,
    LegalInstrument, License, LicenseLink, LicenseType, LicensingItem, Organization, Pointer, PowerItem,
    PublishedFigure, Record, RecordRef, Records, Ref, RepeatedId, ServiceItem, Text,
};

/// A kind of record, as the catalog keeps it; as closed a list as [`Record`].
pub trait OfCatalog: Record {
    /// The records of the kind.
    #[doc(hidden)]
    fn records_of(catalog: &Catalog) -> &Records<Self>
    where
        Self: Sized;
}

macro_rules! catalog {
    ($(($type:ident, $tag:ident, $array:ident, $zh:literal),)+) => {
        /// 目录: a header and the records of every kind, each kind in its order.
        ///
        /// Plain serde reads and writes it as one document; [`Catalog::write_ndjson`] writes the other spelling.
        /// [`crate::read`] reads both spellings and tells every fault with its place.
        ///
        /// ```
        /// use qingdan::Catalog;
        /// use qingdan::model::{Header, LicensingItem};
        /// let mut catalog = Catalog::new(Header::new("杭锦旗权责清单".parse()?, "150625".parse()?));
        /// catalog.licensing_items.insert(LicensingItem::new("take-water".parse()?, "取水许可".parse()?))?;
        /// let mut json = Vec::new();
        /// catalog.write_json(&mut json)?;
        /// assert_eq!(serde_json::from_slice::<Catalog>(&json)?, catalog);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[non_exhaustive]
        pub struct Catalog {
            /// 模式地址: the schema that an editor should use; carries no meaning.
            #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
            pub schema: Option<Text>,
            /// 目录头: what the catalog is.
            pub header: Header,
            $(
                #[doc = concat!($zh, ": the records of kind `", stringify!($tag), "`.")]
                #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Records::is_empty")]
                pub $array: Records<$type>,
            )+
        }

        impl Catalog {
            /// A catalog without records.
            #[must_use]
            pub fn new(header: Header) -> Self {
                Self { schema: None, header, $($array: Records::new(),)+ }
            }

            /// How many records of a kind there are.
            #[must_use]
            pub fn len_of(&self, kind: Kind) -> usize {
                match kind { $(Kind::$type => self.$array.len(),)+ }
            }

            /// All records in canonical order: kind by kind, each in its own order.
            pub fn records(&self) -> impl Iterator<Item = RecordRef<'_>> {
                std::iter::empty()$(.chain(self.$array.iter().map(RecordRef::$type)))+
            }

            /// The record of a kind with this id.
            #[must_use]
            pub fn get(&self, kind: Kind, id: &str) -> Option<RecordRef<'_>> {
                match kind { $(Kind::$type => self.$array.get(id).map(RecordRef::$type),)+ }
            }

            /// Where in the order of its kind the record with this id stands, from 0.
            #[must_use]
            pub fn position(&self, kind: Kind, id: &str) -> Option<usize> {
                match kind { $(Kind::$type => self.$array.position(id),)+ }
            }

            /// Adds a record at the end of its kind.
            ///
            /// # Errors
            /// [`RepeatedId`] with the record when its id is taken.
            pub fn insert(&mut self, record: AnyRecord) -> Result<(), RepeatedId<AnyRecord>> {
                match record {
                    $(AnyRecord::$type(record) => self.$array.insert(*record).map_err(RepeatedId::into_any),)+
                }
            }
        }

        $(
            impl OfCatalog for $type {
                fn records_of(catalog: &Catalog) -> &Records<Self> {
                    &catalog.$array
                }
            }
        )+
    };
}
for_each_kind!(catalog);

/// 被引用处: a field of a record that refers to another record.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReferencePlace {
    /// The kind of the record that refers.
    pub kind: Kind,
    /// The id of the record that refers.
    pub id: Id,
    /// The path of the field below that record, as a JSON Pointer.
    pub path: Pointer,
}

impl Catalog {
    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records().count()
    }

    /// Whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records().next().is_none()
    }

    /// The items of all lists, in canonical order, those that are not in force among them.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.records().filter_map(Item::of)
    }

    /// Every place that refers to a record of this kind with this id, in canonical order.
    ///
    /// ```
    /// use qingdan::Catalog;
    /// use qingdan::codelist::ItemType;
    /// use qingdan::model::{Header, Kind, ServiceItem};
    /// let mut catalog = Catalog::new(Header::new("杭锦旗".parse()?, "150625".parse()?));
    /// let service = ServiceItem::new("s1".parse()?, "取水许可".parse()?, ItemType::Licensing, "water".parse()?);
    /// catalog.service_items.insert(service)?;
    /// let used_by = catalog.references_to(Kind::Organization, "water");
    /// assert_eq!(used_by.len(), 1);
    /// assert_eq!(used_by[0].path.as_str(), "/organization");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn references_to(&self, kind: Kind, id: &str) -> Vec<ReferencePlace> {
        let mut places = Vec::new();
        for record in self.records() {
            record.visit(&mut |leaf| {
                if leaf.text == id && record.kind_named_by(leaf) == Some(kind) {
                    places.push(ReferencePlace {
                        kind: record.kind(),
                        id: record.id().clone(),
                        path: leaf.path.pointer(),
                    });
                }
            });
        }
        places
    }

    /// The record that a reference names; none where the catalog does not have it.
    ///
    /// ```
    /// use qingdan::Catalog;
    /// use qingdan::codelist::{ItemType, OrganizationKind};
    /// use qingdan::model::{Header, Organization, ServiceItem};
    /// let mut catalog = Catalog::new(Header::new("杭锦旗".parse()?, "150625".parse()?));
    /// let body = Organization::new("water".parse()?, "水利局".parse()?, OrganizationKind::Department);
    /// let item = ServiceItem::new("s1".parse()?, "取水许可".parse()?, ItemType::Licensing, (&body).into());
    /// assert!(catalog.resolve(&item.organization).is_none());
    /// catalog.organizations.insert(body)?;
    /// assert_eq!(catalog.resolve(&item.organization).map(|body| body.name.as_str()), Some("水利局"));
    /// # Ok::<(), qingdan::Error>(())
    /// ```
    #[must_use]
    pub fn resolve<T: OfCatalog>(&self, reference: &Ref<T>) -> Option<&T> {
        T::records_of(self).get(reference.id().as_str())
    }

    /// Every citation with its place, in canonical order of the records.
    ///
    /// ```
    /// use qingdan::Catalog;
    /// use qingdan::model::{Header, LicensingItem};
    /// let mut catalog = Catalog::new(Header::new("杭锦旗".parse()?, "150625".parse()?));
    /// let mut item = LicensingItem::new("take-water".parse()?, "取水许可".parse()?);
    /// item.set_by.push("《中华人民共和国水法》第四十八条".parse()?);
    /// catalog.licensing_items.insert(item)?;
    /// let place = catalog.citations().next().ok_or("none")?;
    /// assert_eq!((place.record.id().as_str(), place.path.as_str()), ("take-water", "/set_by/0"));
    /// assert_eq!(place.citation.title.as_ref().map(|title| title.as_str()), Some("中华人民共和国水法"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn citations(&self) -> impl Iterator<Item = CitationPlace<'_>> {
        self.records().flat_map(RecordRef::citations)
    }

    /// The licensing, power and service items in which a body acts: as the competent department, as one of the
    /// authorities, as the body that implements the service, or as the one that entrusted another with any of these
    /// and answers for it (行政许可法 §24).
    ///
    /// Who only supervises afterwards does not act in the item; [`Catalog::references_to`] gives every place that
    /// names a body.
    ///
    /// ```
    /// use qingdan::Catalog;
    /// use qingdan::codelist::ItemType;
    /// use qingdan::model::{Header, ServiceItem};
    /// let mut catalog = Catalog::new(Header::new("杭锦旗".parse()?, "150625".parse()?));
    /// let service = ServiceItem::new("s1".parse()?, "取水许可".parse()?, ItemType::Licensing, "water".parse()?);
    /// catalog.service_items.insert(service)?;
    /// assert_eq!(catalog.items_of("water").map(|item| item.id().as_str()).collect::<Vec<_>>(), ["s1"]);
    /// assert_eq!(catalog.items_of("tax").count(), 0);
    /// # Ok::<(), qingdan::Error>(())
    /// ```
    pub fn items_of<'a>(&'a self, organization: &str) -> impl Iterator<Item = Item<'a>> {
        let is_it = move |body: &Ref<Organization>| body.id().as_str() == organization;
        self.items().filter(move |item| {
            let competent = match item {
                Item::Licensing(item) => item.competent_department.as_ref(),
                _ => None,
            };
            let acts = |body: ItemBody<'_>| is_it(body.organization) || body.entrusted_by.is_some_and(is_it);
            competent.is_some_and(is_it) || item.bodies().any(acts)
        })
    }

    /// Writes the catalog as one document, indented, in canonical order, with a line feed at the end.
    ///
    /// Serde writes other formats, of which those can be read back that keep the names of fields; see the
    /// [crate](crate#other-formats).
    ///
    /// # Errors
    /// What the writer reports.
    pub fn write_json(&self, mut to: impl io::Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut to, self)?;
        to.write_all(b"\n")
    }

    /// Writes the catalog as NDJSON: the header, then one record a line in canonical order.
    ///
    /// `$schema` belongs to documents and is left out.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn write_ndjson(&self, mut to: impl io::Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct First<'a> {
            header: &'a Header,
        }
        serde_json::to_writer(&mut to, &First { header: &self.header })?;
        to.write_all(b"\n")?;
        for record in self.records() {
            serde_json::to_writer(&mut to, &record)?;
            to.write_all(b"\n")?;
        }
        Ok(())
    }
}
