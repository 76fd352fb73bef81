//! `qingdan convert`.

use std::io::{self, Write};
use std::path::Path;

use qingdan::model::Spelling;
use qingdan::print::printable;
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::{Catalog, Checker, Lang, RuleSelector};

use crate::args::ConvertArgs;
use crate::check::limits;
use crate::file;
use crate::input::{Input, tell_unreadable};
use crate::output::{Outcome, Output, tell};

/// The rules whose findings mean that something would be lost: what cannot be read, unknown fields (which no type
/// holds), other versions, and records whose id another one has. References that dangle are written as they are.
const LOSSES: &[&str] = &["QD001", "QD002", "QD003", "QD004", "QD005", "QD006", "QD007", "QD008"];

pub(crate) fn run(args: &ConvertArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let limits = limits(args.max_bytes);
    let losses = LOSSES.iter().filter_map(|code| code.parse::<RuleSelector>().ok());
    let checker = Checker::new().limits(limits).select(losses);
    let input = Input::named(&args.file, None);
    let name = input.name();
    let bytes = match input.read(&checker, limits) {
        Ok(bytes) => bytes,
        Err(fault) => {
            tell_unreadable(&name, &fault, lang);
            return Outcome::Failed;
        }
    };
    let spelling = Spelling::of_bytes(&bytes).or(input.spelling());
    let told = spelling.map_or_else(|| checker.clone(), |spelling| checker.clone().spelling(spelling));
    let report = told.check_bytes(&name, &bytes);
    let reading = qingdan::read(&bytes, limits);
    let Some(catalog) = reading.catalog.filter(|_| report.findings().next().is_none()) else {
        let options = Options::new(lang);
        for input in &report.inputs {
            human::write_findings(input, Some(&Excerpts::of_bytes(&bytes)), &options, &mut io::stderr().lock())
                .unwrap_or_default();
        }
        tell(match lang {
            Lang::Zh => "qingdan：未写出任何内容，否则会丢失数据（不认识的字段也会丢失）",
            Lang::En => "qingdan: nothing was written, as data would be lost (unknown fields would be, too)",
        });
        return Outcome::Faulty;
    };
    let to = args.to.map_or_else(
        || match spelling {
            Some(Spelling::Ndjson) => Spelling::Document,
            _ => Spelling::Ndjson,
        },
        Spelling::from,
    );
    let file = args.output.as_deref().filter(|&path| path != Path::new("-"));
    let Some(file) = file else {
        let mut text = Vec::new();
        write(&catalog, to, &mut text).unwrap_or_default();
        write_harmless(&text, output).unwrap_or_default();
        return Outcome::Clean;
    };
    file::replace(file, lang, |to_file| write(&catalog, to, to_file))
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
