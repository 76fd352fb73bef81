//! Files, folders and standard input.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use qingdan::model::{Kind, Spelling};
use qingdan::print::printable;
use qingdan::{Checker, Lang, Limits, Message};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

use crate::output::tell;

/// One input to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// A file that was named.
    File(PathBuf),
    /// A file that was met in a folder.
    Met(PathBuf),
    /// Standard input, and what to call it.
    Stdin(Option<PathBuf>),
}

impl Input {
    /// What was named as an argument.
    pub(crate) fn named(path: &Path, stdin_name: Option<&Path>) -> Self {
        if path == Path::new("-") { Self::Stdin(stdin_name.map(Path::to_owned)) } else { Self::File(path.to_owned()) }
    }

    fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) | Self::Met(path) => Some(path),
            Self::Stdin(name) => name.as_deref(),
        }
    }

    /// What the report calls it.
    pub(crate) fn name(&self) -> String {
        self.path().map_or_else(|| "<stdin>".to_owned(), name_of)
    }

    /// The spelling, where the name tells it.
    pub(crate) fn spelling(&self) -> Option<Spelling> {
        self.path().and_then(Spelling::of_path)
    }

    /// The checker, told the spelling where the name tells it.
    pub(crate) fn checker(&self, checker: &Checker) -> Checker {
        let spelling = self.path().and_then(Spelling::of_path);
        spelling.map_or_else(|| checker.clone(), |spelling| checker.clone().spelling(spelling))
    }

    /// The bytes, where they are within the limit; a file that is larger is not read at all.
    pub(crate) fn read(&self, checker: &Checker, limits: Limits) -> io::Result<Vec<u8>> {
        let bytes = match self {
            Self::File(path) | Self::Met(path) => {
                let file = File::open(path)?;
                within(limits, file.metadata()?.len())?;
                checker.read_within_limits(file)?
            }
            Self::Stdin(_) => checker.read_within_limits(io::stdin().lock())?,
        };
        within(limits, u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
        Ok(bytes)
    }

    /// The input, to be read more than once: a file as it is, all else held.
    pub(crate) fn open(&self, checker: &Checker, limits: Limits) -> io::Result<Hashed> {
        if let Self::File(path) | Self::Met(path) = self {
            let file = File::open(path)?;
            let there = file.metadata()?;
            if there.is_file() {
                within(limits, there.len())?;
                return Ok(Hashed::new(Box::new(file)));
            }
        }
        Ok(Hashed::new(Box::new(Cursor::new(self.read(checker, limits)?))))
    }
}

/// Whether so many bytes may be read.
fn within(limits: Limits, bytes: u64) -> io::Result<()> {
    let most = limits.max_bytes;
    if bytes <= most {
        return Ok(());
    }
    let why = format!("it has more than {most} bytes, and no more are read; --max-bytes raises the limit");
    Err(io::Error::new(io::ErrorKind::FileTooLarge, why))
}

/// The name of a file in words: bytes that are no UTF-8 are written out (`a\\xff.json`), so that two names stay two.
pub(crate) fn name_of(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a string does not fail.
            let _ = write!(name, "\\x{byte:02x}");
        }
    }
    name
}

/// The name of a file for a message of one line.
pub(crate) fn shown_name(path: &Path) -> String {
    printable(&name_of(path)).into_owned()
}

/// The inputs in the order of their names, each file once, whether it was named twice, met in a folder besides, or is
/// reached by a link. What was named goes before what was met, as it is checked whatever it is.
pub(crate) fn once_each(mut inputs: Vec<Input>) -> Vec<Input> {
    inputs.sort_by(|a, b| {
        let met = |input: &Input| matches!(input, Input::Met(_));
        met(a).cmp(&met(b)).then_with(|| a.path().cmp(&b.path()))
    });
    let mut seen = BTreeSet::new();
    inputs.retain(|input| match input {
        Input::Stdin(_) => true,
        Input::File(path) | Input::Met(path) => seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
    });
    inputs.sort_by(|a, b| a.path().cmp(&b.path()));
    inputs
}

/// What can be read from any place.
trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// An input that keeps the hash of what was read of it from its beginning on.
pub(crate) struct Hashed {
    from: Box<dyn Source>,
    at: u64,
    known: u64,
    hasher: Sha256,
}

impl Hashed {
    fn new(from: Box<dyn Source>) -> Self {
        Self { from, at: 0, known: 0, hasher: Sha256::new() }
    }

    /// The SHA-256 of an input of so many bytes, if all of them were read.
    pub(crate) fn sha256(&self, bytes: u64) -> Option<String> {
        (self.known == bytes).then(|| format!("{:x}", self.hasher.clone().finalize()))
    }
}

impl Read for Hashed {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(to)?;
        let bytes = to.get(..read).unwrap_or_default();
        // What is read again is known.
        let known = self.known.checked_sub(self.at).and_then(|known| usize::try_from(known).ok());
        if let Some(new) = known.and_then(|known| bytes.get(known..)) {
            self.hasher.update(new);
            self.known = self.known.saturating_add(u64::try_from(new.len()).unwrap_or_default());
        }
        self.at = self.at.saturating_add(u64::try_from(read).unwrap_or_default());
        Ok(read)
    }
}

impl Seek for Hashed {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.from.seek(to)?;
        Ok(self.at)
    }
}

/// Whether a file met in a folder may be a catalog by its name.
pub(crate) fn may_be_catalog(path: &Path) -> bool {
    Spelling::of_path(path).is_some() || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// The files below a folder that are wanted, sorted; and the folders that could not be read.
///
/// Symbolic links are not followed, which also ends every circle, and what begins with a dot is left alone.
pub(crate) fn walk(folder: &Path, wanted: impl Fn(&Path) -> bool) -> (Vec<PathBuf>, Vec<(PathBuf, io::Error)>) {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(fault) => {
                faults.push((folder, fault));
                continue;
            }
        };
        for entry in entries {
            let (entry, kind) = match entry.and_then(|entry| entry.file_type().map(|kind| (entry, kind))) {
                Ok(met) => met,
                Err(fault) => {
                    faults.push((folder.clone(), fault));
                    continue;
                }
            };
            if is_hidden(&entry.file_name()) {
                continue;
            }
            let path = entry.path();
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() && wanted(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    faults.sort_by(|a, b| a.0.cmp(&b.0));
    (files, faults)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// Whether what was met in a folder is something else than a catalog: well-formed JSON of which the top level (or the
/// first line) has no member that a catalog has. Schemas, reports and settings lie beside catalogs; a catalog with
/// faults, and one that is no JSON at all, must not be passed over.
pub(crate) fn is_something_else(path: &Path, limits: Limits, from: &mut Hashed) -> io::Result<bool> {
    let mut text = Vec::new();
    let mut within = BufReader::new(&mut *from).take(limits.max_bytes);
    if Spelling::of_path(path) == Some(Spelling::Ndjson) {
        // The first line that is not blank.
        while within.read_until(b'\n', &mut text)? > 0 && text.trim_ascii().is_empty() {
            text.clear();
        }
    } else {
        within.read_to_end(&mut text)?;
    }
    from.rewind()?;
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    Ok(match serde_json::from_slice::<BTreeMap<String, &RawValue>>(text) {
        Ok(members) => !members
            .keys()
            .any(|name| name == "header" || Kind::from_array(name).is_some() || Kind::from_tag(name).is_some()),
        Err(_) => serde_json::from_slice::<&RawValue>(text).is_ok(),
    })
}

/// The rules that say that a record could not be read, so that it would be missing in every count and comparison.
pub(crate) const UNREAD: &[&str] = &["QD001", "QD002", "QD003", "QD004", "QD005", "QD007", "QD008"];

/// An input that could not be read, and why.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) name: String,
    pub(crate) why: Message,
}

/// Says in one line that a file could not be read, and why.
pub(crate) fn tell_unreadable(name: &str, fault: &io::Error, lang: Lang) -> Unread {
    let why = match fault.kind() {
        io::ErrorKind::NotFound => "没有这个文件".to_owned(),
        io::ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
        io::ErrorKind::FileTooLarge => "超过读取的限度，未读取；可用 --max-bytes 放宽".to_owned(),
        io::ErrorKind::IsADirectory => "这是文件夹，不是文件".to_owned(),
        _ => fault.to_string(),
    };
    tell_why(name, Message::new(why, fault.to_string()), lang)
}

/// Says that an input could not be read, and why.
pub(crate) fn tell_why(name: &str, why: Message, lang: Lang) -> Unread {
    let shown = printable(name);
    tell(&match lang {
        Lang::Zh => format!("qingdan：无法读取 {shown}：{}", why.zh),
        Lang::En => format!("qingdan: cannot read {shown}: {}", why.en),
    });
    Unread { name: name.to_owned(), why }
}
