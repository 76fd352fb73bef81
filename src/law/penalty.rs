//! 行政处罚设定权: who may set which kind of penalty.
//!
//! Source: 行政处罚法 §9–16, as revised in 2021.

use super::cell::{Cell, Provision};
use super::source::PENALTY_LAW;
use crate::codelist::{LegalRank, PenaltyKind};
use crate::model::Date;

/// Penalties that restrict liberty: only organs of public security and others that a law names exercise them.
pub const LIBERTY_BODIES: Provision = PENALTY_LAW.at("第十八条第三款");

/// Whether an instrument of a rank may set a kind of penalty; none for a day before the revision of 2021.
///
/// A rule that may set none may still detail what an upper norm has set, within its acts, kinds and ranges (§13, §14).
///
/// ```
/// use qingdan::codelist::{LegalRank, PenaltyKind};
/// use qingdan::law::{Permission, penalty};
/// let as_of = "2026-11-23".parse()?;
/// let may = |kind, rank| penalty::may_set(kind, rank, as_of).map(|cell| cell.verdict);
/// assert_eq!(may(PenaltyKind::Detention, LegalRank::Law), Some(Permission::Allowed));
/// assert_eq!(may(PenaltyKind::Detention, LegalRank::AdministrativeRegulation), Some(Permission::Forbidden));
/// assert_eq!(may(PenaltyKind::RevocationOfBusinessLicense, LegalRank::LocalRegulation), Some(Permission::Forbidden));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn may_set(kind: PenaltyKind, rank: LegalRank, as_of: Date) -> Option<Cell> {
    cell(kind, rank).at(as_of)
}

/// The kinds that the law treats alike.
enum Group {
    /// Those that rules may set.
    WarningCriticism,
    Fine,
    /// Liberty: §10.
    Liberty,
    /// §12 excepts it for local regulations.
    BusinessLicense,
    Common,
    /// §9 (6): what laws and administrative regulations provide besides.
    Besides,
    /// An order to correct is no penalty.
    NoPenalty,
}

const fn group(kind: PenaltyKind) -> Group {
    match kind {
        PenaltyKind::Warning | PenaltyKind::PublicCriticism => Group::WarningCriticism,
        PenaltyKind::Fine => Group::Fine,
        PenaltyKind::Detention => Group::Liberty,
        PenaltyKind::RevocationOfBusinessLicense => Group::BusinessLicense,
        PenaltyKind::ConfiscationOfGains
        | PenaltyKind::ConfiscationOfProperty
        | PenaltyKind::SuspensionOfPermit
        | PenaltyKind::Downgrade
        | PenaltyKind::RevocationOfPermit
        | PenaltyKind::RestrictionOfOperation
        | PenaltyKind::SuspensionOfBusiness
        | PenaltyKind::Closure
        | PenaltyKind::RestrictionOfPractice => Group::Common,
        PenaltyKind::Other => Group::Besides,
        PenaltyKind::OrderToCorrect => Group::NoPenalty,
    }
}

/// The row of a rank, the column of a kind.
pub(super) const fn cell(kind: PenaltyKind, rank: LegalRank) -> Cell {
    let group = group(kind);
    if let Group::NoPenalty = group {
        return PENALTY_LAW.within(
            "第二十八条第一款",
            "责令改正不是处罚种类，实施处罚时应当责令改正",
            "no kind of penalty; every organ that imposes one must order correction",
        );
    }
    match rank {
        LegalRank::Constitution => PENALTY_LAW.leaves_to_laws(
            "宪法不直接设定处罚，由法律设定",
            "the constitution sets no penalty itself; laws do",
        ),
        LegalRank::Law => match group {
            Group::Liberty => PENALTY_LAW.allows("第十条第二款"),
            _ => PENALTY_LAW.allows("第十条第一款"),
        },
        LegalRank::AdministrativeRegulation => match group {
            Group::Liberty => PENALTY_LAW.forbids("第十条第二款"),
            _ => PENALTY_LAW.within(
                "第十一条",
                "法律已规定的，在其行为、种类、幅度内；未规定的，可以补充设定",
                "within the acts, kinds and ranges that a law has fixed; in addition where it has fixed none",
            ),
        },
        LegalRank::LocalRegulation | LegalRank::AutonomousRegulation | LegalRank::SpecialZoneRegulation => {
            match group {
                Group::Liberty | Group::BusinessLicense => PENALTY_LAW.forbids("第十二条第一款"),
                Group::Besides => PENALTY_LAW.within(
                    "第九条第（六）项",
                    "限于法律、行政法规已规定的种类",
                    "only kinds that laws or administrative regulations provide",
                ),
                _ => PENALTY_LAW.within(
                    "第十二条",
                    "法律、行政法规已规定的，在其行为、种类、幅度内；未规定的，可以补充设定",
                    "within the acts, kinds and ranges that laws or administrative regulations have fixed; in addition where they have fixed none",
                ),
            }
        }
        LegalRank::Regulation => match group {
            Group::Liberty => PENALTY_LAW.forbids("第十条第二款"),
            Group::BusinessLicense => PENALTY_LAW.allows_administrative_only("第十二条第一款"),
            _ => PENALTY_LAW.within(
                "第十二条",
                "标注未区分行政法规和地方性法规：在上位法范围内，或者补充设定",
                "the tag does not tell administrative from local regulations: within the upper law, or in addition",
            ),
        },
        LegalRank::DepartmentalRule => match group {
            Group::WarningCriticism => {
                PENALTY_LAW.within("第十三条第二款", "尚未制定法律、行政法规的", "where there is no law or administrative regulation")
            }
            Group::Fine => PENALTY_LAW.within(
                "第十三条第二款",
                "尚未制定法律、行政法规的，一定数额以内，限额由国务院规定",
                "where there is no law or administrative regulation, up to a limit that the State Council fixes",
            ),
            Group::Liberty => PENALTY_LAW.forbids("第十条第二款"),
            _ => PENALTY_LAW.forbids("第十三条"),
        },
        LegalRank::ProvincialRule | LegalRank::MunicipalRule => match group {
            Group::WarningCriticism => {
                PENALTY_LAW.within("第十四条第二款", "尚未制定法律、法规的", "where there is no law or regulation")
            }
            Group::Fine => PENALTY_LAW.within(
                "第十四条第二款",
                "尚未制定法律、法规的，一定数额以内，限额由省级人大常委会规定",
                "where there is no law or regulation, up to a limit that the province's standing committee fixes",
            ),
            Group::Liberty => PENALTY_LAW.forbids("第十条第二款"),
            _ => PENALTY_LAW.forbids("第十四条"),
        },
        LegalRank::Rule => match group {
            Group::WarningCriticism | Group::Fine => PENALTY_LAW.within(
                "第十三条第二款",
                "标注未区分：部门规章依第十三条，地方政府规章依第十四条，均限于尚无上位法时",
                "the tag does not tell rules apart: departmental ones under §13, local ones under §14, each only where there is no upper law",
            ),
            Group::Liberty => PENALTY_LAW.forbids("第十条第二款"),
            _ => PENALTY_LAW.forbids("第十三条"),
        },
        LegalRank::StateCouncilDecision
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard => PENALTY_LAW.forbids("第十六条"),
    }
}
