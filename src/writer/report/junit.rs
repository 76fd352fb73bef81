//! Test results as `JUnit` writes them: a suite a file, a case a finding, and a case that passes for a file without any.
//!
//! Findings at or above the level that fails are failures, milder ones are skipped cases: these are shown, and fail
//! nothing. What could not be read is an error. XML cannot hold control characters at all, not even escaped, so
//! everything from data is made harmless first.

use std::io::{self, Write};

use indexmap::IndexMap;

use super::listed::{Listed, file_name, listed, unlisted_of};
use super::words;
use crate::finding::Severity;
use crate::print::cut;
use crate::report::Report;
use crate::writer::report_format::ReportOptions;
use crate::writer::{LONGEST_NAME, escaped, say};

/// A case, and what came of it.
struct Case {
    name: String,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    /// The element that says why not.
    Told {
        element: Element,
        kind: String,
        message: String,
        text: String,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Failure,
    Error,
    Skipped,
}

impl Element {
    fn as_str(self) -> &'static str {
        match self {
            Self::Failure => "failure",
            Self::Error => "error",
            Self::Skipped => "skipped",
        }
    }

    fn of(severity: Severity, options: ReportOptions) -> Self {
        // The gravest is the first of the list.
        if options.fail_level.fails(severity) { Self::Failure } else { Self::Skipped }
    }
}

pub(super) fn write(report: &Report, options: ReportOptions, to: &mut dyn Write) -> io::Result<()> {
    let suites = suites(report, options);
    writeln!(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let all: Vec<&Case> = suites.values().flatten().collect();
    writeln!(to, "<testsuites name=\"qingdan\"{}>", counts(&all))?;
    for (file, cases) in &suites {
        let file = escaped(&words::file(file));
        let counted: Vec<&Case> = cases.iter().collect();
        writeln!(to, "  <testsuite name=\"{file}\"{}>", counts(&counted))?;
        for case in cases {
            write_case(&file, case, to)?;
        }
        writeln!(to, "  </testsuite>")?;
    }
    writeln!(to, "</testsuites>")
}

/// The cases of each file, in the order of the files.
fn suites(report: &Report, options: ReportOptions) -> IndexMap<&str, Vec<Case>> {
    let lang = options.lang;
    let mut suites: IndexMap<&str, Vec<Case>> = IndexMap::new();
    for input in &report.inputs {
        for part in &input.parts {
            suites.entry(file_name(&part.name)).or_default();
        }
        if input.parts.is_empty() {
            suites.entry(file_name(&input.name)).or_default();
        }
    }
    for listed in listed(report) {
        suites.entry(listed.file).or_default().push(case(report, listed, options));
    }
    for input in &report.inputs {
        for &severity in Severity::ALL {
            let more = unlisted_of(input, severity);
            if more > 0 {
                let message = words::not_listed(input, more, lang);
                let name = format!("{}{}", say(lang, "未列出：", "not listed: "), words::severity(severity, lang));
                let element = Element::of(severity, options);
                let outcome = Outcome::Told { element, kind: severity.to_string(), text: message.clone(), message };
                suites.entry(file_name(&input.name)).or_default().push(Case { name, outcome });
            }
        }
    }
    for unread in &report.unread_inputs {
        let message = words::unread(unread, lang);
        let (element, kind) = (Element::Error, "unread".to_owned());
        let outcome = Outcome::Told { element, kind, text: message.clone(), message };
        let name = say(lang, "读取", "reading").to_owned();
        suites.entry(file_name(&unread.name)).or_default().push(Case { name, outcome });
    }
    for cases in suites.values_mut().filter(|cases| cases.is_empty()) {
        cases.push(Case { name: say(lang, "没有发现", "no findings").to_owned(), outcome: Outcome::Passed });
    }
    suites
}

/// The case of a finding. Its name has no line, so that it is the same when others move.
fn case(report: &Report, listed: Listed<'_>, options: ReportOptions) -> Case {
    let (Listed { file, finding }, lang) = (listed, options.lang);
    let record = finding.record.as_ref().map_or_else(String::new, |record| words::record(record, lang));
    let path = cut(finding.identity_path().as_str(), LONGEST_NAME);
    let name: Vec<String> = [finding.code.to_string(), record.clone(), path].into();
    let name: Vec<&str> = name.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let message = words::message(finding, lang);
    let label = |zh, en, text: String| {
        if text.is_empty() { text } else { format!("{}{}{text}", say(lang, zh, en), say(lang, "：", ": ")) }
    };
    let lines = [
        words::place(file, finding),
        format!("{}[{}] {message}", finding.severity, finding.code),
        label("位置", "at", cut(finding.place.pointer.as_str(), LONGEST_NAME)),
        label("记录", "record", record),
        label("责任部门", "body", words::body(finding)),
        label("整改建议", "help", words::help(report, finding, lang)),
        label("依据", "ground", words::grounds(report, finding.code).join(say(lang, "；", "; "))),
    ];
    let text: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    let element = Element::of(finding.severity, options);
    let outcome = Outcome::Told { element, kind: finding.code.to_string(), message, text: text.join("\n") };
    Case { name: name.join(" "), outcome }
}

fn write_case(file: &str, case: &Case, to: &mut dyn Write) -> io::Result<()> {
    write!(to, "    <testcase classname=\"{file}\" name=\"{}\" file=\"{file}\"", escaped(&case.name))?;
    let Outcome::Told { element, kind, message, text } = &case.outcome else {
        return writeln!(to, "/>");
    };
    let (element, kind, message) = (element.as_str(), escaped(kind), escaped(message));
    let lines: Vec<String> = text.lines().map(escaped).collect();
    writeln!(to, ">")?;
    writeln!(to, "      <{element} message=\"{message}\" type=\"{kind}\">{}</{element}>", lines.join("\n"))?;
    writeln!(to, "    </testcase>")
}

fn counts(cases: &[&Case]) -> String {
    let of = |wanted: Element| {
        let told = |case: &&&Case| matches!(case.outcome, Outcome::Told { element, .. } if element == wanted);
        cases.iter().filter(told).count()
    };
    let (failures, errors, skipped) = (of(Element::Failure), of(Element::Error), of(Element::Skipped));
    let tests = cases.len();
    format!(" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
}
