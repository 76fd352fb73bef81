//! The arguments of `qingdan check` and of what judges catalogs as it does.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Subcommand, ValueEnum};
use qingdan::RuleSelector;
use qingdan::Severity;
use qingdan::law::region::GivenValue;
use qingdan::model::Date;
use qingdan::report::FailLevel;
use qingdan::writer::ReportFormat;

use super::after::{BASELINE, EXIT_CODES};
use super::{COLOR_HELP, Color, ProfileArgs};
use crate::language::LangArg;
use crate::parameter::parameter;
use crate::report_file::{ReportFile, report_file};
use crate::selector::{Level, level, selector};

/// What is judged, and by what.
#[derive(Debug, clap::Args)]
pub(crate) struct JudgeArgs {
    /// Catalogs: files, folders, patterns such as `lists/**/*.json`, or `-` for standard input. Below a folder all *.json,
    /// *.ndjson and *.jsonl are checked but those that are well-formed JSON without any member of a catalog, such as JSON
    /// Schemas; names that begin with a dot, symbolic links and what .gitignore, .ignore or .qingdanignore names are passed
    /// over. Unless given, what the configuration includes. Workbooks (xls, xlsx) and tables (csv) that are named are read as
    /// `qingdan import` reads them, all as one catalog
    #[arg(value_name = "FILE|FOLDER|PATTERN|-")]
    pub(crate) inputs: Vec<PathBuf>,
    /// A file that names the inputs, or `-` for standard input: one on each line, or each ended by a NUL
    #[arg(long, value_name = "FILE|-")]
    pub(crate) files_from: Option<PathBuf>,
    /// A pattern of files that are not checked when they are met in a folder or by a pattern; several
    #[arg(long, value_name = "PATTERN")]
    pub(crate) exclude: Vec<String>,
    /// The configuration, instead of the `qingdan.toml` that is nearest above the working folder
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Heed no configuration
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
    /// The day as of which to judge, YYYY-MM-DD; today in China (UTC+8) unless given
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Facts about legal instruments, as CSV: title, rank, status and more (`qingdan law` tells the columns and what is
    /// held). A title in it goes before what is held
    #[arg(long, value_name = "FILE")]
    pub(crate) law_facts: Option<PathBuf>,
    /// How the articles of instruments begin (rule QD210), as `qingdan law build` writes it. An edition in it goes before what
    /// is held
    #[arg(long, value_name = "FILE")]
    pub(crate) openings: Option<PathBuf>,
    /// The day up to which all laws are in --law-facts, YYYY-MM-DD, where that is later than what is held; as of days
    /// more than twelve months later nothing is judged by these facts
    #[arg(long, value_name = "DATE", requires = "law_facts")]
    pub(crate) law_known_to: Option<Date>,
    /// The list of a superior level, by which rules judge that need it (QD801 to QD806, QD813); without it they do not
    /// run. Several from the highest to the nearest: nation, region, league; the nearest that has an item speaks
    #[arg(long, value_name = "FILE")]
    pub(crate) superior: Vec<PathBuf>,
    /// The edition before this one, by which rules judge that need it (QD807, QD809, QD810, QD812); without it they do not
    /// run
    #[arg(long, value_name = "FILE")]
    pub(crate) previous: Option<PathBuf>,
    /// What the region fixes for itself, by rules that need it (QD811) or hold a value for some regions only:
    /// `adjustment_publication=20wd`, with the day from which it holds where that is not always, `=20wd@2025-07-01`. Names:
    /// `document_validity`, `trial_document_validity`, `adjustment_publication`, `delegation_evaluation`. Units: wd, cd, d
    /// (working, calendar, plain days), h, m, y. It goes before what is held
    #[arg(long, value_name = "NAME=VALUE", value_parser = parameter)]
    pub(crate) parameter: Vec<GivenValue>,
    /// The files are one catalog: references lead from file to file, and there is one verdict over all
    #[arg(long)]
    pub(crate) together: bool,
    /// On how many threads to judge NDJSON, one unless given; no report depends on it. A document is judged on one
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Only these rules: codes such as QD101, families such as QD1, or names such as shape, separated by commas
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = selector)]
    pub(crate) select: Vec<RuleSelector>,
    /// Not these rules; goes before --select
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = selector)]
    pub(crate) ignore: Vec<RuleSelector>,
    /// How grave the findings of a rule or family are to be called: QD116=error, QD1=info; also several, separated by
    /// commas. The last word on a rule counts. It decides what is an error for the exit code, and never a verdict
    #[arg(long, value_name = "RULE=SEVERITY", value_delimiter = ',', value_parser = level)]
    pub(crate) level: Vec<Level>,
    #[command(flatten)]
    pub(crate) reading: ProfileArgs,
    /// What to call standard input; its ending tells the spelling, as with files
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// The largest input to read, in bytes [default: 268435456]
    #[arg(long, value_name = "N")]
    pub(crate) max_bytes: Option<u64>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    /// How to report
    #[arg(long, value_parser = formats(), default_value = "human")]
    pub(crate) format: ReportFormat,
    /// Where to write the report; standard output unless given. The file is replaced as a whole or not at all
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// A further report in a form of --format, `sarif=out/check.sarif`; several. Folders that are not there are made.
    /// `annotated=FOLDER` writes the workbooks that were checked into a folder, with the findings in their cells
    #[arg(long, value_name = "FORMAT=FILE", value_parser = report_file)]
    pub(crate) report: Vec<ReportFile>,
    /// The findings that are known, as `qingdan baseline write` writes them: only others are listed and fail the check
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// From which severity on a finding makes the exit code 1 [default: error]
    #[arg(long, value_name = "LEVEL", value_parser = fail_levels())]
    pub(crate) fail_level: Option<FailLevel>,
    /// From which severity on findings are listed, all unless given; all are counted
    #[arg(long, value_name = "LEVEL", value_parser = severities())]
    pub(crate) show_level: Option<Severity>,
    /// How many different findings of a file to print for people, 0 for all, 1000 unless given; other forms have all
    #[arg(long, value_name = "N")]
    pub(crate) max_findings: Option<usize>,
    /// For people, print the number of findings of each rule instead of the findings
    #[arg(long)]
    pub(crate) statistics: bool,
    /// For people, print no summary; and say nothing of what was passed over
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN", help = COLOR_HELP)]
    pub(crate) color: Color,
}

fn formats() -> impl TypedValueParser<Value = ReportFormat> {
    PossibleValuesParser::new(ReportFormat::NAMES).try_map(|text| text.parse::<ReportFormat>())
}

fn fail_levels() -> impl TypedValueParser<Value = FailLevel> {
    PossibleValuesParser::new(FailLevel::NAMES).try_map(|text| text.parse::<FailLevel>())
}

fn severities() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(Severity::NAMES).try_map(|text| text.parse::<Severity>())
}

/// What is known is a file of lines, sorted, one entry a line, never by line of the catalog.
#[derive(Debug, clap::Args)]
#[command(after_help = BASELINE)]
pub(crate) struct BaselineArgs {
    #[command(subcommand)]
    pub(crate) command: BaselineCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BaselineCommand {
    /// Take up what is found now in these files, in place of what was known of them
    Write(KnownArgs),
    /// Take out what is not there any more in these files, and nothing else
    Update(KnownArgs),
    /// Tell what is new and what is not there any more
    Check(KnownArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct KnownArgs {
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    /// The file of what is known; unless given that of the configuration, or `qingdan-baseline.jsonl`
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    pub(crate) command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print the value of every setting, and the file and line that it is from
    Show(ShowArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    /// The configuration, instead of the `qingdan.toml` that is nearest above the working folder
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    pub(crate) format: ShowFormat,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For people
    Human,
    /// For programs
    Json,
}

/// A number of which there is at least one.
fn at_least_one(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "expected a whole number of at least 1")
}
