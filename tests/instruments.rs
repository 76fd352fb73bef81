//! QD203 to QD206, QD208 and QD209: what is known of the instruments cited, and what the report says where nothing is.
//! Facts about statutes are those of the texts: 水法 (2016) has 82 articles, 化妆品卫生监督条例 ended on 2021-01-01.

use qingdan::law::facts::LawFacts;
use qingdan::report::NotRunReason;
use qingdan::{Checker, Finding, Report, Severity};
use serde_json::{Value, json};

const HEADER: &str = r#"{"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"}"#;

fn checker(day: &str) -> Checker {
    Checker::new()
        .as_of(day.parse().unwrap())
        .select(["QD203", "QD204", "QD205", "QD206", "QD208", "QD209"].map(|code| code.parse().unwrap()))
}

fn check_with(checker: &Checker, mut members: Value) -> Report {
    members["header"] = serde_json::from_str(HEADER).unwrap();
    let report = checker.check_bytes("x", members.to_string().as_bytes());
    assert_eq!(report.inputs[0].unread, 0, "{:?}", report.inputs[0].findings);
    report
}

fn check(members: Value) -> Report {
    check_with(&checker("2026-11-23"), members)
}

/// A licensing item that these citations set.
fn set_by(citations: &Value) -> Value {
    json!([{"id": "a", "name": "取水许可", "item_level": "main", "set_by": citations}])
}

/// Code, severity and path of each finding.
fn found(report: &Report) -> Vec<(String, Severity, String)> {
    let of = |finding: &Finding| (finding.code.to_string(), finding.severity, finding.path.to_string());
    report.findings().map(of).collect()
}

fn one(code: &str, severity: Severity, path: &str) -> Vec<(String, Severity, String)> {
    vec![(code.to_owned(), severity, path.to_owned())]
}

const ENDED: &str = "化妆品卫生监督条例";

#[test]
fn an_ended_instrument_is_an_error_only_where_nothing_else_carries_the_power() {
    let ended = json!({"title": ENDED, "articles": [{"article": 5}]});
    let with = |other: Value| found(&check(json!({"licensing_items": set_by(&json!([ended, other]))})));
    let at = |severity| one("QD203", severity, "/set_by/0");
    assert_eq!(found(&check(json!({"licensing_items": set_by(&json!([ended]))}))), at(Severity::Error));
    // In force, held by nobody, not understood: another basis carries it, or may.
    assert_eq!(with(json!({"title": "化妆品监督管理条例", "articles": [{"article": 27}]})), at(Severity::Warning));
    assert_eq!(with(json!({"title": "某自治区化妆品条例", "articles": [{"article": 27}]})), at(Severity::Warning));
    assert_eq!(with(json!({"text": "见有关规定"})), at(Severity::Warning));
    // Another that has ended carries nothing: an error each.
    let both = with(json!({"title": "契税暂行条例", "articles": [{"article": 3}]}));
    assert_eq!(both.iter().map(|(.., path)| path.as_str()).collect::<Vec<_>>(), ["/set_by/0", "/set_by/1"]);
    assert!(both.iter().all(|(_, severity, _)| *severity == Severity::Error));
}

#[test]
fn what_does_not_give_the_power_is_a_warning() {
    let ended = json!([{"title": ENDED, "articles": [{"article": 5}]}]);
    let law = json!([{"title": "水法", "articles": [{"article": 7}]}]);
    let report = check(json!({"licensing_items": [
        {"id": "a", "name": "取水许可", "item_level": "main", "set_by": law, "implemented_under": ended,
         "fees": [{"name": "费", "basis": ended}]},
    ]}));
    let mut found: Vec<_> = report.findings().map(|finding| (finding.path.as_str(), finding.severity)).collect();
    found.sort_unstable();
    assert_eq!(found, [("/fees/0/basis/0", Severity::Warning), ("/implemented_under/0", Severity::Warning)]);
    // A public service is no power.
    let service = |kind: &str| {
        let item = json!({"id": "s", "name": "查询", "item_level": "main", "service_type": kind, "organization": "w", "basis": ended});
        let body = json!([{"id": "w", "name": "水利局", "kind": "department"}]);
        check(json!({"organizations": body, "service_items": [item]}))
    };
    assert_eq!(found_severity(&service("public_service")), Some(Severity::Warning));
    assert_eq!(found_severity(&service("confirmation")), Some(Severity::Error));
}

fn found_severity(report: &Report) -> Option<Severity> {
    report.findings().next().map(|finding| finding.severity)
}

/// It ended on the first day of 2021: on that day it is over, the day before it is not known to be.
#[test]
fn an_end_counts_from_its_day() {
    for (day, ends) in [("2020-12-31", false), ("2021-01-01", true), ("2026-11-23", true)] {
        let items = json!({"licensing_items": set_by(&json!([{"title": ENDED, "articles": [{"article": 5}]}]))});
        assert_eq!(found(&check_with(&checker(day), items)).len(), usize::from(ends), "{day}");
    }
}

#[test]
fn without_a_day_the_rules_of_the_day_do_not_run_and_say_so() {
    let text = json!({"header": serde_json::from_str::<Value>(HEADER).unwrap(), "licensing_items": set_by(&json!([{"title": ENDED, "articles": [{"article": 99}]}]))});
    let report = Checker::new().check_bytes("x", text.to_string().as_bytes());
    assert!(
        report.findings().all(|finding| !finding.code.to_string().starts_with("QD20")),
        "{:?}",
        report.inputs[0].findings
    );
    for code in ["QD203", "QD204", "QD205", "QD208"] {
        let reason = report.inputs[0].coverage.not_run.iter().find(|rule| rule.code == code).map(|rule| rule.reason);
        assert_eq!(reason, Some(NotRunReason::InputMissing), "{code}");
    }
}

/// A record of the catalog speaks where nothing is held; of what is held it speaks when it is newer.
#[test]
fn records_of_the_catalog_add_to_what_is_held() {
    let with = |record: Value, citation: Value| {
        let members = json!({"legal_instruments": [record], "licensing_items": set_by(&json!([citation]))});
        found(&check(members))
    };
    let water = |article: u16| json!({"title": "水法", "articles": [{"article": article}]});
    let record = |members: Value| {
        let mut record = json!({"id": "r", "title": "中华人民共和国水法", "rank": "law", "status": "in_force"});
        record.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        record
    };
    let beyond = |severity| one("QD204", severity, "/set_by/0/articles/0");
    // What is held is of April 2025, so it is no error.
    assert_eq!(with(record(json!({})), water(83)), beyond(Severity::Warning));
    // An edition made after the one that is held, with more articles.
    let newer = json!({"published_on": "2025-12-27", "effective_on": "2026-05-01", "last_article": 90});
    assert_eq!(with(record(newer.clone()), water(83)), []);
    assert_eq!(with(record(newer), water(91)), beyond(Severity::Error));
    // One that is not newer says nothing about the edition in force.
    let older = json!({"published_on": "2002-08-29", "last_article": 99});
    assert_eq!(with(record(older), water(83)), beyond(Severity::Warning));
    // An end after the facts were drawn; an end before them is that of an edition.
    let ended = json!({"status": "repealed", "ended_on": "2026-01-01"});
    assert_eq!(with(record(ended), water(7)), one("QD203", Severity::Error, "/set_by/0"));
    let earlier = json!({"status": "repealed", "ended_on": "2016-09-01"});
    assert_eq!(with(record(earlier.clone()), water(7)), []);
    // Cited by its record, it is the older edition that is cited.
    let by_record = json!({"instrument": "r", "articles": [{"article": 7}]});
    assert_eq!(with(record(earlier), by_record), one("QD203", Severity::Warning, "/set_by/0"));
}

/// 【法规】 stands before the second of the two, and the rank beside the text is that of one it does not name alone.
#[test]
fn a_rank_is_that_of_the_instrument_it_stands_at() {
    let fires = |citation: Value| found(&check(json!({"licensing_items": set_by(&json!([citation]))})));
    let text = "《中华人民共和国水法》第七条；【法规】《取水许可和水资源费征收管理条例》第二条";
    assert_eq!(fires(json!({"text": text})), []);
    assert_eq!(fires(json!({"text": text, "rank": "law"})), []);
    let one = |rank: &str| fires(json!({"text": "《取水许可和水资源费征收管理条例》第二条", "rank": rank}));
    assert_eq!(one("administrative_regulation"), []);
    assert_eq!(one("law"), self::one("QD205", Severity::Warning, "/set_by/0/text"));
    // What is stated beside the text goes before the tag in it.
    let tagged = json!({"text": "【规章】《取水许可和水资源费征收管理条例》第二条", "rank": "regulation"});
    assert_eq!(fires(tagged), []);
}

/// Records may come after the items that cite them, and a catalog in memory gives what its bytes give.
#[test]
fn the_order_of_records_makes_no_difference() {
    let item = r#"{"licensing_item": {"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"instrument": "r", "articles": [{"article": 31}]}], "implemented_under": [{"title": "某旗规定"}, {"title": "医疗机构管理条件"}]}}"#;
    let record = r#"{"legal_instrument": {"id": "r", "title": "某自治区水资源条例", "rank": "local_regulation", "status": "in_force", "last_article": 30}}"#;
    let document = r#"{"legal_instrument": {"id": "d", "title": "某旗规定", "rank": "normative_document", "status": "in_force", "valid_until": "2020-01-01"}}"#;
    let header = format!(r#"{{"header": {HEADER}}}"#);
    let mut reports = Vec::new();
    for order in [[record, document, item], [item, document, record], [document, item, record]] {
        let text = format!("{header}\n{}", order.join("\n"));
        let mut found = found(&checker("2026-11-23").check_bytes("x.ndjson", text.as_bytes()));
        found.sort();
        reports.push(found);
        let catalog = qingdan::read(text.as_bytes(), qingdan::Limits::default()).catalog.unwrap();
        let mut in_memory: Vec<_> = self::found(&checker("2026-11-23").check(&catalog));
        in_memory.sort();
        reports.push(in_memory);
    }
    assert_eq!(reports[0].iter().map(|(code, ..)| code.as_str()).collect::<Vec<_>>(), ["QD204", "QD208", "QD209"]);
    assert!(reports.iter().all(|report| *report == reports[0]), "{reports:#?}");
}

#[test]
fn facts_that_are_given_go_before_those_that_are_held() {
    let members =
        || json!({"licensing_items": set_by(&json!([{"title": "中华人民共和国水法", "articles": [{"article": 85}]}]))});
    let with = |csv: &str| {
        let facts = LawFacts::from_csv(csv.as_bytes()).unwrap();
        found(&check_with(&checker("2026-11-23").law_facts(facts), members()))
    };
    let row = |cells: &str| format!("title,rank,status,ended_on,last_article\n水法,law,{cells}\n");
    assert_eq!(with(&row("in_force,,84")), one("QD204", Severity::Error, "/set_by/0/articles/0"));
    assert_eq!(with(&row("in_force,,85")), []);
    assert_eq!(with(&row("repealed,2026-11-23,")), one("QD203", Severity::Error, "/set_by/0"));
    assert_eq!(with(&row("repealed,2026-11-24,")), []);
}

/// Three citations in one text, one of an instrument that is not held; one citation that names nothing.
#[test]
fn the_report_says_how_much_was_judged() {
    let report = check(json!({"licensing_items": set_by(&json!([
        {"text": "【法律】《中华人民共和国水法》第七条；【地方性法规】《某自治区节约用水条例》第九条；《取水许可和水资源费征收管理条例》第二条"},
        {"title": "《某自治区节约用水条例》", "articles": [{"article": 10}]},
        {"text": "见有关规定"},
    ]))}));
    assert_eq!(found(&report), []);
    let coverage = &report.inputs[0].coverage;
    let cover = coverage.citations.as_ref().unwrap();
    assert_eq!((cover.citations, cover.understood, cover.held, cover.instruments_not_held), (5, 4, 2, 1));
    assert_eq!((cover.not_held[0].title.as_str(), cover.not_held[0].citations), ("某自治区节约用水条例", 2));
    for code in ["QD203", "QD204", "QD205"] {
        let gap = coverage.not_run.iter().find(|rule| rule.code == code).unwrap();
        assert_eq!(
            (gap.reason, gap.fields.as_slice()),
            (NotRunReason::InstrumentNotHeld, &["licensing_items.set_by".to_owned()][..])
        );
    }
}

/// The facts are of 2025-04-30: up to that day they are certain, after it the law may have got more articles.
#[test]
fn an_article_beyond_the_end_is_an_error_only_as_of_the_day_of_the_facts() {
    for (day, severity) in [("2025-04-30", Severity::Error), ("2025-05-01", Severity::Warning)] {
        let items = json!({"licensing_items": set_by(&json!([{"title": "水法", "articles": [{"article": 83}]}]))});
        let report = check_with(&checker(day), items);
        assert_eq!(found(&report), one("QD204", severity, "/set_by/0/articles/0"), "{day}");
        let is_told = report.findings().all(|finding| finding.message.zh.ends_with("（按 2025-04-30 掌握的版本）"));
        assert_eq!(is_told, severity == Severity::Warning, "{day}");
    }
}

#[test]
fn the_highest_article_of_a_citation_is_judged_wherever_it_stands() {
    let fires = |citation: Value| found(&check(json!({"licensing_items": set_by(&json!([citation]))})));
    let at = |path: &str| one("QD204", Severity::Warning, path);
    assert_eq!(
        fires(json!({"title": "水法", "articles": [{"article": 90}, {"article": 99}, {"article": 7}]})),
        at("/set_by/0/articles/1")
    );
    // The articles stand in the text beside the title.
    assert_eq!(fires(json!({"title": "水法", "text": "《水法》第八十三条"})), at("/set_by/0/text"));
    assert_eq!(fires(json!({"title": "水法", "text": "《水法》第八十二条"})), []);
    // The text speaks of another one too, so nobody knows whose article it is.
    assert_eq!(fires(json!({"title": "水法", "text": "《水法》、《防洪法》第九十条"})), []);
    assert_eq!(fires(json!({"title": "水法", "clauses": ["附件第99项"]})), []);
}

/// 处罚法 had 64 articles before 2021 and has 86. The facts hold no last article of the older edition, so nothing can
/// be said about article 90 in it; given the edition of 2017 with 64, it can.
#[test]
fn an_older_edition_that_is_named_is_asked_first() {
    let facts = "title,rank,status,version_date,effective_on,last_article\n\
                 行政处罚法,law,in_force,2021-01-22,2021-07-15,86\n\
                 行政处罚法,law,superseded,2017-09-01,2018-01-01,120\n";
    let checker = checker("2026-11-23").law_facts(LawFacts::from_csv(facts.as_bytes()).unwrap());
    let citation = json!({"title": "行政处罚法", "version_dates": ["2017-09-01"], "articles": [{"article": 100}]});
    let report = check_with(&checker, json!({"licensing_items": set_by(&json!([citation]))}));
    assert_eq!(
        found(&report),
        [
            ("QD203".to_owned(), Severity::Warning, "/set_by/0".to_owned()),
            ("QD204".to_owned(), Severity::Warning, "/set_by/0/articles/0".to_owned()),
        ]
    );
}

#[test]
fn dates_that_name_no_edition_are_no_older_edition() {
    let fires = |text: &str| !found(&check(json!({"licensing_items": set_by(&json!([{"text": text}]))}))).is_empty();
    for text in [
        // Made then; no word of an edition.
        "《医疗废物管理条例》（2003年6月16日国务院令第380号公布）第五条",
        // A month; a day that does not exist.
        "《医疗废物管理条例》（2003年6月4日通过，2010年12月修正）第五条",
        "《中华人民共和国行政许可法》（2003年8月27日通过，2019年4月36日修正）第十二条",
        // Adopted 37 days before it was published.
        "《生猪屠宰管理条例》（2021年5月19日国务院第136次常务会议修订通过）第九条",
        "《生猪屠宰管理条例》（2021年6月25日修订）第九条",
        // Younger than what is held.
        "《中华人民共和国水法》（2026年1月1日修订）第七条",
    ] {
        assert!(!fires(text), "{text}");
    }
    assert!(fires("《农药管理条例》（1997年5月8日发布，2017年3月16日修订）第二十四条"));
}

#[test]
fn a_provision_cited_twice_or_more_is_told_once() {
    let fires = |citations: Value| -> Vec<String> {
        let report = check(json!({"licensing_items": set_by(&citations)}));
        report.findings().map(|finding| format!("{} {}", finding.code, finding.path)).collect()
    };
    let seven = json!({"title": "水法", "articles": [{"article": 7}]});
    assert_eq!(fires(json!([seven, seven, seven])), ["QD206 /set_by/1/articles/0"]);
    assert_eq!(
        fires(json!([seven, {"title": "《中华人民共和国水法》（2016年修正）", "articles": [{"article": 7}]}])),
        ["QD206 /set_by/1/articles/0"]
    );
    for other in [
        json!({"title": "水土保持法", "articles": [{"article": 7}]}),
        json!({"title": "水法", "articles": [{"article": 7, "inserted": 1}]}),
        json!({"title": "水法", "articles": [{"article": 7, "item": 1}]}),
        json!({"title": "水法", "version_dates": ["2016-07-02"], "articles": [{"article": 7}]}),
    ] {
        assert_eq!(fires(json!([seven, other])), [] as [&str; 0], "{other}");
    }
    // In another list it is another citation.
    let members = json!({"licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [seven], "implemented_under": [seven]}]});
    assert_eq!(found(&check(members)), []);
}

/// Five years from 2021-11-23 are over on 2026-11-23; two years on trial; 29 February has no day in other years.
#[test]
fn the_default_validity_of_a_region_runs_out_on_its_day() {
    let fires = |title: &str, issuer: &str, from: &str, division: &str| {
        let document = json!({"id": "d", "title": title, "rank": "normative_document", "status": "in_force", "issued_by": issuer, "effective_on": from});
        let mut members = json!({"legal_instruments": [document], "licensing_items": set_by(&json!([{"title": "水法", "articles": [{"article": 7}]}, {"instrument": "d"}]))});
        members["header"] = json!({"schema_version": "1.0", "title": "a", "division": division, "level": "county"});
        let report = checker("2026-11-23").check_bytes("x", members.to_string().as_bytes());
        let found = found(&report);
        assert!(found.is_empty() || found == one("QD208", Severity::Warning, "/effective_on"), "{found:?}");
        !found.is_empty()
    };
    let banner = "杭锦旗人民政府";
    assert!(fires("某规定", banner, "2021-11-23", "150625"));
    assert!(!fires("某规定", banner, "2021-11-24", "150625"));
    assert!(fires("某规定（试行）", banner, "2024-11-23", "150625"));
    assert!(!fires("某规定（试行）", banner, "2024-11-24", "150625"));
    assert!(fires("某规定", "鄂尔多斯市人民政府", "2020-02-29", "150625"));
    assert!(fires("某规定", "内蒙古自治区人民政府办公厅", "2020-01-31", "150625"));
    // Other regions, and bodies outside.
    assert!(!fires("某规定", "广安区人民政府", "2010-01-01", "511602"));
    assert!(!fires("某规定", "国务院办公厅", "2010-01-01", "150625"));
}

#[test]
fn a_document_cited_often_is_told_once_with_the_number() {
    let document = json!({"id": "d", "title": "杭锦旗取水管理规定", "rank": "normative_document", "status": "in_force", "valid_until": "2025-12-31"});
    let law = json!({"title": "水法", "articles": [{"article": 7}]});
    let item = |id: &str, citation: Value| json!({"id": id, "name": "取水许可", "item_level": "main", "set_by": [law, citation]});
    let report = check(json!({"legal_instruments": [document], "licensing_items": [
        item("a", json!({"instrument": "d"})),
        item("b", json!({"title": "《杭锦旗取水管理规定》"})),
        item("c", json!({"text": "《杭锦旗取水管理规定》第三条"})),
    ]}));
    let [finding] = report.findings().collect::<Vec<_>>()[..] else { panic!("{:?}", report.inputs[0].findings) };
    assert_eq!((finding.code.to_string(), finding.severity), ("QD208".to_owned(), Severity::Error));
    assert!(finding.message.en.ends_with("is cited as a basis 3 times"), "{}", finding.message.en);
    assert_eq!(
        finding.related[0].record.as_ref().and_then(|record| record.id.as_ref()).map(qingdan::model::Id::as_str),
        Some("a")
    );
}

/// A document that has run out and was issued anew: by its title the new one is cited, by its record the old one.
#[test]
fn a_title_means_the_document_that_is_still_valid() {
    let document = |id: &str, members: Value| {
        let mut document =
            json!({"id": id, "title": "杭锦旗取水管理规定", "rank": "normative_document", "status": "in_force"});
        document.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        document
    };
    let old = document("old", json!({"valid_until": "2019-12-31"}));
    let fires = |others: Vec<Value>, citation: Value| {
        let documents: Vec<Value> = [vec![old.clone()], others].concat();
        let law = json!({"title": "水法", "articles": [{"article": 7}]});
        let report = check(json!({"legal_instruments": documents, "licensing_items": set_by(&json!([law, citation]))}));
        found(&report)
    };
    let by_title = json!({"title": "《杭锦旗取水管理规定》"});
    let expired = one("QD208", Severity::Error, "/valid_until");
    let new = document("new", json!({"published_on": "2020-01-01", "valid_until": "2029-12-31"}));
    assert_eq!(fires(vec![], by_title.clone()), expired);
    assert_eq!(fires(vec![new.clone()], by_title.clone()), []);
    assert_eq!(fires(vec![new.clone()], json!({"instrument": "old"})), expired);
    assert_eq!(fires(vec![new], json!({"instrument": "new"})), []);
    // Neither one that has run out too, nor one that was replaced, is still valid.
    let later = document("later", json!({"published_on": "2020-01-01", "valid_until": "2024-12-31"}));
    assert_eq!(fires(vec![later], by_title.clone()), expired);
    let replaced = document("replaced", json!({"published_on": "2010-01-01", "status": "superseded"}));
    assert_eq!(fires(vec![replaced], by_title), expired);
}

/// The default of the region binds its own bodies. A tax bureau belongs to an organ of the state.
#[test]
fn the_default_validity_of_a_region_is_not_for_vertical_agencies() {
    let fires = |kind: &str| {
        let body = json!({"id": "b", "name": "某某局", "kind": kind});
        let document = json!({"id": "d", "title": "某规定", "rank": "normative_document", "status": "in_force",
            "issued_by": "某某局", "effective_on": "2010-01-01"});
        let law = json!({"title": "水法", "articles": [{"article": 7}]});
        found(&check(json!({"organizations": [body], "legal_instruments": [document],
            "licensing_items": set_by(&json!([law, {"instrument": "d"}]))})))
    };
    assert_eq!(fires("department"), one("QD208", Severity::Warning, "/effective_on"));
    assert_eq!(fires("vertical_agency"), []);
}

/// A reference to a record that is not there is found by QD009. Its id is no title of an instrument.
#[test]
fn an_id_without_a_record_is_no_instrument_that_is_not_held() {
    let report = check(json!({"licensing_items": set_by(&json!([
        {"instrument": "医疗器械监督管理条件", "articles": [{"article": 5}]},
        {"title": "水法", "articles": [{"article": 7}]},
    ]))}));
    assert_eq!(found(&report), []);
    let cover = report.inputs[0].coverage.citations.as_ref().unwrap();
    assert_eq!((cover.citations, cover.understood, cover.held, cover.instruments_not_held), (2, 1, 1, 0));
}

/// Every citation of a title looks at its editions, so no catalog may have any number of them.
#[test]
fn of_more_editions_than_any_instrument_has_nothing_is_said() {
    let fires = |editions: usize| {
        let record = |number| {
            json!({"id": format!("r{number}"), "title": "某自治区水资源管理办法", "rank": "provincial_rule",
                "status": "in_force", "last_article": 30})
        };
        let records: Vec<Value> = (0..editions).map(record).collect();
        let citation = json!({"title": "某自治区水资源管理办法", "articles": [{"article": 31}]});
        found(&check(json!({"legal_instruments": records, "licensing_items": set_by(&json!([citation]))})))
    };
    assert_eq!(fires(256), one("QD204", Severity::Error, "/set_by/0/articles/0"));
    assert_eq!(fires(257), []);
}
