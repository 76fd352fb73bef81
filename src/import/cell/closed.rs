//! Values of closed lists, by their titles and by what people write for them.

use std::collections::BTreeMap;

use super::word::{is_blank, plain, plain_char, trimmed};
use crate::codelist::{
    Audience, ClosedList, DelegationMode, Handling, Initiation, ItemStatus, LicenseClass, PowerSource,
};

/// 代码表取值: the value that a cell names: by its Chinese title, its wire name, or a word that stands for it. Blanks and the width
/// of marks do not matter. A number names none, since numberings conflict between systems: [`CodeTable`] says what it means.
///
/// ```
/// use qingdan::codelist::Initiation;
/// use qingdan::import::cell::closed;
/// let words = [("依申请类", Initiation::OnApplication)];
/// assert_eq!(closed("依职权", &words), Some(Initiation::ExOfficio));
/// assert_eq!(closed("依申 请类", &words), Some(Initiation::OnApplication));
/// assert_eq!(closed("on_application", &words), Some(Initiation::OnApplication));
/// assert_eq!(closed("1", &words), None);
/// ```
#[must_use]
pub fn closed<T: ClosedList>(text: &str, synonyms: &[(&str, T)]) -> Option<T> {
    let word = plain(text);
    let word = word.trim_end_matches(['。', ';', ',', '、']);
    if word.is_empty() || is_number(word) {
        return None;
    }
    let listed = T::VALUES.iter().copied().find(|value| plain(value.official_title()) == word);
    let named = || T::VALUES.iter().copied().find(|value| value.wire_name() == word);
    listed
        .or_else(named)
        .or_else(|| synonyms.iter().find(|(synonym, _)| plain(synonym) == word).map(|&(_, value)| value))
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| plain_char(c).is_ascii_digit() || c == '.')
}

/// 代码表取值: several values of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AllClosed<'a, T> {
    /// 取值: in the order in which they stand there, each once.
    pub values: Vec<T>,
    /// 未识别: the words that name none.
    pub rest: Vec<&'a str>,
}

/// 代码表取值: the values that a cell names, parted by line breaks, blanks, `、`, `，`, `；`, `/` or `|`.
///
/// ```
/// use qingdan::codelist::Audience;
/// use qingdan::import::cell::all_closed;
/// let read = all_closed("自然人、企业法人、驻军", &[] as &[(&str, Audience)]);
/// assert_eq!(read.values, [Audience::NaturalPerson, Audience::Enterprise]);
/// assert_eq!(read.rest, ["驻军"]);
/// ```
#[must_use]
pub fn all_closed<'a, T: ClosedList>(text: &'a str, synonyms: &[(&str, T)]) -> AllClosed<'a, T> {
    let mut read = AllClosed { values: Vec::new(), rest: Vec::new() };
    if let Some(one) = closed(text, synonyms) {
        read.values.push(one);
        return read;
    }
    let parts = |c: char| is_blank(c) || matches!(plain_char(c), '、' | ',' | ';' | '/' | '|' | '。');
    for word in text.split(parts).filter(|word| !word.is_empty()) {
        match closed(word, synonyms) {
            Some(value) if read.values.contains(&value) => {}
            Some(value) => read.values.push(value),
            None => read.rest.push(word),
        }
    }
    read
}

/// 编码对照表: what the numbers of a column mean, each by the wire name of a value. A profile names it.
///
/// ```
/// use qingdan::codelist::Audience;
/// use qingdan::import::cell::CodeTable;
/// let table: CodeTable = [("01", "natural_person"), ("02", "enterprise")].into_iter().collect();
/// assert_eq!(table.value("02"), Some(Audience::Enterprise));
/// assert_eq!(table.value("1"), Some(Audience::NaturalPerson)); // a program drops the zero
/// assert_eq!(table.value::<Audience>("7"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CodeTable(BTreeMap<String, String>);

impl CodeTable {
    /// The value that a number stands for; a number whose leading zeros were lost is looked up without them.
    #[must_use]
    pub fn value<T: ClosedList>(&self, text: &str) -> Option<T> {
        let code = plain(text);
        let bare = |code: &str| code.trim_start_matches('0').to_owned();
        let is_same = |known: &str| is_number(&code) && is_number(known) && bare(known) == bare(&code);
        let mut alike = self.0.iter().filter(|(known, _)| is_same(known));
        let one = || alike.next().filter(|_| alike.next().is_none()).map(|(_, name)| name);
        let name = self.0.get(code.as_str()).or_else(one)?;
        T::VALUES.iter().copied().find(|value| value.wire_name() == name)
    }

    /// The codes, each with the wire name of its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, name)| (code.as_str(), name.as_str()))
    }
}

impl<C: Into<String>, N: Into<String>> FromIterator<(C, N)> for CodeTable {
    fn from_iter<I: IntoIterator<Item = (C, N)>>(codes: I) -> Self {
        Self(codes.into_iter().map(|(code, name)| (trimmed(&code.into()).to_owned(), name.into())).collect())
    }
}

/// 办件类型: `即办件`, `即办`, `当场办结`; `承诺件`, `承诺办件`.
///
/// ```
/// use qingdan::codelist::Handling;
/// use qingdan::import::cell::handling;
/// assert_eq!(handling("当场办结"), Some(Handling::Immediate));
/// assert_eq!(handling("上报件"), None);
/// ```
#[must_use]
pub fn handling(text: &str) -> Option<Handling> {
    closed(text, &HANDLING)
}

const HANDLING: [(&str, Handling); 14] = [
    ("即办", Handling::Immediate),
    ("即办类", Handling::Immediate),
    ("即时办理", Handling::Immediate),
    ("即时办结", Handling::Immediate),
    ("即时", Handling::Immediate),
    ("立即办理", Handling::Immediate),
    ("当场办理", Handling::Immediate),
    ("当场办结", Handling::Immediate),
    ("当场", Handling::Immediate),
    ("现场办结", Handling::Immediate),
    ("即来即办", Handling::Immediate),
    ("承诺办件", Handling::Promised),
    ("承诺办理", Handling::Promised),
    ("承诺类", Handling::Promised),
];

/// 服务对象: `自然人、企业法人`; `个人` and `公民` are natural persons, `企业` an enterprise. 法人 alone may be any of four.
///
/// ```
/// use qingdan::codelist::Audience;
/// use qingdan::import::cell::audience;
/// assert_eq!(audience("公民\n事业单位").values, [Audience::NaturalPerson, Audience::PublicInstitution]);
/// assert_eq!(audience("消防技术服务机构").rest, ["消防技术服务机构"]);
/// ```
#[must_use]
pub fn audience(text: &str) -> AllClosed<'_, Audience> {
    all_closed(text, &AUDIENCE)
}

const AUDIENCE: [(&str, Audience); 14] = [
    ("个人", Audience::NaturalPerson),
    ("公民", Audience::NaturalPerson),
    ("企业", Audience::Enterprise),
    ("事业单位", Audience::PublicInstitution),
    ("事业单位法人", Audience::PublicInstitution),
    ("社会组织", Audience::SocialOrganization),
    ("社会团体", Audience::SocialOrganization),
    ("社会团体法人", Audience::SocialOrganization),
    ("社团法人", Audience::SocialOrganization),
    ("机关", Audience::GovernmentOrgan),
    ("国家机关", Audience::GovernmentOrgan),
    ("政府机关", Audience::GovernmentOrgan),
    ("机关法人", Audience::GovernmentOrgan),
    ("其他", Audience::OtherOrganization),
];

/// 事项状态: `在用`, `实施`, `有效`; `暂停`; `取消`, `废止`.
///
/// ```
/// use qingdan::codelist::ItemStatus;
/// use qingdan::import::cell::item_status;
/// assert_eq!(item_status("实施"), Some(ItemStatus::InUse));
/// assert_eq!(item_status("调整"), None);
/// ```
#[must_use]
pub fn item_status(text: &str) -> Option<ItemStatus> {
    closed(text, &STATUS)
}

const STATUS: [(&str, ItemStatus); 13] = [
    ("实施", ItemStatus::InUse),
    ("正常", ItemStatus::InUse),
    ("正常实施", ItemStatus::InUse),
    ("有效", ItemStatus::InUse),
    ("启用", ItemStatus::InUse),
    ("使用", ItemStatus::InUse),
    ("暂停实施", ItemStatus::Suspended),
    ("暂停行使", ItemStatus::Suspended),
    ("中止", ItemStatus::Suspended),
    ("已取消", ItemStatus::Cancelled),
    ("废止", ItemStatus::Cancelled),
    ("已废止", ItemStatus::Cancelled),
    ("作废", ItemStatus::Cancelled),
];

/// 权力来源: `法定本级行使`, `本级行使`; `上级下放`; `上级委托`. 授权 and 委托 alone do not say by whom.
///
/// ```
/// use qingdan::codelist::PowerSource;
/// use qingdan::import::cell::power_source;
/// assert_eq!(power_source("本级行使"), Some(PowerSource::Statutory));
/// assert_eq!(power_source("委托"), None);
/// ```
#[must_use]
pub fn power_source(text: &str) -> Option<PowerSource> {
    closed(text, &SOURCE)
}

const SOURCE: [(&str, PowerSource); 8] = [
    ("法定", PowerSource::Statutory),
    ("法定职权", PowerSource::Statutory),
    ("法定本级", PowerSource::Statutory),
    ("本级行使", PowerSource::Statutory),
    ("下放", PowerSource::Devolved),
    ("赋权", PowerSource::Devolved),
    ("上级赋权", PowerSource::Devolved),
    ("上级下放本级行使", PowerSource::Devolved),
];

/// 许可类别: `普通许可`, `一般许可`; `特许`; `认可`; `核准`; `登记`.
///
/// ```
/// use qingdan::codelist::LicenseClass;
/// use qingdan::import::cell::license_class;
/// assert_eq!(license_class("一般许可"), Some(LicenseClass::Ordinary));
/// assert_eq!(license_class("非行政许可审批"), None);
/// ```
#[must_use]
pub fn license_class(text: &str) -> Option<LicenseClass> {
    closed(text, &CLASS)
}

const CLASS: [(&str, LicenseClass); 7] = [
    ("普通", LicenseClass::Ordinary),
    ("一般许可", LicenseClass::Ordinary),
    ("普通行政许可", LicenseClass::Ordinary),
    ("特许类", LicenseClass::Concession),
    ("认可类", LicenseClass::Accreditation),
    ("核准类", LicenseClass::Verification),
    ("登记类", LicenseClass::Registration),
];

/// 启动方式: `依申请`, `依申请办理`; `依职权`.
///
/// ```
/// use qingdan::codelist::Initiation;
/// use qingdan::import::cell::initiation;
/// assert_eq!(initiation("依申请办理"), Some(Initiation::OnApplication));
/// assert_eq!(initiation("依申请/依职权"), None);
/// ```
#[must_use]
pub fn initiation(text: &str) -> Option<Initiation> {
    closed(text, &INITIATION)
}

const INITIATION: [(&str, Initiation); 7] = [
    ("依申请办理", Initiation::OnApplication),
    ("依申请类", Initiation::OnApplication),
    ("依申请行使", Initiation::OnApplication),
    ("应申请", Initiation::OnApplication),
    ("依职权办理", Initiation::ExOfficio),
    ("依职权类", Initiation::ExOfficio),
    ("依职权行使", Initiation::ExOfficio),
];

/// 承接方式: `下放`, `赋权` and `交由` give the power itself; `授权`; `委托`; `派驻`.
///
/// ```
/// use qingdan::codelist::DelegationMode;
/// use qingdan::import::cell::delegation_mode;
/// assert_eq!(delegation_mode("赋权"), Some(DelegationMode::Transfer));
/// assert_eq!(delegation_mode("委托执法"), Some(DelegationMode::Entrust));
/// assert_eq!(delegation_mode("下放或委托"), None);
/// ```
#[must_use]
pub fn delegation_mode(text: &str) -> Option<DelegationMode> {
    closed(text, &DELEGATION)
}

const DELEGATION: [(&str, DelegationMode); 10] = [
    ("赋权", DelegationMode::Transfer),
    ("交由", DelegationMode::Transfer),
    ("下放实施", DelegationMode::Transfer),
    ("直接下放", DelegationMode::Transfer),
    ("直接赋权", DelegationMode::Transfer),
    ("授权实施", DelegationMode::Authorize),
    ("委托实施", DelegationMode::Entrust),
    ("委托行使", DelegationMode::Entrust),
    ("委托执法", DelegationMode::Entrust),
    ("派驻执法", DelegationMode::Dispatch),
];
