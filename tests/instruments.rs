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

/// What is said in Chinese.
fn zh(report: &Report) -> Vec<String> {
    report.findings().map(|finding| finding.message.zh.clone()).collect()
}

/// What is said in Chinese of citations by their texts.
fn said_of(day: &str, texts: &[&str]) -> Vec<String> {
    let citations: Vec<Value> = texts.iter().map(|text| json!({"text": text})).collect();
    zh(&check_with(&checker(day), json!({"licensing_items": set_by(&json!(citations))})))
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
    // What is held was seen on 2026-06-03, so it is no error.
    assert_eq!(with(record(json!({})), water(83)), beyond(Severity::Warning));
    // An edition made after the one that is held, with more articles.
    let newer = json!({"published_on": "2025-12-27", "effective_on": "2026-05-01", "last_article": 90});
    assert_eq!(with(record(newer.clone()), water(83)), []);
    assert_eq!(with(record(newer), water(91)), beyond(Severity::Error));
    // One that is not newer says nothing about the edition in force.
    let older = json!({"published_on": "2002-08-29", "last_article": 99});
    assert_eq!(with(record(older), water(83)), beyond(Severity::Warning));
    // An end after the facts were drawn; an end before them is that of an edition.
    let ended = json!({"status": "repealed", "ended_on": "2026-06-04"});
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

/// 水法 was last seen on 2026-06-03: up to that day its end is certain, after it the law may have got more articles.
#[test]
fn an_article_beyond_the_end_is_an_error_only_as_of_the_day_of_the_facts() {
    for (day, severity) in [("2026-06-03", Severity::Error), ("2026-06-04", Severity::Warning)] {
        let items = json!({"licensing_items": set_by(&json!([{"title": "水法", "articles": [{"article": 83}]}]))});
        let report = check_with(&checker(day), items);
        assert_eq!(found(&report), one("QD204", severity, "/set_by/0/articles/0"), "{day}");
        let known = if severity == Severity::Warning { "（按法规库2026年6月3日所见的版本）" } else { "" };
        assert_eq!(zh(&report), [format!("《水法》没有第八十三条，只有八十二条{known}")]);
    }
}

/// No amendment adds so many articles at once: more than ten, and more than a fifth. 水法 has 82, 全国农业普查条例 44.
#[test]
fn an_article_far_beyond_the_end_is_an_error_on_any_day() {
    let severity = |title: &str, article: u16| {
        let items = json!({"licensing_items": set_by(&json!([{"title": title, "articles": [{"article": article}]}]))});
        found_severity(&check(items))
    };
    assert_eq!(severity("水法", 98), Some(Severity::Warning)); // 16 more: a fifth of 82
    assert_eq!(severity("水法", 99), Some(Severity::Error));
    assert_eq!(severity("全国农业普查条例", 54), Some(Severity::Warning)); // ten more
    assert_eq!(severity("全国农业普查条例", 55), Some(Severity::Error));
}

/// Decisions of the State Council that only amend are not in the sources: of a regulation without an edition since May 2022
/// nothing is sure enough for an error. 取水许可和水资源费征收管理条例 (2017) has 58 articles.
#[test]
fn of_an_administrative_regulation_that_was_not_read_lately_only_a_warning_is_given() {
    for day in ["2026-06-03", "2026-11-26"] {
        let citation = json!({"title": "取水许可和水资源费征收管理条例", "articles": [{"article": 150}]});
        let report = check_with(&checker(day), json!({"licensing_items": set_by(&json!([citation]))}));
        assert_eq!(found(&report), one("QD204", Severity::Warning, "/set_by/0/articles/0"), "{day}");
        assert!(zh(&report)[0].ends_with("（按法规库2026年6月3日所见的版本）"), "{:?}", zh(&report));
    }
    let older = json!({"title": "兽药管理条例", "version_dates": ["2016-02-06"], "articles": [{"article": 7}]});
    let report = check(json!({"licensing_items": set_by(&json!([older]))}));
    assert_eq!(
        zh(&report),
        [
            "《兽药管理条例》引用的是2016年2月6日的版本，现行为2020年3月27日修改的版本（按法规库2026年6月3日所见，此后的修改可能未收录）"
        ]
    );
}

#[test]
fn the_highest_article_of_a_citation_is_judged_wherever_it_stands() {
    let fires = |citation: Value| found(&check(json!({"licensing_items": set_by(&json!([citation]))})));
    let at = |path: &str| one("QD204", Severity::Warning, path);
    assert_eq!(
        fires(json!({"title": "水法", "articles": [{"article": 90}, {"article": 98}, {"article": 7}]})),
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
        "《中华人民共和国水法》（2026年9月1日修订）第七条",
        // A7: amended by orders of which no day is said, so nobody knows when.
        "《医疗废物管理条例》（2003年6月16日国务院令第380号公布，根据国务院令第588号修订）第五条",
        "《兽药管理条例》（2004年4月9日国务院令第404号公布，根据国务院令第653号、第666号、第726号修订）第五条",
        "《烟草专卖法实施条例》(1997年7月3日国务院令第223号发布 根据国务院令第645号修订)第六条",
        "《取水许可和水资源费征收管理条例》（2006年2月21日公布，2007年3月1日修订，根据国务院令第676号修改）第五条",
        // The title, and what is quoted, speak of editions; the day does not.
        "《出版管理条例》（2001年12月25日国务院令第343号公布）第九条：出版单位修改章程的，应当备案",
        // The year and the month of the edition in force, or of its adoption.
        "《中华人民共和国水法》（2016年修正）第七条",
        "《中华人民共和国种子法》（2021年12月修订）第七条",
        "《中华人民共和国行政处罚法》（2020年修订）第七条",
        // A6: two days off.
        "《中华人民共和国行政许可法》（2019年4月25日修正）第七条",
    ] {
        assert!(!fires(text), "{text}");
    }
    assert!(fires("《农药管理条例》（1997年5月8日发布，2017年3月16日修订）第二十四条"));
}

/// A4: an edition named by its year or month, as most cells name it.
#[test]
fn an_older_edition_is_told_by_year_and_month_too() {
    assert_eq!(
        said_of("2026-08-01", &["《固体废物污染环境防治法》（2016年修订）第六十八条"]),
        ["《固体废物污染环境防治法》引用的是2016年的版本，现行为2020年4月29日修改的版本"]
    );
    assert_eq!(
        said_of("2026-11-26", &["《行政处罚法》（2018年修正）第八条"]),
        ["《行政处罚法》引用的是2018年的版本，现行为2021年1月22日修改的版本"]
    );
    assert_eq!(
        said_of(
            "2026-11-26",
            &["《中华人民共和国种子法》（2015年11月4日修订）第三十三条", "《药品管理法》（2015年4月修正）第七条"]
        ),
        [
            "《中华人民共和国种子法》引用的是2015年11月4日的版本，现行为2021年12月24日修改的版本",
            "《药品管理法》引用的是2015年4月的版本，现行为2019年8月26日修改的版本",
        ]
    );
    assert_eq!(
        said_of(
            "2026-11-26",
            &[
                "《公司法》（根据2018年10月26日第十三届全国人民代表大会常务委员会第六次会议《关于修改〈中华人民共和国公司法〉的决定》第四次修正）第六条"
            ]
        ),
        ["《公司法》引用的是2018年10月26日的版本，现行为2023年12月29日修改的版本"]
    );
}

/// A3: made on 2017-03-01, and nobody printed since when it is in force; by 2019 it surely was.
#[test]
fn an_edition_without_a_first_day_is_judged_by_on_earlier_days() {
    let water = ["《取水许可和水资源费征收管理条例》第一百五十条"];
    assert_eq!(
        said_of("2019-06-01", &water),
        ["《取水许可和水资源费征收管理条例》没有第一百五十条，只有五十八条（按法规库2026年6月3日所见的版本）"]
    );
    assert_eq!(said_of("2017-06-01", &water), [] as [&str; 0]);
}

/// A6: a day two days off, and an article that no edition has.
#[test]
fn a_day_of_no_edition_does_not_silence_a_missing_article() {
    let text = ["《行政许可法》（2019年4月25日修正）第二百一十五条"];
    assert_eq!(
        said_of("2026-11-26", &text),
        ["《行政许可法》没有第二百一十五条，只有八十三条（按法规库2026年6月3日所见的版本）"]
    );
}

/// A1: the ten laws that 生态环境法典 ended, what had taken the place of others before, and where an article stands now.
#[test]
fn an_ended_law_is_told_with_what_is_in_force_and_its_article() {
    let now = "2026-11-26";
    assert_eq!(said_of("2026-08-14", &["《环境保护法》第二条"]), [] as [&str; 0]);
    assert_eq!(
        said_of(now, &["《中华人民共和国环境保护法》第二条"]),
        [
            "《中华人民共和国环境保护法》已自2026年8月15日起废止，现行为《生态环境法典》，原第二条的主要内容现见《生态环境法典》第二条，款项须逐一核对"
        ]
    );
    // The numbers of an older edition are others; so are those that are not in the map.
    assert_eq!(
        said_of(now, &["《固体废物污染环境防治法》（2016年修订）第六十八条"]),
        ["《固体废物污染环境防治法》（引用的是2016年的版本）已自2026年8月15日起废止，现行为《生态环境法典》"]
    );
    assert_eq!(
        said_of(now, &["《大气污染防治法》"]),
        ["《大气污染防治法》已自2026年8月15日起废止，现行为《生态环境法典》"]
    );
    // 环境噪声污染防治法 was replaced by a law that the code ended; 信访工作条例 is not held.
    assert_eq!(
        said_of(now, &["《环境噪声污染防治法》第七条", "《信访条例》第六条", "《社会抚养费征收管理办法》第四条"]),
        [
            "《环境噪声污染防治法》已自2022年6月5日起废止，现行为《生态环境法典》",
            "《信访条例》已自2022年5月1日起废止，由《信访工作条例》替代",
            "《社会抚养费征收管理办法》已自2021年9月9日起废止",
        ]
    );
    assert_eq!(
        said_of("2025-01-01", &["《环境噪声污染防治法》第七条"]),
        ["《环境噪声污染防治法》已自2022年6月5日起废止，现行为《噪声污染防治法》"]
    );
    assert_eq!(
        said_of(now, &["《化妆品卫生监督条例》第五条"]),
        ["《化妆品卫生监督条例》已自2021年1月1日起废止，现行为《化妆品监督管理条例》"]
    );
}

/// What a catalog says ran out has lapsed; what was abolished was repealed.
#[test]
fn lapsed_and_repealed_are_told_apart() {
    let told = |status: &str| {
        let record = json!({"id": "r", "title": "某自治区水资源管理办法", "rank": "provincial_rule", "status": status, "ended_on": "2024-03-01"});
        zh(&check(
            json!({"legal_instruments": [record], "licensing_items": set_by(&json!([{"instrument": "r", "articles": [{"article": 3}]}]))}),
        ))
    };
    assert_eq!(told("lapsed"), ["《某自治区水资源管理办法》已自2024年3月1日起失效"]);
    assert_eq!(told("repealed"), ["《某自治区水资源管理办法》已自2024年3月1日起废止"]);
}

/// Local regulations are known by their titles, whatever is held.
#[test]
fn a_wrong_rank_is_told_in_the_words_of_the_list() {
    let now = "2026-11-26";
    assert_eq!(said_of(now, &["【规章】《兽药管理条例》第五条"]), ["《兽药管理条例》是行政法规，误标为“规章”"]);
    assert_eq!(
        said_of(
            now,
            &["【行政法规】《内蒙古自治区节约用水条例》第五条", "【规章】《广安市集中式饮用水水源保护条例》第五条"]
        ),
        [
            "《内蒙古自治区节约用水条例》是地方性法规，误标为“行政法规”",
            "《广安市集中式饮用水水源保护条例》是地方性法规，误标为“规章”",
        ]
    );
    for right in [
        "【地方性法规】《内蒙古自治区节约用水条例》第五条",
        "【法规】《内蒙古自治区节约用水条例》第五条",
        "【规章】《内蒙古自治区取水许可管理办法》第五条",
        "【行政法规】《北京市新技术产业开发试验区暂行条例》第五条", // of the State Council, and held
        "【国务院决定】《国务院对确需保留的行政审批项目设定行政许可的决定》附件第171项",
        "【行政法规】《国务院对确需保留的行政审批项目设定行政许可的决定》附件第171项",
        "【法规】《国务院对确需保留的行政审批项目设定行政许可的决定》附件第171项",
    ] {
        assert_eq!(said_of(now, &[right]), [] as [&str; 0], "{right}");
    }
    assert_eq!(
        said_of(now, &["【规章】《国务院对确需保留的行政审批项目设定行政许可的决定》附件第171项"]),
        ["《国务院对确需保留的行政审批项目设定行政许可的决定》是国务院决定，误标为“规章”"]
    );
}

/// A21: instruments whose subjects differ in a character are two.
#[test]
fn another_subject_is_no_misspelling() {
    let now = "2026-11-26";
    for real in
        ["《林业行政处罚程序规定》第九条", "《渔业行政处罚程序规定》第九条", "《水路危险货物运输管理规定》第九条"]
    {
        assert_eq!(said_of(now, &[real]), [] as [&str; 0], "{real}");
    }
    assert_eq!(said_of(now, &["《兽药管理条列》第七条"]), [] as [&str; 0]); // six characters: too short to tell
    assert_eq!(
        said_of(now, &["《医疗器械监督管理条列》第七条"]),
        ["法规库未收录《医疗器械监督管理条列》，收录有《医疗器械监督管理条例》，只差一个字"]
    );
}

/// More than twelve months after the day up to which laws are known, nothing is judged by them, and lawful is not shown.
#[test]
fn facts_that_are_out_of_date_judge_nothing() {
    let items = || json!({"licensing_items": set_by(&json!([{"title": ENDED, "articles": [{"article": 5}]}]))});
    assert_eq!(found(&check_with(&checker("2027-08-28"), items())).len(), 1);
    let outdated = check_with(&checker("2027-08-29"), items());
    assert_eq!(found(&outdated), []);
    for code in ["QD203", "QD204", "QD205", "QD209"] {
        let reason = outdated.inputs[0].coverage.not_run.iter().find(|rule| rule.code == code).map(|rule| rule.reason);
        assert_eq!(reason, Some(NotRunReason::LawOutdated), "{code}");
    }
    let lawful = &outdated.inputs[0].verdicts.lawful;
    assert_eq!(lawful.verdict, qingdan::report::Verdict::NotShown);
    assert!(lawful.because.iter().any(|code| *code == "QD203"));
    // Who has compared all laws since says so with the facts.
    let csv = "title,rank,status\n某条例,administrative_regulation,in_force\n";
    let refreshed = LawFacts::from_csv(csv.as_bytes()).unwrap().with_known_to("2027-08-01".parse().unwrap());
    let report = check_with(&checker("2027-08-29").law_facts(refreshed), items());
    assert_eq!(
        (found(&report).len(), report.law.known_to.map(|day| day.to_string()).as_deref()),
        (1, Some("2027-08-01"))
    );
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
