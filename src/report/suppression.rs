//! Findings that somebody answers for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{InputReport, Report};
use crate::codelist::closed_list;
use crate::finding::{Place, RuleCode};
use crate::model::{Date, Id, Kind, Pointer, Text};

/// 搁置: the findings of one rule about one record, for which somebody answers with a reason: they are counted apart and not
/// listed. (免 and `exempt` belong to 免证办 in this field.)
///
/// What is set aside is still found, so no verdict of its aspect is yes.
///
/// ```
/// use qingdan::model::Kind;
/// use qingdan::report::{SuppressedRecord, Suppression, SuppressionState};
/// use qingdan::Checker;
/// let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///   "organizations": [{"id": "w", "name": "水利局", "kind": "department", "parent": "w2"}]}"#;
/// let reason = "上级机构尚未录入".parse()?;
/// let water = SuppressedRecord::new(Kind::Organization, "w".parse()?);
/// let known = Suppression::of_record("QD009".parse()?, water, reason, "2026-12-31".parse()?);
/// let report = Checker::new().as_of("2026-11-23".parse()?).suppress([known]).check_bytes("a", text.as_bytes());
/// assert_eq!(report.findings().count(), 0);
/// let told = &report.inputs[0].suppressions[0];
/// assert_eq!((told.state, told.findings), (SuppressionState::Used, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Suppression {
    /// 规则编号: the rule whose findings are set aside.
    pub code: RuleCode,
    /// 记录: the record that they are about; none for those about the catalog as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<SuppressedRecord>,
    /// 标识路径: the place in the record, as findings tell it (`identity_path`, or `path` where there is none); none
    /// for all that the rule finds in the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Pointer>,
    /// 理由: why.
    pub reason: Text,
    /// 法律依据: the provision or decision on which that rests, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Text>,
    /// 有效期至: the last day on which it holds; nobody answers for a fault for ever.
    pub until: Date,
    /// 位置: where it is written, such as a line of a configuration, where the caller states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// 记录: a record by its kind and id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SuppressedRecord {
    /// 记录类型: its kind.
    pub kind: Kind,
    /// 标识: its id.
    pub id: Id,
}

impl SuppressedRecord {
    /// A record of this kind and id.
    #[must_use]
    pub fn new(kind: Kind, id: Id) -> Self {
        Self { kind, id }
    }
}

impl Suppression {
    /// Of what a rule finds about one record; path, ground and place are set field by field.
    #[must_use]
    pub fn of_record(code: RuleCode, record: SuppressedRecord, reason: Text, until: Date) -> Self {
        Self { record: Some(record), ..Self::of_catalog(code, reason, until) }
    }

    /// Of what a rule finds about the catalog as a whole, told at its header.
    #[must_use]
    pub fn of_catalog(code: RuleCode, reason: Text, until: Date) -> Self {
        Self { code, record: None, path: None, reason, ground: None, until, place: None }
    }

    /// How it stands on a day, before anything is found.
    pub(crate) fn state(&self, as_of: Option<Date>) -> SuppressionState {
        match as_of {
            None => SuppressionState::NoDay,
            Some(day) if day > self.until => SuppressionState::Expired,
            Some(_) => SuppressionState::Unused,
        }
    }
}

closed_list! {
    /// 搁置状态: what came of a suppression.
    SuppressionState {
        /// It set findings aside.
        Used = "used", "已使用";
        /// There was nothing to set aside: the fault was mended, or the record or rule is another.
        Unused = "unused", "未使用";
        /// Nobody could tell whether there is something to set aside: its rule did not run, an input could not be read as a whole,
        /// or not all files were checked and its record is in none of those.
        NotLookedAt = "not_looked_at", "未查看";
        /// Its last day has passed: the findings are listed.
        Expired = "expired", "已过期";
        /// Nobody said as of which day to judge, so that nobody knows whether it holds: the findings are listed.
        NoDay = "no_day", "未指定检查日期";
    }
}

/// 搁置情况: a suppression, and what came of it in one input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SuppressionReport {
    /// 搁置: what was to be set aside, and why.
    pub suppression: Suppression,
    /// 状态: what came of it.
    pub state: SuppressionState,
    /// 搁置数: how many findings it set aside.
    pub findings: u64,
    /// 处数: at how many places of the record; where it is more than one, a path would say which is meant.
    #[serde(default)]
    pub paths: u64,
}

impl Report {
    /// What came of each suppression over all inputs: it was used where something fell under it in one of them.
    #[must_use]
    pub fn suppressions(&self) -> Vec<SuppressionReport> {
        over_all(&self.inputs)
    }
}

pub(crate) fn over_all(inputs: &[InputReport]) -> Vec<SuppressionReport> {
    let mut all: Vec<SuppressionReport> = Vec::new();
    for input in inputs {
        for (number, told) in input.suppressions.iter().enumerate() {
            let Some(known) = all.get_mut(number) else {
                all.push(told.clone());
                continue;
            };
            // Used anywhere is used; what was not looked at somewhere may be used there.
            let (one, other) = (known.state, told.state);
            known.state = [SuppressionState::Used, SuppressionState::NotLookedAt]
                .into_iter()
                .find(|state| [one, other].contains(state))
                .unwrap_or(one);
            known.findings = known.findings.saturating_add(told.findings);
            known.paths = known.paths.max(told.paths);
        }
    }
    all
}
