//! The rows of the table: items, what they differ in, and what is missing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::classed::Classed;
use super::list::{Backing, ConformanceClass, DepartureKind, FoundBy, NotToldCause};
use crate::codelist::{ItemType, Level};
use crate::model::{Header, Id, Item, Kind, Pointer, Text};

/// 上级清单: a list of a superior level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SuperiorList {
    /// 标题: its title.
    pub title: Text,
    /// 行政区划代码: its division, as written.
    pub division: String,
    /// 层级: its level.
    pub level: Level,
    /// 覆盖清单: the kinds of which it says that it has all.
    pub covers: Vec<Kind>,
}

/// 对照事项: an item, how it stands, and in what it differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ConformanceItem {
    /// 事项清单: its kind.
    pub kind: Kind,
    /// 标识: its id.
    pub id: Id,
    /// 事项名称: its name.
    pub name: Text,
    /// 事项编码: its code, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// 事项类型: its type.
    pub item_type: ItemType,
    /// 对照结论: how it stands.
    pub class: ConformanceClass,
    /// 不能判断的原因: why that cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<NotToldCause>,
    /// 上级清单事项: the item of the superior list of which it is all or a part; where the names are only near, the one to
    /// look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior: Option<SuperiorItem>,
    /// 对应依据: by what that was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_by: Option<FoundBy>,
    /// 本地依据: the titles of the norms of city or province that set it.
    pub own_basis: Vec<String>,
    /// 差异: in what it differs from that of the superior list; looked for where it carries that down.
    pub departures: Vec<Departure>,
}

/// 上级清单事项: an item of a superior list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SuperiorItem {
    /// 上级清单标题: the title of the list.
    pub list: Text,
    /// 事项清单: its kind.
    pub kind: Kind,
    /// 标识: its id in that list.
    pub id: Id,
    /// 事项名称: its name.
    pub name: Text,
    /// 事项编码: its code, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// 事项类型: its type.
    pub item_type: ItemType,
}

/// 差异: something in which an item differs from that of the superior list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Departure {
    /// 差异种类: what differs.
    pub kind: DepartureKind,
    /// 位置: where it stands below the record.
    pub path: Pointer,
    /// 上级清单的内容: what the superior list says; none where it says nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior: Option<String>,
    /// 本清单的内容: what stands here; none where nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// 增设依据: on what something rests that was added, or a statutory limit that is longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backing: Option<Backing>,
}

/// 未认领事项: an item that the superior list assigns to this level and that is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct MissingItem {
    /// 上级清单事项: the item.
    pub item: SuperiorItem,
    /// 不能判断的原因: why it cannot be told whether it is missing; none where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<NotToldCause>,
}

impl SuperiorList {
    pub(super) fn of(header: &Header) -> Self {
        Self {
            title: header.title.clone(),
            division: header.division.text().to_owned(),
            level: header.level,
            covers: header.covers.clone(),
        }
    }
}

impl ConformanceItem {
    /// Without what is said of the superior list.
    pub(super) fn new(one: Classed<'_>) -> Self {
        let Classed { item, class, cause, found, own_basis } = one;
        Self {
            kind: item.kind(),
            id: item.id().clone(),
            name: item.name().clone(),
            code: code_of(item),
            item_type: item.item_type(),
            class,
            cause,
            superior: None,
            found_by: found.map(|found| found.by),
            own_basis,
            departures: Vec::new(),
        }
    }
}

impl SuperiorItem {
    pub(super) fn new(item: Item<'_>, list: &Text) -> Self {
        Self {
            list: list.clone(),
            kind: item.kind(),
            id: item.id().clone(),
            name: item.name().clone(),
            code: code_of(item),
            item_type: item.item_type(),
        }
    }
}

/// The first code of an item, as written.
fn code_of(item: Item<'_>) -> Option<String> {
    item.codes().next().map(|(_, text)| text.to_owned())
}
