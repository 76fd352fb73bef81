//! The steps of 行政许可法 §45, whose days stand outside the limit.

use crate::codelist::SpecialProcedureKind;
pub(super) use crate::facts::special_steps::is_listed;

/// What a step is called.
pub(super) fn title_zh(kind: &SpecialProcedureKind) -> String {
    crate::print::excerpt(kind.title_zh().unwrap_or(kind.as_str()))
}

/// What a step is called, in English.
pub(super) fn title_en(kind: &SpecialProcedureKind) -> String {
    crate::print::excerpt(&kind.as_str().replace('_', " "))
}
