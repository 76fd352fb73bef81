//! The arguments of the commands that compare two editions.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::language::LangArg;

/// How a comparison ends.
const EXIT_CODES: &str = "\
Exit codes: 0 the editions were compared, 2 it could not be done (a file that cannot be read as a whole, wrong usage, a \
full disk). With --exit-code: 0 nothing changed but words, 1 something else changed, 2 as above.";

/// What is to be done with a draft.
const DRAFT: &str = "\
Each line is {\"adjustment\": …}, to be put at the end of the new edition in NDJSON; `qingdan convert` writes a document as \
NDJSON, and the whole as a document again. On standard error is told what is left to fill in. Exit codes: 0 the draft was written, \
2 it could not be done.";

/// Two editions, and where what is made of them goes.
#[derive(Debug, clap::Args)]
pub(crate) struct EditionsArgs {
    /// The old edition, or `-` for standard input
    pub(crate) old: PathBuf,
    /// The new edition, or `-` for standard input
    pub(crate) new: PathBuf,
    /// Where to write, a file that is not read; standard output unless given. The file is replaced as a whole or not at all
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// The largest input to read, in bytes [default: 268435456]
    #[arg(long, value_name = "N")]
    pub(crate) max_bytes: Option<u64>,
    #[command(flatten)]
    pub(crate) lang: LangArg,
}

impl EditionsArgs {
    /// The file to write; none for standard output.
    pub(crate) fn to_file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|&path| path != Path::new("-"))
    }
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub(crate) struct DiffArgs {
    /// How to show what changed
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    pub(crate) format: DiffFormat,
    /// Exit with 1 where something changed that is not words alone
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// Show changes in words alone too, which are only counted otherwise; JSON always has them
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) editions: EditionsArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Human,
    /// For those who write about it: one page of Markdown
    Markdown,
    /// For programs
    Json,
    /// One page with tables, to be printed
    Html,
}

#[derive(Debug, clap::Args)]
#[command(after_help = DRAFT)]
pub(crate) struct AdjustArgs {
    #[command(flatten)]
    pub(crate) editions: EditionsArgs,
}
