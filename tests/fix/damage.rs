//! Catalogs written twice at once: as they are, and with slips of which it is known how they are corrected. What is a name,
//! a code, may be `null` or has which members is told by the published schema, not by the code under test.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use qingdan::fix::FixClass;
use qingdan::model::Kind;
use qingdan::schema::SchemaName;
use serde_json::{Map, Value};

/// A catalog, the same with slips, and how many slips of each class it has.
#[derive(Debug)]
pub(super) struct Damaged {
    pub(super) clean: String,
    pub(super) broken: String,
    pub(super) made: BTreeMap<FixClass, u64>,
}

/// Where blanks may stand between the members; of lines without the line feeds.
const GAPS: &[&str] = &["", " ", "\n  ", "\r\n", "\t", "\n\n"];
/// Blanks around names, as JSON has them.
const BLANKS: &[&str] = &[" ", "\u{3000}", "\u{a0}", "\\n", "\\t", "\\r\\n", "\\u3000", "\\u00A0", "  ", "\\u0020"];
/// The types of codes.
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

pub(super) struct Damager {
    schema: Value,
    seed: u64,
    is_lines: bool,
    damaged: Damaged,
}

/// The same catalog as a document, with slips that a seed chooses.
pub(super) fn document(catalog: &Value, seed: u64) -> Damaged {
    let mut damager = Damager::new(seed, false);
    let schema = damager.schema.clone();
    damager.object(catalog.as_object().unwrap(), &schema, Place::Document);
    damager.damaged
}

/// The same catalog as lines.
pub(super) fn lines(catalog: &Value, seed: u64) -> Damaged {
    let mut damager = Damager::new(seed, true);
    let schema = damager.schema.clone();
    let members = catalog.as_object().unwrap();
    damager.line("header", &members["header"], &schema["properties"]["header"]);
    for kind in Kind::ALL {
        for record in members.get(kind.array()).and_then(Value::as_array).into_iter().flatten() {
            let items = schema["properties"][kind.array()]["items"].clone();
            damager.line(kind.tag(), record, &items);
        }
    }
    damager.damaged
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Document,
    Record,
    Below,
}

impl Damager {
    fn new(seed: u64, is_lines: bool) -> Self {
        let schema = serde_json::from_str(&SchemaName::Document.text()).unwrap();
        let damaged = Damaged { clean: String::new(), broken: String::new(), made: BTreeMap::new() };
        Self { schema, seed, is_lines, damaged }
    }

    fn random(&mut self, below: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.seed >> 33).unwrap() % below
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.random(of.len())]
    }

    fn gap(&mut self) -> &'static str {
        let gaps = if self.is_lines { &GAPS[..2] } else { GAPS };
        gaps[self.random(gaps.len())]
    }

    fn put(&mut self, text: &str) {
        self.damaged.clean.push_str(text);
        self.damaged.broken.push_str(text);
    }

    fn put_gap(&mut self) {
        let gap = self.gap();
        self.put(gap);
    }

    fn count(&mut self, class: FixClass) {
        *self.damaged.made.entry(class).or_default() += 1;
    }

    /// What a schema comes to behind references and beside `null`.
    fn resolved(&self, schema: &Value) -> (String, Value) {
        if let Some(path) = schema["$ref"].as_str() {
            let name = path.strip_prefix("#/$defs/").unwrap();
            return (name.to_owned(), self.schema["$defs"][name].clone());
        }
        match schema["anyOf"].as_array().or(schema["allOf"].as_array()) {
            Some(either) => self.resolved(&either[0]),
            None => (String::new(), schema.clone()),
        }
    }

    fn line(&mut self, tag: &str, record: &Value, schema: &Value) {
        self.put("{");
        self.put_gap();
        let null = self.random(4);
        let other = if tag == "license_link" { "published_figure" } else { "license_link" };
        if null == 0 {
            write!(self.damaged.broken, "\"{other}\": null , ").unwrap();
            self.count(FixClass::Nulls);
        }
        self.key(tag);
        let (_, schema) = self.resolved(schema);
        self.object(record.as_object().unwrap(), &schema, Place::Record);
        if null == 1 {
            write!(self.damaged.broken, ", \"{other}\" :null").unwrap();
            self.count(FixClass::Nulls);
        }
        self.put("}");
        let end = ["\n", "\r\n"][self.random(2)];
        self.put(end);
    }

    fn value(&mut self, value: &Value, schema: &Value, is_name: bool, place: Place) {
        let (name, schema) = self.resolved(schema);
        match value {
            Value::Object(members) if schema["properties"].is_object() => self.object(members, &schema, place),
            Value::Array(elements) => {
                self.put("[");
                self.put_gap();
                for (index, element) in elements.iter().enumerate() {
                    if index > 0 {
                        self.put(",");
                        self.put_gap();
                    }
                    let place = if place == Place::Document { Place::Record } else { Place::Below };
                    self.value(element, &schema["items"], is_name, place);
                }
                self.put_gap();
                self.put("]");
            }
            Value::String(text) if is_name && self.random(3) == 0 => self.name(text),
            Value::String(text) if CODES.contains(&name.as_str()) && self.random(3) == 0 => self.code(text, &name),
            other => self.put(&other.to_string()),
        }
    }

    fn name(&mut self, text: &str) {
        let written = Value::from(text).to_string();
        let inside = &written[1..written.len() - 1];
        let side = self.random(3);
        let (before, after) = (self.one(BLANKS), self.one(BLANKS));
        let before = if side < 2 { before } else { "" };
        let after = if side > 0 { after } else { "" };
        write!(self.damaged.broken, "\"{before}{inside}{after}\"").unwrap();
        self.damaged.clean.push_str(&written);
        self.count(FixClass::Blanks);
    }

    fn code(&mut self, text: &str, scheme: &str) {
        if !super::is_code(scheme, text) {
            return self.put(&Value::from(text).to_string());
        }
        let mut wide = String::new();
        let mut changed = 0;
        for c in text.chars() {
            if (c.is_ascii_alphanumeric() || c == '-') && (changed == 0 || self.random(3) == 0) {
                let full = u32::from(c) + 0xfee0;
                if self.random(4) == 0 {
                    write!(wide, "\\u{full:04x}").unwrap();
                } else {
                    wide.push(char::from_u32(full).unwrap());
                }
                changed += 1;
            } else {
                wide.push(c);
            }
        }
        write!(self.damaged.broken, "\"{wide}\"").unwrap();
        write!(self.damaged.clean, "\"{text}\"").unwrap();
        self.count(FixClass::Width);
    }

    fn object(&mut self, members: &Map<String, Value>, schema: &Value, place: Place) {
        let properties = schema["properties"].as_object().unwrap();
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        // Members that may be null and are not there.
        let may_be_null = |schema: &Value| {
            let types = schema["type"].to_string();
            types.contains("null") || schema["anyOf"].to_string().contains("\"null\"")
        };
        let mut absent: Vec<&str> = properties
            .iter()
            .filter(|(name, property)| {
                !members.contains_key(*name) && !required.contains(&name.as_str()) && may_be_null(property)
            })
            .map(|(name, _)| name.as_str())
            .collect();
        self.put("{");
        self.put_gap();
        for (index, (name, member)) in members.iter().enumerate() {
            if index == 0 {
                while self.random(8) == 0 && !absent.is_empty() {
                    let (null, gaps) = (self.null(&mut absent), [self.gap(), self.gap()]);
                    write!(self.damaged.broken, "{null}{},{}", gaps[0], gaps[1]).unwrap();
                }
            } else {
                self.put(",");
                self.put_gap();
            }
            let known = properties.get(name);
            if known.is_some() {
                self.key(name);
            } else {
                self.put(&format!("{}:", Value::from(name.as_str())));
            }
            match known {
                Some(property) => {
                    let is_name =
                        matches!(name.as_str(), "name" | "aliases") || (name == "title" && place == Place::Record);
                    let place = match (place, name.as_str()) {
                        (Place::Document, "header") => Place::Record,
                        (Place::Document, _) => Place::Document,
                        _ => Place::Below,
                    };
                    self.value(member, property, is_name, place);
                }
                None => self.put(&member.to_string()),
            }
            while self.random(8) == 0 && !absent.is_empty() {
                let (null, gaps) = (self.null(&mut absent), [self.gap(), self.gap()]);
                write!(self.damaged.broken, "{},{}{null}", gaps[0], gaps[1]).unwrap();
            }
        }
        self.put_gap();
        self.put("}");
    }

    fn null(&mut self, absent: &mut Vec<&str>) -> String {
        let chosen = self.random(absent.len());
        let name = absent.swap_remove(chosen);
        self.count(FixClass::Nulls);
        let name = if self.random(3) == 0 { self.misspelt(name) } else { name.to_owned() };
        format!("\"{name}\" : null")
    }

    /// A member name with its colon.
    fn key(&mut self, name: &str) {
        if self.random(6) == 0 && name != "$schema" {
            let misspelt = self.misspelt(name);
            write!(self.damaged.broken, "\"{misspelt}\"").unwrap();
            write!(self.damaged.clean, "\"{name}\"").unwrap();
            self.count(FixClass::Spelling);
        } else {
            self.put(&format!("\"{name}\""));
        }
        self.put_gap();
        self.put(":");
        self.put_gap();
    }

    fn misspelt(&mut self, name: &str) -> String {
        let full = |c: char| if c.is_ascii_lowercase() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c };
        let capital = |name: &str| name[..1].to_uppercase() + &name[1..];
        match self.random(if name.contains('_') { 7 } else { 5 }) {
            0 => name.to_uppercase(),
            1 => capital(name),
            2 => name.chars().map(full).collect(),
            3 => format!("{name} "),
            4 => format!("\\t\u{3000}{}", capital(name)),
            5 => name.replace('_', "-"),
            _ => name.to_uppercase().replace('_', " "),
        }
    }
}
