//! `qingdan diff`.

use qingdan::diff::diff;
use qingdan::writer::changes::{ChangeOptions, write_html, write_markdown, write_text};
use qingdan::writer::write_json;

use crate::args::{DiffArgs, DiffFormat};
use crate::output::{Outcome, Output};
use crate::{editions, file};

pub(crate) fn run(args: &DiffArgs, output: &mut Output) -> Outcome {
    let lang = args.editions.lang.lang();
    let Some((old, new)) = editions::read(&args.editions) else {
        return Outcome::Failed;
    };
    let changes = diff(&old, &new);
    let mut options = ChangeOptions::new(lang);
    options.editorial = args.all;
    options.editions = Some((&old, &new));
    let written = file::write(args.editions.to_file(), lang, output, |to| match args.format {
        DiffFormat::Human => write_text(&changes, &options, to),
        DiffFormat::Markdown => write_markdown(&changes, &options, to),
        DiffFormat::Json => write_json(&changes, to),
        DiffFormat::Html => write_html(&changes, &options, to),
    });
    if args.exit_code && !changes.is_editorial() { written.max(Outcome::Faulty) } else { written }
}
