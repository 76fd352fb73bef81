use proptest::prelude::*;
use qingdan::code::{CodeProblem, DivisionCode, DivisionLevel, Expected, TownshipKind};

use super::common::texts_of;

fn division(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

#[test]
fn levels_and_parents() {
    use DivisionLevel::{County, Prefecture, Province, Township, Village};
    for (code, level, parent) in [
        ("150000", Province, None),
        ("150600", Prefecture, Some("150000")),
        ("150625", County, Some("150600")),
        ("150625000", County, Some("150600000")),
        ("150625000000", County, Some("150600000000")),
        ("150625100", Township, Some("150625000")),
        ("150625100000", Township, Some("150625000000")),
        ("150625100001", Village, Some("150625100000")),
        // Dongguan has no counties, and Jiyuan is a county without prefecture in all but digits.
        ("441900", Prefecture, Some("440000")),
        ("441900003000", Township, Some("441900000000")),
        ("419001", County, Some("419000")),
        ("110101", County, Some("110100")),
    ] {
        assert_eq!(division(code).level(), level, "{code}");
        assert_eq!(division(code).parent(), parent.map(division), "{code}");
    }
}

#[test]
fn county_and_province() {
    assert_eq!(division("150625100001").county(), Some(division("150625")));
    assert_eq!(division("150625").county(), Some(division("150625")));
    assert_eq!(division("150600000000").county(), None);
    assert_eq!(division("441900003000").county(), None);
    assert_eq!(division("150625100001").province(), division("150000"));
}

#[test]
fn same_place_in_other_lengths() {
    let lengths = ["150625", "150625000", "150625000000"].map(division);
    for one in lengths {
        assert_eq!(one.padded().as_str(), "150625000000");
        for other in lengths {
            assert!(one.same_division(&other) && one.contains(&other));
        }
    }
    assert!(lengths[0] < lengths[1] && lengths[1] < lengths[2]);
    assert!(!division("150625").same_division(&division("150626")));
    assert!(!division("150625").contains(&division("150626100")));
    assert!(division("150000").contains(&division("150625100")));
    assert!(!division("150625100").contains(&division("150625")));
    // 150600 is a prefix only by digits that are not zero: 1506 does not contain 1507.
    assert!(!division("150600").contains(&division("150700")));
}

#[test]
fn kinds_of_township_units() {
    for (digits, kind) in [
        ("000", None),
        ("001", Some(TownshipKind::Subdistrict)),
        ("099", Some(TownshipKind::Subdistrict)),
        ("100", Some(TownshipKind::Town)),
        ("199", Some(TownshipKind::Town)),
        ("200", Some(TownshipKind::Township)),
        ("399", Some(TownshipKind::Township)),
        ("400", Some(TownshipKind::Quasi)),
        ("599", Some(TownshipKind::Quasi)),
        ("600", None),
    ] {
        assert_eq!(division(&format!("150625{digits}")).township_kind(), kind, "{digits}");
        assert_eq!(division(&format!("150625{digits}001")).township_kind(), kind, "{digits}");
    }
    assert_eq!(division("150625").township_kind(), None);
    let governments: Vec<_> = TownshipKind::ALL.iter().filter(|kind| kind.is_government()).collect();
    assert_eq!(governments, [&TownshipKind::Town, &TownshipKind::Township]);
}

#[test]
fn problems_and_places() {
    let problem = |text: &str| DivisionCode::parse(text).unwrap_err().problem().clone();
    for (text, found) in [("", 0), ("1506", 4), ("15062510", 8), ("1506250000000", 13)] {
        assert_eq!(problem(text), CodeProblem::Length { expected: &[6, 9, 12], found });
    }
    assert_eq!(problem("15O625"), CodeProblem::Character { position: 3, expected: Expected::Digit, found: 'O' });
    assert_eq!(problem("050625"), CodeProblem::Character { position: 1, expected: Expected::NonZeroDigit, found: '0' });
    assert_eq!(
        problem("15062５"),
        CodeProblem::Character { position: 6, expected: Expected::Exactly('5'), found: '５' }
    );
}

proptest! {
    #[test]
    fn parents_lead_up_to_the_province(text in texts_of(DivisionCode::PATTERN)) {
        let mut code = division(&text);
        let province = code.province();
        while let Some(parent) = code.parent() {
            prop_assert!(parent.level() < code.level());
            prop_assert!(parent.contains(&code) && !code.contains(&parent));
            prop_assert_eq!(parent.as_str().len(), text.len());
            code = parent;
        }
        prop_assert_eq!(code.level(), DivisionLevel::Province);
        prop_assert!(code.same_division(&province));
    }

    #[test]
    fn order_is_that_of_the_text(a in texts_of(DivisionCode::PATTERN), b in texts_of(DivisionCode::PATTERN)) {
        prop_assert_eq!(division(&a).cmp(&division(&b)), a.cmp(&b));
    }
}
