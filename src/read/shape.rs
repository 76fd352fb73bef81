//! The table of shapes, compiled from the JSON Schema that the types of the model generate.
//!
//! So serde, schema and reader have one source. The compiler understands exactly the keywords that our schemas use;
//! annotations are passed over, and so is `pattern`, because the forms of codes are rules — but for the two forms
//! that are shape (ids and decimal numbers). Any other keyword is an error, which a test over all schemas finds.

use std::sync::{Arc, LazyLock};

use serde_json::{Map, Value};

use super::names::Names;
use crate::model::{Decimal, Id, Kind};
use crate::schema::SchemaName;

/// What a value must look like.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Whether `null` means that the value is absent.
    pub(crate) nullable: bool,
    pub(crate) form: Form,
}

#[derive(Debug)]
pub(crate) enum Form {
    /// Anything that is JSON.
    Any,
    Text(TextForm),
    /// A whole number within bounds, both included.
    Integer {
        min: i64,
        max: i64,
    },
    Boolean,
    /// One of these texts.
    List(Vec<String>),
    Array(Arc<Shape>),
    Object(Object),
    /// An object with free keys, none of them empty.
    Map(Arc<Shape>),
}

/// What a text must look like. Lengths are in characters.
#[derive(Debug)]
pub(crate) struct TextForm {
    pub(crate) min: usize,
    pub(crate) max: Option<usize>,
    pub(crate) form: Option<FormOfText>,
}

/// The forms of text that are shape and no rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormOfText {
    Id,
    Decimal,
}

#[derive(Debug)]
pub(crate) struct Object {
    pub(crate) fields: Vec<Field>,
    /// Their names, for what is mistyped.
    pub(super) names: Names,
    /// Where the walk keeps its guesses of which field follows which.
    pub(crate) first_guess: usize,
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) shape: Arc<Shape>,
    pub(crate) required: bool,
}

impl Object {
    /// The field with this name, by its position.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

/// The shapes of everything that is read.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) header: Arc<Shape>,
    /// By [`Kind::index`].
    records: Vec<Arc<Shape>>,
    /// How many guesses the walk must keep.
    pub(crate) guesses: usize,
}

static ANY: Shape = Shape { nullable: true, form: Form::Any };

impl Shape {
    /// The shape of anything.
    pub(crate) fn any() -> &'static Self {
        &ANY
    }

    /// Follows field names without indexes; for paths such as `service_items.basis`.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        match &self.form {
            Form::Object(object) => {
                object.position(name).and_then(|at| object.fields.get(at)).map(|field| &*field.shape)
            }
            Form::Array(items) => items.field(name),
            _ => None,
        }
    }
}

impl Table {
    /// The shape of a record.
    pub(crate) fn record(&self, kind: Kind) -> &Shape {
        self.records.get(kind.index()).map_or(Shape::any(), |shape| shape)
    }
}

/// The one table, compiled when first used.
pub(crate) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let document = SchemaName::Document.schema();
    // The test `every_schema_compiles` shows that this does not fail.
    table(&document).unwrap_or_else(|_| Table {
        header: Arc::new(Shape { nullable: true, form: Form::Any }),
        records: Vec::new(),
        guesses: 0,
    })
});

fn table(document: &Value) -> Result<Table, Uncompiled> {
    let mut compiler = Compiler { root: document, guesses: 0 };
    let properties =
        document.get("properties").and_then(Value::as_object).ok_or_else(|| Uncompiled::at("/properties"))?;
    let property = |name: &str| properties.get(name).ok_or_else(|| Uncompiled::at(name));
    let header = Arc::new(compiler.shape(property("header")?, "/properties/header")?);
    let mut records = Vec::new();
    for kind in Kind::ALL {
        match compiler.shape(property(kind.array())?, kind.array())?.form {
            Form::Array(items) => records.push(items),
            _ => return Err(Uncompiled::at(kind.array())),
        }
    }
    Ok(Table { header, records, guesses: compiler.guesses })
}

/// A keyword or combination that the compiler does not understand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the schema holds something unknown at {place}")]
pub(crate) struct Uncompiled {
    place: String,
}

impl Uncompiled {
    fn at(place: impl Into<String>) -> Self {
        Self { place: place.into() }
    }
}

struct Compiler<'a> {
    root: &'a Value,
    guesses: usize,
}

/// Keywords that say nothing about what is accepted.
const ANNOTATIONS: &[&str] = &[
    "$schema",
    "$id",
    "$comment",
    "$defs",
    "title",
    "description",
    "examples",
    "x-title-zh",
    "x-enum-titles",
    "x-refers-to",
    "enumDescriptions",
    "defaultSnippets",
];

impl Compiler<'_> {
    fn shape(&mut self, schema: &Value, place: &str) -> Result<Shape, Uncompiled> {
        let members = match schema {
            Value::Bool(true) => return Ok(Shape { nullable: true, form: Form::Any }),
            Value::Object(members) => members,
            _ => return Err(Uncompiled::at(place)),
        };
        let mut known: Vec<&str> = ANNOTATIONS.to_vec();
        let shape = if let Some(reference) = members.get("$ref") {
            known.push("$ref");
            let name =
                reference.as_str().and_then(|text| text.strip_prefix('#')).ok_or_else(|| Uncompiled::at(place))?;
            let root = self.root;
            let target = root.pointer(name).ok_or_else(|| Uncompiled::at(name))?;
            self.shape(target, name)?
        } else if let Some(all) = members.get("allOf") {
            known.push("allOf");
            // The one use: a reference with annotations of its own.
            match all.as_array().map(Vec::as_slice) {
                Some([one]) => self.shape(one, &format!("{place}/allOf/0"))?,
                _ => return Err(Uncompiled::at(format!("{place}/allOf"))),
            }
        } else if let Some(alternatives) = members.get("anyOf") {
            known.push("anyOf");
            // The one use: a value, or null.
            match alternatives.as_array().map(Vec::as_slice) {
                Some([value, null]) if null.get("type").and_then(Value::as_str) == Some("null") => {
                    Shape { nullable: true, ..self.shape(value, &format!("{place}/anyOf/0"))? }
                }
                _ => return Err(Uncompiled::at(format!("{place}/anyOf"))),
            }
        } else {
            known.push("type");
            let (nullable, of_type) = types(members, place)?;
            Shape { nullable, form: self.form(of_type, members, &mut known, place)? }
        };
        match members.keys().find(|key| !known.contains(&key.as_str())) {
            Some(unknown) => Err(Uncompiled::at(format!("{place}/{unknown}"))),
            None => Ok(shape),
        }
    }

    fn form(
        &mut self,
        of_type: &str,
        members: &Map<String, Value>,
        known: &mut Vec<&str>,
        place: &str,
    ) -> Result<Form, Uncompiled> {
        let number = |name: &str| members.get(name).and_then(Value::as_i64);
        let length =
            |name: &str| members.get(name).and_then(Value::as_u64).and_then(|length| usize::try_from(length).ok());
        Ok(match of_type {
            "string" if members.contains_key("enum") => {
                known.push("enum");
                let values = members.get("enum").and_then(Value::as_array).into_iter().flatten();
                Form::List(values.filter_map(Value::as_str).map(str::to_owned).collect())
            }
            "string" => {
                // `not` repeats for lenient regular expressions what the pattern says.
                known.extend(["minLength", "maxLength", "pattern", "not"]);
                let form = match members.get("pattern").and_then(Value::as_str) {
                    Some(Id::PATTERN) => Some(FormOfText::Id),
                    Some(Decimal::PATTERN) => Some(FormOfText::Decimal),
                    _ => None,
                };
                Form::Text(TextForm { min: length("minLength").unwrap_or(0), max: length("maxLength"), form })
            }
            "integer" => {
                known.extend(["minimum", "maximum"]);
                match (number("minimum"), number("maximum")) {
                    (Some(min), Some(max)) => Form::Integer { min, max },
                    _ => return Err(Uncompiled::at(format!("{place}: an integer without bounds"))),
                }
            }
            "boolean" => Form::Boolean,
            "array" => {
                known.push("items");
                let items = members.get("items").ok_or_else(|| Uncompiled::at(format!("{place}/items")))?;
                Form::Array(Arc::new(self.shape(items, &format!("{place}/items"))?))
            }
            "object" if members.contains_key("additionalProperties") => {
                known.extend(["additionalProperties", "propertyNames"]);
                let values = members.get("additionalProperties").unwrap_or(&Value::Bool(true));
                Form::Map(Arc::new(self.shape(values, &format!("{place}/additionalProperties"))?))
            }
            "object" => {
                // The envelope of NDJSON counts its members; the reader of NDJSON does so by itself.
                known.extend(["properties", "required", "minProperties", "maxProperties"]);
                self.object(members, place)?
            }
            _ => return Err(Uncompiled::at(format!("{place}/type"))),
        })
    }

    fn object(&mut self, members: &Map<String, Value>, place: &str) -> Result<Form, Uncompiled> {
        let required: Vec<&str> =
            members.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let mut fields = Vec::new();
        for (name, schema) in members.get("properties").and_then(Value::as_object).into_iter().flatten() {
            fields.push(Field {
                name: name.clone(),
                shape: Arc::new(self.shape(schema, &format!("{place}/properties/{name}"))?),
                required: required.contains(&name.as_str()),
            });
        }
        // The walk marks the fields seen in the bits of one word.
        if fields.len() > 64 {
            return Err(Uncompiled::at(format!("{place}: more than 64 fields")));
        }
        let first_guess = self.guesses;
        self.guesses = self.guesses.saturating_add(fields.len()).saturating_add(1);
        let names = Names::new(fields.iter().map(|field| field.name.as_str()));
        Ok(Form::Object(Object { fields, names, first_guess }))
    }
}

/// The one type of a schema, and whether `null` is allowed beside it.
fn types<'a>(members: &'a Map<String, Value>, place: &str) -> Result<(bool, &'a str), Uncompiled> {
    let unknown = || Uncompiled::at(format!("{place}/type"));
    match members.get("type") {
        Some(Value::String(one)) => Ok((false, one)),
        Some(Value::Array(several)) => match several.as_slice() {
            [Value::String(one), Value::String(null)] if null == "null" => Ok((true, one)),
            _ => Err(unknown()),
        },
        _ => Err(unknown()),
    }
}

/// `$schema` in a document: a text, or absent.
pub(crate) static SCHEMA_MEMBER: Shape =
    Shape { nullable: true, form: Form::Text(TextForm { min: 1, max: None, form: None }) };

#[cfg(test)]
mod tests {
    use super::{Compiler, SchemaName, table};

    /// A keyword that our schemas begin to use, and the table does not know, is found here.
    #[test]
    fn every_schema_compiles() {
        for name in SchemaName::all().filter(|name| !matches!(name, SchemaName::Report | SchemaName::Figures)) {
            let schema = name.schema();
            let mut compiler = Compiler { root: &schema, guesses: 0 };
            if let Err(error) = compiler.shape(&schema, "") {
                panic!("{name}: {error}");
            }
        }
        assert!(table(&SchemaName::Document.schema()).is_ok());
    }

    #[test]
    fn an_unknown_keyword_is_refused() {
        for schema in [
            serde_json::json!({ "type": "string", "format": "date" }),
            serde_json::json!({ "type": "integer", "minimum": 0 }),
            serde_json::json!({ "oneOf": [] }),
            serde_json::json!({ "type": ["string", "integer"] }),
        ] {
            assert!(Compiler { root: &schema, guesses: 0 }.shape(&schema, "").is_err(), "{schema}");
        }
    }
}
