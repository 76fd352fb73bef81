//! The ground of the family: the format of the report in which suppressions and the baseline are told.

use crate::rule::Provision;

pub(super) const FORMAT: &[Provision] =
    &[Provision { document: "清单检查报告格式", clause: "1.5（schemas/v1/report.schema.json）" }];
