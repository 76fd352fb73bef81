//! `qingdan baseline`, and the baseline that a check is held against.
//!
//! Names of files in a baseline are relative to the folder in which it lies, so that it means the same wherever the command
//! runs; reports call files as the arguments do.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use qingdan::baseline::{Baseline, StaleEntry};
use qingdan::print::printable;
use qingdan::writer::human::Options;
use qingdan::{Lang, Severity};

use crate::args::{BaselineArgs, BaselineCommand};
use crate::file;
use crate::input::{name_of, shown_name, tell_unreadable};
use crate::judge::{Judge, Judged, Shown};
use crate::output::{Outcome, Output, tell};

/// What a baseline is called where nobody says.
const NAME: &str = "qingdan-baseline.jsonl";

pub(crate) fn run(args: &BaselineArgs, output: &mut Output) -> Outcome {
    let (BaselineCommand::Write(whats) | BaselineCommand::Update(whats) | BaselineCommand::Check(whats)) =
        &args.command;
    let Some(mut judge) = Judge::new(&whats.judge) else { return Outcome::Failed };
    let lang = judge.lang;
    let configured = judge.settings.config.check.baseline.as_deref().map(|path| judge.settings.path(path));
    let path = whats.baseline.clone().or(configured).unwrap_or_else(|| PathBuf::from(NAME));
    let is_new = matches!(args.command, BaselineCommand::Write(_)) && !path.exists();
    let known = if is_new { Some(Baseline::new()) } else { read(&path, &judge) };
    let Some(mut known) = known else { return Outcome::Failed };
    judge.leave_out(&path);
    let names: BTreeMap<String, String> =
        judge.names().map(|(name, input)| (name, kept_as(input, &path))).filter(|(name, kept)| name != kept).collect();
    let options = Options::new(lang);
    let shown = Shown { options: &options, printed: false, kept: true, from: Severity::Info, quiet: true };
    let Some(Judged { report, is_whole }) = judge.judge(shown, output) else { return Outcome::Failed };
    if !is_whole {
        // A file that was not read would lose all that is known of it.
        tell(match lang {
            Lang::Zh => "qingdan：有文件无法读取，基线未改动",
            Lang::En => "qingdan: a file could not be read, and the baseline stays as it is",
        });
        return Outcome::Failed;
    }
    let told = Told { path: &path, lang };
    match &args.command {
        BaselineCommand::Write(_) => {
            known.take_over(&report);
            let outcome = told.put(known, &names);
            if outcome == Outcome::Clean {
                told.written(&Baseline::of(&report), output);
            }
            outcome
        }
        BaselineCommand::Update(_) => {
            let (stale, new) = (known.take_out_stale(&report), known.new_in(&report));
            let outcome = if stale.is_empty() { Outcome::Clean } else { told.put(known, &names) };
            told.changed(&stale, new, output);
            outcome
        }
        BaselineCommand::Check(_) => {
            let (stale, new) = (known.stale(&report), known.new_in(&report));
            told.changed(&stale, new, output);
            if stale.is_empty() && new == 0 { Outcome::Clean } else { Outcome::Faulty }
        }
    }
}

/// The baseline of a file, its names those by which the inputs are called; none where it cannot be read, which is told.
pub(crate) fn read(path: &Path, judge: &Judge) -> Option<Baseline> {
    let (name, lang) = (name_of(path), judge.lang);
    let bytes = fs::read(path).map_err(|fault| tell_unreadable(&name, &fault, lang)).ok()?;
    let known = Baseline::from_lines(&bytes).map_err(|wrong| {
        let (name, line) = (printable(&name), wrong.line);
        tell(&match lang {
            Lang::Zh => format!("qingdan：{name}:{line}：{}", wrong.message.zh),
            Lang::En => format!("qingdan: {name}:{line}: {}", wrong.message.en),
        });
    });
    let called: BTreeMap<String, String> =
        judge.names().map(|(called, input)| (kept_as(input, path), called)).collect();
    let known = known.ok()?.with_files(|file| Some(called.get(file).cloned().unwrap_or_else(|| file.to_owned())));
    Some(known.named(&name))
}

/// The name under which a baseline keeps what is known of an input: relative to its own folder, with `/`.
fn kept_as(input: Option<&Path>, baseline: &Path) -> String {
    let Some(input) = input else { return "<stdin>".to_owned() };
    let folder = baseline.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let relative = match (fs::canonicalize(input), fs::canonicalize(folder)) {
        (Ok(input), Ok(folder)) => input.strip_prefix(folder).map(Path::to_owned).ok(),
        _ => None,
    };
    let relative = relative.unwrap_or_else(|| input.to_owned());
    let parts: Vec<String> = relative.components().map(|part| name_of(part.as_ref())).collect();
    // The root is a part of its own.
    parts.join("/").replacen("//", "/", 1)
}

/// What is said of a baseline.
struct Told<'a> {
    path: &'a Path,
    lang: Lang,
}

impl Told<'_> {
    /// Writes it as a whole or not at all, its files by the names that it keeps.
    fn put(&self, known: Baseline, names: &BTreeMap<String, String>) -> Outcome {
        let kept = known.with_files(|file| Some(names.get(file).cloned().unwrap_or_else(|| file.to_owned())));
        file::replace(self.path, self.lang, |to| kept.write(to))
    }

    fn written(&self, of_report: &Baseline, output: &mut Output) {
        let findings = of_report.entries().map(|entry| u64::from(entry.count.get())).fold(0, u64::saturating_add);
        let (name, files) = (shown_name(self.path), of_report.files().count());
        let text = match self.lang {
            Lang::Zh => format!("{name}：记入{files}个文件的{findings}项发现"),
            Lang::En => format!("{name}: {findings} findings of {files} files are known now"),
        };
        writeln!(output, "{text}").unwrap_or_default();
    }

    /// What is not there any more, entry by entry, and how much is new.
    fn changed(&self, stale: &[StaleEntry], new: u64, output: &mut Output) {
        for StaleEntry { entry, left, .. } in stale {
            let record = entry.record.as_ref().map_or_else(String::new, |record| {
                let id = record.id.as_ref().map_or_else(String::new, |id| format!("/{}", printable(id.as_str())));
                format!(" {}{id}", record.kind)
            });
            let (file, path) = (printable(&entry.file), printable(entry.path.as_str()));
            let (code, count) = (entry.code, entry.count);
            let text = match self.lang {
                Lang::Zh => format!("已不存在：{file} {code}{record} {path}（基线{count}项，现有{left}项）"),
                Lang::En => format!("gone: {file} {code}{record} {path} (known {count}, left {left})"),
            };
            writeln!(output, "{text}").unwrap_or_default();
        }
        let (name, gone) = (shown_name(self.path), stale.len());
        let text = match self.lang {
            Lang::Zh => format!("{name}：{gone}个条目已不存在，新发现{new}项"),
            Lang::En => format!("{name}: {gone} entries are stale, {new} findings are new"),
        };
        writeln!(output, "{text}").unwrap_or_default();
    }
}
