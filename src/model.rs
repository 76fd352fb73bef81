//! The model: one record type a file, the catalog that holds them, and the parts they share.
//!
//! Reading order: [`Catalog`] and [`Header`]; [`Records`], which keeps the records of a kind; [`Written`], which
//! keeps a code or date as somebody wrote it; then the kinds, in the order of [`Kind`].
//!
//! Few fields are required: an id, a name, and what makes the record that record. What good data fills, a rule asks
//! for. Records are made with `new(required …)` and set field by field; their id is fixed once they are made.
//! The Rust field is the JSON key and the schema property; the official Chinese term opens each description.
//!
//! Serde reads a catalog back from formats that keep the names of fields only; see the [crate](crate#other-formats).

mod adjustment;
mod any_record;
mod bundle;
mod catalog;
mod citation;
mod cited;
mod code_slot;
mod date;
mod decimal;
mod delegation;
mod directory_entry;
mod extension;
mod field;
mod header;
mod id;
mod item;
mod json_error;
pub(crate) mod kind;
pub(crate) mod leaf;
pub(crate) mod leaves;
mod legal_instrument;
mod license;
mod license_link;
mod license_type;
mod licensing_item;
mod limit;
mod organization;
mod part;
pub(crate) mod path;
mod pointer;
mod power_item;
mod published_figure;
mod record;
mod records;
mod reference;
mod service_item;
mod source;
mod spelling;
mod version;
pub(crate) mod visit;
mod written;

pub use crate::text::{EmptyText, Text};
pub use adjustment::Adjustment;
pub use any_record::{AnyRecord, RecordRef};
pub use bundle::{Bundle, BundleChannels, BundleItem, Effort};
pub use catalog::{Catalog, OfCatalog, ReferencePlace};
pub use citation::{ArticleRef, Citation, InvalidArticleRef, InvalidCitation};
pub use cited::CitationPlace;
pub(crate) use code_slot::CodeSlot;
pub use date::{Date, DateProblem, InvalidDate};
pub use decimal::{Decimal, InvalidDecimal};
pub use delegation::{Claim, Delegation, DelegationDecision, DelegationReturn, Evaluation, Mandate};
pub use directory_entry::DirectoryEntry;
pub use extension::{Columns, Extension, Extensions, Rows};
pub use field::{Field, reach};
pub use header::{CatalogEdition, Header, SourceFile};
pub use id::{Id, IdProblem, InvalidId};
pub use item::{Item, ItemBody};
pub use json_error::JsonError;
pub use kind::Kind;
pub use legal_instrument::{InstrumentReview, LegalInstrument};
pub use license::{License, Seal, StatusChange};
pub use license_link::LicenseLink;
pub use license_type::LicenseType;
pub use licensing_item::{JointHandling, LicenseValidity, LicensingItem, QuantityLimit};
pub use limit::{Branch, TimeLimit, ZeroLimit};
pub use organization::{Abolition, Concentration, Organization};
pub use part::{Authority, Fee, IntermediaryService, ItemPeriod, Material, ServiceResult, SpecialProcedure, Step};
pub use pointer::Pointer;
pub use power_item::{Accountability, Coercion, Discretion, Penalty, PowerItem, Remedy};
pub use published_figure::{Counts, FigurePart, FigureScope, FigureSubset, PublishedFigure};
pub use record::Record;
pub use records::{Records, RecordsIntoIter, RecordsIter, RecordsIterMut, RenameError, RepeatedId, RepeatedIds};
pub use reference::{ItemRef, Ref};
pub use service_item::{Online, ServiceItem};
pub use source::Source;
pub(crate) use source::closest;
pub use spelling::Spelling;
pub use version::{FieldPath, SchemaVersion, UnsupportedVersion};
pub use written::Written;

use serde::{Deserialize, Deserializer};

/// Reads `null` as absent, for lists and maps as serde does for an `Option`: classes generated from the schemas write
/// `null` for every member that is not there.
fn null_as_absent<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

#[doc(inline)]
pub use crate::__field as field;
