//! `qingdan check --parameter`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{command, finish, folder, run};

/// Decided on 2025-01-16 and published 60 days later.
const LIST: &str = r#"{"header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"},
  "adjustments": [{"id": "a", "item_kind": "power_item", "operation": "cancel", "decision": "杭政发〔2025〕3号",
    "decided_on": "2025-01-16", "published_on": "2025-03-17"}]}
"#;

fn list(name: &str) -> PathBuf {
    let here = folder(name);
    fs::write(here.join("a.json"), LIST).unwrap();
    here
}

fn report(here: &Path, arguments: &[&str]) -> Value {
    let check = ["check", "a.json", "--as-of", "2026-11-26", "--select", "QD811", "--format", "json"];
    serde_json::from_str(&run(here, [&check, arguments].concat()).out).unwrap()
}

#[test]
fn a_rule_that_needs_a_parameter_runs_with_it_alone() {
    let here = list("parameter");
    let without = report(&here, &[]);
    let not_run = without["inputs"][0]["coverage"]["not_run"].as_array().unwrap();
    let reason = not_run.iter().find(|entry| entry["code"] == "QD811").map(|entry| entry["reason"].clone());
    assert_eq!(reason, Some("input_missing".into()));

    for (value, found) in [
        ("adjustment_publication=20wd", 1),
        ("adjustment-publication = 20 working days", 1),
        ("清单调整后公布期限=20个工作日", 1),
        // 60 days may hold only 28 working days.
        ("adjustment_publication=28工作日", 0),
        ("adjustment_publication=59自然日", 1),
        ("adjustment_publication=60cd", 0),
        ("adjustment_publication=1个月", 1),
        ("adjustment_publication=2m", 1),
        ("adjustment_publication=1年", 0),
        // On the day of the decision it held, or did not yet.
        ("adjustment_publication=20wd@2025-01-16", 1),
        ("adjustment_publication=20wd@2025-07-01", 0),
        // It is of another rule.
        ("delegation_evaluation=1年", 0),
    ] {
        let with = report(&here, &["--parameter", value]);
        assert_eq!(with["inputs"][0]["findings"].as_array().unwrap().len(), found, "{value}");
    }
    // Of two values the one counts that began last.
    let two = ["--parameter", "adjustment_publication=1年@2025-01-01", "--parameter", "adjustment_publication=20wd"];
    assert_eq!(report(&here, &two)["inputs"][0]["findings"].as_array().unwrap().len(), 0);
}

#[test]
fn wrong_parameters_are_told_in_both_languages() {
    let here = list("parameter-wrong");
    for (value, zh, en) in [
        ("adjustment_publication", "应为参数名和数值", "expected a name and a value"),
        ("publication=20wd", "没有参数“publication”", "found the name `publication`, allowed: document_validity"),
        ("adjustment_publication=wd", "数值“wd”无效", "found the amount `wd`"),
        ("adjustment_publication=0wd", "数值“0”无效", "found the amount `0`"),
        ("adjustment_publication=6000y", "数值“6000”无效", "found the amount `6000`"),
        ("adjustment_publication=20", "没有单位“”", "found the unit ``"),
        ("adjustment_publication=20周", "没有单位“周”", "found the unit `周`"),
        ("adjustment_publication=20wd@2025", "“2025”不是日期", "found the day `2025`"),
        ("a\u{1b}[31m\nb=1d", "没有参数“", "found the name"),
    ] {
        for (lang, said) in [("zh_CN.UTF-8", zh), ("en_US.UTF-8", en)] {
            let ran = finish(command(&here).args(["check", "a.json", "--parameter", value]).env("LANG", lang));
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{value}: {ran:?}");
            assert!(ran.err.contains(said) && !ran.err.contains('\u{1b}'), "{value} {lang}: {}", ran.err);
        }
    }
}
