//! 业务办理项编码: one business item of an item, such as grant or extension.

use super::{BaseCode, ImplementationCode, implementation};
use crate::code::form::{self, bytes, credit_form, main_item_form};
use crate::code::{CodeError, CodeProblem, CodeScheme, Expected, code_type};

const SCHEME: CodeScheme = CodeScheme::BusinessCode;

/// 业务办理项编码: the code of a business item (such as 核发, 变更, 延续), 33 or 14 characters.
///
/// An [implementation code](ImplementationCode) and two digits, or, within an 行政许可实施规范 that binds many bodies, a
/// [base code](BaseCode) and two digits. The digits run from `01` to `99`. The base is never a main item that has
/// sub-items (`00Y`): business items belong to the sub-items.
///
/// # Source
/// C 0109 《国家政务服务平台政务服务事项基本目录及实施清单》; GB/T 39554.1-2020 (coding).
///
/// ```
/// use qingdan::code::BusinessCode;
///
/// let code = BusinessCode::parse("00016421300302")?; // 林木采伐许可证核发, 市级权限, 核发
/// assert_eq!(code.base_code().as_str(), "000164213003");
/// assert_eq!(code.number(), "02");
/// assert_eq!(code.implementation_code(), None);
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
// Shorter codes are padded with NUL, which sorts before every digit: the derived order is that of the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusinessCode {
    characters: [u8; 33],
    length: u8,
}

impl BusinessCode {
    /// 格式: the form, without the arithmetic of the credit code.
    pub const PATTERN: &'static str =
        concat!("^(?:(?:", credit_form!(), "[1-6])?", main_item_form!(), "[0-9]{3}(?:0[1-9]|[1-9][0-9]))$");

    /// 读取: the code from its 33 or 14 characters.
    ///
    /// # Errors
    /// In this order: [`CodeProblem::Length`]; what [`ImplementationCode::parse`] or [`BaseCode::parse`] finds, as
    /// parts of this code; [`CodeProblem::Value`] when the last two characters are not `01` to `99`.
    ///
    /// ```
    /// use qingdan::code::BusinessCode;
    /// assert!(BusinessCode::parse("11440113MB2C92966P400013102400001").is_ok());
    /// assert_eq!(BusinessCode::parse("00016421300300").unwrap_err().position(), Some(13));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        form::check_length(SCHEME, text, &[14, 33], |_| Expected::DigitOrLetter)?;
        let owner = if text.chars().count() == 33 {
            implementation::judge(SCHEME, text)?;
            31
        } else {
            implementation::judge_base(SCHEME, text, form::split_chars(text, 12).0, 1)?;
            12
        };
        let (_, number) = form::split_chars(text, owner);
        if number == "00" || !number.chars().all(|found| Expected::Digit.admits(found)) {
            let problem = CodeProblem::Value {
                position: owner.saturating_add(1),
                expected: Expected::BusinessItem,
                found: number.into(),
            };
            return Err(CodeError::new(SCHEME, text, problem));
        }
        Ok(Self { characters: bytes(text), length: if owner == 31 { 33 } else { 14 } })
    }

    /// 组成（33位）: the code of a business item as one body exercises it, numbered 1 to 99.
    ///
    /// # Errors
    /// [`CodeProblem::Value`] for 0, [`CodeProblem::Length`] for a number above 99.
    ///
    /// ```
    /// use qingdan::code::{BusinessCode, ImplementationCode};
    /// let owner = ImplementationCode::parse("11440113MB2C92966P4000131024000")?;
    /// assert_eq!(BusinessCode::of_implementation(owner, 1)?.as_str(), "11440113MB2C92966P400013102400001");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn of_implementation(implementation_code: ImplementationCode, number: u8) -> Result<Self, CodeError> {
        Self::parse(&format!("{implementation_code}{number:02}"))
    }

    /// 组成（14位）: the code of a business item of an item, whoever exercises it, numbered 1 to 99.
    ///
    /// # Errors
    /// As [`of_implementation`](Self::of_implementation), and [`CodeProblem::MainItem`] for a main item that has
    /// sub-items.
    ///
    /// ```
    /// use qingdan::code::{BaseCode, BusinessCode};
    /// let owner = BaseCode::parse("000164213003")?;
    /// assert_eq!(BusinessCode::of_base(owner, 2)?.as_str(), "00016421300302");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn of_base(base_code: BaseCode, number: u8) -> Result<Self, CodeError> {
        Self::parse(&format!("{base_code}{number:02}"))
    }

    /// 原文: the 33 or 14 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        form::cut(form::text(&self.characters), 0, self.length.into())
    }

    /// 实施编码: the implementation code; none in a code of 14 characters.
    #[must_use]
    pub fn implementation_code(&self) -> Option<ImplementationCode> {
        (self.length == 33).then(|| ImplementationCode::of_valid(self.as_str()))
    }

    /// 基本编码: the item.
    #[must_use]
    pub fn base_code(&self) -> BaseCode {
        match self.implementation_code() {
            Some(implementation_code) => implementation_code.base_code(),
            None => BaseCode::of_valid(self.as_str()),
        }
    }

    /// 业务办理项编号: the two digits of the business item.
    #[must_use]
    pub fn number(&self) -> &str {
        let start = usize::from(self.length).saturating_sub(2);
        form::cut(self.as_str(), start, 2)
    }
}

code_type!(
    BusinessCode,
    expecting: "a business code of 33 or 14 characters",
    description: "业务办理项编码: business code, an implementation code or a base code and two digits 01 to 99 (C \
        0109; GB/T 39554.1-2020, coding).",
    examples: ["00016421300302", "11440113MB2C92966P400013102400001"],
);
