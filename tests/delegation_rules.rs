//! QD5: what pages of rules cannot show, since an example is silent of every other rule and shows no more than places.

use qingdan::report::NotRunReason;
use qingdan::{Checker, Finding, Report, RuleSelector};
use serde_json::{Value, json};

/// What one rule says of a catalog whose header has these members.
fn told(code: &str, header: &Value, mut members: Value) -> Report {
    members["header"] = json!({"schema_version": "1.0", "title": "赋权清单", "division": "150625", "level": "county"});
    for (name, value) in header.as_object().unwrap() {
        members["header"][name] = value.clone();
    }
    let rule: RuleSelector = code.parse().unwrap();
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap()).select([rule]);
    let report = checker.check_bytes("x", members.to_string().as_bytes());
    assert_eq!(report.inputs[0].unread, 0, "{:?}", report.inputs[0].findings);
    report
}

fn penalty() -> Value {
    json!({"id": "p", "name": "对非法开垦草原的处罚", "item_level": "main", "power_type": "penalty"})
}

/// A delegation rests on a directory, and where the entries of none are held nobody can look it up: that is told.
#[test]
fn where_no_directory_is_held_it_is_told_that_nothing_was_looked_up() {
    let delegation = json!({"id": "d", "power_item": "p", "from": "w", "to": ["x"], "mode": "transfer"});
    let entry = json!({"id": "e", "name": "对非法开垦草原的处罚", "instrument": "i", "number": "1"});
    let of = |members: Value| {
        let report = told("QD508", &json!({}), members);
        let of_rule = report.inputs[0].coverage.not_run.iter().filter(|not_run| not_run.code == "QD508");
        of_rule.map(|not_run| (not_run.reason, not_run.fields.clone())).collect::<Vec<_>>()
    };
    let not_held = [(NotRunReason::NotHeld, vec!["directory_entries".to_owned()])];
    let two =
        json!([delegation.clone(), {"id": "d2", "power_item": "p", "from": "w", "to": ["x"], "mode": "transfer"}]);
    assert_eq!(of(json!({"power_items": [penalty()], "delegations": [delegation.clone()]})), not_held);
    assert_eq!(of(json!({"power_items": [penalty()], "delegations": two})), not_held);
    let entries = json!([entry]);
    assert_eq!(of(json!({"power_items": [penalty()], "delegations": [delegation], "directory_entries": entries})), []);
    assert_eq!(of(json!({"power_items": [penalty()]})), []);
}

/// QD416 tells of a mandate that states no day too; of the address alone the source may have no column.
#[test]
fn a_mandate_without_a_day_is_told_of_where_the_source_has_no_column_for_the_address() {
    let mandate = json!({"matter": "对非法开垦草原的处罚", "powers": "调查、告知、决定"});
    let members = json!({"power_items": [penalty()],
        "delegations": [{"id": "d", "power_item": "p", "from": "w", "to": ["x"], "mode": "entrust", "mandate": mandate}]});
    let of = |not_held: &[&str]| -> Vec<String> {
        let report = told("QD504", &json!({"not_held": not_held}), members.clone());
        report.findings().map(|finding| finding.place.pointer.to_string()).collect()
    };
    assert_eq!(of(&[]), ["/delegations/0/mandate"]);
    assert_eq!(of(&["delegations.mandate.url"]), ["/delegations/0/mandate"]);
    assert_eq!(of(&["delegations.mandate.url", "delegations.mandate.published_on"]), Vec::<String>::new());
}

/// A power that nobody exercises any more is shown where it says so: by its status, or by the end of its period.
#[test]
fn a_power_that_is_gone_is_shown_where_it_says_so() {
    let of = |power: Value| {
        let mut gone = penalty();
        for (name, value) in power.as_object().unwrap() {
            gone[name] = value.clone();
        }
        let returned = json!({"on": "2026-01-01"});
        let members = json!({"power_items": [gone], "delegations": [{"id": "d", "power_item": "p", "from": "w",
            "to": ["x"], "mode": "transfer", "returned": returned}]});
        let report = told("QD518", &json!({}), members);
        let related =
            |finding: &Finding| finding.related.iter().map(|at| at.place.pointer.to_string()).collect::<Vec<_>>();
        report.findings().flat_map(related).collect::<Vec<_>>()
    };
    assert_eq!(of(json!({"status": "cancelled"})), ["/power_items/0/status"]);
    assert_eq!(of(json!({"period": {"until": "2025-12-31"}})), ["/power_items/0/period/until"]);
}
