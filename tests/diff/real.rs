//! Changes as they were printed, and lists as large as those they were printed of.

use qingdan::diff::{ChangeClass as Class, Changes, Confidence, KeysKept, MatchedBy, diff};
use serde_json::{Value, json};

use super::{catalog, classes, with};

fn power(id: &str, name: &str, of_type: &str, more: &Value) -> Value {
    with(json!({"id": id, "name": name, "item_level": "main", "power_type": of_type}), more)
}

fn log(id: &str, operation: &str, from: &[&str], to: &[&str]) -> Value {
    json!({"id": id, "item_kind": "power_item", "operation": operation, "from": from, "to": to,
        "decision": "内政发〔2021〕6号"})
}

fn edition(items: &[Value], log: &[Value]) -> Value {
    json!({"power_items": items, "adjustments": log})
}

fn of_class(changes: &Changes, class: Class) -> u64 {
    changes.counts.by_class.get(&class).copied().unwrap_or_default()
}

/// 内政发〔2021〕6号: 54 items, of which 5 are cancelled, 24 new (taken over), 25 changed: merged, with another basis, renamed.
#[test]
fn the_decision_of_2021_on_54_items() {
    let cites = |law: &str| json!({"basis": [{"title": law, "articles": [{"article": 12}]}]});
    let of = |numbers: std::ops::Range<usize>, law: &str, word: &str| -> Vec<Value> {
        numbers.map(|n| power(&format!("p{n}"), &format!("第{n}类{word}审批"), "other_power", &cites(law))).collect()
    };
    // 100 that stay, 5 that are cancelled, 25 that change: 3 merged into 1, 12 of another basis, 10 renamed.
    let (stay, cancelled, merged) =
        (of(0..100, "水法", "用水"), of(100..105, "水法", "用水"), of(105..108, "水法", "用水"));
    let (rebased, renamed) = (of(108..120, "水法", "用水"), of(120..130, "水法", "用水"));
    let old = [stay.clone(), cancelled, merged, rebased, renamed].concat();
    let one = power("p200", "用水综合审批", "other_power", &cites("水法"));
    let new_renamed = of(120..130, "水法", "取用水");
    let new = [stay, vec![one], of(108..120, "防洪法", "用水"), new_renamed, of(300..324, "水法", "承接")].concat();
    let ids = |numbers: std::ops::Range<usize>| numbers.map(|n| format!("p{n}")).collect::<Vec<_>>();
    let each = |name: &str, operation: &str, numbers: std::ops::Range<usize>, from: bool, to: bool| -> Vec<Value> {
        let record = |id: String| {
            let (of_from, of_to) = (if from { vec![&*id] } else { vec![] }, if to { vec![&*id] } else { vec![] });
            log(&format!("{name}-{id}"), operation, &of_from, &of_to)
        };
        ids(numbers).into_iter().map(record).collect()
    };
    let several = ids(105..108);
    let several: Vec<&str> = several.iter().map(String::as_str).collect();
    let records = [
        each("c", "cancel", 100..105, true, false),
        each("t", "take_over", 300..324, false, true),
        vec![log("m", "merge", &several, &["p200"])],
        each("b", "change_basis", 108..120, true, true),
        each("r", "rename", 120..130, true, true),
    ]
    .concat();
    let changes = diff(&catalog(&edition(&old, &[])), &catalog(&edition(&new, &records)));
    let counted = [Class::Cancelled, Class::Added, Class::Merged, Class::BasisChanged, Class::Renamed];
    assert_eq!(counted.map(|class| of_class(&changes, class)), [5, 24, 1, 12, 10]);
    assert_eq!(changes.counts.by_class.len(), 5);
    // As the decision counts them: items of the old list that changed.
    let stayed = changes.items.iter().filter(|item| !item.old.is_empty() && !item.new.is_empty());
    assert_eq!(stayed.map(|item| item.old.len()).sum::<usize>(), 25);
    assert_eq!((changes.old.items, changes.new.items, changes.counts.kept), (130, 147, 125));
    assert_eq!((changes.counts.unchanged, changes.counts.unrecorded), (100, 0));
    assert_eq!(changes.ids, KeysKept::Kept);
}

/// 锡林郭勒盟 2024: of 5,966 items 5,300 are kept, 412 cancelled, and 254 devolved.
#[test]
fn the_list_of_a_league_of_5966_items() {
    let item = |n: usize, level: &str| {
        let more = json!({"levels": [level], "code": format!("1525{n:08}"),
            "basis": [{"title": "草原法", "articles": [{"article": n % 90 + 1}]}]});
        power(&format!("x{n}"), &format!("对第{n}种行为的处罚"), "penalty", &more)
    };
    let old: Vec<Value> = (0..5966).map(|n| item(n, "prefectural")).collect();
    // Of those devolved, some left the list, and the others stand in it with the level of those who have them now.
    let new: Vec<Value> =
        (0..5300).map(|n| item(n, "prefectural")).chain((5300..5400).map(|n| item(n, "county"))).collect();
    let ids = |numbers: std::ops::Range<usize>| numbers.map(|n| format!("x{n}")).collect::<Vec<_>>();
    let record = |id: &str, operation: &str, from: Vec<String>| json!({"id": id, "item_kind": "power_item", "operation": operation, "from": from});
    let log = [record("d", "devolve", ids(5300..5554)), record("c", "cancel", ids(5554..5966))];
    let changes = diff(&catalog(&edition(&old, &[])), &catalog(&edition(&new, &log)));
    assert_eq!(changes.old.items, 5966);
    assert_eq!(
        (changes.counts.kept, of_class(&changes, Class::Cancelled), of_class(&changes, Class::Devolved)),
        (5300, 412, 254)
    );
    assert_eq!((changes.counts.unchanged, changes.counts.unrecorded), (5300, 0));
}

/// 治安管理处罚法: the edition of 2012 has 119 articles, that of 2025 144, and most stand under another number.
#[test]
fn a_law_of_which_the_articles_are_numbered_anew() {
    let item = |n: u16, article: u16| {
        let more = json!({"basis": [{"title": "中华人民共和国治安管理处罚法", "articles": [{"article": article}]}]});
        power(&format!("g{n}"), &format!("对第{n}种违反治安管理行为的处罚"), "penalty", &more)
    };
    let old: Vec<Value> = (1..=119).map(|n| item(n, n)).collect();
    // The first 22 articles keep their numbers; 25 new ones come between.
    let new: Vec<Value> = (1..=119).map(|n| item(n, if n <= 22 { n } else { n + 25 })).collect();
    let record = json!({"id": "z", "item_kind": "power_item", "operation": "change_basis",
        "from": (23..=119).map(|n| format!("g{n}")).collect::<Vec<_>>()});
    let changes = diff(&catalog(&edition(&old, &[])), &catalog(&edition(&new, &[record])));
    assert_eq!(of_class(&changes, Class::BasisRenumbered), 97);
    assert_eq!((changes.counts.by_class.len(), changes.counts.unchanged, changes.counts.unrecorded), (1, 22, 0));
}

/// 国发〔2013〕19号 cancels 水利工程开工审批, so that 水利工程建设审批 comes to what its other sub-item was.
#[test]
fn an_item_that_shrinks_to_its_one_sub_item() {
    let set_by = |more: Value| with(json!({"set_by": [{"title": "水利工程建设程序管理暂行规定"}]}), &more);
    let item =
        |id: &str, name: &str, more: Value| with(json!({"id": id, "name": name, "item_level": "main"}), &set_by(more));
    let sub = json!({"item_level": "sub", "parent": "w"});
    let design = "水利工程建设项目初步设计文件审批";
    let old = [
        item("w", "水利工程建设审批", json!({})),
        item("w1", design, sub.clone()),
        item("w2", "水利工程开工审批", sub),
    ];
    let new = [item("w1", design, json!({}))];
    let record = |id: &str, operation: &str, from: &[&str], to: &[&str]| {
        json!({"id": id, "item_kind": "licensing_item", "operation": operation, "from": from, "to": to,
            "decision": "国发〔2013〕19号"})
    };
    let log = [record("1", "cancel", &["w2"], &[]), record("2", "merge", &["w", "w1"], &["w1"])];
    let changes = diff(
        &catalog(&json!({"licensing_items": old})),
        &catalog(&json!({"licensing_items": new, "adjustments": log})),
    );
    let told: Vec<(usize, Vec<Class>)> = changes.items.iter().map(|item| (item.old.len(), classes(item))).collect();
    assert_eq!(told, [(2, vec![Class::Merged, Class::LevelChanged]), (1, vec![Class::Cancelled])]);
    assert_eq!(changes.counts.unrecorded, 0);
    let main = &changes.items[0];
    let fields: Vec<&str> = main.changes[1].fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["item_level", "parent"]);
    // As lists without sub-items print it: one item that got the name of what is left of it.
    let old = [item("w", "水利工程建设审批", json!({})), item("w2", "水利工程开工审批", json!({}))];
    let new = [item("w1", design, json!({}))];
    let log = [record("1", "cancel", &["w2"], &[]), record("2", "rename", &["w"], &["w1"])];
    let changes = diff(
        &catalog(&json!({"licensing_items": old})),
        &catalog(&json!({"licensing_items": new, "adjustments": log})),
    );
    assert_eq!(changes.items.iter().map(classes).collect::<Vec<_>>(), [[Class::Renamed], [Class::Cancelled]]);
    assert_eq!((changes.items[0].matched_by, changes.counts.unrecorded), (Some(MatchedBy::Succession), 0));
}

/// A list that was put together anew: no id and no code of it stands in the one before.
#[test]
fn ids_and_codes_that_were_all_given_anew() {
    let of = |shift: usize, days: usize| {
        let item = |n: usize| {
            // Numbers of rows, so that each id and each code of the one stands in the other as that of another item.
            let number = (n + shift) % 300;
            let more = json!({"code": format!("1506250{number:05}"), "authorities": [{"organization": format!("o{shift}"), "role": "decide"}],
                "basis": [{"instrument": format!("l{shift}"), "articles": [{"article": n % 80 + 1}]}],
                "limits": [{"amount": if n == 7 { days } else { 20 }, "unit": "working_day"}]});
            power(&format!("{number}"), &format!("对第{}种行为的处罚", n / 2), "penalty", &more)
        };
        catalog(&json!({
            "organizations": [{"id": format!("o{shift}"), "name": "杭锦旗水利局", "kind": "department"}],
            "legal_instruments": [{"id": format!("l{shift}"), "title": "中华人民共和国水法", "rank": "law", "status": "in_force"}],
            "power_items": (0..300).map(item).collect::<Vec<_>>()}))
    };
    let changes = diff(&of(0, 20), &of(17, 10));
    // Every item has another code, and one of them another limit as well.
    assert_eq!(changes.items.len(), 300);
    assert!(changes.items.iter().all(|item| item.matched_by == Some(MatchedBy::Name)
        && item.confidence == Some(Confidence::Likely)
        && item.old[0].name == item.new[0].name));
    let limit = changes.items.iter().find(|item| classes(item).contains(&Class::LimitShortened)).unwrap();
    assert_eq!((limit.old[0].id.as_str(), limit.new[0].id.as_str()), ("7", "24"));
    assert_eq!((of_class(&changes, Class::Recoded), changes.counts.by_class.len()), (300, 2));
    assert_eq!((changes.ids, changes.codes), (KeysKept::Regenerated, KeysKept::Regenerated));
    assert_eq!((changes.counts.kept, changes.counts.unchanged), (300, 0));
}
