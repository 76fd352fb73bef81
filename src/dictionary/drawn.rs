//! The dictionary, drawn from the schema of a catalog.

use serde_json::Value;

use super::entry::{
    CodeListEntry, CodeValue, DICTIONARY_VERSION, Dictionary, FieldEntry, TypeEntry, TypeRole, ValueForm,
};
use super::read_by::{every_text, readers, scheme};
use crate::model::{Id, Kind};
use crate::schema::titles::{DOCUMENT, inner};

impl Dictionary {
    /// Of all types and code lists of a catalog.
    ///
    /// ```
    /// let dictionary = qingdan::dictionary::Dictionary::whole();
    /// let list = dictionary.code_lists.iter().find(|list| list.name == "ItemStatus").ok_or("no such list")?;
    /// assert_eq!(list.values[0].title, "在用");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn whole() -> Self {
        let mut types = Types::default();
        types.add("Catalog", TypeRole::Catalog, None, &DOCUMENT, "");
        Self::of(types, None)
    }

    /// Of the header, with the parts and code lists of which it is made.
    #[must_use]
    pub fn of_header() -> Self {
        let mut types = Types::default();
        types.follow(DOCUMENT.pointer("/properties/header"));
        Self::of(types, None)
    }

    /// Of the records of one kind, with the parts and code lists of which they are made.
    #[must_use]
    pub fn of_kind(kind: Kind) -> Self {
        let mut types = Types::default();
        types.follow(DOCUMENT.pointer(&format!("/properties/{}/items", kind.array())));
        Self::of(types, Some(kind))
    }

    fn of(Types { mut types, mut code_lists }: Types, kind: Option<Kind>) -> Self {
        for (path, rule) in readers(&types, kind) {
            let field = types.iter_mut().flat_map(|entry| &mut entry.fields).find(|field| field.path == path);
            if let Some(field) = field {
                field.rules.push(rule);
            }
        }
        let fields: Vec<(String, String)> = types
            .iter()
            .flat_map(|entry| &entry.fields)
            .filter_map(|field| Some((field.type_name.clone()?, field.path.clone())))
            .collect();
        let used_in =
            |name: &str| fields.iter().filter(|(used, _)| used == name).map(|(_, path)| path.clone()).collect();
        for entry in &mut types {
            entry.used_in = used_in(&entry.name);
        }
        for list in &mut code_lists {
            list.used_in = used_in(&list.name);
        }
        code_lists.sort_by(|a, b| a.name.cmp(&b.name));
        Self { dictionary_version: DICTIONARY_VERSION.to_owned(), every_text: every_text(), types, code_lists }
    }
}

/// The types met so far: the header and records, in their order, and behind them the parts, as they are met.
#[derive(Default)]
struct Types {
    types: Vec<TypeEntry>,
    code_lists: Vec<CodeListEntry>,
}

impl Types {
    /// Takes up the type that stands in a field, if it was not met yet.
    fn follow(&mut self, used: Option<&'static Value>) {
        let Some(schema) = used.and_then(inner) else { return };
        let Some(name) = schema.get("title").and_then(Value::as_str) else { return };
        if schema.get("x-enum-titles").is_some() {
            if !self.code_lists.iter().any(|list| list.name == name) {
                self.code_lists.push(code_list(name, schema));
            }
        } else if schema.get("properties").is_some() && !self.types.iter().any(|entry| entry.name == name) {
            let kind = Kind::ALL.iter().copied().find(|kind| kind.type_name() == name);
            match kind {
                Some(kind) => self.add(name, TypeRole::Record, Some(kind), schema, kind.array()),
                None if name == "Header" => self.add(name, TypeRole::Header, None, schema, "header"),
                None => self.add(name, TypeRole::Part, None, schema, name),
            }
        }
    }

    /// Takes up a type, and what stands in its fields.
    fn add(&mut self, name: &str, role: TypeRole, kind: Option<Kind>, schema: &'static Value, stem: &str) {
        let said = Said::of(schema);
        let fields = fields(schema, stem);
        self.types.push(TypeEntry {
            name: name.to_owned(),
            title: said.title,
            role,
            kind,
            source: said.source,
            description: said.description,
            used_in: Vec::new(),
            fields,
        });
        let properties = schema.get("properties");
        let used = |name: &str| {
            let property = properties?.get(name)?;
            Some(inner(property)?.get("items").unwrap_or(property))
        };
        if role == TypeRole::Catalog {
            self.follow(used("header"));
            for kind in Kind::ALL {
                self.follow(used(kind.array()));
            }
        } else {
            for (name, _) in properties.and_then(Value::as_object).into_iter().flatten() {
                self.follow(used(name));
            }
        }
        // Parts stand behind all records, whichever record has them first.
        self.types.sort_by_key(|entry| (entry.role, entry.kind));
    }
}

/// The fields of a type: those that are required in their order, then the others by name.
fn fields(schema: &'static Value, stem: &str) -> Vec<FieldEntry> {
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let place = |name: &str| required.iter().position(|one| *one == name);
    let mut fields: Vec<FieldEntry> = schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter_map(|(name, property)| field(name, property, stem, place(name).is_some()))
        .collect();
    // What is not required stands behind all that is.
    fields.sort_by_key(|field| (place(&field.name).unwrap_or(usize::MAX), field.name.clone()));
    fields
}

fn field(name: &str, property: &'static Value, stem: &str, required: bool) -> Option<FieldEntry> {
    let whole = inner(property)?;
    let element = whole.get("items");
    let value = element.map_or(Some(whole), inner)?;
    let type_name = value.get("title").and_then(Value::as_str);
    let form = form(value, type_name);
    let number =
        |keyword: &str| value.get(keyword).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let said = Said::of(property);
    let is_listed = matches!(form, ValueForm::Code | ValueForm::ClosedList | ValueForm::OpenList);
    let refers_to = value.get("x-refers-to").and_then(Value::as_str);
    Some(FieldEntry {
        path: if stem.is_empty() { name.to_owned() } else { format!("{stem}.{name}") },
        name: name.to_owned(),
        title: said.title,
        form,
        many: element.is_some(),
        required,
        type_name: type_name.map(str::to_owned),
        pattern: value.get("pattern").and_then(Value::as_str).map(str::to_owned),
        max_length: number("maxLength"),
        minimum: number("minimum"),
        maximum: number("maximum"),
        refers_to: refers_to.and_then(Kind::from_tag),
        kind_named_by: refers_to.filter(|to| Kind::from_tag(to).is_none()).map(str::to_owned),
        source: said.source.or_else(|| Said::of(value).source.filter(|_| is_listed)),
        description: said.description,
        rules: Vec::new(),
    })
}

/// What stands in a field, by its schema.
fn form(value: &Value, type_name: Option<&str>) -> ValueForm {
    let has = |keyword: &str| value.get(keyword).is_some();
    let is = |of_type: &str| match value.get("type") {
        Some(Value::Array(types)) => types.iter().any(|one| one == of_type),
        one => one.and_then(Value::as_str) == Some(of_type),
    };
    if is("boolean") {
        ValueForm::Boolean
    } else if is("integer") {
        ValueForm::Integer
    } else if has("properties") {
        let is_record = Kind::ALL.iter().any(|kind| Some(kind.type_name()) == type_name);
        if is_record { ValueForm::Record } else { ValueForm::Part }
    } else if is("object") {
        ValueForm::Map
    } else if has("enum") {
        ValueForm::ClosedList
    } else if has("x-enum-titles") {
        ValueForm::OpenList
    } else if has("x-refers-to") {
        ValueForm::Reference
    } else if value.get("pattern").and_then(Value::as_str) == Some(Id::PATTERN) {
        ValueForm::Id
    } else {
        match type_name {
            Some("CalendarDate") => ValueForm::Date,
            Some("Decimal") => ValueForm::Decimal,
            Some(name) if scheme(name).is_some() => ValueForm::Code,
            _ => ValueForm::Text,
        }
    }
}

fn code_list(name: &str, schema: &Value) -> CodeListEntry {
    let said = Said::of(schema);
    let listed = schema.get("enum").or_else(|| schema.get("examples")).and_then(Value::as_array);
    let value = |value: &Value| {
        let value = value.as_str()?.to_owned();
        let title = schema.get("x-enum-titles")?.get(&value)?.as_str()?.to_owned();
        Some(CodeValue { value, title })
    };
    CodeListEntry {
        name: name.to_owned(),
        title: said.title,
        open: schema.get("enum").is_none(),
        source: said.source,
        description: said.description,
        used_in: Vec::new(),
        values: listed.into_iter().flatten().filter_map(value).collect(),
    }
}

/// What a schema says of itself: the description opens with the Chinese term, and names its source in a paragraph or in
/// brackets.
struct Said {
    title: String,
    description: String,
    source: Option<String>,
}

impl Said {
    fn of(schema: &Value) -> Self {
        let text = |keyword: &str| schema.get(keyword).and_then(Value::as_str).unwrap_or_default();
        let title = text("x-title-zh").to_owned();
        let whole = text("description");
        let whole = whole.strip_prefix(&format!("{title}: ")).unwrap_or(whole);
        let first = |text: &str| one_line(text.split("\n\n").next().unwrap_or_default());
        let (description, source) = match whole.split_once("Source: ") {
            Some((description, source)) => (first(description), Some(first(source))),
            None => (first(whole), None),
        };
        let source = source.or_else(|| in_brackets(&description)).map(|source| source.trim_end_matches('.').to_owned());
        Self { title, description, source }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in brackets and names a provision or a standard.
fn in_brackets(text: &str) -> Option<String> {
    let inside = text.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    let grounds: Vec<&str> = inside
        .map(|(inside, _)| inside)
        .filter(|inside| ["§", "GB", "C 0109"].iter().any(|sign| inside.contains(sign)))
        // Of a law that stands before the brackets.
        .filter(|inside| !inside.starts_with('§'))
        .collect();
    (!grounds.is_empty()).then(|| grounds.join("; "))
}
