use proptest::prelude::*;
use qingdan::code::{
    CodeProblem, CodeScheme, CreditCode, DivisionCode, Expected, LicenseIdentifier, LicenseIssuer, LicenseTypeCode,
    mod_37_36,
};

const REAL: &str = "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F";

fn problem(text: &str) -> CodeProblem {
    LicenseIdentifier::parse(text).unwrap_err().problem().clone()
}

#[test]
fn mod_37_36_vectors() {
    assert_eq!(mod_37_36("A12425GABC1234002"), Some('M'));
    assert_eq!(mod_37_36("B159D8FA01240000"), Some('K'));
    // Worked by hand: P = 36; (36+1) mod 36 = 1, 2·1 = 2; 37 − 2 = 35, the character Z.
    assert_eq!(mod_37_36("1"), Some('Z'));
    // No character: (37 − 36) mod 36 = 1.
    assert_eq!(mod_37_36(""), Some('1'));
    assert_eq!(mod_37_36("A-1"), None);
    assert_eq!(mod_37_36("国"), None);
}

#[test]
fn parts_of_a_real_identifier() {
    let license = LicenseIdentifier::parse(REAL).unwrap();
    assert_eq!(license.license_type(), LicenseTypeCode::parse("11100000000013338W032").unwrap());
    assert_eq!(license.issuer(), CreditCode::parse("11220000013544541J").unwrap().into());
    assert_eq!(license.serial(), "2430599");
    assert_eq!(license.version(), 1);
    assert_eq!(license.check(), 'F');
}

#[test]
fn a_division_may_issue() {
    let text = "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9";
    let license = LicenseIdentifier::parse(text).unwrap();
    assert_eq!(license.issuer(), LicenseIssuer::Division(DivisionCode::parse("340100").unwrap()));
    assert_eq!(license.issuer().to_string(), "340100");
}

#[test]
fn a_wrong_check_character_is_no_problem_of_form() {
    let text = "1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M";
    let position = text.len();
    assert_eq!(problem(text), CodeProblem::Check { position, expected: 'D', found: 'M' });
}

#[test]
fn problems_of_form_and_their_places() {
    let error = LicenseIdentifier::parse("1.2.156.3005.3.11100000000013338W032").unwrap_err();
    assert_eq!(
        *error.problem(),
        CodeProblem::Value { position: 1, expected: Expected::LicenseRoot, found: "1.2.156.3005.3".into() }
    );
    assert_eq!(
        problem("1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001"),
        CodeProblem::Parts { expected: 6, found: 5 }
    );
    // The type begins at 16; its credit code lost a character, so its own length is wrong.
    let error = LicenseIdentifier::parse(&REAL.replacen("0000000", "000000", 1)).unwrap_err();
    let CodeProblem::Part { position: 16, error: inner } = error.problem() else { panic!("{error}") };
    assert_eq!(inner.scheme(), CodeScheme::LicenseTypeCode);
    assert_eq!(*inner.problem(), CodeProblem::Length { expected: &[21], found: 20 });

    // The issuer begins at 16 + 21 + 1 = 38; its check character, the 18th, is wrong.
    let error = LicenseIdentifier::parse(&REAL.replace("41J", "41K")).unwrap_err();
    assert!(matches!(error.problem(), CodeProblem::Part { position: 38, .. }), "{error}");
    assert_eq!(error.position(), Some(55));

    // The serial begins at 38 + 18 + 1 = 57.
    assert_eq!(
        problem(&REAL.replace("2430599", "243-599")),
        CodeProblem::Character { position: 60, expected: Expected::DigitOrLetter, found: '-' }
    );
    assert!(matches!(
        problem(&REAL.replace("2430599", "")),
        CodeProblem::Value { position: 57, expected: Expected::LicenseSerial, .. }
    ));
    assert!(matches!(
        problem(&REAL.replace("2430599", &"1".repeat(33))),
        CodeProblem::Value { position: 57, expected: Expected::LicenseSerial, .. }
    ));

    // The version begins at 57 + 7 + 1 = 65.
    for version in ["000", "01", "0001", "A01"] {
        assert_eq!(
            problem(&REAL.replace(".001.", &format!(".{version}."))),
            CodeProblem::Value { position: 65, expected: Expected::LicenseVersion, found: version.into() }
        );
    }
    // The check character stands at 69.
    assert_eq!(
        problem(&REAL.replace(".F", ".f")),
        CodeProblem::Character { position: 69, expected: Expected::Exactly('F'), found: 'f' }
    );
    assert!(matches!(problem(&REAL.replace(".F", ".FF")), CodeProblem::Value { position: 69, .. }));
    assert!(matches!(problem(&REAL.replace(".F", ".")), CodeProblem::Value { position: 69, .. }));
}

#[test]
fn construction_and_versions() {
    let license = LicenseIdentifier::parse(REAL).unwrap();
    let build = |version| LicenseIdentifier::new(license.license_type(), license.issuer(), license.serial(), version);
    assert_eq!(build(1), Ok(license.clone()));
    assert_eq!(
        LicenseIdentifier::check_character(license.license_type(), license.issuer(), license.serial(), 1),
        Ok('F')
    );
    assert!(matches!(build(0).unwrap_err().problem(), CodeProblem::Value { position: 65, .. }));
    assert!(build(1000).is_err());
    assert!(LicenseIdentifier::new(license.license_type(), license.issuer(), "a", 1).is_err());
    assert!(LicenseIdentifier::new(license.license_type(), license.issuer(), "1.2", 1).is_err());

    assert_eq!(build(998).unwrap().next_version(), build(999).ok());
    assert_eq!(build(999).unwrap().next_version(), None);
    let renewed = license.next_version().unwrap();
    assert_eq!((renewed.version(), renewed.serial()), (2, "2430599"));
}

#[test]
fn license_type_codes() {
    let code = LicenseTypeCode::parse("11100000MB03271699022").unwrap();
    assert_eq!(code.defining_body(), CreditCode::parse("11100000MB03271699").unwrap());
    assert_eq!(code.serial(), "022");

    let error = LicenseTypeCode::parse("11100000MB03271690022").unwrap_err();
    let CodeProblem::Part { position: 1, error: inner } = error.problem() else { panic!("{error}") };
    assert_eq!(*inner.problem(), CodeProblem::Check { position: 18, expected: '9', found: '0' });
    let error = LicenseTypeCode::parse("11100000MB0327169902A").unwrap_err();
    assert_eq!(*error.problem(), CodeProblem::Character { position: 21, expected: Expected::Digit, found: 'A' });
    let error = LicenseTypeCode::parse("11100000MB03271699").unwrap_err();
    assert_eq!(*error.problem(), CodeProblem::Length { expected: &[21], found: 18 });
    assert!(LicenseTypeCode::new(code.defining_body(), 1000).is_err());
    assert_eq!(LicenseTypeCode::new(code.defining_body(), 22), Ok(code));
}

/// Every change of one character after the root, the dots aside, of real identifiers.
#[test]
fn every_change_of_one_character_is_refused() {
    for code in [REAL, "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"] {
        for place in 15..code.len() {
            for other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars() {
                let mut changed: Vec<char> = code.chars().collect();
                if changed[place] != other && changed[place] != '.' {
                    changed[place] = other;
                    let changed: String = changed.into_iter().collect();
                    assert!(LicenseIdentifier::parse(&changed).is_err(), "{changed}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn one_changed_character_changes_the_check_character(
        text in "[0-9A-Z]{1,60}",
        place in any::<prop::sample::Index>(),
        other in "[0-9A-Z]",
    ) {
        let mut changed: Vec<char> = text.chars().collect();
        let place = place.index(changed.len());
        let other = other.chars().next().unwrap();
        prop_assume!(changed[place] != other);
        changed[place] = other;
        let changed: String = changed.into_iter().collect();
        prop_assert_ne!(mod_37_36(&text), mod_37_36(&changed));
    }

    #[test]
    fn what_is_built_parses(serial in "[0-9A-Z]{1,32}", version in 1..=999_u16, division in any::<bool>()) {
        let license_type = LicenseTypeCode::parse("11100000000013338W032").unwrap();
        let issuer: LicenseIssuer = if division {
            DivisionCode::parse("150625").unwrap().into()
        } else {
            CreditCode::parse("11150625011506306H").unwrap().into()
        };
        let license = LicenseIdentifier::new(license_type, issuer, &serial, version).unwrap();
        prop_assert_eq!(LicenseIdentifier::parse(license.as_str()), Ok(license.clone()));
        prop_assert_eq!(
            (license.license_type(), license.issuer(), license.serial(), license.version()),
            (license_type, issuer, serial.as_str(), version)
        );
    }
}
