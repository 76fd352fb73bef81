//! Writes anew whatever is made from the code and committed: the pages of rules, law and messages, the schemas, the
//! lists of rules and of packages. Only files that differ are written, and named.
//!
//! ```text
//! cargo run --all-features --example regenerate               writes what differs
//! cargo run --all-features --example regenerate -- --check    names what differs, and fails if anything does
//! ```

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::{env, fs};

#[path = "regenerate/generated.rs"]
mod generated;
#[path = "regenerate/messages.rs"]
mod messages;

use generated::Difference;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let check = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => false,
        ["--check"] => true,
        _ => return Err("usage: regenerate [--check]".into()),
    };
    let differences = generated::differences()?;
    let mut out = io::stdout().lock();
    for difference in &differences {
        match difference {
            Difference::Text { path, .. } if check => writeln!(out, "differs: {path}")?,
            Difference::Text { path, text } => {
                fs::write(generated::place(path), text)?;
                writeln!(out, "written: {path}")?;
            }
            Difference::Left { path } if check => writeln!(out, "no longer made: {path}")?,
            Difference::Left { path } => {
                fs::remove_file(generated::place(path))?;
                writeln!(out, "removed: {path}")?;
            }
        }
    }
    if check && !differences.is_empty() {
        writeln!(out, "run `{}`", generated::COMMAND)?;
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}
