//! What is said of real lists: how often each rule speaks, and whether an official would agree.
//!
//! False alarms count as misses do. `tests/data/acceptance/counts.tsv` holds how many findings of each rule and severity
//! there are in each list, and `drawn.tsv` three findings of each of the ten rules that speak most, drawn by a seed, each
//! with one sentence why whoever keeps the list would agree. Both are read by people before they change:
//!
//! ```text
//! cargo test --all-features --test tests -- --ignored acceptance::write
//! ```

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use qingdan::model::{Date, Spelling};
use qingdan::{Checker, Finding, Lang, Report, RuleCode, Severity};

use crate::workbooks::WORKBOOKS;
use crate::{guangan, samples, synthesize};

const COUNTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/acceptance/counts.tsv");
const DRAWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/acceptance/drawn.tsv");

/// By which findings are drawn.
const SEED: u64 = 20_261_127;
/// How many rules are looked at, and how many findings of each.
const RULES: usize = 10;
const OF_EACH: usize = 3;

fn day() -> Date {
    "2026-11-25".parse().unwrap()
}

/// The lists, in their order: four workbooks as published, a district's services, a generated county, the sample.
fn lists() -> Vec<(&'static str, Vec<u8>)> {
    let workbooks = WORKBOOKS.iter().map(|(name, bytes)| (*name, bytes.to_vec()));
    let others = [
        ("guangan", guangan::document()),
        ("county", synthesize::county_of(7, Spelling::Ndjson)),
        ("hangjin-sample", samples::bytes("hangjin-sample.json")),
    ];
    workbooks.chain(others).collect()
}

fn reports() -> Vec<(&'static str, Report)> {
    let check = |bytes: &[u8]| Checker::new().as_of(day()).max_findings(usize::MAX).check_bytes("list", bytes);
    lists().into_iter().map(|(name, bytes)| (name, check(&bytes))).collect()
}

/// A line a rule, severity and list.
fn counts(reports: &[(&str, Report)]) -> String {
    let mut counts: BTreeMap<(RuleCode, Severity), BTreeMap<usize, u64>> = BTreeMap::new();
    for (at, (_, report)) in reports.iter().enumerate() {
        for finding in report.findings() {
            *counts.entry((finding.code, finding.severity)).or_default().entry(at).or_default() += 1;
        }
    }
    let mut text = "rule\tseverity\tlist\tfindings\n".to_owned();
    for ((code, severity), of_lists) in counts {
        for (at, count) in of_lists {
            let _ = writeln!(text, "{code}\t{severity}\t{}\t{count}", reports[at].0);
        }
    }
    text
}

/// A number that looks like chance and is the same for ever (`SplitMix64`).
pub(crate) fn drawn_number(seed: u64, step: u64) -> u64 {
    let mut z = seed.wrapping_add(step.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The findings drawn: of the rules that speak most, and of each what the seed says.
fn drawn<'r>(reports: &'r [(&str, Report)]) -> Vec<(&'r str, &'r Finding)> {
    let mut by_rule: BTreeMap<RuleCode, Vec<(&str, &Finding)>> = BTreeMap::new();
    for (name, report) in reports {
        for finding in report.findings() {
            by_rule.entry(finding.code).or_default().push((name, finding));
        }
    }
    let mut most: Vec<_> = by_rule.into_iter().collect();
    most.sort_by_key(|(code, findings)| (Reverse(findings.len()), *code));
    most.truncate(RULES);
    let mut drawn = Vec::new();
    for (code, mut findings) in most {
        for step in 0..OF_EACH.min(findings.len()) as u64 {
            let number = drawn_number(SEED ^ u64::from(code.number()), step);
            let at = usize::try_from(number % findings.len() as u64).unwrap();
            drawn.push(findings.remove(at));
        }
    }
    drawn
}

/// By what a finding drawn is known: rule, list, record and path.
fn key(list: &str, finding: &Finding) -> String {
    let record = finding.record.as_ref();
    let kind = record.map_or("header", |record| record.kind.tag());
    let id = record.and_then(|record| record.id.as_ref()).map_or("", |id| id.as_str());
    format!("{}\t{list}\t{kind}\t{id}\t{}", finding.code, finding.path)
}

/// The sentences by what they are about.
fn sentences(text: &str) -> BTreeMap<String, String> {
    let rows = text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| (row[..5].join("\t"), row[6].to_owned())).collect()
}

#[test]
fn each_rule_speaks_as_often_as_was_read() {
    let now = counts(&reports());
    let then = fs::read_to_string(COUNTS).unwrap();
    let (now, then): (Vec<&str>, Vec<&str>) = (now.lines().collect(), then.lines().collect());
    let gone: Vec<&&str> = then.iter().filter(|line| !now.contains(line)).collect();
    let new: Vec<&&str> = now.iter().filter(|line| !then.contains(line)).collect();
    assert!(gone.is_empty() && new.is_empty(), "gone: {gone:#?}\nnew: {new:#?}");
}

#[test]
fn of_each_finding_drawn_somebody_said_why_it_is_right() {
    let reports = reports();
    let said = sentences(&fs::read_to_string(DRAWN).unwrap());
    let drawn: Vec<String> = drawn(&reports).into_iter().map(|(list, finding)| key(list, finding)).collect();
    let silent: Vec<&String> =
        drawn.iter().filter(|key| said.get(*key).is_none_or(|sentence| sentence.chars().count() < 20)).collect();
    assert!(silent.is_empty(), "nobody read these: {silent:#?}");
    assert_eq!(drawn.len(), said.len(), "sentences about findings that are not drawn");
    assert_eq!(drawn.len(), RULES * OF_EACH);
}

/// What the lists of real offices must not be told, whatever else changes.
#[test]
fn what_real_lists_must_not_be_told() {
    for (name, report) in reports().iter().filter(|(name, _)| WORKBOOKS.iter().any(|(known, _)| known == name)) {
        let of = |code: &str| report.findings().filter(|finding| finding.code() == code).collect::<Vec<_>>();
        let errors = |code: &str| of(code).iter().filter(|finding| finding.severity == Severity::Error).count();
        // Their lists print 行政强制 undivided, and state no kind of coercion.
        assert_eq!((errors("QD407"), errors("QD408")), (0, 0), "{name}");
        assert_eq!(of("QD403").len(), 0, "{name}");
        // Not a finding a row: one a body, and one a level.
        assert!(of("QD413").len() <= 5, "{name}: {}", of("QD413").len());
        assert!(of("QD412").len() <= 5, "{name}: {}", of("QD412").len());
    }
}

/// Writes both files anew; sentences about findings that are drawn again stay.
#[test]
#[ignore = "writes the committed files, for somebody to read"]
fn write() {
    let reports = reports();
    fs::write(COUNTS, counts(&reports)).unwrap();
    let said = fs::read_to_string(DRAWN).map(|text| sentences(&text)).unwrap_or_default();
    let mut text = "rule\tlist\tkind\tid\tpath\tmessage\twhy it is right\n".to_owned();
    for (list, finding) in drawn(&reports) {
        let key = key(list, finding);
        let sentence = said.get(&key).map_or("", String::as_str);
        let _ = writeln!(text, "{key}\t{}\t{sentence}", finding.message(Lang::Zh).replace(['\t', '\n'], " "));
    }
    fs::write(DRAWN, text).unwrap();
}
