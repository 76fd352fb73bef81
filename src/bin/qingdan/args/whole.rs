//! What the commands share that read a catalog as a whole; the language is that of all commands.

use std::path::{Path, PathBuf};

use crate::language::LangArg;

/// A catalog that is read as a whole, and where what is made of it goes.
#[derive(Debug, clap::Args)]
pub(crate) struct WholeArgs {
    /// The catalog, or `-` for standard input
    pub(crate) file: PathBuf,
    /// Where to write, a file that is not read; standard output unless given. The file is replaced as a whole or not at all
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// The largest input to read, in bytes [default: 268435456]
    #[arg(long, value_name = "N")]
    pub(crate) max_bytes: Option<u64>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

impl WholeArgs {
    /// The file to write; none for standard output.
    pub(crate) fn to_file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|&path| path != Path::new("-"))
    }
}
