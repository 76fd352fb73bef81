//! Workbooks with what offices put into them: comments, formats, pictures, lists to choose from.

use qingdan::Lang;
use qingdan::writer::annotated::annotate;
use rust_xlsxwriter::{
    Chart, ChartType, Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format, FormatBorder,
    Image, Note, Workbook,
};

use super::{AMBER, BLUE, RED, changed, comment, comments, parts, style, text, values, windows};
use crate::reports::{at, with};

/// A picture of one point.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1,
    0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// Two sheets: 许可 with everything, whose C3 has a comment, and 处罚 with a merged column.
fn full() -> Vec<u8> {
    let mut book = Workbook::new();
    let money = Format::new().set_num_format("#,##0.00").set_border(FormatBorder::Double).set_bold();
    let sheet = book.add_worksheet().set_name("许可").unwrap();
    for (row, name) in (0..).zip(["事项名称", "取水许可", "采砂许可", "河道管理"]) {
        sheet.write_string(row, 1, name).unwrap();
        sheet.write_number_with_format(row, 2, f64::from(row) + 0.5, &money).unwrap();
    }
    sheet.write_formula(5, 2, "=SUM(C1:C4)").unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_width(1, 33).unwrap();
    sheet.insert_note(2, 2, &Note::new("局里的备注").set_author("张三")).unwrap();
    sheet.insert_note(6, 1, &Note::new("另一条").set_author("李四")).unwrap();
    let over = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThan(2))
        .set_format(Format::new().set_background_color(Color::Green));
    sheet.add_conditional_format(0, 2, 4, 2, &over).unwrap();
    let choice = DataValidation::new().allow_list_strings(&["是", "否"]).unwrap();
    sheet.add_data_validation(1, 3, 9, 3, &choice).unwrap();
    sheet.insert_image(8, 5, &Image::new_from_buffer(PNG).unwrap()).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("许可!$C$1:$C$4");
    sheet.insert_chart(12, 5, &chart).unwrap();
    let sheet = book.add_worksheet().set_name("处罚").unwrap();
    sheet.merge_range(1, 0, 3, 0, "擅自取水", &Format::new()).unwrap();
    sheet.write_string(1, 1, "一").unwrap();
    book.define_name("台账", "=许可!$B$1:$C$4").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn comments_that_are_there_are_kept_and_ours_stand_behind_them() {
    let before = full();
    let report = with(vec![
        at("许可", 3, Some("C"), "warning", "数额可疑"),
        at("许可", 4, Some("C"), "error", "数额不存在"),
        at("许可", 4, Some("C"), "info", "数额过大"),
    ]);
    let annotated = annotate("list.xlsx", &before, &report, Lang::Zh).unwrap();
    let after = &annotated.bytes;
    assert_eq!(
        changed(&before, after),
        ["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]
    );
    assert_eq!(values(&before), values(after));
    let told = comments(after, "xl/comments1.xml");
    let who: Vec<(&str, &str)> = told.iter().map(|(at, author, _)| (at.as_str(), author.as_str())).collect();
    assert_eq!(who, [("C3", "张三"), ("B7", "李四"), ("C4", "qingdan")]);
    let of_cell = comment(after, "xl/comments1.xml", "C3");
    let (own, ours) = (of_cell.find("局里的备注").unwrap(), of_cell.find("数额可疑").unwrap());
    assert!(own < ours, "{of_cell}");
    assert_eq!(comment(after, "xl/comments1.xml", "B7"), comment(&before, "xl/comments1.xml", "B7"));
    // Several findings of one cell are one comment, as grave as the gravest.
    let several = comment(after, "xl/comments1.xml", "C4");
    assert!(several.contains("问题：数额不存在") && several.contains("问题：数额过大"), "{several}");
    let sheet = "xl/worksheets/sheet1.xml";
    let fill = |cell| style(after, sheet, cell).fill;
    assert_eq!((fill("C3").as_deref(), fill("C4").as_deref()), (Some(AMBER), Some(RED)));
    for cell in ["C3", "C4"] {
        let (old, new) = (style(&before, sheet, cell), style(after, sheet, cell));
        assert_ne!(old.number_format.as_deref(), Some("0"), "{cell} has a format of its own");
        assert_eq!((old.number_format, old.font, old.border), (new.number_format, new.font, new.border), "{cell}");
    }
    let (cells, names) = windows(after, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(cells, [(2, 2), (6, 1), (3, 2)]);
    assert!(!names[..2].contains(&names[2]), "{names:?}");
    assert!(text(after, sheet).contains("<conditionalFormatting") && text(after, sheet).contains("<dataValidation"));
}

#[test]
fn a_sheet_without_comments_gets_its_own() {
    let before = full();
    // Of a merged area the first cell is marked, of a row that tells no column its first cell.
    let report = with(vec![
        at("处罚", 3, Some("A"), "info", "一"),
        at("处罚", 2, None, "error", "二"),
        at("处罚", 9, Some("D,E"), "error", "三"),
    ]);
    let annotated = annotate("list.xlsx", &before, &report, Lang::Zh).unwrap();
    let after = &annotated.bytes;
    assert_eq!((annotated.findings_marked, annotated.findings_without_cell), (3, 0));
    assert_eq!(
        changed(&before, after),
        [
            "[Content_Types].xml",
            "xl/comments2.xml",
            "xl/drawings/vmlDrawing2.vml",
            "xl/styles.xml",
            "xl/worksheets/_rels/sheet2.xml.rels",
            "xl/worksheets/sheet2.xml",
        ]
    );
    let told: Vec<String> = comments(after, "xl/comments2.xml").into_iter().map(|(at, ..)| at).collect();
    assert_eq!(told, ["A2", "D9"]);
    let words = comment(after, "xl/comments2.xml", "A2");
    assert!(words.contains("问题：一\n") && words.contains("问题：二\n"), "{words}");
    let fill = |cell| style(after, "xl/worksheets/sheet2.xml", cell).fill;
    assert_eq!([fill("A2"), fill("D9"), fill("E9")].map(Option::unwrap), [RED; 3]);
    // No two drawings of a workbook number their shapes alike.
    let names = |part| windows(after, part).1;
    assert!(
        names("xl/drawings/vmlDrawing2.vml").iter().all(|name| !names("xl/drawings/vmlDrawing1.vml").contains(name))
    );
}

#[test]
fn how_grave_it_is_shows_in_the_colour() {
    let report = with(vec![
        at("许可", 1, Some("B"), "error", "一"),
        at("许可", 2, Some("B"), "warning", "二"),
        at("许可", 4, Some("B"), "info", "三"),
    ]);
    let after = annotate("list.xlsx", &full(), &report, Lang::Zh).unwrap().bytes;
    let fills = ["B1", "B2", "B4"].map(|cell| style(&after, "xl/worksheets/sheet1.xml", cell).fill.unwrap());
    assert_eq!(fills, [RED, AMBER, BLUE]);
}

#[test]
fn findings_of_no_cell_are_counted() {
    let mut of_no_row = at("许可", 1, None, "error", "一");
    of_no_row.source.as_mut().unwrap().row = None;
    let mut of_other = at("许可", 1, Some("B"), "error", "二");
    of_other.source.as_mut().unwrap().file = Some("other.xlsx".to_owned());
    let report = with(vec![
        of_no_row,
        of_other,
        at("没有", 1, Some("B"), "error", "三"),
        at("许可", 2, Some("B"), "error", "四"),
    ]);
    let annotated = annotate("list.xlsx", &full(), &report, Lang::Zh).unwrap();
    assert_eq!((annotated.findings_marked, annotated.findings_without_cell), (1, 2));
}

/// A comment is no longer than anybody reads, well-formed whatever it says, and says what is left out.
#[test]
fn hostile_texts_are_words() {
    for hostile in ["=1+1", "a]]>b<!--", "_x0041_", "a\u{0}b\u{1b}[31m\u{202e}", &"许".repeat(40_000), "\u{fffe}<&\"'"]
    {
        let report = with((1..=40).map(|_| at("许可", 4, Some("C"), "error", hostile)).collect());
        let after = annotate("list.xlsx", &full(), &report, Lang::Zh).unwrap().bytes;
        let words = comment(&after, "xl/comments1.xml", "C4");
        assert!(words.chars().count() < 4200, "{} characters", words.chars().count());
        assert!(words.contains("另有"), "{words}");
        assert!(words.chars().all(|c| c == '\n' || !c.is_control()), "{words:?}");
        let raw = parts(&after).remove("xl/comments1.xml").unwrap();
        assert!(!String::from_utf8(raw).unwrap().contains(">_x0041_"), "no text stands for another");
    }
}
