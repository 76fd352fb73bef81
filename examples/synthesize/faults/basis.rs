//! Faults in what items rest on. The instruments are real where the facts of the library decide, and else invented and
//! described in the file.
//!
//! Two forms are left out. An article that only an older edition had is a warning of QD204, and QD203 speaks of that edition
//! too. A document that has run out by the default of its region is a warning of QD208 in catalogs of that region alone,
//! and not in those of the whole country.

use qingdan::model::Kind;
use serde_json::{Value, json};

use super::{Fault, Plant, key, other_key, power, with};

pub(super) const PLANTS: &[Plant] = &[
    |n| power("QD201", n, "/basis", json!({ "basis": [] })),
    // A main item and one of its sub-items; the other has a basis.
    |n| {
        let part = |id: String, basis: Value| {
            let members = json!({ "id": id, "item_level": "sub", "parent": key(n), "basis": basis });
            power("QD201", n, "", members).records.remove(0).1
        };
        let law = json!([{ "title": "中华人民共和国水法", "articles": [{ "article": 69 }] }]);
        power("QD201", n, "/basis", json!({ "basis": [] }))
            .beside(Kind::PowerItem, part(other_key(n), law))
            .beside(Kind::PowerItem, part(format!("{}-b", key(n)), json!([])))
    },
    |n| resting_on("QD202", n, "/basis/0/articles", &json!([{ "title": "中华人民共和国水法" }])),
    |n| {
        let text = format!("《中华人民共和国水法》第六十九条；《{REGULATION}》");
        resting_on("QD202", n, "/basis/0/text", &json!([{ "text": text }]))
    },
    // Ended: an error where nothing else gives the power, and a warning where something does.
    |n| resting_on("QD203", n, "/basis/0", &json!([{ "title": "化妆品卫生监督条例", "articles": [{ "article": 5 }] }])),
    |n| {
        let ended = json!({ "text": "《化妆品卫生监督条例》第五条" });
        let in_force = json!({ "title": "化妆品监督管理条例", "articles": [{ "article": 27 }] });
        resting_on("QD203", n, "/basis/0", &json!([ended, in_force]))
    },
    // An older edition of what is in force.
    |n| {
        let older = json!({
            "title": "中华人民共和国行政许可法", "version_dates": ["2003-08-27"], "articles": [{ "article": 12 }],
        });
        resting_on("QD203", n, "/basis/0", &json!([older]))
    },
    // Ended by what the file itself says.
    |n| {
        let members = json!({ "rank": "provincial_rule", "status": "repealed", "ended_on": "2023-03-01" });
        let basis = json!([{ "instrument": key(n), "articles": [{ "article": 3 }] }]);
        resting_on("QD203", n, "/basis/0", &basis).beside(Kind::LegalInstrument, instrument(n, members))
    },
    |n| {
        let basis = json!([{ "title": "中华人民共和国水法", "articles": [{ "article": 7 }, { "article": 83 }] }]);
        resting_on("QD204", n, "/basis/0/articles/1", &basis)
    },
    |n| resting_on("QD204", n, "/basis/0/text", &json!([{ "text": "《中华人民共和国水法》第一百零二条" }])),
    |n| {
        let members = json!({ "rank": "provincial_rule", "last_article": 30 });
        let basis = json!([{ "instrument": key(n), "articles": [{ "article": 31 }] }]);
        resting_on("QD204", n, "/basis/0/articles/0", &basis).beside(Kind::LegalInstrument, instrument(n, members))
    },
    |n| {
        let basis = json!([{ "title": REGULATION, "rank": "departmental_rule", "articles": [{ "article": 2 }] }]);
        resting_on("QD205", n, "/basis/0/rank", &basis)
    },
    |n| resting_on("QD205", n, "/basis/0/text", &json!([{ "text": format!("【法律】《{REGULATION}》第二条") }])),
    |n| {
        let record = instrument(n, json!({ "title": REGULATION, "rank": "local_regulation" }));
        Fault::of("QD205", n, "/rank", Kind::LegalInstrument, record)
    },
    |n| {
        let basis =
            json!([{ "title": REGULATION, "articles": [{ "article": 2 }, { "article": 4 }, { "article": 2 }] }]);
        resting_on("QD206", n, "/basis/0/articles/2", &basis)
    },
    |n| {
        let (long, short) = ("中华人民共和国水法", "水法");
        let basis = [long, short].map(|title| json!({ "title": title, "articles": [{ "article": 48 }] }));
        resting_on("QD206", n, "/basis/1/articles/0", &json!(basis))
    },
    |n| {
        let text = "《中华人民共和国水法》第六十九条、第七十条；《水法》第七十条";
        resting_on("QD206", n, "/basis/0/text", &json!([{ "text": text }]))
    },
    |n| document("QD208", n, "/valid_until", json!({ "valid_until": "2023-12-31" })),
    |n| document("QD208", n, "/review", json!({ "review": { "on": "2023-06-30", "outcome": "lapsed" } })),
    |n| resting_on("QD209", n, "/basis/0", &json!([{ "title": misspelt(n), "articles": [{ "article": 9 }] }])),
    |n| {
        let record = instrument(n, json!({ "title": misspelt(n), "rank": "administrative_regulation" }));
        Fault::of("QD209", n, "/title", Kind::LegalInstrument, record)
    },
    // The words of article 72, under the number that they had before 2021.
    |n| {
        let basis = json!([{ "title": "中华人民共和国行政处罚法", "articles": [{ "article": 51 }], "quote": UNPAID }]);
        resting_on("QD210", n, "/basis/0", &basis)
    },
    |n| resting_on("QD210", n, "/basis/0", &json!([{ "text": format!("《行政处罚法》第五十一条：“{UNPAID}”") }])),
];

/// The beginning of 行政处罚法 (2021), article 72.
const UNPAID: &str = "当事人逾期不履行行政处罚决定的，作出行政处罚决定的行政机关可以采取下列措施";

/// An administrative regulation in force.
const REGULATION: &str = "取水许可和水资源费征收管理条例";

fn resting_on(rule: &'static str, n: usize, path: &'static str, basis: &Value) -> Fault {
    power(rule, n, path, json!({ "basis": basis }))
}

/// The record of an instrument in force.
fn instrument(n: usize, members: Value) -> Value {
    with(json!({ "id": key(n), "title": format!("第{n}号水资源管理办法"), "status": "in_force" }), members)
}

/// A fault in a normative document that is a basis beside a law.
fn document(rule: &'static str, n: usize, path: &'static str, members: Value) -> Fault {
    let law = json!({ "title": "中华人民共和国水法", "articles": [{ "article": 69 }] });
    let record = instrument(n, with(members, json!({ "rank": "normative_document" })));
    resting_on(rule, n, path, &json!([law, { "instrument": key(n) }]))
        .beside(Kind::LegalInstrument, record)
        .at(Kind::LegalInstrument, key(n))
}

/// The title of a regulation with a character too many: QD209 tells each title once, so each fault has its own.
fn misspelt(n: usize) -> String {
    let title = "危险化学品安全管理条例";
    let length = title.chars().count();
    // No character of the title is in this block.
    let wrong = u32::try_from(n / length % 4096).ok().and_then(|at| char::from_u32(0x8000 + at)).unwrap();
    let (before, after): (Vec<_>, Vec<_>) = title.chars().enumerate().partition(|(at, _)| *at < n % length);
    before.into_iter().map(|(_, c)| c).chain([wrong]).chain(after.into_iter().map(|(_, c)| c)).collect()
}
