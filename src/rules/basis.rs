//! QD2: the legal basis.

mod coverage;
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

use super::Family;
use crate::finding::NotRunReason;
use crate::judged::citations::{InstrumentJudged, JudgedCitations};
use crate::model::Pointer;
use crate::rule::{Draft, Findings, Rule};
use crate::spot::Spot;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: Some(coverage::cover) };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
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
