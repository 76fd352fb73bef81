//! `qingdan check`.

use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use qingdan::law::openings::Openings;
use qingdan::model::Date;
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::writer::write_json;
use qingdan::{Checker, Lang, Limits, Report, Severity};

use crate::args::{CheckArgs, Format};
use crate::input::{self, Input, tell_unreadable};
use crate::law::{AddedFacts, added_facts, read_data, tell_of};
use crate::output::{Outcome, Output, tell};

pub(crate) fn run(args: &CheckArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let limits = limits(args.max_bytes);
    let mut checker =
        Checker::new().limits(limits).select(args.select.iter().copied()).ignore(args.ignore.iter().copied());
    if let Some(day) = args.as_of.or_else(today_in_china) {
        checker = checker.as_of(day);
    }
    let mut added = None;
    if let Some(path) = &args.law_facts {
        let Some(AddedFacts { mut facts, sha256 }) = added_facts(path, limits, lang) else { return Outcome::Failed };
        if let Some(day) = args.law_known_to {
            facts = facts.with_known_to(day);
        }
        checker = checker.law_facts(facts);
        added = Some((path.to_string_lossy(), sha256));
    }
    if let Some(path) = &args.openings {
        match openings(path, limits, lang) {
            Some(openings) => checker = checker.openings(openings),
            None => return Outcome::Failed,
        }
    }
    let mut failures = 0;
    let Some(inputs) = inputs(args, lang, &mut failures) else {
        return Outcome::Failed;
    };
    let mut options = Options { lang, color: args.color.wanted(), ..Options::default() };
    let mut whole: Option<Report> = None;
    let mut passed_over = Vec::new();
    for input in &inputs {
        let name = input.name();
        let shown = (args.format == Format::Human).then_some(&options);
        let report = match check(&checker, limits, input, &name, shown, output) {
            Ok(Some(report)) => report,
            Ok(None) => {
                passed_over.push(name);
                continue;
            }
            Err(fault) => {
                tell_unreadable(&name, &fault, lang);
                failures = failures.saturating_add(1);
                continue;
            }
        };
        match &mut whole {
            Some(whole) => whole.append(report),
            None => whole = Some(report),
        }
    }
    tell_passed_over(&passed_over, lang);
    let Some(mut report) = whole else {
        if failures == 0 {
            tell(match lang {
                Lang::Zh => "qingdan：没有可检查的目录文件",
                Lang::En => "qingdan: there is no catalog to check",
            });
        }
        return Outcome::Failed;
    };
    if let Some((name, sha256)) = &added {
        report.name_added_facts(name, sha256);
    }
    options.unreadable = failures;
    match args.format {
        Format::Human => human::write_summary(&report, &options, &mut *output).unwrap_or_default(),
        Format::Json => write_json(&report, &mut *output).unwrap_or_default(),
    }
    if failures > 0 {
        Outcome::Failed
    } else if report.count(Severity::Error) > 0 {
        Outcome::Faulty
    } else {
        Outcome::Clean
    }
}

/// The openings of a file; none where it could not be read, which is told.
fn openings(path: &Path, limits: Limits, lang: Lang) -> Option<Openings> {
    let bytes = read_data(path, limits, lang)?;
    Openings::from_tsv(&bytes).map_err(|error| tell_of(path, error.message().text(lang), lang)).ok()
}

pub(crate) fn limits(max_bytes: Option<u64>) -> Limits {
    let limits = Limits::default();
    Limits { max_bytes: max_bytes.unwrap_or(limits.max_bytes), ..limits }
}

/// Judges one input, shows its findings where options say how, and states its hash, which makes the report evidence.
/// None where the input was met in a folder and is no catalog.
fn check(
    checker: &Checker,
    limits: Limits,
    input: &Input,
    name: &str,
    shown: Option<&Options>,
    output: &mut Output,
) -> io::Result<Option<Report>> {
    let mut from = input.open(checker, limits)?;
    if let Input::Met(path) = input
        && input::is_something_else(path, limits, &mut from)?
    {
        return Ok(None);
    }
    let mut report = input.checker(checker).check_reader(name, &mut from)?;
    for input in &mut report.inputs {
        // What was not read to its end has no known hash.
        input.sha256 = input.bytes.and_then(|bytes| from.sha256(bytes));
        let Some(options) = shown else { continue };
        let excerpts = if input.findings.is_empty() { None } else { Some(Excerpts::of_reader(&mut from)?) };
        human::write_findings(input, excerpts.as_ref(), options, &mut *output).unwrap_or_default();
        // What was shown need not be held while other files are read.
        input.findings.clear();
    }
    Ok(Some(report))
}

/// The inputs, each folder with its files; none where there is nothing to check.
fn inputs(args: &CheckArgs, lang: Lang, failures: &mut usize) -> Option<Vec<Input>> {
    let stdin_name = args.stdin_filename.as_deref();
    if stdin_name.is_some() && args.inputs.iter().all(|path| path != Path::new("-")) {
        tell(match lang {
            Lang::Zh => "qingdan：--stdin-filename 只用于标准输入（-）",
            Lang::En => "qingdan: --stdin-filename is for standard input (-)",
        });
        return None;
    }
    let mut inputs = Vec::new();
    for path in &args.inputs {
        let input = Input::named(path, stdin_name);
        if matches!(input, Input::Stdin(_)) && inputs.contains(&input) {
            tell(match lang {
                Lang::Zh => "qingdan：标准输入只能检查一次",
                Lang::En => "qingdan: standard input can be checked once",
            });
            return None;
        }
        if matches!(input, Input::Stdin(_)) || !path.is_dir() {
            inputs.push(input);
            continue;
        }
        let (files, faults) = input::walk(path, input::may_be_catalog);
        for (folder, fault) in &faults {
            tell_unreadable(&input::name_of(folder), fault, lang);
            *failures = failures.saturating_add(1);
        }
        if files.is_empty() && faults.is_empty() {
            let name = input::shown_name(path);
            tell(&match lang {
                Lang::Zh => format!("qingdan：文件夹 {name} 中没有 .json、.ndjson 或 .jsonl 文件"),
                Lang::En => format!("qingdan: the folder {name} has no .json, .ndjson or .jsonl file"),
            });
            *failures = failures.saturating_add(1);
        }
        inputs.extend(files.into_iter().map(Input::Met));
    }
    Some(input::once_each(inputs))
}

/// Tells in one line what was met in folders and is no catalog, so that nothing goes unchecked unnoticed.
fn tell_passed_over(names: &[String], lang: Lang) {
    let count = names.len();
    if count == 0 {
        return;
    }
    let first: Vec<&str> = names.iter().take(3).map(String::as_str).collect();
    let first = first.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    });
    let etc = if count > 3 { "…" } else { "" };
    tell(&match lang {
        Lang::Zh => format!("qingdan：不是目录，未检查（{count} 个）：{first}{etc}；要检查请直接写文件名"),
        Lang::En => format!("qingdan: no catalog, not checked ({count}): {first}{etc}; name a file to have it checked"),
    });
}

/// Today by the clock of China, which is eight hours ahead of UTC all year. The one place that reads the clock.
pub(crate) fn today_in_china() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs().saturating_add(8 * 60 * 60);
    day(usize::try_from(seconds / (24 * 60 * 60)).ok()?)
}

/// The day that comes this many days after 1970-01-01.
fn day(number: usize) -> Option<Date> {
    let months = (1970..=9999).flat_map(|year| (1..=12).map(move |month| (year, month)));
    months.flat_map(|(year, month)| (1..=31).filter_map(move |day| Date::new(year, month, day).ok())).nth(number)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_counted_through_leap_years() {
        let cases =
            [(0, "1970-01-01"), (58, "1970-02-28"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_780, "2026-11-23")];
        for (number, expected) in cases {
            assert_eq!(day(number).unwrap().to_string(), expected);
        }
    }
}
