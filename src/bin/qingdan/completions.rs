//! `qingdan completions`.

use std::io::Write as _;

use clap_complete::Shell;

use crate::args::CompletionsArgs;
use crate::help;
use crate::output::{Outcome, Output};

pub(crate) fn run(args: &CompletionsArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::described(lang), "qingdan", &mut script);
    // A colon within a description is marked in zsh.
    let written = |text: &str| if args.shell == Shell::Zsh { text.replace(':', "\\:") } else { text.to_owned() };
    let script = help::values(&String::from_utf8_lossy(&script), lang, written);
    output.write_all(script.as_bytes()).map_or(Outcome::Failed, |()| Outcome::Clean)
}
