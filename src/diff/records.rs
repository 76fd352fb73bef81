//! What became of the records that are no items.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::list::RecordChangeKind;
use crate::model::{Catalog, Id, Item, Kind, RecordRef, Text};

/// 记录变化: what became of a record that is no item.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::codelist::OrganizationKind;
/// use qingdan::diff::{RecordChangeKind, diff};
/// use qingdan::model::{Header, Organization};
/// let edition = |name: &str| {
///     let mut catalog = Catalog::new(Header::new("杭锦旗权责清单".parse()?, "150625".parse()?));
///     catalog.organizations.insert(Organization::new("water".parse()?, name.parse()?, OrganizationKind::Department))?;
///     Ok::<Catalog, Box<dyn std::error::Error>>(catalog)
/// };
/// let changes = diff(&edition("水利局")?, &edition("水务局")?);
/// let record = &changes.records[0];
/// assert_eq!((record.change, &*record.fields), (RecordChangeKind::Changed, &["name".to_owned()][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RecordChange {
    /// 记录类别: its kind.
    pub kind: Kind,
    /// 标识: its id.
    pub id: Id,
    /// 名称: its name in the new edition, or else in the old, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 变化: what became of it.
    pub change: RecordChangeKind,
    /// 字段: the members that changed, of one that is in both.
    pub fields: Vec<String>,
}

/// What became of the records that are no items, by kind and in the order of the old edition; added ones after them.
pub(super) fn changed(old: &Catalog, new: &Catalog) -> Vec<RecordChange> {
    let mut changed = Vec::new();
    for &kind in Kind::ALL.iter().filter(|kind| !Item::KINDS.contains(kind)) {
        for record in old.records().filter(|record| record.kind() == kind) {
            match new.get(kind, record.id().as_str()) {
                None => changed.push(change(record, RecordChangeKind::Removed, Vec::new())),
                Some(now) if now != record => {
                    let fields = members_that_differ(record, now);
                    if !fields.is_empty() {
                        changed.push(change(now, RecordChangeKind::Changed, fields));
                    }
                }
                Some(_) => {}
            }
        }
        let added =
            new.records().filter(|record| record.kind() == kind && old.get(kind, record.id().as_str()).is_none());
        changed.extend(added.map(|record| change(record, RecordChangeKind::Added, Vec::new())));
    }
    changed
}

fn change(record: RecordRef<'_>, change: RecordChangeKind, fields: Vec<String>) -> RecordChange {
    RecordChange { kind: record.kind(), id: record.id().clone(), name: record.name().cloned(), change, fields }
}

/// The members that differ, but for where the record stands in a source and what others added to it.
fn members_that_differ(old: RecordRef<'_>, new: RecordRef<'_>) -> Vec<String> {
    let members =
        |record: RecordRef<'_>| -> Map<String, Value> { serde_json::from_str(&record.to_json()).unwrap_or_default() };
    let (old, new) = (members(old), members(new));
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differ = names.into_iter().filter(|name| old.get(*name) != new.get(*name));
    differ.filter(|name| !matches!(name.as_str(), "source" | "extensions")).cloned().collect()
}
