//! What all schemes must do alike.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use proptest::prelude::*;
use proptest::string::string_regex;
use qingdan::Lang;
use qingdan::code::{
    BaseCode, BusinessCode, CodeError, CodeProblem, CodeScheme, CreditCode, DivisionCode, Expected, ImplementationCode,
    ItemCode, LicenseIdentifier, LicenseTypeCode, OrganizationCode,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Whether a check character is all that is wrong, however deep.
pub(super) fn is_check(problem: &CodeProblem) -> bool {
    match problem {
        CodeProblem::Check { .. } => true,
        CodeProblem::Part { error, .. } => is_check(error.problem()),
        _ => false,
    }
}

/// Texts that a pattern of the form `^(?:…)$` matches.
pub(super) fn texts_of(pattern: &str) -> impl Strategy<Value = String> + use<> {
    let inner = pattern.strip_prefix("^(?:").and_then(|rest| rest.strip_suffix(")$")).expect("an anchored pattern");
    string_regex(inner).expect("a pattern that texts can be made from")
}

/// Texts near a code: one that is right, with one character replaced, put in or taken out.
pub(super) fn near(code: &'static str) -> impl Strategy<Value = String> {
    (
        0..=code.chars().count(),
        0..3_u8,
        prop_oneof![any::<char>(), "[0-9A-Za-z. -]".prop_map(|s| s.chars().next().unwrap())],
    )
        .prop_map(move |(place, how, character)| {
            let mut characters: Vec<char> = code.chars().collect();
            match how {
                0 if place < characters.len() => characters[place] = character,
                1 if place < characters.len() => drop(characters.remove(place)),
                _ => characters.insert(place, character),
            }
            characters.into_iter().collect()
        })
}

/// Round trips, widths, JSON and schema of one valid code.
fn behaves<T>(text: &str, name: &str)
where
    T: FromStr<Err = CodeError>
        + Display
        + Debug
        + AsRef<str>
        + Serialize
        + DeserializeOwned
        + JsonSchema
        + PartialEq
        + Clone
        + Ord,
    for<'a> T: TryFrom<&'a str, Error = CodeError>,
{
    let code: T = text.parse().expect("a valid code");
    assert_eq!(code.to_string(), text);
    assert_eq!(code.as_ref(), text);
    assert_eq!(format!("{code:?}"), format!("{name}({text})"));
    assert_eq!(format!("{code:>80}"), format!("{text:>80}"));
    assert_eq!(T::try_from(text), Ok(code.clone()));
    assert_eq!(code.cmp(&code.clone()), std::cmp::Ordering::Equal);

    let json = serde_json::to_string(&code).unwrap();
    assert_eq!(json, format!("\"{text}\""));
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), code);
    // Escapes and readers need an owned text on the way.
    let escaped: Vec<String> = text.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
    let escaped = format!("\"{}\"", escaped.concat());
    assert_eq!(serde_json::from_reader::<_, T>(escaped.as_bytes()).unwrap(), code);
    let refused = serde_json::from_str::<T>("7").unwrap_err().to_string();
    assert!(refused.contains("expected a") && refused.contains("code") || refused.contains("identifier"), "{refused}");

    let schema = schemars::schema_for!(T);
    let schema = schema.as_value();
    assert_eq!(schema["type"], "string");
    assert_eq!(schema["minLength"], 1);
    assert_eq!(T::schema_name(), name);
    assert!(T::schema_id().ends_with(&format!("::{name}")));
    let pattern = schema["pattern"].as_str().unwrap();
    assert!(pattern.starts_with("^(?:") && pattern.ends_with(")$") && !pattern.contains(r"\d"), "{pattern}");
    let description = schema["description"].as_str().unwrap();
    let (term, rest) = description.split_once(": ").expect("a term before the colon");
    assert!(!term.is_ascii() && (rest.contains("GB") || rest.contains("C 0109")), "{description}");
    let examples = schema["examples"].as_array().unwrap();
    assert!(!examples.is_empty());
    let validator = jsonschema::validator_for(schema).expect("a schema that holds to its own rules");
    for example in examples {
        example.as_str().unwrap().parse::<T>().expect("an example that is right");
        assert!(validator.is_valid(example));
    }
}

#[test]
fn all_types_behave_alike() {
    behaves::<CreditCode>("11100000000013338W", "CreditCode");
    behaves::<OrganizationCode>("D2143569X", "OrganizationCode");
    behaves::<DivisionCode>("150625", "DivisionCode");
    behaves::<BaseCode>("00016421300Y", "BaseCode");
    behaves::<ImplementationCode>("11440113MB2C92966P4000131024000", "ImplementationCode");
    behaves::<BusinessCode>("00016421300301", "BusinessCode");
    behaves::<ItemCode>("62052400MZ-XK-0001", "ItemCode");
    behaves::<LicenseTypeCode>("11100000000013338W032", "LicenseTypeCode");
    behaves::<LicenseIdentifier>(
        "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
        "LicenseIdentifier",
    );
}

#[test]
fn every_scheme_has_both_titles() {
    assert_eq!(CodeScheme::ALL.len(), 9);
    for scheme in CodeScheme::ALL {
        assert!(!scheme.title_zh().is_ascii() && scheme.title_en().is_ascii());
    }
}

#[test]
fn messages_are_one_line_in_lower_case_without_a_period() {
    let errors = [
        CreditCode::parse("").unwrap_err(),
        CreditCode::parse("11150625\n11506306H").unwrap_err(),
        CreditCode::parse("11440300007542785T").unwrap_err(),
        ImplementationCode::parse("11440300MB2C92008E4440116045000").unwrap_err(),
        ImplementationCode::parse("11370800MB28559184337011700200Y").unwrap_err(),
        BaseCode::parse("001164213003").unwrap_err(),
        LicenseIdentifier::parse("1.2.156.3005.2").unwrap_err(),
        LicenseIdentifier::parse("1.2.156.3005.2.1.2").unwrap_err(),
        ItemCode::parse("").unwrap_err(),
        ItemCode::parse("待定").unwrap().verify().unwrap_err(),
    ];
    for error in errors {
        let message = error.message();
        assert_eq!(message.text(Lang::En), error.to_string());
        assert!(message.en.starts_with(error.scheme().title_en()), "{message:?}");
        assert!(message.zh.starts_with(error.scheme().title_zh()), "{message:?}");
        assert!(!message.en.ends_with('.') && !message.zh.ends_with('。'), "{message:?}");
        assert!(!message.en.contains('\n') && !message.zh.contains('\n'), "{message:?}");
        assert!(message.en.ends_with(&error.expected().en) || message.en.contains("expected"), "{message:?}");
    }
}

#[test]
fn sentences_say_place_finding_and_expectation() {
    let message = CreditCode::parse("11511301452259996u").unwrap_err().message();
    assert_eq!(message.en, "credit code `11511301452259996u`, position 18: found `u`, expected `U`");
    assert_eq!(message.zh, "统一社会信用代码“11511301452259996u”第18位为“u”，应为“U”");

    let message = ImplementationCode::parse("1145072100811537174452004020000").unwrap_err().message();
    assert_eq!(
        message.en,
        "implementation code `1145072100811537174452004020000`, from position 1: credit code `114507210081153717`, \
         position 18: found check character `7`, expected `8`"
    );

    let message = DivisionCode::parse("1506").unwrap_err().message();
    assert_eq!(message.en, "division code `1506`: found 4 characters, expected 6, 9 or 12");
    assert_eq!(message.zh, "行政区划代码“1506”为4个字符，应为6、9或12个");

    // One of a thing, and one length alone.
    let message = CreditCode::parse("1").unwrap_err().message();
    assert_eq!(message.en, "credit code `1`: found 1 character, expected 18");
    assert_eq!(message.zh, "统一社会信用代码“1”为1个字符，应为18个");
    let message = LicenseIdentifier::parse("1.2.156.3005.2.1.2").unwrap_err().message();
    assert_eq!(message.en, "license identifier `1.2.156.3005.2.1.2`: found 3 parts, expected 6");
}

#[test]
fn long_and_unprintable_texts_are_shown_cut_and_escaped_but_kept_whole() {
    let text = format!("\u{1b}[31m{}", "国".repeat(500));
    let error = CreditCode::parse(&text).unwrap_err();
    assert_eq!(error.found(), text);
    let shown = error.to_string();
    assert!(!shown.contains('\u{1b}') && shown.contains(r"\u{1b}") && shown.contains('…'), "{shown}");
    assert_eq!(shown.matches('国').count(), 55); // 60 characters, less the escape and `[31m`
}

#[test]
fn blanks_and_full_width_characters_come_before_the_length() {
    let character = |text: &str| CreditCode::parse(text).unwrap_err().problem().clone();
    // Worked out from the text: the blank is the 17th of 19 characters.
    assert_eq!(
        character("1115062501150622 6X"),
        CodeProblem::Character { position: 17, expected: Expected::DigitOrX, found: ' ' }
    );
    assert_eq!(
        character("１１１００００００００１３３３８Ｗ"),
        CodeProblem::Character { position: 1, expected: Expected::Exactly('1'), found: '１' }
    );
    assert!(matches!(
        character("\u{feff}11100000000013338W"),
        CodeProblem::Character { position: 1, found: '\u{feff}', .. }
    ));
    let error = CreditCode::parse("11100000000013338W\u{a0}").unwrap_err();
    assert_eq!(error.position(), Some(19));
    assert!(error.to_string().contains("a blank (U+00A0)"), "{error}");
}

/// What a pattern lets through fails at check characters only, and what it does not fails at the form: for texts
/// made from the pattern, texts near a code, and any texts.
macro_rules! pattern_agrees {
    ($($test:ident, $type:ty, $code:literal;)+) => {$(
        mod $test {
            use super::*;

            fn judge(text: &str, matches: bool) -> Result<(), TestCaseError> {
                match <$type>::parse(text) {
                    Ok(code) => {
                        prop_assert!(matches, "{text:?} parses");
                        prop_assert_eq!(code.to_string(), text);
                    }
                    Err(error) => {
                        prop_assert_eq!(matches, is_check(error.problem()), "{}", error);
                        prop_assert!(error.position().is_none_or(|place| place >= 1), "{}", error);
                        prop_assert_eq!(error.found(), text);
                        prop_assert!(!error.message().zh.is_empty());
                    }
                }
                Ok(())
            }

            fn pattern() -> jsonschema::Validator {
                jsonschema::validator_for(&serde_json::json!({ "pattern": <$type>::PATTERN })).expect("a pattern")
            }

            proptest! {
                #[test]
                fn on_its_own_texts(text in texts_of(<$type>::PATTERN)) {
                    judge(&text, true)?;
                }
            }

            #[test]
            fn on_near_texts() {
                let pattern = pattern();
                proptest!(|(text in near($code))| {
                    judge(&text, pattern.is_valid(&text.as_str().into()))?;
                });
            }

            #[test]
            fn on_any_text() {
                let pattern = pattern();
                proptest!(|(text in any::<String>())| {
                    judge(&text, pattern.is_valid(&text.as_str().into()))?;
                });
            }
        }
    )+};
}

pattern_agrees! {
    credit_code, CreditCode, "11100000000013338W";
    organization_code, OrganizationCode, "D2143569X";
    division_code, DivisionCode, "150625100";
    base_code, BaseCode, "00016421300Y";
    implementation_code, ImplementationCode, "11440113MB2C92966P4000131024000";
    business_code_14, BusinessCode, "00016421300301";
    business_code_33, BusinessCode, "11440113MB2C92966P400013102400001";
    item_code, ItemCode, "511A0138000000-511602000000-000-115113010833722043-1-00";
    license_type_code, LicenseTypeCode, "11100000000013338W032";
    license_identifier, LicenseIdentifier, "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9";
}
