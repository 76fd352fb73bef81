//! The arguments of `qingdan impact`.

use std::path::PathBuf;

use clap::ValueEnum;
use qingdan::model::Date;

use super::whole::WholeArgs;

#[derive(Debug, clap::Args)]
pub(crate) struct ImpactArgs {
    /// The first day, YYYY-MM-DD: the law as the list was made by it
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Date,
    /// The second day, YYYY-MM-DD, after the first; what changes on it is told
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Date,
    /// How to show it
    #[arg(long, value_enum, default_value_t = ImpactFormat::Human)]
    pub(crate) format: ImpactFormat,
    /// Facts about legal instruments, as CSV: title, rank, status and more (`qingdan law` tells the columns and what is
    /// held). A title in it goes before what is held
    #[arg(long, value_name = "FILE")]
    pub(crate) law_facts: Option<PathBuf>,
    /// How the articles of instruments begin, as `qingdan law build` writes it. An edition in it goes before what is held
    #[arg(long, value_name = "FILE")]
    pub(crate) openings: Option<PathBuf>,
    /// The day up to which all laws are in --law-facts, YYYY-MM-DD, where that is later than what is held
    #[arg(long, value_name = "DATE", requires = "law_facts")]
    pub(crate) law_known_to: Option<Date>,
    #[command(flatten)]
    pub(crate) whole: WholeArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImpactFormat {
    /// For people
    Human,
    /// For people, as one page of Markdown
    Markdown,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
    /// One page with a table for each instrument
    Html,
}
