//! Workbooks among the inputs, read into one catalog.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use qingdan::import::{ImportProfile, ImportSettings, Imported, ShippedProfile, import};
use qingdan::workbook::{Workbook, WorkbookLimits, is_workbook};
use qingdan::{Checker, Lang, Limits, Message, Report};
use sha2::{Digest as _, Sha256};

use crate::args::ProfileArgs;
use crate::input::{Input, Unread, held, name_of, read_at_most, shown_name, tell_unreadable, tell_why};
use crate::output::tell;

/// The most bytes of a profile that are read: nobody writes more by hand.
const LARGEST_PROFILE: u64 = 4 << 20;

/// How workbooks are to be read; none where the profile cannot be read, which is told.
pub(crate) fn settings(args: &ProfileArgs, lang: Lang) -> Option<ImportSettings> {
    let mut settings = ImportSettings::default();
    settings.division.clone_from(&args.division);
    if let Some(path) = &args.profile {
        settings.profile = profile(path, lang)?;
    }
    Some(settings)
}

/// A profile: of the library where one is called so and no such file is there, else of a file.
fn profile(path: &Path, lang: Lang) -> Option<ImportProfile> {
    let shipped = path.to_str().and_then(|name| name.parse::<ShippedProfile>().ok());
    if let Some(shipped) = shipped.filter(|_| !path.exists()) {
        return Some(ImportProfile::shipped(shipped));
    }
    let name = name_of(path);
    let bytes = read_at_most(File::open(path), &name, LARGEST_PROFILE, lang)?;
    let Ok(text) = String::from_utf8(bytes) else {
        tell(&match lang {
            Lang::Zh => format!("qingdan：{} 不是 UTF-8 文本；请另存为 UTF-8", shown_name(path)),
            Lang::En => format!("qingdan: {} is no UTF-8 text; save it as UTF-8", shown_name(path)),
        });
        return None;
    };
    let read = ImportProfile::from_toml(&name, &text);
    read.map_err(|wrong| {
        let place = format!("{}:{}:{}", shown_name(path), wrong.line, wrong.column);
        tell(&match lang {
            Lang::Zh => format!("qingdan：{place}：{}", wrong.message.zh),
            Lang::En => format!("qingdan: {place}: {}", wrong.message.en),
        });
    })
    .ok()
}

/// Whether an input is to be read as a workbook: a file that is named, and is one by its content or a table by its name. What
/// is met in a folder may be a worklist that was written before, and what can be read once is read by who judges it.
pub(crate) fn is_one(input: &Input, limits: Limits) -> bool {
    let Input::File(path) = input else { return false };
    if !path.is_file() {
        return false;
    }
    let ending = path.extension().map(OsStr::to_ascii_lowercase);
    let is_table = ending.is_some_and(|ending| ending == "csv" || ending == "tsv");
    let mut first = [0; 8];
    let read = File::open(path).and_then(|mut file| file.read(&mut first)).unwrap_or(0);
    let first = first.get(..read).unwrap_or_default();
    let begins = first.starts_with(b"PK\x03\x04") || first.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    is_table || (begins && File::open(path).and_then(|file| held(file, limits)).is_ok_and(|bytes| is_workbook(&bytes)))
}

/// Reads a file into a workbook, with the hash of its bytes; where it cannot be, that is told.
pub(crate) fn open(path: &Path, limits: Limits, lang: Lang) -> Result<(Workbook, String), Unread> {
    let name = name_of(path);
    let bytes = Input::File(path.to_owned()).read(&Checker::new().limits(limits), limits);
    let bytes = bytes.map_err(|fault| tell_unreadable(&name, &fault, lang))?;
    let within = WorkbookLimits::default().with_max_bytes(limits.max_bytes);
    let workbook = Workbook::read(&name, &bytes, within).map_err(|error| tell_why(&name, error.message(), lang))?;
    Ok((workbook, format!("{:x}", Sha256::digest(&bytes))))
}

/// Reads all that can be read, each with the hash of its bytes; `next` is told of each before.
pub(crate) fn all(
    lists: &[PathBuf],
    limits: Limits,
    lang: Lang,
    unread: &mut Vec<Unread>,
    mut next: impl FnMut(&str),
) -> (Vec<Workbook>, Vec<String>) {
    let mut read = (Vec::new(), Vec::new());
    for path in lists {
        next(&name_of(path));
        match open(path, limits, lang) {
            Ok(workbook) => read.extend([workbook]),
            Err(fault) => unread.push(fault),
        }
    }
    read
}

/// Judges workbooks as one catalog; none where there is none, or none can be made of them, which is told.
pub(crate) fn check(
    (workbooks, hashes): (&[Workbook], &[String]),
    settings: &ImportSettings,
    checker: &Checker,
    lang: Lang,
    unread: &mut Vec<Unread>,
) -> Option<Report> {
    if workbooks.is_empty() {
        return None;
    }
    let imported = match catalog(workbooks, settings, lang) {
        Ok(imported) => imported,
        Err(why) => {
            let names: Vec<&str> = workbooks.iter().map(|workbook| workbook.name.as_str()).collect();
            unread.push(Unread { name: names.join(" + "), why });
            return None;
        }
    };
    let mut report = imported.check(checker);
    for input in &mut report.inputs {
        if let [sha256] = hashes {
            input.sha256 = Some(sha256.clone());
        }
        for part in &mut input.parts {
            let known = workbooks.iter().zip(hashes).find(|(workbook, _)| workbook.name == part.name);
            part.sha256 = known.map(|(_, sha256)| sha256.clone());
        }
    }
    Some(report)
}

/// Makes the catalog; where it cannot be made, that is told.
pub(crate) fn catalog(workbooks: &[Workbook], settings: &ImportSettings, lang: Lang) -> Result<Imported, Message> {
    import(workbooks, settings).map_err(|error| {
        let why = error.message();
        tell(&match lang {
            Lang::Zh => format!("qingdan：{}", why.zh),
            Lang::En => format!("qingdan: {}", why.en),
        });
        why
    })
}
