//! 实施编码: the 31 characters that name an item as one body exercises it.

use super::BaseCode;
use crate::code::form::{self, bytes, credit_form, main_item_form};
use crate::code::{CodeError, CodeProblem, CodeScheme, CreditCode, Expected, code_type};

const SCHEME: CodeScheme = CodeScheme::ImplementationCode;

/// 实施编码: the code of an item as one body exercises it, 31 characters.
///
/// The [credit code](CreditCode) of the body, the level at which it acts, and the [base code](BaseCode) of the item.
/// The base is never a main item that has sub-items (`00Y`): what is implemented are the sub-items.
///
/// # Source
/// C 0109 《国家政务服务平台政务服务事项基本目录及实施清单》; GB/T 39554.1-2020 (coding).
///
/// ```
/// use qingdan::code::ImplementationCode;
///
/// let code = ImplementationCode::parse("11440113MB2C92966P4000131024000")?;
/// assert_eq!(code.credit_code().as_str(), "11440113MB2C92966P");
/// assert_eq!(code.level(), '4');
/// assert_eq!(code.base_code().as_str(), "000131024000");
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImplementationCode([u8; 31]);

impl ImplementationCode {
    /// 格式: the form, without the arithmetic of the credit code.
    pub const PATTERN: &'static str = concat!("^(?:", credit_form!(), "[1-6]", main_item_form!(), "[0-9]{3})$");

    /// 读取: the code from its 31 characters.
    ///
    /// # Errors
    /// In this order: [`CodeProblem::Length`]; [`CodeProblem::Part`] at 1 when the credit code is wrong;
    /// [`CodeProblem::Character`] at 19 when the level is; [`CodeProblem::Part`] at 20 when the base code is;
    /// [`CodeProblem::MainItem`] at 29.
    ///
    /// ```
    /// use qingdan::code::{CodeProblem, ImplementationCode};
    /// let error = ImplementationCode::parse("11440300MB2C92008E4440116045000").unwrap_err();
    /// assert!(matches!(error.problem(), CodeProblem::Part { position: 1, .. }));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        form::check_length(SCHEME, text, &[31], |_| Expected::DigitOrLetter)?;
        judge(SCHEME, text)?;
        Ok(Self(bytes(text)))
    }

    /// 组成: the code of a body, a level `1` to `6` and an item.
    ///
    /// # Errors
    /// [`CodeProblem::Character`] at 19 for any other level, [`CodeProblem::MainItem`] for a main item that has
    /// sub-items.
    ///
    /// ```
    /// use qingdan::code::{BaseCode, CreditCode, ImplementationCode};
    ///
    /// let body = CreditCode::parse("114507210081153718")?;
    /// let code = ImplementationCode::new(body, '4', BaseCode::parse("452004020000")?)?;
    /// assert_eq!(code.as_str(), "1145072100811537184452004020000");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn new(credit_code: CreditCode, level: char, base_code: BaseCode) -> Result<Self, CodeError> {
        Self::parse(&format!("{credit_code}{level}{base_code}"))
    }

    /// The code in text that has been checked.
    pub(super) fn of_valid(text: &str) -> Self {
        Self(bytes(text))
    }

    /// Whether a text is a level digit.
    pub(super) fn is_level(text: &str) -> bool {
        matches!(text, "1" | "2" | "3" | "4" | "5" | "6")
    }

    /// 原文: the 31 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        form::text(&self.0)
    }

    /// 实施主体: the credit code of the body that exercises the item.
    #[must_use]
    pub fn credit_code(&self) -> CreditCode {
        CreditCode::of_valid(self.as_str())
    }

    /// 行使层级: the digit of the level at which the item is exercised, `1` national to `6` village.
    #[must_use]
    pub fn level(&self) -> char {
        form::char_at(self.as_str(), 18)
    }

    /// 基本编码: the item.
    #[must_use]
    pub fn base_code(&self) -> BaseCode {
        BaseCode::of_valid(form::cut(self.as_str(), 19, 12))
    }
}

code_type!(
    ImplementationCode,
    expecting: "an implementation code of 31 characters",
    description: "实施编码: implementation code, the credit code of the implementing body, the level 1 to 6 and \
        the base code of the item, which is no main item that has sub-items (C 0109; GB/T 39554.1-2020, \
        coding).",
    examples: ["11440113MB2C92966P4000131024000"],
);

/// Judges the first 31 characters of a text that has as many.
pub(super) fn judge(scheme: CodeScheme, text: &str) -> Result<(), CodeError> {
    let (credit_code, rest) = form::split_chars(text, 18);
    CreditCode::parse(credit_code).map_err(|error| error.of_part(scheme, text, 1))?;
    let (level, rest) = form::split_chars(rest, 1);
    if !ImplementationCode::is_level(level) {
        return Err(form::misplaced(scheme, text, 19, form::char_at(level, 0), Expected::LevelDigit));
    }
    judge_base(scheme, text, form::split_chars(rest, 12).0, 20)
}

/// Judges a base that must be something that can be implemented.
pub(super) fn judge_base(scheme: CodeScheme, text: &str, base: &str, position: usize) -> Result<(), CodeError> {
    let base = BaseCode::parse(base).map_err(|error| error.of_part(scheme, text, position))?;
    if base.has_sub_items() {
        let problem = CodeProblem::MainItem { position: position.saturating_add(9) };
        return Err(CodeError::new(scheme, text, problem));
    }
    Ok(())
}
