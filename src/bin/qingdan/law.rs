//! `qingdan law`.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use qingdan::law::facts::LawFacts;
use qingdan::writer::law::{InstrumentPage, write_instruments_csv, write_instruments_json, write_law, write_law_json};
use qingdan::writer::write_json;
use qingdan::{Lang, Limits};
use sha2::{Digest as _, Sha256};

use crate::args::{LawArgs, LawCommand, LawFormat};
use crate::clock::today_in_china;
use crate::input::{name_of, shown_name, tell_unreadable};
use crate::output::{Outcome, Output, tell};

pub(crate) fn run(args: &LawArgs, output: &mut Output) -> Outcome {
    if let Some(LawCommand::Build(args)) = &args.command {
        return crate::law_build::run(args, output);
    }
    let lang = args.lang.lang();
    if args.format == Some(LawFormat::Csv) && !args.instruments {
        tell(match lang {
            Lang::Zh => "qingdan：--format csv 只用于全部文件（--instruments）",
            Lang::En => "qingdan: --format csv is for all instruments (--instruments)",
        });
        return Outcome::Failed;
    }
    let mut facts = LawFacts::known().clone();
    if let Some(path) = &args.law_facts {
        let Some(added) = added_facts(path, Limits::default(), lang) else { return Outcome::Failed };
        facts.extend(added.facts);
    }
    let written = if let Some(title) = &args.title {
        let Some(as_of) = args.as_of.or_else(today_in_china) else { return Outcome::Failed };
        let page = InstrumentPage::of(&facts, title, as_of);
        match args.format {
            Some(LawFormat::Json) => write_json(&page, output),
            _ => page.write(lang, output),
        }
    } else if args.instruments {
        match args.format {
            Some(LawFormat::Json) => write_instruments_json(&facts, output),
            _ => write_instruments_csv(&facts, output),
        }
    } else {
        match args.format {
            Some(LawFormat::Json) => write_law_json(output),
            _ => write_law(lang, output),
        }
    };
    written.map_or(Outcome::Failed, |()| Outcome::Clean)
}

/// Facts of a file, and the hash of its bytes.
pub(crate) struct AddedFacts {
    pub(crate) facts: LawFacts,
    pub(crate) sha256: String,
}

/// The facts of a file within limits; none where it could not be read, which is told.
pub(crate) fn added_facts(path: &Path, limits: Limits, lang: Lang) -> Option<AddedFacts> {
    let bytes = read_data(path, limits, lang)?;
    let facts = LawFacts::from_csv(&bytes).map_err(|error| tell_of(path, error.message().text(lang), lang)).ok()?;
    let sha256 = format!("{:x}", Sha256::digest(&bytes));
    Some(AddedFacts { facts, sha256 })
}

/// The bytes of a file of facts or openings; none where it could not be read, which is told.
pub(crate) fn read_data(path: &Path, limits: Limits, lang: Lang) -> Option<Vec<u8>> {
    let most = limits.max_bytes;
    let read = || {
        let file = File::open(path)?;
        // Of a file that is too large nothing is read.
        let size = file.metadata()?.len();
        let mut bytes = Vec::new();
        if size <= most {
            file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        }
        let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok((size.max(read) <= most).then_some(bytes))
    };
    let bytes = read().map_err(|fault| tell_unreadable(&name_of(path), &fault, lang)).ok()?;
    if bytes.is_none() {
        let said = match lang {
            Lang::Zh => format!("超过{most}字节，未读取"),
            Lang::En => format!("it has more than {most} bytes and was not read"),
        };
        tell_of(path, &said, lang);
    }
    bytes
}

/// Says something of a file.
pub(crate) fn tell_of(path: &Path, message: &str, lang: Lang) {
    let name = shown_name(path);
    tell(&match lang {
        Lang::Zh => format!("qingdan：{name}：{message}"),
        Lang::En => format!("qingdan: {name}: {message}"),
    });
}
