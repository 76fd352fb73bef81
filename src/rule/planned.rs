//! Rules that are announced and not built yet. A rule moves from here into its family; its code stays.

use super::{Bilingual, two};
use crate::finding::{Aspect, RuleCode, Severity};

/// 待实现规则: a rule that this version does not have yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlannedRule {
    /// 规则编号: its code.
    pub code: RuleCode,
    /// 规则名: its name.
    pub name: &'static str,
    /// 严重程度: how grave its findings will be.
    pub severity: Severity,
    /// 判断方面: the question to which they will belong.
    pub aspect: Aspect,
    /// 等待的输入: a list that no catalog can hold yet. Until it can, the rule keeps no verdict from being yes.
    pub waits_for: Option<Bilingual>,
}

const fn planned(number: u16, name: &'static str, severity: Severity, aspect: Aspect) -> PlannedRule {
    PlannedRule { code: RuleCode::new(number), name, severity, aspect, waits_for: None }
}

const fn waiting(rule: PlannedRule, zh: &'static str, en: &'static str) -> PlannedRule {
    PlannedRule { waits_for: Some(two(zh, en)), ..rule }
}

use Aspect::{Lawful as L, Publishable as P, Valid as V};
use Severity::{Error as E, Info as I, Warning as W};

/// The announced rules, in the order of their codes.
#[rustfmt::skip]
pub const PLANNED: &[PlannedRule] = &[
    planned(301, "license-set-below-rank", E, L),
    planned(302, "temporary-license-expired", E, L),
    planned(303, "license-implementer", E, L),
    planned(304, "license-entrusted-outside", E, L),
    planned(305, "limit-over-twenty", E, L),
    planned(306, "joint-limit-over-forty-five", E, L),
    planned(308, "calendar-days", W, L),
    planned(309, "fee-basis-rank", E, L),
    planned(310, "fee-incomplete", W, P),
    planned(311, "quantity-limit-basis", E, L),
    planned(312, "supervisor-missing", W, P),
    planned(313, "excluded-time-unstated", W, P),
    planned(314, "material-without-basis", W, L),
    planned(315, "obtainable-material-demanded", W, L),
    planned(316, "disguised-licensing", W, L),
    planned(317, "license-outside-list", E, L),
    planned(318, "license-without-power", W, P),
    planned(319, "license-validity-basis", W, P),
    planned(320, "immediate-with-inspection", W, P),
    planned(321, "entrustment-unannounced", E, L),
    planned(322, "entrustment-without-basis", W, L),
    planned(323, "excluded-step-not-listed", W, L),
    planned(324, "extension-too-long", E, L),
    planned(325, "first-review-over-twenty", E, L),
    planned(326, "delivery-over-ten", E, L),
    planned(327, "renewal-lead-time", W, L),
    planned(328, "intermediary-without-basis", E, L),
    planned(329, "concentrated-power-unrecorded", W, L),
    planned(330, "channel-restricted", W, L),
    planned(331, "territory-narrowed", W, L),
    planned(332, "duplicate-licensing-item", W, P),
    planned(401, "responsibility-missing", E, P),
    planned(402, "responsibility-basis", W, P),
    planned(403, "responsibility-stages", I, P),
    planned(404, "accountability-missing", W, P),
    planned(405, "boilerplate", I, P),
    planned(406, "penalty-over-rank", E, L),
    planned(407, "coercion-over-rank", E, L),
    planned(408, "execution-without-law", E, L),
    planned(409, "liberty-power", E, L),
    planned(410, "supervision-channel-missing", W, P),
    planned(411, "duplicate-power", W, P),
    planned(412, "level-outside-list", W, P),
    planned(413, "body-unfit", E, P),
    planned(414, "penalty-limit-over-ninety", E, L),
    planned(415, "power-without-service", W, P),
    planned(416, "penalty-entrusted-outside", E, L),
    planned(417, "penalty-below-county", E, L),
    planned(418, "seizure-over-thirty", E, L),
    planned(501, "delegation-decider", E, L),
    planned(502, "delegation-origin", E, L),
    planned(503, "delegation-receiver", E, L),
    planned(504, "delegation-unpublished", E, L),
    planned(505, "delegation-unevaluated", W, L),
    planned(506, "coercion-entrusted", E, L),
    planned(507, "liberty-delegated", E, L),
    planned(508, "outside-directory", E, L),
    planned(509, "claim-publish-mismatch", W, P),
    planned(510, "source-power-unfit", E, V),
    planned(511, "double-exercise", W, P),
    planned(512, "license-transferred", E, L),
    planned(513, "redelegation", E, L),
    planned(514, "delegation-dates", E, V),
    planned(515, "own-power-as-delegated", W, L),
    planned(516, "measures-with-transfer", W, L),
    waiting(planned(517, "delegated-though-taken-back", E, P), "乡镇（街道）履行职责事项清单", "the lists of duties of townships"),
    planned(518, "taken-back-by-unfit-body", W, L),
    planned(601, "service-kind", W, P),
    planned(602, "online-depth", W, P),
    planned(603, "visit-reason", W, P),
    planned(604, "immediate-promise", W, P),
    planned(605, "entruster-missing", E, P),
    planned(606, "cancelled-yet-online", E, L),
    planned(607, "service-source", E, V),
    planned(609, "exemption-license-type", E, V),
    planned(610, "duplicate-link", W, V),
    planned(611, "license-unsealed", W, P),
    planned(612, "license-dates", E, V),
    planned(613, "license-status", E, V),
    planned(614, "license-version", E, V),
    planned(615, "bundle-size", E, V),
    planned(616, "bundle-item", E, V),
    planned(617, "bundle-lead", W, P),
    planned(618, "bundle-worse", W, P),
    planned(619, "duplicate-service", W, P),
    planned(801, "outside-superior", E, L),
    planned(802, "name-differs", W, L),
    planned(803, "basis-differs", W, L),
    planned(804, "type-differs", E, L),
    planned(805, "stricter-than-superior", E, L),
    planned(806, "not-claimed", W, P),
    planned(807, "change-unrecorded", W, P),
    planned(808, "adjustment-basis", E, L),
    planned(809, "adjustment-replay", E, V),
    planned(810, "retired-code-reused", E, V),
    planned(811, "adjustment-published-late", W, L),
    planned(812, "edition-chain", E, V),
    planned(813, "superior-item-unknown", E, V),
];
