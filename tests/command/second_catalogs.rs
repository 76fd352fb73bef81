//! `qingdan check --superior`, `--previous` and `--level`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{BAD, Ran, command, finish, folder, run};

const LEAGUE: &str = r#"{"header": {"schema_version": "1.0", "title": "鄂尔多斯市行政许可事项清单", "division": "150600", "level": "prefectural", "covers": ["licensing_item"]},
  "licensing_items": [{"id": "take-water", "name": "取水许可", "item_level": "main"}]}
"#;

const BANNER: &str = r#"{"header": {"schema_version": "1.0", "title": "杭锦旗行政许可事项清单", "division": "150625", "level": "county"},
  "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "superior_item": "no-such-item",
    "set_by": [{"title": "中华人民共和国水法", "articles": [{"article": 7}]}]}]}
"#;

/// A folder with a list that names an item which its superior list does not have.
fn lists(name: &str) -> std::path::PathBuf {
    let here = folder(name);
    fs::write(here.join("banner.json"), BANNER).unwrap();
    fs::write(here.join("league.json"), LEAGUE).unwrap();
    here
}

fn check(here: &Path, arguments: &[&str]) -> Ran {
    run(here, [&["check", "banner.json", "--as-of", "2026-11-26"], arguments].concat())
}

fn report(here: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&check(here, &[&["--format", "json"], arguments].concat()).out).unwrap()
}

/// Why a rule did not run on the first input.
fn not_run(report: &Value, code: &str) -> Option<String> {
    let entries = report["inputs"][0]["coverage"]["not_run"].as_array().unwrap();
    let entry = entries.iter().find(|entry| entry["code"] == code)?;
    entry["reason"].as_str().map(str::to_owned)
}

#[test]
fn a_superior_list_is_judged_by_and_without_one_the_rule_does_not_run() {
    let here = lists("superior");
    let ran = check(&here, &["--superior", "league.json", "--lang", "zh"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("错误[QD813]：") && ran.out.contains("《鄂尔多斯市行政许可事项清单》"), "{}", ran.out);
    let with = report(&here, &["--superior", "league.json"]);
    assert_eq!(with["inputs"][0]["findings"][0]["place"]["pointer"], "/licensing_items/0/superior_item");
    assert_eq!(not_run(&with, "QD813"), None);

    let alone = report(&here, &[]);
    assert_eq!(not_run(&alone, "QD813").as_deref(), Some("input_missing"));
    assert_eq!(check(&here, &[]).code, Some(0));

    // A list that does not say that it is complete proves nothing.
    fs::write(here.join("part.json"), LEAGUE.replace(", \"covers\": [\"licensing_item\"]", "")).unwrap();
    let part = report(&here, &["--superior", "part.json"]);
    assert_eq!(not_run(&part, "QD813").as_deref(), Some("list_incomplete"));
}

/// The evidence names every catalog by which it was judged, by the hash that it has when it is checked itself.
#[test]
fn the_report_names_the_catalogs_beside_the_one_that_was_checked() {
    let here = lists("beside");
    fs::write(here.join("region.json"), LEAGUE.replace("鄂尔多斯市", "内蒙古自治区").replace("150600", "150000"))
        .unwrap();
    let edition = r#""level": "county", "edition": {"label": "2025年版"}"#;
    fs::write(here.join("last.json"), BANNER.replace(r#""level": "county""#, edition)).unwrap();
    let others = ["--superior", "region.json", "--superior", "league.json", "--previous", "last.json"];
    let with = report(&here, &others);
    let told: Vec<_> = with["beside"].as_array().unwrap().iter().map(|other| &other["name"]).collect();
    assert_eq!(told, ["region.json", "league.json", "last.json"]);
    assert_eq!((&with["beside"][1]["role"], &with["beside"][2]["role"]), (&"superior".into(), &"previous".into()));
    assert_eq!(with["beside"][2]["edition"], "2025年版");
    for (at, name) in ["region.json", "league.json", "last.json"].into_iter().enumerate() {
        let itself = run(&here, ["check", name, "--format", "json"]).out;
        let itself: Value = serde_json::from_str(&itself).unwrap();
        assert_eq!(with["beside"][at]["sha256"], itself["inputs"][0]["sha256"], "{name}");
        assert_eq!(itself.get("beside"), None);
    }
    let zh = check(&here, &[&["--lang", "zh"], &others[..]].concat());
    for line in
        ["上级清单：鄂尔多斯市行政许可事项清单，league.json", "上一版次：杭锦旗行政许可事项清单（2025年版），last.json"]
    {
        assert!(zh.out.contains(line), "{}", zh.out);
    }
}

#[test]
fn the_superior_list_may_be_ndjson() {
    let here = lists("superior-ndjson");
    let converted = run(&here, ["convert", "league.json", "--output", "league.ndjson"]);
    assert_eq!(converted.code, Some(0), "{converted:?}");
    assert_eq!(check(&here, &["--superior", "league.ndjson"]).code, Some(1));
}

/// A second catalog is held against each input, and is none itself.
#[test]
fn a_second_catalog_is_not_checked() {
    let here = lists("superior-unchecked");
    // Its license has no basis, which would be an error.
    let with = report(&here, &["--superior", "league.json", "--previous", "league.json"]);
    assert_eq!(with["inputs"].as_array().unwrap().len(), 1);
    let found = with["inputs"][0]["findings"].as_array().unwrap();
    assert!(!found.is_empty() && found.iter().all(|finding| finding["rule"] != "basis-missing"), "{found:?}");
    assert_eq!(run(&here, ["check", "league.json"]).code, Some(1));
}

#[test]
fn a_second_catalog_that_cannot_be_read_as_a_whole_is_told_and_nothing_is_checked() {
    let here = lists("superior-bad");
    fs::write(here.join("bad.json"), BAD).unwrap();
    fs::write(here.join("none.json"), "[1, 2]\n").unwrap();
    fs::write(here.join("text.json"), "清单\n").unwrap();
    for option in ["--superior", "--previous"] {
        for (file, found) in [("bad.json", "error[QD005]"), ("none.json", "error["), ("text.json", "error[QD001]")] {
            let ran = check(&here, &[option, file]);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{option} {file}: {ran:?}");
            let told = format!("qingdan: {file}: it could not be read as a whole, and nothing was checked");
            assert!(ran.err.contains(found) && ran.err.contains(&told), "{option} {file}: {}", ran.err);
        }
        let ran = check(&here, &[option, "no-such.json", "--lang", "zh"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert_eq!(ran.err, "qingdan：无法读取 no-such.json：没有这个文件\n");
        let ran = check(&here, &[option, "league.json", "--max-bytes", "200", "--lang", "zh"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.starts_with("qingdan：无法读取 league.json：超过读取的限度"), "{}", ran.err);
    }
    let zh = check(&here, &["--superior", "bad.json", "--lang", "zh"]);
    assert!(zh.err.contains("qingdan：bad.json：未能完整读取，没有检查"), "{}", zh.err);
}

#[test]
fn a_level_changes_severity_and_exit_code_and_no_verdict() {
    let here = lists("level");
    let with = |level: &str| {
        let arguments = ["--superior", "league.json", "--level", level];
        let report = report(&here, &arguments);
        let severity = report["inputs"][0]["findings"][0]["severity"].as_str().unwrap().to_owned();
        (check(&here, &arguments).code, severity, report["inputs"][0]["verdicts"]["valid"].clone())
    };
    let plain = report(&here, &["--superior", "league.json"]);
    let verdict = &plain["inputs"][0]["verdicts"]["valid"];
    assert_eq!((verdict["verdict"].as_str(), verdict["because"][0].as_str()), (Some("no"), Some("QD813")));
    for (level, code, severity) in [
        ("QD813=warning", 0, "warning"),
        ("qd813 = Info", 0, "info"),
        ("QD8=info", 0, "info"),
        ("superior-item-unknown=warning", 0, "warning"),
        ("QD7=info", 1, "error"),
        // The last word counts.
        ("QD813=info,QD8=error", 1, "error"),
        ("QD8=error,QD813=info", 0, "info"),
    ] {
        assert_eq!(with(level), (Some(code), severity.to_owned(), verdict.clone()), "{level}");
    }
    let twice = check(&here, &["--superior", "league.json", "--level", "QD813=info", "--level", "QD813=error"]);
    assert_eq!(twice.code, Some(1));
}

/// What was a warning can be made to fail.
#[test]
fn a_level_can_be_raised() {
    let here = folder("level-raised");
    fs::write(here.join("a.json"), super::GOOD.replace("杭锦旗水利局", "水利局\u{3000}")).unwrap();
    assert_eq!(run(&here, ["check", "a.json"]).code, Some(0));
    let raised = run(&here, ["check", "a.json", "--level", "QD010=error"]);
    assert_eq!(raised.code, Some(1));
    assert!(raised.out.contains("error[QD010]"), "{}", raised.out);
}

#[test]
fn wrong_levels_are_told_in_both_languages() {
    let here = lists("level-wrong");
    for (level, zh, en) in [
        ("QD813", "应为规则和级别（error、warning、info），如 QD116=error", "such as `QD116=error`"),
        ("QD813=grave", "没有级别“grave”；可取值：error、warning、info", "found the severity `grave`, allowed: error"),
        ("QD813=", "没有级别“”", "found the severity ``"),
        ("QD999=info", "没有这样的规则", "it names no rule"),
        ("superior-item-unknow=info", "是否为 superior-item-unknown？", "did you mean `superior-item-unknown`?"),
        ("QD813=a\u{1b}[31m\nb", "没有级别“", "found the severity"),
    ] {
        for (lang, said) in [("zh_CN.UTF-8", zh), ("en_US.UTF-8", en)] {
            let ran = finish(command(&here).args(["check", "banner.json", "--level", level]).env("LANG", lang));
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{level}: {ran:?}");
            assert!(ran.err.contains(said) && !ran.err.contains('\u{1b}'), "{level} {lang}: {}", ran.err);
        }
    }
}
