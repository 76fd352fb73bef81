//! The arguments.

use std::env;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use qingdan::model::Date;
use qingdan::model::Spelling;
use qingdan::schema::SchemaName;

use crate::language::LangArg;
use crate::output;

mod after;
mod check;
mod dictionary;
mod editions;
mod fix;
mod formats;
mod impact;
mod import;
mod shell;
mod whole;

use after::{EXIT_CODES, RULES_JSON, STATUTE_TEXTS};
pub(crate) use check::{BaselineArgs, BaselineCommand, CheckArgs, ConfigArgs, ConfigCommand, JudgeArgs, ShowFormat};
pub(crate) use dictionary::{CodelistArgs, Described, DictionaryFormat, FieldsArgs};
pub(crate) use editions::{AdjustArgs, DiffArgs, DiffFormat, EditionsArgs};
pub(crate) use fix::FixArgs;
pub(crate) use formats::{ConformanceFormat, DelegationsFormat, FiguresFormat};
pub(crate) use impact::{ImpactArgs, ImpactFormat};
pub(crate) use import::{ExportArgs, ImportArgs, ListFormat, ProfileArgs, Shipped, TemplateArgs};
pub(crate) use shell::{CompletionsArgs, ManArgs};
pub(crate) use whole::WholeArgs;

/// What is said to a command without arguments.
pub(crate) const SHORT_USAGE: &str = "\
qingdan: judges power and licensing catalogs of Chinese local governments
qingdan：按规则判断地方政府权责清单、许可事项清单等目录

  qingdan check catalog.json            check a catalog / 检查一个目录
  qingdan check 权责清单.xlsx           check a workbook / 直接检查工作簿
  qingdan explain QD201 --lang zh       what a rule says / 说明一条规则

Usage: qingdan <check|baseline|config|import|export|template|figures|delegations|conformance|diff|adjust|impact|schema|rules|explain|law|convert|fix|fields|codelist|completions|man> ...; more with `qingdan --help`";

/// Judges power and licensing catalogs of Chinese local governments by rules grounded in statute.
#[derive(Debug, Parser)]
#[command(name = "qingdan", version, max_term_width = 100, after_help = EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const COLOR_HELP: &str = "Whether to colour the report; auto heeds NO_COLOR, CLICOLOR_FORCE and TERM=dumb";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check catalogs and report what is wrong, where, and on what ground
    Check(CheckArgs),
    /// Keep the list of findings that are known, so that only new ones fail a pipeline
    Baseline(BaselineArgs),
    /// Show the configuration that holds here, and where each setting is from
    Config(ConfigArgs),
    /// Make a catalog of the workbooks that departments keep, and say of every column and row what became of it
    Import(ImportArgs),
    /// Write the power list of a catalog in its official form, so that a department can work on it and hand it back
    Export(ExportArgs),
    /// Write an empty list to fill: official columns, explanations, and choices where there are some
    Template(TemplateArgs),
    /// Count a catalog: statistics with unit, numerator, denominator and definition, and what comes of published figures
    Figures(FiguresArgs),
    /// Show delegated powers over time: who exercises which power in which township since when, with gaps and double
    /// exercise
    Delegations(DelegationsArgs),
    /// Put a catalog beside the lists of superior levels: what is carried down, set locally, or authorised by nothing, what
    /// differs, and what is not claimed
    Conformance(ConformanceArgs),
    /// Compare two editions of a catalog: what was kept, cancelled, devolved, added and changed, each with its class in
    /// law and the adjustment that records it
    Diff(DiffArgs),
    /// Draft the adjustment records that are missing between two editions
    Adjust(AdjustArgs),
    /// Show what happens to items between two days because the law changed: which lose their ground, which articles have
    /// another number, and which law moved most of them
    Impact(ImpactArgs),
    /// Print a JSON Schema of the exchange format, or list them
    Schema(SchemaArgs),
    /// List all rules, those announced and not built yet among them; or print their reference
    Rules(RulesArgs),
    /// Say what a rule checks, why, and how to correct what it finds
    Explain(ExplainArgs),
    /// Print the law by which the rules judge: the tables of who may set what, what is known of one instrument, or all
    /// known instruments
    Law(LawArgs),
    /// Write a catalog in the other spelling: document or NDJSON
    Convert(ConvertArgs),
    /// Correct in catalogs what is certain, and touch nothing else: shown as a diff first, done with --write
    Fix(FixArgs),
    /// Print the data dictionary: each field with its Chinese term, type, values, source, and the rules that read it
    Fields(FieldsArgs),
    /// Print the code lists with the Chinese titles of their values
    Codelist(CodelistArgs),
    /// Print a script that lets a shell complete commands and options
    Completions(CompletionsArgs),
    /// Print the manual page of qingdan, or write the pages of all commands
    Man(ManArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct FiguresArgs {
    /// How to show them
    #[arg(long, value_enum, default_value_t = FiguresFormat::Human)]
    pub(crate) format: FiguresFormat,
    #[command(flatten)]
    pub(crate) whole: WholeArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DelegationsArgs {
    /// How to show them
    #[arg(long, value_enum, default_value_t = DelegationsFormat::Human)]
    pub(crate) format: DelegationsFormat,
    /// The day as of which to say how each delegation stands, YYYY-MM-DD; today in China (UTC+8) unless given
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    #[command(flatten)]
    pub(crate) whole: WholeArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ConformanceArgs {
    /// The list of a superior level. Several from the highest to the nearest: nation, region, league; the nearest that has
    /// an item speaks
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) superior: Vec<PathBuf>,
    /// How to show it
    #[arg(long, value_enum, default_value_t = ConformanceFormat::Human)]
    pub(crate) format: ConformanceFormat,
    /// The day as of which to look up ranks and editions of instruments, YYYY-MM-DD; today in China (UTC+8) unless given
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    #[command(flatten)]
    pub(crate) whole: WholeArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// The schema to print; without it the schemas are listed
    pub(crate) name: Option<SchemaName>,
    /// Write every schema into this folder instead
    #[arg(long, value_name = "FOLDER", conflicts_with = "name")]
    pub(crate) all_to: Option<PathBuf>,
    /// The strict variant, for editors and validators: a field that the format does not have is an error, nothing may
    /// be null, and there are no keywords but those of JSON Schema. Its files are named NAME.strict.schema.json
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = RULES_JSON)]
pub(crate) struct RulesArgs {
    /// How to list them
    #[arg(long, value_enum, default_value_t = RulesFormat::Human)]
    pub(crate) format: RulesFormat,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// For people: one line a rule
    Human,
    /// For programs
    Json,
    /// One page with what each rule checks, why, and how to correct what it finds
    Markdown,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// The code of the rule, such as QD201, or its name
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

/// The name of a subcommand goes before a title; no instrument is called so.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct LawArgs {
    #[command(subcommand)]
    pub(crate) command: Option<LawCommand>,
    /// An instrument, such as 水法: its editions, how it stands, its last article, what took its place. Without it the
    /// tables of law are printed
    #[arg(value_name = "TITLE", group = "which")]
    pub(crate) title: Option<String>,
    /// All known instruments, one edition a line
    #[arg(long, group = "which")]
    pub(crate) instruments: bool,
    /// The day as of which to say how the instrument stands, YYYY-MM-DD; today in China (UTC+8) unless given
    #[arg(long, value_name = "DATE", requires = "title")]
    pub(crate) as_of: Option<Date>,
    /// Facts about legal instruments besides those that are held, as CSV; a title in it goes before what is held
    #[arg(long, value_name = "FILE", requires = "which")]
    pub(crate) law_facts: Option<PathBuf>,
    /// How to print; for people unless given, and instruments as CSV
    #[arg(long, value_enum)]
    pub(crate) format: Option<LawFormat>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LawCommand {
    /// Make facts about instruments from a folder of statute texts, and say on what each fact rests
    Build(LawBuildArgs),
}

#[derive(Debug, clap::Args)]
#[command(after_help = STATUTE_TEXTS)]
pub(crate) struct LawBuildArgs {
    /// The folder; all *.md, *.markdown and *.txt below it are read, each the text of one edition of one instrument
    pub(crate) folder: PathBuf,
    /// The day as of which the texts were seen to be the ones in force, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(crate) seen_on: Date,
    /// Where to write the facts, as CSV for --law-facts; standard output unless given. The file is replaced as a whole
    /// or not at all
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Where to write how the articles begin, for `check --openings`
    #[arg(long, value_name = "OUT")]
    pub(crate) openings: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LawFormat {
    /// For people; the tables as one page of Markdown
    Human,
    /// For programs
    Json,
    /// For spreadsheets, and for --law-facts; only with --instruments
    Csv,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ConvertArgs {
    /// The spelling to write; the other one unless given
    #[arg(long, value_enum)]
    pub(crate) to: Option<Target>,
    #[command(flatten)]
    pub(crate) whole: WholeArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Whether to colour what goes to standard output.
    pub(crate) fn wanted(self) -> bool {
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if set("NO_COLOR") => false,
            Self::Auto if set("CLICOLOR_FORCE") && env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0") => {
                true
            }
            Self::Auto => env::var_os("TERM").is_none_or(|term| term != "dumb") && output::is_terminal(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// One JSON object with an array per kind
    Document,
    /// One record a line
    Ndjson,
}

impl From<Target> for Spelling {
    fn from(target: Target) -> Self {
        match target {
            Target::Document => Self::Document,
            Target::Ndjson => Self::Ndjson,
        }
    }
}
