//! Configurations: what they say comes into the check, and what they cannot say is told with its place.
#![cfg(feature = "config")]

use qingdan::config::{Config, Profile, RuleLevel};
use qingdan::report::{FailLevel, Report, SuppressionState};
use qingdan::schema::SchemaName;
use qingdan::{Checker, Lang, Severity};
use serde_json::Value;

const CATALOG: &str = r#"{
  "header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"},
  "organizations": [
    {"id": "w", "name": "水利局", "kind": "department", "parent": "none"}
  ],
  "adjustments": [{"id": "a", "item_kind": "power_item", "operation": "cancel", "from": ["gone"], "decision": "杭政发〔2025〕3号",
    "decided_on": "2025-01-16", "published_on": "2025-06-30"}]
}"#;

fn config(text: &str) -> Config {
    Config::from_toml("qingdan.toml", text).unwrap()
}

fn check(checker: &Checker) -> Report {
    checker.check_bytes("a.json", CATALOG.as_bytes())
}

#[test]
fn an_empty_one_changes_nothing() {
    assert_eq!(check(&config("").checker()), check(&Checker::new()));
}

#[test]
fn rules_are_called_graver_milder_or_off_and_a_rule_goes_before_its_family() {
    let level = |text: &str| {
        let report = check(&config(text).checker());
        report.findings().find(|finding| finding.code == "QD009").map(|finding| finding.severity)
    };
    assert_eq!(level(""), Some(Severity::Error));
    assert_eq!(level("[rules]\nQD009 = \"warning\""), Some(Severity::Warning));
    assert_eq!(level("[rules]\nQD0 = \"off\"\n"), None);
    for text in ["[rules]\nQD0 = \"off\"\nQD009 = \"info\"", "[rules]\nQD009 = \"info\"\nQD0 = \"off\""] {
        assert_eq!(level(text), Some(Severity::Info), "{text}");
    }
    let named = config("[rules]\ndangling-reference = \"info\"").rules;
    assert_eq!(
        named.iter().map(|(name, level)| (name.to_string(), *level)).collect::<Vec<_>>(),
        [("QD009".to_owned(), RuleLevel::Info)]
    );
}

#[test]
fn a_suppression_is_told_of_at_its_line() {
    let text = "[check]\nas_of = 2026-11-23\n\n[[suppress]]\ncode = \"QD009\"\nrecord = { kind = \"organization\", id = \"w\" }\npath = \"/parent\"\nreason = \"尚未录入\"\nground = \"内政发〔2021〕6号\"\nuntil = \"2026-12-31\"\n\n[[suppress]]\ncode = \"QD009\"\nrecord = { kind = \"organization\", id = \"t\" }\nreason = \"尚未录入\"\nuntil = 2026-11-22\n";
    let report = check(&config(text).checker());
    let told = &report.inputs[0].suppressions;
    assert_eq!(
        told.iter().map(|told| told.state).collect::<Vec<_>>(),
        [SuppressionState::Used, SuppressionState::Expired]
    );
    assert_eq!(told[0].suppression.ground.as_ref().map(ToString::to_string), Some("内政发〔2021〕6号".to_owned()));
    let upkeep: Vec<_> = report
        .upkeep
        .iter()
        .map(|finding| (finding.code.to_string(), finding.place.input.clone(), finding.place.line))
        .collect();
    assert_eq!(upkeep, [("QD901".to_owned(), Some("qingdan.toml".to_owned()), Some(12))]);
    let by_file: Vec<&str> = report.findings_by_file().map(|(file, _)| file).collect();
    assert_eq!(by_file.last(), Some(&"qingdan.toml"));
}

/// Core, region, place: the nearest division that has a value on the day counts, whatever the order of the files.
#[test]
fn parameters_are_layered_from_the_library_to_the_place() {
    let value = |division: &str, amount: u16, more: &str| {
        format!(
            "[[parameters]]\nparameter = \"adjustment_publication\"\ndivision = \"{division}\"\namount = {amount}\nunit = \"calendar_day\"\nsource = \"某办法第十二条\"\n{more}\n"
        )
    };
    let allowed = |texts: &[String]| {
        let checker = config(&texts.concat()).checker().as_of("2026-11-23".parse().unwrap());
        let report = check(&checker);
        report.findings().find(|finding| finding.code == "QD811").map(|finding| finding.message(Lang::En).to_owned())
    };
    assert_eq!(allowed(&[]), None);
    // 165 days lie between 2025-01-16 and 2025-06-30.
    let (region, place) = (value("150000", 20, ""), value("150625", 200, ""));
    assert!(allowed(std::slice::from_ref(&region)).is_some_and(|said| said.contains("20")));
    assert_eq!(allowed(&[region.clone(), place.clone()]), None);
    assert_eq!(allowed(&[place, region.clone()]), None);
    // Another place is no concern of ours, nor is a day that has not come.
    assert!(allowed(&[value("150626", 200, ""), region.clone()]).is_some());
    assert!(allowed(&[value("150625", 200, "since = 2027-01-01"), region]).is_some());
    let profile =
        Profile::from_toml("15.toml", &format!("division = \"150000\"\n{}", value("150600", 20, ""))).unwrap();
    assert_eq!(profile.values().map(|value| value.division.unwrap().to_string()).collect::<Vec<_>>(), ["150600"]);
    let wrong =
        Profile::from_toml("15.toml", &format!("division = \"150000\"\n{}", value("440300", 20, ""))).unwrap_err();
    assert_eq!((wrong.line, wrong.message.en.contains("`440300`")), (2, true));
}

#[test]
fn what_it_cannot_say_is_told_with_place_and_what_is_meant() {
    for (text, place, said) in [
        ("[chekc]\n", (1, 2), "there is no key `chekc`; did you mean `check`?"),
        ("[check]\n\nfail_levle = \"error\"\n", (3, 1), "did you mean `fail_level`?"),
        ("[check]\nfail_level = \"warn\"\n", (2, 14), "allowed: error, warning, info, never"),
        ("[check]\nas_of = 2026-02-30\n", (2, 9), "invalid date"),
        ("[check]\nas_of = \"2026-13-01\"\n", (2, 9), "there is no month 13"),
        ("[rules]\nQD99X = \"off\"\n", (2, 1), "`QD99X` names no rule"),
        ("[rules]\nQD205 = \"fatal\"\n", (2, 9), "there is no value `fatal`; allowed: error, warning, info, off"),
        ("[[suppress]]\ncode = \"QD009\"\nreason = \"x\"\n", (1, 1), "missing field `until`"),
        (
            "[[suppress]]\ncode = \"QD009\"\nreason = \"x\"\nuntil = 2026-01-01\nrecord = { kind = \"organisation\", id = \"w\" }\n",
            (5, 19),
            "did you mean `organization`?",
        ),
        ("# 中文\n[law\n", (2, 5), ""),
    ] {
        let wrong = Config::from_toml("qingdan.toml", text).unwrap_err();
        assert_eq!((wrong.line, wrong.column), place, "{text}: {wrong}");
        assert!(wrong.message.en.contains(said), "{text}: {wrong}");
        assert!(!wrong.message.zh.is_ascii(), "{}", wrong.message.zh);
    }
}

/// Hostile words in keys and values do not come through.
#[test]
fn what_is_quoted_is_harmless() {
    let wrong = Config::from_toml("q.toml", "[check]\n\"::error::\\u001b[31m\\n##[add-mask]\" = 1\n").unwrap_err();
    for text in [wrong.message.zh.clone(), wrong.message.en.clone(), wrong.to_string()] {
        assert!(!text.contains(['\u{1b}', '\n']) && !text.contains("##["), "{text:?}");
    }
}

/// What the schema takes is what is read: the example of the documentation, and every key alone with a wrong type.
#[test]
fn the_schema_describes_what_is_read() {
    let schema: Value = serde_json::from_str(&SchemaName::Config.text()).unwrap();
    let judge = jsonschema::validator_for(&schema).unwrap();
    let text = r#"
[check]
as_of = "2026-11-23"
lang = "zh"
include = ["lists/**/*.json"]
exclude = ["lists/drafts/**"]
together = false
fail_level = "warning"
show_level = "info"
superior = ["ordos.json"]
previous = "2024.json"
baseline = "qingdan-baseline.jsonl"
[rules]
QD205 = "warning"
QD3 = "off"
[[suppress]]
code = "QD009"
record = { kind = "organization", id = "w" }
path = "/parent"
reason = "尚未录入"
ground = "内政发〔2021〕6号"
until = "2026-12-31"
[law]
facts = "facts.csv"
known_to = "2026-10-31"
openings = "openings.tsv"
profiles = ["15.toml"]
[[parameters]]
parameter = "adjustment_publication"
division = "150000"
amount = 20
unit = "working_day"
since = "2025-07-01"
until = "2030-07-01"
source = "某办法第十二条"
"#;
    let read = config(text);
    assert_eq!((read.check.fail_level, read.check.lang), (Some(FailLevel::Warning), Some(Lang::Zh)));
    let json = serde_json::to_value(&read).unwrap();
    assert!(judge.is_valid(&json), "{:?}", judge.iter_errors(&json).map(|e| e.to_string()).collect::<Vec<_>>());
    // Every key that the text has is in the JSON, and the schema knows no other key.
    for (table, known) in [("check", "CheckConfig"), ("law", "LawConfig")] {
        let members: Vec<&String> = json[table].as_object().unwrap().keys().collect();
        let properties: Vec<&String> = schema["$defs"][known]["properties"].as_object().unwrap().keys().collect();
        let sorted = |mut names: Vec<&String>| {
            names.sort();
            names.into_iter().cloned().collect::<Vec<_>>()
        };
        assert_eq!(sorted(members), sorted(properties), "{table}");
    }
    let mut unknown = json;
    unknown["check"]["as_off"] = "2026-11-23".into();
    assert!(!judge.is_valid(&unknown));
}
