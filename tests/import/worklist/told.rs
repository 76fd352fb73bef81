//! What is told: every finding once, with its place, and the counts of the report.

use std::collections::BTreeSet;

use qingdan::{Aspect, Lang, Message, Severity};
use serde_json::json;

use super::{rows, sheets, texts, times, written};
use crate::reports::{at, checker, clean, data, finding, transport, with};

#[test]
fn the_columns_are_those_of_the_office() {
    let zh = [
        "序号",
        "责任部门",
        "清单",
        "事项名称",
        "事项编码",
        "问题",
        "依据",
        "整改建议",
        "原表位置",
        "整改期限",
        "整改情况",
    ];
    let all = sheets(&written(&transport(), Lang::Zh));
    assert_eq!(all.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["概览", "市交通运输局"]);
    assert_eq!(texts(&all[1].1)[0], zh);
    let en = [
        "No.",
        "Department",
        "List",
        "Item",
        "Code of the item",
        "What is wrong",
        "Ground",
        "What to do",
        "Where",
        "Until",
        "State",
    ];
    assert_eq!(texts(&sheets(&written(&transport(), Lang::En))[1].1)[0], en);
}

#[test]
fn every_finding_is_told_with_its_place() {
    let report = transport();
    for lang in [Lang::Zh, Lang::En] {
        let rows = rows(&written(&report, lang));
        assert_eq!(rows.iter().map(|row| times(row)).sum::<usize>(), report.findings().count());
        for finding in report.findings() {
            let source = finding.source.as_ref().unwrap();
            let cell = format!("{}{}", source.columns.as_ref().unwrap(), source.row.unwrap());
            let name = finding.record.as_ref().unwrap().name.clone().unwrap();
            let tells = |row: &&Vec<String>| {
                let places: BTreeSet<&str> = row[8].split([' ', '、', ',', '/', '\n']).collect();
                row[5].contains(finding.message(lang)) && row[3].contains(name.trim()) && places.contains(cell.as_str())
            };
            assert_eq!(rows.iter().filter(tells).count(), 1, "{lang}: {finding:?}");
        }
    }
    let first = &rows(&written(&report, Lang::Zh))[0];
    assert_eq!((first[0].as_str(), first[1].as_str(), first[2].as_str()), ("1", "市交通运输局", "权责清单事项"));
    assert_eq!(first[8], "transport.xlsx / 打印版 / L6");
    assert!(first[5].starts_with("【错误】") && first[5].ends_with("［QD207］"), "{}", first[5]);
    assert!(first[6].contains("GB/T 7408.1") && !first[7].is_empty());
    assert_eq!((first[9].as_str(), first[10].as_str()), ("", ""));
}

#[test]
fn the_cover_counts_as_the_report_does() {
    let report = transport();
    let cover = texts(&sheets(&written(&report, Lang::Zh))[0].1);
    let row = |first: &str| cover.iter().find(|row| row[0] == first).unwrap_or_else(|| panic!("no {first}"));
    let number = |text: &String| text.parse::<u64>().unwrap();
    let department = row("市交通运输局");
    let counts: Vec<u64> = department[1..5].iter().map(number).collect();
    let [errors, warnings, notices] = [Severity::Error, Severity::Warning, Severity::Info].map(|one| report.count(one));
    assert_eq!(counts, [errors, warnings, notices, errors + warnings + notices]);
    assert_eq!(department[5], "市交通运输局");
    for (code, count) in &report.inputs[0].counts.by_rule {
        let of_rule: Vec<_> = cover.iter().filter(|row| row[1] == code.to_string()).collect();
        assert_eq!((of_rule.len(), number(&of_rule[0][2])), (1, *count), "{code}");
    }
    // Ten dragged dates, and the rest of the law.
    assert_eq!(row("不存在的日期")[2], "10");
    let answers = ["是否合规范（形式、编码）", "是否合法（依据、权限、赋权）", "是否可公布（完整、一致）"];
    let words = answers.map(|question| row(question)[1].as_str());
    assert_eq!(words, ["否", "否", "是"]);
    assert_eq!(report.verdict(Aspect::Publishable).as_str(), "yes");
    let all = cover.concat().concat();
    for told in [
        "以2026年11月25日为准",
        "法律收录至",
        "克拉玛依市交通运输局权责清单",
        "没有检查的内容",
        "此前已知（基线）的 0 项",
    ] {
        assert!(all.contains(told), "{told}: {all}");
    }
}

#[test]
fn equal_findings_are_one_row_with_all_their_places() {
    let several = (1..=66).map(|row| at("许可", row, Some("F"), "error", "同一问题")).collect();
    let told = rows(&written(&with(several), Lang::Zh));
    assert_eq!((told.len(), times(&told[0])), (1, 66));
    let cells = (1..=66).map(|row| format!("F{row}")).collect::<Vec<_>>().join("、");
    assert_eq!(told[0][8], format!("list.xlsx / 许可 / {cells}"));
    assert_eq!((told[0][3].as_str(), told[0][4].as_str()), ("取水许可", "（标识）a-1"));
}

/// Nobody could read, or print, a row that is higher than a page.
#[test]
fn a_row_that_would_not_fit_a_page_goes_on() {
    let several = (1..=400).map(|row| {
        let mut finding = at("许可", row, Some("F"), "error", "同一问题");
        finding.record.as_mut().unwrap().name = Some(format!("事项{row}"));
        finding
    });
    let told = rows(&written(&with(several.collect()), Lang::Zh));
    assert!(told.len() > 1);
    assert_eq!(told.iter().map(|row| times(row)).sum::<usize>(), 400);
    assert!(!told[0][5].contains("（续）") && told[1][5].starts_with("【错误】（续）同一问题"));
    let names: Vec<&str> = told.iter().flat_map(|row| row[3].split('\n')).collect();
    assert_eq!(names, (1..=400).map(|row| format!("事项{row}")).collect::<Vec<_>>());
    assert!(told.iter().all(|row| row[3].lines().count() <= 25));
}

#[test]
fn places_without_a_cell_are_told_in_words() {
    let place = |different: serde_json::Value| {
        let told = rows(&written(&with(vec![finding(&different)]), Lang::Zh));
        told[0][8].clone()
    };
    assert_eq!(place(json!({})), "目录文件第3行第7列（原文（text））");
    let row = json!({ "source": { "source": "s", "file": "表.xlsx", "sheet": "许可", "row": 9 } });
    assert_eq!(place(row), "表.xlsx / 许可 / 第9行（原文（text））");
    let columns =
        json!({ "source": { "source": "s", "file": "表.xlsx", "sheet": "许可", "row": 9, "columns": "H,I" } });
    assert_eq!(place(columns), "表.xlsx / 许可 / H9、I9");
    let sheet = json!({ "source": { "source": "s", "file": "表.xlsx", "sheet": "许可" }, "place": { "pointer": "" } });
    assert_eq!(place(sheet), "表.xlsx / 许可");
    assert_eq!(place(json!({ "record": null, "place": { "pointer": "" } })), "目录整体");
}

#[test]
fn a_report_without_findings_has_a_cover_alone() {
    for lang in [Lang::Zh, Lang::En] {
        let all = sheets(&written(&clean(), lang));
        assert_eq!(all.len(), 1);
        let words = texts(&all[0].1).concat().concat();
        assert!(words.contains("没有发现问题。") || words.contains("Nothing was found to be wrong."), "{words}");
    }
}

#[test]
fn what_could_not_be_read_stands_on_the_cover() {
    let mut report = clean();
    report.add_unread("数据/b.json", Message::new("没有读取权限", "permission denied"));
    let words = texts(&sheets(&written(&report, Lang::Zh))[0].1).concat().concat();
    assert!(words.contains("数据/b.json：没有读取权限") && words.contains("另有 1 个无法读取"), "{words}");
}

#[test]
fn a_limit_of_findings_is_told() {
    let report = checker().max_findings(3).check_bytes("transport.ndjson", &data("transport.ndjson"));
    let unlisted = report.inputs[0].counts.total - report.inputs[0].counts.shown;
    assert!(unlisted > 0);
    let bytes = written(&report, Lang::Zh);
    let words = texts(&sheets(&bytes)[0].1).concat().concat();
    assert!(words.contains(&format!("另有 {unlisted} 项问题已计数、未列出。")), "{words}");
    assert_eq!(rows(&bytes).iter().map(|row| times(row)).sum::<usize>(), report.findings().count());
}

/// Two catalogs may call different departments the same.
#[test]
fn two_inputs_have_sheets_of_their_own() {
    let mut report = transport();
    let mut again = transport();
    again.inputs[0].name = "第二份.ndjson".to_owned();
    report.append(again);
    let bytes = written(&report, Lang::Zh);
    let all = sheets(&bytes);
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["概览", "市交通运输局", "市交通运输局（2）"]);
    let rows = rows(&bytes);
    assert_eq!(rows.iter().map(|row| times(row)).sum::<usize>(), report.findings().count());
    assert_eq!(rows[0][1], "市交通运输局（transport.ndjson）");
    assert_eq!(rows.last().unwrap()[1], "市交通运输局（第二份.ndjson）");
}

/// What is to be done about suppressions and the baseline themselves is no department's.
#[test]
fn upkeep_has_a_sheet_of_its_own() {
    let mut report = clean();
    report.upkeep.push(finding(&json!({
        "code": "QD902", "rule": "unused-suppression", "severity": "warning", "body": null,
        "place": { "input": "qingdan.toml", "pointer": "", "line": 4 },
    })));
    let bytes = written(&report, Lang::Zh);
    assert_eq!(sheets(&bytes)[1].0, "搁置和基线");
    assert_eq!(rows(&bytes)[0][8], "qingdan.toml / 目录文件第4行");
}

/// The code of the item as it is written; where it has none, what the catalog knows it by.
#[test]
fn items_are_told_by_their_codes() {
    let catalog = json!({
        "header": { "schema_version": "1.0", "title": "甲", "division": "150625", "level": "county" },
        "power_items": [
            { "id": "a-1", "name": "取水许可\n", "item_level": "main", "power_type": "licensing", "code": "0116000000001" },
            { "id": "a-2", "name": "采砂许可\n", "item_level": "main", "power_type": "licensing" },
        ],
    });
    let report = checker().check_bytes("a.json", catalog.to_string().as_bytes());
    let of = |id: &str| {
        let of_item = |finding: &&qingdan::Finding| {
            finding.record.as_ref().and_then(|record| record.id.as_ref()).is_some_and(|found| found.as_str() == id)
        };
        report.findings().find(of_item).unwrap().item_code.clone()
    };
    assert_eq!((of("a-1").as_deref(), of("a-2").as_deref()), (Some("0116000000001"), None));
    let codes: Vec<String> = rows(&written(&report, Lang::Zh)).into_iter().map(|row| row[4].clone()).collect();
    assert!(codes.iter().any(|codes| codes.lines().any(|code| code == "0116000000001")), "{codes:?}");
    assert!(codes.iter().any(|codes| codes.lines().any(|code| code == "（标识）a-2")), "{codes:?}");
}
