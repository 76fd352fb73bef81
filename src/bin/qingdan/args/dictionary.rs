//! The arguments of the commands that print the data dictionary.

use std::str::FromStr;

use clap::ValueEnum;
use qingdan::model::Kind;

use crate::language::LangArg;

#[derive(Debug, clap::Args)]
pub(crate) struct FieldsArgs {
    /// What to describe: header, or a kind of record such as licensing_item; without it all of a catalog
    #[arg(value_name = "KIND")]
    pub(crate) kind: Option<Described>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = DictionaryFormat::Markdown)]
    pub(crate) format: DictionaryFormat,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CodelistArgs {
    /// A code list by its name, such as ItemStatus; without it all of them
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = DictionaryFormat::Markdown)]
    pub(crate) format: DictionaryFormat,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DictionaryFormat {
    /// One page of Markdown
    Markdown,
    /// For spreadsheets
    Csv,
    /// For programs
    Json,
}

/// What of a catalog is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Described {
    Header,
    Records(Kind),
}

/// Neither the header nor a kind of record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no such kind of record; there are: {}", allowed())]
pub(crate) struct UnknownKind;

impl UnknownKind {
    pub(crate) fn zh() -> String {
        format!("没有这类记录；可取值：{}", allowed())
    }
}

fn allowed() -> String {
    ["header"].iter().chain(Kind::NAMES).copied().collect::<Vec<_>>().join(", ")
}

impl FromStr for Described {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        if text == "header" {
            return Ok(Self::Header);
        }
        Kind::from_tag(text).map(Self::Records).ok_or(UnknownKind)
    }
}
