//! The arguments of the commands that tell others of this one: completions for shells, pages of the manual.

use std::path::PathBuf;

use clap_complete::Shell;

use crate::language::LangArg;

#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// Write a page for each command into this folder: qingdan.1, qingdan-check.1 and so on. Without it the page of
    /// qingdan is printed
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}
