//! QD201: a main item rests on its sub-items. QD206: one provision twice in a list, in fields and in texts.

use qingdan::{Checker, Finding, Severity};
use serde_json::{Value, json};

/// Severity, record, path and Chinese message of what a rule says of a catalog with these members.
fn found(code: &str, mut members: Value) -> Vec<(Severity, String, String, String)> {
    members["header"] = json!({"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"});
    let report = Checker::new().check_bytes("x", members.to_string().as_bytes());
    assert_eq!(report.inputs[0].unread, 0, "{:?}", report.inputs[0].findings);
    let of = |finding: &Finding| {
        let id = finding.record.as_ref().and_then(|record| record.id.as_ref()).map(ToString::to_string);
        (finding.severity, id.unwrap_or_default(), finding.path.to_string(), finding.message.zh.clone())
    };
    report.findings().filter(|finding| finding.code() == code).map(of).collect()
}

/// A power item; a sub-item where it names a parent.
fn power(id: &str, parent: Option<&str>, has_basis: bool) -> Value {
    let mut item = json!({"id": id, "name": "对违反水法的处罚", "power_type": "penalty",
        "item_level": if parent.is_some() { "sub" } else { "main" }});
    if let Some(parent) = parent {
        item["parent"] = json!(parent);
    }
    if has_basis {
        item["basis"] = json!([{"title": "水法", "articles": [{"article": 69}]}]);
    }
    item
}

/// The records of which QD201 speaks.
fn without(items: &[Value]) -> Vec<String> {
    found("QD201", json!({"power_items": items})).into_iter().map(|(_, id, ..)| id).collect()
}

/// A11: of 22 such findings on a real list 22 were headings whose sub-items carried the bases.
#[test]
fn a_main_item_rests_on_its_sub_items_wherever_they_stand() {
    let main = || power("main", None, false);
    let sub = |id: &str, has_basis: bool| power(id, Some("main"), has_basis);
    let none: [&str; 0] = [];
    assert_eq!(without(&[main(), sub("a", true), sub("b", true)]), none);
    assert_eq!(without(&[sub("a", true), main(), sub("b", true)]), none);
    assert_eq!(without(&[sub("a", true), sub("b", true), main()]), none);
    // No sub-item, or one that has none either: one finding, at the main item.
    assert_eq!(without(&[main()]), ["main"]);
    assert_eq!(without(&[main(), sub("a", true), sub("b", false)]), ["main"]);
    assert_eq!(without(&[sub("a", false), sub("b", false), main()]), ["main"]);
    // Sub-items of another item carry nothing.
    assert_eq!(without(&[main(), power("other", None, true), power("a", Some("other"), true)]), ["main"]);
    // Main items that have a basis, and sub-items that rest on it.
    assert_eq!(without(&[power("main", None, true), sub("a", false)]), none);
}

#[test]
fn the_finding_says_how_many_sub_items_have_none() {
    let items = vec![
        power("main", None, false),
        power("a", Some("main"), true),
        power("b", Some("main"), false),
        power("c", Some("main"), false),
    ];
    let told = found("QD201", json!({"power_items": items}));
    let [(severity, id, path, message)] = &told[..] else { panic!("{told:?}") };
    assert_eq!((*severity, id.as_str(), path.as_str()), (Severity::Error, "main", "/basis"));
    assert!(message.contains("其子项中有2项也没有"), "{message}");
}

#[test]
fn cancelled_sub_items_carry_nothing_and_lack_nothing() {
    let cancelled = |has_basis: bool| {
        let mut item = power("b", Some("main"), has_basis);
        item["status"] = json!("cancelled");
        item
    };
    let main = || power("main", None, false);
    assert_eq!(without(&[main(), cancelled(true)]), ["main"]);
    assert_eq!(without(&[main(), power("a", Some("main"), true), cancelled(false)]), [] as [&str; 0]);
}

/// A sub-item that names the item of another list has its basis there.
#[test]
fn sub_items_may_rest_on_another_list() {
    let mut sub = power("a", Some("main"), false);
    sub["licensing_item"] = json!("l");
    let license = json!({"id": "l", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}]});
    let members = json!({"licensing_items": [license], "power_items": [power("main", None, false), sub]});
    assert_eq!(found("QD201", members), []);
    // The same id in another list is another item.
    let sub = json!({"id": "s", "name": "取水许可", "item_level": "sub", "parent": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}]});
    let license = json!({"id": "main", "name": "取水许可", "item_level": "main"});
    let members = json!({"licensing_items": [license, sub], "power_items": [power("main", None, false)]});
    let told: Vec<_> = found("QD201", members).into_iter().map(|(_, id, path, _)| (id, path)).collect();
    assert_eq!(told, [("main".to_owned(), "/basis".to_owned())]);
}

#[test]
fn parts_of_parts_carry_up_and_circles_carry_nothing() {
    let none: [&str; 0] = [];
    let items =
        |lowest: bool| vec![power("main", None, false), power("a", Some("main"), false), power("b", Some("a"), lowest)];
    assert_eq!(without(&items(true)), none);
    assert_eq!(without(&items(false)), ["main"]);
    // Each the part of the other: neither is a main item, and nothing hangs.
    assert_eq!(without(&[power("a", Some("b"), false), power("b", Some("a"), false)]), none);
    assert_eq!(without(&[power("a", Some("a"), false)]), none);
    assert_eq!(without(&[power("a", Some("gone"), false)]), none);
}

/// Paths and messages of QD206 for what sets a license.
fn repeated(citations: &Value) -> Vec<(String, String)> {
    let item = json!({"id": "a", "name": "取水许可", "item_level": "main", "set_by": citations});
    let told = found("QD206", json!({"licensing_items": [item]}));
    told.into_iter().map(|(.., path, message)| (path, message)).collect()
}

/// A12: the rule looks into the texts of cells.
#[test]
fn a_provision_twice_in_the_text_of_a_cell_is_told() {
    let text = |text: &str| repeated(&json!([{"text": text}]));
    for (cell, what) in [
        ("《水法》第七条、第四十八条、第七条", "《水法》第七条在同一栏中引用了2次"),
        (
            "【法律】《水法》第7条；\n【法律】《中华人民共和国水法》第七条",
            "《中华人民共和国水法》第七条在同一栏中引用了2次",
        ),
        ("《水法》（2016年7月2日修正）第七条；《水法》第七条", "《水法》第七条在同一栏中引用了2次"),
        (
            "《水法》第七条第一款第（一）项；《防洪法》第三条；《水法》第七条第一款第一项",
            "《水法》第七条第一款第（一）项在同一栏中引用了2次",
        ),
        (
            "《水法》第七条；《水法》第七条；《水法》第七条；《水法》第七条；《水法》第七条",
            "《水法》第七条在同一栏中引用了5次",
        ),
    ] {
        assert_eq!(text(cell), [("/set_by/0/text".to_owned(), what.to_owned())], "{cell}");
    }
    for cell in [
        "《水法》第七条、第四十八条",
        "《水法》第七条；《防洪法》第七条",
        "《水法》第七条第一款、第七条第二款",
        "《水法》（2002年8月29日修订）第七条；《水法》（2016年7月2日修正）第七条",
        "《水法》第七条：国家对水资源依法实行取水许可制度。第七条规定的制度由国务院规定。",
        "《水法》《防洪法》；《水法》",
    ] {
        assert_eq!(text(cell), [], "{cell}");
    }
}

#[test]
fn texts_and_fields_of_one_list_are_compared() {
    let forty_eight = json!({"title": "中华人民共和国水法", "articles": [{"article": 7}, {"article": 48}]});
    let told = repeated(&json!([forty_eight, {"text": "《防洪法》第三条"}, {"text": "《水法》第四十八条"}]));
    assert_eq!(told.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["/set_by/2/text"]);
    let told = repeated(&json!([{"text": "《水法》第四十八条"}, forty_eight, forty_eight]));
    let paths: Vec<&str> = told.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["/set_by/1/articles/1", "/set_by/2/articles/0"]);
    assert!(told[0].1.contains("引用了3次"), "{told:?}");
    // Texts in which nothing was understood are compared word for word.
    let told = repeated(&json!([{"text": "按有关规定"}, {"text": "按有关规定"}, {"text": "按其他规定"}]));
    assert_eq!(told.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["/set_by/1"]);
}
