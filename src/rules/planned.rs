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

use Aspect::{Lawful as L, Publishable as P, Valid as V};
use Severity::{Error as E, Warning as W};

/// The announced rules, in the order of their codes.
#[rustfmt::skip]
pub const PLANNED: &[PlannedRule] = &[
    waiting(planned(517, "delegated-though-taken-back", E, P, two("上级已经收回的事项仍列为赋权", "an item that was taken back is still listed as delegated")), "乡镇（街道）履行职责事项清单", "the lists of duties of townships"),
    planned(801, "outside-superior", E, L, two("上级清单之外的事项没有依据", "an item outside the superior list without a basis of its own")),
    planned(802, "name-differs", W, L, two("事项名称与上级清单不同", "the name differs from the superior list")),
    planned(803, "basis-differs", W, L, two("设定依据与上级清单不同", "the basis differs from the superior list")),
    planned(804, "type-differs", E, L, two("事项类型与上级清单不同", "the type differs from the superior list")),
    planned(805, "stricter-than-superior", E, L, two("条件严于上级清单", "stricter than the superior list")),
    planned(806, "not-claimed", W, P, two("应认领的上级事项没有认领", "an item of the superior list that is not claimed")),
    planned(807, "change-unrecorded", W, P, two("版次之间的变化没有调整记录", "a change between editions is not recorded")),
    planned(809, "adjustment-replay", E, V, two("调整记录与本版内容不符", "the recorded adjustments do not lead to this edition")),
    planned(810, "retired-code-reused", E, V, two("停用的编码另作他用", "a retired code is given to another item")),
    planned(812, "edition-chain", E, V, two("版次的先后次序不符", "the chain of editions is broken")),
];
