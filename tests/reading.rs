//! Reading: every fault with its place, in one run, in both spellings.

use proptest::prelude::*;
use qingdan::model::Spelling;
use qingdan::model::{AnyRecord, Catalog, Header, Kind, Organization};
use qingdan::report::{NotRunReason, Verdict};
use qingdan::{Aspect, Checker, Finding, Lang, Limits, Reading, Report};

const HEADER: &str =
    r#""header": {"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"}"#;

fn read(bytes: &[u8]) -> Vec<Finding> {
    qingdan::read(bytes, Limits::default()).findings
}

/// What another reader says; it refuses numbers that no float holds, which are JSON all the same.
fn is_json(bytes: &[u8]) -> bool {
    match serde_json::from_slice::<serde_json::Value>(bytes) {
        Ok(_) => true,
        Err(error) => error.to_string().starts_with("number out of range"),
    }
}

/// Code, line and column of each finding.
fn places(bytes: &[u8]) -> Vec<(String, u32, u32)> {
    read(bytes)
        .iter()
        .map(|finding| (finding.code.to_string(), finding.place.line.unwrap(), finding.place.column.unwrap()))
        .collect()
}

fn one(bytes: &[u8]) -> Finding {
    let found = read(bytes);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().unwrap()
}

/// What stands where JSON should, by the words of the message and the place (line, column).
#[test]
fn text_that_is_no_json_says_what_stands_there() {
    let cases: &[(&str, &str, u32, u32)] = &[
        ("", "the file is empty", 1, 1),
        (" \n\t ", "the file is empty", 2, 3),
        ("{\"a\": 1,}", "a comma stands before the closing bracket", 1, 8),
        ("{\"a\": [1, ]}", "a comma stands before the closing bracket", 1, 9),
        ("{\"a\": 1 // x\n}", "JSON has no comments", 1, 9),
        ("/* x */ {}", "JSON has no comments", 1, 1),
        ("{'a': 1}", "a single quote", 1, 2),
        ("{\"a\"：1}", "`：` stands where `:` belongs", 1, 5),
        ("{\"杭锦旗\": 1，\"b\": 2}", "`，` stands where `,` belongs", 1, 10),
        ("{“a”: 1}", "`“` stands where `\"` belongs", 1, 2),
        ("｛\"a\": 1｝", "`｛` stands where `{` belongs", 1, 1),
        ("{\"a\":\u{3000}1}", "U+3000", 1, 6),
        ("{\"a\":\u{a0}1}", "U+00A0", 1, 6),
        ("{\"a\": NaN}", "neither NaN nor Infinity", 1, 7),
        ("{\"a\": Infinity}", "neither NaN nor Infinity", 1, 7),
        ("{\"a\": -Infinity}", "neither NaN nor Infinity", 1, 7),
        ("{\"a\": nan}", "neither NaN nor Infinity", 1, 7),
        ("{\"a\": -NaN}", "neither NaN nor Infinity", 1, 7),
        ("{\"a\": +inf}", "neither NaN nor Infinity", 1, 7),
        ("{\"a\": -No}", "not the form of a number", 1, 7),
        ("{\"a\": +1}", "not the form of a number", 1, 7),
        ("{\"a\": 01}", "not the form of a number", 1, 7),
        ("{\"a\": .5}", "not the form of a number", 1, 7),
        ("{\"a\": 1.}", "not the form of a number", 1, 7),
        ("{\"a\": 1e}", "not the form of a number", 1, 7),
        ("{\"a\": 0x1F}", "not the form of a number", 1, 7),
        ("{\"a\": tru}", "a word without quotes", 1, 7),
        ("{a: 1}", "a word without quotes", 1, 2),
        ("{\"a\": True}", "a word without quotes", 1, 7),
        ("{\"a\": \"x\ny\"}", "U+000A stands in a text", 1, 9),
        ("{\"a\": \"\\x41\"}", "there is no such escape", 1, 8),
        ("{\"a\": \"\\u12g4\"}", "there is no such escape", 1, 8),
        ("{\"a\": \"\\ud83d\"}", "half a surrogate pair", 1, 8),
        ("{\"a\": \"\\ude00\"}", "half a surrogate pair", 1, 8),
        ("{\"a\": \"\\ud83d\\u0041\"}", "half a surrogate pair", 1, 8),
        ("{\"a\": 1", "the text ends early", 1, 8),
        ("{\"a\": \"杭锦", "the text ends early", 1, 10),
        ("{\"a\": t", "the text ends early", 1, 8),
        ("{\"a\" 1}", "expected a colon, found `1`", 1, 6),
        ("{\"a\": 1 \"b\": 2}", "expected a comma or `}`, found `\"`", 1, 9),
        ("[1 2]", "expected a comma or `]`, found `2`", 1, 4),
        ("{} {}", "something stands after the end", 1, 4),
        ("{}\u{0}", "something stands after the end", 1, 3),
        ("{\u{feff}}", "a byte order mark", 1, 2),
        ("]", "expected a value, found `]`", 1, 1),
    ];
    for (text, message, line, column) in cases {
        let finding = read(text.as_bytes())
            .into_iter()
            .find(|finding| finding.code == "QD001")
            .unwrap_or_else(|| panic!("{text:?} is read"));
        assert!(finding.message(Lang::En).contains(message), "{text:?}: {}", finding.message(Lang::En));
        assert_eq!((finding.place.line, finding.place.column), (Some(*line), Some(*column)), "{text:?}");
        assert!(!is_json(text.as_bytes()), "{text:?} is JSON after all");
    }
}

#[test]
fn encodings_are_named() {
    let cases: &[(&[u8], &str, u32)] = &[
        (b"\xff\xfe{\0}\0", "UTF-16LE", 1),
        (b"\xfe\xff\0{\0}", "UTF-16BE", 1),
        (b"{\0\"\0a\0\"\0", "UTF-16LE", 1),
        (b"\0{\0\"\0a\0\"", "UTF-16BE", 1),
        (b"\xff\xfe\0\0{\0\0\0", "UTF-32", 1),
        // 杭锦旗 in GBK, from byte 14.
        (b"{\"title\":\n    \"\xba\xbc\xbd\xf5\xc6\xec\"}", "GB18030 (GBK); it must be UTF-8; from byte 15", 2),
        (b"{\"a\": \"\xff\"}", "byte 7 (counted from 0), 0xFF, is not UTF-8", 1),
        // A surrogate written in UTF-8, and an overlong slash.
        (b"{\"a\": \"\xed\xa0\x80\"}", "byte 7 (counted from 0), 0xED", 1),
        (b"{\"a\": \"\xc0\xaf\"}", "byte 7 (counted from 0), 0xC0", 1),
    ];
    for (bytes, message, line) in cases {
        let finding = one(bytes);
        assert_eq!(finding.code, "QD002");
        assert!(finding.message(Lang::En).contains(message), "{bytes:?}: {}", finding.message(Lang::En));
        assert_eq!(finding.place.line, Some(*line), "{bytes:?}");
    }
}

#[test]
fn a_byte_order_mark_is_read_and_noted() {
    let text = format!("\u{feff}{{{HEADER}}}");
    let Reading { catalog, findings, .. } = qingdan::read(text.as_bytes(), Limits::default());
    assert!(catalog.is_some() && findings.is_empty());
    let report = Checker::new().check_bytes("x", text.as_bytes());
    assert_eq!(report.findings().map(|finding| finding.code.to_string()).collect::<Vec<_>>(), ["QD010"]);
}

/// Six faults in one record, one of them a missing member; the record after it is read all the same.
#[test]
fn all_faults_of_all_records_are_told_in_one_run() {
    let text = format!(
        r#"{{
  {HEADER},
  "organizations": [
    {{ "id": "a b", "kind": "office", "kind": "department",
      "aliases": ["水务局", null, 5], "level": {{ "county": null }}, "alias": 1 }},
    {{ "id": "b", "name": "林草局", "kind": "department" }}
  ]
}}
"#
    );
    assert_eq!(
        places(text.as_bytes()),
        [
            ("QD005".to_owned(), 4, 5),  // name is missing: the brace of the record
            ("QD005".to_owned(), 4, 13), // a blank in the id
            ("QD005".to_owned(), 4, 28), // kind outside the list
            ("QD003".to_owned(), 4, 38), // kind again
            ("QD005".to_owned(), 5, 26), // null in a list
            ("QD005".to_owned(), 5, 32), // a number in a list of texts
            ("QD005".to_owned(), 5, 45), // a map for a value of a list
            ("QD006".to_owned(), 5, 65), // alias
        ]
    );
    let Reading { catalog, .. } = qingdan::read(text.as_bytes(), Limits::default());
    assert_eq!(catalog.unwrap().organizations.len(), 1);
}

#[test]
fn a_repeated_key_shows_both_places() {
    let text = format!(
        "{{{HEADER},\n\"organizations\": [{{\"id\": \"a\", \"n\\u0061me\": \"x\", \"kind\": \"department\",\n\"name\": \"y\"}}]}}"
    );
    let finding = one(text.as_bytes());
    assert_eq!(
        (finding.code.to_string().as_str(), finding.place.line, finding.place.column),
        ("QD003", Some(3), Some(1))
    );
    assert_eq!((finding.related[0].place.line, finding.related[0].place.column), (Some(2), Some(31)));
    assert_eq!(finding.path.as_str(), "/name");
}

#[test]
fn keys_repeat_in_free_objects_and_in_the_document_too() {
    let text = format!(
        r#"{{{HEADER}, "organizations": [{{"id": "a", "name": "x", "kind": "department", "extensions": {{"v:a": {{"b": 1, "b": 2}}, "v:a": 3}}}}], "organizations": []}}"#
    );
    let found: Vec<String> =
        read(text.as_bytes()).iter().map(|finding| format!("{} {}", finding.code, finding.place.pointer)).collect();
    assert_eq!(
        found,
        ["QD003 /organizations/0/extensions/v:a/b", "QD003 /organizations/0/extensions/v:a", "QD003 /organizations"]
    );
}

#[test]
fn of_two_records_with_one_id_the_first_is_read_and_both_places_are_told() {
    let text = format!(
        r#"{{{HEADER}, "organizations": [{{"id": "a", "name": "x", "kind": "department"}}, {{"id": "a", "name": "y", "kind": "department"}}]}}"#
    );
    let Reading { catalog, findings, .. } = qingdan::read(text.as_bytes(), Limits::default());
    assert_eq!(catalog.unwrap().organizations.get("a").map(|body| body.name.to_string()).as_deref(), Some("x"));
    let places: Vec<String> =
        findings.iter().map(|f| format!("{} {} {}", f.code, f.place.pointer, f.related[0].place.pointer)).collect();
    assert_eq!(places, ["QD008 /organizations/1/id /organizations/0/id"]);
}

#[test]
fn columns_count_characters() {
    // 杭锦旗 has nine bytes and three characters; 𠮷 four bytes and one character.
    let text = format!(
        "{{{HEADER},\n\"organizations\": [{{\"id\": \"a\", \"kind\": \"department\", \"name\": \"杭锦旗𠮷\", \"aliases\": 1}}]}}"
    );
    let finding = one(text.as_bytes());
    assert_eq!((finding.place.line, finding.place.column, finding.place.end_column), (Some(2), Some(80), Some(81)));
}

#[test]
fn references_to_a_record_that_cannot_be_read_do_not_dangle() {
    let text = format!(
        r#"{{{HEADER}, "organizations": [{{"id": "a", "name": 5, "kind": "department"}}, {{"id": "b", "name": "x", "kind": "department", "parent": "a"}}]}}"#
    );
    assert_eq!(one(text.as_bytes()).code, "QD005");
}

#[test]
fn where_an_id_is_lost_no_reference_to_its_kind_is_called_dangling() {
    let text = format!(
        r#"{{{HEADER}, "organizations": [{{"id": 7, "name": "x", "kind": "department"}}, {{"id": "b", "name": "x", "kind": "department", "parent": "a"}}], "license_types": [{{"id": "t", "name": "x", "code": null}}], "bundles": [{{"id": "q", "name": "x", "lead": "b", "items": [{{"service_item": "none", "required": true}}]}}]}}"#
    );
    let report = Checker::new().select(["QD0".parse().unwrap()]).check_bytes("x", text.as_bytes());
    let found: Vec<String> =
        report.findings().map(|finding| format!("{} {}", finding.code, finding.place.pointer)).collect();
    assert_eq!(found, ["QD005 /organizations/0/id", "QD009 /bundles/0/items/0/service_item"]);
    let not_run = report.inputs[0].coverage.not_run.iter().find(|not_run| not_run.code == "QD009").unwrap();
    assert_eq!(
        (not_run.reason, not_run.fields.as_slice()),
        (NotRunReason::RecordsUnread, &["organizations".to_owned()][..])
    );
}

#[test]
fn a_broken_line_of_ndjson_hides_no_other() {
    let text = format!(
        "{{{HEADER}}}\n\n{{\"organization\": {{\"id\": \"a\", \"name\": \"x\", \"kind\": \"department\"}}}}\n{{\"organization\": {{\"id\": \"b\",}}}}\n{{\"organisation\": {{}}}}\n5\n{{\"organization\": {{}}, \"license\": {{}}}}\n{{\"header\": {{}}}}\n{{\"organization\": {{\"id\": \"c\", \"name\": \"y\", \"kind\": \"office\"}}}}\n"
    );
    let report = Checker::new().check_bytes("x.ndjson", text.as_bytes());
    let input = &report.inputs[0];
    assert_eq!(input.spelling, Some(Spelling::Ndjson));
    assert_eq!((input.records.get(&Kind::Organization), input.unread, input.skipped), (Some(&1), 4, 1));
    let found: Vec<String> =
        report.findings().map(|f| format!("{}:{} {}", f.place.line.unwrap(), f.code, f.place.pointer)).collect();
    assert_eq!(
        found,
        [
            "4:QD001 /organization",
            "5:QD006 /organisation",
            "6:QD005 ",
            "7:QD005 ",
            "7:QD005 /organization",
            "7:QD005 /organization",
            "7:QD005 /organization",
            "7:QD005 /license",
            "7:QD005 /license",
            "7:QD005 /license",
            "8:QD005 /header",
            "8:QD005 /header",
            "8:QD005 /header",
            "8:QD005 /header",
            "8:QD005 /header",
            "9:QD005 /organization/kind",
        ]
    );
}

#[test]
fn both_spellings_are_told_apart_by_their_content() {
    let spelling = |text: &str| qingdan::read(text.as_bytes(), Limits::default()).spelling;
    let header = format!("{{{HEADER}}}");
    assert_eq!(spelling(&header), Some(Spelling::Document));
    assert_eq!(spelling(&format!("{header}\n{{\"organization\": {{}}}}")), Some(Spelling::Ndjson));
    assert_eq!(spelling(&format!("{header}\n5")), Some(Spelling::Ndjson));
    assert_eq!(spelling("{\"power_item\": {}}"), Some(Spelling::Ndjson));
    assert_eq!(spelling("{\"power_items\": []}"), Some(Spelling::Document));
    assert_eq!(spelling("[]"), Some(Spelling::Document));
}

#[test]
fn a_header_at_the_end_is_found_before_the_records_are_judged() {
    let text = r#"{"licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main"}],
        "header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "not_held": ["licensing_items.set_by"]}}"#;
    let report = Checker::new().check_bytes("x", text.as_bytes());
    assert_eq!(report.findings().count(), 0);
    assert!(
        report.inputs[0]
            .coverage
            .not_run
            .iter()
            .any(|not_run| not_run.code == "QD201" && not_run.reason == NotRunReason::NotHeld)
    );
}

#[test]
fn no_header_is_a_missing_member() {
    for text in ["{}", "{\"organizations\": []}"] {
        let finding = one(text.as_bytes());
        assert_eq!(
            (finding.code.to_string().as_str(), finding.path.as_str(), finding.place.column),
            ("QD005", "/header", Some(1))
        );
    }
}

#[test]
fn an_unsupported_version_ends_everything_else() {
    let text = r#"{"header": {"schema_version": "2.0", "title": "　", "division": "15", "level": "county"},
        "licensing_items": [{"id": "a", "name": 5, "item_level": "main"}]}"#;
    let report = Checker::new().check_bytes("x", text.as_bytes());
    assert_eq!(report.findings().map(|finding| finding.code.to_string()).collect::<Vec<_>>(), ["QD007"]);
    assert_eq!(
        report.findings().next().map(|finding| finding.place.pointer.to_string()).as_deref(),
        Some("/header/schema_version")
    );
    assert_eq!(report.inputs[0].coverage.run.len(), 1);
    assert_eq!(report.verdict(Aspect::Valid), Verdict::No);
    assert_eq!(report.verdict(Aspect::Lawful), Verdict::NotShown);
}

/// A20: what follows an unsupported version is not read at all, in every spelling and in memory.
#[test]
fn nothing_is_read_after_an_unsupported_version() {
    let header = r#""header": {"schema_version": "2.0", "title": "a", "division": "150625", "level": "county"}"#;
    let codes = |report: &Report| report.findings().map(|finding| finding.code.to_string()).collect::<Vec<_>>();
    for text in [
        format!("{{{header}, \"organizations\": [{{\"id\": \"a\", \"name\": 5}}], \"bundles\": [1,]}}"),
        format!("{{\"organizations\": [{{\"id\": \"a\", \"name\": 5}}], {header}, \"bundles\": [1,]}}"),
        format!("{{{header}}}\n{{\"organization\": {{\"id\": \"a\", \"name\": 5}}}}\nno json\n"),
        format!("{{{header}}}\n").repeat(3),
        // A header with faults of its own states its version all the same.
        format!("{{{}, \"organizations\": [5]}}", header.replace("\"county\"", "\"none\"")),
    ] {
        let report = Checker::new().check_bytes("x", text.as_bytes());
        assert_eq!(codes(&report), ["QD007"], "{text}");
        let input = &report.inputs[0];
        assert_eq!((input.unread, input.records.len()), (0, 0), "{text}");
        assert_eq!(input.coverage.run.iter().map(ToString::to_string).collect::<Vec<_>>(), ["QD007"]);
        let streamed = Checker::new().check_reader("x", std::io::Cursor::new(text.as_bytes())).unwrap();
        assert_eq!(codes(&streamed), ["QD007"], "{text}");
    }
    let mut catalog = qingdan::read(
        br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
            "organizations": [{"id": "a", "name": " b", "kind": "department"}]}"#,
        Limits::default(),
    )
    .catalog
    .unwrap();
    catalog.header.schema_version = qingdan::model::Written::as_written("2.0").unwrap();
    assert_eq!(codes(&Checker::new().check(&catalog)), ["QD007"]);
}

/// What was not read was not looked at.
#[test]
fn rules_that_saw_nothing_are_not_said_to_have_run() {
    let run = |report: Report| report.inputs[0].coverage.run.iter().map(ToString::to_string).collect::<Vec<_>>();
    let small = Limits::default().with_max_bytes(10);
    assert_eq!(run(Checker::new().limits(small).check_bytes("x", b"{\"header\": 1}")), ["QD004"]);
    assert_eq!(run(Checker::new().check_bytes("x", b"\xff\xfe{\x00")), ["QD002", "QD004"]);
    let of_form = run(Checker::new().check_bytes("x", b"name,code\n"));
    assert!(
        of_form.contains(&"QD001".to_owned()) && of_form.iter().all(|code| code.starts_with("QD00")),
        "{of_form:?}"
    );
}

#[test]
fn what_is_too_large_is_not_read() {
    let limits = Limits::default().with_max_bytes(10);
    let found = qingdan::read(b"{\"header\": 1}", limits).findings;
    assert_eq!(found.iter().map(|finding| finding.code.to_string()).collect::<Vec<_>>(), ["QD004"]);
}

#[test]
fn nesting_without_end_is_one_finding_and_no_crash() {
    for text in [
        "[".repeat(200_000),
        "{\"a\":".repeat(200_000),
        format!("{{{HEADER}, \"organizations\": [{{\"extensions\": {}", "[".repeat(100_000)),
    ] {
        let found = read(text.as_bytes());
        assert_eq!(found.iter().filter(|finding| finding.code == "QD004").count(), 1);
    }
}

#[test]
fn a_stop_within_a_document_silences_the_rules_over_the_whole() {
    let text = format!(
        r#"{{{HEADER}, "organizations": [{{"id": "b", "name": "x", "kind": "department", "parent": "a"}}], "license_types": [{{"id": "a" "name"}}]}}"#
    );
    let report = Checker::new().check_bytes("x", text.as_bytes());
    assert_eq!(report.findings().map(|finding| finding.code.to_string()).collect::<Vec<_>>(), ["QD001"]);
    let reasons = |code: &str| report.inputs[0].coverage.not_run.iter().find(|n| n.code == code).map(|n| n.reason);
    assert_eq!(reasons("QD009"), Some(NotRunReason::ReadingStopped));
    assert_eq!(reasons("QD008"), Some(NotRunReason::ReadingStopped));
}

#[test]
fn findings_above_the_bound_are_counted_and_not_listed() {
    let many: Vec<String> = (0..50).map(|n| format!(r#"{{"id": "{n}", "name": 1, "kind": "department"}}"#)).collect();
    let text = format!(r#"{{{HEADER}, "organizations": [{}]}}"#, many.join(","));
    let report = Checker::new().max_findings(10).check_bytes("x", text.as_bytes());
    let counts = &report.inputs[0].counts;
    assert_eq!((counts.total, counts.shown, counts.error, report.findings().count()), (50, 10, 50, 10));
    // The first ones are kept.
    assert_eq!(report.findings().last().unwrap().place.pointer.as_str(), "/organizations/9/name");
}

/// What is written is read back: order, text as written, extensions.
#[test]
fn both_writers_round_trip() {
    let json = format!(
        r#"{{"$schema": "urn:x", {HEADER}, "organizations": [
            {{"id": "z", "name": "水利局", "kind": "department", "credit_code": "1151130100877869M", "extensions": {{"b:n": 1.50, "a:x": {{"z": [1, 2e3], "a": "\u0041 "}}}}}},
            {{"id": "a", "name": "林草局 ", "kind": "department"}}]}}"#
    );
    let catalog = qingdan::read(json.as_bytes(), Limits::default()).catalog.unwrap();
    let mut document = Vec::new();
    catalog.write_json(&mut document).unwrap();
    assert_eq!(qingdan::read(&document, Limits::default()).catalog.as_ref(), Some(&catalog));
    let mut lines = Vec::new();
    catalog.write_ndjson(&mut lines).unwrap();
    assert_eq!(std::str::from_utf8(&lines).unwrap().lines().count(), 3);
    let mut back = qingdan::read(&lines, Limits::default()).catalog.unwrap();
    back.schema = catalog.schema.clone(); // belongs to documents
    assert_eq!(back, catalog);
    let text = String::from_utf8(lines).unwrap();
    assert!(text.contains(r#""extensions":{"b:n":1.50,"a:x":{"z":[1,2e3],"a":"\u0041 "}}"#), "{text}");
    assert!(text.contains(r#""credit_code":"1151130100877869M""#));
}

#[test]
fn checking_a_catalog_and_its_bytes_gives_the_same_findings() {
    let mut catalog = Catalog::new(Header::new("权责清单".parse().unwrap(), "150625".parse().unwrap()));
    let text = r#"{"organization": {"id": "a", "name": "水利局\u200b", "kind": "department", "parent": "b"}}"#;
    let AnyRecord::Organization(body) = serde_json::from_str(text).unwrap() else { panic!("another kind") };
    let body: Organization = *body;
    catalog.organizations.insert(body).unwrap();
    let in_memory = Checker::new().check(&catalog);
    let mut bytes = Vec::new();
    catalog.write_json(&mut bytes).unwrap();
    let in_bytes = Checker::new().check_bytes("x", &bytes);
    let of = |report: &Report| -> Vec<String> {
        report.findings().map(|f| format!("{} {} {:?}", f.code, f.place.pointer, f.record)).collect()
    };
    assert_eq!(of(&in_memory).len(), 2);
    assert_eq!(of(&in_memory), of(&in_bytes));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Any bytes give a report, and the reader calls JSON what serde_json calls JSON.
    #[test]
    fn any_bytes_give_a_report(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let found = read(&bytes);
        prop_assert_eq!(is_json(&bytes), !found.iter().any(|f| f.code == "QD001" || f.code == "QD002"));
    }

    /// Texts made of pieces of JSON come closer to the edge than random bytes.
    #[test]
    fn pieces_of_json_are_judged_as_serde_json_judges_them(pieces in proptest::collection::vec(
        prop::sample::select(vec!["{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"header\"", "1", "-", "0", ".", "e", "true", "null", " ", "\n", "\\", "\\u", "d83d", "\\ude00", "杭", "\u{7f}", "/"]), 0..14))
    {
        let text: String = pieces.concat();
        let found = read(text.as_bytes());
        // NDJSON holds several texts, each judged alone.
        let several = qingdan::read(text.as_bytes(), Limits::default()).spelling == Some(Spelling::Ndjson);
        prop_assert!(several || is_json(text.as_bytes()) != found.iter().any(|f| f.code == "QD001"), "{:?}", text);
    }

    /// A text means the same however it is escaped, in stretches of any length.
    #[test]
    fn a_text_means_the_same_however_it_is_escaped(stretches in proptest::collection::vec(
        (prop::sample::select(vec!['取', '\u{800}', '\u{ffff}', '·', '\u{7ff}', '𠮷', '\u{10ffff}', 'a', '"', '\\', '\n', '\u{0}']),
         1_usize..40, any::<bool>()), 1..8))
    {
        let (mut meant, mut written) = (String::new(), String::new());
        for (c, times, is_escaped) in stretches {
            let must_be = matches!(c, '"' | '\\' | '\n' | '\u{0}');
            let escaped = c.encode_utf16(&mut [0; 2]).iter().fold(String::new(), |all, unit| format!("{all}\\u{unit:04x}"));
            let one = if is_escaped || must_be { escaped } else { c.to_string() };
            meant.extend(std::iter::repeat_n(c, times));
            written.push_str(&one.repeat(times));
        }
        let catalog = format!(
            "{{{HEADER}, \"organizations\": [{{\"id\": \"a\", \"name\": \"{written}\", \"kind\": \"department\"}}]}}"
        );
        let read = qingdan::read(catalog.as_bytes(), Limits::default()).catalog.unwrap();
        let body = read.organizations.get("a").unwrap();
        prop_assert_eq!(body.name.as_str(), meant);
    }
}

/// A member that nobody knows makes no line unreadable, as it makes no document unreadable.
#[test]
fn a_line_with_an_unknown_member_is_read() {
    let header = r#"{"header":{"schema_version":"1.0","title":"t","division":"150625","level":"county"}}"#;
    let body = |beside: &str| format!(r#"{{"organization":{{"id":"a","name":"水利局","kind":"department"}}{beside}}}"#);
    for lines in [
        format!("{header}\n{}", body(r#","remark":"x""#)),
        format!("{header}\n{}", body(r#","remark":{"organization":1},"note":[]"#)),
        format!("{}\n{}", header.replacen('{', r#"{"remark":"x","#, 1), body("")),
    ] {
        let reading = qingdan::read(lines.as_bytes(), Limits::default());
        assert!(reading.findings.iter().all(|finding| finding.code == "QD006"), "{:?}", reading.findings);
        assert!(!reading.findings.is_empty());
        assert_eq!(reading.catalog.unwrap().organizations.len(), 1, "{lines}");
    }
    // Two records on a line are none, and a line of unknown members alone is no record.
    let two = body(r#","organization":{"id":"b","name":"民政局","kind":"department"},"remark":"x""#);
    let found = read(format!("{header}\n{two}").as_bytes());
    assert!(found.iter().any(|finding| finding.code == "QD005"), "{found:?}");
    let found = read(format!("{header}\n{}\n{}", body(""), r#"{"remark":"x","note":"y"}"#).as_bytes());
    let codes: Vec<String> = found.iter().map(|finding| finding.code.to_string()).collect();
    assert_eq!(codes, ["QD005", "QD006", "QD006"]);
    // What a document has and a line has not is not meant.
    let schema = header.replacen('{', r#"{"$schema":"record.schema.json","#, 1);
    let finding = read(format!("{schema}\n{}", body("")).as_bytes()).remove(0);
    assert_eq!(finding.code.to_string(), "QD006");
    assert!(!finding.message(Lang::En).contains("did you mean"), "{}", finding.message(Lang::En));
}

/// A blank that JSON does not know makes no table of it.
#[test]
fn json_behind_an_unseen_character_is_json_with_a_fault() {
    let json = format!("{{{HEADER},\n\"organizations\": [],\n\"power_items\": []}}");
    for before in ["\u{3000}", "\u{feff}\u{feff}", "\u{a0} ", "\u{200b}", "\0", "\u{3000}\n\u{3000}"] {
        let finding = read(format!("{before}{json}").as_bytes()).remove(0);
        assert_eq!(finding.code.to_string(), "QD001", "{before:?}");
        let message = finding.message(Lang::En);
        assert!(!message.contains("table") && !message.contains("CSV"), "{before:?}: {message}");
    }
}
