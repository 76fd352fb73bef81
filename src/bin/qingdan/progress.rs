//! How far long work has come, for who sits before a terminal.

use std::io::{self, IsTerminal as _, Write as _};

use qingdan::Lang;
use qingdan::print::printable;

use crate::clock::Stopwatch;
use crate::output::Output;

/// How many seconds pass in silence.
const PATIENCE: u64 = 2;

/// A line on standard error that tells which of the inputs is read, where it is a terminal and the work is long.
#[derive(Debug)]
pub(crate) struct Progress {
    watch: Option<Stopwatch>,
    all: usize,
    done: usize,
    is_shown: bool,
    lang: Lang,
}

impl Progress {
    /// None is shown to who asked for quiet.
    pub(crate) fn new(all: usize, quiet: bool, lang: Lang) -> Self {
        let watch = (all > 1 && !quiet && io::stderr().is_terminal()).then(Stopwatch::start);
        Self { watch, all, done: 0, is_shown: false, lang }
    }

    /// The next input is read now.
    pub(crate) fn next(&mut self, name: &str, output: &mut Output) {
        self.done = self.done.saturating_add(1);
        if self.watch.as_ref().is_none_or(|watch| watch.seconds() < PATIENCE) {
            return;
        }
        self.is_shown = true;
        // What waits to be written would else come into the middle of the line, or be wiped away with it.
        output.flush().unwrap_or_default();
        let short: String = name.chars().take(60).collect();
        let text = match self.lang {
            Lang::Zh => format!("第 {} 个，共 {} 个：{}", self.done, self.all, printable(&short)),
            Lang::En => format!("{} of {}: {}", self.done, self.all, printable(&short)),
        };
        // Back to the beginning of the line, and the rest of it away.
        write!(io::stderr().lock(), "\r\u{1b}[K{text}").unwrap_or_default();
    }

    /// Something else is to be written now, or all are read: nothing is left on the line.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            write!(io::stderr().lock(), "\r\u{1b}[K").unwrap_or_default();
        }
    }
}
