//! A repository with a configuration, a baseline and suppressions, as a pipeline sees it.

use std::ffi::OsStr;
use std::fs;

use serde_json::Value;

use super::{BAD, GOOD, folder, run};

/// A body with a parent that is not there.
fn catalog(bodies: &str) -> String {
    format!(
        "{{\"header\": {{\"schema_version\": \"1.0\", \"title\": \"杭锦旗权责清单\", \"division\": \"150625\", \"level\": \"county\"}},\n\"organizations\": [{bodies}]}}\n"
    )
}

const OLD: &str = r#"{"id": "w", "name": "杭锦旗水利局", "kind": "department", "parent": "none"}"#;
const NEW: &str = r#"{"id": "t", "name": "杭锦旗税务局", "kind": "department", "parent": "gone"}"#;

/// One old fault and one new: the pipeline fails for the new one alone, and tells when the old one is gone.
#[test]
fn only_a_new_fault_fails_a_pipeline() {
    let here = folder("pipeline");
    fs::create_dir(here.join("lists")).unwrap();
    fs::write(here.join("lists/a.json"), catalog(OLD)).unwrap();
    fs::write(
        here.join("qingdan.toml"),
        "[check]\nas_of = 2026-11-23\nlang = \"en\"\ninclude = [\"lists\"]\nbaseline = \"known.jsonl\"\n",
    )
    .unwrap();
    let missing = run(&here, ["check"]);
    assert_eq!(missing.code, Some(2), "a missing baseline is an error: {missing:?}");
    let written = run(&here, ["baseline", "write"]);
    assert_eq!((written.code, written.out.as_str()), (Some(0), "known.jsonl: 1 finding of 1 file known now\n"));
    assert!(fs::read_to_string(here.join("known.jsonl")).unwrap().contains(r#""file":"lists/a.json""#));
    assert_eq!(run(&here, ["check"]).code, Some(0));
    fs::write(here.join("lists/a.json"), catalog(&format!("{NEW},\n{OLD}"))).unwrap();
    let new = run(&here, ["check", "--quiet"]);
    assert_eq!(new.code, Some(1));
    assert!(new.out.contains("gone") && !new.out.contains("none"), "{}", new.out);
    assert_eq!(run(&here, ["baseline", "check"]).code, Some(1));
    // Nothing new is taken up by an update.
    assert_eq!(run(&here, ["baseline", "update"]).code, Some(0));
    assert_eq!(run(&here, ["check"]).code, Some(1));
    fs::write(here.join("lists/a.json"), catalog("")).unwrap();
    let stale = run(&here, ["check", "--quiet"]);
    assert_eq!(stale.code, Some(1));
    assert!(stale.out.contains("QD905") && stale.out.contains("known.jsonl:2:1"), "{}", stale.out);
    let told = run(&here, ["baseline", "check"]);
    assert_eq!(
        (told.code, told.out.as_str()),
        (
            Some(1),
            "gone: lists/a.json QD009 organization/w /parent (known 1, left 0)\nknown.jsonl: stale entries: 1; new findings: 0\n"
        )
    );
    assert_eq!(run(&here, ["baseline", "update"]).code, Some(0));
    assert_eq!((run(&here, ["check"]).code, run(&here, ["baseline", "check"]).code), (Some(0), Some(0)));
}

/// From whatever folder below: the configuration is found, and a baseline means the same.
#[test]
fn it_holds_in_every_folder_below() {
    let here = folder("below");
    let lists = here.join("lists");
    fs::create_dir(&lists).unwrap();
    fs::write(lists.join("a.json"), catalog(OLD)).unwrap();
    fs::write(here.join("qingdan.toml"), "[check]\nas_of = 2026-11-23\nbaseline = \"known.jsonl\"\n").unwrap();
    assert_eq!(run(&here, ["baseline", "write", "lists"]).code, Some(0));
    assert_eq!(run(&lists, ["check", "a.json"]).code, Some(0));
    assert_eq!(run(&lists, ["check", "a.json", "--no-config"]).code, Some(1));
    fs::write(lists.join("own.toml"), "[rules]\nQD009 = \"off\"\n").unwrap();
    assert_eq!(run(&lists, ["check", "a.json", "--config", "own.toml"]).code, Some(0));
    let shown = run(&lists, ["config", "show", "--lang", "en"]);
    assert_eq!(shown.code, Some(0));
    assert!(shown.out.contains("check.baseline: \"known.jsonl\" (../qingdan.toml:3)\n"), "{}", shown.out);
    assert!(shown.out.contains("check.fail_level: error (default)\n"), "{}", shown.out);
    let json: Value = serde_json::from_str(&run(&lists, ["config", "show", "--format", "json"]).out).unwrap();
    let as_of = json.as_array().unwrap().iter().find(|setting| setting["setting"] == "check.as_of").unwrap();
    assert_eq!((as_of["value"].as_str(), as_of["line"].as_u64()), (Some("2026-11-23"), Some(2)));
}

/// Two files of one name, and runs from three folders: a baseline knows which is which.
#[test]
fn files_of_one_name_are_told_apart_wherever_the_command_runs() {
    let here = folder("one_name");
    for path in ["lists/a.json", "lists/sub/a.json"] {
        let path = here.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, catalog(OLD)).unwrap();
    }
    fs::create_dir(here.join("ci")).unwrap();
    let (ci, sub) = (here.join("ci"), here.join("lists/sub"));
    assert_eq!(run(&here, ["baseline", "write", "lists/a.json", "--baseline", "ci/known.jsonl"]).code, Some(0));
    let known = fs::read_to_string(ci.join("known.jsonl")).unwrap();
    assert!(known.contains(r#""file":"../lists/a.json""#), "{known}");
    assert_eq!(run(&ci, ["check", "../lists/a.json", "--baseline", "known.jsonl"]).code, Some(0));
    let absolute = here.join("lists/a.json");
    let ran = run(&ci, [OsStr::new("check"), absolute.as_os_str(), OsStr::new("--baseline=known.jsonl")]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(run(&here.join("lists"), ["check", "a.json", "--baseline", "../ci/known.jsonl"]).code, Some(0));
    // The other file of this name was never known, and says nothing of the first.
    assert_eq!(run(&sub, ["check", "a.json", "--baseline", "../../ci/known.jsonl"]).code, Some(1));
    fs::write(sub.join("a.json"), catalog("")).unwrap();
    assert_eq!(run(&sub, ["baseline", "update", "a.json", "--baseline", "../../ci/known.jsonl"]).code, Some(0));
    assert_eq!(fs::read_to_string(ci.join("known.jsonl")).unwrap(), known);
    // A file that is not there any more has no known findings.
    fs::rename(here.join("lists/a.json"), here.join("lists/b.json")).unwrap();
    assert_eq!(run(&ci, ["baseline", "check", "../lists", "--baseline", "known.jsonl"]).code, Some(1));
    assert_eq!(run(&ci, ["baseline", "update", "../lists", "--baseline", "known.jsonl"]).code, Some(0));
    assert_eq!(fs::read_to_string(ci.join("known.jsonl")).unwrap(), "{\"baseline_version\":\"1.0\"}\n");
}

#[test]
fn what_is_known_of_a_file_that_cannot_be_read_as_a_whole_stays() {
    let here = folder("half");
    fs::write(here.join("a.json"), catalog(OLD)).unwrap();
    let write = || run(&here, ["baseline", "write", "a.json", "--lang", "en"]);
    assert_eq!(write().code, Some(0));
    let known = fs::read_to_string(here.join("qingdan-baseline.jsonl")).unwrap();
    fs::write(here.join("a.json"), catalog(OLD).replace("},", "}")).unwrap();
    let ran = write();
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.starts_with("qingdan: a.json could not be read as a whole"), "{}", ran.err);
    assert_eq!(fs::read_to_string(here.join("qingdan-baseline.jsonl")).unwrap(), known);
}

/// A baseline beside the catalogs is none of them.
#[test]
fn a_baseline_lies_beside_what_it_is_about() {
    let here = folder("beside");
    fs::write(here.join("a.json"), catalog(OLD)).unwrap();
    for name in ["known.json", "known.jsonl"] {
        assert_eq!(run(&here, ["baseline", "write", ".", "--baseline", name]).code, Some(0));
        let ran = run(&here, ["check", ".", "--baseline", name, "--as-of", "2026-11-23"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
        fs::remove_file(here.join(name)).unwrap();
    }
}

/// What is asked for on the command line goes before the configuration.
#[test]
fn arguments_go_before_the_configuration() {
    let here = folder("before");
    fs::write(here.join("a.json"), catalog(OLD)).unwrap();
    fs::write(here.join("qingdan.toml"), "[check]\nfail_level = \"never\"\n[rules]\nQD0 = \"off\"\n").unwrap();
    let found = |args: &[&str]| {
        let ran = run(&here, ["check", "a.json"].iter().chain(args).copied());
        (ran.code, ran.out.contains("[QD009]"))
    };
    assert_eq!(found(&[]), (Some(0), false));
    assert_eq!(found(&["--select", "QD009"]), (Some(0), true));
    assert_eq!(found(&["--level", "QD009=error", "--fail-level", "error"]), (Some(1), true));
    assert_eq!(found(&["--select", "QD009", "--ignore", "QD009"]), (Some(0), false));
}

#[test]
fn what_is_wrong_with_a_configuration_is_told_in_both_languages() {
    let here = folder("wrong_config");
    fs::write(here.join("a.json"), GOOD).unwrap();
    fs::write(here.join("qingdan.toml"), "[check]\nfail_levle = \"error\"\n").unwrap();
    for (lang, said) in [
        ("en", "qingdan: qingdan.toml:2:1: there is no key `fail_levle`; did you mean `fail_level`?"),
        ("zh", "qingdan：qingdan.toml:2:1：没有键“fail_levle”，是否为 fail_level？"),
    ] {
        for command in [&["check", "a.json"][..], &["baseline", "write", "a.json"], &["config", "show"]] {
            let ran = run(&here, command.iter().copied().chain(["--lang", lang]));
            assert_eq!(ran.code, Some(2), "{command:?}");
            assert!(ran.err.starts_with(said), "{command:?}: {}", ran.err);
        }
    }
    assert!(!here.join("qingdan-baseline.jsonl").exists());
}

#[test]
fn levels_say_what_is_listed_and_what_fails() {
    let here = folder("levels");
    fs::write(here.join("a.json"), catalog(OLD)).unwrap();
    let code = |args: &[&str]| run(&here, ["check", "a.json"].iter().chain(args).copied()).code;
    assert_eq!(code(&[]), Some(1));
    assert_eq!(code(&["--fail-level", "never"]), Some(0));
    assert_eq!(code(&["--level", "QD009=warning"]), Some(0));
    assert_eq!(code(&["--level", "QD009=warning", "--fail-level", "warning"]), Some(1));
    assert_eq!(code(&["--level", "QD009=info", "--fail-level", "warning"]), Some(0));
    assert_eq!(code(&["--level", "QD009=info", "--fail-level", "info"]), Some(1));
    let out =
        run(&here, ["check", "a.json", "--level", "QD009=info", "--show-level", "warning", "--format", "json"]).out;
    let report: Value = serde_json::from_str(&out).unwrap();
    let counts = &report["inputs"][0]["counts"];
    assert_eq!((counts["total"].as_u64(), counts["shown"].as_u64()), (Some(1), Some(0)));
    assert_eq!(report["inputs"][0]["findings"], Value::Array(Vec::new()));
}

#[test]
fn patterns_lists_and_ignore_files_choose_what_is_checked() {
    let here = folder("chosen");
    for path in ["lists/a.json", "lists/deep/b.json", "lists/drafts/c.json", "lists/skip/d.json"] {
        let path = here.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, BAD).unwrap();
    }
    fs::write(here.join(".qingdanignore"), "skip/\n").unwrap();
    let names = |args: &[&str]| {
        let out = run(&here, ["check", "--format", "json"].iter().chain(args).copied()).out;
        let report: Value = serde_json::from_str(&out).unwrap();
        let inputs = report["inputs"].as_array().unwrap().clone();
        inputs.iter().map(|input| input["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["lists"]), ["lists/a.json", "lists/deep/b.json", "lists/drafts/c.json"]);
    assert_eq!(names(&["lists/*.json"]), ["lists/a.json"]);
    assert_eq!(names(&["lists/**/[ab].json"]), ["lists/a.json", "lists/deep/b.json"]);
    assert_eq!(names(&["lists", "--exclude", "drafts/"]), ["lists/a.json", "lists/deep/b.json"]);
    assert_eq!(names(&["lists", "--exclude", "lists/d*/**"]), ["lists/a.json"]);
    // What is named is checked, whatever ignores it.
    assert_eq!(names(&["lists/skip/d.json", "--exclude", "*.json"]), ["lists/skip/d.json"]);
    fs::write(here.join("files"), "lists/deep/b.json\r\n\nlists/a.json\nlists/a.json").unwrap();
    assert_eq!(names(&["--files-from", "files"]), ["lists/a.json", "lists/deep/b.json"]);
    fs::write(here.join("files"), "lists/a.json\0lists/deep/b.json\0").unwrap();
    assert_eq!(names(&["--files-from", "files"]), ["lists/a.json", "lists/deep/b.json"]);
    for (args, said) in [
        (&["nothing*.json"][..], "nothing matches the pattern"),
        (&["lists/[.json"], "is no pattern"),
        (&["--files-from", "missing"], "missing"),
        (&["--files-from", "-", "-"], "standard input can be read once"),
        (&[], "no file to check is named"),
    ] {
        let ran = run(&here, ["check"].iter().chain(args).copied());
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
}

#[test]
fn reports_are_written_beside_the_one_on_the_screen() {
    let here = folder("reports");
    fs::write(here.join("a.json"), catalog(OLD)).unwrap();
    let ran = run(
        &here,
        [
            "check",
            "a.json",
            "--as-of",
            "2026-11-23",
            "--report",
            "json=out/deep/a.json",
            "--report",
            "sarif=out/a.sarif",
            "--report",
            "junit=a.xml",
        ],
    );
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("QD009"));
    let json: Value = serde_json::from_str(&fs::read_to_string(here.join("out/deep/a.json")).unwrap()).unwrap();
    let screen = run(&here, ["check", "a.json", "--as-of", "2026-11-23", "--format", "json"]).out;
    assert_eq!(json, serde_json::from_str::<Value>(&screen).unwrap());
    let sarif: Value = serde_json::from_str(&fs::read_to_string(here.join("out/a.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert!(fs::read_to_string(here.join("a.xml")).unwrap().starts_with("<?xml"));
    let to_file = run(&here, ["check", "a.json", "--as-of", "2026-11-23", "--format", "json", "-o", "b.json"]);
    assert_eq!((to_file.code, to_file.out.as_str()), (Some(1), ""));
    assert_eq!(fs::read_to_string(here.join("b.json")).unwrap(), screen);
    for (report, said) in [("pdf=a", "`pdf`"), ("sarif", "sarif=out/check.sarif"), ("sarif=", "sarif=out/check.sarif")]
    {
        let ran = run(&here, ["check", "a.json", "--report", report]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    // A report that cannot be written is told, and the others are there.
    fs::write(here.join("file"), "").unwrap();
    let ran = run(&here, ["check", "a.json", "--report", "json=file/a.json", "--report", "json=c.json"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(here.join("c.json").exists());
}

#[test]
fn statistics_count_each_rule() {
    let here = folder("statistics");
    fs::write(here.join("a.json"), catalog(&format!("{OLD},{NEW}"))).unwrap();
    let ran = run(&here, ["check", "a.json", "--statistics", "--quiet", "--lang", "en", "--select", "QD0"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), "2  QD009  a reference to an id that no record has\n"));
}
