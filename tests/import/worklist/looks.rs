//! How it looks and prints, and what the office is offered to fill in.

use qingdan::Lang;

use super::{parts, written};
use crate::reports::{at, transport, with};

#[test]
fn heads_stay_in_sight_and_stand_on_every_page() {
    let parts = parts(&written(&transport(), Lang::Zh));
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    for told in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:K",
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
        "&amp;C第 &amp;P 页，共 &amp;N 页",
        "&amp;L市交通运输局&amp;R整改台账",
    ] {
        assert!(sheet.contains(told), "{told}");
    }
    let titles = "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">市交通运输局!$1:$1</definedName>";
    assert!(parts["xl/workbook.xml"].contains(titles), "{}", parts["xl/workbook.xml"]);
}

#[test]
fn what_became_of_it_is_chosen_from_a_list() {
    for (lang, list) in [(Lang::Zh, "未整改,整改中,已整改,不采纳"), (Lang::En, "open,in hand,done,not accepted")]
    {
        let report = with(vec![at("许可", 1, Some("F"), "error", "一"), at("许可", 1, Some("F"), "info", "二")]);
        let sheet = parts(&written(&report, lang)).remove("xl/worksheets/sheet2.xml").unwrap();
        let choice = format!("<formula1>\"{list}\"</formula1>");
        assert!(sheet.contains(&choice) && sheet.contains("sqref=\"K2:K3\""), "{sheet}");
    }
}

/// Colour and words both say how grave it is.
#[test]
fn how_grave_it_is_shows() {
    let report = with(vec![
        at("许可", 1, Some("F"), "error", "一"),
        at("许可", 1, Some("F"), "warning", "二"),
        at("许可", 1, Some("F"), "info", "三"),
    ]);
    let bytes = written(&report, Lang::Zh);
    let words: Vec<String> = super::rows(&bytes).into_iter().map(|row| row[5].clone()).collect();
    assert_eq!(words, ["【错误】一［QD207］", "【警告】二［QD207］", "【提示】三［QD207］"]);
    let parts = parts(&bytes);
    let (sheet, styles) = (&parts["xl/worksheets/sheet2.xml"], &parts["xl/styles.xml"]);
    let (sheet, styles) = (roxmltree::Document::parse(sheet).unwrap(), roxmltree::Document::parse(styles).unwrap());
    let list = |name: &str| {
        let list = styles.descendants().find(|node| node.has_tag_name((NAMESPACE, name))).unwrap();
        list.children().collect::<Vec<_>>()
    };
    let color = |cell: &str| {
        let cell = sheet.descendants().find(|node| node.attribute("r") == Some(cell)).unwrap();
        let format = list("cellXfs")[cell.attribute("s").unwrap().parse::<usize>().unwrap()];
        let fill = list("fills")[format.attribute("fillId").unwrap().parse::<usize>().unwrap()];
        fill.descendants().find_map(|node| node.attribute("rgb")).map(str::to_owned)
    };
    assert_eq!(["F2", "F3", "F4"].map(|cell| color(cell).unwrap()), ["FFFFC7CE", "FFFFEB9C", "FFBDD7EE"]);
}

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
