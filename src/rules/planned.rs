//! Rules that are announced and not built yet. A rule moves from here into its family; its code stays.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::{Bilingual, two};

/// 待实现规则: a rule that this version does not have yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlannedRule {
    /// 规则编号: its code.
    pub code: RuleCode,
    /// 规则名: its name.
    pub name: &'static str,
    /// 标题: what it will find, in a few words.
    pub title: Bilingual,
    /// 严重程度: how grave its findings will be.
    pub severity: Severity,
    /// 判断方面: the question to which they will belong.
    pub aspect: Aspect,
    /// 等待的输入: a list that no catalog can hold yet. Until it can, the rule keeps no verdict from being yes.
    pub waits_for: Option<Bilingual>,
}

const fn planned(number: u16, name: &'static str, severity: Severity, aspect: Aspect, title: Bilingual) -> PlannedRule {
    PlannedRule { code: RuleCode::new(number), name, title, severity, aspect, waits_for: None }
}

const fn waiting(rule: PlannedRule, zh: &'static str, en: &'static str) -> PlannedRule {
    PlannedRule { waits_for: Some(two(zh, en)), ..rule }
}

use Aspect::Publishable as P;
use Severity::Error as E;

/// The announced rules, in the order of their codes.
#[rustfmt::skip]
pub const PLANNED: &[PlannedRule] = &[
    waiting(planned(517, "delegated-though-taken-back", E, P, two("上级已经收回的事项仍列为赋权", "an item that was taken back is still listed as delegated")), "乡镇（街道）履行职责事项清单", "the lists of duties of townships"),
];
