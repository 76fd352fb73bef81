//! Ranks by what a statute asks for, and the titles that cannot fall short of it.

use crate::codelist::{ItemType, LegalRank};
use crate::model::{Citation, Item, Text};

/// 法律、法规, local ones among them.
pub(super) fn law_or_regulation(rank: LegalRank) -> bool {
    matches!(
        rank,
        LegalRank::Constitution
            | LegalRank::Law
            | LegalRank::AdministrativeRegulation
            | LegalRank::Regulation
            | LegalRank::LocalRegulation
            | LegalRank::AutonomousRegulation
            | LegalRank::SpecialZoneRegulation
    )
}

/// 法律、法规、国务院决定.
pub(super) fn law_regulation_or_decision(rank: LegalRank) -> bool {
    law_or_regulation(rank) || rank == LegalRank::StateCouncilDecision
}

/// 法律、法规、规章; what the State Council decides stands above rules.
pub(super) fn law_regulation_or_rule(rank: LegalRank) -> bool {
    law_regulation_or_decision(rank)
        || matches!(
            rank,
            LegalRank::Rule | LegalRank::DepartmentalRule | LegalRank::ProvincialRule | LegalRank::MunicipalRule
        )
}

/// Whether a citation names a law or regulation as its title goes: 水法, 河道管理条例. It tells nothing for certain, but
/// an item that cites one never falls short, as far as is known, and need not be kept to be judged.
pub(super) fn names_law_or_regulation(citations: &[Citation]) -> bool {
    citations.iter().any(|citation| {
        let title = citation.title.as_ref().map(Text::as_str);
        let text = citation.text.as_ref().filter(|_| title.is_none()).map(Text::as_str);
        let in_text =
            text.into_iter().flat_map(|text| text.split('《').skip(1).filter_map(|rest| rest.split('》').next()));
        title.into_iter().chain(in_text).any(ends_as_law_or_regulation)
    })
}

fn ends_as_law_or_regulation(title: &str) -> bool {
    title.ends_with("条例") || title.ends_with("法典") || (title.ends_with('法') && !title.ends_with("办法"))
}

/// Whether an item is a license in force.
pub(super) fn is_license(item: Item<'_>) -> bool {
    item.in_force() && item.item_type() == ItemType::Licensing
}
