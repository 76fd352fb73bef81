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
mod part;
mod scheme;
mod shape;

pub use base::BaseCode;
pub use business::BusinessCode;
pub use implementation::ImplementationCode;
pub use part::CodePart;
pub use scheme::ItemCodeScheme;

use shape::{Cut, Cuts, recognise};

use super::{CodeError, CodeProblem, CodeScheme, CreditCode, DivisionCode, OrganizationCode, code_type};

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
    cuts: Cuts,
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
        let (scheme, layout) = recognise(text);
        Ok(Self { text: text.into(), scheme, cuts: Cuts::of(&layout) })
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

    fn part(&self, cut: Option<Cut>) -> Option<CodePart<'_>> {
        cut?.part(&self.text)
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
        self.part(self.cuts.base)
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
        self.part(self.cuts.body)
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
        self.part(self.cuts.level)
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
        self.part(self.cuts.business)
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
        self.part(self.cuts.area)
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
                self.verify_part(self.area(), |text| DivisionCode::parse(text).map(drop))?;
                self.verify_part(self.body(), verify_body)
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
