//! How the report for people looks.

use std::fs;

use super::{BAD, GOOD, folder, run};

#[test]
fn a_finding_in_chinese() {
    let here = folder("golden-zh");
    fs::write(here.join("坏.json"), BAD).unwrap();
    let ran = run(&here, ["check", "坏.json", "--lang", "zh", "--as-of", "2026-11-23"]);
    let expected = r#"错误[QD005]：名称（name）应为文字，却是数“5”
 --> 坏.json:4:26  位于 /organizations/0/name  （组织机构 `水利`）
  |
4 |     {"id": "水利", "name": 5, "kind": "department"}
  |                            ^
  = 整改建议：按说明中允许的类型和取值改正
  = 依据：《清单交换格式》1.0（schemas/v1）
  = 规则：qingdan explain QD005

检查结果（以2026年11月23日为准）
  文件：检查 1 个
  记录：判断 0 条；1 条有错、未能读取，未作判断
  发现：错误 1 项，警告 0 项，提示 0 项
    QD005  格式不符：类型、必填、取值或者范围  1 项
  是否合规范（形式、编码）：否（QD005 发现错误）
  是否合法（依据、权限、赋权）：暂不能判定（有记录未能读取"#;
    assert!(ran.out.starts_with(expected), "{}", ran.out);
    let last = "下一步：从第一项错误改起，改后再检查一遍；规则的依据和改法见 qingdan explain QD005\n";
    assert!(ran.out.ends_with(last), "{}", ran.out);
}

#[test]
fn a_finding_in_english() {
    let here = folder("golden-en");
    fs::write(here.join("bad.json"), BAD).unwrap();
    let ran = run(&here, ["check", "bad.json", "--lang", "en", "--as-of", "2026-11-23"]);
    let expected = r#"error[QD005]: expected text, found the number `5`
 --> bad.json:4:26  at /organizations/0/name  (organization `水利`)
  |
4 |     {"id": "水利", "name": 5, "kind": "department"}
  |                            ^
  = help: correct it to what is allowed
  = ground: 《清单交换格式》1.0（schemas/v1）
  = rule: qingdan explain QD005

Summary, as of 2026-11-23
  files: 1 checked
  records: 0 judged; 1 not judged, as faults kept them from being read
  findings: 1 error, 0 warnings, 0 notices
    QD005  not of the shape: type, required member, list or range  1
  valid (shape and codes)? no (errors found by QD005)
  lawful (basis, powers, delegation)? not shown (some records could not be read"#;
    assert!(ran.out.starts_with(expected), "{}", ran.out);
    let last = "next: correct the errors from the first one on and check again; qingdan explain QD005 tells ground and cure of a rule\n";
    assert!(ran.out.ends_with(last), "{}", ran.out);
}

#[test]
fn the_second_place_is_shown_too() {
    let here = folder("second");
    let catalog = GOOD.replace("\"kind\"", "\n    \"name\": \"水务局\", \"kind\"");
    fs::write(here.join("twice.json"), catalog).unwrap();
    let ran = run(&here, ["check", "twice.json"]);
    let expected = r#"error[QD003]: the key `name` stands here again
 --> twice.json:3:5  at /organizations/0/name  (organization `water` 杭锦旗水利局)
  |
3 |     "name": "水务局", "kind": "department"}]}
  |     ^^^^^^
  = help: keep one; most programs take the last and lose the other in silence
  = ground: RFC 8259 §4
  = rule: qingdan explain QD003
note: it stands here first
 --> twice.json:2:37  at /organizations/0/name
  |
2 |   "organizations": [{"id": "water", "name": "杭锦旗水利局", 
  |                                     ------
"#;
    assert!(ran.out.starts_with(expected), "{}", ran.out);
}

/// The columns that a text takes, counted in the simplest way: what is above U+2E80 is wide.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

/// The excerpt of the first finding: its line after the gutter, and the columns of its carets.
fn excerpt(out: &str) -> (String, usize, usize) {
    let lines: Vec<&str> = out.lines().collect();
    let at = lines.iter().position(|line| line.contains('^')).expect("there are carets");
    let after_gutter = |line: &str| line.split_once("| ").unwrap().1.to_owned();
    let (line, carets) = (after_gutter(lines[at - 1]), after_gutter(lines[at]));
    (line, carets.find('^').unwrap(), carets.matches('^').count())
}

/// What stands above the carets.
fn marked(out: &str) -> String {
    let (line, from, width) = excerpt(out);
    let mut at = 0;
    let mut marked = String::new();
    for c in line.chars() {
        if at >= from && at < from + width {
            marked.push(c);
        }
        at += columns(c.encode_utf8(&mut [0; 4]));
    }
    marked
}

fn checked(name: &str, organization: &str) -> String {
    let here = folder(name);
    let header = r#""header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}"#;
    fs::write(here.join("a.json"), format!("{{{header}, \"organizations\": [\n{organization}\n]}}")).unwrap();
    run(&here, ["check", "a.json"]).out
}

#[test]
fn carets_stand_under_the_value_whatever_stands_before() {
    for (number, before) in [
        "",
        "水利局",
        "𠮷野家",
        "（全角）ＡＢＣ",
        "a\\tb",
        "½",
        "e\u{301}",
        "\u{202e}",
        "\u{200b}水",
        "##[group]",
        "::error::x",
    ]
    .iter()
    .enumerate()
    {
        let out = checked(
            &format!("carets-{number}"),
            &format!("\t{{\"id\": \"a\",\t\"name\": \"{before}x\", \"kind\": \"部门\"}}"),
        );
        // The warning on the name may come first.
        let out = out.split_once("error[QD005]").unwrap().1;
        if *before == "e\u{301}" {
            // A combining mark takes no column, which the simple count does not know.
            assert!(out.contains("                    ^^^^^^\n"), "{out}");
            continue;
        }
        assert_eq!(marked(out), "\"部门\"", "{before:?}: {out}");
    }
}

#[test]
fn the_marked_value_may_be_wide_or_hostile_itself() {
    let out = checked("wide", r#"{"id": "a", "name": "水", "kind": "杭锦旗水利局"}"#);
    assert_eq!(marked(&out), "\"杭锦旗水利局\"");
    let out = checked("bidi", "{\"id\": \"a\", \"name\": \"水\", \"kind\": \"a\u{202e}##[group]b\"}");
    assert_eq!(marked(&out), r#""a\u{202e}##\u{5b}group]b""#);
}

#[test]
fn a_value_over_several_lines_shows_the_first() {
    let out = checked("several", "{\"id\": \"a\", \"kind\": \"department\", \"name\": {\n\"x\":\n1}}");
    assert_eq!(marked(&out), "{");
    let out = checked("crlf", "{\"id\": \"a\", \"kind\": \"department\", \"name\": [\r\n1]}");
    assert_eq!(marked(&out), "[");
}

#[test]
fn long_lines_are_cut_to_a_window_around_the_value() {
    let long = "水".repeat(200_000);
    let cases = [
        ("middle", format!(r#"{{"id": "a", "notes": "{long}", "kind": 5, "name": "{long}"}}"#), (true, true)),
        ("start", format!(r#"{{"kind": 5, "id": "a", "name": "{long}"}}"#), (false, true)),
        ("end", format!(r#"{{"id": "a", "name": "{long}", "kind": 5}}"#), (true, false)),
    ];
    for (name, organization, (cut_left, cut_right)) in cases {
        let out = checked(&format!("long-{name}"), &organization);
        let out = out.split_once("error[QD005]: ").unwrap().1;
        let (line, ..) = excerpt(out);
        assert_eq!(marked(out), "5", "{name}: {line}");
        assert_eq!((line.starts_with('…'), line.ends_with('…')), (cut_left, cut_right), "{name}: {line}");
        assert!((90..=102).contains(&columns(&line)), "{name}: {line}");
    }
    // A value that is longer than the window is marked as far as it is seen.
    let out = checked("long-value", &format!(r#"{{"id": "a", "name": "b", "kind": "{long}"}}"#));
    let marked = marked(&out);
    assert!(marked.starts_with("\"水水") && marked.ends_with("水…"), "{marked}");
}

#[test]
fn many_findings_on_one_long_line_are_quick() {
    let organizations: Vec<String> = (0..20_000)
        .map(|n| format!(r#"{{"id": "{n}", "name": 5, "kind": "department", "aliases": ["旗水利局"]}}"#))
        .collect();
    let before = std::time::Instant::now();
    let out = checked("quick", &organizations.join(", "));
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
    // They say the same, so they are one, with the places of all that the report lists.
    assert_eq!(out.matches("error[QD005]").count(), 1);
    assert!(out.contains("\n  = the same: "), "{}", out.get(..2000).unwrap_or(&out));
    assert!(out.contains("findings: 20000 errors, 0 warnings, 0 notices\n"));
}

#[test]
fn the_summary_of_several_files_names_those_with_findings() {
    let here = folder("summary");
    fs::write(here.join("a.json"), GOOD).unwrap();
    fs::write(here.join("b.json"), BAD).unwrap();
    fs::write(here.join("c.json"), BAD.replace("\"name\": 5", "\"name\": \"XX局\"")).unwrap();
    let ran = run(&here, ["check", ".", "--ignore", "QD010", "--as-of", "2026-11-23"]);
    let expected = "  files: 3 checked
    b.json  1 error, 0 warnings, 0 notices
    c.json  0 errors, 1 warning, 0 notices
  records: 2 judged (2 organizations); 1 not judged, as faults kept them from being read
  findings: 1 error, 1 warning, 0 notices
";
    assert!(ran.out.contains(expected), "{}", ran.out);
    assert!(ran.out.contains("\n    ignored: QD010\n"), "{}", ran.out);
}

#[test]
fn fields_that_the_source_does_not_hold_are_named() {
    let here = folder("not-held");
    let catalog = GOOD.replace("\"level\": \"county\"", "\"level\": \"county\", \"not_held\": [\"power_items.basis\"]");
    fs::write(here.join("a.json"), catalog).unwrap();
    let zh = run(&here, ["check", "a.json", "--lang", "zh"]);
    let line = zh.out.lines().find_map(|line| line.strip_prefix("    来源未采集该字段：")).unwrap_or_default();
    // Rules that read the same field stand together.
    for rules in [
        "QD201、QD203、QD204、QD205、QD206、QD208、QD209、QD210、",
        "（权责清单事项的设定依据（power_items.basis））",
        "QD202（权责清单事项的设定依据的条款（power_items.basis.articles））",
    ] {
        assert!(line.contains(rules), "{rules}: {}", zh.out);
    }
    assert!(zh.out.contains("没有需要改正的；“暂不能判定”不等于合格"), "{}", zh.out);
}

#[test]
fn other_encodings_show_what_can_be_seen() {
    let here = folder("encodings");
    let stray = BAD.replace("5,", "\"\u{1}\",").into_bytes();
    let stray: Vec<u8> = stray.iter().map(|&byte| if byte == 1 { 0xff } else { byte }).collect();
    fs::write(here.join("stray.json"), stray).unwrap();
    let ran = run(&here, ["check", "stray.json"]);
    assert_eq!(marked(&ran.out), "�", "{}", ran.out);
    let utf16: Vec<u8> = BAD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(here.join("utf16.json"), utf16).unwrap();
    let ran = run(&here, ["check", "utf16.json"]);
    assert!(ran.out.contains("UTF-16LE") && !ran.out.contains('^'), "{}", ran.out);
    fs::write(here.join("mark.json"), format!("\u{feff}{BAD}")).unwrap();
    let ran = run(&here, ["check", "mark.json", "--ignore", "QD010"]);
    assert_eq!(marked(&ran.out), "5", "{}", ran.out);
}
