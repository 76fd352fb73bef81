//! `qingdan fields` and `qingdan codelist`.

use pulldown_cmark::{Event, Options, Parser, Tag};
use qingdan::dictionary::Dictionary;
use qingdan::model::Kind;

use super::{folder, run};

/// The rows of the tables of a page, without their heads; asserts that the page holds no HTML.
fn rows(page: &str) -> usize {
    let events = Parser::new_ext(page, Options::ENABLE_TABLES);
    events
        .filter(|event| {
            assert!(!matches!(event, Event::Html(_) | Event::InlineHtml(_)), "{event:?}");
            matches!(event, Event::Start(Tag::TableRow))
        })
        .count()
}

/// The rows of a table for spreadsheets, with its head; all have as many cells.
fn records(table: &str) -> Vec<csv::StringRecord> {
    let table = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn each_form_has_all_fields() {
    let here = folder("dictionary-fields");
    let whole = Dictionary::whole();
    let fields: Vec<&str> =
        whole.types.iter().flat_map(|entry| &entry.fields).map(|field| field.path.as_str()).collect();
    for lang in ["zh", "en"] {
        let ran = run(&here, ["fields", "--lang", lang]);
        assert_eq!((ran.code, ran.err.as_str(), rows(&ran.out)), (Some(0), "", fields.len()));
        let ran = run(&here, ["fields", "--format", "csv", "--lang", lang]);
        let records = records(&ran.out);
        assert_eq!(records.iter().skip(1).map(|record| &record[2]).collect::<Vec<_>>(), fields);
        assert_eq!(&records[0][2], if lang == "zh" { "字段" } else { "path" });
    }
    let json: Dictionary = serde_json::from_str(&run(&here, ["fields", "--format", "json"]).out).unwrap();
    assert_eq!((&json.types, &json.every_text, json.code_lists.len()), (&whole.types, &whole.every_text, 0));
    for (kind, expected) in [("header", Dictionary::of_header()), ("bundle", Dictionary::of_kind(Kind::Bundle))] {
        let json: Dictionary = serde_json::from_str(&run(&here, ["fields", kind, "--format", "json"]).out).unwrap();
        assert_eq!(json.types, expected.types, "{kind}");
    }
}

#[test]
fn a_row_says_what_an_official_asks() {
    let here = folder("dictionary-row");
    let table = run(&here, ["fields", "licensing_item", "--format", "csv", "--lang", "zh"]).out;
    let records = records(&table);
    let row = |path: &str| {
        let row = records.iter().find(|record| &record[2] == path).unwrap_or_else(|| panic!("no {path}"));
        row.iter().take(9).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        records[0].iter().collect::<Vec<_>>(),
        ["所属类型", "类型中文名", "字段", "中文名", "类型", "必填", "取值", "引用", "依据", "说明", "读取它的规则"]
    );
    let supervisors = row("licensing_items.supervisors");
    assert_eq!(
        supervisors[2..],
        [
            "licensing_items.supervisors",
            "监管主体",
            "引用（可多个）",
            "否",
            "不超过64个字符，不含空白",
            "组织机构 organization",
            "行政许可法 §61"
        ]
    );
    let unit = row("TimeLimit.unit");
    assert_eq!(unit[..8], ["TimeLimit", "时限", "TimeLimit.unit", "单位", "代码表", "是", "TimeUnit", ""]);
    assert_eq!(unit[8], "", "a paragraph sign without its law is no source");
}

#[test]
fn each_form_has_all_values_of_code_lists() {
    let here = folder("dictionary-lists");
    let lists = Dictionary::whole().code_lists;
    let values: Vec<&str> = lists.iter().flat_map(|list| &list.values).map(|value| value.value.as_str()).collect();
    let ran = run(&here, ["codelist", "--lang", "zh"]);
    assert_eq!((ran.code, ran.err.as_str(), rows(&ran.out)), (Some(0), "", values.len()));
    let table = run(&here, ["codelist", "--format", "csv"]).out;
    assert_eq!(records(&table).iter().skip(1).map(|record| record[3].to_owned()).collect::<Vec<_>>(), values);
    let json: Dictionary = serde_json::from_str(&run(&here, ["codelist", "--format", "json"]).out).unwrap();
    assert_eq!((json.code_lists, json.types.len()), (lists, 0));
    let json = run(&here, ["codelist", "TimeUnit", "--format", "json"]).out;
    let json: Dictionary = serde_json::from_str(&json).unwrap();
    assert_eq!(json.code_lists.iter().map(|list| list.title.as_str()).collect::<Vec<_>>(), ["时限单位"]);
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let here = folder("dictionary-wrong");
    for (args, zh, en) in [
        (["fields", "no\u{1b}pe"], "可取值：header、organization", "possible values: header, organization"),
        (["codelist", "no\u{1b}pe"], "没有代码表", "there is no code list"),
    ] {
        for (lang, expected) in [("zh", zh), ("en", en)] {
            let ran = run(&here, args.into_iter().chain(["--lang", lang]));
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
            assert!(ran.err.contains(expected) && !ran.err.contains('\u{1b}'), "{}", ran.err);
        }
    }
}
