//! Faults in published figures.

use qingdan::model::Kind;
use serde_json::{Value, json};

use super::{Fault, Plant, key, other_key, with};

pub(super) const PLANTS: &[Plant] = &[
    |n| figure("QD701", n, "/value", json!({ "metric": "items", "measure": "count", "value": "1" })),
    |n| {
        let value =
            json!({ "metric": "online", "measure": "rate", "value": "97.00", "total": "33", "as_of": old_day(n) });
        figure("QD702", n, "/value", value)
    },
    |n| {
        let value = json!({ "metric": "no_visit", "measure": "rate", "value": "1.01", "total": "1480" });
        figure("QD703", n, "/value", value)
    },
    |n| {
        let parts = json!([{ "label": "一", "value": "9" }, { "label": "二", "value": "4" }]);
        let value = json!({ "metric": "满意件", "measure": "count", "value": "17", "parts": parts });
        figure("QD704", n, "/value", value)
    },
    |n| {
        let undefined = json!({ "metric": "满意度", "measure": "rate", "value": "99.10", "definition": null });
        figure("QD705", n, "", undefined)
    },
    |n| {
        let part = json!({ "metric": "configured", "measure": "count", "value": "1265", "as_of": old_day(n) });
        let whole = json!({ "id": other_key(n), "metric": "linked", "value": "1237" });
        let whole = record(n, with(part.clone(), whole));
        figure("QD706", n, "/value", part).beside(Kind::PublishedFigure, whole)
    },
    |n| {
        let value = json!({ "metric": "online", "measure": "rate", "value": "96.35", "numerator": "1425",
            "total": "1480", "as_of": old_day(n) });
        figure("QD707", n, "/value", value)
    },
];

fn figure(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    Fault::of(rule, n, path, Kind::PublishedFigure, record(n, members))
}

fn record(n: usize, members: Value) -> Value {
    let record = json!({
        "id": key(n), "statement": format!("第{n}号数据"), "definition": "见统计说明",
        "counts": { "kind": "service_item", "unit": "implementation_item" },
    });
    with(record, members)
}

/// A day before the edition, another one for each fault: figures of other days are not compared.
fn old_day(n: usize) -> String {
    format!("{}-{:02}-{:02}", 1900 + n / 336, 1 + n / 28 % 12, 1 + n % 28)
}
