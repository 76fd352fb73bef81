//! Changes to the catalog, as decided.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Citation, Date, Extensions, Id, ItemRef, Kind, Organization, Ref, Source, Text, Written};
use crate::codelist::AdjustmentOperation;

/// 动态调整记录: one decided change of items.
///
/// # Source
/// 中办发〔2015〕21号; 内政发〔2021〕6号 (publication within 20 working days).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Adjustment {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the title of the adjustment, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 事项清单: the kind of the items changed.
    pub item_kind: Kind,
    /// 调整方式: what is done.
    pub operation: AdjustmentOperation,
    /// 调整前事项: the items before; they may be gone from this edition.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<ItemRef>,
    /// 调整后事项: the items after.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<ItemRef>,
    /// 调整依据: the provisions or decisions behind it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 决定机关: the body that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Ref<Organization>>,
    /// 决定文件: the decision, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Text>,
    /// 决定日期: the day of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Written<Date>>,
    /// 生效日期: the day from which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<Written<Date>>,
    /// 公布日期: the day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Written<Date>>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Adjustment {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, item_kind: Kind, operation: AdjustmentOperation) -> Self {
        Self {
            id,
            name: None,
            item_kind,
            operation,
            from: Vec::new(),
            to: Vec::new(),
            basis: Vec::new(),
            decided_by: None,
            decision: None,
            decided_on: None,
            effective_on: None,
            published_on: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(Adjustment, |record| record.name.as_ref());
