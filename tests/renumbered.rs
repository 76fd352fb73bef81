//! Openings of articles, and QD210: printed words that are another article today.

use qingdan::law::openings::{Fingerprint, Openings, OpeningsProblem};
use qingdan::report::NotRunReason;
use qingdan::{Checker, Report};
use serde_json::{Value, json};

/// The first paragraph of 行政许可法 (2019), article 42.
const PARAGRAPH: &str = "除可以当场作出行政许可决定的外，行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，并应当将延长期限的理由告知申请人。";
/// 行政处罚法 (2021), article 72, which was article 51 before.
const UNPAID: &str = "当事人逾期不履行行政处罚决定的，作出行政处罚决定的行政机关可以采取下列措施：";

fn openings() -> Openings {
    Openings::from_tsv(include_bytes!("../src/law/article_openings.tsv")).unwrap()
}

fn check_as_of(day: &str, citation: &Value) -> Report {
    let catalog = json!({
        "header": {"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"},
        "power_items": [{"id": "a", "name": "对逾期不履行决定的处罚", "item_level": "main", "power_type": "penalty", "basis": [citation]}],
    });
    let checker = Checker::new().as_of(day.parse().unwrap()).openings(openings());
    let report = checker.check_bytes("x", catalog.to_string().as_bytes());
    assert_eq!(report.inputs[0].unread, 0, "{:?}", report.findings().collect::<Vec<_>>());
    report
}

/// What the rule says of this citation.
fn said(citation: &Value) -> Vec<String> {
    let report = check_as_of("2026-11-25", citation);
    report.findings().filter(|finding| finding.code() == "QD210").map(|finding| finding.message.zh.clone()).collect()
}

fn text(text: &str) -> Vec<String> {
    said(&json!({"text": text}))
}

/// `1c367d` was worked out by another program.
#[test]
fn a_fingerprint_is_that_of_the_first_fourteen_characters() {
    let of = |text: &str| Fingerprint::of(text).map(|print| print.to_string());
    assert_eq!(of(PARAGRAPH).as_deref(), Some("1c367d"));
    // Numbers of items, blanks and marks make no difference, nor does what follows.
    for same in [
        "除可以当场作出行政许可决定的",
        "（一）除可以当场作出行政许可决定的外",
        "(十二) 除可以当场，作出“行政许可”决定的外",
        "　　除可以当场作出行政许可\n决定的……",
    ] {
        assert_eq!(of(same).as_deref(), Some("1c367d"), "{same}");
    }
    assert_eq!(of("除可以当场作出行政许可决定"), None);
    assert_eq!(of(""), None);
    assert_eq!(of(&"，".repeat(100_000)), None);
    let held = openings().of("中华人民共和国行政许可法", "2019-04-23".parse().unwrap()).unwrap();
    assert_eq!(
        held.only_article("1c367d".parse().unwrap()).map(|found| found.to_string()).as_deref(),
        Some("第四十二条")
    );
}

#[test]
fn the_held_openings_can_be_read_whole() {
    assert_eq!(openings().editions(), 1513);
    #[cfg(feature = "openings")]
    assert_eq!(Openings::known(), &openings());
}

#[test]
fn openings_that_cannot_be_read_say_where() {
    let fault = |rows: &str| {
        let error = Openings::from_tsv(format!("title\tversion_date\topenings\n{rows}").as_bytes()).unwrap_err();
        (error.line, error.problem)
    };
    let entry = |found: &str| OpeningsProblem::Entry(found.to_owned());
    assert_eq!(fault("甲\t2020-01-01\t1:0f3a21\n甲条例\t2020-01-01\n"), (3, OpeningsProblem::Cells));
    assert_eq!(fault("\t2020-01-01\t1:0f3a21\n"), (2, OpeningsProblem::Cells));
    assert_eq!(fault("甲\t2020\t1:0f3a21"), (2, OpeningsProblem::Date("2020".to_owned())));
    for wrong in ["1", "1:", "0:0f3a21", "一:0f3a21", "1:0F3A21", "1:0f3a2", "1:0f3a21,", "1-0:0f3a21"] {
        assert_eq!(fault(&format!("甲\t2020-01-01\t{wrong}")), (2, entry(wrong)), "{wrong}");
    }
    assert_eq!(fault("甲\t2020-01-01\t1:0f3a21\n《甲》\t2020-01-01\t"), (3, OpeningsProblem::Repeated));
    assert_eq!(Openings::from_tsv(b"").unwrap_err().problem, OpeningsProblem::Header);
    assert_eq!(
        Openings::from_tsv(b"title\tversion_date\topenings\n\xce").unwrap_err().problem,
        OpeningsProblem::NotUtf8
    );
    // With a byte order mark and line ends of another system.
    let read =
        Openings::from_tsv("\u{feff}title\tversion_date\topenings\r\n甲\t2020-01-01\t12-1:0f3a21\r\n".as_bytes())
            .unwrap();
    let found = read.of("甲", "2020-01-01".parse().unwrap()).unwrap().only_article("0f3a21".parse().unwrap());
    assert_eq!(found.unwrap().to_string(), "第十二条之一");
}

#[test]
fn words_of_another_article_are_named_however_they_are_printed() {
    let expected = ["《行政处罚法》第五十一条的引文是现行版本第七十二条的内容"];
    for cell in [
        format!("《行政处罚法》第五十一条：{UNPAID}"),
        format!("《行政处罚法》第五十一条：“{UNPAID}（一）加处罚款”"),
        format!("《行政处罚法》第五十一条规定：“{UNPAID}”"),
        format!("《行政处罚法》（1996年3月17日通过，2021年1月22日修订）\n　　第五十一条　{UNPAID}"),
        format!("《行政处罚法》第五十一条第一款：{UNPAID}"),
        format!("《行政处罚法》第51条：\n{UNPAID}"),
        format!("《行政处罚法》第五十一条、第四条：\n第五十一条　{UNPAID}\n第四条　公民、法人"),
    ] {
        assert_eq!(text(&cell), expected, "{cell}");
    }
    for quote in
        [UNPAID.to_owned(), format!("第五十一条　{UNPAID}"), format!("“{UNPAID}”"), format!("第一款：{UNPAID}")]
    {
        let citation = json!({"title": "行政处罚法", "articles": [{"article": 51}], "quote": quote});
        assert_eq!(said(&citation), expected, "{quote}");
    }
    // Members say what is cited, the text alone prints the words.
    let citation = json!({"title": "行政处罚法", "articles": [{"article": 51}], "text": format!("《行政处罚法》第五十一条：{UNPAID}")});
    assert_eq!(said(&citation), expected);
}

#[test]
fn each_printed_provision_is_judged_under_its_own_number() {
    let levy = "第三十七条第一款：从境外引进野生动物物种的，应当经国务院野生动物保护主管部门批准。\n第四十二条：野生动物保护主管部门或者其他有关部门、机关不依法作出行政许可决定，发现违法行为";
    assert_eq!(
        text(&format!("《野生动物保护法》（2018年10月26日修正）\n{levy}")),
        [
            "《野生动物保护法》第三十七条的引文是现行版本第四十条的内容",
            "《野生动物保护法》第四十二条的引文是现行版本第四十五条的内容",
        ]
    );
    // The number of another provision that is printed does not excuse this one.
    let shifted = format!("《行政处罚法》\n第五十一条　{UNPAID}\n第七十二条　{PARAGRAPH}");
    assert_eq!(text(&shifted), ["《行政处罚法》第五十一条的引文是现行版本第七十二条的内容"]);
}

#[test]
fn nothing_is_said_where_it_is_not_certain() {
    for cell in [
        format!("《行政处罚法》第七十二条：{UNPAID}"),
        // One of those cited.
        format!("《行政处罚法》第五十一条、第七十二条：{UNPAID}"),
        // It begins within the paragraph.
        "《行政处罚法》第五十一条：作出行政处罚决定的行政机关可以采取下列措施".to_owned(),
        // Thirteen characters.
        "《行政处罚法》第五十一条：当事人逾期不履行行政处罚决".to_owned(),
        // No article is cited.
        format!("《行政处罚法》：{UNPAID}"),
        // Not held.
        format!("《某某试验条例》第五十一条：{UNPAID}"),
        // Repealed: QD203 tells.
        format!("《合同法》第五十一条：{UNPAID}"),
        // A number within a sentence is no head.
        format!(
            "《行政处罚法》第七十二条：{UNPAID}依照本法\n第五十一条的规定，当事人逾期不履行行政处罚决定的，作出行政处罚决定的行政机关"
        ),
    ] {
        assert!(text(&cell).is_empty(), "{cell}: {:?}", text(&cell));
    }
    // Before the revision of 2021 took effect it was article 51.
    let citation = json!({"text": format!("《行政处罚法》第五十一条：{UNPAID}")});
    let before = check_as_of("2021-07-14", &citation);
    assert!(!before.findings().any(|finding| finding.code() == "QD210"));
    assert!(check_as_of("2021-07-15", &citation).findings().any(|finding| finding.code() == "QD210"));
}

/// A beginning that two or three articles have names them, more say nothing; an opening of the user's goes before what is
/// held.
#[test]
fn words_that_many_articles_open_say_nothing() {
    let print = Fingerprint::of(UNPAID).unwrap();
    let citation = json!({"title": "行政处罚法", "articles": [{"article": 51}], "quote": UNPAID});
    let with = |written: String| {
        let ours = Openings::from_tsv(
            format!("title\tversion_date\topenings\n行政处罚法\t2021-01-22\t{written}\n").as_bytes(),
        );
        let catalog = json!({
            "header": {"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"},
            "power_items": [{"id": "a", "name": "处罚", "item_level": "main", "power_type": "penalty", "basis": [citation]}],
        });
        let checker = Checker::new().as_of("2026-11-25".parse().unwrap()).openings(ours.unwrap());
        let report = checker.check_bytes("x", catalog.to_string().as_bytes());
        let found = report.findings().filter(|finding| finding.code() == "QD210");
        found
            .map(|finding| finding.message.zh.replace("《行政处罚法》第五十一条的引文是现行版本", ""))
            .collect::<Vec<_>>()
    };
    assert_eq!(with(format!("72:{print}")), ["第七十二条的内容"]);
    assert_eq!(with(format!("70:{print};72:{print}")), ["第七十条或者第七十二条的内容"]);
    assert_eq!(with(format!("69:{print};70:{print};72:{print}")), ["第六十九条、第七十条或者第七十二条的内容"]);
    for nothing in [
        format!("68:{print};69:{print};70:{print};72:{print}"),
        format!("51:{print};72:{print}"),
        format!("51-1:{print}"),
        String::new(),
    ] {
        assert!(with(nothing.clone()).is_empty(), "{nothing}");
    }
}

/// Where the first paragraph was amended the ones after it tell, as far as they are of the same provision.
#[test]
fn a_later_paragraph_tells_where_the_first_was_amended() {
    let amended = "畜牧兽医行政主管部门依法进行监督检查，可以采取下列措施：";
    let item = "（四）查封与违法生猪屠宰活动有关的场所、设施，扣押与违法生猪屠宰活动有关的生猪、生猪产品";
    let cell = format!("《生猪屠宰管理条例》第二十一条第二款第四项：{amended}\n    {item}");
    assert_eq!(text(&cell), ["《生猪屠宰管理条例》第二十一条的引文是现行版本第二十七条的内容"]);
    // The item is that of the next provision.
    let cell = format!("《生猪屠宰管理条例》第二十一条：{amended}\n第二十七条：{item}");
    assert!(text(&cell).is_empty());
}

#[test]
fn what_could_not_be_judged_is_told() {
    let not_run = |citation: &Value| {
        let report = check_as_of("2026-11-25", citation);
        let coverage = &report.inputs[0].coverage;
        let entries = coverage.not_run.iter().filter(|entry| entry.code.number() == 210);
        entries.map(|entry| (entry.reason, entry.fields.clone())).collect::<Vec<_>>()
    };
    let printed = json!({"title": "某某试验条例", "articles": [{"article": 5}], "quote": UNPAID});
    assert_eq!(not_run(&printed), [(NotRunReason::InstrumentNotHeld, vec!["power_items.basis".to_owned()])]);
    // Nothing is printed, so there was nothing to judge.
    assert_eq!(not_run(&json!({"title": "某某试验条例", "articles": [{"article": 5}]})), []);
    assert_eq!(not_run(&json!({"title": "行政处罚法", "articles": [{"article": 72}], "quote": UNPAID})), []);
}

/// Four official workbooks (`tests/data/workbooks`), as of 2026-11-25. Every finding was read against its cell: the words
/// printed are those of the article named. Another program counted about 24, 4 and 3 (and none in the list of fire
/// services), without the bases of responsibilities in the first; its third in transport was the number of another
/// instrument.
#[test]
fn real_lists_print_words_under_numbers_of_before() {
    let findings = |catalog: &[u8]| {
        let checker = Checker::new().as_of("2026-11-25".parse().unwrap()).openings(openings());
        let checker = checker.select(["QD210".parse().unwrap()]);
        let report = checker.check_bytes("workbook.ndjson", catalog);
        let found = report.findings().map(|finding| {
            let words = finding.message.zh.replace("的引文是现行版本", " ").replace("的内容", "");
            words.replace("中华人民共和国", "")
        });
        found.collect::<Vec<_>>()
    };
    let agriculture = findings(include_bytes!("data/workbooks/agriculture.ndjson"));
    assert_eq!(agriculture.len(), 41);
    let of = |title: &str| agriculture.iter().filter(|words| words.starts_with(title)).count();
    let titles = [
        "《种子法》",
        "《渔业法》",
        "《农产品质量安全法》",
        "《生猪屠宰管理条例》",
        "《野生动物保护法》",
        "《植物检疫条例》",
        "《动物防疫法》",
        "《农村土地承包法》",
        "《畜牧法》",
    ];
    assert_eq!(titles.map(of), [19, 4, 2, 4, 7, 1, 1, 2, 1]);
    assert_eq!(
        findings(include_bytes!("data/workbooks/ecology.ndjson")),
        [
            "《消耗臭氧层物质管理条例》第三十一条 第三十条",
            "《消耗臭氧层物质管理条例》第三十二条 第三十一条",
            "《消耗臭氧层物质管理条例》第三十四条 第三十三条",
            "《消耗臭氧层物质管理条例》第三十六条 第十七条、第十九条或者第三十五条",
            "《消耗臭氧层物质管理条例》第三十七条 第十七条、第十九条或者第三十六条",
            "《消耗臭氧层物质管理条例》第三十八条 第三十七条",
            "《野生动物保护法》第四十三条 第四十六条",
            "《消耗臭氧层物质管理条例》第二十六条 第二十五条",
        ]
    );
    assert_eq!(
        findings(include_bytes!("data/workbooks/transport.ndjson")),
        ["《安全生产法》第十六条 第十九条", "《行政处罚法》第五十一条 第七十二条"]
    );
    assert!(findings(include_bytes!("data/workbooks/fire_rescue.ndjson")).is_empty());
}
