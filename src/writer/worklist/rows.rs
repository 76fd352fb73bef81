//! The rows of a worklist: equal findings are one, unless their places fill more than a page.

use indexmap::IndexSet;

use super::columns::{CODES, NAMES, PLACES};
use super::list::Worklist;
use super::places::Places;
use super::text::{cell, lines, lines_in};
use crate::finding::{Finding, Severity};
use crate::lang::Lang;
use crate::print::cut;
use crate::report::InputReport;
use crate::writer::{LONGEST_NAME, say, told};

/// How many lines of names, codes or places a row shows: no row can be higher than 409 points.
const MOST_LINES: usize = 25;

/// One row, as it is written.
pub(super) struct Row {
    pub(super) severity: Severity,
    pub(super) body: String,
    pub(super) list: String,
    pub(super) names: String,
    pub(super) codes: String,
    pub(super) what: String,
    pub(super) ground: String,
    pub(super) help: String,
    pub(super) places: String,
}

/// What equal findings differ in.
#[derive(Default)]
struct Gathered {
    findings: u64,
    kinds: IndexSet<String>,
    names: Lines,
    codes: Lines,
    places: Places,
}

/// Different texts, each on a line of its own.
#[derive(Default)]
struct Lines {
    texts: IndexSet<String>,
    lines: usize,
}

impl Lines {
    /// Whether a row shows all of them with another.
    fn has_room(&self, text: &str, width: u16) -> bool {
        self.texts.contains(text) || self.lines.saturating_add(lines_in(text, width)) <= MOST_LINES
    }

    fn add(&mut self, text: String, width: u16) {
        let lines = lines_in(&text, width);
        if !text.is_empty() && self.texts.insert(text) {
            self.lines = self.lines.saturating_add(lines);
        }
    }
}

impl Worklist<'_> {
    /// The rows of equal findings.
    pub(super) fn rows(&self, group: &[&Finding], body: &str, input: Option<&InputReport>) -> Vec<Row> {
        let Some(first) = group.first() else { return Vec::new() };
        let mut parts: Vec<Gathered> = Vec::new();
        for finding in group {
            let (name, code, place) = (self.name(finding), self.code(finding), self.place(finding, input));
            let has_room = |part: &Gathered| {
                part.names.has_room(&name, NAMES)
                    && part.codes.has_room(&code, CODES)
                    && part.places.lines_with(&place, PLACES) <= MOST_LINES
            };
            if !parts.last().is_some_and(has_room) {
                parts.push(Gathered::default());
            }
            if let Some(part) = parts.last_mut() {
                part.findings = part.findings.saturating_add(1);
                part.kinds.insert(self.kind(finding));
                part.names.add(name, NAMES);
                part.codes.add(code, CODES);
                part.places.add(place);
            }
        }
        let row = |(number, part): (usize, &Gathered)| Row {
            severity: first.severity,
            body: cell(&cut(body, LONGEST_NAME)),
            list: lines(&part.kinds),
            names: lines(&part.names.texts),
            codes: lines(&part.codes.texts),
            what: self.what(first, part.findings, number > 0),
            ground: lines(&told::grounds(self.report, first.code)),
            help: cell(&told::help(self.report, first, self.lang)),
            places: lines(&part.places.lines(self.lang)),
        };
        parts.iter().enumerate().map(row).collect()
    }

    /// How grave it is, what is wrong, how often, and the code of the rule.
    fn what(&self, finding: &Finding, times: u64, goes_on: bool) -> String {
        let severity = told::severity(finding.severity, self.lang);
        let (message, code) = (told::message(finding, self.lang), finding.code);
        cell(&match self.lang {
            Lang::Zh => {
                let goes_on = if goes_on { "（续）" } else { "" };
                let times = if times > 1 { format!("（共{times}处）") } else { String::new() };
                format!("【{severity}】{goes_on}{message}{times}［{code}］")
            }
            Lang::En => {
                let goes_on = if goes_on { " (continued)" } else { "" };
                let times = if times > 1 { format!(" ({times} times)") } else { String::new() };
                format!("[{severity}]{goes_on} {message}{times} [{code}]")
            }
        })
    }

    fn kind(&self, finding: &Finding) -> String {
        match (&finding.record, self.lang) {
            (None, _) => self.whole().to_owned(),
            (Some(record), Lang::Zh) => record.kind.title_zh().to_owned(),
            (Some(record), Lang::En) => record.kind.array().replace('_', " "),
        }
    }

    /// What is no record is in the catalog as a whole.
    fn whole(&self) -> &'static str {
        say(self.lang, "清单整体", "the catalog as a whole")
    }

    fn name(&self, finding: &Finding) -> String {
        let Some(record) = &finding.record else { return self.whole().to_owned() };
        match record.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
            Some(name) => cut(name, LONGEST_NAME),
            None => self.say("（名称不明）", "(name not known)").to_owned(),
        }
    }

    /// The code of the item; where it has none, what the catalog knows the record by.
    fn code(&self, finding: &Finding) -> String {
        if let Some(code) = &finding.item_code {
            return cut(code, LONGEST_NAME);
        }
        let id = finding.record.as_ref().and_then(|record| record.id.as_ref());
        id.map_or_else(String::new, |id| match self.lang {
            Lang::Zh => format!("（标识）{}", cut(id.as_str(), LONGEST_NAME)),
            Lang::En => format!("(id) {}", cut(id.as_str(), LONGEST_NAME)),
        })
    }
}
