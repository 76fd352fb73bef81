//! What happens to items between two days because the law changed.
//!
//! `tests/data/impact/counts.tsv` holds what comes of the four workbooks on the day on which 生态环境法典 took ten laws in,
//! and `drawn.tsv` thirty of the citations, drawn by a seed, each with what was seen when it was read beside the workbook.
//! Both are read by people before they change:
//!
//! ```text
//! cargo test --all-features --test tests -- --ignored impact::workbooks::write
//! ```

use std::collections::BTreeSet;

use qingdan::impact::{ArticleSource, Impact, ImpactClass, ImpactEntry, InstrumentChange, LawReach, OtherBases};
use qingdan::law::facts::LawFacts;
use qingdan::law::openings::Openings;
use qingdan::model::{ArticleRef, Catalog, Date};
use qingdan::{Checker, Limits, Severity};

use crate::workbooks::WORKBOOKS;

#[cfg(feature = "openings")]
mod workbooks;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The day before ten laws were taken into 生态环境法典, and that day.
const CODE: (&str, &str) = ("2026-08-14", "2026-08-15");
/// The day before 治安管理处罚法 had 144 articles, and that day.
const POLICE: (&str, &str) = ("2025-12-31", "2026-01-01");

/// A catalog with one power that cites these, a citation each.
fn one(basis: &[&str]) -> Catalog {
    powers(&[basis])
}

/// A catalog with powers of penalty that cite these.
fn powers(all: &[&[&str]]) -> Catalog {
    let mut items = Vec::new();
    for (number, basis) in all.iter().enumerate() {
        let basis: Vec<String> = basis.iter().map(|text| format!(r#"{{"text": "{text}"}}"#)).collect();
        items.push(format!(
            r#"{{"id": "p{number}", "name": "对某行为的处罚", "item_level": "main", "power_type": "penalty",
            "authorities": [{{"organization": "o", "role": "decide"}}], "basis": [{}]}}"#,
            basis.join(", ")
        ));
    }
    read(&format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "某旗权责清单", "division": "150625", "level": "county"}},
        "organizations": [{{"id": "o", "name": "某旗生态环境局", "kind": "department"}}], "power_items": [{}]}}"#,
        items.join(", ")
    ))
}

fn read(json: &str) -> Catalog {
    let reading = qingdan::read(json.as_bytes(), Limits::default());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.catalog.unwrap()
}

#[cfg(feature = "openings")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature there are none")]
fn openings() -> Option<&'static Openings> {
    Some(Openings::known())
}

#[cfg(not(feature = "openings"))]
fn openings() -> Option<&'static Openings> {
    None
}

fn impact(catalog: &Catalog, (from, to): (&str, &str)) -> Impact {
    Impact::of(catalog, LawFacts::known(), openings(), day(from), day(to)).unwrap()
}

fn with(facts: &str, catalog: &Catalog, (from, to): (&str, &str)) -> Impact {
    let header = "title,rank,version_date,effective_on,status,ended_on,last_article,successor,seen_on\n";
    let mut law = LawFacts::known().clone();
    law.extend(LawFacts::from_csv(format!("{header}{facts}").as_bytes()).unwrap());
    Impact::of(catalog, &law, openings(), day(from), day(to)).unwrap()
}

fn only(impact: &Impact) -> &ImpactEntry {
    let [entry] = &impact.entries[..] else { panic!("{:#?}", impact.entries) };
    entry
}

/// An article as it is written.
fn said(article: &ArticleRef) -> String {
    article.to_string()
}

#[test]
fn ten_laws_went_into_the_code_and_their_articles_are_told() {
    let rows = include_str!("../src/law/eco_code_articles.csv").lines().skip(1);
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split(',').collect()).collect();
    let laws: BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(laws.len(), 10);
    for law in laws {
        let row = rows.iter().find(|row| row[0] == law).unwrap();
        let impact = impact(&one(&[&format!("《中华人民共和国{law}》第{}条", row[1])]), CODE);
        let entry = only(&impact);
        assert_eq!((entry.class, entry.on), (ImpactClass::Unfounded, Some(day("2026-08-15"))), "{law}");
        assert_eq!((entry.instrument.as_str(), entry.successor.as_deref()), (law, Some("生态环境法典")));
        let [change] = &entry.articles[..] else { panic!("{law}: {:?}", entry.articles) };
        assert_eq!(change.source, Some(ArticleSource::CodeMap));
        assert_eq!(change.new.iter().map(|new| new.article.to_string()).collect::<Vec<_>>(), [row[2]], "{law}");
        assert_eq!(change.in_part, row[3].parse::<f32>().unwrap() < 0.95, "{law}");
        let [moved] = &impact.instruments[..] else { panic!("{:?}", impact.instruments) };
        assert_eq!((moved.change, moved.items, moved.unfounded), (InstrumentChange::Ended, 1, 1));
    }
}

#[test]
fn an_entry_says_which_item_where_and_who_answers() {
    let impact = impact(&one(&["《中华人民共和国水法》第七条", "《环境保护法》第六十三条、第六十四条"]), CODE);
    let entry = only(&impact);
    assert_eq!((entry.item.id.as_str(), entry.item.body_name.as_deref()), ("p0", Some("某旗生态环境局")));
    assert_eq!((entry.field.as_str(), entry.pointer.as_str()), ("power_items.basis", "/basis/1"));
    assert_eq!(entry.citation, "《环境保护法》第六十三条、第六十四条");
    assert_eq!(entry.articles.iter().map(|change| said(&change.old)).collect::<Vec<_>>(), ["第六十三条", "第六十四条"]);
}

/// One basis ended, and the other carries the power, or may; or the citation is none that gives it.
#[test]
fn an_item_of_which_one_basis_ends_is_not_without_ground() {
    let others = |beside: &str| {
        let impact = impact(&one(&["《水污染防治法》第八十一条", beside]), CODE);
        let entry = only(&impact);
        (entry.class, entry.others)
    };
    assert_eq!(others("《水法》第六十五条"), (ImpactClass::BasisEnded, Some(OtherBases::Stand)));
    assert_eq!(others("《某旗河道保洁办法》第三条"), (ImpactClass::BasisEnded, Some(OtherBases::NotKnown)));
    let catalog = read(
        r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
        "power_items": [{"id": "p", "name": "甲", "item_level": "main", "power_type": "penalty",
          "basis": [{"text": "《水法》第六十五条"}],
          "responsibilities": [{"stage": "file", "content": "立案", "basis": [{"text": "《水污染防治法》第八十一条"}]}]}]}"#,
    );
    let impact = impact(&catalog, CODE);
    let entry = only(&impact);
    assert_eq!((entry.class, entry.others), (ImpactClass::BasisEnded, Some(OtherBases::Nothing)));
    assert_eq!(entry.pointer.as_str(), "/responsibilities/0/basis/0");
    assert_eq!(entry.field, "power_items.responsibilities.basis");
}

/// What is written of a law stands in one cell in several places, and is one citation.
#[test]
fn several_laws_in_one_cell_are_told_apart_and_one_law_is_told_once() {
    let cell = "《大气污染防治法》第九十八条；《水污染防治法》第八十一条；《大气污染防治法》第一百条";
    let impact = impact(&one(&[cell]), CODE);
    let told: Vec<&str> = impact.entries.iter().map(|entry| entry.citation.as_str()).collect();
    assert_eq!(told, ["《大气污染防治法》第九十八条、第一百条", "《水污染防治法》第八十一条"]);
    assert!(impact.entries.iter().all(|entry| entry.class == ImpactClass::Unfounded));
    assert_eq!(impact.counts.of_class(ImpactClass::Unfounded).unwrap().items, 1);
}

#[test]
fn a_law_that_ends_without_successor_says_so() {
    let facts = "某市节水条例,local_regulation,2010-01-01,2010-03-01,lapsed,2026-03-01,40,,2026-10-01\n";
    let impact = with(facts, &one(&["《某市节水条例》第十条"]), ("2026-02-28", "2026-03-01"));
    let entry = only(&impact);
    assert_eq!((entry.class, &entry.successor), (ImpactClass::Unfounded, &None));
    assert!(!entry.knows_article());
    assert!(impact.instruments[0].lapsed);
    assert_eq!(impact.counts.unfounded.nothing_known, 1);
}

/// 119 articles became 144. What the old and the new edition begin alike is the same article.
#[test]
#[cfg(feature = "openings")]
fn articles_of_a_new_edition_are_found_by_how_they_begin() {
    let cites = ["《中华人民共和国治安管理处罚法》第二十三条、第七十条、第一百零三条"];
    let impact = impact(&one(&cites), POLICE);
    let entry = only(&impact);
    assert_eq!((entry.class, entry.on), (ImpactClass::Renumbered, Some(day("2026-01-01"))));
    let new: Vec<String> = entry.articles.iter().flat_map(|change| change.new.iter().map(said)).collect();
    assert_eq!(new, ["第二十六条", "第八十二条", "第一百二十二条"]);
    let [moved] = &impact.instruments[..] else { panic!() };
    assert_eq!((moved.change, moved.edition), (InstrumentChange::NewEdition, Some(day("2025-06-27"))));
    assert_eq!((moved.last_article_before, moved.last_article_after), (Some(119), Some(144)));
    // An article that did not move.
    let impact = self::impact(&one(&["《治安管理处罚法》第一条"]), POLICE);
    assert_eq!(only(&impact).class, ImpactClass::Amended);
}

/// Where the words are printed, they say which article is meant.
#[test]
#[cfg(feature = "openings")]
fn printed_words_say_where_an_article_stands_now() {
    let words = "以营利为目的，为赌博提供条件的，或者参与赌博赌资较大的，处五日以下拘留";
    let impact = impact(&one(&[&format!("《治安管理处罚法》第七十条：{words}")]), POLICE);
    let [change] = &only(&impact).articles[..] else { panic!() };
    assert_eq!(change.source, Some(ArticleSource::PrintedWords));
    assert_eq!(change.new.iter().map(said).collect::<Vec<_>>(), ["第八十二条"]);
    // Words that stood under another article before: that is no change of the law.
    let impact = self::impact(&one(&[&format!("《治安管理处罚法》第七十一条：{words}")]), POLICE);
    let entry = only(&impact);
    assert_eq!((entry.class, entry.knows_article()), (ImpactClass::Amended, false));
}

/// Without the openings nothing is claimed of a number that both editions have.
#[test]
fn without_openings_a_new_edition_is_amended_and_a_number_beyond_its_end_is_to_be_checked() {
    let law = LawFacts::known();
    let without = |basis| Impact::of(&one(&[basis]), law, None, day(POLICE.0), day(POLICE.1)).unwrap();
    let told = without("《治安管理处罚法》第二十三条");
    assert_eq!((only(&told).class, only(&told).knows_article()), (ImpactClass::Amended, false));
    let shorter = "某市节水条例,local_regulation,2010-01-01,2010-03-01,superseded,2026-03-01,50,,2026-10-01\n\
        某市节水条例,local_regulation,2026-01-01,2026-03-01,in_force,,40,,2026-10-01\n";
    let impact = with(shorter, &one(&["《某市节水条例》第十条、第四十五条"]), ("2026-02-28", "2026-03-01"));
    let entry = only(&impact);
    assert_eq!(entry.class, ImpactClass::Renumbered);
    let sources: Vec<Option<ArticleSource>> = entry.articles.iter().map(|change| change.source).collect();
    assert_eq!(sources, [None, Some(ArticleSource::BeyondEnd)]);
    assert!(!entry.knows_article());
}

#[test]
fn an_edition_that_is_named_is_told_where_it_is_no_longer_the_one_in_force() {
    let cited = |text: &str| {
        let impact = impact(&one(&[text]), POLICE);
        (only(&impact).class, only(&impact).cited_edition.clone())
    };
    for (note, edition) in
        [("（2012年10月26日修正）", "2012-10-26"), ("（2012年10月修正）", "2012-10"), ("（2012年修正）", "2012")]
    {
        let (class, told) = cited(&format!("《治安管理处罚法》{note}第七十条"));
        assert_eq!(told.as_deref(), Some(edition));
        #[cfg(feature = "openings")]
        assert_eq!(class, ImpactClass::Renumbered);
        let _ = class;
    }
    assert_eq!(cited("《治安管理处罚法》第七十条").1, None);
    // Of a law that ended an older edition is cited: its numbers are not those of the map.
    let impact = impact(&one(&["《固体废物污染环境防治法》（2016年修订）第六十八条"]), CODE);
    let entry = only(&impact);
    assert_eq!((entry.class, entry.cited_edition.as_deref()), (ImpactClass::Unfounded, Some("2016")));
    assert_eq!((entry.successor.as_deref(), entry.knows_article()), (Some("生态环境法典"), false));
}

#[test]
fn what_comes_into_force_founds_anew() {
    let alone = impact(&one(&["《生态环境法典》第一百条"]), CODE);
    let entry = only(&alone);
    assert_eq!((entry.class, entry.others), (ImpactClass::NewlyFounded, Some(OtherBases::Nothing)));
    let beside = impact(&one(&["《生态环境法典》第一百条", "《水法》第七条"]), CODE);
    assert_eq!(only(&beside).others, Some(OtherBases::Stand));
    // An office that cites both lost nothing.
    let both = impact(&one(&["《环境保护法》第六十三条", "《生态环境法典》第一百条"]), CODE);
    let classes: Vec<ImpactClass> = both.entries.iter().map(|entry| entry.class).collect();
    assert_eq!(classes, [ImpactClass::BasisEnded, ImpactClass::NewlyFounded]);
    assert_eq!(both.entries[0].others, Some(OtherBases::Stand));
}

#[test]
fn instruments_that_are_not_held_are_counted_and_never_said_to_end() {
    let catalog = powers(&[
        &["《某旗畜禽粪污管理办法》第三条", "某某规定"],
        &["《某旗畜禽粪污管理办法》第五条", "《水法》第七条"],
        &[],
    ]);
    let impact = impact(&catalog, CODE);
    assert!(impact.entries.is_empty() && impact.instruments.is_empty());
    let counts = &impact.counts;
    assert_eq!((counts.items, counts.affected, counts.unchanged, counts.unchanged_in_part), (3, 0, 1, 1));
    assert_eq!((counts.not_judged, counts.without_citations), (1, 1));
    let of = &counts.citations;
    assert_eq!((of.all, of.unchanged, of.not_held, of.not_understood), (4, 1, 2, 1));
    assert_eq!(impact.instruments_not_held, 1);
    assert_eq!((impact.not_held[0].title.as_str(), impact.not_held[0].citations), ("某旗畜禽粪污管理办法", 2));
}

#[test]
fn items_that_are_not_in_force_are_left_alone_and_a_public_service_is_no_power() {
    let catalog = read(
        r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
        "organizations": [{"id": "o", "name": "某旗生态环境局", "kind": "department"}],
        "power_items": [{"id": "gone", "name": "甲", "item_level": "main", "power_type": "penalty", "status": "cancelled",
          "basis": [{"text": "《环境保护法》第六十三条"}]}],
        "licensing_items": [{"id": "l", "name": "乙", "item_level": "main",
          "set_by": [{"text": "《水法》第七条"}], "implemented_under": [{"text": "《环境保护法》第六十三条"}]}],
        "service_items": [{"id": "s", "name": "丙", "item_level": "main", "service_type": "public_service",
          "organization": "o", "basis": [{"text": "《环境保护法》第六十三条"}]}]}"#,
    );
    let impact = impact(&catalog, CODE);
    let told: Vec<(&str, ImpactClass)> =
        impact.entries.iter().map(|entry| (entry.item.id.as_str(), entry.class)).collect();
    assert_eq!(told, [("l", ImpactClass::BasisEnded), ("s", ImpactClass::BasisEnded)]);
    assert_eq!(impact.counts.items, 2);
}

/// A catalog describes instruments of its own.
#[test]
fn an_instrument_that_the_catalog_describes_ends_as_it_says() {
    let catalog = read(
        r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
        "legal_instruments": [
          {"id": "old", "title": "某旗储备粮管理办法", "rank": "normative_document", "status": "repealed",
           "effective_on": "2019-01-01", "ended_on": "2026-05-01", "superseded_by": "new"},
          {"id": "new", "title": "某旗粮食储备管理办法", "rank": "normative_document", "status": "in_force",
           "effective_on": "2026-05-01"}],
        "power_items": [{"id": "p", "name": "甲", "item_level": "main", "power_type": "inspection",
          "basis": [{"instrument": "old", "articles": [{"article": 3}]}]}]}"#,
    );
    let impact = impact(&catalog, ("2026-04-30", "2026-05-01"));
    let entry = only(&impact);
    assert_eq!((entry.class, entry.successor.as_deref()), (ImpactClass::Unfounded, Some("某旗粮食储备管理办法")));
    assert_eq!(entry.citation, "《某旗储备粮管理办法》第三条");
}

#[test]
fn nothing_happens_where_nothing_moved_and_days_have_an_order() {
    let catalog = one(&["《环境保护法》第六十三条"]);
    let quiet = impact(&catalog, ("2026-05-01", "2026-06-01"));
    assert!(quiet.entries.is_empty() && quiet.instruments.is_empty());
    assert_eq!((quiet.counts.unchanged, quiet.counts.unfounded_before), (1, 0));
    let after = impact(&catalog, ("2026-08-15", "2026-08-20"));
    assert!(after.entries.is_empty());
    assert_eq!(after.counts.unfounded_before, 1);
    let wrong = Impact::of(&catalog, LawFacts::known(), None, day("2026-06-01"), day("2026-05-01")).unwrap_err();
    assert_eq!(
        qingdan::Error::from(wrong).to_string(),
        "the first day, 2026-06-01, is after the second, 2026-05-01; give the earlier one first"
    );
}

#[test]
fn a_day_after_the_law_is_known_is_told() {
    let catalog = one(&["《水法》第七条"]);
    let reach = |to| impact(&catalog, ("2026-08-01", to)).reach;
    assert_eq!(reach("2026-08-28"), LawReach::Known);
    assert_eq!(reach("2026-08-29"), LawReach::AfterKnown);
    assert_eq!(reach("2027-08-29"), LawReach::Outdated);
    let own = LawFacts::from_csv(
        "title,rank,version_date,effective_on,status,ended_on,last_article,successor,seen_on\n".as_bytes(),
    );
    let own = own.unwrap();
    let impact = Impact::of(&catalog, &own, None, day("2026-08-01"), day("2026-08-02")).unwrap();
    assert_eq!((impact.reach, impact.known_to), (LawReach::NotStated, None));
}

#[test]
fn the_json_is_read_back_and_keeps_to_its_schema() {
    let schema = qingdan::schema::SchemaName::Impact.text();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, bytes) in WORKBOOKS {
        let impact = impact(&qingdan::read(bytes, Limits::default()).catalog.unwrap(), ("2019-06-01", "2026-08-15"));
        let json = serde_json::to_value(&impact).unwrap();
        assert!(validator.is_valid(&json), "{name}");
        assert_eq!(serde_json::from_value::<Impact>(json).unwrap(), impact, "{name}");
    }
}

/// An item is founded here on a day exactly where a check as of that day finds no error on what gives the power.
#[test]
fn items_lose_their_ground_where_a_check_says_so_on_one_day_and_not_on_the_other() {
    let days = ["2019-06-01", "2021-07-20", "2024-06-01", "2026-08-14", "2026-08-15", "2026-11-25"];
    for (name, bytes) in WORKBOOKS {
        let catalog = qingdan::read(bytes, Limits::default()).catalog.unwrap();
        // The lists that have all ended on each day: of a record, by its path but for the number of the citation.
        let lost = days.map(|text| {
            let selected = ["QD203".parse().unwrap()];
            let checker = Checker::new().as_of(day(text)).max_findings(usize::MAX).select(selected);
            let report = checker.check(&catalog);
            let errors = report.findings().filter(|finding| finding.severity == Severity::Error);
            errors
                .map(|finding| {
                    let id = finding.record.as_ref().unwrap().id.as_ref().unwrap().to_string();
                    (id, finding.path.to_string().rsplit_once('/').unwrap().0.to_owned())
                })
                .collect::<BTreeSet<_>>()
        });
        for (first, from) in days.iter().enumerate() {
            for (second, to) in days.iter().enumerate().skip(first) {
                let impact = impact(&catalog, (from, to));
                let told: BTreeSet<(String, String)> = impact
                    .of_class(ImpactClass::Unfounded)
                    .map(|entry| {
                        let above = entry.pointer.as_str().rsplit_once('/').unwrap().0;
                        (entry.item.id.to_string(), above.to_owned())
                    })
                    .collect();
                let expected: BTreeSet<_> = lost[second].difference(&lost[first]).cloned().collect();
                assert_eq!(told, expected, "{name}: {from} to {to}");
                if first == second {
                    assert!(impact.entries.is_empty(), "{name}: {from}");
                    assert_eq!(impact.counts.citations.changed, 0);
                }
                let of = &impact.counts;
                assert_eq!(of.items, of.affected + of.unchanged + of.not_judged + of.without_citations);
                let by = &of.citations;
                assert_eq!(by.all, by.changed + by.unchanged + by.not_held + by.not_known + by.not_understood);
                assert_eq!(by.changed, impact.instruments.iter().map(|of| of.citations).sum::<u64>());
            }
        }
    }
}
