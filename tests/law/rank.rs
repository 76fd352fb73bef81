use qingdan::codelist::LegalRank::{self, *};
use qingdan::law::rank::stated_rank_covers;

#[test]
fn a_tag_covers_what_its_word_takes_in() {
    // The tag, and every known rank that may stand under it; all others contradict it.
    let table: &[(LegalRank, &[LegalRank])] = &[
        (Constitution, &[]),
        (Law, &[]),
        (AdministrativeRegulation, &[Regulation]),
        (StateCouncilDecision, &[]),
        (LocalRegulation, &[Regulation, AutonomousRegulation, SpecialZoneRegulation]),
        (AutonomousRegulation, &[Regulation, LocalRegulation]),
        (SpecialZoneRegulation, &[Regulation, LocalRegulation]),
        (DepartmentalRule, &[Rule]),
        (ProvincialRule, &[Rule]),
        (MunicipalRule, &[Rule]),
        (NormativeDocument, &[]),
        (PartyRegulation, &[]),
        (StaffingDocument, &[]),
        (Standard, &[]),
        (Regulation, &[AdministrativeRegulation, LocalRegulation, AutonomousRegulation, SpecialZoneRegulation]),
        (Rule, &[DepartmentalRule, ProvincialRule, MunicipalRule]),
    ];
    assert_eq!(table.len(), LegalRank::ALL.len());
    for &(stated, others) in table {
        for &known in LegalRank::ALL {
            let expected = stated == known || others.contains(&known);
            assert_eq!(stated_rank_covers(stated, known), expected, "{stated} over {known}");
        }
    }
}
