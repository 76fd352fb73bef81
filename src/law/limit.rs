//! 法定期限: how long an organ may take, and who may provide otherwise.
//!
//! Source: 行政许可法 §42–45, §50, §82; 行政处罚法 §60, §85; 行政强制法 §25, §32, §69. Units are those of the statute:
//! periods for carrying out licenses are working days (行政许可法 §82); of 行政处罚法 only those of two, three, five and
//! seven days are (§85), and of 行政强制法 those up to ten days (§69), so that longer ones are calendar days.

use std::num::NonZeroU16;

use super::cell::{Cell, Period, Provision, Statute};
use super::source::{COERCION_LAW, LICENSING_LAW, PENALTY_LAW};
use crate::codelist::{LegalRank, SpecialProcedureKind, TimeUnit};
use crate::lang::Bilingual;
use crate::model::Date;

/// 法定期限: a limit that a statute sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatutoryLimit {
    /// 名称: what must be done within it.
    pub name: Bilingual,
    /// 数值: how many units.
    pub amount: NonZeroU16,
    /// 单位: the unit.
    pub unit: TimeUnit,
    /// 另有规定: the ranks that may provide otherwise.
    pub otherwise: Otherwise,
    /// 依据: the provision that sets it.
    pub citation: Provision,
    /// 单位依据: the provision that tells its unit; none where the unit is as printed.
    pub unit_citation: Option<Provision>,
    /// 适用期间: when it applies.
    pub period: Period,
}

/// 另有规定: who may provide otherwise than the statute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Otherwise {
    /// 无: the statute excepts nothing.
    Nobody,
    /// 法律: laws.
    Law,
    /// 法律、行政法规: laws and administrative regulations.
    LawOrAdministrativeRegulation,
    /// 法律、法规: laws and regulations, local ones among them. 国务院决定 are not named.
    LawOrRegulation,
    /// 法律、法规、规章: laws, regulations and rules.
    LawRegulationOrRule,
}

impl StatutoryLimit {
    /// Whether an instrument of a rank may provide otherwise; none for a day on which the limit does not apply.
    ///
    /// ```
    /// use qingdan::codelist::LegalRank;
    /// use qingdan::law::{Permission, limit};
    /// let as_of = "2026-11-23".parse()?;
    /// let may = |rank| limit::LICENSE_DECISION.may_differ(rank, as_of).map(|cell| cell.verdict);
    /// assert_eq!(may(LegalRank::LocalRegulation), Some(Permission::Allowed)); // 法律、法规另有规定的
    /// assert_eq!(may(LegalRank::DepartmentalRule), Some(Permission::Forbidden));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn may_differ(&self, rank: LegalRank, as_of: Date) -> Option<Cell> {
        let verdict = self.otherwise.verdict(rank);
        Cell { verdict, citation: Some(self.citation), period: self.period }.at(as_of)
    }
}

impl Otherwise {
    fn verdict(self, rank: LegalRank) -> super::Permission {
        use super::Permission::{Allowed, AllowedWithin, Forbidden};
        let least = match rank {
            LegalRank::Constitution | LegalRank::Law => Self::Law,
            LegalRank::AdministrativeRegulation => Self::LawOrAdministrativeRegulation,
            LegalRank::LocalRegulation
            | LegalRank::AutonomousRegulation
            | LegalRank::SpecialZoneRegulation
            | LegalRank::Regulation => Self::LawOrRegulation,
            LegalRank::DepartmentalRule | LegalRank::ProvincialRule | LegalRank::MunicipalRule | LegalRank::Rule => {
                Self::LawRegulationOrRule
            }
            LegalRank::StateCouncilDecision
            | LegalRank::NormativeDocument
            | LegalRank::PartyRegulation
            | LegalRank::StaffingDocument
            | LegalRank::Standard => return Forbidden,
        };
        if least.width() <= self.width() {
            Allowed
        } else if rank == LegalRank::Regulation && self == Self::LawOrAdministrativeRegulation {
            AllowedWithin(Bilingual {
                zh: "标注未区分：限于行政法规",
                en: "the tag does not tell regulations apart: only administrative ones",
            })
        } else {
            Forbidden
        }
    }

    /// How many ranks are let in; each variant lets in those before it.
    const fn width(self) -> u8 {
        match self {
            Self::Nobody => 0,
            Self::Law => 1,
            Self::LawOrAdministrativeRegulation => 2,
            Self::LawOrRegulation => 3,
            Self::LawRegulationOrRule => 4,
        }
    }

    /// The words of the statutes.
    #[must_use]
    pub const fn title(self) -> Bilingual {
        match self {
            Self::Nobody => Bilingual { zh: "无", en: "nobody" },
            Self::Law => Bilingual { zh: "法律", en: "laws" },
            Self::LawOrAdministrativeRegulation => {
                Bilingual { zh: "法律、行政法规", en: "laws, administrative regulations" }
            }
            Self::LawOrRegulation => Bilingual { zh: "法律、法规", en: "laws, regulations" },
            Self::LawRegulationOrRule => Bilingual { zh: "法律、法规、规章", en: "laws, regulations, rules" },
        }
    }
}

const fn limit(
    name: Bilingual,
    (amount, unit): (u16, TimeUnit),
    otherwise: Otherwise,
    statute: Statute,
    clause: &'static str,
    unit_clause: Option<&'static str>,
) -> StatutoryLimit {
    let amount = match NonZeroU16::new(amount) {
        Some(amount) => amount,
        None => NonZeroU16::MIN,
    };
    let unit_citation = match unit_clause {
        Some(clause) => Some(statute.at(clause)),
        None => None,
    };
    StatutoryLimit {
        name,
        amount,
        unit,
        otherwise,
        citation: statute.at(clause),
        unit_citation,
        period: Period::since(statute.1),
    }
}

const fn licensing(
    zh: &'static str,
    en: &'static str,
    days: u16,
    otherwise: Otherwise,
    clause: &'static str,
) -> StatutoryLimit {
    limit(Bilingual { zh, en }, (days, TimeUnit::WorkingDay), otherwise, LICENSING_LAW, clause, Some("第八十二条"))
}

const fn seizing(zh: &'static str, en: &'static str, otherwise: Otherwise, clause: &'static str) -> StatutoryLimit {
    limit(Bilingual { zh, en }, (30, TimeUnit::CalendarDay), otherwise, COERCION_LAW, clause, Some("第六十九条"))
}

/// 许可决定期限: a license is decided within it, from acceptance on.
pub const LICENSE_DECISION: StatutoryLimit =
    licensing("许可决定", "decision on a license", 20, Otherwise::LawOrRegulation, "第四十二条第一款");
/// 许可决定延长: the extension that the head of the organ may grant.
pub const LICENSE_DECISION_EXTENSION: StatutoryLimit =
    licensing("许可决定的延长", "extension of the decision", 10, Otherwise::LawOrRegulation, "第四十二条第一款");
/// 统一、联合、集中办理期限: several bodies of one government handle licenses in one place (§26).
pub const JOINT_HANDLING: StatutoryLimit =
    licensing("统一、联合、集中办理", "joint handling of licenses", 45, Otherwise::Nobody, "第四十二条第二款");
/// 统一、联合、集中办理延长: the extension that the head of the government may grant.
pub const JOINT_HANDLING_EXTENSION: StatutoryLimit =
    licensing("统一、联合、集中办理的延长", "extension of joint handling", 15, Otherwise::Nobody, "第四十二条第二款");
/// 初审期限: the review by the lower organ.
pub const FIRST_REVIEW: StatutoryLimit =
    licensing("下级行政机关初审", "first review by the lower organ", 20, Otherwise::LawOrRegulation, "第四十三条");
/// 送达期限: the license is handed over within it, from the decision on.
pub const DELIVERY: StatutoryLimit =
    licensing("颁发、送达许可证件", "delivery of the license", 10, Otherwise::Nobody, "第四十四条");
/// 延续申请: how long before the end of its validity the renewal of a license is to be asked for.
///
/// §82 counts the periods of organs in working days; this one is the applicant's, and stays as printed.
pub const RENEWAL_LEAD: StatutoryLimit = limit(
    Bilingual { zh: "有效期届满前申请延续", en: "asking for renewal before the end of validity" },
    (30, TimeUnit::Day),
    Otherwise::LawRegulationOrRule,
    LICENSING_LAW,
    "第五十条第一款",
    None,
);
/// 临时许可期限: how long a temporary license of a provincial rule may last without a local regulation.
pub const TEMPORARY_LICENSE: StatutoryLimit = limit(
    Bilingual { zh: "省级政府规章设定的临时性许可", en: "a temporary license of a provincial rule" },
    (12, TimeUnit::Month),
    Otherwise::Nobody,
    LICENSING_LAW,
    "第十五条第一款",
    None,
);
/// 处罚决定期限: a penalty is decided within it, from filing on.
pub const PENALTY_DECISION: StatutoryLimit = limit(
    Bilingual { zh: "处罚决定", en: "decision on a penalty" },
    (90, TimeUnit::CalendarDay),
    Otherwise::LawRegulationOrRule,
    PENALTY_LAW,
    "第六十条",
    Some("第八十五条"),
);
/// 查封、扣押期限: how long things may be sealed or seized.
pub const SEIZURE: StatutoryLimit =
    seizing("查封、扣押", "sealing and seizure", Otherwise::LawOrAdministrativeRegulation, "第二十五条第一款");
/// 查封、扣押延长: the extension that the head of the organ may grant.
pub const SEIZURE_EXTENSION: StatutoryLimit = seizing(
    "查封、扣押的延长",
    "extension of sealing and seizure",
    Otherwise::LawOrAdministrativeRegulation,
    "第二十五条第一款",
);
/// 冻结期限: how long deposits may be frozen.
pub const FREEZING: StatutoryLimit =
    seizing("冻结存款、汇款", "freezing of deposits", Otherwise::Law, "第三十二条第一款");
/// 冻结延长: the extension that the head of the organ may grant.
pub const FREEZING_EXTENSION: StatutoryLimit =
    seizing("冻结的延长", "extension of freezing", Otherwise::Law, "第三十二条第一款");

/// 法定期限表: all of them.
pub const ALL: &[StatutoryLimit] = &[
    LICENSE_DECISION,
    LICENSE_DECISION_EXTENSION,
    JOINT_HANDLING,
    JOINT_HANDLING_EXTENSION,
    FIRST_REVIEW,
    DELIVERY,
    RENEWAL_LEAD,
    TEMPORARY_LICENSE,
    PENALTY_DECISION,
    SEIZURE,
    SEIZURE_EXTENSION,
    FREEZING,
    FREEZING_EXTENSION,
];

/// Whether the days of a step stand outside the limit of a license; none for a day before 行政许可法.
///
/// The list of §45 is closed: other steps need a law or regulation that provides so (§42).
///
/// ```
/// use qingdan::codelist::SpecialProcedureKind;
/// use qingdan::law::{Permission, limit};
/// let as_of = "2026-11-23".parse()?;
/// let verdict = |kind| limit::excluded_from_license_limit(kind, as_of).map(|cell| cell.verdict);
/// assert_eq!(verdict(&SpecialProcedureKind::ExpertReview), Some(Permission::Allowed));
/// assert!(matches!(verdict(&SpecialProcedureKind::SiteInspection), Some(Permission::AllowedWithin(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn excluded_from_license_limit(kind: &SpecialProcedureKind, as_of: Date) -> Option<Cell> {
    excluded(kind).at(as_of)
}

pub(crate) fn excluded(kind: &SpecialProcedureKind) -> Cell {
    match kind {
        SpecialProcedureKind::Hearing
        | SpecialProcedureKind::Tender
        | SpecialProcedureKind::Auction
        | SpecialProcedureKind::Testing
        | SpecialProcedureKind::Inspection
        | SpecialProcedureKind::Quarantine
        | SpecialProcedureKind::Appraisal
        | SpecialProcedureKind::ExpertReview => LICENSING_LAW.allows("第四十五条"),
        SpecialProcedureKind::SiteInspection | SpecialProcedureKind::PublicNotice | SpecialProcedureKind::Other(_) => {
            LICENSING_LAW.within(
                "第四十二条第一款",
                "不在第四十五条之列，须法律、法规另有规定",
                "not in the list of §45; a law or regulation must provide so",
            )
        }
    }
}
