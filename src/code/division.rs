//! 行政区划代码: division codes, GB/T 2260 and its continuation to townships and villages.

use super::form::{self, division_form};
use super::{CodeError, CodeScheme, Expected, code_type, titled_enum};

/// Where the groups of digits end: province, prefecture, county, township, village.
const GROUPS: [usize; 5] = [2, 4, 6, 9, 12];

/// 行政区划代码: the code of a division, of 6, 9 or 12 digits.
///
/// The digits are kept as written. Trailing groups of zeros mean the higher level: `150625000000` is the county that
/// `150625` is, see [`same_division`](Self::same_division). A group of zeros in the middle is a level that the place
/// has not: the towns of Dongguan (`441900`) stand directly under the prefecture.
///
/// There is no check character: nothing in a code says whether the division exists. Only a list of divisions
/// can say that. The code `100000`, which credit codes use for the national level, reads as that of a province.
///
/// # Source
/// GB/T 2260 《中华人民共和国行政区划代码》 (six digits, counties and above); GB/T 10114 (nine digits, townships); the
/// National Bureau of Statistics' rules for 12-digit codes (villages).
///
/// ```
/// use qingdan::code::{DivisionCode, DivisionLevel};
///
/// let town = DivisionCode::parse("150625100000")?;
/// assert_eq!(town.level(), DivisionLevel::Township);
/// assert_eq!(town.parent(), Some(DivisionCode::parse("150625000000")?));
/// assert_eq!(town.county(), Some(DivisionCode::parse("150625")?));
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
// The digits are padded with zeros, so that the derived order is that of the text: a prefix comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode {
    digits: [u8; 12],
    length: u8,
}

impl DivisionCode {
    /// 格式: the form, which is all that can be said about a division code.
    pub const PATTERN: &'static str = concat!("^(?:", division_form!(), ")$");

    /// 读取: the code from its 6, 9 or 12 digits, the first of which is not 0.
    ///
    /// # Errors
    /// [`CodeProblem::Length`](super::CodeProblem::Length) or
    /// [`CodeProblem::Character`](super::CodeProblem::Character).
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// assert_eq!(DivisionCode::parse("150625")?.as_str(), "150625");
    /// assert_eq!(DivisionCode::parse("15062S").unwrap_err().position(), Some(6));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        form::check(CodeScheme::DivisionCode, text, &[6, 9, 12], |position| match position {
            1 => Expected::NonZeroDigit,
            _ => Expected::Digit,
        })?;
        Ok(Self::of_digits(text, text.len()))
    }

    /// The code of digits whose form has been checked, cut or padded with zeros to a length.
    pub(super) fn of_digits(digits: &str, length: usize) -> Self {
        let mut code = Self {
            digits: [b'0'; 12],
            length: if length > 9 {
                12
            } else if length > 6 {
                9
            } else {
                6
            },
        };
        for (to, from) in code.digits.iter_mut().zip(digits.bytes()) {
            *to = from;
        }
        code
    }

    /// 原文: the digits as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        form::cut(form::text(&self.digits), 0, self.length.into())
    }

    /// 十二位形式: the code with zeros to 12 digits, as service platforms write it.
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// assert_eq!(DivisionCode::parse("150625")?.padded().as_str(), "150625000000");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn padded(&self) -> Self {
        Self { length: 12, ..*self }
    }

    /// The digits up to the end of the last group that is not all zeros.
    fn significant(&self) -> &str {
        let digits = form::text(&self.digits);
        let starts = [0].into_iter().chain(GROUPS);
        let end = starts
            .zip(GROUPS)
            .filter(|&(start, end)| digits.get(start..end).is_some_and(|group| group.contains(|digit| digit != '0')))
            .map(|(_, end)| end)
            .last();
        form::cut(digits, 0, end.unwrap_or(2))
    }

    /// 级别: the level, that of the last group of digits that is not all zeros.
    ///
    /// ```
    /// use qingdan::code::{DivisionCode, DivisionLevel};
    /// assert_eq!(DivisionCode::parse("150000")?.level(), DivisionLevel::Province);
    /// assert_eq!(DivisionCode::parse("150625000000")?.level(), DivisionLevel::County);
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn level(&self) -> DivisionLevel {
        match self.significant().len() {
            ..=2 => DivisionLevel::Province,
            3..=4 => DivisionLevel::Prefecture,
            5..=6 => DivisionLevel::County,
            7..=9 => DivisionLevel::Township,
            _ => DivisionLevel::Village,
        }
    }

    /// 上级区划: the next division above, as long as this code is written; none above a province.
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// let parent = |text| DivisionCode::parse(text).ok()?.parent();
    /// assert_eq!(parent("150625100"), DivisionCode::parse("150625000").ok());
    /// assert_eq!(parent("150625"), DivisionCode::parse("150600").ok());
    /// assert_eq!(parent("441900003000"), DivisionCode::parse("441900000000").ok()); // no county between
    /// assert_eq!(parent("150000"), None);
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let significant = self.significant();
        let end = GROUPS.into_iter().rev().find(|&end| end < significant.len())?;
        Some(Self::of_digits(form::cut(significant, 0, end), self.length.into()))
    }

    /// 所在省级区划: the province, in six digits.
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// assert_eq!(DivisionCode::parse("150625100000")?.province().as_str(), "150000");
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn province(&self) -> Self {
        Self::of_digits(form::cut(self.as_str(), 0, 2), 6)
    }

    /// 所在县级区划: the county, in six digits; none for a prefecture or province, or a town directly under one.
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// assert_eq!(DivisionCode::parse("150625100000")?.county(), Some(DivisionCode::parse("150625")?));
    /// assert_eq!(DivisionCode::parse("150600")?.county(), None);
    /// assert_eq!(DivisionCode::parse("441900003000")?.county(), None);
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn county(&self) -> Option<Self> {
        let county = Self::of_digits(form::cut(self.as_str(), 0, 6), 6);
        (county.level() == DivisionLevel::County).then_some(county)
    }

    /// 是否包含: whether the other division is this one or lies within it.
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// let banner = DivisionCode::parse("150625")?;
    /// assert!(banner.contains(&DivisionCode::parse("150625100000")?));
    /// assert!(banner.contains(&DivisionCode::parse("150625000000")?));
    /// assert!(!banner.contains(&DivisionCode::parse("150600")?));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        form::text(&other.digits).starts_with(self.significant())
    }

    /// 是否同一区划: whether both codes mean the same place, however many zeros are written.
    ///
    /// ```
    /// use qingdan::code::DivisionCode;
    /// let (short, long) = (DivisionCode::parse("150625")?, DivisionCode::parse("150625000000")?);
    /// assert!(short.same_division(&long));
    /// assert_ne!(short, long); // as texts they differ
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn same_division(&self, other: &Self) -> bool {
        self.digits == other.digits
    }

    /// 乡级单位类别: what kind of unit digits 7 to 9 name; none above the township level or for numbers not assigned.
    ///
    /// ```
    /// use qingdan::code::{DivisionCode, TownshipKind};
    /// let kind = |text| DivisionCode::parse(text).ok()?.township_kind();
    /// assert_eq!(kind("150625100"), Some(TownshipKind::Town)); // 锡尼镇
    /// assert_eq!(kind("150625200000"), Some(TownshipKind::Township)); // 伊和乌素苏木
    /// assert_eq!(kind("150625400000"), Some(TownshipKind::Quasi)); // a development zone
    /// ```
    #[must_use]
    pub fn township_kind(&self) -> Option<TownshipKind> {
        match form::cut(form::text(&self.digits), 6, 3).parse::<u16>().ok()? {
            1..=99 => Some(TownshipKind::Subdistrict),
            100..=199 => Some(TownshipKind::Town),
            200..=399 => Some(TownshipKind::Township),
            400..=599 => Some(TownshipKind::Quasi),
            _ => None,
        }
    }
}

code_type!(
    DivisionCode,
    expecting: "a division code of 6, 9 or 12 digits",
    description: "行政区划代码: division code of 6 digits (GB/T 2260), 9 digits (GB/T 10114) or 12 digits \
        (statistical divisions); trailing zeros mean the higher level.",
    examples: ["150625", "150625100", "150625000000"],
);

titled_enum! {
    /// 区划级别: the level of a division, the highest first.
    ///
    /// # Source
    /// GB/T 2260 and GB/T 10114: one group of digits for each level.
    ///
    /// ```
    /// use qingdan::code::DivisionLevel;
    /// assert!(DivisionLevel::County < DivisionLevel::Township);
    /// assert_eq!(DivisionLevel::County.title_zh(), "县级");
    /// ```
    DivisionLevel {
        Province = "省级", "province";
        Prefecture = "地级", "prefecture";
        /// Banners (旗) among them.
        County = "县级", "county";
        Township = "乡级", "township";
        Village = "村级", "village";
    }
}

titled_enum! {
    /// 乡级单位类别: the kind of a unit at the township level, by digits 7 to 9 of its code.
    ///
    /// # Source
    /// The National Bureau of Statistics' rules for statistical division codes: `001`–`099`, `100`–`199`,
    /// `200`–`399`, `400`–`599`.
    ///
    /// ```
    /// use qingdan::code::TownshipKind;
    /// assert!(TownshipKind::Town.is_government());
    /// assert!(!TownshipKind::Quasi.is_government());
    /// ```
    TownshipKind {
        /// Its office is dispatched by the county; it is no level of government.
        Subdistrict = "街道", "subdistrict";
        Town = "镇", "town";
        /// Ethnic townships (民族乡) and sumu (苏木) among them.
        Township = "乡", "township";
        /// Development zones, farms and the like, which are no government and are not counted among townships.
        Quasi = "类似乡级单位", "unit like a township";
    }
}

impl TownshipKind {
    /// 是否一级政府: whether such a unit has a people's government.
    ///
    /// ```
    /// use qingdan::code::TownshipKind;
    /// assert!(!TownshipKind::Subdistrict.is_government());
    /// ```
    #[must_use]
    pub const fn is_government(self) -> bool {
        matches!(self, Self::Town | Self::Township)
    }
}
