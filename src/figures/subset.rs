//! Figures that must contain one another: 全程网办 is within 网上可办.

use std::collections::HashMap;

use super::arithmetic::{exact, is_above};
use crate::codelist::{Measure, Metric};
use crate::facts::published::NumberedFigure;
use crate::model::{Decimal, PublishedFigure};

/// The metrics that count everything that a metric counts, and more. 即办件网办 as a rate may be taken over the items
/// handled at once, so only its count is compared; what was taken back is no longer among the items.
fn supersets(metric: &Metric, measure: Measure) -> &'static [Metric] {
    match (metric, measure) {
        (Metric::FullyOnline, Measure::Rate) => &[Metric::Online],
        (Metric::FullyOnline, Measure::Count) => &[Metric::Online, Metric::Items],
        (Metric::NoVisit, Measure::Rate) => &[Metric::AtMostOneVisit],
        (Metric::NoVisit, Measure::Count) => &[Metric::AtMostOneVisit, Metric::Items],
        (Metric::Configured, Measure::Rate) => &[Metric::Linked],
        (Metric::Configured, Measure::Count) => &[Metric::Linked, Metric::Items],
        (Metric::ImmediateOnline, Measure::Count) => &[Metric::Online, Metric::Immediate, Metric::Items],
        (Metric::Items | Metric::PromiseCompression | Metric::Returned | Metric::Other(_), _) | (_, Measure::Rate) => {
            &[]
        }
        (_, Measure::Count) => &[Metric::Items],
    }
}

/// What two figures must share to be compared: measure, kind, unit, scope and day. What a figure without metric or
/// without what it counts is about, nobody knows.
fn population(figure: &PublishedFigure) -> Option<(&Metric, String)> {
    let (metric, counts) = (figure.metric.as_ref()?, figure.counts.as_ref()?);
    Some((metric, format!("{:?}", (figure.measure, counts, &figure.scope, &figure.as_of))))
}

/// The pairs of which a subset's figure exceeds its superset's: for each figure and superset the least one stated.
///
/// Two figures over totals that both stand there and differ are not compared.
pub(crate) fn subsets_that_exceed(figures: &[NumberedFigure]) -> Vec<(&NumberedFigure, &NumberedFigure)> {
    // The least figure of each population and metric: over all totals, and over each.
    let mut least: HashMap<(String, &str, Option<Option<&Decimal>>), &NumberedFigure> = HashMap::new();
    for entry in figures {
        let figure = &entry.1;
        let Some((metric, population)) = population(figure) else { continue };
        for total in [None, Some(figure.total.as_ref())] {
            let known = least.entry((population.clone(), metric.as_str(), total)).or_insert(entry);
            if exact(&figure.value).compare(exact(&known.1.value)).is_lt() {
                *known = entry;
            }
        }
    }
    let mut pairs = Vec::new();
    for part in figures {
        let figure = &part.1;
        let Some((metric, population)) = population(figure) else { continue };
        for superset in supersets(metric, figure.measure) {
            let key = |total| (population.clone(), superset.as_str(), total);
            let candidates = match (&figure.total, figure.measure) {
                (Some(total), Measure::Rate) => [least.get(&key(Some(Some(total)))), least.get(&key(Some(None)))],
                _ => [least.get(&key(None)), None],
            };
            let rounded = figure.measure == Measure::Rate;
            let exceeded = candidates
                .into_iter()
                .flatten()
                .find(|whole| is_above(exact(&figure.value), exact(&whole.1.value), rounded));
            pairs.extend(exceeded.map(|whole| (part, *whole)));
        }
    }
    pairs
}
