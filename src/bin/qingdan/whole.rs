//! Catalogs that are read as a whole in order to say something of them, and where that is written.

use std::io::{self, Write};
use std::path::Path;

use qingdan::model::{Kind, Spelling};
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::{Catalog, Checker, Finding, Lang, Report, RuleSelector, Severity};

use crate::check::limits;
use crate::file;
use crate::input::{Input, UNREAD, tell_unreadable};
use crate::output::{Outcome, Output, tell};

/// What is to be read, and what is said where records could not be.
pub(crate) struct Whole<'a> {
    pub(crate) file: &'a Path,
    pub(crate) max_bytes: Option<u64>,
    pub(crate) lang: Lang,
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
        to: (Option<&Path>, &mut Output),
        write: impl Fn(&T, &mut dyn Write) -> io::Result<()>,
    ) -> Outcome {
        let lang = self.lang;
        let limits = limits(self.max_bytes);
        let checker =
            Checker::new().limits(limits).select(UNREAD.iter().filter_map(|code| code.parse::<RuleSelector>().ok()));
        let input = Input::named(self.file, None);
        let name = input.name();
        let bytes = match input.read(&checker, limits) {
            Ok(bytes) => bytes,
            Err(fault) => {
                tell_unreadable(&name, &fault, lang);
                return Outcome::Failed;
            }
        };
        let spelling = Spelling::of_bytes(&bytes).or(input.spelling());
        let told = spelling.map_or_else(|| checker.clone(), |spelling| checker.clone().spelling(spelling));
        let report = told.check_bytes(&name, &bytes);
        let reading = qingdan::read(&bytes, limits);
        if report.count(Severity::Error) > 0 {
            let options = Options::new(lang);
            for input in &report.inputs {
                human::write_findings(input, Some(&Excerpts::of_bytes(&bytes)), &options, &mut io::stderr().lock())
                    .unwrap_or_default();
            }
        }
        let Some(catalog) = reading.catalog.filter(|_| self.nothing_needed_is_unread(&report)) else {
            self.tell(self.refusal);
            return Outcome::Faulty;
        };
        let shown = make(&catalog);
        let (file, output) = to;
        let written = if let Some(file) = file.filter(|&path| path != Path::new("-")) {
            file::replace(file, lang, |to| write(&shown, to))
        } else {
            write(&shown, output).unwrap_or_default();
            Outcome::Clean
        };
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
        tell(match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        });
    }
}
