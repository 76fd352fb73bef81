//! Lists as departments keep them: where headers stand, which rows are records, what becomes of the rest.

use qingdan::codelist::{AuthorityRole, ItemLevel, ItemType, Level, OrganizationKind};
use qingdan::import::{Column, ImportError, ImportProfile, ImportSettings, RowClass, SheetState, import};
use qingdan::model::{Kind, Record as _};
use qingdan::workbook::{CellRef, Visibility};

use crate::tables::{imported, merge, merge_rows, names, sheet, workbook};

const HEADER: &[&str] = &["序号", "事项名称", "权力类型", "实施依据", "行使主体"];
const WATER: &[&str] = &["1", "取水许可", "行政许可", "《中华人民共和国水法》第四十八条", "杭锦旗水利局"];

#[test]
fn headers_stand_in_the_first_row_or_below_a_title() {
    let first = imported(sheet("清单", &[HEADER, WATER]));
    let third = imported(sheet("清单", &[&["杭锦旗水利局权责清单"], &["（2026年）"], HEADER, WATER]));
    for (imported, row) in [(&first, 1), (&third, 3)] {
        assert_eq!(names(imported), ["取水许可"]);
        assert_eq!(imported.account.sheets[0].header_rows, Some((row, row)));
    }
    assert_eq!(third.catalog.header.title.as_str(), "杭锦旗水利局权责清单");
    assert_eq!(first.catalog.header.title.as_str(), "杭锦旗水利局"); // the name of the file
}

#[test]
fn a_title_repeated_in_every_cell_is_no_header() {
    let title = &["杭锦旗水利局权责清单"; 5];
    let imported = imported(sheet("清单", &[title, HEADER, WATER]));
    assert_eq!(imported.account.sheets[0].header_rows, Some((2, 2)));
    assert_eq!(imported.account.sheets[0].rows[&RowClass::Data], 1);
}

#[test]
fn headers_of_two_rows_are_read_together() {
    let mut list = sheet(
        "清单",
        &[
            &["序号", "职权名称", "", "职权类型", "实施依据", "实施主体"],
            &["", "主项名称", "子项名称", "", "", ""],
            &["1", "河道管理", "河道采砂许可", "行政许可", "《中华人民共和国水法》第三十九条", "杭锦旗水利局"],
        ],
    );
    merge(&mut list, "B1", "C1");
    merge_rows(&mut list, &["A", "D", "E", "F"], 1, 2);
    let imported = imported(list);
    assert_eq!(imported.account.sheets[0].header_rows, Some((1, 2)));
    assert_eq!(names(&imported), ["河道管理", "河道采砂许可"]);
    let sub = imported.catalog.power_items.iter().nth(1).unwrap();
    assert_eq!(sub.item_level, ItemLevel::Sub);
    let main = imported.catalog.power_items.iter().next().unwrap();
    assert_eq!(sub.parent.as_ref().map(qingdan::model::Ref::id), Some(main.id()));
}

#[test]
fn columns_may_stand_in_any_order_and_under_any_known_header() {
    let headers: [(&str, &str); 6] = [
        ("权力名称", "设定依据"),
        ("职权名称", "法律依据"),
        ("项目", "依据"),
        ("事项\n名称", "实施 依据"),
        ("行政职权名称", "法律法规依据"),
        ("权力事项名称（主项）", "职权依据"),
    ];
    for (name, basis) in headers {
        let list = sheet(
            "清单",
            &[
                &["责任主体", basis, "类别", name, "序号"],
                &["杭锦旗水利局", "《中华人民共和国水法》第四十八条", "行政许可", "取水许可", "1"],
            ],
        );
        let imported = imported(list);
        let item = imported.catalog.power_items.iter().next().unwrap();
        assert_eq!((item.name.as_str(), item.basis.len(), item.authorities.len()), ("取水许可", 1, 1), "{name}");
    }
}

#[test]
fn a_header_over_two_columns_is_the_level_and_what_is_exercised_at_it() {
    let rows: &[&[&str]] = &[
        &["序号", "事项名称", "权力类型", "实施依据", "实施层级及权限", ""],
        &["1", "取水许可", "行政许可", "《水法》第四十八条", "县级", "负责本旗范围内的取水许可"],
    ];
    let mut merged = sheet("清单", rows);
    merge(&mut merged, "E1", "F1");
    for list in [merged, sheet("清单", rows)] {
        let imported = imported(list);
        let item = imported.catalog.power_items.iter().next().unwrap();
        assert_eq!(item.levels, [Level::County]);
        assert_eq!(item.scope.as_ref().map(qingdan::model::Text::as_str), Some("负责本旗范围内的取水许可"));
    }
}

#[test]
fn columns_printed_twice_of_which_some_are_hidden_are_read_once() {
    let header: Vec<&str> = HEADER.iter().chain(HEADER).copied().collect();
    let old = ["1", "旧名称", "行政处罚", "旧依据", "旧主体"];
    let row: Vec<&str> = old.iter().chain(WATER).copied().collect();
    let mut list = sheet("清单", &[&header, &row]);
    list.hide_columns(1..=5);
    let imported = imported(list);
    assert_eq!(names(&imported), ["取水许可"]);
    let hidden: Vec<&str> = imported.account.sheets[0]
        .columns
        .iter()
        .filter(|column| column.hidden)
        .map(|column| column.letters.as_str())
        .collect();
    assert_eq!(hidden, ["A", "B", "C", "D", "E"]);
}

#[test]
fn the_same_column_twice_is_kept_under_a_header_of_its_own() {
    let header: Vec<&str> = HEADER.iter().copied().chain(["行使主体"]).collect();
    let row: Vec<&str> = WATER.iter().copied().chain(["杭锦旗人民政府"]).collect();
    let imported = imported(sheet("清单", &[&header, &row]));
    let item = imported.catalog.power_items.iter().next().unwrap();
    assert_eq!(item.authorities.len(), 1);
    assert_eq!(
        item.extensions.get("行使主体（F列）").map(qingdan::model::Extension::as_json),
        Some("\"杭锦旗人民政府\"")
    );
}

#[test]
fn a_column_without_a_field_is_kept_and_told() {
    let header: Vec<&str> = HEADER.iter().copied().chain(["录入人", "备注"]).collect();
    let row: Vec<&str> = WATER.iter().copied().chain(["某某", "2026年调整"]).collect();
    let imported = imported(sheet("清单", &[&header, &row]));
    let item = imported.catalog.power_items.iter().next().unwrap();
    assert_eq!(item.extensions.get("录入人").map(qingdan::model::Extension::as_json), Some("\"某某\""));
    assert_eq!(item.extensions.get("备注").map(qingdan::model::Extension::as_json), Some("\"2026年调整\""));
    let told: Vec<&str> = imported
        .account
        .notices()
        .iter()
        .map(|notice| notice.message.zh.as_str())
        .filter(|zh| zh.contains("没有对应的字段"))
        .map(|_| "")
        .collect();
    assert_eq!(told.len(), 1); // 备注 is kept by intent
}

#[test]
fn rows_of_one_merged_entry_are_one_record() {
    let mut list = sheet(
        "清单",
        &[
            HEADER,
            &["1", "取水许可", "行政许可", "《中华人民共和国水法》第七条", "杭锦旗水利局"],
            &["", "", "", "《中华人民共和国水法》第四十八条", ""],
            &["2", "河道采砂许可", "行政许可", "《中华人民共和国水法》第三十九条", "杭锦旗水利局"],
        ],
    );
    merge_rows(&mut list, &["A", "B", "C", "E"], 2, 3);
    let imported = imported(list);
    assert_eq!(names(&imported), ["取水许可", "河道采砂许可"]);
    let first = imported.catalog.power_items.iter().next().unwrap();
    let articles: Vec<u16> =
        first.basis.iter().flat_map(|basis| &basis.articles).map(|place| place.article.get()).collect();
    assert_eq!(articles, [7, 48]);
    assert_eq!(imported.account.sheets[0].rows[&RowClass::Data], 3);
}

#[test]
fn rows_that_go_on_without_being_merged_belong_to_the_entry_above() {
    let list = sheet("清单", &[HEADER, WATER, &["", "", "", "《取水许可和水资源费征收管理条例》第四条", ""]]);
    let imported = imported(list);
    assert_eq!(names(&imported), ["取水许可"]);
    assert_eq!(imported.catalog.power_items.iter().next().unwrap().basis.len(), 2);
    assert_eq!(imported.account.sheets[0].rows[&RowClass::Continued], 1);
}

#[test]
fn rows_of_one_number_with_other_bodies_are_records_of_their_own() {
    let header = &["序号", "事项名称", "权力类型", "实施依据", "行使主体", "实施层级"];
    let mut list = sheet(
        "清单",
        &[
            header,
            &[
                "1",
                "渔业资源增殖保护费的征收",
                "行政征收",
                "《中华人民共和国渔业法》第二十八条",
                "自治区农牧厅",
                "省级",
            ],
            &["", "", "", "", "杭锦旗农牧局", "县级"],
        ],
    );
    merge_rows(&mut list, &["A", "B", "C", "D"], 2, 3);
    let imported = imported(list);
    assert_eq!(imported.catalog.power_items.len(), 2);
    assert_eq!((imported.account.sheets[0].items, imported.account.sheets[0].entry_numbers), (1, 1));
    let second = imported.catalog.power_items.iter().nth(1).unwrap();
    let source = second.source.as_ref().unwrap();
    // Its own row, and of the merged basis the row in which that begins.
    assert_eq!(source.row.map(std::num::NonZero::get), Some(3));
    assert_eq!(source.rows.get("basis").map(|row| row.get()), Some(2));
}

#[test]
fn hidden_rows_are_passed_over_and_told() {
    let mut list =
        sheet("清单", &[HEADER, WATER, &["2", "不再公开的事项", "行政许可", "《水法》第七条", "杭锦旗水利局"]]);
    list.hide_rows(3..=3);
    let imported = imported(list);
    assert_eq!(names(&imported), ["取水许可"]);
    assert_eq!(imported.account.sheets[0].hidden_rows, [3]);
}

#[test]
fn notes_headings_and_sums_are_no_records() {
    let mut list = sheet(
        "清单",
        &[
            HEADER,
            &["一、行政许可（1项）"],
            &["1", "取水许可", "", "《中华人民共和国水法》第四十八条", "杭锦旗水利局"],
            &["二、行政处罚（1项）"],
            &["2", "对未经批准擅自取水的处罚", "", "《中华人民共和国水法》第六十九条", "杭锦旗水利局"],
            &[],
            &["合计", "2项"],
            &["注：本清单自2026年1月1日起施行。"],
            &["填表人：某某", "", "联系电话：0477-0000000"],
        ],
    );
    merge(&mut list, "A2", "E2");
    merge(&mut list, "A4", "E4");
    let imported = imported(list);
    let types: Vec<ItemType> = imported.catalog.power_items.iter().map(|item| item.power_type).collect();
    assert_eq!(types, [ItemType::Licensing, ItemType::Penalty]); // of the heading above
    let classes: Vec<(u32, RowClass)> =
        imported.account.sheets[0].told.iter().map(|told| (told.row, told.class)).collect();
    assert_eq!(
        classes,
        [
            (2, RowClass::Heading),
            (4, RowClass::Heading),
            (7, RowClass::Total),
            (8, RowClass::Note),
            (9, RowClass::Note)
        ]
    );
}

#[test]
fn a_header_repeated_on_the_next_page_is_no_record() {
    let imported = imported(sheet(
        "清单",
        &[HEADER, WATER, HEADER, &["2", "河道采砂许可", "行政许可", "《水法》第三十九条", "杭锦旗水利局"]],
    ));
    assert_eq!(names(&imported), ["取水许可", "河道采砂许可"]);
    assert_eq!(imported.account.sheets[0].rows[&RowClass::RepeatedHeader], 1);
}

#[test]
fn a_number_that_stands_for_two_entries_counts_as_two() {
    let list = sheet(
        "行政许可（3项）",
        &[
            HEADER,
            &["1", "甲", "行政许可", "《水法》第七条", "水利局"],
            &["2,3", "乙（两项）", "行政许可", "《水法》第八条", "水利局"],
        ],
    );
    let sheet = &imported(list).account.sheets[0];
    assert_eq!((sheet.records, sheet.entry_numbers, sheet.declared), (2, 3, Some(3)));
}

#[test]
fn sub_items_follow_their_main_item() {
    let list = sheet(
        "清单",
        &[
            &["序号", "事项名称", "子项名称", "权力类型", "实施依据", "行使主体"],
            &["1", "取水许可", "新办取水许可", "行政许可", "《水法》第四十八条", "杭锦旗水利局"],
            &["", "", "延续取水许可", "行政许可", "《水法》第四十八条", "杭锦旗水利局"],
            &["2", "河道采砂许可", "", "行政许可", "《水法》第三十九条", "杭锦旗水利局"],
        ],
    );
    let imported = imported(list);
    let levels: Vec<(&str, ItemLevel)> =
        imported.catalog.power_items.iter().map(|item| (item.name.as_str(), item.item_level)).collect();
    assert_eq!(
        levels,
        [
            ("取水许可", ItemLevel::Main),
            ("新办取水许可", ItemLevel::Sub),
            ("延续取水许可", ItemLevel::Sub),
            ("河道采砂许可", ItemLevel::Main)
        ]
    );
    let parents: Vec<bool> = imported.catalog.power_items.iter().map(|item| item.parent.is_some()).collect();
    assert_eq!(parents, [false, true, true, false]);
}

#[test]
fn the_type_may_stand_in_the_name_of_the_sheet_alone() {
    let header = &["序号", "事项名称", "实施依据", "行使主体"];
    let row = &["1", "对未经批准取水的处罚", "《中华人民共和国水法》第六十九条", "杭锦旗水利局"];
    let with = imported(sheet("行政处罚（1项）", &[header, row]));
    assert_eq!(with.catalog.power_items.iter().next().unwrap().power_type, ItemType::Penalty);
    // Where nothing tells it, the row is told and not guessed.
    let without = imported(sheet("Sheet1", &[header, row]));
    assert_eq!(without.catalog.power_items.len(), 0);
    let untaken = &without.account.sheets[0].untaken;
    assert_eq!((untaken.len(), untaken[0].row), (1, 2));
    assert!(untaken[0].message.zh.contains("没有写明事项类型"));
}

#[test]
fn ids_stay_when_a_row_is_put_in_between() {
    let two = |rows: &[&[&str]]| {
        let all: Vec<&[&str]> = std::iter::once(HEADER).chain(rows.iter().copied()).collect();
        let imported = imported(sheet("清单", &all));
        imported
            .catalog
            .power_items
            .iter()
            .map(|item| (item.name.to_string(), item.id().to_string()))
            .collect::<Vec<_>>()
    };
    let sand: &[&str] = &["2", "河道采砂许可", "行政许可", "《水法》第三十九条", "杭锦旗水利局"];
    let new: &[&str] = &["2", "新增事项", "行政许可", "《水法》第七条", "杭锦旗水利局"];
    let (before, again, after) = (two(&[WATER, sand]), two(&[WATER, sand]), two(&[WATER, new, sand]));
    assert_eq!(before, again);
    assert_eq!([&before[0], &before[1]], [&after[0], &after[2]]);
}

#[test]
fn items_called_the_same_have_ids_of_their_own() {
    let other: &[&str] = &["2", "取水许可", "行政许可", "《取水许可和水资源费征收管理条例》第四条", "杭锦旗水利局"];
    let imported = imported(sheet("清单", &[HEADER, WATER, other, other]));
    assert_eq!(imported.catalog.power_items.len(), 3);
}

#[test]
fn units_are_parts_of_their_body() {
    let header = &["序号", "事项名称", "权力类型", "实施依据", "行使主体", "承办机构"];
    let row = &["1", "取水许可", "行政许可", "《水法》第四十八条", "杭锦旗水利局", "水资源股"];
    let imported = imported(sheet("清单", &[header, row]));
    let bodies: Vec<_> = imported.catalog.organizations.iter().map(|body| (body.name.as_str(), body.kind)).collect();
    assert_eq!(bodies, [("杭锦旗水利局", OrganizationKind::Department), ("水资源股", OrganizationKind::InternalUnit)]);
    let unit = imported.catalog.organizations.iter().nth(1).unwrap();
    let body = imported.catalog.organizations.iter().next().unwrap();
    assert_eq!(unit.parent.as_ref().map(qingdan::model::Ref::id), Some(body.id()));
    let roles: Vec<AuthorityRole> = imported
        .catalog
        .power_items
        .iter()
        .next()
        .unwrap()
        .authorities
        .iter()
        .map(|authority| authority.role)
        .collect();
    assert_eq!(roles, [AuthorityRole::Decide, AuthorityRole::Undertake]);
}

#[test]
fn several_workbooks_are_one_catalog_with_each_body_once() {
    let one = workbook("水利局.xlsx", vec![sheet("清单", &[HEADER, WATER])]);
    let row: &[&str] = &["1", "河道采砂许可", "行政许可", "《水法》第三十九条", "杭锦旗 水利局"];
    let other = workbook("水利局（补充）.xlsx", vec![sheet("清单", &[HEADER, row])]);
    let mut settings = ImportSettings::default();
    settings.division = Some("150625".parse().unwrap());
    let imported = import(&[one.clone(), other, one], &settings).unwrap();
    assert_eq!(names(&imported), ["取水许可", "河道采砂许可"]);
    assert_eq!(imported.catalog.organizations.len(), 1);
    assert_eq!(imported.account.merged_bodies.len(), 1);
    assert_eq!(imported.account.repeated_files, [("水利局.xlsx".to_owned(), "水利局.xlsx".to_owned())]);
}

#[test]
fn sheets_that_are_hidden_empty_or_no_list_are_told() {
    let mut hidden = sheet("旧清单", &[HEADER, WATER]);
    hidden.visibility = Visibility::Hidden;
    let sheets = vec![sheet("说明", &[&["填表说明"]]), sheet("Sheet2", &[]), hidden, sheet("清单", &[HEADER, WATER])];
    let imported = import(&[workbook("杭锦旗水利局.xlsx", sheets)], &ImportSettings::default()).unwrap();
    let states: Vec<SheetState> = imported.account.sheets.iter().map(|sheet| sheet.state).collect();
    assert_eq!(states, [SheetState::NoHeader, SheetState::Empty, SheetState::Hidden, SheetState::Imported]);
}

#[test]
fn without_a_known_header_nothing_is_guessed() {
    let wrong = import(
        &[workbook("杭锦旗.xlsx", vec![sheet("表", &[&["甲", "乙", "丙"], &["1", "2", "3"]])])],
        &ImportSettings::default(),
    );
    assert!(matches!(wrong, Err(ImportError::NoList { .. })));
    let nowhere = import(&[workbook("清单.xlsx", vec![sheet("表", &[HEADER, WATER])])], &ImportSettings::default());
    assert_eq!(nowhere.unwrap_err(), ImportError::NoDivision);
}

#[test]
fn the_division_is_that_of_the_title_and_is_told() {
    let imported = imported(sheet("清单", &[&["内蒙古自治区鄂尔多斯市杭锦旗水利局权责清单"], HEADER, WATER]));
    assert_eq!(imported.catalog.header.division.text(), "150625");
    assert_eq!(imported.account.division_from.as_ref().map(|(_, code)| code.as_str()), Some("150625"));
}

#[test]
fn a_list_of_delegated_powers_gives_the_power_and_its_delegation() {
    let list = sheet(
        "赋权清单",
        &[
            &["序号", "赋权事项", "权力类型", "法律法规依据", "责任主体", "原实施主体", "赋权方式"],
            &[
                "1",
                "乡村建设规划许可证核发",
                "行政许可",
                "《中华人民共和国城乡规划法》第四十一条",
                "锡尼镇人民政府",
                "杭锦旗自然资源局",
                "委托",
            ],
        ],
    );
    let imported = imported(list);
    assert_eq!(imported.account.sheets[0].kind, Some(Kind::Delegation));
    let delegation = imported.catalog.delegations.iter().next().unwrap();
    let power = imported.catalog.resolve(&delegation.power_item).unwrap();
    assert_eq!(power.name.as_str(), "乡村建设规划许可证核发");
    let name = |body| imported.catalog.resolve(body).map(|body: &qingdan::model::Organization| body.name.to_string());
    assert_eq!(name(&delegation.from).as_deref(), Some("杭锦旗自然资源局"));
    assert_eq!(delegation.to.iter().map(|to| name(to).unwrap()).collect::<Vec<_>>(), ["锡尼镇人民政府"]);
}

#[test]
fn a_list_of_discretion_gives_its_steps() {
    let mut list = sheet(
        "裁量基准",
        &[
            &["序号", "违法行为", "权力类型", "法律依据", "裁量情节", "裁量标准"],
            &[
                "1",
                "未经批准擅自取水",
                "行政处罚",
                "《中华人民共和国水法》第六十九条",
                "首次违法",
                "处2万元以上4万元以下罚款",
            ],
            &["", "", "", "", "拒不改正", "处4万元以上10万元以下罚款"],
        ],
    );
    merge_rows(&mut list, &["A", "B", "C", "D"], 2, 3);
    let imported = imported(list);
    let steps: Vec<(&str, &str)> = imported
        .catalog
        .power_items
        .iter()
        .flat_map(|item| &item.discretion)
        .map(|step| (step.circumstance.as_str(), step.range.as_str()))
        .collect();
    assert_eq!(steps, [("首次违法", "处2万元以上4万元以下罚款"), ("拒不改正", "处4万元以上10万元以下罚款")]);
}

#[test]
fn what_no_column_holds_is_not_held() {
    let imported = imported(sheet("清单", &[HEADER, WATER]));
    let not_held: Vec<&str> = imported.catalog.header.not_held.iter().map(qingdan::model::FieldPath::as_str).collect();
    assert!(
        not_held.contains(&"power_items.responsibilities") && not_held.contains(&"power_items.code"),
        "{not_held:?}"
    );
    assert!(!not_held.contains(&"power_items.basis"));
}

#[test]
fn a_profile_names_headers_bodies_and_sheets() {
    let profile = ImportProfile::from_toml(
        "banner.toml",
        r#"
        title = "杭锦旗权责清单"
        division = "150625"
        authority = "杭锦旗水利局"
        complete = "yes"
        [columns.power_item]
        name = ["叫什么"]
        basis = ["凭什么"]
        item_type = ["哪一类"]
        [[sheets]]
        name = "作废"
        read = "skip"
        "#,
    )
    .unwrap();
    assert_eq!(profile.column(Kind::PowerItem, "叫什么"), Some(Column::Name));
    let mut settings = ImportSettings::default();
    settings.profile = profile;
    let list = sheet("清单", &[&["叫什么", "哪一类", "凭什么"], &["取水许可", "行政许可", "《水法》第四十八条"]]);
    let imported = import(&[workbook("a.xlsx", vec![list, sheet("作废", &[HEADER, WATER])])], &settings).unwrap();
    assert_eq!(names(&imported), ["取水许可"]);
    assert_eq!(imported.catalog.header.title.as_str(), "杭锦旗权责清单");
    assert_eq!(imported.catalog.header.covers, [Kind::PowerItem]);
    assert_eq!(imported.catalog.organizations.iter().next().map(|body| body.name.as_str()), Some("杭锦旗水利局"));
    assert_eq!(imported.account.sheets[1].state, SheetState::Skipped);
}

#[test]
fn exchange_fields_are_read_by_their_profile_alone() {
    let header = &[
        "TASK_NAME",
        "TASK_TYPE",
        "TASK_CODE",
        "DEPT_NAME",
        "DEPT_CODE",
        "PROMISE_DAY",
        "PROMISE_TYPE",
        "PROJECT_TYPE",
        "BY_LAW",
    ];
    let row = &[
        "取水许可",
        "01",
        "11150625011688756N4000119017000",
        "杭锦旗水利局",
        "11150625011688756N",
        "20",
        "1",
        "2",
        "《水法》第四十八条",
    ];
    let list = || workbook("up_task.csv", vec![sheet("", &[header, row])]);
    let mut settings = ImportSettings::default();
    settings.division = Some("150625".parse().unwrap());
    assert!(matches!(import(&[list()], &settings), Err(ImportError::NoList { .. })));
    settings.profile = ImportProfile::from_toml("p.toml", "extends = \"c0109\"").unwrap();
    let imported = import(&[list()], &settings).unwrap();
    let item = imported.catalog.service_items.iter().next().unwrap();
    assert_eq!(item.service_type, ItemType::Licensing);
    assert_eq!(item.promised_limits.len(), 1);
    assert_eq!(item.promised_limits[0].amount.get(), 20);
    let body = imported.catalog.resolve(&item.organization).unwrap();
    assert_eq!(body.credit_code.as_ref().map(qingdan::model::Written::text), Some("11150625011688756N"));
}

#[test]
fn a_number_without_a_code_table_is_refused() {
    let header = &["序号", "事项名称", "事项类型", "设定依据", "实施主体", "办件类型", "承诺办结时限"];
    let row = &["1", "取水许可", "01", "《水法》第四十八条", "杭锦旗水利局", "2", "20"];
    let imported = imported(sheet("清单", &[header, row]));
    // No type can be told, so that there is no record; nothing takes 01 for 行政许可.
    assert_eq!(imported.catalog.service_items.len(), 0);
    assert_eq!(imported.account.sheets[0].untaken.len(), 1);
}

#[test]
fn far_cells_and_blank_tails_cost_nothing() {
    let mut list = sheet("清单", &[HEADER, WATER]);
    list.put(CellRef::new(60_000, 250), qingdan::workbook::SheetCell::text(" "));
    let imported = imported(list);
    assert_eq!(names(&imported), ["取水许可"]);
}
