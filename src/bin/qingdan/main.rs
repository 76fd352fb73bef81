//! The command `qingdan`: arguments, files and exit codes. What a catalog should be is decided in the library.
//!
//! Exit codes: 0 no error found, 1 errors found, 2 it could not do what was asked; 2 goes before 1. The report goes
//! to standard output, everything else to standard error. Every string that came from data, file names or arguments
//! passes the sanitizer of the library before it is printed.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches as _;

mod adjust;
mod annotated;
mod args;
mod baseline;
mod check;
mod clock;
mod codelist;
mod completions;
mod config;
mod conformance;
mod convert;
mod delegations;
mod diff;
mod editions;
mod explain;
mod export;
mod fields;
mod figures;
mod file;
mod fix;
mod hashed;
mod help;
mod impact;
mod import;
mod input;
mod inputs;
mod judge;
mod language;
mod law;
mod law_build;
mod man;
mod other;
mod output;
mod parameter;
mod progress;
mod reading;
mod refuse;
mod report_file;
mod rules;
mod schema;
mod selector;
mod settings;
mod template;
mod whole;
mod workbooks;

use args::{Args, Command};
use output::{Outcome, Output};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    if arguments.len() < 2 {
        // Never walk the current folder by surprise.
        output::tell(args::SHORT_USAGE);
        return Outcome::Failed.into();
    }
    let lang = language::of_arguments(&arguments);
    let matches = help::command(lang).try_get_matches_from(arguments);
    let outcome = match matches.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(Args { command }) => run(command),
        Err(error) => refuse::refuse(error, lang),
    };
    outcome.into()
}

fn run(command: Command) -> Outcome {
    let mut output = Output::new();
    let outcome = match command {
        Command::Check(args) => check::run(&args, &mut output),
        Command::Baseline(args) => baseline::run(&args, &mut output),
        Command::Config(args) => config::run(&args, &mut output),
        Command::Import(args) => import::run(&args, &mut output),
        Command::Export(args) => export::run(&args, &mut output),
        Command::Template(args) => template::run(&args),
        Command::Schema(args) => schema::run(&args, &mut output),
        Command::Figures(args) => figures::run(&args, &mut output),
        Command::Delegations(args) => delegations::run(&args, &mut output),
        Command::Diff(args) => diff::run(&args, &mut output),
        Command::Adjust(args) => adjust::run(&args, &mut output),
        Command::Conformance(args) => conformance::run(&args, &mut output),
        Command::Impact(args) => impact::run(&args, &mut output),
        Command::Rules(args) => rules::run(&args, &mut output),
        Command::Explain(args) => explain::run(&args, &mut output),
        Command::Law(args) => law::run(&args, &mut output),
        Command::Convert(args) => convert::run(&args, &mut output),
        Command::Fields(args) => fields::run(&args, &mut output),
        Command::Codelist(args) => codelist::run(&args, &mut output),
        Command::Completions(args) => completions::run(&args, &mut output),
        Command::Man(args) => man::run(&args, &mut output),
        Command::Fix(args) => fix::run(&args, &mut output),
    };
    outcome.max(output.finish())
}
