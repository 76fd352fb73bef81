//! Catalogs that are read as a whole in order to say something of them, and where that is written.

use std::io::{self, Write};
use std::path::PathBuf;

use qingdan::model::Kind;
use qingdan::{Catalog, Finding, Lang, Report, Severity};

use crate::args::WholeArgs;
use crate::file;
use crate::input::{Input, UNREAD};
use crate::judge::limits;
use crate::output::{Outcome, Output, tell};
use crate::reading::Reading;
use crate::report_file::is_apart;

/// What is to be read, and what is said where records could not be.
pub(crate) struct Whole<'a> {
    pub(crate) args: &'a WholeArgs,
    /// What else is read, so that it is not written over.
    pub(crate) beside: Vec<&'a PathBuf>,
    /// Whether records of a kind may be missing without making the rest wrong.
    pub(crate) can_do_without: fn(Kind) -> bool,
    /// What is said where the rest would be wrong: in Chinese, in English.
    pub(crate) refusal: (&'static str, &'static str),
    /// What is said where it is not.
    pub(crate) left_out: (&'static str, &'static str),
}

impl Whole<'_> {
    /// Reads the catalog, makes something of it, and writes that; every fault of form is told.
    pub(crate) fn show<T>(
        &self,
        make: impl FnOnce(&Catalog) -> T,
        output: &mut Output,
        write: impl Fn(&T, &mut dyn Write) -> io::Result<()>,
    ) -> Outcome {
        let lang = self.args.lang.lang();
        if !is_apart(self.args.to_file(), self.beside.iter().copied().chain([&self.args.file]), lang) {
            return Outcome::Failed;
        }
        let input = Input::named(&self.args.file, None);
        let Some(reading) = Reading::of(&input, limits(self.args.max_bytes), UNREAD, lang) else {
            return Outcome::Failed;
        };
        let report = &reading.report;
        if report.count(Severity::Error) > 0 {
            reading.tell_findings(lang);
        }
        let Some(catalog) = reading.catalog.as_ref().filter(|_| self.nothing_needed_is_unread(report)) else {
            self.tell(self.refusal);
            return Outcome::Faulty;
        };
        let shown = make(catalog);
        let written = file::write(self.args.to_file(), lang, output, |to| write(&shown, to));
        if report.count(Severity::Error) == 0 || written != Outcome::Clean {
            return written;
        }
        self.tell(self.left_out);
        Outcome::Faulty
    }

    /// Whether every fault is one of a record that can be done without.
    fn nothing_needed_is_unread(&self, report: &Report) -> bool {
        let can_be_missing = |finding: &&Finding| {
            finding.severity == Severity::Error
                && finding.record.as_ref().is_some_and(|record| (self.can_do_without)(record.kind))
        };
        // Findings may be cut; those that are not shown are of nobody knows what.
        u64::try_from(report.findings().filter(can_be_missing).count()) == Ok(report.count(Severity::Error))
    }

    fn tell(&self, (zh, en): (&str, &str)) {
        tell(match self.args.lang.lang() {
            Lang::Zh => zh,
            Lang::En => en,
        });
    }
}
