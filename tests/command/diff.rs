//! `qingdan diff` and `qingdan adjust`, and what the writers make of changes.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use qingdan::Lang;
use qingdan::diff::Changes;
use qingdan::schema::SchemaName;
use qingdan::writer::changes::{ChangeOptions, write_html, write_markdown, write_text};
use serde_json::Value;

use super::hostile::{HOSTILE, assert_harmless};
use super::{BAD, GOOD, feed, folder, run};
use crate::schemas::value;

const FORMATS: [&str; 3] = ["txt", "md", "html"];

fn by_hand() -> Changes {
    serde_json::from_str(include_str!("../data/editions/changes.json")).unwrap()
}

fn written(changes: &Changes, format: &str, lang: Lang, editorial: bool) -> String {
    let mut options = ChangeOptions::new(lang);
    options.editorial = editorial;
    let mut to = Vec::new();
    match format {
        "txt" => write_text(changes, &options, &mut to),
        "md" => write_markdown(changes, &options, &mut to),
        _ => write_html(changes, &options, &mut to),
    }
    .unwrap();
    String::from_utf8(to).unwrap()
}

#[test]
fn every_writer_says_what_was_read_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/editions");
    for format in FORMATS {
        // The English ones show changes in words alone too.
        for (lang, editorial) in [(Lang::Zh, false), (Lang::En, true)] {
            let name = format!("changes.{}.{format}", if lang == Lang::Zh { "zh" } else { "en" });
            let made = written(&by_hand(), format, lang, editorial);
            let expected = fs::read_to_string(folder.join(&name)).unwrap_or_default();
            if made != expected {
                let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
                fs::write(&here, &made).unwrap();
                panic!("{name} is not what is written now; that stands in {}", here.display());
            }
        }
    }
}

#[test]
fn the_numbers_add_up_or_say_that_they_do_not() {
    let mut changes = by_hand();
    assert!(!written(&changes, "txt", Lang::Zh, false).contains("未列入以上各项"));
    changes.old.items = 9;
    let text = written(&changes, "txt", Lang::Zh, false);
    assert!(text.contains("  未列入以上各项            3\n  合计                      9\n"), "{text}");
    // What was cancelled may stand in the list and is not in force.
    let cancelled = r#"[{"field": "status", "old": "in_use", "new": "cancelled"}]"#;
    let mut value = serde_json::to_value(one_change(cancelled)).unwrap();
    value["items"][0]["changes"][0]["class"] = "cancelled".into();
    value["counts"]["kept"] = 0.into();
    (value["old"]["items"], value["new"]["items"]) = (1.into(), 0.into());
    let text = written(&serde_json::from_value(value).unwrap(), "txt", Lang::Zh, false);
    assert!(text.contains("\n  保留        0\n  合计        0\n"), "{text}");
}

#[test]
fn what_speaks_against_a_comparison_is_said() {
    let mut value: Value = serde_json::from_str(include_str!("../data/editions/changes.json")).unwrap();
    value["old"]["division"] = "150626".into();
    value["old"]["edition"]["issued_on"] = "2025-06-02".into();
    value["codes"] = "not_told".into();
    let changes: Changes = serde_json::from_value(value).unwrap();
    let zh = written(&changes, "txt", Lang::Zh, false);
    for said in [
        "标识全部重编，不能按标识对照；编码是否沿用不能判断；已按名称对照\n",
        "两个版次的行政区划代码或者层级不同，请核对是否为同一目录的两个版次\n",
        "旧版次的日期晚于新版次，请核对先后次序\n",
    ] {
        assert!(zh.contains(said), "{said}: {zh}");
    }
    let en = written(&changes, "txt", Lang::En, false);
    let said =
        "Ids were regenerated, so they compare nothing; whether codes were kept does not show; compared by names\n";
    assert!(en.contains(said), "{en}");
}

/// Citations that differ in what their canonical form leaves out would look alike.
#[test]
fn a_change_is_never_shown_as_none() {
    let citation = |quote: &str| {
        format!(r#"[{{"title": "中华人民共和国水法", "articles": [{{"article": 7}}], "quote": "{quote}"}}]"#)
    };
    let fields = format!(
        r#"[{{"field": "set_by", "old": {}, "new": {}}},
            {{"field": "statutory_limits", "old": [{{"amount": 20, "unit": "day", "note": "甲"}}],
              "new": [{{"amount": 20, "unit": "day", "note": "乙"}}]}},
            {{"field": "charges_fee", "old": true, "new": false}},
            {{"field": "no/such/field", "old": {{"b": 1.50, "a": null}}, "new": []}}]"#,
        citation("国家对水资源依法实行取水许可制度"),
        citation("国家对水资源实行取水许可制度"),
    );
    let text = written(&one_change(&fields), "txt", Lang::Zh, false);
    for said in [
        "设定依据：《中华人民共和国水法》第七条（引文：国家对水资源依法实行取水许可制度） → 《中华人民共和国水法》第七条（引文：国",
        "法定办结时限：20日（说明：甲） → 20日（说明：乙）\n",
        "是否收费：是 → 否\n",
        "no/such/field：a：无，b：1.5 → 无\n",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// A comparison with one item that has one change with these fields.
fn one_change(fields: &str) -> Changes {
    let mut value: Value = serde_json::from_str(include_str!("../data/editions/changes.json")).unwrap();
    value["items"] = serde_json::from_str(&format!(
        r#"[{{"kind": "licensing_item", "old": [{{"id": "a", "name": "甲", "item_type": "licensing"}}],
             "new": [{{"id": "a", "name": "甲", "item_type": "licensing"}}],
             "changes": [{{"class": "content_changed", "effect": "neutral", "adjustments": [], "fields": {fields}}}]}}]"#
    ))
    .unwrap();
    value["records"] = Value::Array(Vec::new());
    value["unmet"] = Value::Array(Vec::new());
    serde_json::from_value(value).unwrap()
}

#[test]
fn long_texts_show_where_they_differ_and_the_page_has_all_of_them() {
    let long = |end: &str| format!("{}{end}", "水".repeat(500));
    let fields = format!(r#"[{{"field": "conditions", "old": ["{}"], "new": ["{}"]}}]"#, long("甲"), long("乙"));
    let changes = one_change(&fields);
    let text = written(&changes, "txt", Lang::Zh, false);
    let same = "水".repeat(20);
    assert!(text.contains(&format!("：…{same}甲 → …{same}乙\n")), "{text}");
    let html = written(&changes, "html", Lang::Zh, false);
    assert!(html.contains(&format!("<details><summary>全文</summary><p>{}</p></details>", long("乙"))), "{html}");
    // One side alone begins at its beginning.
    let fields = format!(r#"[{{"field": "conditions", "new": ["{}"]}}]"#, long("乙"));
    let text = written(&one_change(&fields), "txt", Lang::Zh, false);
    assert!(text.contains(&format!("：（无） → {}…\n", "水".repeat(120))), "{text}");
}

/// The comparison with a text wherever a text can stand.
fn hostile(text: &str) -> Changes {
    fn fill(value: &mut Value, text: &str) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let is_free =
                        ["name", "title", "division", "label", "issued_on", "code", "field", "note", "old", "new"];
                    match member {
                        Value::String(member) if is_free.contains(&name.as_str()) => text.clone_into(member),
                        member => fill(member, text),
                    }
                }
            }
            Value::Array(elements) => {
                for element in elements {
                    match element {
                        Value::String(element) if element == "source" => text.clone_into(element),
                        element => fill(element, text),
                    }
                }
            }
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(include_str!("../data/editions/changes.json")).unwrap();
    fill(&mut value, text);
    serde_json::from_value(value).unwrap()
}

#[test]
fn hostile_texts_do_nothing_in_any_format() {
    for text in HOSTILE {
        let changes = hostile(text);
        for format in FORMATS {
            for lang in [Lang::Zh, Lang::En] {
                assert_harmless(&written(&changes, format, lang, true), &format!("{format} {text:?}"));
            }
        }
    }
}

const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "</td><b>粗</b>",
    "a`b`c`",
    "**粗** _斜_ ~~删~~",
    "[链接](http://example.org) ![图](x)",
    "1. 一",
    "- 项",
    "# 题",
    "a | b",
    "&lt; & &amp;",
    "\"' onmouseover='x",
    "$x$",
];

/// All that some readers of Markdown know, but for quotation marks that become others.
fn extensions() -> Extensions {
    Extensions::all().difference(Extensions::ENABLE_SMART_PUNCTUATION)
}

#[test]
fn markup_in_texts_is_text() {
    for text in MARKUP {
        let changes = hostile(text);
        let html = written(&changes, "html", Lang::Zh, true);
        assert!(
            !html.contains("<script") && !html.contains("<b>") && !html.contains("onmouseover='"),
            "{text}: {html}"
        );
        let plain = written(&hostile("甲"), "html", Lang::Zh, true);
        assert_eq!(html.matches('<').count(), plain.matches('<').count(), "{text}");
        // Markdown has the same structure, whatever the texts say, and says them.
        let structure = |markdown: &str| {
            let events = Parser::new_ext(markdown, extensions());
            let is_text = |event: &Event<'_>| matches!(event, Event::Text(_));
            events.filter(|event| !is_text(event)).map(|event| format!("{event:?}")).collect::<Vec<_>>()
        };
        let markdown = written(&changes, "md", Lang::Zh, true);
        assert_eq!(
            structure(&markdown),
            structure(&written(&hostile("甲"), "md", Lang::Zh, true)),
            "{text}: {markdown}"
        );
        let mut said = String::new();
        let mut in_bold = false;
        for event in Parser::new_ext(&markdown, extensions()) {
            match event {
                Event::Start(Tag::Strong) => in_bold = true,
                Event::End(pulldown_cmark::TagEnd::Strong) => in_bold = false,
                Event::Text(text) if in_bold => said.push_str(&text),
                _ => {}
            }
        }
        assert!(said.contains(text), "{text}: {said}");
    }
}

/// A catalog in JSON with one license of this name.
fn edition(label: &str, name: &str) -> String {
    format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "杭锦旗行政许可事项清单", "division": "150625", "level": "county",
    "edition": {{"label": "{label}"}}}},
  "licensing_items": [{{"id": "take-water", "name": "{name}", "item_level": "main", "code": "000119001000"}}]}}
"#
    )
}

#[test]
fn the_same_file_twice_does_not_differ() {
    let here = folder("diff-same");
    fs::write(here.join("a.json"), edition("2024年版", "取水许可")).unwrap();
    assert_eq!(run(&here, ["convert", "a.json", "-o", "a.ndjson"]).code, Some(0));
    for new in ["a.json", "a.ndjson"] {
        for format in ["human", "markdown", "json", "html"] {
            let ran = run(&here, ["diff", "a.json", new, "--format", format, "--exit-code", "--lang", "zh"]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}: {ran:?}");
            assert_eq!(ran.out.contains("两个版次没有差别"), format != "json", "{format}: {}", ran.out);
        }
    }
    let en = run(&here, ["diff", "a.json", "a.json"]);
    assert!(en.out.contains("\nThe editions do not differ\n"), "{}", en.out);
    let ran = run(&here, ["adjust", "a.json", "a.json", "--lang", "zh"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", "qingdan：没有缺少的调整记录\n"));
}

#[test]
fn json_is_of_the_published_shape() {
    let here = folder("diff-json");
    fs::write(here.join("a.json"), edition("2024年版", "取水许可")).unwrap();
    fs::write(here.join("b.json"), edition("2025年版", "取水许可证核发")).unwrap();
    let validator = jsonschema::validator_for(&value(&SchemaName::Changes.text())).unwrap();
    let ran = run(&here, ["diff", "a.json", "b.json", "--format", "json"]);
    for text in [ran.out.as_str(), include_str!("../data/editions/changes.json")] {
        let changes: Value = serde_json::from_str(text).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&changes).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    let changes: Changes = serde_json::from_str(&ran.out).unwrap();
    let label = |side: &qingdan::diff::EditionSide| side.edition.as_ref().map(|edition| edition.label.to_string());
    assert_eq!((label(&changes.old).as_deref(), label(&changes.new).as_deref()), (Some("2024年版"), Some("2025年版")));
}

#[test]
fn either_edition_may_come_from_standard_input_but_not_both() {
    let here = folder("diff-stdin");
    let (old, new) = (edition("2024年版", "取水许可"), edition("2025年版", "取水许可"));
    fs::write(here.join("a.json"), &old).unwrap();
    fs::write(here.join("b.json"), &new).unwrap();
    let named = run(&here, ["diff", "a.json", "b.json"]);
    assert_eq!(feed(&here, &["diff", "a.json", "-"], new.as_bytes()).out, named.out);
    assert_eq!(feed(&here, &["diff", "-", "b.json"], old.as_bytes()).out, named.out);
    for command in ["diff", "adjust"] {
        let ran = feed(&here, &[command, "-", "-", "--lang", "zh"], b"");
        let told = "qingdan：只有一个版次可以从标准输入读取\n";
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(2), "", told));
    }
}

#[test]
fn what_cannot_be_read_as_a_whole_is_told_of_both_and_nothing_is_compared() {
    let here = folder("diff-unread");
    fs::write(here.join("good.json"), GOOD).unwrap();
    fs::write(here.join("bad.json"), BAD).unwrap();
    fs::write(here.join("text.json"), "清单\n").unwrap();
    for command in ["diff", "adjust"] {
        for (old, new) in [("good.json", "bad.json"), ("bad.json", "good.json"), ("text.json", "good.json")] {
            let ran = run(&here, [command, old, new, "-o", "none"]);
            let bad = if old == "good.json" { new } else { old };
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{command} {old} {new}");
            let told = format!("qingdan: {bad}: it could not be read as a whole, and nothing was compared");
            assert!(ran.err.contains("error[QD") && ran.err.contains(&told), "{}", ran.err);
            assert!(!here.join("none").exists());
        }
        let ran = run(&here, [command, "bad.json", "no-such.json", "--lang", "zh"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        for told in ["qingdan：bad.json：未能完整读取，没有对照", "qingdan：无法读取 no-such.json：没有这个文件\n"]
        {
            assert!(ran.err.contains(told), "{told}: {}", ran.err);
        }
        let ran = run(&here, [command, "good.json", "good.json", "--max-bytes", "20", "--lang", "zh"]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.starts_with("qingdan：无法读取 good.json：超过读取的限度"), "{}", ran.err);
        assert_eq!(run(&here, [command, "good.json"]).code, Some(2));
    }
}

#[test]
fn fields_that_nobody_knows_are_not_compared_and_that_is_told() {
    let here = folder("diff-unknown");
    fs::write(here.join("good.json"), GOOD).unwrap();
    fs::write(here.join("more.json"), GOOD.replace("\"kind\"", "\"nickname\": \"水局\", \"kind\"")).unwrap();
    let ran = run(&here, ["diff", "good.json", "more.json", "--lang", "zh"]);
    let told = "qingdan：more.json：有不认识的栏目1处，其内容未参加对照；qingdan check 逐处列出\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), told));
    assert!(ran.out.contains("两个版次没有差别"), "{}", ran.out);
}

#[test]
fn files_are_written_whole() {
    let here = folder("diff-file");
    fs::write(here.join("a.json"), edition("2024年版", "取水许可")).unwrap();
    for (format, end) in [("human", "\n"), ("markdown", "\n"), ("json", "}\n"), ("html", "</html>\n")] {
        let ran = run(&here, ["diff", "a.json", "a.json", "--format", format, "-o", format]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{format}");
        let printed = run(&here, ["diff", "a.json", "a.json", "--format", format]).out;
        assert!(printed.ends_with(end) && fs::read_to_string(here.join(format)).unwrap() == printed, "{format}");
    }
    assert_eq!(run(&here, ["diff", "a.json", "a.json", "-o", "no/such/folder"]).code, Some(2));
}

/// How the command ends for two editions, plain and with `--exit-code`.
fn ends(here: &Path, old: &str, new: &str) -> [Option<i32>; 2] {
    fs::write(here.join("old.json"), old).unwrap();
    fs::write(here.join("new.json"), new).unwrap();
    [vec!["diff", "old.json", "new.json"], vec!["diff", "old.json", "new.json", "--exit-code", "-o", "out"]]
        .map(|args| run(here, args).code)
}

#[test]
fn the_exit_code_tells_of_changes_to_those_who_ask() {
    let here = folder("diff-exit");
    let old = edition("2024年版", "取水许可（审批）");
    assert_eq!(ends(&here, &old, &edition("2025年版", "取水许可（审批）")), [Some(0), Some(0)]);
    assert_eq!(ends(&here, &old, &edition("2025年版", "取水许可证核发")), [Some(0), Some(1)]);
    assert!(fs::read_to_string(here.join("out")).unwrap().contains("Renamed, no adjustment records it"));
    // Widths are words alone.
    let words = edition("2025年版", "取水许可(审批)");
    assert_eq!(ends(&here, &old, &words), [Some(0), Some(0)]);
    let ran = run(&here, ["diff", "old.json", "new.json", "--lang", "zh"]);
    assert!(ran.out.contains("\n除文字性修改外没有差别\n另有文字性修改1项，未列出（--all 列出）\n"), "{}", ran.out);
    let ran = run(&here, ["diff", "old.json", "new.json", "--lang", "zh", "--all", "--exit-code"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("      文字性修改\n        名称：取水许可（审批） → 取水许可(审批)\n"), "{}", ran.out);
    // Other records count too.
    let body = GOOD.replace("水利局", "水务局");
    assert_eq!(ends(&here, GOOD, &body), [Some(0), Some(1)]);
    // What could not be done goes before what was found.
    let ran = run(&here, ["diff", "old.json", "new.json", "--exit-code", "-o", "no/such/folder"]);
    assert_eq!(ran.code, Some(2));
}

/// The READMEs show lines of the real output in their order; `…` stands for what is left out.
#[test]
fn the_readmes_show_what_the_command_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (readme, lang) in [(include_str!("../../README.md"), "en"), (include_str!("../../README.zh.md"), "zh")] {
        let files = ["examples/catalogs/edition-2024.json", "examples/catalogs/edition-2025.json"];
        let ran = run(root, ["diff", files[0], files[1], "--lang", lang]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        let (_, shown) =
            readme.split_once(&format!("$ qingdan diff {} {} --lang {lang}\n", files[0], files[1])).unwrap();
        let (shown, _) = shown.split_once("```").unwrap();
        let mut rest = ran.out.as_str();
        for part in shown.split("…\n").filter(|part| !part.is_empty()) {
            rest = rest.split_once(part).unwrap_or_else(|| panic!("not printed:\n{part}\nbut\n{rest}")).1;
        }
    }
}

#[test]
fn bodies_are_shown_with_the_names_of_their_edition() {
    let here = folder("diff-names");
    let with = |id: &str, name: &str| {
        format!(
            r#"{{"header": {{"schema_version": "1.0", "title": "清单", "division": "150625", "level": "county"}},
  "organizations": [{{"id": "{id}", "name": "{name}", "kind": "department"}}],
  "licensing_items": [{{"id": "take-water", "name": "取水许可", "item_level": "main", "competent_department": "{id}"}}]}}
"#
        )
    };
    fs::write(here.join("a.json"), with("water", "杭锦旗水利局")).unwrap();
    fs::write(here.join("b.json"), with("review", "杭锦旗行政审批局")).unwrap();
    let ran = run(&here, ["diff", "a.json", "b.json", "--lang", "zh"]);
    assert!(ran.out.contains("：杭锦旗水利局 → 杭锦旗行政审批局\n"), "{}", ran.out);
}

/// The drafts are lines to be put at the end of the new edition; what they say is the library's.
#[test]
fn drafts_go_at_the_end_of_the_new_edition() {
    let here = folder("adjust");
    fs::write(here.join("a.json"), edition("2024年版", "取水许可")).unwrap();
    fs::write(here.join("b.json"), edition("2025年版", "取水许可证核发")).unwrap();
    let ran = run(&here, ["adjust", "a.json", "b.json", "--lang", "zh"]);
    assert_eq!(ran.code, Some(0));
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 1, "{}", ran.out);
    assert_eq!(lines[0]["adjustment"]["operation"], "rename", "{}", ran.out);
    assert!(ran.err.starts_with("qingdan：草拟调整记录1条\nqingdan：决定机关和决定文件、决定日期"), "{}", ran.err);
    assert!(ran.err.contains("待填："), "{}", ran.err);
    let en = run(&here, ["adjust", "a.json", "b.json", "-o", "draft.ndjson"]);
    assert_eq!((en.code, en.out.as_str()), (Some(0), ""));
    assert!(en.err.starts_with("qingdan: adjustment records drafted: 1\nqingdan: to be filled in ("), "{}", en.err);
    assert_eq!(fs::read_to_string(here.join("draft.ndjson")).unwrap(), ran.out);
    assert_eq!(run(&here, ["convert", "b.json", "-o", "b.ndjson"]).code, Some(0));
    let whole = fs::read_to_string(here.join("b.ndjson")).unwrap() + &ran.out;
    fs::write(here.join("b.ndjson"), whole).unwrap();
    let checked = run(&here, ["check", "b.ndjson", "--select", "QD0"]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    let recorded = run(&here, ["diff", "a.json", "b.ndjson", "--lang", "zh"]);
    assert!(recorded.out.contains("名称变更，调整记录："), "{}", recorded.out);
}
