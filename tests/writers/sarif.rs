//! SARIF: of the standard's form, within the limits of GitHub, and with what is set aside.

use std::collections::BTreeSet;

use qingdan::writer::ReportFormat;
use qingdan::{Lang, Message, Report, Severity, rules};
use serde_json::{Value, json};

use super::poison::{base, poisoned};
use super::{checker, faulty, written};

fn sarif(report: &Report, lang: Lang) -> Value {
    serde_json::from_str(&written(report, ReportFormat::Sarif, lang)).unwrap()
}

fn run(report: &Report) -> Value {
    sarif(report, Lang::En)["runs"][0].clone()
}

fn assert_of_the_form(log: &Value) {
    let schema = serde_json::from_str(include_str!("../data/sarif.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn reports_are_of_the_form_of_the_standard() {
    let empty = checker().check_bytes("sample.json", &crate::samples::bytes("hangjin-sample.json"));
    for report in [faulty(), base(), empty, poisoned("\u{1b}[x](1){0}"), poisoned("")] {
        for lang in [Lang::Zh, Lang::En] {
            assert_of_the_form(&sarif(&report, lang));
        }
    }
}

#[test]
fn each_rule_that_found_something_is_explained_once() {
    let report = faulty();
    for lang in [Lang::Zh, Lang::En] {
        let log = sarif(&report, lang);
        let descriptors = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().clone();
        let found: BTreeSet<String> = report.findings().map(|finding| finding.code.to_string()).collect();
        let ids: Vec<&str> = descriptors.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids, found.iter().map(String::as_str).collect::<Vec<_>>());
        for descriptor in &descriptors {
            let rule = rules::find(descriptor["id"].as_str().unwrap().parse().unwrap()).unwrap();
            let (text, markdown) = (descriptor["help"]["text"].as_str().unwrap(), &descriptor["help"]["markdown"]);
            assert!(text.starts_with(&format!("{} {}", rule.code, rule.name)), "{text}");
            for ground in rule.citations {
                assert!(text.contains(&ground.to_string()), "{ground} in {text}");
            }
            let section = rule.explanation(lang).lines().find_map(|line| line.strip_prefix("## ")).unwrap();
            assert!(markdown.as_str().unwrap().contains(&format!("**{section}**")), "{markdown}");
            assert!(descriptor["fullDescription"]["text"].as_str().unwrap().chars().count() > 10);
        }
    }
    let rule =
        run(&report)["tool"]["driver"]["rules"].as_array().unwrap().iter().find(|rule| rule["id"] == "QD307").cloned();
    let rule = rule.unwrap();
    assert_eq!(rule["name"], "PromiseOverStatutory");
    assert_eq!(rule["shortDescription"]["text"], "the promised limit is longer than the statutory one");
    assert_eq!(rule["properties"]["tags"], json!(["catalog", "lawful"]));
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
}

#[test]
fn what_is_set_aside_or_known_is_suppressed_and_all_else_is_not() {
    let report = base();
    for (lang, reason, known) in [
        (Lang::Zh, "上级机构尚未录入；有效期至：2026-12-31", "基线中已有"),
        (Lang::En, "上级机构尚未录入; until: 2026-12-31", "known by the baseline"),
    ] {
        let results = sarif(&report, lang)["runs"][0]["results"].as_array().unwrap().clone();
        assert_eq!(results.len(), report.findings().count() + 2);
        let suppressed: Vec<(&Value, &Value)> = results
            .iter()
            .filter(|result| result["suppressions"] != json!([]))
            .map(|result| (&result["suppressions"][0]["justification"], &result["baselineState"]))
            .collect();
        assert_eq!(suppressed, [(&json!(reason), &json!("new")), (&json!(known), &json!("unchanged"))]);
        let others = results.iter().filter(|result| result["suppressions"] == json!([]));
        assert!(others.clone().all(|result| result["baselineState"] == "new"));
        assert_eq!(others.count(), report.findings().count());
    }
    // Where nothing is set aside, nothing is said of it.
    let results = run(&faulty())["results"].as_array().unwrap().clone();
    assert!(results.iter().all(|result| result.get("suppressions").is_none() && result.get("baselineState").is_none()));
}

#[test]
fn the_ground_and_the_last_day_of_a_suppression_are_its_justification() {
    let mut report = base();
    let suppression = &mut report.inputs[0].suppressions[0].suppression;
    suppression.ground = Some("旗政府会议纪要〔2026〕3号".parse().unwrap());
    suppression.until = "2026-12-31".parse().unwrap();
    let justification = |lang| {
        let log = sarif(&report, lang);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let texts = results.iter().filter_map(|result| result["suppressions"][0]["justification"].as_str());
        texts.map(str::to_owned).next()
    };
    let zh = "上级机构尚未录入；依据：旗政府会议纪要〔2026〕3号；有效期至：2026-12-31";
    assert_eq!(justification(Lang::Zh).as_deref(), Some(zh));
    let en = "上级机构尚未录入; ground: 旗政府会议纪要〔2026〕3号; until: 2026-12-31";
    assert_eq!(justification(Lang::En).as_deref(), Some(en));
}

/// Above a limit GitHub refuses the whole file, so the gravest are kept, and it is said how many are not.
#[test]
fn no_more_results_are_written_than_github_keeps() {
    let mut report = faulty();
    let findings = report.inputs[0].findings.clone();
    let (errors, others): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.severity == Severity::Error);
    let some = |of: &[qingdan::Finding], count: usize| of.iter().cycle().take(count).cloned().collect::<Vec<_>>();
    report.inputs[0].findings = [some(&others, 3000), some(&errors, 2600)].concat();
    let run = run(&report);
    let results = run["results"].as_array().unwrap();
    let level = |level: &str| results.iter().filter(|result| result["level"] == level).count();
    assert_eq!((results.len(), level("error")), (5000, 2600));
    let notifications = run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    let texts: Vec<&str> = notifications.iter().filter_map(|one| one["message"]["text"].as_str()).collect();
    assert_eq!(texts, ["600 findings are left out: these are the 5000 gravest"]);
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn what_could_not_be_read_fails_the_run() {
    let mut report = base();
    report.add_unread("数据/b c.json", Message::new("没有读取权限", "permission denied"));
    let run = run(&report);
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notification["level"], "error");
    assert_eq!(notification["message"]["text"], "could not be read and was not checked: permission denied");
    let place = &notification["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(place["uri"], "%E6%95%B0%E6%8D%AE/b%20c.json");
    let artifacts = run["artifacts"].as_array().unwrap();
    assert!(artifacts.iter().any(|artifact| artifact["location"] == *place));
}

/// The files that were checked, with what is known of their bytes, and each part of a catalog by itself.
#[test]
fn artifacts_are_the_files() {
    let mut report = base();
    let digest = "ab".repeat(32);
    report.inputs[0].sha256 = Some(digest.clone());
    let run = run(&report);
    let artifacts = run["artifacts"].as_array().unwrap();
    let uris: Vec<&str> = artifacts.iter().map(|artifact| artifact["location"]["uri"].as_str().unwrap()).collect();
    assert_eq!(uris, ["one.json", "two/a.json", "two/b.json"]);
    assert_eq!(artifacts[0]["hashes"]["sha-256"], digest.as_str());
    assert_eq!(artifacts[0]["length"].as_u64(), report.inputs[0].bytes);
    assert!(artifacts[1].get("hashes").is_none());
    let results = run["results"].as_array().unwrap();
    let uri = |result: &Value| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    let of_part = results.iter().filter(|result| uri(result) == "two/b.json").count();
    assert_eq!(
        of_part,
        report.findings().filter(|finding| finding.place.input.as_deref() == Some("two/b.json")).count()
    );
    assert!(of_part > 0);
}

/// The second place of a finding is one of its own, and no link in a text leads there.
#[test]
fn other_places_are_related_locations() {
    let report = base();
    let repeated = report.findings().find(|finding| !finding.related.is_empty()).unwrap();
    let run = run(&report);
    let results = run["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == repeated.code.to_string().as_str()).unwrap();
    let related = &result["relatedLocations"][0];
    assert_eq!(related["id"], 0);
    let region = &related["physicalLocation"]["region"];
    assert_eq!(region["startLine"].as_u64(), repeated.related[0].place.line.map(u64::from));
    assert_eq!(region["startColumn"].as_u64(), repeated.related[0].place.column.map(u64::from));
    assert_eq!(related["message"]["text"], repeated.related[0].message.en.as_str());
    assert_eq!(related["logicalLocations"][0]["fullyQualifiedName"], repeated.related[0].place.pointer.as_str());
}

/// Braces are doubled (§3.11.5); a bracket that would end the text of a link is escaped (§3.11.6), others need not be.
#[test]
fn no_link_and_no_argument_stands_in_a_message() {
    let log = sarif(&poisoned("[a](1) {0} [b]"), Lang::En);
    let message = &log["runs"][0]["results"][0]["message"]["text"];
    assert_eq!(message, r"[a\](1) {{0}} [b]");
}

#[test]
fn verdicts_and_days_are_properties_of_the_run() {
    let report = faulty();
    let properties = &run(&report)["properties"];
    assert_eq!(properties["as_of"], "2026-11-25");
    assert_eq!(properties["verdicts"]["valid"], "no");
    assert_eq!(properties["law_known_to"], json!(report.law.known_to));
}
