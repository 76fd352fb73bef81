//! 收费依据: on what basis a fee may be taken.
//!
//! Source: 行政许可法 §58–59 for licenses, 优化营商环境条例 §25 for fees of enterprises. Levies and resource charges are meant
//! by neither row.

use super::cell::Cell;
use super::source::{BUSINESS_REGULATION, LICENSING_LAW};
use crate::codelist::LegalRank;
use crate::model::Date;

/// 收费事由: for what a fee is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FeePurpose {
    /// 行政许可收费: for carrying out or supervising a license.
    License,
    /// 涉企行政事业性收费: any other administrative fee of enterprises.
    Enterprise,
}

impl FeePurpose {
    /// All kinds.
    pub const ALL: &'static [Self] = &[Self::License, Self::Enterprise];
}

/// Whether an instrument of a rank can be the basis of a fee; none for a day before the statute.
///
/// ```
/// use qingdan::codelist::LegalRank;
/// use qingdan::law::{Permission, fee};
/// let as_of = "2026-11-23".parse()?;
/// let cell = fee::may_set(fee::FeePurpose::License, LegalRank::LocalRegulation, as_of).ok_or("no table")?;
/// assert_eq!((cell.verdict, cell.citation.map(|of| of.clause)), (Permission::Forbidden, Some("第五十八条第一款")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn may_set(kind: FeePurpose, rank: LegalRank, as_of: Date) -> Option<Cell> {
    cell(kind, rank).at(as_of)
}

/// The row of a rank, the column of a kind.
pub(super) const fn cell(kind: FeePurpose, rank: LegalRank) -> Cell {
    match rank {
        LegalRank::Constitution => LICENSING_LAW
            .leaves_to_laws("宪法不直接设定收费，由法律设定", "the constitution sets no fee itself; laws do"),
        LegalRank::Law | LegalRank::AdministrativeRegulation => match kind {
            FeePurpose::License => LICENSING_LAW.allows("第五十八条第一款"),
            FeePurpose::Enterprise => BUSINESS_REGULATION.allows("第二十五条"),
        },
        LegalRank::Regulation => match kind {
            FeePurpose::License => LICENSING_LAW.allows_administrative_only("第五十八条第一款"),
            FeePurpose::Enterprise => APPROVED,
        },
        LegalRank::StateCouncilDecision
        | LegalRank::LocalRegulation
        | LegalRank::AutonomousRegulation
        | LegalRank::SpecialZoneRegulation
        | LegalRank::DepartmentalRule
        | LegalRank::ProvincialRule
        | LegalRank::MunicipalRule
        | LegalRank::Rule
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard => match kind {
            FeePurpose::License => LICENSING_LAW.forbids("第五十八条第一款"),
            FeePurpose::Enterprise => APPROVED,
        },
    }
}

const APPROVED: Cell = BUSINESS_REGULATION.within(
    "第二十五条",
    "限于经国务院批准的，且列入公开的目录清单",
    "only with the approval of the State Council, and in the published list",
);
