//! 电子证照类型代码: license type codes, GB/T 36904-2018.

use super::form::{self, bytes, credit_form};
use super::{CodeError, CodeScheme, CreditCode, Expected, code_type};

/// 电子证照类型代码: the code of a kind of license, 21 characters.
///
/// The credit code of the body that defines the kind, then a serial of three digits.
///
/// # Source
/// GB/T 36904-2018 《电子证照 标识规范》, the license type code as part of the identifier.
///
/// ```
/// use qingdan::code::LicenseTypeCode;
///
/// let code = LicenseTypeCode::parse("11100000000013338W032")?;
/// assert_eq!(code.defining_body().as_str(), "11100000000013338W");
/// assert_eq!(code.serial(), "032");
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LicenseTypeCode([u8; 21]);

impl LicenseTypeCode {
    /// 格式: the form, without the arithmetic of the credit code.
    pub const PATTERN: &'static str = concat!("^(?:", credit_form!(), "[0-9]{3})$");

    /// 读取: the code from its 21 characters.
    ///
    /// # Errors
    /// In this order: [`CodeProblem::Length`], [`CodeProblem::Part`] at 1 when the credit code is wrong,
    /// [`CodeProblem::Character`] in the serial.
    ///
    /// [`CodeProblem::Length`]: super::CodeProblem::Length
    /// [`CodeProblem::Part`]: super::CodeProblem::Part
    /// [`CodeProblem::Character`]: super::CodeProblem::Character
    ///
    /// ```
    /// use qingdan::code::LicenseTypeCode;
    /// let error = LicenseTypeCode::parse("11100000000013338X032").unwrap_err();
    /// assert_eq!(error.position(), Some(18));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let scheme = CodeScheme::LicenseTypeCode;
        form::check_length(scheme, text, &[21], |_| Expected::DigitOrLetter)?;
        CreditCode::parse(form::split_chars(text, 18).0).map_err(|error| error.of_part(scheme, text, 1))?;
        form::check(scheme, text, &[21], |position| match position {
            ..=18 => Expected::DigitOrLetter,
            _ => Expected::Digit,
        })?;
        Ok(Self(bytes(text)))
    }

    /// 省级代码: whether a text is a code that a province gives its types, which this type does not hold.
    ///
    /// Nine digits, as in the list of Guangdong. They say nothing of the body that defines the type.
    ///
    /// ```
    /// use qingdan::code::LicenseTypeCode;
    /// assert!(LicenseTypeCode::is_provincial("100000021"));
    /// assert!(!LicenseTypeCode::is_provincial("11100000000013338W032"));
    /// ```
    #[must_use]
    pub fn is_provincial(text: &str) -> bool {
        text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// 组成: the code of a defining body and its serial, 0 to 999.
    ///
    /// # Errors
    /// [`CodeProblem::Length`](super::CodeProblem::Length) when the serial has more than three digits.
    ///
    /// ```
    /// use qingdan::code::{CreditCode, LicenseTypeCode};
    /// let ministry = CreditCode::parse("11100000000013338W")?;
    /// assert_eq!(LicenseTypeCode::new(ministry, 32)?.as_str(), "11100000000013338W032");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn new(defining_body: CreditCode, serial: u16) -> Result<Self, CodeError> {
        Self::parse(&format!("{defining_body}{serial:03}"))
    }

    /// The code in text that has been checked.
    pub(super) fn of_valid(text: &str) -> Self {
        Self(bytes(text))
    }

    /// 原文: the 21 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        form::text(&self.0)
    }

    /// 证照定义机构: the body that defines the kind of license.
    #[must_use]
    pub fn defining_body(&self) -> CreditCode {
        CreditCode::of_valid(self.as_str())
    }

    /// 顺序号: the three digits after the credit code.
    #[must_use]
    pub fn serial(&self) -> &str {
        form::cut(self.as_str(), 18, 3)
    }
}

code_type!(
    LicenseTypeCode,
    expecting: "a license type code of 21 characters",
    description: "电子证照类型代码: license type code, the credit code of the defining body and a serial of three \
        digits (GB/T 36904-2018, license type code).",
    examples: ["11100000000013338W032", "11100000MB03271699022"],
);
