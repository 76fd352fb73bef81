//! Faults that are planted on purpose, one after the other through the kinds below, each in records of its own.
//!
//! The records do not count in any statistic (items are suspended or are those of bodies of the city, licenses have no
//! issuer, the rest is counted by nobody), so the figures stay true. One rule speaks of each fault, once; what the county's
//! lists say of every item is added where a fault is not about that. Rules that judge as of a day find the faults planted by
//! hand on every day since 2024, those of the pages as of the day of the examples, 2026-11-23.
//!
//! A rule of which no fault is planted here is planted as its page shows it. Rules that need another catalog have none; one
//! that needs a term of the region, QD811, finds its fault where the check is given one.
//!
//! Left out are four rules that would hide the faults of others. QD002 and QD007 end the reading, and in a document so do
//! QD001 and QD004. In NDJSON these two lose one line; but then nobody knows what stood there, so no reference is called
//! dangling and no figure is counted, and the faults of QD009, QD701 and QD703 would not be found.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use qingdan::model::Kind;

mod basis;
mod codes;
mod completed;
mod duties;
mod figures;
mod form;
mod items;
mod licenses;
mod pages;

/// A fault, with the records that hold it.
pub(super) struct Fault {
    pub(super) rule: &'static str,
    /// Where the finding is expected: the record that holds the fault, and the path below it.
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) path: &'static str,
    pub(super) records: Vec<(Kind, Value)>,
    /// The member that the record has twice.
    pub(super) twice: Option<&'static str>,
}

type Plant = fn(usize) -> Fault;

/// The kinds of faults.
const PLANTS: [&[Plant]; 7] =
    [form::PLANTS, codes::PLANTS, basis::PLANTS, items::PLANTS, duties::PLANTS, licenses::PLANTS, figures::PLANTS];

/// Those that are found once a catalog, however often they are planted.
const ONCE: &[Plant] = duties::ONCE;

/// The rules that end reading, or hide what other rules would say.
const ENDING: [&str; 4] = ["QD001", "QD002", "QD004", "QD007"];

/// The rules whose faults stand in the header, of which there is one.
const OF_HEADER: [&str; 2] = ["QD810", "QD812"];

/// The most faults in one file: what tells them apart, such as the days of figures and the numbers in codes, runs out some
/// time after.
pub(super) const MOST: usize = 40_000;

/// So many faults, through all kinds again and again: those planted by hand, then those of the pages, and the first time
/// those that are found once.
pub(super) fn faults(number: usize) -> impl Iterator<Item = Fault> {
    let by_hand: Vec<Plant> = PLANTS.into_iter().flatten().copied().collect();
    let mut planted: BTreeSet<&str> = by_hand.iter().chain(ONCE).map(|plant| plant(0).rule).collect();
    planted.extend(ENDING.into_iter().chain(OF_HEADER));
    let of_pages = if number == 0 { Vec::new() } else { pages::shown(&planted) };
    let again = by_hand.len() + of_pages.len();
    (0..number).map(move |n| {
        let once = n.checked_sub(again).and_then(|at| ONCE.get(at));
        let kind = if n < again { n } else { n.saturating_sub(again + ONCE.len()) % again };
        let fault = match (once, by_hand.get(kind)) {
            (Some(plant), _) | (None, Some(plant)) => plant(n),
            (None, None) => of_pages[kind - by_hand.len()].plant(n),
        };
        completed::completed(fault)
    })
}

impl Fault {
    fn of(rule: &'static str, n: usize, path: &'static str, kind: Kind, record: Value) -> Self {
        Self { rule, kind, id: key(n), path, records: vec![(kind, record)], twice: None }
    }

    /// With another record, to which the first refers or which refers to it.
    fn beside(mut self, kind: Kind, record: Value) -> Self {
        self.records.push((kind, record));
        self
    }

    /// With the finding expected at another of its records.
    fn at(mut self, kind: Kind, id: String) -> Self {
        (self.kind, self.id) = (kind, id);
        self
    }
}

/// The id of the record of a fault.
fn key(n: usize) -> String {
    format!("fault-{n}")
}

/// The id of another record of a fault.
fn other_key(n: usize) -> String {
    format!("fault-{n}-a")
}

/// A record with other members in the place of some.
fn with(mut record: Value, members: Value) -> Value {
    if let (Value::Object(record), Value::Object(members)) = (&mut record, members) {
        record.extend(members);
    }
    record
}

fn organization(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    Fault::of(rule, n, path, Kind::Organization, body(n, members))
}

/// The record of a body.
fn body(n: usize, members: Value) -> Value {
    with(json!({ "id": key(n), "name": format!("第{n}号局"), "kind": "department" }), members)
}

fn power(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    let record = json!({
        "id": key(n), "name": format!("对第{n}号擅自取水行为的处罚"), "item_level": "main", "power_type": "penalty",
        "status": "suspended", "basis": [{ "title": "中华人民共和国水法", "articles": [{ "article": 69 }] }],
    });
    Fault::of(rule, n, path, Kind::PowerItem, with(record, members))
}

fn licensing(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    Fault::of(rule, n, path, Kind::LicensingItem, license_item(n, members))
}

/// The record of a licensing item.
fn license_item(n: usize, members: Value) -> Value {
    let record = json!({
        "id": key(n), "name": format!("第{n}号取水许可"), "item_level": "main", "status": "suspended",
        "set_by": [{ "title": "中华人民共和国水法", "articles": [{ "article": 7 }] }],
    });
    with(record, members)
}

/// A fault in a service, which stands beside its body.
fn service(rule: &'static str, n: usize, path: &'static str, of_body: Value, members: Value) -> Fault {
    Fault::of(rule, n, path, Kind::ServiceItem, service_item(n, members)).beside(Kind::Organization, body(n, of_body))
}

/// The record of a service of the body with the same number: a public service, which needs no basis.
fn service_item(n: usize, members: Value) -> Value {
    let record = json!({
        "id": key(n), "name": format!("第{n}号查询"), "item_level": "main", "service_type": "public_service",
        "status": "suspended", "organization": key(n),
    });
    with(record, members)
}
