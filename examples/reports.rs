//! Writes the reports of catalogs in every format: what CI systems, editors and spreadsheets read.
//!
//! ```text
//! cargo run --features ci --example reports -- FOLDER FILE…
//! ```
//!
//! The report of the first file is `FOLDER/0.sarif`, `FOLDER/0.junit` and so on; that of a file that cannot be read says so.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use qingdan::writer::{ReportFormat, ReportOptions, write_report};
use qingdan::{Checker, Lang, Message};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("usage: reports FOLDER FILE…")?;
    fs::create_dir_all(&folder)?;
    let checker = Checker::new().as_of("2026-11-25".parse()?);
    for (number, file) in arguments.enumerate() {
        let report = match fs::read(&file) {
            Ok(bytes) => checker.check_bytes(&file, &bytes),
            Err(error) => {
                // A report about no input at all.
                let mut nothing = checker.check_bytes(&file, b"{}");
                nothing.inputs.clear();
                nothing.add_unread(&file, Message::new(error.to_string(), error.to_string()));
                nothing
            }
        };
        for &format in ReportFormat::ALL {
            let path = Path::new(&folder).join(format!("{number}.{format}"));
            write_report(&report, format, &ReportOptions::new(Lang::Zh), fs::File::create(path)?)?;
        }
    }
    Ok(())
}
