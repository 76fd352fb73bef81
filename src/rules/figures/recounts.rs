//! Published figures, counted again from the catalog.

use crate::codelist::Measure;
use crate::figures::{Comparison, NotComparedReason, Recount};
use crate::finding::NotRunReason;
use crate::judged::Whole;
use crate::model::{Kind, PublishedFigure, Record as _};
use crate::rule::{Findings, Provision};

/// What is published must be right.
pub(super) const ACCURATE: Provision =
    Provision { document: "中华人民共和国政府信息公开条例", clause: "第六条" };

/// What came of each published figure. What cannot be compared is written down for the rule of its measure.
pub(super) fn recounts<'a>(
    whole: &'a Whole<'a>,
    measure: Measure,
    findings: &mut Findings<'_>,
) -> Vec<(u32, &'a PublishedFigure, &'a Recount)> {
    let counted = whole.recounts();
    let mut recounts = Vec::new();
    for ((ordinal, figure), recount) in whole.facts.published.figures().iter().zip(counted) {
        let reason = match recount.reason {
            None | Some(NotComparedReason::Unattainable) => None,
            Some(NotComparedReason::ListIncomplete) => Some(NotRunReason::ListIncomplete),
            Some(NotComparedReason::NotHeld) => Some(NotRunReason::NotHeld),
            Some(NotComparedReason::RecordsUnread) => Some(NotRunReason::RecordsUnread),
            Some(NotComparedReason::EarlierEdition) => Some(NotRunReason::EarlierEdition),
            Some(
                NotComparedReason::MetricUnknown
                | NotComparedReason::OutsideCatalog
                | NotComparedReason::PartUnnamed
                | NotComparedReason::NotCountable
                | NotComparedReason::Unstated,
            ) => Some(NotRunReason::NotCountable),
        };
        if measure == Measure::Count && recount.comparison != Comparison::NotCompared && recount.leaves_parts() {
            let parts = format!("{}/{}/parts", Kind::PublishedFigure.array(), figure.id());
            findings.not_run_on(parts, NotRunReason::NotCountable);
        }
        match reason {
            Some(reason) if figure.measure == measure => {
                findings.not_run_on(format!("{}/{}", Kind::PublishedFigure.array(), figure.id()), reason);
            }
            _ => recounts.push((*ordinal, figure, recount)),
        }
    }
    recounts
}
