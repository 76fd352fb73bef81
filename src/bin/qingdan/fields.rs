//! `qingdan fields`.

use qingdan::dictionary::Dictionary;
use qingdan::writer::dictionary::{write_fields_csv, write_fields_markdown};
use qingdan::writer::write_json;

use crate::args::{Described, DictionaryFormat, FieldsArgs};
use crate::output::{Outcome, Output};

pub(crate) fn run(args: &FieldsArgs, output: &mut Output) -> Outcome {
    let mut dictionary = match args.kind {
        None => Dictionary::whole(),
        Some(Described::Header) => Dictionary::of_header(),
        Some(Described::Records(kind)) => Dictionary::of_kind(kind),
    };
    // `qingdan codelist` has them.
    dictionary.code_lists.clear();
    let lang = args.lang.lang();
    let written = match args.format {
        DictionaryFormat::Markdown => write_fields_markdown(&dictionary, lang, output),
        DictionaryFormat::Csv => write_fields_csv(&dictionary, lang, output),
        DictionaryFormat::Json => write_json(&dictionary, output),
    };
    written.map_or(Outcome::Failed, |()| Outcome::Clean)
}
