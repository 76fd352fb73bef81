//! `qingdan convert`.

use std::io::{self, Write};

use qingdan::model::Spelling;
use qingdan::{Catalog, Lang};

use crate::args::ConvertArgs;
use crate::file;
use crate::input::Input;
use crate::judge::limits;
use crate::output::{Outcome, Output, tell, write_harmless};
use crate::reading::Reading;
use crate::report_file::is_apart;

/// The rules whose findings mean that something would be lost: what cannot be read, unknown fields (which no type
/// holds), other versions, and records whose id another one has. References that dangle are written as they are.
const LOSSES: &[&str] = &["QD001", "QD002", "QD003", "QD004", "QD005", "QD006", "QD007", "QD008"];

pub(crate) fn run(args: &ConvertArgs, output: &mut Output) -> Outcome {
    let lang = args.whole.lang.lang();
    if !is_apart(args.whole.to_file(), [&args.whole.file], lang) {
        return Outcome::Failed;
    }
    let input = Input::named(&args.whole.file, None);
    let Some(reading) = Reading::of(&input, limits(args.whole.max_bytes), LOSSES, lang) else {
        return Outcome::Failed;
    };
    let Some(catalog) = reading.catalog.as_ref().filter(|_| reading.report.findings().next().is_none()) else {
        reading.tell_findings(lang);
        tell(match lang {
            Lang::Zh => "qingdan：未写出任何内容，否则会丢失数据（不认识的字段也会丢失）",
            Lang::En => "qingdan: nothing was written, as data would be lost (unknown fields would be, too)",
        });
        return Outcome::Faulty;
    };
    let to = args.to.map_or_else(
        || match reading.spelling {
            Some(Spelling::Ndjson) => Spelling::Document,
            _ => Spelling::Ndjson,
        },
        Spelling::from,
    );
    let Some(file) = args.whole.to_file() else {
        let mut text = Vec::new();
        write(catalog, to, &mut text).unwrap_or_default();
        write_harmless(&text, output).unwrap_or_default();
        return Outcome::Clean;
    };
    file::replace(file, lang, |to_file| write(catalog, to, to_file))
}

fn write(catalog: &Catalog, spelling: Spelling, to: impl Write) -> io::Result<()> {
    if spelling == Spelling::Ndjson { catalog.write_ndjson(to) } else { catalog.write_json(to) }
}
