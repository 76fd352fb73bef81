//! 事项编码: item codes, national and provincial.
//!
//! Three strict types build on each other, and a recogniser takes whatever a list holds:
//!
//! ```text
//! 11370800MB28559184 3 37 01 17002 011 ‥   BusinessCode (33)
//! 11370800MB28559184 3 37 01 17002 011     ImplementationCode (31)
//!                      37 01 17002 011     BaseCode (12)
//! credit code        │ │  │  │     └ sub-item
//!                    │ │  │  └ main item
//!                    │ │  └ item type
//!                    │ └ region
//!                    └ level
//! ```

mod base;
mod business;
mod implementation;

pub use base::BaseCode;
pub use business::BusinessCode;
pub use implementation::ImplementationCode;

use super::{CodeError, CodeProblem, CodeScheme, CreditCode, DivisionCode, OrganizationCode, code_type, titled_enum};

titled_enum! {
    /// 事项编码方案: the scheme whose shape an item code has.
    ///
    /// # Source
    /// C 0109 and GB/T 39554.1-2020 for the national schemes; published catalogs for the provincial ones.
    ///
    /// ```
    /// use qingdan::code::{ItemCode, ItemCodeScheme};
    /// assert_eq!(ItemCode::parse("000131024000")?.scheme(), ItemCodeScheme::Base12);
    /// assert_eq!(ItemCode::parse("62052400MZ-XK-0001")?.scheme(), ItemCodeScheme::Unknown);
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    ItemCodeScheme {
        Base12 = "基本编码（12位）", "base code (12)";
        Business14 = "业务办理项编码（14位）", "business code (14)";
        Implementation31 = "实施编码（31位）", "implementation code (31)";
        Business33 = "业务办理项编码（33位）", "business code (33)";
        /// `BASE-DIVISION-000-BODY-N-NN`, such as `511A0138000000-511602000000-000-115113010833722043-1-00`.
        Sichuan = "四川省事项编码", "Sichuan item code";
        /// Six digits of the division, seven of the item, and often `-001` for a business item.
        Shandong = "山东省事项编码（旧）", "Shandong item code (older)";
        Unknown = "未知方案", "unknown scheme";
    }
}

/// 编码组成部分: a part of an item code, and where it begins.
///
/// ```
/// use qingdan::code::ItemCode;
/// let code = ItemCode::parse("11370800MB285591843370117002011")?;
/// assert_eq!(code.base().map(|base| (base.text, base.position)), Some(("370117002011", 20)));
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct CodePart<'a> {
    /// 文本: the text of the part, as written.
    pub text: &'a str,
    /// 位置: where it begins in the whole code, in characters from 1.
    pub position: usize,
}

impl CodePart<'_> {
    /// The part of this one that begins `start` characters in, from 0; codes with parts are ASCII.
    fn cut(self, start: usize, length: usize) -> Option<Self> {
        let text = self.text.get(start..)?.get(..length)?;
        Some(Self { text, position: self.position.saturating_add(start) })
    }

    /// The last `length` characters.
    fn tail(self, length: usize) -> Option<Self> {
        self.cut(self.text.len().checked_sub(length)?, length)
    }

    /// The text before the last `separator`, and the text after it.
    fn rsplit(self, separator: char) -> Option<(Self, Self)> {
        let (before, after) = self.text.rsplit_once(separator)?;
        Some((Self { text: before, ..self }, self.tail(after.len())?))
    }
}

/// 事项编码: a code as a list has it, with its parts where its scheme is known.
///
/// Every text but an empty one is an item code: real lists mix national, provincial and home-made ones, and hold
/// slips in many. The scheme is recognised by *shape* alone (lengths and kinds of characters), never by check
/// characters, so that the parts of a wrong code can still be looked at and judged one by one.
/// [`verify`](Self::verify) is the strict judgement.
///
/// A national code whose credit code lost or gained one character is recognised too, when what follows the credit
/// code is well formed: `1151130108778239R` + `4` + `000131024000` is an implementation code with a
/// [`body`](Self::body) of 17. A text that can be read in two such ways is not recognised. (A lost *level* before a
/// well-formed base may look the same when the credit code ends in a digit `1` to `6`; `verify` refuses either.)
///
/// # Source
/// C 0109 《国家政务服务平台政务服务事项基本目录及实施清单》 and GB/T 39554.1-2020 (coding) for the national schemes; the
/// provincial ones from published catalogs.
///
/// ```
/// use qingdan::code::{ItemCode, ItemCodeScheme};
///
/// let code = ItemCode::parse("511A0138000000-511602000000-000-115113010833722043-1-00")?;
/// assert_eq!(code.scheme(), ItemCodeScheme::Sichuan);
/// assert_eq!(code.base().map(|part| part.text), Some("511A0138000000"));
/// assert_eq!(code.body().map(|part| part.text), Some("115113010833722043"));
/// assert_eq!(code.body().map(|part| part.position), Some(33));
/// assert!(code.verify().is_ok());
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemCode {
    text: Box<str>,
    scheme: ItemCodeScheme,
}

/// The parts of a code, by what its scheme has.
#[derive(Default)]
struct Layout<'a> {
    base: Option<CodePart<'a>>,
    body: Option<CodePart<'a>>,
    level: Option<CodePart<'a>>,
    business: Option<CodePart<'a>>,
    area: Option<CodePart<'a>>,
}

impl ItemCode {
    /// 格式: any text, as long as there is some.
    pub const PATTERN: &'static str = r"^(?:[\s\S]+)$";

    /// 识别: takes a text and recognises its scheme; what is no code of any scheme is [`ItemCodeScheme::Unknown`].
    ///
    /// # Errors
    /// [`CodeProblem::Empty`] when there is no text.
    ///
    /// ```
    /// use qingdan::code::{ItemCode, ItemCodeScheme};
    /// assert_eq!(ItemCode::parse("3711020104601-001")?.scheme(), ItemCodeScheme::Shandong);
    /// assert_eq!(ItemCode::parse("（待定）")?.scheme(), ItemCodeScheme::Unknown);
    /// assert!(ItemCode::parse("").is_err());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        if text.is_empty() {
            return Err(CodeError::new(CodeScheme::ItemCode, text, CodeProblem::Empty));
        }
        Ok(Self { text: text.into(), scheme: recognise(text).0 })
    }

    /// 原文: the code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// 编码方案: the scheme whose shape the code has.
    #[must_use]
    pub fn scheme(&self) -> ItemCodeScheme {
        self.scheme
    }

    fn layout(&self) -> Layout<'_> {
        recognise(&self.text).1
    }

    /// 基本编码: what the item is called wherever it is exercised; in Shandong the seven digits after the division.
    ///
    /// ```
    /// use qingdan::code::ItemCode;
    /// let base = |text| Some(ItemCode::parse(text).ok()?.base()?.text.to_owned());
    /// assert_eq!(base("00016421300301").as_deref(), Some("000164213003"));
    /// assert_eq!(base("G-000007-001-511602000000-000-00877868-5-1-00").as_deref(), Some("G-000007-001"));
    /// ```
    #[must_use]
    pub fn base(&self) -> Option<CodePart<'_>> {
        self.layout().base
    }

    /// 实施主体编码: the text where the code of the implementing body stands, right or wrong.
    ///
    /// ```
    /// use qingdan::code::{CreditCode, ItemCode};
    /// let code = ItemCode::parse("11440300MB2C92008E4440116045000")?;
    /// let body = code.body().map(|part| part.text).unwrap_or_default();
    /// assert_eq!(body, "11440300MB2C92008E");
    /// assert!(CreditCode::parse(body).is_err());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn body(&self) -> Option<CodePart<'_>> {
        self.layout().body
    }

    /// 行使层级: the digit of the level at which the item is exercised, in codes of 31 and 33.
    ///
    /// ```
    /// use qingdan::code::ItemCode;
    /// let code = ItemCode::parse("1145072100811537184452004020000")?;
    /// assert_eq!(code.level().map(|part| part.text), Some("4"));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn level(&self) -> Option<CodePart<'_>> {
        self.layout().level
    }

    /// 事项类型: the two digits of the item type, in national schemes.
    ///
    /// ```
    /// use qingdan::code::ItemCode;
    /// let code = ItemCode::parse("1145072100811537184452004020000")?;
    /// assert_eq!(code.type_digits().map(|part| part.text), Some("20"));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn type_digits(&self) -> Option<CodePart<'_>> {
        self.national_base()?.cut(2, 2)
    }

    /// 主项: the first nine characters of the base, which a main item shares with its sub-items, in national schemes.
    ///
    /// ```
    /// use qingdan::code::ItemCode;
    /// let main = |text| Some(ItemCode::parse(text).ok()?.main_item()?.text.to_owned());
    /// assert_eq!(main("00016421300Y"), main("00016421300302"));
    /// ```
    #[must_use]
    pub fn main_item(&self) -> Option<CodePart<'_>> {
        self.national_base()?.cut(0, 9)
    }

    /// 子项: the last three characters of the base, in national schemes.
    ///
    /// ```
    /// use qingdan::code::ItemCode;
    /// let code = ItemCode::parse("00016421300Y")?;
    /// assert_eq!(code.sub_item().map(|part| part.text), Some("00Y"));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn sub_item(&self) -> Option<CodePart<'_>> {
        self.national_base()?.cut(9, 3)
    }

    /// 业务办理项: the number of the business item, in codes of 14 and 33 and in Shandong.
    ///
    /// ```
    /// use qingdan::code::ItemCode;
    /// let code = ItemCode::parse("3711020104601-001")?;
    /// assert_eq!(code.business().map(|part| (part.text, part.position)), Some(("001", 15)));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn business(&self) -> Option<CodePart<'_>> {
        self.layout().business
    }

    /// 行政区划: the division within the code, in provincial schemes.
    ///
    /// ```
    /// use qingdan::code::ItemCode;
    /// let code = ItemCode::parse("3711020104601-001")?;
    /// assert_eq!(code.area().map(|part| part.text), Some("371102"));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn area(&self) -> Option<CodePart<'_>> {
        self.layout().area
    }

    fn national_base(&self) -> Option<CodePart<'_>> {
        match self.scheme {
            ItemCodeScheme::Base12
            | ItemCodeScheme::Business14
            | ItemCodeScheme::Implementation31
            | ItemCodeScheme::Business33 => self.base(),
            ItemCodeScheme::Sichuan | ItemCodeScheme::Shandong | ItemCodeScheme::Unknown => None,
        }
    }

    /// 校验: the strict judgement by the scheme that the code has the shape of.
    ///
    /// National codes must be a [`BaseCode`], [`ImplementationCode`] or [`BusinessCode`]. In a Sichuan code the body
    /// must be a credit code or an organization code, with or without hyphen, and in both provincial schemes the
    /// area a division code.
    ///
    /// # Errors
    /// The error of the strict type; [`CodeProblem::Part`] for parts of provincial codes;
    /// [`CodeProblem::UnknownScheme`].
    ///
    /// ```
    /// use qingdan::code::{CodeProblem, ItemCode};
    /// // A main item that has sub-items cannot be implemented itself.
    /// let code = ItemCode::parse("11370800MB28559184337011700200Y")?;
    /// let error = code.verify().unwrap_err();
    /// assert_eq!(*error.problem(), CodeProblem::MainItem { position: 29 });
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn verify(&self) -> Result<(), CodeError> {
        match self.scheme {
            ItemCodeScheme::Base12 => BaseCode::parse(&self.text).map(drop),
            ItemCodeScheme::Implementation31 => ImplementationCode::parse(&self.text).map(drop),
            ItemCodeScheme::Business14 | ItemCodeScheme::Business33 => BusinessCode::parse(&self.text).map(drop),
            ItemCodeScheme::Sichuan | ItemCodeScheme::Shandong => {
                let Layout { area, body, .. } = self.layout();
                self.verify_part(area, |text| DivisionCode::parse(text).map(drop))?;
                self.verify_part(body, verify_body)
            }
            ItemCodeScheme::Unknown => {
                Err(CodeError::new(CodeScheme::ItemCode, &self.text, CodeProblem::UnknownScheme))
            }
        }
    }

    fn verify_part(
        &self,
        part: Option<CodePart<'_>>,
        judge: fn(&str) -> Result<(), CodeError>,
    ) -> Result<(), CodeError> {
        part.map_or(Ok(()), |part| {
            judge(part.text).map_err(|error| error.of_part(CodeScheme::ItemCode, &self.text, part.position))
        })
    }
}

code_type!(
    ItemCode,
    expecting: "an item code",
    description: "事项编码: item code as written, of a national scheme (C 0109, GB/T 39554.1-2020: 12, 14, 31 or \
        33 characters), a provincial or an unknown one.",
    examples: [
        "000131024000",
        "11440113MB2C92966P4000131024000",
        "511A0138000000-511602000000-000-115113010833722043-1-00",
    ],
);

/// A body is meant as an organization code when it is as long as one, otherwise as a credit code.
fn verify_body(text: &str) -> Result<(), CodeError> {
    match text.len() {
        9 => OrganizationCode::parse(text).map(drop),
        10 if text.contains('-') => OrganizationCode::parse_hyphenated(text).map(drop),
        _ => CreditCode::parse(text).map(drop),
    }
}

/// The scheme and the parts of a text. Whatever has a scheme is ASCII, so bytes are characters there.
fn recognise(text: &str) -> (ItemCodeScheme, Layout<'_>) {
    let whole = CodePart { text, position: 1 };
    national(whole)
        .or_else(|| Some((ItemCodeScheme::Sichuan, sichuan(whole)?)))
        .or_else(|| Some((ItemCodeScheme::Shandong, shandong(whole)?)))
        .unwrap_or((ItemCodeScheme::Unknown, Layout::default()))
}

fn national(whole: CodePart<'_>) -> Option<(ItemCodeScheme, Layout<'_>)> {
    let short = |base, business| {
        let layout = Layout { base: whole.cut(0, 12), business, ..Layout::default() };
        has_base_shape(layout.base?).then_some((base, layout))
    };
    match whole.text.len() {
        12 => short(ItemCodeScheme::Base12, None),
        14 => {
            let business = whole.tail(2)?;
            is_digits(business.text, 2).then(|| short(ItemCodeScheme::Business14, Some(business))).flatten()
        }
        31 => Some((ItemCodeScheme::Implementation31, long(whole, 18, 0, has_base_shape)?)),
        33 => Some((ItemCodeScheme::Business33, long(whole, 18, 2, has_base_shape)?)),
        // One character of the credit code lost or too many.
        length @ (30 | 32 | 34) => {
            let read = |body: usize, business: usize| {
                let tail = 13_usize.saturating_add(business);
                (body.saturating_add(tail) == length).then(|| long(whole, body, business, is_well_formed)).flatten()
            };
            let implementation = read(17, 0).or_else(|| read(19, 0));
            let business = read(17, 2).or_else(|| read(19, 2));
            match (implementation, business) {
                (Some(layout), None) => Some((ItemCodeScheme::Implementation31, layout)),
                (None, Some(layout)) => Some((ItemCodeScheme::Business33, layout)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The parts of a code of 31 or 33, with a body of some length and a business item of 0 or 2 digits.
fn long(
    whole: CodePart<'_>,
    body: usize,
    business: usize,
    base_is_right: fn(CodePart<'_>) -> bool,
) -> Option<Layout<'_>> {
    let layout = Layout {
        body: whole.cut(0, body),
        level: whole.cut(body, 1),
        base: whole.cut(body.saturating_add(1), 12),
        business: if business == 0 { None } else { whole.tail(business) },
        area: None,
    };
    let right = layout.body?.text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && is_digits(layout.level?.text, 1)
        && base_is_right(layout.base?)
        && layout.business.is_none_or(|part| is_digits(part.text, 2));
    // Where the body is not 18 long, only a level that exists tells the reading from chance.
    let right = right && (body == 18 || layout.level.is_some_and(|part| ImplementationCode::is_level(part.text)));
    right.then_some(layout)
}

/// `BASE-DIVISION-000-BODY-N-NN`, read from the right, since base and body may have hyphens themselves.
fn sichuan(whole: CodePart<'_>) -> Option<Layout<'_>> {
    let (rest, last) = whole.rsplit('-')?;
    let (rest, digit) = rest.rsplit('-')?;
    let (before, after) = rest.rsplit('-')?;
    let hyphenated = after.text.len() == 1;
    let (rest, body) = if hyphenated {
        // A check character alone: the body before it is eight characters.
        let (rest, body) = before.rsplit('-')?;
        (rest, CodePart { text: whole.text.get(body.position.checked_sub(1)?..)?.get(..10)?, ..body })
    } else {
        (before, after)
    };
    let (rest, middle) = rest.rsplit('-')?;
    let (base, area) = rest.rsplit('-')?;

    let is_word = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let right = is_digits(last.text, 2)
        && is_digits(digit.text, 1)
        && body.text.split('-').all(is_word)
        && is_digits(middle.text, 3)
        && is_digits(area.text, 12)
        && base.text.split('-').all(is_word)
        && (!hyphenated || body.text.as_bytes().get(8) == Some(&b'-'));
    right.then(|| Layout { base: Some(base), body: Some(body), area: Some(area), ..Layout::default() })
}

/// Six digits of the division, seven of the item, and perhaps a hyphen and three of the business item.
fn shandong(whole: CodePart<'_>) -> Option<Layout<'_>> {
    let (item, business) = match whole.rsplit('-') {
        Some((item, business)) => (item, Some(business)),
        None => (whole, None),
    };
    let right = is_digits(item.text, 13) && business.is_none_or(|part| is_digits(part.text, 3));
    right.then(|| Layout { area: item.cut(0, 6), base: item.cut(6, 7), business, ..Layout::default() })
}

/// Eleven digits, and a twelfth or `Y`.
fn has_base_shape(base: CodePart<'_>) -> bool {
    let bytes = base.text.as_bytes();
    bytes.len() == 12
        && bytes.split_last().is_some_and(|(last, digits)| {
            digits.iter().all(u8::is_ascii_digit) && (last.is_ascii_digit() || *last == b'Y')
        })
}

fn is_well_formed(base: CodePart<'_>) -> bool {
    BaseCode::parse(base.text).is_ok()
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|found| found.is_ascii_digit())
}
