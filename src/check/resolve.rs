//! From drafts to findings: places, records and what else is worked out only of what is shown.

use serde_json::Value;

use super::fingerprint;
use super::found::Found;
use super::origin::{Origin, record_of};
use super::subject::Subjects;
use crate::facts::Facts;
use crate::finding::{Finding, Related};
use crate::lang::Message;
use crate::model::Header;
use crate::rule::{Draft, Rule};
use crate::spot::Spot;

/// The findings in the order of their places.
pub(super) fn findings(
    drafts: &[Draft],
    origin: &Origin<'_, '_>,
    index: &Facts,
    header: Option<&Header>,
) -> Vec<Finding> {
    let mut subjects = Subjects::new(origin, index, header);
    let mut found: Vec<Found> = drafts.iter().map(|draft| finding(origin, index, draft, &mut subjects)).collect();
    found.sort_by(|a, b| a.key.cmp(&b.key));
    fingerprint::write(&mut found);
    subjects.name_bodies(&mut found);
    found.into_iter().map(|found| found.finding).collect()
}

fn finding(origin: &Origin<'_, '_>, index: &Facts, draft: &Draft, subjects: &mut Subjects<'_, '_, '_>) -> Found {
    let (order, path, place) = origin.resolve(index, &draft.spot);
    let ordinal = record_of(&draft.spot);
    let subject = ordinal.map(|ordinal| subjects.of(ordinal));
    let related = draft.related.iter().map(|(spot, message)| {
        let (_, _, place) = origin.resolve(index, spot);
        let other = record_of(spot);
        let record = if other == ordinal {
            subject.as_ref().and_then(|subject| subject.key.clone())
        } else {
            other.and_then(|other| origin.key(index, other))
        };
        Related { record, place, message: message.clone() }
    });
    let related: Vec<Related> = related.collect();
    let record = subject.as_ref().and_then(|subject| subject.key.clone());
    let message = draft.message_about(record.as_ref(), related.first().and_then(|related| related.record.as_ref()));
    let finding = Finding {
        code: draft.rule.code,
        rule: draft.rule.name.to_owned(),
        severity: draft.severity,
        aspect: draft.aspect,
        record,
        body: None,
        place,
        source: subject.as_ref().and_then(|subject| subjects.cell(subject, &path)),
        related,
        found: draft.found.clone(),
        allowed: draft.allowed.clone(),
        expected: draft.expected.clone(),
        message,
        help: draft.help.clone().or_else(|| own_help(draft.rule)),
        path,
        fingerprint: String::new(),
    };
    let (value, within) = match (&subject, &draft.spot) {
        (Some(subject), _) => (&subject.value, &finding.path),
        (None, Spot::Header(path)) => (subjects.header_value(), path),
        (None, _) => (&Value::Null, &finding.path),
    };
    let known_by = fingerprint::of(&finding, draft.identity.as_ref(), value, within);
    let key = (order, finding.path.to_string(), finding.code);
    Found { key, known_by, answers: subject.and_then(|subject| subject.answers.clone()), finding }
}

/// The help of a rule of somebody's own, which nobody could look up.
fn own_help(rule: &Rule) -> Option<Message> {
    (rule.code.is_own() && !rule.help.en.is_empty()).then(|| rule.help.into())
}
