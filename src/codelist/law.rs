//! Legal instruments: their rank and state.

use super::closed_list;

closed_list! {
    /// 法律位阶: the rank of a legal instrument. Source: 立法法; ranks that differ in what they may set are kept apart.
    LegalRank {
        Constitution = "constitution", "宪法";
        /// Includes decisions of the Standing Committee of the National People's Congress.
        Law = "law", "法律";
        AdministrativeRegulation = "administrative_regulation", "行政法规";
        StateCouncilDecision = "state_council_decision", "国务院决定";
        /// Of a province or a city with districts.
        LocalRegulation = "local_regulation", "地方性法规";
        AutonomousRegulation = "autonomous_regulation", "自治条例、单行条例";
        SpecialZoneRegulation = "special_zone_regulation", "经济特区法规";
        DepartmentalRule = "departmental_rule", "部门规章";
        ProvincialRule = "provincial_rule", "省级政府规章";
        MunicipalRule = "municipal_rule", "设区的市级政府规章";
        NormativeDocument = "normative_document", "行政规范性文件";
        PartyRegulation = "party_regulation", "党内法规";
        StaffingDocument = "staffing_document", "三定规定";
        Standard = "standard", "标准";
        /// A tag that says only 法规: administrative or local.
        Regulation = "regulation", "法规（未区分）";
        /// A tag that says only 规章: departmental or of a local government.
        Rule = "rule", "规章（未区分）";
    }
}

closed_list! {
    /// 文件状态: whether an instrument is in force.
    InstrumentStatus {
        NotYetInForce = "not_yet_in_force", "尚未施行";
        InForce = "in_force", "现行有效";
        /// Another edition of the same title has taken its place.
        Superseded = "superseded", "已被修订";
        Repealed = "repealed", "废止";
        Lapsed = "lapsed", "失效";
        Unknown = "unknown", "现状不明";
    }
}

closed_list! {
    /// 清理结果: what a periodic review of normative documents decided.
    ReviewOutcome {
        InForce = "in_force", "继续有效";
        Amended = "amended", "修改";
        Lapsed = "lapsed", "失效";
        Abolished = "abolished", "废止";
    }
}
