//! The published schemas: up to date, usable, and judged by an independent validator.

use std::collections::BTreeSet;

use qingdan::model::Kind;
use qingdan::schema::SchemaName;
use serde_json::Value;

use crate::samples::bytes;

/// The text of a schema as a value.
pub(crate) fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Calls `see` with each subschema and its place.
fn subschemas(schema: &Value, place: &str, see: &mut dyn FnMut(&Value, &str)) {
    see(schema, place);
    for group in ["properties", "$defs"] {
        for (name, member) in schema[group].as_object().into_iter().flatten() {
            subschemas(member, &format!("{place}/{group}/{name}"), see);
        }
    }
    for one in ["items", "additionalProperties", "propertyNames"] {
        if let Some(member @ Value::Object(_)) = schema.get(one) {
            subschemas(member, &format!("{place}/{one}"), see);
        }
    }
}

#[test]
fn every_property_has_a_title_in_chinese_and_a_description_that_opens_with_it() {
    for name in SchemaName::all() {
        let schema = value(&name.text());
        subschemas(&schema, "", &mut |schema, place| {
            let is_property = place.rsplit('/').nth(1) == Some("properties");
            let is_definition = place.rsplit('/').nth(1) == Some("$defs");
            if !is_property && !is_definition {
                return;
            }
            let title = schema["x-title-zh"].as_str().unwrap_or_default();
            let description = schema["description"].as_str().unwrap_or_default();
            assert!(
                !title.is_empty() && description.starts_with(&format!("{title}: ")),
                "{name}{place}: `{title}` `{description}`"
            );
            assert!(!description.contains("```") && !description.contains("crate::"), "{name}{place}: {description}");
            if is_definition {
                assert_eq!(schema["title"].as_str(), place.rsplit('/').next(), "{name}{place}");
            }
        });
    }
}

#[test]
fn keywords_are_ones_that_tools_understand() {
    for name in SchemaName::all() {
        let schema = value(&name.text());
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert_eq!(schema["$id"], format!("urn:qingdan:schema:v1:{name}"));
        assert!(schema["title"].is_string(), "{name}");
        subschemas(&schema, "", &mut |schema, place| {
            assert!(schema.get("format").is_none() && schema.get("oneOf").is_none(), "{name}{place}");
            let types = schema["type"].to_string();
            let counts = matches!(
                name,
                SchemaName::Report
                    | SchemaName::ReportLine
                    | SchemaName::Figures
                    | SchemaName::Delegations
                    | SchemaName::Changes
                    | SchemaName::Conformance
                    | SchemaName::Impact
                    | SchemaName::Fixes
            );
            if types.contains("integer") && !counts {
                assert!(schema["minimum"].is_number() && schema["maximum"].is_number(), "{name}{place} has no bounds");
            }
            if let Some(pattern) = schema["pattern"].as_str() {
                // What these mean differs between regular expressions, or is unknown to some.
                let unportable = ["\\d", "\\w", "\\s", "\\u", "\\p", "\\b", "(?=", "(?!", "(?<", "(?>"];
                assert!(unportable.iter().all(|sign| !pattern.contains(sign)), "{name}{place}: {pattern}");
                assert!(pattern.starts_with('^') && pattern.ends_with('$'), "{name}{place}: {pattern}");
                // In Python and PCRE `$` stands before a line feed at the end, too.
                assert_eq!(schema["not"], serde_json::json!({ "type": "string", "pattern": "\\n" }), "{name}{place}");
                let compiled = regex::Regex::new(pattern).unwrap();
                assert!(!compiled.is_match("\n") && !compiled.is_match(""), "{name}{place}: {pattern}");
            }
            if let Some(values) = schema["enum"].as_array() {
                let titles =
                    schema["x-enum-titles"].as_object().unwrap_or_else(|| panic!("{name}{place} has no titles"));
                assert!(values.iter().all(|value| titles.contains_key(value.as_str().unwrap())), "{name}{place}");
                // Editors show these in the order of the values.
                let described = schema["enumDescriptions"].as_array().unwrap();
                assert_eq!(described.len(), values.len(), "{name}{place}");
                for (value, description) in values.iter().zip(described) {
                    let value = value.as_str().unwrap();
                    let expected = format!("{} ({})", titles[value].as_str().unwrap(), value.replace('_', " "));
                    assert_eq!(description.as_str(), Some(expected.as_str()), "{name}{place}");
                }
            }
        });
    }
}

#[test]
fn the_strict_variant_is_closed_and_holds_standard_keywords_only() {
    let standard = [
        "$schema",
        "$id",
        "$comment",
        "$defs",
        "$ref",
        "title",
        "description",
        "examples",
        "type",
        "enum",
        "properties",
        "required",
        "additionalProperties",
        "propertyNames",
        "items",
        "minLength",
        "maxLength",
        "pattern",
        "not",
        "minimum",
        "maximum",
        "minProperties",
        "maxProperties",
        "allOf",
        "default",
    ];
    for name in SchemaName::all() {
        let schema = value(&name.strict_text());
        assert_eq!(schema["$id"], format!("urn:qingdan:schema:v1:{name}:strict"));
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        assert!(!name.strict_text().contains("\"null\""), "{name}");
        let open = value(&name.text());
        subschemas(&schema, "", &mut |schema, place| {
            let known = schema.as_object().unwrap().keys().all(|keyword| standard.contains(&keyword.as_str()));
            assert!(known, "{name}{place}: {schema}");
            let counterpart = open.pointer(place).unwrap();
            match counterpart.get("additionalProperties") {
                // A map, such as `extensions`, stays as it is.
                Some(values) => assert_eq!(schema["additionalProperties"].is_object(), values.is_object(), "{place}"),
                None if counterpart.get("properties").is_some() => {
                    assert_eq!(schema["additionalProperties"], false, "{name}{place}");
                    assert_eq!(schema["required"], counterpart["required"], "{name}{place}");
                }
                None => {}
            }
        });
    }
    let strict = jsonschema::validator_for(&value(&SchemaName::Document.strict_text())).unwrap();
    let line = jsonschema::validator_for(&value(&SchemaName::Record.strict_text())).unwrap();
    for name in ["minimal.json", "hangjin-sample.json"] {
        let mut value: Value = serde_json::from_slice(&bytes(name)).unwrap();
        let errors: Vec<String> = strict.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        // What others add is theirs, `null` included; a member of ours is not.
        value["licensing_items"][0]["extensions"] = serde_json::json!({ "vendor:x": null });
        assert!(strict.is_valid(&value), "{name}");
        value["licensing_items"][0]["promised_limit"] = Value::Array(Vec::new());
        let errors: Vec<String> = strict.iter_errors(&value).map(|error| error.instance_path().to_string()).collect();
        assert_eq!(errors, ["/licensing_items/0"], "{name}");
        let item = &value["licensing_items"][1 % value["licensing_items"].as_array().unwrap().len()];
        assert!(!line.is_valid(&serde_json::json!({ "licensing_item": item, "power_item": item })));
    }
    let null: Value = serde_json::json!({ "id": "a", "name": "a", "kind": "department", "parent": null });
    assert!(jsonschema::validator_for(&value(&SchemaName::Kind(Kind::Organization).text())).unwrap().is_valid(&null));
    assert!(
        !jsonschema::validator_for(&value(&SchemaName::Kind(Kind::Organization).strict_text()))
            .unwrap()
            .is_valid(&null)
    );
}

#[test]
fn references_say_to_which_kind_they_refer() {
    let document = value(&SchemaName::Document.text());
    let refers_to = |of: &str, property: &str| {
        let property = &document["$defs"][of]["properties"][property];
        let from = if property["items"].is_object() { &property["items"] } else { property };
        from["x-refers-to"].as_str().map(str::to_owned)
    };
    assert_eq!(refers_to("ServiceItem", "organization").as_deref(), Some("organization"));
    assert_eq!(refers_to("Organization", "parent").as_deref(), Some("organization"));
    assert_eq!(refers_to("Delegation", "to").as_deref(), Some("organization"));
    assert_eq!(refers_to("LicenseLink", "license_type").as_deref(), Some("license_type"));
    assert_eq!(refers_to("Adjustment", "from").as_deref(), Some("item_kind"));
    assert_eq!(refers_to("ServiceItem", "name"), None);
    subschemas(&document, "", &mut |schema, place| {
        if let Some(target) = schema["x-refers-to"].as_str() {
            assert!(target == "item_kind" || Kind::from_tag(target).is_some(), "{place}: {target}");
        }
    });
}

#[test]
fn an_independent_validator_takes_the_schemas_and_the_samples() {
    for name in SchemaName::all() {
        let schema = value(&name.text());
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
    }
    let document = jsonschema::validator_for(&value(&SchemaName::Document.text())).unwrap();
    let record = jsonschema::validator_for(&value(&SchemaName::Record.text())).unwrap();
    for name in ["minimal.json", "hangjin-sample.json"] {
        let value: Value = serde_json::from_slice(&bytes(name)).unwrap();
        let errors: Vec<String> =
            document.iter_errors(&value).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        let catalog = qingdan::read(&bytes(name), qingdan::Limits::default()).catalog.unwrap();
        let mut lines = Vec::new();
        catalog.write_ndjson(&mut lines).unwrap();
        for line in String::from_utf8(lines).unwrap().lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            assert!(record.is_valid(&value), "{line}");
        }
    }
    let report = jsonschema::validator_for(&value(&SchemaName::Report.text())).unwrap();
    for name in ["hangjin-sample.json", "hangjin-faulty.json"] {
        let found = qingdan::Checker::new().as_of("2026-11-23".parse().unwrap()).check_bytes(name, &bytes(name));
        let mut json = Vec::new();
        qingdan::writer::write_json(&found, &mut json).unwrap();
        let value: Value = serde_json::from_slice(&json).unwrap();
        let errors: Vec<String> =
            report.iter_errors(&value).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn an_independent_validator_refuses_each_record_of_bad_shape() {
    let text = bytes("hangjin-faulty.json");
    let document: Value = serde_json::from_slice(&text).unwrap();
    let report = qingdan::Checker::new().check_bytes("x", &text);
    let mut refused = BTreeSet::new();
    for finding in report.findings().filter(|finding| finding.code == "QD005") {
        let key = finding.record.as_ref().unwrap();
        let records = document[key.kind.array()].as_array().unwrap();
        let record = records
            .iter()
            .find(|record| record["id"].as_str() == key.id.as_ref().map(qingdan::model::Id::as_str))
            .unwrap();
        let validator = jsonschema::validator_for(&value(&SchemaName::Kind(key.kind).text())).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(record).map(|error| error.instance_path().to_string()).collect();
        // The place is the same, but that a schema names the object that lacks a member.
        let place = finding.path.as_str();
        let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent);
        assert!(errors.iter().any(|error| error == place || error == parent), "{} {place}: {errors:?}", key.kind);
        refused.insert(format!("{key:?}"));
    }
    assert!(!refused.is_empty());
}
