//! Fingerprints of findings: the same for the same finding, wherever its record and the elements of its lists stand.

use std::collections::BTreeMap;

use serde_json::Value;

use super::found::Found;
use crate::finding::Finding;
use crate::fnv::Fnv;
use crate::model::Pointer;
use crate::rule::Identity;

/// The members that name an element among its siblings. All others are known by all that they say: a citation of the same
/// law may be put beside any.
const NAMING: &[&str] = &["id", "organization", "name"];

/// Lists longer than this are not searched for siblings that are named alike, so that the work stays linear.
const LONGEST: usize = 200;

/// What a finding is known by, before findings that are known alike are told apart: the path leads into the value.
pub(super) fn of(finding: &Finding, identity: Option<&Identity>, value: &Value, path: &Pointer) -> u64 {
    let mut hash = Fnv::default();
    let mut add = |part: &str| {
        hash.add(part.as_bytes());
        hash.add(&[0]);
    };
    add(&finding.code.to_string());
    if let Some(Identity::OfCatalog(about)) = identity {
        add(about);
        return hash.finish();
    }
    if let Some(record) = &finding.record {
        add(record.kind.tag());
        match &record.id {
            Some(id) => add(id.as_str()),
            // Its content is all by which it can be known.
            None => add(&value.to_string()),
        }
    }
    if let Some(Identity::OfRecord(about)) = identity {
        add(about);
        return hash.finish();
    }
    steps(value, path, &mut add);
    add(finding.found.as_deref().unwrap_or_default());
    hash.finish()
}

/// Shows the steps of a path, elements of lists by what names them.
fn steps(value: &Value, path: &Pointer, add: &mut impl FnMut(&str)) {
    let mut here = Some(value);
    for segment in path.segments() {
        let elements = here.and_then(Value::as_array);
        let element = elements.and_then(|elements| {
            let at: usize = segment.parse().ok()?;
            Some((elements, at, elements.get(at)?))
        });
        if let Some((elements, at, element)) = element {
            step_to(elements, at, element, add);
            here = Some(element);
        } else {
            add(&segment);
            here = here.and_then(|value| value.get(&segment));
        }
    }
}

/// Shows an element by its name, or by all that it says where no name is its own.
fn step_to(elements: &[Value], at: usize, element: &Value, add: &mut impl FnMut(&str)) {
    let siblings = if elements.len() <= LONGEST { elements } else { &[] };
    let is_its_own = |name: &&str| siblings.iter().filter(|other| named(other) == Some(*name)).count() < 2;
    if let Some(name) = named(element).filter(is_its_own) {
        add(name);
        return;
    }
    let said = said(element);
    let before = siblings.get(..at).unwrap_or_default();
    let equal = before.iter().filter(|other| named(other) == named(element) && self::said(other) == said).count();
    add(&said);
    add(&equal.to_string());
}

/// All that a value says, whatever the order of its lists.
fn said(value: &Value) -> String {
    match value {
        Value::Array(elements) => {
            let mut elements: Vec<String> = elements.iter().map(said).collect();
            elements.sort_unstable();
            format!("[{}]", elements.join(","))
        }
        Value::Object(members) => {
            let members: Vec<String> =
                members.iter().map(|(name, value)| format!("{name:?}:{}", said(value))).collect();
            format!("{{{}}}", members.join(","))
        }
        single => single.to_string(),
    }
}

fn named(element: &Value) -> Option<&str> {
    NAMING.iter().find_map(|member| element.get(member)?.as_str())
}

/// Writes the fingerprints: findings that are known alike are numbered, so that each has its own.
pub(super) fn write(found: &mut [Found]) {
    let mut alike: BTreeMap<u64, u64> = BTreeMap::new();
    for Found { finding, known_by, .. } in found {
        let number = alike.entry(*known_by).or_default();
        let mut hash = Fnv::default();
        hash.add(&known_by.to_be_bytes());
        hash.add(&number.to_be_bytes());
        *number = number.saturating_add(1);
        finding.fingerprint = format!("{:016x}", hash.finish());
    }
}
