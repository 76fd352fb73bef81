//! 数据字典: the fields of a catalog and the values of its code lists, as an official reads them.
//!
//! Everything is drawn from what is there already: types, Chinese titles, obligation, patterns, references and sources
//! from the schema of a catalog ([`SchemaName::Document`](crate::schema::SchemaName::Document)), and who reads a field
//! from the rules. A type that stands in many places is told once, with the places.
//!
//! ```
//! use qingdan::dictionary::{Dictionary, ValueForm};
//! use qingdan::model::Kind;
//! let dictionary = Dictionary::of_kind(Kind::LicensingItem);
//! let [record, ..] = &dictionary.types[..] else { return Err("no type") };
//! let field = record.fields.iter().find(|field| field.name == "license_class").ok_or("no such field")?;
//! assert_eq!((field.path.as_str(), field.title.as_str()), ("licensing_items.license_class", "许可类别"));
//! assert_eq!((field.form, field.type_name.as_deref()), (ValueForm::ClosedList, Some("LicenseClass")));
//! # Ok::<(), &str>(())
//! ```

mod drawn;
mod entry;
mod read_by;

pub use entry::{
    CodeListEntry, CodeValue, DICTIONARY_VERSION, Dictionary, FieldEntry, RuleUse, TypeEntry, TypeRole, ValueForm,
};
