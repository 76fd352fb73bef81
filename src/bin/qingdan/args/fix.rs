//! The arguments of `qingdan fix`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use qingdan::fix::FixClass;

use super::ShowFormat;
use super::after::FIXED;
use crate::language::LangArg;

#[derive(Debug, clap::Args)]
#[command(after_help = FIXED)]
pub(crate) struct FixArgs {
    /// Catalogs, or `-` for standard input
    #[arg(required = true, value_name = "FILE|-")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Write what is corrected: each file is replaced as a whole or not at all; standard input goes to standard output
    #[arg(long)]
    pub(crate) write: bool,
    /// Put members into the order in which catalogs are written, too; it moves text, so it is done on request alone
    #[arg(long)]
    pub(crate) order: bool,
    /// Only these classes, separated by commas: blanks around names, the width of codes, members that are null, the
    /// spelling of member names, their order; the first four unless given
    #[arg(long, value_name = "CLASS", value_delimiter = ',', value_parser = class())]
    pub(crate) only: Vec<FixClass>,
    /// How to show it
    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    pub(crate) format: ShowFormat,
    /// The largest input to read, in bytes [default: 268435456]
    #[arg(long, value_name = "N")]
    pub(crate) max_bytes: Option<u64>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

fn class() -> impl clap::builder::TypedValueParser<Value = FixClass> {
    PossibleValuesParser::new(FixClass::NAMES).try_map(|name| name.parse::<FixClass>())
}
