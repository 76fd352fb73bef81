//! Editions that are made to be slow to compare: the work grows with them, and not with their product.

use std::time::{Duration, Instant};

use qingdan::Catalog;
use qingdan::diff::{Changes, diff};
use serde_json::{Value, json};

use super::catalog;

/// Items of one name, with numbers that lie far apart; `shift` gives them other ids.
fn of_one_name(n: usize, shift: usize, more: &dyn Fn(usize) -> Value) -> Value {
    let items: Vec<Value> = (0..n)
        .map(|number| {
            let base = json!({"id": format!("{}", number + shift), "name": "对违法行为的处罚", "item_level": "main",
                "power_type": "penalty"});
            super::with(base, &more(number * 7919 % n))
        })
        .collect();
    json!({ "power_items": items })
}

/// Pairs of editions, for so many items.
fn editions(n: usize) -> Vec<(&'static str, Value, Value)> {
    let scope = |number: usize| json!({"scope": format!("第{number}项")});
    let other_scope = |number: usize| json!({"scope": format!("第{}项", number + 1_000_000)});
    let basis = |number: usize| json!({"basis": [{"title": format!("第{}号办法", number % 50)}]});
    let rename = |number: usize| {
        json!({"id": format!("r{number}"), "item_kind": "power_item", "operation": "rename", "from": ["0"],
            "to": [format!("{number}")]})
    };
    let ids: Vec<String> = (0..n).map(|number| number.to_string()).collect();
    let mut chained = of_one_name(n, 0, &scope);
    chained["adjustments"] = (0..n).map(rename).collect();
    let mut merged = of_one_name(1, 0, &scope);
    merged["adjustments"] =
        json!([{"id": "m", "item_kind": "power_item", "operation": "merge", "from": ids, "to": ["0"]}]);
    let elements = |shift: usize| {
        let steps: Vec<Value> =
            (0..n).map(|number| json!({"stage": "accept", "content": format!("{}", number + shift)})).collect();
        let mut one = of_one_name(1, 0, &|_| json!({"responsibilities": steps}));
        one["power_items"][0]["prerequisites"] = (0..n).map(|number| format!("{}", number % 7 + shift)).collect();
        one
    };
    vec![
        ("equal but for ids", of_one_name(n, 0, &scope), of_one_name(n, n, &scope)),
        ("nothing equal but the name", of_one_name(n, 0, &scope), of_one_name(n, n, &other_scope)),
        ("one more", of_one_name(n, 0, &scope), of_one_name(n + 1, n, &other_scope)),
        ("many of each basis", of_one_name(n, 0, &basis), of_one_name(n, n, &basis)),
        ("one becomes all", of_one_name(n, 0, &scope), chained),
        ("all become one", of_one_name(n, 0, &scope), merged),
        ("many elements of one name", elements(0), elements(n)),
    ]
}

fn timed(old: &Catalog, new: &Catalog) -> (Duration, Changes) {
    let start = Instant::now();
    let changes = diff(old, new);
    (start.elapsed(), changes)
}

/// Time is no test on a busy machine: `cargo test --release --all-features --test tests -- --ignored hostile`.
#[test]
#[ignore = "it measures time"]
fn the_work_grows_with_the_editions_and_not_with_their_product() {
    for ((name, old, new), (_, more_old, more_new)) in editions(1_000).into_iter().zip(editions(8_000)) {
        let (old, new, more_old, more_new) = (catalog(&old), catalog(&new), catalog(&more_old), catalog(&more_new));
        // With the square it would be 64 times.
        let least = (0..3).map(|_| timed(&old, &new).0).min().unwrap();
        let most = (0..3).map(|_| timed(&more_old, &more_new).0).min().unwrap();
        println!("{name}: {least:?}, eight times as many: {most:?}");
        let least = least.max(Duration::from_millis(1));
        assert!(most < least * 30, "{name}: {least:?} for 1,000, {most:?} for 8,000");
    }
}

#[test]
fn what_cannot_be_told_apart_is_paired_where_as_many_are_left() {
    let told = |n: usize, at: usize| {
        let (_, old, new) = editions(n).swap_remove(at);
        let counts = diff(&catalog(&old), &catalog(&new)).counts;
        let of =
            |class: &str| counts.by_class.iter().find(|(of, _)| of.as_str() == class).map_or(0, |(_, count)| *count);
        (counts.kept, of("content_changed"), of("cancelled"), of("added"), of("merged"))
    };
    assert_eq!(told(50, 0), (50, 0, 0, 0, 0));
    assert_eq!(told(50, 1), (50, 50, 0, 0, 0));
    assert_eq!(told(50, 2), (0, 0, 50, 51, 0));
    assert_eq!(told(50, 3), (50, 0, 0, 0, 0));
    assert_eq!(told(50, 4), (50, 0, 0, 0, 0));
    assert_eq!(told(50, 5), (50, 0, 0, 0, 1));
}
