//! How many findings there are.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::{Finding, RuleCode, Severity};

/// 发现计数: true counts, even where not all findings are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FindingCounts {
    /// 错误数: how many errors.
    pub error: u64,
    /// 警告数: how many warnings.
    pub warning: u64,
    /// 提示数: how many notices.
    pub info: u64,
    /// 总数: how many findings in all.
    pub total: u64,
    /// 列出数: how many of them are listed in `findings`.
    pub shown: u64,
    /// 分规则计数: how many findings of each rule.
    #[schemars(with = "BTreeMap<String, u64>")]
    pub by_rule: BTreeMap<RuleCode, u64>,
}

impl FindingCounts {
    /// How many findings of one severity.
    #[must_use]
    pub fn of(&self, severity: Severity) -> u64 {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Info => self.info,
        }
    }

    /// Counts so many findings of a rule.
    pub(crate) fn add(&mut self, code: RuleCode, severity: Severity, times: u64) {
        let counter = match severity {
            Severity::Error => &mut self.error,
            Severity::Warning => &mut self.warning,
            Severity::Info => &mut self.info,
        };
        *counter = counter.saturating_add(times);
        self.total = self.total.saturating_add(times);
        let of_rule = self.by_rule.entry(code).or_default();
        *of_rule = of_rule.saturating_add(times);
    }

    /// Takes off one that is not listed among the others.
    pub(crate) fn take_off(&mut self, finding: &Finding) {
        let counter = match finding.severity {
            Severity::Error => &mut self.error,
            Severity::Warning => &mut self.warning,
            Severity::Info => &mut self.info,
        };
        *counter = counter.saturating_sub(1);
        self.total = self.total.saturating_sub(1);
        if let Some(of_rule) = self.by_rule.get_mut(&finding.code) {
            *of_rule = of_rule.saturating_sub(1);
            if *of_rule == 0 {
                self.by_rule.remove(&finding.code);
            }
        }
    }

    /// Adds those of another part.
    pub(crate) fn add_all(&mut self, other: &Self) {
        self.error = self.error.saturating_add(other.error);
        self.warning = self.warning.saturating_add(other.warning);
        self.info = self.info.saturating_add(other.info);
        self.total = self.total.saturating_add(other.total);
        for (&code, &times) in &other.by_rule {
            let of_rule = self.by_rule.entry(code).or_default();
            *of_rule = of_rule.saturating_add(times);
        }
    }
}
