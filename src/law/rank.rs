//! 法律位阶: which ranks a tag in a list can mean, and which rank a title shows by itself.

use super::facts::{title_key, title_without_year};
use crate::codelist::{LegalRank, division_at_start};

/// 国务院令第412号, amended in 2009 and 2016: the decision that keeps 500 licenses alive.
const DECISION_412: &str = "国务院对确需保留的行政审批项目设定行政许可的决定";

/// Words with which a document speaks about a regulation and is none.
const ABOUT: &[&str] = &["关于", "贯彻", "转发", "印发", "人民政府"];

/// 名称所示位阶: the rank that a title shows whatever is held about the instrument; none for nearly all titles, because the
/// ending of a title tells no rank.
///
/// - A title that begins with the full name of a province, city, prefecture, county or banner and ends in 条例 is that of
///   a local regulation, or of an autonomous or special zone regulation, which count as such: rules may not be called
///   条例 (规章制定程序条例 §7; 行政法规制定程序条例 (2026) §39, before it §5).
/// - 国务院令第412号 is a decision of the State Council (行政许可法 §14 ¶2).
///
/// ```
/// use qingdan::codelist::LegalRank;
/// use qingdan::law::rank::rank_by_title;
/// assert_eq!(rank_by_title("《内蒙古自治区节约用水条例》"), Some(LegalRank::LocalRegulation));
/// assert_eq!(rank_by_title("内蒙古自治区取水许可管理办法"), None); // a rule, or something else
/// assert_eq!(rank_by_title("城市供水条例"), None);
/// ```
#[must_use]
pub fn rank_by_title(title: &str) -> Option<LegalRank> {
    let key = title_key(title);
    if key == DECISION_412 {
        return Some(LegalRank::StateCouncilDecision);
    }
    let key = title_without_year(&key).unwrap_or(&key);
    let (maker, rest) = key.split_at_checked(division_at_start(key)?.len())?;
    let may_make = ["省", "自治区", "市", "州", "县", "旗"].iter().any(|kind| maker.ends_with(kind));
    let is_regulation = rest.ends_with("条例") && !ABOUT.iter().any(|word| rest.contains(word));
    (may_make && is_regulation).then_some(LegalRank::LocalRegulation)
}

/// 标注是否可用: whether a rank may be stated of the instrument of this title, which has the known rank: what
/// [`stated_rank_covers`] says, and one exception. 国务院令第412号 is a decision of the State Council that stands among the
/// administrative regulations in official collections, so 国务院决定, 行政法规 and 法规 are all right for it.
///
/// ```
/// use qingdan::codelist::LegalRank;
/// use qingdan::law::rank::may_be_stated;
/// let title = "国务院对确需保留的行政审批项目设定行政许可的决定";
/// assert!(may_be_stated(LegalRank::AdministrativeRegulation, title, LegalRank::StateCouncilDecision));
/// assert!(!may_be_stated(LegalRank::Law, title, LegalRank::StateCouncilDecision));
/// ```
#[must_use]
pub fn may_be_stated(stated: LegalRank, title: &str, known: LegalRank) -> bool {
    let is_regulation = || [LegalRank::AdministrativeRegulation, LegalRank::Regulation].contains(&stated);
    stated_rank_covers(stated, known)
        || (known == LegalRank::StateCouncilDecision && is_regulation() && title_key(title) == DECISION_412)
}

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

/// Whether a rank is that of a law or of a regulation, a local one among them.
pub(crate) fn is_law_or_regulation(rank: LegalRank) -> bool {
    matches!(
        rank,
        LegalRank::Constitution
            | LegalRank::Law
            | LegalRank::AdministrativeRegulation
            | LegalRank::LocalRegulation
            | LegalRank::AutonomousRegulation
            | LegalRank::SpecialZoneRegulation
            | LegalRank::Regulation
    )
}

/// The other ranks that a word takes in.
pub(crate) fn members(word: LegalRank) -> &'static [LegalRank] {
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
