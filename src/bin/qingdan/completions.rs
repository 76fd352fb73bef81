//! `qingdan completions`.

use std::io::Write as _;

use crate::args::CompletionsArgs;
use crate::help;
use crate::output::{Outcome, Output};

pub(crate) fn run(args: &CompletionsArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::described(lang), "qingdan", &mut script);
    let script = help::values(&String::from_utf8_lossy(&script), lang, str::to_owned);
    output.write_all(script.as_bytes()).map_or(Outcome::Failed, |()| Outcome::Clean)
}
