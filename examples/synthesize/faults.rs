//! Faults that are planted on purpose, one after the other through the kinds below, each in records of its own.
//!
//! The records do not count in any statistic (items are suspended, the rest is counted by nobody), so the figures
//! stay true. Left out are QD001, QD002, QD004 and QD007, which end reading, and QD104, QD108 to QD115, QD117 and QD119, whose
//! faults stand in codes that belong to whole chains of records; the rules' own examples show those.

use qingdan::code::CreditCode;
use qingdan::model::Kind;
use serde_json::{Value, json};

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
const PLANTS: &[Plant] = &[
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
    |n| adjustment("QD011", n, "/name", json!({ "name": "/" })),
    |n| {
        let code = credit_code(n);
        organization("QD101", n, "/credit_code", json!({ "credit_code": code.get(..17) }))
    },
    |n| {
        let code = credit_code(n);
        let (start, check) = code.split_at(17);
        let wrong = if check == "0" { "1" } else { "0" };
        organization("QD102", n, "/credit_code", json!({ "credit_code": format!("{start}{wrong}") }))
    },
    |n| {
        let other = credit_code(n + 1);
        let code = other.get(8..17);
        organization("QD103", n, "/credit_code", json!({ "credit_code": credit_code(n), "organization_code": code }))
    },
    |n| organization("QD105", n, "/division", json!({ "division": "15062" })),
    |n| organization("QD106", n, "/division", json!({ "division": "990100" })),
    |n| power("QD107", n, "/code", json!({ "code": format!("甲{n}") })),
    |n| {
        let record = json!({ "id": key(n), "name": format!("第{n}号证"), "code": format!("0123456789{n}") });
        Fault::of("QD116", n, "/code", Kind::LicenseType, record)
    },
    |n| {
        let code = credit_code(n);
        let mut fault = organization("QD118", n, "/credit_code", json!({ "credit_code": code }));
        let second = json!({ "id": format!("{}-a", key(n)), "name": format!("另一个名称{n}"), "kind": "department", "credit_code": code });
        fault.records.push((Kind::Organization, second));
        fault.id = format!("{}-a", fault.id);
        fault
    },
    |n| power("QD201", n, "/basis", json!({ "basis": [] })),
    |n| power("QD202", n, "/basis/0/articles", json!({ "basis": [{ "title": "中华人民共和国水法" }] })),
    |n| adjustment("QD207", n, "/decided_on", json!({ "decided_on": "2023-02-29" })),
    |n| {
        let mut fault = power("QD307", n, "/promised_limits/0/amount", json!({}));
        fault.kind = Kind::LicensingItem;
        let record = json!({
            "id": key(n), "name": format!("第{n}号取水许可"), "item_level": "main", "status": "suspended",
            "set_by": [{ "title": "中华人民共和国水法", "articles": [{ "article": 7 }] }],
            "statutory_limits": [{ "amount": 20, "unit": "working_day" }],
            "promised_limits": [{ "amount": 21 + n % 20, "unit": "working_day" }],
        });
        fault.records = vec![(Kind::LicensingItem, record)];
        fault
    },
    |n| {
        let link = json!({
            "id": key(n), "service_item": format!("{}-s", key(n)), "material": "m", "mode": "e_license", "state": "configured",
        });
        let mut fault = Fault::of("QD608", n, "/license_type", Kind::LicenseLink, link);
        let body =
            json!({ "id": format!("{}-o", key(n)), "name": format!("第{n}号服务中心"), "kind": "public_institution" });
        let service = json!({
            "id": format!("{}-s", key(n)), "name": format!("第{n}号查询"), "item_level": "main",
            "service_type": "public_service", "status": "suspended", "organization": format!("{}-o", key(n)),
            "materials": [{ "id": "m", "name": "营业执照", "kind": "document" }],
        });
        fault.records.insert(0, (Kind::Organization, body));
        fault.records.insert(1, (Kind::ServiceItem, service));
        fault
    },
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
    |n| figure("QD705", n, "", json!({ "metric": "满意度", "measure": "rate", "value": "99.10" })),
    |n| {
        let part = json!({ "metric": "configured", "measure": "count", "value": "1265", "as_of": old_day(n) });
        let mut fault = figure("QD706", n, "/value", part);
        let mut whole = fault.records.first().map(|(_, record)| record.clone()).unwrap_or_default();
        whole["id"] = format!("{}-a", key(n)).into();
        whole["metric"] = "linked".into();
        whole["value"] = "1237".into();
        fault.records.push((Kind::PublishedFigure, whole));
        fault
    },
];

/// So many faults, through all kinds again and again.
pub(super) fn faults(number: usize) -> impl Iterator<Item = Fault> {
    PLANTS.iter().cycle().take(number).enumerate().map(|(number, plant)| plant(number))
}

fn key(n: usize) -> String {
    format!("fault-{n}")
}

/// A day before the edition, another one for each fault: figures of other days are not compared.
fn old_day(n: usize) -> String {
    format!("{}-{:02}-{:02}", 1900 + n / 336, 1 + n / 28 % 12, 1 + n % 28)
}

/// A credit code that no other record has, valid in every part.
fn credit_code(n: usize) -> String {
    let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let subject = format!("QF{n:06}");
    let weights = [3, 7, 9, 10, 5, 8, 4, 2];
    let value = |c: char| if c.is_ascii_digit() { c as u32 - 48 } else { c as u32 - 55 };
    let sum: u32 = subject.chars().zip(weights).map(|(c, weight)| value(c) * weight).sum();
    let organization = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    };
    let start = format!("11150625{subject}{organization}");
    let candidates = alphabet.chars().map(|check| format!("{start}{check}"));
    let mut valid = candidates.filter(|code| CreditCode::parse(code).is_ok());
    valid.next().unwrap_or(start)
}

impl Fault {
    fn of(rule: &'static str, n: usize, path: &'static str, kind: Kind, record: Value) -> Self {
        Self { rule, kind, id: key(n), path, records: vec![(kind, record)], twice: None }
    }
}

/// A record with other members in the place of some.
fn with(mut record: Value, members: Value) -> Value {
    if let (Value::Object(record), Value::Object(members)) = (&mut record, members) {
        record.extend(members);
    }
    record
}

fn adjustment(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    let record =
        json!({ "id": key(n), "name": format!("第{n}号调整"), "item_kind": "power_item", "operation": "rename" });
    Fault::of(rule, n, path, Kind::Adjustment, with(record, members))
}

fn organization(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    let record = json!({ "id": key(n), "name": format!("第{n}号局"), "kind": "department" });
    Fault::of(rule, n, path, Kind::Organization, with(record, members))
}

fn power(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    let basis = json!([{ "title": "中华人民共和国水法", "articles": [{ "article": 69 }] }]);
    let record = json!({
        "id": key(n), "name": format!("对第{n}号擅自取水行为的处罚"), "item_level": "main", "power_type": "penalty",
        "status": "suspended", "basis": basis,
    });
    Fault::of(rule, n, path, Kind::PowerItem, with(record, members))
}

fn figure(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    let definition = if rule == "QD705" { json!({}) } else { json!({ "definition": "见统计说明" }) };
    let record = json!({
        "id": key(n), "statement": format!("第{n}号数据"),
        "counts": { "kind": "service_item", "unit": "implementation_item" },
    });
    Fault::of(rule, n, path, Kind::PublishedFigure, with(with(record, definition), members))
}
