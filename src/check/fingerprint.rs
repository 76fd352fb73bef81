//! Fingerprints of findings: the same for the same finding, wherever its record and the elements of its lists stand.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::found::Found;
use crate::finding::{Finding, RuleCode};
use crate::fnv::Fnv;
use crate::model::Pointer;
use crate::rule::Identity;

/// The members that name an element among its siblings. All others are known by all that they say: a citation of the same
/// law may be put beside any.
const NAMING: &[&str] = &["id", "organization", "name"];

/// Lists longer than this are not searched for siblings that are named alike, so that the work stays linear.
const LONGEST: usize = 200;

/// What findings are known by. Findings come record by record and, of each rule, in the order of their paths; so what two
/// have in common is worked out once.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    /// Of each rule, the steps to its last finding.
    last: BTreeMap<RuleCode, Steps>,
    /// Of lists of the record looked at last, by their paths: how many equal elements stand before each.
    equal: HashMap<String, Vec<usize>>,
    whole: Whole,
}

/// In what a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Whole {
    #[default]
    Input,
    Header,
    Record(u32),
}

/// The steps to a finding, each with the hash up to it.
#[derive(Debug)]
struct Steps {
    whole: Whole,
    /// Before the first step.
    begin: Fnv,
    taken: Vec<Step>,
}

/// One step.
#[derive(Debug)]
struct Step {
    segment: String,
    /// What the step is called whatever the order of its list; none where that is the segment.
    by_identity: Option<String>,
    /// Up to it.
    hash: Fnv,
}

impl Steps {
    /// The path by identity; none where it is the path itself.
    fn by_identity(&self) -> Option<Pointer> {
        if self.taken.iter().all(|step| step.by_identity.is_none()) {
            return None;
        }
        let mut path = Pointer::default();
        for step in &self.taken {
            path.push(step.by_identity.as_ref().unwrap_or(&step.segment));
        }
        Some(path)
    }
}

impl Fingerprints {
    /// What a finding is known by, before findings that are known alike are told apart, and its path by identity: the path
    /// leads into the value.
    pub(super) fn of(
        &mut self,
        finding: &Finding,
        identity: Option<&Identity>,
        whole: Whole,
        value: &Value,
    ) -> (u64, Option<Pointer>) {
        if self.whole != whole {
            self.whole = whole;
            self.equal.clear();
        }
        let last = self.last.remove(&finding.code).filter(|last| last.whole == whole && whole != Whole::Input);
        let mut steps = last.unwrap_or_else(|| Steps { whole, begin: begin(finding, value), taken: Vec::new() });
        let (mut hash, at) = self.follow(&mut steps, &finding.path, value);
        let by_identity = steps.by_identity();
        let begin = steps.begin;
        self.last.insert(finding.code, steps);
        let about = match identity {
            Some(Identity::OfCatalog(about)) => Some((of_rule(finding), about)),
            Some(Identity::OfRecord(about)) => Some((begin, about)),
            _ => None,
        };
        if let Some((mut hash, about)) = about {
            add(&mut hash, about);
            return (hash.finish(), by_identity);
        }
        let found = finding.found.as_deref().unwrap_or_default();
        match at {
            // A list or an object was found, as it is written: blanks and the order of members say nothing.
            Some(value @ (Value::Array(_) | Value::Object(_))) if found.starts_with(['[', '{']) => {
                add(&mut hash, &said(value));
            }
            _ => add(&mut hash, found),
        }
        (hash.finish(), by_identity)
    }

    /// Takes the steps of a path, elements of lists by what names them; gives the hash up to its end, and what stands there.
    fn follow<'v>(&mut self, steps: &mut Steps, path: &Pointer, value: &'v Value) -> (Fnv, Option<&'v Value>) {
        let mut here = Some(value);
        let (mut hash, mut is_known) = (steps.begin, true);
        for (depth, segment) in path.segments().enumerate() {
            let list = here.and_then(Value::as_array);
            let element = list.and_then(|list| {
                let at: usize = segment.parse().ok()?;
                Some((list, at, list.get(at)?))
            });
            is_known = is_known && steps.taken.get(depth).is_some_and(|known| known.segment == segment);
            if !is_known {
                let by_identity = if let Some((list, at, element)) = element {
                    Some(self.step_to((list, &path.first(depth)), at, element, &mut |part| add(&mut hash, part)))
                } else {
                    add(&mut hash, &segment);
                    None
                };
                steps.taken.truncate(depth);
                steps.taken.push(Step { segment: segment.clone(), by_identity, hash });
            } else if let Some(known) = steps.taken.get(depth) {
                hash = known.hash;
            }
            here = match element {
                Some((.., element)) => Some(element),
                None => here.and_then(|value| value.get(&segment)),
            };
        }
        (hash, here)
    }

    /// Shows an element by its name, or by all that it says where no name is its own; gives what it is called.
    fn step_to(
        &mut self,
        (elements, path): (&[Value], &Pointer),
        at: usize,
        element: &Value,
        add: &mut impl FnMut(&str),
    ) -> String {
        let siblings = if elements.len() <= LONGEST { elements } else { &[] };
        let is_its_own = |name: &&str| siblings.iter().filter(|other| named(other) == Some(*name)).count() < 2;
        if let Some(name) = named(element).filter(is_its_own) {
            add(name);
            return name.to_owned();
        }
        let equal = self.equal.entry(path.to_string()).or_insert_with(|| equal_before(elements));
        let (said, before) = (said(element), equal.get(at).copied().unwrap_or_default().to_string());
        add(&said);
        add(&before);
        let mut digest = Fnv::default();
        digest.add(said.as_bytes());
        digest.add(before.as_bytes());
        // A digest of 32 bits tells the elements of one list apart.
        format!("#{:08x}", digest.finish() >> 32)
    }
}

fn add(hash: &mut Fnv, part: &str) {
    hash.add_part(part.as_bytes());
}

/// The hash of a rule.
fn of_rule(finding: &Finding) -> Fnv {
    let mut hash = Fnv::default();
    add(&mut hash, &finding.code.to_string());
    hash
}

/// The hash of a rule and a record.
fn begin(finding: &Finding, value: &Value) -> Fnv {
    let mut hash = of_rule(finding);
    if let Some(record) = &finding.record {
        add(&mut hash, record.kind.tag());
        match &record.id {
            Some(id) => add(&mut hash, id.as_str()),
            // Its content is all by which it can be known.
            None => add(&mut hash, &said(value)),
        }
    }
    hash
}

/// For each element of a list, how many that are named alike and say the same stand before it.
fn equal_before(elements: &[Value]) -> Vec<usize> {
    let mut seen: HashMap<(Option<&str>, String), usize> = HashMap::new();
    let before = elements.iter().map(|element| {
        let count = seen.entry((named(element), said(element))).or_default();
        let before = *count;
        *count = before.saturating_add(1);
        before
    });
    before.collect()
}

/// All that a value says, whatever the order of its lists, and whether what is absent is left out, `null` or empty.
fn said(value: &Value) -> String {
    match value {
        Value::Array(elements) => {
            let mut elements: Vec<String> = elements.iter().map(said).collect();
            elements.sort_unstable();
            format!("[{}]", elements.join(","))
        }
        Value::Object(members) => {
            let members = members.iter().filter(|(_, value)| !is_absent(value));
            let members: Vec<String> = members.map(|(name, value)| format!("{name:?}:{}", said(value))).collect();
            format!("{{{}}}", members.join(","))
        }
        single => single.to_string(),
    }
}

fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
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
