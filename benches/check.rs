//! What checking costs, as ratios of one run over the same bytes: `cargo bench`.
//!
//! The bytes are one county: the sample catalog with its records repeated under other ids until there are as many as
//! Hangjin's report of 2024 counts (247 licensing items, 6,700 power items, 1,480 service items), about 20 MB. Times
//! differ from machine to machine and from minute to minute; the ratios are what is kept (`benches/README.md`).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a bench prints its table, and one that cannot go on has failed"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use qingdan::{Catalog, Checker, Limits, Severity};
use serde::de::IgnoredAny;
use serde_json::Value;

/// How often each job runs; the jobs take turns, so that a slow minute slows them all.
const ROUNDS: usize = 15;

/// Something to time over the bytes.
type Job = Box<dyn Fn(&[u8])>;

fn main() {
    let bytes = county();
    let report = Checker::new().check_bytes("county", &bytes);
    assert_eq!(report.count(Severity::Error), 0, "the bytes are meant to be clean");
    println!("{:.1} MB, {} records", megabytes(&bytes), report.inputs[0].records.values().sum::<u64>());

    let reading_only = || Checker::new().select(["QD005".parse().unwrap()]);
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
        ("qingdan::read, catalog kept", Box::new(|bytes| drop(black_box(qingdan::read(bytes, Limits::default()))))),
        ("check", Box::new(|bytes| drop(black_box(Checker::new().check_bytes("", bytes))))),
    ];
    let mut best = vec![Duration::MAX; jobs.len()];
    for _ in 0..ROUNDS {
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

/// The sample, grown to one county.
fn county() -> Vec<u8> {
    let sample = include_bytes!("../examples/catalogs/hangjin-sample.json");
    let mut document: Value = serde_json::from_slice(sample).unwrap();
    for (kind, count) in [("licensing_items", 247), ("power_items", 6_700), ("service_items", 1_480)] {
        let records = document[kind].as_array_mut().unwrap();
        let seeds = records.clone();
        for (number, seed) in seeds.iter().cycle().take(count - seeds.len()).enumerate() {
            let mut record = seed.clone();
            let members = record.as_object_mut().unwrap();
            let id = format!("{}-{number}", members["id"].as_str().unwrap());
            members.insert("id".into(), id.into());
            // Codes belong to one item.
            for code in ["code", "base_code", "implementation_code", "business_code", "local_codes"] {
                members.remove(code);
            }
            records.push(record);
        }
    }
    serde_json::to_vec(&document).unwrap()
}
