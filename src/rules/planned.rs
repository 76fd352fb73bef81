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
use Severity::{Error as E, Info as I, Warning as W};

/// The announced rules, in the order of their codes.
#[rustfmt::skip]
pub const PLANNED: &[PlannedRule] = &[
    planned(417, "penalty-below-county", E, L, two("乡镇、街道或者派出机构行使没有赋予的处罚权", "a penalty below the county without a power to impose it")),
    planned(501, "delegation-decider", E, L, two("赋权决定的机关没有权限", "the body that decided a delegation had no power to")),
    planned(502, "delegation-origin", E, L, two("赋权事项不是县级部门的处罚权", "what is transferred is not the penalty power of a county department")),
    planned(503, "delegation-receiver", E, L, two("承接主体不是苏木乡镇人民政府或者街道办事处", "the receiver is no township government or subdistrict office")),
    planned(504, "delegation-unpublished", E, L, two("赋权决定或者委托书没有公布", "the decision or the letter of entrustment is not published")),
    planned(505, "delegation-unevaluated", W, L, two("赋权没有定期评估", "a delegation is not evaluated")),
    planned(506, "coercion-entrusted", E, L, two("行政强制措施被委托", "a coercive measure is entrusted")),
    planned(507, "liberty-delegated", E, L, two("限制人身自由的权力被下放", "the power to restrict liberty is passed on")),
    planned(508, "outside-directory", E, L, two("赋权事项不在省级指导目录之中", "a delegated item is outside the provincial directory")),
    planned(509, "claim-publish-mismatch", W, P, two("认领与公布不一致", "what is claimed and what is published differ")),
    planned(510, "source-power-unfit", E, V, two("赋权事项对应的职权不在清单之中或者不再有效", "the power behind a delegated item is not in force")),
    planned(511, "double-exercise", W, P, two("原部门仍在行使已经赋权的职权", "the department still exercises what it passed on")),
    planned(512, "license-transferred", E, L, two("许可权下放没有依据", "a licensing decision is moved to a township without a basis")),
    planned(513, "redelegation", E, L, two("受委托的组织再委托", "an entrusted receiver passes the power on")),
    planned(514, "delegation-dates", E, V, two("认领、生效、终止的日期先后颠倒", "the days of a delegation are out of order")),
    planned(515, "own-power-as-delegated", W, L, two("乡镇的法定职权列为赋权", "a power that townships have by statute is listed as delegated")),
    planned(516, "measures-with-transfer", W, L, two("随处罚权一并下放强制措施", "coercive measures go along with a transfer")),
    waiting(planned(517, "delegated-though-taken-back", E, P, two("上级已经收回的事项仍列为赋权", "an item that was taken back is still listed as delegated")), "乡镇（街道）履行职责事项清单", "the lists of duties of townships"),
    planned(518, "taken-back-by-unfit-body", W, L, two("收回赋权的机关没有权限，或者职权已不再有效", "a delegation is taken back by a body that may not, or for a power that is not in force")),
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
