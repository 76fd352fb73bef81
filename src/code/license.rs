//! 电子证照标识: license identifiers, GB/T 36904-2018, with the check character of GB/T 17710-2008.

use std::fmt;

use super::form::{self, credit_form, division_form};
use super::{CodeError, CodeProblem, CodeScheme, CreditCode, DivisionCode, Expected, LicenseTypeCode, code_type};

/// The object identifier under which all license identifiers stand.
const ROOT: &str = "1.2.156.3005.2";

/// The longest serial seen is 32 characters.
const LONGEST_SERIAL: usize = 32;

/// The characters in the order of their values, GB/T 17710-2008: all 36, also I O S V Z.
const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// 电子证照标识: the identifier of one version of one electronic license.
///
/// `1.2.156.3005.2.TYPE.ISSUER.SERIAL.VERSION.CHECK`, where
///
/// - TYPE is a [license type code](LicenseTypeCode);
/// - ISSUER is a credit code, or, though the standard does not say so, a division code: see [`LicenseIssuer`];
/// - SERIAL is 1 to 32 digits or upper-case letters, as the issuer likes;
/// - VERSION is three digits from `001`; a license issued anew or changed keeps the rest;
/// - CHECK is the check character of all these together, without the root and without dots.
///
/// # Source
/// GB/T 36904-2018 《电子证照 标识规范》, composition of the identifier; GB/T 17710-2008 (ISO/IEC 7064), MOD 37,36.
///
/// # Guarantee
/// MOD 37,36 refuses every change of one character after the root for another.
///
/// ```
/// use qingdan::code::LicenseIdentifier;
///
/// let license = LicenseIdentifier::parse(
///     "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
/// )?;
/// assert_eq!(license.license_type().serial(), "032");
/// assert_eq!(license.serial(), "2430599");
/// assert_eq!(license.version(), 1);
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LicenseIdentifier(Box<str>);

/// 证照颁发机构代码: the issuer within a license identifier.
///
/// ```
/// use qingdan::code::{LicenseIdentifier, LicenseIssuer};
///
/// let license = LicenseIdentifier::parse("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9")?;
/// assert!(matches!(license.issuer(), LicenseIssuer::Division(city) if city.as_str() == "340100"));
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LicenseIssuer {
    /// 统一社会信用代码: the issuing body, as the standard has it.
    CreditCode(CreditCode),
    /// 行政区划代码: a division, seen in real identifiers; it names no body.
    Division(DivisionCode),
}

impl fmt::Display for LicenseIssuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CreditCode(code) => code.fmt(f),
            Self::Division(code) => code.fmt(f),
        }
    }
}

impl From<CreditCode> for LicenseIssuer {
    fn from(code: CreditCode) -> Self {
        Self::CreditCode(code)
    }
}

impl From<DivisionCode> for LicenseIssuer {
    fn from(code: DivisionCode) -> Self {
        Self::Division(code)
    }
}

impl LicenseIdentifier {
    /// 格式: the form, without the arithmetic of the check characters.
    pub const PATTERN: &'static str = concat!(
        r"^(?:1\.2\.156\.3005\.2\.",
        credit_form!(),
        r"[0-9]{3}\.(?:",
        credit_form!(),
        "|",
        division_form!(),
        r")\.[0-9A-Z]{1,32}\.(?:00[1-9]|0[1-9][0-9]|[1-9][0-9]{2})\.[0-9A-Z])$"
    );

    /// 读取: the identifier from its text.
    ///
    /// # Errors
    /// First the form, in the order of the parts: [`CodeProblem::Value`] (root, serial, version),
    /// [`CodeProblem::Parts`], [`CodeProblem::Part`] (type, issuer), [`CodeProblem::Character`]; then
    /// [`CodeProblem::Check`].
    ///
    /// ```
    /// use qingdan::code::{CodeProblem, LicenseIdentifier};
    ///
    /// let error = LicenseIdentifier::parse(
    ///     "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.E",
    /// ).unwrap_err();
    /// assert!(matches!(error.problem(), CodeProblem::Check { expected: 'F', found: 'E', .. }));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let parts = Parts::of(text, 5)?;
        let (position, check) = parts.at(4);
        match (check.chars().next(), check.chars().nth(1)) {
            (Some(found), None) if Expected::DigitOrLetter.admits(found) => {
                let expected = parts.check_character();
                if expected == found {
                    Ok(Self(text.into()))
                } else {
                    Err(CodeError::new(SCHEME, text, CodeProblem::Check { position, expected, found }))
                }
            }
            (Some(found), None) => Err(form::misplaced(SCHEME, text, position, found, Expected::DigitOrLetter)),
            _ => Err(value(text, position, Expected::DigitOrLetter, check)),
        }
    }

    /// 生成: the identifier of a license, its check character worked out.
    ///
    /// # Errors
    /// [`CodeProblem::Value`] or [`CodeProblem::Character`] when the serial or version is none.
    ///
    /// ```
    /// use qingdan::code::{CreditCode, LicenseIdentifier, LicenseTypeCode};
    ///
    /// let kind = LicenseTypeCode::parse("11100000000013338W032")?;
    /// let issuer = CreditCode::parse("11150625011506306H")?;
    /// let license = LicenseIdentifier::new(kind, issuer.into(), "2026000001", 1)?;
    /// assert_eq!(
    ///     license.as_str(),
    ///     "1.2.156.3005.2.11100000000013338W032.11150625011506306H.2026000001.001.A"
    /// );
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn new(
        license_type: LicenseTypeCode,
        issuer: LicenseIssuer,
        serial: &str,
        version: u16,
    ) -> Result<Self, CodeError> {
        let mut text = format!("{ROOT}.{license_type}.{issuer}.{serial}.{version:03}");
        let check = Parts::of(&text, 4)?.check_character();
        text.push('.');
        text.push(check);
        Ok(Self(text.into()))
    }

    /// 校验位: the check character of a license's parts.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    ///
    /// ```
    /// use qingdan::code::{CreditCode, LicenseIdentifier, LicenseTypeCode};
    ///
    /// let kind = LicenseTypeCode::parse("11100000000013338W011")?;
    /// let issuer = CreditCode::parse("11430000006122244L")?;
    /// assert_eq!(LicenseIdentifier::check_character(kind, issuer.into(), "20230000403", 1)?, 'U');
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn check_character(
        license_type: LicenseTypeCode,
        issuer: LicenseIssuer,
        serial: &str,
        version: u16,
    ) -> Result<char, CodeError> {
        Self::new(license_type, issuer, serial, version).map(|license| license.check())
    }

    /// 下一版本: the identifier of the license when it is issued anew or changed; none after version 999.
    ///
    /// ```
    /// use qingdan::code::LicenseIdentifier;
    ///
    /// let first = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
    /// let second = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S";
    /// assert_eq!(LicenseIdentifier::parse(first)?.next_version(), LicenseIdentifier::parse(second).ok());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn next_version(&self) -> Option<Self> {
        Self::new(self.license_type(), self.issuer(), self.serial(), self.version().checked_add(1)?).ok()
    }

    /// A part after the root, counted from 0.
    fn part(&self, index: usize) -> &str {
        after_root(&self.0).unwrap_or_default().split('.').nth(index).unwrap_or_default()
    }

    /// 原文: the whole identifier.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 证照类型代码: the kind of license.
    #[must_use]
    pub fn license_type(&self) -> LicenseTypeCode {
        LicenseTypeCode::of_valid(self.part(0))
    }

    /// 证照颁发机构代码: who issued the license.
    #[must_use]
    pub fn issuer(&self) -> LicenseIssuer {
        let issuer = self.part(1);
        if is_division(issuer) {
            LicenseIssuer::Division(DivisionCode::of_digits(issuer, issuer.len()))
        } else {
            LicenseIssuer::CreditCode(CreditCode::of_valid(issuer))
        }
    }

    /// 流水号: the serial.
    #[must_use]
    pub fn serial(&self) -> &str {
        self.part(2)
    }

    /// 版本号: the version, from 1.
    #[must_use]
    pub fn version(&self) -> u16 {
        self.part(3).parse().unwrap_or(1)
    }

    /// 校验位: the check character.
    #[must_use]
    pub fn check(&self) -> char {
        form::last(&self.0)
    }
}

code_type!(
    LicenseIdentifier,
    expecting: "a license identifier `1.2.156.3005.2.TYPE.ISSUER.SERIAL.VERSION.CHECK`",
    description: "电子证照标识: license identifier, the root 1.2.156.3005.2, license type code, issuer, serial, \
        version and check character, separated by dots (GB/T 36904-2018, composition of the identifier; check \
        character GB/T 17710-2008 MOD 37,36).",
    examples: ["1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F"],
);

/// 校验字符: the check character that the hybrid system MOD 37,36 gives to digits and upper-case letters; none when
/// there is any other character.
///
/// # Source
/// GB/T 17710-2008, identical with ISO/IEC 7064:2003, hybrid systems.
///
/// ```
/// use qingdan::code::mod_37_36;
/// assert_eq!(mod_37_36("A12425GABC1234002"), Some('M'));
/// assert_eq!(mod_37_36("a"), None);
/// ```
#[must_use]
pub fn mod_37_36(text: &str) -> Option<char> {
    let mut product: usize = 36;
    for byte in text.bytes() {
        let value = ALPHABET.iter().position(|&known| known == byte)?;
        let sum = match product.saturating_add(value) % 36 {
            0 => 36,
            sum => sum,
        };
        product = sum.saturating_mul(2) % 37;
    }
    // The product is 1 to 36: twice a sum that 37, a prime, does not divide.
    let check = 37_usize.saturating_sub(product) % 36;
    ALPHABET.get(check).copied().map(char::from)
}

const SCHEME: CodeScheme = CodeScheme::LicenseIdentifier;

/// The parts after the root, each with its position, judged up to the version.
struct Parts<'a>(Vec<(usize, &'a str)>);

impl<'a> Parts<'a> {
    /// The parts of a text that should have `count` of them, five with the check character or four without.
    fn of(text: &'a str, count: usize) -> Result<Self, CodeError> {
        form::check_visible(SCHEME, text, |_| Expected::DigitOrLetter)?;
        let Some(rest) = after_root(text) else {
            let found = text.split_inclusive('.').take(5).collect::<String>();
            return Err(value(text, 1, Expected::LicenseRoot, found.trim_end_matches('.')));
        };
        let mut position = ROOT.len().saturating_add(2);
        let mut parts = Vec::with_capacity(count);
        for part in rest.split('.') {
            parts.push((position, part));
            position = position.saturating_add(part.chars().count()).saturating_add(1);
        }
        if parts.len() != count {
            // The root counts as the first of the six parts that the standard has.
            let problem = CodeProblem::Parts { expected: 6, found: parts.len().saturating_add(1) };
            return Err(CodeError::new(SCHEME, text, problem));
        }
        let parts = Self(parts);
        parts.judge(text)?;
        Ok(parts)
    }

    /// A part after the root, counted from 0.
    fn at(&self, index: usize) -> (usize, &'a str) {
        self.0.get(index).copied().unwrap_or((1, ""))
    }

    fn judge(&self, text: &str) -> Result<(), CodeError> {
        let (position, license_type) = self.at(0);
        LicenseTypeCode::parse(license_type).map_err(|error| error.of_part(SCHEME, text, position))?;

        let (position, issuer) = self.at(1);
        if is_division(issuer) { DivisionCode::parse(issuer).map(drop) } else { CreditCode::parse(issuer).map(drop) }
            .map_err(|error| error.of_part(SCHEME, text, position))?;

        let (position, serial) = self.at(2);
        if !(1..=LONGEST_SERIAL).contains(&serial.chars().count()) {
            return Err(value(text, position, Expected::LicenseSerial, serial));
        }
        if let Some((place, found)) = form::places(serial).find(|&(_, c)| !Expected::DigitOrLetter.admits(c)) {
            let place = position.saturating_add(place).saturating_sub(1);
            return Err(form::misplaced(SCHEME, text, place, found, Expected::DigitOrLetter));
        }

        let (position, version) = self.at(3);
        let digits = version.len() == 3 && version.bytes().all(|byte| byte.is_ascii_digit());
        if digits && version != "000" { Ok(()) } else { Err(value(text, position, Expected::LicenseVersion, version)) }
    }

    /// The check character of type, issuer, serial and version, which have been judged.
    fn check_character(&self) -> char {
        let text: String = self.0.iter().take(4).map(|&(_, part)| part).collect();
        mod_37_36(&text).unwrap_or_default()
    }
}

/// What follows the root and its dot.
fn after_root(text: &str) -> Option<&str> {
    text.strip_prefix(ROOT)?.strip_prefix('.')
}

/// Whether an issuer is meant as a division code: digits, and too few for a credit code.
fn is_division(issuer: &str) -> bool {
    matches!(issuer.len(), 6 | 9 | 12) && issuer.bytes().all(|byte| byte.is_ascii_digit())
}

fn value(text: &str, position: usize, expected: Expected, found: &str) -> CodeError {
    CodeError::new(SCHEME, text, CodeProblem::Value { position, expected, found: found.into() })
}
