//! Places, proven by reading what stands there in the bytes.

use qingdan::writer::ReportFormat;
use qingdan::{Lang, Report};
use serde_json::Value;

use super::read::{of_report, told};
use super::runner::commands;
use super::{checker, faulty, written};

/// What stands in a text from a line and column to another; lines end at line feeds, columns count code points, from 1.
fn between(text: &str, (line, column): (usize, usize), (end_line, end_column): (usize, usize)) -> String {
    let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    if line == end_line {
        return lines[line - 1][column - 1..end_column - 1].iter().collect();
    }
    let mut cut: String = lines[line - 1][column - 1..].iter().collect();
    for middle in &lines[line..end_line - 1] {
        cut.push('\n');
        cut.extend(middle);
    }
    cut.push('\n');
    cut.extend(&lines[end_line - 1][..end_column - 1]);
    cut
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// In each region of SARIF stands the value at its pointer, or the name of the member; of what is long, the bracket that
/// opens it.
fn assert_proven(report: &Report, text: &str) -> usize {
    let document: Value = serde_json::from_str(text).unwrap();
    let log: Value = serde_json::from_str(&written(report, ReportFormat::Sarif, Lang::En)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    for result in results {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let begin = (number(&region["startLine"]), number(&region["startColumn"]));
        let end = (number(&region["endLine"]), number(&region["endColumn"]));
        let pointer = result["properties"]["pointer"].as_str().unwrap();
        let stands = between(text, begin, end);
        let opens = match document.pointer(pointer) {
            Some(Value::Object(_)) => "{",
            Some(Value::Array(_)) => "[",
            _ => "none",
        };
        if stands == opens {
            continue;
        }
        let value: Value = serde_json::from_str(&stands)
            .unwrap_or_else(|error| panic!("{} {pointer} {begin:?}: {error}: {stands}", result["ruleId"]));
        let name = pointer.rsplit('/').next().unwrap();
        let is_name = value.as_str() == Some(name);
        assert!(
            is_name || document.pointer(pointer) == Some(&value),
            "{} {pointer} {begin:?}: {stands}",
            result["ruleId"]
        );
    }
    results.len()
}

#[test]
fn what_stands_in_the_region_is_the_value_at_the_pointer() {
    let text = String::from_utf8(crate::samples::bytes("hangjin-faulty.json")).unwrap();
    assert!(assert_proven(&faulty(), &text) > 100);
}

/// One code point, two units of UTF-16, four bytes: the column after them is counted in code points.
#[test]
fn columns_count_code_points() {
    let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
"organizations": [{"id": "𠮷𠮷", "name": "👩‍👧", "kind": "none"}]}"#;
    let report = checker().check_bytes("a.json", text.as_bytes());
    assert_eq!(assert_proven(&report, text), report.findings().count());
    let column = text.lines().nth(1).unwrap().chars().position(|c| c == 'k').unwrap() + 8;
    let kind = report.findings().find(|finding| finding.code == "QD005").unwrap();
    let at = written(&report, ReportFormat::Concise, Lang::En);
    assert!(at.contains(&format!("a.json:2:{column}: error[QD005] ")), "{at}");
    assert_eq!(kind.place.column, u32::try_from(column).ok());
}

#[test]
fn all_formats_say_the_same_of_the_faulty_sample() {
    let report = faulty();
    let mut expected = of_report(&report);
    expected.sort();
    for format in super::texts() {
        // Those with a bound tell less, and one of them drops columns; what they tell is looked at below.
        if matches!(format, ReportFormat::Github | ReportFormat::Markdown) {
            continue;
        }
        for lang in [Lang::Zh, Lang::En] {
            if let Some(told) = told(format, &written(&report, format, lang)) {
                assert_eq!(told, expected, "{format} {lang}");
            }
        }
    }
}

/// The runner drops columns of what is on several lines, with a warning; so none are written.
#[test]
fn commands_have_columns_within_a_line_alone() {
    let report = faulty();
    let commands = commands(&written(&report, ReportFormat::Github, Lang::Zh));
    assert_eq!(commands.len(), report.findings().count());
    let of_one_line = |command: &&super::runner::Command| command.properties["line"] == command.properties["endLine"];
    assert!(commands.iter().all(|command| of_one_line(&command) == command.properties.contains_key("col")));
    let expected = report.findings().filter(|finding| finding.place.line == finding.place.end_line).count();
    assert_eq!(commands.iter().filter(of_one_line).count(), expected);
    assert!(expected < commands.len() && expected > 0);
    let mut places: Vec<_> = commands.iter().map(|command| command.properties["line"].clone()).collect();
    let mut lines: Vec<_> = report.findings().map(|finding| finding.place.line.unwrap().to_string()).collect();
    places.sort();
    lines.sort();
    assert_eq!(places, lines);
}
