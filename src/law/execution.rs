//! 行政强制执行设定权: who may set which way of coercive execution.
//!
//! Source: 行政强制法 §12–13. What the law itself grants to every organ (§45, §46, §50, §52; 行政处罚法 §72) needs no other
//! basis, and an application to the court (§53) is no execution by the organ.

use super::cell::{Cell, Provision};
use super::source::{COERCION_LAW, PENALTY_LAW};
use crate::codelist::{CoercionKind, LegalRank};
use crate::model::Date;

/// The provisions by which 行政强制法 and 行政处罚法 grant a way of execution themselves; empty where another law must.
#[must_use]
pub fn granted_by(kind: CoercionKind) -> &'static [Provision] {
    const FINE: &[Provision] = &[COERCION_LAW.at("第四十五条第一款"), PENALTY_LAW.at("第七十二条第一款第（一）项")];
    const LATE: &[Provision] = &[COERCION_LAW.at("第四十五条第一款")];
    const SALE: &[Provision] = &[COERCION_LAW.at("第四十六条第三款")];
    const PERFORMANCE: &[Provision] = &[COERCION_LAW.at("第五十条"), COERCION_LAW.at("第五十二条")];
    match kind {
        CoercionKind::AdditionalFine => FINE,
        CoercionKind::LateFee => LATE,
        CoercionKind::Sale => SALE,
        CoercionKind::SubstitutePerformance => PERFORMANCE,
        CoercionKind::TransferOfDeposits
        | CoercionKind::RemovalOfObstruction
        | CoercionKind::ForcedDemolition
        | CoercionKind::OtherExecution
        | CoercionKind::CourtApplication
        | CoercionKind::RestrictionOfLiberty
        | CoercionKind::Sealing
        | CoercionKind::Seizure
        | CoercionKind::Freezing
        | CoercionKind::OtherMeasure => &[],
    }
}

/// Whether an instrument of a rank may set a way of execution; none for a measure, and for a day before 行政强制法.
///
/// ```
/// use qingdan::codelist::{CoercionKind, LegalRank};
/// use qingdan::law::{Permission, execution};
/// let as_of = "2026-11-23".parse()?;
/// let cell = execution::may_set(CoercionKind::ForcedDemolition, LegalRank::LocalRegulation, as_of).ok_or("no table")?;
/// assert_eq!((cell.verdict, cell.citation.map(|of| of.clause)), (Permission::Forbidden, Some("第十三条第一款")));
/// assert_eq!(execution::may_set(CoercionKind::Sealing, LegalRank::Law, as_of), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn may_set(kind: CoercionKind, rank: LegalRank, as_of: Date) -> Option<Cell> {
    if kind.is_measure() { None } else { cell(kind, rank).at(as_of) }
}

/// The row of a rank, the column of a way of execution.
pub(super) const fn cell(kind: CoercionKind, rank: LegalRank) -> Cell {
    if let CoercionKind::CourtApplication = kind {
        return COERCION_LAW.within(
            "第五十三条",
            "不是行政机关自行强制执行，没有强制执行权的机关均可申请",
            "no execution by the organ itself; any organ without that power may apply",
        );
    }
    match rank {
        LegalRank::Law => COERCION_LAW.allows("第十三条第一款"),
        LegalRank::Constitution => COERCION_LAW
            .leaves_to_laws("宪法不直接设定强制执行，由法律设定", "the constitution sets no execution itself; laws do"),
        LegalRank::AdministrativeRegulation
        | LegalRank::StateCouncilDecision
        | LegalRank::LocalRegulation
        | LegalRank::AutonomousRegulation
        | LegalRank::SpecialZoneRegulation
        | LegalRank::DepartmentalRule
        | LegalRank::ProvincialRule
        | LegalRank::MunicipalRule
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard
        | LegalRank::Regulation
        | LegalRank::Rule => below_law(kind),
    }
}

/// What any instrument below a law may do: nothing, but for what the law grants itself.
const fn below_law(kind: CoercionKind) -> Cell {
    match kind {
        CoercionKind::AdditionalFine => COERCION_LAW.within(
            "第四十五条第一款",
            "本法已直接规定，应当引用本条（罚款另见行政处罚法第七十二条）",
            "the law grants it itself and is to be cited (for fines also 行政处罚法 §72)",
        ),
        CoercionKind::LateFee => COERCION_LAW.within(
            "第四十五条第一款",
            "本法已直接规定，限于金钱给付义务的行政决定逾期不履行的；应当引用本条",
            "the law grants it itself, only where a decision to pay money is not met in time; it is to be cited",
        ),
        CoercionKind::Sale => COERCION_LAW.within(
            "第四十六条第三款",
            "限于在行政管理过程中已经采取查封、扣押措施的机关拍卖抵缴罚款，且当事人在法定期限内不申请复议、不起诉，经催告仍不履行；应当引用本款",
            "only by an organ that has already sealed or seized, to cover a fine, where no review was sought in time and payment was demanded in vain; this paragraph is to be cited",
        ),
        CoercionKind::SubstitutePerformance => COERCION_LAW.within(
            "第五十条",
            "本法已直接规定，限于排除妨碍、恢复原状等义务经催告仍不履行，其后果已经或者将危害交通安全、造成环境污染、破坏自然资源的（立即代履行见第五十二条）；应当引用本条",
            "the law grants it itself, only where a duty to remove or restore is not done though demanded, and that endangers traffic, pollutes or destroys natural resources (at once: §52); it is to be cited",
        ),
        CoercionKind::TransferOfDeposits
        | CoercionKind::RemovalOfObstruction
        | CoercionKind::ForcedDemolition
        | CoercionKind::CourtApplication
        | CoercionKind::OtherExecution
        | CoercionKind::RestrictionOfLiberty
        | CoercionKind::Sealing
        | CoercionKind::Seizure
        | CoercionKind::Freezing
        | CoercionKind::OtherMeasure => COERCION_LAW.forbids("第十三条第一款"),
    }
}
