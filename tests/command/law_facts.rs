//! `qingdan check --law-facts`, and the hash of what is read by passages.

use std::fs;

use serde_json::Value;

use super::{feed, folder, run};

const CATALOG: &str = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
  "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "某市节水条例", "articles": [{"article": 7}]}]}]}"#;

#[test]
fn facts_from_a_file_are_judged_by() {
    let here = folder("law-facts-added");
    fs::write(here.join("catalog.json"), CATALOG).unwrap();
    fs::write(
        here.join("facts.csv"),
        "title,rank,status,ended_on\n某市节水条例,local_regulation,repealed,2026-01-01\n",
    )
    .unwrap();
    let with =
        |day: &str| run(&here, ["check", "catalog.json", "--lang", "zh", "--as-of", day, "--law-facts", "facts.csv"]);
    let ended = with("2026-01-01");
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.out.contains("错误[QD203]：《某市节水条例》已自2026年1月1日起废止\n"), "{}", ended.out);
    assert!(ended.out.contains("    依据：1处引用，其中1处的文件法规库已收录\n"), "{}", ended.out);
    assert_eq!(with("2025-12-31").code, Some(0));
    let without = run(&here, ["check", "catalog.json", "--lang", "zh", "--as-of", "2026-01-01"]);
    assert_eq!(without.code, Some(0));
    assert!(without.out.contains("    法规库未收录的文件：某市节水条例（1）\n"), "{}", without.out);
}

/// The report names what was judged by: the day up to which laws are known, and the hash of each file of facts, which is
/// that of `sha256sum`.
#[test]
fn the_report_says_by_which_law_it_judged() {
    let here = folder("law-known");
    fs::write(here.join("catalog.json"), CATALOG).unwrap();
    let added = "title,rank,status\n某市节水条例,local_regulation,in_force\n";
    fs::write(here.join("facts.csv"), added).unwrap();
    // What is shipped, hashed by the command as inputs are.
    fs::write(here.join("shipped.json"), include_str!("../../src/law/law_facts.csv")).unwrap();
    fs::write(here.join("moved.json"), include_str!("../../src/law/eco_code_articles.csv")).unwrap();
    fs::write(here.join("added.json"), added).unwrap();
    let report = |arguments: &[&str]| -> Value {
        let arguments = [&["check", "--format", "json", "--as-of", "2026-11-26"], arguments].concat();
        serde_json::from_str(&run(&here, arguments).out).unwrap()
    };
    let hash = |file: &str| report(&[file])["inputs"][0]["sha256"].clone();
    let alone = &report(&["catalog.json"])["law"];
    assert_eq!(alone["known_to"], "2026-08-28");
    let shipped = serde_json::json!([
        {"name": "law_facts.csv", "sha256": hash("shipped.json")},
        {"name": "eco_code_articles.csv", "sha256": hash("moved.json")},
    ]);
    assert_eq!(alone["facts"], shipped);
    let with = &report(&["catalog.json", "catalog.json", "--law-facts", "facts.csv"])["law"];
    assert_eq!(with["facts"][2], serde_json::json!({"name": "facts.csv", "sha256": hash("added.json")}));
    let later = &report(&["catalog.json", "--law-facts", "facts.csv", "--law-known-to", "2026-10-31"])["law"];
    assert_eq!(later["known_to"], "2026-10-31");
    // People read it in the summary.
    let told = |arguments: &[&str]| run(&here, [&["check", "catalog.json", "--lang", "zh"], arguments].concat()).out;
    assert!(told(&[]).contains("  法规库：法律收录至2026年8月28日\n"), "{}", told(&[]));
    assert!(told(&["--law-facts", "facts.csv"]).contains("  法规库：法律收录至2026年8月28日，另有补充的法规数据\n"));
    assert_eq!(run(&here, ["check", "catalog.json", "--law-known-to", "2026-10-31"]).code, Some(2));
}

#[test]
fn facts_that_cannot_be_read_are_told_and_nothing_is_judged() {
    let here = folder("law-facts-bad");
    fs::write(here.join("catalog.json"), CATALOG).unwrap();
    fs::write(here.join("rank.csv"), "title,rank,status\n某市节水条例,法规,repealed\n").unwrap();
    fs::write(here.join("header.csv"), "名称,位阶\n").unwrap();
    fs::write(here.join("gbk.csv"), b"title,rank,status\n\xce\xc4,law,in_force\n").unwrap();
    fs::write(here.join("empty.csv"), "").unwrap();
    for (file, told) in [
        ("rank.csv", "rank.csv: line 2, column `rank`: found `法规`, allowed: constitution, law,"),
        ("header.csv", "header.csv: line 1, column `名称`: no column has this name"),
        ("gbk.csv", "gbk.csv: line 2: this is no UTF-8"),
        ("empty.csv", "empty.csv: line 1, column `title`: the header has no such column"),
        ("missing.csv", "missing.csv"),
    ] {
        let ran = run(&here, ["check", "catalog.json", "--law-facts", file]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
        assert!(ran.err.contains(told), "{}", ran.err);
    }
}

/// What exceeds the limit is told and not read.
#[test]
fn facts_above_the_limit_are_not_read() {
    let here = folder("law-facts-large");
    let rows = "某市节水条例,local_regulation,in_force\n".repeat(100);
    fs::write(here.join("large.csv"), format!("title,rank,status\n{rows}")).unwrap();
    fs::write(here.join("catalog.json"), CATALOG).unwrap();
    let ran = run(&here, ["check", "catalog.json", "--lang", "zh", "--law-facts", "large.csv", "--max-bytes", "1000"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("large.csv：超过1000字节，未读取"), "{}", ran.err);
}

/// The hash is that of `sha256sum`, whether a file is read by passages, held, or comes from a pipe.
#[test]
fn the_hash_is_that_of_the_bytes() {
    let here = folder("hash");
    let lines = "{\"header\": {\"schema_version\": \"1.0\", \"title\": \"a\", \"division\": \"150625\", \"level\": \"county\"}}\n\
                 {\"organization\": {\"id\": \"water\", \"name\": 5, \"kind\": \"department\"}}\n";
    let expected = "e62a93195d901febf599f2db56d30d064672b3312df4cc1cae39fd1e43fe3e63";
    let hash = |out: &str| serde_json::from_str::<Value>(out).unwrap()["inputs"][0]["sha256"].clone();
    fs::write(here.join("a.ndjson"), lines).unwrap();
    fs::write(here.join("a.json"), lines).unwrap();
    for file in ["a.ndjson", "a.json"] {
        assert_eq!(hash(&run(&here, ["check", file, "--format", "json"]).out), expected, "{file}");
    }
    let piped = feed(&here, &["check", "-", "--format", "json"], lines.as_bytes());
    assert_eq!(hash(&piped.out), expected);
    // Long enough to be hashed beside the judging; the second is read more than once, as its header stands last.
    let document = "\"organizations\": [{\"id\": \"water\", \"name\": 5, \"kind\": \"department\"}], \
                    \"header\": {\"schema_version\": \"1.0\", \"title\": \"a\", \"division\": \"150625\", \"level\": \"county\"}}";
    for (file, text, expected) in [
        (
            "long.ndjson",
            lines.to_owned() + &"\n".repeat(3 << 20),
            "e5e673de022a2ef0d255a34fa6942dd990ddafa493929dcd19c3cc35daa91bdd",
        ),
        (
            "long.json",
            format!("{{\"x\": \"{}\", {document}", "长".repeat(1 << 20)),
            "c207e5a7d9f9c6431c21e12d18ffe784a71bb4cf2195450d419d388e4d0afc84",
        ),
    ] {
        fs::write(here.join(file), text).unwrap();
        assert_eq!(hash(&run(&here, ["check", file, "--format", "json"]).out), expected, "{file}");
    }
    // What exceeds the limit is not read.
    let cut = run(&here, ["check", "a.ndjson", "--format", "json", "--max-bytes", "100"]);
    assert_eq!((cut.code, cut.out.as_str()), (Some(2), ""));
}
