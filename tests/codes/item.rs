use std::collections::BTreeMap;

use proptest::prelude::*;
use qingdan::code::{
    BaseCode, BusinessCode, CodePart, CodeProblem, CodeScheme, CreditCode, DivisionCode, Expected, ImplementationCode,
    ItemCode, ItemCodeScheme, OrganizationCode,
};

use super::common::texts_of;

fn item(text: &str) -> ItemCode {
    ItemCode::parse(text).unwrap()
}

fn part(part: Option<CodePart<'_>>) -> Option<(&str, usize)> {
    part.map(|part| (part.text, part.position))
}

#[test]
fn base_codes_and_their_parts() {
    let code = BaseCode::parse("000164213003").unwrap();
    assert_eq!((code.region(), code.type_digits(), code.department_digits()), ("00", "01", "64"));
    assert_eq!((code.main_digits(), code.sub_digits(), code.main_item()), ("64213", "003", "000164213"));
    assert!(code.is_national() && code.is_sub_item() && !code.has_sub_items());
    assert_eq!(code.main_code(), BaseCode::parse("00016421300Y").unwrap());
    assert!(!BaseCode::parse("450164213003").unwrap().is_national());
    let lone = BaseCode::parse("000131024000").unwrap();
    assert!(!lone.is_sub_item() && !lone.has_sub_items());
    assert_eq!(lone.main_code(), lone);
    assert_eq!(BaseCode::from_parts("00", "01", "64213", "00Y"), Ok(code.main_code()));
}

#[test]
fn problems_of_base_codes() {
    let problem = |text: &str| BaseCode::parse(text).unwrap_err().problem().clone();
    let value = |position, expected, found: &str| CodeProblem::Value { position, expected, found: found.into() };
    for (type_digits, right) in
        [("00", false), ("01", true), ("10", true), ("11", false), ("19", false), ("20", true), ("21", false)]
    {
        let text = format!("00{type_digits}64213003");
        assert_eq!(text.len(), 12);
        assert_eq!(BaseCode::parse(&text).is_ok(), right, "{type_digits}");
        if !right {
            assert_eq!(problem(&text), value(3, Expected::ItemType, type_digits));
        }
    }
    assert_eq!(problem("00016421301Y"), value(10, Expected::SubItem, "01Y"));
    assert_eq!(problem("0001642130Y0"), CodeProblem::Character { position: 11, expected: Expected::Digit, found: 'Y' });
    assert_eq!(
        problem("00016421300y"),
        CodeProblem::Character { position: 12, expected: Expected::Exactly('Y'), found: 'y' }
    );
    assert_eq!(
        problem("00016421300X"),
        CodeProblem::Character { position: 12, expected: Expected::DigitOrY, found: 'X' }
    );
    assert_eq!(problem("00016421300"), CodeProblem::Length { expected: &[12], found: 11 });
    // Parts that are right only when added up.
    let error = BaseCode::from_parts("000", "1", "64213", "003").unwrap_err();
    assert_eq!(*error.problem(), value(1, Expected::Region, "000"));
}

#[test]
fn implementation_codes_and_their_parts() {
    for (text, credit_code, level, base_code) in [
        ("1145072100811537184452004020000", "114507210081153718", '4', "452004020000"),
        ("11440113MB2C92966P4000131024000", "11440113MB2C92966P", '4', "000131024000"),
        ("11370800MB285591843370117002011", "11370800MB28559184", '3', "370117002011"),
    ] {
        let code = ImplementationCode::parse(text).unwrap();
        assert_eq!(code.credit_code().as_str(), credit_code);
        assert_eq!(code.level(), level);
        assert_eq!(code.base_code().as_str(), base_code);
        assert_eq!(ImplementationCode::new(code.credit_code(), level, code.base_code()), Ok(code));
    }
}

#[test]
fn problems_of_implementation_codes() {
    let error = |text: &str| ImplementationCode::parse(text).unwrap_err();
    let main = error("11370800MB28559184337011700200Y");
    assert_eq!(*main.problem(), CodeProblem::MainItem { position: 29 });
    assert_eq!(main.scheme(), CodeScheme::ImplementationCode);

    let level = error("11440113MB2C92966P7000131024000");
    assert_eq!(*level.problem(), CodeProblem::Character { position: 19, expected: Expected::LevelDigit, found: '7' });

    let credit = error("11440300MB2C92008E4440116045000");
    let CodeProblem::Part { position: 1, error: inner } = credit.problem() else { panic!("{credit}") };
    assert_eq!(inner.scheme(), CodeScheme::CreditCode);
    assert!(matches!(inner.problem(), CodeProblem::Check { position: 18, found: 'E', .. }));

    // The type digits stand at 3 of the base, which begins at 20.
    let base = error("11440113MB2C92966P4001131024000");
    let CodeProblem::Part { position: 20, error: inner } = base.problem() else { panic!("{base}") };
    assert_eq!(inner.position(), Some(3));
    assert_eq!(base.position(), Some(22));

    assert_eq!(*error("11440113MB2C92966P000131024000").problem(), CodeProblem::Length { expected: &[31], found: 30 });
    let credit_code = CreditCode::parse("11440113MB2C92966P").unwrap();
    let base_code = BaseCode::parse("000131024000").unwrap();
    for level in ['0', '7', 'A'] {
        assert_eq!(ImplementationCode::new(credit_code, level, base_code).unwrap_err().position(), Some(19));
    }
}

#[test]
fn business_codes_of_both_lengths() {
    let short = BusinessCode::parse("00016421300301").unwrap();
    assert_eq!(short.implementation_code(), None);
    assert_eq!(short.base_code(), BaseCode::parse("000164213003").unwrap());
    assert_eq!(short.number(), "01");

    let long = BusinessCode::parse("11440113MB2C92966P400013102400099").unwrap();
    assert_eq!(long.implementation_code(), ImplementationCode::parse("11440113MB2C92966P4000131024000").ok());
    assert_eq!(long.base_code().as_str(), "000131024000");
    assert_eq!(long.number(), "99");
    assert!(short < long);

    let owner = ImplementationCode::parse("11440113MB2C92966P4000131024000").unwrap();
    assert_eq!(BusinessCode::of_implementation(owner, 99), Ok(long));
    assert_eq!(BusinessCode::of_base(short.base_code(), 1), Ok(short));
}

#[test]
fn problems_of_business_codes() {
    let problem = |text: &str| BusinessCode::parse(text).unwrap_err().problem().clone();
    let value =
        |position, found: &str| CodeProblem::Value { position, expected: Expected::BusinessItem, found: found.into() };
    assert_eq!(problem("00016421300300"), value(13, "00"));
    assert_eq!(problem("0001642130030A"), value(13, "0A"));
    assert_eq!(problem("11440113MB2C92966P400013102400000"), value(32, "00"));
    assert_eq!(problem("000164213003"), CodeProblem::Length { expected: &[14, 33], found: 12 });
    assert_eq!(problem("00016421300Y01"), CodeProblem::MainItem { position: 10 });
    assert_eq!(problem("11370800MB28559184337011700200Y01"), CodeProblem::MainItem { position: 29 });
    assert!(matches!(problem("00116421300301"), CodeProblem::Part { position: 1, .. }));
    let base_code = BaseCode::parse("000164213003").unwrap();
    assert!(BusinessCode::of_base(base_code, 0).is_err());
    assert!(BusinessCode::of_base(base_code, 100).is_err());
    assert!(BusinessCode::of_base(base_code.main_code(), 1).is_err());
}

#[test]
fn schemes_are_recognised_by_shape() {
    use ItemCodeScheme::{Base12, Business14, Business33, Implementation31, Shandong, Sichuan, Unknown};
    for (text, scheme) in [
        ("000131024000", Base12),
        ("00016421300Y", Base12),
        ("001131024000", Base12), // no type 11, but the shape is there
        ("00016421300y", Unknown),
        ("511A33038003", Unknown), // a Sichuan base alone is no national code
        ("00016421300301", Business14),
        ("511A0138000000", Unknown),
        ("1145072100811537184452004020000", Implementation31),
        ("11440300MB2C92008E4440116045000", Implementation31), // wrong credit code
        ("11440113mb2c92966p4000131024000", Implementation31), // lower case
        ("11440113MB2C92966P9000131024000", Implementation31), // no level 9
        ("11440113MB2C92966-4000131024000", Unknown),
        ("11440113MB2C92966P400013102400001", Business33),
        ("511A0138000000-511602000000-000-115113010833722043-1-00", Sichuan),
        ("511A0138000000-51160200000-000-115113010833722043-1-00", Unknown),
        ("E-000004-001-11511301008778386B", Unknown),
        ("3711020104601-001", Shandong),
        ("3711020104601", Shandong),
        ("3711020104601-01", Unknown),
        ("62052400MZ-XK-0001", Unknown),
        ("XK0010100Y", Unknown),
        ("（待定）", Unknown),
        ("待定待定", Unknown), // 12 bytes, but not 12 characters
        (" ", Unknown),
        ("-", Unknown),
    ] {
        assert_eq!(item(text).scheme(), scheme, "{text}");
        assert_eq!(item(text).as_str(), text);
    }
    assert_eq!(*ItemCode::parse("").unwrap_err().problem(), CodeProblem::Empty);
}

#[test]
fn parts_of_national_codes() {
    let code = item("11370800MB28559184337011700201105");
    assert_eq!(part(code.body()), Some(("11370800MB28559184", 1)));
    assert_eq!(part(code.level()), Some(("3", 19)));
    assert_eq!(part(code.base()), Some(("370117002011", 20)));
    assert_eq!(part(code.type_digits()), Some(("01", 22)));
    assert_eq!(part(code.main_item()), Some(("370117002", 20)));
    assert_eq!(part(code.sub_item()), Some(("011", 29)));
    assert_eq!(part(code.business()), Some(("05", 32)));
    assert_eq!(code.area(), None);

    let code = item("00016421300Y");
    assert_eq!(part(code.base()), Some(("00016421300Y", 1)));
    assert_eq!(part(code.sub_item()), Some(("00Y", 10)));
    assert_eq!((code.body(), code.level(), code.business()), (None, None, None));

    assert_eq!(part(item("00016421300301").business()), Some(("01", 13)));
}

#[test]
fn parts_of_provincial_codes() {
    let code = item("G-000007-001-511602000000-000-00877868-5-1-00");
    assert_eq!(code.scheme(), ItemCodeScheme::Sichuan);
    assert_eq!(part(code.base()), Some(("G-000007-001", 1)));
    assert_eq!(part(code.area()), Some(("511602000000", 14)));
    assert_eq!(part(code.body()), Some(("00877868-5", 31)));
    assert_eq!((code.level(), code.type_digits(), code.main_item(), code.sub_item()), (None, None, None, None));
    assert_eq!(code.verify(), Ok(()));

    let code = item("3711020104601-001");
    assert_eq!(part(code.area()), Some(("371102", 1)));
    assert_eq!(part(code.base()), Some(("0104601", 7)));
    assert_eq!(part(code.business()), Some(("001", 15)));
    assert_eq!(item("3711020104601").business(), None);

    let code = item("62052400MZ-XK-0001");
    assert_eq!((code.base(), code.body(), code.area()), (None, None, None));
}

#[test]
fn verification_of_provincial_codes() {
    let error = item("511A0138000000-511602000000-000-1151130000877869M-1-00").verify().unwrap_err();
    let CodeProblem::Part { position: 33, error: inner } = error.problem() else { panic!("{error}") };
    assert_eq!(inner.scheme(), CodeScheme::CreditCode);
    assert_eq!(*inner.problem(), CodeProblem::Length { expected: &[18], found: 17 });

    let error = item("511A0138000000-511602000000-000-083372205-1-00").verify().unwrap_err();
    let CodeProblem::Part { position: 33, error: inner } = error.problem() else { panic!("{error}") };
    assert_eq!(*inner.problem(), CodeProblem::Check { position: 9, expected: '4', found: '5' });
    assert_eq!(error.position(), Some(41));

    let error = item("511A0138000000-011602000000-000-083372204-1-00").verify().unwrap_err();
    assert_eq!(error.position(), Some(16));

    // Ten characters are an organization code only with its hyphen.
    let error = item("511A0138000000-511602000000-000-0833722041-1-00").verify().unwrap_err();
    let CodeProblem::Part { position: 33, error: inner } = error.problem() else { panic!("{error}") };
    assert_eq!(*inner.problem(), CodeProblem::Length { expected: &[18], found: 10 });
}

#[test]
fn a_lost_or_extra_character_of_the_credit_code_is_recognised() {
    // The real slip of a Sichuan list, in the national form.
    let code = item("1151130108778239R4000131024000");
    assert_eq!(code.scheme(), ItemCodeScheme::Implementation31);
    assert_eq!(part(code.body()), Some(("1151130108778239R", 1)));
    assert_eq!(part(code.level()), Some(("4", 18)));
    assert_eq!(part(code.base()), Some(("000131024000", 19)));
    assert_eq!(*code.verify().unwrap_err().problem(), CodeProblem::Length { expected: &[31], found: 30 });

    let extra = item("115113010087782339R4000131024000");
    assert_eq!(extra.scheme(), ItemCodeScheme::Implementation31);
    assert_eq!(part(extra.body()), Some(("115113010087782339R", 1)));

    let business = item("1151130108778239R400013102400001");
    assert_eq!(business.scheme(), ItemCodeScheme::Business33);
    assert_eq!(part(business.body()), Some(("1151130108778239R", 1)));
    assert_eq!(part(business.business()), Some(("01", 31)));

    // 32 characters: 17, then 4 · 010101000000 · 01, or 19, then 1 · 010100000001; so neither is claimed.
    for base in ["010101000000", "010100000001"] {
        assert!(BaseCode::parse(base).is_ok());
    }
    assert_eq!(item("1151130108778239R401010100000001").scheme(), ItemCodeScheme::Unknown);
    // A tail that is not well formed claims nothing.
    assert_eq!(item("1151130108778239R9000131024000").scheme(), ItemCodeScheme::Unknown);
    assert_eq!(item("1151130108778239R4001131024000").scheme(), ItemCodeScheme::Unknown);
}

/// One part of a Sichuan code spoiled, every other as it was.
#[test]
fn every_part_of_a_sichuan_code_must_have_its_form() {
    for right in ["G-000007-001-511602000000-000-00877868-5-1-00", "511A0138000000-511602000000-000-083372204-1-00"] {
        assert_eq!(item(right).scheme(), ItemCodeScheme::Sichuan);
    }
    for wrong in [
        "511A0138000000-511602000000-000-083372204-1-0",
        "511A0138000000-511602000000-000-083372204-1-000",
        "511A0138000000-511602000000-000-083372204-1-0A",
        "511A0138000000-511602000000-000-083372204-12-00",
        "511A0138000000-511602000000-000-083372204-A-00",
        "511A0138000000-511602000000-000--1-00",
        "511A0138000000-511602000000-000-08337_204-1-00",
        "G-000007-001-511602000000-000-0087786_-5-1-00",
        "G-000007-001-511602000000-000-0087786-5-1-00",
        "G-000007-001-511602000000-000-008778681-5-1-00",
        "511A0138000000-511602000000-00-083372204-1-00",
        "511A0138000000-511602000000-0000-083372204-1-00",
        "511A0138000000-511602000000-00A-083372204-1-00",
        "511A0138000000-51160200000-000-083372204-1-00",
        "511A0138000000-51160200000A-000-083372204-1-00",
        "511A_138000000-511602000000-000-083372204-1-00",
        "-511602000000-000-083372204-1-00",
        "G--001-511602000000-000-083372204-1-00",
    ] {
        assert_eq!(item(wrong).scheme(), ItemCodeScheme::Unknown, "{wrong}");
    }
}

/// The catalog of a real district: 1,135 items.
#[test]
fn a_real_catalog_is_recognised() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/guangan/items.jsonl");
    let text = std::fs::read_to_string(path).expect("the items of Guang'an District");
    let codes: Vec<String> = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a record"))
        .map(|record| record["item_code"].as_str().expect("an item code").to_owned())
        .collect();
    assert_eq!(codes.len(), 1135);

    let (sichuan, others): (Vec<ItemCode>, Vec<ItemCode>) =
        codes.iter().map(|code| item(code)).partition(|code| code.scheme() == ItemCodeScheme::Sichuan);
    let others: Vec<&str> = others.iter().map(ItemCode::as_str).collect();
    assert_eq!(others, ["E-000004-001-11511301008778386B", "E-000021-001-1111111111111111", "H-000185-001-4444444444"]);

    let mut bodies: BTreeMap<&str, usize> = BTreeMap::new();
    let mut verified = 0;
    for code in &sichuan {
        let area = DivisionCode::parse(code.area().expect("an area").text).expect("a division");
        assert_eq!(area.province().as_str(), "510000");
        let body = code.body().expect("a body").text;
        let kind = match CreditCode::parse(body) {
            Ok(_) => "credit code",
            Err(error) => match error.problem() {
                CodeProblem::Check { .. } => "wrong check",
                CodeProblem::Character { position: 18, expected: Expected::Exactly('U'), found: 'u' } => "lower case",
                CodeProblem::Length { found: 17, .. } => "17 long",
                _ if OrganizationCode::parse(body).is_ok() => "organization code",
                _ if OrganizationCode::parse_hyphenated(body).is_ok() => "hyphenated organization code",
                _ => "no code",
            },
        };
        *bodies.entry(kind).or_default() += 1;
        if code.verify().is_ok() {
            verified += 1;
            assert!(kind.ends_with("code") && kind != "no code", "{code}");
        }
    }
    let expected = BTreeMap::from([
        ("credit code", 981),
        ("wrong check", 7),
        ("lower case", 1),
        ("17 long", 91),
        ("organization code", 15),
        ("hyphenated organization code", 16),
        ("no code", 21),
    ]);
    assert_eq!(bodies, expected);
    assert_eq!(verified, 981 + 31);
}

proptest! {
    #[test]
    fn what_is_strictly_right_is_verified(
        text in texts_of(BaseCode::PATTERN),
        number in 1..=99_u8,
        level in prop::char::range('1', '6'),
    ) {
        let base_code = BaseCode::parse(&text).unwrap();
        prop_assert_eq!(item(&text).verify(), Ok(()));
        let credit_code = CreditCode::parse("11440113MB2C92966P").unwrap();
        match ImplementationCode::new(credit_code, level, base_code) {
            Ok(code) => {
                prop_assert!(!base_code.has_sub_items());
                let business = BusinessCode::of_implementation(code, number).unwrap();
                let short = BusinessCode::of_base(base_code, number).unwrap();
                for text in [code.as_str(), business.as_str(), short.as_str()] {
                    prop_assert_eq!(item(text).verify(), Ok(()));
                    let seen = item(text);
                    prop_assert_eq!(seen.base().map(|part| part.text), Some(base_code.as_str()));
                }
            }
            Err(_) => prop_assert!(base_code.has_sub_items()),
        }
    }

    /// Parts are where they say they are.
    #[test]
    fn parts_stand_at_their_places(text in prop_oneof![
        "[0-9A-Y]{18}[0-9]{12}[0-9Y]([0-9]{2})?",
        "[0-9A-Z]{17}[1-6]0001[0-9]{8}([0-9]{2})?",
        "[0-9A-Z]{1,2}(-[0-9]{1,4}){0,2}-[0-9]{12}-000-[0-9A-Z]{8}(-?[0-9X])?-[0-9]-[0-9]{2}",
        "[0-9]{13}(-[0-9]{3})?",
        "[0-9A-Z-]{1,40}",
        ".*",
    ]) {
        prop_assume!(!text.is_empty());
        let code = item(&text);
        let parts = [
            code.base(), code.body(), code.level(), code.type_digits(), code.main_item(), code.sub_item(),
            code.business(), code.area(),
        ];
        for part in parts.into_iter().flatten() {
            let before = part.position.saturating_sub(1);
            let found: String = text.chars().skip(before).take(part.text.chars().count()).collect();
            prop_assert_eq!(found, part.text);
        }
        prop_assert_eq!(code.scheme() == ItemCodeScheme::Unknown, parts == [None; 8]);
        let _ = code.verify();
    }
}
