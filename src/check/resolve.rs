//! From drafts to findings: places, records and what else is worked out only of what is shown.

use serde_json::Value;

use super::fingerprint::{self, Fingerprints, Whole};
use super::found::{Found, Located};
use super::origin::{Origin, record_of};
use super::spots::{RelatedSpots, locate};
use super::subject::Subjects;
use crate::facts::Facts;
use crate::finding::{Finding, Related, RuleCode, Severity};
use crate::lang::Message;
use crate::model::{Header, Pointer};
use crate::rule::{Draft, KeptDrafts, Rule};
use crate::spot::Spot;

/// The severity that the findings of a rule are to have, where somebody says so.
pub(super) type LevelOf<'a> = dyn Fn(RuleCode) -> Option<Severity> + 'a;

/// The findings in the order of their places.
pub(super) fn findings(
    mut drafts: KeptDrafts,
    level_of: &LevelOf<'_>,
    origin: &Origin<'_, '_>,
    index: &Facts,
    header: Option<&Header>,
) -> Vec<Found> {
    // In the order of the input, so that no passage is read again twice.
    drafts.sort_by_cached_key(|draft| start_of(index, &draft.spot));
    let mut resolving = Resolving {
        level_of,
        origin,
        index,
        subjects: Subjects::new(origin, index, header),
        related: RelatedSpots::of(&drafts, origin, index),
        fingerprints: Fingerprints::default(),
    };
    let mut found: Vec<Found> = Vec::with_capacity(drafts.len());
    let mut drafts = drafts.into_iter().peekable();
    while let Some(first) = drafts.next() {
        // All that is said of one record, so that it is walked once.
        let subject = record_of(&first.spot);
        let mut same = vec![first];
        while let Some(next) = drafts.next_if(|next| record_of(&next.spot) == subject) {
            same.push(next);
        }
        let spots: Vec<&Spot> = same.iter().map(|draft| &draft.spot).collect();
        let places = locate(&spots, origin, index);
        found.extend(same.into_iter().zip(places).map(|(draft, located)| resolving.finding(*draft, &located)));
    }
    // Sorting takes room for all of them once more, and they mostly are in order.
    if !found.is_sorted_by_key(order) {
        found.sort_by(|a, b| order(a).cmp(&order(b)));
    }
    fingerprint::write(&mut found);
    resolving.subjects.name_bodies(&mut found);
    found
}

/// By what findings are ordered.
fn order(found: &Found) -> (usize, &str, RuleCode) {
    (found.order, found.finding.path.as_str(), found.finding.code)
}

/// What findings are worked out from.
struct Resolving<'o, 'a, 't> {
    level_of: &'o LevelOf<'o>,
    origin: &'o Origin<'a, 't>,
    index: &'o Facts,
    subjects: Subjects<'o, 'a, 't>,
    related: RelatedSpots,
    fingerprints: Fingerprints,
}

impl Resolving<'_, '_, '_> {
    fn finding(&mut self, mut draft: Draft, located: &Located) -> Found {
        let (order, place) = self.origin.resolve(self.index, &draft.spot, located);
        let ordinal = record_of(&draft.spot);
        let subject = ordinal.map(|ordinal| self.subjects.of(ordinal));
        let record = subject.as_ref().and_then(|subject| subject.key.clone());
        let mut related = Vec::with_capacity(draft.related.len());
        for (spot, message) in std::mem::take(&mut draft.related) {
            let (_, place) = self.origin.resolve(self.index, &spot, &self.related.next());
            let record = if record_of(&spot) == ordinal { record.clone() } else { self.related.key(&spot) };
            related.push(Related { record, place, message });
        }
        let about = related.first().and_then(|related| related.record.as_ref());
        let message = draft.message_about(record.as_ref(), about);
        let (whole, path) = match draft.spot {
            Spot::Header(path) => (Whole::Header, path),
            Spot::Record(_, path) | Spot::Input { path, .. } => (ordinal.map_or(Whole::Input, Whole::Record), path),
        };
        let value = match (&subject, whole) {
            (Some(subject), _) => &subject.value,
            (None, Whole::Header) => self.subjects.header_value(),
            (None, _) => &Value::Null,
        };
        let mut finding = Finding {
            code: draft.rule.code,
            rule: draft.rule.name.to_owned(),
            severity: (self.level_of)(draft.rule.code).unwrap_or(draft.severity),
            aspect: draft.aspect,
            record,
            item_code: subject.as_ref().and_then(|subject| subject.item_code()),
            body: None,
            place,
            source: subject.as_ref().and_then(|subject| self.subjects.cell(subject, &path)),
            related,
            found: draft.found,
            allowed: draft.allowed,
            expected: draft.expected,
            message,
            help: draft.help.or_else(|| own_help(draft.rule)),
            path,
            identity_path: None,
            fingerprint: String::new(),
        };
        let (known_by, identity_path) = self.fingerprints.of(&finding, draft.identity.as_ref(), whole, value);
        finding.identity_path = identity_path;
        if whole == Whole::Header {
            let header = Pointer::member("header");
            finding.path = header.join(&finding.path);
            finding.identity_path = finding.identity_path.map(|path| header.join(&path));
        }
        if let Some(of_source) = draft.of_source {
            finding.record = Some(of_source.record);
            finding.source = Some(of_source.cell);
        }
        Found {
            order,
            known_by,
            own_severity: draft.severity,
            answers: subject.and_then(|subject| subject.answers.clone()),
            finding,
        }
    }
}

/// The help of a rule of somebody's own, which nobody could look up.
fn own_help(rule: &Rule) -> Option<Message> {
    (rule.code.is_own() && !rule.help.en.is_empty()).then(|| rule.help.into())
}

/// The byte near which a spot stands.
fn start_of(index: &Facts, spot: &Spot) -> usize {
    match spot {
        Spot::Header(_) => 0,
        Spot::Record(ordinal, _) => index.records.record(*ordinal).map_or(0, |facts| facts.frame.start),
        Spot::Input { span, .. } => span.start,
    }
}
