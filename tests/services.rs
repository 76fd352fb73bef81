//! QD608: materials that are exempt, and the links that stand in for them.

use qingdan::report::NotRunReason;
use qingdan::{Checker, Report, Severity};
use serde_json::{Value, json};

fn header() -> Value {
    json!({"schema_version": "1.0", "title": "免证办清单", "division": "150625", "level": "county"})
}

fn item(id: &str, materials: &Value) -> Value {
    json!({"id": id, "name": "取水许可", "item_level": "main", "service_type": "licensing", "organization": "w",
        "basis": [{"title": "水法", "articles": [{"article": 7}]}], "materials": materials})
}

fn material(id: &str, exempt: bool) -> Value {
    json!({"id": id, "name": "营业执照", "kind": "document", "exempt": exempt})
}

fn link(id: &str, service_item: &str, material: &str, mode: &str, state: &str, license_type: Option<&str>) -> Value {
    let mut link = json!({"id": id, "service_item": service_item, "material": material, "mode": mode, "state": state});
    if let Some(license_type) = license_type {
        link["license_type"] = license_type.into();
    }
    link
}

fn catalog(header: &Value, items: &[Value], links: &[Value]) -> Value {
    json!({
        "header": header,
        "organizations": [{"id": "w", "name": "水利局", "kind": "department"}],
        "license_types": [{"id": "t", "name": "营业执照"}],
        "service_items": items,
        "license_links": links,
    })
}

fn check(catalog: &Value) -> Report {
    Checker::new().check_bytes("x", catalog.to_string().as_bytes())
}

/// Severity, record and path of each finding.
fn found(catalog: &Value) -> Vec<String> {
    let of = |report: &Report| -> Vec<String> {
        let findings = report.findings().filter(|finding| finding.code() == "QD608");
        let mut found: Vec<String> = findings
            .map(|f| format!("{} {}{}", f.severity, f.record.as_ref().unwrap().id.as_ref().unwrap(), f.path))
            .collect();
        found.sort();
        found
    };
    let report = check(catalog);
    // One record a line, the other way round: the order of records changes nothing.
    let mut lines = vec![json!({"header": catalog["header"]}).to_string()];
    for (array, tag) in [
        ("license_links", "license_link"),
        ("service_items", "service_item"),
        ("license_types", "license_type"),
        ("organizations", "organization"),
    ] {
        lines.extend(catalog[array].as_array().unwrap().iter().rev().map(|record| json!({tag: record}).to_string()));
    }
    let turned =
        Checker::new().spelling(qingdan::model::Spelling::Ndjson).check_bytes("x", lines.join("\n").as_bytes());
    assert_eq!(of(&report), of(&turned));
    of(&report)
}

#[test]
fn each_state_of_the_links_of_an_exempt_material() {
    let of = |links: &[Value]| found(&catalog(&header(), &[item("a", &json!([material("m", true)]))], links));
    let license = |id: &str, state: &str, of_type| link(id, "a", "m", "e_license", state, of_type);
    assert_eq!(of(&[]), [""; 0]);
    assert_eq!(of(&[license("l", "unlinked", Some("t"))]), ["error a/materials/0/exempt"]);
    assert_eq!(of(&[license("l", "unlinked", None)]), ["error a/materials/0/exempt"]);
    assert_eq!(of(&[license("l", "linked", None)]), ["error a/materials/0/exempt"]);
    assert_eq!(of(&[license("l", "configured", None)]), ["error l/license_type"]);
    assert_eq!(of(&[license("l", "linked", Some("t"))]), [""; 0]);
    assert_eq!(of(&[license("l", "configured", Some("t"))]), [""; 0]);
    // One link in order is enough for the material; a configured one without a type is wrong all the same.
    assert_eq!(of(&[license("k", "unlinked", None), license("l", "linked", Some("t"))]), [""; 0]);
    assert_eq!(of(&[license("k", "configured", None), license("l", "linked", Some("t"))]), ["error k/license_type"]);
    for mode in ["data_sharing", "commitment", "department_check", "cancelled"] {
        for state in ["unlinked", "linked", "configured"] {
            assert_eq!(of(&[link("l", "a", "m", mode, state, None)]), [""; 0], "{mode} {state}");
        }
    }
}

#[test]
fn a_material_without_a_link_is_an_error_only_in_a_complete_list() {
    let items = [item("a", &json!([material("m", true), material("n", true), material("o", false)]))];
    let links = [link("l", "a", "m", "e_license", "linked", Some("t"))];
    assert_eq!(found(&catalog(&header(), &items, &links)), ["warning a/materials/1/exempt"]);
    let mut complete = header();
    complete["covers"] = json!(["license_link"]);
    assert_eq!(found(&catalog(&complete, &items, &links)), ["error a/materials/1/exempt"]);
    assert_eq!(found(&catalog(&complete, &items, &[])), ["error a/materials/0/exempt", "error a/materials/1/exempt"]);
    assert_eq!(found(&catalog(&header(), &items, &[])), [""; 0]);
}

#[test]
fn a_link_names_a_material_of_its_own_item() {
    let items =
        [item("a", &json!([material("m", false)])), item("b", &json!([material("n", false)])), item("c", &json!([]))];
    let of = |item: &str, material: &str| {
        found(&catalog(&header(), &items, &[link("l", item, material, "e_license", "configured", Some("t"))]))
    };
    assert_eq!(of("a", "m"), [""; 0]);
    assert_eq!(of("b", "n"), [""; 0]);
    assert_eq!(of("a", "n"), ["error l/material"]);
    assert_eq!(of("c", "m"), ["error l/material"]);
    // An item that is not there is QD009's alone.
    assert_eq!(of("d", "m"), [""; 0]);
    // One fault, one finding: the type is not asked for where the material is not there.
    let links = [link("l", "a", "n", "e_license", "configured", None)];
    assert_eq!(found(&catalog(&header(), &items, &links)), ["error l/material"]);
}

#[test]
fn the_license_type_may_stand_at_the_material() {
    let mut with_type = material("m", true);
    with_type["license_type"] = "t".into();
    for state in ["linked", "configured"] {
        let links = [link("l", "a", "m", "e_license", state, None)];
        assert_eq!(found(&catalog(&header(), &[item("a", &json!([with_type]))], &links)), [""; 0]);
    }
    // Not exempt and not configured: nobody relies on it yet.
    let links = [link("l", "a", "m", "e_license", "linked", None)];
    assert_eq!(found(&catalog(&header(), &[item("a", &json!([material("m", false)]))], &links)), [""; 0]);
}

#[test]
fn cancelled_items_and_items_with_one_id_are_not_judged() {
    let links =
        [link("k", "a", "m", "e_license", "unlinked", None), link("l", "a", "m", "e_license", "configured", None)];
    let mut cancelled = item("a", &json!([material("m", true)]));
    cancelled["status"] = "cancelled".into();
    assert_eq!(found(&catalog(&header(), &[cancelled], &links)), [""; 0]);
    let twice = [item("a", &json!([material("m", true)])), item("a", &json!([material("n", true)]))];
    assert_eq!(found(&catalog(&header(), &twice, &links)), [""; 0]);
}

#[test]
fn what_the_source_does_not_hold_is_not_judged() {
    let items = [item("a", &json!([material("m", true), material("n", true)]))];
    let links = [
        link("j", "a", "m", "e_license", "configured", None),
        link("k", "a", "n", "e_license", "unlinked", None),
        link("l", "a", "o", "e_license", "linked", None),
    ];
    let of = |not_held: &str| {
        let mut header = header();
        header["not_held"] = json!([not_held]);
        found(&catalog(&header, &items, &links))
    };
    let (at_type, at_exempt, at_material) = ("error j/license_type", "error a/materials/1/exempt", "error l/material");
    assert_eq!(of("service_items.fees"), [at_exempt, at_type, at_material]);
    assert_eq!(of("service_items.materials"), [""; 0]);
    assert_eq!(of("license_links.license_type"), [at_exempt, at_material]);
    assert_eq!(of("service_items.materials.license_type"), [at_exempt, at_material]);
}

/// What could not be judged is no silence: the coverage names it.
#[test]
fn lists_that_prove_nothing_are_named() {
    let reasons = |catalog: &Value| -> Vec<NotRunReason> {
        let report = check(catalog);
        let not_run = &report.inputs[0].coverage.not_run;
        let of_rule = not_run.iter().filter(|not_run| not_run.code == "QD608");
        of_rule.inspect(|not_run| assert_eq!(not_run.fields, ["license_links"])).map(|not_run| not_run.reason).collect()
    };
    let (exempt, demanded) = ([item("a", &json!([material("m", true)]))], [item("a", &json!([material("m", false)]))]);
    let linked = link("l", "a", "m", "e_license", "linked", Some("t"));
    let mut unread = linked.clone();
    unread["state"] = "broken".into();
    let mut complete = header();
    complete["covers"] = json!(["license_link"]);
    assert_eq!(reasons(&catalog(&header(), &exempt, &[])), [NotRunReason::ListIncomplete]);
    assert_eq!(reasons(&catalog(&header(), &demanded, &[])), []);
    assert_eq!(reasons(&catalog(&complete, &exempt, &[])), []);
    assert_eq!(reasons(&catalog(&header(), &exempt, &[linked])), []);
    assert_eq!(reasons(&catalog(&complete, &exempt, &[unread])), [NotRunReason::RecordsUnread]);
}

/// A link or item that could not be read may be the one that is missing.
#[test]
fn records_that_could_not_be_read_are_not_called_missing() {
    let items = [item("a", &json!([material("m", true)])), item("b", &json!([material("m", true)]))];
    let linked = link("l", "a", "m", "e_license", "linked", Some("t"));
    let mut unread = link("k", "b", "m", "e_license", "linked", Some("t"));
    unread["state"] = "broken".into();
    assert_eq!(found(&catalog(&header(), &items, std::slice::from_ref(&linked))), ["warning b/materials/0/exempt"]);
    assert_eq!(found(&catalog(&header(), &items, &[linked.clone(), unread])), [""; 0]);
    let mut broken = item("b", &json!([]));
    broken["materials"] = "m".into();
    let links = [linked, link("k", "b", "m", "e_license", "configured", None)];
    assert_eq!(found(&catalog(&header(), &[items[0].clone(), broken], &links)), [""; 0]);
}

#[test]
fn the_finding_names_the_link() {
    let links = [link("l", "a", "m", "e_license", "unlinked", None)];
    let report = check(&catalog(&header(), &[item("a", &json!([material("m", true)]))], &links));
    let finding = report.findings().find(|finding| finding.code() == "QD608").unwrap();
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.place.pointer.as_str(), "/service_items/0/materials/0/exempt");
    assert_eq!(finding.related[0].place.pointer.as_str(), "/license_links/0/state");
}
