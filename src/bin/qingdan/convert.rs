//! `qingdan convert`.

use std::io::{self, Write};

use qingdan::model::Spelling;
use qingdan::print::printable;
use qingdan::{Catalog, Lang};

use crate::args::ConvertArgs;
use crate::check::limits;
use crate::file;
use crate::input::Input;
use crate::output::{Outcome, Output, tell};
use crate::reading::Reading;

/// The rules whose findings mean that something would be lost: what cannot be read, unknown fields (which no type
/// holds), other versions, and records whose id another one has. References that dangle are written as they are.
const LOSSES: &[&str] = &["QD001", "QD002", "QD003", "QD004", "QD005", "QD006", "QD007", "QD008"];

pub(crate) fn run(args: &ConvertArgs, output: &mut Output) -> Outcome {
    let lang = args.whole.lang.lang();
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

/// Writes JSON to where people or CI systems may read it: what they would act on becomes a JSON escape, so the
/// meaning stays. Outside its strings JSON has no such characters.
fn write_harmless(json: &[u8], output: &mut Output) -> io::Result<()> {
    let mut after_hash = false;
    for c in String::from_utf8_lossy(json).chars() {
        let mut utf8 = [0; 4];
        let text = c.encode_utf8(&mut utf8);
        if c != '\n' && (printable(text) != *text || (after_hash && c == '#')) {
            let mut utf16 = [0; 2];
            for unit in c.encode_utf16(&mut utf16) {
                write!(output, "\\u{unit:04x}")?;
            }
        } else {
            output.write_all(text.as_bytes())?;
        }
        after_hash = c == '#';
    }
    Ok(())
}
