//! Files, folders and standard input.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt::{self, Write as _};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Cursor, Read as _, Seek as _};
use std::path::{Path, PathBuf};

use qingdan::model::{Kind, Spelling};
use qingdan::print::printable;
use qingdan::{Checker, Lang, Limits, Message};
use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::hashed::Hashed;
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

    pub(crate) fn path(&self) -> Option<&Path> {
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
            Self::File(path) | Self::Met(path) => return held(File::open(path)?, limits),
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
            // A pipe that is opened a second time waits for a second writer, who may never come.
            return Ok(Hashed::new(Box::new(Cursor::new(held(file, limits)?))));
        }
        Ok(Hashed::new(Box::new(Cursor::new(self.read(checker, limits)?))))
    }
}

/// The bytes of a file that is open, where they are within the limit.
pub(crate) fn held(file: File, limits: Limits) -> io::Result<Vec<u8>> {
    let size = file.metadata()?.len();
    within(limits, size)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(limits.max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    within(limits, u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    Ok(bytes)
}

/// The bytes of what is no catalog; none where they cannot be read or are more than nobody needs, which is told: half of
/// such a file means something else than the whole.
pub(crate) fn read_at_most<R: io::Read>(from: io::Result<R>, name: &str, most: u64, lang: Lang) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = from.and_then(|from| from.take(most.saturating_add(1)).read_to_end(&mut bytes));
    read.map_err(|fault| tell_unreadable(name, &fault, lang)).ok()?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        let zh = format!("超过 {most} 字节的上限，未读取；请确认文件是否写对");
        let en = format!("it has more than {most} bytes, and no more are allowed; see whether it is the right file");
        tell_why(name, Message::new(zh, en), lang);
        return None;
    }
    Some(bytes)
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
    if Spelling::of_path(path) == Some(Spelling::Ndjson) {
        // The first line that is not blank.
        let mut within = BufReader::new(&mut *from).take(limits.max_bytes);
        while within.read_until(b'\n', &mut text)? > 0 && text.trim_ascii().is_empty() {
            text.clear();
        }
    } else {
        // A catalog shows itself at once, and need not be held.
        let is_catalog = has_member_of_catalog(BufReader::new(&mut *from));
        from.rewind()?;
        if is_catalog {
            return Ok(false);
        }
        (&mut *from).take(limits.max_bytes).read_to_end(&mut text)?;
    }
    from.rewind()?;
    let text = text.strip_prefix(MARK).unwrap_or(&text);
    Ok(match serde_json::from_slice::<BTreeMap<String, &RawValue>>(text) {
        Ok(members) => !members.keys().any(|name| is_of_catalog(name)),
        Err(_) => serde_json::from_slice::<&RawValue>(text).is_ok(),
    })
}

/// Whether what was met is a baseline, which lies beside what it is about and is no concern of who checks.
pub(crate) fn is_baseline(path: &Path) -> bool {
    const BEGINNING: &[u8] = b"{\"baseline_version\"";
    let mut first = [0; BEGINNING.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok() && first == BEGINNING
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether a catalog has a member of this name.
fn is_of_catalog(name: &str) -> bool {
    name == "header" || Kind::from_array(name).is_some() || Kind::from_tag(name).is_some()
}

/// Whether a JSON object is met to have a member that a catalog has. No more is read than shows it.
fn has_member_of_catalog(mut from: impl io::BufRead) -> bool {
    struct Members<'a>(&'a Cell<bool>);

    impl<'de> Visitor<'de> for Members<'_> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
            while !self.0.get() {
                let Some(name) = members.next_key::<String>()? else { break };
                self.0.set(is_of_catalog(&name));
                if !self.0.get() {
                    members.next_value::<IgnoredAny>()?;
                }
            }
            Ok(())
        }
    }

    if from.fill_buf().is_ok_and(|beginning| beginning.starts_with(MARK)) {
        from.consume(MARK.len());
    }
    let has = Cell::new(false);
    // Faults are met again by who reads the whole.
    let _ = serde_json::Deserializer::from_reader(from).deserialize_map(Members(&has));
    has.get()
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
    tell_why(name, Message::new(fault_in_chinese(fault), fault.to_string()), lang)
}

/// Why a file could not be read.
pub(crate) fn fault_in_chinese(fault: &io::Error) -> String {
    match fault.kind() {
        io::ErrorKind::NotFound => "没有这个文件".to_owned(),
        io::ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
        io::ErrorKind::FileTooLarge => "超过读取的限度，未读取；可用 --max-bytes 放宽".to_owned(),
        io::ErrorKind::IsADirectory => "这是文件夹，不是文件".to_owned(),
        _ => fault.to_string(),
    }
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
