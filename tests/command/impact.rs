//! `qingdan impact`.

use std::fs;
use std::path::Path;

use qingdan::impact::{Impact, ImpactClass};

use super::{BAD, command, finish, folder, run};

/// Two powers, of which one loses its ground, whose names would like to be a formula, a script and a command to a terminal.
const CATALOG: &str = r#"{
  "header": {"schema_version": "1.0", "title": "<b>杭锦旗</b>", "division": "150625", "level": "county"},
  "organizations": [
    {"id": "o", "name": "=1+1,\"<script>alert(1)</script>\"\u001b[31m", "kind": "department"}],
  "power_items": [
    {"id": "a", "name": "对拒绝|现场检查的处罚", "item_level": "main", "power_type": "penalty",
     "authorities": [{"organization": "o", "role": "decide"}],
     "basis": [{"text": "《中华人民共和国固体废物污染环境防治法》第一百零三条、第一条"}]},
    {"id": "b", "name": "对赌博的处罚", "item_level": "main", "power_type": "penalty",
     "authorities": [{"organization": "o", "role": "decide"}],
     "basis": [{"text": "《治安管理处罚法》（2012年修正）第七十条"}, {"text": "《某旗办法》第二条"}]}]
}"#;

const DAYS: [&str; 4] = ["--from", "2025-12-31", "--to", "2026-08-15"];

#[test]
fn every_format_says_the_same() {
    let here = folder("impact");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    let shown = |format: &str, lang: &str| {
        let args = ["impact", "a.json", "--format", format, "--lang", lang];
        let ran = run(&here, args.iter().chain(&DAYS));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}");
        assert!(!ran.out.contains('\u{1b}'), "{format}: {}", ran.out);
        ran.out
    };
    let text = shown("human", "zh");
    for said in [
        "法律变动对事项的影响：2025年12月31日至2026年8月15日\n法律收录至2026年8月28日\n",
        "有效事项 2 个：受影响 2 个，未受影响 0 个\n",
        "依据失效的 1 个事项：承接条款已知 1 个，只知承接文件、条款待核 0 个，未见承接文件 0 个\n",
        "《固体废物污染环境防治法》自2026年8月15日起废止，现行为《生态环境法典》\n",
        "《治安管理处罚法》自2026年1月1日起施行新版本（2025年6月27日通过或者公布，由119条变为144条）\n",
        "      设定依据：《治安管理处罚法》第七十条（引用的是2012年的版本）\n      第七十条 → 第八十二条（按条文开头比对）\n",
        "第一百零三条 → 《生态环境法典》第一千二百二十九条",
        "1 处引用、1 部文件（未收录不等于没有）：《某旗办法》（1）\n",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let json: Impact = serde_json::from_str(&shown("json", "zh")).unwrap();
    let classes: Vec<ImpactClass> = json.entries.iter().map(|entry| entry.class).collect();
    assert_eq!(classes, [ImpactClass::Unfounded, ImpactClass::Renumbered]);
    let csv = shown("csv", "zh");
    assert!(csv.starts_with("\u{feff}影响类别,事项清单,事项标识,"), "{csv}");
    // Two articles of one citation, and one of the other.
    assert_eq!(csv.matches("\r\n").count(), 4, "{csv}");
    assert_eq!(csv.matches(",\"'=1+1,\"\"<script>").count(), 3, "{csv}");
    let html = shown("html", "zh");
    assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"));
    assert!(!html.contains("<script") && !html.contains("<b>杭") && html.contains("&lt;script&gt;"), "{html}");
    assert!(html.contains("<td class=\"unfounded\">依据失效</td>"), "{html}");
    let markdown = shown("markdown", "zh");
    assert!(markdown.starts_with("# \\<b\\>杭锦旗\\</b\\>（150625）\n"), "{markdown}");
    assert!(markdown.contains("|依据失效|a|对拒绝\\|现场检查的处罚〔"), "{markdown}");
    let english = shown("human", "en");
    for said in [
        "What changes of the law do to the items, from 2025-12-31 to 2026-08-15\n",
        "`固体废物污染环境防治法` was repealed on 2026-08-15; in force is `生态环境法典`\n",
        "article 70 → article 82 (by how it begins)\n",
        "which does not say that there is none: 1 citations of 1 instruments: `某旗办法` (1)\n",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
}

#[test]
fn days_that_cannot_be_are_refused() {
    let here = folder("impact-days");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    let refused = |from: &str, to: &str, lang: &str| {
        let ran = run(&here, ["impact", "a.json", "--from", from, "--to", to, "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{from} {to}");
        ran.err
    };
    assert!(refused("2026-08-15", "2026-08-15", "zh").contains("是同一天（2026-08-15）"));
    assert!(refused("2026-08-15", "2026-08-15", "en").contains("are the same day (2026-08-15)"));
    assert!(refused("2026-08-16", "2026-08-15", "zh").contains("--from（2026-08-16）晚于 --to（2026-08-15）"));
    assert!(refused("2026-08-16", "2026-08-15", "en").contains("--from (2026-08-16) is after --to (2026-08-15)"));
    assert!(refused("2026-02-30", "2026-08-15", "zh").contains("应为确有的日期"));
    assert!(refused("八月", "2026-08-15", "en").contains("--from"));
    let ran = finish(command(&here).args(["impact", "a.json", "--from", "2026-08-15"]));
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("--to"), "{}", ran.err);
}

#[test]
fn facts_and_openings_of_ones_own_go_before_those_that_are_held() {
    let here = folder("impact-facts");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    let header = "title,rank,version_date,effective_on,status,ended_on,last_article,successor\n";
    let facts = "某旗办法,normative_document,2020-01-01,2020-02-01,superseded,2026-05-01,9,\n\
        某旗办法,normative_document,2026-04-01,2026-05-01,in_force,,12,\n";
    fs::write(here.join("facts.csv"), format!("{header}{facts}")).unwrap();
    let openings = "title\tversion_date\topenings\n某旗办法\t2020-01-01\t2:0f3a21\n某旗办法\t2026-04-01\t5:0f3a21\n";
    fs::write(here.join("openings.tsv"), openings).unwrap();
    let args = ["impact", "a.json", "--lang", "zh", "--law-facts", "facts.csv", "--openings", "openings.tsv"];
    let ran = run(&here, args.iter().chain(&DAYS).chain(&["--law-known-to", "2026-11-01"]));
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("法律收录至2026年11月1日\n"), "{}", ran.out);
    assert!(ran.out.contains("《某旗办法》第二条\n      第二条 → 第五条（按条文开头比对）\n"), "{}", ran.out);
    let missing = run(&here, ["impact", "a.json", "--law-facts", "none.csv"].iter().chain(&DAYS));
    assert_eq!((missing.code, missing.out.as_str()), (Some(2), ""));
}

#[test]
fn files_are_written_whole_and_what_cannot_be_read_is_told() {
    let here = folder("impact-file");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    assert_eq!(run(&here, ["convert", "a.json", "-o", "a.ndjson"]).code, Some(0));
    let json = |file: &str| run(&here, ["impact", file, "--format", "json"].iter().chain(&DAYS)).out;
    assert_eq!(json("a.json"), json("a.ndjson"));
    let ran = run(&here, ["impact", "a.json", "--format", "html", "-o", "page.html"].iter().chain(&DAYS));
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(fs::read_to_string(here.join("page.html")).unwrap().ends_with("</html>\n"));
    assert_eq!(run(&here, ["impact", "none.json"].iter().chain(&DAYS)).code, Some(2));
    fs::write(here.join("bad.json"), BAD).unwrap();
    let ran = run(&here, ["impact", "bad.json", "--lang", "zh"].iter().chain(&DAYS));
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("QD005") && ran.err.contains("未能读取的事项会遗漏"), "{}", ran.err);
    // A figure that is no number has no part in it.
    let figure = r#""published_figures": [{"id": "x", "statement": "约1480项", "measure": "count", "value": "约1480"}], "power_items": ["#;
    fs::write(here.join("figure.json"), CATALOG.replace("\"power_items\": [", figure)).unwrap();
    let ran = run(&here, ["impact", "figure.json", "--lang", "zh"].iter().chain(&DAYS));
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("与事项的依据无关") && ran.out.contains("受影响 2 个"), "{}", ran.out);
}

#[test]
fn a_catalog_under_which_nothing_moved_says_so() {
    let here = folder("impact-none");
    fs::write(here.join("a.json"), super::GOOD).unwrap();
    for format in ["human", "markdown", "json", "csv", "html"] {
        let ran = run(&here, ["impact", "a.json", "--format", format, "--lang", "zh"].iter().chain(&DAYS));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}");
    }
    let ran = run(&here, ["impact", "a.json", "--lang", "zh"].iter().chain(&DAYS));
    assert!(ran.out.contains("没有一部在此期间的变化涉及本目录的事项"), "{}", ran.out);
}

/// What the two READMEs show is what the command says.
#[test]
fn the_readme_shows_what_is_said() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for readme in [include_str!("../../README.md"), include_str!("../../README.zh.md")] {
        let (_, shown) = readme.split_once("$ qingdan impact ").unwrap();
        let (arguments, shown) = shown.split_once('\n').unwrap();
        let (shown, _) = shown.split_once("```").unwrap();
        let ran = run(here, ["impact"].into_iter().chain(arguments.split(' ')));
        assert_eq!(ran.code, Some(0));
        for part in shown.split("…\n") {
            assert!(ran.out.contains(part.trim()), "{part}");
        }
    }
}
