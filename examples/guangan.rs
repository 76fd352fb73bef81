//! Writes the service items of Guang'an district (Sichuan), 1,135 of them as published, as a catalog.
//!
//! ```text
//! cargo run --example guangan                                  a document
//! cargo run --example guangan -- --format ndjson               a record a line
//! cargo run --example guangan -- path/to/items.jsonl           from another file
//! ```

use std::error::Error;
use std::io::{self, BufWriter, Write as _};

#[path = "guangan/convert.rs"]
mod convert;

fn main() -> Result<(), Box<dyn Error>> {
    let mut path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/guangan/items.jsonl").to_owned();
    let mut ndjson = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--format" {
            ndjson = match arguments.next().as_deref() {
                Some("ndjson") => true,
                Some("json") => false,
                _ => return Err("--format takes `json` or `ndjson`".into()),
            };
        } else {
            path = argument;
        }
    }
    let catalog = convert::convert(&std::fs::read_to_string(&path)?)?;
    let mut to = BufWriter::new(io::stdout().lock());
    if ndjson {
        catalog.write_ndjson(&mut to)?;
    } else {
        catalog.write_json(&mut to)?;
    }
    Ok(to.flush()?)
}
