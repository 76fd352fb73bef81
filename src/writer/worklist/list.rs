//! A report, and the language in which its worklist is written.

use crate::lang::Lang;
use crate::report::Report;
use crate::writer::said::Said;
use crate::writer::say;

pub(super) struct Worklist<'a> {
    pub(super) report: &'a Report,
    pub(super) said: Said<'a>,
    pub(super) lang: Lang,
}

impl Worklist<'_> {
    pub(super) fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        say(self.lang, zh, en)
    }
}
