//! The table of shapes, written from the JSON Schema that the types of the model generate.
//!
//! The reader knows exactly the keywords that are met here; annotations are passed over. Any other keyword is an error,
//! so that no constraint of a schema is forgotten by the reader.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

use qingdan::model::{Decimal, Id, Kind};
use qingdan::schema::SchemaName;
use serde_json::{Map, Value};

/// Keywords that say nothing about what is accepted.
const ANNOTATIONS: &[&str] = &[
    "title",
    "description",
    "examples",
    "x-title-zh",
    "x-enum-titles",
    "x-refers-to",
    "enumDescriptions",
    "defaultSnippets",
];

/// The codes whose forms are rules, by the names of their types.
const CODES: &[&str] = &[
    "CreditCode",
    "OrganizationCode",
    "DivisionCode",
    "BaseCode",
    "ImplementationCode",
    "BusinessCode",
    "ItemCode",
    "LicenseTypeCode",
    "LicenseIdentifier",
];

/// The file `src/read/shape/table.rs`.
pub(crate) fn table() -> Result<String, Box<dyn Error>> {
    of(&serde_json::from_str(&SchemaName::Document.text())?)
}

/// The table of the records that a schema of documents describes.
fn of(document: &Value) -> Result<String, Box<dyn Error>> {
    let mut writer = Writer { root: document, objects: BTreeMap::new(), guesses: 0 };
    let property = |name: &str| document.pointer(&format!("/properties/{name}")).ok_or_else(|| name.to_owned());
    let header = writer.shape(property("header")?)?;
    let mut records = String::new();
    for kind in Kind::ALL {
        let items = property(kind.array())?.get("items").ok_or("a list without items")?;
        writeln!(records, "        {},", writer.shape(items)?)?;
    }
    let mut text = String::from(
        "//! Written from the JSON Schema by `cargo run --all-features --example regenerate`; not edited by hand.\n\n\
         use super::{\n    Field, Form, Object, Shape, Table, DATE, DECIMAL, ID, ITEM_REF, TEXT, VERSION, code, open, reference,\n};\n\
         use crate::code::CodeScheme;\nuse crate::model::Kind;\n\n",
    );
    write!(
        text,
        "/// The shapes of everything that is read.\npub(crate) static TABLE: Table = Table {{\n    header: {header},\n    \
         records: [\n{records}    ],\n    guesses: {},\n}};\n",
        writer.guesses
    )?;
    for object in writer.objects.values() {
        write!(text, "\n{object}")?;
    }
    Ok(text)
}

struct Writer<'a> {
    root: &'a Value,
    /// The statics of objects, by name.
    objects: BTreeMap<String, String>,
    guesses: usize,
}

impl Writer<'_> {
    /// The expression of a shape.
    fn shape(&mut self, schema: &Value) -> Result<String, Box<dyn Error>> {
        let (mut nullable, mut schema) = (false, schema);
        let mut name = None;
        loop {
            if schema == &Value::Bool(true) {
                return Ok("Shape::maybe(Form::Any)".to_owned());
            }
            let members = schema.as_object().ok_or("a schema that is no object")?;
            if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                only(members, &["$ref"])?;
                name = reference.rsplit('/').next();
                let pointer = reference.strip_prefix('#').ok_or("a reference out of the schema")?;
                schema = self.root.pointer(pointer).ok_or("a reference to nothing")?;
            } else if let Some(Value::Array(one)) = members.get("allOf") {
                // The one use: a reference with annotations of its own.
                only(members, &["allOf"])?;
                let [one] = one.as_slice() else { return Err("allOf of more than one".into()) };
                schema = one;
            } else if let Some(Value::Array(two)) = members.get("anyOf") {
                // The one use: a value, or null.
                only(members, &["anyOf"])?;
                let [value, null] = two.as_slice() else { return Err("anyOf of more than two".into()) };
                if null.get("type").and_then(Value::as_str) != Some("null") {
                    return Err("anyOf of more than a value and null".into());
                }
                (nullable, schema) = (true, value);
            } else {
                let (of_type, may_be_null) = types(members)?;
                let form = self.form(of_type, members, name)?;
                let how = if nullable || may_be_null { "maybe" } else { "some" };
                return Ok(format!("Shape::{how}({form})"));
            }
        }
    }

    fn form(
        &mut self,
        of_type: &str,
        members: &Map<String, Value>,
        name: Option<&str>,
    ) -> Result<String, Box<dyn Error>> {
        let number = |name: &str| members.get(name).and_then(Value::as_i64);
        Ok(match of_type {
            "string" if members.contains_key("enum") => {
                only(members, &["type", "enum"])?;
                format!("Form::List({})", list(members.get("enum").and_then(Value::as_array).into_iter().flatten()))
            }
            "string" => {
                // `not` repeats for lenient regular expressions what the pattern says.
                only(members, &["type", "minLength", "maxLength", "pattern", "not"])?;
                text(members, name)?
            }
            "integer" => {
                only(members, &["type", "minimum", "maximum"])?;
                let (Some(min), Some(max)) = (number("minimum"), number("maximum")) else {
                    return Err("an integer without bounds".into());
                };
                format!("Form::Integer {{ min: {}, max: {} }}", digits(min), digits(max))
            }
            "boolean" => {
                only(members, &["type"])?;
                "Form::Boolean".to_owned()
            }
            "array" => {
                only(members, &["type", "items"])?;
                let items = self.shape(members.get("items").ok_or("an array without items")?)?;
                format!("Form::Array(&{items})")
            }
            "object" if members.contains_key("additionalProperties") => {
                only(members, &["type", "additionalProperties", "propertyNames"])?;
                let keys = members.get("propertyNames").ok_or("free keys that may be empty")?;
                if *keys != serde_json::json!({ "minLength": 1 }) {
                    return Err("free keys of another form".into());
                }
                let values = self.shape(members.get("additionalProperties").ok_or("no values")?)?;
                format!("Form::Map(&{values})")
            }
            "object" => {
                only(members, &["type", "properties", "required"])?;
                self.object(members, name.ok_or("an object without a name")?)?
            }
            other => return Err(format!("the type {other}").into()),
        })
    }

    fn object(&mut self, members: &Map<String, Value>, name: &str) -> Result<String, Box<dyn Error>> {
        let name = screaming(name);
        let expression = format!("Form::Object(&{name})");
        if self.objects.contains_key(&name) {
            return Ok(expression);
        }
        // Known before its fields are: no type contains itself.
        self.objects.insert(name.clone(), String::new());
        let required: Vec<&str> =
            members.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let properties = members.get("properties").and_then(Value::as_object).ok_or("an object without fields")?;
        if properties.len() > 64 {
            return Err(format!("{name}: more than 64 fields").into());
        }
        let first_guess = self.guesses;
        self.guesses = self.guesses.saturating_add(properties.len()).saturating_add(1);
        let mut text = format!("static {name}: Object = Object::new({first_guess}, &[\n");
        for (field, schema) in properties {
            if field.len() > 29
                || !field.bytes().all(|byte| byte.is_ascii_lowercase() || b"_0123456789".contains(&byte))
            {
                return Err(format!("{name}: the field {field}").into());
            }
            let how = if required.contains(&field.as_str()) { "required" } else { "optional" };
            let shape = self.shape(schema)?;
            writeln!(text, "    Field::{how}(\"{field}\", {shape}),")?;
        }
        text.push_str("]);\n");
        self.objects.insert(name, text);
        Ok(expression)
    }
}

/// The form of a text, by the name of its type.
fn text(members: &Map<String, Value>, name: Option<&str>) -> Result<String, Box<dyn Error>> {
    let number = |name: &str| members.get(name).and_then(Value::as_u64);
    let pattern = members.get("pattern").and_then(Value::as_str);
    let refers_to = members.get("x-refers-to").and_then(Value::as_str);
    let is_id = pattern == Some(Id::PATTERN);
    let most = is_id.then_some(u64::try_from(Id::MAX_CHARACTERS)?);
    if number("minLength") != Some(1) || number("maxLength") != most || (refers_to.is_some() && !is_id) {
        return Err("a text of another length".into());
    }
    let known = members.get("examples").filter(|_| members.contains_key("x-enum-titles")).and_then(Value::as_array);
    Ok(match (refers_to, name) {
        (Some("item_kind"), _) => "ITEM_REF".to_owned(),
        (Some(tag), _) => {
            let kind = Kind::ALL.iter().find(|kind| kind.tag() == tag).ok_or("a reference to no kind")?;
            format!("reference(Kind::{kind:?})")
        }
        (None, _) if is_id => "ID".to_owned(),
        (None, Some("Decimal")) if pattern == Some(Decimal::PATTERN) => "DECIMAL".to_owned(),
        (None, Some("CalendarDate")) => "DATE".to_owned(),
        (None, Some("SchemaVersion")) => "VERSION".to_owned(),
        (None, Some(name)) if CODES.contains(&name) => format!("code(CodeScheme::{name})"),
        (None, Some(_)) if known.is_some() && pattern.is_none() => {
            format!("open({})", list(known.into_iter().flatten()))
        }
        (None, None) if pattern.is_none() => "TEXT".to_owned(),
        _ => return Err(format!("a text of the type {name:?}").into()),
    })
}

/// The texts of a closed or open list.
fn list<'v>(values: impl Iterator<Item = &'v Value>) -> String {
    let values: Vec<String> = values.filter_map(Value::as_str).map(|value| format!("{value:?}")).collect();
    format!("&[{}]", values.join(", "))
}

/// The one type of a schema, and whether `null` is allowed beside it.
fn types(members: &Map<String, Value>) -> Result<(&str, bool), Box<dyn Error>> {
    match members.get("type") {
        Some(Value::String(one)) => Ok((one, false)),
        Some(Value::Array(several)) => match several.as_slice() {
            [Value::String(one), Value::String(null)] if null == "null" => Ok((one, true)),
            _ => Err("several types".into()),
        },
        _ => Err("no type".into()),
    }
}

/// Refuses a keyword that the reader would not know of.
fn only(members: &Map<String, Value>, known: &[&str]) -> Result<(), Box<dyn Error>> {
    match members.keys().find(|key| !known.contains(&key.as_str()) && !ANNOTATIONS.contains(&key.as_str())) {
        Some(unknown) => Err(format!("the keyword {unknown}").into()),
        None => Ok(()),
    }
}

/// A number as it is written in code: `4_294_967_295`.
fn digits(number: i64) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(at);
        if at > 0 && left.is_multiple_of(3) && digits.len() > 4 && !written.ends_with('-') {
            written.push('_');
        }
        written.push(digit);
    }
    written
}

/// `PowerItem` as `POWER_ITEM`.
fn screaming(name: &str) -> String {
    let mut screaming = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !screaming.is_empty() {
            screaming.push('_');
        }
        screaming.push(letter.to_ascii_uppercase());
    }
    screaming
}
