//! `qingdan figures`.

use std::fs;

use qingdan::figures::Figures;

use super::{BAD, folder, run};

/// A body that would like to be a formula, a script and a command to a CI system.
const CATALOG: &str = r#"{
  "header": {"schema_version": "1.0", "title": "<b>杭锦旗</b>", "division": "150625", "level": "county"},
  "organizations": [{"id": "w", "name": "=1+1,\"<script>alert(1)</script>\"\u001b[31m", "kind": "department"}],
  "service_items": [
    {"id": "a", "name": "甲", "item_level": "main", "service_type": "public_service", "organization": "w", "online": {"available": true}},
    {"id": "b", "name": "乙", "item_level": "main", "service_type": "public_service", "organization": "w", "online": {"available": false}}],
  "published_figures": [
    {"id": "f", "statement": "网办率96.27%", "metric": "online", "measure": "rate", "value": "96.27", "total": "1480",
     "counts": {"kind": "service_item", "unit": "implementation_item"}}]
}"#;

#[test]
fn every_format_says_the_same() {
    let here = folder("figures");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    let shown = |format: &str| {
        let ran = run(&here, ["figures", "a.json", "--format", format, "--lang", "zh"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}");
        assert!(!ran.out.contains('\u{1b}'), "{format}: {}", ran.out);
        ran.out
    };
    let text = shown("human");
    assert!(text.contains("1 / 2 = 50.00 %"), "{text}");
    assert!(text.contains("总数 1480 中没有哪个整数能得出 96.27 %；最接近的是 1424 / 1480 = 96.22 %"), "{text}");
    let json: Figures = serde_json::from_str(&shown("json")).unwrap();
    assert_eq!(json.claims.len(), 1);
    let csv = shown("csv");
    assert!(
        csv.starts_with("\u{feff}口径代码,")
            && csv.contains("online,网上可办率,政务服务事项,实施清单事项,,,,1,2,50.00,0,")
    );
    // What a spreadsheet would work out stands behind an apostrophe.
    assert!(csv.contains(",\"'=1+1,\"\"<script>"), "{csv}");
    for first in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
        fs::write(here.join("a.json"), CATALOG.replace("\"=1+1,", &format!("\"{first}1+1,"))).unwrap();
        let csv = shown("csv");
        assert!(csv.contains(&format!(",\"'{first}1+1,\"\"<script>")), "{csv}");
    }
    let html = shown("html");
    assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"));
    assert!(!html.contains("<script") && !html.contains("<b>") && html.contains("&lt;script&gt;"), "{html}");
}

#[test]
fn a_file_is_written_as_a_whole_and_a_catalog_that_cannot_be_read_is_not_counted() {
    let here = folder("figures-file");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    fs::write(here.join("bad.json"), BAD).unwrap();
    let ran = run(&here, ["figures", "a.json", "--format", "html", "-o", "page.html"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(fs::read_to_string(here.join("page.html")).unwrap().ends_with("</html>\n"));
    let ran = run(&here, ["figures", "bad.json", "-o", "none.html"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("error[QD005]") && ran.err.contains("nothing was counted"), "{}", ran.err);
    assert!(!here.join("none.html").exists());
    assert_eq!(run(&here, ["figures", "none.json"]).code, Some(2));
}

/// A16: one figure that cannot be read is told, and hides nothing of the rest.
#[test]
fn an_unreadable_figure_hides_nothing_of_the_rest() {
    let here = folder("figures-unreadable");
    let broken = CATALOG.replace(
        r#""published_figures": ["#,
        r#""published_figures": [{"id": "x", "statement": "约1480项", "measure": "count", "value": "约1480"},
    {"id": "y", "statement": "受理12345工单6802件", "measure": "count", "value": "6802", "counts": {"subject": "12345工单", "unit": "件"}},"#,
    );
    fs::write(here.join("a.json"), broken).unwrap();
    let ran = run(&here, ["figures", "a.json", "--lang", "zh"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("QD005") && ran.err.contains("未能读取"), "{}", ran.err);
    assert!(ran.out.contains("1 / 2 = 50.00 %"), "{}", ran.out);
    assert!(ran.out.contains("[暂不能判定] 受理12345工单6802件"), "{}", ran.out);
    assert!(ran.out.contains("[有误]") && ran.out.contains("网办率96.27%"), "{}", ran.out);
    let ran = run(&here, ["figures", "a.json", "-o", "b.html", "--format", "html"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(fs::read_to_string(here.join("b.html")).unwrap().ends_with("</html>\n"));
}
