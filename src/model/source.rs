//! Where in a source a record was read.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::extension::Rows;
use super::id::Id;

/// 来源位置: the row of the source from which a record was read; provenance only.
///
/// Merged cells are kept apart: `rows` names, for a field whose cell spans several rows, the first row of that
/// cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Source {
    /// 来源标识: the id of an entry of `header.sources`.
    pub source: Id,
    /// 行号: the row in the sheet, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<NonZeroU32>,
    /// 合并单元格首行: field path to the first row of its merged cell.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Rows::is_empty")]
    pub rows: Rows,
}

impl Source {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(source: Id) -> Self {
        Self { source, row: None, rows: Rows::default() }
    }
}

/// Of entries by field paths, such as the rows and columns of a source, the one that says most closely what stands at these
/// fields, named from the record down.
pub(crate) fn closest<'f, V>(entry: impl Fn(&str) -> Option<V>, fields: impl Iterator<Item = &'f str>) -> Option<V> {
    let (mut path, mut closest) = (String::new(), None);
    for field in fields {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(field);
        closest = entry(&path).or(closest);
    }
    closest
}
