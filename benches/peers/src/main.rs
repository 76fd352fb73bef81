//! What checking costs beside what others do with the same bytes: `qingdan-peers FOLDER ROUNDS`, over the files that
//! the example `writings` wrote into the folder. Called by `benches/run`, which makes tables of what it prints: a line
//! for each job with writing, ending, bytes, records, job, seconds of CPU and seconds, parted by tabs.
//!
//! The jobs over one file take turns, so that a slow minute slows them all; the best of the rounds counts. Time of CPU
//! is what one thread takes where nothing else runs, and is less disturbed where something does. What is timed is
//! compared first: all jobs read the same records, and all writings have the same findings.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints its figures, and one that cannot go on has failed"
)]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use qingdan::model::Spelling;
use rustix::time::{ClockId, clock_gettime};

mod borrowed;
mod jobs;
mod said;
#[cfg(test)]
mod tests;

use jobs::Input;

/// The files of a folder: writing, ending, spelling.
const TEXTS: [(&str, &str, Spelling); 7] = [
    ("regular", "json", Spelling::Document),
    ("regular", "ndjson", Spelling::Ndjson),
    ("shuffled", "json", Spelling::Document),
    ("shuffled", "ndjson", Spelling::Ndjson),
    ("escaped", "json", Spelling::Document),
    ("escaped", "ndjson", Spelling::Ndjson),
    ("indented", "json", Spelling::Document),
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap());
    let rounds: usize = arguments.next().unwrap().parse().unwrap();
    let mut first = None;
    for (writing, ending, spelling) in TEXTS {
        let path = folder.join(format!("{writing}.{ending}"));
        let bytes = fs::read(&path).unwrap();
        let counts = said::records(&bytes);
        assert_eq!(borrowed_counts(&bytes, spelling), counts, "{}", path.display());
        let findings = said::findings(&bytes);
        assert_eq!(first.get_or_insert_with(|| findings.clone()), &findings, "{}", path.display());

        let input = Input { path: &path, bytes: &bytes, spelling };
        let jobs = jobs::over(input, writing == "regular" && spelling == Spelling::Document);
        let mut best = vec![(Duration::MAX, Duration::MAX); jobs.len()];
        for _ in 0..rounds {
            for ((_, job), (least_cpu, least)) in jobs.iter().zip(&mut best) {
                let (start, start_cpu) = (Instant::now(), cpu());
                job();
                *least_cpu = (*least_cpu).min(cpu().saturating_sub(start_cpu));
                *least = (*least).min(start.elapsed());
            }
        }
        let (size, records) = (bytes.len(), counts.values().sum::<usize>());
        for ((name, _), (cpu, all)) in jobs.iter().zip(&best) {
            let [cpu, all] = [cpu, all].map(Duration::as_secs_f64);
            println!("{writing}\t{ending}\t{size}\t{records}\t{name}\t{cpu}\t{all}");
        }
    }
}

/// The CPU time of the process so far, of all its threads.
fn cpu() -> Duration {
    clock_gettime(ClockId::ProcessCPUTime).try_into().unwrap()
}

/// How many records of each kind the borrowed model reads.
fn borrowed_counts(bytes: &[u8], spelling: Spelling) -> said::Counts {
    if spelling == Spelling::Document {
        return serde_json::from_slice::<borrowed::Catalog<'_>>(bytes).unwrap().counts();
    }
    let mut counts = said::nothing();
    for kind in jobs::lines(bytes).filter_map(|line| serde_json::from_slice::<borrowed::Line<'_>>(line).unwrap().kind())
    {
        let count = counts.entry(kind).or_default();
        *count = count.saturating_add(1);
    }
    counts
}
