//! Columns: what a column of an official list holds.

use crate::codelist::closed_list;
use crate::model::Kind;

closed_list! {
    /// 栏目: what a column of an official list holds, by the name of the field that it fills.
    ///
    /// Source: 中办发〔2015〕21号 and 内政发〔2021〕6号 (权责清单), 国办发〔2022〕2号 (行政许可事项清单), C 0109 (政务服务事项), and the
    /// headers of published lists.
    Column {
        EntryNumber = "entry_number", "序号";
        Name = "name", "事项名称";
        /// The name of the sub-item, beside that of its main item.
        SubName = "sub_name", "子项名称";
        ItemType = "item_type", "事项类型";
        Code = "code", "事项编码";
        BaseCode = "base_code", "基本编码";
        ImplementationCode = "implementation_code", "实施编码";
        BusinessCode = "business_code", "业务办理项编码";
        LocalCode = "local_codes", "地方编码";
        Basis = "basis", "实施依据";
        /// Of a list that tells what sets a license from what it is implemented under.
        ImplementedUnder = "implemented_under", "实施依据（与设定依据分列）";
        Authorities = "authorities", "行使主体";
        BodyCode = "credit_code", "实施主体编码";
        /// The unit within the body.
        UndertakingUnit = "undertaking_unit", "承办机构";
        CompetentDepartment = "competent_department", "主管部门";
        Levels = "levels", "实施层级";
        Scope = "scope", "行使内容";
        Duties = "duties", "部门职责";
        Responsibilities = "responsibilities", "责任事项内容";
        ResponsibilitiesBasis = "responsibilities.basis", "责任事项依据";
        AccountabilitySubject = "accountability.subject", "追责对象范围";
        Accountability = "accountability", "追责情形";
        AccountabilityBasis = "accountability.basis", "追责依据";
        Supervision = "supervision", "监督方式";
        Remedies = "remedies", "救济渠道";
        Limits = "limits", "办理时限";
        StatutoryLimits = "statutory_limits", "法定办结时限";
        PromisedLimits = "promised_limits", "承诺办结时限";
        PowerSource = "power_source", "权力来源";
        Initiation = "initiation", "启动方式";
        LicenseClass = "license_class", "许可类别";
        Audience = "audience", "服务对象";
        Handling = "handling", "办件类型";
        /// Beside a column of limits: the unit in which its numbers are.
        TimeUnit = "time_unit", "时限单位";
        Visits = "visits", "到办事现场次数";
        ChargesFee = "charges_fee", "是否收费";
        Conditions = "conditions", "许可条件";
        Prerequisites = "prerequisites", "前置事项";
        DiscretionCircumstance = "discretion.circumstance", "裁量情形";
        DiscretionRange = "discretion.range", "裁量幅度";
        Status = "status", "事项状态";
        /// Of a list of delegated powers: who held them.
        From = "from", "原实施主体";
        To = "to", "承接主体";
        Mode = "mode", "承接方式";
        EffectiveOn = "effective_on", "生效日期";
        /// Kept as it is, under its header.
        Remarks = "remarks", "备注";
    }
}

impl Column {
    /// Whether it is kept as it is by intent: it says nothing that a field holds.
    pub(super) fn is_kept(self) -> bool {
        matches!(self, Self::EntryNumber | Self::Remarks)
    }

    /// Whether every power list has it, filled or not.
    pub(super) fn is_in_every_list(self) -> bool {
        matches!(
            self,
            Self::EntryNumber
                | Self::Name
                | Self::SubName
                | Self::ItemType
                | Self::Code
                | Self::Basis
                | Self::Authorities
                | Self::Levels
                | Self::Responsibilities
                | Self::ResponsibilitiesBasis
                | Self::Accountability
                | Self::Supervision
                | Self::Remarks
        )
    }

    /// The field of records of a kind that the column fills; none for what has no field of its own there.
    #[must_use]
    pub fn field(self, kind: Kind) -> Option<&'static str> {
        Some(match (self, kind) {
            (Self::SubName, _) => "name",
            (Self::ItemType, Kind::PowerItem | Kind::Delegation) => "power_type",
            (Self::ItemType, Kind::ServiceItem) => "service_type",
            (Self::Basis, Kind::LicensingItem) => "set_by",
            (Self::ImplementedUnder, kind) if kind != Kind::LicensingItem => "basis",
            (Self::Authorities, Kind::ServiceItem) => "organization",
            (Self::UndertakingUnit, Kind::PowerItem | Kind::LicensingItem) => "authorities",
            (
                Self::EntryNumber
                | Self::Remarks
                | Self::TimeUnit
                | Self::ItemType
                | Self::BodyCode
                | Self::UndertakingUnit,
                _,
            ) => return None,
            (column, _) => column.as_str(),
        })
    }
}
