//! An input that is read as a whole, and what was found in reading it.

use std::io;

use qingdan::model::Spelling;
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::{Catalog, Checker, Lang, Limits, Report, RuleSelector};
use sha2::{Digest as _, Sha256};

use crate::input::{Input, tell_unreadable};

/// An input that was read as a whole.
pub(crate) struct Reading {
    bytes: Vec<u8>,
    pub(crate) spelling: Option<Spelling>,
    /// What rules say of it.
    pub(crate) report: Report,
    /// What could be read of it.
    pub(crate) catalog: Option<Catalog>,
}

impl Reading {
    /// Of an input, judged by the rules of these codes; none where its bytes cannot be had, which is told.
    pub(crate) fn of(input: &Input, limits: Limits, rules: &[&str], lang: Lang) -> Option<Self> {
        let selected = rules.iter().filter_map(|code| code.parse::<RuleSelector>().ok());
        let checker = Checker::new().limits(limits).select(selected);
        let name = input.name();
        let bytes = input.read(&checker, limits).map_err(|fault| tell_unreadable(&name, &fault, lang)).ok()?;
        let spelling = Spelling::of_bytes(&bytes).or(input.spelling());
        let checker = spelling.map_or_else(|| checker.clone(), |spelling| checker.clone().spelling(spelling));
        let report = checker.check_bytes(&name, &bytes);
        let catalog = qingdan::read(&bytes, limits).catalog;
        Some(Self { bytes, spelling, report, catalog })
    }

    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub(crate) fn sha256(&self) -> String {
        format!("{:x}", Sha256::digest(&self.bytes))
    }

    /// Tells on standard error what was found.
    pub(crate) fn tell_findings(&self, lang: Lang) {
        let options = Options::new(lang);
        for input in &self.report.inputs {
            human::write_findings(input, Some(&Excerpts::of_bytes(&self.bytes)), &options, &mut io::stderr().lock())
                .unwrap_or_default();
        }
    }
}
