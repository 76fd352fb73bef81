//! The steps of 行政许可法 §45, whose days stand outside the limit of a license.

use crate::codelist::SpecialProcedureKind;
use crate::law::Permission;
use crate::law::limit::excluded;

/// Words of the list of §45, by which lists that have their own kinds call its steps.
const LISTED: [&str; 9] = ["听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审", "评审"];

/// Whether §45 lists a step. A kind that is none of those known is taken by its words: 检验检测.
pub(crate) fn is_listed(kind: &SpecialProcedureKind) -> bool {
    match kind {
        SpecialProcedureKind::Other(words) => LISTED.iter().any(|word| words.as_str().contains(word)),
        kind => excluded(kind).verdict == Permission::Allowed,
    }
}
