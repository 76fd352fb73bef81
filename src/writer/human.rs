//! The report for people: every finding with its place in the source, then what it comes to.
//!
//! Findings look as compilers show them, because a caret under the value answers "where" at a glance. The summary
//! is written for the officials who own the catalog: it asks the three questions in words and ends with what to do
//! next. Everything that came from data is made harmless before it is measured or printed (see [`crate::print`]).

use std::cmp::Reverse;
use std::io::{self, Write};

use crate::finding::{Finding, Place, RecordKey, Related, Severity};
use crate::lang::Lang;
use crate::model::Kind;
use crate::print::{cut, excerpt, printable};

use crate::report::{InputReport, Report, ReportedRule};
use crate::rules;
use crate::writer::said::groups;
use crate::writer::{LONGEST_MESSAGE, LONGEST_NAME};

mod places;
mod source;
mod summary;

use source::Excerpt;
pub use source::Excerpts;
pub use summary::write_summary;

/// 选项: how the report for people looks.
///
/// ```
/// use qingdan::writer::human::{self, Excerpts, Options};
/// use qingdan::{Checker, Lang};
/// let bytes = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///   "organizations": [{"id": "water", "name": 5, "kind": "department"}]}"#;
/// let report = Checker::new().check_bytes("catalog.json", bytes);
/// let options = Options::new(Lang::En);
/// let mut text = Vec::new();
/// for input in &report.inputs {
///     human::write_findings(input, Some(&Excerpts::of_bytes(bytes)), &options, &mut text)?;
/// }
/// human::write_summary(&report, &options, &mut text)?;
/// assert!(String::from_utf8(text)?.starts_with("error[QD005]: expected text, found the number `5`\n --> catalog.json:2:45"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The language.
    pub lang: Lang,
    /// Whether to colour, as terminals do.
    pub color: bool,
    /// How many different findings of one input to show. Equal ones are one, with all their places.
    pub max_findings: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { lang: Lang::default(), color: false, max_findings: 1000 }
    }
}

impl Options {
    /// What the default is, in a language: no colour, a thousand different findings.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, ..Self::default() }
    }

    /// One of two texts, by the language.
    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn paint(&self, ink: Ink, text: &str) -> String {
        if self.color { format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()) } else { text.to_owned() }
    }
}

/// What a text is, for its colour.
#[derive(Debug, Clone, Copy)]
enum Ink {
    Severity(Severity),
    Strong,
    Frame,
    Good,
}

impl Ink {
    /// The parameters of the terminal sequence.
    fn code(self) -> &'static str {
        match self {
            Self::Severity(Severity::Error) => "1;31",
            Self::Severity(Severity::Warning) => "1;33",
            Self::Severity(Severity::Info) => "1;36",
            Self::Strong => "1",
            Self::Frame => "1;34",
            Self::Good => "1;32",
        }
    }
}

/// Writes the findings of one input, each with an excerpt where the source is given.
///
/// # Errors
/// What the writer reports.
pub fn write_findings(
    input: &InputReport,
    source: Option<&Excerpts<'_>>,
    options: &Options,
    mut to: impl Write,
) -> io::Result<()> {
    let page = Page { options, name: cut(&input.name, LONGEST_NAME), source };
    let mut hidden = input.counts.total;
    for group in groups(&input.findings).iter().take(options.max_findings) {
        page.findings(group, &mut to)?;
        hidden = hidden.saturating_sub(u64::try_from(group.len()).unwrap_or(u64::MAX));
    }
    if hidden > 0 {
        let name = &page.name;
        match options.lang {
            Lang::Zh => writeln!(
                to,
                "… {name} 另有{hidden}项未列出；用 --max-findings 0 全部列出，用 --select 编号 只看一条规则\n"
            )?,
            Lang::En => writeln!(
                to,
                "… {hidden} more findings in {name}; --max-findings 0 lists all, --select CODE those of one rule alone\n"
            )?,
        }
    }
    Ok(())
}

/// Writes the findings about suppressions and the baseline themselves.
///
/// # Errors
/// What the writer reports.
pub fn write_upkeep(report: &Report, options: &Options, mut to: impl Write) -> io::Result<()> {
    for finding in &report.upkeep {
        let name = finding.place.input.as_deref().unwrap_or_default();
        let page = Page { options, name: cut(name, LONGEST_NAME), source: None };
        page.findings(&[finding], &mut to)?;
    }
    Ok(())
}

/// Writes how many findings there are of each rule, most frequent first, instead of the findings.
///
/// # Errors
/// What the writer reports.
pub fn write_statistics(report: &Report, options: &Options, mut to: impl Write) -> io::Result<()> {
    let mut counts: Vec<(u64, &ReportedRule)> =
        report.rules.iter().map(|rule| (report.count_of(rule.code), rule)).filter(|(count, _)| *count > 0).collect();
    counts.sort_by_key(|(count, rule)| (Reverse(*count), rule.code));
    let widest = counts.iter().map(|(count, _)| count.to_string().len()).max().unwrap_or_default();
    for (count, ReportedRule { code, title, .. }) in counts {
        writeln!(to, "{count:>widest$}  {code}  {}", printable(title.text(options.lang)))?;
    }
    Ok(())
}

/// Where findings of one input are written.
struct Page<'a, 't> {
    options: &'a Options,
    /// The name of the input, harmless.
    name: String,
    source: Option<&'a Excerpts<'t>>,
}

impl Page<'_, '_> {
    /// Equal findings: the first as it stands, then the places of all others.
    fn findings(&self, group: &[&Finding], to: &mut impl Write) -> io::Result<()> {
        let Some((&finding, others)) = group.split_first() else { return Ok(()) };
        let Self { options, .. } = *self;
        let lang = options.lang;
        let severity = match lang {
            Lang::Zh => finding.severity.title_zh(),
            Lang::En => finding.severity.as_str(),
        };
        let head = options.paint(Ink::Severity(finding.severity), &format!("{severity}[{}]", finding.code));
        let colon = options.say("：", ": ");
        let message = cut(finding.message.text(lang), LONGEST_MESSAGE);
        writeln!(to, "{head}{}", options.paint(Ink::Strong, &format!("{colon}{message}")))?;
        // One gutter for all places of a finding, so that they line up.
        let places = finding.related.iter().map(|related| &related.place).chain([&finding.place]);
        let gutter = places.filter_map(|place| place.line).max().map_or(1, digits);
        self.place(&finding.place, finding.record.as_ref(), ('^', Ink::Severity(finding.severity)), gutter, to)?;
        let bar = options.paint(Ink::Frame, "=");
        for (label, text) in self.notes(finding, others).iter().filter(|(_, text)| !text.is_empty()) {
            writeln!(to, "{:gutter$} {bar} {label}{colon}{text}", "")?;
        }
        for Related { record, place, message } in &finding.related {
            let note = options.paint(Ink::Strong, options.say("注", "note"));
            writeln!(to, "{note}{colon}{}", cut(message.text(lang), LONGEST_MESSAGE))?;
            let record = record.as_ref().filter(|_| *record != finding.record);
            self.place(place, record, ('-', Ink::Frame), gutter, to)?;
        }
        writeln!(to)
    }

    /// What is said below the excerpt, each with its label; empty where there is nothing to say.
    fn notes(&self, finding: &Finding, others: &[&Finding]) -> [(&'static str, String); 6] {
        let Self { options, .. } = *self;
        let lang = options.lang;
        let more = match (others.len(), lang) {
            (0, _) => String::new(),
            (count, Lang::Zh) => format!("另有{count}处：{}", places::places(others, lang)),
            (count, Lang::En) => format!("{count} more: {}", places::places(others, lang)),
        };
        [
            (options.say("原表", "source"), places::cells(&[finding], lang)),
            (options.say("责任部门", "body"), body(finding, options)),
            (options.say("整改建议", "help"), cut(finding.help(lang), LONGEST_MESSAGE)),
            (options.say("依据", "ground"), ground(finding, options)),
            (options.say("规则", "rule"), explained_by(finding)),
            (options.say("同样的问题", "the same"), more),
        ]
    }

    /// The line that names a place, and the excerpt below it.
    fn place(
        &self,
        place: &Place,
        record: Option<&RecordKey>,
        (mark, ink): (char, Ink),
        gutter: usize,
        to: &mut impl Write,
    ) -> io::Result<()> {
        let Self { options, .. } = *self;
        let arrow = options.paint(Ink::Frame, "-->");
        let file = place.input.as_deref().map(|file| cut(file, LONGEST_NAME));
        write!(to, "{:gutter$}{arrow} {}", "", file.as_ref().unwrap_or(&self.name))?;
        if let (Some(line), Some(column)) = (place.line, place.column) {
            write!(to, ":{line}:{column}")?;
        }
        if !place.pointer.as_str().is_empty() {
            write!(to, "  {} {}", options.say("位于", "at"), cut(place.pointer.as_str(), LONGEST_NAME))?;
        }
        if let Some(record) = record {
            let (open, close) = (options.say("（", "("), options.say("）", ")"));
            let kind = match options.lang {
                Lang::Zh => record.kind.title_zh(),
                Lang::En => record.kind.tag(),
            };
            write!(to, "  {open}{kind}")?;
            if let Some(id) = &record.id {
                write!(to, " `{}`", excerpt(id.as_str()))?;
            }
            if let Some(name) = &record.name {
                write!(to, " {}", excerpt(name))?;
            }
            write!(to, "{close}")?;
        }
        writeln!(to)?;
        let Some(Excerpt { line, text, before, width }) = self.source.and_then(|source| source.excerpt(place)) else {
            return Ok(());
        };
        let bar = options.paint(Ink::Frame, "|");
        let marks: String = std::iter::repeat_n(mark, width).collect();
        writeln!(to, "{:gutter$} {bar}", "")?;
        writeln!(to, "{} {bar} {text}", options.paint(Ink::Frame, &format!("{line:>gutter$}")))?;
        writeln!(to, "{:gutter$} {bar} {:before$}{}", "", "", options.paint(ink, &marks))
    }
}

/// Who answers for the record; empty where that is the record itself, and where no body has to.
fn body(finding: &Finding, options: &Options) -> String {
    let has_no_body =
        |record: &RecordKey| matches!(record.kind, Kind::Organization | Kind::LegalInstrument | Kind::DirectoryEntry);
    if finding.record.as_ref().is_none_or(has_no_body) {
        return String::new();
    }
    match finding.body.as_ref().map(|body| (&body.name, &body.id)) {
        Some((Some(name), _)) => excerpt(name),
        Some((None, id)) => format!("`{}`", excerpt(id.as_str())),
        None => options.say("不明", "not known").to_owned(),
    }
}

/// The command that explains the rule; none knows a rule of somebody's own.
fn explained_by(finding: &Finding) -> String {
    if finding.code.is_own() { String::new() } else { format!("qingdan explain {}", finding.code) }
}

/// The provisions on which the rule stands.
fn ground(finding: &Finding, options: &Options) -> String {
    let citations = rules::find(finding.code).map_or(&[][..], |rule| rule.citations);
    citations.iter().map(ToString::to_string).collect::<Vec<_>>().join(options.say("；", "; "))
}

/// How many digits a number has.
fn digits(number: u32) -> usize {
    number.to_string().len()
}
