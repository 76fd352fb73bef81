//! What a check says of what was read from workbooks, and of what was not.

use qingdan::import::Imported;
use qingdan::report::Verdict;
use qingdan::{Finding, Report};

use crate::reports::checker;
use crate::tables::{imported, merge, sheet};

const HEADER: &[&str] = &["序号", "事项名称", "实施依据", "行使主体"];
const PENALTY: &[&str] = &["1", "对未经批准取水的处罚", "《中华人民共和国水法》第六十九条", "杭锦旗水利局"];

/// The findings of a rule.
fn of<'r>(report: &'r Report, code: &str) -> Vec<&'r Finding> {
    report.findings().filter(|finding| finding.code() == code).collect()
}

fn row(finding: &Finding) -> Option<u32> {
    finding.source.as_ref().and_then(|cell| cell.row).map(std::num::NonZero::get)
}

#[test]
fn each_row_that_could_not_be_read_is_an_error_at_its_place() {
    let second: &[&str] = &["2", "对非法采砂的处罚", "《中华人民共和国水法》第七十二条", "杭锦旗水利局"];
    let imported = imported(sheet("Sheet1", &[HEADER, PENALTY, second]));
    let report = imported.check(&checker());
    let unread = of(&report, "QD005");
    assert_eq!(unread.iter().map(|finding| row(finding)).collect::<Vec<_>>(), [Some(2), Some(3)]);
    let first = unread[0];
    assert_eq!(first.severity, qingdan::Severity::Error);
    let cell = first.source.as_ref().unwrap();
    assert_eq!((cell.file.as_deref(), cell.sheet.as_deref()), (Some("杭锦旗水利局.xlsx"), Some("Sheet1")));
    assert_eq!(first.record.as_ref().unwrap().name.as_deref(), Some("对未经批准取水的处罚"));
    assert!(first.message.zh.contains("没有写明事项类型"), "{}", first.message.zh);
    assert_eq!(report.inputs[0].unread, 2);
    assert_eq!(report.inputs[0].verdicts.valid.verdict, Verdict::No);
    assert_ne!(report.inputs[0].verdicts.lawful.verdict, Verdict::Yes);
    // The notice says where to look, once a sheet.
    let told: Vec<&str> = report.inputs[0].source_notices.iter().map(|notice| notice.message.zh.as_str()).collect();
    assert_eq!(told.iter().filter(|zh| zh.contains("2行数据未能读入")).count(), 1, "{told:?}");
}

#[test]
fn a_row_that_could_not_be_read_is_known_again_when_others_come_in_between() {
    let other: &[&str] = &["2", "对非法采砂的处罚", "《中华人民共和国水法》第七十二条", "杭锦旗水利局"];
    let fingerprint = |rows: &[&[&str]]| {
        let report = imported(sheet("Sheet1", rows)).check(&checker());
        of(&report, "QD005").last().unwrap().fingerprint.clone()
    };
    assert_eq!(fingerprint(&[HEADER, PENALTY]), fingerprint(&[HEADER, other, PENALTY]));
}

/// A list of delegated powers in which the day is written so.
fn delegated(day: &str) -> Imported {
    imported(sheet(
        "赋权清单",
        &[
            &["序号", "赋权事项", "权力类型", "法律法规依据", "责任主体", "原实施主体", "赋权方式", "生效日期"],
            &[
                "1",
                "乡村建设规划许可证核发",
                "行政许可",
                "《中华人民共和国城乡规划法》第四十一条",
                "锡尼镇人民政府",
                "杭锦旗自然资源局",
                "委托",
                day,
            ],
        ],
    ))
}

#[test]
fn days_are_read_as_offices_write_them() {
    for day in ["2026年1月1日", "2026/1/1", "2026.1.1", "20260101", "2026-01-01"] {
        let imported = delegated(day);
        let delegation = imported.catalog.delegations.iter().next().unwrap();
        assert_eq!(delegation.effective_on.as_ref().unwrap().text(), "2026-01-01", "{day}");
        assert!(of(&imported.check(&checker()), "QD207").is_empty(), "{day}");
    }
    // A day that no calendar has stays as it is and is told.
    let wrong = delegated("2026年2月30日");
    assert_eq!(wrong.catalog.delegations.iter().next().unwrap().effective_on.as_ref().unwrap().text(), "2026年2月30日");
    assert_eq!(of(&wrong.check(&checker()), "QD207").len(), 1);
}

#[test]
fn a_list_of_delegated_powers_is_not_asked_for_columns_that_its_form_has_not() {
    let imported = delegated("2026年1月1日");
    let not_held: Vec<&str> = imported.catalog.header.not_held.iter().map(qingdan::model::FieldPath::as_str).collect();
    assert!(not_held.contains(&"power_items.accountability") && not_held.contains(&"power_items.supervision"));
    assert!(!not_held.contains(&"power_items.basis") && !not_held.contains(&"power_items.authorities"), "{not_held:?}");
    let report = imported.check(&checker());
    assert!(of(&report, "QD404").is_empty() && of(&report, "QD410").is_empty());
}

#[test]
fn blanks_between_what_a_cell_is_cut_into_are_nobodys_mistake() {
    let header: &[&str] = &["序号", "事项名称", "权力类型", "实施依据", "行使主体", "责任事项", "救济渠道"];
    let basis = "1.《中华人民共和国水法》第七条\n2.《某某条例》\n3.《中华人民共和国水法》第四十八条";
    let duties = "1.受理责任：公示材料。\n2.审查责任：审核材料。";
    let remedies = "1.行政复议：六十日内申请。\n2.行政诉讼：六个月内提起。";
    let row: &[&str] = &["1", "取水许可", "行政许可", basis, "杭锦旗水利局", duties, remedies];
    let imported = imported(sheet("清单", &[header, row]));
    let item = imported.catalog.power_items.iter().next().unwrap();
    let steps: Vec<&str> = item.responsibilities.iter().map(|step| step.content.as_str()).collect();
    assert_eq!(steps, ["1.受理责任：公示材料。", "2.审查责任：审核材料。"]);
    assert!(
        item.basis.iter().filter_map(|basis| basis.text.as_ref()).all(|text| text.as_str().trim() == text.as_str())
    );
    assert!(of(&imported.check(&checker()), "QD010").is_empty());
}

#[test]
fn a_heading_that_names_a_department_stays_with_its_items_and_is_told() {
    let mut list = sheet(
        "行政许可",
        &[
            &["序号", "事项名称", "设定依据", "承办科室"],
            &["一、旗水利局（1项）"],
            &["1", "取水许可", "《中华人民共和国水法》第七条", "办公室"],
            &["二、旗民政局（1项）"],
            &["2", "慈善组织公开募捐资格审批", "《中华人民共和国慈善法》第二十二条", "办公室"],
        ],
    );
    merge(&mut list, "A2", "D2");
    merge(&mut list, "A4", "D4");
    let imported = imported(list);
    let headings: Vec<Option<&str>> = imported
        .catalog
        .power_items
        .iter()
        .map(|item| item.extensions.get("小标题").map(qingdan::model::Extension::as_json))
        .collect();
    assert_eq!(headings, [Some("\"一、旗水利局（1项）\""), Some("\"二、旗民政局（1项）\"")]);
    let told: Vec<String> = imported.account.notices().into_iter().map(|notice| notice.message.zh).collect();
    assert!(told.iter().any(|zh| zh == "小标题行，未作数据：一、旗水利局（1项）"), "{told:?}");
}

#[test]
fn units_of_bodies_that_nobody_names_are_not_one_across_sheets() {
    let of = |name: &str| {
        let header: &[&str] = &["序号", "事项名称", "权力类型", "实施依据", "责任科室"];
        sheet(name, &[header, &["1", "行政检查", "行政检查", "《中华人民共和国行政许可法》第六十一条", "办公室"]])
    };
    let workbook = crate::tables::workbook("杭锦旗.xlsx", vec![of("旗水利局"), of("旗民政局")]);
    let imported = qingdan::import::import(&[workbook], &qingdan::import::ImportSettings::default()).unwrap();
    let units: Vec<&str> = imported.catalog.organizations.iter().map(|body| body.name.as_str()).collect();
    assert_eq!(units, ["办公室", "办公室"]);
}

#[test]
fn cells_that_were_not_understood_are_told_with_their_rows_and_words() {
    let header: &[&str] = &["序号", "事项名称", "权力类型", "实施依据", "行使主体", "办理时限"];
    let row = |name: &'static str, limit: &'static str| {
        ["1", name, "行政许可", "《中华人民共和国水法》第七条", "杭锦旗水利局", limit]
    };
    let (one, two, three) = (row("甲", "20个工作日"), row("乙", "按规定"), row("丙", "详见指南"));
    let imported = imported(sheet("清单", &[header, &one, &two, &three]));
    let told: Vec<String> = imported.account.notices().into_iter().map(|notice| notice.message.zh).collect();
    let expected = "“办理时限”一栏有2个单元格未能识别，保留原文，未参加检查，如第3行“按规定”、第4行“详见指南”";
    assert!(told.iter().any(|zh| zh == expected), "{told:?}");
}
