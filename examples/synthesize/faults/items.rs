//! Faults in items: limits, and what electronic licenses stand in for.

use qingdan::model::Kind;
use serde_json::json;

use super::{Fault, Plant, body, key, licensing, service_item};

pub(super) const PLANTS: &[Plant] = &[
    |n| {
        let members = json!({
            "statutory_limits": [{ "amount": 20, "unit": "working_day" }],
            "promised_limits": [{ "amount": 21 + n % 20, "unit": "working_day" }],
        });
        licensing("QD307", n, "/promised_limits/0/amount", members)
    },
    |n| {
        let link = json!({ "id": key(n), "service_item": key(n), "material": "m", "mode": "e_license", "state": "configured" });
        let materials = json!({ "materials": [{ "id": "m", "name": "营业执照", "kind": "document" }] });
        Fault::of("QD608", n, "/license_type", Kind::LicenseLink, link)
            .beside(Kind::Organization, body(n, json!({ "kind": "public_institution" })))
            .beside(Kind::ServiceItem, service_item(n, materials))
    },
];
