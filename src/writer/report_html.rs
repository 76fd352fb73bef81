//! The report of a check as one page for the officials who answer for the catalog: what was checked and what is wrong in
//! three sentences, the three questions, the findings of each department, and what was not looked at.
//!
//! The page needs nothing else and asks nothing of a network: its policy forbids whatever is not written here. Its script
//! only filters what is there, so that without it everything is shown. Printed, each department gets a 督办单 of its own.

use std::io::{self, Write};

use crate::lang::Lang;
use crate::print::excerpt;
use crate::report::Report;
use crate::writer::departments::{Department, departments};
use crate::writer::said::Said;
use crate::writer::{escaped, page, say};

mod charts;
mod notices;
mod overview;
mod place;
mod rest;
mod words;

const STYLE: &str = include_str!("report_html/report.css");
const SCRIPT: &str = include_str!("report_html/report.js");

/// What browsers are to forbid: everything but this style and this script, each known by its SHA-256. A test counts them
/// again.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
    style-src 'sha256-juu0YInFIJZHiDapblaF1zYLdJo9kgyCaDZH6qrw8Vw='; \
    script-src 'sha256-XTJ03VnhqpbOu0LjyogRQTE9MbKik93PR0ejcCw3DYc='; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'\">\n\
    <meta name=\"referrer\" content=\"no-referrer\">\n";

/// Writes a report as one HTML page.
///
/// ```
/// use qingdan::writer::report_html::write_html;
/// use qingdan::{Checker, Lang};
/// let bytes = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///   "organizations": [{"id": "water", "name": 5, "kind": "department"}]}"#;
/// let mut page = Vec::new();
/// write_html(&Checker::new().check_bytes("catalog.json", bytes), Lang::En, &mut page)?;
/// assert!(String::from_utf8(page)?.contains("expected text, found the number `5`"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What the writer reports.
pub fn write_html(report: &Report, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let page = Page { said: Said::new(report, lang), report, departments: departments(report), lang };
    page.write(&mut to)
}

struct Page<'a> {
    said: Said<'a>,
    report: &'a Report,
    departments: Vec<Department<'a>>,
    lang: Lang,
}

impl Page<'_> {
    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        say(self.lang, zh, en)
    }

    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let title = self.title();
        page::begin_with(&page::Head { lang: self.lang, title: &title, meta: POLICY, style: STYLE }, to)?;
        let skip = self.say("跳到各部门的问题", "Skip to the findings");
        writeln!(to, "<a class=\"skip\" href=\"#findings\">{skip}</a>\n<header>\n<h1>{title}</h1>")?;
        writeln!(to, "<p class=\"day\">{}</p>\n</header>\n<main>", escaped(&self.said.day()))?;
        self.overview(to)?;
        self.by_department(to)?;
        self.by_rule(to)?;
        self.notices(to)?;
        self.rest(to)?;
        writeln!(to, "</main>\n<script>\n{SCRIPT}</script>")?;
        page::end(to)
    }

    /// What the page is called, escaped.
    fn title(&self) -> String {
        let catalog = match self.report.inputs.as_slice() {
            [input] => input.title.as_deref().map(excerpt),
            _ => None,
        };
        match (catalog, self.lang) {
            (None, Lang::Zh) => "清单检查报告".to_owned(),
            (None, Lang::En) => "Report of a check".to_owned(),
            (Some(title), Lang::Zh) => format!("“{}”检查报告", escaped(&title)),
            (Some(title), Lang::En) => format!("{}: report of a check", escaped(&title)),
        }
    }
}
