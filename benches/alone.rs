//! The library alone: checks or reads one file, without the hash and the written report of the command. What
//! `benches/run` and `.ci/instructions` count is this process: `alone check FILE [THREADS]`, `alone read FILE`.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "it is run by scripts, which see what went wrong")]

use std::num::NonZeroUsize;
use std::process::ExitCode;

use qingdan::{Checker, Limits, Severity};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let limits = Limits::default().with_max_bytes(u64::MAX);
    match &*arguments {
        ["check", file, threads @ ..] => {
            let threads = threads.first().map_or(NonZeroUsize::MIN, |threads| threads.parse().unwrap());
            let checker = Checker::new().as_of("2026-11-23".parse().unwrap()).limits(limits).threads(threads);
            let report = checker.check_file(file).unwrap();
            let records: u64 = report.inputs.iter().flat_map(|input| input.records.values()).sum();
            let [errors, warnings] = [Severity::Error, Severity::Warning].map(|severity| report.count(severity));
            println!("{records} records, {errors} errors, {warnings} warnings");
        }
        ["read", file] => {
            let reading = qingdan::open(file, limits).unwrap();
            let records = reading.catalog.as_ref().map_or(0, qingdan::Catalog::len);
            println!("{records} records, {} faults", reading.findings.len());
        }
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}
