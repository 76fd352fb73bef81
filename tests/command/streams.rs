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

/// Whatever a command makes of a catalog is not written over the catalog, by no name of it.
#[test]
fn no_command_writes_over_what_it_reads() {
    let here = folder("over_input");
    for name in ["a.json", "b.json", "facts.csv"] {
        fs::write(here.join(name), GOOD).unwrap();
    }
    let days = ["--from", "2020-01-01", "--to", "2026-01-01"];
    let cases: &[(&[&str], &str)] = &[
        (&["figures", "a.json"], "a.json"),
        (&["figures", "a.json"], "./a.json"),
        (&["diff", "b.json", "a.json"], "a.json"),
        (&["diff", "b.json", "a.json"], "b.json"),
        (&["adjust", "b.json", "a.json"], "a.json"),
        (&["conformance", "a.json", "--superior", "b.json"], "a.json"),
        (&["conformance", "a.json", "--superior", "b.json"], "b.json"),
        (&["impact", "a.json"], "a.json"),
        (&["delegations", "a.json"], "a.json"),
        (&["export", "a.json"], "a.json"),
        (&["convert", "a.json"], "a.json"),
    ];
    for (args, out) in cases {
        let days = days.iter().filter(|_| args[0] == "impact").copied();
        let ran = run(&here, args.iter().copied().chain(days).chain(["-o", out]));
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {ran:?}");
        let told = "this run reads it, and writing would replace it; name another file\n";
        assert_eq!(ran.err, format!("qingdan: nothing can be written to {out}: {told}"), "{args:?}");
    }
    for name in ["a.json", "b.json"] {
        assert_eq!(fs::read_to_string(here.join(name)).unwrap(), GOOD, "{name}");
    }
    let zh = run(&here, ["figures", "a.json", "-o", "a.json", "--lang", "zh"]);
    assert_eq!(zh.err, "qingdan：不能写入 a.json：本次运行要读取这个文件，写入会把它覆盖；请另写文件名\n");
    fs::create_dir(here.join("texts")).unwrap();
    fs::write(here.join("texts/law.md"), "# 水法\n").unwrap();
    let ran = run(&here, ["law", "build", "texts", "--seen-on", "2026-01-01", "-o", "texts/law.md"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert_eq!(fs::read_to_string(here.join("texts/law.md")).unwrap(), "# 水法\n");
}

/// A machine that gives no threads gives the report all the same.
#[test]
fn threads_that_cannot_be_had_are_done_without() {
    let here = folder("no_threads");
    let mut lines = vec![
        r#"{"header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"}}"#
            .to_owned(),
    ];
    lines.extend((0..40_000).map(|number| {
        format!(r#"{{"organization": {{"id": "{number}", "name": "第{number}局", "kind": "department"}}}}"#)
    }));
    fs::write(here.join("a.ndjson"), lines.join("\n")).unwrap();
    let args = ["check", "a.ndjson", "--format", "json", "--as-of", "2026-11-23"];
    let one = run(&here, args);
    assert_eq!(one.code, Some(0), "{}", one.err);
    // So large a stack is given to no thread.
    let none = finish(command(&here).args(args).args(["--threads", "20000"]).env("RUST_MIN_STACK", "140737488355328"));
    assert_eq!((none.code, none.err.as_str()), (Some(0), ""));
    assert!(none.out == one.out, "another report");
    let many = run(&here, args.iter().chain(&["--threads", "20000"]).copied());
    assert_eq!((many.code, many.err.as_str()), (Some(0), ""));
    assert!(many.out == one.out, "another report");
}

/// What never ends is read up to a limit.
#[test]
fn a_baseline_without_end_is_refused() {
    let here = folder("endless_baseline");
    fs::write(here.join("a.json"), GOOD).unwrap();
    let ran = run(&here, ["check", "a.json", "--baseline", "/dev/zero"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("qingdan: cannot read /dev/zero: it has more than 67108864 bytes"), "{}", ran.err);
}

/// What cannot be written is told in the words of the reader, and never by the name of a file that nobody named.
#[test]
fn what_cannot_be_written_is_told_in_words() {
    let here = folder("unwritten");
    fs::write(here.join("a.json"), GOOD).unwrap();
    fs::create_dir(here.join("taken")).unwrap();
    let told = |out: &str, lang: &str| {
        let ran = run(&here, ["figures", "a.json", "-o", out, "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{out}: {ran:?}");
        ran.err
    };
    assert_eq!(
        told("none/x.txt", "zh"),
        "qingdan：无法写入 none/x.txt：文件夹 none 不存在；请先建立，或者另写文件名\n"
    );
    assert_eq!(
        told("none/x.txt", "en"),
        "qingdan: cannot write none/x.txt: there is no folder none; make it first, or name another file\n"
    );
    assert_eq!(told("taken", "zh"), "qingdan：无法写入 taken：这是文件夹，不是文件；请写文件名\n");
    assert_eq!(told("taken", "en"), "qingdan: cannot write taken: it is a folder; name a file\n");
    assert_eq!(told("a.json/x", "zh"), "qingdan：无法写入 a.json/x：路径中有一段是文件，不是文件夹；请另写文件名\n");
}

/// The exception to files that are replaced as a whole is told where files are written.
#[test]
fn help_says_which_files_are_written_in_place() {
    let here = folder("in_place");
    let help = run(&here, ["check", "--help"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        help.contains("a file with several names (hard links), a pipe or a device is written as it stands"),
        "{help}"
    );
    let help = run(&here, ["check", "--help", "--lang", "zh"]).out;
    assert!(help.contains("硬链接"), "{help}");
}

#[test]
fn what_names_no_rule_is_told_in_a_sentence() {
    let here = folder("no_rule");
    fs::write(here.join("a.json"), GOOD).unwrap();
    let ran = run(&here, ["check", "a.json", "--select", "QD1x"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("it names no rule; "), "{}", ran.err);
    assert!(!ran.err.contains("rule Write") && !ran.err.contains("?;"), "{}", ran.err);
}

/// Of a header without records no question is answered.
#[test]
fn of_no_record_nothing_is_shown() {
    let here = folder("no_record");
    fs::write(
        here.join("a.json"),
        r#"{"header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"}}"#,
    )
    .unwrap();
    let ran = run(&here, ["check", "a.json", "--as-of", "2026-11-23"]);
    assert!(!ran.out.contains("? yes"), "{}", ran.out);
    assert_eq!(ran.out.matches("? not shown (no record was judged").count(), 3, "{}", ran.out);
    // Rules that do not apply as of a day are told where they would have answered.
    fs::write(here.join("good.json"), GOOD).unwrap();
    let ran = run(&here, ["check", "good.json", "--as-of", "0001-01-01"]);
    assert!(ran.out.contains("error rules outside the period in which they apply)"), "{}", ran.out);
    let ran = run(&here, ["check", "good.json", "--as-of", "2026-11-23"]);
    assert!(!ran.out.contains("outside the period in which they apply"), "{}", ran.out);
}

/// No option gives what a rule waits for that is not built, so it is not told as an input that was not given.
#[test]
fn a_rule_that_waits_is_told_as_not_built() {
    let here = folder("waiting");
    fs::write(here.join("a.json"), GOOD).unwrap();
    let ran = run(&here, ["check", "a.json", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let not_run = report["inputs"][0]["coverage"]["not_run"].as_array().unwrap();
    let waiting = not_run.iter().find(|rule| rule["code"] == "QD517").unwrap();
    assert_eq!(waiting["reason"], "not_built");
    assert!(waiting["message"]["en"].as_str().unwrap().contains("duties of townships"), "{waiting}");
}

#[test]
fn no_thread_at_all_is_refused_in_words() {
    let here = folder("zero_threads");
    for wrong in ["0", "x", "-1", "99999999999999999999999"] {
        let threads = format!("--threads={wrong}");
        let ran = run(&here, ["check", "a.json", &threads]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains("expected a whole number of at least 1"), "{}", ran.err);
        let ran = run(&here, ["check", "a.json", &threads, "--lang", "zh"]);
        assert!(ran.err.contains("应为不小于 1 的整数"), "{}", ran.err);
    }
}
