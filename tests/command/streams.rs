//! Streams and files: what the command does where something is closed, full, empty, a pipe, or not to be written to.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::Command;

use super::{BAD, GOOD, Ran, command, finish, folder, run};

/// A line of a shell, in which `qingdan` is the command.
fn shell(here: &Path, line: &str) -> Ran {
    let qingdan = command(here).get_program().to_owned();
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(line).current_dir(here).env("qingdan", qingdan).env("LC_ALL", "C");
    finish(&mut shell)
}

/// The exit code of each case; nothing ever ends with 101, and no fault takes more than a line.
#[test]
fn every_stream_gives_its_code_in_every_form() {
    let here = folder("streams");
    fs::write(here.join("good.json"), GOOD).unwrap();
    fs::write(here.join("bad.json"), BAD).unwrap();
    fs::write(here.join("empty.json"), "").unwrap();
    fs::create_dir(here.join("nothing")).unwrap();
    fs::write(here.join(OsStr::from_bytes(b"a\xff.json")), GOOD).unwrap();
    let cases = [
        ("\"$qingdan\" check good.json --format FORM", 0),
        ("\"$qingdan\" check bad.json --format FORM", 1),
        ("\"$qingdan\" check empty.json --format FORM", 1),
        ("\"$qingdan\" check nothing --format FORM", 2),
        ("\"$qingdan\" check missing.json --format FORM", 2),
        ("\"$qingdan\" check good.json --max-bytes 10 --format FORM", 2),
        ("\"$qingdan\" check a*.json --format FORM", 0),
        ("\"$qingdan\" check bad.json --format FORM > /dev/full", 2),
        ("\"$qingdan\" check bad.json --format FORM >&-", 1),
        ("\"$qingdan\" check bad.json --format FORM --report csv=/dev/full", 2),
        ("{ \"$qingdan\" check bad.json --format FORM; echo $? > code; } | true; exit $(cat code)", 1),
        ("rm -f pipe; mkfifo pipe; cat good.json > pipe & \"$qingdan\" check pipe --format FORM", 0),
        ("\"$qingdan\" check - --format FORM < bad.json", 1),
        ("\"$qingdan\" check - --format FORM < /dev/null", 1),
    ];
    for form in ["human", "json", "sarif", "junit", "html"] {
        for (line, code) in cases {
            let ran = shell(&here, &line.replace("FORM", form));
            assert_eq!(ran.code, Some(code), "{line} {form}: {ran:?}");
            assert!(ran.err.lines().count() <= 1, "{line} {form}: {}", ran.err);
            assert_eq!(code == 2, !ran.err.is_empty(), "{line} {form}: {}", ran.err);
        }
    }
}

/// A pipe is opened once: whoever writes into it quickly has gone when it is opened again.
#[test]
fn a_pipe_with_a_quick_writer_is_read() {
    let here = folder("quick");
    fs::write(here.join("good.json"), GOOD).unwrap();
    for _ in 0..20 {
        let ran = shell(&here, "rm -f p; mkfifo p; (cat good.json > p &); timeout 20 \"$qingdan\" check p");
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }
}

/// A report is written over nothing that is read, and over no other report.
#[test]
fn a_report_overwrites_nothing_that_is_read() {
    let here = folder("over");
    fs::write(here.join("a.json"), GOOD).unwrap();
    fs::write(here.join("old.json"), GOOD).unwrap();
    fs::write(here.join("qingdan.toml"), "[check]\n").unwrap();
    fs::write(here.join("known.jsonl"), "{\"baseline_version\":\"1.0\"}\n").unwrap();
    for more in [
        &["--report", "json=a.json"][..],
        &["-o", "a.json", "--format", "json"],
        &["--report", "json=./a.json"],
        &["--report", "json=qingdan.toml"],
        &["--baseline", "known.jsonl", "--report", "json=known.jsonl"],
        &["--superior", "old.json", "--report", "json=old.json"],
        &["--previous", "old.json", "-o", "old.json"],
        &["--report", "csv=x", "--report", "sarif=x"],
        &["-o", "x", "--report", "csv=x"],
        &["--report", "csv=-"],
    ] {
        let ran = run(&here, ["check", "a.json"].iter().chain(more).copied());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{more:?}: {ran:?}");
        assert!(!ran.err.is_empty(), "{more:?}");
    }
    assert_eq!(fs::read_to_string(here.join("a.json")).unwrap(), GOOD);
    assert!(!here.join("x").exists() && !here.join("-").exists());
    // The report of the last run is replaced.
    for _ in 0..2 {
        assert_eq!(run(&here, ["check", "a.json", "--report", "json=report.json"]).code, Some(0));
    }
}

/// Nor does anything else that a command writes.
#[test]
fn no_command_overwrites_what_it_reads() {
    let here = folder("over_all");
    for name in ["a.json", "b.json", "facts.csv"] {
        fs::write(here.join(name), if name == "facts.csv" { "title,rank,status\n" } else { GOOD }).unwrap();
    }
    std::os::unix::fs::symlink("a.json", here.join("link.json")).unwrap();
    for call in [
        &["figures", "a.json", "-o", "a.json"][..],
        &["figures", "a.json", "-o", "link.json"],
        &["delegations", "a.json", "-o", "./a.json"],
        &["export", "a.json", "-o", "a.json"],
        &["impact", "a.json", "--from", "2026-01-01", "--to", "2026-11-01", "-o", "a.json"],
        &[
            "impact",
            "a.json",
            "--from",
            "2026-01-01",
            "--to",
            "2026-11-01",
            "--law-facts",
            "facts.csv",
            "-o",
            "facts.csv",
        ],
        &["conformance", "a.json", "--superior", "b.json", "-o", "a.json"],
        &["conformance", "a.json", "--superior", "b.json", "-o", "b.json"],
        &["diff", "a.json", "b.json", "-o", "a.json"],
        &["diff", "a.json", "b.json", "-o", "b.json"],
        &["adjust", "a.json", "b.json", "-o", "b.json"],
    ] {
        let ran = run(&here, call.iter().copied());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{call:?}: {ran:?}");
        assert!(ran.err.contains("writing would replace it"), "{call:?}: {ran:?}");
    }
    for name in ["a.json", "b.json"] {
        assert_eq!(fs::read_to_string(here.join(name)).unwrap(), GOOD, "{name}");
    }
    assert_eq!(fs::read_to_string(here.join("facts.csv")).unwrap(), "title,rank,status\n");
    assert_eq!(run(&here, ["figures", "a.json", "-o", "figures.txt"]).code, Some(0));
}

/// A pipeline that checks what was changed has nothing to check where no catalog was.
#[test]
fn an_empty_list_of_files_is_no_fault() {
    let here = folder("empty_list");
    fs::write(here.join("none"), "\n").unwrap();
    let ran = run(&here, ["check", "--files-from", "none"]);
    assert_eq!((ran.code, ran.err.lines().count()), (Some(0), 1), "{ran:?}");
    let ran = run(&here, ["check", "--files-from", "none", "--format", "gitlab"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "[]\n"));
}

#[test]
fn a_folder_with_a_bracket_in_its_name_is_a_folder() {
    let here = folder("bracket");
    fs::create_dir(here.join("d[1]")).unwrap();
    fs::write(here.join("d[1]/a.json"), GOOD).unwrap();
    assert_eq!(run(&here, ["check", "d[1]/*.json"]).code, Some(0));
}
