//! `null` means absent for every optional member, in the schema, in the reader and in serde, and for nothing else.
//!
//! The members are taken from the schema, so no field can be forgotten: for every object of the model a record is made
//! that holds it with nothing but what is required, and then one member after the other is `null`.

use std::collections::BTreeSet;

use qingdan::model::{AnyRecord, Header, Kind};
use qingdan::schema::SchemaName;
use qingdan::{Catalog, Limits};
use serde_json::{Map, Value, json};

/// One `null` in a value made from the schema.
pub(crate) struct Nulled {
    /// The value.
    value: Value,
    /// The same without the `null`.
    pub(crate) without: Value,
    /// The type and the member that is `null`, such as `Citation.articles`; the elements of a list are its `[]`.
    pub(crate) member: String,
    /// Whether the schema calls the member optional.
    optional: bool,
}

pub(crate) struct Maker {
    pub(crate) document: Value,
}

impl Maker {
    fn resolved<'a>(&'a self, schema: &'a Value) -> (&'a str, &'a Value) {
        let inner = [&schema["anyOf"][0], &schema["allOf"][0]].into_iter().find(|inner| inner.is_object());
        if let Some(inner) = inner {
            return self.resolved(inner);
        }
        match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/")) {
            Some(name) => (name, &self.document["$defs"][name]),
            None => ("", schema),
        }
    }

    /// A value with nothing but what is required.
    fn least(&self, schema: &Value) -> Value {
        let (name, schema) = self.resolved(schema);
        if let Some(value) = schema["enum"].get(0).or_else(|| schema["examples"].get(0)) {
            return value.clone();
        }
        match type_of(schema) {
            "string" => "a".into(),
            "integer" => schema["minimum"].clone(),
            "boolean" => true.into(),
            "array" => json!([]),
            "object" => {
                let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
                required.map(|member| (member.to_owned(), self.least(&schema["properties"][member]))).collect()
            }
            other => panic!("{name}: {other}"),
        }
    }

    /// Every value that has one `null` somewhere, and is else the least that holds that place.
    pub(crate) fn nulled(&self, schema: &Value) -> Vec<Nulled> {
        let (name, schema) = self.resolved(schema);
        let mut all = Vec::new();
        if type_of(schema) == "array" {
            let least = self.least(&schema["items"]);
            let element = "[]".to_owned();
            all.push(Nulled { value: json!([least, null]), without: json!([least]), member: element, optional: false });
            all.extend(self.nulled(&schema["items"]).into_iter().map(|inner| Nulled {
                value: json!([inner.value]),
                without: json!([inner.without]),
                ..inner
            }));
        }
        let Value::Object(least) = self.least(schema) else { return all };
        for (member, property) in schema["properties"].as_object().into_iter().flatten() {
            let with = |value: Value| -> Value {
                let mut object = least.clone();
                object.insert(member.clone(), value);
                object.into()
            };
            let required = schema["required"].as_array().is_some_and(|names| names.iter().any(|name| name == member));
            all.push(Nulled {
                value: with(Value::Null),
                without: least.clone().into(),
                member: format!("{name}.{member}"),
                optional: !required,
            });
            all.extend(self.nulled(property).into_iter().map(|inner| Nulled {
                value: with(inner.value),
                without: with(inner.without),
                member: if inner.member == "[]" { format!("{name}.{member}[]") } else { inner.member },
                optional: inner.optional,
            }));
        }
        all
    }
}

fn type_of(schema: &Value) -> &str {
    schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap_or_default()
}

fn document_with(array: &str, records: &Value) -> Value {
    let header = json!({ "schema_version": "1.0", "title": "a", "division": "150625", "level": "county" });
    let mut document = Map::from_iter([("header".to_owned(), header)]);
    document.insert(array.to_owned(), records.clone());
    document.into()
}

/// The catalog that serde, the reader and `convert` agree on; none where all of them refuse.
fn taken(document: &Value, schema: &jsonschema::Validator, of: &str) -> Option<Catalog> {
    let text = document.to_string();
    let serde = serde_json::from_slice::<Catalog>(text.as_bytes()).ok();
    let reading = qingdan::read(text.as_bytes(), Limits::default());
    // A `not_held` that names no field is kept, and told.
    let read = reading.catalog.filter(|_| reading.findings.iter().all(|finding| finding.code == "QD006"));
    assert_eq!(serde, read, "{of}: {text}");
    assert_eq!(serde.is_some(), schema.is_valid(document), "{of}: {text}");
    serde
}

#[test]
fn null_is_absent_for_every_optional_member_and_for_nothing_else() {
    let maker = Maker { document: crate::schemas::value(&SchemaName::Document.text()) };
    let schema = jsonschema::validator_for(&maker.document).unwrap();
    let mut seen = BTreeSet::new();
    let mut judge = |nulled: Nulled, array: &str, whole: &dyn Fn(&Value) -> Value| {
        let of = format!("{array} {}", nulled.member);
        let without = taken(&whole(&nulled.without), &schema, &of);
        assert!(without.is_some(), "{of}: {}", nulled.without);
        let with = taken(&whole(&nulled.value), &schema, &of);
        if nulled.optional {
            assert_eq!(with, without, "{of}");
            let mut written = Vec::new();
            with.unwrap().write_json(&mut written).unwrap();
            assert!(!String::from_utf8(written).unwrap().contains("null"), "{of}");
            seen.insert(nulled.member);
        } else {
            assert!(with.is_none(), "{of}: {}", nulled.value);
        }
    };
    for kind in Kind::ALL {
        for nulled in maker.nulled(&maker.document["properties"][kind.array()]["items"]) {
            let value = nulled.value.to_string();
            assert_eq!(AnyRecord::from_json(*kind, &value).is_ok(), nulled.optional, "{kind}: {value}");
            judge(nulled, kind.array(), &|record| document_with(kind.array(), &json!([record])));
        }
        let array = kind.array();
        let nulled = Nulled { value: Value::Null, without: json!([]), member: format!(".{array}"), optional: true };
        judge(nulled, array, &|records| document_with(array, records));
    }
    for nulled in maker.nulled(&maker.document["properties"]["header"]) {
        let optional = nulled.optional;
        assert_eq!(serde_json::from_value::<Header>(nulled.value.clone()).is_ok(), optional, "{}", nulled.value);
        judge(nulled, "header", &|header| json!({ "header": header }));
    }
    let nulled = Nulled { value: Value::Null, without: "a".into(), member: ".$schema".into(), optional: true };
    assert_eq!(taken(&document_with("$schema", &nulled.value), &schema, "$schema").unwrap().schema, None);
    seen.insert(nulled.member);

    // Every optional member that the schema knows was seen.
    let mut known = BTreeSet::new();
    let objects = maker.document["$defs"].as_object().unwrap().iter().map(|(name, schema)| (name.as_str(), schema));
    for (name, object) in objects.chain([("", &maker.document)]) {
        let required = object["required"].as_array().cloned().unwrap_or_default();
        let members = object["properties"].as_object().into_iter().flatten().map(|(member, _)| member);
        let optional = members.filter(|member| !required.iter().any(|one| one == member.as_str()));
        known.extend(optional.map(|member| format!("{name}.{member}")));
    }
    assert_eq!(seen, known);
    assert!(known.len() > 250, "{}", known.len());
}

/// As classes write it that were made of the schema of a line: every tag, all but one of them `null`.
#[test]
fn a_line_may_have_null_under_the_other_tags() {
    let schema = jsonschema::validator_for(&crate::schemas::value(&SchemaName::Record.text())).unwrap();
    let line = |tag: &str, value: &Value| {
        let tags = Kind::ALL.iter().map(|kind| kind.tag()).chain(["header"]);
        let mut line: Map<String, Value> = tags.map(|tag| (tag.to_owned(), Value::Null)).collect();
        line.insert(tag.to_owned(), value.clone());
        Value::from(line)
    };
    let header = json!({ "schema_version": "1.0", "title": "a", "division": "150625", "level": "county" });
    let body = json!({ "id": "water", "name": "水利局", "kind": "department" });
    let lines = [line("header", &header), line("organization", &body)];
    assert!(lines.iter().all(|line| schema.is_valid(line)));
    let record: AnyRecord = serde_json::from_value(lines[1].clone()).unwrap();
    assert_eq!(record.as_ref().id().as_str(), "water");
    // The header first or last among the members of its line.
    let header_first = lines[0].to_string().replacen('{', &format!("{{\"header\":{header},"), 1);
    let header_first = header_first.replacen(&format!(",\"header\":{header}"), "", 1);
    for first in [lines[0].to_string(), header_first] {
        let reading = qingdan::read(format!("{first}\n{}\n", lines[1]).as_bytes(), Limits::default());
        assert!(reading.findings.is_empty(), "{first}: {:?}", reading.findings);
        assert_eq!(reading.catalog.unwrap().organizations.len(), 1, "{first}");
    }
    // Nothing but `null` is no record, two records are too many, and so is a tag twice.
    for (bad, code) in [
        (line("organization", &Value::Null).to_string(), "QD005"),
        (json!({ "organization": body, "power_item": { "id": "a" } }).to_string(), "QD005"),
        (format!("{{\"organization\":null,\"organization\":{body}}}"), "QD003"),
    ] {
        let text = format!("{}\n{bad}\n", lines[0]);
        let codes: Vec<String> =
            qingdan::read(text.as_bytes(), Limits::default()).findings.iter().map(|f| f.code.to_string()).collect();
        assert!(codes.iter().any(|found| found == code), "{bad}: {codes:?}");
    }
}
