//! `qingdan check`.

use std::io;
use std::path::Path;

use qingdan::law::openings::Openings;
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::writer::write_json;
use qingdan::{Checker, Lang, Limits, Message, Report, Severity};

use crate::args::{CheckArgs, Format};
use crate::clock::today_in_china;
use crate::hashed::Hashed;
use crate::input::{self, Input, Unread, tell_unreadable, tell_why};
use crate::law::{AddedFacts, added_facts, read_data, tell_of};
use crate::other::{Other, other_catalog};
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
    if let Some(threads) = args.threads {
        checker = checker.threads(threads);
    }
    for value in &args.parameter {
        checker = checker.parameter(value.clone());
    }
    for level in &args.level {
        checker = checker.level([level.rules], level.severity);
    }
    let Some((superiors, previous)) = beside(args, limits, lang) else { return Outcome::Failed };
    checker = superiors.iter().fold(checker, |checker, other| checker.superior(&other.catalog));
    checker = previous.iter().fold(checker, |checker, other| checker.previous(&other.catalog));
    let mut unread = Vec::new();
    let Some(inputs) = inputs(args, lang, &mut unread) else {
        return Outcome::Failed;
    };
    let mut options = Options::new(lang);
    options.color = args.color.wanted();
    match args.max_findings {
        Some(0) => options.max_findings = usize::MAX,
        Some(most) => options.max_findings = most,
        None => {}
    }
    let shown = (args.format == Format::Human).then_some(&options);
    let run = Run { checker: &checker, limits, lang, shown };
    let judge = if args.together { together } else { apart };
    let whole = judge(&run, &inputs, &mut unread, output);
    let Some(mut report) = whole else {
        if unread.is_empty() {
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
    for (told, other) in report.beside.iter_mut().zip(superiors.into_iter().chain(previous)) {
        (told.name, told.sha256) = (Some(other.name), Some(other.sha256));
    }
    let is_whole = unread.is_empty();
    for Unread { name, why } in unread {
        report.add_unread(&name, why);
    }
    match args.format {
        Format::Human => human::write_summary(&report, &options, &mut *output).unwrap_or_default(),
        Format::Json => write_json(&report, &mut *output).unwrap_or_default(),
    }
    if !is_whole {
        Outcome::Failed
    } else if report.count(Severity::Error) > 0 {
        Outcome::Faulty
    } else {
        Outcome::Clean
    }
}

/// How to check.
struct Run<'a> {
    checker: &'a Checker,
    limits: Limits,
    lang: Lang,
    /// How findings are shown as they come, where they are.
    shown: Option<&'a Options>,
}

/// Checks each input as a catalog of its own; none where there is none.
fn apart(run: &Run<'_>, inputs: &[Input], unread: &mut Vec<Unread>, output: &mut Output) -> Option<Report> {
    let mut whole: Option<Report> = None;
    let mut passed_over = Vec::new();
    for input in inputs {
        let name = input.name();
        match check(run, input, &name, output) {
            Ok(Some(report)) => match &mut whole {
                Some(whole) => whole.append(report),
                None => whole = Some(report),
            },
            Ok(None) => passed_over.push(name),
            Err(fault) => unread.push(tell_unreadable(&name, &fault, run.lang)),
        }
    }
    tell_passed_over(&passed_over, run.lang);
    whole
}

/// Checks all inputs as one catalog; none where there is none. They are held, because each may refer to any.
fn together(run: &Run<'_>, inputs: &[Input], unread: &mut Vec<Unread>, output: &mut Output) -> Option<Report> {
    let mut files: Vec<(String, Vec<u8>, Option<String>)> = Vec::new();
    let mut passed_over = Vec::new();
    for input in inputs {
        let name = input.name();
        match held(run, input) {
            Ok(Some((bytes, sha256))) => files.push((name, bytes, sha256)),
            Ok(None) => passed_over.push(name),
            Err(fault) => unread.push(tell_unreadable(&name, &fault, run.lang)),
        }
    }
    tell_passed_over(&passed_over, run.lang);
    if files.is_empty() {
        return None;
    }
    let named: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes, _)| (name.as_str(), bytes.as_slice())).collect();
    let mut report = run.checker.check_together(&named);
    for input in &mut report.inputs {
        for part in &mut input.parts {
            let file = files.iter().find(|(name, ..)| *name == part.name);
            part.sha256 = file.and_then(|(.., sha256)| sha256.clone());
        }
        if let Some(options) = run.shown {
            human::write_findings(input, Some(&Excerpts::of_files(&named)), options, &mut *output).unwrap_or_default();
        }
    }
    Some(report)
}

/// The bytes of an input with their hash; none where it was met in a folder and is no catalog.
fn held(run: &Run<'_>, input: &Input) -> io::Result<Option<(Vec<u8>, Option<String>)>> {
    let Some(mut from) = open(run, input)? else { return Ok(None) };
    let bytes = run.checker.read_within_limits(&mut from)?;
    let sha256 = from.sha256(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    Ok(Some((bytes, sha256)))
}

/// An input to be read; none where it was met in a folder and is no catalog.
fn open(run: &Run<'_>, input: &Input) -> io::Result<Option<Hashed>> {
    let mut from = input.open(run.checker, run.limits)?;
    if let Input::Met(path) = input
        && input::is_something_else(path, run.limits, &mut from)?
    {
        return Ok(None);
    }
    Ok(Some(from))
}

/// The catalogs beside the one that is checked, superior lists first; none where one could not be read, which is told.
fn beside(args: &CheckArgs, limits: Limits, lang: Lang) -> Option<(Vec<Other>, Option<Other>)> {
    let superiors = args.superior.iter().map(|path| other_catalog(path, limits, lang)).collect::<Option<_>>()?;
    let previous = match &args.previous {
        Some(path) => Some(other_catalog(path, limits, lang)?),
        None => None,
    };
    Some((superiors, previous))
}

/// The openings of a file; none where it could not be read, which is told.
pub(crate) fn openings(path: &Path, limits: Limits, lang: Lang) -> Option<Openings> {
    let bytes = read_data(path, limits, lang)?;
    Openings::from_tsv(&bytes).map_err(|error| tell_of(path, error.message().text(lang), lang)).ok()
}

pub(crate) fn limits(max_bytes: Option<u64>) -> Limits {
    let limits = Limits::default();
    limits.with_max_bytes(max_bytes.unwrap_or(limits.max_bytes))
}

/// Judges one input, shows its findings where options say how, and states its hash, which makes the report evidence.
/// None where the input was met in a folder and is no catalog.
fn check(run: &Run<'_>, input: &Input, name: &str, output: &mut Output) -> io::Result<Option<Report>> {
    let Some(mut from) = open(run, input)? else { return Ok(None) };
    let mut report = input.checker(run.checker).check_reader(name, &mut from)?;
    for input in &mut report.inputs {
        // What was not read to its end has no known hash.
        input.sha256 = match input.bytes {
            Some(bytes) => from.sha256(bytes)?,
            None => None,
        };
        let Some(options) = run.shown else { continue };
        let excerpts = if input.findings.is_empty() { None } else { Some(Excerpts::of_reader(&mut from)?) };
        human::write_findings(input, excerpts.as_ref(), options, &mut *output).unwrap_or_default();
        // What was shown need not be held while other files are read.
        input.findings.clear();
    }
    Ok(Some(report))
}

/// The inputs, each folder with its files; none where there is nothing to check.
fn inputs(args: &CheckArgs, lang: Lang, unread: &mut Vec<Unread>) -> Option<Vec<Input>> {
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
            unread.push(tell_unreadable(&input::name_of(folder), fault, lang));
        }
        if files.is_empty() && faults.is_empty() {
            let why = Message::new(
                "文件夹中没有 .json、.ndjson 或 .jsonl 文件",
                "the folder has no .json, .ndjson or .jsonl file",
            );
            unread.push(tell_why(&input::shown_name(path), why, lang));
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
