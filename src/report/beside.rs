//! The catalogs beside the one that was checked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::closed_list;
use crate::model::Header;

closed_list! {
    /// 对照用途: what another catalog is to the one that was checked.
    BesideRole {
        Superior = "superior", "上级清单";
        Previous = "previous", "上一版次";
    }
}

/// 对照目录: a catalog by which another was judged. Whoever runs the check again needs the very same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct BesideCatalog {
    /// 对照用途: what it is to the one that was checked.
    pub role: BesideRole,
    /// 名称: what the caller calls it, such as a path, where the caller states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 标题: the title in its header.
    pub title: String,
    /// 版次名称: the label of its edition, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// 摘要: the SHA-256 of its bytes in hexadecimal digits, where the caller states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

impl BesideCatalog {
    pub(crate) fn of(role: BesideRole, header: &Header) -> Self {
        Self {
            role,
            name: None,
            title: header.title.as_str().to_owned(),
            edition: header.edition.as_ref().map(|edition| edition.label.as_str().to_owned()),
            sha256: None,
        }
    }
}
