//! What each format is by itself: valid when empty, with everything that must be told in it.

use qingdan::report::{FailLevel, FindingCounts, ReportLine};
use qingdan::schema::SchemaName;
use qingdan::writer::{ReportFormat, ReportOptions, write_report};
use qingdan::{Lang, Message, Report, Severity};
use serde_json::{Value, json};

use super::poison::base;
use super::read::told;
use super::runner::commands;
use super::{checker, faulty, written};

fn clean() -> Report {
    checker().check_bytes("a.json", &crate::samples::bytes("hangjin-sample.json"))
}

#[test]
fn formats_are_named_once() {
    let names =
        ["human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown", "html", "csv", "xlsx"];
    assert_eq!(ReportFormat::NAMES, names);
    for name in names {
        assert_eq!(name.parse::<ReportFormat>().unwrap().as_str(), name);
    }
    let error = "xml".parse::<ReportFormat>().unwrap_err().to_string();
    assert!(error.contains("`xml`") && error.contains("junit"), "{error}");
}

#[test]
fn a_report_without_findings_is_valid_in_every_format() {
    let report = clean();
    assert_eq!(report.findings().count(), 0);
    for format in super::texts() {
        for lang in [Lang::Zh, Lang::En] {
            let text = written(&report, format, lang);
            assert_eq!(told(format, &text).unwrap_or_default(), [], "{format}: {text}");
        }
    }
    assert_eq!(written(&report, ReportFormat::Concise, Lang::Zh), "");
    assert_eq!(written(&report, ReportFormat::Github, Lang::Zh), "");
    assert_eq!(written(&report, ReportFormat::Gitlab, Lang::Zh), "[]\n");
    assert_eq!(written(&report, ReportFormat::Csv, Lang::En).lines().count(), 1);
    let sarif: Value = serde_json::from_str(&written(&report, ReportFormat::Sarif, Lang::Zh)).unwrap();
    assert_eq!((&sarif["runs"][0]["results"], &sarif["runs"][0]["tool"]["driver"]["rules"]), (&json!([]), &json!([])));
}

/// What was not looked at is never taken for clean.
#[test]
fn what_could_not_be_read_stands_in_every_format() {
    let mut report = clean();
    report.add_unread("数据/b.json", Message::new("没有读取权限", "permission denied"));
    for format in super::texts() {
        for (lang, why) in [(Lang::Zh, "没有读取权限"), (Lang::En, "permission denied")] {
            let text = written(&report, format, lang);
            assert!(text.contains(why), "{format}: {text}");
            let name = if format == ReportFormat::Sarif { "%E6%95%B0%E6%8D%AE/b.json" } else { "数据/b.json" };
            assert!(text.contains(name), "{format}: {text}");
        }
    }
    let text = |format| written(&report, format, Lang::En);
    let why = "could not be read and was not checked: permission denied";
    assert_eq!(text(ReportFormat::Concise), format!("数据/b.json: error: {why}\n"));
    let command = &commands(&text(ReportFormat::Github))[0];
    assert_eq!((command.name.as_str(), command.data.as_str()), ("error", why));
    assert_eq!(command.properties["file"], "数据/b.json");
    let entries: Value = serde_json::from_str(&text(ReportFormat::Gitlab)).unwrap();
    assert_eq!((&entries[0]["severity"], &entries[0]["location"]["path"]), (&json!("critical"), &json!("数据/b.json")));
    let junit = text(ReportFormat::Junit);
    let document = roxmltree::Document::parse(&junit).unwrap();
    let suites = document.root_element();
    assert_eq!((suites.attribute("tests"), suites.attribute("errors")), (Some("2"), Some("1")));
    let error = document.descendants().find(|node| node.has_tag_name("error")).unwrap();
    assert_eq!(error.attribute("message"), Some(why));
}

/// What is set aside is told of in SARIF, JSON and on the page alone, and elsewhere counted at most.
#[test]
fn what_is_set_aside_is_not_listed() {
    let report = base();
    let known = &report.inputs[0].set_aside[1].finding;
    assert!(report.findings().all(|finding| finding.fingerprint != known.fingerprint));
    for format in super::texts() {
        let text = written(&report, format, Lang::En);
        let is_listed = text.contains(known.message(Lang::En)) && text.contains(known.place.pointer.as_str());
        assert_eq!(
            is_listed,
            matches!(format, ReportFormat::Sarif | ReportFormat::Json | ReportFormat::Html),
            "{format}"
        );
    }
}

#[test]
fn a_limit_of_findings_is_told() {
    let report = checker().max_findings(3).check_bytes("a.json", &crate::samples::bytes("hangjin-faulty.json"));
    let more = report.inputs[0].counts.total - u64::try_from(report.findings().count()).unwrap();
    assert!(more > 0);
    for format in super::texts() {
        // JSON has the counts, and the page says so in words of its own.
        if matches!(format, ReportFormat::Json | ReportFormat::Jsonl | ReportFormat::Junit | ReportFormat::Html) {
            continue;
        }
        let text = written(&report, format, Lang::En);
        assert!(text.contains(&format!("{more} more")), "{format}: {text}");
    }
    // Of the cases that stand for the rest, those at the level that fails are failures.
    let text = written(&report, ReportFormat::Junit, Lang::En);
    let document = roxmltree::Document::parse(&text).unwrap();
    let rest = document.descendants().filter(|node| {
        node.has_tag_name("testcase") && node.attribute("name").is_some_and(|name| name.starts_with("not listed"))
    });
    let outcomes: Vec<_> =
        rest.filter_map(|case| case.first_element_child()).map(|one| one.tag_name().name()).collect();
    assert_eq!(outcomes[0], "failure");
    assert!(outcomes[1..].iter().all(|outcome| *outcome == "skipped"));
}

#[test]
fn a_line_is_one_finding_as_compilers_write_it() {
    let text = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
  "organizations": [{"id": "water", "name": "\u6c34\u5229\u5c40", "kind": "agency"}]}"#;
    let report = checker().check_bytes("data/a.json", text);
    let lines = |lang| written(&report, ReportFormat::Concise, lang);
    let finding = report.findings().next().unwrap();
    let expected = format!(
        "data/a.json:2:75: error[QD005] {} (/organizations/0/kind; organization water 水利局)\n",
        finding.message(Lang::En)
    );
    assert_eq!(lines(Lang::En), expected);
    let expected = format!(
        "data/a.json:2:75: error[QD005] {} (/organizations/0/kind; 组织机构 water 水利局)\n",
        finding.message(Lang::Zh)
    );
    assert_eq!(lines(Lang::Zh), expected);
}

/// The lines and their schema are one.
#[test]
fn lines_of_json_are_of_their_schema_and_the_last_is_the_summary() {
    let schema = serde_json::from_str(&SchemaName::ReportLine.text()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let report = faulty();
    let text = written(&report, ReportFormat::Jsonl, Lang::Zh);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for line in &lines {
        let errors: Vec<String> = validator.iter_errors(line).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        let line: ReportLine = serde_json::from_value(line.clone()).unwrap();
        assert_eq!(line.finding.is_some(), line.summary.is_none());
    }
    assert!(!validator.is_valid(&json!({ "finding": 1 })));
    let (last, findings) = lines.split_last().unwrap();
    assert_eq!(findings.len(), report.findings().count());
    assert_eq!(findings[0]["input"], report.inputs[0].name.as_str());
    assert_eq!(findings[0]["finding"], json!(report.findings().next()));
    let mut summary = json!(report);
    summary["inputs"][0]["findings"] = json!([]);
    assert_eq!(last["summary"], summary);
}

/// The runner keeps ten annotations of a level: the gravest come first, and it is said what is in the log alone.
#[test]
fn after_ten_of_a_level_a_line_says_how_many_more_there_are_and_where() {
    let mut report = faulty();
    let of = |report: &Report, severity| report.findings().filter(|finding| finding.severity == severity).count();
    let errors = of(&report, Severity::Error);
    let mut few = report.inputs[0].clone();
    few.name = "b.json".to_owned();
    few.findings.retain(|finding| finding.severity != Severity::Info);
    few.findings.truncate(2);
    few.counts = FindingCounts::default();
    few.findings.iter_mut().for_each(|finding| finding.severity = Severity::Error);
    report.inputs.push(few);
    let text = written(&report, ReportFormat::Github, Lang::En);
    let levels: Vec<&str> = text.lines().map(|line| line.split([' ', '…']).next().unwrap()).collect();
    let first_of = |level: &str| levels.iter().position(|one| *one == level).unwrap();
    assert!(first_of("::error") < first_of("::warning") && first_of("::warning") < first_of("::notice"));
    let line = text.lines().nth(10).unwrap();
    let name = &report.inputs[0].name;
    assert_eq!(
        line,
        format!(
            "… {} more of level error follow in this log alone: GitHub annotates 10 a step (b.json 2, {name} {})",
            errors + 2 - 10,
            errors - 10
        )
    );
    assert!(text.lines().take(10).all(|line| line.starts_with("::error file=examples/catalogs/")));
    assert_eq!(commands(&text).len(), report.findings().count());
}

/// Which entries GitLab reads: one object each, of the members that it asks for, in the words that it knows.
#[test]
fn entries_are_what_gitlab_reads() {
    let schema = json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string"},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "positions"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1},
                        "positions": {
                            "required": ["begin", "end"],
                            "additionalProperties": {
                                "required": ["line", "column"],
                                "additionalProperties": {"type": "integer", "minimum": 1}
                            }
                        }
                    }
                }
            }
        }
    });
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let broken = checker().check_bytes("./a.json", b"{\"header\": ");
    for report in [faulty(), base(), broken.clone(), clean()] {
        let text = written(&report, ReportFormat::Gitlab, Lang::Zh);
        assert!(text.starts_with('['));
        let entries = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&entries).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
    let entries: Value = serde_json::from_str(&written(&broken, ReportFormat::Gitlab, Lang::Zh)).unwrap();
    assert_eq!((&entries[0]["check_name"], &entries[0]["severity"]), (&json!("QD001"), &json!("critical")));
    assert_eq!(entries[0]["location"]["path"], "a.json");
}

/// A suite a file, a case a finding, and one that passes for a file without any; milder findings than the level fail nothing.
#[test]
fn test_results_count_what_fails() {
    let mut report = base();
    report.append(clean());
    let of = |severity| report.findings().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notices) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    for (fail_level, failures) in [
        (FailLevel::Error, errors),
        (FailLevel::Warning, errors + warnings),
        (FailLevel::Info, errors + warnings + notices),
        (FailLevel::Never, 0),
    ] {
        let mut options = ReportOptions::new(Lang::Zh);
        options.fail_level = fail_level;
        let mut bytes = Vec::new();
        write_report(&report, ReportFormat::Junit, &options, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let document = roxmltree::Document::parse(&text).unwrap();
        let root = document.root_element();
        let number = |node: roxmltree::Node<'_, '_>, name| node.attribute(name).unwrap().parse::<usize>().unwrap();
        let total = errors + warnings + notices;
        // Two files have no findings.
        assert_eq!(number(root, "tests"), total + 2);
        assert_eq!((number(root, "failures"), number(root, "skipped")), (failures, total - failures));
        let suites: Vec<_> = root.children().filter(|node| node.has_tag_name("testsuite")).collect();
        let names: Vec<_> = suites.iter().filter_map(|suite| suite.attribute("name")).collect();
        assert_eq!(names, ["one.json", "two/a.json", "two/b.json", "a.json", "qingdan.toml"]);
        for suite in suites {
            let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
            assert_eq!(number(suite, "tests"), cases.len());
            // A reader keeps the first result of a case.
            assert!(cases.iter().all(|case| case.children().filter(roxmltree::Node::is_element).count() <= 1));
            let passed = cases.iter().filter(|case| case.first_element_child().is_none()).count();
            let is_clean = matches!(suite.attribute("name"), Some("two/a.json" | "a.json"));
            assert_eq!((passed, is_clean), (usize::from(is_clean), is_clean));
        }
    }
}

#[test]
fn the_summary_of_a_job_has_answers_counts_and_findings() {
    let report = faulty();
    let text = written(&report, ReportFormat::Markdown, Lang::Zh);
    assert!(text.starts_with("## 清单检查结果（以2026年11月25日为准）\n"), "{text}");
    assert!(text.contains("| 合规范 | ❌ 否 | QD003、QD005、"), "{text}");
    for (code, count) in &report.inputs[0].counts.by_rule {
        let title = report.rule(*code).unwrap().title.zh.as_str();
        let is_named = text.contains(&format!("| {code} {title} | {count} |"));
        assert!(is_named || report.inputs[0].counts.by_rule.len() > 30, "{code}");
    }
    let is_plain = |name: &String| name.chars().all(char::is_alphabetic);
    let body = report.findings().find_map(|finding| finding.body.as_ref()?.name.clone().filter(is_plain)).unwrap();
    let of_body = report.findings().filter(|f| f.body.as_ref().and_then(|b| b.name.as_deref()) == Some(&body));
    let errors = of_body.filter(|finding| finding.severity == Severity::Error).count();
    assert!(text.contains(&format!("| {body} | {errors} |")), "{body} {errors}: {text}");
    let listed = told(ReportFormat::Markdown, &text).unwrap().len();
    let more = report.findings().count() - listed;
    assert_eq!(text.contains(&format!("\n另有 {more} 项发现未列出。\n")), more > 0, "{listed}");
}

/// However many findings there are, a summary is no longer than a comment may be, and the counts are true.
#[test]
fn a_summary_is_bounded_and_says_how_many_findings_it_leaves_out() {
    let mut report = faulty();
    let findings = report.inputs[0].findings.clone();
    report.inputs[0].findings = findings.iter().cycle().take(20_000).cloned().collect();
    let total = 20_000;
    report.inputs[0].counts = FindingCounts::default();
    report.inputs[0].counts.error = total;
    let text = written(&report, ReportFormat::Markdown, Lang::En);
    assert!(text.chars().count() <= 65_536 && text.chars().count() > 50_000);
    let listed = told(ReportFormat::Markdown, &text).unwrap().len();
    assert!(listed > 50);
    let more = total - u64::try_from(listed).unwrap();
    assert!(text.ends_with(&format!("\n{more} more findings are not listed here.\n")), "{listed}");
}

/// Columns for officials and for programs, and the cell of the source in which a fault stands.
#[test]
fn a_table_has_a_row_a_finding_with_its_cell() {
    let report = base();
    for (lang, header) in [(Lang::Zh, "文件"), (Lang::En, "file")] {
        let text = written(&report, ReportFormat::Csv, lang);
        assert!(text.starts_with(&format!("\u{feff}{header},")), "{text}");
        assert!(text.lines().count() == report.findings().count() + 1 && text.ends_with("\r\n"));
        let with_cell = report.findings().find(|finding| finding.source.is_some()).unwrap();
        let row = text.lines().find(|line| line.contains(&with_cell.fingerprint)).unwrap();
        assert!(row.contains(",a.xlsx,5,"), "{row}");
    }
}

#[test]
fn formula_cells_are_defused_and_keep_their_text() {
    let mut report = base();
    report.inputs[0].findings[0].found = Some("=1+1".to_owned());
    let text = written(&report, ReportFormat::Csv, Lang::Zh);
    assert!(text.contains(",'=1+1,"), "{text}");
}
