use proptest::prelude::*;
use qingdan::code::{
    CodeProblem, CodeScheme, CreditCategory, CreditCode, Expected, OrganizationCode, RegistrationDepartment,
};

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

fn problem(text: &str) -> CodeProblem {
    CreditCode::parse(text).unwrap_err().problem().clone()
}

/// First 17 characters whose organization code is right.
fn bodies() -> impl Strategy<Value = String> {
    ("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}", "[0-9A-HJ-NPQRTUWXY]{8}").prop_map(|(front, organization)| {
        format!("{front}{}", OrganizationCode::with_check_character(&organization).unwrap())
    })
}

#[test]
fn parts_of_a_real_code() {
    let code = CreditCode::parse("11440113MB2C92966P").unwrap();
    assert_eq!(code.registration_character(), '1');
    assert_eq!(code.registration_department(), Some(RegistrationDepartment::Establishment));
    assert_eq!(code.category_character(), '1');
    assert_eq!(code.category(), Some(CreditCategory::StateOrgan));
    assert_eq!(code.division_digits(), "440113");
    assert_eq!(code.organization_code(), OrganizationCode::parse("MB2C92966").unwrap());
    assert_eq!(code.check(), 'P');
    assert!(code.is_state_organ() && !code.is_public_institution());
}

#[test]
fn kinds_of_bodies() {
    let institution = CreditCode::parse("12110000400777687U").unwrap();
    assert!(institution.is_public_institution() && !institution.is_state_organ());
    let company = CreditCode::parse("91110108551385082Q").unwrap();
    assert_eq!(company.registration_department(), Some(RegistrationDepartment::MarketRegulation));
    assert_eq!(company.category().map(CreditCategory::title_zh), Some("企业"));
    // `91` is no state organ, though its second character is that of one.
    assert!(!company.is_state_organ());
}

#[test]
fn the_three_problems_are_told_apart() {
    assert_eq!(problem("1151130000877869M"), CodeProblem::Length { expected: &[18], found: 17 });
    assert_eq!(problem("11440300007542785T"), CodeProblem::Check { position: 18, expected: 'U', found: 'T' });
    assert_eq!(problem("91310115MA1H8R7C6D"), CodeProblem::Check { position: 18, expected: '7', found: 'D' });
    assert!(matches!(problem("TE5116020105116050"), CodeProblem::Check { position: 18, found: '0', .. }));

    // 00001333-8 with 9 for 8, and the outer check character put right: only the organization code is wrong.
    let body = "11100000000013339";
    let text = format!("{body}{}", CreditCode::check_character(body).unwrap());
    let error = CreditCode::parse(&text).unwrap_err();
    let CodeProblem::Part { position: 9, error: inner } = error.problem() else { panic!("{error}") };
    assert_eq!(inner.scheme(), CodeScheme::OrganizationCode);
    assert_eq!(*inner.problem(), CodeProblem::Check { position: 9, expected: '8', found: '9' });
    assert_eq!(error.position(), Some(17));
    assert_eq!(error.expected().en, "`8`");
}

#[test]
fn one_problem_a_code_and_the_form_first() {
    // Fails both check characters; the outer one is named.
    assert!(matches!(problem("11440300MB2C92008E"), CodeProblem::Check { position: 18, .. }));
    // Lower case and a wrong check character.
    assert_eq!(
        problem("1144030000754278dT"),
        CodeProblem::Character { position: 17, expected: Expected::DigitOrX, found: 'd' }
    );
}

#[test]
fn nothing_is_normalised() {
    assert_eq!(
        problem("11100000000013338w"),
        CodeProblem::Character { position: 18, expected: Expected::Exactly('W'), found: 'w' }
    );
    for letter in ['I', 'O', 'S', 'V', 'Z'] {
        let text = format!("11100000{letter}00013338");
        assert_eq!(
            problem(&format!("{text}W")),
            CodeProblem::Character { position: 9, expected: Expected::CreditCharacter, found: letter }
        );
    }
    assert_eq!(
        problem("111A0000000013338W"),
        CodeProblem::Character { position: 4, expected: Expected::Digit, found: 'A' }
    );
    assert!(matches!(problem(" 11100000000013338W"), CodeProblem::Character { position: 1, found: ' ', .. }));
    assert_eq!(problem(""), CodeProblem::Length { expected: &[18], found: 0 });
}

#[test]
fn a_weighted_sum_of_nought_gives_nought() {
    for code in ["111506250155143970", "111506250172981570", "111506250199133010"] {
        // The sum by the weights of the standard, worked out here.
        let sum: usize = code
            .chars()
            .take(17)
            .zip([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])
            .map(|(character, weight)| ALPHABET.find(character).unwrap() * weight)
            .sum();
        assert_eq!(sum % 31, 0, "{code}");
        assert_eq!(CreditCode::check_character(code.strip_suffix('0').unwrap()), Ok('0'));
        assert_eq!(CreditCode::parse(code).unwrap().as_str(), code);
    }
}

#[test]
fn check_characters_need_the_form_of_a_body() {
    let error = CreditCode::check_character("11100000000013338W").unwrap_err();
    assert_eq!(*error.problem(), CodeProblem::Length { expected: &[17], found: 18 });
    let error = CreditCode::with_check_character("1110000000001333 8").unwrap_err();
    assert_eq!(error.position(), Some(17));
    let error = CreditCode::with_check_character("11150625011506307").unwrap_err();
    assert_eq!(error.position(), Some(17));
    assert_eq!(error.expected().en, "`6`");
}

#[test]
fn every_change_of_one_character_of_a_real_code_is_refused() {
    for code in ["11100000000013338W", "11440113MB2C92966P", "1115062501858733XC", "111506250155143970"] {
        for place in 0..18 {
            for other in ALPHABET.chars() {
                let mut changed: Vec<char> = code.chars().collect();
                if changed[place] != other {
                    changed[place] = other;
                    let changed: String = changed.into_iter().collect();
                    // Where the form still holds, it is the check character that finds it, not luck within.
                    let found = problem(&changed);
                    assert!(
                        matches!(found, CodeProblem::Check { .. } | CodeProblem::Character { .. }),
                        "{changed}: {found:?}"
                    );
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn a_body_with_its_check_character_parses(body in bodies()) {
        let code = CreditCode::with_check_character(&body).unwrap();
        prop_assert_eq!(CreditCode::parse(code.as_str()), Ok(code));
        prop_assert_eq!(CreditCode::check_character(&body), Ok(code.check()));
        prop_assert!(OrganizationCode::parse(code.organization_code().as_str()).is_ok());
    }

    #[test]
    fn one_changed_character_is_refused(body in bodies(), place in 0..18_usize, other in "[0-9A-HJ-NPQRTUWXY]") {
        let code = CreditCode::with_check_character(&body).unwrap();
        let mut changed: Vec<char> = code.as_str().chars().collect();
        let other = other.chars().next().unwrap();
        prop_assume!(changed[place] != other);
        changed[place] = other;
        let changed: String = changed.into_iter().collect();
        prop_assert!(CreditCode::parse(&changed).is_err(), "{}", changed);
    }

    #[test]
    fn order_is_that_of_the_text(a in bodies(), b in bodies()) {
        let [a, b] = [a, b].map(|body| CreditCode::with_check_character(&body).unwrap());
        prop_assert_eq!(a.cmp(&b), a.as_str().cmp(b.as_str()));
    }
}

#[test]
fn titles_come_in_both_languages() {
    assert_eq!(RegistrationDepartment::ALL.len(), 12);
    assert_eq!(RegistrationDepartment::CivilAffairs.title_zh(), "民政");
    assert_eq!(RegistrationDepartment::CivilAffairs.title_en(), "civil affairs");
    assert_eq!(CreditCategory::from_characters('N', '2').map(CreditCategory::title_zh), Some("村级集体经济组织"));
    assert_eq!(CreditCategory::from_characters('1', '4'), None);
}

/// GB 32100-2015 with amendment 1, clause 4, first character: the whole list.
#[test]
fn departments_are_those_of_the_standard() {
    let listed = [
        ('1', "机构编制"),
        ('2', "外交"),
        ('3', "司法行政"),
        ('4', "文化"),
        ('5', "民政"),
        ('6', "旅游"),
        ('7', "宗教"),
        ('8', "工会"),
        ('9', "市场监管（工商）"),
        ('A', "中央军委改革和编制办公室"),
        ('N', "农业"),
        ('Y', "其他"),
    ];
    for character in ALPHABET.chars() {
        let title = listed.iter().find(|(listed, _)| *listed == character).map(|(_, title)| *title);
        let department = RegistrationDepartment::from_character(character);
        assert_eq!(department.map(RegistrationDepartment::title_zh), title, "{character}");
    }
}

/// GB 32100-2015 with amendment 1, clause 4, second character: the whole list, and nothing beside it.
#[test]
fn categories_are_those_of_the_standard() {
    let listed = [
        ("11", "机关"),
        ("12", "事业单位"),
        ("13", "编办直接管理机构编制的群众团体"),
        ("19", "机构编制其他"),
        ("51", "社会团体"),
        ("52", "民办非企业单位"),
        ("53", "基金会"),
        ("59", "民政其他"),
        ("91", "企业"),
        ("92", "个体工商户"),
        ("93", "农民专业合作社"),
        ("N1", "组级集体经济组织"),
        ("N2", "村级集体经济组织"),
        ("N3", "乡镇级集体经济组织"),
        ("N9", "农业其他"),
        ("Y1", "其他"),
    ];
    for registration in ALPHABET.chars() {
        for category in ALPHABET.chars() {
            let both = format!("{registration}{category}");
            let title = listed.iter().find(|(listed, _)| *listed == both).map(|(_, title)| *title);
            let found = CreditCategory::from_characters(registration, category);
            assert_eq!(found.map(CreditCategory::title_zh), title, "{both}");
        }
    }
}
