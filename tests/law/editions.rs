//! Which edition the days of a citation name: whole days, months and years.

use std::num::NonZeroU16;

use qingdan::law::facts::{ArticleStanding, EditionDay, LawFacts, NamedEdition};

use super::day;

fn said(texts: &[&str]) -> Vec<EditionDay> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

#[test]
fn a_month_or_a_year_stands_for_any_day_of_it() {
    for (text, first, last, zh, short) in [
        ("2016年", "2016-01-01", "2016-12-31", "2016年", "2016"),
        ("2016", "2016-01-01", "2016-12-31", "2016年", "2016"),
        ("2018年12月", "2018-12-01", "2018-12-31", "2018年12月", "2018-12"),
        ("2016年2月", "2016-02-01", "2016-02-29", "2016年2月", "2016-02"),
        ("2015-02", "2015-02-01", "2015-02-28", "2015年2月", "2015-02"),
        ("2019年4月23日", "2019-04-23", "2019-04-23", "2019年4月23日", "2019-04-23"),
        ("2019 年 4 月 23 日", "2019-04-23", "2019-04-23", "2019年4月23日", "2019-04-23"),
        ("2019.4.23", "2019-04-23", "2019-04-23", "2019年4月23日", "2019-04-23"),
    ] {
        let read: EditionDay = text.parse().unwrap();
        assert_eq!((read.first(), read.last()), (day(first), day(last)), "{text}");
        assert_eq!((read.in_chinese().as_str(), read.to_string().as_str()), (zh, short), "{text}");
    }
    for text in [
        "",
        "年",
        "19年",
        "2019年13月",
        "2019年4月31日",
        "2019年4月36日",
        "2019年日",
        "2019年4月23日修正",
        "去年",
        "20190423",
    ] {
        assert!(text.parse::<EditionDay>().is_err(), "{text}");
    }
}

/// How days name an edition: of 行政处罚法 only that of 2021-01-22 is held, of 公司法 those of 2018-10-26 and 2023-12-29.
fn named(title: &str, days: &[&str]) -> String {
    let held = LawFacts::known().instrument(title).unwrap();
    match held.named(&said(days), day("2026-11-26")) {
        NamedEdition::Unnamed => "unnamed".to_owned(),
        NamedEdition::Current(edition) => format!("current {}", edition.version_date.unwrap()),
        NamedEdition::Older(Some(edition)) => format!("older {}", edition.version_date.unwrap()),
        NamedEdition::Older(None) => "older".to_owned(),
        NamedEdition::Unknown => "unknown".to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_edition_named_by_year_or_month_is_older_only_for_certain() {
    // A4: no edition of that year exists, and yet it is not the one in force.
    assert_eq!(named("行政处罚法", &["2018年"]), "older");
    assert_eq!(named("行政处罚法", &["2020年9月"]), "older");
    assert_eq!(named("公司法", &["2018年"]), "older 2018-10-26");
    assert_eq!(named("公司法", &["1993年12月", "2018年10月"]), "older 2018-10-26");
    assert_eq!(named("药品管理法", &["2015年4月"]), "older");
    // The last possible day lies within the three months before, or in the year of the edition in force.
    assert_eq!(named("行政处罚法", &["2020年"]), "current 2021-01-22");
    assert_eq!(named("行政处罚法", &["2020年10月"]), "current 2021-01-22");
    assert_eq!(named("行政处罚法", &["2021年"]), "current 2021-01-22");
    assert_eq!(named("水法", &["2016年"]), "current 2016-07-02");
    assert_eq!(named("公司法", &["2023年"]), "current 2023-12-29");
    assert_eq!(named("公司法", &[]), "unnamed");
}

#[test]
fn a_day_of_no_edition_is_the_newest_up_to_the_day_last_seen() {
    // A6: two days off.
    assert_eq!(named("行政许可法", &["2019-04-25"]), "current 2019-04-23");
    assert_eq!(named("行政许可法", &["2019-04-21"]), "current 2019-04-23");
    assert_eq!(named("水法", &["2018-03-01"]), "current 2016-07-02");
    assert_eq!(named("水法", &["2020年"]), "current 2016-07-02");
    // The row was seen on 2026-06-03: later, another edition may have been made.
    assert_eq!(named("水法", &["2026-06-03"]), "current 2016-07-02");
    assert_eq!(named("水法", &["2026-06-04"]), "unknown");
    assert_eq!(named("水法", &["2026年"]), "unknown");
    // An edition that is held and not yet in force: 商标法 of 2026-06-26, from 2027-01-01.
    assert_eq!(named("商标法", &["2026-06-26"]), "unknown");
    assert_eq!(named("商标法", &["2020-01-01"]), "current 2019-04-23");
}

/// An older edition made shortly before is that one where the whole day is its own.
#[test]
fn a_day_of_an_older_edition_is_no_adoption_of_the_next() {
    let csv = "title,rank,status,version_date,effective_on,ended_on,last_article,seen_on\n\
               某条例,administrative_regulation,superseded,2018-10-26,2018-10-26,2018-12-29,40,2026-06-03\n\
               某条例,administrative_regulation,in_force,2018-12-29,2018-12-29,,50,2026-06-03\n";
    let facts = LawFacts::from_csv(csv.as_bytes()).unwrap();
    let held = facts.instrument("某条例").unwrap();
    let older = |text| matches!(held.named(&said(&[text]), day("2026-11-26")), NamedEdition::Older(Some(_)));
    assert!(older("2018-10-26"));
    assert!(!older("2018-10-27")); // adopted two months before
    assert!(!older("2018年10月")); // perhaps the one, perhaps the other
}

#[test]
fn an_article_is_asked_of_the_edition_that_is_named() {
    let ask = |title: &str, article, days: &[&str]| {
        let held = LawFacts::known().instrument(title).unwrap();
        match held.article(NonZeroU16::new(article).unwrap(), &said(days), day("2026-11-26")) {
            ArticleStanding::Exists => "exists",
            ArticleStanding::BeyondEnd { older: None, .. } => "beyond",
            ArticleStanding::BeyondEnd { older: Some(_), .. } => "older had it",
            ArticleStanding::CannotSay => "cannot say",
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(ask("行政许可法", 215, &["2019-04-25"]), "beyond"); // A6
    assert_eq!(ask("行政许可法", 83, &["2019-04-25"]), "exists");
    assert_eq!(ask("行政处罚法", 90, &["2018年"]), "cannot say"); // that edition is not held
    // 53 articles in 2019, 50 since 2025.
    assert_eq!(ask("国际海运条例", 53, &["2019年"]), "older had it");
    assert_eq!(ask("国际海运条例", 53, &["2019年3月"]), "older had it");
    assert_eq!(ask("国际海运条例", 54, &["2019年"]), "beyond");
    assert_eq!(ask("国际海运条例", 51, &["2016年"]), "cannot say");
}
