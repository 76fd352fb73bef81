//! The arguments of what reads and writes workbooks.

use std::path::PathBuf;

use clap::ValueEnum;
use qingdan::code::DivisionCode;
use qingdan::model::Kind;

use super::after::EXIT_CODES;
use super::{Target, WholeArgs};
use crate::language::LangArg;

/// How workbooks are to be read.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ProfileArgs {
    /// How the lists are to be read: a file of TOML, or a profile of the library, official or c0109
    #[arg(long, value_name = "PROFILE")]
    pub(crate) profile: Option<PathBuf>,
    /// The division whose list it is, by its code, such as 150625; unless given, that of the profile, or the one whose name
    /// the title begins with
    #[arg(long, value_name = "CODE")]
    pub(crate) division: Option<DivisionCode>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct ImportArgs {
    /// Workbooks (xls, xlsx), tables (csv), or JSON objects, one a line; what a file is, its content tells. All are one
    /// catalog
    #[arg(value_name = "FILE", required_unless_present = "print_profile")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ProfileArgs,
    /// Where to write the catalog; standard output unless given. The file is replaced as a whole or not at all
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// How to spell the catalog; as the ending of --output says, else a document
    #[arg(long, value_enum)]
    pub(crate) to: Option<Target>,
    /// Show which column would be read as what, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Write the account of what became of every sheet, column and row, as JSON, to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) account: Option<PathBuf>,
    /// Print a profile of the library, from which to write one's own
    #[arg(long, value_enum, value_name = "NAME", conflicts_with_all = ["files", "dry_run", "output"])]
    pub(crate) print_profile: Option<Shipped>,
    /// Say nothing of what became of columns and rows
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// The largest input to read, in bytes [default: 268435456]
    #[arg(long, value_name = "N")]
    pub(crate) max_bytes: Option<u64>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct ExportArgs {
    /// The form: a workbook or a table; as the ending of --output says unless given
    #[arg(long, value_enum)]
    pub(crate) format: Option<ListFormat>,
    #[command(flatten)]
    pub(crate) whole: WholeArgs,
}

/// In which form a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A workbook
    Xlsx,
    /// A table of text
    Csv,
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct TemplateArgs {
    /// The kind of list
    #[arg(value_enum)]
    pub(crate) kind: ListKind,
    /// Where to write the workbook. The file is replaced as a whole or not at all
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

/// A kind of list that has an official form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum ListKind {
    /// Powers and responsibilities
    PowerItem,
    /// Licenses
    LicensingItem,
    /// Services
    ServiceItem,
    /// Powers passed on to townships
    Delegation,
}

impl From<ListKind> for Kind {
    fn from(kind: ListKind) -> Self {
        match kind {
            ListKind::PowerItem => Self::PowerItem,
            ListKind::LicensingItem => Self::LicensingItem,
            ListKind::ServiceItem => Self::ServiceItem,
            ListKind::Delegation => Self::Delegation,
        }
    }
}

/// A profile of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shipped {
    /// The headers of published lists
    Official,
    /// The exchange fields of C 0109, with its code tables
    C0109,
}
