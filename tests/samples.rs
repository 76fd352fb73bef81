//! The sample catalogs: free of findings, complete, and the faulty twin faulty exactly as written down by hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use qingdan::codelist::{AuthorityRole, Initiation, ItemLevel, ItemType, TimeUnit};
use qingdan::figures::{Comparison, Figures};
use qingdan::model::{Authority, Catalog, Kind, Record};
use qingdan::report::Verdict;
use qingdan::rule::{Need, Rule};
use qingdan::schema::SchemaName;
use qingdan::{Aspect, Checker, Lang, Limits, Report, RuleCode, rules};
use serde::Deserialize;
use serde_json::Value;

pub(crate) fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "examples", "catalogs", name].iter().collect()
}

pub(crate) fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn check(name: &str) -> Report {
    Checker::new().as_of("2026-11-25".parse().unwrap()).check_file(path(name)).unwrap()
}

fn described(report: &Report) -> Vec<String> {
    report
        .findings()
        .map(|f| {
            let record =
                f.record.as_ref().map(|r| format!("{}/{}", r.kind, r.id.as_ref().map_or("?", |id| id.as_str())));
            let (line, column) = (f.place.line.unwrap_or(0), f.place.column.unwrap_or(0));
            format!("{} {} {} {line}:{column} {}", f.code, record.unwrap_or_default(), f.path, f.message(Lang::En))
        })
        .collect()
}

#[test]
fn the_samples_are_free_of_findings() {
    for name in ["minimal.json", "hangjin-sample.json"] {
        assert_eq!(described(&check(name)), Vec::<String>::new(), "{name}");
    }
}

/// The edition before the sample has none on a day on which it was the newest; beside it the sample has none either, and the
/// rules that need a previous edition ran.
#[test]
fn the_sample_is_free_of_findings_beside_its_previous_edition() {
    let previous = bytes("hangjin-sample-previous.json");
    let then = Checker::new().as_of("2025-06-01".parse().unwrap()).check_bytes("previous", &previous);
    assert_eq!(described(&then), Vec::<String>::new());
    let previous = qingdan::read(&previous, Limits::default()).catalog.unwrap();
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap()).previous(&previous);
    let report = checker.check_bytes("sample", &bytes("hangjin-sample.json"));
    assert_eq!(described(&report), Vec::<String>::new());
    for code in ["QD807", "QD809", "QD810", "QD812"] {
        let code = code.parse().unwrap();
        assert!(report.inputs[0].coverage.run.contains(&code), "{code}");
        assert!(report.inputs[0].coverage.not_run.iter().all(|not_run| not_run.code != code), "{code}");
    }
    assert_eq!(report.inputs[0].verdicts.of(Aspect::Valid).verdict, Verdict::Yes);
}

/// Beside the city's list and the edition before it, nothing is left open that another catalog could tell.
#[test]
fn the_sample_is_valid_and_lawful_beside_both() {
    let read = |name: &str| qingdan::read(&bytes(name), Limits::default()).catalog.unwrap();
    let checker = Checker::new()
        .as_of("2026-11-23".parse().unwrap())
        .superior(&read("ordos-sample-superior.json"))
        .previous(&read("hangjin-sample-previous.json"));
    let report = checker.check_bytes("sample", &bytes("hangjin-sample.json"));
    assert_eq!(described(&report), Vec::<String>::new());
    let input = &report.inputs[0];
    for aspect in Aspect::ALL {
        assert_eq!(input.verdicts.of(*aspect).verdict, Verdict::Yes, "{aspect}");
    }
    // QD811 waits for the term of the region alone.
    let of_editions = rules::all().map(|rule| rule.code).filter(|code| (801..=813).contains(&code.number()));
    let not_run = |code: &RuleCode| input.coverage.not_run.iter().any(|not_run| not_run.code == *code);
    let waiting: Vec<String> = of_editions.filter(not_run).map(|code| code.to_string()).collect();
    assert_eq!(waiting, ["QD811"]);
}

/// Nothing stands between the sample and each yes.
#[test]
fn the_sample_is_valid_lawful_and_publishable() {
    let verdicts = &check("hangjin-sample.json").inputs[0].verdicts;
    for aspect in Aspect::ALL {
        let judged = verdicts.of(*aspect);
        assert_eq!((judged.verdict, judged.because.len()), (Verdict::Yes, 0), "{aspect}");
    }
}

/// The catalog that the READMEs show is the one that is tested.
#[test]
fn the_readmes_show_the_smallest_sample_word_for_word() {
    let minimal = String::from_utf8(bytes("minimal.json")).unwrap();
    for readme in [include_str!("../README.md"), include_str!("../README.zh.md")] {
        assert!(readme.contains(&format!("```json\n{minimal}```")), "{minimal}");
    }
}

#[test]
fn the_sample_has_every_kind() {
    let catalog = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    for kind in Kind::ALL {
        assert!(catalog.len_of(*kind) > 0, "no {kind}");
    }
}

fn sample() -> Catalog {
    qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap()
}

/// The 56 items of a county's everyday work that the sample covers: number, id in every list, type, a deciding body.
const ITEMS: [(usize, &str, ItemType, &str); 56] = [
    (1, "food-business", ItemType::Licensing, "market"),
    (2, "tree-cutting", ItemType::Licensing, "forestry"),
    (3, "take-water", ItemType::Licensing, "water"),
    (4, "soil-conservation-plan", ItemType::Licensing, "water"),
    (5, "river-activities", ItemType::Licensing, "water"),
    (6, "flood-impact", ItemType::Licensing, "water"),
    (7, "construction-permit", ItemType::Licensing, "housing"),
    (8, "drainage-permit", ItemType::Licensing, "housing"),
    (9, "occupy-city-road", ItemType::Licensing, "housing"),
    (10, "outdoor-advertising", ItemType::Licensing, "urban-management"),
    (11, "rural-planning-permit", ItemType::Licensing, "natural-resources"),
    (12, "construction-planning-permit", ItemType::Licensing, "natural-resources"),
    (13, "temporary-land", ItemType::Licensing, "natural-resources"),
    (14, "homestead", ItemType::Licensing, "xini"),
    (15, "grassland-mining-permit", ItemType::Licensing, "forestry"),
    (16, "temporary-grassland", ItemType::Licensing, "forestry"),
    (17, "grassland-fire-use", ItemType::Licensing, "hangjin"),
    (18, "temporary-forest-land", ItemType::Licensing, "forestry"),
    (19, "forestry-facilities", ItemType::Licensing, "forestry"),
    (20, "animal-epidemic-prevention", ItemType::Licensing, "agriculture"),
    (21, "pesticide-business", ItemType::Licensing, "agriculture"),
    (22, "veterinary-drug-business", ItemType::Licensing, "agriculture"),
    (23, "public-place-hygiene", ItemType::Licensing, "health"),
    (24, "medical-institution", ItemType::Licensing, "health"),
    (25, "nurse-registration", ItemType::Licensing, "health"),
    (26, "rural-doctor-registration", ItemType::Licensing, "health"),
    (27, "private-nonprofit", ItemType::Licensing, "civil-affairs"),
    (28, "passenger-transport", ItemType::Licensing, "transport"),
    (29, "freight-transport", ItemType::Licensing, "transport"),
    (30, "road-works", ItemType::Licensing, "transport"),
    (31, "fireworks-retail", ItemType::Licensing, "emergency"),
    (32, "fire-safety-check", ItemType::Licensing, "fire-rescue"),
    (33, "entertainment-venue", ItemType::Licensing, "culture-tourism"),
    (34, "internet-cafe", ItemType::Licensing, "culture-tourism"),
    (35, "private-school", ItemType::Licensing, "education-sports"),
    (36, "investment-approval", ItemType::Licensing, "development-reform"),
    (37, "investment-filing", ItemType::OtherPower, "development-reform"),
    (38, "minimum-living", ItemType::Payment, "civil-affairs"),
    (39, "destitute-support", ItemType::Payment, "civil-affairs"),
    (40, "temporary-relief", ItemType::Payment, "civil-affairs"),
    (41, "disability-nursing", ItemType::Payment, "civil-affairs"),
    (42, "marriage-registration", ItemType::Confirmation, "civil-affairs"),
    (43, "special-equipment-registration", ItemType::Licensing, "market"),
    (44, "land-dispute", ItemType::Adjudication, "hangjin"),
    (45, "grassland-reclaiming", ItemType::Penalty, "forestry"),
    (46, "grassland-mining", ItemType::Penalty, "forestry"),
    (47, "grassland-driving", ItemType::Penalty, "forestry"),
    (48, "unapproved-water-taking", ItemType::Penalty, "water"),
    (49, "littering", ItemType::Penalty, "urban-management"),
    (50, "straw-burning", ItemType::Penalty, "agriculture"),
    (51, "animal-vaccination", ItemType::Penalty, "agriculture"),
    (52, "rural-illegal-building", ItemType::CoerciveExecution, "xini"),
    (53, "substitute-replanting", ItemType::CoerciveExecution, "forestry"),
    (54, "grassland-restoration-fee", ItemType::Levy, "forestry"),
    (55, "seed-inspection", ItemType::Inspection, "agriculture"),
    (56, "seed-seizure", ItemType::CoerciveMeasure, "agriculture"),
];

/// Each of the 56 items is a power; a license also stands in the licensing list, what is applied for in the services.
#[test]
fn the_sample_has_the_56_items_in_every_list_to_which_they_belong() {
    let catalog = sample();
    let decides = |authorities: &[Authority], body: &str| {
        authorities.iter().any(|a| a.role == AuthorityRole::Decide && a.organization.id().as_str() == body)
    };
    for (position, (number, id, item_type, body)) in ITEMS.iter().enumerate() {
        assert_eq!(*number, position + 1, "{id}");
        assert!(catalog.organizations.contains(body), "{body}");
        let power = catalog.power_items.get(id).unwrap_or_else(|| panic!("no power_item/{id}"));
        assert_eq!((power.item_level, power.power_type), (ItemLevel::Main, *item_type), "{id}");
        assert!(decides(&power.authorities, body), "{id}");

        let licensing = catalog.licensing_items.get(id);
        assert_eq!(licensing.is_some(), *item_type == ItemType::Licensing, "{id}");
        if let Some(licensing) = licensing {
            assert!(decides(&licensing.authorities, body), "{id}");
            assert_eq!(power.licensing_item.as_ref().map(|item| item.id().as_str()), Some(*id));
        }

        let service = catalog.service_items.get(id);
        assert_eq!(service.is_some(), power.initiation == Some(Initiation::OnApplication), "{id}");
        if let Some(service) = service {
            assert_eq!((service.service_type, service.organization.id().as_str()), (*item_type, *body), "{id}");
        }
    }
    // Beside them: a delegated penalty that was taken back, and the license that townships issue by entrustment.
    let others = |ids: Vec<&str>| -> Vec<String> {
        ids.into_iter().filter(|id| ITEMS.iter().all(|item| item.1 != *id)).map(str::to_owned).collect()
    };
    let powers = others(catalog.power_items.iter().map(|item| item.id().as_str()).collect());
    assert_eq!(powers, ["tree-cutting-household", "road-stall"]);
    let services = others(catalog.service_items.iter().map(|item| item.id().as_str()).collect());
    assert_eq!(services, ["tree-cutting-household"]);
    assert_eq!((catalog.power_items.len(), catalog.service_items.len()), (58, 45));
}

/// What townships decide by statute (14, 52) is theirs, and delegated to none of them.
#[test]
fn own_powers_of_townships_are_not_delegated() {
    let catalog = sample();
    let delegated: BTreeSet<&str> = catalog.delegations.iter().map(|d| d.power_item.id().as_str()).collect();
    let expected = BTreeSet::from([
        "grassland-driving",
        "grassland-mining",
        "littering",
        "road-stall",
        "straw-burning",
        "tree-cutting-household",
    ]);
    assert_eq!(delegated, expected);
    for id in ["homestead", "rural-illegal-building"] {
        let deciders: Vec<&str> = catalog.power_items.get(id).unwrap().authorities.iter().map(decider).collect();
        assert_eq!(deciders, ["xini", "balagong", "jirigalangtu", "duguitala", "huhemudu", "yihewusu"], "{id}");
    }
}

fn decider(authority: &Authority) -> &str {
    assert_eq!(authority.role, AuthorityRole::Decide);
    authority.organization.id().as_str()
}

/// The limits that laws and regulations fix otherwise than the 20 working days of 行政许可法 §42.
#[test]
fn statutory_limits_are_those_of_the_statutes() {
    const OTHER_LIMITS: [(&str, &[(u16, TimeUnit)]); 13] = [
        ("take-water", &[(45, TimeUnit::WorkingDay)]),
        ("construction-permit", &[(7, TimeUnit::Day)]),
        ("veterinary-drug-business", &[(30, TimeUnit::WorkingDay)]),
        ("medical-institution", &[(45, TimeUnit::Day)]),
        ("rural-doctor-registration", &[(15, TimeUnit::Day)]),
        ("private-nonprofit", &[(60, TimeUnit::Day)]),
        ("passenger-transport", &[(20, TimeUnit::Day)]),
        ("freight-transport", &[(20, TimeUnit::Day)]),
        ("road-works", &[(20, TimeUnit::Day)]),
        ("fireworks-retail", &[(20, TimeUnit::Day)]),
        ("fire-safety-check", &[(10, TimeUnit::WorkingDay)]),
        ("internet-cafe", &[(20, TimeUnit::WorkingDay), (15, TimeUnit::WorkingDay)]),
        ("private-school", &[(30, TimeUnit::Day), (3, TimeUnit::Month)]),
    ];
    let catalog = sample();
    for item in catalog.licensing_items.iter().filter(|item| !item.statutory_limits.is_empty()) {
        let limits: Vec<(u16, TimeUnit)> = item.statutory_limits.iter().map(|l| (l.amount.get(), l.unit)).collect();
        let stated = OTHER_LIMITS.iter().find(|(id, _)| *id == item.id().as_str());
        assert_eq!(limits, stated.map_or(&[(20, TimeUnit::WorkingDay)][..], |(_, limits)| limits), "{}", item.id());
        assert!(item.statutory_limits.iter().all(|limit| !limit.basis.is_empty()), "{}", item.id());
    }
    for (id, _) in OTHER_LIMITS {
        assert!(catalog.licensing_items.contains(id), "{id}");
    }
}

/// The figures about the sample's own lists are recounted, and true; those of the printed report are left alone.
#[test]
fn the_figures_of_the_sample_are_true_of_it() {
    let claims = Figures::of(&sample()).claims;
    let of = |comparison: Comparison| -> Vec<&str> {
        claims
            .iter()
            .filter(|claim| claim.recount.comparison == comparison)
            .map(|claim| claim.published_figure.id().as_str())
            .collect()
    };
    assert_eq!(
        of(Comparison::NotCompared),
        ["normative-documents-2024", "sealed-licenses-2024", "sealing-rate-2024", "hotline-2024"]
    );
    assert_eq!(of(Comparison::Agrees).len() + 4, claims.len(), "{:?}", of(Comparison::Differs));
    assert!(claims.iter().all(|claim| claim.parts.as_ref().is_none_or(|parts| parts.adds_up)));
}

#[derive(Deserialize)]
struct ExpectedFinding {
    code: String,
    record: Option<String>,
    path: String,
    line: u32,
    column: u32,
}

#[test]
fn the_faulty_twin_gives_exactly_the_findings_written_down_by_hand() {
    let expected: Vec<ExpectedFinding> = serde_json::from_slice(&bytes("hangjin-faulty.expected.json")).unwrap();
    let mut expected: Vec<String> = expected
        .iter()
        .map(|e| format!("{} {} {} {}:{}", e.code, e.record.as_deref().unwrap_or_default(), e.path, e.line, e.column))
        .collect();
    let report = check("hangjin-faulty.json");
    let mut found: Vec<String> =
        described(&report).iter().map(|line| line.splitn(5, ' ').take(4).collect::<Vec<_>>().join(" ")).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected, "{:#?}", described(&report));
    // Every finding says in both languages what is wrong and what to do.
    for finding in report.findings() {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!finding.message.text(lang).is_empty() && !finding.help(lang).is_empty(), "{}", finding.code);
        }
        assert!(finding.message.zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}", finding.message.zh);
    }
}

/// The rules of which the faulty twin has no fault, as that cannot stand beside the others in one file, and why.
const NOT_IN_THE_TWIN: [(&str, &str); 6] = [
    ("QD001", "ends reading"),
    ("QD002", "ends reading"),
    ("QD004", "ends reading"),
    ("QD007", "ends reading"),
    ("QD415", "looks for services, and one could not be read, of which QD005 tells"),
    ("QD811", "needs a term of the region, of which none is held"),
];

#[test]
fn the_faulty_twin_has_a_fault_of_every_rule_that_one_file_can_show() {
    let found: BTreeSet<String> = check("hangjin-faulty.json").findings().map(|f| f.code.to_string()).collect();
    // Those of QD9 are about what is set aside, and not about a catalog.
    let needs_another = |rule: &&Rule| {
        let needs = rule.needs.iter().any(|need| matches!(need, Need::Superior | Need::Previous));
        needs || rule.code.family() == 9
    };
    let all = rules::all().filter(|rule| !needs_another(rule)).map(|rule| rule.code.to_string());
    let left_out = |code: &String| NOT_IN_THE_TWIN.iter().any(|(of, _)| of == code);
    let wanted: BTreeSet<String> = all.filter(|code| !left_out(code)).collect();
    assert_eq!(found, wanted);
}

/// Every property of every definition is filled at least once over the samples.
#[test]
fn every_property_is_filled_at_least_once() {
    let schema = crate::schemas::value(&SchemaName::Document.text());
    let mut filled = BTreeSet::new();
    for name in ["minimal.json", "hangjin-sample.json"] {
        let document: Value = serde_json::from_slice(&bytes(name)).unwrap();
        fill(&schema, &schema, "Catalog", &document, &mut filled);
    }
    let mut wanted = BTreeSet::new();
    let properties = |of: &Value| -> Vec<String> {
        of["properties"].as_object().into_iter().flat_map(|p| p.keys().cloned()).collect()
    };
    wanted.extend(properties(&schema).into_iter().map(|property| format!("Catalog.{property}")));
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        wanted.extend(properties(definition).into_iter().map(|property| format!("{name}.{property}")));
    }
    let missing: Vec<&String> = wanted.difference(&filled).collect();
    assert!(missing.is_empty(), "never filled: {missing:?}");
    assert!(wanted.len() > 300);
}

fn fill(root: &Value, schema: &Value, name: &str, value: &Value, filled: &mut BTreeSet<String>) {
    let reference = [schema, &schema["allOf"][0], &schema["anyOf"][0]].into_iter().find_map(|s| s["$ref"].as_str());
    if let Some(reference) = reference {
        let target = reference.trim_start_matches("#/$defs/");
        return fill(root, &root["$defs"][target], target, value, filled);
    }
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if let Some(property) = schema["properties"].get(key) {
                    filled.insert(format!("{name}.{key}"));
                    fill(root, property, name, member, filled);
                }
            }
        }
        Value::Array(elements) => {
            for element in elements {
                fill(root, &schema["items"], name, element, filled);
            }
        }
        _ => {}
    }
}

#[test]
fn the_samples_round_trip_through_both_spellings() {
    for name in ["minimal.json", "hangjin-sample.json"] {
        let catalog = qingdan::read(&bytes(name), Limits::default()).catalog.unwrap();
        let (mut document, mut lines) = (Vec::new(), Vec::new());
        catalog.write_json(&mut document).unwrap();
        catalog.write_ndjson(&mut lines).unwrap();
        let original: Value = serde_json::from_slice(&bytes(name)).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&document).unwrap(), original, "{name}");
        let mut back = qingdan::read(&lines, Limits::default()).catalog.unwrap();
        back.schema.clone_from(&catalog.schema);
        assert_eq!(back, catalog, "{name}");
    }
}

#[test]
fn a_catalog_in_memory_and_its_bytes_are_judged_alike() {
    let sample = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    assert_eq!(described(&Checker::new().check(&sample)), Vec::<String>::new());
    // The faulty twin without what only bytes can hold.
    let faulty = qingdan::read(&bytes("hangjin-faulty.json"), Limits::default()).catalog.unwrap();
    let mut written = Vec::new();
    faulty.write_json(&mut written).unwrap();
    let of = |report: &Report| -> Vec<String> {
        let mut all: Vec<String> = report
            .findings()
            .map(|f| format!("{} {:?} {} {}", f.code, f.record, f.place.pointer, f.message.zh))
            .collect();
        all.sort();
        all
    };
    let in_memory = of(&Checker::new().check(&faulty));
    assert!(in_memory.len() >= 8, "{in_memory:?}");
    assert_eq!(in_memory, of(&Checker::new().check_bytes("x", &written)));
}
