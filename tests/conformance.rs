//! Conformance upward: catalogs of which every class and departure is worked out by hand.

use std::collections::BTreeMap;

use proptest::prelude::*;
use qingdan::conformance::{
    Backing, Conformance, ConformanceClass as Class, ConformanceItem, DepartureKind, FoundBy, NotToldCause,
};
use qingdan::law::facts::LawFacts;
use qingdan::model::{Date, Spelling};
use qingdan::report::Verdict;
use qingdan::{Aspect, Catalog, Checker, Limits, Report};

use crate::samples::bytes;

fn day() -> Date {
    "2026-11-25".parse().unwrap()
}

fn read(text: &str) -> Catalog {
    let reading = qingdan::read(text.as_bytes(), Limits::default());
    assert!(reading.findings.is_empty(), "{:#?}", reading.findings);
    reading.catalog.unwrap()
}

/// A list of a level that says that it has all licenses and powers.
fn list(title: &str, level: &str, arrays: &str) -> Catalog {
    let division = if level == "provincial" { "150000" } else { "150600" };
    read(&format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "{title}", "division": "{division}", "level": "{level}",
        "covers": ["licensing_item", "power_item"]}}, {arrays}}}"#
    ))
}

fn city(arrays: &str) -> Catalog {
    list("市清单", "prefectural", arrays)
}

fn county(arrays: &str) -> Catalog {
    read(&format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "旗清单", "division": "150625", "level": "county",
        "covers": ["licensing_item", "power_item"]}}, {arrays}}}"#
    ))
}

fn license(id: &str, name: &str, more: &str) -> String {
    format!(r#"{{"id": "{id}", "name": "{name}", "item_level": "main"{more}}}"#)
}

fn licenses(items: &[String]) -> String {
    format!(r#""licensing_items": [{}]"#, items.join(", "))
}

const WATER: &str = r#", "set_by": [{"title": "水法", "articles": [{"article": 7}, {"article": 48}]}]"#;

fn of(county: &Catalog, superiors: &[&Catalog]) -> Conformance {
    Conformance::of(county, superiors, LawFacts::known(), Some(day()))
}

/// How the one license of a county stands to the licenses of a city.
fn one(own: &str, theirs: &[String]) -> ConformanceItem {
    let conformance = of(&county(&licenses(&[own.to_owned()])), &[&city(&licenses(theirs))]);
    assert_eq!(conformance.items.len(), 1);
    conformance.items.into_iter().next().unwrap()
}

fn kinds(item: &ConformanceItem) -> Vec<DepartureKind> {
    item.departures.iter().map(|departure| departure.kind).collect()
}

#[test]
fn an_item_is_found_by_id_then_by_code_then_by_name_and_type() {
    let by_code = license("2", "甲许可", r#", "code": "000119001000""#);
    let theirs = [license("1", "乙许可", ""), by_code, license("3", "丙许可", "")];
    let found = |more: &str| {
        let item = one(&license("a", "丙许可", more), &theirs);
        (item.superior.unwrap().id.to_string(), item.found_by.unwrap())
    };
    assert_eq!(found(r#", "superior_item": "1", "code": "000119001000""#), ("1".to_owned(), FoundBy::SuperiorItem));
    assert_eq!(found(r#", "code": "000119001000""#), ("2".to_owned(), FoundBy::Code));
    assert_eq!(found(""), ("3".to_owned(), FoundBy::Name));
    // A number in a list of one's own is no code that says anything at another level.
    let item = one(&license("a", "丙许可", r#", "code": "1""#), &[license("1", "乙许可", r#", "code": "1""#)]);
    assert_eq!(item.class, Class::NotAuthorised);
}

#[test]
fn the_parts_of_codes_that_are_the_same_at_all_levels_count() {
    let main = [license("1", "林木采伐许可证核发", r#", "code": "00016421300Y""#)];
    let class = |code: &str| {
        let item = one(&license("a", "采伐许可", &format!(r#", "code": "{code}""#)), &main);
        (item.class, item.found_by)
    };
    assert_eq!(class("00016421300Y"), (Class::CarriedDown, Some(FoundBy::Code)));
    assert_eq!(class("000164213003"), (Class::PermittedSubdivision, Some(FoundBy::Code)));
    assert_eq!(class("00016421300301"), (Class::PermittedSubdivision, Some(FoundBy::Code)));
    assert_eq!(class("000164214003").0, Class::NotAuthorised);
    let whole = [license("1", "食品经营许可", r#", "code": "000131024000""#)];
    let item = one(&license("a", "食品许可", r#", "code": "11440113MB2C92966P4000131024000""#), &whole);
    assert_eq!((item.class, kinds(&item)), (Class::CarriedDown, vec![DepartureKind::NameDiffers]));
}

/// Spellings that a tired official would not call another name.
#[test]
fn widths_blanks_and_brackets_that_tell_little_are_no_other_name() {
    for (own, theirs) in [
        ("取水许可", "取水许可"),
        ("取水许可(新办)", "取水许可"),
        ("取水许可（县级）", "取水许可"),
        ("取水 许可", "取水许可"),
        ("取水许可", "取水许可（县级权限）"),
        ("烟花爆竹经营（零售）许可", "烟花爆竹经营(零售)许可"),
        ("⽔上摊点许可", "水上摊点许可"),
    ] {
        let item = one(&license("a", own, ""), &[license("1", theirs, "")]);
        assert_eq!((item.class, kinds(&item)), (Class::CarriedDown, Vec::new()), "{own} / {theirs}");
    }
    for own in ["取水许可（变更）", "取水许可（地下水）", "取水许可－延续", "取水许可（地下水）变更"]
    {
        let item = one(&license("a", own, ""), &[license("1", "取水许可", "")]);
        assert_eq!((item.class, kinds(&item)), (Class::PermittedSubdivision, Vec::new()), "{own}");
    }
}

#[test]
fn parts_of_what_is_carried_down_are_permitted() {
    let own = format!(
        r#""licensing_items": [{}, {{"id": "b", "name": "地下取水审批", "item_level": "sub", "parent": "a"}},
        {{"id": "c", "name": "地下取水审批延续", "item_level": "business", "parent": "b"}}]"#,
        license("a", "取水许可", "")
    );
    let conformance = of(&county(&own), &[&city(&licenses(&[license("1", "取水许可", "")]))]);
    let classes: Vec<Class> = conformance.items.iter().map(|item| item.class).collect();
    assert_eq!(classes, [Class::CarriedDown, Class::PermittedSubdivision, Class::PermittedSubdivision]);
    assert_eq!(conformance.items[1].found_by, Some(FoundBy::Parent));
}

#[test]
fn outside_of_a_complete_list_a_basis_of_city_or_province_decides() {
    let theirs = [license("1", "取水许可", "")];
    let stands = |basis: &str| {
        let item = one(&license("a", "摊点设置许可", &format!(r#", "set_by": [{basis}]"#)), &theirs);
        (item.class, item.cause)
    };
    let title = |title: &str| format!(r#"{{"title": "{title}", "articles": [{{"article": 7}}]}}"#);
    assert_eq!(stands(&title("内蒙古自治区节约用水条例")), (Class::OwnBasis, None));
    assert_eq!(stands(&title("鄂尔多斯市城市管理条例")), (Class::OwnBasis, None));
    assert_eq!(stands(&title("水法")), (Class::NotAuthorised, None));
    assert_eq!(stands(""), (Class::NotAuthorised, None));
    assert_eq!(stands(&title("内蒙古自治区摊点管理办法")), (Class::NotTold, Some(NotToldCause::RankUnknown)));
    // Either of two: one that suffices is enough, whatever the other is.
    let both = format!("{}, {}", title("内蒙古自治区摊点管理办法"), title("内蒙古自治区节约用水条例"));
    assert_eq!(stands(&both), (Class::OwnBasis, None));
}

/// A rule of a city may set a power, and no license; the rank is that of the record.
#[test]
fn the_rule_of_a_city_sets_powers_and_no_license() {
    let own = county(
        r#""legal_instruments": [{"id": "r", "title": "某市摊点管理办法", "rank": "municipal_rule", "status": "in_force"}],
        "licensing_items": [{"id": "a", "name": "摊点设置许可", "item_level": "main", "set_by": [{"instrument": "r"}]}],
        "power_items": [{"id": "b", "name": "对擅自设置摊点的处罚", "item_level": "main", "power_type": "penalty",
          "basis": [{"instrument": "r"}]}]"#,
    );
    let classes: Vec<Class> = of(&own, &[&city(&licenses(&[]))]).items.iter().map(|item| item.class).collect();
    assert_eq!(classes, [Class::NotAuthorised, Class::OwnBasis]);
}

#[test]
fn nothing_is_outside_of_a_list_that_does_not_say_that_it_is_complete() {
    let own = county(&licenses(&[license("a", "摊点设置许可", WATER)]));
    let mut open = city(&licenses(&[license("1", "取水许可", "")]));
    open.header.covers.clear();
    let conformance = of(&own, &[&open]);
    assert_eq!(conformance.items[0].cause, Some(NotToldCause::ListIncomplete));
    // One that is complete beside one that is not, of the same kind, is no proof; of another kind it is.
    let complete = city(&licenses(&[]));
    assert_eq!(of(&own, &[&complete, &open]).items[0].cause, Some(NotToldCause::ListIncomplete));
    let mut powers =
        city(r#""power_items": [{"id": "p", "name": "x", "item_level": "main", "power_type": "penalty"}]"#);
    powers.header.covers.clear();
    assert_eq!(of(&own, &[&complete, &powers]).items[0].class, Class::NotAuthorised);
}

#[test]
fn names_that_are_nearly_the_same_are_left_to_people() {
    let ads = r#", "set_by": [{"title": "城市市容和环境卫生管理条例", "articles": [{"article": 11}]}]"#;
    let item = one(&license("a", "设置大型户外广告的审批", ads), &[license("1", "设置大型户外广告审批", ads)]);
    assert_eq!((item.class, item.cause), (Class::NotTold, Some(NotToldCause::NearName)));
    assert_eq!(item.superior.unwrap().id.as_str(), "1");
    // Other subjects are no near names, although most characters are the same.
    let item = one(&license("a", "农药经营许可", WATER), &[license("1", "兽药经营许可", WATER)]);
    assert_eq!(item.class, Class::NotAuthorised);
}

#[test]
fn a_heading_stands_as_its_parts_do() {
    let own = |sub: &str| {
        county(&format!(
            r#""licensing_items": [{}, {{"id": "b", "name": "{sub}", "item_level": "sub", "parent": "a"{WATER}}}]"#,
            license("a", "水事许可", "")
        ))
    };
    let superior = city(&licenses(&[license("1", "取水许可", WATER)]));
    let stands = |sub: &str| {
        let conformance = of(&own(sub), &[&superior]);
        (conformance.items[0].class, conformance.items[0].cause)
    };
    assert_eq!(stands("取水许可"), (Class::NotTold, Some(NotToldCause::Heading)));
    assert_eq!(stands("凿井许可"), (Class::NotAuthorised, None));
}

#[test]
fn of_several_levels_the_nearest_that_has_the_item_speaks() {
    let limit = |days: u8| format!(r#", "statutory_limits": [{{"amount": {days}, "unit": "working_day"}}]"#);
    let region = list("自治区清单", "provincial", &licenses(&[license("1", "取水许可", &limit(30))]));
    let league = city(&licenses(&[license("2", "取水许可", &limit(10))]));
    let own = county(&licenses(&[license("a", "取水许可", &limit(20)), license("b", "甲许可", WATER)]));
    let speaks = |superiors: &[&Catalog]| {
        let item = &of(&own, superiors).items[0];
        (item.superior.as_ref().unwrap().id.to_string(), item.departures.len())
    };
    assert_eq!(speaks(&[&region, &league]), ("2".to_owned(), 1));
    // They come from the highest to the nearest: the other way round the region is the nearest.
    assert_eq!(speaks(&[&league, &region]), ("1".to_owned(), 0));
    // What the nearest does not have the next one tells.
    let empty = city(&licenses(&[]));
    assert_eq!(speaks(&[&region, &empty]), ("1".to_owned(), 0));
}

/// Lists of one level are one: of two items that may be meant the same one speaks whichever comes first.
#[test]
fn the_order_of_equal_lists_and_of_records_changes_nothing() {
    let item = |id: &str, days: u8| {
        license(id, "取水许可", &format!(r#", "statutory_limits": [{{"amount": {days}, "unit": "working_day"}}]"#))
    };
    let own = county(&licenses(&[item("a", 20)]));
    let (one, other) = (city(&licenses(&[item("1", 30)])), city(&licenses(&[item("2", 10)])));
    let (first, second) = (of(&own, &[&one, &other]), of(&own, &[&other, &one]));
    assert_eq!((&first.items, &first.missing), (&second.items, &second.missing));
    let (both, back) =
        (city(&licenses(&[item("1", 30), item("2", 10)])), city(&licenses(&[item("2", 10), item("1", 30)])));
    assert_eq!(of(&own, &[&both]).items, of(&own, &[&back]).items);
}

fn water_with(set_by: &str, more: &str) -> ConformanceItem {
    let theirs = r#", "set_by": [{"title": "中华人民共和国水法", "articles": [{"article": 7}, {"article": 48}]},
        {"title": "取水许可和水资源费征收管理条例", "articles": [{"article": 2}]}]"#;
    one(&license("a", "取水许可", &format!(r#", "set_by": [{set_by}]{more}"#)), &[license("1", "取水许可", theirs)])
}

#[test]
fn setting_provisions_are_compared_by_instrument_and_article() {
    let regulation = r#"{"title": "取水许可和水资源费征收管理条例", "articles": [{"article": 2, "paragraph": 2}]}"#;
    let missing = |set_by: &str| -> Vec<String> {
        water_with(set_by, "").departures.into_iter().filter_map(|departure| departure.superior).collect()
    };
    let law =
        |articles: &str| format!(r#"{{"title": "《水法》（2016年修正）", "articles": [{articles}]}}, {regulation}"#);
    assert!(missing(&law(r#"{"article": 48, "paragraph": 1}, {"article": 7}"#)).is_empty());
    assert_eq!(missing(&law(r#"{"article": 7}"#)), ["《中华人民共和国水法》第四十八条"]);
    assert_eq!(missing(regulation), ["《中华人民共和国水法》第七条、第四十八条"]);
    // An instrument without a place in it, and a cell as it was written.
    assert!(missing(&format!(r#"{{"title": "水法"}}, {regulation}"#)).is_empty());
    assert!(
        missing(
            r#"{"text": "《中华人民共和国水法》第7条、第四十八条第一款；《取水许可和水资源费征收管理条例》第二条"}"#
        )
        .is_empty()
    );
    // Nothing at all is another rule's.
    assert!(missing("").is_empty());
    // What stands among the provisions that it is implemented under is cited in the wrong column, and not missing.
    let under = format!(r#", "implemented_under": [{regulation}]"#);
    let law = r#"{"title": "水法", "articles": [{"article": 7}, {"article": 48}]}"#;
    assert!(water_with(law, &under).departures.is_empty());
    let added = water_with(
        &format!(r#"{law}, {regulation}, {{"title": "内蒙古自治区节约用水条例", "articles": [{{"article": 3}}]}}"#),
        "",
    );
    assert_eq!(kinds(&added), [DepartureKind::BasisAdded]);
    // The paragraphs differ: that is another provision.
    let item = one(
        &license("a", "取水许可", r#", "set_by": [{"title": "水法", "articles": [{"article": 48, "paragraph": 2}]}]"#),
        &[license(
            "1",
            "取水许可",
            r#", "set_by": [{"title": "水法", "articles": [{"article": 48, "paragraph": 1}]}]"#,
        )],
    );
    assert_eq!(kinds(&item), [DepartureKind::BasisMissing]);
}

/// 生态环境法典 took over the articles of laws that it ended.
#[test]
fn what_moved_into_another_law_is_not_missing() {
    let law = |title: &str, article: u16| {
        license(
            "a",
            "排污许可证核发",
            &format!(r#", "set_by": [{{"title": "{title}", "articles": [{{"article": {article}}}]}}]"#),
        )
    };
    let item = one(&law("生态环境法典", 2), &[law("环境保护法", 2)]);
    assert!(item.departures.is_empty(), "{item:#?}");
}

#[test]
fn limits_are_longer_only_where_that_is_certain() {
    let limit = |amount: u16, unit: &str, basis: &str| {
        format!(r#", "statutory_limits": [{{"amount": {amount}, "unit": "{unit}"{basis}}}]"#)
    };
    let longer = |own: String, theirs: String| {
        let item = one(&license("a", "取水许可", &own), &[license("1", "取水许可", &theirs)]);
        item.departures.first().map(|departure| departure.backing.unwrap())
    };
    let plain = |amount, unit| limit(amount, unit, "");
    assert_eq!(longer(plain(21, "working_day"), plain(20, "working_day")), Some(Backing::None));
    assert_eq!(longer(plain(20, "working_day"), plain(20, "working_day")), None);
    assert_eq!(longer(plain(5, "working_day"), plain(20, "working_day")), None);
    // 30 days may be 20 working days; two months are more, however they are counted.
    assert_eq!(longer(plain(30, "day"), plain(20, "working_day")), None);
    assert_eq!(longer(plain(2, "month"), plain(20, "working_day")), Some(Backing::None));
    assert_eq!(longer(plain(20, "working_day"), plain(30, "day")), None);
    // By 行政许可法 itself no limit is longer; by another regulation it may be.
    let by = |title: &str| format!(r#", "basis": [{{"title": "{title}", "articles": [{{"article": 19}}]}}]"#);
    let of = |title: &str| longer(limit(45, "working_day", &by(title)), plain(20, "working_day"));
    assert_eq!(of("行政许可法"), Some(Backing::None));
    assert_eq!(of("取水许可和水资源费征收管理条例"), Some(Backing::Norm));
    assert_eq!(of("某某办法"), Some(Backing::NotTold));
}

#[test]
fn a_branch_is_compared_with_its_branch_or_the_whole() {
    let branch = |days: u8| format!(r#"{{"amount": {days}, "unit": "working_day", "branch": {{"commitment": true}}}}"#);
    let whole = |days: u8| format!(r#"{{"amount": {days}, "unit": "working_day"}}"#);
    let departures = |own: &[String], theirs: &[String]| {
        let limits = |all: &[String]| format!(r#", "promised_limits": [{}]"#, all.join(", "));
        let item = one(&license("a", "取水许可", &limits(own)), &[license("1", "取水许可", &limits(theirs))]);
        item.departures.iter().map(|departure| departure.path.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(departures(&[whole(10), branch(1)], &[whole(10), branch(1)]), [""; 0]);
    assert_eq!(departures(&[whole(10), branch(3)], &[whole(10), branch(1)]), ["/promised_limits/1"]);
    assert_eq!(departures(&[branch(12)], &[whole(10)]), ["/promised_limits/0"]);
    assert_eq!(departures(&[whole(10)], &[branch(1)]), [""; 0]);
}

#[test]
fn what_is_asked_for_besides_is_told_where_it_is_certain() {
    let materials = |names: &[&str]| {
        let one = |name: &&str| format!(r#"{{"id": "{name}", "name": "{name}", "kind": "document"}}"#);
        format!(r#", "materials": [{}]"#, names.iter().map(one).collect::<Vec<_>>().join(", "))
    };
    let added = |own: &[&str], theirs: &[&str]| {
        let item = one(&license("a", "取水许可", &materials(own)), &[license("1", "取水许可", &materials(theirs))]);
        item.departures.iter().map(|departure| departure.path.to_string()).collect::<Vec<_>>()
    };
    let theirs = ["取水许可申请书", "水资源论证报告书"];
    assert_eq!(added(&theirs, &theirs), [""; 0]);
    assert_eq!(added(&["取水许可申请表（一式两份）"], &theirs), [""; 0]);
    assert_eq!(added(&["取水许可申请书", "水资源论证报告书", "完税证明"], &theirs), ["/materials/2"]);
    // One may be the other under another name; two cannot both be.
    assert_eq!(added(&["取水许可申请书", "完税证明"], &theirs), [""; 0]);
    assert_eq!(added(&["取水许可申请书", "完税证明", "无犯罪记录"], &theirs), ["/materials"]);
    // A list that states none says nothing of them.
    assert_eq!(added(&["完税证明"], &[]), [""; 0]);
}

#[test]
fn what_the_superior_assigns_to_this_level_and_is_not_there_is_missing() {
    let superior = |items: &str| {
        city(&format!(
            r#""organizations": [
              {{"id": "county", "name": "县级以上人民政府水行政主管部门", "kind": "category"}},
              {{"id": "city", "name": "设区的市级以上人民政府水行政主管部门", "kind": "category"}},
              {{"id": "one", "name": "鄂尔多斯市水利局", "kind": "department"}}],
            "licensing_items": [{items}]"#
        ))
    };
    let missing = |own: &Catalog, items: &str| -> Vec<String> {
        of(own, &[&superior(items)]).missing.iter().map(|missing| missing.item.id.to_string()).collect()
    };
    let own = county(&licenses(&[license("a", "取水许可（新办）", "")]));
    let by = |body: &str| format!(r#", "authorities": [{{"organization": "{body}", "role": "decide"}}]"#);
    assert_eq!(missing(&own, &license("1", "取水许可", r#", "levels": ["county"]"#)), [""; 0]);
    assert_eq!(missing(&own, &license("1", "打井许可", r#", "levels": ["county"]"#)), ["1"]);
    assert_eq!(missing(&own, &license("1", "打井许可", r#", "levels": ["prefectural"]"#)), [""; 0]);
    assert_eq!(missing(&own, &license("1", "打井许可", &by("county"))), ["1"]);
    for other in ["city", "one"] {
        assert_eq!(missing(&own, &license("1", "打井许可", &by(other))), [""; 0], "{other}");
    }
    assert_eq!(missing(&own, &license("1", "打井许可", r#", "levels": ["county"], "status": "cancelled""#)), [""; 0]);
    // Parts: a main item that is not there is told alone, one that is carried undivided has no missing part.
    let parts = |main: &str| {
        format!(
            r#"{}, {{"id": "2", "name": "{main}（地表水）", "item_level": "sub", "parent": "1", "levels": ["county"]}},
            {{"id": "3", "name": "{main}（地下水）", "item_level": "sub", "parent": "1", "levels": ["county"]}}"#,
            license("1", main, r#", "levels": ["county"]"#)
        )
    };
    assert_eq!(missing(&own, &parts("打井许可")), ["1"]);
    let undivided = county(&licenses(&[license("a", "打井许可", "")]));
    assert_eq!(missing(&undivided, &parts("打井许可")), [""; 0]);
    let one_part = county(&licenses(&[license("a", "打井许可（地表水）", "")]));
    assert_eq!(missing(&one_part, &parts("打井许可")), ["3"]);
    // A list that does not say that it has all lacks nothing for certain.
    let mut open = own;
    open.header.covers.clear();
    let conformance = of(&open, &[&superior(&license("1", "打井许可", r#", "levels": ["county"]"#))]);
    assert_eq!((conformance.counts.missing, conformance.counts.perhaps_missing), (0, 1));
    assert_eq!(conformance.missing[0].cause, Some(NotToldCause::OwnListIncomplete));
}

/// The nearest list that has an item says whose it is.
#[test]
fn a_nearer_list_takes_an_item_from_the_level() {
    let level = |levels: &str| license("1", "打井许可", &format!(r#", "levels": ["{levels}"]"#));
    let region = list("自治区清单", "provincial", &licenses(&[level("county")]));
    let mut league = city(&licenses(&[level("prefectural")]));
    let own = county(&licenses(&[license("a", "取水许可", WATER)]));
    assert_eq!(of(&own, &[&region]).missing.len(), 1);
    assert_eq!(of(&own, &[&region, &league]).missing.len(), 0);
    league.header.covers.clear();
    assert_eq!(of(&own, &[&region, &league]).missing.len(), 0);
}

fn checked() -> Report {
    let superior = qingdan::read(&bytes("ordos-sample-superior.json"), Limits::default()).catalog.unwrap();
    Checker::new().as_of(day()).superior(&superior).check_bytes("sample", &bytes("hangjin-sample.json"))
}

/// The sample beside its superior list: no finding, the rules ran, and the table has every item.
#[test]
fn the_sample_conforms_to_the_list_of_the_city() {
    let report = checked();
    assert_eq!(report.findings().map(|finding| finding.code.to_string()).collect::<Vec<_>>(), [""; 0]);
    let input = &report.inputs[0];
    for code in ["QD801", "QD802", "QD803", "QD804", "QD805", "QD806", "QD813"] {
        assert!(input.coverage.run.iter().any(|run| *run == code), "{code}");
        assert!(!input.coverage.not_run.iter().any(|not_run| not_run.code == code), "{code}");
    }
    assert_eq!(report.verdict(Aspect::Lawful), Verdict::Yes);
    assert_eq!(report.verdict(Aspect::Publishable), Verdict::Yes);
    let conformance = input.conformance.as_ref().unwrap();
    let counted: BTreeMap<Class, u64> = conformance.counts.by_class.clone();
    assert_eq!((counted, conformance.counts.missing), (BTreeMap::from([(Class::CarriedDown, 144)]), 0));
    assert!(conformance.counts.by_departure.is_empty(), "{:?}", conformance.counts);
    // The list of the city itself has no fault.
    let list = Checker::new().as_of(day()).check_bytes("list", &bytes("ordos-sample-superior.json"));
    assert_eq!(list.findings().count(), 0);
}

#[test]
fn without_a_superior_list_there_is_no_table() {
    let report = Checker::new().as_of(day()).check_bytes("sample", &bytes("hangjin-sample.json"));
    assert!(report.inputs[0].conformance.is_none());
    assert!(!serde_json::to_string(&report).unwrap().contains("conformance"));
}

/// A list beside itself: everything is carried down, nothing is missing, nothing departs.
fn assert_conforms_to_itself(name: &str, mut catalog: Catalog) {
    catalog.header.covers = vec!["licensing_item".parse().unwrap(), "power_item".parse().unwrap()];
    let conformance = of(&catalog, &[&catalog]);
    for item in &conformance.items {
        assert_eq!(item.class, Class::CarriedDown, "{name}: {item:#?}");
        assert!(item.departures.is_empty(), "{name}: {item:#?}");
        assert_eq!(item.superior.as_ref().map(|superior| &superior.id), Some(&item.id), "{name}");
    }
    assert!(conformance.missing.is_empty(), "{name}: {:?}", conformance.missing);
}

#[test]
fn real_lists_conform_to_themselves() {
    for (name, bytes) in crate::workbooks::WORKBOOKS {
        assert_conforms_to_itself(name, qingdan::read(bytes, Limits::default()).catalog.unwrap());
    }
    let guangan = qingdan::read(&crate::guangan::document(), Limits::default()).catalog.unwrap();
    assert_conforms_to_itself("guangan", guangan);
    let sample = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    assert_conforms_to_itself("sample", sample);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_county_conforms_to_itself(seed in any::<u64>()) {
        let bytes = crate::synthesize::part_of_county(seed, Spelling::Ndjson);
        assert_conforms_to_itself("county", qingdan::read(&bytes, Limits::default()).catalog.unwrap());
    }
}

#[test]
fn what_was_written_is_read_again_and_fits_its_schema() {
    let conformance = checked().inputs.remove(0).conformance.unwrap();
    let json = serde_json::to_value(&conformance).unwrap();
    assert_eq!(serde_json::from_value::<Conformance>(json.clone()).unwrap(), conformance);
    let schema = crate::schemas::value(&qingdan::schema::SchemaName::Conformance.text());
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&json));
}
