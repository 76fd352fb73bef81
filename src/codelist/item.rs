//! What an item is: its type, level, state, and what happens to it.

use super::closed_list;

closed_list! {
    /// 事项类型: what kind of power or service an item is.
    ///
    /// Source: C 0109 (the national element list of government services), element `task_type`, and for the split of
    /// coercion 行政强制法 §2: measures and execution are two legal kinds under one number.
    ItemType {
        Licensing = "licensing", "行政许可";
        Penalty = "penalty", "行政处罚";
        CoerciveMeasure = "coercive_measure", "行政强制措施";
        CoerciveExecution = "coercive_execution", "行政强制执行";
        /// For lists that do not tell measures from execution.
        Coercion = "coercion", "行政强制";
        Levy = "levy", "行政征收";
        Requisition = "requisition", "行政征用";
        Payment = "payment", "行政给付";
        Inspection = "inspection", "行政检查";
        Confirmation = "confirmation", "行政确认";
        Reward = "reward", "行政奖励";
        Adjudication = "adjudication", "行政裁决";
        OtherPower = "other_power", "其他行政权力";
        /// Only where a list has filings apart; the national list counts them among other powers.
        Filing = "filing", "行政备案";
        /// No power: never judged by licensing law.
        PublicService = "public_service", "公共服务";
    }
}

impl ItemType {
    /// The numbers that the C 0109 scheme uses for this type; 行政征用 is coded 04 in some lists and 10 in others.
    ///
    /// ```
    /// use qingdan::codelist::ItemType;
    /// assert_eq!(ItemType::Licensing.national_numbers(), ["01"]);
    /// assert_eq!(ItemType::Requisition.national_numbers(), ["04", "10"]);
    /// ```
    #[must_use]
    pub fn national_numbers(self) -> &'static [&'static str] {
        match self {
            Self::Licensing => &["01"],
            Self::Penalty => &["02"],
            Self::CoerciveMeasure | Self::CoerciveExecution | Self::Coercion => &["03"],
            Self::Levy => &["04"],
            Self::Requisition => &["04", "10"],
            Self::Payment => &["05"],
            Self::Inspection => &["06"],
            Self::Confirmation => &["07"],
            Self::Reward => &["08"],
            Self::Adjudication => &["09"],
            Self::OtherPower | Self::Filing => &["10"],
            Self::PublicService => &["20"],
        }
    }
}

closed_list! {
    /// 事项层次: whether a record is a main item, one of its sub-items, or a business item below one.
    ///
    /// Source: GB/T 39048-2020 and C 0109 (主项、子项、业务办理项).
    ItemLevel {
        Main = "main", "主项";
        Sub = "sub", "子项";
        Business = "business", "业务办理项";
    }
}

closed_list! {
    /// 许可类别: the class of a license under 行政许可法 §12 (1)–(5).
    LicenseClass {
        Ordinary = "ordinary", "普通许可";
        Concession = "concession", "特许";
        Accreditation = "accreditation", "认可";
        Verification = "verification", "核准";
        Registration = "registration", "登记";
    }
}

closed_list! {
    /// 事项状态: whether an item is exercised at present. Source: C 0109, element `task_state`.
    ItemStatus {
        InUse = "in_use", "在用";
        Suspended = "suspended", "暂停";
        Cancelled = "cancelled", "取消";
    }
}

closed_list! {
    /// 启动方式: whether the power is exercised on application or by the body itself.
    Initiation {
        OnApplication = "on_application", "依申请";
        ExOfficio = "ex_officio", "依职权";
    }
}

closed_list! {
    /// 共同办理方式: how several bodies handle one license together (行政许可法 §26, §42).
    JointHandlingKind {
        Unified = "unified", "统一办理";
        Joint = "joint", "联合办理";
        Centralized = "centralized", "集中办理";
    }
}

closed_list! {
    /// 处罚种类: the kinds of penalty of 行政处罚法 §9, and orders to correct, which are none (§28).
    PenaltyKind {
        Warning = "warning", "警告";
        PublicCriticism = "public_criticism", "通报批评";
        Fine = "fine", "罚款";
        ConfiscationOfGains = "confiscation_of_gains", "没收违法所得";
        ConfiscationOfProperty = "confiscation_of_property", "没收非法财物";
        SuspensionOfPermit = "suspension_of_permit", "暂扣许可证件";
        Downgrade = "downgrade", "降低资质等级";
        RevocationOfPermit = "revocation_of_permit", "吊销许可证件";
        /// Kept apart: a local regulation may not set it (行政处罚法 §12).
        RevocationOfBusinessLicense = "revocation_of_business_license", "吊销营业执照";
        RestrictionOfOperation = "restriction_of_operation", "限制开展生产经营活动";
        SuspensionOfBusiness = "suspension_of_business", "责令停产停业";
        Closure = "closure", "责令关闭";
        RestrictionOfPractice = "restriction_of_practice", "限制从业";
        Detention = "detention", "行政拘留";
        /// No kind of penalty under §9; listed so that texts need not be bent.
        OrderToCorrect = "order_to_correct", "责令改正";
        Other = "other", "法律、行政法规规定的其他行政处罚";
    }
}

closed_list! {
    /// 强制方式: the measures of 行政强制法 §9 and the ways of execution of §12.
    CoercionKind {
        RestrictionOfLiberty = "restriction_of_liberty", "限制公民人身自由";
        Sealing = "sealing", "查封场所、设施或者财物";
        Seizure = "seizure", "扣押财物";
        Freezing = "freezing", "冻结存款、汇款";
        OtherMeasure = "other_measure", "其他行政强制措施";
        AdditionalFine = "additional_fine", "加处罚款";
        /// On taxes, fees and contributions paid late; §12 names it beside the additional fine.
        LateFee = "late_fee", "滞纳金";
        TransferOfDeposits = "transfer_of_deposits", "划拨存款、汇款";
        Sale = "sale", "拍卖或者依法处理查封、扣押的财物";
        RemovalOfObstruction = "removal_of_obstruction", "排除妨碍、恢复原状";
        SubstitutePerformance = "substitute_performance", "代履行";
        ForcedDemolition = "forced_demolition", "强制拆除";
        /// An application to the court is no execution by the body itself (§53).
        CourtApplication = "court_application", "申请人民法院强制执行";
        OtherExecution = "other_execution", "其他强制执行方式";
    }
}

impl CoercionKind {
    /// Whether it is a measure of 行政强制法 §9, not a way of execution.
    pub(crate) const fn is_measure(self) -> bool {
        match self {
            Self::RestrictionOfLiberty | Self::Sealing | Self::Seizure | Self::Freezing | Self::OtherMeasure => true,
            Self::AdditionalFine
            | Self::LateFee
            | Self::TransferOfDeposits
            | Self::Sale
            | Self::RemovalOfObstruction
            | Self::SubstitutePerformance
            | Self::ForcedDemolition
            | Self::CourtApplication
            | Self::OtherExecution => false,
        }
    }
}

closed_list! {
    /// 救济途径: how one contests what a body decided. Source: 行政处罚法 §7, §59; 行政复议法; 行政诉讼法.
    RemedyKind {
        AdministrativeReview = "administrative_review", "行政复议";
        Litigation = "litigation", "行政诉讼";
        Other = "other", "其他";
    }
}

closed_list! {
    /// 调整方式: what an adjustment does to items. Source: 中办发〔2015〕21号 and local practice of 动态调整.
    AdjustmentOperation {
        Add = "add", "新增";
        Cancel = "cancel", "取消";
        Devolve = "devolve", "下放";
        TakeOver = "take_over", "承接";
        Entrust = "entrust", "委托";
        TakeBack = "take_back", "收回";
        Merge = "merge", "合并";
        Split = "split", "拆分";
        Rename = "rename", "名称变更";
        ChangeBasis = "change_basis", "依据变更";
        ChangeType = "change_type", "类型变更";
        ChangeBody = "change_body", "主体变更";
    }
}
