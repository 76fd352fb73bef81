//! Writes catalogs of the size of real ones, for benches, tests and demonstrations.
//!
//! ```text
//! cargo run --release --example synthesize -- --counties 1 --seed 7 --faults 0 --format ndjson county.ndjson
//! cargo run --release --example synthesize -- --counties 109 --seed 7 --faults 0 region.json
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "it reads nothing but its own tables, and what is wrong in them is to be seen at once"
)]

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use qingdan::model::Spelling;

#[path = "synthesize/generator.rs"]
mod generator;

use generator::Order;

const USAGE: &str = "\
usage: synthesize --counties N --seed S --faults K [--format document|ndjson] [--licenses] OUT
  N at least 1, S a whole number, K one up to 40000; the planted faults are listed in OUT.faults.json";

fn main() -> io::Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    match read(&mut arguments) {
        Ok((order, out)) => {
            let listed = generator::write(order, &mut BufWriter::new(File::create(&out)?))?;
            let list = BufWriter::new(File::create(format!("{out}.faults.json"))?);
            serde_json::to_writer_pretty(list, &listed)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(problem) => {
            writeln!(io::stderr(), "{problem}\n{USAGE}")?;
            Ok(ExitCode::from(2))
        }
    }
}

/// The order and the file that the arguments name.
fn read(arguments: &mut impl Iterator<Item = String>) -> Result<(Order, String), String> {
    let (mut counties, mut seed, mut faults, mut out) = (None, None, None, None);
    let (mut spelling, mut licenses) = (Spelling::Document, false);
    while let Some(argument) = arguments.next() {
        let mut number = |least: u64| {
            let value = arguments.next().unwrap_or_default();
            let number = value.parse().ok().filter(|&number: &u64| number >= least);
            number.map(Some).ok_or_else(|| format!("{argument}: `{value}` is no whole number of at least {least}"))
        };
        match argument.as_str() {
            "--counties" => counties = number(1)?,
            "--seed" => seed = number(0)?,
            "--faults" => faults = number(0)?,
            "--licenses" => licenses = true,
            "--format" => {
                spelling = match arguments.next().as_deref() {
                    Some("document") => Spelling::Document,
                    Some("ndjson") => Spelling::Ndjson,
                    _ => return Err("--format takes `document` or `ndjson`".to_owned()),
                }
            }
            name if name.starts_with('-') => return Err(format!("there is no option `{name}`")),
            _ if out.is_some() => return Err(format!("`{argument}`: one file is written at a time")),
            _ => out = Some(argument),
        }
    }
    let missing = |name: &str| format!("{name} is missing");
    let order = Order {
        counties: usize::try_from(counties.ok_or_else(|| missing("--counties"))?).unwrap(),
        seed: seed.ok_or_else(|| missing("--seed"))?,
        spelling,
        licenses,
        faults: faults.map_or(0, |number| usize::try_from(number).unwrap()),
        divisor: 1,
    };
    Ok((order, out.ok_or_else(|| missing("OUT"))?))
}
