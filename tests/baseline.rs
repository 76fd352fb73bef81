//! Findings that are known: by what they are, never by where they stand.

use proptest::prelude::*;
use qingdan::baseline::{Baseline, BaselineEntry};
use qingdan::report::{Report, SetAsideBy};
use qingdan::{Aspect, Checker, Severity};

const HEADER: &str = r#""header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}"#;

fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap())
}

/// Bodies of which each names a parent that is not there.
fn catalog(bodies: &[(&str, &str)]) -> String {
    let bodies: Vec<String> = bodies
        .iter()
        .map(|(id, parent)| {
            format!(r#"{{"id": "{id}", "name": "杭锦旗{id}局", "kind": "department", "parent": "{parent}"}}"#)
        })
        .collect();
    format!("{{{HEADER},\n\"organizations\": [\n{}\n]}}", bodies.join(",\n"))
}

fn check(checker: &Checker, bodies: &[(&str, &str)]) -> Report {
    checker.check_bytes("a.json", catalog(bodies).as_bytes())
}

fn listed(report: &Report) -> Vec<String> {
    report.inputs[0].findings.iter().map(|finding| finding.found.clone().unwrap_or_default()).collect()
}

fn known(report: &Report) -> (u64, u64) {
    let told = report.inputs[0].baseline.as_ref().unwrap();
    (told.known, told.stale)
}

fn lines(baseline: &Baseline) -> String {
    let mut lines = Vec::new();
    baseline.write(&mut lines).unwrap();
    String::from_utf8(lines).unwrap()
}

#[test]
fn it_is_sorted_lines_without_a_place() {
    let baseline = Baseline::of(&check(&checker(), &[("w", "none"), ("t", "gone")]));
    assert_eq!(
        lines(&baseline),
        concat!(
            "{\"baseline_version\":\"1.0\"}\n",
            r#"{"file":"a.json","code":"QD009","record":{"kind":"organization","id":"t"},"path":"/parent","found":"gone","count":1}"#,
            "\n",
            r#"{"file":"a.json","code":"QD009","record":{"kind":"organization","id":"w"},"path":"/parent","found":"none","count":1}"#,
            "\n",
        )
    );
    assert_eq!(Baseline::from_lines(lines(&baseline).as_bytes()).unwrap().entries().count(), 2);
}

#[test]
fn only_what_is_new_is_listed_and_counted() {
    let old = [("w", "none"), ("t", "none")];
    let checker = checker().baseline(Baseline::of(&check(&checker(), &old)));
    let same = check(&checker, &old);
    assert_eq!((listed(&same).len(), known(&same), same.count(Severity::Error)), (0, (2, 0), 0));
    assert!(same.inputs[0].set_aside.iter().all(|aside| aside.by == SetAsideBy::Baseline));
    // Moved, and another before them.
    let more = check(&checker, &[("s", "new"), ("t", "none"), ("w", "none")]);
    assert_eq!((listed(&more), known(&more), more.count(Severity::Error)), (vec!["new".to_owned()], (2, 0), 1));
    // Another value at the same place is another fault, and the old one is gone.
    let other = check(&checker, &[("w", "else"), ("t", "none")]);
    assert_eq!((listed(&other), known(&other)), (vec!["else".to_owned()], (1, 1)));
    let upkeep: Vec<String> = other.upkeep.iter().map(|finding| finding.code.to_string()).collect();
    assert_eq!(upkeep, ["QD905"]);
    // Nothing is made lawful by being old.
    assert_eq!(same.verdict(Aspect::Valid), check(&super::baseline::checker(), &old).verdict(Aspect::Valid));
}

/// The same fault twice in one record, where it was known once.
#[test]
fn equal_findings_are_counted() {
    let twice = |elements: &str| {
        let text = format!(
            r#"{{{HEADER}, "bundles": [{{"id": "b", "name": "开饭店一件事", "lead": "none", "partners": [{elements}]}}]}}"#
        );
        move |checker: &Checker| {
            checker.clone().select(["QD009".parse().unwrap()]).check_bytes("a.json", text.as_bytes())
        }
    };
    let checker_of = |known: Baseline| checker().baseline(known);
    let one = Baseline::of(&twice(r#""x""#)(&checker()));
    let report = twice(r#""x", "x""#)(&checker_of(one));
    assert_eq!(listed(&report), ["x"]);
    let both = Baseline::of(&twice(r#""x", "x""#)(&checker()));
    let report = twice(r#""x""#)(&checker_of(both));
    assert_eq!((listed(&report).len(), known(&report)), (0, (2, 1)));
}

/// Behind what keeps a file from being read everything else would be hidden.
#[test]
fn what_keeps_a_file_from_being_read_is_never_known() {
    for text in [
        "{",
        "{\"header\": {}, }",
        r#"{"header": {"schema_version": "9.0", "title": "a", "division": "150625", "level": "county"}}"#,
    ] {
        let report = checker().check_bytes("a.json", text.as_bytes());
        assert!(report.count(Severity::Error) > 0);
        let baseline = Baseline::of(&report);
        assert_eq!(baseline.entries().count(), 0, "{text}");
        let again = checker().baseline(baseline).check_bytes("a.json", text.as_bytes());
        assert_eq!(again.count(Severity::Error), report.count(Severity::Error));
    }
    // What was known before is not gone because nobody could look.
    let known = Baseline::of(&check(&checker(), &[("w", "none")]));
    let broken = checker().baseline(known.clone()).check_bytes("a.json", b"{");
    assert_eq!(broken.upkeep, []);
    let unread = catalog(&[("w", "none")]).replace("\"department\"", "\"no such kind\"");
    assert_eq!(checker().baseline(known.clone()).check_bytes("a.json", unread.as_bytes()).upkeep, []);
    // Nor because its rule was not asked.
    let other = checker().baseline(known).ignore(["QD009".parse().unwrap()]);
    assert_eq!(check(&other, &[("w", "none")]).upkeep, []);
}

#[test]
fn a_file_is_taken_over_and_others_stay() {
    let mut all = Baseline::of(&check(&checker(), &[("w", "none")]));
    let other = checker().check_bytes("b.json", catalog(&[("t", "gone")]).as_bytes());
    all.take_over(&other);
    assert_eq!(all.files().collect::<Vec<_>>(), ["a.json", "b.json"]);
    let empty = check(&checker(), &[]);
    assert_eq!(all.stale(&empty).len(), 1);
    assert_eq!(all.take_out_stale(&empty).len(), 1);
    assert_eq!(all.files().collect::<Vec<_>>(), ["b.json"]);
    // What a run did not look at stays known.
    let part = checker().select(["QD1".parse().unwrap()]).check_bytes("b.json", catalog(&[]).as_bytes());
    all.take_over(&part);
    assert_eq!(all.files().collect::<Vec<_>>(), ["b.json"]);
}

#[test]
fn what_is_no_baseline_says_what_is_expected() {
    for (text, line, said) in [
        ("", 1, "qingdan baseline write"),
        ("{}", 1, "qingdan baseline write"),
        ("{\"baseline_version\":\"2.0\"}", 1, "`2.0`"),
        ("{\"baseline_version\":\"1.0\"}\n\n[]", 3, "`count`"),
        ("{\"baseline_version\":\"1.0\"}\n{\"file\":\"a\",\"code\":\"QD1\",\"path\":\"\",\"count\":1}", 2, "QD1"),
        ("{\"baseline_version\":\"1.0\"}\n{\"file\":\"a\",\"code\":\"QD009\",\"path\":\"\",\"count\":0}", 2, "`count`"),
        (
            "{\"baseline_version\":\"1.0\"}\n{\"file\":\"a\",\"code\":\"QD009\",\"path\":\"\",\"count\":1,\"line\":3}",
            2,
            "line",
        ),
    ] {
        let wrong = Baseline::from_lines(text.as_bytes()).unwrap_err();
        assert_eq!(wrong.line, line, "{text}");
        assert!(wrong.message.en.contains(said), "{text}: {wrong}");
    }
    // Two that were put together by a merge: out of order, an entry twice.
    let entry = r#"{"file":"a","code":"QD009","path":"/x","count":2}"#;
    let other = r#"{"file":"A","code":"QD009","path":"/x","count":1}"#;
    let text = format!("{{\"baseline_version\":\"1.0\"}}\r\n{entry}\r\n{other}\r\n{entry}\r\n");
    let merged: Vec<BaselineEntry> = Baseline::from_lines(text.as_bytes()).unwrap().entries().collect();
    let counts: Vec<(&str, u32)> = merged.iter().map(|entry| (entry.file.as_str(), entry.count.get())).collect();
    assert_eq!(counts, [("A", 1), ("a", 4)]);
}

/// What was not read says nothing of what is known of it.
#[test]
fn what_was_not_read_stays_known_as_it_was() {
    let known = Baseline::of(&check(&checker(), &[("w", "none")]));
    let mut after = known.clone();
    let mut report = checker().check_bytes("a.json", b"{");
    report.append(checker().check_bytes("b.json", catalog(&[("t", "gone")]).as_bytes()));
    assert_eq!(after.take_over(&report), ["a.json"]);
    // Another file, read in the same run, is taken over.
    assert_eq!(after.files().collect::<Vec<_>>(), ["a.json", "b.json"]);
    // The record of which something is known cannot be read, and another one can.
    let half = catalog(&[("w", "none"), ("t", "gone")]).replace("\"name\": \"杭锦旗w局\"", "\"name\": 5");
    let report = checker().check_bytes("a.json", half.as_bytes());
    let mut after = known.clone();
    assert_eq!(after.take_over(&report), [""; 0]);
    let found: Vec<_> = after.entries().filter(|entry| entry.code == "QD009").filter_map(|entry| entry.found).collect();
    assert_eq!(found, ["gone", "none"]);
    assert_eq!(after.take_out_stale(&report), []);
    assert_eq!(after.new_in(&report), 0);
}

/// The same fault known in two files and mended in both is two entries too many.
#[test]
fn entries_that_are_gone_are_told_file_by_file() {
    let both = |bodies: &[(&str, &str)], checker: &Checker| {
        let mut report = checker.check_bytes("a.json", catalog(bodies).as_bytes());
        report.append(checker.check_bytes("b.json", catalog(bodies).as_bytes()));
        report
    };
    let known = Baseline::of(&both(&[("w", "none")], &checker()));
    let report = both(&[], &checker().baseline(known));
    let said: Vec<&str> = report.upkeep.iter().map(|finding| finding.message.en.as_str()).collect();
    assert_eq!(
        said,
        [
            "QD009 of organization `w` at `/parent` in `a.json`, which the baseline knows, is not there any more",
            "QD009 of organization `w` at `/parent` in `b.json`, which the baseline knows, is not there any more"
        ]
    );
    assert_eq!(report.upkeep[0].message.zh, "基线所列“a.json”中组织机构“w”（/parent）QD009的问题已不存在");
}

/// However many findings a rule may list: what is known is found among all of them.
#[test]
fn a_bound_on_findings_does_not_make_known_ones_new() {
    let ids: Vec<String> = (0..40).map(|number| format!("o{number}")).collect();
    let old: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "none")).collect();
    let known = Baseline::of(&check(&checker(), &old));
    let mut new = old.clone();
    new.push(("z", "none"));
    new.push(("zz", "none"));
    let report = check(&checker().baseline(known).max_findings(1), &new);
    assert_eq!((report.inputs[0].findings.len(), report.count(Severity::Error), known_of(&report)), (1, 2, 40));
}

fn known_of(report: &Report) -> u64 {
    report.inputs[0].baseline.as_ref().unwrap().known
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Of a catalog held against its own baseline nothing is new and nothing gone, whatever stands in it and in whatever
    /// order; and lines that were written are read as the same.
    #[test]
    fn nothing_is_new_in_what_is_known(
        bodies in prop::collection::vec(("[a-z]{1,3}", "[ -!#-\\[\\]-~一-龥]{1,8}"), 0..8),
        turned in any::<bool>(),
    ) {
        let mut bodies: Vec<(&str, &str)> = bodies.iter().map(|(id, parent)| (id.as_str(), parent.as_str())).collect();
        bodies.sort_unstable();
        bodies.dedup_by_key(|(id, _)| *id);
        let baseline = Baseline::of(&check(&checker(), &bodies));
        let read = Baseline::from_lines(lines(&baseline).as_bytes()).unwrap();
        prop_assert_eq!(lines(&read), lines(&baseline));
        if turned {
            bodies.reverse();
        }
        let report = check(&checker().baseline(read), &bodies);
        prop_assert_eq!(report.findings().count(), 0);
    }
}
