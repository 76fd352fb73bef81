//! 清单 (*qingdan*, "the official list"): a typed model of a Chinese local government's power and licensing catalog,
//! judged by rules that each name the law or standard on which they stand, with JSON Schemas of the exchange format.
//!
//! A catalog holds what a county publishes about its powers: licensing items (行政许可事项), powers and
//! responsibilities (权责清单), services (政务服务事项), powers delegated to townships (苏木乡镇赋权事项), electronic
//! licenses and what they replace (电子证照, 免证办), bundles (一件事一次办), changes, and the figures printed about
//! them. [`model::Kind`] lists the kinds.
//!
//! # The flow
//!
//! Bytes are read into records, each record is judged alone, the few facts of it that others need go into an index,
//! and the rules over the whole look at the index. Findings become a [`Report`] with verdicts and coverage.
//!
//! - [`Checker`] judges a file, bytes, or a [`Catalog`] in memory. Bytes are judged record by record; no catalog is held.
//! - [`read`] gives the catalog to those who want it, with every fault of form and its place; [`open`] does so from a
//!   path, and [`read_lines`] reads NDJSON of any length line by line.
//! - [`law::citation`] reads what a cell says about the provisions that it cites, in the spellings of real lists.
//! - [`schema`] gives the JSON Schemas, generated from the types of [`model`]. Reading is judged by the same schemas.
//! - [`rules`] is the catalogue of rules, each a [`rule::Rule`]: what it checks, why, since when, with examples that are
//!   tested.
//! - [`figures`] counts a catalog; [`delegations`] shows who exercises delegated powers since when, township by township;
//!   [`diff`](mod@diff) tells what changed between two editions, [`impact`] what changes of the law between two days do to
//!   the items, [`conformance`] how they stand to the lists of superior levels.
//! - [`dictionary`] tells the fields and code lists of a catalog as officials read them.
//! - [`law`] is the law as data: known instruments and their standing on a day, and tables of who may set what.
//!
//! # Build, write, check
//!
//! ```
//! use qingdan::model::{Header, LicensingItem, TimeLimit};
//! use qingdan::{Catalog, Checker, Lang};
//!
//! let mut item = LicensingItem::new("take-water".parse()?, "取水许可".parse()?);
//! item.set_by.push("《中华人民共和国水法》第四十八条".parse()?);
//! item.statutory_limits.push(TimeLimit::working_days(45)?.on("《取水许可和水资源费征收管理条例》第十九条".parse()?));
//! item.promised_limits.push(TimeLimit::working_days(50)?);
//!
//! let mut catalog = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
//! catalog.licensing_items.insert(item)?; // a repeated id gives the record back
//!
//! let mut json = Vec::new();
//! catalog.write_json(&mut json)?;
//!
//! let report = Checker::new().as_of("2026-11-23".parse()?).check_bytes("catalog.json", &json);
//! let promise = report.findings().find(|finding| finding.code() == "QD307"); // 优化营商环境条例 §36
//! let finding = promise.ok_or("not found")?;
//! assert_eq!(finding.place.pointer.as_str(), "/licensing_items/0/promised_limits/0/amount");
//! assert!(finding.message(Lang::En).contains("45"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Every call has an error of its own, and each converts to [`Error`]: a function that calls several returns that.
//!
//! # Read what others wrote
//!
//! Real lists have codes with a character missing and dates that do not exist. Reading refuses no record for that:
//! a [`model::Written`] value keeps the text, a rule says what is wrong, and writing gives the same text back.
//!
//! ```
//! use qingdan::{Limits, Reading};
//!
//! let bytes = r#"{"header": {"schema_version": "1.0", "title": "杭锦旗机构", "division": "150625", "level": "county"}}
//! {"organization": {"id": "water", "name": "水利局", "kind": "department", "credit_code": "1151130100877869M"}}
//! {"organization": {"id": "tax", "name": "税务局", "kind": "agency"}}"#;
//! let Reading { catalog, findings, .. } = qingdan::read(bytes.as_bytes(), Limits::default());
//!
//! let catalog = catalog.ok_or("no header")?;
//! let water = catalog.organizations.get("water").ok_or("not read")?;
//! let code = water.credit_code.as_ref().ok_or("not stated")?;
//! assert_eq!(code.text(), "1151130100877869M"); // 17 characters, kept
//! assert_eq!(code.value(), None);
//!
//! assert_eq!(findings.len(), 1); // the third line: `agency` is in no list
//! assert_eq!((findings[0].place.line, findings[0].place.column), (Some(3), Some(55)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Other formats
//!
//! JSON is the format of exchange. Serde writes the types of [`model`] in any format, and reads them back from those
//! that keep the names of fields, such as CBOR, YAML and `MessagePack` with names. What is absent is left out, and
//! dates and codes may be damaged texts, so bincode and postcard, which keep neither names nor types, write a catalog
//! and cannot read it back. In all of them a value of `extensions` is its JSON text.
//!
//! # Features and versions
//!
//! All are off by default.
//!
//! - `human`: reports, rules, law, figures, delegations, changes between editions, conformance and impact for people, in
//!   [`writer`]: text with excerpts of the source, Markdown, tables.
//! - `html`: figures as an HTML page with bar charts, delegations as one with a matrix, changes between editions, conformance
//!   and impact as pages to print.
//! - `ci`: the report of a check in every format, by one call: text, one line a finding, JSON, JSON Lines, SARIF, workflow
//!   commands of GitHub, Code Quality of GitLab, `JUnit`, a Markdown summary, a page, a table; with `human` and `html`, and no package besides. With
//!   `import` also as a workbook for the offices.
//! - `config`: configurations as TOML, `qingdan.toml`, read by [`config`].
//! - `import`: workbooks: lists of officials read into catalogs ([`workbook`], [`import`]), and lists, forms, worklists and
//!   annotated workbooks written.
//! - `openings`: how the articles of known instruments begin (1.3 MB), by which rule QD210 finds renumbered provisions.
//! - `cli`: the command `qingdan`; all of the above.
//!
//! Without `cli` the library builds for `wasm32-unknown-unknown`.
//!
//! The library builds with Rust 1.88 and later.
//!
//! # What it promises
//!
//! - No panic on any input, no `unsafe` code, input bounded by [`Limits`].
//! - No clock, no network, no environment: the day as of which to judge comes in, [`Checker::as_of`].
//! - The same input gives the same report. Nothing is repaired on the way.
//! - Codes of rules, record kinds and fields are not renamed or reused within a major version.
//!
//! # What it does not say
//!
//! A verdict is *yes*, *no* or *not shown*. It is "not shown" as long as one error rule of its aspect is not built
//! yet ([`rules::PLANNED`]), was ignored, or did not run for want of data, and where no record was judged; the coverage of a
//! report names each. A rule that waits for a list beside the catalog which nobody gave, or which no catalog can hold yet, is
//! named there and stands in the way of no yes. What the source does not hold is never called missing. Findings help people who know the law, and do not replace them.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod baseline;
mod check;
pub mod code;
pub mod codelist;
pub mod config;
pub mod conformance;
pub mod delegations;
pub mod dictionary;
pub mod diff;
mod error;
mod facts;
pub mod figures;
#[cfg(any(feature = "human", feature = "html", feature = "import"))]
mod file_name;
mod finding;
pub mod fix;
mod fnv;
pub mod impact;
#[cfg(feature = "import")]
pub mod import;
mod judged;
mod lang;
pub mod law;
mod lookalike;
pub mod model;
mod numeral;
mod place;
pub mod print;
mod read;
pub mod report;
pub mod rule;
pub mod rules;
pub mod schema;
mod spot;
mod standing;
mod text;
#[cfg(feature = "import")]
pub mod workbook;
pub mod writer;

pub use check::{
    CheckError, Checker, FilesChecked, Line, LineContent, Lines, Reading, RuleSelector, UnknownRule, open, read,
    read_lines,
};
pub use error::Error;
pub use finding::{
    Aspect, Finding, InvalidRuleCode, Place, RecordKey, Related, ResponsibleBody, RuleCode, Severity, SourceCell,
};
pub use lang::{Bilingual, Lang, Message, UnknownLang};
pub use model::Catalog;
pub use read::Limits;
/// For the fuzz target `read_records`.
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub use read::read_both_ways;
pub use report::Report;

/// The examples of README.md are compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
