//! Writes the licensing items of counties, 50 with their 70 setting provisions, as a superior list.
//!
//! ```text
//! cargo run --example licensing_reference > examples/catalogs/county-licensing-reference.json
//! ```

use std::error::Error;
use std::io::{self, Write as _};

#[path = "licensing_reference/convert.rs"]
mod convert;

fn main() -> Result<(), Box<dyn Error>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/county_licensing/reference.csv");
    let catalog = convert::convert(&std::fs::read_to_string(path)?)?;
    let mut to = io::stdout().lock();
    catalog.write_json(&mut to)?;
    Ok(to.flush()?)
}
