//! 组织机构代码: organization codes, GB 11714-1997.

use super::form::{self, bytes};
use super::{CodeError, CodeProblem, CodeScheme, Expected, code_type};

/// The characters in the order of their values, GB 11714-1997 appendix A.
const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The weights of the eight body characters, GB 11714-1997 §2.1.2.
const WEIGHTS: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// 组织机构代码: the code of an organization, eight characters and a check character.
///
/// Since 2015 it lives on as characters 9 to 17 of the [credit code](super::CreditCode).
///
/// # Source
/// GB 11714-1997 《全国组织机构代码编制规则》 §2.1 (structure), §2.1.2 (check character), §2.2 (written form).
///
/// # Guarantee
/// The check character is taken modulo 11, while letters have the values 10 to 35. So every change of one *digit*
/// for another is refused, and every change of the check character; a change that involves a letter passes exactly
/// when the two values differ by 11 or 22 (or 33), such as `B` for `0`. Within a credit code, whose own
/// check character is taken modulo 31, that gap is closed.
///
/// ```
/// use qingdan::code::OrganizationCode;
///
/// let code = OrganizationCode::parse("D2143569X")?; // the example of the standard
/// assert_eq!(code.body(), "D2143569");
/// assert_eq!(code.hyphenated(), "D2143569-X");
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizationCode([u8; 9]);

impl OrganizationCode {
    /// 格式: the form, without the check character's arithmetic.
    pub const PATTERN: &'static str = "^(?:[0-9A-Z]{8}[0-9X])$";

    /// 读取: the code from its nine characters, without hyphen.
    ///
    /// # Errors
    /// In this order: [`CodeProblem::Length`] or [`CodeProblem::Character`], then [`CodeProblem::Check`].
    ///
    /// ```
    /// use qingdan::code::{CodeProblem, OrganizationCode};
    /// assert!(OrganizationCode::parse("083372204").is_ok());
    /// let error = OrganizationCode::parse("083372205").unwrap_err();
    /// assert_eq!(*error.problem(), CodeProblem::Check { position: 9, expected: '4', found: '5' });
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        form::check(CodeScheme::OrganizationCode, text, &[9], |position| match position {
            ..=8 => Expected::DigitOrLetter,
            _ => Expected::DigitOrX,
        })?;
        let code = Self(bytes(text));
        let expected = check_character(code.body());
        let found = form::last(text);
        if expected == found {
            Ok(code)
        } else {
            Err(CodeError::new(CodeScheme::OrganizationCode, text, CodeProblem::Check { position: 9, expected, found }))
        }
    }

    /// 读取带连字符形式: the code from the form for human eyes, a hyphen before the check character (§2.2).
    ///
    /// # Errors
    /// As [`parse`](Self::parse), with positions that count the hyphen, and [`CodeProblem::Character`] at 9 when
    /// there is no hyphen.
    ///
    /// ```
    /// use qingdan::code::OrganizationCode;
    /// let code = OrganizationCode::parse_hyphenated("00877868-5")?;
    /// assert_eq!(code.as_str(), "008778685");
    /// assert!(OrganizationCode::parse_hyphenated("008778685").is_err());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn parse_hyphenated(text: &str) -> Result<Self, CodeError> {
        form::check(CodeScheme::OrganizationCode, text, &[10], |position| match position {
            ..=8 => Expected::DigitOrLetter,
            9 => Expected::Hyphen,
            _ => Expected::DigitOrX,
        })?;
        let (body, _) = form::split_chars(text, 8);
        let code = Self::of_body(body);
        let (expected, found) = (form::last(code.as_str()), form::last(text));
        if expected == found {
            Ok(code)
        } else {
            Err(CodeError::new(
                CodeScheme::OrganizationCode,
                text,
                CodeProblem::Check { position: 10, expected, found },
            ))
        }
    }

    /// 校验码: the check character of an eight-character body.
    ///
    /// # Errors
    /// [`CodeProblem::Length`] or [`CodeProblem::Character`] when the body is none.
    ///
    /// ```
    /// use qingdan::code::OrganizationCode;
    /// assert_eq!(OrganizationCode::check_character("D2143569")?, 'X');
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn check_character(body: &str) -> Result<char, CodeError> {
        Self::with_check_character(body).map(|code| form::last(code.as_str()))
    }

    /// 生成: the code of an eight-character body, its check character worked out.
    ///
    /// # Errors
    /// [`CodeProblem::Length`] or [`CodeProblem::Character`] when the body is none.
    ///
    /// ```
    /// use qingdan::code::OrganizationCode;
    /// assert_eq!(OrganizationCode::with_check_character("MB285591")?.as_str(), "MB2855918");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn with_check_character(body: &str) -> Result<Self, CodeError> {
        form::check(CodeScheme::OrganizationCode, body, &[8], |_| Expected::DigitOrLetter)?;
        Ok(Self::of_body(body))
    }

    /// The code of a body whose form has been checked.
    fn of_body(body: &str) -> Self {
        let mut text = String::from(body);
        text.push(check_character(body));
        Self(bytes(&text))
    }

    /// The code in text that has been checked.
    pub(super) fn of_valid(text: &str) -> Self {
        Self(bytes(text))
    }

    /// 原文: the nine characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        form::text(&self.0)
    }

    /// 本体代码: the eight characters before the check character.
    #[must_use]
    pub fn body(&self) -> &str {
        form::split_chars(self.as_str(), 8).0
    }

    /// 带连字符形式: the form for human eyes, `XXXXXXXX-X` (§2.2).
    ///
    /// ```
    /// use qingdan::code::OrganizationCode;
    /// assert_eq!(OrganizationCode::parse("00877836X")?.hyphenated(), "00877836-X");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn hyphenated(&self) -> String {
        let (body, check) = form::split_chars(self.as_str(), 8);
        format!("{body}-{check}")
    }
}

code_type!(
    OrganizationCode,
    expecting: "an organization code of 9 characters",
    description: "组织机构代码: organization code, eight characters and a check character, without hyphen (GB \
        11714-1997 §2.1).",
    examples: ["D2143569X", "083372204"],
);

/// `11 − (Σ value · weight mod 11)`, where 10 is written `X` and 11 is written `0` (§2.1.2).
fn check_character(body: &str) -> char {
    let sum: usize = body.bytes().zip(WEIGHTS).map(|(byte, weight)| value(byte).saturating_mul(weight)).sum();
    match 11_usize.saturating_sub(sum % 11) {
        10 => 'X',
        // The remainder is below 11, so 11 itself means a remainder of nothing.
        11 => '0',
        digit => ALPHABET.get(digit).copied().map_or('0', char::from),
    }
}

/// The value of a character, GB 11714-1997 appendix A.
fn value(byte: u8) -> usize {
    ALPHABET.iter().position(|&known| known == byte).unwrap_or_default()
}
