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
        ("[check]\nas_of = 2026-02-30\n", (2, 9), "month 2 of 2026 has no day 30"),
        ("[check]\nas_of = \"2026-13-01\"\n", (2, 9), "there is no month 13"),
        ("[rules]\nQD99X = \"off\"\n", (2, 1), "`QD99X` names no rule"),
        ("[rules]\nQD205 = \"fatal\"\n", (2, 9), "there is no value `fatal`; allowed: error, warning, info, off"),
        ("[[suppress]]\ncode = \"QD009\"\nreason = \"x\"\n", (1, 1), "the key `until` is missing"),
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

/// What would be ignored, or would mean something else than it says, is refused at its place, in both languages.
#[test]
fn what_would_be_ignored_is_refused() {
    let suppress = |code: &str, more: &str| {
        format!("[[suppress]]\ncode = \"{code}\"\nreason = \"尚未录入\"\nuntil = 2026-12-31\n{more}\n")
    };
    let parameter = |amount: &str, more: &str| {
        format!(
            "[[parameters]]\nparameter = \"adjustment_publication\"\nunit = \"working_day\"\nsource = \"某办法\"\namount = {amount}\n{more}\n"
        )
    };
    let as_of = |day: &str| format!("[check]\nas_of = {day}\n");
    for (text, place, zh, en) in [
        (
            suppress("QD009", "record = { kind = \"organization\", id = \"w\", x = 1 }"),
            (5, 45),
            "没有键“x”；可用的有：kind、id",
            "there is no key `x`; allowed: kind, id",
        ),
        (suppress("QD777", ""), (2, 8), "没有编号为“QD777”的规则", "there is no rule with the code `QD777`"),
        (
            suppress("dangling-referense", ""),
            (2, 8),
            "没有编号为“dangling-referense”的规则，是否为 QD009？",
            "did you mean `QD009`?",
        ),
        (
            suppress("QD009", "path = \"x\""),
            (5, 8),
            "“x”不是标识路径；应为空，或者以“/”开头",
            "`x` is no path; a path is empty or begins with `/`",
        ),
        (
            suppress("QD009", "record = { kind = \"organization\", id = \"a b\" }"),
            (5, 40),
            "“a b”不是标识：第2个字符为空白或不可见字符；应为1至64个字符",
            "`a b` is no id",
        ),
        (as_of("{ x = \"2026-11-01\" }"), (2, 9), "此处为表；应为日期，如 2026-12-31", "found map; expected a day"),
        (as_of("{}"), (2, 9), "此处为表；应为日期", "expected a day"),
        (
            as_of("2026-11-01T08:00:00"),
            (2, 9),
            "“2026-11-01T08:00:00”带有时刻；应只写日期",
            "`2026-11-01T08:00:00` has a time of day; write the day alone",
        ),
        (as_of("08:00:00"), (2, 9), "“08:00:00”带有时刻", "write the day alone"),
        (as_of("20261101"), (2, 9), "此处为整数 20261101；应为日期", "found integer `20261101`; expected a day"),
        (as_of("2026-02-30"), (2, 9), "“2026-02-30”不是日期：2026年2月没有30日，只有28天", "has no day 30"),
        (as_of("2026-13-01"), (2, 9), "“2026-13-01”不是日期：没有13月；应写作", "there is no month 13"),
        (as_of("\"2026年\""), (2, 9), "“2026年”不是日期：写法不对", "is not written YYYY-MM-DD"),
        (
            "[rules]\nQD009 = \"off\"\n\"dangling-reference\" = \"error\"\n".to_owned(),
            (3, 1),
            "“dangling-reference”即规则 QD009，前面已经写过",
            "`dangling-reference` is the rule QD009",
        ),
        ("[rules]\nQD009 = \"off\"\nQD009 = \"off\"\n".to_owned(), (3, 1), "键“QD009”重复", "`QD009` stands twice"),
        (
            "[rules]\ndangling-referense = \"off\"\n".to_owned(),
            (2, 1),
            "没有规则“dangling-referense”，是否为 dangling-reference？",
            "`dangling-referense` names no rule; did you mean `dangling-reference`?",
        ),
        ("[rules]\nqd009 = \"off\"\n".to_owned(), (2, 1), "是否为 QD009？", "did you mean `QD009`?"),
        (
            "[law]\n\nknown_to = 2026-10-31\n".to_owned(),
            (3, 1),
            "写了“known_to”，没有写“facts”",
            "there is `known_to` without `facts`",
        ),
        ("[[suppress]]\ncode = \"QD009\"\n".to_owned(), (1, 1), "缺少必填的键“reason”", "the key `reason` is missing"),
        (suppress("QD009", "ground = \"\""), (5, 10), "内容为空；应为非空的文本", "it is empty; expected a text"),
        (
            parameter("0", ""),
            (5, 10),
            "此处为整数 0；应为1至65535的整数",
            "found integer `0`; expected an integer, 1 to",
        ),
        (parameter("70000", ""), (5, 10), "此处为整数 70000；应为1至65535的整数", "1 to 65535"),
        (
            parameter("20", "division = \"15\""),
            (6, 12),
            "“15”为2个字符，应为6、9或12个",
            "found 2 characters, expected 6, 9 or 12",
        ),
        (
            "[check]\nfail_level = 5\n".to_owned(),
            (2, 14),
            "此处为整数 5；应为文本，可用的有：error、warning、info、never",
            "allowed: error, warning, info, never",
        ),
        ("[check]\nlang = 5\n".to_owned(), (2, 8), "此处为“5”；应为 zh 或者 en", "allowed: zh, en"),
        ("[check]\ninclude = \"a\"\n".to_owned(), (2, 11), "此处为文本“a”；应为数组", "expected a list"),
        ("[law\n".to_owned(), (1, 5), "TOML 写法有误（", ""),
    ] {
        let wrong = Config::from_toml("qingdan.toml", &text).unwrap_err();
        assert_eq!((wrong.line, wrong.column), place, "{text}: {wrong} {}", wrong.message.zh);
        assert!(wrong.message.zh.contains(zh), "{text}: {}", wrong.message.zh);
        assert!(wrong.message.en.contains(en), "{text}: {wrong}");
    }
    // What looks alike and is allowed: rules of one's own, the record as a whole, both keys of the facts.
    config(&suppress("X001", "path = \"\""));
    config("[law]\nfacts = \"facts.csv\"\nknown_to = 2026-10-31\n");
}

/// A value of a wrong type is told of in Chinese wherever it stands: no word of the reader is left.
#[test]
fn a_wrong_type_is_told_in_chinese_at_every_key() {
    let schema: Value = serde_json::from_str(&SchemaName::Config.text()).unwrap();
    let keys = |of: &str| schema["$defs"][of]["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let mut tried = 0;
    for (header, of) in [
        ("[check]", "CheckConfig"),
        ("[law]", "LawConfig"),
        ("[[suppress]]", "SuppressionConfig"),
        ("[[parameters]]", "ParameterConfig"),
    ] {
        for key in keys(of) {
            let wrong = Config::from_toml("q.toml", &format!("{header}\n{key} = 1.5\n")).unwrap_err();
            let zh = &wrong.message.zh;
            assert_eq!(wrong.line, 2, "{key}: {zh}");
            let is_told = zh.starts_with("此处为小数 1.5；应为") || zh.starts_with("此处为“1.5”；应为");
            assert!(is_told && !zh.contains("expected") && !zh.contains("invalid"), "{key}: {zh}");
            let expected = zh.split_once("应为").unwrap().1;
            assert!(!expected.is_ascii(), "{key}: {zh}");
            tried += 1;
        }
    }
    assert!(tried > 25, "{tried}");
}

#[test]
fn a_rule_has_its_line_by_its_code_however_it_is_named() {
    let read = config("[rules]\nQD3 = \"off\"\ndangling-reference = \"info\"\nQD205 = \"error\"\n");
    let lines = ["rules.QD3", "rules.QD009", "rules.QD205", "rules.QD116"].map(|setting| read.line_of(setting));
    assert_eq!(lines, [Some(2), Some(3), Some(4), None]);
}

/// The command knows every setting of the schema, prints each once, and nothing of what is internal.
#[cfg(feature = "cli")]
#[test]
fn every_setting_is_shown_once() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("config-shown");
    std::fs::create_dir_all(&folder).unwrap();
    let text = "[[suppress]]\ncode = \"QD009\"\nreason = \"尚未录入\"\nuntil = 2026-12-31\n";
    std::fs::write(folder.join("qingdan.toml"), text).unwrap();
    let shown = std::process::Command::new(env!("CARGO_BIN_EXE_qingdan"))
        .args(["config", "show", "--format", "json"])
        .current_dir(&folder)
        .output()
        .unwrap();
    let shown: Vec<Value> = serde_json::from_slice(&shown.stdout).unwrap();
    let schema: Value = serde_json::from_str(&SchemaName::Config.text()).unwrap();
    let mut known: Vec<String> = [("check", "CheckConfig"), ("law", "LawConfig")]
        .iter()
        .flat_map(|(table, of)| {
            let properties = schema["$defs"][of]["properties"].as_object().unwrap();
            properties.keys().map(move |key| format!("{table}.{key}"))
        })
        .collect();
    known.push("suppress".to_owned());
    let mut printed: Vec<&str> = shown.iter().map(|setting| setting["setting"].as_str().unwrap()).collect();
    known.sort_unstable();
    printed.sort_unstable();
    assert_eq!(printed, known);
    let suppression = shown.iter().find(|setting| setting["setting"] == "suppress").unwrap();
    assert_eq!(suppression["line"], 1);
    let told = serde_json::json!({"code": "QD009", "reason": "尚未录入", "until": "2026-12-31"});
    assert_eq!(suppression["value"], told);
}

/// Hostile words in keys and values do not come through.
#[test]
fn what_is_quoted_is_harmless() {
    let wrong = Config::from_toml("q.toml", "[check]\n\"::error::\\u001b[31m\\n##[add-mask]\" = 1\n").unwrap_err();
    for text in [wrong.message.zh.clone(), wrong.message.en.clone(), wrong.to_string()] {
        assert!(!text.contains(['\u{1b}', '\n']) && !text.contains("##["), "{text:?}");
    }
}

/// Whatever character goes astray: what is wrong is told, with a place that the text has.
#[test]
fn a_text_with_a_slip_is_answered() {
    let text = "[check]\nas_of = 2026-11-23\n[rules]\n\"QD009\" = 'off'\n[[suppress]]\ncode = \"QD009\"\nrecord = { kind = \"organization\", id = \"w\" }\nreason = \"\"\"录\"\"\"\nuntil = 2026-12-31\n";
    let mut wrong = 0;
    for (at, was) in text.char_indices() {
        for slip in ["", "\"", "'", "\\", "{", "[", "]", "=", "\n", "#", "9", "：", "\u{1b}", "\0"] {
            for after in [at, at + was.len_utf8()] {
                let (before, _) = text.split_at(at);
                let (_, rest) = text.split_at(after);
                let text = format!("{before}{slip}{rest}");
                let Err(fault) = Config::from_toml("q.toml", &text) else { continue };
                wrong += 1;
                assert!(fault.line >= 1 && fault.line as usize <= text.lines().count() + 1, "{text:?}: {fault}");
                for said in [&fault.message.zh, &fault.message.en] {
                    assert!(!said.is_empty() && !said.contains(['\n', '\0', '\u{1b}']), "{text:?}: {said:?}");
                }
            }
        }
    }
    assert!(wrong > 1000, "{wrong}");
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
    let mut unknown = json.clone();
    unknown["check"]["as_off"] = "2026-11-23".into();
    assert!(!judge.is_valid(&unknown));
    let mut of_record = json;
    of_record["suppress"][0]["record"]["x"] = 1.into();
    assert!(!judge.is_valid(&of_record));
}
