//! What the lists of a county say of every item, added to the records of a fault where they say nothing of it: otherwise the
//! rules about what is missing would speak too. What a record states, and be it an empty list, stays.

use qingdan::model::Kind;
use serde_json::{Map, Value, json};

use super::Fault;

type Record = Map<String, Value>;

/// The fault, with all that belongs to its items.
pub(super) fn completed(mut fault: Fault) -> Fault {
    // A license stands in the licensing list and among the powers, and what is exercised on application among the services;
    // but for the rules that miss just these.
    if fault.rule != "QD317" {
        list_licenses(&mut fault.records);
    }
    if fault.rule != "QD318" {
        let added = items_without(&fault.records, Kind::LicensingItem, Kind::PowerItem).map(power_of).collect();
        extend(&mut fault.records, Kind::PowerItem, added);
    }
    if fault.rule != "QD415" {
        let without = items_without(&fault.records, Kind::PowerItem, Kind::ServiceItem);
        let added = without.filter(|power| is_applied_for(power)).map(service_of).collect();
        extend(&mut fault.records, Kind::ServiceItem, added);
    }
    let mut bodies = Vec::new();
    for (kind, record) in &mut fault.records {
        let Some(record) = record.as_object_mut() else { continue };
        match kind {
            Kind::PowerItem => fill_power(record, &mut bodies),
            Kind::LicensingItem if !record.contains_key("supervisors") => {
                let body = own_body(record, &mut bodies);
                record.insert("supervisors".to_owned(), json!([body]));
            }
            Kind::ServiceItem if !record.contains_key("organization") => {
                let body = own_body(record, &mut bodies);
                record.insert("organization".to_owned(), body);
            }
            _ => {}
        }
        if fault.rule != "QD314" {
            fill_materials(record);
        }
    }
    extend(&mut fault.records, Kind::Organization, bodies);
    fault
}

fn extend(records: &mut Vec<(Kind, Value)>, kind: Kind, added: Vec<Value>) {
    records.extend(added.into_iter().map(|record| (kind, record)));
}

fn is_in_force(record: &Value) -> bool {
    matches!(record["status"].as_str(), Some("suspended" | "in_use"))
}

/// Whether a power is exercised on application.
fn is_applied_for(power: &Value) -> bool {
    power["initiation"] == "on_application" || (power["power_type"] == "licensing" && power["initiation"].is_null())
}

/// The main items of a list in force that no item of another list names.
fn items_without(records: &[(Kind, Value)], kind: Kind, other: Kind) -> impl Iterator<Item = &Value> {
    let of = move |kind: Kind| records.iter().filter(move |(of, _)| *of == kind).map(|(_, record)| record);
    let is_named = move |item: &Value| of(other).any(|record| record[kind.tag()] == item["id"]);
    of(kind).filter(move |item| item["item_level"] == "main" && is_in_force(item) && !is_named(item))
}

/// Puts the powers and services that are licenses, and name none, into the licensing list.
fn list_licenses(records: &mut Vec<(Kind, Value)>) {
    let mut added = Vec::new();
    for (_, item) in records.iter_mut() {
        let is_license = item["power_type"] == "licensing" || item["service_type"] == "licensing";
        let names_none = item["licensing_item"].is_null() && item["power_item"].is_null();
        if !is_license || !is_in_force(item) || !names_none {
            continue;
        }
        let id = format!("{}-license", text(item, "id"));
        item["licensing_item"] = json!(id);
        added.push(json!({
            "id": id, "name": item["name"], "item_level": "main", "status": "suspended", "set_by": law(),
        }));
    }
    extend(records, Kind::LicensingItem, added);
}

fn power_of(license: &Value) -> Value {
    let id = text(license, "id");
    json!({
        "id": format!("{id}-power"), "name": format!("{id}：{}", text(license, "name")), "item_level": "main",
        "power_type": "licensing", "licensing_item": id, "status": "suspended", "basis": law(),
    })
}

fn service_of(power: &Value) -> Value {
    let id = text(power, "id");
    json!({
        "id": format!("{id}-service"), "name": format!("{id}：{}", text(power, "name")), "item_level": "main",
        "service_type": power["power_type"], "power_item": id, "licensing_item": power["licensing_item"],
        "status": "suspended", "basis": law(),
    })
}

fn law() -> Value {
    json!([{ "title": "中华人民共和国水法", "articles": [{ "article": 7 }] }])
}

/// The columns of the list of powers.
fn fill_power(power: &mut Record, bodies: &mut Vec<Value>) {
    if !power.contains_key("authorities") && !power.contains_key("competent_department") {
        let body = own_body(power, bodies);
        power.insert("authorities".to_owned(), json!([{ "organization": body, "role": "decide" }]));
    }
    let responsible = json!([{
        "stage": "other", "content": "依法实施本项职权",
        "basis": [{ "title": "优化营商环境条例", "articles": [{ "article": 36 }] }],
    }]);
    let accountable = json!([{
        "circumstance": "违反法定程序实施本项职权",
        "basis": [{ "title": "中华人民共和国公职人员政务处分法", "articles": [{ "article": 39 }] }],
    }]);
    let told = [
        ("responsibilities", responsible),
        ("accountability", accountable),
        ("supervision", json!("12345政务服务便民热线")),
    ];
    for (member, value) in told {
        power.entry(member).or_insert(value);
    }
}

/// What a license demands has a basis.
fn fill_materials(item: &mut Record) {
    let materials = item.get_mut("materials").and_then(Value::as_array_mut);
    for material in materials.into_iter().flatten().filter_map(Value::as_object_mut) {
        if material.get("kind").is_some_and(|kind| kind != "form") {
            material.entry("basis").or_insert_with(law);
        }
    }
}

/// A body that only this item has.
fn own_body(item: &Record, bodies: &mut Vec<Value>) -> Value {
    let item = item.get("id").and_then(Value::as_str).unwrap_or_default();
    let id = json!(format!("{item}-body"));
    if bodies.iter().all(|body| body["id"] != id) {
        bodies.push(json!({ "id": id, "name": format!("{item}号机关"), "kind": "department" }));
    }
    id
}

fn text<'a>(record: &'a Value, member: &str) -> &'a str {
    record[member].as_str().unwrap_or_default()
}
