//! Hostile texts as values, ids, names and names of files, through all writers.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{any, prop};
use proptest::{prop_assert_eq, prop_oneof, proptest, strategy::Strategy};
use pulldown_cmark::{Event, Options, Parser, Tag};
use qingdan::writer::ReportFormat;
use qingdan::{Lang, Report};
use serde_json::Value;

use super::poison::{base, checked, poisoned};
use super::read::{of_report, told};
use super::runner::commands;
use super::written;

const HOSTILE: &[&str] = &[
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "a\rb\nc\td\u{0}e\u{8}f",
    "a\n::error::x",
    "a\r::stop-commands::zz",
    "::error file=a.json,line=1::x",
    " \u{3000}::warning::x",
    "##[add-mask]a",
    "x##[group]y##[endgroup]",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[message text='a']",
    "\u{9b}31m\u{85}::error::x\u{7f}",
    "\u{202e}gnp.\u{2066}a\u{2069}\u{200f}\u{61c}\u{200b}\u{feff}",
    "\u{2028}::error::x\u{2029}",
    "a]]>b<![CDATA[c",
    "<script>alert(1)</script>&amp;&#27;\"'",
    "[text](1) [text](sarif:/runs/0) {0} {{1}} \\[x\\](2)",
    "%0A::error::x%0D%25",
    "a,b:c=d;e",
    "=HYPERLINK(\"http://example.org\")",
    "+1",
    "-1+1",
    "@SUM(1)",
    "＝1＋1",
    "`a` **b** _c_ ~~d~~ <b>e</b> ![f](g) | h @team @@x `@`",
    "# a\n- b\n> c\n| d |",
    "\u{fffe}\u{ffff}\u{fdd0}\u{1ffff}\u{e0041}\u{e000}",
    "../../a b#c?d%e\\f:g",
    "/absolute/杭锦旗.json",
    "./",
    "",
    " ",
    "https://example.org/?a=b#c",
    "e\u{301}𠮷👩\u{200d}👧",
];

/// The control characters, and those that turn the direction of a text.
fn is_stray(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

/// Whether a text is what anybody may print into a log, and tells the findings of its report.
fn assert_harmless(report: &Report, format: ReportFormat, lang: Lang, case: &str) {
    let text = written(report, format, lang);
    let case = format!("{case:?} as {format} in {lang}");
    // Line feeds end lines. Tables for spreadsheets begin with a byte order mark, and end lines as RFC 4180 has it.
    let is_table = format == ReportFormat::Csv;
    let inner = if is_table { text.strip_prefix('\u{feff}').unwrap().replace("\r\n", "\n") } else { text.clone() };
    let stray = inner.chars().find(|&c| c != '\n' && is_stray(c));
    assert_eq!(stray, None, "{case}: {stray:?} in {text}");
    assert!(!text.contains("##[") && !text.contains("##vso[") && !text.contains("##teamcity["), "{case}");
    let intended =
        if format == ReportFormat::Github { report.findings().count() + report.unread_inputs.len() } else { 0 };
    let found = commands(&text);
    assert_eq!(found.len(), intended, "{case}: {found:?}");
    for command in &found {
        assert!(command.data.chars().count() <= 4096, "{case}");
        // What the runner writes into the log of it is no command either.
        assert_eq!(commands(&command.data), [], "{case}");
        let known = ["file", "line", "endLine", "col", "endColumn", "title"];
        assert!(command.properties.keys().all(|key| known.contains(&key.as_str())), "{case}: {command:?}");
    }
    for line in text.lines().filter(|_| format == ReportFormat::Github) {
        let message = line.rsplit_once("::").map_or(line, |(_, message)| message);
        assert!(message.chars().count() <= 4096, "{case}");
    }
    if let Some(told) = told(format, &text) {
        let mut expected = of_report(report);
        // A region on several lines has no columns there.
        if format == ReportFormat::Github {
            let several = |finding: &qingdan::Finding| finding.place.end_line != finding.place.line;
            for (told, _) in expected.iter_mut().zip(report.findings()).filter(|(_, finding)| several(finding)) {
                told.column = None;
            }
        }
        expected.sort();
        // A summary is bounded: where texts are long, it tells of some findings alone.
        let is_full = format == ReportFormat::Markdown && text.chars().count() > 20_000;
        assert!(told == expected || is_full, "{case}: {told:?} in {text}");
        assert!(told.iter().all(|one| expected.contains(one)), "{case}: {told:?} in {text}");
    }
    match format {
        ReportFormat::Csv => assert_no_formula(&text, &case),
        ReportFormat::Markdown => assert_plain(&text, &case),
        ReportFormat::Sarif => assert_unique(&sarif_fingerprints(&text), &case),
        ReportFormat::Gitlab => assert_unique(&gitlab_fingerprints(&text), &case),
        _ => {}
    }
}

fn assert_no_formula(text: &str, case: &str) {
    let mut table =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for row in table.records() {
        for cell in &row.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']), "{case}: {cell}");
            assert!(!cell.contains('\n'), "{case}: {cell}");
        }
    }
}

/// Nothing in a summary is markup but its own, nobody is named in it, and it is no longer than a comment may be.
fn assert_plain(text: &str, case: &str) {
    assert!(text.chars().count() <= 65_536, "{case}");
    let mut is_code = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(_)
            | Event::SoftBreak => {}
            Event::Text(words) => assert!(!words.contains('@'), "{case}: {words}"),
            Event::Code(words) => {
                is_code = true;
                assert!(words.chars().all(|c| c == '@'), "{case}: {words}");
            }
            other => panic!("{case}: {other:?} in {text}"),
        }
    }
    assert_eq!(is_code, text.contains('@'), "{case}");
}

fn sarif_fingerprints(text: &str) -> Vec<String> {
    let log: Value = serde_json::from_str(text).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let fingerprint = |result: &Value| {
        let fingerprints = &result["partialFingerprints"];
        let own = fingerprints["qingdan/v1"].as_str().unwrap().to_owned();
        assert_eq!(fingerprints["primaryLocationLineHash"], format!("{own}:1"));
        own
    };
    results.iter().map(fingerprint).collect()
}

fn gitlab_fingerprints(text: &str) -> Vec<String> {
    let entries: Vec<Value> = serde_json::from_str(text).unwrap();
    entries.iter().map(|entry| entry["fingerprint"].as_str().unwrap().to_owned()).collect()
}

fn assert_unique(fingerprints: &[String], case: &str) {
    let different: BTreeSet<&String> = fingerprints.iter().collect();
    assert_eq!(different.len(), fingerprints.len(), "{case}: {fingerprints:?}");
}

fn assert_all_harmless(report: &Report, case: &str) {
    for format in super::texts() {
        for lang in [Lang::Zh, Lang::En] {
            assert_harmless(report, format, lang, case);
        }
    }
}

#[test]
fn a_report_of_hostile_texts_is_harmless_in_every_format() {
    for text in HOSTILE {
        assert_all_harmless(&poisoned(text), text);
    }
}

#[test]
fn a_hostile_catalog_in_a_hostile_file_is_harmless_in_every_format() {
    for text in HOSTILE {
        let report = checked(text);
        assert!(report.findings().count() >= 5, "{text:?}");
        assert_all_harmless(&report, text);
    }
}

/// Strings that broke other programs; `tests/data/naughty_strings.LICENSE` says whose they are.
#[test]
fn strings_that_broke_other_programs_are_harmless_in_every_format() {
    let strings: Vec<String> = serde_json::from_str(include_str!("../data/naughty_strings.json")).unwrap();
    assert_eq!(strings.len(), 515);
    for text in &strings {
        for report in [poisoned(text), checked(text)] {
            for format in super::texts() {
                assert_harmless(&report, format, Lang::En, text);
            }
        }
    }
}

/// A message is cut where the runner would cut it, and never within an escape.
#[test]
fn long_texts_are_cut() {
    for text in ["%".repeat(9000), "\u{202e}".repeat(5000), "许".repeat(5000), "a\n".repeat(3000)] {
        let report = poisoned(&text);
        for format in super::texts() {
            assert_harmless(&report, format, Lang::Zh, "a long text");
        }
        for command in commands(&written(&report, ReportFormat::Github, Lang::Zh)) {
            assert!(command.data.contains('…') && !command.data.contains("%2"), "{command:?}");
        }
    }
}

/// Fingerprints tell the files apart, whatever the catalogs in them say, and the same file checked twice.
#[test]
fn the_same_findings_in_other_files_have_other_fingerprints() {
    let (report, again) = (base(), base());
    let alone = gitlab_fingerprints(&written(&report, ReportFormat::Gitlab, Lang::En));
    let mut whole = report.clone();
    whole.append(again);
    let twice = gitlab_fingerprints(&written(&whole, ReportFormat::Gitlab, Lang::En));
    assert_unique(&twice, "twice");
    // What is said of one suppression by both is said once, behind all else.
    let of_inputs = alone.len() - report.upkeep.len();
    assert_eq!(twice[..of_inputs], alone[..of_inputs]);
    let mut moved = report.clone();
    moved.inputs[0].name = "moved.json".to_owned();
    let moved = gitlab_fingerprints(&written(&moved, ReportFormat::Gitlab, Lang::En));
    let first = report.inputs[0].findings.len();
    assert!(first > 0 && alone[..first].iter().all(|fingerprint| !moved.contains(fingerprint)));
    assert_eq!(alone[first..], moved[first..]);
}

/// JSON keeps the meaning of every text, and so do the entries of GitLab where a path has to be that of the file.
#[test]
fn names_of_files_stay_what_they_are_for_programs() {
    for text in HOSTILE.iter().filter(|text| !text.trim().is_empty() && !text.starts_with("./")) {
        let report = checked(text);
        let json: Report = serde_json::from_str(&written(&report, ReportFormat::Json, Lang::En)).unwrap();
        assert_eq!(json, report);
        let entries: Vec<Value> = serde_json::from_str(&written(&report, ReportFormat::Gitlab, Lang::En)).unwrap();
        assert!(entries.iter().all(|entry| entry["location"]["path"] == **text), "{text:?}");
        let log: Value = serde_json::from_str(&written(&report, ReportFormat::Sarif, Lang::En)).unwrap();
        let location = &log["runs"][0]["artifacts"][0]["location"];
        let uri = location["uri"].as_str().unwrap();
        let path = uri.strip_prefix("file://").unwrap_or(uri);
        assert_eq!(uri.starts_with("file://"), location.get("uriBaseId").is_none(), "{text:?}");
        assert_eq!(decoded(path), **text, "{text:?}");
        assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:".contains(&byte)), "{uri}");
    }
}

/// A percent-encoded text.
fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let digits = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// Any text, with the pieces of commands and markup more often than chance would have them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(|c| c.to_string()),
        (0..HOSTILE.len()).prop_map(|at| HOSTILE[at].to_owned()),
        prop::sample::select(vec![
            "::", "##", "[", "]", "(", ")", "`", "@", "%", "\n", "\r", "error", " ", "\\", "|", "*", "_", "<", ">",
            "#", ":", ",", "&", "]]>", "{", "}", "\"", "'", "=", "-", "1", "~", "!"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn any_text_is_harmless_in_every_format(text in text()) {
        let report = poisoned(&text);
        for format in super::texts() {
            assert_harmless(&report, format, Lang::Zh, &text);
        }
    }

    /// Of what is read and judged, and not only of what is put into a report.
    #[test]
    fn any_catalog_in_any_file_is_harmless_in_every_format(text in text()) {
        let report = checked(&text);
        for format in super::texts() {
            assert_harmless(&report, format, Lang::En, &text);
        }
        let by_code: BTreeMap<_, _> = report.inputs[0].counts.by_rule.clone();
        prop_assert_eq!(by_code.values().sum::<u64>(), u64::try_from(report.findings().count()).unwrap());
    }
}
