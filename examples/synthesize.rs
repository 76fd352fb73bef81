//! Writes catalogs of the size of real ones, for benches, tests and demonstrations.
//!
//! ```text
//! cargo run --release --example synthesize -- --counties 1 --seed 7 --faults 0 --format ndjson county.ndjson
//! cargo run --release --example synthesize -- --counties 109 --seed 7 --faults 0 region.json
//! cargo run --release --example synthesize -- --counties 1 --seed 7 --faults 0 --changes 200 county.json
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

use qingdan::Limits;
use qingdan::model::Spelling;

#[path = "synthesize/editions.rs"]
mod editions;
#[path = "synthesize/generator.rs"]
mod generator;
#[path = "synthesize/superior.rs"]
mod superior;

use editions::Planted;
use generator::Order;
use superior::planted;

const USAGE: &str = "\
usage: synthesize --counties N --seed S --faults K [--format document|ndjson] [--licenses] [--changes C] [--superior LIST] OUT
  N at least 1, S a whole number, K one up to 40000; the planted faults are listed in OUT.faults.json;
  with C changes the edition after it is written to OUT.next, and they are listed in OUT.changes.json;
  with --superior, of one county: its complete superior list is written to LIST, and departures from it are planted";

/// How many departures from a superior list are planted.
const DEPARTURES: usize = 40;

fn main() -> io::Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    match read(&mut arguments) {
        Ok(Ordered { order, changes, superior, out }) => {
            let mut listed = generator::write(order, &mut BufWriter::new(File::create(&out)?))?;
            if let Some(superior) = superior {
                let limits = Limits::default();
                let county = qingdan::read(&std::fs::read(&out)?, limits).catalog.unwrap();
                let planted = planted(county, DEPARTURES);
                planted.county.write_json(BufWriter::new(File::create(&out)?))?;
                planted.superior.write_json(BufWriter::new(File::create(superior)?))?;
                listed.extend(planted.expected);
            }
            let list = BufWriter::new(File::create(format!("{out}.faults.json"))?);
            serde_json::to_writer_pretty(list, &listed)?;
            if changes > 0 {
                write_next(order, changes, &out)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(problem) => {
            writeln!(io::stderr(), "{problem}\n{USAGE}")?;
            Ok(ExitCode::from(2))
        }
    }
}

/// Writes the edition that follows the one just written, and the list of the changes.
fn write_next(order: Order, changes: usize, out: &str) -> io::Result<()> {
    let old = qingdan::read(&std::fs::read(out)?, Limits::default()).catalog.unwrap();
    let (next, planted): (_, Vec<Planted>) = editions::next(&old, order.seed, changes, false);
    let to = BufWriter::new(File::create(format!("{out}.next"))?);
    if order.spelling == Spelling::Ndjson {
        next.write_ndjson(to)?;
    } else {
        next.write_json(to)?;
    }
    let list = BufWriter::new(File::create(format!("{out}.changes.json"))?);
    Ok(serde_json::to_writer_pretty(list, &planted)?)
}

/// What is to be written.
struct Ordered {
    order: Order,
    /// How many changes there are to be in the edition after it.
    changes: usize,
    /// The file of the superior list, where there is to be one.
    superior: Option<String>,
    out: String,
}

fn read(arguments: &mut impl Iterator<Item = String>) -> Result<Ordered, String> {
    let (mut counties, mut seed, mut faults, mut changes, mut out) = (None, None, None, None, None);
    let (mut spelling, mut licenses, mut superior) = (Spelling::Document, false, None);
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
            "--changes" => changes = number(0)?,
            "--licenses" => licenses = true,
            "--superior" => superior = Some(arguments.next().ok_or("--superior takes a file")?),
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
    let changes = changes.map_or(0, |number| usize::try_from(number).unwrap());
    if superior.is_some() && order.counties != 1 {
        return Err("a superior list is that of one county".to_owned());
    }
    Ok(Ordered { order, changes, superior, out: out.ok_or_else(|| missing("OUT"))? })
}
