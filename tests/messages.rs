//! What people read: every message of every rule, in the words of the office.

use std::collections::{BTreeMap, BTreeSet};

use qingdan::figures::Figures;
use qingdan::schema::SchemaName;
use qingdan::{Checker, Lang, Report, rule};
use serde_json::Value;

#[path = "../examples/messages/page.rs"]
mod page;

use crate::samples::bytes;

fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap())
}

#[test]
fn the_page_is_the_committed_one() {
    let committed = include_str!("../docs/messages.md");
    let page = page::page();
    let first = page.lines().zip(committed.lines()).find(|(now, then)| now != then);
    assert_eq!(first, None, "run `cargo run --example messages > docs/messages.md`");
    assert_eq!(page.lines().count(), committed.lines().count());
}

#[test]
fn every_input_of_the_page_is_spoken_of() {
    for said in page::all() {
        // QD210 needs the openings of articles, which may be left out.
        assert!(!said.findings.is_empty() || said.code == "QD210", "{}: {}", said.code, said.note.en);
    }
}

/// Fields and values by their names in JSON, with every Chinese title that one has.
fn titles() -> BTreeMap<String, BTreeSet<String>> {
    fn collect(schema: &Value, titles: &mut BTreeMap<String, BTreeSet<String>>) {
        let mut add = |name: &str, title: &Value| {
            titles.entry(name.to_owned()).or_default().extend(title.as_str().map(str::to_owned));
        };
        for (name, field) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            add(name, &field["x-title-zh"]);
        }
        for (name, title) in schema.get("x-enum-titles").and_then(Value::as_object).into_iter().flatten() {
            add(name, title);
        }
        match schema {
            Value::Object(members) => members.values().for_each(|member| collect(member, titles)),
            Value::Array(elements) => elements.iter().for_each(|element| collect(element, titles)),
            _ => {}
        }
    }
    let mut known = BTreeMap::new();
    collect(&SchemaName::Document.schema(), &mut known);
    collect(&SchemaName::Record.schema(), &mut known);
    known
}

/// The titles of instruments that are held, also without the name of the state.
fn instruments() -> BTreeSet<&'static str> {
    let facts = include_str!("../src/law/law_facts.csv");
    let titles = facts.lines().skip(1).filter_map(|line| line.split(',').next()).map(|title| title.trim_matches('"'));
    titles
        .flat_map(|title| [Some(title), title.strip_prefix("中华人民共和国")])
        .flatten()
        // 宪法 is also the name of a rank.
        .filter(|title| *title != "宪法" && title.chars().count() >= 2 && !title.contains(['《', '(']))
        .collect()
}

/// A text without what stands in quotation marks and title marks: that is data, or a name.
fn without_quoted(text: &str) -> String {
    let mut bare = String::new();
    let mut until = Vec::new();
    for c in text.chars() {
        match c {
            '“' => until.push('”'),
            '《' => until.push('》'),
            _ if until.last() == Some(&c) => {
                until.pop();
            }
            _ if until.is_empty() => bare.push(c),
            _ => {}
        }
    }
    bare
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// What an official would stumble over.
struct Words {
    titles: BTreeMap<String, BTreeSet<String>>,
    instruments: BTreeSet<&'static str>,
}

impl Words {
    fn known() -> Self {
        Self { titles: titles(), instruments: instruments() }
    }

    fn stumble(&self, text: &str) -> Option<String> {
        let bare = without_quoted(text);
        let chars: Vec<char> = bare.chars().collect();
        for (at, c) in chars.iter().enumerate() {
            let beside = |other: Option<&char>| other.is_some_and(|c| is_han(*c));
            let before = at.checked_sub(1).and_then(|before| chars.get(before));
            if matches!(c, '(' | ')' | ',' | ':' | ';') && (beside(before) || beside(chars.get(at + 1))) {
                return Some(format!("half-width `{c}`"));
            }
        }
        for (at, _) in bare.match_indices('`').step_by(2) {
            if !bare[at + 1..].starts_with("qingdan ") {
                return Some("a name in backquotes".to_owned());
            }
        }
        let commands: String = bare.split('`').step_by(2).collect();
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '/');
        for word in commands.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()) {
            let last = word.rsplit('.').next().unwrap_or(word);
            let Some(titles) = self.titles.get(last) else { continue };
            let named = titles.iter().any(|title| commands.contains(&format!("{title}（{word}）")));
            // A path has the titles of all its fields before it.
            if !named {
                return Some(format!("`{word}` without its title"));
            }
        }
        let digits: String = bare.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        if digits.contains("0000-00-00") {
            return Some("a date with hyphens".to_owned());
        }
        if let Some(title) = self.instruments.iter().find(|title| bare.contains(**title)) {
            return Some(format!("{title} without title marks"));
        }
        let wrong = ["终止日期", "未能说明", "掌握", "处理办法", "办法：", "无从判断"];
        wrong.iter().find(|word| bare.contains(**word)).map(|word| (*word).to_owned())
    }
}

/// Everything in Chinese that the page holds.
fn of_the_page() -> Vec<String> {
    let mut texts: Vec<String> = page::words_of_reports().into_iter().map(|message| message.zh).collect();
    for said in page::all() {
        texts.push(said.note.zh);
        for finding in said.findings {
            texts.extend([finding.message.zh, finding.help.zh]);
            texts.extend(finding.related.into_iter().map(|related| related.message.zh));
        }
    }
    for rule in rule::all() {
        texts.extend([rule.title.zh, rule.unit.zh, rule.help.zh].map(str::to_owned));
    }
    texts
}

fn assert_well_said(texts: impl IntoIterator<Item = String>) {
    let words = Words::known();
    let texts: BTreeSet<String> = texts.into_iter().collect();
    let wrong: Vec<String> =
        texts.iter().filter_map(|text| words.stumble(text).map(|why| format!("{why}: {text}"))).collect();
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_test_of_words_finds_what_it_looks_for() {
    let words = Words::known();
    for (text, wrong) in [
        ("引用(水法)没有写明条款", true),
        ("缺少必填的 `unit`", true),
        ("没有写unit", true),
        ("没有写单位（unit）", false),
        ("已自2021-01-01起废止", true),
        ("日期“2021-01-01”不存在", false),
        ("行政许可法第十二条", true),
        ("《行政许可法》第十二条", false),
        ("规则的依据见 `qingdan explain QD201`", false),
    ] {
        assert_eq!(words.stumble(text).is_some(), wrong, "{text}: {:?}", words.stumble(text));
    }
}

#[test]
fn messages_are_said_as_an_official_reads_them() {
    assert_well_said(of_the_page());
}

#[test]
fn explanations_are_said_as_an_official_reads_them() {
    // What programs leave in a text, and JSON, stand as code.
    let shown = |line: &str| line.contains("`&") || line.contains("`{");
    let lines = rule::all().flat_map(|rule| rule.explanation(Lang::Zh).lines());
    assert_well_said(lines.filter(|line| !shown(line)).map(str::to_owned));
}

/// Verdicts, coverage and published figures of a list with faults and of one that lacks fields.
#[cfg(feature = "cli")]
#[test]
fn summaries_and_figures_are_said_as_an_official_reads_them() {
    use qingdan::writer::{figures, human};

    let options = human::Options { lang: Lang::Zh, ..human::Options::default() };
    let mut texts = Vec::new();
    for name in ["hangjin-faulty.json", "hangjin-sample.json", "hangjin-2024-figures.json"] {
        let mut written = Vec::new();
        human::write_summary(&checker().check_bytes(name, &bytes(name)), &options, &mut written).unwrap();
        if let Some(catalog) = qingdan::read(&bytes(name), qingdan::Limits::default()).catalog {
            figures::write_text(&Figures::of(&catalog), Lang::Zh, &mut written).unwrap();
        }
        texts.extend(String::from_utf8(written).unwrap().lines().map(str::to_owned));
    }
    assert!(texts.len() > 100);
    assert_well_said(texts);
}

fn messages(report: &Report) -> impl Iterator<Item = &str> {
    report.findings().flat_map(|finding| {
        let related = finding.related.iter().map(|related| &related.message);
        let all = [&finding.message, &finding.help].into_iter().chain(related);
        all.flat_map(|message| [message.zh.as_str(), message.en.as_str()])
    })
}

/// A line feed in any text of a catalog stays out of the messages, or a log would show two lines.
#[test]
fn messages_are_one_line_whatever_the_data_holds() {
    fn broken(value: &mut Value, key: &str) {
        match value {
            Value::String(text) if key != "schema_version" => *text = format!("{text}\n\u{1b}[31m{text}"),
            Value::Object(members) => members.iter_mut().for_each(|(key, member)| broken(member, key)),
            Value::Array(elements) => elements.iter_mut().for_each(|element| broken(element, key)),
            _ => {}
        }
    }
    for name in ["hangjin-faulty.json", "hangjin-sample.json", "hangjin-2024-figures.json"] {
        let mut catalog: Value = serde_json::from_slice(&bytes(name)).unwrap();
        broken(&mut catalog, "");
        let report = checker().check_bytes(name, catalog.to_string().as_bytes());
        assert!(report.findings().count() > 10, "{name}");
        for message in messages(&report) {
            assert!(!message.contains(char::is_control), "{message:?}");
        }
    }
    for (_, _, report) in page::reports() {
        assert!(messages(&report).all(|message| !message.contains(char::is_control)));
    }
}
