//! What our schemas say beyond what the types say: conventions for people and for tools.

use serde_json::{Map, Value, json};

use crate::code::ItemCode;

/// Calls `see` with each schema directly within one.
pub(super) fn each_within(members: &mut Map<String, Value>, see: &mut dyn FnMut(&mut Value)) {
    for (key, member) in members {
        match (key.as_str(), member) {
            ("properties" | "$defs", Value::Object(schemas)) => schemas.values_mut().for_each(&mut *see),
            ("anyOf" | "allOf", Value::Array(schemas)) => schemas.iter_mut().for_each(&mut *see),
            ("items" | "additionalProperties" | "propertyNames", schema) => see(schema),
            _ => {}
        }
    }
}

/// Gives every schema our conventions: bounds instead of formats, the Chinese term apart, no code examples.
pub(super) fn settle(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    // `format` is an annotation that strict consumers reject; what it says of the range is said as a bound.
    if let Some(Value::String(format)) = members.remove("format")
        && format == "uint32"
    {
        members.entry("maximum").or_insert_with(|| u32::MAX.into());
    }
    if let Some(Value::String(description)) = members.get_mut("description") {
        if let Some(end) = description.find("```") {
            description.truncate(end);
        }
        // Rust links and headings mean nothing to readers of a schema.
        *description = description.replace("# Source\n", "Source: ").replace('`', "");
        description.truncate(description.trim_end().len());
        let title = description.split_once(": ").map(|(term, _)| term.to_owned());
        if let Some(title) = title.filter(|term| term.chars().all(|c| !c.is_ascii_alphabetic())) {
            members.insert("x-title-zh".into(), title.into());
        }
    }
    whole_text(members);
    show_titles(members);
    // Beside other keywords a bare reference makes code generators copy the type under a numbered name.
    if members.len() > 1
        && let Some(reference) = members.remove("$ref")
    {
        members.insert("allOf".into(), json!([{ "$ref": reference }]));
    }
    each_within(members, &mut settle);
}

/// A pattern speaks of the whole text. In Python and PCRE `$` also stands before a line feed at the end, and there is
/// no sign for the very end that all regular expressions know; so the line feed is shut out beside the pattern.
fn whole_text(members: &mut Map<String, Value>) {
    match members.get("pattern") {
        // Any text at all: nothing that `minLength` does not say.
        Some(pattern) if pattern == ItemCode::PATTERN => {
            members.remove("pattern");
        }
        Some(_) => {
            members.insert("not".into(), json!({ "type": "string", "pattern": "\\n" }));
        }
        None => {}
    }
}

/// Shows the titles of listed values where editors look for them: `enumDescriptions` beside the values of a closed
/// list, `defaultSnippets` for the known values of an open one.
fn show_titles(members: &mut Map<String, Value>) {
    let Some(Value::Object(titles)) = members.get("x-enum-titles") else {
        return;
    };
    let described = |value: &str| {
        let title = titles.get(value).and_then(Value::as_str).unwrap_or_default();
        format!("{title} ({})", value.replace('_', " "))
    };
    let values = |keyword: &str| -> Option<Vec<&str>> {
        Some(members.get(keyword)?.as_array()?.iter().filter_map(Value::as_str).collect())
    };
    if let Some(listed) = values("enum") {
        let descriptions: Value = listed.into_iter().map(described).collect();
        members.insert("enumDescriptions".into(), descriptions);
    } else if let Some(known) = values("examples") {
        let snippets: Value = known
            .into_iter()
            .map(|value| json!({ "label": format!("\"{value}\""), "description": described(value), "body": value }))
            .collect();
        members.insert("defaultSnippets".into(), snippets);
    }
}

/// Lets every optional member be `null`, which means absent: classes that code generators make write it.
pub(super) fn nullable(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    let required = members.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        let optional = properties.iter_mut().filter(|(name, _)| !required.iter().any(|one| one == name.as_str()));
        for (_, property) in optional {
            or_null(property);
        }
    }
    each_within(members, &mut nullable);
}

fn or_null(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    if let Some(one) = members.get_mut("type").filter(|types| types.is_string()) {
        *one = json!([one.take(), "null"]);
    } else if let Some(reference) = members.remove("$ref") {
        members.insert("anyOf".into(), json!([{ "$ref": reference }, { "type": "null" }]));
    } else if let Some(Value::Array(all)) = members.remove("allOf") {
        members.insert("anyOf".into(), all.into_iter().chain([json!({ "type": "null" })]).collect());
    }
}
