//! What is wrong with a code, and where.

use std::fmt;

use super::character::{is_blank, narrow};
use super::scheme::CodeScheme;
use crate::lang::{Lang, Message};
use crate::print::{alternatives, excerpt};

/// 编码错误: a text is no code of a scheme.
///
/// The text is kept whole, while messages show its beginning, made safe for a terminal. Positions count characters
/// from 1, as a person counts them.
///
/// ```
/// use qingdan::Lang;
/// use qingdan::code::CreditCode;
///
/// let error = CreditCode::parse("1151130000877869M").unwrap_err();
/// assert_eq!(error.to_string(), "credit code `1151130000877869M`: found 17 characters, expected 18");
/// assert_eq!(error.message().text(Lang::Zh), "统一社会信用代码“1151130000877869M”为17个字符，应为18个");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CodeError {
    scheme: CodeScheme,
    found: Box<str>,
    problem: CodeProblem,
}

/// 编码问题: what is wrong with a code.
///
/// ```
/// use qingdan::code::{CodeProblem, CreditCode, Expected};
///
/// let error = CreditCode::parse("11511301452259996u").unwrap_err();
/// let problem = CodeProblem::Character { position: 18, expected: Expected::Exactly('U'), found: 'u' };
/// assert_eq!(*error.problem(), problem);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeProblem {
    /// 空: there is no text at all, where any text would do.
    Empty,
    /// 长度不符: the number of characters is not one of those that the scheme has.
    Length {
        /// The lengths that the scheme has.
        expected: &'static [usize],
        /// The characters found.
        found: usize,
    },
    /// 段数不符: the number of parts between the separators is wrong.
    Parts {
        /// The parts that the scheme has.
        expected: usize,
        /// The parts found.
        found: usize,
    },
    /// 字符不符: a character that cannot stand at its place.
    Character {
        /// Where it stands.
        position: usize,
        /// What may stand there.
        expected: Expected,
        /// The character found.
        found: char,
    },
    /// 取值不符: several characters, each possible at its place, that together mean nothing.
    Value {
        /// Where they begin.
        position: usize,
        /// What may stand there.
        expected: Expected,
        /// The characters found.
        found: Box<str>,
    },
    /// 校验码不符: the form is right, the check character is not that of the other characters.
    Check {
        /// Where the check character stands.
        position: usize,
        /// The check character of the other characters.
        expected: char,
        /// The check character found.
        found: char,
    },
    /// 组成部分有误: a part that is a code of its own is wrong.
    Part {
        /// Where the part begins.
        position: usize,
        /// What is wrong with it; its positions count from the beginning of the part.
        error: Box<CodeError>,
    },
    /// 主项不可实施: a main item that has sub-items (`00Y`) is used where only what can be implemented may stand.
    MainItem {
        /// Where the `00Y` begins.
        position: usize,
    },
    /// 方案不明: the text has the shape of no known scheme.
    UnknownScheme,
}

/// 应有内容: what may stand at a place of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expected {
    /// 指定字符: this character and no other, such as `D` where `d` was found.
    Exactly(char),
    /// 数字: a digit.
    Digit,
    /// 非零数字: a digit other than 0.
    NonZeroDigit,
    /// 数字或X: a digit or `X`, a check character of GB 11714.
    DigitOrX,
    /// 数字或Y: a digit or `Y`, the end of a base code.
    DigitOrY,
    /// 统一代码字符: a digit or an upper-case letter other than I, O, S, V, Z, the 31 characters of GB 32100.
    CreditCharacter,
    /// 数字或大写字母: a digit or an upper-case letter.
    DigitOrLetter,
    /// 连字符: the hyphen before the check character of an organization code.
    Hyphen,
    /// 行使层级: a level at which an item is exercised, `1` to `6`.
    LevelDigit,
    /// 区域: the two digits of the region of a base code.
    Region,
    /// 事项类型: the two digits of an item type.
    ItemType,
    /// 主项编号: the five digits of the main item of a base code.
    MainItem,
    /// 子项编号: the sub-item of a base code.
    SubItem,
    /// 业务办理项编号: the two digits of a business item.
    BusinessItem,
    /// 根标识: the root of license identifiers.
    LicenseRoot,
    /// 流水号: the serial of a license.
    LicenseSerial,
    /// 版本号: the version of a license.
    LicenseVersion,
}

impl Expected {
    /// Whether the character may stand there; sets of several characters admit none alone.
    pub(super) fn admits(self, found: char) -> bool {
        match self {
            Self::Exactly(only) => found == only,
            Self::Digit => found.is_ascii_digit(),
            Self::NonZeroDigit => matches!(found, '1'..='9'),
            Self::DigitOrX => matches!(found, '0'..='9' | 'X'),
            Self::DigitOrY => matches!(found, '0'..='9' | 'Y'),
            Self::CreditCharacter => {
                matches!(found, '0'..='9' | 'A'..='Z') && !matches!(found, 'I' | 'O' | 'S' | 'V' | 'Z')
            }
            Self::DigitOrLetter => matches!(found, '0'..='9' | 'A'..='Z'),
            Self::Hyphen => found == '-',
            Self::LevelDigit => matches!(found, '1'..='6'),
            Self::Region
            | Self::ItemType
            | Self::MainItem
            | Self::SubItem
            | Self::BusinessItem
            | Self::LicenseRoot
            | Self::LicenseSerial
            | Self::LicenseVersion => false,
        }
    }

    /// The narrower expectation when the found character is plainly a slip for one that may stand there: lower case
    /// or full width.
    pub(super) fn meant_by(self, found: char) -> Self {
        let meant = narrow(found).unwrap_or(found).to_ascii_uppercase();
        if meant != found && self.admits(meant) { Self::Exactly(meant) } else { self }
    }

    /// 说明: what may stand there, in both languages.
    ///
    /// ```
    /// use qingdan::code::Expected;
    /// assert_eq!(Expected::Digit.message().en, "a digit");
    /// assert_eq!(Expected::Exactly('D').message().zh, "“D”");
    /// ```
    #[must_use]
    pub fn message(self) -> Message {
        let (zh, en) = match self {
            Self::Exactly(only) => return Message::new(quoted(only, Lang::Zh), quoted(only, Lang::En)),
            Self::Digit => ("数字", "a digit"),
            Self::NonZeroDigit => ("1至9的数字", "a digit `1` to `9`"),
            Self::DigitOrX => ("数字或X", "a digit or `X`"),
            Self::DigitOrY => ("数字或Y", "a digit or `Y`"),
            Self::CreditCharacter => {
                ("数字或大写字母（不含I、O、S、V、Z）", "a digit or an upper-case letter other than I, O, S, V, Z")
            }
            Self::DigitOrLetter => ("数字或大写字母", "a digit or an upper-case letter"),
            Self::Hyphen => ("连字符“-”", "a hyphen"),
            Self::LevelDigit => ("行使层级1至6", "a level `1` to `6`"),
            Self::ItemType => ("事项类型01至10或20", "an item type, `01` to `10` or `20`"),
            Self::Region => ("两位区域代码", "the two digits of a region"),
            Self::MainItem => ("五位主项编号", "the five digits of a main item"),
            Self::SubItem => {
                ("000、001至999或00Y", "`000`, a sub-item `001` to `999`, or `00Y` for a main item that has sub-items")
            }
            Self::BusinessItem => ("业务办理项01至99", "a business item, `01` to `99`"),
            Self::LicenseRoot => ("根标识1.2.156.3005.2", "the root `1.2.156.3005.2`"),
            Self::LicenseSerial => {
                ("1至32位数字或大写字母的流水号", "a serial of 1 to 32 digits or upper-case letters")
            }
            Self::LicenseVersion => ("三位版本号001至999", "a version of three digits, `001` to `999`"),
        };
        Message::new(zh, en)
    }
}

impl CodeError {
    pub(super) fn new(scheme: CodeScheme, found: &str, problem: CodeProblem) -> Self {
        Self { scheme, found: found.into(), problem }
    }

    /// This error as that of a part of a longer code.
    pub(super) fn of_part(self, scheme: CodeScheme, whole: &str, position: usize) -> Self {
        Self::new(scheme, whole, CodeProblem::Part { position, error: Box::new(self) })
    }

    /// 编码方案: the scheme that was tried.
    #[must_use]
    pub fn scheme(&self) -> CodeScheme {
        self.scheme
    }

    /// 原文: the whole text that was tried, as written.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// 问题: what is wrong with it.
    #[must_use]
    pub fn problem(&self) -> &CodeProblem {
        &self.problem
    }

    /// 位置: where the trouble is, in characters from 1; of a wrong part, the place in the whole text.
    ///
    /// A wrong length or number of parts is at no place, and within a part it is where the part begins.
    ///
    /// ```
    /// use qingdan::code::ImplementationCode;
    /// // The embedded credit code has `T` at its 18th character, where `4` belongs.
    /// let error = ImplementationCode::parse("11450721008115371T4452004020000").unwrap_err();
    /// assert_eq!(error.position(), Some(18));
    /// ```
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        match &self.problem {
            CodeProblem::Empty
            | CodeProblem::Length { .. }
            | CodeProblem::Parts { .. }
            | CodeProblem::UnknownScheme => None,
            CodeProblem::Character { position, .. }
            | CodeProblem::Value { position, .. }
            | CodeProblem::Check { position, .. }
            | CodeProblem::MainItem { position } => Some(*position),
            CodeProblem::Part { position, error } => {
                Some(position.saturating_add(error.position().map_or(0, |inner| inner.saturating_sub(1))))
            }
        }
    }

    /// 应有内容: what was expected instead, in both languages.
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// let error = DivisionCode::parse("1506").unwrap_err();
    /// assert_eq!(error.expected().en, "6, 9 or 12 characters");
    /// ```
    #[must_use]
    pub fn expected(&self) -> Message {
        match &self.problem {
            CodeProblem::Empty => Message::new("编码", "a code"),
            CodeProblem::Length { expected, .. } => Message::new(
                format!("{}个字符", list(expected, "、", "或")),
                format!("{} characters", list(expected, ", ", " or ")),
            ),
            CodeProblem::Parts { expected, .. } => Message::new(format!("{expected}段"), format!("{expected} parts")),
            CodeProblem::Character { expected, .. } | CodeProblem::Value { expected, .. } => expected.message(),
            CodeProblem::Check { expected, .. } => Expected::Exactly(*expected).message(),
            CodeProblem::Part { error, .. } => error.expected(),
            CodeProblem::MainItem { .. } => Message::new("000或子项001至999", "`000` or a sub-item `001` to `999`"),
            CodeProblem::UnknownScheme => Message::new(
                "国家编码（12、14、31、33位）或已知的省级编码",
                "a national code of 12, 14, 31 or 33 characters or a known provincial one",
            ),
        }
    }

    /// 说明: the error as a sentence in both languages.
    ///
    /// ```
    /// use qingdan::code::CreditCode;
    /// let message = CreditCode::parse("11440300007542785T").unwrap_err().message();
    /// assert_eq!(message.zh, "统一社会信用代码“11440300007542785T”第18位校验码为“T”，应为“U”");
    /// ```
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new(self.sentence_zh(), self.to_string())
    }

    fn sentence_zh(&self) -> String {
        let subject = format!("{}“{}”", self.scheme.title_zh(), excerpt(&self.found));
        let expected = self.expected().zh;
        match &self.problem {
            CodeProblem::Empty => format!("{}为空，应填写编码", self.scheme.title_zh()),
            CodeProblem::Length { expected, found } => {
                format!("{subject}为{found}个字符，应为{}个", list(expected, "、", "或"))
            }
            CodeProblem::Parts { found, .. } => format!("{subject}为{found}段，应为{expected}"),
            CodeProblem::Character { position, found, .. } => {
                format!("{subject}第{position}位为{}，应为{expected}", quoted(*found, Lang::Zh))
            }
            CodeProblem::Value { position, found, .. } => {
                format!("{subject}自第{position}位起为“{}”，应为{expected}", excerpt(found))
            }
            CodeProblem::Check { position, found, .. } => {
                format!("{subject}第{position}位校验码为{}，应为{expected}", quoted(*found, Lang::Zh))
            }
            CodeProblem::Part { position, error } => format!("{subject}自第{position}位起：{}", error.sentence_zh()),
            CodeProblem::MainItem { position } => {
                format!("{subject}自第{position}位起为“00Y”，有子项的主项不能直接实施，应为{expected}")
            }
            CodeProblem::UnknownScheme => format!("{subject}不属于任何已知编码方案，应为{expected}"),
        }
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.scheme.title_en();
        let expected = self.expected().en;
        if self.problem == CodeProblem::Empty {
            return write!(f, "{scheme} is empty, expected {expected}");
        }
        write!(f, "{scheme} `{}`", excerpt(&self.found))?;
        match &self.problem {
            CodeProblem::Empty => Ok(()),
            CodeProblem::Length { expected, found } => {
                let noun = if *found == 1 { "character" } else { "characters" };
                write!(f, ": found {found} {noun}, expected {}", list(expected, ", ", " or "))
            }
            // Never one part alone: the root has been found.
            CodeProblem::Parts { expected, found } => write!(f, ": found {found} parts, expected {expected}"),
            CodeProblem::Character { position, found, .. } => {
                write!(f, ", position {position}: found {}, expected {expected}", quoted(*found, Lang::En))
            }
            CodeProblem::Value { position, found, .. } => {
                write!(f, ", position {position}: found `{}`, expected {expected}", excerpt(found))
            }
            CodeProblem::Check { position, found, .. } => {
                let found = quoted(*found, Lang::En);
                write!(f, ", position {position}: found check character {found}, expected {expected}")
            }
            CodeProblem::Part { position, error } => write!(f, ", from position {position}: {error}"),
            CodeProblem::MainItem { position } => write!(
                f,
                ", position {position}: found `00Y`, a main item that cannot be implemented itself, expected {expected}"
            ),
            CodeProblem::UnknownScheme => write!(f, " has the shape of no known scheme, expected {expected}"),
        }
    }
}

// The sentence already holds that of a wrong part, so there is no further source to walk to.
impl std::error::Error for CodeError {}

/// A list of lengths as prose: `6, 9 or 12`.
fn list(numbers: &[usize], comma: &str, or: &str) -> String {
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    alternatives(&words, comma, or)
}

/// One character in quotation marks; what cannot be seen goes by its number.
fn quoted(character: char, lang: Lang) -> String {
    let number = u32::from(character);
    match (is_blank(character), lang) {
        (true, Lang::Zh) => format!("空白字符（U+{number:04X}）"),
        (true, Lang::En) => format!("a blank (U+{number:04X})"),
        (false, Lang::Zh) => format!("“{character}”"),
        (false, Lang::En) => format!("`{character}`"),
    }
}
