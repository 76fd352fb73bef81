//! Findings as results of SARIF.

use super::chosen::{Chosen, ChosenFinding};
use super::log::{
    ArtifactLocation, Location, LogicalLocation, Message, PartialFingerprints, PhysicalLocation, Region,
    ResultProperties, SarifResult, Suppression, level,
};
use super::rules::Rules;
use crate::finding::{Finding, Place};
use crate::lang::Lang;
use crate::print::printable;
use crate::report::{InputReport, SetAside, SetAsideBy};
use crate::writer::report::listed::Fingerprints;
use crate::writer::report::words;
use crate::writer::say;

/// How many places besides of one result: GitHub shows a hundred.
const MOST_RELATED: usize = 100;

/// The results. Where one has a suppression or a baseline state, all say whether they have.
pub(super) fn results(chosen: &Chosen<'_>, rules: &Rules<'_>, lang: Lang) -> Vec<SarifResult> {
    let has_suppressions = chosen.results.iter().any(|result| result.set_aside.is_some());
    let has_baseline = chosen.results.iter().any(|result| {
        result.input.is_some_and(|input| input.baseline.is_some())
            || result.set_aside.is_some_and(|aside| aside.by == SetAsideBy::Baseline)
    });
    let mut fingerprints = Fingerprints::default();
    let result = |chosen: &ChosenFinding<'_>, fingerprint: String| {
        let finding = chosen.listed.finding;
        let is_known = chosen.set_aside.is_some_and(|aside| aside.by == SetAsideBy::Baseline);
        SarifResult {
            rule_id: finding.code.to_string(),
            rule_index: rules.index(finding.code),
            level: level(finding.severity),
            baseline_state: has_baseline.then_some(if is_known { "unchanged" } else { "new" }),
            message: Message::of(&words::message(finding, lang)),
            locations: [place(chosen.listed.file, &finding.place)],
            related_locations: related(chosen, lang),
            partial_fingerprints: PartialFingerprints { line: format!("{fingerprint}:1"), own: fingerprint },
            suppressions: has_suppressions
                .then(|| chosen.set_aside.map(|aside| suppression(aside, chosen.input, lang)).into_iter().collect()),
            properties: properties(finding, lang),
        }
    };
    let mut results = Vec::with_capacity(chosen.results.len());
    for finding in &chosen.results {
        let fingerprint = fingerprints.of(finding.listed);
        results.push(result(finding, fingerprint));
    }
    results
}

fn related(chosen: &ChosenFinding<'_>, lang: Lang) -> Vec<Location> {
    let related = chosen.listed.finding.related.iter().take(MOST_RELATED).enumerate();
    let locations = related.map(|(number, related)| {
        let file = related
            .place
            .input
            .as_deref()
            .unwrap_or_else(|| chosen.input.map_or(chosen.listed.file, |input| input.name.as_str()));
        let message = printable(related.message.text(lang));
        Location { id: Some(number), message: Some(Message::of(&message)), ..place(file, &related.place) }
    });
    locations.collect()
}

/// A place: GitHub wants lines and columns of each, so that what has none stands at the beginning of its file.
fn place(file: &str, place: &Place) -> Location {
    let start_line = place.line.unwrap_or(1).max(1);
    let start_column = place.column.unwrap_or(1).max(1);
    let end_line = place.end_line.unwrap_or(start_line).max(start_line);
    let end_column = place.end_column.unwrap_or(start_column).max(1);
    // Within a line the end is not before the beginning.
    let end_column = if end_line == start_line { end_column.max(start_column) } else { end_column };
    let pointer = place.pointer.as_str();
    let logical_locations = if pointer.is_empty() {
        Vec::new()
    } else {
        vec![LogicalLocation { fully_qualified_name: pointer.to_owned() }]
    };
    let region = Some(Region { start_line, start_column, end_line, end_column });
    let physical_location = PhysicalLocation { artifact_location: ArtifactLocation::of(file), region };
    Location { id: None, place: physical_location, logical_locations, message: None }
}

/// Who answers for it, or that it was known.
fn suppression(aside: &SetAside, input: Option<&InputReport>, lang: Lang) -> Suppression {
    let number = aside.suppression.and_then(|number| usize::try_from(number).ok());
    let told =
        input.zip(number).and_then(|(input, number)| input.suppressions.get(number)).map(|told| &told.suppression);
    let justification = match (aside.by, told) {
        (SetAsideBy::Suppression, Some(told)) => {
            let (semicolon, colon) = (say(lang, "；", "; "), say(lang, "：", ": "));
            let ground = told.ground.as_ref().map(|ground| {
                format!("{semicolon}{}{colon}{}", say(lang, "依据", "ground"), printable(ground.as_str()))
            });
            let until = format!("{semicolon}{}{colon}{}", say(lang, "有效期至", "until"), told.until);
            let reason = printable(told.reason.as_str()).into_owned();
            [Some(reason), ground, Some(until)].into_iter().flatten().collect()
        }
        (SetAsideBy::Suppression, None) => say(lang, "已搁置", "set aside").to_owned(),
        (SetAsideBy::Baseline, _) => say(lang, "基线中已有", "known by the baseline").to_owned(),
    };
    Suppression { kind: "external", status: "accepted", justification }
}

fn properties(finding: &Finding, lang: Lang) -> ResultProperties {
    ResultProperties {
        pointer: finding.place.pointer.as_str().to_owned(),
        record: finding.record.clone(),
        body: finding.body.clone(),
        found: finding.found.clone(),
        allowed: finding.allowed.clone(),
        help: printable(finding.help(lang)).into_owned(),
        fingerprint: finding.fingerprint.clone(),
    }
}
