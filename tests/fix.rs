//! Corrections in the text of catalogs: what is certain is corrected, and nothing else is touched.

#![expect(clippy::string_slice, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use qingdan::code::{
    BaseCode, BusinessCode, CreditCode, DivisionCode, ImplementationCode, ItemCode, LicenseIdentifier, LicenseTypeCode,
    OrganizationCode,
};
use qingdan::fix::{FixClass, Fixed, Fixer, Fixes, LeftCause, LeftScope};
use qingdan::model::Spelling;
use qingdan::schema::SchemaName;
use qingdan::{Checker, Finding, Limits};
use serde_json::Value;

mod damage;

const HEADER: &str = r#"{"schema_version": "1.0", "title": "杭锦旗", "division": "150625", "level": "county"}"#;

/// Files with catalogs: samples, and lists as they were published.
const FILES: &[&str] = &[
    "examples/catalogs/county-licensing-reference.json",
    "examples/catalogs/edition-2024.json",
    "examples/catalogs/edition-2025.json",
    "examples/catalogs/hangjin-2024-figures.json",
    "examples/catalogs/hangjin-faulty.json",
    "examples/catalogs/hangjin-sample-previous.json",
    "examples/catalogs/hangjin-sample.json",
    "examples/catalogs/minimal.json",
    "examples/catalogs/ordos-sample-superior.json",
    "tests/data/workbooks/agriculture.ndjson",
    "tests/data/workbooks/ecology.ndjson",
    "tests/data/workbooks/fire_rescue.ndjson",
    "tests/data/workbooks/transport.ndjson",
];

fn all() -> Fixer {
    Fixer::new().classes(FixClass::ALL.iter().copied())
}

fn fix(text: &str) -> Fixed<'_> {
    Fixer::new().fix("a", text.as_bytes())
}

fn text(fixed: &Fixed<'_>) -> String {
    String::from_utf8(fixed.bytes().to_vec()).unwrap()
}

/// A document with organizations.
fn document(organizations: &str) -> String {
    format!("{{\"header\": {HEADER},\n  \"organizations\": [{organizations}]}}")
}

/// What becomes of organizations.
fn organizations(organizations: &str) -> String {
    let before = document(organizations);
    let after = text(&fix(&before));
    let start = document("").len() - 2;
    assert_eq!((&after[..start], &after[after.len() - 2..]), (&before[..start], "]}"));
    after[start..after.len() - 2].to_owned()
}

/// Whether a text is a code, by the name of its type in the schemas.
fn is_code(scheme: &str, text: &str) -> bool {
    match scheme {
        "CreditCode" => CreditCode::parse(text).is_ok(),
        "OrganizationCode" => OrganizationCode::parse(text).is_ok(),
        "DivisionCode" => DivisionCode::parse(text).is_ok(),
        "BaseCode" => BaseCode::parse(text).is_ok(),
        "ImplementationCode" => ImplementationCode::parse(text).is_ok(),
        "BusinessCode" => BusinessCode::parse(text).is_ok(),
        "ItemCode" => ItemCode::parse(text).is_ok_and(|code| code.verify().is_ok()),
        "LicenseTypeCode" => LicenseTypeCode::parse(text).is_ok(),
        "LicenseIdentifier" => LicenseIdentifier::parse(text).is_ok(),
        other => panic!("{other}"),
    }
}

#[test]
fn blanks_at_the_ends_of_names_go_and_those_inside_stay() {
    let before = "{\"id\": \"a\", \"name\": \" \\t　水利 局\u{a0}\\n\\u3000\", \"kind\": \"department\", \
                  \"aliases\": [\"水务局 \", \"农牧\"]}";
    let after = "{\"id\": \"a\", \"name\": \"水利 局\", \"kind\": \"department\", \"aliases\": [\"水务局\", \"农牧\"]}";
    assert_eq!(organizations(before), after);
}

#[test]
fn what_is_no_name_keeps_its_blanks() {
    for kept in [
        // A name of blanks alone has nothing to be kept.
        r#"{"id": "a", "name": " 　", "kind": "department"}"#,
        r#"{"id": "a", "name": "水利局", "kind": "department", "extensions": {"v:name": " a ", "name": " b "}}"#,
        // The zero-width blank is no blank that a person would type.
        "{\"id\": \"a\", \"name\": \"\u{200b}水利局\", \"kind\": \"department\"}",
        r#"{"id": " a ", "name": "水利局", "kind": "department", "parent": " b "}"#,
    ] {
        assert_eq!(organizations(kept), kept);
    }
    let citation = format!(
        "{{\"header\": {HEADER}, \"licensing_items\": [{{\"id\": \"a\", \"name\": \"取水许可\", \"item_level\": \"main\", \
         \"conditions\": [\" 有取水口 \"], \"set_by\": [{{\"title\": \" 水法 \", \"quote\": \" 第七条 \", \"text\": \" 《水法》 \"}}]}}]}}"
    );
    assert!(!fix(&citation).is_changed());
    let instrument = format!(
        "{{\"header\": {HEADER}, \"legal_instruments\": [{{\"id\": \"a\", \"title\": \"水法 \", \"rank\": \"law\", \"status\": \"in_force\"}}]}}"
    );
    assert_eq!(text(&fix(&instrument)), instrument.replace("水法 ", "水法"));
}

#[test]
fn codes_are_narrowed_where_that_makes_them_codes() {
    let with = |code: &str| {
        format!("{{\"id\": \"a\", \"name\": \"水利局\", \"kind\": \"department\", \"credit_code\": \"{code}\"}}")
    };
    let right = with("11100000000013338W");
    assert_eq!(organizations(&with("１１100000000013338Ｗ")), right);
    assert_eq!(organizations(&with("\\uff11\\uFF11100000000013338W")), right);
    for kept in [
        // A blank, a small letter, a wrong check character, a look-alike: not only the width is wrong.
        "１1100000000013338W ",
        "１1100000000013338w",
        "１11000000000133380",
        "１110000000001333８Ｗ。",
        "l1100000000013338Ｗ",
        "11100000000013338W",
        "（待定）",
    ] {
        assert_eq!(organizations(&with(kept)), with(kept));
    }
    // Neither names nor ids nor dates are codes.
    let kept = r#"{"id": "ａ１", "name": "第１局", "kind": "department", "division": "（１５０６２５）"}"#;
    assert_eq!(organizations(kept), kept);
    let hyphens = r#"{"id": "a", "name": "水利局", "kind": "department", "organization_code": "00001333－8"}"#;
    let expected =
        if OrganizationCode::parse("00001333-8").is_ok() { hyphens.replace('－', "-") } else { hyphens.to_owned() };
    assert_eq!(organizations(hyphens), expected);
}

#[test]
fn null_goes_with_its_comma_wherever_it_stands() {
    let right = r#"{"id": "a", "name": "水利局", "kind": "department"}"#;
    for before in [
        r#"{"parent": null, "id": "a", "name": "水利局", "kind": "department"}"#,
        r#"{"id": "a", "parent": null, "name": "水利局", "kind": "department"}"#,
        r#"{"id": "a", "name": "水利局", "kind": "department", "parent": null}"#,
        r#"{"id": "a", "name": "水利局", "kind": "department" , "parent" : null}"#,
        r#"{"parent": null, "aliases": null, "id": "a", "division": null, "credit_code": null, "name": "水利局", "kind": "department", "level": null}"#,
        r#"{"Parent": null, "id": "a", "name": "水利局", "kind": "department"}"#,
    ] {
        assert_eq!(organizations(before), right, "{before}");
    }
    for kept in [
        // Required, in a free object, unknown, within a list.
        r#"{"id": "a", "name": null, "kind": "department"}"#,
        r#"{"id": "a", "name": "水利局", "kind": "department", "extensions": {"v:a": null, "parent": null}}"#,
        r#"{"id": "a", "name": "水利局", "kind": "department", "foo": null}"#,
        r#"{"id": "a", "name": "水利局", "kind": "department", "aliases": [null]}"#,
    ] {
        assert_eq!(organizations(kept), kept);
    }
    let lists = format!(
        "{{\"$schema\": null, \"header\": {HEADER}, \"licenses\": null, \"organizations\": [], \"bundles\": null}}"
    );
    assert_eq!(text(&fix(&lists)), format!("{{\"header\": {HEADER}, \"organizations\": []}}"));
    // What says that there is a list must not go as a whole.
    let alone = format!("{{\"header\": {HEADER}, \"foo\": 1, \"licenses\": null}}");
    assert!(!fix(&alone).is_changed());
}

#[test]
fn a_name_is_corrected_where_one_is_meant_and_what_it_holds_fits() {
    let right = r#"{"id": "a", "name": "水利局", "kind": "department", "credit_code": "11100000000013338W"}"#;
    for misspelt in [
        "Credit_Code",
        "CREDIT-CODE",
        "credit code",
        " credit_code",
        "ｃｒｅｄｉｔ_code",
        "credit＿code",
        "credit_code\\n",
    ] {
        assert_eq!(organizations(&right.replace("credit_code", misspelt)), right, "{misspelt}");
    }
    for kept in [
        // One letter off is likely, and not certain.
        right.replace("credit_code", "credit_codes"),
        right.replace("credit_code", "creditCode"),
        // Two that may be meant, or one beside the right one.
        right.replace('}', r#", "Level": "county", "LEVEL": "city"}"#),
        right.replace('}', r#", "Credit_Code": "11100000000013338W"}"#),
        // What stands there is not what the member holds: the record would be lost.
        right.replace("\"credit_code\": \"11100000000013338W\"", "\"Credit_Code\": 5"),
        right.replace("\"credit_code\": \"11100000000013338W\"", "\"Aliases\": [\"\"]"),
        right.replace("\"credit_code\"", "\"v:Name\""),
    ] {
        assert_eq!(organizations(&kept), kept);
    }
    // What stands below is corrected with it.
    let before =
        r#"{"id": "a", "Name": " 水利局", "kind": "department", "Abolished": {"On": "2024-01-01", "successor": null}}"#;
    let after = r#"{"id": "a", "name": "水利局", "kind": "department", "abolished": {"on": "2024-01-01"}}"#;
    assert_eq!(organizations(before), after);
    let lists = format!("{{\"Header\": {HEADER}, \"Licensing-Items\": [], \"ORGANIZATIONS\": {{}}}}");
    assert_eq!(
        text(&fix(&lists)),
        format!("{{\"header\": {HEADER}, \"licensing_items\": [], \"ORGANIZATIONS\": {{}}}}")
    );
}

#[test]
fn order_is_that_of_our_writer_and_only_on_request() {
    let before = format!(
        "{{\n  \"organizations\": [\n    {{ \"name\":\"水利局\",\n      \"foo\": 1, \"kind\": \"department\",\"id\": \"a\" }}\n  ],\n  \"header\": {HEADER}\n}}\n"
    );
    assert!(!fix(&before).is_changed());
    let fixed = all().fix("a", before.as_bytes());
    let after = text(&fixed);
    // Commas, blanks and line feeds stay where they are; what is not known stays behind what it follows.
    let header = HEADER;
    let catalog = qingdan::read(before.as_bytes(), Limits::default()).catalog.unwrap();
    let mut written = Vec::new();
    catalog.write_json(&mut written).unwrap();
    let order = |text: &str, names: &[&'static str]| {
        let mut found: Vec<&str> = names.to_vec();
        found.sort_by_key(|name| text.find(&format!("\"{name}\"")).unwrap());
        found.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let names = ["id", "name", "kind"];
    let written = String::from_utf8(written).unwrap();
    let organizations = |text: &str| text[text.find("organizations").unwrap()..].to_owned();
    assert_eq!(order(&organizations(&after), &names), order(&organizations(&written), &names));
    assert!(
        after.starts_with(&format!("{{\n  \"header\": {header},\n  \"organizations\": [\n    {{ \"id\": \"a\",\n")),
        "{after}"
    );
    assert!(after.contains("\"name\":\"水利局\", \"foo\": 1"), "{after}");
    let orders: Vec<(u32, &str, &str)> = fixed
        .fixes
        .fixes
        .iter()
        .map(|fix| (fix.place.line.unwrap(), fix.place.pointer.as_str(), fix.before.as_str()))
        .collect();
    let names = r#"["name","foo","kind","id"]"#;
    assert_eq!(orders, [(3, "/organizations/0", names), (1, "", r#"["organizations","header"]"#)]);
    assert!(!all().fix("a", after.as_bytes()).is_changed());
}

#[test]
fn what_is_not_certain_is_left_alone_and_told() {
    let left = |text: &[u8]| {
        let fixed = Fixer::new().fix("a", text);
        assert_eq!(fixed.bytes().len(), text.len());
        let left = fixed.fixes.left.first().unwrap().clone();
        (left.scope, left.cause, left.place.line, left.place.column)
    };
    let twice = document(r#"{"id": "a", "name": "水利局 ", "kind": "department", "kind": "office"}"#);
    let (scope, cause) = (LeftScope::Record, LeftCause::RepeatedKey);
    assert_eq!(left(twice.as_bytes()), (scope, cause, Some(2), Some(71)));
    let deep_twice =
        document(r#"{"id": "a", "name": "水利局 ", "kind": "department", "extensions": {"v:a": [{"b": 1, "b": 2}]}}"#);
    assert_eq!(left(deep_twice.as_bytes()).1, cause);
    let lists_twice = format!("{{\"organizations\": [], \"header\": {HEADER}, \"organizations\": null}}");
    assert_eq!(left(lists_twice.as_bytes()).0, LeftScope::Input);
    let broken = document(r#"{"id": "a", "name": "水利局 ", "kind": "department",}"#);
    assert_eq!(left(broken.as_bytes()), (LeftScope::Input, LeftCause::NotJson, Some(2), Some(69)));
    let gb = b"{\"header\": {\"title\": \"\xb8\xc5\xc4\xee \"}}";
    assert_eq!(left(gb), (LeftScope::Input, LeftCause::NotUtf8, None, None));
    let other = document(r#"{"id": "a", "Name": "水利局 "}"#).replace("1.0", "2.0");
    assert_eq!(left(other.as_bytes()).1, LeftCause::VersionUnsupported);
    let hidden = other.replace("schema_version", "Schema-Version");
    assert_eq!(left(hidden.as_bytes()).1, LeftCause::VersionUnsupported);
    assert_eq!(left(b" [1, 2]").1, LeftCause::NotACatalog);
    assert_eq!(left(b"").1, LeftCause::NotJson);
    let small = Fixer::new().limits(Limits::default().with_max_bytes(9)).fix("a", b"{\"header\"}").fixes;
    assert_eq!(small.left_as_a_whole().unwrap().cause, LeftCause::TooLarge);
}

#[test]
fn of_lines_only_the_broken_one_is_left_alone() {
    let lines = format!(
        "{{\"header\": {HEADER}}}\r\n{{\"organization\": {{\"id\": \"a\", \"name\": \"甲 \", \"kind\": \"department\"}}}}\r\n\
         {{\"organization\": {{\"id\": \"b\", \"name\": \"乙 \", \"kind\": \"department\"}}\r\n\n\
         {{\"Organization\": {{\"id\": \"c\", \"name\": \"丙 \", \"kind\": \"department\"}}, \"license\": null}}"
    );
    let fixed = fix(&lines);
    let expected = lines
        .replace("甲 ", "甲")
        .replace("Organization", "organization")
        .replace("丙 ", "丙")
        .replace(", \"license\": null", "");
    assert_eq!(text(&fixed), expected);
    let [left] = fixed.fixes.left.as_slice() else { panic!("{:?}", fixed.fixes.left) };
    assert_eq!((left.scope, left.cause, left.place.line), (LeftScope::Line, LeftCause::NotJson, Some(3)));
    let pointers: Vec<&str> = fixed.fixes.fixes.iter().map(|fix| fix.place.pointer.as_str()).collect();
    assert_eq!(pointers, ["/organization/name", "/Organization", "/Organization/name", "/license"]);
    assert_eq!(fixed.fixes.fixes[2].record.as_ref().unwrap().id.as_ref().unwrap().as_str(), "c");
}

#[test]
fn a_byte_order_mark_and_line_ends_stay() {
    let before =
        format!("\u{feff}{}\r\n\r\n", document("{\"id\": \"a\",\r\n\"name\": \"甲 \",\r\n\"kind\": \"department\"}"));
    assert_eq!(text(&fix(&before)), before.replace("甲 ", "甲"));
    let ordered = text(&all().fix(
        "a",
        before.replace("\"id\": \"a\",\r\n\"name\": \"甲 \"", "\"name\": \"甲\",\r\n\"id\": \"a\"").as_bytes(),
    ));
    assert_eq!(ordered, before.replace("甲 ", "甲"));
}

#[test]
fn only_what_was_asked_for_is_corrected() {
    let before =
        document(r#"{"id": "a", "Name": "水利局 ", "kind": "department", "parent": null, "division": "１５0625"}"#);
    let only = |class: FixClass| text(&Fixer::new().classes([class]).fix("a", before.as_bytes()));
    assert_eq!(only(FixClass::Blanks), before, "the name is unknown as long as its member is");
    assert_eq!(only(FixClass::Nulls), before.replace(r#", "parent": null"#, ""));
    assert_eq!(only(FixClass::Width), before.replace("１５", "15"));
    assert_eq!(only(FixClass::Spelling), before.replace("Name", "name"));
}

/// What a catalog says where all that is corrected is set right by its values.
fn set_right(value: &mut Value, schema: &Value, defs: &Value, is_name: bool, depth: usize) {
    let (mut name, mut schema) = ("", schema);
    while ["$ref", "anyOf", "allOf"].iter().any(|key| !schema[key].is_null()) {
        schema = schema["anyOf"].get(0).or(schema["allOf"].get(0)).unwrap_or(schema);
        if let Some(path) = schema["$ref"].as_str() {
            name = path.strip_prefix("#/$defs/").unwrap();
            schema = &defs[name];
        }
    }
    match value {
        Value::Object(members) if schema["properties"].is_object() => {
            for (key, member) in members {
                let is_name = matches!(key.as_str(), "name" | "aliases") || (key == "title" && depth == 1);
                set_right(member, &schema["properties"][key], defs, is_name, depth + 1);
            }
        }
        Value::Array(elements) => {
            for element in elements {
                set_right(element, &schema["items"], defs, is_name, depth);
            }
        }
        Value::String(text) if is_name => {
            let trimmed = text.trim_matches([' ', '\t', '\n', '\r', '\u{c}', '\u{a0}', '\u{3000}']);
            if !trimmed.is_empty() {
                *text = trimmed.to_owned();
            }
        }
        Value::String(text) if name.ends_with("Code") || name == "LicenseIdentifier" => {
            let narrow = |c: char| match c {
                '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
                c => c,
            };
            let narrowed: String = text.chars().map(narrow).collect();
            if is_code(name, &narrowed) {
                *text = narrowed;
            }
        }
        _ => {}
    }
}

/// The catalog in a text by its values, and with what is corrected set right.
fn catalog(bytes: &[u8]) -> Option<(Value, Value)> {
    let catalog = qingdan::read(bytes, Limits::default()).catalog?;
    let value = serde_json::to_value(catalog).unwrap();
    let schema: Value = serde_json::from_str(&SchemaName::Document.text()).unwrap();
    let mut right = value.clone();
    set_right(&mut right, &schema, &schema["$defs"], false, 0);
    Some((value, right))
}

/// The findings on a text, without their places.
fn findings(name: &str, bytes: &[u8]) -> BTreeSet<String> {
    let report = Checker::new().as_of("2026-11-25".parse().unwrap()).check_bytes(name, bytes);
    let id = |finding: &Finding| finding.record.as_ref().and_then(|record| record.id.clone());
    report.findings().map(|finding| format!("{} {:?} {}", finding.code, id(finding), finding.message.en)).collect()
}

#[test]
fn a_clean_file_is_the_same_and_a_real_one_says_the_same() {
    let mut changed = Vec::new();
    for file in FILES {
        let before = fs::read(file).unwrap();
        let fixed = Fixer::new().fix(file, &before);
        let again = Fixer::new().fix(file, fixed.bytes());
        assert!(!again.is_changed(), "{file}: {:?}", again.fixes.fixes);
        assert_eq!(catalog(fixed.bytes()).unwrap().0, catalog(&before).unwrap().1, "{file}");
        if fixed.is_changed() {
            changed.push((*file, fixed.fixes.count()));
            let new: Vec<String> =
                findings(file, fixed.bytes()).difference(&findings(file, &before)).cloned().collect();
            assert!(new.is_empty(), "{file}: {new:?}");
        } else {
            assert!(fixed.bytes() == before && fixed.fixes.count() == 0, "{file}");
        }
        // In order it is the same catalog too, and as the writer has it.
        let ordered = all().fix(file, &before);
        assert_eq!(catalog(ordered.bytes()).unwrap().0, catalog(&before).unwrap().1, "{file}");
        assert!(!all().fix(file, ordered.bytes()).is_changed(), "{file}");
    }
    // Cells of the published workbooks that end in a blank or a line feed.
    let workbook = |name: &str| FILES.iter().copied().find(|file| file.contains(name)).unwrap();
    assert_eq!(changed, [(workbook("agriculture"), 3), (workbook("ecology"), 4), (workbook("transport"), 1)]);
}

/// Every correction is where it is said to be.
fn assert_places(broken: &str, fixed: &Fixed<'_>) {
    let lines: Vec<&str> = broken.split('\n').collect();
    for fix in &fixed.fixes.fixes {
        let (line, column) = (fix.place.line.unwrap() as usize, fix.place.column.unwrap() as usize);
        let start: usize = lines[..line - 1].iter().map(|line| line.len() + 1).sum::<usize>()
            + lines[line - 1].chars().take(column - 1).map(char::len_utf8).sum::<usize>();
        assert!(broken[start..].starts_with(&fix.before), "{fix:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn known_slips_are_undone_byte_for_byte(seed in any::<u64>(), is_large in any::<bool>()) {
        let file = if is_large { "hangjin-sample" } else { "edition-2025" };
        let file = fs::read_to_string(format!("examples/catalogs/{file}.json")).unwrap();
        let catalog: Value = serde_json::from_str(&file).unwrap();
        for (spelling, damaged) in
            [(Spelling::Document, damage::document(&catalog, seed)), (Spelling::Ndjson, damage::lines(&catalog, seed))]
        {
            let fixed = Fixer::new().spelling(spelling).fix("a", damaged.broken.as_bytes());
            prop_assert_eq!(&fixed.fixes.left, &[]);
            let after = text(&fixed);
            if after != damaged.clean {
                let at = after.bytes().zip(damaged.clean.bytes()).take_while(|(a, b)| a == b).count();
                let near = |text: &str| String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(80)..(at + 80).min(text.len())]).into_owned();
                prop_assert!(false, "is {}\nnot {}", near(&after), near(&damaged.clean));
            }
            prop_assert_eq!(&fixed.fixes.by_class, &damaged.made);
            assert_places(&damaged.broken, &fixed);
            prop_assert!(!Fixer::new().fix("a", damaged.clean.as_bytes()).is_changed());
        }
    }

    #[test]
    fn whatever_stands_there_is_corrected_once_and_says_the_same(
        seed in any::<u64>(),
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..14), 1..6),
        is_lines in any::<bool>(),
    ) {
        let file = fs::read_to_string("examples/catalogs/edition-2025.json").unwrap();
        let catalog_of: Value = serde_json::from_str(&file).unwrap();
        let damaged = if is_lines { damage::lines(&catalog_of, seed) } else { damage::document(&catalog_of, seed) };
        let mut bytes = damaged.broken.into_bytes();
        let parts: [&[u8]; 13] = [b"\"", b"{", b"}", b"[", b",", b"\\", b" ", "　".as_bytes(), b"null", b"\n", "１".as_bytes(), b"\xff", b"A"];
        for (index, part) in cuts {
            let at = index.index(bytes.len());
            match parts.get(part) {
                Some(part) => bytes.splice(at..at, part.iter().copied()).for_each(drop),
                None => drop(bytes.remove(at)),
            }
        }
        let fixed = all().fix("a", &bytes);
        let again = all().fix("a", fixed.bytes());
        prop_assert!(!again.is_changed(), "{:?}", again.fixes.fixes);
        // Member names that are corrected bring what was not read before; without them the catalog is the same.
        let values = [FixClass::Blanks, FixClass::Width, FixClass::Nulls, FixClass::Order];
        let fixed = Fixer::new().classes(values).fix("a", &bytes);
        match (catalog(&bytes), catalog(fixed.bytes())) {
            // What was left alone is not set right.
            (Some(_), Some(_)) if !fixed.fixes.left.is_empty() => {}
            (Some((_, before)), Some((after, _))) => prop_assert_eq!(before, after),
            (before, after) => prop_assert_eq!(before.is_some(), after.is_some()),
        }
        let [before, after] = [codes(&bytes), codes(fixed.bytes())];
        prop_assert!(after.is_subset(&before), "{:?}", after.difference(&before).collect::<Vec<_>>());
    }
}

/// The rules that find something.
fn codes(bytes: &[u8]) -> BTreeSet<String> {
    let report = Checker::new().as_of("2026-11-25".parse().unwrap()).check_bytes("a", bytes);
    report.findings().map(|finding| finding.code.to_string()).collect()
}

#[test]
fn work_grows_with_the_input_whatever_it_is() {
    let list = |n: usize, member: &dyn Fn(usize) -> String| {
        (0..n).fold(String::new(), |mut text, i| {
            write!(text, "{}, ", member(i)).unwrap();
            text
        })
    };
    let (n, many) = (60_000, 12_000);
    let record =
        |members: &str| document(&format!("{{{members}\"id\": \"a\", \"name\": \"b\", \"kind\": \"department\"}}"));
    let spellings = list(n, &|i| format!("\"{}name{}\": \"a\"", " ".repeat(i % 120), " ".repeat(i / 120 % 120)));
    let inputs = [
        ("unknown", record(&list(n, &|i| format!("\"k{i}\": null")))),
        ("spellings", record(&spellings)),
        ("lists", format!("{{{}\"header\": {HEADER}}}", list(n, &|i| format!("\"k{i}\": null")))),
        (
            "names",
            document(
                list(many, &|i| {
                    format!("{{\"id\": \"{i}\", \"name\": \"b \", \"kind\": \"department\", \"parent\": null}}")
                })
                .trim_end_matches(", "),
            ),
        ),
        ("blanks", record(&format!("\"aliases\": [\"{} a\"], ", "\\n ".repeat(n)))),
        ("deep", record(&format!("\"extensions\": {{\"v:a\": {}{}}}, ", "[".repeat(n), "]".repeat(n)))),
        ("nested", document(&"{\"Name\": [".repeat(n))),
    ];
    for (name, input) in inputs {
        let began = Instant::now();
        let fixed = all().fix(name, input.as_bytes());
        assert!(began.elapsed() < Duration::from_secs(30), "{name}: {:?}", began.elapsed());
        if name == "names" {
            assert_eq!((fixed.fixes.count(), fixed.fixes.by_class[&FixClass::Nulls]), (24_000, 12_000));
            let listed = u64::try_from(fixed.fixes.fixes.len()).unwrap();
            assert!(listed < 24_000 && listed + fixed.fixes.not_listed == 24_000);
            assert!(!text(&fixed).contains("b \"") && !text(&fixed).contains("null"));
        }
    }
}

#[test]
fn what_is_told_fits_its_schema_and_comes_back() {
    let before =
        document(r#"{"Name": "水利局 ", "id": "a", "kind": "department", "parent": null}, {"id": "b", "id": "b"}"#);
    let fixes = Fixes::new(vec![all().fix("a", before.as_bytes()).fixes]);
    assert_eq!((fixes.inputs[0].fixes.len(), fixes.inputs[0].left.len()), (4, 1));
    let value = serde_json::to_value(&fixes).unwrap();
    for text in [SchemaName::Fixes.text(), SchemaName::Fixes.strict_text()] {
        let schema: Value = serde_json::from_str(&text).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    let back: Fixes = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(back).unwrap(), value);
}
