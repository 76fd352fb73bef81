//! Entries of guidance directories and superior directories.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Citation, Extensions, Id, LegalInstrument, Ref, Source, Text};
use crate::codelist::{ItemType, Level};

/// 目录条目: an entry of a guidance directory or of a superior level's directory, such as the 苏木乡镇赋权指导目录.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DirectoryEntry {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the official name, as written.
    pub name: Text,
    /// 所属目录: the directory as a legal instrument.
    pub instrument: Ref<LegalInstrument>,
    /// 目录序号: the number of the entry, as printed.
    pub number: Text,
    /// 权力类型: the type of the power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power_type: Option<ItemType>,
    /// 设定依据: the provisions that the directory names.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 行使层级: the levels to which the directory assigns the power.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl DirectoryEntry {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text, instrument: Ref<LegalInstrument>, number: Text) -> Self {
        Self {
            id,
            name,
            instrument,
            number,
            power_type: None,
            basis: Vec::new(),
            levels: Vec::new(),
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(DirectoryEntry, |record| Some(&record.name));
