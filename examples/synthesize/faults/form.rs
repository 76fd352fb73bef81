//! Faults of reading: form, ids, references and texts.

use qingdan::model::Kind;
use serde_json::{Value, json};

use super::{Fault, Plant, key, other_key, with};

pub(super) const PLANTS: &[Plant] = &[
    |n| Fault { twice: Some("operation"), ..adjustment("QD003", n, "/operation", json!({})) },
    |n| adjustment("QD005", n, "/operation", json!({ "operation": "abolish" })),
    |n| adjustment("QD006", n, "/decided_at", json!({ "decided_at": "2024-05-01" })),
    |n| {
        let mut fault = adjustment("QD008", n, "/id", json!({}));
        fault.records.extend_from_within(..);
        fault
    },
    |n| adjustment("QD009", n, "/decided_by", json!({ "decided_by": format!("nobody-{n}") })),
    |n| adjustment("QD010", n, "/name", json!({ "name": format!("第{n}号调整\u{200b}") })),
    |n| adjustment("QD011", n, "/name", json!({ "name": format!("详见第{n}号附件") })),
    |n| dragged(n),
    |n| adjustment("QD207", n, "/decided_on", json!({ "decided_on": "2023-02-29" })),
];

fn adjustment(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    let record = json!({
        "id": key(n), "name": format!("第{n}号调整"), "item_kind": "power_item", "operation": "rename",
        "basis": [{ "title": "优化营商环境条例", "articles": [{ "article": 65 }] }],
    });
    Fault::of(rule, n, path, Kind::Adjustment, with(record, members))
}

/// Three rows of a source with a date that was dragged down a column.
fn dragged(n: usize) -> Fault {
    let row =
        |row: usize| json!({ "decided_on": format!("2023-05-0{row}"), "source": { "source": key(n), "row": row } });
    let [first, second, third] = [row(1), row(2), row(3)];
    let below =
        |id: String, members: Value| with(adjustment("QD012", n, "", members).records.remove(0).1, json!({ "id": id }));
    adjustment("QD012", n, "/decided_on", first)
        .beside(Kind::Adjustment, below(other_key(n), second))
        .beside(Kind::Adjustment, below(format!("{}-b", key(n)), third))
}
