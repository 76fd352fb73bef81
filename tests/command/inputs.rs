//! What people give to the command that is not what its name says, and what is given twice.

use std::fs;

use super::{BAD, GOOD, feed, folder, run};

/// B3: one finding and the way out, and the way out works.
#[test]
fn a_document_named_as_ndjson_is_told_once_and_converted() {
    let here = folder("misnamed");
    for (name, text) in [("pretty.ndjson", GOOD.to_owned()), ("line.jsonl", GOOD.replace('\n', ""))] {
        fs::write(here.join(name), text).unwrap();
        let ran = run(&here, ["check", name, "--lang", "zh"]);
        assert_eq!(ran.code, Some(1));
        assert_eq!(ran.out.matches("错误[").count(), 1, "{}", ran.out);
        assert!(ran.out.contains("qingdan convert") && ran.out.contains(".json"), "{}", ran.out);
        let ran = run(&here, ["convert", name, "-o", "lines.ndjson"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(run(&here, ["check", "lines.ndjson"]).code, Some(0));
        assert_eq!(fs::read_to_string(here.join("lines.ndjson")).unwrap().lines().count(), 2);
        assert_eq!(run(&here, ["figures", name]).code, Some(0));
    }
    fs::rename(here.join("lines.ndjson"), here.join("lines.json")).unwrap();
    let ran = run(&here, ["check", "lines.json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

/// B11: every way to read tells what it is.
#[test]
fn what_is_no_json_is_told_by_all_commands() {
    let here = folder("no-json");
    for (name, bytes, words) in [
        ("a.json", &b"PK\x03\x04xl/workbook.xml"[..], "工作簿"),
        ("b.ndjson", "序号,名称\n1,取水许可\n".as_bytes(), "CSV"),
        ("c.json", b"<html></html>", "网页"),
        ("d.json", b"\x1f\x8b\x08", "gzip"),
    ] {
        fs::write(here.join(name), bytes).unwrap();
        for args in [["check", name], ["convert", name], ["figures", name]] {
            if args[0] == "check" && words == "工作簿" {
                // A check reads workbooks that are named; this one is none that can be read.
                let ran = run(&here, args.iter().copied().chain(["--lang", "zh"]));
                assert_eq!(ran.code, Some(2), "{ran:?}");
                continue;
            }
            let ran = run(&here, args.iter().copied().chain(["--lang", "zh"]));
            assert_eq!(ran.code, Some(1), "{args:?}: {ran:?}");
            let said = if args[0] == "check" { &ran.out } else { &ran.err };
            assert_eq!(said.matches("错误[QD001]").count(), 1, "{said}");
            assert!(said.contains(words) && said.contains("请先"), "{said}");
        }
        let ran = feed(&here, &["check", "-"], bytes);
        assert_eq!((ran.code, ran.out.matches("error[QD001]").count()), (Some(1), 1), "{ran:?}");
    }
    // Met in a folder it is not passed over.
    assert_eq!(run(&here, ["check", "."]).out.matches("error[QD001]").count(), 4);
}

/// B13: what was named and holds nothing of a catalog has not passed.
#[test]
fn nothing_of_a_catalog_is_no_pass() {
    let here = folder("nothing");
    let header = GOOD.lines().next().unwrap().trim_end_matches(',');
    for (name, text) in [
        ("a.ndjson", format!("{header}}}\n{{\"organizations\": []}}\n")),
        ("b.ndjson", "{\"organizations\": []}\n".repeat(3)),
        ("c.json", "[]".to_owned()),
        ("d.json", "{}".to_owned()),
        ("e.json", "5".to_owned()),
        ("f.json", "{\"name\": \"x\", \"version\": \"1\"}".to_owned()),
    ] {
        fs::write(here.join(name), text).unwrap();
        let ran = run(&here, ["check", name, "--lang", "zh"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.out.contains("文件中没有目录的任何内容"), "{name}: {}", ran.out);
        assert_eq!(ran.out.matches("错误[").count(), 1, "{name}: {}", ran.out);
    }
    fs::write(here.join("bad.json"), BAD).unwrap();
    assert!(!run(&here, ["check", "bad.json", "--lang", "zh"]).out.contains("没有目录的任何内容"));
}

/// B12: in the order of names, each file once.
#[test]
fn each_file_is_checked_once_in_the_order_of_names() {
    let here = folder("once");
    fs::create_dir(here.join("all")).unwrap();
    for name in ["all/b.json", "all/a.json", "c.json"] {
        fs::write(here.join(name), GOOD).unwrap();
    }
    fs::write(here.join("all/other.json"), "{\"name\": 1}").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("c.json", here.join("d.json")).unwrap();
    #[cfg(not(unix))]
    fs::write(here.join("d.json"), GOOD).unwrap();
    let names = |args: &[&str]| {
        let ran = run(&here, ["check", "--format", "json"].iter().chain(args));
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let names = report["inputs"].as_array().unwrap().iter().map(|input| input["name"].as_str().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&["c.json", "all"]), ["all/a.json", "all/b.json", "c.json"]);
    assert_eq!(names(&["c.json", "./c.json", "all/../c.json", "c.json"]).len(), 1);
    assert_eq!(names(&["all", "all/b.json", "all/a.json"]), ["all/a.json", "all/b.json"]);
    // What is named is checked whatever it is, also where its folder is named.
    assert_eq!(names(&["all", "all/other.json"]), ["all/a.json", "all/b.json", "all/other.json"]);
    if cfg!(unix) {
        assert_eq!(names(&["d.json", "c.json"]), ["c.json"]);
    }
    let ran = run(&here, ["check", "missing.json", "missing.json"]);
    assert_eq!((ran.code, ran.err.lines().count()), (Some(2), 1), "{ran:?}");
}

#[cfg(unix)]
#[test]
fn names_that_differ_stay_apart_and_on_one_line() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let here = folder("bytes");
    let bytes: [&[u8]; 2] = [b"a\xff.json", b"a\xfe.json"];
    for name in bytes {
        fs::write(here.join(OsStr::from_bytes(name)), GOOD).unwrap();
    }
    let ran = run(&here, [OsStr::new("check"), OsStr::new("."), OsStr::new("--format"), OsStr::new("json")]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let named = |n: usize| report["inputs"][n]["name"].as_str().unwrap().to_owned();
    assert_eq!((named(0).as_str(), named(1).as_str()), (r"a\xfe.json", r"a\xff.json"));
    for args in [["check", "a\nb"], ["convert", "a\nb"], ["figures", "a\nb"], ["law", "--law-facts=a\nb"]] {
        let args = args.iter().copied().chain((args[0] == "law").then_some("水法"));
        let ran = run(&here, args);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert!(ran.err.starts_with(r"qingdan: cannot read a\nb: "), "{}", ran.err);
    }
}

/// M10: a file above the limit is not read, not even for an excerpt. It has no bytes on the disk.
#[test]
fn a_file_above_the_limit_is_told_in_one_line() {
    let here = folder("large");
    fs::File::create(here.join("large.json")).unwrap().set_len(1 << 40).unwrap();
    for command in ["check", "convert", "figures"] {
        let ran = run(&here, [command, "large.json"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
        assert!(
            ran.err.starts_with("qingdan: cannot read large.json: it has more than 268435456 bytes"),
            "{}",
            ran.err
        );
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    let ran = run(&here, ["check", "large.json", "--lang", "zh"]);
    assert_eq!(ran.err, "qingdan：无法读取 large.json：超过读取的限度，未读取；可用 --max-bytes 放宽\n");
}
