//! Who acts: levels of government, kinds of bodies, roles, and how powers are passed on.

use super::closed_list;
use crate::code::DivisionLevel;

closed_list! {
    /// 行使层级: the level of government. Source: C 0109, element `use_level`; 旗 is a county, 苏木 a township.
    Level {
        National = "national", "国家级";
        Provincial = "provincial", "省级";
        Prefectural = "prefectural", "市级";
        County = "county", "县级";
        Township = "township", "乡级";
        Village = "village", "村级";
    }
}

impl Level {
    /// The level that a digit of an implementation code (31 characters, position 19) stands for: 1 national … 6 village.
    ///
    /// ```
    /// use qingdan::codelist::Level;
    /// assert_eq!(Level::from_code_digit('4'), Some(Level::County));
    /// assert_eq!(Level::from_code_digit('7'), None);
    /// ```
    #[must_use]
    pub fn from_code_digit(digit: char) -> Option<Self> {
        let index = digit.to_digit(10)?.checked_sub(1)?;
        Self::ALL.get(usize::try_from(index).ok()?).copied()
    }
}

closed_list! {
    /// 机构类别: what a body is in law; decides who may be given which power.
    ///
    /// Source: 地方组织法 (governments, departments, dispatched organs), 行政许可法 §22–24, 行政处罚法 §17–21.
    OrganizationKind {
        Government = "government", "人民政府";
        Department = "department", "政府工作部门";
        TownshipGovernment = "township_government", "苏木乡镇人民政府";
        /// A dispatched organ of a county-level government: 街道办事处.
        SubdistrictOffice = "subdistrict_office", "街道办事处（派出机关）";
        DispatchedAgency = "dispatched_agency", "派出机构";
        /// Run by a higher level: tax, fire and rescue, weather, tobacco.
        VerticalAgency = "vertical_agency", "垂直管理机构";
        PartyOrgan = "party_organ", "党的机关";
        PublicInstitution = "public_institution", "事业单位";
        MassOrganization = "mass_organization", "群团组织";
        /// 开发区 and the like: an agency of a government, not a level of government.
        DevelopmentZoneCommittee = "development_zone_committee", "开发区管理委员会";
        Association = "association", "社会团体、行业协会";
        Company = "company", "企业";
        VillageCommittee = "village_committee", "村民委员会、居民委员会";
        /// A division or brigade of a body (科室、支队): the body acts through it, and it decides nothing in its own name.
        InternalUnit = "internal_unit", "内设机构";
        /// No one body but all of a class, as superior lists name them: 县级以上水行政主管部门.
        Category = "category", "一类机构（统称）";
        /// No body: listed so that a mandate to a person can be seen, which the law forbids (行政处罚法 §20).
        Individual = "individual", "个人";
        OtherBody = "other_body", "其他组织";
    }
}

closed_list! {
    /// 实施角色: what a body does in an item. Only `decide` exercises the power.
    AuthorityRole {
        Decide = "decide", "决定";
        Accept = "accept", "受理";
        FirstReview = "first_review", "初审";
        Undertake = "undertake", "承办";
        Joint = "joint", "联合办理";
        Entrusted = "entrusted", "受委托实施";
    }
}

closed_list! {
    /// 实施主体性质: by what title a body acts. Source: C 0109, element `dept_type`.
    BodyNature {
        Statutory = "statutory", "法定机关";
        Authorized = "authorized", "授权组织";
        Entrusted = "entrusted", "受委托组织";
    }
}

closed_list! {
    /// 权力来源: where the power comes from. Source: C 0109, element `power_source` (1–6 there, in this order).
    PowerSource {
        Statutory = "statutory", "法定本级行使";
        Devolved = "devolved", "上级下放";
        AuthorizedBySuperior = "authorized_by_superior", "上级授权";
        AuthorizedByPeer = "authorized_by_peer", "同级授权";
        EntrustedBySuperior = "entrusted_by_superior", "上级委托";
        EntrustedByPeer = "entrusted_by_peer", "同级委托";
    }
}

closed_list! {
    /// 承接方式: how a power reaches a township. Source: 行政处罚法 §20, §24; 行政许可法 §24.
    DelegationMode {
        Transfer = "transfer", "下放";
        Authorize = "authorize", "授权";
        Entrust = "entrust", "委托";
        Dispatch = "dispatch", "派驻";
    }
}

closed_list! {
    /// 评估结论: what the periodic evaluation of a delegation found (行政处罚法 §24: 定期组织评估).
    EvaluationOutcome {
        Keep = "keep", "保留";
        Adjust = "adjust", "调整";
        TakeBack = "take_back", "收回";
    }
}

impl From<DivisionLevel> for Level {
    fn from(level: DivisionLevel) -> Self {
        match level {
            DivisionLevel::Province => Self::Provincial,
            DivisionLevel::Prefecture => Self::Prefectural,
            DivisionLevel::County => Self::County,
            DivisionLevel::Township => Self::Township,
            DivisionLevel::Village => Self::Village,
        }
    }
}
