//! `qingdan law`.

use qingdan::writer::law::write_law;

use crate::args::{LawArgs, LawCommand};
use crate::output::{Outcome, Output};

pub(crate) fn run(args: &LawArgs, output: &mut Output) -> Outcome {
    if let Some(LawCommand::Build(args)) = &args.command {
        return crate::law_build::run(args, output);
    }
    write_law(args.lang.lang(), output).map_or(Outcome::Failed, |()| Outcome::Clean)
}
