//! Documents on which rules of several families stand.

/// 中办发〔2015〕21号: lists of the powers of departments.
pub(super) const POWER_LIST_OPINION: &str = "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）";

/// 国办发〔2022〕2号: lists of licensing items. Which of its headings says what is not certain beyond those that are cited:
/// a rule names a heading where it is.
pub(super) const LICENSING_LIST_NOTICE: &str =
    "国务院办公厅关于全面实行行政许可事项清单管理的通知（国办发〔2022〕2号）";
