//! The report as a page: well-formed, complete, of one piece, and no text of a catalog becomes a part of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use qingdan::model::Kind;
use qingdan::report::{Report, SuppressedRecord, Suppression};
use qingdan::writer::report_html::write_html;
use qingdan::{Checker, Lang, Message, Severity};
use serde_json::json;

mod page;

use page::{Element, read, rows, text_of};

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap())
}

fn check(path: &str) -> Report {
    let bytes = fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    checker().check_bytes(path, &bytes)
}

fn faulty() -> Report {
    check("examples/catalogs/hangjin-faulty.json")
}

fn written(report: &Report, lang: Lang) -> String {
    let mut to = Vec::new();
    write_html(report, lang, &mut to).unwrap();
    String::from_utf8(to).unwrap()
}

/// Several inputs, one of which could not be read, with cells of workbooks and equal findings.
fn workbooks() -> Report {
    let mut report = check("tests/data/workbooks/transport.ndjson");
    report.append(check("tests/data/workbooks/agriculture.ndjson"));
    report.add_unread("其他.xls", Message::new("没有读取权限", "permission denied"));
    report
}

fn reports() -> [Report; 3] {
    [faulty(), workbooks(), check("examples/catalogs/hangjin-sample.json")]
}

#[test]
fn a_page_is_of_one_piece_and_leads_nowhere_else() {
    for (report, lang) in reports().iter().flat_map(|report| BOTH.map(|lang| (report, lang))) {
        let page = written(report, lang);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"") && page.ends_with("</html>\n"));
        let elements = read(&page);
        let ids: Vec<&str> = elements.iter().filter_map(|element| element.attribute("id")).collect();
        let different: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), different.len(), "an id stands twice");
        for element in &elements {
            for (name, value) in &element.attributes {
                match name.as_str() {
                    "href" => assert!(different.contains(value.strip_prefix('#').unwrap()), "{value}"),
                    "src" | "action" | "style" | "srcset" | "data" => panic!("{element:?}"),
                    name => assert!(!name.starts_with("on"), "{element:?}"),
                }
            }
            assert!(!matches!(element.name.as_str(), "link" | "img" | "iframe" | "object" | "base"), "{element:?}");
        }
        // Nothing is hidden without the script but what is of use with it only.
        let hidden: Vec<_> = elements.iter().filter(|element| element.attribute("hidden").is_some()).collect();
        let expected: &[&str] = if report.findings().next().is_some() { &["filter", "none"] } else { &[] };
        assert_eq!(hidden.iter().filter_map(|element| element.attribute("id")).collect::<Vec<_>>(), expected);
        for address in ["http://", "https://", "url(", "@import"] {
            let code = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
            assert!(!code.contains(address), "{address}");
            let code = page.rsplit_once("<script>").unwrap().1;
            assert!(!code.contains(address), "{address}");
        }
    }
}

#[cfg(feature = "cli")]
#[test]
fn the_policy_names_the_style_and_the_script_that_are_there() {
    use sha2::{Digest as _, Sha256};

    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    fn base64(bytes: &[u8]) -> String {
        let bits = bytes.iter().map(|byte| format!("{byte:08b}")).collect::<Vec<_>>().concat();
        let letters: String = bits
            .as_bytes()
            .chunks(6)
            .map(|six| {
                let six = format!("{:0<6}", str::from_utf8(six).unwrap());
                char::from(LETTERS[usize::from_str_radix(&six, 2).unwrap()])
            })
            .collect();
        format!("{letters}{}", "=".repeat((3 - bytes.len() % 3) % 3))
    }
    assert_eq!(base64(b"Man"), "TWFu");
    assert_eq!(base64(b"Ma"), "TWE=");
    let page = written(&faulty(), Lang::Zh);
    let elements = read(&page);
    let policy = elements.iter().find(|element| element.attribute("http-equiv") == Some("Content-Security-Policy"));
    let policy = policy.unwrap().attribute("content").unwrap();
    let part = |name: &str| policy.split("; ").find_map(|part| part.strip_prefix(name)).unwrap().trim().to_owned();
    assert_eq!(part("default-src"), "'none'");
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
        let of_element: Vec<&Element> = elements.iter().filter(|one| one.name == element).collect();
        let [only] = of_element[..] else { panic!("one {element}") };
        // As browsers read it, whatever the line ends of the checkout.
        let hash = base64(&Sha256::digest(only.text.replace("\r\n", "\n")));
        assert_eq!(part(directive), format!("'sha256-{hash}'"), "write this hash into POLICY of report_html.rs");
    }
    // Browsers obey the policy for what comes after it.
    assert!(page.find("Content-Security-Policy") < page.find("<style>"));
}

#[test]
fn every_finding_stands_in_the_row_of_its_department_and_rule() {
    for (report, lang) in reports().iter().flat_map(|report| BOTH.map(|lang| (report, lang))) {
        let rows = rows(&read(&written(report, lang)));
        let mut left: Vec<u64> = rows.iter().map(|row| row.findings).collect();
        for input in &report.inputs {
            for finding in &input.findings {
                let body = finding.body.as_ref();
                let name = body.map(|body| body.name.as_deref().unwrap_or(body.id.as_ref()));
                let nobody = match lang {
                    Lang::Zh => "清单编制单位（未列明责任部门）",
                    Lang::En => "nobody named (whoever keeps the catalog)",
                };
                let mut department = shown(name.unwrap_or(nobody));
                if report.inputs.len() > 1 {
                    department = match lang {
                        Lang::Zh => format!("{department}（{}）", input.name),
                        Lang::En => format!("{department} ({})", input.name),
                    };
                }
                let mut said = vec![shown(finding.message(lang))];
                said.extend(finding.record.iter().filter_map(|record| record.id.as_ref()).map(|id| shown(id.as_ref())));
                let rule = report.rule(finding.code).unwrap();
                let help = finding.help.as_ref().unwrap_or(&rule.help);
                said.push(help.text(lang).to_owned());
                said.extend(rule.citations.iter().map(|ground| ground.clause.clone()));
                said.extend(rule.citations.iter().map(|ground| ground.document.clone()));
                if let Some(cell) = &finding.source
                    && let Some(row) = cell.row
                {
                    said.extend(cell.file.clone());
                    said.extend(cell.sheet.clone());
                    said.push(match lang {
                        Lang::Zh => format!("第{row}行"),
                        Lang::En => format!("row {row}"),
                    });
                    said.extend(cell.columns.iter().map(|columns| match lang {
                        Lang::Zh => format!("{columns}列"),
                        Lang::En => format!("column {columns}"),
                    }));
                } else {
                    let (line, column) = (finding.place.line.unwrap(), finding.place.column.unwrap());
                    said.push(match lang {
                        Lang::Zh => format!("目录文件第{line}行第{column}列"),
                        Lang::En => format!("line {line}, column {column}"),
                    });
                    said.push(shown(finding.place.pointer.as_str()));
                }
                let at = rows.iter().zip(&left).position(|(row, &left)| {
                    left > 0
                        && row.department == department
                        && row.rule == finding.code.to_string()
                        && row.severity == finding.severity.as_str()
                        && said.iter().all(|said| row.text.contains(said.as_str()))
                });
                left[at.unwrap_or_else(|| panic!("{department}: {said:?}"))] -= 1;
            }
        }
        assert!(left.iter().all(|&left| left == 0), "more is told than was found");
    }
}

#[test]
fn the_sums_of_departments_and_rules_are_the_counts_of_the_report() {
    for (report, lang) in reports().iter().flat_map(|report| BOTH.map(|lang| (report, lang))) {
        let elements = read(&written(report, lang));
        let rows = rows(&elements);
        let mut by_rule: BTreeMap<String, u64> = BTreeMap::new();
        for row in &rows {
            *by_rule.entry(row.rule.clone()).or_default() += row.findings;
        }
        let expected: BTreeMap<String, u64> =
            report.rules.iter().map(|rule| (rule.code.to_string(), report.count_of(rule.code))).collect();
        assert_eq!(by_rule, expected);
        for &severity in Severity::ALL {
            let of: u64 = rows.iter().filter(|row| row.severity == severity.as_str()).map(|row| row.findings).sum();
            assert_eq!(of, report.count(severity));
        }
        // The numbers in the tables with bars: errors, warnings, notices and all, a department and a rule a row.
        let all: Vec<u64> = Severity::ALL.iter().map(|&severity| report.count(severity)).collect();
        let total: u64 = all.iter().sum();
        for chart in ["chart departments", "chart rules"] {
            let Some(at) = elements.iter().position(|element| element.attribute("class") == Some(chart)) else {
                assert_eq!(total, 0);
                continue;
            };
            let inside = elements[at + 1..].iter().take_while(|element| element.depth > elements[at].depth);
            let numbers: Vec<u64> = inside
                .filter(|element| element.attribute("class") == Some("number") && !element.path.contains("tfoot"))
                .map(|element| element.text.parse().unwrap())
                .collect();
            assert!(!numbers.is_empty());
            for place in 0..4 {
                let sum: u64 = numbers.iter().skip(place).step_by(4).sum();
                assert_eq!(sum, *all.get(place).unwrap_or(&total), "{chart} {place}");
            }
        }
    }
}

#[test]
fn equal_findings_are_one_row_with_all_their_places() {
    let organizations: Vec<_> = (0..20)
        .map(|n| json!({"id": format!("o{n}"), "name": "水利局", "kind": "department", "parent": "none"}))
        .collect();
    let catalog = json!({
        "header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
        "organizations": organizations,
    });
    let report = checker().check_bytes("a.json", catalog.to_string().as_bytes());
    for lang in BOTH {
        let rows = rows(&read(&written(&report, lang)));
        let dangling: Vec<_> = rows.iter().filter(|row| row.rule == "QD009").collect();
        // One name is one department, whatever the ids.
        assert_eq!(dangling.len(), 1, "{rows:?}");
        assert_eq!(dangling[0].findings, 20);
        for n in 0..20 {
            assert!(dangling[0].text.contains(&format!("/organizations/{n}/parent")), "{n}");
        }
    }
}

#[test]
fn what_was_not_read_stands_before_all_else() {
    let report = workbooks();
    for (lang, why) in [(Lang::Zh, "没有读取权限"), (Lang::En, "permission denied")] {
        let page = written(&report, lang);
        let (before, _) = page.split_once("class=\"lead\"").unwrap();
        let (_, alert) = before.split_once("class=\"alert\"").unwrap();
        assert!(alert.contains(why) && alert.contains("其他.xls"), "{alert}");
    }
}

#[test]
fn what_is_set_aside_or_not_listed_is_told_with_its_number() {
    let known = |rule: &str, id: &str| {
        let reason = "上级机构<尚未>录入".parse().unwrap();
        let record = SuppressedRecord::new(Kind::Organization, id.parse().unwrap());
        Suppression::of_record(rule.parse().unwrap(), record, reason, "2026-12-31".parse().unwrap())
    };
    let bodies: Vec<_> = (0..3)
        .map(|n| json!({"id": format!("o{n}"), "name": format!("局{n}"), "kind": "department", "parent": "none"}))
        .collect();
    let catalog = json!({
        "header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
        "organizations": bodies,
    });
    let mut suppression = known("QD009", "o0");
    suppression.ground = Some("旗政办发〔2026〕1号".parse().unwrap());
    let checker = checker().suppress([suppression, known("QD009", "other")]).max_findings(1);
    let report = checker.check_bytes("a.json", catalog.to_string().as_bytes());
    let (total, shown) = (report.inputs[0].counts.total, report.inputs[0].counts.shown);
    assert!(shown == 1 && total > 1);
    let page = text_of(&read(&written(&report, Lang::Zh)));
    let told = [
        "有搁置说明的 1 项".to_owned(),
        "上级机构<尚未>录入".to_owned(),
        "旗政办发〔2026〕1号".to_owned(),
        "2026年12月31日".to_owned(),
        "未使用".to_owned(),
        // With what is said of the suppression that is not used.
        format!("发现问题 {} 项", total + 1),
        format!("本页列出其中 {} 项", shown + 1),
        "没有对应的问题".to_owned(),
        format!("另有 {} 项问题已计数、未列出", total - shown),
    ];
    for told in &told {
        assert!(page.contains(told.as_str()), "{told}: {page}");
    }
}

/// Texts that would be markup, script, or commands, if anything let them.
fn hostile() -> Vec<String> {
    let known = format!("{}/tests/data/naughty_strings.json", env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<String> =
        fs::read(known).map(|bytes| serde_json::from_slice(&bytes).unwrap()).unwrap_or_default();
    let own = [
        "</script><script>alert(1)</script>",
        "</style><b>",
        "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "</title><svg onload=alert(1)>",
        "<!--",
        "]]>",
        "<a href=\"javascript:alert(1)\">",
        "https://example.org/",
        "&lt;b&gt;&#x22;",
        "\u{202e}局水利\u{2028}",
        "a\u{0}b\u{1b}[31m\u{9b}",
        "##[add-mask]a",
        "\n::error::x",
        "<ruby><rt></table><form action=//x>",
    ];
    texts.extend(own.map(str::to_owned));
    texts
}

/// A catalog with a text wherever somebody may write what they like, under a name that has it too; and two findings that are
/// equal whatever the text, as some texts make more of them.
fn with(text: &str) -> Report {
    let catalog = json!({
        "header": {"schema_version": "1.0", "title": format!("目录{text}"), "division": "150625", "level": "county",
            "sources": [{"id": "s", "file": format!("f{text}"), "sheet": format!("t{text}"), "columns": {"name": "A"}}]},
        "organizations": [{"id": "w", "name": format!("水利局{text}"), "kind": format!("k{text}"), "parent": "none"},
            {"id": "t", "name": format!("税务局{text}"), "kind": "department", "parent": format!("p{text}")},
            {"id": "x", "name": "民政局", "kind": "department", "parent": "none"},
            {"id": "y", "name": "民政局", "kind": "department", "parent": "none"}],
        "licensing_items": [{"id": "a", "name": format!("取水{text}"), "item_level": "main",
            "authorities": [{"organization": "t", "role": "decide"}], "source": {"source": "s", "row": 3},
            "basis": [{"text": format!("《水法{text}》第九十九条")}]}],
    });
    let mut report = checker().check_bytes(&format!("a{text}.json"), catalog.to_string().as_bytes());
    report.add_unread(&format!("b{text}"), Message::new(format!("坏{text}"), format!("bad{text}")));
    report
}

#[test]
fn no_text_becomes_a_part_of_the_page() {
    type Parts = BTreeSet<(String, String)>;
    let parts = |page: &str| -> Parts {
        let elements = read(page);
        let attributes = |element: &Element| {
            let names = element.attributes.iter().map(|(name, _)| name.clone()).chain([String::new()]);
            names.map(|name| (element.name.clone(), name)).collect::<Vec<_>>()
        };
        elements.iter().flat_map(attributes).collect()
    };
    for lang in BOTH {
        // An empty text is no name, and a long one is cut.
        let harmless = ["甲".to_owned(), String::new(), "甲".repeat(100)];
        let harmless: Parts = harmless.iter().flat_map(|text| parts(&written(&with(text), lang))).collect();
        for text in hostile() {
            let page = written(&with(&text), lang);
            let here = parts(&page);
            assert!(here.is_subset(&harmless), "{text:?}: {:?}", here.difference(&harmless).collect::<Vec<_>>());
            for c in page.chars() {
                let seen = !matches!(c, '\u{0}'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
                    | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
                assert!(seen, "{text:?}: U+{:04X}", u32::from(c));
            }
            assert!(!page.contains("##["), "{text:?}");
            assert!(!page.lines().any(|line| line.trim_start().starts_with("::")), "{text:?}");
        }
    }
}

/// A text as a page shows it.
fn shown(text: &str) -> String {
    qingdan::print::printable(text).into_owned()
}
