//! Rules of somebody's own, and second catalogs: called for what they name, and judged as all others are.

use qingdan::code::CodeScheme;
use qingdan::model::{CitationPlace, Header, Item, Kind, LicensingItem, Organization, Pointer, Record, field};
use qingdan::report::{NotRunReason, Verdict};
use qingdan::rule::{AmongAll, Findings, ItemSeen, KeptLook, Leaf, Look, Need, RecordLook, Rule, Scope, Whole};
use qingdan::schema::SchemaName;
use qingdan::{Aspect, Bilingual, Catalog, Checker, Report, RuleCode, RuleSelector, Severity};

/// Two bodies, an item of each list, one citation with a day, and codes of three schemes.
const CATALOG: &str = r#"{
  "header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"},
  "organizations": [
    {"id": "w", "name": "水利局", "kind": "department", "division": "150625"},
    {"id": "t", "name": "税务局", "kind": "department", "parent": "w"}
  ],
  "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "code": "000119001000",
    "set_by": [{"title": "中华人民共和国水法", "articles": [{"article": 48}]}]}],
  "power_items": [{"id": "p", "name": "水利检查", "item_level": "main", "power_type": "inspection",
    "authorities": [{"organization": "w", "role": "decide"}],
    "basis": [{"title": "中华人民共和国水法", "articles": [{"article": 60}]}]}],
  "service_items": [{"id": "s", "name": "水质查询", "item_level": "main", "service_type": "public_service", "organization": "w",
    "base_code": "442019001000"}]
}"#;

fn say(findings: &mut Findings<'_>, path: Pointer, found: &str) {
    findings.at(path, "此处", "here").found(found);
}

fn leaf(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    say(findings, leaf.pointer(), leaf.text);
}

fn citation(_: &Scope<'_>, place: &CitationPlace<'_>, findings: &mut Findings<'_>) {
    say(findings, place.path.clone(), place.citation.title.as_ref().map_or("", |title| title.as_str()));
}

fn item(_: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    say(findings, Pointer::member("name"), item.name().as_str());
}

fn body(_: &Scope<'_>, body: &Organization, findings: &mut Findings<'_>) {
    say(findings, Pointer::member("name"), body.name.as_str());
}

fn whole(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    assert!(whole.has(Kind::Organization, "w") && !whole.has(Kind::Organization, "x"));
    say(findings, Pointer::member("title"), &whole.count(Kind::Organization).to_string());
}

/// Items named by nobody else's name are kept; what is known of all others is at hand when they come.
fn has_water(_: &Scope<'_>, item: Item<'_>) -> bool {
    item.name().as_str().contains('水')
}

fn kept_item(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    assert!(all.has(Kind::ServiceItem, "s") && all.count(Kind::Organization) == 2);
    say(findings, Pointer::member("name"), item.name().as_str());
}

fn is_part(_: &Scope<'_>, body: &Organization) -> bool {
    body.parent.is_some()
}

fn kept_body(_: &Scope<'_>, all: &AmongAll<'_>, body: &Organization, findings: &mut Findings<'_>) {
    let parent = body.parent.as_ref().unwrap().id().as_str();
    assert!(all.has(Kind::Organization, parent) && all.count(Kind::ServiceItem) == 1);
    say(findings, Pointer::member("parent"), parent);
}

const fn own(number: u16, looks: &'static [Look]) -> Rule {
    Rule { looks, ..Rule::own(number, "of-our-own", Bilingual::new("本单位的规则", "a rule of our own")) }
}

static FIELD: Rule = own(1, &[Look::Field("name", leaf)]);
static CODE: Rule = own(2, &[Look::Code(&[CodeScheme::ItemCode, CodeScheme::BaseCode], leaf)]);
static REFERENCE: Rule = own(3, &[Look::Reference(Kind::Organization, leaf)]);
static CITATION: Rule = own(4, &[Look::Citation(citation)]);
static ITEM: Rule = own(5, &[Look::Item(item)]);
static ITEM_OF_TWO: Rule = Rule {
    reads: &[
        &[field!(licensing_items: LicensingItem, name)],
        &[field!(power_items: PowerItem, name), field!(power_items: PowerItem, scope)],
    ],
    ..own(6, &[Look::Item(item)])
};
static RECORD: Rule = own(7, &[Look::Record(RecordLook::Organization(body))]);
static WHOLE: Rule = own(8, &[Look::Catalog(whole)]);
static KEPT_ITEM: Rule = own(10, &[Look::KeptItem(has_water, kept_item)]);
static KEPT: Rule = own(11, &[Look::Kept(KeptLook::Organization(is_part, kept_body))]);
static DATE: Rule = own(9, &[Look::Date(leaf)]);

fn check(checker: Checker, rule: &'static Rule, text: &str) -> Report {
    checker.select([RuleSelector::Rule(rule.code)]).rule(rule).check_bytes("a", text.as_bytes())
}

/// What a rule met, by the places.
fn met(rule: &'static Rule, text: &str) -> Vec<String> {
    check(Checker::new(), rule, text).findings().map(|finding| finding.place.pointer.to_string()).collect()
}

#[test]
fn a_rule_is_called_for_what_it_names_and_for_nothing_else() {
    let names = [
        "/organizations/0/name",
        "/organizations/1/name",
        "/licensing_items/0/name",
        "/power_items/0/name",
        "/service_items/0/name",
    ];
    assert_eq!(met(&FIELD, CATALOG), names);
    assert_eq!(met(&CODE, CATALOG), ["/licensing_items/0/code", "/service_items/0/base_code"]);
    assert_eq!(
        met(&REFERENCE, CATALOG),
        ["/organizations/1/parent", "/power_items/0/authorities/0/organization", "/service_items/0/organization"]
    );
    assert_eq!(met(&CITATION, CATALOG), ["/licensing_items/0/set_by/0", "/power_items/0/basis/0"]);
    assert_eq!(met(&ITEM, CATALOG), names[2..]);
    assert_eq!(met(&RECORD, CATALOG), names[..2]);
    assert_eq!(met(&WHOLE, CATALOG), ["/header/title"]);
    assert_eq!(met(&KEPT_ITEM, CATALOG), names[2..]);
    assert_eq!(met(&KEPT, CATALOG), ["/organizations/1/parent"]);
    assert!(met(&DATE, CATALOG).is_empty());
    let dated = CATALOG.replace(
        r#""level": "county"}"#,
        r#""level": "county", "edition": {"label": "2024年版", "effective_on": "2024-06-01"}}"#,
    );
    assert_eq!(met(&DATE, &dated), ["/header/edition/effective_on"]);
}

/// What is kept is seen when all is known, in both spellings, in memory, and while a catalog is read.
#[test]
fn what_is_kept_is_found_the_same_way_wherever_the_records_come_from() {
    let catalog = qingdan::read(CATALOG.as_bytes(), qingdan::Limits::default()).catalog.unwrap();
    let mut lines = Vec::new();
    catalog.write_ndjson(&mut lines).unwrap();
    let checker =
        || Checker::new().select([RuleSelector::Rule(KEPT.code), RuleSelector::Rule(KEPT_ITEM.code)]).rule(&KEPT);
    let said = |report: Report| -> Vec<String> {
        report.findings().map(|finding| format!("{} {}", finding.code, finding.found.clone().unwrap())).collect()
    };
    let expected = ["X011 w", "X010 取水许可", "X010 水利检查", "X010 水质查询"];
    assert_eq!(said(checker().rule(&KEPT_ITEM).check_bytes("a", CATALOG.as_bytes())), expected);
    assert_eq!(said(checker().rule(&KEPT_ITEM).check_bytes("a", &lines)), expected);
    assert_eq!(said(checker().rule(&KEPT_ITEM).check(&catalog)), expected);
}

/// A look at items is at the lists alone of which it reads something that the source holds.
#[test]
fn a_look_at_items_is_at_the_lists_that_the_rule_reads() {
    assert_eq!(met(&ITEM_OF_TWO, CATALOG), ["/licensing_items/0/name", "/power_items/0/name"]);
    let not_held = |field: &str| {
        let header = format!(r#""level": "county", "not_held": ["{field}"]}}"#);
        CATALOG.replace(r#""level": "county"}"#, &header)
    };
    // One field of the group is not held: nothing can be said of that list.
    let text = not_held("power_items.scope");
    assert_eq!(met(&ITEM_OF_TWO, &text), ["/licensing_items/0/name"]);
    let report = check(Checker::new(), &ITEM_OF_TWO, &text);
    let coverage = &report.inputs[0].coverage;
    assert!(coverage.run.contains(&ITEM_OF_TWO.code));
    let told = coverage.not_run.iter().find(|rule| rule.code == ITEM_OF_TWO.code).unwrap();
    assert_eq!(
        (told.reason, told.fields.as_slice()),
        (NotRunReason::NotHeld, ["power_items.scope".to_owned()].as_slice())
    );
}

#[test]
fn a_rule_of_ones_own_is_judged_as_all_others_are() {
    let lawful: &'static Rule = Box::leak(Box::new(Rule { aspect: Aspect::Lawful, ..RECORD }));
    let report = Checker::new().rule(lawful).check_bytes("a", CATALOG.as_bytes());
    let input = &report.inputs[0];
    assert_eq!(input.verdicts.lawful.verdict, Verdict::No);
    assert!(input.verdicts.lawful.because.contains(&lawful.code));
    assert!(input.coverage.run.contains(&lawful.code));
    assert_eq!(input.counts.by_rule[&lawful.code], 2);
    let told = report.rules.iter().find(|rule| rule.code == lawful.code).unwrap();
    assert_eq!((told.name.as_str(), told.title.zh.as_str()), ("of-our-own", "本单位的规则"));
    assert_eq!(report.findings().next().unwrap().code.to_string(), "X007");

    let ignored = Checker::new().rule(lawful).ignore(["X007".parse().unwrap()]).check_bytes("a", CATALOG.as_bytes());
    assert_eq!(ignored.count_of(lawful.code), 0);
    assert!(ignored.inputs[0].verdicts.lawful.because.contains(&lawful.code), "an error rule that did not run blocks");

    // The report's own schema takes it.
    let schema = serde_json::from_str(&SchemaName::Report.text()).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&json).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn codes_of_ones_own_are_x_and_three_digits() {
    let code: RuleCode = "X042".parse().unwrap();
    assert_eq!((code.to_string().as_str(), code.number(), code.is_own()), ("X042", 42, true));
    assert!("QD042".parse::<RuleCode>().is_ok_and(|shipped| shipped != code && !shipped.is_own()));
    for wrong in ["X42", "X0042", "x042", "X04a", "Y042", "X"] {
        assert!(wrong.parse::<RuleCode>().is_err(), "{wrong}");
    }
}

/// A level decides what is shown and counted, never a verdict.
#[test]
fn a_level_changes_what_is_shown_and_no_verdict() {
    let text = CATALOG.replace(r#""parent": "w""#, r#""parent": "nobody""#);
    let dangling: RuleSelector = "QD009".parse().unwrap();
    let plain = Checker::new().check_bytes("a", text.as_bytes());
    let lowered = Checker::new().level([dangling], Severity::Info).check_bytes("a", text.as_bytes());
    let of = |report: &Report| -> Vec<Severity> {
        let found = report.findings().filter(|finding| finding.code() == "QD009");
        found.map(|finding| finding.severity).collect()
    };
    assert_eq!(of(&plain), [Severity::Error]);
    assert_eq!(of(&lowered), [Severity::Info]);
    assert_eq!(lowered.count(Severity::Error) + 1, plain.count(Severity::Error));
    assert_eq!(lowered.count(Severity::Info), plain.count(Severity::Info) + 1);
    assert_eq!(lowered.inputs[0].verdicts, plain.inputs[0].verdicts);
    let level = |report: &Report| report.rule("QD009".parse().unwrap()).and_then(|rule| rule.level);
    assert_eq!((level(&lowered), level(&plain)), (Some(Severity::Info), None), "the report says who called it so");
    // The last word counts, and a family is a word too.
    let family: RuleSelector = "QD0".parse().unwrap();
    let twice = Checker::new().level([dangling], Severity::Info).level([family], Severity::Warning);
    assert_eq!(of(&twice.check_bytes("a", text.as_bytes())), [Severity::Warning]);
}

fn league(covers: bool) -> Catalog {
    let mut league =
        Catalog::new(Header::new("鄂尔多斯市行政许可事项清单".parse().unwrap(), "150600".parse().unwrap()));
    if covers {
        league.header.covers.push(Kind::LicensingItem);
    }
    league.licensing_items.insert(LicensingItem::new("q".parse().unwrap(), "取水许可".parse().unwrap())).unwrap();
    league
}

fn with_superior_item(id: &str) -> String {
    CATALOG.replace(r#""code": "000119001000","#, &format!(r#""code": "000119001000", "superior_item": "{id}","#))
}

/// B18: `superior_item: "no-such-item"` passed.
#[test]
fn an_item_that_the_superior_list_does_not_have_is_found() {
    let code: RuleCode = "QD813".parse().unwrap();
    let check = |superior: Option<&Catalog>, text: &str| {
        let checker = superior.map_or_else(Checker::new, |superior| Checker::new().superior(superior));
        let report = checker.check_bytes("a", text.as_bytes());
        let reason = report.inputs[0].coverage.not_run.iter().find(|rule| rule.code == code).map(|rule| rule.reason);
        (report.count_of(code), report.inputs[0].coverage.run.contains(&code), reason)
    };
    let complete = league(true);
    assert_eq!(check(Some(&complete), &with_superior_item("no-such-item")), (1, true, None));
    assert_eq!(check(Some(&complete), &with_superior_item("q")), (0, true, None));
    assert_eq!(check(None, &with_superior_item("no-such-item")), (0, false, Some(NotRunReason::InputMissing)));
    let open = league(false);
    let told = Some(NotRunReason::ListIncomplete);
    assert_eq!(check(Some(&open), &with_superior_item("no-such-item")), (0, false, told));
}

/// A second list that nobody gave stands in the way of no verdict; the coverage names the rule.
#[test]
fn a_list_that_nobody_gave_blocks_no_verdict() {
    let code: RuleCode = "QD813".parse().unwrap();
    let report = Checker::new().check_bytes("a", CATALOG.as_bytes());
    assert!(!report.inputs[0].verdicts.valid.because.contains(&code));
    let ignored = Checker::new().ignore([RuleSelector::Rule(code)]).check_bytes("a", CATALOG.as_bytes());
    assert!(ignored.inputs[0].verdicts.valid.because.contains(&code), "to ignore it is another thing");
}

fn gone(scope: &Scope<'_>, item: &LicensingItem, findings: &mut Findings<'_>) {
    let previous = scope.previous().unwrap();
    if !previous.has(Kind::LicensingItem, Record::id(item).as_str()) {
        say(findings, Pointer::member("id"), previous.header().title.as_str());
    }
}

static NEW_ITEM: Rule = Rule { needs: &[Need::Previous], ..own(20, &[Look::Record(RecordLook::LicensingItem(gone))]) };

#[test]
fn the_previous_edition_comes_in_by_a_door_of_its_own() {
    let found = |checker: Checker| check(checker, &NEW_ITEM, CATALOG).count_of(NEW_ITEM.code);
    assert_eq!(found(Checker::new()), 0, "without it the rule does not run");
    assert_eq!(found(Checker::new().superior(&league(true))), 0, "the superior list is no previous edition");
    assert_eq!(found(Checker::new().previous(&league(true))), 1);
}

/// Checking a catalog in memory calls the same rules.
#[test]
fn own_rules_run_in_memory_too() {
    let catalog = qingdan::read(CATALOG.as_bytes(), qingdan::Limits::default()).catalog.unwrap();
    for rule in [&FIELD, &CODE, &REFERENCE, &CITATION, &ITEM, &ITEM_OF_TWO, &RECORD, &WHOLE, &DATE] {
        let checker = Checker::new().select([RuleSelector::Rule(rule.code)]).rule(rule);
        let found: Vec<String> =
            checker.check(&catalog).findings().map(|finding| finding.place.pointer.to_string()).collect();
        assert_eq!(found, met(rule, CATALOG), "{}", rule.code);
    }
}

/// Says something of the second of two equal aliases alone.
fn second(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.pointer().as_str() == "/aliases/1" {
        say(findings, leaf.pointer(), leaf.text);
    }
}

static SECOND: Rule = own(21, &[Look::Text(second)]);

/// A rule of somebody's own is shown every text, also one that stood in the same field before and said nothing.
#[test]
fn a_text_that_stands_again_is_shown_again() {
    let body = r#"{"id": "w", "name": "水利局", "kind": "department", "aliases": ["水务局", "水务局"]}"#;
    let catalog = CATALOG.replace(
        r#"{"id": "t", "name": "税务局""#,
        &format!("{body}, {}, {}", body.replace(r#""w""#, r#""x""#), r#"{"id": "t", "name": "税务局""#),
    );
    assert_eq!(check(Checker::new(), &SECOND, &catalog).count_of(SECOND.code), 2);
}
