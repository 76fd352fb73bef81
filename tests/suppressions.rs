//! Findings that somebody answers for: set aside, counted apart, and never forgotten.

use qingdan::model::{Date, Kind};
use qingdan::report::{Report, Suppression, SuppressionState, Verdict};
use qingdan::{Aspect, Checker, Lang, RuleCode, Severity};

/// Two bodies of which each names a parent that is not there, and two items without a basis.
const CATALOG: &str = r#"{
  "header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county",
    "published_by": "nobody"},
  "organizations": [
    {"id": "w", "name": "水利局", "kind": "department", "parent": "none"},
    {"id": "t", "name": "税务局", "kind": "department", "parent": "none"}
  ],
  "licensing_items": [
    {"id": "a", "name": "取水许可", "item_level": "main"},
    {"id": "b", "name": "采砂许可", "item_level": "main"}
  ]
}"#;

fn code(text: &str) -> RuleCode {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn of(rule: &str, kind: Kind, id: &str) -> Suppression {
    Suppression::of_record(code(rule), kind, id.parse().unwrap(), "上级机构尚未录入".parse().unwrap())
}

fn checker() -> Checker {
    Checker::new().as_of(day("2026-11-23"))
}

fn check(checker: &Checker) -> Report {
    checker.check_bytes("a", CATALOG.as_bytes())
}

fn said(report: &Report) -> Vec<String> {
    report.findings().map(|finding| format!("{} {}", finding.code, finding.place.pointer)).collect()
}

fn states(report: &Report) -> Vec<(SuppressionState, u64)> {
    report.inputs[0].suppressions.iter().map(|told| (told.state, told.findings)).collect()
}

#[test]
fn what_is_set_aside_is_counted_apart_and_all_else_stays() {
    let all = said(&check(&checker()));
    let set_aside = ["QD009 /organizations/0/parent", "QD201 /licensing_items/1"];
    assert!(set_aside.iter().all(|one| all.iter().any(|said| said == one)), "{all:?}");
    let report = check(&checker().suppress([
        of("QD009", Kind::Organization, "w"),
        of("QD201", Kind::LicensingItem, "b"),
        of("QD201", Kind::PowerItem, "b"),
    ]));
    let expected: Vec<String> = all.iter().filter(|said| !set_aside.contains(&said.as_str())).cloned().collect();
    assert_eq!(said(&report), expected);
    assert_eq!(
        states(&report),
        [(SuppressionState::Used, 1), (SuppressionState::Used, 1), (SuppressionState::Unused, 0)]
    );
    let before = check(&checker());
    assert_eq!(report.count(Severity::Error) + 2, before.count(Severity::Error));
    assert_eq!(report.count_of(code("QD009")), 1);
}

/// A fault that is answered for is a fault: nobody may say that all is well.
#[test]
fn no_verdict_is_yes_over_what_was_set_aside() {
    let of_one = |text: &str, checker: Checker| checker.check_bytes("a", text.as_bytes());
    let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
      "organizations": [{"id": "w", "name": "水利局", "kind": "department", "parent": "none"}]}"#;
    let only = || checker().select(["QD0".parse().unwrap()]);
    let judged = |report: &Report| report.inputs[0].verdicts.of(Aspect::Valid).clone();
    assert_eq!(judged(&of_one(text, only())).verdict, Verdict::No);
    let report = of_one(text, only().suppress([of("QD009", Kind::Organization, "w")]));
    let verdict = judged(&report);
    assert_eq!(verdict.verdict, Verdict::NotShown);
    assert!(verdict.because.contains(&code("QD009")), "{verdict:?}");
    let sound =
        of_one(&text.replace(r#", "parent": "none""#, ""), only().suppress([of("QD009", Kind::Organization, "w")]));
    assert!(!judged(&sound).because.contains(&code("QD009")));
}

#[test]
fn after_its_last_day_a_suppression_sets_nothing_aside() {
    let state = |checker: Checker, until: &str| {
        let mut known = of("QD009", Kind::Organization, "w");
        known.until = Some(day(until));
        states(&check(&checker.suppress([known])))[0]
    };
    assert_eq!(state(checker(), "2026-11-22"), (SuppressionState::Expired, 0));
    assert_eq!(state(checker(), "2026-11-23"), (SuppressionState::Used, 1));
    // As of no day nobody knows whether it has passed.
    assert_eq!(state(Checker::new(), "2026-11-23"), (SuppressionState::NoDay, 0));
    assert_eq!(
        states(&check(&Checker::new().suppress([of("QD009", Kind::Organization, "w")]))),
        [(SuppressionState::Used, 1)]
    );
}

#[test]
fn what_is_said_of_the_whole_catalog_can_be_set_aside() {
    let text =
        r#"{"header": {"schema_version": "1.0", "title": "《权责清单", "division": "999999", "level": "county"}}"#;
    let found = checker().check_bytes("a", text.as_bytes());
    let codes: Vec<RuleCode> = found.findings().map(|finding| finding.code).collect();
    assert!(!codes.is_empty());
    let reason = || "试填的目录".parse().unwrap();
    let all = codes.iter().map(|&code| Suppression::of_catalog(code, reason()));
    let report = checker().suppress(all).check_bytes("a", text.as_bytes());
    assert_eq!(said(&report), [""; 0]);
    assert!(states(&report).iter().all(|(state, _)| *state == SuppressionState::Used));
}

/// The same in memory, in the other spelling, by passages and on threads: what follows a record is no part of it.
#[test]
fn it_is_the_same_wherever_the_records_come_from() {
    use std::fmt::Write as _;
    let mut lines =
        String::from(r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}"#);
    for number in 0..500 {
        let _ = write!(
            lines,
            "\n{{\"organization\": {{\"id\": \"o{number}\", \"name\": \"杭锦旗水利局\", \"kind\": \"department\", \"parent\": \"none\"}}}}\n{{\"bundle\": 1}}"
        );
    }
    let suppressions = || [7, 8, 499].map(|number| of("QD009", Kind::Organization, &format!("o{number}")));
    let whole = checker().suppress(suppressions()).check_bytes("a", lines.as_bytes());
    assert_eq!(states(&whole), [(SuppressionState::Used, 1); 3]);
    assert_eq!(whole.count_of(code("QD009")), 497);
    let threads = |number: usize| {
        checker()
            .suppress(suppressions())
            .threads(number.try_into().unwrap())
            .passage(4096)
            .check_reader("a", std::io::Cursor::new(lines.as_bytes()))
            .unwrap()
    };
    assert_eq!(threads(1), whole);
    assert_eq!(threads(3), whole);
    let reading = qingdan::read(CATALOG.as_bytes(), qingdan::Limits::default());
    let memory = checker().suppress([of("QD201", Kind::LicensingItem, "b")]).check(&reading.catalog.unwrap());
    assert_eq!(states(&memory), [(SuppressionState::Used, 1)]);
}

#[test]
fn people_are_told_who_answers_for_what_and_until_when() {
    let mut known = of("QD009", Kind::Organization, "w");
    known.ground = Some("内政发〔2021〕6号".parse().unwrap());
    known.until = Some(day("2026-12-31"));
    let report = check(&checker().suppress([known]));
    let text = |lang: Lang| {
        let mut out = Vec::new();
        qingdan::writer::human::write_summary(&report, &qingdan::writer::human::Options::new(lang), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let zh = text(Lang::Zh);
    assert!(zh.contains("说明 1 条，搁置 1 项；未使用 0 条，已过期 0 条"), "{zh}");
    assert!(
        zh.contains("QD009 organization/w：已使用（1项）；理由：上级机构尚未录入；依据：内政发〔2021〕6号；有效期至2026年12月31日"),
        "{zh}"
    );
    assert!(text(Lang::En).contains("QD009 organization/w: used (1 findings)"));
}
