//! `qingdan codelist`.

use qingdan::Lang;
use qingdan::dictionary::Dictionary;
use qingdan::writer::dictionary::{write_code_lists_csv, write_code_lists_markdown};
use qingdan::writer::write_json;

use crate::args::{CodelistArgs, DictionaryFormat};
use crate::output::{Outcome, Output, tell};

pub(crate) fn run(args: &CodelistArgs, output: &mut Output) -> Outcome {
    let mut dictionary = Dictionary::whole();
    // `qingdan fields` has these.
    dictionary.types.clear();
    dictionary.every_text.clear();
    let lang = args.lang.lang();
    if let Some(name) = &args.name {
        let known: Vec<String> = dictionary.code_lists.iter().map(|list| list.name.clone()).collect();
        dictionary.code_lists.retain(|list| list.name == *name);
        if dictionary.code_lists.is_empty() {
            // Cut, as the argument may be of any length.
            let name: String = name.chars().take(60).collect();
            let known = known.join(", ");
            tell(&match lang {
                Lang::Zh => format!("qingdan：没有代码表“{name}”；可取值：{known}"),
                Lang::En => format!("qingdan: there is no code list `{name}`; there are: {known}"),
            });
            return Outcome::Failed;
        }
    }
    let written = match args.format {
        DictionaryFormat::Markdown => write_code_lists_markdown(&dictionary, lang, output),
        DictionaryFormat::Csv => write_code_lists_csv(&dictionary, lang, output),
        DictionaryFormat::Json => write_json(&dictionary, output),
    };
    written.map_or(Outcome::Failed, |()| Outcome::Clean)
}
