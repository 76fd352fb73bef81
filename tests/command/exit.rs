//! Exit codes, streams, files and folders.

use std::fs;

use super::{BAD, GOOD, Ran, command, feed, finish, folder, run};

#[test]
fn the_exit_code_tells_clean_faulty_and_failed_apart() {
    let here = folder("exit");
    fs::write(here.join("good.json"), GOOD).unwrap();
    fs::write(here.join("bad.json"), BAD).unwrap();
    fs::write(here.join("broken.json"), "{").unwrap();
    fs::write(here.join("empty.json"), "").unwrap();
    fs::create_dir(here.join("empty")).unwrap();
    fs::create_dir_all(here.join("mixed/below")).unwrap();
    fs::write(here.join("mixed/below/bad.json"), BAD).unwrap();
    fs::write(here.join("mixed/good.json"), GOOD).unwrap();
    let cases: &[(&[&str], i32)] = &[
        (&["check", "good.json"], 0),
        (&["check", "good.json", "--format", "json"], 0),
        (&["check", "bad.json"], 1),
        (&["check", "bad.json", "--format", "json"], 1),
        (&["check", "bad.json", "--ignore", "QD0"], 0),
        (&["check", "bad.json", "--select", "qd008, QD009"], 0),
        (&["check", "broken.json"], 1),
        (&["check", "empty.json"], 1),
        (&["check", "good.json", "bad.json"], 1),
        (&["check", "missing.json"], 2),
        (&["check", "missing.json", "--format", "json"], 2),
        (&["check", "bad.json", "missing.json"], 2),
        (&["check", "mixed"], 1),
        (&["check", "empty"], 2),
        (&["check", "good.json", "empty"], 2),
        (&["check", "good.json", "--max-bytes", "10"], 2),
        (&["convert", "good.json", "--max-bytes", "10"], 2),
        (&["figures", "good.json", "--max-bytes", "10"], 2),
        (&["diff", "good.json", "good.json", "--exit-code"], 0),
        (&["diff", "good.json", "bad.json"], 2),
        (&["diff", "missing.json", "good.json", "--exit-code"], 2),
        (&["adjust", "good.json", "good.json"], 0),
        (&["adjust", "broken.json", "good.json"], 2),
        (&["check"], 2),
        (&["check", "good.json", "--no-such-option"], 2),
        (&["check", "good.json", "--as-of", "2026-02-30"], 2),
        (&["check", "good.json", "--select", "QDA"], 2),
        (&["check", "good.json", "--lang", "mn"], 2),
        (&["check", "good.json", "--stdin-filename", "a.json"], 2),
        (&["check", "-", "-"], 2),
        (&["no-such-command"], 2),
        (&["--help"], 0),
        (&["check", "--help"], 0),
        (&["--version"], 0),
        (&[], 2),
    ];
    for (args, code) in cases {
        let ran = run(&here, *args);
        assert_eq!(ran.code, Some(*code), "{args:?}: {ran:?}");
        if *code == 2 {
            assert!(!ran.err.is_empty(), "{args:?} says nothing");
        }
    }
}

#[test]
fn a_missing_file_does_not_hide_the_others() {
    let here = folder("missing");
    fs::write(here.join("bad.json"), BAD).unwrap();
    let ran = run(&here, ["check", "missing.json", "bad.json", "--as-of", "2026-11-23"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.contains("error[QD005]"), "{}", ran.out);
    assert!(ran.out.contains("files: 1 checked, 1 could not be read"), "{}", ran.out);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.starts_with("qingdan: cannot read missing.json: "), "{}", ran.err);
    let zh = run(&here, ["check", "missing.json", "--lang", "zh"]);
    assert_eq!(zh.err, "qingdan：无法读取 missing.json：没有这个文件\n");
    assert_eq!(zh.out, "");
}

#[test]
fn no_verdict_is_yes_while_a_file_could_not_be_read() {
    let here = folder("not-yes");
    fs::write(here.join("good.json"), GOOD).unwrap();
    let ran = run(&here, ["check", "good.json", "missing.json"]);
    assert!(!ran.out.contains("? yes"), "{}", ran.out);
    assert!(ran.out.contains("not shown (a file could not be read"), "{}", ran.out);
    assert!(ran.out.ends_with("see to those that could not be read, and check again\n"), "{}", ran.out);
}

#[test]
fn without_arguments_a_short_usage_with_two_examples() {
    let ran = run(&folder("none"), [""; 0]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("qingdan check catalog.json") && ran.err.contains("qingdan explain QD201"), "{}", ran.err);
}

#[test]
fn folders_are_walked_in_order_and_what_is_no_catalog_is_told() {
    let here = folder("walk");
    fs::create_dir_all(here.join("all/b/.git")).unwrap();
    fs::write(here.join("all/b/one.json"), BAD).unwrap();
    fs::write(here.join("all/a.NDJSON"), "{\"organization\": {\"id\": \"a\"}}").unwrap();
    fs::write(here.join("all/c.json"), GOOD).unwrap();
    fs::write(here.join("all/package.json"), r#"{"name": "x", "version": "1"}"#).unwrap();
    fs::write(here.join("all/list.json"), "[1, 2]").unwrap();
    fs::write(here.join("all/rows.jsonl"), "{\"code\": 1}\n{\"code\": 2}\n").unwrap();
    fs::write(here.join("all/notes.txt"), "no JSON").unwrap();
    fs::write(here.join("all/b/.git/hidden.json"), BAD).unwrap();
    let ran = run(&here, ["check", "all", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let names: Vec<&str> =
        report["inputs"].as_array().unwrap().iter().map(|input| input["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["all/a.NDJSON", "all/b/one.json", "all/c.json"]);
    assert_eq!(report["inputs"][0]["spelling"], "ndjson");
    assert_eq!(
        ran.err,
        "qingdan: no catalog, not checked (3): all/list.json, all/package.json, all/rows.jsonl; name a file to have it checked\n"
    );
    // Named, the same file is checked; and a file that is no JSON is never passed over.
    assert_eq!(run(&here, ["check", "all/package.json"]).code, Some(1));
    fs::write(here.join("all/package.json"), "{").unwrap();
    assert!(run(&here, ["check", "all", "--format", "json"]).out.contains("all/package.json"));
}

#[test]
fn what_is_above_the_limit_is_not_passed_over() {
    let here = folder("first-line");
    fs::create_dir_all(here.join("all")).unwrap();
    fs::write(here.join("all/rows.ndjson"), format!("\n{{\"code\": \"{}\"}}\n", "7".repeat(100))).unwrap();
    assert_eq!(run(&here, ["check", "all"]).code, Some(2), "it has no member of a catalog");
    let ran = run(&here, ["check", "all", "--max-bytes", "50"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.starts_with("qingdan: cannot read all/rows.ndjson: it has more than 50 bytes"), "{}", ran.err);
}

/// A table of facts may come from a spreadsheet: with a byte order mark, CRLF, and no line feed at its end.
#[test]
fn facts_about_instruments_are_read_as_spreadsheets_save_them() {
    let here = folder("law-facts");
    let item = r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "某市节水条例", "articles": [{"article": 7}]}]}]"#;
    fs::write(here.join("one.json"), GOOD.replace("\"organizations\"", &format!("{item}, \"organizations\""))).unwrap();
    let check = |facts: &[u8], lang: &str| {
        fs::write(here.join("facts.csv"), facts).unwrap();
        let args = ["check", "one.json", "--as-of", "2026-11-23", "--law-facts", "facts.csv", "--lang", lang];
        run(&here, args)
    };
    let rows = "title,rank,status\n某市节水条例,local_regulation,repealed\n";
    let marked = format!("\u{feff}{rows}");
    for facts in [rows, &marked, &rows.replace('\n', "\r\n"), rows.trim_end()] {
        let ran = check(facts.as_bytes(), "en");
        assert_eq!(ran.code, Some(1), "{facts:?}: {ran:?}");
        assert!(ran.out.contains("error[QD203]: `某市节水条例` was repealed"), "{facts:?}: {}", ran.out);
    }
    for (facts, zh, en) in [
        (
            &b"title,rank,status\n\xc4\xb3\xca\xd0,law,in_force\n"[..],
            "qingdan：facts.csv：第 2 行：不是 UTF-8 编码；请另存为 UTF-8 编码的 CSV\n",
            "qingdan: facts.csv: line 2: this is no UTF-8; save the file as CSV in UTF-8\n",
        ),
        (
            b"title,rank,status,ended_on\nx,law,repealed,2024-02-30\n",
            "qingdan：facts.csv：第 2 行 `ended_on` 列：写的是 `2024-02-30`，应当是日期，写作 YYYY-MM-DD；不知道的留空\n",
            "qingdan: facts.csv: line 2, column `ended_on`: found `2024-02-30`, allowed: a date written YYYY-MM-DD, or nothing\n",
        ),
        (
            b"",
            "qingdan：facts.csv：第 1 行 `title` 列：表头没有这一列；title、rank、status 三列必有\n",
            "qingdan: facts.csv: line 1, column `title`: the header has no such column; required are title, rank and status\n",
        ),
    ] {
        for (lang, said) in [("zh", zh), ("en", en)] {
            let ran = check(facts, lang);
            assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(2), "", said), "{lang}");
        }
    }
}

#[test]
fn a_folder_with_nothing_but_other_json_is_a_failure() {
    let here = folder("others-only");
    fs::write(here.join("package.json"), r#"{"name": "x"}"#).unwrap();
    let ran = run(&here, ["check", "."]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("there is no catalog to check"), "{}", ran.err);
}

#[test]
fn standard_input_is_checked_under_its_name() {
    let here = folder("stdin");
    let ran = feed(&here, &["check", "-"], GOOD.as_bytes());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = feed(&here, &["check", "-"], BAD.as_bytes());
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("--> <stdin>:4:"), "{}", ran.out);
    let ran = feed(&here, &["check", "-", "--stdin-filename", "目录.ndjson"], BAD.as_bytes());
    assert!(ran.out.contains("error[QD005]: this is one JSON document and not NDJSON"), "{}", ran.out);
    assert!(ran.out.contains("--> 目录.ndjson:1:1"), "{}", ran.out);
    let ran = feed(&here, &["check", "-"], b"");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.starts_with("error[QD001]: the file is empty\n"), "{}", ran.out);
}

#[test]
fn the_day_is_today_in_china_unless_given() {
    let here = folder("day");
    fs::write(here.join("good.json"), GOOD).unwrap();
    let as_of = |ran: &Ran| serde_json::from_str::<serde_json::Value>(&ran.out).unwrap()["as_of"].clone();
    let given = run(&here, ["check", "good.json", "--format", "json", "--as-of", "2026-11-23"]);
    assert_eq!(as_of(&given), "2026-11-23");
    let today = as_of(&run(&here, ["check", "good.json", "--format", "json"]));
    assert!(today.as_str().is_some_and(|day| day > "2026-01-01" && day.len() == 10), "{today}");
}

#[test]
fn the_report_states_the_hash_of_what_was_judged() {
    let here = folder("hash");
    fs::write(here.join("empty.json"), "").unwrap();
    let ran = run(&here, ["check", "empty.json", "--format", "json"]);
    assert!(ran.out.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "{}", ran.out);
    let ran = run(&here, ["check", "../hash/empty.json", "--format", "json", "--max-bytes", "0"]);
    assert!(ran.out.contains("sha256"), "nothing is within a limit of nothing: {}", ran.out);
}

#[test]
fn two_runs_print_the_same_bytes() {
    let here = folder("same");
    fs::write(here.join("bad.json"), BAD).unwrap();
    for format in ["human", "json"] {
        let args = ["check", "bad.json", "--as-of", "2026-11-23", "--format", format];
        assert_eq!(run(&here, args).out, run(&here, args).out);
    }
}

#[test]
fn colour_comes_only_when_asked_for() {
    let here = folder("colour");
    fs::write(here.join("bad.json"), BAD).unwrap();
    let coloured = |args: &[&str], set: &[(&str, &str)]| {
        let ran = finish(command(&here).args(["check", "bad.json"]).args(args).envs(set.iter().copied()));
        assert_eq!(ran.code, Some(1));
        ran.out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "this is no terminal");
    assert!(coloured(&["--color", "always"], &[]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]), "the option goes before the variable");
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn the_language_follows_the_option_and_then_the_locale() {
    let here = folder("language");
    fs::write(here.join("bad.json"), BAD).unwrap();
    let first = |args: &[&str], set: &[(&str, &str)]| {
        let ran = finish(command(&here).args(["check", "bad.json"]).args(args).envs(set.iter().copied()));
        ran.out.chars().next()
    };
    assert_eq!(first(&[], &[]), Some('e'));
    assert_eq!(first(&[], &[("LANG", "zh_CN.UTF-8")]), Some('错'));
    assert_eq!(first(&[], &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")]), Some('e'));
    assert_eq!(first(&["--lang", "en"], &[("LANG", "zh_CN.UTF-8")]), Some('e'));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::fs::{self, File};
    use std::io::Read as _;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;
    use std::process::Stdio;

    use super::super::{BAD, GOOD, command, finish, folder, run};

    #[test]
    fn file_names_need_not_be_utf8() {
        let here = folder("names");
        let name = OsStr::from_bytes(b"a\xff\x1b[31m.json");
        fs::write(here.join(name), BAD).unwrap();
        let ran = run(&here, [OsStr::new("check"), name]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.out.contains(r"--> a\xff\u{1b}[31m.json:4:"), "{}", ran.out);
        let ran = run(&here, [OsStr::new("check"), OsStr::from_bytes(b"\xff\x1bmissing")]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(r"cannot read \xff\u{1b}missing"), "{}", ran.err);
    }

    #[test]
    fn links_are_followed_when_named_and_not_when_met() {
        let here = folder("links");
        fs::create_dir(here.join("real")).unwrap();
        fs::write(here.join("real/bad.json"), BAD).unwrap();
        fs::create_dir(here.join("walked")).unwrap();
        fs::write(here.join("walked/good.json"), GOOD).unwrap();
        symlink("../walked", here.join("walked/circle")).unwrap();
        symlink("../real", here.join("walked/elsewhere")).unwrap();
        symlink("../real/bad.json", here.join("walked/bad.json")).unwrap();
        symlink("nowhere", here.join("dangling.json")).unwrap();
        assert_eq!(run(&here, ["check", "walked"]).code, Some(0));
        assert_eq!(run(&here, ["check", "walked/bad.json"]).code, Some(1));
        assert_eq!(run(&here, ["check", "walked/elsewhere"]).code, Some(1));
        assert_eq!(run(&here, ["check", "dangling.json"]).code, Some(2));
    }

    #[test]
    fn a_closed_pipe_is_no_failure_and_the_verdict_counts() {
        let here = folder("pipe");
        fs::write(here.join("good.json"), GOOD).unwrap();
        let faults = "{\"id\": \"a\", \"name\": 5, \"kind\": \"department\"},\n".repeat(900);
        fs::write(here.join("many.json"), BAD.replace("    {\"id\": \"水利\"", &format!("{faults}{{\"id\": \"b\"")))
            .unwrap();
        for (file, code) in [("good.json", 0), ("many.json", 1)] {
            for format in ["human", "json"] {
                let mut child = command(&here)
                    .args(["check", file, "--format", format])
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap();
                // One byte, as `head -c1` would, and then the reader goes.
                let mut out = child.stdout.take().unwrap();
                out.read_exact(&mut [0]).unwrap();
                drop(out);
                let ended = child.wait_with_output().unwrap();
                assert_eq!(ended.status.code(), Some(code), "{file} {format}");
                assert_eq!(String::from_utf8(ended.stderr).unwrap(), "", "{file} {format}");
            }
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_a_failure_with_a_message() {
        let here = folder("full");
        fs::write(here.join("good.json"), GOOD).unwrap();
        for args in [
            &["check", "good.json"][..],
            &["check", "good.json", "--format", "json"],
            &["convert", "good.json"],
            &["schema", "document"],
            &["schema"],
            &["rules"],
            &["rules", "--format", "json"],
            &["explain", "QD001"],
            &["law"],
            &["--version"],
        ] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let mut child = command(&here).args(args).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
            let mut said = String::new();
            child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            assert_eq!(child.wait().unwrap().code(), Some(2), "{args:?}: {said}");
            assert!(said.starts_with("qingdan: cannot write the output: "), "{args:?}: {said}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_cannot_be_read_is_told_and_the_others_are_checked() {
        let here = folder("unreadable");
        fs::write(here.join("bad.json"), BAD).unwrap();
        // Reading the memory of a process from its beginning fails for everybody.
        let ran = run(&here, ["check", "/proc/self/mem", "bad.json"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.starts_with("qingdan: cannot read /proc/self/mem: "), "{}", ran.err);
        assert!(ran.out.contains("error[QD005]"), "{}", ran.out);
        // What never ends is cut at the limit.
        let ran = run(&here, ["check", "/dev/zero", "--max-bytes", "100000"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert!(ran.err.contains("more than 100000 bytes"), "{}", ran.err);
    }

    #[test]
    fn closed_streams_are_no_crash() {
        let here = folder("closed");
        fs::write(here.join("bad.json"), BAD).unwrap();
        let mut shell = std::process::Command::new("sh");
        shell.current_dir(&here).args(["-c", "\"$0\" check bad.json >&- 2>&- <&-", env!("CARGO_BIN_EXE_qingdan")]);
        assert_eq!(finish(&mut shell).code, Some(1));
    }
}
