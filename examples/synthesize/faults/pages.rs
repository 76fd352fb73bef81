//! Faults that the pages of rules show: of each rule of which none is planted by hand, its first example that fails.
//!
//! Planted by hand is what an example cannot show many times in one catalog: codes that nobody else may have, bodies and
//! bundles that figures count, and several ways in which one rule speaks.

use std::collections::{BTreeMap, BTreeSet};

use qingdan::model::{Item, Kind};
use qingdan::rule::{Example, ExampleInput, Rule, Shows};
use qingdan::rules;
use serde_json::{Value, json};

use super::{Fault, key, with};

/// The records of an example in which a rule speaks once.
#[derive(Debug)]
pub(super) struct Shown {
    rule: &'static str,
    /// Which of the records the finding is about, and the path below it.
    about: usize,
    path: &'static str,
    records: Vec<(Kind, Value)>,
}

/// What the pages show of the rules that are not among those planted.
pub(super) fn shown(planted: &BTreeSet<&str>) -> Vec<Shown> {
    let rules = rules::all().map(|rule| (rule, rule.code.to_string()));
    let others = rules.filter(|(_, code)| !planted.contains(code.as_str()));
    let of_rule = |(rule, code): (&Rule, String)| {
        // As long as the program runs, as with those written by hand.
        let code: &'static str = code.leak();
        let mut fails = rule.examples().filter(|example| example.shows == Shows::Fails);
        fails.find_map(|example| Shown::of(code, &example))
    };
    others.filter_map(of_rule).collect()
}

impl Shown {
    /// The records of an example of one finding; none where another catalog or broken text is shown.
    fn of(rule: &'static str, example: &Example) -> Option<Self> {
        let is_alone =
            [example.superior, example.previous, example.suppressions, example.baseline].iter().all(Option::is_none);
        let [at] = &*example.at else { return None };
        if !is_alone {
            return None;
        }
        // What the header of an example declares is true of a county: its lists are complete, and hold all columns.
        let (ExampleInput::Records(text) | ExampleInput::Whole(text)) = example.input else { return None };
        let (array, rest) = at.strip_prefix('/')?.split_once('/')?;
        let position = rest.split('/').next()?;
        let place = (Kind::from_array(array)?, position.parse::<usize>().ok()?);
        let document: BTreeMap<String, Value> = serde_json::from_str(text).ok()?;
        let (mut about, mut records) = (None, Vec::new());
        for (array, of_kind) in document.iter().filter(|(member, _)| *member != "header") {
            let kind = Kind::from_array(array)?;
            for (index, record) in of_kind.as_array()?.iter().enumerate() {
                if (kind, index) == place {
                    about = Some(records.len());
                }
                records.push((kind, record.clone()));
            }
        }
        Some(Self { rule, about: about?, path: rest.get(position.len()..)?, records })
    }

    /// The fault for the n-th time: with ids and names of its own, and items that count in no statistic.
    pub(super) fn plant(&self, n: usize) -> Fault {
        let mut ids: BTreeMap<&str, String> = BTreeMap::new();
        for (at, (_, record)) in self.records.iter().enumerate() {
            if let Some(id) = record["id"].as_str() {
                let own = if at == self.about { key(n) } else { format!("{}-{id}", key(n)) };
                ids.insert(id, own);
            }
        }
        // A bundle has no status, and its services must not be suspended; nor must those of which it is told that they are
        // offered.
        let holds = |wanted: Kind| self.records.iter().any(|(kind, _)| *kind == wanted);
        let is_offered = holds(Kind::Bundle) || self.records.iter().any(|(_, record)| record["status"] == "in_use");
        let own = |(kind, record): &(Kind, Value)| {
            let mut record = renamed(record, &ids);
            if let Some(name) = record["name"].as_str() {
                record = with(record.clone(), json!({ "name": format!("第{n}号{name}") }));
            }
            if Item::KINDS.contains(kind) && record["status"].is_null() {
                record["status"] = json!(if is_offered { "in_use" } else { "suspended" });
            }
            (*kind, record)
        };
        let mut records: Vec<(Kind, Value)> = self.records.iter().map(own).collect();
        if is_offered || holds(Kind::Delegation) {
            // Of the city above: what bodies of another division do, or take over, counts in no figure of a county.
            for (_, body) in records.iter_mut().filter(|(kind, _)| *kind == Kind::Organization) {
                if body["kind"] != "government" {
                    body["division"] = json!("150600");
                }
            }
        }
        Fault { rule: self.rule, kind: self.records[self.about].0, id: key(n), path: self.path, records, twice: None }
    }
}

/// A value in which each of these ids is another one.
fn renamed(value: &Value, ids: &BTreeMap<&str, String>) -> Value {
    match value {
        Value::String(text) => ids.get(text.as_str()).map_or_else(|| value.clone(), |id| json!(id)),
        Value::Array(elements) => elements.iter().map(|element| renamed(element, ids)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| (name.clone(), renamed(member, ids)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        _ => value.clone(),
    }
}
