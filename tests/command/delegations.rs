//! `qingdan delegations`.

use std::fs;

use qingdan::delegations::{DelegationState, Delegations};

use super::{BAD, command, finish, folder, run};

/// Two townships with a gap and double exercise, whose names would like to be a formula, a script and a command to a
/// terminal.
const CATALOG: &str = r#"{
  "header": {"schema_version": "1.0", "title": "<b>杭锦旗</b>", "division": "150625", "level": "county"},
  "organizations": [
    {"id": "t", "name": "=1+1,\"<script>alert(1)</script>\"\u001b[31m", "kind": "department"},
    {"id": "a", "name": "甲镇", "kind": "township_government"},
    {"id": "b", "name": "乙苏木", "kind": "township_government"}],
  "power_items": [{"id": "p", "name": "对在公路上摆摊设点的处罚", "item_level": "main", "power_type": "penalty"}],
  "delegations": [
    {"id": "1", "power_item": "p", "from": "t", "to": ["a"], "mode": "transfer", "effective_on": "2024-06-01",
     "ended_on": "2025-10-01", "returned": {"on": "2025-11-01"}},
    {"id": "2", "power_item": "p", "from": "t", "to": ["b"], "mode": "transfer", "effective_on": "2024-06-01",
     "claims": [{"organization": "b", "claimed_on": "2024-05-10", "published_on": "2024-05-28"}],
     "evaluations": [{"on": "2025-12-10", "outcome": "keep"}], "original_still_exercises": true}]
}"#;

#[test]
fn every_format_says_the_same() {
    let here = folder("delegations");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    let shown = |format: &str, lang: &str| {
        let args = ["delegations", "a.json", "--format", format, "--lang", lang, "--as-of", "2025-10-15"];
        let ran = run(&here, args);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}");
        assert!(!ran.out.contains('\u{1b}'), "{format}: {}", ran.out);
        ran.out
    };
    let text = shown("human", "zh");
    for said in [
        "1 个事项 × 2 个承接主体，共 2 项次",
        "状态截至2025年10月15日",
        "空档：2025年10月1日起至2025年11月1日前，终止后才收回",
        "重复行使：2024年6月1日起，原实施主体继续行使，未写明案件划分",
        "2025-12-10 保留",
        "2025-10-01 终止 2025-11-01 收回",
        "2025年10月1日起 无主体行使 → 2025年11月1日起 ",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let json: Delegations = serde_json::from_str(&shown("json", "zh")).unwrap();
    let states: Vec<DelegationState> = json.pairs.iter().map(|pair| pair.state).collect();
    assert_eq!(states, [DelegationState::Ended, DelegationState::InForce]);
    let csv = shown("csv", "zh");
    assert!(csv.starts_with("\u{feff}权责事项标识,职权编码,权责事项名称,"), "{csv}");
    assert_eq!(csv.matches("\r\n").count(), 3, "{csv}");
    assert!(csv.contains(",是,2024-05-10,2024-05-28,"), "{csv}");
    // What a spreadsheet would work out stands behind an apostrophe, also where it begins the line of who exercises.
    assert!(csv.matches(",\"'=1+1,\"\"<script>").count() >= 4, "{csv}");
    let html = shown("html", "zh");
    assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"));
    assert!(!html.contains("<script") && !html.contains("<b>杭") && html.contains("&lt;script&gt;"), "{html}");
    assert!(
        html.contains(
            "title=\"已终止\">×<span class=\"aloud\">已终止</span></a><span class=\"noted\" title=\"空档\">▲"
        )
    );
    let english = shown("human", "en");
    for said in [
        "1 items × 2 receivers",
        "gap: from 2025-10-01 until before 2025-11-01, returned only after it ended",
        "double exercise: from 2024-06-01 on, the origin goes on",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
}

#[test]
fn the_day_decides_the_state_and_is_today_unless_given() {
    let here = folder("delegations-day");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    let states = |args: &[&str]| {
        let ran = run(&here, ["delegations", "a.json", "--format", "json"].iter().chain(args));
        let all: Delegations = serde_json::from_str(&ran.out).unwrap();
        all.pairs.iter().map(|pair| pair.state).collect::<Vec<_>>()
    };
    let (before, returned) = (DelegationState::NotYetEffective, DelegationState::Returned);
    assert_eq!(states(&["--as-of", "2024-05-31"]), [before, before]);
    assert_eq!(states(&[]), [returned, DelegationState::InForce]);
    let ran = finish(command(&here).args(["delegations", "a.json", "--as-of", "2025-02-30"]).env("LANG", "zh_CN"));
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("应为确有的日期"), "{}", ran.err);
}

#[test]
fn both_spellings_are_read_and_files_are_written_whole() {
    let here = folder("delegations-file");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    assert_eq!(run(&here, ["convert", "a.json", "-o", "a.ndjson"]).code, Some(0));
    let csv = |file: &str| run(&here, ["delegations", file, "--format", "csv", "--as-of", "2025-10-15"]).out;
    assert_eq!(csv("a.json"), csv("a.ndjson"));
    let ran = run(&here, ["delegations", "a.json", "--format", "html", "-o", "page.html"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(fs::read_to_string(here.join("page.html")).unwrap().ends_with("</html>\n"));
    assert_eq!(run(&here, ["delegations", "none.json"]).code, Some(2));
}

#[test]
fn what_cannot_be_read_is_told_and_matters_where_delegations_need_it() {
    let here = folder("delegations-faulty");
    fs::write(here.join("bad.json"), BAD).unwrap();
    let ran = run(&here, ["delegations", "bad.json", "-o", "none.html"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("error[QD005]") && ran.err.contains("nothing was listed"), "{}", ran.err);
    assert!(!here.join("none.html").exists());
    // A figure that is no number has no part in it.
    let figure = r#""published_figures": [{"id": "x", "statement": "约1480项", "measure": "count", "value": "约1480"}], "delegations": ["#;
    fs::write(here.join("a.json"), CATALOG.replace("\"delegations\": [", figure)).unwrap();
    let ran = run(&here, ["delegations", "a.json", "--lang", "zh"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("QD005") && ran.err.contains("与赋权事项无关"), "{}", ran.err);
    assert!(ran.out.contains("共 2 项次"), "{}", ran.out);
}

#[test]
fn a_catalog_without_delegations_does_not_say_there_are_none() {
    let here = folder("delegations-none");
    fs::write(here.join("a.json"), super::GOOD).unwrap();
    for format in ["human", "json", "csv", "html"] {
        let ran = run(&here, ["delegations", "a.json", "--format", format, "--lang", "zh"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}");
    }
    assert!(run(&here, ["delegations", "a.json", "--lang", "zh"]).out.contains("不等于没有赋权"));
}
