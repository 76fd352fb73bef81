//! Judging the inputs that arguments and configuration name.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use qingdan::import::ImportSettings;
use qingdan::law::openings::Openings;
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::{Checker, FilesChecked, Lang, Limits, Report, Severity};

use crate::args::JudgeArgs;
use crate::clock::today_in_china;
use crate::file::Identity;
use crate::hashed::Hashed;
use crate::input::{self, Input, Unread, tell_unreadable};
use crate::inputs;
use crate::law::{AddedFacts, added_facts, read_data, tell_of};
use crate::other::{Other, other_catalog};
use crate::output::{Output, tell};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::workbooks;

/// What is to be judged, and by what.
pub(crate) struct Judge {
    pub(crate) settings: Settings,
    pub(crate) checker: Checker,
    pub(crate) lang: Lang,
    limits: Limits,
    inputs: Vec<Input>,
    /// Whether a list alone was to name the inputs, and names none.
    none_listed: bool,
    /// What could not be read so far.
    unread: Vec<Unread>,
    superiors: Vec<Other>,
    previous: Option<Other>,
    /// The name of added facts, and the hash of their bytes.
    added: Option<(String, String)>,
    together: bool,
    /// How workbooks are to be read.
    reading: ImportSettings,
    /// The workbooks among the inputs.
    lists: Vec<PathBuf>,
}

/// How findings are shown as they come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown<'a> {
    pub(crate) options: &'a Options,
    /// Whether they are printed; else the report alone is wanted.
    pub(crate) printed: bool,
    /// Whether they are still wanted after they were printed.
    pub(crate) kept: bool,
    pub(crate) from: Severity,
    pub(crate) quiet: bool,
}

/// What came of it.
pub(crate) struct Judged {
    pub(crate) report: Report,
    /// Whether every input could be read.
    pub(crate) is_whole: bool,
}

impl Judge {
    /// None where something that it needs could not be read, or there is nothing to check, which is told.
    pub(crate) fn new(args: &JudgeArgs) -> Option<Self> {
        let settings = Settings::of(args, args.lang.lang())?;
        let config = &settings.config;
        let lang = args.lang.given().or(config.check.lang).unwrap_or_else(|| args.lang.lang());
        let limits = limits(args.max_bytes);
        let asked = args.select.iter().copied().chain(args.level.iter().map(|level| level.rules));
        let mut checker = config.checker_with(asked).limits(limits).files(files_checked(args, &settings));
        checker = settings.profiles.iter().flat_map(|(_, profile)| profile.values()).fold(checker, Checker::parameter);
        checker = checker.select(args.select.iter().copied()).ignore(args.ignore.iter().copied());
        if let Some(day) = args.as_of.or(config.check.as_of).or_else(today_in_china) {
            checker = checker.as_of(day);
        }
        let mut added = None;
        let from_config = |path: &Option<String>| path.as_deref().map(|path| settings.path(path));
        // The day up to which laws are known is that of one file.
        let named = args.law_facts.clone().map(|path| (path, args.law_known_to));
        let configured = || from_config(&config.law.facts).map(|path| (path, config.law.known_to));
        if let Some((path, known_to)) = named.or_else(configured) {
            let AddedFacts { mut facts, sha256 } = added_facts(&path, limits, lang)?;
            if let Some(day) = known_to {
                facts = facts.with_known_to(day);
            }
            checker = checker.law_facts(facts);
            added = Some((path.to_string_lossy().into_owned(), sha256));
        }
        if let Some(path) = args.openings.clone().or_else(|| from_config(&config.law.openings)) {
            checker = checker.openings(openings(&path, limits, lang)?);
        }
        if let Some(threads) = args.threads {
            checker = checker.threads(threads);
        }
        checker = args.parameter.iter().cloned().fold(checker, Checker::parameter);
        checker = args.level.iter().fold(checker, |checker, level| checker.level([level.rules], level.severity));
        let (superiors, previous) = beside(args, &settings, limits, lang)?;
        checker = superiors.iter().fold(checker, |checker, other| checker.superior(&other.catalog));
        checker = previous.iter().fold(checker, |checker, other| checker.previous(&other.catalog));
        let mut unread = Vec::new();
        let inputs::Found { inputs, none_listed } = inputs::of(args, &settings, lang, &mut unread)?;
        let lists = inputs.iter().filter(|input| workbooks::is_one(input, limits)).filter_map(Input::path);
        let lists = lists.map(Path::to_owned).collect();
        let together = args.together || config.check.together == Some(true);
        Some(Self {
            settings,
            checker,
            lang,
            limits,
            inputs,
            none_listed,
            unread,
            superiors,
            previous,
            added,
            together,
            reading: workbooks::settings(&args.reading, lang)?,
            lists,
        })
    }

    /// The names of the inputs, as reports call them, with their paths.
    pub(crate) fn names(&self) -> impl Iterator<Item = (String, Option<&Path>)> {
        self.inputs.iter().map(|input| (input.name(), input.path()))
    }

    /// The files that are judged. What was met in a folder and is no catalog is not: it may be the report of the last run.
    /// Only what is to be written is looked into for that.
    pub(crate) fn catalogs<'a>(&'a self, written: &'a BTreeSet<Identity>) -> impl Iterator<Item = &'a Path> {
        let is_written = |path: &Path| Identity::of(path).is_some_and(|file| written.contains(&file));
        let is_other = |input: &Input, path: &Path| {
            let from = input.open(&self.checker, self.limits);
            from.and_then(|mut from| input::is_something_else(path, self.limits, &mut from)).unwrap_or(false)
        };
        self.inputs.iter().filter_map(move |input| match input {
            Input::File(path) => Some(path.as_path()),
            Input::Met(path) => Some(path.as_path()).filter(|path| is_written(path) && !is_other(input, path)),
            Input::Stdin(_) => None,
        })
    }

    /// The workbooks among the inputs.
    pub(crate) fn workbooks(&self) -> &[PathBuf] {
        &self.lists
    }

    /// How much of a file is read.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Leaves a file out that was met in a folder: a baseline lies beside what it is about.
    pub(crate) fn leave_out(&mut self, path: &Path) {
        let left_out = fs::canonicalize(path).ok();
        let same = |met: &Path| fs::canonicalize(met).ok() == left_out;
        self.inputs.retain(|input| !matches!(input, Input::Met(met) if same(met)));
    }

    /// Judges all inputs; none where there is none, which is told.
    pub(crate) fn judge(mut self, shown: Shown<'_>, output: &mut Output) -> Option<Judged> {
        let mut unread = std::mem::take(&mut self.unread);
        let run = Run { checker: &self.checker, limits: self.limits, lang: self.lang, shown };
        let judge = if self.together { together } else { apart };
        let is_list = |input: &Input| matches!(input, Input::File(path) if self.lists.contains(path));
        let inputs: Vec<Input> = self.inputs.into_iter().filter(|input| !is_list(input)).collect();
        let of_lists = of_workbooks(&run, &self.lists, &self.reading, &mut unread, output);
        let whole = if self.none_listed {
            tell(match self.lang {
                Lang::Zh => "qingdan：--files-from 的清单是空的，没有要检查的文件",
                Lang::En => "qingdan: the list of --files-from is empty, and nothing was to be checked",
            });
            Some(run.checker.check_together(&[]))
        } else {
            judge(&run, &inputs, &mut unread, output)
        };
        let whole = match (of_lists, whole) {
            (Some(mut lists), Some(others)) => {
                lists.append(others);
                Some(lists)
            }
            (lists, others) => lists.or(others),
        };
        let Some(mut report) = whole else {
            if unread.is_empty() {
                tell(match self.lang {
                    Lang::Zh => "qingdan：没有可检查的目录文件",
                    Lang::En => "qingdan: there is no catalog to check",
                });
            }
            return None;
        };
        if let Some((name, sha256)) = &self.added {
            report.name_added_facts(name, sha256);
        }
        for (told, other) in report.beside.iter_mut().zip(self.superiors.into_iter().chain(self.previous)) {
            (told.name, told.sha256) = (Some(other.name), Some(other.sha256));
        }
        let is_whole = unread.is_empty();
        for Unread { name, why } in unread {
            report.add_unread(&name, why);
        }
        Some(Judged { report, is_whole })
    }
}

/// Files that are named are some of all where a configuration says what all are, or where a list of changed ones is given.
fn files_checked(args: &JudgeArgs, settings: &Settings) -> FilesChecked {
    let is_named = !args.inputs.is_empty() && !settings.config.check.include.is_empty();
    if is_named || args.files_from.is_some() { FilesChecked::Some } else { FilesChecked::All }
}

/// How to check.
struct Run<'a> {
    checker: &'a Checker,
    limits: Limits,
    lang: Lang,
    shown: Shown<'a>,
}

/// Checks each input as a catalog of its own; none where there is none.
fn apart(run: &Run<'_>, inputs: &[Input], unread: &mut Vec<Unread>, output: &mut Output) -> Option<Report> {
    let mut whole: Option<Report> = None;
    let mut passed_over = Vec::new();
    let mut progress = Progress::new(inputs.len(), run.shown.quiet, run.lang);
    for input in inputs {
        let name = input.name();
        progress.next(&name, output);
        let checked = check(run, input, &name, &mut progress, output);
        progress.clear();
        match checked {
            Ok(Some(report)) => match &mut whole {
                Some(whole) => whole.append(report),
                None => whole = Some(report),
            },
            Ok(None) => passed_over.push(name),
            Err(fault) => unread.push(tell_unreadable(&name, &fault, run.lang)),
        }
    }
    run.tell_passed_over(&passed_over);
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
    run.tell_passed_over(&passed_over);
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
    }
    report.show(run.shown.from);
    for input in report.inputs.iter().filter(|_| run.shown.printed) {
        let excerpts = Excerpts::of_files(&named);
        human::write_findings(input, Some(&excerpts), run.shown.options, &mut *output).unwrap_or_default();
    }
    Some(report)
}

/// Checks workbooks as one catalog; none where there is none, or none can be made of them, which is told.
fn of_workbooks(
    run: &Run<'_>,
    lists: &[PathBuf],
    reading: &ImportSettings,
    unread: &mut Vec<Unread>,
    output: &mut Output,
) -> Option<Report> {
    let mut progress = Progress::new(lists.len(), run.shown.quiet, run.lang);
    let (read, hashes) = workbooks::all(lists, run.limits, run.lang, unread, |name| progress.next(name, output));
    progress.clear();
    let mut report = workbooks::check((&read, &hashes), reading, run.checker, run.lang, unread)?;
    report.show(run.shown.from);
    for input in report.inputs.iter().filter(|_| run.shown.printed) {
        human::write_findings(input, None, run.shown.options, &mut *output).unwrap_or_default();
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
fn beside(args: &JudgeArgs, settings: &Settings, limits: Limits, lang: Lang) -> Option<(Vec<Other>, Option<Other>)> {
    let config = &settings.config.check;
    let configured = || config.superior.iter().map(|path| settings.path(path)).collect();
    let superiors = if args.superior.is_empty() { configured() } else { args.superior.clone() };
    let superiors = superiors.iter().map(|path| other_catalog(path, limits, lang)).collect::<Option<_>>()?;
    let previous = args.previous.clone().or_else(|| config.previous.as_deref().map(|path| settings.path(path)));
    let previous = match previous {
        Some(path) => Some(other_catalog(&path, limits, lang)?),
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
fn check(
    run: &Run<'_>,
    input: &Input,
    name: &str,
    progress: &mut Progress,
    output: &mut Output,
) -> io::Result<Option<Report>> {
    let Some(mut from) = open(run, input)? else { return Ok(None) };
    let mut report = input.checker(run.checker).check_reader(name, &mut from)?;
    progress.clear();
    report.show(run.shown.from);
    for input in &mut report.inputs {
        // What was not read to its end has no known hash.
        input.sha256 = match input.bytes {
            Some(bytes) => from.sha256(bytes)?,
            None => None,
        };
        let Shown { options, printed, kept, .. } = run.shown;
        if printed {
            let excerpts = if input.findings.is_empty() { None } else { Some(Excerpts::of_reader(&mut from)?) };
            human::write_findings(input, excerpts.as_ref(), options, &mut *output).unwrap_or_default();
        }
        if !kept {
            // What was shown need not be held while other files are read.
            input.findings.clear();
            input.set_aside.clear();
        }
    }
    Ok(Some(report))
}

impl Run<'_> {
    /// Tells in one line what was met in folders and is no catalog, so that nothing goes unchecked unnoticed.
    fn tell_passed_over(&self, names: &[String]) {
        let count = names.len();
        if count == 0 || self.shown.quiet {
            return;
        }
        let first: Vec<&str> = names.iter().take(3).map(String::as_str).collect();
        let first = first.join(match self.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        });
        let etc = if count > 3 { "…" } else { "" };
        tell(&match self.lang {
            Lang::Zh => format!("qingdan：不是目录，未检查（{count} 个）：{first}{etc}；要检查请直接写文件名"),
            Lang::En => {
                format!("qingdan: no catalog, not checked ({count}): {first}{etc}; name a file to have it checked")
            }
        });
    }
}
