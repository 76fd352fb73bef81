//! Services: whom they are for, how they are reached, what is handed in and what comes out.

use super::closed_list;

closed_list! {
    /// 服务对象: for whom a service is. Source: C 0109, element `server_type`.
    Audience {
        NaturalPerson = "natural_person", "自然人";
        Enterprise = "enterprise", "企业法人";
        PublicInstitution = "public_institution", "事业法人";
        SocialOrganization = "social_organization", "社会组织法人";
        UnincorporatedEnterprise = "unincorporated_enterprise", "非法人企业";
        GovernmentOrgan = "government_organ", "行政机关";
        OtherOrganization = "other_organization", "其他组织";
    }
}

closed_list! {
    /// 办理形式: a way to apply. Source: C 0109, element `handle_type`.
    Channel {
        Window = "window", "窗口办理";
        Online = "online", "网上办理";
        Courier = "courier", "快递申请";
    }
}

closed_list! {
    /// 办件类型: whether an application is decided on the spot or within a promised limit. Source: C 0109, element `project_type`.
    Handling {
        Immediate = "immediate", "即办件";
        Promised = "promised", "承诺件";
    }
}

closed_list! {
    /// 网上办理深度: how far a service goes online. Source: C 0109, online processing depth.
    OnlineDepth {
        Consultation = "consultation", "互联网咨询";
        Submission = "submission", "互联网收件";
        PreReview = "pre_review", "互联网预审";
        Acceptance = "acceptance", "互联网受理";
        Processing = "processing", "互联网办理";
        ResultFeedback = "result_feedback", "办理结果信息反馈";
        ELicenseFeedback = "e_license_feedback", "互联网电子证照反馈";
    }
}

closed_list! {
    /// 材料类型: what a material is; a 证明 is issued for this purpose and needs a basis of its own (优化营商环境条例 §44).
    MaterialKind {
        Form = "form", "申请表格文书";
        Document = "document", "证照、批文等材料";
        Proof = "proof", "证明";
    }
}

closed_list! {
    /// 材料必要性: whether a material must be handed in. Source: C 0109, material necessity.
    MaterialNecessity {
        Required = "required", "必要";
        Optional = "optional", "非必要";
        Deferrable = "deferrable", "容缺后补";
    }
}

closed_list! {
    /// 材料形式: on paper or electronic. Source: C 0109, material form.
    MaterialForm {
        Paper = "paper", "纸质";
        Electronic = "electronic", "电子";
        Either = "either", "纸质或电子";
    }
}

closed_list! {
    /// 来源渠道: who makes a material out. Source: C 0109, material origin.
    MaterialOrigin {
        Applicant = "applicant", "申请人自备";
        GovernmentDepartment = "government_department", "政府部门核发";
        Other = "other", "其他";
    }
}

closed_list! {
    /// 审批结果类型: what comes out of a service. Source: C 0109, result type.
    ResultKind {
        License = "license", "证照";
        ApprovalDocument = "approval_document", "批文";
        Other = "other", "其他";
        None = "none", "无";
    }
}

closed_list! {
    /// 收费类别: what a fee is in law. 行政许可法 §58 wants a law or an administrative regulation for the fee of a license.
    FeeKind {
        Administrative = "administrative", "行政事业性收费";
        /// A price for a service that is bought: no fee of a license.
        Service = "service", "经营服务性收费";
        /// Paid for what is used up, such as 水资源费 and 草原植被恢复费; a class of 行政事业性收费 that is due with or without a license.
        Resource = "resource", "资源补偿类收费";
        Levy = "levy", "税收、政府性基金";
        Other = "other", "其他收费";
    }
}
