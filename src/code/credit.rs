//! 统一社会信用代码: unified social credit codes, GB 32100-2015.

use super::form::{self, bytes, credit_form};
use super::{CodeError, CodeProblem, CodeScheme, Expected, OrganizationCode, code_type, titled_enum};

/// The characters in the order of their values: no I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The weights of the first 17 characters: 3 to the power of 0 to 16, modulo 31.
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Where the organization code begins, counted from 0.
const ORGANIZATION: usize = 8;

/// 统一社会信用代码: the code of a legal person or other organization, 18 characters.
///
/// | characters | meaning |
/// |---|---|
/// | 1 | 登记管理部门: the registration department |
/// | 2 | 机构类别: the category, meaning one thing under each department |
/// | 3–8 | 登记管理机关行政区划: the division of the registering authority |
/// | 9–17 | 主体标识码: the [organization code](OrganizationCode), with its own check character |
/// | 18 | 校验码: the check character |
///
/// # Source
/// GB 32100-2015 《法人和其他组织统一社会信用代码编码规则》 with amendment 1 (2016), clause 4 (composition). The
/// clause gives the check character as `31 − Σ mod 31`, which is out of range for a sum of 0: there it is `0`.
///
/// # Guarantee
/// 31 is prime, no weight is a multiple of it and the characters have different values below it: every change of one
/// character for another of the alphabet is refused.
///
/// ```
/// use qingdan::code::CreditCode;
///
/// let code = CreditCode::parse("11511300008778693M")?;
/// assert!(code.is_state_organ());
/// assert_eq!(code.division_digits(), "511300");
/// assert_eq!(code.organization_code().as_str(), "008778693");
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; 18]);

impl CreditCode {
    /// 格式: the form, without the arithmetic of the two check characters.
    pub const PATTERN: &'static str = concat!("^(?:", credit_form!(), ")$");

    /// 读取: the code from its 18 characters.
    ///
    /// # Errors
    /// One problem, the first in this order: the form ([`CodeProblem::Length`], [`CodeProblem::Character`]), the
    /// check character ([`CodeProblem::Check`]), the organization code within ([`CodeProblem::Part`] at 9).
    ///
    /// ```
    /// use qingdan::code::{CodeProblem, CreditCode};
    ///
    /// let problem = |text| CreditCode::parse(text).unwrap_err().problem().clone();
    /// assert!(matches!(problem("1151130108778239R"), CodeProblem::Length { found: 17, .. }));
    /// assert!(matches!(problem("91310115MA1H8R7C6D"), CodeProblem::Check { expected: '7', .. }));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        form::check(CodeScheme::CreditCode, text, &[18], allowed)?;
        let expected = check_character(text);
        let found = form::last(text);
        if expected != found {
            let problem = CodeProblem::Check { position: 18, expected, found };
            return Err(CodeError::new(CodeScheme::CreditCode, text, problem));
        }
        check_organization(text)?;
        Ok(Self(bytes(text)))
    }

    /// 校验码: the check character of the first 17 characters.
    ///
    /// Whether the organization code among them is right does not matter here.
    ///
    /// # Errors
    /// [`CodeProblem::Length`] or [`CodeProblem::Character`] when they have not the form.
    ///
    /// ```
    /// use qingdan::code::CreditCode;
    /// assert_eq!(CreditCode::check_character("11440300007542785")?, 'U');
    /// // The weighted sum is 0 modulo 31.
    /// assert_eq!(CreditCode::check_character("11150625015514397")?, '0');
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn check_character(body: &str) -> Result<char, CodeError> {
        form::check(CodeScheme::CreditCode, body, &[17], allowed)?;
        Ok(check_character(body))
    }

    /// 生成: the code of its first 17 characters, the check character worked out.
    ///
    /// # Errors
    /// As [`check_character`](Self::check_character), and [`CodeProblem::Part`] when the organization code among them
    /// is wrong.
    ///
    /// ```
    /// use qingdan::code::CreditCode;
    /// assert_eq!(CreditCode::with_check_character("11150625011506306")?.as_str(), "11150625011506306H");
    /// assert!(CreditCode::with_check_character("11150625011506307").is_err());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    pub fn with_check_character(body: &str) -> Result<Self, CodeError> {
        let check = Self::check_character(body)?;
        check_organization(body)?;
        let mut text = String::from(body);
        text.push(check);
        Ok(Self(bytes(&text)))
    }

    /// The code in text that has been checked.
    pub(super) fn of_valid(text: &str) -> Self {
        Self(bytes(text))
    }

    /// 原文: the 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        form::text(&self.0)
    }

    /// 登记管理部门代码: the first character.
    #[must_use]
    pub fn registration_character(&self) -> char {
        form::char_at(self.as_str(), 0)
    }

    /// 登记管理部门: the department that registered the body, where the standard knows the character.
    ///
    /// ```
    /// use qingdan::code::{CreditCode, RegistrationDepartment};
    /// let code = CreditCode::parse("11100000000013338W")?;
    /// assert_eq!(code.registration_department(), Some(RegistrationDepartment::Establishment));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn registration_department(&self) -> Option<RegistrationDepartment> {
        RegistrationDepartment::from_character(self.registration_character())
    }

    /// 机构类别代码: the second character.
    #[must_use]
    pub fn category_character(&self) -> char {
        form::char_at(self.as_str(), 1)
    }

    /// 机构类别: the category of the body, where the standard knows the first two characters.
    ///
    /// ```
    /// use qingdan::code::{CreditCategory, CreditCode};
    /// let code = CreditCode::parse("91110108551385082Q")?;
    /// assert_eq!(code.category(), Some(CreditCategory::Enterprise));
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn category(&self) -> Option<CreditCategory> {
        CreditCategory::from_characters(self.registration_character(), self.category_character())
    }

    /// 登记管理机关行政区划码: the six digits of the registering authority's division.
    ///
    /// They are not where the body works: ministry-managed units and bodies whose division was renamed keep others.
    /// `100000` stands for the national level.
    #[must_use]
    pub fn division_digits(&self) -> &str {
        form::cut(self.as_str(), 2, 6)
    }

    /// 组织机构代码: the organization code, characters 9 to 17.
    #[must_use]
    pub fn organization_code(&self) -> OrganizationCode {
        OrganizationCode::of_valid(form::cut(self.as_str(), ORGANIZATION, 9))
    }

    /// 校验码: the last character.
    #[must_use]
    pub fn check(&self) -> char {
        form::last(self.as_str())
    }

    /// 是否机关: whether the body is a state organ (`11`).
    ///
    /// ```
    /// use qingdan::code::CreditCode;
    /// assert!(CreditCode::parse("11430000006122244L")?.is_state_organ());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn is_state_organ(&self) -> bool {
        self.category() == Some(CreditCategory::StateOrgan)
    }

    /// 是否事业单位: whether the body is a public institution (`12`), which exercises power only when authorised or
    /// entrusted.
    ///
    /// ```
    /// use qingdan::code::CreditCode;
    /// assert!(CreditCode::parse("12110000400777687U")?.is_public_institution());
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    #[must_use]
    pub fn is_public_institution(&self) -> bool {
        self.category() == Some(CreditCategory::PublicInstitution)
    }
}

code_type!(
    CreditCode,
    expecting: "a credit code of 18 characters",
    description: "统一社会信用代码: unified social credit code of a legal person or other organization, 18 characters \
        of which the last is a check character (GB 32100-2015, clause 4).",
    examples: ["11100000000013338W", "11511300008778693M"],
);

titled_enum! {
    /// 登记管理部门: the department that registers a body and gives it its credit code.
    ///
    /// # Source
    /// GB 32100-2015 with amendment 1 (2016), clause 4, first character.
    ///
    /// ```
    /// use qingdan::code::RegistrationDepartment;
    /// let department = RegistrationDepartment::from_character('9');
    /// assert_eq!(department.map(RegistrationDepartment::title_zh), Some("市场监管（工商）"));
    /// ```
    RegistrationDepartment {
        Establishment = "机构编制", "establishment of public bodies";
        ForeignAffairs = "外交", "foreign affairs";
        Justice = "司法行政", "justice administration";
        Culture = "文化", "culture";
        CivilAffairs = "民政", "civil affairs";
        Tourism = "旅游", "tourism";
        Religion = "宗教", "religious affairs";
        TradeUnion = "工会", "trade unions";
        MarketRegulation = "市场监管（工商）", "market regulation";
        MilitaryCommission = "中央军委改革和编制办公室", "reform and establishment office of the Central Military Commission";
        Agriculture = "农业", "agriculture";
        Other = "其他", "other";
    }
}

impl RegistrationDepartment {
    /// 由代码取得: the department of a first character.
    ///
    /// ```
    /// use qingdan::code::RegistrationDepartment;
    /// assert_eq!(RegistrationDepartment::from_character('N'), Some(RegistrationDepartment::Agriculture));
    /// assert_eq!(RegistrationDepartment::from_character('T'), None);
    /// ```
    #[must_use]
    pub fn from_character(character: char) -> Option<Self> {
        Some(match character {
            '1' => Self::Establishment,
            '2' => Self::ForeignAffairs,
            '3' => Self::Justice,
            '4' => Self::Culture,
            '5' => Self::CivilAffairs,
            '6' => Self::Tourism,
            '7' => Self::Religion,
            '8' => Self::TradeUnion,
            '9' => Self::MarketRegulation,
            'A' => Self::MilitaryCommission,
            'N' => Self::Agriculture,
            'Y' => Self::Other,
            _ => return None,
        })
    }
}

titled_enum! {
    /// 机构类别: what kind of body a credit code belongs to.
    ///
    /// # Source
    /// GB 32100-2015 with amendment 1 (2016), clause 4, second character. Departments not listed here have categories
    /// of their own.
    ///
    /// ```
    /// use qingdan::code::CreditCategory;
    /// assert_eq!(CreditCategory::from_characters('1', '1'), Some(CreditCategory::StateOrgan));
    /// assert_eq!(CreditCategory::from_characters('9', '1'), Some(CreditCategory::Enterprise));
    /// ```
    CreditCategory {
        StateOrgan = "机关", "state organ";
        PublicInstitution = "事业单位", "public institution";
        MassOrganization = "编办直接管理机构编制的群众团体", "mass organization on the state establishment";
        OtherEstablishment = "机构编制其他", "other body on the state establishment";
        SocialAssociation = "社会团体", "social association";
        PrivateInstitution = "民办非企业单位", "private non-enterprise unit";
        Foundation = "基金会", "foundation";
        OtherCivil = "民政其他", "other body registered by civil affairs";
        Enterprise = "企业", "enterprise";
        IndividualBusiness = "个体工商户", "individual business";
        FarmersCooperative = "农民专业合作社", "farmers' cooperative";
        GroupCollective = "组级集体经济组织", "collective economic organization of a group";
        VillageCollective = "村级集体经济组织", "collective economic organization of a village";
        TownshipCollective = "乡镇级集体经济组织", "collective economic organization of a township";
        OtherAgriculture = "农业其他", "other body registered by agriculture";
        Other = "其他", "other";
    }
}

impl CreditCategory {
    /// 由代码取得: the category of the first two characters; the second alone has no meaning.
    ///
    /// ```
    /// use qingdan::code::CreditCategory;
    /// assert_eq!(CreditCategory::from_characters('5', '3'), Some(CreditCategory::Foundation));
    /// assert_eq!(CreditCategory::from_characters('2', '1'), None);
    /// ```
    #[must_use]
    pub fn from_characters(registration: char, category: char) -> Option<Self> {
        Some(match (registration, category) {
            ('1', '1') => Self::StateOrgan,
            ('1', '2') => Self::PublicInstitution,
            ('1', '3') => Self::MassOrganization,
            ('1', '9') => Self::OtherEstablishment,
            ('5', '1') => Self::SocialAssociation,
            ('5', '2') => Self::PrivateInstitution,
            ('5', '3') => Self::Foundation,
            ('5', '9') => Self::OtherCivil,
            ('9', '1') => Self::Enterprise,
            ('9', '2') => Self::IndividualBusiness,
            ('9', '3') => Self::FarmersCooperative,
            ('N', '1') => Self::GroupCollective,
            ('N', '2') => Self::VillageCollective,
            ('N', '3') => Self::TownshipCollective,
            ('N', '9') => Self::OtherAgriculture,
            ('Y', '1') => Self::Other,
            _ => return None,
        })
    }
}

/// What may stand at a place, counted from 1.
fn allowed(position: usize) -> Expected {
    match position {
        3..=8 => Expected::Digit,
        17 => Expected::DigitOrX,
        _ => Expected::CreditCharacter,
    }
}

/// Judges the organization code within a text of the right form.
fn check_organization(text: &str) -> Result<(), CodeError> {
    match OrganizationCode::parse(form::cut(text, ORGANIZATION, 9)) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.of_part(CodeScheme::CreditCode, text, ORGANIZATION.saturating_add(1))),
    }
}

/// The check character of the first 17 characters of a text of the right form.
fn check_character(text: &str) -> char {
    let sum: usize = text.bytes().zip(WEIGHTS).map(|(byte, weight)| value(byte).saturating_mul(weight)).sum();
    // The outer remainder turns 31 − 0 into 0, a case that the published formula leaves out.
    let check = 31_usize.saturating_sub(sum % 31) % 31;
    ALPHABET.get(check).copied().map_or('0', char::from)
}

/// The value of a character: its place in the alphabet.
fn value(byte: u8) -> usize {
    ALPHABET.iter().position(|&known| known == byte).unwrap_or_default()
}
