//! What rules about cited instruments say in the same words.

use crate::finding::NotRunReason;
use crate::model::Pointer;
use crate::rule::{Draft, Findings};
use crate::spot::Spot;
use crate::standing::citations::JudgedCitations;
use crate::standing::instruments::InstrumentJudged;

/// Writes down for a rule that on some lists it could not judge every citation.
pub(super) fn tell_not_held(judged: &JudgedCitations, findings: &mut Findings<'_>) {
    for &field in judged.fields_not_held() {
        findings.not_run_on(field, NotRunReason::InstrumentNotHeld);
    }
}

/// Points from a finding to a member of the record that describes the instrument, if there is one.
pub(super) fn point_to(instrument: &InstrumentJudged, member: &str, draft: &mut Draft) {
    if let Some(record) = instrument.record {
        let spot = Spot::Record(record, Pointer::member(member));
        draft.related(spot, "文件的记录", "the record of the instrument");
    }
}
