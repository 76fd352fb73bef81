use proptest::prelude::*;
use qingdan::code::{CodeProblem, CodeScheme, Expected, OrganizationCode};

use super::common::texts_of;

fn problem(text: &str) -> CodeProblem {
    OrganizationCode::parse(text).unwrap_err().problem().clone()
}

#[test]
fn the_example_of_the_standard() {
    // D=13·3 + 2·7 + 1·9 + 4·10 + 3·5 + 5·8 + 6·4 + 9·2 = 199 = 18·11 + 1; 11 − 1 = 10, written X.
    let code = OrganizationCode::parse("D2143569X").unwrap();
    assert_eq!(code.body(), "D2143569");
    assert_eq!(code.hyphenated(), "D2143569-X");
    assert_eq!(OrganizationCode::check_character("D2143569"), Ok('X'));
}

#[test]
fn eleven_is_written_as_nought() {
    // No weight counts: the sum is 0, and 11 − 0 = 11.
    assert_eq!(OrganizationCode::with_check_character("00000000").unwrap().as_str(), "000000000");
    // 1·3 + 1·8 = 11.
    assert_eq!(OrganizationCode::check_character("10000100"), Ok('0'));
}

#[test]
fn problems_and_places() {
    assert_eq!(problem("D21435690"), CodeProblem::Check { position: 9, expected: 'X', found: '0' });
    assert_eq!(problem("083372205"), CodeProblem::Check { position: 9, expected: '4', found: '5' });
    assert_eq!(problem("D2143569"), CodeProblem::Length { expected: &[9], found: 8 });
    assert_eq!(problem("D2143569-X"), CodeProblem::Length { expected: &[9], found: 10 });
    assert_eq!(
        problem("d2143569X"),
        CodeProblem::Character { position: 1, expected: Expected::Exactly('D'), found: 'd' }
    );
    assert_eq!(
        problem("D2143569x"),
        CodeProblem::Character { position: 9, expected: Expected::Exactly('X'), found: 'x' }
    );
    assert_eq!(problem("D2143569A"), CodeProblem::Character { position: 9, expected: Expected::DigitOrX, found: 'A' });
}

#[test]
fn the_hyphenated_form_has_a_way_in_of_its_own() {
    for (hyphenated, plain) in [("00877868-5", "008778685"), ("76726532-X", "76726532X"), ("06032418-9", "060324189")] {
        let code = OrganizationCode::parse_hyphenated(hyphenated).unwrap();
        assert_eq!(code.as_str(), plain);
        assert_eq!(code.hyphenated(), hyphenated);
    }
    let error = OrganizationCode::parse_hyphenated("00877868-6").unwrap_err();
    assert_eq!(error.scheme(), CodeScheme::OrganizationCode);
    assert_eq!(*error.problem(), CodeProblem::Check { position: 10, expected: '5', found: '6' });
    let error = OrganizationCode::parse_hyphenated("0087786855").unwrap_err();
    assert_eq!(*error.problem(), CodeProblem::Character { position: 9, expected: Expected::Hyphen, found: '5' });
}

/// The value of a character by appendix A of the standard.
fn value(character: char) -> u32 {
    character.to_digit(36).unwrap()
}

proptest! {
    #[test]
    fn a_body_with_its_check_character_parses(body in "[0-9A-Z]{8}") {
        let code = OrganizationCode::with_check_character(&body).unwrap();
        prop_assert_eq!(OrganizationCode::parse(code.as_str()), Ok(code));
        prop_assert_eq!(OrganizationCode::parse_hyphenated(&code.hyphenated()), Ok(code));
    }

    /// The guarantee, exactly: one changed character of the body passes only when the values differ by a multiple
    /// of 11. Two digits never do.
    #[test]
    fn one_changed_character_is_refused(body in "[0-9A-Z]{8}", place in 0..8_usize, other in "[0-9A-Z]") {
        let code = OrganizationCode::with_check_character(&body).unwrap();
        let other = other.chars().next().unwrap();
        let mut changed: Vec<char> = code.as_str().chars().collect();
        prop_assume!(changed[place] != other);
        let hidden = value(changed[place]).abs_diff(value(other)).is_multiple_of(11);
        changed[place] = other;
        let changed: String = changed.into_iter().collect();
        prop_assert_eq!(OrganizationCode::parse(&changed).is_ok(), hidden, "{}", changed);
    }

    #[test]
    fn any_other_check_character_is_refused(body in "[0-9A-Z]{8}") {
        let right = OrganizationCode::check_character(&body).unwrap();
        for found in "0123456789X".chars().filter(|&other| other != right) {
            let expected = CodeProblem::Check { position: 9, expected: right, found };
            prop_assert_eq!(problem(&format!("{body}{found}")), expected);
        }
    }

    #[test]
    fn order_is_that_of_the_text(a in texts_of("^(?:[0-9A-Z]{8})$"), b in texts_of("^(?:[0-9A-Z]{8})$")) {
        let [a, b] = [a, b].map(|body| OrganizationCode::with_check_character(&body).unwrap());
        prop_assert_eq!(a.cmp(&b), a.as_str().cmp(b.as_str()));
    }
}

#[test]
fn letters_eleven_apart_are_the_gap_of_modulo_eleven() {
    // B = 11 stands for 0 unnoticed.
    assert!(OrganizationCode::parse("000013338").is_ok());
    assert!(OrganizationCode::parse("B00013338").is_ok());
}
