//! Which rows are entries, and which are headers again, sums, notes, signatures or another table.

use qingdan::import::{Imported, RowClass};
use qingdan::model::Record as _;

use crate::reports::checker;
use crate::tables::{imported, merge, names, sheet};

use RowClass::{Note, Total};

const HEADER: &[&str] = &["序号", "事项名称", "权力类型", "实施依据", "行使主体"];
const WATER: &[&str] = &["1", "取水许可", "行政许可", "《中华人民共和国水法》第四十八条", "杭锦旗水利局"];
const SAND: &[&str] = &["2", "河道采砂许可", "行政许可", "《中华人民共和国水法》第三十九条", "杭锦旗水利局"];

/// A list of licenses, whose type stands in the name of the sheet.
const LICENSES: &[&str] = &["序号", "事项名称", "实施依据", "行使主体"];

fn classes(imported: &Imported) -> Vec<(u32, RowClass)> {
    imported.account.sheets[0].told.iter().map(|told| (told.row, told.class)).collect()
}

/// The rows that could not be read, with the reason.
fn untaken(imported: &Imported) -> Vec<(u32, &str)> {
    imported.account.sheets[0].untaken.iter().map(|row| (row.row, row.message.zh.as_str())).collect()
}

#[test]
fn numbers_of_columns_are_headers() {
    let water = &["1", "取水许可", "《中华人民共和国水法》第四十八条", "杭锦旗水利局"];
    for numbers in
        [["甲", "乙", "丙", "丁"], ["1", "2", "3", "4"], ["甲", "乙", "1", "2"], ["（1）", "（2）", "（3）", "（4）"]]
    {
        let imported = imported(sheet("行政许可", &[LICENSES, &numbers, water]));
        assert_eq!(names(&imported), ["取水许可"], "{numbers:?}");
        assert_eq!(imported.account.sheets[0].rows[&RowClass::RepeatedHeader], 1);
    }
}

#[test]
fn a_signature_below_the_list_is_no_further_line_of_the_last_item() {
    let rows: [&[&[&str]]; 3] = [
        &[&["", "", "", "杭锦旗水利局（盖章）"], &["", "", "", "", "2026年3月1日"]],
        &[&["", "", "", "杭锦旗水利局"], &["", "", "", "2026年3月1日"]],
        &[&["", "杭锦旗水利局（公章）"], &["", "2026年3月"]],
    ];
    for below in rows {
        let all: Vec<&[&str]> = [HEADER, WATER, SAND].into_iter().chain(below.iter().copied()).collect();
        let imported = imported(sheet("清单", &all));
        assert_eq!(names(&imported), ["取水许可", "河道采砂许可"]);
        let last = imported.catalog.power_items.iter().nth(1).unwrap();
        assert_eq!((last.basis.len(), last.authorities.len()), (1, 1), "{below:?}");
        assert_eq!(classes(&imported), [(4, Note), (5, Note)], "{below:?}");
    }
    // A body alone that no day follows is a further one of the item.
    let more = imported(sheet("清单", &[HEADER, WATER, &["", "", "", "", "杭锦旗自然资源局"]]));
    assert_eq!(more.catalog.power_items.iter().next().unwrap().authorities.len(), 2);
}

#[test]
fn sums_and_notes_are_no_items_whatever_stands_beside_them() {
    let below: &[&[&str]] = &[
        &["以上共计", "2项"],
        &["单位负责人：", "王五", "填表人：", "赵六"],
        &["备注", "1.本清单自公布之日起施行"],
        &["合   计", "2项", "法律2项", "部门1个"],
        &["", "合计2项"],
        &["注", "：以上事项由旗水利局实施"],
        &["填写说明", "设定依据填写到条款"],
    ];
    let water: &[&str] = &["1", "取水许可", "《中华人民共和国水法》第四十八条", "杭锦旗水利局"];
    let all: Vec<&[&str]> = [LICENSES, water].into_iter().chain(below.iter().copied()).collect();
    let imported = imported(sheet("行政许可", &all));
    assert_eq!(names(&imported), ["取水许可"]);
    assert_eq!(classes(&imported), [(3, Total), (4, Note), (5, Note), (6, Total), (7, Total), (8, Note), (9, Note)]);
}

#[test]
fn items_that_begin_as_sums_and_notes_do_are_items() {
    let list = sheet(
        "行政许可",
        &[
            &["事项名称", "实施依据", "实施主体"],
            &["审核出租车经营资格"],
            &["总计划调整审批", "《中华人民共和国公路法》第十四条", "杭锦旗交通运输局"],
            &["注意义务审查", "", "杭锦旗统计局"],
            &["填报虚假材料的核查", "《中华人民共和国统计法》第四十一条", "杭锦旗统计局"],
        ],
    );
    let imported = imported(list);
    assert_eq!(names(&imported), ["审核出租车经营资格", "总计划调整审批", "注意义务审查", "填报虚假材料的核查"]);
}

#[test]
fn a_sub_item_alone_in_its_row_is_one() {
    let list = sheet(
        "行政许可",
        &[
            &["序号", "职权名称", "子项", "设定依据", "实施主体"],
            &["1", "教师资格认定", "受理", "《中华人民共和国教师法》第十三条", "杭锦旗教育体育局"],
            &["", "", "审核"],
            &["", "", "发证"],
        ],
    );
    let imported = imported(list);
    assert_eq!(names(&imported), ["教师资格认定", "受理", "审核", "发证"]);
    let parents: Vec<bool> = imported.catalog.power_items.iter().map(|item| item.parent.is_some()).collect();
    assert_eq!(parents, [false, true, true, true]);
    let main = imported.catalog.power_items.iter().next().unwrap();
    assert!(imported.catalog.power_items.iter().skip(1).all(|sub| sub.parent.as_ref().unwrap().id() == main.id()));
}

#[test]
fn an_entry_without_a_name_is_told_and_not_passed_over() {
    let list = sheet(
        "清单",
        &[
            HEADER,
            WATER,
            &["2", "", "行政处罚", "《中华人民共和国水法》第六十九条", "杭锦旗水利局"],
            &["", "", "行政检查", "《中华人民共和国水法》第五十九条", "杭锦旗水利局"],
        ],
    );
    let imported = imported(list);
    assert_eq!(names(&imported), ["取水许可"]);
    let told = untaken(&imported);
    assert_eq!(told.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [3, 4]);
    assert!(told.iter().all(|(_, zh)| zh.contains("没有事项名称")), "{told:?}");
    assert_eq!(imported.check(&checker()).count_of("QD005".parse().unwrap()), 2);
}

#[test]
fn a_type_merged_over_many_items_makes_no_entry_of_a_further_line() {
    let mut list = sheet("清单", &[HEADER, WATER, &["", "", "", "《取水许可和水资源费征收管理条例》第四条", ""], SAND]);
    merge(&mut list, "C2", "C4");
    let imported = imported(list);
    assert_eq!(names(&imported), ["取水许可", "河道采砂许可"]);
    assert_eq!(imported.catalog.power_items.iter().next().unwrap().basis.len(), 2);
    assert!(untaken(&imported).is_empty());
}

#[test]
fn a_header_again_under_another_name_of_its_column_is_no_other_table() {
    let again = &["序号", "权力名称", "权力类型", "设定依据", "行使主体"];
    let imported = imported(sheet("清单", &[HEADER, WATER, again, SAND]));
    assert_eq!(names(&imported), ["取水许可", "河道采砂许可"]);
    assert!(untaken(&imported).is_empty());
}

#[test]
fn a_second_table_is_not_read_by_the_columns_of_the_first() {
    for other in [
        ["序号", "服务名称", "服务类型", "服务依据", "服务主体"],
        ["序号", "事项名称", "权力类型", "取消依据", "原实施主体"],
        ["序号", "事项名称", "行使主体", "实施依据", "权力类型"],
    ] {
        let below = &["1", "法律援助", "公共服务", "《中华人民共和国法律援助法》第二十二条", "杭锦旗司法局"];
        let imported = imported(sheet("清单", &[HEADER, WATER, &[], &other, below]));
        assert_eq!(names(&imported), ["取水许可"], "{other:?}");
        let told = untaken(&imported);
        assert_eq!(told.len(), 1);
        assert!(told[0].0 == 4 && told[0].1.contains("到第5行是另一张表"), "{told:?}");
        assert_eq!(imported.check(&checker()).count_of("QD005".parse().unwrap()), 1);
    }
}

#[test]
fn marks_that_repeat_what_stands_above_are_no_bodies_and_no_names() {
    let header: &[&str] = &["序号", "事项名称", "子项", "权力类型", "实施依据", "行使主体"];
    let basis = "《中华人民共和国水法》第四十八条";
    for ditto in ["〃", "″", "仝上", "同上"] {
        let imported = imported(sheet(
            "清单",
            &[
                header,
                &["1", "取水许可", "／", "行政许可", basis, "杭锦旗水利局"],
                &["2", "河道采砂许可", "", "行政许可", basis, ditto],
            ],
        ));
        assert_eq!(names(&imported), ["取水许可", "河道采砂许可"], "{ditto}");
        let bodies: Vec<&str> = imported.catalog.organizations.iter().map(|body| body.name.as_str()).collect();
        assert_eq!(bodies, ["杭锦旗水利局"], "{ditto}");
        let items: Vec<_> = imported.catalog.power_items.iter().collect();
        let kept = |at: usize, column: &str| items[at].extensions.get(column).map(|value| value.as_json().to_owned());
        assert_eq!(kept(0, "子项").as_deref(), Some("\"／\""));
        assert_eq!(kept(1, "行使主体"), Some(format!("\"{ditto}\"")));
    }
}
