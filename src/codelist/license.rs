//! E-licenses: their state, and how they stand in for materials.

use super::closed_list;

closed_list! {
    /// 证照状态: the state of an issued license. Source: GB/T 36903-2018 and 行政许可法 §8, §69–70; only 注销 is terminal.
    LicenseStatus {
        Valid = "valid", "有效";
        Suspended = "suspended", "暂扣";
        Withdrawn = "withdrawn", "撤回";
        Annulled = "annulled", "撤销";
        Revoked = "revoked", "吊销";
        Cancelled = "cancelled", "注销";
        Expired = "expired", "失效";
    }
}

closed_list! {
    /// 免证方式: what stands in for a material that the applicant need not hand in.
    SubstitutionMode {
        ELicense = "e_license", "电子证照调用";
        DataSharing = "data_sharing", "数据共享核验";
        Commitment = "commitment", "告知承诺";
        DepartmentCheck = "department_check", "部门核验";
        Cancelled = "cancelled", "直接取消";
    }
}

closed_list! {
    /// 关联状态: how far a material has come on the way to 免证办; configured includes linked.
    LinkState {
        Unlinked = "unlinked", "未关联";
        Linked = "linked", "已关联";
        Configured = "configured", "已配置";
    }
}
