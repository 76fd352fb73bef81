//! `qingdan law`.

use qingdan::writer::law::write_law;

use crate::args::LawArgs;
use crate::output::{Outcome, Output};

pub(crate) fn run(args: &LawArgs, output: &mut Output) -> Outcome {
    write_law(args.lang.lang(), output).map_or(Outcome::Failed, |()| Outcome::Clean)
}
