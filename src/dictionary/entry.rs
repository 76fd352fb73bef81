//! What a dictionary says: data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::closed_list;
use crate::finding::RuleCode;
use crate::model::Kind;

/// The version of the shape of [`Dictionary`]; its schema is `schemas/v1/dictionary.schema.json`.
pub const DICTIONARY_VERSION: &str = "1.0";

/// 数据字典: the types of a catalog with their fields, and its code lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Dictionary {
    /// 数据字典格式版本: the version of this shape.
    pub dictionary_version: String,
    /// 逐条查看文本的规则: rules that look at every text, and so stand at no field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub every_text: Vec<RuleCode>,
    /// 类型: the catalog, its header, the kinds of record, and the parts of which they are made, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<TypeEntry>,
    /// 代码表: the code lists, each once, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_lists: Vec<CodeListEntry>,
}

/// 类型条目: a type with its fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct TypeEntry {
    /// 类型名: the name of the type, as schemas have it.
    pub name: String,
    /// 中文名: the official Chinese term.
    pub title: String,
    /// 类型地位: what it is to the catalog.
    pub role: TypeRole,
    /// 记录类型: the kind of record, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// 依据: the laws and standards from which it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// 说明: what it is.
    pub description: String,
    /// 所在栏目: the fields in which it stands.
    pub used_in: Vec<String>,
    /// 栏目: its fields; those that are required come first.
    pub fields: Vec<FieldEntry>,
}

closed_list! {
    /// 类型地位: what a type is to the catalog.
    TypeRole {
        Catalog = "catalog", "目录";
        Header = "header", "目录头";
        Record = "record", "记录";
        /// Of records and of other parts.
        Part = "part", "组成部分";
    }
}

/// 栏目条目: one field of one type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FieldEntry {
    /// 字段: where it stands: `licensing_items.fees` of a record, `header.title`, `Fee.basis` of a part.
    pub path: String,
    /// 字段名: its name in JSON.
    pub name: String,
    /// 中文名: the official Chinese term.
    pub title: String,
    /// 值的类型: what stands there; of a list, each element.
    pub form: ValueForm,
    /// 多值: whether it is a list.
    pub many: bool,
    /// 必填: whether it must be there.
    pub required: bool,
    /// 类型名: the name of the part, code or code list that stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    /// 格式: the regular expression that a text matches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// 最多字符数: the most characters of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// 最小值: of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// 最大值: of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    /// 引用: the kind of record whose id stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refers_to: Option<Kind>,
    /// 引用类型栏目: the field of the same record that names the kind of record whose id stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_named_by: Option<String>,
    /// 依据: the laws and standards on which the field rests, or its code list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// 说明: what it is.
    pub description: String,
    /// 读取它的规则: the rules that say of themselves that they read it, in the order of their codes.
    pub rules: Vec<RuleUse>,
}

closed_list! {
    /// 值的类型: what stands in a field.
    ValueForm {
        Text = "text", "文本";
        /// The catalog's own key of a record.
        Id = "id", "标识";
        /// The id of a record.
        Reference = "reference", "引用";
        Code = "code", "编码";
        Date = "date", "日期";
        Decimal = "decimal", "小数";
        Integer = "integer", "整数";
        Boolean = "boolean", "是否";
        ClosedList = "closed_list", "代码表";
        /// Known values, and any other text.
        OpenList = "open_list", "代码表（可扩充）";
        Record = "record", "记录";
        Part = "part", "组成部分";
        /// Values under free keys.
        Map = "map", "键值对";
    }
}

/// 规则读取: a rule that reads a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RuleUse {
    /// 规则编号: the code of the rule.
    pub rule: RuleCode,
    /// 读取位置: the paths by which it comes to the field; empty where it looks at the field wherever it stands.
    pub at: Vec<String>,
}

/// 代码表条目: a code list with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CodeListEntry {
    /// 代码表名: the name of the list, as schemas have it.
    pub name: String,
    /// 中文名: the official Chinese term.
    pub title: String,
    /// 可扩充: whether any other text may stand there too.
    pub open: bool,
    /// 依据: the law or standard from which it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// 说明: what it tells.
    pub description: String,
    /// 所在栏目: the fields that hold its values.
    pub used_in: Vec<String>,
    /// 取值: the values, in the order of the list.
    pub values: Vec<CodeValue>,
}

/// 代码值: one value of a code list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CodeValue {
    /// 代码: what stands in JSON.
    pub value: String,
    /// 中文名: the official Chinese title.
    pub title: String,
}
