//! Headers of several rows: what a column is by all that stands above it.

use qingdan::import::{Column, Imported};
use qingdan::model::{Citation, Kind, PowerItem, Text};

use crate::tables::{imported, merge, merge_rows, names, sheet};

fn first(imported: &Imported) -> &PowerItem {
    imported.catalog.power_items.iter().next().unwrap()
}

fn texts(basis: &[Citation]) -> Vec<&str> {
    basis.iter().filter_map(|citation| citation.text.as_ref()).map(Text::as_str).collect()
}

fn notices(imported: &Imported) -> Vec<String> {
    imported.account.notices().into_iter().map(|notice| notice.message.zh).collect()
}

#[test]
fn the_basis_of_the_responsibilities_is_not_that_of_the_power() {
    let mut list = sheet(
        "清单",
        &[
            &["序号", "权力类型", "权力名称", "责任事项", "", "设定依据", "追责", "", "实施主体"],
            &["", "", "", "内容", "依据", "", "情形", "依据", ""],
            &[
                "1",
                "行政给付",
                "最低生活保障金给付",
                "受理责任：公示条件。",
                "《社会救助暂行办法》第十一条",
                "《社会救助暂行办法》第九条",
                "不履行职责的",
                "《社会救助暂行办法》第六十六条",
                "杭锦旗民政局",
            ],
        ],
    );
    merge(&mut list, "D1", "E1");
    merge(&mut list, "G1", "H1");
    merge_rows(&mut list, &["A", "B", "C", "F", "I"], 1, 2);
    let imported = imported(list);
    let item = first(&imported);
    assert_eq!(texts(&item.basis), ["《社会救助暂行办法》第九条"]);
    assert_eq!(texts(&item.responsibilities[0].basis), ["《社会救助暂行办法》第十一条"]);
    assert_eq!(texts(&item.accountability[0].basis), ["《社会救助暂行办法》第六十六条"]);
    assert_eq!(item.responsibilities[0].content.as_str(), "受理责任：公示条件。");
}

#[test]
fn a_second_row_of_headers_counts_where_the_others_are_merged_over_it() {
    let mut list = sheet(
        "清单",
        &[
            &["序号", "权力名称", "权力类型", "设定依据", "实施主体", "责任事项", "", "追责情形", ""],
            &["", "", "", "", "", "内容", "依据", "情形", "依据"],
            &[
                "1",
                "最低生活保障金给付",
                "行政给付",
                "《社会救助暂行办法》第九条",
                "杭锦旗民政局",
                "受理责任：公示条件。",
                "《社会救助暂行办法》第十一条",
                "不履行职责的",
                "《社会救助暂行办法》第六十六条",
            ],
        ],
    );
    merge(&mut list, "F1", "G1");
    merge(&mut list, "H1", "I1");
    merge_rows(&mut list, &["A", "B", "C", "D", "E"], 1, 2);
    let imported = imported(list);
    assert_eq!(imported.account.sheets[0].header_rows, Some((1, 2)));
    let item = first(&imported);
    assert_eq!(texts(&item.responsibilities[0].basis), ["《社会救助暂行办法》第十一条"]);
    assert_eq!(texts(&item.accountability[0].basis), ["《社会救助暂行办法》第六十六条"]);
    assert_eq!(item.accountability[0].circumstance.as_str(), "不履行职责的");
}

#[test]
fn laws_and_regulations_in_columns_of_their_own_are_one_basis() {
    let mut list = sheet(
        "行政处罚",
        &[
            &["序号", "事项名称", "设定依据", "", "", "行使主体", "行使层级", ""],
            &["", "", "法律", "行政法规", "规章", "", "市级", "旗级"],
            &[
                "1",
                "对擅自设立旅行社的处罚",
                "《中华人民共和国旅游法》第九十五条",
                "《旅行社条例》第四十六条",
                "《旅行社条例实施细则》第六十条",
                "杭锦旗文化和旅游局",
                "",
                "√",
            ],
        ],
    );
    merge(&mut list, "C1", "E1");
    merge(&mut list, "G1", "H1");
    merge_rows(&mut list, &["A", "B", "F"], 1, 2);
    let imported = imported(list);
    assert_eq!(names(&imported), ["对擅自设立旅行社的处罚"]);
    let item = first(&imported);
    assert_eq!(
        texts(&item.basis),
        ["《中华人民共和国旅游法》第九十五条", "《旅行社条例》第四十六条", "《旅行社条例实施细则》第六十条"]
    );
    // A mark below a level is no level that is read, and stays by the header of its column.
    assert_eq!(item.extensions.get("行使层级/旗级").map(qingdan::model::Extension::as_json), Some("\"√\""));
    // The place of the basis names all three columns.
    let columns = &imported.catalog.header.sources[0].columns;
    assert_eq!(columns.get("basis").map(Text::as_str), Some("C,D,E"));
}

#[test]
fn a_column_of_a_field_that_another_fills_says_which() {
    let list = sheet(
        "清单",
        &[
            &["序号", "事项名称", "权力类型", "实施依据", "行使主体", "法律依据"],
            &["1", "取水许可", "行政许可", "《水法》第四十八条", "杭锦旗水利局", "《水法》第七条"],
        ],
    );
    let imported = imported(list);
    let told = notices(&imported);
    assert!(told.iter().any(|zh| zh.contains("“法律依据”一栏与D列重复")), "{told:?}");
    assert!(!told.iter().any(|zh| zh.contains("没有对应的字段")), "{told:?}");
}

#[test]
fn headers_of_published_lists_are_known() {
    let profile = qingdan::import::ImportProfile::default();
    for (kind, header, column) in [
        (Kind::PowerItem, "编号", Column::EntryNumber),
        (Kind::PowerItem, "追责情形及追责依据", Column::Accountability),
        (Kind::PowerItem, "追责情形及依据", Column::Accountability),
        (Kind::PowerItem, "事项子项名称", Column::SubName),
        (Kind::LicensingItem, "中央主管部门", Column::CompetentDepartment),
        (Kind::ServiceItem, "事项主项名称", Column::Name),
        (Kind::ServiceItem, "主项名称", Column::Name),
        (Kind::Delegation, "承接苏木镇", Column::To),
    ] {
        assert_eq!(profile.column(kind, header), Some(column), "{header}");
    }
}

#[test]
fn a_list_beside_another_is_told_as_not_read() {
    let header = ["序号", "事项名称", "实施主体", "设定依据"];
    let one = ["1", "取水许可", "杭锦旗水利局", "《中华人民共和国水法》第七条"];
    let other = ["2", "食品经营许可", "杭锦旗市场监督管理局", "《中华人民共和国食品安全法》第三十五条"];
    let beside =
        |left: [&'static str; 4], right: [&'static str; 4]| [left.as_slice(), &[""], right.as_slice()].concat();
    let (headers, row) = (beside(header, header), beside(one, other));
    let imported = imported(sheet("行政许可", &[headers.as_slice(), row.as_slice()]));
    assert_eq!(names(&imported), ["取水许可"]);
    let untaken = &imported.account.sheets[0].untaken;
    assert_eq!(untaken.len(), 1);
    assert!(untaken[0].message.zh.contains("G列起是并排的另一张表"), "{}", untaken[0].message.zh);
}
