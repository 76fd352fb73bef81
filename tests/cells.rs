//! Cells of a source: QD207 tells a date that does not exist once a cell, QD012 a numeral that was dragged down a column.

use qingdan::report::NotRunReason;
use qingdan::{Checker, Finding, Report};
use serde_json::{Value, json};

fn check(members: Value) -> Report {
    let mut members = members;
    if members["header"].is_null() {
        members["header"] =
            json!({"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"});
    }
    let report = Checker::new().check_bytes("x", members.to_string().as_bytes());
    assert_eq!(report.inputs[0].unread, 0, "{:?}", report.inputs[0].findings);
    report
}

/// Record and path of what a rule says.
fn told(code: &str, report: &Report) -> Vec<String> {
    let of = |finding: &Finding| {
        let id = finding.record.as_ref().and_then(|record| record.id.as_ref()).map(ToString::to_string);
        format!("{}{}", id.unwrap_or_default(), finding.path)
    };
    report.findings().filter(|finding| finding.code() == code).map(of).collect()
}

/// A row of a sheet: what stands in its basis, and the first row of the merged cell.
fn row(row: u32, first: u32, text: &str) -> Value {
    let rows = if first == row { json!({}) } else { json!({"basis": first}) };
    json!({"id": format!("r{row}"), "name": format!("事项{row}"), "item_level": "main", "power_type": "confirmation",
        "basis": [{"text": text}], "source": {"source": "s", "row": row, "rows": rows}})
}

/// Rows of merged cells: the rows that each spans, and what stands in it.
fn merged(cells: &[(u32, u32, String)]) -> Vec<Value> {
    cells.iter().flat_map(|(first, last, text)| (*first..=*last).map(|at| row(at, *first, text))).collect()
}

fn law(day: &str) -> String {
    format!("《中华人民共和国行政许可法》（2003年8月27日通过，{day}修正）第三十条")
}

/// Ten merged cells over the rows 6 to 29, as a real list has them: ten findings, not 24, and none of QD012.
#[test]
fn a_merged_cell_with_an_impossible_date_is_told_once() {
    let days = [36, 39, 42, 44, 46, 49, 52, 58, 62, 66];
    let spans = [(6, 8), (9, 11), (12, 13), (14, 15), (16, 18), (19, 21), (22, 24), (25, 26), (27, 28), (29, 29)];
    let cells: Vec<(u32, u32, String)> =
        spans.iter().zip(days).map(|(&(first, last), day)| (first, last, law(&format!("2019年4月{day}日")))).collect();
    let report = check(json!({"power_items": merged(&cells)}));
    let wanted: Vec<String> = spans.iter().map(|(first, _)| format!("r{first}/basis/0/text")).collect();
    assert_eq!(told("QD207", &report), wanted);
    assert!(told("QD012", &report).is_empty());
}

#[test]
fn the_first_record_that_is_there_speaks_for_its_cell() {
    let bad = law("2019年4月36日");
    // The row in which the cell begins is no record.
    let report = check(json!({"power_items": [row(8, 6, &bad), row(7, 6, &bad)]}));
    assert_eq!(told("QD207", &report).len(), 1);
    // Two records of one row; two citations of one cell; the text and what was read from it.
    let mut twin = row(6, 6, &bad);
    twin["id"] = json!("twin");
    let mut split = row(9, 9, &bad);
    split["basis"] = json!([{"text": bad, "version_dates": ["2019年4月36日"]}, {"text": bad}]);
    let report = check(json!({"power_items": [row(6, 6, &bad), twin, split]}));
    assert_eq!(told("QD207", &report), ["r6/basis/0/text", "r9/basis/0/text"]);
    // Another sheet, another column, and records that tell no row: other cells.
    let mut other = row(6, 6, &bad);
    (other["id"], other["source"]["source"]) = (json!("other"), json!("t"));
    let mut column = row(7, 7, &bad);
    column["responsibilities"] = json!([{"stage": "review", "content": "审查", "basis": [{"text": bad}]}]);
    let mut without = row(7, 7, &bad);
    without["id"] = json!("without");
    without.as_object_mut().unwrap().remove("source");
    let mut again = without.clone();
    again["id"] = json!("again");
    let report = check(json!({"power_items": [row(6, 6, &bad), other, column, without, again]}));
    assert_eq!(told("QD207", &report).len(), 6, "{:?}", told("QD207", &report));
}

/// Two fields that the header says are read from one column are one cell.
#[test]
fn the_header_tells_which_fields_are_one_column() {
    let count = |columns: Value| {
        let mut item = row(6, 6, "《水法》第七条");
        item["period"] = json!({"from": "2023-02-29", "until": "2023-02-30"});
        let header = json!({"schema_version": "1.0", "title": "a", "division": "150625", "level": "county",
            "sources": [{"id": "s", "columns": columns}]});
        told("QD207", &check(json!({"header": header, "service_items": [], "licensing_items": [{
            "id": "l", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}],
            "period": item["period"], "source": item["source"]}]})))
        .len()
    };
    assert_eq!(count(json!({"period.from": "F", "period.until": "G"})), 2);
    assert_eq!(count(json!({"period.from": "F", "period.until": "F"})), 1);
    assert_eq!(count(json!({"period": "F"})), 1);
    assert_eq!(count(json!({})), 2);
}

#[test]
fn dates_in_texts_are_read_in_every_numeral() {
    let is_told = |text: &str| {
        let item = json!({"id": "a", "name": "登记", "item_level": "main", "power_type": "confirmation", "basis": [{"text": text}]});
        !told("QD207", &check(json!({"power_items": [item]}))).is_empty()
    };
    for text in [
        "《水法》（2019年4月36日修正）第七条",
        "《水法》（２０１９年４月３１日修正）第七条",
        "《水法》（二〇一九年四月三十一日修正）第七条",
        "《水法》（二○一九年十三月一日修正）第七条",
        "《水法》（2019 年 2 月 29 日修正）第七条",
        "《水法》（2019年0月5日修正）第七条",
        "《水法》（2016年7月2日修正，2019年11月31日再次修正）第七条",
    ] {
        assert!(is_told(text), "{text}");
    }
    for text in [
        "《水法》（2019年4月30日修正）第七条",
        "《水法》（二〇二〇年二月二十九日修正）第七条",
        "《水法》（2020年 02月 09日修正）第七条",
        "《水法》（2016年7月修正）第七条",
        "满36日的，每年4月36日内",
        "第12019年4月36日",
    ] {
        assert!(!is_told(text), "{text}");
    }
    // A date that the text does not have.
    let item = |days: Value| {
        json!({"licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main",
        "set_by": [{"title": "水法", "articles": [{"article": 7}], "version_dates": days}]}]})
    };
    assert_eq!(told("QD207", &check(item(json!(["2019年4月36日"])))), ["a/set_by/0/version_dates/0"]);
    assert_eq!(told("QD207", &check(item(json!(["2019年4月", "2019年"])))), [] as [&str; 0]);
    // The header is no record.
    let header = json!({"schema_version": "1.0", "title": "a", "division": "150625", "level": "county",
        "edition": {"label": "2024", "effective_on": "2024-02-30"}});
    assert_eq!(told("QD207", &check(json!({"header": header}))), ["/header/edition/effective_on"]);
}

/// Whether QD012 speaks of consecutive rows with these texts; from row 6 on.
fn dragged(texts: &[&str]) -> Vec<String> {
    let items: Vec<Value> = (6..).zip(texts).map(|(at, text)| row(at, at, text)).collect();
    told("QD012", &check(json!({"power_items": items})))
}

#[test]
fn a_numeral_that_grows_row_by_row_is_told_once_a_run() {
    for texts in [
        &["（2019年4月23日修正）第三条", "（2019年4月24日修正）第三条", "（2019年4月25日修正）第三条"][..],
        &["国务院令第406号", "国务院令第407号", "国务院令第408号", "国务院令第409号"],
        &["新政发〔2013〕82号", "新政发〔2014〕82号", "新政发〔2015〕82号"],
        &["处罚款1万元", "处罚款4万元", "处罚款7万元"],
        &["《水法》第7条，2016年修正", "《水法》第7条，2017年修正", "《水法》第7条，2018年修正"],
        &["电话8", "电话9", "电话10", "电话11"],
    ] {
        assert_eq!(dragged(texts), ["r6/basis/0/text"], "{texts:?}");
    }
    for texts in [
        // Two rows, or three of which two are equal.
        &["国务院令第406号", "国务院令第407号"][..],
        &["国务院令第406号", "国务院令第407号", "国务院令第407号"],
        // No one step; too large a step; falling; two numerals at once; other words.
        &["国务院令第406号", "国务院令第407号", "国务院令第409号"],
        &["国务院令第406号", "国务院令第410号", "国务院令第414号"],
        &["国务院令第408号", "国务院令第407号", "国务院令第406号"],
        &["4月23日第1号", "4月24日第2号", "4月25日第3号"],
        &["国务院令第406号", "国务院令第407号公布", "国务院令第408号"],
        // Article numbers grow lawfully.
        &["《水法》第69条", "《水法》第70条", "《水法》第71条"],
        &["《水法》第7、48条", "《水法》第7、49条", "《水法》第7、50条"],
        &["《水法》第7条第（1）项", "《水法》第7条第（2）项", "《水法》第7条第（3）项"],
        &["附件第12项", "附件第13项", "附件第14项"],
        &["https://zwfw.example/item/101", "https://zwfw.example/item/102", "https://zwfw.example/item/103"],
    ] {
        assert_eq!(dragged(texts), [] as [&str; 0], "{texts:?}");
    }
    // Two runs in one column.
    let texts = ["第1号", "第2号", "第3号", "又第7号", "又第9号", "又第11号"];
    assert_eq!(dragged(&texts), ["r6/basis/0/text", "r9/basis/0/text"]);
}

#[test]
fn the_order_of_the_records_makes_no_difference() {
    let texts: Vec<String> = (1..=5).map(|number| format!("国务院令第{}号", 405 + number)).collect();
    let rows: Vec<Value> = (6..).zip(&texts).map(|(at, text)| row(at, at, text)).collect();
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [0, 2, 4, 1, 3]] {
        let items: Vec<Value> = order.iter().map(|&at| rows[at].clone()).collect();
        let report = check(json!({"power_items": items}));
        assert_eq!(told("QD012", &report), ["r6/basis/0/text"], "{order:?}");
        let finding = report.findings().find(|finding| finding.code() == "QD012").unwrap();
        assert!(finding.message.zh.contains("第6行至第10行") && finding.message.zh.contains("406、407、408……410"));
        let last = finding.related[0].record.as_ref().and_then(|record| record.id.as_ref()).unwrap();
        assert_eq!(last.as_str(), "r10");
    }
    // A row that is missing ends the run.
    let items: Vec<Value> = [0, 1, 3, 4].iter().map(|&at| rows[at].clone()).collect();
    assert!(told("QD012", &check(json!({"power_items": items}))).is_empty());
}

#[test]
fn merged_cells_step_by_cell_or_by_the_rows_that_they_span() {
    let cells = |days: [u32; 4]| -> Vec<(u32, u32, String)> {
        let spans = [(6, 8), (9, 10), (11, 11), (12, 15)];
        spans.iter().zip(days).map(|(&(first, last), day)| (first, last, law(&format!("2019年4月{day}日")))).collect()
    };
    let fires = |days: [u32; 4]| told("QD012", &check(json!({"power_items": merged(&cells(days))})));
    // From the first row of each cell: 3, 2 and 1 rows further.
    assert_eq!(fires([10, 13, 15, 16]), ["r6/basis/0/text"]);
    assert_eq!(fires([10, 16, 20, 22]), ["r6/basis/0/text"]);
    assert_eq!(fires([10, 11, 12, 13]), ["r6/basis/0/text"]);
    assert_eq!(fires([10, 14, 15, 19]), [] as [&str; 0]);
    // Three rows of one cell are one cell.
    assert!(told("QD012", &check(json!({"power_items": merged(&cells([10, 10, 10, 10])[..1])}))).is_empty());
    // The dates that do not exist are QD207's; the rest of the run is still told.
    let rows: Vec<Value> = (6..=11).map(|at| row(at, at, &law(&format!("2019年4月{}日", at + 22)))).collect();
    let report = check(json!({"power_items": rows}));
    assert_eq!(told("QD207", &report), ["r9/basis/0/text", "r10/basis/0/text", "r11/basis/0/text"]);
    assert_eq!(told("QD012", &report), ["r6/basis/0/text"]);
}

/// Names, codes, entry numbers, and the dates and numbers of what is listed in their order.
#[test]
fn what_grows_lawfully_is_left_alone() {
    let source = |at: u32| json!({"source": "s", "row": at});
    let rows = || 1..=3_u32;
    let items: Vec<Value> = rows()
        .map(|at| json!({"id": format!("i{at}"), "name": format!("窗口{at}事项"), "item_level": "main", "power_type": "confirmation",
            "basis": [{"title": "水法", "articles": [{"article": at}], "clauses": [format!("附件第{at}项")]}], "source": source(at)}))
        .collect();
    let entries: Vec<Value> = rows()
        .map(|at| json!({"id": format!("e{at}"), "name": "取水许可", "number": at.to_string(), "instrument": "d1", "source": source(at)}))
        .collect();
    let instruments: Vec<Value> = rows()
        .map(|at| json!({"id": format!("d{at}"), "title": format!("某规定{at}"), "document_number": format!("杭政发〔2023〕{at}号"),
            "published_on": format!("2023-01-0{at}"), "rank": "normative_document", "status": "in_force", "source": source(at)}))
        .collect();
    let report = check(json!({"power_items": items, "directory_entries": entries, "legal_instruments": instruments}));
    assert_eq!(told("QD012", &report), [] as [&str; 0]);
}

/// What was read from a text is the same cell; one finding.
#[test]
fn a_text_and_what_was_read_from_it_are_told_once() {
    let items: Vec<Value> = (1..=3)
        .map(|at| {
            let mut item = row(at, at, "");
            let number = format!("国务院令第{}号", 405 + at);
            item["basis"] = json!([{"text": format!("（{number}）第三条"), "document_number": number, "articles": [{"article": 3}]}]);
            item
        })
        .collect();
    assert_eq!(told("QD012", &check(json!({"power_items": items}))), ["r1/basis/0/text"]);
}

#[test]
fn records_without_a_row_are_told_in_the_coverage() {
    let coverage = |items: Vec<Value>| {
        let coverage = check(json!({"power_items": items})).inputs[0].coverage.clone();
        let ran = coverage.run.iter().any(|code| *code == "QD012");
        let on = coverage.not_run.into_iter().filter(|not_run| not_run.code == "QD012");
        (ran, on.map(|not_run| (not_run.reason, not_run.fields)).collect::<Vec<_>>())
    };
    let mut without = row(6, 6, "《水法》第七条");
    without["id"] = json!("without");
    without.as_object_mut().unwrap().remove("source");
    let gap = |field: &str| vec![(NotRunReason::NotHeld, vec![field.to_owned()])];
    assert_eq!(coverage(vec![row(6, 6, "《水法》第七条")]), (true, vec![]));
    assert_eq!(coverage(vec![row(6, 6, "《水法》第七条"), without.clone()]), (true, gap("power_items.source.row")));
    // A catalog that comes from no sheet.
    assert_eq!(coverage(vec![without]), (false, gap("source.row")));
}
