//! 行政强制措施设定权: who may set which coercive measure.
//!
//! Source: 行政强制法 §9–11. Not meant are 先行登记保存 (行政处罚法 §56), which that law itself grants, and what follows other
//! laws: emergency measures (§3 ¶2), prudential measures of the supervisors of finance and mandatory technical controls
//! of goods at the border (金融业审慎监管措施, 进出境货物强制性技术监控措施, §3 ¶3).

use super::cell::Cell;
use super::execution;
use super::source::COERCION_LAW;
use crate::codelist::{CoercionKind, LegalRank};
use crate::model::Date;

/// Whether an instrument of a rank may set a coercive measure, or a way of execution (see [`execution`]); none for a
/// day before 行政强制法.
///
/// ```
/// use qingdan::codelist::{CoercionKind, LegalRank};
/// use qingdan::law::{Permission, coercion};
/// let as_of = "2026-11-23".parse()?;
/// let may = |kind, rank| coercion::may_set(kind, rank, as_of).map(|cell| cell.verdict);
/// assert_eq!(may(CoercionKind::Freezing, LegalRank::AdministrativeRegulation), Some(Permission::Forbidden));
/// assert!(matches!(may(CoercionKind::Sealing, LegalRank::LocalRegulation), Some(Permission::AllowedWithin(_))));
/// assert_eq!(may(CoercionKind::Sealing, LegalRank::DepartmentalRule), Some(Permission::Forbidden));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn may_set(kind: CoercionKind, rank: LegalRank, as_of: Date) -> Option<Cell> {
    cell(kind, rank).at(as_of)
}

/// The measures that the law treats alike.
enum Group {
    /// §9 (1) and (4): liberty, deposits.
    LawOnly,
    /// §9 (2) and (3).
    SealingSeizure,
    /// §9 (5).
    Others,
}

/// The row of a rank, the column of a kind.
pub(super) const fn cell(kind: CoercionKind, rank: LegalRank) -> Cell {
    let group = match kind {
        CoercionKind::RestrictionOfLiberty | CoercionKind::Freezing => Group::LawOnly,
        CoercionKind::Sealing | CoercionKind::Seizure => Group::SealingSeizure,
        CoercionKind::OtherMeasure => Group::Others,
        CoercionKind::AdditionalFine
        | CoercionKind::LateFee
        | CoercionKind::TransferOfDeposits
        | CoercionKind::Sale
        | CoercionKind::RemovalOfObstruction
        | CoercionKind::SubstitutePerformance
        | CoercionKind::ForcedDemolition
        | CoercionKind::CourtApplication
        | CoercionKind::OtherExecution => return execution::cell(kind, rank),
    };
    match rank {
        LegalRank::Constitution => COERCION_LAW.leaves_to_laws(
            "宪法不直接设定强制措施，由法律设定",
            "the constitution sets no measure itself; laws do",
        ),
        LegalRank::Law => COERCION_LAW.allows("第十条第一款"),
        LegalRank::AdministrativeRegulation => match group {
            Group::LawOnly => COERCION_LAW.forbids("第十条第二款"),
            Group::SealingSeizure | Group::Others => COERCION_LAW.within(
                "第十条第二款",
                "尚未制定法律，且属于国务院行政管理职权事项的，应当由法律规定的措施除外；有法律的，限于法律规定由行政法规规定具体管理措施的特定事项（第十一条）",
                "where there is no law and the matter is the State Council's, but for measures that only a law may provide; where there is one, only if it leaves the measures to administrative regulations (§11)",
            ),
        },
        LegalRank::LocalRegulation | LegalRank::AutonomousRegulation | LegalRank::SpecialZoneRegulation => {
            match group {
                Group::SealingSeizure => COERCION_LAW.within(
                    "第十条第三款",
                    "尚未制定法律、行政法规，且属于地方性事务的",
                    "where there is no law or administrative regulation and the matter is local",
                ),
                Group::LawOnly | Group::Others => COERCION_LAW.forbids("第十条第三款"),
            }
        }
        LegalRank::Regulation => match group {
            Group::LawOnly => COERCION_LAW.forbids("第十条第二款"),
            Group::SealingSeizure => COERCION_LAW.within(
                "第十条第三款",
                "标注未区分行政法规和地方性法规：限于尚无上位法的",
                "the tag does not tell administrative from local regulations: only where there is no upper law",
            ),
            Group::Others => COERCION_LAW.allows_administrative_only("第十条第三款"),
        },
        LegalRank::StateCouncilDecision
        | LegalRank::DepartmentalRule
        | LegalRank::ProvincialRule
        | LegalRank::MunicipalRule
        | LegalRank::Rule
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard => COERCION_LAW.forbids("第十条第四款"),
    }
}
