//! JSON Schemas of the exchange format, generated from the types of the model.
//!
//! Draft 2020-12, one file a schema, each with an absolute versioned `$id`. They are made to be used by code
//! generators: definitions are titled with Rust type names, closed lists are a plain `enum` with Chinese titles in
//! `x-enum-titles`, the official Chinese term of a field opens its `description` and stands in `x-title-zh`, and a
//! reference says in `x-refers-to` which kind it refers to. They describe what readers accept: `null` means absent
//! for every optional member, and is never written. The strict variant has none of this: closed objects, no `null`,
//! standard keywords only.
//!
//! ```
//! use qingdan::model::Kind;
//! use qingdan::schema::SchemaName;
//! let schema = SchemaName::Kind(Kind::PowerItem).text();
//! assert!(schema.contains(r#""$id": "urn:qingdan:schema:v1:power_item""#));
//! ```

#[cfg(any(feature = "human", feature = "html"))]
pub(crate) mod described;
pub(crate) mod titles;

use std::fmt;
use std::str::FromStr;

use serde_json::Value;

use crate::baseline::{BASELINE_VERSION, BaselineEntry};
use crate::config::{CONFIG_VERSION, Config, Profile};
use crate::conformance::{CONFORMANCE_VERSION, Conformance};
use crate::delegations::{DELEGATIONS_VERSION, Delegations};
use crate::dictionary::{DICTIONARY_VERSION, Dictionary};
use crate::diff::{CHANGES_VERSION, Changes};
use crate::figures::{FIGURES_VERSION, Figures};
use crate::fix::{FIXES_VERSION, Fixes};
use crate::impact::{IMPACT_VERSION, Impact};
use crate::model::Kind;
use crate::report::{REPORT_VERSION, Report, ReportLine};

mod build;
mod settle;
mod strict;

/// The major version of the exchange format: part of every `$id`.
const MAJOR: &str = "v1";

/// 模式名: one of the published schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SchemaName {
    /// A catalog as one document.
    Document,
    /// One line of NDJSON: a header or a record under its tag.
    Record,
    /// The records of one kind.
    Kind(Kind),
    /// The report of a check.
    Report,
    /// One line of the report of a check in JSON Lines.
    ReportLine,
    /// The statistics of a catalog.
    Figures,
    /// The delegated powers of a catalog over time.
    Delegations,
    /// What changed between two editions of a catalog.
    Changes,
    /// The items of a catalog beside the lists of superior levels.
    Conformance,
    /// What happens to the items of a catalog because the law changed.
    Impact,
    /// A line of a baseline.
    Baseline,
    /// How catalogs are to be checked: `qingdan.toml`.
    Config,
    /// What a region fixes for all that belong to it: a file of [`Config`].
    Profile,
    /// The fields and code lists of a catalog.
    Dictionary,
    /// What is corrected in the text of catalogs.
    Fixes,
}

/// There is no schema of this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no schema `{}`; there are: {}", crate::print::excerpt(.found), names())]
#[non_exhaustive]
pub struct UnknownSchema {
    /// The name found.
    pub found: String,
}

fn names() -> String {
    let names: Vec<String> = SchemaName::all().map(|name| name.to_string()).collect();
    names.join(", ")
}

impl SchemaName {
    /// All published schemas.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Document, Self::Record].into_iter().chain(Kind::ALL.iter().copied().map(Self::Kind)).chain([
            Self::Report,
            Self::ReportLine,
            Self::Figures,
            Self::Delegations,
            Self::Changes,
            Self::Conformance,
            Self::Impact,
            Self::Baseline,
            Self::Config,
            Self::Profile,
            Self::Dictionary,
            Self::Fixes,
        ])
    }

    /// What the schema describes, in one line.
    #[must_use]
    pub fn description(self) -> String {
        let schema = self.schema();
        let description = schema.get("description").and_then(Value::as_str).unwrap_or_default();
        description.lines().next().unwrap_or_default().to_owned()
    }

    /// The name of its file, such as `power_item.schema.json`.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{self}.schema.json")
    }

    /// The name of the file of its strict variant, such as `power_item.strict.schema.json`.
    #[must_use]
    pub fn strict_file_name(self) -> String {
        format!("{self}.strict.schema.json")
    }

    /// The schema, as a value.
    pub(crate) fn schema(self) -> Value {
        let mut schema = match self {
            Self::Document => build::document(),
            Self::Record => build::record(),
            Self::Kind(kind) => build::of_kind(kind),
            Self::Report => build::generate::<Report>(),
            Self::ReportLine => build::generate::<ReportLine>(),
            Self::Figures => build::generate::<Figures>(),
            Self::Delegations => build::generate::<Delegations>(),
            Self::Changes => build::generate::<Changes>(),
            Self::Conformance => build::generate::<Conformance>(),
            Self::Impact => build::generate::<Impact>(),
            Self::Baseline => build::generate::<BaselineEntry>(),
            Self::Config => build::generate::<Config>(),
            Self::Profile => build::generate::<Profile>(),
            Self::Dictionary => build::generate::<Dictionary>(),
            Self::Fixes => build::generate::<Fixes>(),
        };
        if let Some(root) = schema.as_object_mut() {
            root.insert("$id".into(), format!("urn:qingdan:schema:{MAJOR}:{self}").into());
            let version = match self {
                Self::Report | Self::ReportLine => REPORT_VERSION.to_owned(),
                Self::Figures => FIGURES_VERSION.to_owned(),
                Self::Delegations => DELEGATIONS_VERSION.to_owned(),
                Self::Changes => CHANGES_VERSION.to_owned(),
                Self::Conformance => CONFORMANCE_VERSION.to_owned(),
                Self::Impact => IMPACT_VERSION.to_owned(),
                Self::Baseline => BASELINE_VERSION.to_owned(),
                Self::Config | Self::Profile => CONFIG_VERSION.to_owned(),
                Self::Dictionary => DICTIONARY_VERSION.to_owned(),
                Self::Fixes => FIXES_VERSION.to_owned(),
                _ => crate::model::SchemaVersion::CURRENT.to_string(),
            };
            root.insert(
                "$comment".into(),
                format!("version {version}; generated by qingdan, not written by hand").into(),
            );
        }
        schema
    }

    /// The strict variant, as a value.
    fn strict_schema(self) -> Value {
        let mut schema = self.schema();
        strict::make_strict(&mut schema);
        if let Some(root) = schema.as_object_mut() {
            root.insert("$id".into(), format!("urn:qingdan:schema:{MAJOR}:{self}:strict").into());
            if self == Self::Record {
                root.insert("maxProperties".into(), 1.into());
            }
        }
        schema
    }

    /// The schema as indented JSON text with its members in alphabetical order, ending in a line feed.
    #[must_use]
    pub fn text(self) -> String {
        text_of(self.schema())
    }

    /// The strict variant as text: every object is closed but for `extensions` and other maps, nothing may be `null`,
    /// and there are no keywords but those of the standard. A misspelt field is an error, which it is not in
    /// [`Self::text`], because readers pass over fields that they do not know. For editors, and for validators that
    /// refuse keywords of others.
    ///
    /// ```
    /// use qingdan::schema::SchemaName;
    /// let schema: serde_json::Value = serde_json::from_str(&SchemaName::Document.strict_text())?;
    /// assert_eq!(schema["$id"], "urn:qingdan:schema:v1:document:strict");
    /// assert_eq!(schema["additionalProperties"], false);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn strict_text(self) -> String {
        text_of(self.strict_schema())
    }
}

impl fmt::Display for SchemaName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Document => "document",
            Self::Record => "record",
            Self::Kind(kind) => kind.tag(),
            Self::Report => "report",
            Self::ReportLine => "report_line",
            Self::Figures => "figures",
            Self::Delegations => "delegations",
            Self::Changes => "changes",
            Self::Conformance => "conformance",
            Self::Impact => "impact",
            Self::Baseline => "baseline",
            Self::Config => "config",
            Self::Profile => "profile",
            Self::Dictionary => "dictionary",
            Self::Fixes => "fixes",
        })
    }
}

impl FromStr for SchemaName {
    type Err = UnknownSchema;

    fn from_str(text: &str) -> Result<Self, UnknownSchema> {
        Self::all().find(|name| name.to_string() == text).ok_or_else(|| UnknownSchema { found: text.to_owned() })
    }
}

fn text_of(schema: Value) -> String {
    // `Value` may keep the order of insertion if another crate of the build asks serde_json to.
    let text = format!("{:#}\n", sorted(schema));
    // Patterns name characters that nobody sees. They stand in JSON strings only, so JSON can write them visibly.
    let mut visible = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() || !(crate::print::is_hostile(c) || c.is_whitespace()) {
            visible.push(c);
        } else {
            let mut units = [0_u16; 2];
            visible.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    visible
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(String, Value)> = members.into_iter().collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members.into_iter().map(|(name, member)| (name, sorted(member))).collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(sorted).collect()),
        other => other,
    }
}
