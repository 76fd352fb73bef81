//! What a catalog says of itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Columns, Date, FieldPath, Id, Kind, SchemaVersion, Text, Written};
use crate::code::{DivisionCode, ItemCode};
use crate::codelist::Level;

/// 目录头: what a catalog is, whose it is, and what its source holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Header {
    /// 模式版本: the version of the exchange format, such as `1.0`.
    pub schema_version: Written<SchemaVersion>,
    /// 标题: the title of the catalog.
    pub title: Text,
    /// 行政区划代码: the division whose catalog it is, GB/T 2260.
    pub division: Written<DivisionCode>,
    /// 层级: its level of government.
    pub level: Level,
    /// 清单覆盖层级: levels that the list covers beside its own, such as the townships of a county.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub covers_levels: Vec<Level>,
    /// 发布机构: the body that publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// 版次: which edition it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<CatalogEdition>,
    /// 覆盖清单: the kinds whose list is declared complete.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<Kind>,
    /// 未采集字段: fields that the source simply does not have, such as `service_items.basis`; on them rules are not
    /// run, and say so.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub not_held: Vec<FieldPath>,
    /// 停用编码: codes that are never given again.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub retired_codes: Vec<Written<ItemCode>>,
    /// 来源文件: the files from which records were read.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceFile>,
}

impl Header {
    /// A header of the current format; the level is that of the division.
    #[must_use]
    pub fn new(title: Text, division: DivisionCode) -> Self {
        Self {
            schema_version: SchemaVersion::CURRENT.into(),
            title,
            level: division.level().into(),
            covers_levels: Vec::new(),
            division: division.into(),
            publisher: None,
            edition: None,
            covers: Vec::new(),
            not_held: Vec::new(),
            retired_codes: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// Whether the source has no such field at all, so that nothing can be said about it: neither the field, nor one
    /// above it.
    ///
    /// ```
    /// use qingdan::model::Header;
    /// let mut header = Header::new("权责清单".parse()?, "150625".parse()?);
    /// header.not_held.push("power_items.limits".parse()?);
    /// assert!(header.does_not_hold("power_items.limits"));
    /// assert!(header.does_not_hold("power_items.limits.basis"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn does_not_hold(&self, field: &str) -> bool {
        self.not_held.iter().any(|path| path.includes(field))
    }
}

/// 版次: an edition of the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
// `law::facts::Edition` is that of an instrument; the schemas know this one alone.
#[schemars(rename = "Edition")]
#[non_exhaustive]
pub struct CatalogEdition {
    /// 版次名称: its name, such as `2024年版`.
    pub label: Text,
    /// 发布日期: the day of issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Written<Date>>,
    /// 施行日期: the day from which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<Written<Date>>,
    /// 替代版次: the label of the edition before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<Text>,
}

impl CatalogEdition {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(label: Text) -> Self {
        Self { label, issued_on: None, effective_on: None, supersedes: None }
    }
}

/// 来源文件: a file or page from which records were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SourceFile {
    /// 标识: the key that records use in `source.source`.
    pub id: Id,
    /// 文件名: the name of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<Text>,
    /// 工作表: the sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Text>,
    /// 列对应: field path to the letters of its columns.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Columns::is_empty")]
    pub columns: Columns,
    /// 网址: where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
    /// 获取日期: the day it was fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved_on: Option<Written<Date>>,
}

impl SourceFile {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self { id, file: None, sheet: None, columns: Columns::default(), url: None, retrieved_on: None }
    }
}
