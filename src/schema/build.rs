//! Schemas from the types of the model.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::settle::{nullable, settle};
use crate::model::{Catalog, Kind};

/// The schema of a type, with our conventions.
pub(super) fn generate<T: JsonSchema>() -> Value {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let mut schema = Value::from(schema);
    settle(&mut schema);
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, definition) in definitions {
            if let Some(definition) = definition.as_object_mut() {
                definition.insert("title".into(), name.as_str().into());
            }
        }
    }
    schema
}

/// The schema of a catalog as one document. Readers take `null` for every optional member.
pub(super) fn document() -> Value {
    let mut schema = generate::<Catalog>();
    nullable(&mut schema);
    schema
}

/// The schema of the records of one kind: its definition in the document, with what it refers to.
pub(super) fn of_kind(kind: Kind) -> Value {
    let mut document = document();
    let mut definitions = document.get_mut("$defs").map(Value::take).unwrap_or_default();
    let mut root = definitions.get_mut(kind.type_name()).map(Value::take).unwrap_or_default();
    // A record may refer to its own kind only by id, so nothing is left pointing at the definition taken out.
    let used = keep_used(&root, definitions);
    if let Some(root) = root.as_object_mut() {
        root.insert("$schema".into(), document.get_mut("$schema").map(Value::take).unwrap_or_default());
        root.insert("$defs".into(), used);
    }
    root
}

/// The definitions that a schema uses, directly or not.
fn keep_used(root: &Value, mut definitions: Value) -> Value {
    let mut used = Map::new();
    let mut waiting = vec![root.clone()];
    while let Some(schema) = waiting.pop() {
        let mut names = Vec::new();
        references(&schema, &mut names);
        for name in names {
            if !used.contains_key(&name)
                && let Some(definition) = definitions.get_mut(&name).map(Value::take)
                && !definition.is_null()
            {
                waiting.push(definition.clone());
                used.insert(name, definition);
            }
        }
    }
    Value::Object(used)
}

fn references(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            for (key, member) in members {
                match member.as_str().and_then(|text| text.strip_prefix("#/$defs/")) {
                    Some(name) if key == "$ref" => names.push(name.to_owned()),
                    _ => references(member, names),
                }
            }
        }
        Value::Array(elements) => elements.iter().for_each(|element| references(element, names)),
        _ => {}
    }
}

/// One line of NDJSON: an object with one member, named by its tag. One schema with every tag as a property, so that
/// errors point at `/power_item/…` instead of listing thirteen alternatives. That one member only is not `null` is said
/// by readers, and by the strict variant: a schema with `null` could say it by thirteen alternatives only.
pub(super) fn record() -> Value {
    let document = document();
    let mut properties = Map::new();
    properties.insert(
        "header".into(),
        json!({ "allOf": [{ "$ref": "#/$defs/Header" }], "description": "目录头: the first line.", "x-title-zh": "目录头" }),
    );
    for kind in Kind::ALL {
        properties.insert(
            kind.tag().into(),
            json!({
                "allOf": [{ "$ref": format!("#/$defs/{}", kind.type_name()) }],
                "description": format!("{}: a record of this kind.", kind.title_zh()),
                "x-title-zh": kind.title_zh(),
            }),
        );
    }
    let mut line = json!({
        "$schema": document.get("$schema"),
        "title": "CatalogRecord",
        "description": "记录行: one line of a catalog in NDJSON; the header first, then one record a line under its tag.",
        "x-title-zh": "记录行",
        "type": "object",
        "properties": properties,
        "minProperties": 1,
    });
    nullable(&mut line);
    if let Some(line) = line.as_object_mut() {
        line.insert("$defs".into(), document.get("$defs").cloned().unwrap_or_default());
    }
    line
}
