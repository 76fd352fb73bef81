//! What checking costs, as ratios of one run over the same bytes: `cargo bench`.
//!
//! The bytes are generated (`examples/synthesize.rs`): size S is one county with the counts of Hangjin's report of 2024,
//! `cargo bench -- 10` takes ten of them (M). Times differ from machine to machine and from minute to minute; the
//! ratios are what is kept (`benches/README.md`).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a bench prints its table, and one that cannot go on has failed"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use qingdan::figures::Figures;
use qingdan::model::Spelling;
use qingdan::schema::SchemaName;
use qingdan::{Catalog, Checker, Limits, Severity};
use serde::de::IgnoredAny;
use serde_json::Value;

/// How often each job runs; the jobs take turns, so that a slow minute slows them all.
const ROUNDS: usize = 15;

/// Something to time over the bytes.
type Job = Box<dyn Fn(&[u8])>;

#[path = "../examples/synthesize/generator.rs"]
mod generator;

use generator::Order;

fn main() {
    // Cargo adds `--bench`.
    let counties = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1);
    let bytes = catalog(counties, Spelling::Document);
    let lines = catalog(counties, Spelling::Ndjson);
    let limits = Limits::default().with_max_bytes(u64::MAX);
    let checker = move || Checker::new().as_of("2026-11-23".parse().unwrap()).limits(limits);
    let report = checker().check_bytes("counties", &bytes);
    assert_eq!(
        (report.count(Severity::Error), report.count(Severity::Warning)),
        (0, 2),
        "the two rates that cannot be"
    );
    let records = report.inputs[0].records.values().sum::<u64>();
    println!(
        "{counties} counties, {records} records, {:.1} MB, as NDJSON {:.1} MB",
        megabytes(&bytes),
        megabytes(&lines)
    );

    let held: Catalog = serde_json::from_slice(&bytes).unwrap();
    let figured = held.clone();
    let validator = jsonschema::validator_for(&serde_json::from_str(&SchemaName::Document.text()).unwrap()).unwrap();
    let reading_only = move || checker().select(["QD005".parse().unwrap()]);
    let jobs: Vec<(&str, Job)> = vec![
        (
            "from_slice::<Catalog> (base)",
            Box::new(|bytes| drop(black_box(serde_json::from_slice::<Catalog>(bytes).unwrap()))),
        ),
        (
            "IgnoredAny",
            Box::new(|bytes| {
                black_box(serde_json::from_slice::<IgnoredAny>(bytes).unwrap());
            }),
        ),
        (
            "walk and serde, record by record",
            Box::new(move |bytes| drop(black_box(reading_only().check_bytes("", bytes)))),
        ),
        ("qingdan::read, catalog kept", Box::new(move |bytes| drop(black_box(qingdan::read(bytes, limits))))),
        ("check of the document", Box::new(move |bytes| drop(black_box(checker().check_bytes("", bytes))))),
        ("check of the same as NDJSON", Box::new(move |_| drop(black_box(checker().check_bytes("", &lines))))),
        ("check of a Catalog in memory", Box::new(move |_| drop(black_box(checker().check(&held))))),
        ("figures of a Catalog in memory", Box::new(move |_| drop(black_box(Figures::of(&figured))))),
        (
            "crate jsonschema over Value",
            Box::new(move |bytes| {
                let value: Value = serde_json::from_slice(bytes).unwrap();
                assert!(black_box(validator.is_valid(&value)));
            }),
        ),
    ];
    let rounds = if counties == 1 { ROUNDS } else { 3 };
    let mut best = vec![Duration::MAX; jobs.len()];
    for _ in 0..rounds {
        for ((_, job), best) in jobs.iter().zip(&mut best) {
            let start = Instant::now();
            job(&bytes);
            *best = (*best).min(start.elapsed());
        }
    }
    let base = best[0].as_secs_f64();
    let skip = best[1].as_secs_f64();
    println!("{:<34} {:>8} {:>7} {:>8} {:>10}", "job", "ms", "MB/s", "x base", "x Ignored");
    for ((name, _), time) in jobs.iter().zip(&best) {
        let seconds = time.as_secs_f64();
        let rate = megabytes(&bytes) / seconds;
        println!("{name:<34} {:>8.1} {rate:>7.0} {:>8.2} {:>10.1}", seconds * 1e3, seconds / base, seconds / skip);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a size in MB with one decimal")]
fn megabytes(bytes: &[u8]) -> f64 {
    bytes.len() as f64 / 1e6
}

/// So many counties as a check is meant to meet them: clean, but for the two rates that Hangjin printed.
fn catalog(counties: usize, spelling: Spelling) -> Vec<u8> {
    let mut bytes = Vec::new();
    let order = Order { counties, seed: 7, spelling, licenses: false, faults: 0, divisor: 1 };
    generator::write(order, &mut bytes).unwrap();
    bytes
}
