//! 行政许可设定权: who may set a license.
//!
//! Source: 行政许可法 §14–17; 优化营商环境条例 §39 closes fields to local licenses that the state regulates otherwise.

use super::cell::Cell;
use super::source::LICENSING_LAW;
use crate::codelist::LegalRank;
use crate::model::Date;

/// Whether an instrument of a rank may set a license; none for a day before 行政许可法.
///
/// Administrative regulations, local regulations and rules may still say how a license that the upper law sets is carried
/// out (§16 ¶1–3); documents are not named.
///
/// ```
/// use qingdan::codelist::LegalRank;
/// use qingdan::law::{Permission, license};
/// let as_of = "2026-11-23".parse()?;
/// let cell = license::may_set(LegalRank::DepartmentalRule, as_of).ok_or("no table")?;
/// assert_eq!(cell.verdict, Permission::Forbidden);
/// assert_eq!(cell.citation.map(|of| of.clause), Some("第十七条"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn may_set(rank: LegalRank, as_of: Date) -> Option<Cell> {
    cell(rank).at(as_of)
}

/// The row of a rank.
pub(super) const fn cell(rank: LegalRank) -> Cell {
    match rank {
        LegalRank::Constitution => LICENSING_LAW.leaves_to_laws(
            "宪法不直接设定许可，由法律设定",
            "the constitution sets no license itself; laws do",
        ),
        LegalRank::Law => LICENSING_LAW.allows("第十四条第一款"),
        LegalRank::AdministrativeRegulation => {
            LICENSING_LAW.within("第十四条第一款", "尚未制定法律的", "where there is no law")
        }
        LegalRank::StateCouncilDecision => LICENSING_LAW.within(
            "第十四条第二款",
            "必要时；实施后，除临时性许可外应当及时提请制定法律或者自行制定行政法规",
            "where necessary; but for temporary licenses, a law or administrative regulation must follow",
        ),
        LegalRank::LocalRegulation | LegalRank::AutonomousRegulation | LegalRank::SpecialZoneRegulation => LICENSING_LAW
            .within(
                "第十五条",
                "尚未制定法律、行政法规的；不得设定全国统一的资格资质、设立登记及其前置许可，不得限制外地的人和商品",
                "where there is no law or administrative regulation; no qualifications of the whole state, no registration of bodies or what precedes it, no barrier to people and goods from elsewhere",
            ),
        LegalRank::ProvincialRule => LICENSING_LAW.within(
            "第十五条",
            "尚未制定法律、行政法规、地方性法规，确需立即实施的，可以设定临时性许可，满一年需要继续的应当提请制定地方性法规；其他限制同地方性法规",
            "where there is no law or regulation and it must be carried out at once: a temporary license, for which a local regulation must follow after one year; bounds else as for local regulations",
        ),
        LegalRank::Regulation => LICENSING_LAW.within(
            "第十五条",
            "标注未区分行政法规和地方性法规：均可在尚无上位法时设定",
            "the tag does not tell administrative from local regulations: both may where there is no upper law",
        ),
        LegalRank::Rule => LICENSING_LAW.within(
            "第十五条第一款",
            "标注未区分：限于省、自治区、直辖市人民政府规章设定的临时性许可；部门规章、设区的市规章不得设定",
            "the tag does not tell rules apart: only temporary licenses of provincial rules; departmental and municipal rules may not",
        ),
        LegalRank::DepartmentalRule
        | LegalRank::MunicipalRule
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard => LICENSING_LAW.forbids("第十七条"),
    }
}
