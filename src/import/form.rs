//! The official form of a list: its columns in order, what is to be written in each, and among what is to be chosen.

use super::column::Column;
use super::profile::{ImportProfile, ShippedProfile};
use crate::codelist::{DelegationMode, Handling, Initiation, ItemStatus, ItemType, Level, LicenseClass, PowerSource};
use crate::lang::Bilingual;
use crate::model::Kind;

/// 清单格式: the official form of a list.
///
/// Source of the columns and their order: 中办发〔2015〕21号 and 内政发〔2021〕6号 (权责清单), 国办发〔2022〕2号 (行政许可事项清单),
/// C 0109 (政务服务事项实施清单), and for delegated powers the lists that counties of 内蒙古 publish (清政发〔2020〕34号).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Form {
    /// 清单种类: the kind of records that its rows are.
    pub kind: Kind,
    /// 清单名称: what the list is called.
    pub title: &'static str,
    /// 栏目: its columns, from the left.
    pub columns: Vec<FormColumn>,
}

/// 栏目: a column of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormColumn {
    /// What it holds.
    pub column: Column,
    /// 表头: the official header, by which it is known again.
    pub header: String,
    /// 填写说明: what is to be written there.
    pub explanation: Bilingual,
    /// 可选值: the titles among which is to be chosen; empty where anything may be written.
    pub choices: Vec<&'static str>,
    /// 必填: whether a row without it is no record.
    pub need: ColumnNeed,
}

/// 填写要求: whether a column must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnNeed {
    /// 必填.
    Required,
    /// 应填: rules ask for it.
    Expected,
    /// 选填.
    Optional,
}

use ColumnNeed::{Expected, Optional, Required};

const POWER: &[(Column, ColumnNeed)] = &[
    (Column::EntryNumber, Optional),
    (Column::Name, Required),
    (Column::SubName, Optional),
    (Column::ItemType, Required),
    (Column::Code, Expected),
    (Column::Basis, Expected),
    (Column::Authorities, Expected),
    (Column::UndertakingUnit, Optional),
    (Column::Levels, Expected),
    (Column::Scope, Optional),
    (Column::Duties, Optional),
    (Column::Responsibilities, Expected),
    (Column::ResponsibilitiesBasis, Expected),
    (Column::AccountabilitySubject, Optional),
    (Column::Accountability, Expected),
    (Column::AccountabilityBasis, Expected),
    (Column::Supervision, Expected),
    (Column::Remedies, Optional),
    (Column::Limits, Optional),
    (Column::DiscretionCircumstance, Optional),
    (Column::DiscretionRange, Optional),
    (Column::PowerSource, Optional),
    (Column::Initiation, Optional),
    (Column::Prerequisites, Optional),
    (Column::Status, Optional),
    (Column::Remarks, Optional),
];

const LICENSING: &[(Column, ColumnNeed)] = &[
    (Column::EntryNumber, Optional),
    (Column::CompetentDepartment, Expected),
    (Column::Name, Required),
    (Column::SubName, Optional),
    (Column::Code, Expected),
    (Column::Authorities, Expected),
    (Column::UndertakingUnit, Optional),
    (Column::Basis, Expected),
    (Column::ImplementedUnder, Optional),
    (Column::Levels, Expected),
    (Column::LicenseClass, Optional),
    (Column::Audience, Optional),
    (Column::Conditions, Expected),
    (Column::StatutoryLimits, Expected),
    (Column::PromisedLimits, Expected),
    (Column::ChargesFee, Expected),
    (Column::Prerequisites, Optional),
    (Column::Status, Optional),
    (Column::Remarks, Optional),
];

const SERVICE: &[(Column, ColumnNeed)] = &[
    (Column::EntryNumber, Optional),
    (Column::Name, Required),
    (Column::SubName, Optional),
    (Column::ItemType, Required),
    (Column::BaseCode, Expected),
    (Column::ImplementationCode, Expected),
    (Column::BusinessCode, Optional),
    (Column::LocalCode, Optional),
    (Column::Basis, Expected),
    (Column::PowerSource, Optional),
    (Column::Authorities, Required),
    (Column::BodyCode, Expected),
    (Column::Audience, Expected),
    (Column::Handling, Expected),
    (Column::StatutoryLimits, Expected),
    (Column::PromisedLimits, Expected),
    (Column::Visits, Expected),
    (Column::ChargesFee, Expected),
    (Column::Prerequisites, Optional),
    (Column::Status, Optional),
    (Column::Remarks, Optional),
];

const DELEGATION: &[(Column, ColumnNeed)] = &[
    (Column::EntryNumber, Optional),
    (Column::Name, Required),
    (Column::ItemType, Required),
    (Column::Code, Optional),
    (Column::Basis, Expected),
    (Column::From, Required),
    (Column::To, Expected),
    (Column::Mode, Required),
    (Column::EffectiveOn, Expected),
    (Column::Remarks, Optional),
];

impl Form {
    /// The kinds of lists that have an official form.
    pub const KINDS: [Kind; 4] = [Kind::PowerItem, Kind::LicensingItem, Kind::ServiceItem, Kind::Delegation];

    /// The form of a list of a kind; none where there is no official one.
    ///
    /// ```
    /// use qingdan::import::Form;
    /// use qingdan::model::Kind;
    /// let form = Form::of(Kind::PowerItem).ok_or("no form")?;
    /// assert_eq!(form.columns[1].header, "事项名称");
    /// assert!(Form::of(Kind::License).is_none());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn of(kind: Kind) -> Option<Self> {
        let (title, columns) = match kind {
            Kind::PowerItem => ("权责清单", POWER),
            Kind::LicensingItem => ("行政许可事项清单", LICENSING),
            Kind::ServiceItem => ("政务服务事项清单", SERVICE),
            Kind::Delegation => ("苏木乡镇（街道）赋权事项清单", DELEGATION),
            _ => return None,
        };
        let official = ImportProfile::shipped(ShippedProfile::Official);
        let column = |&(column, need): &(Column, ColumnNeed)| FormColumn {
            column,
            header: official.headers_of(kind, column).first().cloned().unwrap_or_else(|| column.title_zh().to_owned()),
            explanation: explanation(column),
            choices: choices(column),
            need,
        };
        Some(Self { kind, title, columns: columns.iter().map(column).collect() })
    }
}

/// Among what is to be chosen.
fn choices(column: Column) -> Vec<&'static str> {
    fn titles<T: Copy>(values: &[T], title: fn(T) -> &'static str) -> Vec<&'static str> {
        values.iter().copied().map(title).collect()
    }
    match column {
        Column::ItemType => titles(ItemType::ALL, ItemType::title_zh),
        Column::Levels => titles(Level::ALL, Level::title_zh),
        Column::PowerSource => titles(PowerSource::ALL, PowerSource::title_zh),
        Column::Initiation => titles(Initiation::ALL, Initiation::title_zh),
        Column::LicenseClass => titles(LicenseClass::ALL, LicenseClass::title_zh),
        Column::Handling => titles(Handling::ALL, Handling::title_zh),
        Column::Status => titles(ItemStatus::ALL, ItemStatus::title_zh),
        Column::Mode => titles(DelegationMode::ALL, DelegationMode::title_zh),
        Column::ChargesFee => vec!["是", "否"],
        _ => Vec::new(),
    }
}

/// What is to be written in a column.
fn explanation(column: Column) -> Bilingual {
    let (zh, en) = match column {
        Column::EntryNumber => ("从1起连续编号，一个事项一个号", "from 1 on, one number an item"),
        Column::Name => {
            ("事项的正式名称；有子项的写主项名称", "the official name; of items with sub-items that of the main item")
        }
        Column::SubName => ("没有子项的留空", "blank where there are no sub-items"),
        Column::Code => (
            "本级清单的事项编码，设为文本格式，以免丢失数字",
            "the code of the item in this list; a cell of text, or digits are lost",
        ),
        Column::BaseCode => ("国家基本编码，12位，文本格式", "the national base code, 12 characters, a cell of text"),
        Column::ImplementationCode => {
            ("实施编码，31位，文本格式", "the implementation code, 31 characters, a cell of text")
        }
        Column::BusinessCode => {
            ("业务办理项编码，33位或14位，文本格式", "the business code, 33 or 14 characters, a cell of text")
        }
        Column::LocalCode => ("地方自编的编码", "a code in a local scheme"),
        Column::Basis | Column::ImplementedUnder | Column::ResponsibilitiesBasis | Column::AccountabilityBasis => (
            "写明《法律法规名称》和第几条第几款第几项，可附条文；多个依据各起一行",
            "《title》 with article, paragraph and item; the text may follow; one line each",
        ),
        Column::Authorities => (
            "以其名义行使职权的机关全称；多个机关各起一行",
            "the full name of the body in whose name the power is exercised; one line each",
        ),
        Column::BodyCode => ("统一社会信用代码，18位，文本格式", "the credit code, 18 characters, a cell of text"),
        Column::UndertakingUnit => {
            ("具体承办的内设机构全称，不写“业务科室”等泛称", "the full name of the unit within the body")
        }
        Column::CompetentDepartment => ("主管部门全称", "the full name of the department"),
        Column::Levels => {
            ("从列表中选择；几级共同行使的用顿号分开", "to be chosen from the list; several with 、 between them")
        }
        Column::Scope => ("本级行使的具体内容", "what of it is exercised at this level"),
        Column::Duties => ("与本事项对应的部门职责", "the duties of the department from which it follows"),
        Column::Responsibilities => (
            "分环节写：受理责任、审查责任、决定责任、送达责任、事后监管责任等，各起一行",
            "stage by stage: acceptance, review, decision, delivery, supervision; one line each",
        ),
        Column::AccountabilitySubject => ("对谁追责", "who answers"),
        Column::Accountability => ("具体行为和后果，不写通用套话", "the acts and what follows from them"),
        Column::Supervision => ("监督投诉的电话、地址、网址", "telephone, address or web address for complaints"),
        Column::Remedies => {
            ("行政复议、行政诉讼的机关和期限", "where and within which time review or a suit is to be sought")
        }
        Column::Limits | Column::StatutoryLimits | Column::PromisedLimits => (
            "写明数字和单位，如“20个工作日”；当场办结的写“即办”",
            "number and unit, such as 20个工作日; 即办 for what is handled at once",
        ),
        Column::TimeUnit => ("工作日、自然日、小时、月", "工作日, 自然日, 小时, 月"),
        Column::ItemType
        | Column::PowerSource
        | Column::Initiation
        | Column::LicenseClass
        | Column::Handling
        | Column::Status
        | Column::Mode
        | Column::ChargesFee => ("从列表中选择", "to be chosen from the list"),
        Column::Audience => ("自然人、企业法人等，多个用顿号分开", "自然人, 企业法人 and others, with 、 between them"),
        Column::Visits => ("办理人必须到现场的次数，写整数", "how often one must come, a whole number"),
        Column::Conditions => ("准予的条件，逐条写", "the conditions, one by one"),
        Column::Prerequisites => ("办理前须先办结的事项", "what must be settled first"),
        Column::DiscretionCircumstance => ("裁量的情形；几种情形各占一行", "the circumstance; one row each"),
        Column::DiscretionRange => ("该情形下的处罚或者处理幅度", "what is then imposed or granted"),
        Column::From => ("赋权前行使该职权的部门全称", "the body that held the power"),
        Column::To => ("承接的苏木乡镇、街道全称；多个各起一行", "the townships that receive it; one line each"),
        Column::EffectiveOn => ("写作2025-07-01", "as 2025-07-01"),
        Column::Remarks => ("其他说明", "anything else"),
    };
    Bilingual { zh, en }
}
