//! Findings: what a rule found, where, and what to do.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codelist::closed_list;
use crate::lang::Message;
use crate::model::{Id, Kind, Pointer};

/// 规则编号: the code of a rule, `QD` and three digits, of which the first is the family, or `X` and three digits of a rule
/// of one's own ([`Rule::own`](crate::rule::Rule::own)). Codes are never renamed or reused.
///
/// ```
/// use qingdan::RuleCode;
/// let code: RuleCode = "QD301".parse()?;
/// assert_eq!(code.family(), 3);
/// assert_eq!(code, "QD301");
/// # Ok::<(), qingdan::InvalidRuleCode>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleCode(u16);

/// The text is no rule code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no rule code; write `QD` and three digits, such as `QD301`", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidRuleCode {
    /// The text found.
    pub found: String,
}

/// What is added to the number of a rule of somebody's own.
const OWN: u16 = 1000;

impl RuleCode {
    /// The code with this number, 1 to 999; for tables of rules.
    pub(crate) const fn new(number: u16) -> Self {
        Self(number)
    }

    /// The code `X` with this number, 0 to 999.
    pub(crate) const fn own(number: u16) -> Self {
        assert!(number < OWN, "the number of a rule has three digits");
        Self(OWN.saturating_add(number))
    }

    /// The number after `QD` or `X`.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0 % OWN
    }

    /// Whether it is that of a rule of somebody's own.
    #[must_use]
    pub fn is_own(self) -> bool {
        self.0 >= OWN
    }

    /// The family: the first of the three digits. Rules of one's own are of none of these, and are all family 10.
    #[must_use]
    pub fn family(self) -> u16 {
        self.0.min(OWN) / 100
    }
}

impl fmt::Display for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = if self.is_own() { "X" } else { "QD" };
        f.pad(&format!("{letters}{:03}", self.number()))
    }
}

impl fmt::Debug for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl PartialEq<&str> for RuleCode {
    fn eq(&self, other: &&str) -> bool {
        other.parse::<Self>().is_ok_and(|code| code == *self)
    }
}

impl FromStr for RuleCode {
    type Err = InvalidRuleCode;

    fn from_str(text: &str) -> Result<Self, InvalidRuleCode> {
        let number = |digits: &str| -> Option<u16> {
            let is_number = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse().ok()).flatten()
        };
        let shipped = text.strip_prefix("QD").and_then(number).map(Self);
        let own = || text.strip_prefix('X').and_then(number).map(Self::own);
        shipped.or_else(own).ok_or_else(|| InvalidRuleCode { found: text.to_owned() })
    }
}

impl Serialize for RuleCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RuleCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for RuleCode {
    fn schema_name() -> Cow<'static, str> {
        "RuleCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(QD|X)[0-9]{3}$",
            "description": "规则编号: the code of a rule; codes are never renamed or reused.",
        })
    }
}

closed_list! {
    /// 严重程度: how grave a finding is, after the verb of the norm: 不得 and 应当 are errors, 可以 and 一般 warnings, notices info.
    Severity {
        Error = "error", "错误";
        Warning = "warning", "警告";
        Info = "info", "提示";
    }
}

closed_list! {
    /// 判断方面: the question to which a finding belongs.
    Aspect {
        /// Shape and codes are in order.
        Valid = "valid", "合规范";
        /// Legal basis, powers and delegation are in order.
        Lawful = "lawful", "合法";
        /// Complete and consistent enough to publish.
        Publishable = "publishable", "可公布";
    }
}

closed_list! {
    /// 未运行原因: why a rule did not run.
    NotRunReason {
        /// This version does not have the rule yet.
        NotBuilt = "not_built", "本版本尚未实现";
        Ignored = "ignored", "已被忽略";
        NotSelected = "not_selected", "未被选择";
        /// The source simply does not have the field.
        NotHeld = "not_held", "来源未采集该字段";
        /// Another input that the rule needs was not given.
        InputMissing = "input_missing", "缺少所需输入";
        /// Reading stopped before the end, so rules over the whole catalog would mislead.
        ReadingStopped = "reading_stopped", "读取中止";
        /// Some records could not be read, so the rule saw only the others.
        RecordsUnread = "records_unread", "部分记录未能读取";
        /// The header does not declare the list complete, so what it lacks may well be there.
        ListIncomplete = "list_incomplete", "清单未声明完整";
        /// A published figure is of a day before the edition took effect.
        EarlierEdition = "earlier_edition", "数据早于本版次";
        /// The catalog cannot tell: the figure's metric is not known, or the records leave open what it asks.
        NotCountable = "not_countable", "无法据目录统计";
        /// The law is known to a day more than twelve months before the one as of which to judge.
        LawOutdated = "law_outdated", "法规库过时";
        /// Nothing is held about instruments that are cited.
        InstrumentNotHeld = "instrument_not_held", "法规库未收录所引文件";
        /// The day as of which to judge lies outside the period in which the rule applies.
        OutsidePeriod = "outside_period", "不在规则适用期间";
        /// The catalog is of a version that is not supported.
        VersionUnsupported = "version_unsupported", "模式版本不受支持";
    }
}

/// 记录: the kind and id of a record; with the path below it the identity of a finding, whatever the spelling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RecordKey {
    /// 记录类型: the kind of the record.
    pub kind: Kind,
    /// 标识: the id of the record; none where it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// 名称: the name of the record, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// 位置: a place in an input. Lines and columns count from 1; columns count characters, not bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Place {
    /// 输入: which of the files checked together it is in; none where there is one only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// 指针: the place as a JSON Pointer; in NDJSON below the line's object. The nearest thing that is there.
    pub pointer: Pointer,
    /// 行: the line; none for a catalog in memory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// 列: the column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// 结束行: the line of the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<u32>,
    /// 结束列: the column after the last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<u32>,
}

/// 责任部门: the body that answers for a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ResponsibleBody {
    /// 标识: the id of the organization.
    pub id: Id,
    /// 名称: its name; none where the catalog does not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// 原表单元格: where in the source, such as a workbook, the value was taken from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SourceCell {
    /// 来源标识: the id of the entry of `header.sources`.
    pub source: Id,
    /// 文件名: the name of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// 工作表: the sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// 行号: the row, from 1; of a merged cell the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<NonZeroU32>,
    /// 列号: the letters of the column or columns, where the header tells them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<String>,
}

/// 相关位置: another place that belongs to a finding, such as the first of two records with one id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Related {
    /// 记录: the record there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordKey>,
    /// 位置: the place.
    pub place: Place,
    /// 说明: what is there.
    pub message: Message,
}

/// 发现: one thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Finding {
    /// 规则编号: the code of the rule; `rules` of the report says more of it.
    pub code: RuleCode,
    /// 规则名: the name of the rule.
    pub rule: String,
    /// 严重程度: how grave it is.
    pub severity: Severity,
    /// 判断方面: the question to which it belongs.
    pub aspect: Aspect,
    /// 记录: the record; none for what is not in a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordKey>,
    /// 事项编码: the code of the item as it is written; none of what is no item, and where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_code: Option<String>,
    /// 责任部门: the body that answers for the record; none where the record does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<ResponsibleBody>,
    /// 路径: the path below the record, or below the whole; may name a member that is missing.
    pub path: Pointer,
    /// 标识路径: the same path with elements of lists by what names them (`id`, `organization`, `name`), or where nothing does
    /// by `#` and a digest of all that they say, so that it holds in any order; none where it is `path`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity_path: Option<Pointer>,
    /// 位置: where it stands in the input.
    pub place: Place,
    /// 原表单元格: where it stands in the source, where the record tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceCell>,
    /// 相关位置: other places that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// 实际值: what was found, cut after 60 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// 允许值: the values that are allowed there, as they are to be written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// 应为: what is allowed there in words, where it is no list of values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Message>,
    /// 说明: what is wrong.
    pub message: Message,
    /// 整改建议: what to do, where more can be said than the help of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Message>,
    /// 指纹: 16 hexadecimal digits that stay the same for the same finding when records or elements of lists are put into
    /// another order, when others come in between, and in every spelling of the catalog.
    pub fingerprint: String,
}

impl Finding {
    /// The code of the rule.
    #[must_use]
    pub fn code(&self) -> RuleCode {
        self.code
    }

    /// The path by identity: it holds whatever the order of lists.
    #[must_use]
    pub fn identity_path(&self) -> &Pointer {
        self.identity_path.as_ref().unwrap_or(&self.path)
    }

    /// What is wrong, in one language.
    #[must_use]
    pub fn message(&self, lang: crate::Lang) -> &str {
        self.message.text(lang)
    }
}
