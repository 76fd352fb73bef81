//! What the README promises of any input: memory and work grow no faster than it.
//!
//! Memory is counted by the allocator, and work as what is allocated in all: neither depends on the machine. Instructions
//! are counted by `.ci/work`.

#![expect(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed, in its helpers as in itself"
)]

#[path = "bounds/inputs.rs"]
mod inputs;

use std::fs::{self, File};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cap::Cap;
use inputs::{CASES, Case};
use peak_alloc::PeakAlloc;
use qingdan::figures::Figures;
use qingdan::import::{ImportSettings, import};
use qingdan::workbook::{Workbook, WorkbookLimits};
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
const SIZES: [usize; 3] = [125_000, 250_000, 500_000];

/// What a finding takes that a report lists, in bytes: its words in two languages, its places, its record.
const LISTED: usize = 2_000;

/// How an input is used; gives how many findings are listed.
type Use = (&'static str, fn(&str) -> usize);

/// At all sizes.
const CHECK: Use = ("check", |text| {
    let report = checker().check_bytes("input", text.as_bytes());
    write_json(&report, std::io::sink()).expect("a sink takes all");
    report.findings().count()
});

/// At one size.
const OTHERS: &[Use] = &[
    ("read", |text| {
        let Reading { catalog, findings, .. } = qingdan::read(text.as_bytes(), Limits::default());
        let Some(catalog) = catalog else { return findings.len() };
        catalog.write_ndjson(std::io::sink()).expect("a sink takes all");
        let figures = Figures::of(&catalog);
        write_json(&figures, std::io::sink()).expect("a sink takes all");
        // What comes of a published figure is told in two languages, too.
        findings.len() + catalog.published_figures.len()
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

/// What one use takes: the most bytes at a time, the input among them, and the bytes in all; and what it may take.
struct Taken {
    peak: usize,
    all: usize,
    most: usize,
}

fn taken(text: &str, (name, run): Use) -> Taken {
    let before = MEMORY.total_allocated();
    PeakAlloc.reset_peak_usage();
    let listed = run(text);
    let (peak, all) = (PeakAlloc.peak_usage(), MEMORY.total_allocated() - before);
    let inputs = if name == "together" { 2 } else { 1 };
    Taken { peak, all, most: 12 * inputs * text.len() + 16_000_000 + LISTED * listed }
}

/// The other uses of an input: lines are read as such only where they are lines.
fn others(text: &str) -> impl Iterator<Item = Use> {
    let is_lines = text.lines().nth(1).is_some();
    OTHERS.iter().copied().filter(move |(name, _)| is_lines || !matches!(*name, "lines" | "check_reader"))
}

/// `BOUNDS_CASE` names the kinds to try, where not all are wanted.
fn cases() -> impl Iterator<Item = &'static Case> {
    let wanted = std::env::var("BOUNDS_CASE").unwrap_or_default();
    CASES.iter().filter(move |case| case.name.contains(&wanted))
}

#[test]
fn memory_and_work_grow_no_faster_than_the_input() {
    let _alone = alone();
    let mut above = Vec::new();
    let mut judge = |case: &Case, (name, _): Use, size: usize, taken: &Taken| {
        if taken.peak > taken.most {
            let (peak, most) = (taken.peak / 1000, taken.most / 1000);
            above.push(format!("{} {name}: {peak} kB of memory at {size} bytes, where {most} are allowed", case.name));
        }
    };
    let mut faster = Vec::new();
    for case in cases() {
        let mut before = None;
        for size in SIZES {
            let text = (case.make)(size);
            let now = taken(&text, CHECK);
            judge(case, CHECK, size, &now);
            if let Some(before) = before.replace(now.all)
                && now.all > before * 23 / 10 + 2_000_000
            {
                faster.push(format!("{}: {before} bytes in all, and {} for twice as much", case.name, now.all));
            }
            if size == SIZES[1] {
                others(&text).for_each(|of| judge(case, of, size, &taken(&text, of)));
            }
        }
    }
    above.extend(faster);
    assert!(above.is_empty(), "{}", above.join("\n"));
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Runs the command with no more than so many kB of address space; gives how it ended.
#[cfg(unix)]
fn run_within(kilobytes: usize, arguments: &[&str]) -> Option<i32> {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -v {kilobytes}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_qingdan")]);
    command.args(arguments).output().expect("sh runs").status.code()
}

#[cfg(unix)]
#[test]
fn the_command_ends_well_where_memory_is_short() {
    let _alone = alone();
    let folder = folder("short");
    let names = [
        "long-key-above-repeats",
        "wrong-elements",
        "wrong-records",
        "unknown-members",
        "cell-of-halves",
        "small-citations",
    ];
    for name in names {
        let case = CASES.iter().find(|case| case.name == name).expect("the case is there");
        let file = folder.join(name);
        fs::write(&file, (case.make)(1_000_000)).expect("a file can be written");
        let file = file.to_str().expect("the folder has a name of letters");
        for command in ["check", "figures", "delegations", "convert"] {
            // 100 MB, of which the program itself takes a third.
            let ended = run_within(100_000, &[command, file]);
            assert!(matches!(ended, Some(0 | 1)), "{command} {name} ended with {ended:?}");
        }
        let ended = run_within(100_000, &["impact", file, "--from", "2019-01-01", "--to", "2026-08-15"]);
        assert!(matches!(ended, Some(0 | 1)), "impact {name} ended with {ended:?}");
    }
}

#[cfg(unix)]
/// Workbooks are read, made a catalog of, and judged in far less than the 300 MB that an office's machine has to spare.
#[test]
fn the_four_workbooks_are_imported_in_bounded_memory() {
    let _alone = alone();
    PeakAlloc.reset_peak_usage();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/workbooks");
    let mut settings = ImportSettings::default();
    settings.division = Some("650200".parse().expect("a division"));
    let read = |name: &str| {
        let bytes = fs::read(format!("{folder}/{name}")).expect("the file is there");
        Workbook::read(name, &bytes, WorkbookLimits::default()).expect("a workbook")
    };
    let workbooks = ["agriculture.xls", "transport.xlsx", "ecology.xls", "fire_rescue.xlsx"].map(read);
    let imported = import(&workbooks, &settings).expect("four lists");
    let listed = imported.check(&checker()).findings().count();
    let peak = PeakAlloc.peak_usage();
    assert!(peak < 100_000_000 + LISTED * listed, "{peak} bytes at a time");
}

/// Rows and cells of any number are read in time and memory that grow with them.
#[test]
fn importing_grows_no_faster_than_the_list() {
    let _alone = alone();
    let mut before = None;
    for rows in [500, 1_000, 2_000] {
        let mut table = String::from("序号,权力名称,权力类型,设定依据,实施主体,责任事项\n");
        for row in 0..rows {
            let text = format!(
                "{row},事项{row},行政许可,《水法》第{row}条,第{row}水利局,1.受理责任：公示；2.审查责任：审查。\n"
            );
            table.push_str(&text);
        }
        let workbook = Workbook::read("杭锦旗.csv", table.as_bytes(), WorkbookLimits::default()).expect("a table");
        let allocated = MEMORY.total_allocated();
        let imported = import(&[workbook], &ImportSettings::default()).expect("a list");
        assert_eq!(imported.catalog.power_items.len(), rows);
        let now = MEMORY.total_allocated() - allocated;
        if let Some(before) = before.replace(now) {
            assert!(now < before * 23 / 10 + 2_000_000, "{before} bytes in all, and {now} for twice as many rows");
        }
    }
}

#[test]
fn nothing_is_read_of_what_is_above_the_limit() {
    let _alone = alone();
    let large = folder("large").join("large.json");
    File::create(&large).and_then(|file| file.set_len(4 << 30)).expect("a file may have holes");
    let large = large.to_str().expect("the folder has a name of letters");
    let minimal = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/catalogs/minimal.json");
    let runs: [&[&str]; 8] = [
        &["check", large],
        &["check", "--format", "json", large],
        &["check", "--together", large, minimal],
        &["figures", large],
        &["delegations", large],
        &["convert", large],
        &["impact", large, "--from", "2019-01-01", "--to", "2026-08-15"],
        &["check", "--law-facts", large, minimal],
    ];
    for arguments in runs {
        assert_eq!(run_within(100_000, arguments), Some(2), "{arguments:?}");
    }
}

/// Writes the inputs of two sizes into the folder that `BOUNDS_FOLDER` names, for `.ci/work`.
#[test]
#[ignore = "it tests nothing"]
fn write_inputs() {
    let folder = PathBuf::from(std::env::var_os("BOUNDS_FOLDER").expect("a folder is named"));
    for size in [30_000, 60_000] {
        let folder = folder.join(size.to_string());
        fs::create_dir_all(&folder).expect("a folder can be made");
        for case in cases() {
            let text = (case.make)(size);
            // The header stands in a line of its own where the rest are lines.
            let is_lines =
                text.lines().next().is_some_and(|line| line.starts_with("{\"header\"") && line.ends_with("}}"));
            let ending = if is_lines && text.contains('\n') { "ndjson" } else { "json" };
            fs::write(folder.join(format!("{}.{ending}", case.name)), text).expect("a file can be written");
        }
    }
}
