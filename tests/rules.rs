//! The catalogue of rules: complete, documented, and each rule true to its examples.

use std::collections::BTreeSet;
use std::fs;

use qingdan::baseline::Baseline;
use qingdan::model::Field;
use qingdan::report::{NotRunReason, Suppression, Verdict};
use qingdan::rule::{EXAMPLE_PARAMETERS, Example, Rule, Shows};
use qingdan::rules;
use qingdan::schema::SchemaName;
use qingdan::{Aspect, Checker, Lang, RuleCode, RuleSelector, Severity};

use crate::samples::bytes;

fn checker() -> Checker {
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap());
    EXAMPLE_PARAMETERS.iter().cloned().fold(checker, Checker::parameter)
}

fn found(example: &Example) -> Vec<(String, String)> {
    let mut checker = checker();
    let read = |text: &str| qingdan::read(text.as_bytes(), qingdan::Limits::default()).catalog.unwrap();
    if let Some(superior) = example.superior {
        checker = checker.superior(&read(superior));
    }
    if let Some(previous) = example.previous {
        checker = checker.previous(&read(previous));
    }
    if let Some(suppressions) = example.suppressions {
        checker = checker.suppress(serde_json::from_str::<Vec<Suppression>>(suppressions).unwrap());
    }
    if let Some(baseline) = example.baseline {
        checker = checker.baseline(Baseline::from_lines(baseline.as_bytes()).unwrap());
    }
    let report = checker.check_bytes("example", &example.text());
    report.findings().map(|finding| (finding.code.to_string(), finding.place.pointer.to_string())).collect()
}

fn expected(rule: &Rule, example: &Example) -> Vec<(String, String)> {
    example.at.iter().map(|at| (rule.code.to_string(), (*at).to_owned())).collect()
}

/// With all rules running, so that an example that another rule finds fault with is no example.
#[test]
fn every_example_gives_exactly_what_it_says() {
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let examples: Vec<Example> = rule.examples().collect();
        for example in &examples {
            let (found, expected) = (found(example), expected(rule, example));
            if found != expected {
                wrong.push(format!("{} ({}): expected {expected:?}, found {found:?}", rule.code, example.note.en));
            }
        }
        let (fails, passes): (Vec<_>, Vec<_>) = examples.iter().partition(|example| example.shows == Shows::Fails);
        assert!(!fails.is_empty() && fails.iter().all(|example| !example.at.is_empty()), "{}", rule.code);
        assert!(!passes.is_empty() && passes.iter().all(|example| example.at.is_empty()), "{}", rule.code);
        assert!(
            passes.iter().any(|example| example.note.en.starts_with("boundary") && example.note.zh.starts_with("界限")),
            "{} shows no boundary",
            rule.code
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn codes_ascend_and_belong_to_their_family() {
    let codes: Vec<RuleCode> = rules::all().map(|rule| rule.code).collect();
    assert!(codes.is_sorted() && codes.windows(2).all(|pair| pair[0] != pair[1]), "{codes:?}");
    let planned: Vec<RuleCode> = rules::PLANNED.iter().map(|rule| rule.code).collect();
    assert!(planned.is_sorted());
    assert!(planned.iter().all(|code| rules::find(*code).is_none()), "a rule is built and planned");
    for rule in rules::PLANNED {
        let is_title = |text: &str| !text.is_empty() && !text.ends_with(['.', '。']);
        assert!(is_title(rule.title.zh) && is_title(rule.title.en) && rule.title.zh != rule.title.en, "{}", rule.code);
    }
    for code in codes {
        assert_eq!(rules::find(code).map(|rule| rule.code), Some(code));
        assert_eq!(code.to_string().parse(), Ok(code));
    }
}

/// Codes, names, severities and aspects are promises: this list changes only on purpose, and then in the changelog.
#[test]
fn the_catalogue_is_the_committed_one() {
    let committed = include_str!("data/rules.txt");
    let mut rows: Vec<String> =
        rules::all().map(|rule| format!("{} {} {} {}", rule.code, rule.name, rule.severity, rule.aspect)).collect();
    rows.extend(
        rules::PLANNED.iter().map(|rule| format!("{} {} {} {}", rule.code, rule.name, rule.severity, rule.aspect)),
    );
    rows.sort();
    let committed: Vec<&str> = committed.lines().collect();
    assert_eq!(rows, committed, "a new rule is added by `cargo run --all-features --example regenerate`");
}

#[test]
fn every_rule_explains_itself_in_both_languages() {
    for rule in rules::all() {
        for (lang, headings) in [
            (Lang::Zh, ["## 检查什么", "## 为什么", "## 怎么改"]),
            (Lang::En, ["## What it checks", "## Why it matters", "## How to fix it"]),
        ] {
            let text = rule.explanation(lang);
            let at: Vec<Option<usize>> = headings.iter().map(|heading| text.find(heading)).collect();
            assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{} {lang}: {at:?}", rule.code);
            assert!(text.len() > 200, "{} {lang} says next to nothing", rule.code);
            for part in [rule.title, rule.unit, rule.help] {
                assert!(
                    !part.text(lang).is_empty() && !part.text(lang).ends_with(['.', '。']),
                    "{}: {part:?}",
                    rule.code
                );
            }
        }
        assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name);
        assert!(rule.citations.iter().all(|citation| !citation.document.is_empty() && !citation.clause.is_empty()));
        assert!(!rule.citations.is_empty(), "{} stands on nothing", rule.code);
        assert_eq!(rule.since, "0.1.0");
    }
}

/// What stands on a page and is not understood would be an example that nobody tries.
#[test]
fn every_page_is_read_to_its_end() {
    let mut pages = Vec::new();
    for family in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules")).unwrap() {
        let family = family.unwrap().path();
        let files = family.is_dir().then(|| fs::read_dir(family).unwrap()).into_iter().flatten();
        pages.extend(
            files.map(|file| file.unwrap().path()).filter(|file| file.extension().is_some_and(|end| end == "md")),
        );
    }
    assert_eq!(pages.len(), rules::all().count());
    for path in pages {
        let page = fs::read_to_string(&path).unwrap();
        let code = path.file_stem().unwrap().to_str().unwrap().to_uppercase();
        let rule = rules::find(code.parse().unwrap()).unwrap();
        assert_eq!(rule.page, page);
        let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("# ")).collect();
        assert_eq!(headings, [format!("# {code} zh"), format!("# {code} en"), format!("# {code} examples")]);
        let examples = page.split(headings[2]).nth(1).unwrap();
        let shown = examples.lines().filter(|line| line.starts_with("## ")).count();
        let places = examples.lines().filter(|line| line.starts_with("- at: ")).count();
        assert_eq!(rule.examples().count(), shown, "{code}");
        assert_eq!(rule.examples().map(|example| example.at.len()).sum::<usize>(), places, "{code}");
        let beside = ["superior", "previous", "suppressions", "baseline"];
        let beside: usize = beside.iter().map(|kind| examples.matches(&format!("```json {kind}\n")).count()).sum();
        let read = rule.examples().map(|example| {
            let beside = [example.superior, example.previous, example.suppressions, example.baseline];
            beside.into_iter().flatten().count()
        });
        assert_eq!(read.sum::<usize>(), beside, "{code}");
        assert_eq!(examples.lines().filter(|line| line.starts_with("```")).count(), (shown + beside) * 2, "{code}");
        assert!(examples.lines().filter(|line| line.starts_with("- ")).count() == shown * 2 + places, "{code}");
    }
}

/// The compiler knows the fields of the types; those of the schema have the same names.
#[test]
fn the_fields_that_rules_read_exist() {
    let document = crate::schemas::value(&SchemaName::Document.text());
    for rule in rules::all() {
        for path in rule.fields().map(Field::path) {
            let mut schema = &document;
            for name in path.split('.') {
                let reference = [schema, &schema["items"], &schema["allOf"][0], &schema["anyOf"][0]]
                    .into_iter()
                    .find_map(|s| s["$ref"].as_str());
                if let Some(reference) = reference {
                    schema = document.pointer(reference.trim_start_matches('#')).unwrap();
                }
                schema = &schema["properties"][name];
                assert!(schema.is_object(), "{}: {path}", rule.code);
            }
        }
    }
}

/// A13: 优化营商环境条例 applies from 2020-01-01; before that day nothing forbade a promise longer than the statutory
/// limit, so the rule neither fires nor stands in the way of a verdict.
#[test]
fn a_rule_is_not_run_outside_its_period() {
    let promise = rules::find("QD307".parse().unwrap()).unwrap();
    let on = |day: Option<&str>| {
        let checker = day.map_or_else(Checker::new, |day| Checker::new().as_of(day.parse().unwrap()));
        let report = checker
            .select([RuleSelector::Rule(promise.code)])
            .check_bytes("x", &promise.examples().next().unwrap().text());
        let input = &report.inputs[0];
        let reason = input.coverage.not_run.iter().find(|rule| rule.code == promise.code).map(|rule| rule.reason);
        (report.findings().count(), input.coverage.run.contains(&promise.code), reason)
    };
    assert_eq!(on(Some("2019-06-01")), (0, false, Some(NotRunReason::OutsidePeriod)));
    assert_eq!(on(Some("2019-12-31")), (0, false, Some(NotRunReason::OutsidePeriod)));
    assert_eq!(on(Some("2020-01-01")), (1, true, None));
    assert_eq!(on(None), (1, true, None));

    let blocking = |day: &str| {
        let report =
            Checker::new().as_of(day.parse().unwrap()).check_bytes("x", &promise.examples().next().unwrap().text());
        report.inputs[0].verdicts.lawful.because.contains(&promise.code)
    };
    assert!(!blocking("2019-12-31"));
    assert!(blocking("2020-01-01"));
}

/// Nobody can give the lists of duties of townships yet, so their rule must not keep every verdict from being yes.
#[test]
fn a_rule_that_waits_for_a_list_blocks_no_verdict() {
    let waiting: Vec<_> = rules::PLANNED.iter().filter(|rule| rule.waits_for.is_some()).collect();
    assert_eq!(waiting.iter().map(|rule| rule.code.to_string()).collect::<Vec<_>>(), ["QD517"]);
    let report = checker().check_bytes("sample", &bytes("hangjin-sample.json"));
    assert!(!report.inputs[0].verdicts.publishable.because.contains(&waiting[0].code));
    let told = report.inputs[0].coverage.not_run.iter().find(|rule| rule.code == waiting[0].code);
    assert_eq!(told.map(|rule| rule.reason), Some(NotRunReason::NotBuilt));
}

/// No aspect says yes while one of its error rules is unbuilt, ignored or did not run.
#[test]
fn no_aspect_says_yes_while_an_error_rule_did_not_run() {
    let sample = bytes("hangjin-sample.json");
    let all = checker().check_bytes("sample", &sample);
    // Those about suppressions and the baseline look at no catalog, and decide no verdict.
    let of_catalogs = || rules::all().filter(|rule| rule.code.family() != 9);
    let everything: BTreeSet<RuleCode> =
        of_catalogs().map(|rule| rule.code).chain(rules::PLANNED.iter().map(|rule| rule.code)).collect();
    for input in &all.inputs {
        let listed: BTreeSet<RuleCode> =
            input.coverage.run.iter().copied().chain(input.coverage.not_run.iter().map(|rule| rule.code)).collect();
        let not_built = all.not_built.iter().copied().collect();
        assert!(listed.is_disjoint(&not_built), "what is not built is told once a report");
        let listed: BTreeSet<RuleCode> = listed.union(&not_built).copied().collect();
        assert_eq!(listed, everything, "every rule is listed as run or not run, or as not built");
    }
    for aspect in Aspect::ALL {
        let unbuilt = rules::PLANNED
            .iter()
            .filter(|rule| rule.aspect == *aspect && rule.severity == Severity::Error && rule.waits_for.is_none())
            .count();
        if unbuilt > 0 {
            assert_eq!(all.verdict(*aspect), Verdict::NotShown, "{aspect}");
            let because = &all.inputs[0].verdicts.of(*aspect).because;
            let (built, planned): (Vec<_>, Vec<_>) = because.iter().partition(|code| rules::find(**code).is_some());
            assert_eq!(planned.len(), unbuilt, "{aspect}");
            // The sample says of one list that its source does not hold it.
            let not_held = |code: &RuleCode| {
                let mut entries = all.inputs[0].coverage.not_run.iter().filter(|rule| rule.code == *code);
                entries.all(|rule| rule.reason == NotRunReason::NotHeld)
            };
            assert!(built.into_iter().all(not_held), "{aspect}");
        }
        for rule in of_catalogs().filter(|rule| rule.aspect == *aspect && rule.severity == Severity::Error) {
            let report = checker().ignore([RuleSelector::Rule(rule.code)]).check_bytes("sample", &sample);
            assert_ne!(report.verdict(*aspect), Verdict::Yes);
            assert!(report.inputs[0].verdicts.of(*aspect).because.contains(&rule.code), "{} ignored", rule.code);
        }
    }
}

#[test]
fn an_error_makes_the_verdict_no_and_a_warning_does_not() {
    let header = r#"{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}"#;
    let verdict = |body: &str| {
        let text = format!(
            r#"{{"header": {header}, "power_items": [{{"id": "a", "name": "某事项", "item_level": "main", {body}}}]}}"#
        );
        checker().check_bytes("x", text.as_bytes()).verdict(Aspect::Lawful)
    };
    assert_eq!(verdict(r#""power_type": "penalty""#), Verdict::No);
    assert_eq!(verdict(r#""power_type": "confirmation""#), Verdict::Yes);
}

#[test]
fn rules_are_chosen_by_code_and_family() {
    let faulty = bytes("hangjin-faulty.json");
    let codes = |checker: Checker| -> BTreeSet<String> {
        checker.check_bytes("x", &faulty).findings().map(|finding| finding.code.to_string()).collect()
    };
    let selector = |text: &str| -> RuleSelector { text.parse().unwrap() };
    assert_eq!(codes(checker().select([selector("QD201")])), BTreeSet::from(["QD201".to_owned()]));
    assert!(codes(checker().select([selector("QD1")])).iter().all(|code| code.starts_with("QD1")));
    assert!(!codes(checker().ignore([selector("QD0")])).iter().any(|code| code.starts_with("QD0")));
    let without_201 = codes(checker().select([selector("QD2")]).ignore([selector("QD201")]));
    assert!(without_201.contains("QD202") && without_201.iter().all(|code| code.starts_with("QD2")));
    assert!(!without_201.contains("QD201"));
    let report = checker().select([selector("QD201")]).check_bytes("x", &faulty);
    let reason = report.inputs[0].coverage.not_run.iter().find(|rule| rule.code == "QD101").map(|rule| rule.reason);
    assert_eq!(reason, Some(NotRunReason::NotSelected));
    for text in ["QD12", "qd101", "QD999", "QDA", "", "QD1000"] {
        assert!(text.parse::<RuleSelector>().is_err(), "{text}");
    }
}
