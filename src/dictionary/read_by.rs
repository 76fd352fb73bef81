//! Which rules read a field, as they say of themselves.

use std::collections::BTreeMap;

use super::entry::{FieldEntry, RuleUse, TypeEntry, ValueForm};
use crate::code::CodeScheme;
use crate::finding::RuleCode;
use crate::model::{Field, Kind};
use crate::rule::{Look, Rule};
use crate::rules;

/// Of each field that a rule reads its path and the rule, in the order of the codes of rules. Where a kind is given,
/// only what is read of its records.
pub(super) fn readers(types: &[TypeEntry], kind: Option<Kind>) -> Vec<(String, RuleUse)> {
    in_use().flat_map(|rule| read_by(rule, types, kind)).collect()
}

/// The rules that look at every text.
pub(super) fn every_text() -> Vec<RuleCode> {
    let looks = |rule: &Rule| rule.looks.iter().any(|look| matches!(look, Look::Text(_)));
    in_use().filter(|rule| looks(rule)).map(|rule| rule.code).collect()
}

fn in_use() -> impl Iterator<Item = &'static Rule> {
    rules::all().filter(|rule| rule.retired.is_none())
}

fn read_by(rule: &Rule, types: &[TypeEntry], kind: Option<Kind>) -> Vec<(String, RuleUse)> {
    // No places: wherever the field stands.
    let mut read: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for field in rule.fields().filter(|field| kind.is_none_or(|kind| field.kind() == kind)) {
        if let Some(entry) = resolved(field, types) {
            read.entry(&entry.path).or_default().push(field.path().to_owned());
        }
    }
    for entry in types.iter().flat_map(|entry| &entry.fields) {
        if rule.looks.iter().any(|look| sees(look, entry)) {
            read.insert(&entry.path, Vec::new());
        }
    }
    read.into_iter().map(|(path, at)| (path.to_owned(), RuleUse { rule: rule.code, at })).collect()
}

/// The entry to which the path of a field leads, from the record through its parts.
fn resolved(field: Field, types: &[TypeEntry]) -> Option<&FieldEntry> {
    let mut names = field.path().split('.').skip(1).peekable();
    let mut owner = field.kind().type_name();
    loop {
        let of_owner = types.iter().find(|entry| entry.name == owner)?;
        let name = names.next()?;
        let entry = of_owner.fields.iter().find(|entry| entry.name == name)?;
        if names.peek().is_none() {
            return Some(entry);
        }
        owner = entry.type_name.as_deref()?;
    }
}

/// Whether a look is at a field, wherever it stands.
fn sees(look: &Look, entry: &FieldEntry) -> bool {
    match look {
        Look::Field(name, _) => {
            entry.name == *name && matches!(entry.form, ValueForm::Text | ValueForm::Code | ValueForm::Date)
        }
        Look::Code(schemes, _) => {
            let scheme = entry.type_name.as_deref().and_then(scheme);
            scheme.is_some_and(|scheme| schemes.contains(&scheme))
        }
        Look::Date(_) => entry.form == ValueForm::Date,
        Look::Reference(kind, _) => entry.refers_to == Some(*kind),
        Look::Citation(_) => entry.type_name.as_deref() == Some("Citation"),
        _ => false,
    }
}

/// The scheme whose codes are of a type.
pub(super) fn scheme(type_name: &str) -> Option<CodeScheme> {
    CodeScheme::ALL.iter().copied().find(|scheme| format!("{scheme:?}") == type_name)
}
