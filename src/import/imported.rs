//! What goes into an import, and what comes of it.

use super::account::ImportAccount;
use super::profile::ImportProfile;
use crate::code::DivisionCode;
use crate::model::Catalog;

/// 导入结果: the catalog, and what became of all that stood in the workbooks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// 目录.
    pub catalog: Catalog,
    /// 导入说明.
    pub account: ImportAccount,
    /// The workbooks by their names, each with its size in bytes.
    pub(super) files: Vec<(String, u64)>,
}

/// 导入设置: how workbooks are to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ImportSettings {
    /// The profile of the lists.
    pub profile: ImportProfile,
    /// The division whose list it is, before that of the profile.
    pub division: Option<DivisionCode>,
}
