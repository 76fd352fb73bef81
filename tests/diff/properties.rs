//! What holds of all pairs of editions.

use proptest::prelude::*;
use qingdan::Catalog;
use qingdan::diff::{ChangeClass as Class, Changes, Effect, ItemChange, KeysKept, RecordChangeKind, diff};
use serde_json::{Value, json};

use super::{catalog, with};

/// Few names, codes, bodies and laws, so that many items share them.
const NAMES: [&str; 5] = ["取水许可", "采矿许可", "采砂许可", "取水许可（新办）", "取水许可(新办)"];
const LAWS: [(&str, u16); 5] = [("水法", 48), ("水法", 49), ("矿产资源法", 3), ("环境保护法", 2), ("生态环境法典", 2)];
const LEVELS: [&[&str]; 4] = [&["county"], &["township"], &["prefectural", "county"], &[]];
const OPERATIONS: [&str; 12] = [
    "add",
    "cancel",
    "devolve",
    "take_over",
    "entrust",
    "take_back",
    "merge",
    "split",
    "rename",
    "change_basis",
    "change_type",
    "change_body",
];

fn item() -> impl Strategy<Value = Value> {
    let known = (0..8_usize, 0..5_usize, 0..6_usize, 0..3_usize, 0..6_usize);
    let said = (0..4_usize, 0..4_u16, 0..8_u8, 0..8_u8, any::<bool>(), 0..4_usize);
    (known, said).prop_map(|((id, name, code, body, law), (level, days, materials, status, fee, parent))| {
        let mut item = json!({"id": format!("i{id}"), "name": NAMES[name], "item_level": "main",
            "power_type": if days == 0 { "licensing" } else { "filing" }, "levels": LEVELS[level]});
        if code > 0 {
            item["code"] = json!(format!("00011900{code}000"));
        }
        if body > 0 {
            item["authorities"] = json!([{"organization": format!("o{body}"), "role": "decide"}]);
        }
        if let Some((title, article)) = LAWS.get(law) {
            item["basis"] = json!([{"title": title, "articles": [{"article": article}]}]);
        }
        if days > 0 {
            item["limits"] = json!([{"amount": days * 5, "unit": if days == 3 { "month" } else { "working_day" }}]);
        }
        item["prerequisites"] =
            (0..3).filter(|bit| materials >> bit & 1 == 1).map(|bit| json!(format!("材料{bit}"))).collect();
        if status < 2 {
            item["status"] = json!(["cancelled", "suspended"][usize::from(status)]);
        }
        if fee {
            item["initiation"] = json!("on_application");
        }
        if parent > 0 {
            item["parent"] = json!(format!("i{parent}"));
        }
        item
    })
}

fn adjustment() -> impl Strategy<Value = Value> {
    let ids = || prop::collection::vec(0..8_usize, 0..4);
    (0..9_usize, 0..OPERATIONS.len(), ids(), ids()).prop_map(|(id, operation, from, to)| {
        let ids = |ids: Vec<usize>| ids.into_iter().map(|id| format!("i{id}")).collect::<Vec<_>>();
        json!({"id": format!("a{id}"), "item_kind": "power_item", "operation": OPERATIONS[operation],
            "from": ids(from), "to": ids(to)})
    })
}

/// Records, each id once.
fn once(records: Vec<Value>) -> Vec<Value> {
    let mut seen = std::collections::HashSet::new();
    records.into_iter().filter(|record| seen.insert(record["id"].to_string())).collect()
}

fn edition() -> impl Strategy<Value = Value> {
    let (items, log) = (prop::collection::vec(item(), 0..9), prop::collection::vec(adjustment(), 0..4));
    (items, log).prop_map(|(items, log)| {
        json!({"power_items": once(items), "adjustments": once(log), "organizations": [
            {"id": "o1", "name": "水利局", "kind": "department"},
            {"id": "o2", "name": "自然资源局", "kind": "department"}]})
    })
}

/// Without the records that tell of a change, and in an order that owes nothing to that of the editions.
fn bare(changes: &Changes) -> Vec<Value> {
    let mut items: Vec<ItemChange> = changes.items.clone();
    for item in &mut items {
        item.old.sort_by(|one, other| one.id.cmp(&other.id));
        item.new.sort_by(|one, other| one.id.cmp(&other.id));
        for change in &mut item.changes {
            change.adjustments.clear();
            change.fields.sort_by_key(|field| (field.field.clone(), format!("{:?}{:?}", field.old, field.new)));
        }
        item.changes.sort_by_key(|change| change.class);
    }
    let mut items: Vec<Value> = items.iter().map(|item| serde_json::to_value(item).unwrap()).collect();
    items.sort_by_key(Value::to_string);
    items
}

/// The changes the other way round.
fn inverse(changes: &Changes) -> Changes {
    let mut changes = changes.clone();
    for item in &mut changes.items {
        std::mem::swap(&mut item.old, &mut item.new);
        for change in &mut item.changes {
            change.class = match change.class {
                Class::Added => Class::Cancelled,
                Class::Cancelled => Class::Added,
                Class::Devolved => Class::TakenBack,
                Class::TakenBack => Class::Devolved,
                Class::Merged => Class::Split,
                Class::Split => Class::Merged,
                Class::LimitShortened => Class::LimitLengthened,
                Class::LimitLengthened => Class::LimitShortened,
                Class::MaterialsAdded => Class::MaterialsRemoved,
                Class::MaterialsRemoved => Class::MaterialsAdded,
                Class::ConditionsAdded => Class::ConditionsRemoved,
                Class::ConditionsRemoved => Class::ConditionsAdded,
                same => same,
            };
            change.effect = match change.effect {
                Effect::Eases => Effect::Burdens,
                Effect::Burdens => Effect::Eases,
                same => same,
            };
            for field in &mut change.fields {
                std::mem::swap(&mut field.old, &mut field.new);
            }
        }
    }
    changes
}

/// What became of the records, in no order.
fn records(changes: &Changes, is_inverse: bool) -> Vec<String> {
    let mut records: Vec<String> = changes
        .records
        .iter()
        .map(|record| {
            let change = match (record.change, is_inverse) {
                (RecordChangeKind::Added, true) => RecordChangeKind::Removed,
                (RecordChangeKind::Removed, true) => RecordChangeKind::Added,
                (same, _) => same,
            };
            format!("{} {} {change} {:?}", record.kind, record.id, record.fields)
        })
        .collect();
    records.sort_unstable();
    records
}

fn shuffled(edition: &Value, keys: &[u32]) -> Catalog {
    let mut edition = edition.clone();
    for array in ["power_items", "adjustments", "organizations"] {
        let records = edition[array].as_array_mut().unwrap();
        let mut keyed: Vec<(u32, Value)> = keys.iter().copied().cycle().zip(records.drain(..)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        records.extend(keyed.into_iter().map(|(_, record)| record));
    }
    catalog(&edition)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edition_differs_from_itself_in_nothing(edition in edition()) {
        let edition = catalog(&edition);
        let changes = diff(&edition, &edition);
        prop_assert_eq!(&changes.items, &[]);
        prop_assert_eq!(&changes.records, &[]);
        prop_assert_eq!(changes.counts.kept, changes.old.items);
        prop_assert_eq!(changes.counts.unchanged, changes.old.items);
        prop_assert!(matches!(changes.ids, KeysKept::Kept | KeysKept::NotTold));
    }

    #[test]
    fn backwards_every_change_is_the_inverse(old in edition(), new in edition()) {
        let (old, new) = (catalog(&old), catalog(&new));
        let (there, back) = (diff(&old, &new), diff(&new, &old));
        prop_assert_eq!(bare(&inverse(&there)), bare(&back));
        prop_assert_eq!((there.ids, there.codes), (back.ids, back.codes));
        prop_assert_eq!(records(&there, true), records(&back, false));
    }

    #[test]
    fn the_order_of_records_says_nothing(
        old in edition(), new in edition(), keys in prop::collection::vec(any::<u32>(), 16)
    ) {
        let changes = diff(&catalog(&old), &catalog(&new));
        let again = diff(&shuffled(&old, &keys), &shuffled(&new, &keys[3..]));
        prop_assert_eq!(bare(&changes), bare(&again));
        prop_assert_eq!(records(&changes, false), records(&again, false));
        prop_assert_eq!(changes.counts, again.counts);
    }

    #[test]
    fn every_item_is_in_one_place_and_the_counts_add_up(old in edition(), new in edition()) {
        let changes = diff(&catalog(&old), &catalog(&new));
        for side in [|item: &ItemChange| item.old.clone(), |item: &ItemChange| item.new.clone()] {
            let mut ids: Vec<String> =
                changes.items.iter().flat_map(side).map(|key| key.id.to_string()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), count);
        }
        let leave = [Class::Cancelled, Class::Devolved, Class::TakenBack];
        let left = changes.items.iter().filter(|item| {
            !item.old.is_empty() && item.changes.iter().any(|change| leave.contains(&change.class))
        });
        // One that was cancelled and is in force again was none of the old edition's items in force.
        let left: usize = left.filter(|item| item.old.iter().any(|key| {
            let items = old["power_items"].as_array().unwrap();
            items.iter().any(|item| item["id"] == key.id.as_str() && item["status"] != "cancelled")
        })).map(|item| item.old.len()).sum();
        prop_assert_eq!(changes.counts.kept + u64::try_from(left).unwrap(), changes.old.items);
        prop_assert!(changes.counts.unchanged <= changes.counts.kept);
        let all: usize = changes.items.iter().map(|item| item.changes.len()).sum();
        prop_assert_eq!(changes.counts.by_class.values().sum::<u64>(), u64::try_from(all).unwrap());
    }

    #[test]
    fn either_edition_may_hold_the_log(old in edition(), new in edition(), log in prop::collection::vec(adjustment(), 0..4)) {
        let log = json!({"adjustments": once(log)});
        let none = json!({"adjustments": []});
        let pairs = |changes: &Changes| {
            let key = |item: &ItemChange| {
                let ids = |keys: &[qingdan::diff::ItemKey]| keys.iter().map(|key| key.id.to_string()).collect::<Vec<_>>();
                (ids(&item.old), ids(&item.new), item.matched_by)
            };
            changes.items.iter().map(key).collect::<Vec<_>>()
        };
        let (in_old, in_new) = (with(old.clone(), &log), with(new.clone(), &log));
        let (old, new) = (catalog(&with(old, &none)), catalog(&with(new, &none)));
        let (in_old, in_new) = (catalog(&in_old), catalog(&in_new));
        let of_new = diff(&old, &in_new);
        prop_assert_eq!(pairs(&diff(&in_old, &new)), pairs(&of_new));
        let in_both = pairs(&diff(&in_old, &in_new));
        // What is recorded in both was so before, and hands nothing to another level by itself.
        let alone = |pairs: &[(Vec<String>, Vec<String>, Option<qingdan::diff::MatchedBy>)]| {
            pairs.iter().filter(|(old, new, _)| old.is_empty() != new.is_empty()).count()
        };
        prop_assert_eq!(alone(&in_both), alone(&pairs(&of_new)));
    }
}
