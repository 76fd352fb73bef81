//! What the README promises of any input: memory and work grow no faster than it.
//!
//! Memory is counted by the allocator, and work as what is allocated in all: neither depends on the machine. Instructions
//! are counted by `.ci/work`.

#[path = "bounds/inputs.rs"]
mod inputs;

use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cap::Cap;
use inputs::{CASES, Case};
use peak_alloc::PeakAlloc;
use qingdan::figures::Figures;
use qingdan::writer::write_json;
use qingdan::{Checker, Limits, Reading};

#[global_allocator]
static MEMORY: Cap<PeakAlloc> = Cap::new(PeakAlloc, usize::MAX);

/// What is counted is counted of the whole process: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The sizes at which every input is tried, in bytes.
const SIZES: [usize; 3] = [250_000, 500_000, 1_000_000];

/// How an input is used; gives how many findings are listed.
type Use = (&'static str, fn(&str) -> usize);

const USES: &[Use] = &[
    ("check", |text| {
        let report = checker().check_bytes("input", text.as_bytes());
        write_json(&report, std::io::sink()).expect("a sink takes all");
        report.findings().count()
    }),
    ("read", |text| {
        let Reading { catalog, findings, .. } = qingdan::read(text.as_bytes(), Limits::default());
        if let Some(catalog) = catalog {
            catalog.write_ndjson(std::io::sink()).expect("a sink takes all");
            write_json(&Figures::of(&catalog), std::io::sink()).expect("a sink takes all");
        }
        findings.len()
    }),
    ("lines", |text| {
        let lines = qingdan::read_lines(text.as_bytes(), Limits::default());
        lines.map(|line| line.expect("bytes can be read").findings.len()).max().unwrap_or_default()
    }),
    ("check_reader", |text| {
        let report = checker().check_reader("input.ndjson", Cursor::new(text)).expect("bytes can be read");
        report.findings().count()
    }),
    ("together", |text| checker().check_together(&[("a", text.as_bytes()), ("b", text.as_bytes())]).findings().count()),
];

fn checker() -> Checker {
    Checker::new().as_of("2026-11-25".parse().expect("a day"))
}

/// What one use takes: the most bytes at a time, the input among them, and the bytes in all; and how many findings it
/// lists.
fn taken(text: &str, (_, run): Use) -> (usize, usize, usize) {
    let before = MEMORY.total_allocated();
    PeakAlloc.reset_peak_usage();
    let listed = run(text);
    (PeakAlloc.peak_usage(), MEMORY.total_allocated() - before, listed)
}

/// The uses of an input: lines are read as such only where they are lines.
fn uses(text: &str) -> impl Iterator<Item = Use> {
    let is_lines = text.lines().nth(1).is_some();
    USES.iter().copied().filter(move |(name, _)| is_lines || !matches!(*name, "lines" | "check_reader"))
}

fn wanted(case: &&Case) -> bool {
    std::env::var("BOUNDS_CASE").map_or(true, |wanted| case.name.contains(&wanted))
}

#[test]
fn memory_and_work_grow_no_faster_than_the_input() {
    let _alone = alone();
    let mut above = Vec::new();
    for case in CASES.iter().filter(wanted) {
        let mut last: Vec<(&str, usize)> = Vec::new();
        for size in SIZES {
            let text = (case.make)(size);
            let mut now = Vec::new();
            for (at, of) in uses(&text).enumerate() {
                let begin = std::time::Instant::now();
                let (peak, all, listed) = taken(&text, of);
                let input = text.len() * if of.0 == "together" { 2 } else { 1 };
                let most = 12 * input + 16_000_000 + 1_500 * listed;
                if peak > most {
                    above.push(format!("{} {}: {} kB of memory for {} kB", case.name, of.0, peak / 1000, input / 1000));
                }
                if let Some((_, before)) = last.get(at)
                    && all > before * 23 / 10 + 2_000_000
                {
                    above.push(format!("{} {}: {before} bytes in all, and {all} for twice as much", case.name, of.0));
                }
                if std::env::var_os("BOUNDS_SHOW").is_some() {
                    println!(
                        "{:24} {:12} {:8} {:8} kB {} {:4.1} all {:8} kB listed {listed} {} ms",
                        case.name,
                        of.0,
                        input,
                        peak / 1000,
                        if peak > most { "ABOVE" } else { "ok" },
                        peak as f64 / input as f64,
                        all / 1000,
                        begin.elapsed().as_millis()
                    );
                }
                now.push((of.0, all));
            }
            last = now;
        }
    }
    assert!(above.is_empty(), "{}", above.join("\n"));
}
