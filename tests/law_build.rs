//! Facts and openings from the texts of statutes. All titles are invented; the shapes are those in which statutes are
//! published: Markdown of collections, plain text of gazettes, orders with the text below.

use std::num::NonZeroU16;

use qingdan::codelist::{InstrumentStatus, LegalRank};
use qingdan::law::build::{Built, BuiltRow, Doubt, DoubtKind, Fact, StatuteText, build};
use qingdan::law::facts::{LawFacts, Standing};
use qingdan::law::openings::{Fingerprint, Openings};
use qingdan::model::{Date, Text};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn built(texts: &[(&str, &str)]) -> Built {
    let texts: Vec<StatuteText<'_>> = texts.iter().map(|&(name, text)| StatuteText::new(name, text)).collect();
    build(&texts, day("2026-11-26"), &LawFacts::default())
}

fn row<'b>(built: &'b Built, name: &str) -> &'b BuiltRow {
    built.rows.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("{name}: {:?}", built.doubts))
}

fn only(text: &str) -> BuiltRow {
    let built = built(&[("a.md", text)]);
    assert!(built.doubts.is_empty(), "{:?}", built.doubts);
    row(&built, "a.md").clone()
}

fn doubts(built: &Built) -> Vec<&DoubtKind> {
    built.doubts.iter().map(|Doubt { kind, .. }| kind).collect()
}

/// As collections of laws in Markdown have it.
const LAW: &str = "\
# 中华人民共和国某某试验法

2003年8月27日 第十届全国人民代表大会常务委员会第四次会议通过
根据2019年4月23日第十三届全国人民代表大会常务委员会第十次会议《关于修改〈中华人民共和国某某建筑法〉等八部法律的决定》修正

<!-- INFO END -->

## 第一章 总则

第一条 为了规范试验活动，保护公民、法人和其他组织的合法权益，根据宪法，制定本法。

第二条 本法所称试验，是指为取得数据而进行的活动。

有下列情形之一的，不适用本法：

（一）在教学活动中为了演示而进行的试验；

（二）其他法律另有规定的。

## 第二章 附则

第三条 本法自2004年7月1日起施行。
";

#[test]
fn a_law_in_markdown_gives_its_facts() {
    let row = only(LAW);
    let edition = &row.edition;
    assert_eq!(edition.title.as_str(), "某某试验法");
    assert_eq!(edition.rank, LegalRank::Law);
    assert_eq!(edition.version_date, Some(day("2019-04-23")));
    // The clause is that of 2004, fifteen years before this edition.
    assert_eq!(edition.effective_on, None);
    assert_eq!(edition.last_article.map(NonZeroU16::get), Some(3));
    assert_eq!((edition.status, edition.seen_on), (InstrumentStatus::InForce, Some(day("2026-11-26"))));
    let facts: Vec<Fact> = row.grounds.iter().map(|ground| ground.fact).collect();
    assert_eq!(facts, [Fact::Title, Fact::Rank, Fact::VersionDate, Fact::LastArticle, Fact::Status]);
    let said: Vec<&str> = row.grounds.iter().map(|ground| ground.message.zh.as_str()).collect();
    assert_eq!(said[0], "“中华人民共和国某某试验法”");
    assert_eq!(said[1], "“2003年8月27日第十届全国人民代表大会常务委员会第四次会议通过”");
    assert!(said[2].starts_with("“2019年4月23日第十三届"), "{}", said[2]);
    assert_eq!(said[3], "第一条起依次相连，共3条；末三条中有“本法自2004年7月1日起施行”");
}

#[test]
fn openings_are_those_of_the_paragraphs_and_items() {
    let row = only(LAW);
    let of: Vec<(String, Vec<Fingerprint>)> =
        row.openings.iter().map(|(article, prints)| (article.to_string(), prints.clone())).collect();
    let print = |text: &str| Fingerprint::of(text).unwrap();
    assert_eq!(
        of,
        [
            ("第一条".to_owned(), vec![print("为了规范试验活动保护公民法人和其他组织的合法权益")]),
            // 有下列情形之一的不适用本法 has thirteen characters, 其他法律另有规定的 nine.
            (
                "第二条".to_owned(),
                vec![print("本法所称试验是指为取得数据而进行"), print("在教学活动中为了演示而进行的试验")]
            ),
            ("第三条".to_owned(), vec![print("本法自2004年7月1日起施行")]),
        ]
    );
    let mut written = Vec::new();
    built(&[("a.md", LAW)]).write_openings(&mut written).unwrap();
    let read = Openings::from_tsv(&written).unwrap();
    let edition = read.of("某某试验法", day("2019-04-23")).unwrap();
    assert_eq!(edition.only_article(print("（一）在教学活动中，为了演示而进行的试验")).unwrap().to_string(), "第二条");
}

/// A regulation as the gazette prints it: the order first, full-width blanks, no marks of Markdown.
#[test]
fn an_order_with_the_text_below_it() {
    let row = only(
        "中华人民共和国国务院令\n第999号\n\u{3000}\u{3000}《某某试验条例》已经2023年12月29日国务院第22次常务会议通过，现予公布，自2024年3月1日起施行。\n\
         总理\u{3000}某某\n2024年1月5日\n\n某某试验条例\n\n\u{3000}\u{3000}第一条\u{3000}为了规范试验，制定本条例。\n\
         \u{3000}\u{3000}第二条\u{3000}本条例自2024年3月1日起施行。\n",
    );
    assert_eq!(row.edition.title.as_str(), "某某试验条例");
    assert_eq!(row.edition.rank, LegalRank::AdministrativeRegulation);
    assert_eq!(row.edition.version_date, Some(day("2024-01-05")));
    assert_eq!(row.edition.effective_on, Some(day("2024-03-01")));
    assert_eq!(row.edition.last_article.map(NonZeroU16::get), Some(2));
}

fn with_note(note: &str) -> String {
    format!("# 某某试验规定\n{note}\n第一条　为了规范试验，制定本规定。\n第二条　本规定自2030年1月1日起施行。\n")
}

#[test]
fn a_rank_is_given_only_where_the_notes_prove_it() {
    use LegalRank::*;
    for (note, rank) in [
        ("（2020年1月2日第十三届全国人民代表大会第三次会议通过）", Some(Law)),
        ("（2020年1月2日中华人民共和国主席令第四十五号公布）", Some(Law)),
        ("（2020年1月2日中华人民共和国国务院令第722号公布）", Some(AdministrativeRegulation)),
        ("（2020年1月2日国务院第80次常务会议通过）", Some(AdministrativeRegulation)),
        ("（1994年1月2日国务院批准　1994年2月1日某某部令第3号发布）", Some(AdministrativeRegulation)),
        ("（2004年1月2日国务院批准　2004年2月1日某某部令第3号发布）", Some(DepartmentalRule)),
        (
            "（2020年1月2日水利部令第49号公布　根据2023年3月1日《水利部关于修改部分规章的决定》修正）",
            Some(DepartmentalRule),
        ),
        ("2022年3月24日国家市场监督管理总局令第55号公布", Some(DepartmentalRule)),
        ("（中国人民银行令〔2021〕第4号，2021年9月30日发布）", Some(DepartmentalRule)),
        ("（2020年1月2日海关总署令第218号公布）", Some(DepartmentalRule)),
        ("（2020年1月2日交通运输部令2020年第1号公布）", Some(DepartmentalRule)),
        ("（2020年1月2日某某省第十三届人民代表大会常务委员会第十六次会议通过）", Some(LocalRegulation)),
        ("（2020年1月2日某某市第十五届人民代表大会常务委员会第三次会议通过）", Some(LocalRegulation)),
        ("（2020年1月2日某某自治县第九届人民代表大会第四次会议通过）", Some(AutonomousRegulation)),
        ("（2020年1月2日某某省人民政府令第260号公布）", Some(ProvincialRule)),
        ("（2020年1月2日北京市人民政府令第290号公布）", Some(ProvincialRule)),
        ("（2020年1月2日某某市人民政府令第9号公布）", Some(MunicipalRule)),
        // An autonomous prefecture makes local regulations and separate ones.
        ("（2020年1月2日某某自治州第十四届人民代表大会第五次会议通过）", None),
        // A county makes no rules; a bureau of a city gives no orders.
        ("（2020年1月2日某某县人民政府令第2号公布）", None),
        ("（2020年1月2日某某市水务局令第2号公布）", None),
        ("（2020年1月2日公布）", None),
        // What another law was amended by says nothing of this one.
        ("（2020年1月2日根据《全国人民代表大会常务委员会关于修改某某法的决定》修正）", None),
    ] {
        let built = built(&[("a.md", &with_note(note))]);
        assert_eq!(built.rows.first().map(|row| row.edition.rank), rank, "{note}: {:?}", built.doubts);
        if rank.is_none() {
            assert_eq!(doubts(&built), [&DoubtKind::NoRank], "{note}");
        }
    }
    let decision = "# 国务院关于某某试验的决定\n（2004年6月29日国务院令第412号公布）\n对下列事项设定许可。";
    let built = built(&[("a.md", decision)]);
    assert_eq!(built.rows[0].edition.rank, StateCouncilDecision);
    assert_eq!((built.rows[0].edition.last_article, doubts(&built)), (None, vec![&DoubtKind::NoArticles]));
}

#[test]
fn the_day_is_that_of_the_name_or_the_last_of_the_notes() {
    let note = "（1997年1月2日国务院令第216号发布　2001年11月29日《国务院关于修改〈某某条例〉的决定》修订　2022年3月29日国务院令第752号第二次修订　自2022年5月1日起施行）";
    let of = |name: &str| {
        let text = with_note(note);
        let built = built(&[(name, text.as_str())]);
        let days = built.rows.first().map(|row| row.edition.version_date.unwrap().to_string());
        (days, built.doubts.into_iter().map(|doubt| doubt.kind).collect::<Vec<_>>())
    };
    assert_eq!(of("a.txt"), (Some("2022-03-29".to_owned()), Vec::new()));
    for name in ["某某试验规定(2022-03-29).md", "《某某试验规定》（20220329）.txt", "某某试验规定（2022年3月29日）.md"]
    {
        assert_eq!(of(name), (Some("2022-03-29".to_owned()), Vec::new()), "{name}");
    }
    let other = DoubtKind::OtherDay { in_name: day("2022-05-01"), in_text: day("2022-03-29") };
    assert_eq!(of("某某试验规定(2022-05-01).md"), (Some("2022-05-01".to_owned()), vec![other]));
    let title =
        DoubtKind::OtherTitle { in_name: "某某检验规定".to_owned(), in_text: "某某试验规定".to_owned() };
    assert_eq!(of("某某检验规定(2022-03-29).md"), (None, vec![title]));
    let undated = built(&[("a.md", "# 某某试验规定\n（国务院令第216号公布）\n第一条　本规定自公布之日起施行。")]);
    assert_eq!((undated.rows.len(), doubts(&undated)), (0, vec![&DoubtKind::NoDay]));
    // In Chinese digits.
    let chinese = only(&with_note("（二〇二二年三月二十九日国务院令第752号公布）"));
    assert_eq!(chinese.edition.version_date, Some(day("2022-03-29")));
}

#[test]
fn the_first_day_is_given_only_where_it_is_that_of_this_edition() {
    let first = |note: &str, clause: &str| {
        let text = format!("# 某某试验条例\n{note}\n第一条　为了规范试验，制定本条例。\n第二条　{clause}\n");
        only(&text).edition.effective_on.map(|day| day.to_string())
    };
    let some = |day: &str| Some(day.to_owned());
    let made = "（2020年1月2日国务院令第722号公布）";
    let amended = "（2010年1月2日国务院令第570号公布　根据2020年11月29日《国务院关于修改部分行政法规的决定》修改）";
    assert_eq!(first(made, "本条例自2020年5月1日起施行。"), some("2020-05-01"));
    assert_eq!(first(made, "本条例自二〇二〇年五月一日起施行。"), some("2020-05-01"));
    assert_eq!(first(made, "本条例自公布之日起施行。"), some("2020-01-02"));
    assert_eq!(first(made, "本条例自公布之日起30日后施行。"), None);
    assert_eq!(first(amended, "本条例自2010年5月1日起施行。"), None);
    assert_eq!(first(amended, "本条例自公布之日起施行。"), None);
    let revised = "（2010年1月2日国务院令第570号公布　2020年11月29日国务院令第732号修订　自2021年2月1日起施行）";
    assert_eq!(first(revised, "本条例自2010年5月1日起施行。"), some("2021-02-01"));
}

#[test]
fn inserted_articles_do_not_raise_the_last_one() {
    let row = only(
        "# 某某试验条例\n（2020年1月2日国务院令第722号公布）\n**第一条**　为了规范试验，制定本条例。\n第一条之一　试验应当安全。\n第一条之二　试验应当公开。\n\
         第二条　违反本条例\n第一条规定的，由有关部门责令改正。\n第三条　本条例自2020年5月1日起施行。\n附件：\n第一条　试验目录\n",
    );
    assert_eq!(row.edition.last_article.map(NonZeroU16::get), Some(3));
    let numbers: Vec<String> = row.openings.iter().map(|(article, _)| article.to_string()).collect();
    assert_eq!(numbers, ["第一条", "第一条之一", "第一条之二", "第二条", "第三条"]);
}

#[test]
fn articles_that_do_not_rise_by_one_give_no_last_article() {
    let of = |body: &str| {
        let built = built(&[("a.md", &format!("# 某某试验条例\n（2020年1月2日国务院令第722号公布）\n{body}"))]);
        let edition = &built.rows[0].edition;
        assert_eq!(edition.last_article, None, "{body}");
        assert!(built.rows[0].openings.is_empty(), "{body}");
        built.doubts.into_iter().map(|doubt| doubt.kind.message().zh).collect::<Vec<_>>()
    };
    assert_eq!(of("第一条　甲。\n第三条　本条例自2020年5月1日起施行。"), ["条号不相连：第一条之后是第三条；未写末条"]);
    assert_eq!(of("第二条　本条例自2020年5月1日起施行。"), ["条号不相连：正文开头是第二条；未写末条"]);
    assert_eq!(
        of("第一条　甲。\n第二条之一　乙。\n第二条　本条例自2020年5月1日起施行。"),
        ["条号不相连：第一条之后是第二条之一；未写末条"]
    );
    // Cut after the third of ten articles.
    assert_eq!(of("第一条　甲。\n第二条　乙。\n第三条　丙。"), ["末三条都没有写施行日期，文本可能不全；未写末条"]);
    // The clause stands too far before the end.
    assert_eq!(
        of("第一条　本条例自2020年5月1日起施行。\n第二条　乙。\n第三条　丙。\n第四条　丁。"),
        ["末三条都没有写施行日期，文本可能不全；未写末条"]
    );
}

#[test]
fn what_is_no_statute_is_told_and_gives_no_row() {
    let of = |text: &str| {
        let built = built(&[("a.md", text)]);
        assert!(built.rows.is_empty(), "{text}");
        built.doubts.into_iter().map(|doubt| doubt.kind).collect::<Vec<_>>()
    };
    assert_eq!(of(""), [DoubtKind::Empty]);
    assert_eq!(of("\u{feff}\n \u{3000}\n"), [DoubtKind::Empty]);
    assert_eq!(of("（2020年1月2日国务院令第722号公布）"), [DoubtKind::NoTitle]);
    assert_eq!(of("第一条　甲。"), [DoubtKind::NoTitle]);
    assert_eq!(of("买菜清单\n白菜\n"), [DoubtKind::NoDay]);
}

fn regulation(title: &str, number: &str, made: &str, last: &str) -> String {
    format!("# {title}\n（{made}国务院令第{number}号公布）\n第一条　为了规范试验，制定本条例。\n第二条　{last}\n")
}

#[test]
fn a_younger_edition_supersedes_the_older_on_its_first_day() {
    let old = regulation("某某试验条例", "570", "2010年1月2日", "本条例自2010年5月1日起施行。");
    let new = regulation("某某试验条例", "732", "2020年11月29日", "本条例自2021年2月1日起施行。");
    let next = regulation("某某试验条例", "950", "2026年10月8日", "本条例自2027年1月1日起施行。");
    let built = built(&[("new.md", &new), ("next.md", &next), ("old.md", &old)]);
    assert!(built.doubts.is_empty(), "{:?}", built.doubts);
    let state = |name: &str| {
        let edition = &row(&built, name).edition;
        (edition.status, edition.ended_on.map(|day| day.to_string()))
    };
    assert_eq!(state("old.md"), (InstrumentStatus::Superseded, Some("2021-02-01".to_owned())));
    assert_eq!(state("new.md"), (InstrumentStatus::InForce, None));
    assert_eq!(state("next.md"), (InstrumentStatus::NotYetInForce, None));
    let facts = built.facts();
    let Standing::InForce(edition) = facts.standing("某某试验条例", day("2026-11-26")) else { panic!() };
    assert_eq!(edition.version_date, Some(day("2020-11-29")));
    let Standing::InForce(edition) = facts.standing("某某试验条例", day("2015-06-01")) else { panic!() };
    assert_eq!(edition.version_date, Some(day("2010-01-02")));
}

#[test]
fn two_texts_of_one_edition_give_one_row() {
    let text = regulation("某某试验条例", "570", "2010年1月2日", "本条例自2010年5月1日起施行。");
    let built = built(&[("a.md", &text), ("b.md", &text)]);
    assert_eq!(built.rows.len(), 1);
    assert_eq!(built.doubts.len(), 1);
    assert_eq!(
        (built.doubts[0].name.as_str(), &built.doubts[0].kind),
        ("b.md", &DoubtKind::SameEdition { other: "a.md".to_owned() })
    );
}

#[test]
fn what_the_last_articles_end_has_ended() {
    let old = |title: &str| regulation(title, "100", "1990年3月1日", "本条例自发布之日起施行。");
    let texts = [
        ("a.md", old("某某检验条例")),
        ("b.md", old("某某测量条例")),
        ("c.md", old("某某取样条例")),
        ("d.md", old("某某记录条例")),
        ("e.md", old("某某标本条例")),
        (
            "new.md",
            regulation(
                "某某试验条例",
                "732",
                "2020年11月29日",
                "本条例自2021年2月1日起施行。1990年3月1日国务院发布的《某某检验条例》、《某某测量条例》（国务院令第100号）和《某某外地条例》同时废止。《某某记录条例》第三章、《某某标本条例》中有关试验的规定同时废止。《某某取样条例》与本条例不一致的，以本条例为准。",
            ),
        ),
    ];
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let built = built(&texts);
    for name in ["a.md", "b.md"] {
        let row = row(&built, name);
        assert_eq!(row.edition.status, InstrumentStatus::Repealed, "{name}");
        assert_eq!(row.edition.ended_on, Some(day("2021-02-01")), "{name}");
        assert_eq!(row.edition.successor.as_ref().map(Text::as_str), Some("某某试验条例"), "{name}");
        let ground = row.grounds.iter().find(|ground| ground.fact == Fact::Status).unwrap();
        assert_eq!(ground.message.zh, "《某某试验条例》第二条将其废止");
    }
    for name in ["c.md", "d.md", "e.md"] {
        assert_eq!(row(&built, name).edition.status, InstrumentStatus::InForce, "{name}");
    }
    let part = |title: &str| DoubtKind::EndsPart { title: title.to_owned() };
    let another = DoubtKind::EndsAnother {
        title: "某某外地条例".to_owned(),
        since: Some(day("2021-02-01")),
        held_in_force: false,
    };
    assert_eq!(doubts(&built), [&part("某某记录条例"), &part("某某标本条例"), &another]);
    assert!(!built.doubts.iter().any(|doubt| doubt.kind.is_fault()));
}

#[test]
fn a_list_of_what_is_ended_stands_in_items() {
    let old = |title: &str| regulation(title, "100", "1990年3月1日", "本条例自发布之日起施行。");
    let (a, b) = (old("某某检验条例"), old("某某测量条例"));
    let new = "# 某某试验法\n（2020年11月28日第十三届全国人民代表大会常务委员会第二十三次会议通过）\n第一条　为了规范试验，制定本法。\n第二条　本法自2021年2月1日起施行。下列规定同时废止：\n（一）《某某检验条例》；\n（二）《某某测量条例》（国务院令第100号）。\n";
    let built = built(&[("a.md", &a), ("b.md", &b), ("new.md", new)]);
    assert!(built.doubts.is_empty(), "{:?}", built.doubts);
    for name in ["a.md", "b.md"] {
        assert_eq!(row(&built, name).edition.ended_on, Some(day("2021-02-01")), "{name}");
    }
}

/// The first check: no title in force stands in a younger text's 同时废止.
#[test]
fn a_title_in_force_that_a_younger_text_ends_is_told() {
    // Held facts have it in force, and the folder has no text of it.
    let new =
        regulation("某某试验条例", "732", "2020年11月29日", "本条例自2021年2月1日起施行。《某某检验条例》同时废止。");
    let held =
        LawFacts::from_csv("title,rank,status\n某某检验条例,administrative_regulation,in_force\n".as_bytes()).unwrap();
    let told = build(&[StatuteText::new("new.md", &new)], day("2026-11-26"), &held);
    assert_eq!(
        told.doubts[0].kind.message().zh,
        "写明《某某检验条例》自2021年2月1日起废止，文件夹中没有该文件；法规库仍作现行有效，应当补一行"
    );
    assert!(told.doubts[0].kind.is_fault());
    // The folder has an edition that was made after the end.
    let later = regulation("某某检验条例", "760", "2023年7月20日", "本条例自2023年9月1日起施行。");
    let built = built(&[("later.md", &later), ("new.md", &new)]);
    assert_eq!(row(&built, "later.md").edition.status, InstrumentStatus::InForce);
    let expected = DoubtKind::OutlivesEnd { by: "某某试验条例".to_owned(), since: Some(day("2021-02-01")) };
    assert_eq!(doubts(&built), [&expected]);
    assert!(expected.is_fault());
}

#[test]
fn an_end_that_is_still_to_come_is_none_yet() {
    let old = regulation("某某检验条例", "100", "1990年3月1日", "本条例自1990年5月1日起施行。");
    let new =
        regulation("某某试验条例", "955", "2026年11月1日", "本条例自2027年2月1日起施行。《某某检验条例》同时废止。");
    let built = built(&[("new.md", &new), ("old.md", &old)]);
    let edition = &row(&built, "old.md").edition;
    assert_eq!((edition.status, edition.ended_on), (InstrumentStatus::InForce, Some(day("2027-02-01"))));
    assert!(matches!(built.facts().standing("某某检验条例", day("2026-11-26")), Standing::InForce(_)));
}

#[test]
fn many_texts_and_long_ones_are_read_in_linear_work() {
    let items: String =
        (0..20_000).fold(String::new(), |list, n| list + &format!("（一）《某某第{n}条例》（国务院令第100号）、\n"));
    let text = format!(
        "# 某某试验条例\n（2020年1月2日国务院令第722号公布）\n第一条　本条例自2020年5月1日起施行。下列同时废止：{items}"
    );
    let built = built(&[("a.md", &text)]);
    assert_eq!(built.doubts.len(), 20_000);
    let open = "（".repeat(200_000) + &"《".repeat(200_000) + &"第".repeat(200_000) + &"年".repeat(200_000);
    let text = format!("# 某某试验条例\n（2020年1月2日国务院令第722号公布）\n{open}\n第一条　{open}自起施行\n");
    assert_eq!(self::built(&[("a.md", &text)]).rows.len(), 1);
}
