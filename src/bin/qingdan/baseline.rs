//! `qingdan baseline`, and the baseline that a check is held against.
//!
//! Names of files in a baseline are relative to the folder in which it lies, so that it means the same wherever the command
//! runs; reports call files as the arguments do.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use qingdan::baseline::{Baseline, StaleEntry};
use qingdan::print::printable;
use qingdan::writer::human::Options;
use qingdan::{Lang, Severity};

use crate::args::{BaselineArgs, BaselineCommand};
use crate::file::{self, folder_of};
use crate::input::{name_of, read_at_most, shown_name};
use crate::judge::{Judge, Judged, Shown};
use crate::output::{Outcome, Output, tell};

/// What a baseline is called where nobody says.
const NAME: &str = "qingdan-baseline.jsonl";

/// The most bytes of a baseline that are read: some hundred thousand lines.
const LARGEST: u64 = 64 << 20;

pub(crate) fn run(args: &BaselineArgs, output: &mut Output) -> Outcome {
    let (BaselineCommand::Write(whats) | BaselineCommand::Update(whats) | BaselineCommand::Check(whats)) =
        &args.command;
    let Some(mut judge) = Judge::new(&whats.judge) else { return Outcome::Failed };
    let lang = judge.lang;
    let configured = judge.settings.config.check.baseline.as_deref().map(|path| judge.settings.path(path));
    let path = whats.baseline.clone().or(configured).unwrap_or_else(|| PathBuf::from(NAME));
    judge.leave_out(&path);
    let is_new = matches!(args.command, BaselineCommand::Write(_)) && !path.exists();
    let known = if is_new { Some(keeping(Baseline::new(), &path, &judge)) } else { read(&path, &judge) };
    let Some(mut known) = known else { return Outcome::Failed };
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
    if matches!(args.command, BaselineCommand::Write(_)) {
        let left = known.take_over(&report);
        told.left(&left);
        let outcome = told.put(&known);
        if outcome == Outcome::Clean {
            told.written(&known, output);
        }
        return if left.is_empty() { outcome } else { Outcome::Failed };
    }
    let folder = folder_of(&path);
    let mut stale = known.take_out_files(|file| file != STDIN && !folder.join(file).exists());
    stale.extend(known.take_out_stale(&report));
    let new = known.new_in(&report);
    let is_check = matches!(args.command, BaselineCommand::Check(_));
    let outcome = if stale.is_empty() || is_check { Outcome::Clean } else { told.put(&known) };
    told.changed(&stale, new, output);
    if is_check && (!stale.is_empty() || new > 0) { Outcome::Faulty } else { outcome }
}

/// The baseline of a file, which keeps names as seen from its own folder; none where it cannot be read, which is told.
pub(crate) fn read(path: &Path, judge: &Judge) -> Option<Baseline> {
    let (name, lang) = (name_of(path), judge.lang);
    let bytes = read_at_most(File::open(path), &name, LARGEST, lang)?;
    let known = Baseline::from_lines(&bytes).map_err(|wrong| {
        let (name, line) = (printable(&name), wrong.line);
        tell(&match lang {
            Lang::Zh => format!("qingdan：{name}:{line}：{}", wrong.message.zh),
            Lang::En => format!("qingdan: {name}:{line}: {}", wrong.message.en),
        });
    });
    Some(keeping(known.ok()?, path, judge).named(&name))
}

fn keeping(known: Baseline, path: &Path, judge: &Judge) -> Baseline {
    let folder = folder_of(path);
    known.keeping(judge.names().map(|(called, input)| (called, kept_as(input, folder))))
}

/// What standard input without a name is called.
const STDIN: &str = "<stdin>";

/// The name under which a baseline of this folder keeps what is known of an input: the way to it from there, with `/`. A link
/// is a name in its own folder.
fn kept_as(input: Option<&Path>, folder: &Path) -> String {
    let Some(input) = input else { return STDIN.to_owned() };
    let real = |folder: &Path| fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let (from, mut to) = (real(folder), real(folder_of(input)));
    to.extend(input.file_name());
    let shared = from.components().zip(to.components()).take_while(|(one, other)| one == other).count();
    let names = |path: &Path, skip: usize| -> Vec<String> {
        path.components().skip(skip).map(|part| name_of(part.as_ref())).collect()
    };
    if shared == 0 {
        // On another drive.
        return name_of(&to).replace('\\', "/");
    }
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    up.chain(names(&to, shared)).collect::<Vec<_>>().join("/")
}

/// What is said of a baseline.
struct Told<'a> {
    path: &'a Path,
    lang: Lang,
}

impl Told<'_> {
    /// Writes it as a whole or not at all.
    fn put(&self, known: &Baseline) -> Outcome {
        file::replace(self.path, self.lang, |to| known.write(to))
    }

    /// Names the inputs of which nothing could be taken over.
    fn left(&self, inputs: &[&str]) {
        for input in inputs {
            let input = printable(input);
            tell(&match self.lang {
                Lang::Zh => format!("qingdan：{input} 未能完整读取，基线中有关该文件的内容未改动；请先改正其中的错误"),
                Lang::En => format!(
                    "qingdan: {input} could not be read as a whole, and what is known of it stays as it is; correct its errors first"
                ),
            });
        }
    }

    /// What it holds now.
    fn written(&self, known: &Baseline, output: &mut Output) {
        let findings = known.entries().map(|entry| u64::from(entry.count.get())).fold(0, u64::saturating_add);
        let files = u64::try_from(known.files().count()).unwrap_or(u64::MAX);
        let name = shown_name(self.path);
        let text = match self.lang {
            Lang::Zh => format!("{name}：现有 {files} 个文件的 {findings} 项已知问题"),
            Lang::En => format!("{name}: {} of {} known now", counted(findings, "finding"), counted(files, "file")),
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
                Lang::Zh => format!("已不存在：{file} {code}{record} {path}（基线 {count} 项，现有 {left} 项）"),
                Lang::En => format!("gone: {file} {code}{record} {path} (known {count}, left {left})"),
            };
            writeln!(output, "{text}").unwrap_or_default();
        }
        let (name, gone) = (shown_name(self.path), stale.len());
        let text = match self.lang {
            Lang::Zh => format!("{name}：已不存在的条目 {gone} 个，新问题 {new} 项"),
            Lang::En => format!("{name}: stale entries: {gone}; new findings: {new}"),
        };
        writeln!(output, "{text}").unwrap_or_default();
    }
}

/// A number with its noun.
fn counted(number: u64, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    }
}
