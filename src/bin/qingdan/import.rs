//! `qingdan import`.

use std::io::{self, Write};
use std::path::Path;

use qingdan::import::{ImportAccount, Imported, ShippedProfile};
use qingdan::model::Spelling;
use qingdan::writer::import::{write_account, write_mapping};
use qingdan::{Catalog, Lang};

use crate::args::{ImportArgs, Shipped};
use crate::file;
use crate::judge::limits;
use crate::output::{Outcome, Output, tell, write_harmless};
use crate::progress::Progress;
use crate::report_file::are_apart;
use crate::workbooks;

pub(crate) fn run(args: &ImportArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    if let Some(shipped) = args.print_profile {
        let shipped = match shipped {
            Shipped::Official => ShippedProfile::Official,
            Shipped::C0109 => ShippedProfile::C0109,
        };
        output.write_all(shipped.toml().as_bytes()).unwrap_or_default();
        return Outcome::Clean;
    }
    let to_file = args.output.as_deref().filter(|&path| path != Path::new("-"));
    let written = to_file.into_iter().chain(args.account.as_deref());
    if !are_apart(written, |_| args.files.iter().chain(&args.reading.profile).cloned().collect(), lang) {
        return Outcome::Failed;
    }
    let Some(settings) = workbooks::settings(&args.reading, lang) else { return Outcome::Failed };
    let (mut read, mut is_whole) = (Vec::new(), true);
    let mut progress = Progress::new(args.files.len(), args.quiet, lang);
    for path in &args.files {
        progress.next(&crate::input::name_of(path), output);
        let opened = workbooks::open(path, limits(args.max_bytes), lang);
        progress.clear();
        match opened {
            Ok((workbook, _)) => read.push(workbook),
            Err(_) => is_whole = false,
        }
    }
    // Half of the lists of a place are not its list.
    if !is_whole {
        return Outcome::Failed;
    }
    let Ok(Imported { catalog, account, .. }) = workbooks::catalog(&read, &settings, lang) else {
        return Outcome::Failed;
    };
    if args.dry_run {
        write_mapping(&account, lang, &mut *output).unwrap_or_default();
        return outcome(&account);
    }
    if !args.quiet {
        let mut text = Vec::new();
        write_account(&account, lang, &mut text).unwrap_or_default();
        tell(String::from_utf8_lossy(&text).trim_end());
    }
    let mut written = write(args, &catalog, to_file, lang, output);
    if let Some(path) = &args.account {
        written = written.max(file::replace(path, lang, |to| {
            serde_json::to_writer_pretty(&mut *to, &account)?;
            writeln!(to)
        }));
    }
    written.max(outcome(&account))
}

/// Rows that are no records are faults of the list.
fn outcome(account: &ImportAccount) -> Outcome {
    if account.sheets.iter().any(|sheet| !sheet.untaken.is_empty()) { Outcome::Faulty } else { Outcome::Clean }
}

fn write(args: &ImportArgs, catalog: &Catalog, to_file: Option<&Path>, lang: Lang, output: &mut Output) -> Outcome {
    let spelling = args.to.map(Spelling::from).or_else(|| to_file.and_then(Spelling::of_path));
    let write = |to: &mut Vec<u8>| -> io::Result<()> {
        if spelling == Some(Spelling::Ndjson) { catalog.write_ndjson(to) } else { catalog.write_json(to) }
    };
    if let Some(path) = to_file {
        return file::replace(path, lang, write);
    }
    let mut text = Vec::new();
    write(&mut text).unwrap_or_default();
    write_harmless(&text, output).unwrap_or_default();
    Outcome::Clean
}
