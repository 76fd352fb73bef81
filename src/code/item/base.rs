//! 基本编码: the 12 characters that name an item wherever it is exercised.

use crate::code::form::{self, bytes, main_item_form};
use crate::code::{CodeError, CodeProblem, CodeScheme, Expected, code_type};

const SCHEME: CodeScheme = CodeScheme::BaseCode;

/// 基本编码: the code that an item has in the national or a provincial catalog, 12 characters.
///
/// | characters | meaning |
/// |---|---|
/// | 1–2 | region: `00` national, otherwise the first two digits of the province (`15` 内蒙古) |
/// | 3–4 | 事项类型: the item type, `01` to `10` or `20` |
/// | 5–9 | the main item; its first two digits are mostly the central department that guides it |
/// | 10–12 | the sub-item: `000` a main item without sub-items, `00Y` one that has them, `001` to `999` a sub-item |
///
/// # Source
/// C 0109 《国家政务服务平台政务服务事项基本目录及实施清单》; GB/T 39554.1-2020 (coding).
///
/// ```
/// use qingdan::code::BaseCode;
///
/// let sub = BaseCode::parse("000164213003")?;
/// assert_eq!((sub.region(), sub.type_digits(), sub.main_digits(), sub.sub_digits()), ("00", "01", "64213", "003"));
/// assert_eq!(sub.main_code().as_str(), "00016421300Y");
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseCode([u8; 12]);

/// What may stand at a place, counted from 1.
pub(super) fn allowed(position: usize) -> Expected {
    if position == 12 { Expected::DigitOrY } else { Expected::Digit }
}

impl BaseCode {
    /// 格式: the form, which is all that can be said about a base code.
    pub const PATTERN: &'static str = concat!("^(?:", main_item_form!(), "(?:[0-9]{3}|00Y))$");

    /// 读取: the code from its 12 characters.
    ///
    /// # Errors
    /// In this order: [`CodeProblem::Length`] or [`CodeProblem::Character`], then [`CodeProblem::Value`] for the item
    /// type at 3 or the sub-item at 10.
    ///
    /// ```
    /// use qingdan::code::BaseCode;
    /// assert!(BaseCode::parse("00016421300Y").is_ok());
    /// assert_eq!(BaseCode::parse("001164213003").unwrap_err().position(), Some(3)); // no type 11
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        form::check(SCHEME, text, &[12], allowed)?;
        let code = Self(bytes(text));
        let value = |position, expected, found: &str| {
            Err(CodeError::new(SCHEME, text, CodeProblem::Value { position, expected, found: found.into() }))
        };
        let Self([_, _, type_digits @ .., _, _, _, _, _, first, second, last]) = &code;
        let is_type = matches!(type_digits, [b'0', b'1'..=b'9'] | [b'1' | b'2', b'0']);
        if !is_type {
            return value(3, Expected::ItemType, code.type_digits());
        }
        // The one letter that the form lets in is a `Y` at the end.
        if *last == b'Y' && (*first, *second) != (b'0', b'0') {
            return value(10, Expected::SubItem, code.sub_digits());
        }
        Ok(code)
    }

    /// 组成: the code of its four parts.
    ///
    /// # Errors
    /// [`CodeProblem::Value`] for the first part of a wrong length, otherwise as [`parse`](Self::parse) of the parts in
    /// a row.
    ///
    /// ```
    /// use qingdan::code::BaseCode;
    /// assert_eq!(BaseCode::from_parts("15", "01", "64001", "000")?.as_str(), "150164001000");
    /// assert!(BaseCode::from_parts("15", "1", "64001", "000").is_err());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn from_parts(region: &str, type_digits: &str, main: &str, sub: &str) -> Result<Self, CodeError> {
        let text = [region, type_digits, main, sub].concat();
        // Parts of wrong lengths must not pass by adding up to the right one.
        let parts = [
            (1, region, 2, Expected::Region),
            (3, type_digits, 2, Expected::ItemType),
            (5, main, 5, Expected::MainItem),
            (10, sub, 3, Expected::SubItem),
        ];
        match parts.into_iter().find(|(_, part, length, _)| part.chars().count() != *length) {
            Some((position, found, _, expected)) => {
                Err(CodeError::new(SCHEME, &text, CodeProblem::Value { position, expected, found: found.into() }))
            }
            None => Self::parse(&text),
        }
    }

    /// The code in text that has been checked.
    pub(super) fn of_valid(text: &str) -> Self {
        Self(bytes(text))
    }

    /// 原文: the 12 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        form::text(&self.0)
    }

    /// 区域: the first two digits, `00` for national items.
    #[must_use]
    pub fn region(&self) -> &str {
        form::cut(self.as_str(), 0, 2)
    }

    /// 是否国家事项: whether the item is one of the national catalog.
    ///
    /// ```
    /// use qingdan::code::BaseCode;
    /// assert!(BaseCode::parse("000131024000")?.is_national());
    /// assert!(!BaseCode::parse("452004020000")?.is_national());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn is_national(&self) -> bool {
        self.region() == "00"
    }

    /// 事项类型: the two digits of the item type.
    #[must_use]
    pub fn type_digits(&self) -> &str {
        form::cut(self.as_str(), 2, 2)
    }

    /// 主项编号: the five digits of the main item.
    #[must_use]
    pub fn main_digits(&self) -> &str {
        form::cut(self.as_str(), 4, 5)
    }

    /// 中央主管部门编号: the first two digits of the main item, for most items the central department that guides it.
    #[must_use]
    pub fn department_digits(&self) -> &str {
        form::cut(self.as_str(), 4, 2)
    }

    /// 子项编号: the last three characters.
    #[must_use]
    pub fn sub_digits(&self) -> &str {
        form::cut(self.as_str(), 9, 3)
    }

    /// 主项: the first nine characters, which a main item shares with its sub-items.
    #[must_use]
    pub fn main_item(&self) -> &str {
        form::cut(self.as_str(), 0, 9)
    }

    /// 是否有子项的主项: whether this is a main item that has sub-items (`00Y`).
    ///
    /// ```
    /// use qingdan::code::BaseCode;
    /// assert!(BaseCode::parse("00016421300Y")?.has_sub_items());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn has_sub_items(&self) -> bool {
        self.sub_digits() == "00Y"
    }

    /// 是否子项: whether this is a sub-item (`001` to `999`).
    ///
    /// ```
    /// use qingdan::code::BaseCode;
    /// assert!(BaseCode::parse("000164213003")?.is_sub_item());
    /// assert!(!BaseCode::parse("000131024000")?.is_sub_item());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn is_sub_item(&self) -> bool {
        !matches!(self.sub_digits(), "000" | "00Y")
    }

    /// 所属主项编码: of a sub-item, the code of its main item (`00Y`); of a main item, itself.
    ///
    /// ```
    /// use qingdan::code::BaseCode;
    /// let main = BaseCode::parse("00016421300Y")?;
    /// assert_eq!(BaseCode::parse("000164213003")?.main_code(), main);
    /// assert_eq!(main.main_code(), main);
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn main_code(&self) -> Self {
        if self.is_sub_item() { Self(bytes(&format!("{}00Y", self.main_item()))) } else { *self }
    }
}

code_type!(
    BaseCode,
    expecting: "a base code of 12 characters",
    description: "基本编码: base code of an item, two digits of region, two of item type, five of the main item \
        and the sub-item, which is 000, 001 to 999, or 00Y for a main item that has sub-items (C 0109; GB/T \
        39554.1-2020, coding).",
    examples: ["000131024000", "00016421300Y", "000164213003"],
);
