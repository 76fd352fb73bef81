//! 配置: how the catalogs of one repository are to be checked, as a file `qingdan.toml` says it.
//!
//! It is read here and not in the command, so that editors, servers and the command judge alike. What needs no file of its
//! own comes into a [`Checker`] by [`Config::checker`]; paths of other files are for the caller to open: they are relative to
//! the folder of the configuration. The schema is `schemas/v1/config.schema.json`. Reading TOML needs the feature `config`.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU16;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::check::{Checker, RuleSelector, UnknownRule};
use crate::code::DivisionCode;
use crate::codelist::{TimeUnit, closed_list};
use crate::finding::{Place, RuleCode, Severity};
use crate::lang::Lang;
use crate::law::region::{GivenValue, Parameter};
use crate::model::{Date, Pointer, Text};
use crate::report::{FailLevel, SuppressedRecord, Suppression};
use crate::rules;

mod day;
mod fields;
#[cfg(feature = "config")]
mod toml;
#[cfg(feature = "config")]
mod words;

#[cfg(feature = "config")]
pub use self::toml::InvalidConfig;
#[cfg(feature = "import")]
pub(crate) use self::toml::read as read_toml;

/// The version of the configuration's shape.
pub const CONFIG_VERSION: &str = "1.0";

/// 配置: what `qingdan.toml` says. All of it may be left out.
///
/// ```
/// # #[cfg(feature = "config")] {
/// use qingdan::config::Config;
/// let config = Config::from_toml("qingdan.toml", r#"
///     [check]
///     as_of = 2026-11-23
///     [rules]
///     QD116 = "error"
///     [[suppress]]
///     code = "QD009"
///     record = { kind = "organization", id = "w" }
///     reason = "上级机构尚未录入"
///     until = 2026-12-31
/// "#)?;
/// let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///   "organizations": [{"id": "w", "name": "水利局", "kind": "department", "parent": "w2"}]}"#;
/// let report = config.checker().check_bytes("a.json", text.as_bytes());
/// assert_eq!(report.inputs[0].findings.len(), 0);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// 检查: what is checked, and beside what.
    pub check: CheckConfig,
    /// 规则级别: how grave the findings of a rule (`QD205`), of a family (`QD2`) or of a rule by its name are to be called, or
    /// that it is off. What is said of a rule goes before what is said of its family.
    #[serde(deserialize_with = "fields::rules")]
    #[schemars(with = "BTreeMap<String, RuleLevel>")]
    pub rules: BTreeMap<RuleName, RuleLevel>,
    /// 搁置: the findings for which somebody answers.
    pub suppress: Vec<SuppressionConfig>,
    /// 法规: what is known of the law besides what the library holds.
    pub law: LawConfig,
    /// 地区参数: what the region, or a place in it, fixes for itself. The value of the nearest division counts.
    pub parameters: Vec<ParameterConfig>,
    /// The lines and columns of its settings, `check.as_of`.
    #[serde(skip)]
    places: BTreeMap<String, (u32, u32)>,
}

/// 检查: what is checked, and beside what. Paths are relative to the folder of the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckConfig {
    /// 判断日期: the day as of which to judge; today unless given.
    #[serde(deserialize_with = "day::optional", skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// 语言: the language of what is written for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// 检查的文件: files, folders and patterns to check where none is named; `*`, `?` and `[…]` match within a name, `**` over
    /// folders.
    pub include: Vec<String>,
    /// 排除的文件: patterns of files that are not checked when they are met in a folder or by a pattern.
    pub exclude: Vec<String>,
    /// 合并检查: whether the files are one catalog: references lead from file to file, and there is one verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub together: Option<bool>,
    /// 不通过级别: from which severity on a finding makes the check fail; `error` unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fail_level: Option<FailLevel>,
    /// 列出级别: from which severity on findings are listed, all unless given. All are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_level: Option<Severity>,
    /// 上级清单: the lists of superior levels, from the highest to the nearest.
    pub superior: Vec<String>,
    /// 上一版次: the edition before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    /// 基线: the file of findings that are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
}

/// 法规: what is known of the law besides what the library holds. Paths are relative to the folder of the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct LawConfig {
    /// 法规数据: a file of facts about instruments, as CSV.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// 收录至: the day up to which all laws are in `facts`; not without `facts`.
    #[serde(deserialize_with = "day::optional", skip_serializing_if = "Option::is_none")]
    pub known_to: Option<Date>,
    /// 条文开头: a file of how articles begin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openings: Option<String>,
    /// 地区配置: files that a region or a place keeps for all that belong to it ([`Profile`]); the nearest division counts,
    /// whatever their order.
    pub profiles: Vec<String>,
}

/// 地区配置: what a region, or a place in it, fixes for itself, in a file that all who belong to it use.
///
/// The layers are the library itself, the region, and the place: of several values that hold on a day that of the nearest
/// division counts, and what is given goes before what the library holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Profile {
    /// 地区: the division for which it holds, with all below it.
    pub division: DivisionCode,
    /// 名称: what it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 地区参数: its values; a `division` in one is to be within that of the profile.
    #[serde(default)]
    pub parameters: Vec<ParameterConfig>,
}

closed_list! {
    /// 规则级别: how grave the findings of a rule are to be called, or that it does not run.
    RuleLevel {
        Error = "error", "错误";
        Warning = "warning", "警告";
        Info = "info", "提示";
        Off = "off", "停用";
    }
}

/// 规则名称: a rule or a family as a configuration names it: `QD205`, `QD2`, `dangling-reference`.
///
/// ```
/// use qingdan::config::RuleName;
/// let name: RuleName = "dangling-reference".parse()?;
/// assert_eq!(name.to_string(), "QD009");
/// # Ok::<(), qingdan::UnknownRule>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleName(Which);

/// Families come before single rules, so that these have the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Which {
    Family(u16),
    Rule(RuleCode),
}

impl RuleName {
    /// The rules that it names.
    #[must_use]
    pub fn selector(&self) -> RuleSelector {
        match self.0 {
            Which::Family(family) => RuleSelector::Family(family),
            Which::Rule(code) => RuleSelector::Rule(code),
        }
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Which::Family(family) => write!(f, "QD{family}"),
            Which::Rule(code) => code.fmt(f),
        }
    }
}

impl FromStr for RuleName {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        Ok(Self(match text.parse()? {
            RuleSelector::Family(family) => Which::Family(family),
            RuleSelector::Rule(code) => Which::Rule(code),
        }))
    }
}

impl Serialize for RuleName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RuleName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// 搁置: the findings of one rule about one record, for which somebody answers; see [`Suppression`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SuppressionConfig {
    /// 规则编号: the rule, one that there is or one of somebody's own.
    #[serde(deserialize_with = "fields::code")]
    pub code: RuleCode,
    /// 记录: the record; none for what is about the catalog as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<SuppressedRecord>,
    /// 标识路径: the place in the record, as the report tells it (`identity_path`, or `path` where there is none): empty, or
    /// beginning with `/`.
    #[serde(default, deserialize_with = "fields::path", skip_serializing_if = "Option::is_none")]
    pub path: Option<Pointer>,
    /// 理由: why it may wait.
    pub reason: Text,
    /// 法律依据: the provision or decision on which that rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Text>,
    /// 有效期至: the last day on which it holds.
    #[serde(deserialize_with = "day::required")]
    pub until: Date,
    /// Where it is written.
    #[serde(skip)]
    place: Option<Place>,
}

/// 地区参数: a value that a division fixes for itself, with the provision; see [`GivenValue`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ParameterConfig {
    /// 参数: which one.
    pub parameter: Parameter,
    /// 地区: the division for which it holds, with all below it; none: whichever is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<DivisionCode>,
    /// 数值: how many units.
    pub amount: NonZeroU16,
    /// 单位: the unit.
    pub unit: TimeUnit,
    /// 起: the first day on which it holds; none: from ever on.
    #[serde(default, deserialize_with = "day::optional", skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// 止: the last day on which it holds; none: it still does.
    #[serde(default, deserialize_with = "day::optional", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// 依据: the provision, as it is to be cited.
    pub source: Text,
}

impl ParameterConfig {
    fn value(&self, around: Option<&DivisionCode>) -> GivenValue {
        let mut value = GivenValue::new(self.parameter, self.amount, self.unit).source(self.source.as_str());
        value.division = self.division.as_ref().or(around).copied();
        (value.since, value.until) = (self.since, self.until);
        value
    }
}

impl Profile {
    /// Its values.
    pub fn values(&self) -> impl Iterator<Item = GivenValue> {
        self.parameters.iter().map(|parameter| parameter.value(Some(&self.division)))
    }
}

impl Config {
    /// A checker that does what it says, but for what stands in other files: superior lists, the edition before, the baseline,
    /// facts about law and profiles.
    #[must_use]
    pub fn checker(&self) -> Checker {
        self.checker_with([])
    }

    /// The same, with rules that somebody asks for by name though they are off.
    #[must_use]
    pub fn checker_with(&self, asked: impl IntoIterator<Item = RuleSelector>) -> Checker {
        let asked: Vec<RuleSelector> = asked.into_iter().collect();
        let is_asked = |code: RuleCode| asked.iter().any(|selector| selector.matches(code));
        let mut checker = self.check.as_of.map_or_else(Checker::new, |day| Checker::new().as_of(day));
        for (code, level) in self.levels() {
            let rule = [RuleSelector::Rule(code)];
            checker = match level {
                RuleLevel::Error => checker.level(rule, Severity::Error),
                RuleLevel::Warning => checker.level(rule, Severity::Warning),
                RuleLevel::Info => checker.level(rule, Severity::Info),
                RuleLevel::Off if is_asked(code) => checker,
                RuleLevel::Off => checker.ignore(rule),
            };
        }
        let values = self.parameters.iter().map(|parameter| parameter.value(None));
        values.fold(checker, Checker::parameter).suppress(self.suppressions())
    }

    /// The line on which a setting stands, by its path: `check.as_of`, `rules.QD205`; a rule by its code, whether it is
    /// written so or by its name.
    #[must_use]
    pub fn line_of(&self, setting: &str) -> Option<u32> {
        self.places.get(setting).map(|&(line, _)| line)
    }

    /// The suppressions, each with the line on which it is written.
    pub fn suppressions(&self) -> impl Iterator<Item = Suppression> {
        self.suppress.iter().map(SuppressionConfig::suppression)
    }

    /// What it says of each rule: of the rule itself, else of its family.
    fn levels(&self) -> impl Iterator<Item = (RuleCode, RuleLevel)> {
        let planned = rules::PLANNED.iter().map(|planned| planned.code);
        let known = rules::all().map(|rule| rule.code).chain(planned);
        let own = self.rules.keys().filter_map(|name| match name.0 {
            Which::Rule(code) if code.is_own() => Some(code),
            _ => None,
        });
        known.chain(own).filter_map(|code| {
            let of = |which: Which| self.rules.get(&RuleName(which)).copied();
            Some((code, of(Which::Rule(code)).or_else(|| of(Which::Family(code.family())))?))
        })
    }
}

impl SuppressionConfig {
    fn suppression(&self) -> Suppression {
        let mut suppression = Suppression::of_catalog(self.code, self.reason.clone(), self.until);
        suppression.record.clone_from(&self.record);
        suppression.path.clone_from(&self.path);
        suppression.ground.clone_from(&self.ground);
        suppression.place.clone_from(&self.place);
        suppression
    }
}
