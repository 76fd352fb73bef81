//! What each format says of the findings, read by other people's readers where there are any.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use qingdan::Report;
use qingdan::report::ReportLine;
use qingdan::writer::ReportFormat;
use serde_json::Value;

use super::runner::commands;

/// A finding as a format tells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Told {
    pub(crate) code: String,
    pub(crate) severity: &'static str,
    pub(crate) line: Option<u32>,
    pub(crate) column: Option<u32>,
}

/// The findings of a report itself.
pub(crate) fn of_report(report: &Report) -> Vec<Told> {
    let told = |finding: &qingdan::Finding| Told {
        code: finding.code.to_string(),
        severity: finding.severity.as_str(),
        line: finding.place.line,
        column: finding.place.column,
    };
    report.findings().map(told).collect()
}

/// What a format says, sorted; none for text for people, which says equal findings once.
pub(crate) fn told(format: ReportFormat, text: &str) -> Option<Vec<Told>> {
    let mut told = match format {
        ReportFormat::Concise => concise(text),
        ReportFormat::Json => of_report(&serde_json::from_str(text).unwrap()),
        ReportFormat::Jsonl => jsonl(text),
        ReportFormat::Sarif => sarif(text),
        ReportFormat::Github => github(text),
        ReportFormat::Gitlab => gitlab(text),
        ReportFormat::Junit => junit(text),
        ReportFormat::Markdown => markdown(text),
        ReportFormat::Csv => csv(text),
        _ => return None,
    };
    told.sort();
    Some(told)
}

fn severity(word: &str) -> &'static str {
    match word {
        "error" | "错误" | "major" | "critical" => "error",
        "warning" | "警告" | "minor" => "warning",
        "info" | "note" | "notice" | "提示" => "info",
        _ => panic!("`{word}` is no severity"),
    }
}

/// The line and column at the end of `file:line:column`.
fn place(text: &str) -> (Option<u32>, Option<u32>) {
    let mut parts = text.rsplitn(3, ':');
    let column = parts.next().and_then(|part| part.parse().ok());
    let line = parts.next().and_then(|part| part.parse().ok());
    if line.is_none() { (None, None) } else { (line, column) }
}

/// Lines `place: severity[code] message`; others say what is left out or unread.
fn concise(text: &str) -> Vec<Told> {
    let line =
        regex::Regex::new(r"^(?<place>.*?): (?<severity>error|warning|info)\[(?<code>(QD|X)[0-9]{3})\] ").unwrap();
    let told = |found: regex::Captures<'_>| {
        let (line, column) = place(&found["place"]);
        Told { code: found["code"].to_owned(), severity: severity(&found["severity"]), line, column }
    };
    text.lines().filter_map(|text| line.captures(text).map(told)).collect()
}

fn jsonl(text: &str) -> Vec<Told> {
    let lines: Vec<ReportLine> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (last, findings) = lines.split_last().unwrap();
    let summary = last.summary.as_ref().unwrap();
    assert!(last.finding.is_none() && last.input.is_none());
    // With its findings the summary is the report again.
    let mut report = summary.clone();
    for line in findings {
        assert!(line.summary.is_none());
        let name = line.input.as_ref().unwrap();
        let finding = line.finding.clone().unwrap();
        match report.inputs.iter_mut().find(|input| &input.name == name) {
            Some(input) => input.findings.push(finding),
            // About a suppression or the baseline, in the file in which it is written.
            None => report.upkeep.push(finding),
        }
    }
    of_report(&report)
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn sarif(text: &str) -> Vec<Told> {
    let log: Value = serde_json::from_str(text).unwrap();
    let run = &log["runs"][0];
    let listed = |result: &&Value| result["suppressions"].as_array().is_none_or(Vec::is_empty);
    let told = |result: &Value| {
        let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        Told {
            code: result["ruleId"].as_str().unwrap().to_owned(),
            severity: severity(result["level"].as_str().unwrap()),
            line: number(&region["startLine"]),
            column: number(&region["startColumn"]),
        }
    };
    run["results"].as_array().unwrap().iter().filter(listed).map(told).collect()
}

fn github(text: &str) -> Vec<Told> {
    let with_code = commands(text).into_iter().filter(|command| command.properties.contains_key("title"));
    let told = |command: super::runner::Command| Told {
        code: command.properties["title"].split(' ').next().unwrap().to_owned(),
        severity: severity(&command.name),
        line: command.properties.get("line").and_then(|line| line.parse().ok()),
        column: command.properties.get("col").and_then(|column| column.parse().ok()),
    };
    with_code.map(told).collect()
}

fn gitlab(text: &str) -> Vec<Told> {
    let entries: Vec<Value> = serde_json::from_str(text).unwrap();
    let of_rules = entries.iter().filter(|entry| entry["check_name"].as_str().unwrap().len() <= 5);
    let told = |entry: &Value| {
        let begin = &entry["location"]["positions"]["begin"];
        Told {
            code: entry["check_name"].as_str().unwrap().to_owned(),
            severity: severity(entry["severity"].as_str().unwrap()),
            line: number(&begin["line"]),
            column: number(&begin["column"]),
        }
    };
    of_rules.map(told).collect()
}

fn junit(text: &str) -> Vec<Told> {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let told = |node: roxmltree::Node<'_, '_>| {
        let code = node.attribute("type")?;
        let mut lines = node.text()?.lines();
        let (line, column) = place(lines.next()?);
        let severity = severity(lines.next()?.split('[').next()?);
        Some(Told { code: code.to_owned(), severity, line, column })
    };
    let results = document.descendants().filter(|node| node.has_tag_name("failure") || node.has_tag_name("skipped"));
    results.filter_map(told).collect()
}

/// Under a heading `severity code title`, items that begin with a place in bold.
fn markdown(text: &str) -> Vec<Told> {
    let (mut told, mut heading, mut bold) = (Vec::new(), String::new(), None);
    let mut is_heading = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        match event {
            Event::Start(Tag::Heading { .. }) => (heading, is_heading) = (String::new(), true),
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::Start(Tag::Strong) => bold = Some(String::new()),
            Event::End(TagEnd::Strong) => {
                let mut words = heading.split(' ');
                let (line, column) = place(&bold.take().unwrap());
                let level = words.next().unwrap();
                if let Some(code) = words.next().filter(|code| code.starts_with("QD") || code.starts_with('X')) {
                    told.push(Told { code: code.to_owned(), severity: severity(level), line, column });
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if is_heading {
                    heading.push_str(&text);
                }
                if let Some(bold) = &mut bold {
                    bold.push_str(&text);
                }
            }
            _ => {}
        }
    }
    told
}

fn csv(text: &str) -> Vec<Told> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut table = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let number = |cell: &str| cell.parse().ok();
    let rows = table.records().map(|row| row.unwrap());
    let told = |row: csv::StringRecord| Told {
        code: row[4].to_owned(),
        severity: severity(&row[3]),
        line: number(&row[1]),
        column: number(&row[2]),
    };
    rows.filter(|row| !row[4].is_empty()).map(told).collect()
}
