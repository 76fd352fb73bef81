//! Each class of changes, and each way to match items, with values worked out by hand.

use std::slice;

use qingdan::diff::{ChangeClass as Class, Confidence, Effect, KeysKept, MatchedBy, RecordChangeKind, diff};
use qingdan::model::Text;
use serde_json::{Value, json};

use super::{catalog, classes, item, licensing, only, only_change, told, with};

/// The change of one member of a licensing item.
fn change_of(old: &Value, new: &Value) -> qingdan::diff::Changes {
    licensing(&[item("a", "取水许可", old)], &[item("a", "取水许可", new)])
}

/// Asserts the one change of one member, and its inverse.
fn assert_told(old: &Value, new: &Value, class: (Class, Class), effect: (Effect, Effect), field: &str) {
    for (old, new, class, effect) in [(old, new, class.0, effect.0), (new, old, class.1, effect.1)] {
        let changes = change_of(old, new);
        let change = only_change(&changes);
        assert_eq!((change.class, change.effect), (class, effect), "{old} → {new}");
        assert_eq!(change.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), [field]);
    }
}

fn days(amount: u16) -> Value {
    json!({"promised_limits": [{"amount": amount, "unit": "working_day"}]})
}

#[test]
fn a_shorter_limit_eases_and_another_unit_cannot_be_compared() {
    let changes = change_of(&days(20), &days(15));
    assert_eq!(
        told(only_change(&changes)),
        (
            Class::LimitShortened,
            Effect::Eases,
            vec![(
                "promised_limits",
                Some(r#"{"amount":20,"unit":"working_day"}"#),
                Some(r#"{"amount":15,"unit":"working_day"}"#)
            )]
        )
    );
    // A limit is no element of a list, and no record of it is due.
    assert_eq!((changes.counts.eases, changes.counts.unrecorded), (1, 0));
    assert_eq!((changes.counts.kept, changes.counts.unchanged), (1, 0));
    let lengthened = change_of(&days(15), &days(20));
    assert_eq!(only_change(&lengthened).class, Class::LimitLengthened);
    assert_eq!(only_change(&lengthened).effect, Effect::Burdens);
    let calendar = json!({"promised_limits": [{"amount": 20, "unit": "calendar_day"}]});
    let other = (Class::LimitChanged, Class::LimitChanged);
    assert_told(&days(20), &calendar, other, (Effect::NotTold, Effect::NotTold), "promised_limits");
    assert_told(&days(20), &json!({}), other, (Effect::NotTold, Effect::NotTold), "promised_limits");
}

#[test]
fn limits_are_compared_branch_by_branch() {
    let of = |all: u16, promise: u16| {
        json!({"statutory_limits": [
            {"amount": all, "unit": "working_day"},
            {"amount": promise, "unit": "working_day", "branch": {"commitment": true}}]})
    };
    let changes = change_of(&of(20, 10), &of(30, 5));
    assert_eq!(classes(only(&changes)), [Class::LimitShortened, Class::LimitLengthened]);
    assert_eq!(only(&changes).changes[0].fields[0].field, "statutory_limits/告知承诺");
    assert_eq!(only(&changes).changes[1].fields[0].field, "statutory_limits");
}

#[test]
fn materials_are_known_by_their_names() {
    let of = |names: &[&str]| {
        let materials = names.iter().enumerate();
        let materials: Vec<Value> =
            materials.map(|(at, name)| json!({"id": format!("m{at}"), "name": name, "kind": "document"})).collect();
        json!({ "materials": materials })
    };
    let (two, three) = (of(&["申请书", "营业执照"]), of(&["营业执照", "申请书", "承诺书（原件）"]));
    let added = (Class::MaterialsAdded, Class::MaterialsRemoved);
    assert_told(&two, &three, added, (Effect::Burdens, Effect::Eases), "materials/承诺书（原件）");
    // Another order, or brackets of another width, is no change of law.
    let changes = change_of(&of(&["申请书(原件)"]), &of(&["申请书（原件）"]));
    assert_eq!(only_change(&changes).class, Class::Editorial);
    assert_eq!((changes.counts.unchanged, changes.counts.unrecorded), (1, 0));
    let exempt = with(two.clone(), &json!({}));
    let mut exempt = exempt;
    exempt["materials"][1]["exempt"] = json!(true);
    let content = (Class::ContentChanged, Class::ContentChanged);
    assert_told(&two, &exempt, content, (Effect::Eases, Effect::Burdens), "materials/营业执照/exempt");
}

#[test]
fn conditions_prerequisites_services_and_procedures_burden() {
    let added = (Class::ConditionsAdded, Class::ConditionsRemoved);
    let effects = (Effect::Burdens, Effect::Eases);
    let none = json!({});
    assert_told(&none, &json!({"conditions": ["有固定场所"]}), added, effects, "conditions/有固定场所");
    assert_told(&none, &json!({"prerequisites": ["环评批复"]}), added, effects, "prerequisites/环评批复");
    let service = json!({"intermediary_services": [{"name": "水资源论证"}]});
    assert_told(&none, &service, added, effects, "intermediary_services/水资源论证");
    let hearing = json!({"special_procedures": [{"kind": "hearing"}]});
    assert_told(&none, &hearing, added, effects, "special_procedures/hearing");
    let days = |days: u16| json!({"special_procedures": [{"kind": "hearing", "days": days}]});
    let limit = (Class::LimitShortened, Class::LimitLengthened);
    assert_told(&days(30), &days(20), limit, (Effect::Eases, Effect::Burdens), "special_procedures/hearing/days");
}

#[test]
fn fees_ease_where_less_is_paid() {
    let fee = (Class::FeeChanged, Class::FeeChanged);
    let effects = (Effect::Burdens, Effect::Eases);
    assert_told(&json!({"charges_fee": false}), &json!({"charges_fee": true}), fee, effects, "charges_fee");
    let of = |standard: &str| json!({"fees": [{"name": "工本费", "standard": standard}]});
    assert_told(&of("10元/证"), &of("20.5元/证"), fee, effects, "fees/工本费/standard");
    assert_told(&json!({}), &of("10元/证"), fee, effects, "fees/工本费");
    let untold = (Effect::NotTold, Effect::NotTold);
    assert_told(&of("10元/证"), &of("按面积计收，每亩5元"), fee, untold, "fees/工本费/standard");
}

#[test]
fn a_basis_is_compared_by_its_provisions() {
    let of = |cited: Value| json!({ "set_by": cited });
    let cited = |title: &str, article: u16| json!([{"title": title, "articles": [{"article": article}]}]);
    let neutral = (Effect::Neutral, Effect::Neutral);
    // The same provision as text, with the name of the state, and with what it says.
    let as_text = json!([{"text": "《中华人民共和国水法》第四十八条"}]);
    let editorial = (Class::Editorial, Class::Editorial);
    assert_told(&of(cited("水法", 48)), &of(as_text), editorial, neutral, "set_by");
    let renumbered = (Class::BasisRenumbered, Class::BasisRenumbered);
    assert_told(&of(cited("治安管理处罚法", 43)), &of(cited("治安管理处罚法", 51)), renumbered, neutral, "set_by");
    // 环境保护法 §2 stands in 生态环境法典 §2.
    assert_told(&of(cited("环境保护法", 2)), &of(cited("生态环境法典", 2)), renumbered, neutral, "set_by");
    let changed = (Class::BasisChanged, Class::BasisChanged);
    // An article more is another basis.
    let both = json!([{"title": "森林法", "articles": [{"article": 56}, {"article": 57}]}]);
    let untold = (Effect::NotTold, Effect::NotTold);
    assert_told(&of(cited("森林法", 56)), &of(both), changed, untold, "set_by");
    assert_told(&of(cited("环境保护法", 2)), &of(cited("生态环境法典", 900)), changed, untold, "set_by");
    assert_told(&of(cited("水法", 48)), &of(cited("防洪法", 48)), changed, untold, "set_by");
    assert_told(&json!({}), &of(cited("水法", 48)), changed, untold, "set_by");
}

#[test]
fn references_are_compared_by_what_they_name() {
    // Bodies, instruments and license types of which the ids were given anew.
    let of = |body: &str, law: &str, license: &str, name: &str| {
        catalog(&json!({
            "organizations": [
                {"id": body, "name": name, "kind": "department"},
                {"id": format!("{body}x"), "name": "旗林草局", "kind": "department", "credit_code": "11150625011506306H"}],
            "legal_instruments": [{"id": law, "title": "水法", "rank": "law", "status": "in_force"}],
            "license_types": [{"id": license, "name": "取水许可证"}],
            "licensing_items": [item("a", "取水许可", &json!({
                "competent_department": body,
                "authorities": [{"organization": body, "role": "decide"}, {"organization": format!("{body}x"), "role": "joint"}],
                "set_by": [{"instrument": law, "articles": [{"article": 48}]}],
                "result": {"kind": "license", "license_type": license}}))]}))
    };
    let old = of("o1", "l1", "t1", "旗水利局");
    assert_eq!(diff(&old, &of("b7", "law", "t2", "旗水利局")).items, []);
    let changes = diff(&old, &of("b7", "law", "t2", "旗水务局"));
    assert_eq!(classes(only(&changes)), [Class::BodyChanged]);
    let fields: Vec<&str> = only(&changes).changes[0].fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["competent_department", "authorities/旗水利局", "authorities/旗水务局"]);
}

#[test]
fn levels_from_higher_to_lower_are_devolved_and_back_taken_back() {
    let of = |levels: &[&str]| json!({ "levels": levels });
    let neutral = (Effect::Neutral, Effect::Neutral);
    let devolved = (Class::Devolved, Class::TakenBack);
    assert_told(&of(&["provincial"]), &of(&["township"]), devolved, neutral, "levels");
    assert_told(&of(&["prefectural", "county"]), &of(&["county"]), devolved, neutral, "levels");
    let level = (Class::LevelChanged, Class::LevelChanged);
    assert_told(&of(&["prefectural"]), &of(&["prefectural", "county"]), level, neutral, "levels");
    let editorial = (Class::Editorial, Class::Editorial);
    assert_told(&of(&["county", "township"]), &of(&["township", "county"]), editorial, neutral, "levels");
    let changes = change_of(&of(&["county"]), &of(&["township"]));
    assert_eq!((changes.counts.kept, changes.counts.by_class[&Class::Devolved]), (0, 1));
}

#[test]
fn the_state_of_an_item() {
    let of = |status: &str| json!({ "status": status });
    let untold = (Effect::NotTold, Effect::NotTold);
    let status = (Class::StatusChanged, Class::StatusChanged);
    assert_told(&of("in_use"), &of("suspended"), status, untold, "status");
    let cancelled = (Class::Cancelled, Class::Added);
    assert_told(&of("in_use"), &of("cancelled"), cancelled, untold, "status");
    let editorial = (Class::Editorial, Class::Editorial);
    assert_told(&json!({}), &of("in_use"), editorial, (Effect::Neutral, Effect::Neutral), "status");
    let until = |day: &str| json!({"period": {"until": day}});
    assert_told(&until("2024-12-31"), &until("2025-12-31"), status, untold, "period");
    // What is in force in neither edition gives nothing.
    assert_eq!(change_of(&of("cancelled"), &with(of("cancelled"), &days(5))).items, []);
    assert_eq!(licensing(&[item("a", "取水许可", &of("cancelled"))], &[]).items, []);
}

#[test]
fn names_codes_and_types() {
    let renamed = licensing(&[item("a", "取水许可", &json!({}))], &[item("a", "取水许可证核发", &json!({}))]);
    assert_eq!(
        told(only_change(&renamed)),
        (Class::Renamed, Effect::Neutral, vec![("name", Some("\"取水许可\""), Some("\"取水许可证核发\""))])
    );
    let same = licensing(&[item("a", "取水许可(新办)", &json!({}))], &[item("a", "取水 许可（新办）", &json!({}))]);
    assert_eq!(only_change(&same).class, Class::Editorial);
    let recoded = change_of(&json!({"code": "000119001000"}), &json!({"code": "000119002000"}));
    assert_eq!(only_change(&recoded).class, Class::Recoded);
    // Digits of full width are the same code.
    let wide = change_of(&json!({"code": "000119001000"}), &json!({"code": "０００119001000"}));
    assert_eq!(only_change(&wide).class, Class::Editorial);
    let power = |of_type: &str| {
        catalog(
            &json!({"power_items": [{"id": "p", "name": "广告发布登记", "item_level": "main", "power_type": of_type}]}),
        )
    };
    let filing = diff(&power("licensing"), &power("filing"));
    assert_eq!((only_change(&filing).class, only_change(&filing).effect), (Class::TypeChanged, Effect::Eases));
    let back = diff(&power("filing"), &power("licensing"));
    assert_eq!(only_change(&back).effect, Effect::Burdens);
}

#[test]
fn ids_extensions_and_places_in_a_source_are_no_law() {
    let of = |row: u32| json!({"source": {"source": "s", "row": row}});
    let changes = change_of(&of(3), &of(4));
    assert_eq!(changes.items, []);
    let changes = change_of(&json!({"extensions": {"备注": "甲"}}), &json!({"extensions": {"备注": "乙"}}));
    assert_eq!(told(only_change(&changes)).2, [("extensions/备注", Some("\"甲\""), Some("\"乙\""))]);
    assert_eq!(only_change(&changes).class, Class::Editorial);
}

// ---------------------------------------------------------------- matching

fn log(operation: &str, from: &[&str], to: &[&str]) -> Value {
    json!({"id": format!("log-{operation}-{}", from.join("-")), "item_kind": "licensing_item", "operation": operation,
        "from": from, "to": to})
}

/// The licensing lists of two editions, with the log of the new one.
fn recorded(old: &[Value], new: &[Value], log: &[Value]) -> qingdan::diff::Changes {
    let old = catalog(&json!({ "licensing_items": old }));
    diff(&old, &catalog(&json!({"licensing_items": new, "adjustments": log})))
}

#[test]
fn an_adjustment_that_names_both_goes_before_all_else() {
    let (old, new) = (item("a", "取水许可", &json!({})), item("b", "取用水审批", &json!({})));
    let changes = recorded(slice::from_ref(&old), slice::from_ref(&new), &[log("rename", &["a"], &["b"])]);
    let change = only(&changes);
    assert_eq!((change.matched_by, change.confidence), (Some(MatchedBy::Succession), Some(Confidence::Certain)));
    assert_eq!(classes(change), [Class::Renamed]);
    assert_eq!(change.changes[0].adjustments.len(), 1);
    assert_eq!((changes.ids, changes.counts.unrecorded), (KeysKept::Regenerated, 0));
    // Without it nothing says that the two are one.
    let changes = recorded(&[old], &[new], &[]);
    assert_eq!((changes.items.len(), changes.counts.unrecorded), (2, 2));
    assert_eq!(changes.ids, KeysKept::NotTold);
}

#[test]
fn several_become_one_and_one_becomes_several() {
    let items = ["a", "b", "c"].map(|id| item(id, &format!("{id}许可"), &json!({})));
    let merged = log("merge", &["a", "b"], &["c"]);
    let changes = recorded(&items[..2], &items[2..], slice::from_ref(&merged));
    assert_eq!(classes(only(&changes)), [Class::Merged]);
    assert_eq!((only(&changes).old.len(), only(&changes).new.len()), (2, 1));
    assert_eq!((changes.counts.kept, changes.counts.unrecorded), (2, 0));
    let changes = recorded(&items[2..], &items[..2], &[log("split", &["c"], &["a", "b"])]);
    assert_eq!(classes(only(&changes)), [Class::Split]);
    // One of them goes on under its id.
    let changes = recorded(&items[..2], &items[..1], &[log("merge", &["a", "b"], &["a"])]);
    assert_eq!(classes(only(&changes)), [Class::Merged]);
    // A merger that is recorded and did not come about.
    assert_eq!(recorded(&items, &items, &[merged]).items, []);
}

#[test]
fn codes_go_before_ids_and_ids_before_names() {
    let coded = |id: &str, name: &str, code: &str| item(id, name, &json!({ "code": code }));
    let changes = licensing(&[coded("a", "取水许可", "000119001000")], &[coded("b", "取用水审批", "000119001000")]);
    assert_eq!(
        (only(&changes).matched_by, only(&changes).confidence),
        (Some(MatchedBy::Code), Some(Confidence::Likely))
    );
    assert_eq!((changes.ids, changes.codes), (KeysKept::Regenerated, KeysKept::Kept));
    let changes = licensing(&[item("a", "取水许可", &json!({}))], &[item("a", "取用水审批", &json!({}))]);
    assert_eq!((only(&changes).matched_by, only(&changes).confidence), (Some(MatchedBy::Id), Some(Confidence::Likely)));
    let changes = licensing(&[item("a", "取水许可", &days(20))], &[item("b", "取水许可", &days(15))]);
    assert_eq!(
        (only(&changes).matched_by, only(&changes).confidence),
        (Some(MatchedBy::Name), Some(Confidence::Likely))
    );
}

#[test]
fn an_id_that_was_given_to_another_item_pairs_nothing() {
    let of = |id: &str, name: &str, code: &str, law: &str| {
        item(id, name, &json!({"code": code, "set_by": [{"title": law, "articles": [{"article": 1}]}]}))
    };
    let changes =
        licensing(&[of("1", "取水许可", "000119001000", "水法")], &[of("1", "采矿许可", "000115001000", "矿产资源法")]);
    let found: Vec<Vec<Class>> = changes.items.iter().map(classes).collect();
    assert_eq!(found, [[Class::Cancelled], [Class::Added]]);
    // Ids that are numbers of rows, of which one row went.
    let names = ["取水许可", "采矿许可", "采砂许可", "草原征占用许可", "猎捕许可", "采伐许可"];
    let rows = |names: &[&str]| -> Vec<Value> {
        names.iter().enumerate().map(|(row, name)| item(&format!("{}", row + 1), name, &json!({}))).collect()
    };
    let changes = licensing(&rows(&names), &rows(&names[1..]));
    assert_eq!((only(&changes).old[0].name.as_str(), classes(only(&changes))), ("取水许可", vec![Class::Cancelled]));
    assert_eq!((changes.ids, changes.counts.unchanged), (KeysKept::Regenerated, 5));
}

#[test]
fn items_that_are_called_the_same_are_told_apart_by_body_and_basis() {
    let services = |ids: [&str; 3], bodies: [&str; 3], days: u16| {
        let bodies_of =
            bodies.map(|name| json!({"id": format!("{}{name}", ids[0]), "name": name, "kind": "department"}));
        let services: Vec<Value> = ids
            .iter()
            .zip(bodies)
            .map(|(id, body)| {
                json!({"id": id, "name": "取水许可", "item_level": "main", "service_type": "licensing",
                    "organization": format!("{}{body}", ids[0]),
                    "promised_limits": [{"amount": if body == "甲镇" { days } else { 20 }, "unit": "working_day"}]})
            })
            .collect();
        catalog(&json!({"organizations": bodies_of, "service_items": services}))
    };
    let old = services(["a", "b", "c"], ["甲镇", "乙镇", "丙镇"], 20);
    let new = services(["x", "y", "z"], ["丙镇", "丁镇", "甲镇"], 10);
    let changes = diff(&old, &new);
    let found: Vec<(Vec<Class>, Option<Confidence>)> =
        changes.items.iter().map(|item| (classes(item), item.confidence)).collect();
    // What 乙镇 had is gone, and what 丁镇 has is new: others of that name stayed.
    assert_eq!(
        found,
        [
            (vec![Class::LimitShortened], Some(Confidence::Likely)),
            (vec![Class::Cancelled], None),
            (vec![Class::Added], None)
        ]
    );
    assert_eq!(changes.ids, KeysKept::Regenerated);
}

#[test]
fn what_differs_in_nothing_else_is_paired_by_what_it_says() {
    let of = |ids: [&str; 3], limits: [u16; 3]| {
        let items: Vec<Value> = ids.iter().zip(limits).map(|(id, limit)| item(id, "取水许可", &days(limit))).collect();
        items
    };
    let changes = licensing(&of(["a", "b", "c"], [20, 15, 10]), &of(["x", "y", "z"], [10, 20, 15]));
    assert_eq!((changes.items.len(), changes.counts.unchanged), (0, 3));
    let changes = licensing(&of(["a", "b", "c"], [20, 15, 10]), &of(["x", "y", "z"], [10, 20, 5]));
    assert_eq!(classes(only(&changes)), [Class::LimitShortened]);
}

// ---------------------------------------------------------------- adjustments

#[test]
fn adjustments_say_what_became_of_an_item() {
    let item = item("a", "取水许可", &json!({}));
    let devolved = recorded(slice::from_ref(&item), &[], &[log("devolve", &["a"], &[])]);
    assert_eq!((only_change(&devolved).class, devolved.counts.unrecorded), (Class::Devolved, 0));
    assert_eq!(devolved.counts.kept, 0);
    let cancelled = recorded(slice::from_ref(&item), &[], &[log("cancel", &["a"], &[])]);
    assert_eq!((only_change(&cancelled).class, cancelled.counts.unrecorded), (Class::Cancelled, 0));
    let back = recorded(&[], slice::from_ref(&item), &[log("take_back", &[], &["a"])]);
    assert_eq!((only_change(&back).class, back.counts.unrecorded), (Class::TakenBack, 0));
    // Seen backwards.
    let with_log = catalog(&json!({"licensing_items": [], "adjustments": [log("devolve", &["a"], &[])]}));
    let without = catalog(&json!({"licensing_items": [item]}));
    assert_eq!(only_change(&diff(&with_log, &without)).class, Class::TakenBack);
}

#[test]
fn an_adjustment_tells_of_the_changes_that_its_operation_makes() {
    let (old, new) = (days(20), with(days(15), &json!({"set_by": [{"title": "水法"}]})));
    let changes =
        recorded(&[item("a", "取水许可", &old)], &[item("a", "取用水审批", &new)], &[log("rename", &["a"], &["a"])]);
    let told: Vec<(Class, usize)> =
        only(&changes).changes.iter().map(|change| (change.class, change.adjustments.len())).collect();
    // Limits have no operation of their own: any record of the item tells of them.
    assert_eq!(told, [(Class::Renamed, 1), (Class::BasisChanged, 0), (Class::LimitShortened, 1)]);
    assert_eq!(changes.counts.unrecorded, 1);
}

#[test]
fn what_the_old_edition_recorded_already_tells_of_nothing_new() {
    let log = log("rename", &["a"], &["a"]);
    let of = |name: &str| catalog(&json!({"licensing_items": [item("a", name, &json!({}))], "adjustments": [log]}));
    assert_eq!(diff(&of("取水许可"), &of("取用水审批")).counts.unrecorded, 1);
    // Under another id it is the same decision of the same day, and the same id may be given again to another one.
    let told = |id: &str, name: &str, day: &str| {
        let log = with(log.clone(), &json!({"id": id, "decided_on": day}));
        catalog(&json!({"licensing_items": [item("a", name, &json!({}))], "adjustments": [log]}))
    };
    let old = told("1", "取水许可", "2023-03-01");
    assert_eq!(diff(&old, &told("7", "取用水审批", "2023-03-01")).counts.unrecorded, 1);
    assert_eq!(diff(&old, &told("7", "取用水审批", "2024-03-01")).counts.unrecorded, 0);
}

#[test]
fn other_records_are_compared_by_their_ids() {
    let of = |bodies: &[(&str, &str, u32)]| {
        let bodies = bodies.iter().map(
            |(id, name, row)| json!({"id": id, "name": name, "kind": "department", "source": {"source": "s", "row": row}}),
        );
        catalog(&json!({"organizations": bodies.collect::<Vec<_>>()}))
    };
    let changes = diff(
        &of(&[("water", "水利局", 1), ("tax", "税务局", 2), ("oil", "石油办", 3)]),
        &of(&[("tax", "税务局", 1), ("water", "水务局", 2), ("data", "数据局", 3)]),
    );
    let told: Vec<(&str, RecordChangeKind, &[String])> =
        changes.records.iter().map(|record| (record.id.as_str(), record.change, &*record.fields)).collect();
    assert_eq!(
        told,
        [
            ("water", RecordChangeKind::Changed, &["name".to_owned()][..]),
            ("oil", RecordChangeKind::Removed, &[][..]),
            ("data", RecordChangeKind::Added, &[][..])
        ]
    );
    assert_eq!(changes.records[0].name.as_ref().map(Text::as_str), Some("水务局"));
}
