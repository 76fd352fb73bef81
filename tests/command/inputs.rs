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
