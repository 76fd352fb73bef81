//! What changed of an item: its changes, each of one class, with the fields and their values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::list::{ChangeClass, Confidence, Effect, MatchedBy};
use crate::codelist::ItemType;
use crate::model::{Extension, Id, Kind, Text};

/// 事项变化: one item of both editions, or several where they were merged or split, with all its changes.
///
/// ```
/// use qingdan::diff::{ChangeClass, Confidence, MatchedBy, diff};
/// let edition = |ids: [&str; 2], log: &str| {
///     let items = ids.map(|id| format!(r#"{{"id": "{id}", "name": "{id}许可", "item_level": "main"}}"#));
///     let text = format!(r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}},
///         "licensing_items": [{}], "adjustments": [{log}]}}"#, items.join(","));
///     qingdan::read(text.as_bytes(), qingdan::Limits::default()).catalog.ok_or("no header")
/// };
/// let log = r#"{"id": "1", "item_kind": "licensing_item", "operation": "merge", "from": ["a", "b"], "to": ["c"]}"#;
/// let changes = diff(&edition(["a", "b"], "")?, &edition(["c", "d"], log)?);
/// let merged = &changes.items[0];
/// assert_eq!((merged.old.len(), merged.new.len(), merged.changes[0].class), (2, 1, ChangeClass::Merged));
/// assert_eq!(merged.matched_by, Some(MatchedBy::Succession));
/// assert_eq!(merged.confidence, Some(Confidence::Certain));
/// assert_eq!(changes.items[1].changes[0].class, ChangeClass::Added);
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ItemChange {
    /// 事项清单: the kind of the items.
    pub kind: Kind,
    /// 旧版次事项: the items of the old edition; none where it was added.
    pub old: Vec<ItemKey>,
    /// 新版次事项: the items of the new edition; none where it was cancelled.
    pub new: Vec<ItemKey>,
    /// 对应方式: by what they were matched; none where one side is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matched_by: Option<MatchedBy>,
    /// 对应把握: how sure that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// 变化: what changed, a class each.
    pub changes: Vec<Change>,
}

/// 事项: an item of one edition.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::model::{Header, LicensingItem};
/// let old = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
/// let mut new = old.clone();
/// let mut item = LicensingItem::new("water".parse()?, "取水许可".parse()?);
/// item.code = Some("000119001000".parse::<qingdan::code::ItemCode>()?.into());
/// new.licensing_items.insert(item)?;
/// let key = &qingdan::diff::diff(&old, &new).items[0].new[0];
/// assert_eq!((key.id.as_str(), key.name.as_str(), key.code.as_deref()), ("water", "取水许可", Some("000119001000")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ItemKey {
    /// 标识: its id in that edition.
    pub id: Id,
    /// 事项名称: its name.
    pub name: Text,
    /// 事项编码: its code, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// 事项类型: its type.
    pub item_type: ItemType,
}

/// 变化: one change of an item.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::diff::{ChangeClass, Effect, diff};
/// use qingdan::model::{Header, LicensingItem};
/// let edition = |charges_fee: bool| {
///     let mut catalog = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
///     let mut item = LicensingItem::new("water".parse()?, "取水许可".parse()?);
///     item.charges_fee = Some(charges_fee);
///     catalog.licensing_items.insert(item)?;
///     Ok::<Catalog, Box<dyn std::error::Error>>(catalog)
/// };
/// let changes = diff(&edition(true)?, &edition(false)?);
/// let change = &changes.items[0].changes[0];
/// assert_eq!((change.class, change.effect), (ChangeClass::FeeChanged, Effect::Eases));
/// assert!(change.adjustments.is_empty()); // nobody recorded it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Change {
    /// 变化类别: what it is in law.
    pub class: ChangeClass,
    /// 对申请人的影响: what it means for an applicant.
    pub effect: Effect,
    /// 字段: the fields that changed, with their values.
    pub fields: Vec<FieldChange>,
    /// 调整记录: the adjustments of the new edition that record it; none where it is not recorded.
    pub adjustments: Vec<Id>,
}

impl Change {
    /// Whether a record of it is due, and there is none. Due are those of the elements of a list
    /// ([`ChangeClass::operation`]); where delegations show the change, they are the record.
    #[must_use]
    pub fn is_unrecorded(&self) -> bool {
        let is_delegation = self.fields.iter().any(|field| field.field == Kind::Delegation.array());
        self.class.operation().is_some() && self.adjustments.is_empty() && !is_delegation
    }
}

/// 字段变化: a field with what stood there and what stands there.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::codelist::MaterialKind;
/// use qingdan::model::{Header, LicensingItem, Material};
/// let mut old = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
/// old.licensing_items.insert(LicensingItem::new("water".parse()?, "取水许可".parse()?))?;
/// let mut new = old.clone();
/// let form = Material::new("m1".parse()?, "申请表".parse()?, MaterialKind::Form);
/// new.licensing_items.get_mut("water").ok_or("not there")?.materials.push(form);
/// let changes = qingdan::diff::diff(&old, &new);
/// let field = &changes.items[0].changes[0].fields[0];
/// assert_eq!((field.field.as_str(), &field.old), ("materials/申请表", &None));
/// let new = field.new.as_ref().map(|value| value.as_json());
/// assert_eq!(new, Some(r#"{"id":"m1","name":"申请表","kind":"form"}"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FieldChange {
    /// 字段: its path below the record, elements of lists by what they say: `materials/申请表`.
    pub field: String,
    /// 旧值: what stood there, as JSON; none where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Extension>,
    /// 新值: what stands there, as JSON; none where nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Extension>,
}
