//! `qingdan law build`: reads a folder of statute texts and writes what the library makes of them.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use qingdan::Lang;
use qingdan::law::build::{Built, StatuteText, build};
use qingdan::law::facts::LawFacts;
use qingdan::print::in_title_marks;
use qingdan::writer::law::write_instruments_csv;

use crate::args::LawBuildArgs;
use crate::file;
use crate::input::{self, name_of, shown_name, tell_unreadable};
use crate::output::{Outcome, Output, tell};
use crate::report_file::are_apart;

/// The largest text to read. The longest code has less than half a megabyte.
const MAX_BYTES: u64 = 16 << 20;

pub(crate) fn run(args: &LawBuildArgs, to: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let mut outcome = Outcome::Clean;
    let (files, faults) = input::walk(&args.folder, is_text);
    for (folder, fault) in &faults {
        tell_unreadable(&name_of(folder), fault, lang);
        outcome = Outcome::Failed;
    }
    if files.is_empty() && faults.is_empty() {
        let name = shown_name(&args.folder);
        tell(&match lang {
            Lang::Zh => format!("qingdan：文件夹 {name} 中没有 .md、.markdown 或 .txt 文件"),
            Lang::En => format!("qingdan: the folder {name} has no .md, .markdown or .txt file"),
        });
        return Outcome::Failed;
    }
    let written = args.output.iter().chain(&args.openings).map(PathBuf::as_path);
    if !are_apart(written, |_| files.clone(), lang) {
        return Outcome::Failed;
    }
    let mut texts = Vec::new();
    for path in &files {
        match read(path, lang) {
            Ok(text) => texts.push((path.strip_prefix(&args.folder).unwrap_or(path).to_string_lossy(), text)),
            Err(fault) => {
                tell_unreadable(&name_of(path), &fault, lang);
                outcome = Outcome::Failed;
            }
        }
    }
    let texts: Vec<StatuteText<'_>> = texts.iter().map(|(name, text)| StatuteText::new(name, text)).collect();
    let built = build(&texts, args.seen_on, LawFacts::known());
    report(&built, texts.len(), lang);
    if built.doubts.iter().any(|doubt| doubt.kind.is_fault()) {
        outcome = outcome.max(Outcome::Faulty);
    }
    let facts = built.facts();
    let written = match &args.output {
        Some(path) => file::replace(path, lang, |file| write_instruments_csv(&facts, file)),
        None => write_instruments_csv(&facts, to).map_or(Outcome::Failed, |()| Outcome::Clean),
    };
    let openings = args.openings.as_ref();
    let also = openings.map_or(Outcome::Clean, |path| file::replace(path, lang, |file| built.write_openings(file)));
    outcome.max(written).max(also)
}

fn is_text(path: &Path) -> bool {
    let endings = ["md", "markdown", "txt"];
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// The text of a file; an error where it is no UTF-8 or too large.
fn read(path: &Path, lang: Lang) -> io::Result<String> {
    let said = |zh: &'static str, en: &'static str| {
        io::Error::other(match lang {
            Lang::Zh => zh,
            Lang::En => en,
        })
    };
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_BYTES {
        return Err(said("超过16 MB，不像是一个法规文本", "it is larger than 16 MB, as no statute is"));
    }
    String::from_utf8(bytes).map_err(|_| {
        said(
            "不是 UTF-8 编码；请另存为 UTF-8 编码（可能是 GB18030）",
            "it is no UTF-8; save it in UTF-8 (it may be GB18030)",
        )
    })
}

/// Tells on what each fact rests, and what could not be read.
fn report(built: &Built, texts: usize, lang: Lang) {
    for row in &built.rows {
        let edition = &row.edition;
        let day = edition.version_date;
        tell(&match lang {
            Lang::Zh => {
                let day = day.map(|day| format!("（{}）", day.in_chinese())).unwrap_or_default();
                let (title, rank) = (in_title_marks(edition.title.as_str()), edition.rank.title_zh());
                format!("{}：{title}{day}，{rank}，{}", row.name, edition.status.title_zh())
            }
            Lang::En => {
                let day = day.map(|day| format!(" of {day}")).unwrap_or_default();
                format!("{}: {}{day}, {}, {}", row.name, edition.title, edition.rank, edition.status)
            }
        });
        for ground in &row.grounds {
            let fact = ground.fact.title();
            tell(&match lang {
                Lang::Zh => format!("    {}：{}", fact.zh, ground.message.zh),
                Lang::En => format!("    {}: {}", fact.en, ground.message.en),
            });
        }
    }
    for doubt in &built.doubts {
        tell(&match (lang, doubt.kind.is_fault()) {
            (Lang::Zh, true) => format!("{}：存疑：{}", doubt.name, doubt.kind.message().zh),
            (Lang::Zh, false) => format!("{}：说明：{}", doubt.name, doubt.kind.message().zh),
            (Lang::En, true) => format!("{}: doubt: {}", doubt.name, doubt.kind.message().en),
            (Lang::En, false) => format!("{}: note: {}", doubt.name, doubt.kind.message().en),
        });
    }
    let (rows, doubts) = (built.rows.len(), built.doubts.iter().filter(|doubt| doubt.kind.is_fault()).count());
    tell(&match lang {
        Lang::Zh => format!("qingdan：读取文本{texts}个，列入{rows}行，存疑{doubts}处"),
        Lang::En => format!("qingdan: texts read {texts}, rows {rows}, doubts {doubts}"),
    });
}
