//! `qingdan convert`.

use std::fs;

use super::{GOOD, feed, folder, run};

/// A catalog with several kinds, optional values and characters that tempt an encoder.
const CATALOG: &str = r#"{
  "organizations": [
    {"id": "water", "name": "杭锦旗水利局 ##[group]\u009b", "kind": "department", "extensions": {"x:y": [1.50, {"b": 1, "a": null}]}},
    {"id": "旗", "name": "𠮷\"\\/\u007f\n", "kind": "government", "parent": null}
  ],
  "header": {"title": "杭锦旗权责清单", "schema_version": "1.0", "division": "150625", "level": "county"},
  "licensing_items": [
    {"id": "take", "name": "取水许可", "item_level": "main", "set_by": [{"title": "中华人民共和国水法", "articles": [{"article": 7}]}]}
  ]
}"#;

fn read(bytes: &[u8]) -> qingdan::Catalog {
    let reading = qingdan::read(bytes, qingdan::Limits::default());
    assert!(reading.findings.iter().all(|finding| finding.code == "QD010"), "{:?}", reading.findings);
    reading.catalog.unwrap()
}

#[test]
fn there_and_back_is_the_same_catalog() {
    let here = folder("round");
    fs::write(here.join("a.json"), CATALOG).unwrap();
    let ran = run(&here, ["convert", "a.json", "-o", "a.ndjson"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    let lines = fs::read_to_string(here.join("a.ndjson")).unwrap();
    assert_eq!(lines.lines().count(), 4);
    assert!(lines.starts_with("{\"header\":{"));
    assert_eq!(run(&here, ["convert", "a.ndjson", "-o", "b.json"]).code, Some(0));
    let back = fs::read(here.join("b.json")).unwrap();
    assert_eq!(read(&back), read(CATALOG.as_bytes()));
    assert_eq!(read(lines.as_bytes()), read(CATALOG.as_bytes()));
    // Standard output says the same in characters that nobody acts on, and once more round gives the same bytes.
    for to in ["document", "ndjson"] {
        let printed = run(&here, ["convert", "b.json", "--to", to]).out;
        assert!(!printed.contains("##") && !printed.contains('\u{9b}') && !printed.contains('\u{7f}'), "{printed}");
        assert_eq!(read(printed.as_bytes()), read(CATALOG.as_bytes()));
    }
    assert_eq!(run(&here, ["convert", "b.json", "--to", "document", "-o", "c.json"]).code, Some(0));
    assert_eq!(fs::read(here.join("c.json")).unwrap(), back);
    let piped = feed(&here, &["convert", "-", "--to", "ndjson", "-o", "c.ndjson"], CATALOG.as_bytes());
    assert_eq!(piped.code, Some(0), "{piped:?}");
    assert_eq!(fs::read_to_string(here.join("c.ndjson")).unwrap(), lines);
}

#[test]
fn a_file_of_lines_is_one_even_with_a_header_alone() {
    let here = folder("header-alone");
    let header = GOOD.lines().next().unwrap().trim_end_matches(',');
    fs::write(here.join("a.ndjson"), format!("{header}}}\n")).unwrap();
    let ran = run(&here, ["convert", "a.ndjson"]);
    assert_eq!((ran.code, ran.out.lines().next()), (Some(0), Some("{")), "{ran:?}");
}

#[test]
fn what_would_lose_data_is_refused_and_leaves_no_file() {
    let here = folder("refused");
    let organization = r#"{"id": "water", "name": "杭锦旗水利局", "kind": "department"}"#;
    let faults = [
        ("QD001", GOOD.replace("]}", "],}")),
        ("QD003", GOOD.replace("\"kind\"", "\"name\": \"a\", \"kind\"")),
        ("QD005", GOOD.replace("\"杭锦旗水利局\"", "5")),
        ("QD006", GOOD.replace("\"kind\"", "\"colour\": 1, \"kind\"")),
        ("QD007", GOOD.replace("1.0", "2.0")),
        ("QD008", GOOD.replace(organization, &format!("{organization}, {organization}"))),
    ];
    for (code, catalog) in faults {
        fs::write(here.join("a.json"), catalog).unwrap();
        let ran = run(&here, ["convert", "a.json", "-o", "out.ndjson"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{code}: {ran:?}");
        assert!(
            ran.err.contains(&format!("[{code}]: ")) && ran.err.contains("nothing was written"),
            "{code}: {}",
            ran.err
        );
        let left: Vec<_> = fs::read_dir(&here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["a.json"], "{code}");
    }
    // What reading alone cannot call a loss is written as it is.
    fs::write(here.join("a.json"), GOOD.replace("\"kind\"", "\"parent\": \"nobody\", \"kind\"")).unwrap();
    assert_eq!(run(&here, ["convert", "a.json", "-o", "out.ndjson"]).code, Some(0));
}

#[test]
fn what_cannot_be_written_is_a_failure_and_changes_nothing() {
    let here = folder("unwritable");
    fs::write(here.join("a.json"), GOOD).unwrap();
    fs::create_dir(here.join("folder")).unwrap();
    for out in ["folder", "missing/out.ndjson", "..", "a.json/x"] {
        let ran = run(&here, ["convert", "a.json", "-o", out]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{out}: {ran:?}");
        assert!(ran.err.starts_with(&format!("qingdan: cannot write {out}: ")), "{}", ran.err);
    }
    assert_eq!(run(&here, ["convert", "missing.json"]).code, Some(2));
    assert_eq!(fs::read_dir(&here).unwrap().count(), 2, "nothing is left beside");
    assert_eq!(fs::read_to_string(here.join("a.json")).unwrap(), GOOD);
}
