//! 法律位阶: which ranks a tag in a list can mean.

use crate::codelist::LegalRank;

/// 标注位阶是否涵盖: whether an instrument of this rank can stand under a tag that states that rank.
///
/// Lists tag their bases with words wider than one rank: 法规 means administrative and local regulations, with
/// autonomous and special zone regulations; 规章 means every kind of rule. Autonomous and special zone regulations
/// count as local regulations. What is known may be as wide as a tag too; then only what it excludes is denied.
///
/// Source: 立法法 (2023) §72, §80–81, §84–85, §91, §93 for the ranks.
///
/// ```
/// use qingdan::codelist::LegalRank;
/// use qingdan::law::rank::stated_rank_covers;
/// assert!(stated_rank_covers(LegalRank::Regulation, LegalRank::AdministrativeRegulation)); // 【法规】
/// assert!(stated_rank_covers(LegalRank::Rule, LegalRank::DepartmentalRule)); // 【规章】
/// assert!(!stated_rank_covers(LegalRank::Law, LegalRank::AdministrativeRegulation));
/// ```
#[must_use]
pub fn stated_rank_covers(stated: LegalRank, known: LegalRank) -> bool {
    stated == known || members(stated).contains(&known) || members(known).contains(&stated)
}

/// The other ranks that a word takes in.
fn members(word: LegalRank) -> &'static [LegalRank] {
    match word {
        LegalRank::Regulation => &[
            LegalRank::AdministrativeRegulation,
            LegalRank::LocalRegulation,
            LegalRank::AutonomousRegulation,
            LegalRank::SpecialZoneRegulation,
        ],
        LegalRank::LocalRegulation => &[LegalRank::AutonomousRegulation, LegalRank::SpecialZoneRegulation],
        LegalRank::Rule => &[LegalRank::DepartmentalRule, LegalRank::ProvincialRule, LegalRank::MunicipalRule],
        LegalRank::Constitution
        | LegalRank::Law
        | LegalRank::AdministrativeRegulation
        | LegalRank::StateCouncilDecision
        | LegalRank::AutonomousRegulation
        | LegalRank::SpecialZoneRegulation
        | LegalRank::DepartmentalRule
        | LegalRank::ProvincialRule
        | LegalRank::MunicipalRule
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard => &[],
    }
}
