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
        let ([at], ExampleInput::Records(text), None) = (&*example.at, example.input, example.superior) else {
            return None;
        };
        let (array, rest) = at.strip_prefix('/')?.split_once('/')?;
        let position = rest.split('/').next()?;
        let place = (Kind::from_array(array)?, position.parse::<usize>().ok()?);
        let arrays: BTreeMap<String, Vec<Value>> = serde_json::from_str(text).ok()?;
        let (mut about, mut records) = (None, Vec::new());
        for (array, of_kind) in arrays {
            let kind = Kind::from_array(&array)?;
            for (index, record) in of_kind.into_iter().enumerate() {
                if (kind, index) == place {
                    about = Some(records.len());
                }
                records.push((kind, record));
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
        let own = |(kind, record): &(Kind, Value)| {
            let mut record = renamed(record, &ids);
            if let Some(name) = record["name"].as_str() {
                record = with(record.clone(), json!({ "name": format!("第{n}号{name}") }));
            }
            if Item::KINDS.contains(kind) && record["status"].is_null() {
                record = with(record, json!({ "status": "suspended" }));
            }
            (*kind, record)
        };
        let records: Vec<(Kind, Value)> = self.records.iter().map(own).collect();
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
