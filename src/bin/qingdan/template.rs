//! `qingdan template`.

use qingdan::import::Form;
use qingdan::writer::list::write_template;

use crate::args::TemplateArgs;
use crate::file;
use crate::output::Outcome;

pub(crate) fn run(args: &TemplateArgs) -> Outcome {
    let lang = args.lang.lang();
    // Each kind that can be named has a form, which a test holds.
    let Some(form) = Form::of(args.kind.into()) else { return Outcome::Failed };
    file::replace(&args.output, lang, |to| write_template(&form, lang, to))
}
