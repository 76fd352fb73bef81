//! Faults in what a list of powers states beside the powers: responsibilities, accountability, supervision, and who acts at
//! which level.

use qingdan::model::Kind;
use serde_json::{Value, json};

use super::{Plant, body, key, other_key, power, with};

pub(super) const PLANTS: &[Plant] = &[
    |n| power("QD401", n, "/responsibilities", json!({ "responsibilities": [] })),
    |n| {
        let bare = json!({ "stage": "other", "content": "依法查处擅自取水行为" });
        power("QD402", n, "/responsibilities/0/basis", json!({ "responsibilities": [bare] }))
    },
    |n| {
        let told = json!([duty("file", "发现擅自取水的予以立案"), duty("decide", "对擅自取水作出处罚决定")]);
        power("QD403", n, "/responsibilities", json!({ "responsibilities": told }))
    },
    |n| power("QD404", n, "/accountability", json!({ "accountability": [] })),
    |n| {
        let bare = json!([{ "circumstance": "对擅自取水不予查处" }]);
        power("QD404", n, "/accountability", json!({ "accountability": bare }))
    },
    |n| {
        let alike = |id: String| {
            let members = json!({
                "id": id, "name": format!("对{id}号擅自取水行为的处罚"),
                "authorities": [{ "organization": key(n), "role": "decide" }],
                "responsibilities": [duty("other", "严格依照法定程序实施，加强事中事后监管，按规定公开有关信息，接受社会监督")],
            });
            power("QD405", n, "/responsibilities/0/content", members)
        };
        let another = |id: String| alike(id).records.remove(0).1;
        alike(key(n))
            .beside(Kind::PowerItem, another(other_key(n)))
            .beside(Kind::PowerItem, another(format!("{}-b", key(n))))
            .beside(Kind::Organization, body(n, json!({})))
    },
    |n| power("QD410", n, "/supervision", json!({ "supervision": null })),
    |n| {
        let members = json!({ "authorities": [{ "organization": key(n), "role": "decide" }] });
        let abolished = json!({ "abolished": { "on": "2023-03-01" } });
        power("QD413", n, "/authorities/0/organization", members).beside(Kind::Organization, body(n, abolished))
    },
    |n| {
        let members =
            json!({ "name": format!("第{n}号取水备案"), "power_type": "other_power", "initiation": "on_application" });
        power("QD415", n, "/name", members)
    },
];

/// One finding a level.
pub(super) const ONCE: &[Plant] = &[|n| power("QD412", n, "/levels", json!({ "levels": ["prefectural", "county"] }))];

/// A responsibility with its basis.
fn duty(stage: &str, content: &str) -> Value {
    let basis = json!([{ "title": "中华人民共和国行政处罚法", "articles": [{ "article": 54 }] }]);
    with(json!({ "stage": stage, "content": content }), json!({ "basis": basis }))
}
