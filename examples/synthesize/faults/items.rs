//! Faults in items: limits, supervision, who decides, and what electronic licenses stand in for.

use qingdan::model::Kind;
use serde_json::json;

use super::{Fault, Plant, body, key, license_item, licensing, organization, other_key, service_item};

pub(super) const PLANTS: &[Plant] = &[
    |n| {
        let members = json!({
            "statutory_limits": [{ "amount": 20, "unit": "working_day" }],
            "promised_limits": [{ "amount": 21 + n % 20, "unit": "working_day" }],
        });
        licensing("QD307", n, "/promised_limits/0/amount", members)
    },
    |n| licensing("QD312", n, "/supervisors", json!({ "conditions": ["有取水计量设施"], "supervisors": [] })),
    |n| {
        let members = json!({ "authorities": [{ "organization": key(n), "role": "decide" }] });
        Fault::of("QD318", n, "/name", Kind::LicensingItem, license_item(n, members))
            .beside(Kind::Organization, body(n, json!({})))
    },
    // The division of the catalog is not always that of an example.
    |n| {
        let here =
            json!({ "license_validity": { "territory": "本行政区域内" }, "name": format!("第{n}号食品经营许可") });
        licensing("QD331", n, "/license_validity/territory", here)
    },
    // One body for the licenses of two departments.
    |n| {
        let of = |id: &str, department: &str| {
            let members = json!({
                "id": id, "name": format!("{id}号取水许可"), "competent_department": department,
                "authorities": [{ "organization": key(n), "role": "decide" }],
            });
            license_item(n, members)
        };
        let department = |id: &str| body(n, json!({ "id": id, "name": format!("{id}号部门") }));
        let (one, another) = (other_key(n), format!("{}-b", key(n)));
        organization("QD329", n, "/concentration", json!({}))
            .beside(Kind::Organization, department(&one))
            .beside(Kind::Organization, department(&another))
            .beside(Kind::LicensingItem, of(&one, &one))
            .beside(Kind::LicensingItem, of(&another, &another))
    },
    |n| {
        let link = json!({ "id": key(n), "service_item": key(n), "material": "m", "mode": "e_license", "state": "configured" });
        let materials = json!({ "materials": [{ "id": "m", "name": "营业执照", "kind": "document" }] });
        Fault::of("QD608", n, "/license_type", Kind::LicenseLink, link)
            .beside(Kind::Organization, body(n, json!({ "kind": "public_institution" })))
            .beside(Kind::ServiceItem, service_item(n, materials))
    },
];
