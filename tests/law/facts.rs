//! Known instruments: which titles are the same, and how an instrument stands on a day.

use std::num::NonZeroU16;

use proptest::prelude::*;
use qingdan::codelist::{InstrumentStatus, LegalRank};
use qingdan::law::facts::{
    ArticleStanding, Edition, EditionDay, LawFacts, LawFactsProblem, NamedEdition, Standing, same_title,
};
use qingdan::model::Date;

use super::day;

fn number(value: u16) -> NonZeroU16 {
    NonZeroU16::new(value).unwrap()
}

fn held(title: &str) -> Option<&'static str> {
    LawFacts::known().instrument(title).and_then(|held| held.editions().next()).map(|edition| edition.title.as_str())
}

/// Facts of one title, `status,version_date,effective_on,ended_on,last_article,seen_on` a line.
fn facts(lines: &[&str]) -> LawFacts {
    let header = "title,rank,status,version_date,effective_on,ended_on,last_article,seen_on\n".to_owned();
    let text = lines.iter().fold(header, |text, line| text + "某条例,administrative_regulation," + line + "\n");
    LawFacts::from_csv(text.as_bytes()).unwrap()
}

/// How it stands, in short: the version date of the edition in force, or the name of the state and its day.
fn standing(facts: &LawFacts, as_of: &str) -> String {
    let shown = |day: Option<Date>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
    match facts.standing("某条例", day(as_of)) {
        Standing::NotHeld => "not held".to_owned(),
        Standing::InForce(edition) => format!("in force {}", shown(edition.version_date)),
        Standing::NotYetInForce { from } => format!("from {}", shown(from)),
        Standing::Ended { since, .. } => format!("ended {}", shown(since)),
        Standing::Unknown => "unknown".to_owned(),
        other => panic!("{other:?}"),
    }
}

/// No two titles of the file are joined: every title finds editions of exactly its own spelling.
#[test]
fn no_two_titles_of_the_file_are_taken_for_one() {
    let facts = LawFacts::known();
    for edition in facts.editions() {
        for same in facts.instrument(edition.title.as_str()).unwrap().editions() {
            assert_eq!(same.title, edition.title);
        }
    }
}

#[test]
fn titles_are_the_same_whatever_stands_around_them() {
    for title in [
        "公司法",
        "中华人民共和国公司法",
        "《中华人民共和国公司法》",
        " 《 公司法 》\u{3000}",
        "公\u{200b}司法\u{feff}",
        "公司法（2018年修正）",
        "公司法(2018修正)",
        "《公司法》（2018年10月26日修正）",
        "公司法（二〇一八年十月二十六日第十三届全国人民代表大会常务委员会第六次会议修正）",
        "公司法（中华人民共和国主席令第十五号）",
        "公司法（1993年12月29日通过，2023年12月29日修订）",
        "公司法（2023年修订）（2024年7月1日起施行）",
        "公司法（２０２３年修订）",
        "公司法（2023）",
        "公司法（2023年）",
        "公司法（2023年版）",
        "公司法（最新修订）",
        "公司法（中华人民共和国主席令（第十五）号）",
    ] {
        assert_eq!(held(title), Some("公司法"), "{title}");
    }
    for (title, expected) in [
        ("中国人民解放军实施〈中华人民共和国执业医师法〉办法", "中国人民解放军实施《执业医师法》办法"),
        (
            "国务院关于实施《中华人民共和国公司法》注册资本登记管理制度的规定",
            "国务院关于实施《公司法》注册资本登记管理制度的规定",
        ),
        ("处方药与非处方药分类管理办法(试行)", "处方药与非处方药分类管理办法（试行）"),
        ("宪法修正案（1988年）", "宪法修正案（1988年）"),
        ("宪法修正案（１９９３年）", "宪法修正案（1993年）"),
    ] {
        assert_eq!(held(title), Some(expected), "{title}");
    }
}

#[test]
fn two_titles_are_compared_without_facts() {
    assert!(same_title("某旗养犬管理办法", "某旗养犬管理办法"));
    assert!(same_title("《中华人民共和国水法》（2016年修正）", "水法"));
    assert!(!same_title("水法", "水土保持法"));
    assert!(!same_title("某旗养犬管理办法", "某旗养犬管理办法（试行）"));
}

#[test]
fn digits_and_letters_of_either_width_are_the_same() {
    let facts =
        LawFacts::from_csv("title,rank,status\nＡｚ类9０号管理办法,departmental_rule,in_force\n".as_bytes()).unwrap();
    assert!(facts.instrument("Az类９0号管理办法").is_some());
    assert!(facts.instrument("aZ类90号管理办法").is_none());
}

#[test]
fn what_may_be_another_instrument_is_not_joined() {
    for title in [
        "",
        "中华人民共和国",
        "（2023年修订）",
        "公司法（草案）",
        "公司法（试行）",
        "公司法实施细则",
        "公司法（修订草案征求意见稿）",
        "公司法》、《证券法",
        "处方药与非处方药分类管理办法",
        "宪法修正案",
        "宪法修正案（2020年）",
        "刑法修正案（十一）",
        "刑法修正案",
        "国家机关、事业单位贯彻国务院关于职工工作时间的规定的办法",
        "内蒙古自治区草原法",
        "公司法）",
        "公司法（2023年修订",
        "公司法（20231）",
        "公司法（abcd）",
        "公司法（）",
        "公司法（国发〔2019〕6号）",
        "公司法（禁令）",
        "道交法",
    ] {
        assert_eq!(held(title), None, "{title}");
    }
}

#[test]
fn the_rank_is_that_of_the_instrument() {
    let rank = |title| LawFacts::known().instrument(title).unwrap().rank(day("2026-11-23"));
    for (title, expected) in [
        ("发票管理办法", LegalRank::AdministrativeRegulation), // a 办法 of the State Council
        ("机动车登记规定", LegalRank::DepartmentalRule),
        ("交通行政许可实施程序规定", LegalRank::DepartmentalRule), // how it stands is not known, its rank is
        ("合同法", LegalRank::Law),
        ("宪法", LegalRank::Constitution),
    ] {
        assert_eq!(rank(title), Some(expected), "{title}");
    }
}

#[test]
fn real_instruments_stand_as_published() {
    let facts = LawFacts::known();
    let at = |title, as_of| facts.standing(title, day(as_of));
    let now = "2026-11-23";
    assert!(matches!(at("行政处罚法", now), Standing::InForce(e) if e.last_article == Some(number(86))));
    // 噪声污染防治法 took its place on 2022-06-05.
    assert!(
        matches!(at("环境噪声污染防治法", "2022-06-05"), Standing::Ended { since, .. } if since == Some(day("2022-06-05")))
    );
    assert!(
        matches!(at("环境噪声污染防治法", "2022-06-04"), Standing::InForce(e) if e.last_article == Some(number(64)))
    );
    assert!(matches!(at("噪声污染防治法", "2022-06-05"), Standing::InForce(_)));
    assert!(
        matches!(at("噪声污染防治法", "2022-06-04"), Standing::NotYetInForce { from } if from == Some(day("2022-06-05")))
    );
    assert!(matches!(at("噪声污染防治法", "2026-08-14"), Standing::InForce(_)));
    // 生态环境法典 took its place on 2026-08-15.
    assert!(
        matches!(at("噪声污染防治法", "2026-08-15"), Standing::Ended { since, .. } if since == Some(day("2026-08-15")))
    );
    assert!(matches!(at("合同法", "2021-01-01"), Standing::Ended { .. }));
    assert!(matches!(at("合同法", "2020-12-31"), Standing::InForce(_)));
    // A3: made on 2017-03-01, and its first day not printed, so in force for certain fourteen months later.
    let water = "取水许可和水资源费征收管理条例";
    assert!(matches!(at(water, "2018-05-01"), Standing::InForce(_)));
    assert_eq!(at(water, "2018-04-30"), Standing::Unknown);
    assert!(matches!(at(water, "2017-02-28"), Standing::NotYetInForce { from: None }));
    // The earlier edition until the next was made, though its end is not printed.
    let shipping = |on| match at("国际海运条例", on) {
        Standing::InForce(edition) => edition.version_date.map(|made| made.to_string()),
        _ => None,
    };
    assert_eq!(shipping("2023-07-19").as_deref(), Some("2019-03-02"));
    assert_eq!(shipping("2025-09-27").as_deref(), Some("2023-07-20"));
    assert_eq!(shipping("2025-09-28"), None);
    assert_eq!(shipping("2026-06-03").as_deref(), Some("2025-09-28")); // seen in force on that day
    assert_eq!(at("交通行政许可实施程序规定", now), Standing::Unknown);
    assert_eq!(at("某市养犬管理条例", now), Standing::NotHeld);
}

/// Days, each with how a title stands on it.
type Days = &'static [(&'static str, &'static str)];

/// Each row: editions, then days with how the title stands, the days before and after each turn among them.
const BOUNDARY_DAYS: &[(&[&str], Days)] = &[
    // One edition, its first day known.
    (
        &["in_force,2021-01-22,2021-07-15,,86,2025-04-30"],
        &[
            ("2021-07-14", "from 2021-07-15"),
            ("2021-07-15", "in force 2021-01-22"),
            ("2099-01-01", "in force 2021-01-22"),
        ],
    ),
    // Its first day not known: certain from fourteen months after it was made, or from the day it was seen in force.
    (
        &["in_force,2021-01-22,,,86,2025-04-30"],
        &[
            ("2021-01-21", "from ?"),
            ("2021-01-22", "unknown"),
            ("2022-03-21", "unknown"),
            ("2022-03-22", "in force 2021-01-22"),
        ],
    ),
    (&["in_force,2025-01-22,,,86,2025-04-30"], &[("2025-04-29", "unknown"), ("2025-04-30", "in force 2025-01-22")]),
    // Fourteen months after 2019-12-31 there is no 31 February.
    (&["in_force,2019-12-31,,,86,2025-04-30"], &[("2021-02-28", "unknown"), ("2021-03-01", "in force 2019-12-31")]),
    // Not said when it was seen: as of the day asked.
    (&["in_force,2021-01-22,,,86,"], &[("2021-01-21", "from ?"), ("2021-01-22", "in force 2021-01-22")]),
    (&["in_force,,,,86,2025-04-30"], &[("2025-04-29", "unknown"), ("2025-04-30", "in force ?")]),
    // An end that has come, one that has not, and one of which the day is not known.
    (
        &["repealed,2018-12-29,2018-12-29,2022-06-05,64,2025-04-30"],
        &[("2018-12-28", "from 2018-12-29"), ("2022-06-04", "in force 2018-12-29"), ("2022-06-05", "ended 2022-06-05")],
    ),
    (
        &["repealed,2018-12-29,2018-12-29,2030-01-01,64,"],
        &[("2029-12-31", "in force 2018-12-29"), ("2030-01-01", "ended 2030-01-01")],
    ),
    (
        &["repealed,2018-12-29,,2022-06-05,64,"],
        &[
            ("2020-02-28", "unknown"),
            ("2020-02-29", "in force 2018-12-29"),
            ("2022-06-04", "in force 2018-12-29"),
            ("2022-06-05", "ended 2022-06-05"),
        ],
    ),
    (&["lapsed,2018-12-29,2018-12-29,,64,2025-04-30"], &[("2025-04-29", "unknown"), ("2025-04-30", "ended ?")]),
    // Two editions.
    (
        &["superseded,2017-09-01,2018-01-01,,84,2025-04-30", "in_force,2021-01-22,2021-07-15,,86,2025-04-30"],
        &[
            ("2017-12-31", "from 2018-01-01"),
            ("2018-01-01", "in force 2017-09-01"), // its end is not said: until the next began
            ("2021-07-14", "in force 2017-09-01"),
            ("2021-07-15", "in force 2021-01-22"),
        ],
    ),
    (
        &["superseded,2017-09-01,2018-01-01,2021-07-15,84,", "in_force,2021-01-22,2021-07-15,,86,"],
        &[("2021-07-14", "in force 2017-09-01"), ("2021-07-15", "in force 2021-01-22")],
    ),
    // The living edition is not held: no end.
    (&["superseded,2017-09-01,2018-01-01,,84,"], &[("2026-11-23", "unknown")]),
    (
        &["superseded,2017-09-01,2018-01-01,2021-07-15,84,"],
        &[("2021-07-14", "in force 2017-09-01"), ("2021-07-15", "unknown")],
    ),
    // Only the end of all is an end.
    (
        &["superseded,2010-01-01,2010-01-01,,50,", "repealed,2018-12-29,2018-12-29,2022-06-05,64,"],
        &[("2022-06-04", "in force 2018-12-29"), ("2022-06-05", "ended 2022-06-05")],
    ),
    (
        &["repealed,2010-01-01,2010-01-01,2012-01-01,50,", "superseded,2018-12-29,2018-12-29,,64,"],
        &[("2026-11-23", "unknown")],
    ),
    (
        &["repealed,2010-01-01,2010-01-01,2012-01-01,50,", "in_force,2018-12-29,2018-12-29,,64,"],
        &[("2011-12-31", "in force 2010-01-01"), ("2012-01-01", "unknown"), ("2018-12-29", "in force 2018-12-29")],
    ),
    (&["repealed,2010-01-01,,2012-01-01,50,", "unknown,2018-12-29,,,64,"], &[("2026-11-23", "unknown")]),
    (&["unknown,2010-01-01,,,50,", "repealed,2018-12-29,,2022-06-05,64,"], &[("2026-11-23", "ended 2022-06-05")]),
    (&["unknown,,,,50,", "repealed,2018-12-29,,2022-06-05,64,"], &[("2026-11-23", "unknown")]),
    // Two editions of one day: which came last is not known.
    (&["superseded,2018-12-29,,,64,", "repealed,2018-12-29,,2022-06-05,64,"], &[("2026-11-23", "unknown")]),
    (
        &["repealed,2010-01-01,,2012-01-01,50,", "lapsed,2018-12-29,,2022-06-05,64,"],
        &[("2026-11-23", "ended 2022-06-05")],
    ),
    (&["unknown,2010-01-01,,,50,"], &[("2009-12-31", "from ?"), ("2026-11-23", "unknown")]),
    // One made on the same day did not take the place of that which is in force; one made later may have.
    (
        &["in_force,2018-12-29,2018-12-29,,60,", "unknown,2018-12-29,2018-12-29,,64,"],
        &[("2026-11-23", "in force 2018-12-29")],
    ),
    (
        &["in_force,2018-12-29,2018-12-29,,60,", "unknown,2018-12-30,2018-12-30,,64,"],
        &[("2018-12-29", "in force 2018-12-29"), ("2018-12-30", "unknown")],
    ),
    // What is to come.
    (
        &["not_yet_in_force,2026-10-01,2027-01-01,,64,2026-11-01"],
        &[("2026-12-31", "from 2027-01-01"), ("2027-01-01", "in force 2026-10-01")],
    ),
    (&["not_yet_in_force,2026-10-01,,,64,2026-11-01"], &[("2026-11-01", "from ?"), ("2026-11-02", "unknown")]),
    (
        &["in_force,2018-12-29,2018-12-29,,60,", "not_yet_in_force,2026-10-01,2027-01-01,,64,"],
        &[("2026-12-31", "in force 2018-12-29"), ("2027-01-01", "in force 2026-10-01")],
    ),
    // What contradicts itself says nothing.
    (
        &["in_force,2018-12-29,2018-12-29,2022-06-05,60,"],
        &[("2022-06-04", "in force 2018-12-29"), ("2022-06-05", "unknown")],
    ),
    // An older edition that was not marked, while it is not known since when the newer is in force.
    (
        &["in_force,2018-12-29,2018-12-29,,60,", "in_force,2023-12-29,,,64,2025-04-30"],
        &[
            ("2023-12-28", "in force 2018-12-29"),
            ("2024-06-30", "unknown"),
            ("2025-02-27", "unknown"),
            ("2025-03-01", "in force 2023-12-29"), // fourteen months later
        ],
    ),
];

#[test]
fn standing_at_the_boundary_days() {
    for &(lines, days) in BOUNDARY_DAYS {
        let facts = facts(lines);
        for &(as_of, expected) in days {
            assert_eq!(standing(&facts, as_of), expected, "{lines:?} on {as_of}");
        }
    }
}

#[test]
fn articles_are_judged_by_the_edition_in_force() {
    let facts = facts(&[
        "superseded,2015-06-01,2015-06-01,,100,",
        "superseded,2018-12-29,2019-01-01,,,",
        "in_force,2023-12-29,2024-07-01,,86,",
    ]);
    let law = facts.instrument("某条例").unwrap();
    let judge = |article, dates: &[&str], as_of| {
        let dates: Vec<EditionDay> = dates.iter().map(|date| day(date).into()).collect();
        match law.article(number(article), &dates, day(as_of)) {
            ArticleStanding::Exists => "exists",
            ArticleStanding::BeyondEnd { older: None, last, .. } if last == number(86) => "beyond",
            ArticleStanding::BeyondEnd { older: Some(_), .. } => "older had it",
            ArticleStanding::CannotSay => "cannot say",
            other => panic!("{other:?}"),
        }
    };
    let now = "2026-11-23";
    assert_eq!(judge(1, &[], now), "exists");
    assert_eq!(judge(86, &[], now), "exists");
    assert_eq!(judge(87, &[], now), "beyond");
    assert_eq!(judge(87, &["2023-12-29"], now), "beyond");
    assert_eq!(judge(87, &["2024-07-01"], now), "beyond");
    assert_eq!(judge(100, &["2015-06-01"], now), "older had it");
    assert_eq!(judge(101, &["2015-06-01"], now), "beyond");
    // The last date counts; an edition that is not held, or whose end is not known, silences.
    assert_eq!(judge(100, &["2015-06-01", "2023-12-29"], now), "beyond");
    assert_eq!(judge(87, &["2018-12-29"], now), "cannot say");
    assert_eq!(judge(87, &["2016-01-01"], now), "cannot say");
    assert_eq!(judge(87, &["2025-01-01"], now), "cannot say");
    // Until its first day the edition before it was in force, whose last article is not known.
    assert_eq!(judge(87, &[], "2024-06-30"), "cannot say");
    assert_eq!(judge(87, &[], "2024-07-01"), "beyond");

    let named = |dates: &[&str]| law.named(&dates.iter().map(|date| day(date).into()).collect::<Vec<_>>(), day(now));
    assert_eq!(named(&[]), NamedEdition::Unnamed);
    assert!(matches!(named(&["2015-06-01", "2023-12-29"]), NamedEdition::Current(_)));
    assert!(matches!(named(&["2018-12-29"]), NamedEdition::Older(Some(e)) if e.last_article.is_none()));
    // Adopted up to three months before it was published.
    assert!(matches!(named(&["2023-09-29"]), NamedEdition::Current(_)));
    assert_eq!(named(&["2023-09-28"]), NamedEdition::Older(None));
    assert_eq!(named(&["2023-12-30"]), NamedEdition::Unknown);
}

#[test]
fn other_facts_go_before_those_of_the_crate() {
    let mut facts = LawFacts::known().clone();
    let mine = "title,rank,status,ended_on,successor\n《中华人民共和国公司法》,law,repealed,2026-01-01,新公司法\n某市养犬管理条例,local_regulation,in_force,,\n";
    facts.extend(LawFacts::from_csv(mine.as_bytes()).unwrap());
    assert_eq!((facts.editions().count(), facts.titles()), (1596, 1457)); // 公司法 had two editions
    let Standing::Ended { edition, .. } = facts.standing("公司法（2018年修正）", day("2026-11-23")) else {
        panic!()
    };
    assert_eq!(edition.successor.as_ref().unwrap(), "新公司法");
    assert!(matches!(facts.standing("某市养犬管理条例", day("2026-11-23")), Standing::InForce(_)));
    assert_eq!(LawFacts::known().titles(), 1456);
}

#[test]
fn a_catalog_describes_its_own_instruments() {
    let json = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
        "legal_instruments": [
            {"id": "old", "title": "某旗某办法", "rank": "normative_document", "status": "lapsed", "published_on": "2018-01-01",
             "effective_on": "2018-02-01", "ended_on": "2023-02-01", "superseded_by": "new", "last_article": 20,
             "valid_until": "2023-01-31", "issued_by": "某旗人民政府", "document_number": "某政发〔2018〕1号",
             "review": {"on": "2022-12-01", "outcome": "lapsed"}},
            {"id": "new", "title": "某旗新办法", "rank": "normative_document", "status": "in_force", "effective_on": "2023年"}]}"#;
    let catalog = qingdan::read(json.as_bytes(), qingdan::Limits::default()).catalog.unwrap();
    let facts = LawFacts::of(&catalog.legal_instruments);
    let as_of = day("2023-02-01");
    let Standing::Ended { edition, since } = facts.standing("某旗某办法", as_of) else { panic!() };
    assert_eq!(since, Some(as_of));
    assert_eq!(edition.successor.as_ref().unwrap(), "某旗新办法");
    assert_eq!(edition.instrument.as_ref().unwrap().as_str(), "old");
    assert_eq!((edition.version_date, edition.effective_on), (Some(day("2018-01-01")), Some(day("2018-02-01"))));
    assert_eq!(edition.valid_until, Some(day("2023-01-31")));
    assert_eq!(edition.review.as_ref().unwrap().on.text(), "2022-12-01");
    assert!(edition.issued_by.is_some() && edition.document_number.is_some() && edition.last_article.is_some());
    // A date that no calendar has is left out, and reported elsewhere.
    let Standing::InForce(edition) = facts.standing("某旗新办法", as_of) else { panic!() };
    assert_eq!(edition.effective_on, None);
}

/// A document whose own validity has run out is not called in force.
#[test]
fn validity_that_has_run_out_is_no_force() {
    let mut edition = Edition::new("某办法".parse().unwrap(), LegalRank::NormativeDocument, InstrumentStatus::InForce);
    edition.valid_until = Some(day("2023-01-31"));
    let mut facts = LawFacts::default();
    facts.push(edition);
    assert!(matches!(facts.standing("某办法", day("2023-01-31")), Standing::InForce(_)));
    assert_eq!(facts.standing("某办法", day("2023-02-01")), Standing::Unknown);
}

#[test]
fn faults_of_a_table_are_named_with_their_place() {
    let message = |text: &str| LawFacts::from_csv(text.as_bytes()).unwrap_err().to_string();
    for (text, expected) in [
        ("", "line 1, column `title`: the header has no such column; required are title, rank and status"),
        ("title,rank\n", "line 1, column `status`: the header has no such column; required are title, rank and status"),
        (
            "title,rank,status,ranks\n",
            "line 1, column `ranks`: no column has this name; there are title, rank, status,",
        ),
        ("title,rank,status,rank\n", "line 1, column `rank`: the header has this column twice"),
        ("title,rank,status\n某法,law\n", "line 2: found 2 cells, expected 3 as in the header"),
        ("title,rank,status\n某法,law,in_force\n,law,in_force\n", "line 3, column `title`: found ``, allowed: a title"),
        ("title,rank,status\n某法,法律,in_force\n", "line 2, column `rank`: found `法律`, allowed: constitution, law,"),
        ("title,rank,status\n某法,law,有效\n", "line 2, column `status`: found `有效`, allowed: not_yet_in_force,"),
        (
            "title,rank,status,ended_on\n\"某\n法\",law,repealed,\n某法,law,repealed,2019-04-36\n",
            "line 4, column `ended_on`: found `2019-04-36`, allowed: a date written YYYY-MM-DD, or nothing",
        ),
        (
            "title,rank,status,last_article\n某法,law,in_force,0\n",
            "line 2, column `last_article`: found `0`, allowed: a number from 1",
        ),
    ] {
        assert!(message(text).starts_with(expected), "{text:?}: {}", message(text));
    }
    let error = LawFacts::from_csv(b"title,rank,status\n\xff,law,in_force\n").unwrap_err();
    assert!(error.line == 2 && matches!(error.problem, LawFactsProblem::NotUtf8), "{error:?}");
    // A byte order mark and line ends of any kind are no fault.
    let read = LawFacts::from_csv("\u{feff}status,title,rank\r\nin_force,\"某,法\",law\r\n".as_bytes()).unwrap();
    assert!(read.instrument("某,法").is_some());
}

#[test]
fn near_titles_are_slips_of_the_pen() {
    let nearest = |title| {
        LawFacts::known().nearest(title).and_then(|held| held.editions().next()).map(|edition| edition.title.as_str())
    };
    for (title, expected) in [
        ("医疗器械监督管理条件", Some("医疗器械监督管理条例")), // exchanged in the word for the kind
        ("《中华人民共和国医疗器械监督管理条》", Some("医疗器械监督管理条例")), // lost
        ("医疗器械监督管理条例例", Some("医疗器械监督管理条例")), // added
        ("疗器械监督管理条例", Some("医疗器械监督管理条例")),   // the first lost
        ("医疗器械监督管理条件（2021年修订）", Some("医疗器械监督管理条例")),
        ("医疗器械监督菅理条例", Some("医疗器械监督管理条例")), // 菅 looks like 管
        ("取水许可和水资源费征收管理条列", Some("取水许可和水资源费征收管理条例")),
        ("道路运输从业人员管理规走", Some("道路运输从业人员管理规定")),
        ("医疗器械监督管理条例", None), // held
        ("医疗器械监督管理", None),     // two lost
        ("医疗器械监管督理条例", None), // two changed places
        ("疗器械监督管理条例法", None), // moved: one lost, one added
        ("专利法实施条例", None),       // 细则 is two away
        ("公正法", None),               // too short
        ("草原防火条列", None),         // six characters
        ("宪法修正案（2005年）", None), // another number
        ("", None),
    ] {
        assert_eq!(nearest(title), expected, "{title}");
    }
}

/// A21: a character exchanged in the subject makes another instrument, many of which are real.
#[test]
fn another_subject_or_another_kind_is_no_misspelling() {
    for title in [
        "林业行政处罚程序规定",     // 农业行政处罚程序规定 is held
        "某生野生动物保护实施条例", // 水生, 陆生
        "兽用药品管理条例",
        "医疗器具监督管理条例",
        "取水许可和水资源税征收管理条例",
        "道路运输从业人员管理规则", // another kind of instrument: 规定 is held
        "水上交通事故统计规则",
        "核电厂核事故应急管理规定", // 条例 is held
        "农村公路养护管理条例",     // 办法 is held
    ] {
        assert!(LawFacts::known().nearest(title).is_none(), "{title}");
    }
}

/// No title that is held would be called a misspelling of another, were it not held.
#[test]
fn no_held_title_misspells_another() {
    let held: Vec<&str> = titles(LawFacts::known());
    for (at, title) in held.iter().enumerate().filter(|(_, title)| title.chars().count() >= 7) {
        let others = held
            .iter()
            .enumerate()
            .filter(|(other, near)| *other != at && near.chars().count().abs_diff(title.chars().count()) <= 1);
        let rows: String = others.flat_map(|(_, near)| ["\"", near, "\",law,in_force\n"]).collect();
        // Only titles that share most of their characters can be near.
        let facts = LawFacts::from_csv(format!("title,rank,status\n{rows}").as_bytes()).unwrap();
        if facts.instrument(title).is_none() {
            assert!(facts.nearest(title).is_none(), "{title}: {:?}", facts.nearest(title));
        }
    }
}

/// Of seven to a hundred characters.
#[test]
fn near_titles_are_neither_short_nor_endless() {
    for (length, is_near) in [(6, false), (7, true), (100, true), (101, false)] {
        let subject: String = ('丁'..).take(length - 2).collect();
        let title = format!("{subject}办法");
        let facts = LawFacts::from_csv(format!("title,rank,status\n{title},law,in_force\n").as_bytes()).unwrap();
        assert_eq!(facts.nearest(&format!("{subject}方法")).is_some(), is_near, "{length}");
    }
}

/// However many titles are held, only those that share all but a character are looked at.
#[test]
fn near_titles_are_found_among_thousands() {
    let places: Vec<char> = ('一'..).take(3000).collect();
    let title = |at: usize, word: &str| format!("{}{}地方事项管理{word}法", places[at], places[2999 - at]);
    let row = |rows: String, at| rows + &title(at, "办") + ",local_regulation,in_force\n";
    let rows = (0..3000).fold(String::new(), row);
    let facts = LawFacts::from_csv(format!("title,rank,status\n{rows}").as_bytes()).unwrap();
    for at in [0, 1500, 2999] {
        let near = facts.nearest(&title(at, "方")).and_then(|held| held.editions().next()).unwrap();
        assert_eq!(near.title.as_str(), title(at, "办"));
    }
}

/// Facts that are added later are near too.
#[test]
fn near_titles_follow_the_facts() {
    let mut facts =
        LawFacts::from_csv("title,rank,status\n种畜禽管理条例,administrative_regulation,in_force\n".as_bytes())
            .unwrap();
    assert!(facts.nearest("种畜禽管理条件").is_some());
    facts.extend(
        LawFacts::from_csv("title,rank,status\n种畜禽管理条令,administrative_regulation,in_force\n".as_bytes())
            .unwrap(),
    );
    assert!(facts.nearest("种畜禽管理条件").is_none());
    let title = "畜禽屠宰管理办法".parse().unwrap();
    facts.push(Edition::new(title, LegalRank::DepartmentalRule, InstrumentStatus::InForce));
    assert!(facts.nearest("畜禽屠宰管理方法").is_some());
}

proptest! {
    /// A character lost or added is a slip of exactly the titles at that distance; one of them alone is given.
    #[test]
    fn near_titles_agree_with_the_edit_distance(at in 0..1456_usize, place in 0..40_usize, lost in any::<bool>(), c in "[管法条例办理规定件]") {
        let facts = LawFacts::known();
        let titles: Vec<&str> = titles(facts);
        let mut text: Vec<char> = titles[at].chars().collect();
        let place = place % text.len();
        if lost { let _: char = text.remove(place); } else { text.insert(place, c.chars().next().unwrap()) }
        let text: String = text.into_iter().collect();
        // Marks, brackets, numbers and the name of the state have rules and tests of their own.
        let special = |c: char| "《》（）〇零一二三四五六七八九十百0123456789".contains(c);
        prop_assume!(!text.contains(special) && !titles[at].contains("中华人民共和国"));
        let apart = |title: &&str| strsim::generic_levenshtein(&chars(title), &chars(&text)) == 1;
        let (exchanged, near): (Vec<&str>, Vec<&str>) = titles
            .iter()
            .copied()
            .filter(|title| !title.contains(special))
            .filter(|title| title.chars().count() >= 7 && text.chars().count() >= 7)
            .filter(apart)
            .partition(|title| title.chars().count() == text.chars().count());
        // Which exchanges are slips has tests of its own.
        prop_assume!(exchanged.is_empty());
        let found = facts.nearest(&text).and_then(|held| held.editions().next()).map(|edition| edition.title.as_str());
        let expected = if facts.instrument(&text).is_some() || near.len() != 1 { None } else { Some(near[0]) };
        prop_assert_eq!(found, expected, "{}", text);
    }

    /// Any text is a title, and any bytes are facts or an error.
    #[test]
    fn no_text_is_too_much(title in any::<String>(), note in "[（）()《》2019年修正 ]{0,12}", bytes in any::<Vec<u8>>()) {
        let facts = LawFacts::known();
        for text in [title.clone(), format!("{title}{note}"), format!("公司法{note}"), format!("食品安全法实施条例{note}")] {
            let _ = facts.standing(&text, day("2026-11-23"));
            if facts.nearest(&text).is_some() {
                prop_assert!(facts.instrument(&text).is_none());
            }
        }
        let _ = LawFacts::from_csv(&bytes);
        let _ = LawFacts::from_csv(&[b"title,rank,status\n".as_slice(), &bytes].concat());
    }
}

fn titles(facts: &LawFacts) -> Vec<&str> {
    let mut titles: Vec<&str> = facts.editions().map(|edition| edition.title.as_str()).collect();
    titles.dedup();
    titles
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}
