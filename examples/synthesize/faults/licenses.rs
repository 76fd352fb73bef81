//! Faults in issued electronic licenses, each with an identifier of its own.

use qingdan::model::Kind;
use serde_json::{Value, json};

use super::codes::own_identifier;
use super::{Fault, Plant, key, other_key, with};

pub(super) const PLANTS: &[Plant] = &[
    |n| license("QD611", n, "/seal", json!({ "seal": null })),
    |n| license("QD611", n, "/seal/sealed", json!({ "seal": { "sealed": false } })),
    |n| {
        let days = json!({ "valid_from": "2023-06-01", "valid_until": "2022-05-31" });
        license("QD612", n, "/valid_until", days)
    },
    |n| {
        let history = json!([{ "status": "valid", "on": "2022-01-15" }, { "status": "cancelled", "on": "2023-06-01" }]);
        license("QD613", n, "/status", json!({ "status_history": history }))
    },
    |n| {
        let second = with(record(n), json!({ "id": other_key(n) }));
        let fault = license("QD614", n, "/identifier", json!({})).beside(Kind::License, second);
        fault.at(Kind::License, other_key(n))
    },
];

fn license(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    Fault::of(rule, n, path, Kind::License, with(record(n), members))
}

/// The record of a license in order.
fn record(n: usize) -> Value {
    json!({
        "id": key(n), "identifier": own_identifier(n).as_str(), "status": "valid",
        "seal": { "sealed": true, "verified": true },
    })
}
