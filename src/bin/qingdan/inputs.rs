//! Which files are to be checked: named, matched by a pattern, listed in a file, or met in a folder.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use qingdan::print::printable;
use qingdan::{Lang, Message};

use crate::args::JudgeArgs;
use crate::input::{
    Input, Unread, is_baseline, may_be_catalog, name_of, once_each, read_at_most, shown_name, tell_unreadable, tell_why,
};
use crate::output::tell;
use crate::settings::Settings;

/// What a project calls the file of what is not to be checked, beside .gitignore and .ignore.
const IGNORE_FILE: &str = ".qingdanignore";

/// The most bytes of a list of files that are read.
const LARGEST_LIST: u64 = 64 << 20;

/// What is to be checked.
pub(crate) struct Found {
    /// Sorted, each once.
    pub(crate) inputs: Vec<Input>,
    /// Whether a list alone was to name them, and names none: nothing has changed, say.
    pub(crate) none_listed: bool,
}

/// The inputs; none where there is nothing to check or the arguments say what cannot be, which is told.
pub(crate) fn of(args: &JudgeArgs, settings: &Settings, lang: Lang, unread: &mut Vec<Unread>) -> Option<Found> {
    let stdin_name = args.stdin_filename.as_deref();
    let is_stdin = |path: &&PathBuf| path.as_path() == Path::new("-");
    let from_stdin = args.inputs.iter().chain(&args.files_from).filter(is_stdin).count();
    let wrong = match (stdin_name, from_stdin) {
        (Some(_), _) if !args.inputs.iter().any(|path| is_stdin(&path)) => {
            Some(("--stdin-filename 只用于标准输入（-）", "--stdin-filename is for standard input (-)"))
        }
        (_, 2..) => Some(("标准输入只能用一次", "standard input can be read once")),
        _ => None,
    };
    if let Some((zh, en)) = wrong {
        tell_refused(zh, en, lang);
        return None;
    }
    let mut finding = Finding { excluded: excluded(args, settings, lang)?, lang, unread, inputs: Vec::new() };
    for path in &args.inputs {
        finding.named(path, stdin_name)?;
    }
    let mut none_listed = false;
    if let Some(list) = &args.files_from {
        let paths = listed(list, lang)?;
        none_listed = args.inputs.is_empty() && paths.is_empty();
        for path in paths {
            finding.listed(&path);
        }
    }
    if args.inputs.is_empty() && args.files_from.is_none() {
        let include = &settings.config.check.include;
        if include.is_empty() {
            tell_refused(
                "没有写要检查的文件；写文件、文件夹或者通配符，或者在 qingdan.toml 的 [check] 中写 include",
                "no file to check is named; name files, folders or patterns, or write `include` under [check] in qingdan.toml",
                lang,
            );
            return None;
        }
        for path in include {
            finding.named(&settings.path(path), None)?;
        }
    }
    Some(Found { inputs: once_each(finding.inputs), none_listed })
}

fn tell_refused(zh: &str, en: &str, lang: Lang) {
    tell(&match lang {
        Lang::Zh => format!("qingdan：{zh}"),
        Lang::En => format!("qingdan: {en}"),
    });
}

/// Inputs while they are found.
struct Finding<'a> {
    excluded: Vec<Gitignore>,
    lang: Lang,
    unread: &'a mut Vec<Unread>,
    inputs: Vec<Input>,
}

impl Finding<'_> {
    /// A file, a folder, a pattern, or standard input. None where it is no pattern, which is told.
    fn named(&mut self, path: &Path, stdin_name: Option<&Path>) -> Option<()> {
        let input = Input::named(path, stdin_name);
        if matches!(input, Input::Stdin(_)) {
            self.inputs.push(input);
        } else if !is_pattern(path) || fs::symlink_metadata(path).is_ok() {
            self.listed(path);
        } else {
            self.matched(path)?;
        }
        Some(())
    }

    /// A file, or a folder with what is in it.
    fn listed(&mut self, path: &Path) {
        if !path.is_dir() {
            self.inputs.push(Input::File(path.to_owned()));
            return;
        }
        let none = Message::new(
            "文件夹中没有 .json、.ndjson 或 .jsonl 文件",
            "the folder has no .json, .ndjson or .jsonl file",
        );
        self.met(path, &may_be_catalog, &shown_name(path), none);
    }

    /// What a pattern matches.
    fn matched(&mut self, pattern: &Path) -> Option<()> {
        let name = name_of(pattern);
        let (folder, rest) = literal(pattern);
        let matcher = matcher(&name, &folder, &rest, self.lang)?;
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
        let none = Message::new("没有匹配的文件", "nothing matches the pattern");
        let wanted = |path: &Path| matcher.is_match(path.strip_prefix(".").unwrap_or(path));
        self.met(&folder, &wanted, &name, none);
        Some(())
    }

    /// What is met below a folder and wanted. Names that begin with a dot, links, and what ignore files name are passed over.
    fn met(&mut self, folder: &Path, wanted: &dyn Fn(&Path) -> bool, name: &str, none: Message) {
        let excluded = self.excluded.clone();
        let (root, real) = (folder.to_owned(), fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()));
        let walk = WalkBuilder::new(folder)
            .git_global(false)
            .require_git(false)
            .add_custom_ignore_filename(IGNORE_FILE)
            .filter_entry(move |entry| {
                let path = real.join(entry.path().strip_prefix(&root).unwrap_or(entry.path()));
                let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
                !excluded.iter().any(|patterns| patterns.matched(&path, is_dir).is_ignore())
            })
            .build();
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        for entry in walk {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    if is_file && wanted(entry.path()) {
                        let path = entry.into_path();
                        files.push(path.strip_prefix(".").map(Path::to_owned).unwrap_or(path));
                    }
                }
                Err(fault) => faults.push(fault),
            }
        }
        if files.is_empty() && faults.is_empty() {
            self.unread.push(tell_why(name, none, self.lang));
        }
        let mut faults: Vec<(String, io::Error)> =
            faults.into_iter().map(|fault| (place_of(&fault), cause(fault))).collect();
        faults.sort_by(|a, b| a.0.cmp(&b.0));
        for (place, fault) in faults {
            self.unread.push(tell_unreadable(if place.is_empty() { name } else { &place }, &fault, self.lang));
        }
        self.inputs.extend(files.into_iter().filter(|path| !is_baseline(path)).map(Input::Met));
    }
}

/// Where a walk met something that it could not read.
fn place_of(fault: &ignore::Error) -> String {
    match fault {
        ignore::Error::WithPath { path, .. } => name_of(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        _ => String::new(),
    }
}

fn cause(fault: ignore::Error) -> io::Error {
    let text = fault.to_string();
    fault.into_io_error().unwrap_or_else(|| io::Error::other(text))
}

/// Whether a path has a sign that stands for others.
fn is_pattern(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().iter().any(|byte| matches!(byte, b'*' | b'?' | b'['))
}

/// The folder below which a pattern matches, and the rest of the pattern. What exists is taken by its name, whatever signs
/// are in it.
fn literal(pattern: &Path) -> (PathBuf, PathBuf) {
    let (mut folder, mut parts) = (PathBuf::new(), pattern.components());
    while let Some(part) = parts.clone().next() {
        let below = folder.join(part);
        if is_pattern(part.as_ref()) && fs::symlink_metadata(&below).is_err() {
            break;
        }
        folder = below;
        parts.next();
    }
    (folder, parts.as_path().to_owned())
}

fn matcher(pattern: &str, folder: &Path, rest: &Path, lang: Lang) -> Option<GlobMatcher> {
    let folder = globset::escape(&name_of(folder.strip_prefix(".").unwrap_or(folder)));
    let whole = name_of(&Path::new(&folder).join(rest));
    let glob = GlobBuilder::new(&whole).literal_separator(true).build();
    glob.map(|glob| glob.compile_matcher()).map_err(|fault| tell_no_pattern(pattern, &fault.to_string(), lang)).ok()
}

/// The patterns of what is not checked: those of the arguments as seen from the working folder, those of the configuration
/// from its own.
fn excluded(args: &JudgeArgs, settings: &Settings, lang: Lang) -> Option<Vec<Gitignore>> {
    let here = fs::canonicalize(".").unwrap_or_default();
    let there = fs::canonicalize(settings.path(".")).unwrap_or_default();
    let all = [(here, &args.exclude), (there, &settings.config.check.exclude)];
    let built = all.into_iter().filter(|(_, patterns)| !patterns.is_empty()).map(|(root, patterns)| {
        let mut builder = GitignoreBuilder::new(root);
        for pattern in patterns {
            builder.add_line(None, pattern).map_err(|fault| tell_no_pattern(pattern, &fault.to_string(), lang)).ok()?;
        }
        builder.build().map_err(|fault| tell_no_pattern("", &fault.to_string(), lang)).ok()
    });
    built.collect()
}

fn tell_no_pattern(pattern: &str, why: &str, lang: Lang) {
    let pattern = printable(pattern);
    tell(&match lang {
        Lang::Zh => format!("qingdan：通配符“{pattern}”写法有误：{why}"),
        Lang::En => format!("qingdan: `{pattern}` is no pattern: {why}"),
    });
}

/// The paths that a file lists, each ended by a NUL where there is one, else on a line of its own; none where it cannot be
/// read, which is told.
fn listed(list: &Path, lang: Lang) -> Option<Vec<PathBuf>> {
    let name = name_of(list);
    let bytes = if list == Path::new("-") {
        read_at_most(Ok(io::stdin().lock()), &name, LARGEST_LIST, lang)?
    } else {
        read_at_most(File::open(list), &name, LARGEST_LIST, lang)?
    };
    let end = if bytes.contains(&0) { 0 } else { b'\n' };
    let paths = bytes.split(|&byte| byte == end).map(|path| path.strip_suffix(b"\r").unwrap_or(path));
    Some(paths.filter(|path| !path.is_empty()).map(path_of).collect())
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
