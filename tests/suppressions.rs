//! Findings that somebody answers for: set aside, counted apart, and never forgotten.

use qingdan::model::{Date, Kind};
use qingdan::report::{Report, SetAsideBy, SuppressedRecord, Suppression, SuppressionState, Verdict};
use qingdan::{Aspect, Checker, FilesChecked, Lang, RuleCode, Severity};

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
    let record = SuppressedRecord::new(kind, id.parse().unwrap());
    Suppression::of_record(code(rule), record, "上级机构尚未录入".parse().unwrap(), day("2027-06-30"))
}

fn checker() -> Checker {
    Checker::new().as_of(day("2026-11-23"))
}

fn check(checker: &Checker) -> Report {
    checker.check_bytes("a", CATALOG.as_bytes())
}

fn said(report: &Report) -> Vec<String> {
    let listed = report.inputs.iter().flat_map(|input| &input.findings);
    listed.map(|finding| format!("{} {}", finding.code, finding.place.pointer)).collect()
}

/// What is said of the suppressions themselves.
fn upkeep(report: &Report) -> Vec<String> {
    report.upkeep.iter().map(|finding| format!("{} {}", finding.code, finding.message(Lang::En))).collect()
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
    let aside: Vec<(SetAsideBy, Option<u32>, String)> = report.inputs[0]
        .set_aside
        .iter()
        .map(|aside| (aside.by, aside.suppression, aside.finding.place.pointer.to_string()))
        .collect();
    assert_eq!(
        aside,
        [
            (SetAsideBy::Suppression, Some(0), "/organizations/0/parent".to_owned()),
            (SetAsideBy::Suppression, Some(1), "/licensing_items/1".to_owned())
        ]
    );
    assert_eq!(
        upkeep(&report),
        [
            "QD902 nothing falls under the suppression of QD201 of power_item `b`: the fault was mended, or its code, record or path is another"
        ]
    );
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
        known.until = day(until);
        states(&check(&checker.suppress([known])))[0]
    };
    assert_eq!(state(checker(), "2026-11-22"), (SuppressionState::Expired, 0));
    assert_eq!(state(checker(), "2026-11-23"), (SuppressionState::Used, 1));
    // As of no day nobody knows whether it has passed.
    assert_eq!(state(Checker::new(), "2026-11-23"), (SuppressionState::NoDay, 0));
}

#[test]
fn what_is_said_of_the_whole_catalog_can_be_set_aside() {
    let text =
        r#"{"header": {"schema_version": "1.0", "title": "《权责清单", "division": "999999", "level": "county"}}"#;
    let found = checker().check_bytes("a", text.as_bytes());
    let codes: Vec<RuleCode> = found.findings().map(|finding| finding.code).collect();
    assert!(!codes.is_empty());
    let reason = || "试填的目录".parse().unwrap();
    let all = codes.iter().map(|&code| Suppression::of_catalog(code, reason(), day("2027-06-30")));
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
    known.until = day("2026-12-31");
    let report = check(&checker().suppress([known]));
    let text = |lang: Lang| {
        let mut out = Vec::new();
        qingdan::writer::human::write_summary(&report, &qingdan::writer::human::Options::new(lang), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let zh = text(Lang::Zh);
    assert!(zh.contains("搁置说明 1 条，涉及问题 1 项；未使用 0 条，已过期 0 条"), "{zh}");
    assert!(
        zh.contains("QD009 organization/w：已使用（1项）；理由：上级机构尚未录入；依据：内政发〔2021〕6号；有效期至2026年12月31日"),
        "{zh}"
    );
    assert!(text(Lang::En).contains("QD009 organization/w: used (1 finding)"));
}

/// The path is by identity: it holds wherever the element stands, and whatever comes before it.
#[test]
fn a_path_says_which_of_several_places_is_meant() {
    let text = |bodies: &str| {
        format!(
            r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}},
              "bundles": [{{"id": "b", "name": "开饭店一件事", "lead": "none", "partners": [{bodies}]}}]}}"#
        )
    };
    let one = text(r#""x", "y""#);
    let report = checker().check_bytes("a", one.as_bytes());
    let paths: Vec<String> = report
        .findings()
        .filter(|finding| finding.code == "QD009" && finding.path.as_str().starts_with("/partners"))
        .map(|finding| finding.identity_path().to_string())
        .collect();
    assert_eq!(paths.len(), 2, "{report:?}");
    assert!(paths.iter().all(|path| path.starts_with("/partners/#")), "{paths:?}");
    let mut known = of("QD009", Kind::Bundle, "b");
    let mut of_y = qingdan::model::Pointer::member("partners");
    of_y.push(paths[1].rsplit('/').next().unwrap());
    known.path = Some(of_y);
    let other = text(r#""y", "z", "x""#);
    let report = checker().suppress([known]).check_bytes("a", other.as_bytes());
    let aside: Vec<_> = report.inputs[0].set_aside.iter().map(|aside| aside.finding.found.as_deref()).collect();
    assert_eq!(aside, [Some("y")]);
}

/// The last day, thirty days before it, and thirty-one.
#[test]
fn who_answers_is_told_in_time_that_it_ends() {
    let told = |as_of: &str, until: &str| {
        let mut known = of("QD009", Kind::Organization, "w");
        known.until = day(until);
        upkeep(&check(&Checker::new().as_of(day(as_of)).suppress([known])))
    };
    let ends = |until: &str, days: &str| {
        vec![format!(
            "QD904 the suppression of QD009 of organization `w` holds until {until}, {days} after the day of the check"
        )]
    };
    assert_eq!(told("2026-11-23", "2026-12-24"), [""; 0]);
    assert_eq!(told("2026-11-23", "2026-12-23"), ends("2026-12-23", "30 days"));
    assert_eq!(told("2026-11-23", "2026-11-24"), ends("2026-11-24", "1 day"));
    // Over the end of a leap February: 2028-02-28 to 2028-03-30 are 31 days.
    assert_eq!(told("2028-02-28", "2028-03-30"), [""; 0]);
    assert_eq!(told("2028-02-29", "2028-03-30"), ends("2028-03-30", "30 days"));
    assert_eq!(
        told("2026-11-23", "2026-11-22"),
        ["QD901 the suppression of QD009 of organization `w` held until 2026-11-22; what it set aside is listed again"]
    );
}

/// No verdict on a catalog hangs on whether somebody looked after the list of what is set aside.
#[test]
fn no_verdict_goes_by_what_is_said_of_suppressions() {
    let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}"#;
    let verdicts = |checker: Checker| checker.check_bytes("a", text.as_bytes()).inputs[0].verdicts.clone();
    let mut expired = of("QD009", Kind::Organization, "w");
    expired.until = day("2020-01-01");
    assert_eq!(verdicts(checker().suppress([expired.clone()])), verdicts(checker()));
    let report = checker().suppress([expired]).check_bytes("a", text.as_bytes());
    assert_eq!((report.count(Severity::Error), report.findings().count()), (1, 1));
}

/// A suppression that is used in one of several files is used.
#[test]
fn unused_is_what_is_used_in_no_file() {
    let checker = checker().suppress([of("QD009", Kind::Organization, "w"), of("QD009", Kind::Organization, "gone")]);
    let empty = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}"#;
    let mut report = checker.check_bytes("empty", empty.as_bytes());
    assert_eq!(upkeep(&report).len(), 2);
    report.append(check(&checker));
    let told: Vec<_> = report
        .upkeep
        .iter()
        .map(|finding| (finding.code.to_string(), finding.record.clone().unwrap().id.unwrap().to_string()))
        .collect();
    assert_eq!(told, [("QD902".to_owned(), "gone".to_owned())]);
    // In any order.
    let mut turned = check(&checker);
    turned.append(checker.check_bytes("empty", empty.as_bytes()));
    assert_eq!(turned.upkeep, report.upkeep);
}

/// Where nobody looked nobody knows whether a suppression is needed.
#[test]
fn what_was_not_looked_at_is_not_called_unused() {
    let state = |checker: &Checker, text: &str| {
        let report = checker.clone().suppress([of("QD009", Kind::Organization, "w")]).check_bytes("a", text.as_bytes());
        (states(&report)[0].0, upkeep(&report).len())
    };
    let clean = CATALOG.replace("\"parent\": \"none\"", "\"kind_note\": 1");
    let without = CATALOG.replace("\"id\": \"w\"", "\"id\": \"v\"");
    assert_eq!(state(&checker(), &clean), (SuppressionState::Unused, 1));
    assert_eq!(state(&checker(), &without), (SuppressionState::Unused, 1));
    let not_looked_at = (SuppressionState::NotLookedAt, 0);
    // Its rule did not run, the file is no JSON, a record could not be read.
    assert_eq!(state(&checker().ignore(["QD009".parse().unwrap()]), &clean), not_looked_at);
    assert_eq!(state(&checker(), "{"), not_looked_at);
    assert_eq!(state(&checker(), &clean.replace("\"id\": \"a\"", "\"id\": 5")), not_looked_at);
    // Some of the files are checked, and its record is in none of those; or it is, and has no fault.
    let some = checker().files(FilesChecked::Some);
    assert_eq!(state(&some, &without), not_looked_at);
    assert_eq!(state(&some, &clean), (SuppressionState::Unused, 1));
}

#[test]
fn levels_that_are_shown_count_nothing_off() {
    let mut report = check(&checker().suppress([of("QD201", Kind::PowerItem, "none")]));
    let before = [Severity::Error, Severity::Warning, Severity::Info].map(|severity| report.count(severity));
    report.show(Severity::Error);
    assert_eq!([Severity::Error, Severity::Warning, Severity::Info].map(|severity| report.count(severity)), before);
    assert!(report.inputs[0].findings.iter().all(|finding| finding.severity == Severity::Error));
    assert_eq!(report.upkeep.len(), 1);
}
