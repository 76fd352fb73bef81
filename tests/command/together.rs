//! `qingdan check --together`, and findings that are one for people.

use std::fs;

use super::{folder, run};

const HEADER: &str = r#""header": {"schema_version": "1.0", "title": "目录", "division": "150625", "level": "county"}"#;

fn item(id: &str) -> String {
    format!(
        r#"{{"id": "{id}", "name": "登记{id}", "item_level": "main", "power_type": "confirmation",
"authorities": [{{"organization": "water", "role": "decide"}}], "basis": [{{"text": "《水法》第九十九条"}}]}}"#
    )
}

#[test]
fn several_files_are_one_catalog_only_where_it_is_said() {
    let here = folder("together");
    let bodies = r#""organizations": [{"id": "water", "name": "杭锦旗水利局", "kind": "department"}]"#;
    fs::write(here.join("bodies.json"), format!("{{{HEADER}, {bodies}}}")).unwrap();
    fs::write(here.join("a.json"), format!("{{{HEADER}, \"power_items\": [\n{},\n{}]}}", item("a"), item("b")))
        .unwrap();
    fs::write(here.join("b.json"), format!("{{{HEADER}, \"power_items\": [{}]}}", item("c"))).unwrap();
    let args = ["check", "a.json", "b.json", "bodies.json", "--as-of", "2026-11-25", "--lang"];
    let apart = run(&here, args.into_iter().chain(["zh"]));
    assert_eq!(apart.out.matches("错误[QD009]").count(), 2, "{}", apart.out);
    let together = run(&here, args.into_iter().chain(["zh", "--together"]));
    assert_eq!(together.code, Some(1));
    assert!(!together.out.contains("QD009"), "{}", together.out);
    // Three equal findings are one, with the places of the others by file.
    assert_eq!(together.out.matches("错误[QD204]").count(), 1, "{}", together.out);
    for line in [
        " --> a.json:3:",
        "  = 责任部门：杭锦旗水利局\n",
        "  = 依据：《中华人民共和国立法法》第六十五条；",
        "  = 同样的问题：另有2处：a.json第5行；b.json第2行\n",
        "  文件：检查 3 个（合为一个目录）\n",
        "    QD204  所引条款超出文件的末条  3 项\n",
    ] {
        assert!(together.out.contains(line), "{line}\n{}", together.out);
    }
    let english = run(&here, args.into_iter().chain(["en", "--together"]));
    assert!(english.out.contains("  = the same: 2 more: a.json line 5; b.json line 2\n"), "{}", english.out);
}

#[test]
fn people_see_as_many_different_findings_as_they_ask_for() {
    let here = folder("max-findings");
    let bodies: Vec<String> =
        (0..5).map(|n| format!(r#"{{"id": "b{n}", "name": {n}, "kind": "department"}}"#)).collect();
    fs::write(here.join("a.json"), format!("{{{HEADER}, \"organizations\": [{}]}}", bodies.join(",\n"))).unwrap();
    let shown = |most: &str| {
        let ran = run(&here, ["check", "a.json", "--lang", "zh", "--max-findings", most]);
        (ran.out.matches("错误[QD005]").count(), ran.out.contains("… a.json 另有"))
    };
    assert_eq!(shown("2"), (2, true));
    assert_eq!(shown("5"), (5, false));
    assert_eq!(shown("0"), (5, false));
    // Programs get all, and the file that is not there is in the report.
    let ran = run(&here, ["check", "a.json", "missing.json", "--format", "json", "--max-findings", "1"]);
    assert_eq!(ran.code, Some(2));
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["inputs"][0]["findings"].as_array().unwrap().len(), 5);
    assert_eq!(report["unread_inputs"][0]["name"], "missing.json");
    assert_eq!(report["unread_inputs"][0]["message"]["zh"], "没有这个文件");
}
