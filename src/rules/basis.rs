//! QD2: the legal basis.

mod qd201;
mod qd202;
mod qd203;
mod qd204;
mod qd205;
mod qd206;
mod qd207;
mod qd208;
mod qd209;
mod qd210;

use crate::finding::NotRunReason;
use crate::finding::RuleCode;
use crate::judged::citations::JudgedCitations;
use crate::judged::instruments::InstrumentJudged;
use crate::model::Pointer;
use crate::rule::{Draft, Findings, Rule};
use crate::spot::Spot;

/// The rules of the family, in the order of their codes.
pub(super) const RULES: &[Rule] = &[
    qd201::RULE,
    qd202::RULE,
    qd203::RULE,
    qd204::RULE,
    qd205::RULE,
    qd206::RULE,
    qd207::RULE,
    qd208::RULE,
    qd209::RULE,
    qd210::RULE,
];

/// The rules that judge by what is known of the instruments cited.
pub(crate) const JUDGING_INSTRUMENTS: &[RuleCode] =
    &[RuleCode::new(203), RuleCode::new(204), RuleCode::new(205), RuleCode::new(209), RuleCode::new(210)];

/// The rule that asks for what is printed under citations.
pub(crate) const RENUMBERED: RuleCode = qd210::RULE.code;

/// Writes down for a rule that on some lists it could not judge every citation.
fn tell_not_held(judged: &JudgedCitations, findings: &mut Findings<'_>) {
    for &field in judged.fields_not_held() {
        findings.not_run_on(field, NotRunReason::InstrumentNotHeld);
    }
}

/// Points from a finding to a member of the record that describes the instrument, if there is one.
fn point_to(instrument: &InstrumentJudged, member: &str, draft: &mut Draft) {
    if let Some(record) = instrument.record {
        let spot = Spot::Record(record, Pointer::member(member));
        draft.related(spot, "文件的记录", "the record of the instrument");
    }
}
