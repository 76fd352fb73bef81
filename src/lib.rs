//! PLACEHOLDER
mod check;
pub mod code;
pub mod codelist;
mod finding;
mod index;
mod lang;
pub mod model;
mod place;
pub mod print;
mod read;
pub mod report;
pub mod rule;
pub mod schema;
mod text;

pub use check::{CheckError, Checker, Reading, RuleSelector, UnknownRule, read};
pub use finding::{Aspect, Finding, InvalidRuleCode, Place, RecordKey, Related, RuleCode, Severity};
pub use lang::{Lang, Message, UnknownLang};
pub use model::Catalog;
pub use read::Limits;
pub use report::Report;
