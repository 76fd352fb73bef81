//! What people read: every message of every rule, in the words of the office.

use std::collections::{BTreeMap, BTreeSet};

use qingdan::figures::Figures;
use qingdan::schema::SchemaName;
use qingdan::{Checker, Finding, Lang, Report, rule, rules};
use serde_json::Value;

#[path = "../examples/regenerate/messages.rs"]
#[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "the page is written with the command"))]
pub(crate) mod page;

use crate::samples::bytes;

fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap())
}

#[test]
fn every_input_of_the_page_is_spoken_of() {
    for said in page::all() {
        // QD210 needs the openings of articles, which may be left out.
        assert!(!said.findings.is_empty() || said.code == "QD210", "{}: {}", said.code, said.note.en);
    }
}

/// Fields and values by their names in JSON, with every Chinese title that one has.
fn titles() -> BTreeMap<String, BTreeSet<String>> {
    fn collect(schema: &Value, titles: &mut BTreeMap<String, BTreeSet<String>>) {
        let mut add = |name: &str, title: &Value| {
            titles.entry(name.to_owned()).or_default().extend(title.as_str().map(str::to_owned));
        };
        for (name, field) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            add(name, &field["x-title-zh"]);
        }
        for (name, title) in schema.get("x-enum-titles").and_then(Value::as_object).into_iter().flatten() {
            add(name, title);
        }
        match schema {
            Value::Object(members) => members.values().for_each(|member| collect(member, titles)),
            Value::Array(elements) => elements.iter().for_each(|element| collect(element, titles)),
            _ => {}
        }
    }
    let mut known = BTreeMap::new();
    collect(&crate::schemas::value(&SchemaName::Document.text()), &mut known);
    collect(&crate::schemas::value(&SchemaName::Record.text()), &mut known);
    known
}

/// The titles of instruments that are held, also without the name of the state.
fn instruments() -> BTreeSet<&'static str> {
    let facts = include_str!("../src/law/law_facts.csv");
    let titles = facts.lines().skip(1).filter_map(|line| line.split(',').next()).map(|title| title.trim_matches('"'));
    titles
        .flat_map(|title| [Some(title), title.strip_prefix("中华人民共和国")])
        .flatten()
        // 宪法 is also the name of a rank.
        .filter(|title| *title != "宪法" && title.chars().count() >= 2 && !title.contains(['《', '(']))
        .collect()
}

/// A text without what stands in quotation marks and title marks: that is data, or a name.
fn without_quoted(text: &str) -> String {
    let mut bare = String::new();
    let mut until = Vec::new();
    for c in text.chars() {
        match c {
            '“' => until.push('”'),
            '《' => until.push('》'),
            _ if until.last() == Some(&c) => {
                until.pop();
            }
            _ if until.is_empty() => bare.push(c),
            _ => {}
        }
    }
    bare
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// What an official would stumble over.
struct Words {
    titles: BTreeMap<String, BTreeSet<String>>,
    instruments: BTreeSet<&'static str>,
}

impl Words {
    fn known() -> Self {
        Self { titles: titles(), instruments: instruments() }
    }

    fn stumble(&self, text: &str) -> Option<String> {
        let bare = without_quoted(text);
        let chars: Vec<char> = bare.chars().collect();
        for (at, c) in chars.iter().enumerate() {
            let beside = |other: Option<&char>| other.is_some_and(|c| is_han(*c));
            let before = at.checked_sub(1).and_then(|before| chars.get(before));
            if matches!(c, '(' | ')' | ',' | ':' | ';') && (beside(before) || beside(chars.get(at + 1))) {
                return Some(format!("half-width `{c}`"));
            }
        }
        // Every other part stands in backquotes.
        if bare.split('`').skip(1).step_by(2).any(|code| !code.starts_with("qingdan ")) {
            return Some("a name in backquotes".to_owned());
        }
        let commands: String = bare.split('`').step_by(2).collect();
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '/');
        for word in commands.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()) {
            let last = word.rsplit('.').next().unwrap_or(word);
            let Some(titles) = self.titles.get(last) else { continue };
            let named = titles.iter().any(|title| commands.contains(&format!("{title}（{word}）")));
            // A path has the titles of all its fields before it.
            if !named {
                return Some(format!("`{word}` without its title"));
            }
        }
        let digits: String = bare.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        if digits.contains("0000-00-00") {
            return Some("a date with hyphens".to_owned());
        }
        if let Some(title) = self.instruments.iter().find(|title| bare.contains(**title)) {
            return Some(format!("{title} without title marks"));
        }
        let wrong = ["终止日期", "未能说明", "掌握", "处理办法", "办法：", "无从判断"];
        wrong.iter().find(|word| bare.contains(**word)).map(|word| (*word).to_owned())
    }
}

/// Everything in Chinese that the page holds.
fn of_the_page() -> Vec<String> {
    let mut texts: Vec<String> = page::words_of_reports().into_iter().map(|message| message.zh).collect();
    for said in page::all() {
        texts.push(said.note.zh);
        for finding in said.findings {
            texts.push(finding.help(Lang::Zh).to_owned());
            texts.push(finding.message.zh);
            texts.extend(finding.related.into_iter().map(|related| related.message.zh));
        }
    }
    for rule in rules::all() {
        texts.extend([rule.title.zh, rule.unit.zh, rule.help.zh].map(str::to_owned));
    }
    texts.extend(rules::PLANNED.iter().map(|rule| rule.title.zh.to_owned()));
    texts
}

fn assert_well_said(texts: impl IntoIterator<Item = String>) {
    let words = Words::known();
    let texts: BTreeSet<String> = texts.into_iter().collect();
    let wrong: Vec<String> =
        texts.iter().filter_map(|text| words.stumble(text).map(|why| format!("{why}: {text}"))).collect();
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_test_of_words_finds_what_it_looks_for() {
    let words = Words::known();
    for (text, wrong) in [
        ("引用(水法)没有写明条款", true),
        ("缺少必填的 `unit`", true),
        ("没有写unit", true),
        ("没有写单位（unit）", false),
        ("已自2021-01-01起废止", true),
        ("日期“2021-01-01”不存在", false),
        ("行政许可法第十二条", true),
        ("《行政许可法》第十二条", false),
        ("规则的依据见 `qingdan explain QD201`", false),
    ] {
        assert_eq!(words.stumble(text).is_some(), wrong, "{text}: {:?}", words.stumble(text));
    }
}

#[test]
fn messages_are_said_as_an_official_reads_them() {
    assert_well_said(of_the_page());
}

#[test]
fn explanations_are_said_as_an_official_reads_them() {
    // What programs leave in a text, and JSON, stand as code.
    let shown = |line: &str| line.contains("`&") || line.contains("`{");
    let lines = rules::all().flat_map(|rule| rule.explanation(Lang::Zh).lines());
    assert_well_said(lines.filter(|line| !shown(line)).map(str::to_owned));
}

/// Verdicts, coverage and published figures of a list with faults and of one that lacks fields.
#[cfg(feature = "cli")]
#[test]
fn summaries_and_figures_are_said_as_an_official_reads_them() {
    use qingdan::delegations::Delegations;
    use qingdan::impact::Impact;
    use qingdan::law::facts::LawFacts;
    use qingdan::writer::{delegations, figures, human, impact};

    let options = human::Options::new(Lang::Zh);
    let mut texts = Vec::new();
    for name in ["hangjin-faulty.json", "hangjin-sample.json", "hangjin-2024-figures.json"] {
        let mut written = Vec::new();
        human::write_summary(&checker().check_bytes(name, &bytes(name)), &options, &mut written).unwrap();
        if let Some(catalog) = qingdan::read(&bytes(name), qingdan::Limits::default()).catalog {
            figures::write_text(&Figures::of(&catalog), Lang::Zh, &mut written).unwrap();
            let day = Some("2026-11-23".parse().unwrap());
            delegations::write_text(&Delegations::of(&catalog, day), Lang::Zh, &mut written).unwrap();
            let days = ("2019-01-01".parse().unwrap(), "2026-08-28".parse().unwrap());
            let moved = Impact::of(&catalog, LawFacts::known(), None, days.0, days.1).unwrap();
            impact::write_text(&moved, Lang::Zh, &mut written).unwrap();
        }
        // Rows of tables hold days as columns.
        let written = String::from_utf8(written).unwrap();
        texts.extend(written.lines().filter(|line| !line.contains('〔')).map(str::to_owned));
    }
    assert!(texts.len() > 100);
    assert_well_said(texts);
}

/// The first finding of a rule on a document with these members.
fn first(code: &str, members: &str) -> Finding {
    let text = format!("{{{}, {members}}}", rule::EXAMPLE_HEADER);
    let report = checker().check_bytes("a", text.as_bytes());
    let found = report.findings().find(|finding| finding.code == code).cloned();
    found.unwrap_or_else(|| panic!("{code} is silent on {members}"))
}

fn body(members: &str) -> String {
    format!(r#""organizations": [{{"id": "a", "name": "水利局", {members}}}]"#)
}

fn power(members: &str) -> String {
    format!(
        r#""power_items": [{{"id": "a", "name": "取水检查", "item_level": "main", "basis": [{{"title": "水法", "articles": [{{"article": 60}}]}}], {members}}}]"#
    )
}

#[test]
fn faults_of_form_name_fields_and_values() {
    let limit = |limits: &str| {
        format!(
            r#""licensing_items": [{{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{{"title": "水法", "articles": [{{"article": 7}}]}}], {limits}}}]"#
        )
    };
    let cases = [
        (
            "QD005",
            power(r#""power_type": "inspection", "initiation": "on_request""#),
            "启动方式（initiation）填了“on_request”，只能填：依申请（on_application）、依职权（ex_officio）",
        ),
        (
            "QD005",
            limit(r#""statutory_limits": [{"amount": 20}]"#),
            "法定办结时限（statutory_limits）没有写单位（unit）：工作日（working_day）、自然日（calendar_day）、日（day）、小时（hour）、月（month）",
        ),
        (
            "QD006",
            limit(r#""promised_limit": []"#),
            "栏目名“promised_limit”有误，疑为“承诺办结时限（promised_limits）”；改正前该栏内容未参加检查",
        ),
        ("QD006", limit(r#""weather": 1"#), "没有名为“weather”的栏目；该栏内容未参加检查"),
        (
            "QD008",
            r#""organizations": [{"id": "a", "name": "杭锦旗教育体育局", "kind": "department"}, {"id": "a", "name": "杭锦旗文化和旅游局", "kind": "department"}]"#.to_owned(),
            "编号“a”重复：“杭锦旗教育体育局”“杭锦旗文化和旅游局”两条使用同一编号",
        ),
        (
            "QD009",
            body(r#""kind": "department", "parent": "b""#),
            "上级机构（parent）填了“b”，目录中没有这一编号的组织机构",
        ),
        (
            "QD307",
            limit(r#""statutory_limits": [{"amount": 20, "unit": "working_day"}], "promised_limits": [{"amount": 25, "unit": "working_day"}]"#),
            "承诺办结时限25个工作日，超过法定办结时限20个工作日",
        ),
        (
            "QD307",
            limit(r#""statutory_limits": [{"amount": 20, "unit": "day"}], "promised_limits": [{"amount": 3, "unit": "month"}]"#),
            "承诺办结时限3个月，超过法定办结时限20日",
        ),
    ];
    for (code, members, zh) in cases {
        assert_eq!(first(code, &members).message.zh, zh);
    }
    // In a line of NDJSON the record stands under its tag.
    let lines =
        format!("{{{}}}\n{{\"organization\": {{\"id\": \"a\", \"kind\": \"department\"}}}}\n", rule::EXAMPLE_HEADER);
    let report = checker().check_bytes("a", lines.as_bytes());
    assert_eq!(report.findings().next().unwrap().message.zh, "组织机构（organization）没有写名称（name）");
}

/// Another style of writing, the Chinese title or a slip of a letter: the value to write is named.
#[test]
fn what_was_meant_by_a_value_or_field_is_named() {
    for (written, meant) in [
        ("publicService", "public_service"),
        ("PUBLIC_SERVICE", "public_service"),
        ("Public Service", "public_service"),
        ("公共服务", "public_service"),
        ("公共服务（public_service）", "public_service"),
        ("处罚", "penalty"),
        ("penalti", "penalty"),
        ("inspecton", "inspection"),
    ] {
        let finding = first("QD005", &power(&format!(r#""power_type": "{written}""#)));
        assert_eq!(finding.help(Lang::Zh), format!("改填“{meant}”"), "{written}");
        assert_eq!(finding.help(Lang::En), format!("write `{meant}`"), "{written}");
        assert!(finding.message.zh.contains(&format!("（{meant}）”；只能填：")), "{}", finding.message.zh);
    }
    // No guess where nothing is near, or two are as near: a part of a title may be of several.
    for written in ["服务", "xyz", "coercive", "强制措施或执行", "01"] {
        let finding = first("QD005", &power(&format!(r#""power_type": "{written}""#)));
        assert!(!finding.message.zh.contains("疑为"), "{}", finding.message.zh);
    }
    for (written, meant) in
        [("监管方式", None), ("监督方式", Some("supervision")), ("powerSource", Some("power_source"))]
    {
        let finding = first("QD006", &power(&format!(r#""power_type": "inspection", "{written}": 1"#)));
        assert_eq!(finding.allowed.first().map(String::as_str), meant, "{written}");
    }
}

/// Fifteen digits kept and the rest zeros, or scientific notation: said of every code, and of no code that is right.
#[test]
fn codes_that_a_spreadsheet_damaged_are_told() {
    let zeros = "疑为表格软件把编码当作数字，只保留了前15位，其余变成了0";
    let power_of_ten = "疑为表格软件把编码当作数字，写成了科学记数法";
    let license = |code: &str| format!(r#""license_types": [{{"id": "t", "name": "取水许可证", "code": "{code}"}}]"#);
    let cases = [
        ("QD102", body(r#""kind": "department", "credit_code": "916201055811843000""#), zeros),
        ("QD101", body(r#""kind": "department", "credit_code": "1.11506250115062E+17""#), power_of_ten),
        ("QD101", body(r#""kind": "department", "credit_code": "1.11506250115E+17""#), power_of_ten),
        ("QD103", body(r#""kind": "department", "organization_code": "1.15062E+08""#), power_of_ten),
        ("QD105", body(r#""kind": "department", "division": "1.50625E+11""#), power_of_ten),
        ("QD107", power(r#""power_type": "inspection", "code": "1.50123E+11""#), power_of_ten),
        ("QD107", power(r#""power_type": "inspection", "code": "150123456789012000000000000000""#), zeros),
        ("QD116", license("1.11000000132716E+20"), power_of_ten),
        ("QD116", license("111000000132716000000"), zeros),
    ];
    for (code, members, zh) in cases {
        let finding = first(code, &members);
        assert!(finding.message.zh.ends_with(&format!("；{zh}")), "{}", finding.message.zh);
        assert!(finding.help(Lang::Zh).starts_with("丢失的数字不能还原"), "{}", finding.help(Lang::Zh));
    }
    // Wrong in other ways.
    for code in ["916201055811843001", "91620105581184300", "12E3", "9162010558118E30"] {
        let finding = checker()
            .check_bytes(
                "a",
                format!(
                    "{{{}, {}}}",
                    rule::EXAMPLE_HEADER,
                    body(&format!(r#""kind": "department", "credit_code": "{code}""#))
                )
                .as_bytes(),
            )
            .findings()
            .next()
            .cloned()
            .unwrap();
        assert!(!finding.message.zh.contains("表格软件"), "{}", finding.message.zh);
    }
}

fn messages(report: &Report) -> impl Iterator<Item = &str> {
    report.findings().flat_map(|finding| {
        let related = finding.related.iter().map(|related| &related.message);
        let all = [&finding.message].into_iter().chain(&finding.help).chain(&finding.expected).chain(related);
        all.flat_map(|message| [message.zh.as_str(), message.en.as_str()])
    })
}

/// A line feed in any text of a catalog stays out of the messages, or a log would show two lines.
#[test]
fn messages_are_one_line_whatever_the_data_holds() {
    fn broken(value: &mut Value, key: &str) {
        match value {
            Value::String(text) if key != "schema_version" => *text = format!("{text}\n\u{1b}[31m{text}"),
            Value::Object(members) => members.iter_mut().for_each(|(key, member)| broken(member, key)),
            Value::Array(elements) => elements.iter_mut().for_each(|element| broken(element, key)),
            _ => {}
        }
    }
    for name in ["hangjin-faulty.json", "hangjin-sample.json", "hangjin-2024-figures.json"] {
        let mut catalog: Value = serde_json::from_slice(&bytes(name)).unwrap();
        broken(&mut catalog, "");
        let report = checker().check_bytes(name, catalog.to_string().as_bytes());
        assert!(report.findings().count() > 10, "{name}");
        for message in messages(&report) {
            assert!(!message.contains(char::is_control), "{message:?}");
        }
    }
    for (_, _, report) in page::reports() {
        assert!(messages(&report).all(|message| !message.contains(char::is_control)));
    }
}
