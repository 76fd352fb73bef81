//! Workbooks: what reading, importing and judging them takes, as ratios to calamine reading the same cells in the same run.
//!
//!     cargo run --release --features import --example workbooks FILE…

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    reason = "it is run by hand, and tells what went wrong"
)]

use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Reader as _, Xls, Xlsx};
use qingdan::Checker;
use qingdan::import::{ImportSettings, Imported, import};
use qingdan::workbook::{Workbook, WorkbookLimits};

/// How often each is run; the best counts.
const ROUNDS: usize = 15;

fn main() {
    let files: Vec<(String, Vec<u8>)> =
        std::env::args().skip(1).map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    let mut settings = ImportSettings::default();
    settings.division = Some("650200".parse().unwrap());
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap());
    let read = || -> Vec<Workbook> {
        files.iter().map(|(name, bytes)| Workbook::read(name, bytes, WorkbookLimits::default()).unwrap()).collect()
    };
    let imported = || -> Imported { import(&read(), &settings).unwrap() };
    let calamine = best(|| files.iter().map(|(_, bytes)| cells(bytes)).sum::<usize>());
    println!("calamine, cells and merged areas: {:.1} ms", calamine.as_secs_f64() * 1000.0);
    let tell = |what: &str, took: Duration| {
        println!(
            "{what}: {:.1} ms, {:.2} times that",
            took.as_secs_f64() * 1000.0,
            took.as_secs_f64() / calamine.as_secs_f64()
        );
    };
    tell("read", best(read));
    tell("imported", best(imported));
    tell("imported and judged", best(|| imported().check(&checker).findings().count()));
}

fn best<T>(run: impl Fn() -> T) -> Duration {
    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed()
    });
    times.min().unwrap()
}

/// The cells and merged areas that calamine reads.
fn cells(bytes: &[u8]) -> usize {
    let from = Cursor::new(bytes);
    if bytes.starts_with(b"PK") {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(from).unwrap();
        let names = book.sheet_names();
        let count = |name: &String| {
            book.merge_cells_by_sheet_name(name).unwrap().len()
                + book.worksheet_range(name).unwrap().used_cells().count()
        };
        return names.iter().map(count).sum();
    }
    let mut book: Xls<_> = calamine::open_workbook_from_rs(from).unwrap();
    let names = book.sheet_names();
    let count = |name: &String| {
        book.merge_cells_by_sheet_name(name).unwrap().len() + book.worksheet_range(name).unwrap().used_cells().count()
    };
    names.iter().map(count).sum()
}
