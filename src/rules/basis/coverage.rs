//! What the family adds to the coverage: how many of the citations could be judged.

use crate::finding::RuleCode;
use crate::judged::Whole;
use crate::report::{CitationCoverage, Coverage, InstrumentNotHeld, UnreadPart};

/// The rules that judge the instruments cited.
const JUDGING: &[RuleCode] =
    &[RuleCode::new(203), RuleCode::new(204), RuleCode::new(205), RuleCode::new(209), RuleCode::new(210)];

/// Tells of the citations, where a rule judges them.
pub(super) fn cover(whole: &Whole<'_>, runs: &dyn Fn(RuleCode) -> bool, coverage: &mut Coverage) {
    if JUDGING.iter().any(|&code| runs(code)) {
        coverage.citations = Some(citations(whole));
    }
}

/// How much of what is cited could be judged.
fn citations(whole: &Whole<'_>) -> CitationCoverage {
    let facts = &whole.facts.citations;
    let cover = whole.citations().cover(facts);
    let instruments_not_held = u64::try_from(cover.not_held.len()).unwrap_or(u64::MAX);
    let not_held = cover.not_held.iter().take(MAX_INSTRUMENTS_NOT_HELD);
    let unread = facts.unread.parts();
    CitationCoverage {
        citations: cover.citations,
        understood: cover.understood,
        partly_unread: facts.unread.citations(),
        unread_parts: unread
            .into_iter()
            .take(MAX_UNREAD_PARTS)
            .map(|(words, citations)| UnreadPart { words: crate::print::excerpt(words), citations })
            .collect(),
        held: cover.held,
        instruments_not_held,
        not_held: not_held
            .map(|(title, citations)| InstrumentNotHeld { title: crate::print::excerpt(title), citations: *citations })
            .collect(),
    }
}

/// How many instruments that are not held a report names.
const MAX_INSTRUMENTS_NOT_HELD: usize = 100;

/// How many parts of citations that were not understood a report shows.
const MAX_UNREAD_PARTS: usize = 100;
