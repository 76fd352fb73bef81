//! What fields and values of lists are called in Chinese, for messages: as the schema says, which has it from the types.

use std::sync::LazyLock;

use serde_json::Value;

use super::build;
use crate::model::{Kind, Pointer};

pub(crate) static DOCUMENT: LazyLock<Value> = LazyLock::new(build::document);

/// The field that a pointer leads to, for a message in Chinese: `承诺办结时限（promised_limits）`. Pointers are from the root
/// of a document or of a line of NDJSON; an element goes by the name of its list.
pub(crate) fn field(pointer: &Pointer) -> Option<String> {
    let (_, name, title) = walk(pointer.as_str())?;
    let name = name?;
    Some(title.map_or_else(|| name.clone(), |title| format!("{title}（{name}）")))
}

/// The fields of the object that a pointer leads to, each with its Chinese title.
pub(crate) fn members(pointer: &Pointer) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    let members = walk(pointer.as_str()).and_then(|(schema, ..)| schema.get("properties")).and_then(Value::as_object);
    members
        .into_iter()
        .flatten()
        .map(|(name, schema)| (name.as_str(), schema.get("x-title-zh").and_then(Value::as_str)))
}

/// A path such as `service_items.basis`, as reports have it: `政务服务事项的设定依据（service_items.basis）`. It may go on
/// with an id, as in `published_figures/a`, and may be of any kind, as in `source.row`.
pub(crate) fn path(path: &str) -> String {
    let fields = path.split_once('/').map_or(path, |(fields, _)| fields);
    let of_any_kind = format!("{}.{fields}", Kind::Organization.array());
    let titles = titles_along(fields).or_else(|| Some(titles_along(&of_any_kind)?.split_off(1)));
    titles.map_or_else(|| path.to_owned(), |titles| format!("{}（{path}）", titles.join("的")))
}

fn titles_along(fields: &str) -> Option<Vec<&'static str>> {
    let ends = fields.match_indices('.').map(|(at, _)| at).chain([fields.len()]);
    ends.map(|end| walk(&format!("/{}", fields.get(..end)?.replace('.', "/")))?.2).collect()
}

/// A value of the list that a pointer leads to, for a message in Chinese: `依申请（on_application）`.
pub(crate) fn value(pointer: &Pointer, value: &str) -> String {
    ValueTitles::at(pointer).titled(value)
}

/// The values of the closed list that a pointer leads to; none where it leads to no list.
pub(crate) fn values(pointer: &Pointer) -> Vec<String> {
    let list = walk(pointer.as_str()).and_then(|(schema, ..)| schema.get("enum")).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The Chinese titles of the values of the list that a pointer leads to.
pub(crate) struct ValueTitles(Option<&'static Value>);

impl ValueTitles {
    /// Those of the list that a pointer leads to; none where it leads to no list.
    pub(crate) fn at(pointer: &Pointer) -> Self {
        Self(walk(pointer.as_str()).and_then(|(schema, ..)| schema.get("x-enum-titles")))
    }

    /// The title of a value.
    pub(crate) fn of(&self, value: &str) -> Option<&'static str> {
        self.0?.get(value)?.as_str()
    }

    /// A value for a message in Chinese: `依申请（on_application）`.
    pub(crate) fn titled(&self, value: &str) -> String {
        self.of(value).map_or_else(|| value.to_owned(), |title| format!("{title}（{value}）"))
    }
}

/// The schema at a pointer, with the name and title of the last field above or at it.
fn walk(pointer: &str) -> Option<(&'static Value, Option<String>, Option<&'static str>)> {
    let mut schema = Some(&*DOCUMENT);
    let (mut name, mut title) = (None, None);
    let mut segments = pointer.split('/').skip(1).peekable();
    // A line of NDJSON has the record under its tag.
    if let Some(kind) = segments.peek().and_then(|tag| Kind::from_tag(tag)) {
        segments.next();
        schema = items(schema?.get("properties")?.get(kind.array())?);
        (name, title) = (Some(kind.tag().to_owned()), Some(kind.title_zh()));
    }
    for segment in segments {
        let mut here = inner(schema?)?;
        // A path such as `service_items.basis` has no indexes.
        if let Some(items) = here.get("items").filter(|_| segment.parse::<usize>().is_err()) {
            here = inner(items)?;
        }
        if let Some(member) = here.get("properties").and_then(|members| members.get(segment)) {
            name = Some(segment.to_owned());
            title = member.get("x-title-zh").and_then(Value::as_str);
            schema = Some(member);
        } else {
            schema = Some(here.get("items").or_else(|| here.get("additionalProperties"))?);
        }
    }
    Some((inner(schema?)?, name, title))
}

fn items(schema: &'static Value) -> Option<&'static Value> {
    inner(schema)?.get("items")
}

/// What stands behind references, annotations of a use and "or null".
pub(crate) fn inner(schema: &'static Value) -> Option<&'static Value> {
    let mut schema = schema;
    // The schemas are not deeper; a bound, so that no reference to itself can hold us.
    for _ in 0..8 {
        let several = ["allOf", "anyOf", "oneOf"].iter().find_map(|keyword| schema.get(keyword)?.as_array());
        schema = if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            DOCUMENT.pointer(reference.strip_prefix('#')?)?
        } else if let Some(several) = several {
            several.iter().find(|one| one.get("type").and_then(Value::as_str) != Some("null"))?
        } else {
            return Some(schema);
        };
    }
    None
}
