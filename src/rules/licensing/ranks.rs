//! Ranks by what a statute asks for.

use crate::codelist::LegalRank;
use crate::law::rank::is_law_or_regulation;

/// 法律、法规、国务院决定.
pub(super) fn law_regulation_or_decision(rank: LegalRank) -> bool {
    is_law_or_regulation(rank) || rank == LegalRank::StateCouncilDecision
}

/// 法律、法规、规章; what the State Council decides stands above rules.
pub(super) fn law_regulation_or_rule(rank: LegalRank) -> bool {
    law_regulation_or_decision(rank)
        || matches!(
            rank,
            LegalRank::Rule | LegalRank::DepartmentalRule | LegalRank::ProvincialRule | LegalRank::MunicipalRule
        )
}
