//! The arguments of the commands that print the data dictionary.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use qingdan::model::Kind;

use crate::language::LangArg;

#[derive(Debug, clap::Args)]
pub(crate) struct FieldsArgs {
    /// What to describe: header, or a kind of record such as `licensing_item`; without it all of a catalog
    #[arg(value_name = "KIND", value_parser = described())]
    pub(crate) kind: Option<Described>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = DictionaryFormat::Markdown)]
    pub(crate) format: DictionaryFormat,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CodelistArgs {
    /// A code list by its name, such as `ItemStatus`; without it all of them
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

impl Described {
    const HEADER: &str = "header";

    fn named(name: &str) -> Option<Self> {
        if name == Self::HEADER { Some(Self::Header) } else { Kind::from_tag(name).map(Self::Records) }
    }
}

/// The header, or a kind of record by its tag, with its Chinese term in the help.
fn described() -> impl TypedValueParser<Value = Described> {
    let header = PossibleValue::new(Described::HEADER).help("目录头");
    let kinds = Kind::ALL.iter().map(|kind| PossibleValue::new(kind.tag()).help(kind.title_zh()));
    PossibleValuesParser::new(std::iter::once(header).chain(kinds))
        .try_map(|name| Described::named(&name).ok_or("no kind of record"))
}
