//! Hostile texts in everything that comes from data.

use qingdan::{Lang, Report};

use super::{parts, rows, sheets, texts, times, written};
use crate::reports::{at, with};

const HOSTILE: &[&str] = &[
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "＝1＋1",
    "=HYPERLINK(\"http://example.org\")",
    "http://example.org",
    "a]]>b<![CDATA[c</t></si>",
    "_x0041_ _x000D_",
    "a\u{0}b\u{1b}[31m\rc\nd\te\u{8}",
    "\u{202e}gnp.\u{200b}\u{feff}\u{fffe}\u{ffff}\u{e0041}",
    "&amp;&#27;\"'<>",
    "[]:*?/\\",
    "'",
    "''a''",
    "History",
    "",
    " ",
    "e\u{301}𠮷👩\u{200d}👧",
    "&P&N&\"Arial\"",
];

/// A report that says this wherever data is said.
fn poisoned(text: &str) -> Report {
    let mut finding = at(text, 3, Some(text), "error", text);
    let record = finding.record.as_mut().unwrap();
    record.name = Some(text.to_owned());
    finding.body.as_mut().unwrap().name = Some(text.to_owned());
    finding.source.as_mut().unwrap().file = Some(text.to_owned());
    let mut of_row = finding.clone();
    of_row.source.as_mut().unwrap().columns = None;
    let mut report = with(vec![finding, of_row]);
    let input = &mut report.inputs[0];
    text.clone_into(&mut input.name);
    input.title = Some(text.to_owned());
    report.add_unread(text, qingdan::Message::new(text, text));
    report
}

fn assert_harmless(report: &Report, case: &str) {
    for lang in [Lang::Zh, Lang::En] {
        let bytes = written(report, lang);
        for (name, part) in parts(&bytes) {
            roxmltree::Document::parse(&part).unwrap_or_else(|fault| panic!("{case:?}: {name}: {fault}"));
            for tag in ["<f>", "<f ", "<hyperlink", "TargetMode"] {
                assert!(!part.contains(tag), "{case:?}: {tag} in {name}");
            }
        }
        for (name, sheet) in sheets(&bytes) {
            assert!(!name.is_empty() && name.encode_utf16().count() <= 31, "{case:?}: {name}");
            assert!(!name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{case:?}: {name}");
            assert!(!name.starts_with('\'') && !name.ends_with('\'') && !name.eq_ignore_ascii_case("history"));
            for text in texts(&sheet).concat() {
                assert!(text.encode_utf16().count() <= 32_767, "{case:?}");
                assert!(!text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{case:?}: {text}");
                assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{case:?}: {text:?}");
                assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{feff}', '\u{fffe}']), "{case:?}: {text:?}");
            }
        }
        assert_eq!(rows(&bytes).iter().map(|row| times(row)).sum::<usize>(), report.findings().count(), "{case:?}");
    }
}

#[test]
fn hostile_texts_are_words() {
    for text in HOSTILE {
        assert_harmless(&poisoned(text), text);
    }
    assert_harmless(&poisoned(&"许".repeat(40_000)), "a long text");
    assert_harmless(&poisoned(&"𠮷".repeat(40_000)), "a long text of wide characters");
}

/// Strings that broke other programs; `tests/data/naughty_strings.LICENSE` says whose they are.
#[test]
fn strings_that_broke_other_programs_are_words() {
    let strings: Vec<String> = serde_json::from_str(include_str!("../../data/naughty_strings.json")).unwrap();
    assert_eq!(strings.len(), 515);
    // One workbook of them all: each is a department with a finding of its own.
    let finding = |(number, text): (usize, &String)| {
        let mut finding = at(text, 3, Some("F"), "error", text);
        finding.body.as_mut().unwrap().id = format!("body-{number}").parse().unwrap();
        finding.body.as_mut().unwrap().name = Some(text.clone());
        finding.record.as_mut().unwrap().name = Some(text.clone());
        finding
    };
    assert_harmless(&with(strings.iter().enumerate().map(finding).collect()), "all of them");
}

/// What is read again is what was written, as far as nobody takes it for something else.
#[test]
fn numbers_of_characters_are_no_characters() {
    let told = rows(&written(&poisoned("_x0041_"), Lang::Zh));
    assert_eq!(told[0][3], "_x0041_");
}

#[test]
fn departments_that_a_sheet_cannot_tell_apart_have_sheets_of_their_own() {
    let long = "鄂尔多斯市杭锦旗人民政府行政审批和政务服务局综合业务窗口受理中心";
    let bodies =
        ["Water", "WATER", "water", "概览", long, &format!("{long}一"), &format!("{long}二"), "a/b", "a\\b", "a／b"];
    let finding = |(number, name): (usize, &&str)| {
        let mut finding = at("许可", 3, Some("F"), "error", name);
        finding.body.as_mut().unwrap().id = format!("body-{number}").parse().unwrap();
        finding.body.as_mut().unwrap().name = Some((*name).to_owned());
        finding
    };
    let report = with(bodies.iter().enumerate().map(finding).collect());
    let bytes = written(&report, Lang::Zh);
    let names: Vec<String> = sheets(&bytes).into_iter().map(|(name, _)| name).collect();
    let cut: String = long.chars().take(31).collect();
    let shorter: String = long.chars().take(28).collect();
    let expected = [
        "概览",
        "Water",
        "WATER（2）",
        "water（3）",
        "概览（2）",
        &cut,
        &format!("{shorter}（2）"),
        &format!("{shorter}（3）"),
        "a／b",
        "a＼b",
        "a／b（2）",
    ];
    assert_eq!(names, expected);
    let told: Vec<String> = rows(&bytes).into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(told, bodies);
}

/// Beyond what anybody finds, departments stand together, and each finding is still there.
#[test]
fn many_departments_share_a_sheet() {
    let finding = |number: usize| {
        let mut finding = at("许可", 3, Some("F"), "error", &format!("问题{number}"));
        finding.body.as_mut().unwrap().id = format!("body-{number}").parse().unwrap();
        finding.body.as_mut().unwrap().name = Some(format!("部门{number}"));
        finding
    };
    let report = with((0..260).map(finding).collect());
    let bytes = written(&report, Lang::Zh);
    let all = sheets(&bytes);
    assert_eq!((all.len(), all.last().unwrap().0.as_str()), (251, "其余部门"));
    assert_eq!(rows(&bytes).len(), 260);
    assert_eq!(all.last().unwrap().1.rows().count(), 12);
}
