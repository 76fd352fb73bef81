//! What is told of an input: what is corrected in it, and what is left alone.

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::list::{FixClass, LeftCause, LeftScope};
use crate::finding::{Place, RecordKey};

/// The version of the shape of [`Fixes`]; its schema is `schemas/v1/fixes.schema.json`.
pub const FIXES_VERSION: &str = "1.0";

/// 修正报告: what is corrected in some inputs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Fixes {
    /// 版本: the version of this shape.
    pub version: String,
    /// 文件: each input.
    pub inputs: Vec<InputFixes>,
}

impl Fixes {
    /// Of some inputs.
    #[must_use]
    pub fn new(inputs: Vec<InputFixes>) -> Self {
        Self { version: FIXES_VERSION.to_owned(), inputs }
    }
}

/// 文件修正: what is corrected in one input.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct InputFixes {
    /// 名称: what the input is called.
    pub name: String,
    /// 各类修正数: how many corrections of each class there are; a class that does not occur is left out.
    #[schemars(with = "BTreeMap<String, u64>")]
    pub by_class: BTreeMap<FixClass, u64>,
    /// 修正: the corrections, in the order of the input; those of order come after the others of their record.
    pub fixes: Vec<Fix>,
    /// 未列出的修正数: how many corrections are not listed. They are made all the same.
    pub not_listed: u64,
    /// 未处理: what was left alone.
    pub left: Vec<Left>,
    /// 未列出的未处理数: how much more was left alone.
    pub left_not_listed: u64,
}

impl InputFixes {
    /// How many corrections there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.by_class.values().fold(0, |sum, &count| sum.saturating_add(count))
    }

    /// Why the input was left alone as a whole; none where it was not.
    #[must_use]
    pub fn left_as_a_whole(&self) -> Option<&Left> {
        self.left.iter().find(|left| left.scope == LeftScope::Input)
    }
}

/// 修正: one correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Fix {
    /// 类别: what is corrected.
    pub class: FixClass,
    /// 记录: the record in which it stands; none in the header and beside the records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordKey>,
    /// 位置: where it stands in the text as it was.
    pub place: Place,
    /// 修正前: the JSON that stands there: a text, a member name, a member that is `null`; of an order the names of the
    /// members, as an array.
    pub before: String,
    /// 修正后: the JSON that takes its place; empty where nothing does.
    pub after: String,
    /// The bytes that are taken away, for who shows the text; none of an order.
    #[serde(skip)]
    pub(crate) cut: Range<usize>,
}

/// 未处理: something that was left alone, because what it means is not certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Left {
    /// 范围: how much was left alone.
    pub scope: LeftScope,
    /// 原因: why.
    pub cause: LeftCause,
    /// 记录: the record; none where its id could not be read, and of the header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordKey>,
    /// 位置: where that shows.
    pub place: Place,
}
