//! `qingdan schema`, `rules`, `explain` and `law`.

use std::fs;

use qingdan::rules;
use qingdan::schema::SchemaName;
use serde_json::Value;

use super::{folder, run};

#[test]
fn schemas_are_listed_printed_and_written() {
    let here = folder("schemas");
    let listed = run(&here, ["schema"]);
    assert_eq!(listed.code, Some(0));
    for (name, line) in SchemaName::all().zip(listed.out.lines()) {
        let (listed, description) = line.split_once(' ').unwrap();
        assert_eq!(listed, name.to_string());
        assert!(description.trim().len() > 10, "{line}");
    }
    assert_eq!(listed.out.lines().count(), SchemaName::all().count());
    assert_eq!(run(&here, ["schema", "power_item"]).out, "power_item".parse::<SchemaName>().unwrap().text());
    let unknown = run(&here, ["schema", "powers"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("power_item"), "{}", unknown.err);
    assert_eq!(run(&here, ["schema", "--all-to", "new/v1"]).code, Some(0));
    for name in SchemaName::all() {
        assert_eq!(fs::read_to_string(here.join("new/v1").join(name.file_name())).unwrap(), name.text());
    }
    assert_eq!(fs::read_dir(here.join("new/v1")).unwrap().count(), SchemaName::all().count());
    assert_eq!(run(&here, ["schema", "document", "--all-to", "x"]).code, Some(2));
    let document = SchemaName::Document;
    assert_eq!(run(&here, ["schema", "document", "--strict"]).out, document.strict_text());
    assert_eq!(run(&here, ["schema", "--strict", "--all-to", "strict"]).code, Some(0));
    for name in SchemaName::all() {
        let written = fs::read_to_string(here.join("strict").join(name.strict_file_name())).unwrap();
        assert_eq!(written, name.strict_text());
    }
    assert_eq!(fs::read_dir(here.join("strict")).unwrap().count(), SchemaName::all().count());
}

#[test]
fn rules_are_listed_once_each_in_order() {
    let here = folder("rules");
    for lang in ["zh", "en"] {
        let out = run(&here, ["rules", "--lang", lang]).out;
        let codes: Vec<&str> = out.lines().map(|line| line.split(' ').next().unwrap()).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        assert_eq!(codes.len(), rules::all().count() + rules::PLANNED.len());
    }
    let zh = run(&here, ["rules", "--lang", "zh"]).out;
    assert!(zh.contains("QD001  错误  合规范  not-json  文本不是 JSON\n"), "{zh}");
    let planned =
        "QD517  错误  可公布  delegated-though-taken-back  上级已经收回的事项仍列为赋权（已预告，本版本尚未实现）\n";
    assert!(zh.contains(planned), "{zh}");
    assert!(zh.ends_with("QD905  错误  合规范  baseline-stale  基线中有已不存在的问题\n"), "{zh}");
}

#[test]
fn rules_as_json_have_the_documented_shape() {
    let ran = run(&folder("rules-json"), ["rules", "--format", "json"]);
    let rules: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rules.len(), rules::all().count() + rules::PLANNED.len());
    for rule in &rules {
        let status = rule["status"].as_str().unwrap();
        let members: Vec<&str> = rule.as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected = vec!["aspect", "code", "name", "severity", "status", "title"];
        if status != "planned" {
            expected.extend(["citations", "help", "needs", "reads", "since", "unit"]);
        }
        for name in expected {
            assert!(members.contains(&name), "{rule}");
        }
    }
    let first = &rules[0];
    assert_eq!(first["code"], "QD001");
    assert_eq!(first["title"], serde_json::json!({"zh": "文本不是 JSON", "en": "the text is not JSON"}));
    assert_eq!(first["citations"][0]["document"], "RFC 8259");
}

#[test]
fn a_rule_is_explained_with_its_ground_and_examples() {
    let here = folder("explain");
    for rule in rules::all() {
        for lang in ["zh", "en"] {
            let ran = run(&here, ["explain", &rule.code.to_string(), "--lang", lang]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", rule.code);
            assert!(ran.out.starts_with(&rule.code.to_string()));
            let title = if lang == "zh" { rule.title.zh } else { rule.title.en };
            assert!(ran.out.lines().next().unwrap().ends_with(title), "{}", ran.out);
            for provision in rule.citations {
                assert!(ran.out.contains(&provision.to_string()), "{}", ran.out);
            }
            assert!(!ran.out.contains("\n#"), "{}", ran.out);
        }
    }
    let zh = run(&here, ["explain", "qd201", "--lang", "zh"]).out;
    for part in [
        "QD201 basis-missing：",
        "严重程度：错误",
        "判断方面：合法",
        "依据：《中华人民共和国行政许可法》",
        "\n为什么\n",
        "反例：",
        "正例：",
        "→ 发现于：/licensing_items/0",
    ] {
        assert!(zh.contains(part), "{part}: {zh}");
    }
    assert_eq!(run(&here, ["explain", "basis-missing", "--lang", "zh"]).out, zh);
}

#[test]
fn an_announced_rule_is_said_not_to_be_built() {
    let here = folder("announced");
    let planned = rules::PLANNED.last().unwrap();
    let ran = run(&here, ["explain", &planned.code.to_string()]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("announced, not built in this version yet"), "{}", ran.out);
    assert!(ran.out.starts_with(&format!("{} {}: {}\n", planned.code, planned.name, planned.title.en)), "{}", ran.out);
    let zh = run(&here, ["explain", planned.name, "--lang", "zh"]);
    assert!(zh.out.contains("已预告，本版本尚未实现"), "{}", zh.out);
}

#[test]
fn an_unknown_rule_gives_the_nearest() {
    let ran = run(&folder("unknown"), ["explain", "QD099"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("near to it are QD009"), "{}", ran.err);
    let ran = run(&folder("unknown"), ["explain", "duplicate-keys"]);
    assert!(ran.err.contains("QD003"), "{}", ran.err);
}

#[test]
fn the_pages_of_the_law_are_what_the_command_prints() {
    let here = folder("law");
    for (lang, page) in [("en", include_str!("../../docs/law.md")), ("zh", include_str!("../../docs/law.zh.md"))] {
        let ran = run(&here, ["law", "--lang", lang]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert!(ran.out == page, "run `cargo run --all-features --example regenerate`");
    }
}

/// Read off the statutes: where the page must say what.
#[test]
fn the_page_of_the_law_says_what_the_statutes_say() {
    let here = folder("law-content");
    let zh = run(&here, ["law", "--lang", "zh"]).out;
    for line in [
        "| 部门规章；设区的市级政府规章；行政规范性文件；党内法规；三定规定；标准 | 不得（第十七条） |",
        "| 行政法规 | 不得（第十条第二款） | 注2（第十条第二款） | 注2（第十条第二款） |",
        "| 许可决定 | 20 工作日 | 法律、法规 | 行政许可法第四十二条第一款 | 行政许可法第八十二条 |",
        "- 下放：由省、自治区、直辖市决定（第二十四条第一款）",
        "| 法律 | 5 | 292 | 49 | 23 | 1 | 0 |",
        "| 行政法规 | 0 | 576 | 85 | 70 | 0 | 4 |",
        "- 2026年8月28日以后通过的法律没有收录。",
        "5个数值中有4个的条文未见原文，无法核实（见说明和“依据文件”），只可用于提示，不能据以认定违法。",
    ] {
        assert!(zh.lines().any(|found| found == line), "{line}\n{zh}");
    }
    let en = run(&here, ["law", "--lang", "en"]).out;
    for line in [
        "| law | may (§14 ¶1) |",
        "| constitution | note 1 |", // no provision speaks of it
        "| decision on a license | 20 working days | laws, regulations | 行政许可法 §42 ¶1 | 行政许可法 §82 |",
    ] {
        assert!(en.lines().any(|found| found == line), "{line}\n{en}");
    }
    // Every note that a cell names is there, and every line of a table has as many cells as its header.
    for page in [&zh, &en] {
        let mut width = 0;
        for line in page.lines() {
            let cells = line.matches('|').count();
            assert!(cells == 0 || width == 0 || cells == width, "{line}");
            width = cells;
        }
    }
}

#[test]
fn one_instrument_is_told_with_its_editions() {
    let here = folder("law-one");
    let told = |arguments: &[&str]| {
        let ran = run(&here, [&["law", "--as-of", "2026-11-26"], arguments].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        ran.out
    };
    assert_eq!(
        told(&["中华人民共和国水法", "--lang", "zh"]),
        "《水法》\n  2026年11月26日：现行有效，2016年7月2日的版本，共八十二条\n  \
         版本：2016年7月2日的版本，共八十二条；法律；现行有效；自2016年9月1日起施行；核实至2026年6月3日\n  法律收录至2026年8月28日\n"
    );
    let ended = told(&["水污染防治法", "--lang", "zh"]);
    assert!(ended.contains("  2026年11月26日：已自2026年8月15日起废止\n  替代文件：《生态环境法典》\n"), "{ended}");
    let en = told(&["水污染防治法", "--lang", "en"]);
    assert!(en.contains("  2026-11-26: repealed on 2026-08-15\n  what took its place: 生态环境法典\n"), "{en}");
    let coming = run(&here, ["law", "--as-of", "2027-01-01", "商标法", "--lang", "zh"]).out;
    assert!(coming.contains("2027年1月1日：现行有效，2026年6月26日的版本，共八十七条\n"), "{coming}");
    // Not held is not: does not exist.
    let not_held = told(&["医疗器械监督管理条列", "--lang", "zh"]);
    assert!(not_held.contains("未收录不等于不存在"), "{not_held}");
    assert!(not_held.contains("  名称相近：《医疗器械监督管理条例》\n"), "{not_held}");
    assert!(told(&["行政处罚程序规定", "--lang", "zh"]).contains("  名称相近：《农业行政处罚程序规定》\n"));
    assert!(told(&["某某条例", "--lang", "en"]).contains("Not held is not \"does not exist\""));
    let json: Value = serde_json::from_str(&told(&["水法", "--format", "json"])).unwrap();
    assert_eq!((&json["standing"], &json["in_force"]["last_article"]), (&"in_force".into(), &82.into()));
    assert_eq!(json["editions"][0]["seen_on"], "2026-06-03");
    // A control character in a title does not reach the terminal.
    assert!(!told(&["某\u{1b}[31m法", "--lang", "zh"]).contains('\u{1b}'));
}

#[test]
fn all_instruments_are_told_as_a_file_of_facts_and_as_json() {
    let here = folder("law-all");
    let csv = run(&here, ["law", "--instruments", "--format", "csv"]);
    assert_eq!((csv.code, csv.err.as_str()), (Some(0), ""));
    assert_eq!(csv.out, include_str!("../../src/law/law_facts.csv"));
    assert_eq!(run(&here, ["law", "--instruments"]).out, csv.out);
    let json: Vec<Value> = serde_json::from_str(&run(&here, ["law", "--instruments", "--format", "json"]).out).unwrap();
    assert_eq!(json.len(), 1596);
    // Facts that are added go before.
    fs::write(here.join("facts.csv"), "title,rank,status\n某市节水条例,local_regulation,in_force\n").unwrap();
    let with = run(&here, ["law", "某市节水条例", "--law-facts", "facts.csv", "--lang", "zh"]).out;
    assert!(with.contains("现行有效"), "{with}");
    assert_eq!(run(&here, ["law", "--format", "csv"]).code, Some(2));
    assert_eq!(run(&here, ["law", "--law-facts", "facts.csv"]).code, Some(2)); // the tables do not rest on them
    assert_eq!(run(&here, ["law", "水法", "--instruments"]).code, Some(2));
}

#[test]
fn the_tables_of_the_law_are_told_as_data() {
    let ran = run(&folder("law-json"), ["law", "--format", "json"]);
    let law: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(law["known_to"], "2026-08-28");
    let cell = |table: &str, row: &str, column: &str| {
        let is_it = |cell: &&Value| cell["table"] == table && cell["row"] == row && cell["column"] == column;
        law["setting"].as_array().unwrap().iter().find(is_it).cloned().unwrap_or_default()
    };
    let rule = cell("license", "departmental_rule", "license");
    assert_eq!((&rule["verdict"], &rule["citation"]["clause"]), (&"may_not".into(), &"第十七条".into()));
    let constitution = cell("penalty", "constitution", "fine");
    assert_eq!((&constitution["verdict"], &constitution["citation"]), (&"may_on_condition".into(), &Value::Null));
    for member in [
        "outside_limits",
        "passing_on",
        "duties",
        "townships",
        "station_fines",
        "limits",
        "regions",
        "sources",
        "known_gaps",
    ] {
        assert!(law[member].as_array().is_some_and(|rows| !rows.is_empty()), "{member}");
    }
    let unread = law["sources"].as_array().unwrap().iter().filter(|source| source["seen"] != "full_text").count();
    assert_eq!(unread, 2);
}
