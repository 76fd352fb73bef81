//! What changed between two editions: each class by cases worked out by hand, and what holds of all of them.

use qingdan::diff::{Change, ChangeClass, Changes, Effect, ItemChange, diff};
use qingdan::model::Extension;
use qingdan::{Catalog, Limits};
use serde_json::{Value, json};

mod cases;
mod hostile;
mod members;
mod properties;
mod real;

/// A catalog of records, by the arrays in which they stand.
fn catalog(records: &Value) -> Catalog {
    let mut document = records.clone();
    document["header"] =
        json!({"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"});
    let reading = qingdan::read(document.to_string().as_bytes(), Limits::default());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.catalog.unwrap()
}

/// What changed between two editions of the licensing list.
fn licensing(old: &[Value], new: &[Value]) -> Changes {
    diff(&catalog(&json!({"licensing_items": old})), &catalog(&json!({"licensing_items": new})))
}

/// A licensing item with what is required and more.
fn item(id: &str, name: &str, more: &Value) -> Value {
    with(json!({"id": id, "name": name, "item_level": "main"}), more)
}

/// A record with more members.
fn with(mut record: Value, more: &Value) -> Value {
    for (member, value) in more.as_object().unwrap() {
        record[member] = value.clone();
    }
    record
}

/// The classes of an item, in their order.
fn classes(item: &ItemChange) -> Vec<ChangeClass> {
    item.changes.iter().map(|change| change.class).collect()
}

/// The one item that changed.
fn only(changes: &Changes) -> &ItemChange {
    assert_eq!(changes.items.len(), 1, "{:#?}", changes.items);
    &changes.items[0]
}

/// The one change of the one item that changed.
fn only_change(changes: &Changes) -> &Change {
    let item = only(changes);
    assert_eq!(item.changes.len(), 1, "{item:#?}");
    &item.changes[0]
}

/// A field, what stood there and what stands there.
type Told<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

/// Class, effect, and the fields with what stood and stands there.
fn told(change: &Change) -> (ChangeClass, Effect, Vec<Told<'_>>) {
    let fields = change.fields.iter().map(|field| {
        (field.field.as_str(), field.old.as_ref().map(Extension::as_json), field.new.as_ref().map(Extension::as_json))
    });
    (change.class, change.effect, fields.collect())
}
