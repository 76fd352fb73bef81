//! The command: exit codes, what it prints, and what it never prints.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed, in its helpers as in itself"
)]

use std::ffi::OsStr;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

mod configured;
mod conformance;
mod convert;
mod delegations;
mod dictionary;
mod diff;
mod exit;
mod figures;
mod fix;
mod hostile;
mod impact;
mod inputs;
mod law_build;
mod law_facts;
mod layout;
mod others;
mod parameters;
mod reference;
mod second_catalogs;
mod shells;
mod speech;
mod streams;
mod together;
#[cfg(unix)]
mod written;

/// A catalog without a finding.
const GOOD: &str = r#"{"header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"},
  "organizations": [{"id": "water", "name": "杭锦旗水利局", "kind": "department"}]}
"#;

/// A catalog with one error: a number for a name.
const BAD: &str = r#"{
  "header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"},
  "organizations": [
    {"id": "水利", "name": 5, "kind": "department"}
  ]
}
"#;

/// A fresh folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a run of the command gave.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

/// The command in a folder, with nothing of the surroundings that could change what it prints.
fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qingdan"));
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE", "NO_COLOR", "CLICOLOR_FORCE", "TERM"] {
        command.env_remove(name);
    }
    command
}

fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("the command prints UTF-8");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn run<A: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = A>) -> Ran {
    finish(command(folder).args(args))
}

/// Runs the command with something on standard input.
fn feed(folder: &Path, args: &[&str], input: &[u8]) -> Ran {
    let mut child =
        command(folder).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    match child.stdin.take().unwrap().write_all(input) {
        // A call that is refused ends before it has read, at times before it was fed.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        fed => fed.unwrap(),
    }
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("the command prints UTF-8");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}
