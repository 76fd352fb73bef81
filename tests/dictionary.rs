//! The data dictionary: nothing of the schema is left out or told twice, and it says what schema and rules say.

use std::collections::{BTreeMap, BTreeSet};

use qingdan::dictionary::{Dictionary, FieldEntry, TypeRole, ValueForm};
use qingdan::model::Kind;
use qingdan::rules;
use qingdan::schema::SchemaName;
use serde_json::Value;

use crate::schemas::value;

/// The properties of the types of a schema, by type and name; the root goes by its title.
fn properties(schema: &Value) -> BTreeMap<(String, String), Value> {
    let types = schema["$defs"].as_object().unwrap().values().chain([schema]);
    let of = |of_type: &Value| {
        let owner = of_type["title"].as_str().unwrap().to_owned();
        let properties = of_type["properties"].as_object().cloned().unwrap_or_default();
        properties.into_iter().map(move |(name, property)| ((owner.clone(), name), property))
    };
    types.flat_map(of).collect()
}

fn fields(dictionary: &Dictionary) -> Vec<(String, &FieldEntry)> {
    dictionary.types.iter().flat_map(|entry| entry.fields.iter().map(|field| (entry.name.clone(), field))).collect()
}

fn field<'d>(dictionary: &'d Dictionary, path: &str) -> &'d FieldEntry {
    fields(dictionary).into_iter().find(|(_, field)| field.path == path).unwrap_or_else(|| panic!("no {path}")).1
}

fn codes(field: &FieldEntry) -> Vec<String> {
    field.rules.iter().map(|read| read.rule.to_string()).collect()
}

#[test]
fn every_property_of_every_type_stands_in_it_exactly_once() {
    let whole = Dictionary::whole();
    let schemas = [(SchemaName::Document, whole.clone())];
    let of_kinds = Kind::ALL.iter().map(|&kind| (SchemaName::Kind(kind), Dictionary::of_kind(kind)));
    for (name, dictionary) in schemas.into_iter().chain(of_kinds) {
        let expected = properties(&value(&name.text()));
        assert!(expected.len() > 5, "{name}");
        let mut found: Vec<(String, String)> =
            fields(&dictionary).into_iter().map(|(owner, field)| (owner, field.name.clone())).collect();
        found.sort();
        assert_eq!(found, expected.keys().cloned().collect::<Vec<_>>(), "{name}");
    }
    let paths: BTreeSet<&str> = fields(&whole).into_iter().map(|(_, field)| field.path.as_str()).collect();
    assert_eq!(paths.len(), fields(&whole).len());
    let of_role = |role: TypeRole| whole.types.iter().filter(|entry| entry.role == role).count();
    assert_eq!((of_role(TypeRole::Catalog), of_role(TypeRole::Header), of_role(TypeRole::Record)), (1, 1, 13));
}

#[test]
fn a_field_is_what_the_schema_says() {
    let schema = value(&SchemaName::Document.text());
    let expected = properties(&schema);
    let required = |owner: &str, name: &str| {
        let of_type = if owner == "Catalog" { &schema } else { &schema["$defs"][owner] };
        of_type["required"].as_array().is_some_and(|required| required.iter().any(|one| one == name))
    };
    for (owner, field) in fields(&Dictionary::whole()) {
        let property = &expected[&(owner.clone(), field.name.clone())];
        let at = format!("{owner}.{}", field.name);
        assert_eq!(property["x-title-zh"], field.title.as_str(), "{at}");
        assert_eq!(field.required, required(&owner, &field.name), "{at}");
        assert_eq!(field.many, property.get("items").is_some(), "{at}");
        assert!(
            property["description"].as_str().unwrap().contains(field.description.split(' ').next().unwrap()),
            "{at}"
        );
        // What stands there is named wherever the schema leads to a definition.
        let text = property.to_string();
        let reference = text.split("#/$defs/").nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        assert_eq!(field.type_name, reference, "{at}");
        let refers_to = property.pointer("/x-refers-to").or_else(|| property.pointer("/items/x-refers-to"));
        let said = field.refers_to.map(|kind| kind.tag().to_owned()).or_else(|| field.kind_named_by.clone());
        assert_eq!(said.as_deref(), refers_to.and_then(Value::as_str), "{at}");
        assert_eq!(field.form == ValueForm::Reference, refers_to.is_some(), "{at}");
    }
}

#[test]
fn every_code_list_stands_in_it_with_its_values_in_order() {
    let schema = value(&SchemaName::Document.text());
    let dictionary = Dictionary::whole();
    let listed: BTreeMap<&str, &Value> = schema["$defs"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, definition)| definition.get("x-enum-titles").is_some())
        .map(|(name, definition)| (name.as_str(), definition))
        .collect();
    assert_eq!(
        dictionary.code_lists.iter().map(|list| list.name.as_str()).collect::<Vec<_>>(),
        listed.keys().copied().collect::<Vec<_>>()
    );
    for list in &dictionary.code_lists {
        let definition = listed[list.name.as_str()];
        assert_eq!(list.open, definition.get("enum").is_none(), "{}", list.name);
        let values = definition.get("enum").unwrap_or(&definition["examples"]);
        let found: Vec<&str> = list.values.iter().map(|value| value.value.as_str()).collect();
        assert_eq!(serde_json::to_value(found).unwrap(), *values, "{}", list.name);
        for value in &list.values {
            assert_eq!(definition["x-enum-titles"][&value.value], value.title.as_str());
        }
        assert!(!list.used_in.is_empty(), "{}", list.name);
    }
    let status = dictionary.code_lists.iter().find(|list| list.name == "ItemStatus").unwrap();
    let values: Vec<(&str, &str)> =
        status.values.iter().map(|value| (value.value.as_str(), value.title.as_str())).collect();
    assert_eq!(values, [("in_use", "在用"), ("suspended", "暂停"), ("cancelled", "取消")]);
    assert_eq!((status.title.as_str(), status.source.as_deref()), ("事项状态", Some("C 0109, element task_state")));
    assert_eq!(status.used_in, ["licensing_items.status", "power_items.status", "service_items.status"]);
}

/// Each field that a rule says it reads is told at the entry to which its path leads, and nowhere else.
#[test]
fn what_rules_read_is_told_at_the_field() {
    let dictionary = Dictionary::whole();
    for rule in rules::all().filter(|rule| rule.retired.is_none()) {
        for read in rule.fields() {
            let at: Vec<&FieldEntry> = fields(&dictionary)
                .into_iter()
                .map(|(_, field)| field)
                .filter(|field| {
                    // A rule that looks at the field wherever it stands names no places.
                    let is_it = |at: &[String]| {
                        at.is_empty() && field.path == read.path() || at.contains(&read.path().to_owned())
                    };
                    field.rules.iter().any(|used| used.rule == rule.code && is_it(&used.at))
                })
                .collect();
            let [entry] = at[..] else { panic!("{} {read}: {}", rule.code, at.len()) };
            assert_eq!(Some(entry.name.as_str()), read.path().rsplit('.').next(), "{} {read}", rule.code);
        }
    }
    for (_, field) in fields(&dictionary) {
        assert!(field.rules.is_sorted_by_key(|read| read.rule), "{}", field.path);
    }
    assert_eq!(dictionary.every_text.iter().map(ToString::to_string).collect::<Vec<_>>(), ["QD010"]);
}

/// Looked up in the model, the standards and the pages of the rules.
#[test]
fn entries_looked_up_by_hand() {
    let whole = Dictionary::whole();

    let charges = field(&whole, "licensing_items.charges_fee");
    assert_eq!((charges.title.as_str(), charges.form, charges.required), ("是否收费", ValueForm::Boolean, false));
    assert_eq!(codes(charges), ["QD310"]);

    let credit = field(&whole, "organizations.credit_code");
    assert_eq!((credit.form, credit.type_name.as_deref()), (ValueForm::Code, Some("CreditCode")));
    assert_eq!(credit.source.as_deref(), Some("GB 32100-2015, clause 4"));
    assert!(codes(credit).contains(&"QD102".to_owned()), "the check character");

    let parent = field(&whole, "organizations.parent");
    assert_eq!((parent.form, parent.refers_to, parent.many), (ValueForm::Reference, Some(Kind::Organization), false));

    let from = field(&whole, "adjustments.from");
    assert_eq!((from.refers_to, from.kind_named_by.as_deref(), from.many), (None, Some("item_kind"), true));

    let limits = field(&whole, "licensing_items.extension_limits");
    assert_eq!((limits.form, limits.type_name.as_deref(), limits.many), (ValueForm::Part, Some("TimeLimit"), true));
    assert_eq!(limits.source.as_deref(), Some("行政许可法 §42"));

    let article = field(&whole, "ArticleRef.article");
    assert_eq!((article.form, article.required, article.minimum), (ValueForm::Integer, true, Some(1)));

    let extensions = field(&whole, "power_items.extensions");
    assert_eq!((extensions.form, extensions.type_name.as_deref()), (ValueForm::Map, None));
    assert_eq!(field(&whole, "header.title").title, "标题");
    assert_eq!(field(&whole, "header").type_name.as_deref(), Some("Header"));

    // A document number stands in citations and in instruments; the rule on its form looks at both.
    for path in ["Citation.document_number", "legal_instruments.document_number"] {
        let form = field(&whole, path).rules.iter().find(|read| read.rule == "QD120").unwrap();
        assert!(form.at.is_empty(), "{path}");
    }

    let item = whole.types.iter().find(|entry| entry.kind == Some(Kind::LicensingItem)).unwrap();
    assert_eq!((item.title.as_str(), item.role), ("行政许可事项", TypeRole::Record));
    assert!(item.source.as_deref().unwrap().starts_with("国办发〔2022〕2号"));
    assert_eq!(item.used_in, ["licensing_items"]);
    let first: Vec<&str> = item.fields.iter().take(3).map(|field| field.name.as_str()).collect();
    assert_eq!(first, ["id", "name", "item_level"], "what is required comes first");
}

#[test]
fn of_one_kind_only_what_is_read_of_it_is_told() {
    let at = |dictionary: &Dictionary| {
        let basis = field(dictionary, "Fee.basis");
        basis.rules.iter().find(|read| read.rule == "QD309").map(|read| read.at.clone()).unwrap()
    };
    assert_eq!(at(&Dictionary::whole()), ["licensing_items.fees.basis", "service_items.fees.basis"]);
    assert_eq!(at(&Dictionary::of_kind(Kind::ServiceItem)), ["service_items.fees.basis"]);
    let header = Dictionary::of_header();
    assert!(header.types.iter().all(|entry| matches!(entry.role, TypeRole::Header | TypeRole::Part)));
    assert!(header.code_lists.iter().any(|list| list.name == "Level"));
}

#[test]
fn the_json_is_read_back_and_keeps_to_its_schema() {
    let validator = jsonschema::validator_for(&value(&SchemaName::Dictionary.text())).unwrap();
    let kinds = Kind::ALL.iter().map(|&kind| Dictionary::of_kind(kind));
    for dictionary in [Dictionary::whole(), Dictionary::of_header()].into_iter().chain(kinds) {
        let json = serde_json::to_value(&dictionary).unwrap();
        assert!(validator.is_valid(&json));
        assert_eq!(serde_json::from_value::<Dictionary>(json).unwrap(), dictionary);
    }
}
