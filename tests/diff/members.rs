//! Every member of every item has its class.

use std::collections::BTreeMap;
use std::fs;

use qingdan::Catalog;
use qingdan::diff::{ChangeClass as Class, diff};
use serde_json::{Value, json};

use super::classes;

/// What becomes of an item that loses the member, or, where it must be there, that has another value in it.
const LICENSING: &[(&str, Option<Class>)] = &[
    ("id", None),
    ("name", Some(Class::Renamed)),
    ("code", Some(Class::Recoded)),
    ("item_level", Some(Class::LevelChanged)),
    ("parent", Some(Class::LevelChanged)),
    ("license_class", Some(Class::ContentChanged)),
    ("competent_department", Some(Class::BodyChanged)),
    ("authorities", Some(Class::BodyChanged)),
    ("set_by", Some(Class::BasisChanged)),
    ("implemented_under", Some(Class::BasisChanged)),
    ("levels", Some(Class::LevelChanged)),
    ("audience", Some(Class::ContentChanged)),
    ("statutory_limits", Some(Class::LimitChanged)),
    ("promised_limits", Some(Class::LimitChanged)),
    ("extension_limits", Some(Class::LimitChanged)),
    ("first_review_limits", Some(Class::LimitChanged)),
    ("delivery_limits", Some(Class::LimitChanged)),
    ("joint_handling", Some(Class::ContentChanged)),
    ("special_procedures", Some(Class::ConditionsRemoved)),
    ("procedure", Some(Class::ContentChanged)),
    ("conditions", Some(Class::ConditionsRemoved)),
    ("prerequisites", Some(Class::ConditionsRemoved)),
    ("materials", Some(Class::MaterialsRemoved)),
    ("intermediary_services", Some(Class::ConditionsRemoved)),
    ("charges_fee", Some(Class::FeeChanged)),
    ("fees", Some(Class::FeeChanged)),
    ("quantity_limit", Some(Class::ContentChanged)),
    ("license_validity", Some(Class::ContentChanged)),
    ("result", Some(Class::ContentChanged)),
    ("supervisors", Some(Class::BodyChanged)),
    ("superior_item", Some(Class::ContentChanged)),
    ("status", Some(Class::StatusChanged)),
    ("period", Some(Class::StatusChanged)),
    ("source", None),
    ("extensions", Some(Class::Editorial)),
];

const POWER: &[(&str, Option<Class>)] = &[
    ("id", None),
    ("name", Some(Class::Renamed)),
    ("code", Some(Class::Recoded)),
    ("item_level", Some(Class::LevelChanged)),
    ("parent", Some(Class::LevelChanged)),
    ("power_type", Some(Class::TypeChanged)),
    ("basis", Some(Class::BasisChanged)),
    ("competent_department", Some(Class::BodyChanged)),
    ("authorities", Some(Class::BodyChanged)),
    ("levels", Some(Class::LevelChanged)),
    ("scope", Some(Class::ContentChanged)),
    ("duties", Some(Class::ContentChanged)),
    ("power_source", Some(Class::ContentChanged)),
    ("initiation", Some(Class::ContentChanged)),
    ("prerequisites", Some(Class::ConditionsRemoved)),
    ("summary_procedure", Some(Class::ContentChanged)),
    ("responsibilities", Some(Class::ContentChanged)),
    ("accountability", Some(Class::ContentChanged)),
    ("supervision", Some(Class::ContentChanged)),
    ("remedies", Some(Class::ContentChanged)),
    ("penalties", Some(Class::ContentChanged)),
    ("discretion", Some(Class::ContentChanged)),
    ("coercion", Some(Class::ContentChanged)),
    ("limits", Some(Class::LimitChanged)),
    ("licensing_item", Some(Class::ContentChanged)),
    ("status", Some(Class::StatusChanged)),
    ("period", Some(Class::StatusChanged)),
    ("source", None),
    ("extensions", Some(Class::Editorial)),
];

const SERVICE: &[(&str, Option<Class>)] = &[
    ("id", None),
    ("name", Some(Class::Renamed)),
    ("base_code", Some(Class::Recoded)),
    ("implementation_code", Some(Class::Recoded)),
    ("business_code", Some(Class::Recoded)),
    ("local_codes", Some(Class::Recoded)),
    ("item_level", Some(Class::LevelChanged)),
    ("parent", Some(Class::LevelChanged)),
    ("service_type", Some(Class::TypeChanged)),
    ("organization", Some(Class::BodyChanged)),
    ("body_nature", Some(Class::ContentChanged)),
    ("power_source", Some(Class::ContentChanged)),
    ("entrusted_by", Some(Class::BodyChanged)),
    ("power_item", Some(Class::ContentChanged)),
    ("licensing_item", Some(Class::ContentChanged)),
    ("basis", Some(Class::BasisChanged)),
    ("initiation", Some(Class::ContentChanged)),
    ("audience", Some(Class::ContentChanged)),
    ("handling", Some(Class::ContentChanged)),
    ("statutory_limits", Some(Class::LimitChanged)),
    ("promised_limits", Some(Class::LimitChanged)),
    ("extension_limits", Some(Class::LimitChanged)),
    ("first_review_limits", Some(Class::LimitChanged)),
    ("delivery_limits", Some(Class::LimitChanged)),
    ("online", Some(Class::ContentChanged)),
    ("visits", Some(Class::ContentChanged)),
    ("visit_reason", Some(Class::ContentChanged)),
    ("channels", Some(Class::ContentChanged)),
    ("prerequisites", Some(Class::ConditionsRemoved)),
    ("materials", Some(Class::MaterialsRemoved)),
    ("intermediary_services", Some(Class::ConditionsRemoved)),
    ("charges_fee", Some(Class::FeeChanged)),
    ("fees", Some(Class::FeeChanged)),
    ("special_procedures", Some(Class::ConditionsRemoved)),
    ("procedure", Some(Class::ContentChanged)),
    ("result", Some(Class::ContentChanged)),
    ("status", Some(Class::StatusChanged)),
    ("period", Some(Class::StatusChanged)),
    ("source", None),
    ("extensions", Some(Class::Editorial)),
];

/// The members that must be there, each with another value.
fn another(member: &str) -> Option<Value> {
    Some(match member {
        "id" => json!("another"),
        "name" => json!("另一事项"),
        "item_level" => json!("business"),
        "power_type" | "service_type" => json!("reward"),
        "organization" => json!("nobody"),
        // An item without a status is in use.
        "status" => json!("suspended"),
        _ => return None,
    })
}

fn sample() -> Value {
    let text = fs::read_to_string("examples/catalogs/hangjin-sample.json").unwrap();
    serde_json::from_str(&text).unwrap()
}

fn read(document: &Value) -> Catalog {
    serde_json::from_value(document.clone()).unwrap()
}

#[test]
fn every_member_of_every_item_has_its_class() {
    let schema: Value = serde_json::from_str(&fs::read_to_string("schemas/v1/document.schema.json").unwrap()).unwrap();
    let sample = sample();
    for (array, of_type, table) in [
        ("licensing_items", "LicensingItem", LICENSING),
        ("power_items", "PowerItem", POWER),
        ("service_items", "ServiceItem", SERVICE),
    ] {
        let properties = schema["$defs"][of_type]["properties"].as_object().unwrap();
        let table: BTreeMap<&str, Option<Class>> = table.iter().copied().collect();
        assert_eq!(
            properties.keys().map(String::as_str).collect::<Vec<_>>(),
            table.keys().copied().collect::<Vec<_>>()
        );
        let items = sample[array].as_array().unwrap();
        for (&member, &class) in &table {
            let has_it = |item: &Value| {
                item.get(member).is_some() && item["status"] != "cancelled" && item["status"] != "suspended"
            };
            let at = items.iter().position(has_it).unwrap_or_else(|| panic!("no {of_type} has {member}"));
            // Alone in its list: what others refer to is no matter here.
            let mut old = sample.clone();
            old[array] = json!([items[at]]);
            let mut new = old.clone();
            match another(member) {
                Some(value) => new[array][0][member] = value,
                None => drop(new[array][0].as_object_mut().unwrap().remove(member)),
            }
            let changes = diff(&read(&old), &read(&new));
            let told: Vec<Class> =
                changes.items.iter().filter(|item| item.kind.array() == array).flat_map(classes).collect();
            assert_eq!(told, class.into_iter().collect::<Vec<_>>(), "{of_type}.{member}");
        }
    }
}
