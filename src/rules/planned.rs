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
    planned(301, "license-set-below-rank", E, L, two("设定行政许可的依据位阶不足", "a license is set by norms below the rank that may set one")),
    planned(302, "temporary-license-expired", E, L, two("临时性行政许可实施已满一年", "a temporary license is more than a year old")),
    planned(303, "license-implementer", E, L, two("决定许可的机构没有行政许可权", "the body that decides a license may not decide one")),
    planned(304, "license-entrusted-outside", E, L, two("行政许可委托给不得受委托的机构，或者再委托", "a license is entrusted to a body that may not take it, or entrusted on")),
    planned(305, "limit-over-twenty", E, L, two("许可法定办结时限超过20个工作日而没有法律、法规依据", "a limit of a license over 20 working days without law or regulation")),
    planned(306, "joint-limit-over-forty-five", E, L, two("共同办理的时限超过45个工作日", "a joint limit over 45 working days")),
    planned(308, "calendar-days", W, L, two("许可时限按自然日规定", "a limit of a license in calendar days")),
    planned(309, "fee-basis-rank", E, L, two("收费依据的位阶不足", "a fee whose basis is below the rank that may set one")),
    planned(310, "fee-incomplete", W, P, two("收费项目、标准或者依据不全", "a fee without item, standard or basis")),
    planned(311, "quantity-limit-basis", E, L, two("数量限制没有法律、法规、规章依据", "a quantity limit without law, regulation or rule")),
    planned(312, "supervisor-missing", W, P, two("没有写明监管主体", "no supervising body is stated")),
    planned(313, "excluded-time-unstated", W, P, two("没有写明不计入时限的环节所需天数", "the days of steps outside the limit are not stated")),
    planned(314, "material-without-basis", W, L, two("要求的证明材料没有依据", "a document is demanded without a basis")),
    planned(315, "obtainable-material-demanded", W, L, two("可以共享取得的材料仍要求提交", "a document that can be obtained is still demanded")),
    planned(316, "disguised-licensing", W, L, two("以备案、登记、认定等名义变相设定许可", "a license in all but name")),
    planned(317, "license-outside-list", E, L, two("清单之外实施行政许可", "a license outside the licensing list")),
    planned(318, "license-without-power", W, P, two("许可事项不在权责清单之中", "a license without its power in the list of powers")),
    planned(319, "license-validity-basis", W, P, two("许可有效期没有依据", "a period of validity without a basis")),
    planned(320, "immediate-with-inspection", W, P, two("即办件的程序中有现场核查、听证或者评审", "handled on the spot, yet with inspection, hearing or review")),
    planned(321, "entrustment-unannounced", E, L, two("委托实施许可没有公告", "the entrustment of a license is not announced")),
    planned(322, "entrustment-without-basis", W, L, two("委托实施许可没有依据", "a license is entrusted without a basis")),
    planned(323, "excluded-step-not-listed", W, L, two("不计入时限的环节不在法定范围之内", "a step outside the limit that the law does not list")),
    planned(324, "extension-too-long", E, L, two("延长的期限过长", "the extension of a limit is too long")),
    planned(325, "first-review-over-twenty", E, L, two("下级初审超过20个工作日", "a first review over 20 working days")),
    planned(326, "delivery-over-ten", E, L, two("送达许可证件超过10个工作日", "delivery of a license over 10 working days")),
    planned(327, "renewal-lead-time", W, L, two("要求提前三十日以上申请延续", "renewal is demanded more than 30 days ahead")),
    planned(328, "intermediary-without-basis", E, L, two("中介服务没有依据", "an intermediary service without a basis")),
    planned(329, "concentrated-power-unrecorded", W, L, two("相对集中许可权没有写明批准决定", "concentrated powers without the decision that allows them")),
    planned(330, "channel-restricted", W, L, two("限定办理渠道", "only one channel is offered")),
    planned(331, "territory-narrowed", W, L, two("许可的有效地域被缩小", "the territory of a license is narrowed")),
    planned(332, "duplicate-licensing-item", W, P, two("许可事项重复列出", "a licensing item is listed twice")),
    planned(401, "responsibility-missing", E, P, two("没有写明责任事项", "no responsibilities are stated")),
    planned(402, "responsibility-basis", W, P, two("责任事项没有依据", "a responsibility without a basis")),
    planned(403, "responsibility-stages", I, P, two("责任事项缺少法定环节", "a stage of the procedure is missing among the responsibilities")),
    planned(404, "accountability-missing", W, P, two("没有写明追责情形或者依据", "no circumstances of accountability, or no basis for them")),
    planned(405, "boilerplate", I, P, two("多个事项的内容照抄同一段文字", "the same text in most items of a body")),
    planned(406, "penalty-over-rank", E, L, two("行政处罚的设定超出依据的位阶", "a penalty that the rank of its basis may not set")),
    planned(407, "coercion-over-rank", E, L, two("行政强制措施的设定超出依据的位阶", "a coercive measure that the rank of its basis may not set")),
    planned(408, "execution-without-law", E, L, two("行政强制执行没有法律依据", "coercive execution without a law")),
    planned(409, "liberty-power", E, L, two("限制人身自由没有法律依据，或者机关无权实施", "restriction of liberty without a law, or by a body that may not")),
    planned(410, "supervision-channel-missing", W, P, two("没有写明监督投诉渠道", "no channel for complaints is stated")),
    planned(411, "duplicate-power", W, P, two("职权重复列出", "a power is listed twice")),
    planned(412, "level-outside-list", W, P, two("行使层级不属于本清单", "a level that is not that of the list")),
    planned(413, "body-unfit", E, P, two("行使职权的机构不明或者已经撤销", "the body that exercises a power is unknown or abolished")),
    planned(414, "penalty-limit-over-ninety", E, L, two("处罚办理期限超过九十日", "a penalty limit over ninety days")),
    planned(415, "power-without-service", W, P, two("依申请的职权没有对应的政务服务事项", "a power exercised on application without a service item")),
    planned(416, "penalty-entrusted-outside", E, L, two("行政处罚委托给不符合条件的组织", "a penalty is entrusted to a body that may not take it")),
    planned(418, "seizure-over-thirty", E, L, two("查封、扣押超过三十日", "sealing or seizure over thirty days")),
    waiting(planned(517, "delegated-though-taken-back", E, P, two("上级已经收回的事项仍列为赋权", "an item that was taken back is still listed as delegated")), "乡镇（街道）履行职责事项清单", "the lists of duties of townships"),
    planned(601, "service-kind", W, P, two("依申请事项中有处罚、强制或者检查", "penalties, coercion or inspection among items on application")),
    planned(602, "online-depth", W, P, two("网上办理深度与到现场次数矛盾", "the online depth contradicts the visits")),
    planned(603, "visit-reason", W, P, two("到现场次数与必须到现场的原因矛盾", "the visits contradict the reason for them")),
    planned(604, "immediate-promise", W, P, two("即办件承诺时限超过一个工作日", "handled on the spot, yet promised for more than a working day")),
    planned(605, "entruster-missing", E, P, two("委托事项没有写明委托部门", "an entrusted item without the body that entrusts it")),
    planned(606, "cancelled-yet-online", E, L, two("已取消的事项仍在办理", "a cancelled item is still offered")),
    planned(607, "service-source", E, V, two("政务服务事项的来源事项不符或者不再有效", "the item behind a service is of another type or not in force")),
    planned(609, "exemption-license-type", E, V, two("免提交的材料对应的证照类型没有签章件", "an exemption by a type of license of which none is sealed")),
    planned(610, "duplicate-link", W, V, two("证照关联重复", "a link is there twice")),
    planned(611, "license-unsealed", W, P, two("电子证照没有有效签章", "an e-license without a valid seal")),
    planned(612, "license-dates", E, V, two("证照日期先后颠倒", "the days of a license are out of order")),
    planned(613, "license-status", E, V, two("证照状态变更不合规定", "a change of status that the law does not have")),
    planned(614, "license-version", E, V, two("证照版本重复或者缺号", "a version of a license is there twice, or missing")),
    planned(615, "bundle-size", E, V, two("一件事的事项少于两个", "a bundle of fewer than two items")),
    planned(616, "bundle-item", E, V, two("一件事包含不再有效的事项", "a bundle with an item that is not in force")),
    planned(617, "bundle-lead", W, P, two("一件事的牵头部门不办理其中任何事项", "the lead of a bundle handles none of its items")),
    planned(618, "bundle-worse", W, P, two("一件事比单独办理更繁", "a bundle asks for more than its items alone")),
    planned(619, "duplicate-service", W, P, two("政务服务事项重复列出", "a service item is listed twice")),
    planned(801, "outside-superior", E, L, two("上级清单之外的事项没有依据", "an item outside the superior list without a basis of its own")),
    planned(802, "name-differs", W, L, two("事项名称与上级清单不同", "the name differs from the superior list")),
    planned(803, "basis-differs", W, L, two("设定依据与上级清单不同", "the basis differs from the superior list")),
    planned(804, "type-differs", E, L, two("事项类型与上级清单不同", "the type differs from the superior list")),
    planned(805, "stricter-than-superior", E, L, two("条件严于上级清单", "stricter than the superior list")),
    planned(806, "not-claimed", W, P, two("应认领的上级事项没有认领", "an item of the superior list that is not claimed")),
    planned(807, "change-unrecorded", W, P, two("版次之间的变化没有调整记录", "a change between editions is not recorded")),
    planned(808, "adjustment-basis", E, L, two("调整没有决定或者依据", "an adjustment without a decision or basis")),
    planned(809, "adjustment-replay", E, V, two("调整记录与本版内容不符", "the recorded adjustments do not lead to this edition")),
    planned(810, "retired-code-reused", E, V, two("停用的编码另作他用", "a retired code is given to another item")),
    planned(811, "adjustment-published-late", W, L, two("调整后未按期公布", "an adjustment is published late")),
    planned(812, "edition-chain", E, V, two("版次的先后次序不符", "the chain of editions is broken")),
];
