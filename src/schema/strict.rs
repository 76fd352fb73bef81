//! The strict variant of a schema.

use serde_json::{Map, Value, json};

use super::settle::each_within;

/// Keywords that editors know and the standard does not.
const OF_EDITORS: [&str; 2] = ["enumDescriptions", "defaultSnippets"];

/// Closes every object that is no map, shuts out `null`, and leaves keywords of the standard only.
pub(super) fn make_strict(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    members.retain(|keyword, _| !keyword.starts_with("x-") && !OF_EDITORS.contains(&keyword.as_str()));
    without_null(members);
    if members.contains_key("properties") {
        members.entry("additionalProperties").or_insert(false.into());
    }
    each_within(members, &mut make_strict);
}

fn without_null(members: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = members.get("type")
        && let [one, null] = types.as_slice()
        && null == "null"
    {
        let one = one.clone();
        members.insert("type".into(), one);
    }
    let null = json!({ "type": "null" });
    let Some(Value::Array(alternatives)) = members.get_mut("anyOf") else {
        return;
    };
    alternatives.retain(|alternative| *alternative != null);
    if alternatives.len() == 1
        && let Some(one) = alternatives.pop()
    {
        members.remove("anyOf");
        match one {
            // Beside other keywords a bare reference makes code generators copy the type under a numbered name.
            Value::Object(reference) if members.is_empty() => *members = reference,
            one => {
                members.insert("allOf".into(), json!([one]));
            }
        }
    }
}
