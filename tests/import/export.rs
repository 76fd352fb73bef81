//! Lists out and in again, and empty forms that are filled.

use std::fs;

use qingdan::codelist::{ItemType, Level, Stage};
use qingdan::import::{Column, ExportedList, Form, ImportSettings, export_power_list, import};
use qingdan::model::{Citation, Header, Kind, Organization, PowerItem, Ref, Step, TimeLimit};
use qingdan::workbook::{Workbook, WorkbookLimits};
use qingdan::writer::list::{write_csv, write_template, write_xlsx};
use qingdan::{Catalog, Lang};

fn settings() -> ImportSettings {
    let mut settings = ImportSettings::default();
    settings.division = Some("150625".parse().unwrap());
    settings
}

/// What the official list says of an item: ids, sources and what the form has no column for aside.
fn said(catalog: &Catalog) -> Vec<serde_json::Value> {
    let name = |id: &serde_json::Value| {
        let body = catalog.organizations.get(id.as_str().unwrap()).unwrap();
        serde_json::Value::from(body.name.as_str())
    };
    let mut items = Vec::new();
    for item in &catalog.power_items {
        let mut value = serde_json::to_value(item).unwrap();
        let members = value.as_object_mut().unwrap();
        for member in ["id", "source", "extensions"] {
            members.remove(member);
        }
        if let Some(parent) = item.parent.as_ref() {
            let parent = catalog.power_items.get(parent.id().as_str()).unwrap();
            members.insert("parent".to_owned(), parent.name.as_str().into());
        }
        for authority in members.get_mut("authorities").and_then(serde_json::Value::as_array_mut).into_iter().flatten()
        {
            let named = name(&authority["organization"]);
            authority["organization"] = named;
        }
        items.push(value);
    }
    items
}

fn through_xlsx(list: &ExportedList) -> Catalog {
    let mut bytes = Vec::new();
    write_xlsx(list, &mut bytes).unwrap();
    read_again("list.xlsx", &bytes)
}

fn through_csv(list: &ExportedList) -> Catalog {
    let mut bytes = Vec::new();
    write_csv(list, &mut bytes).unwrap();
    read_again("list.csv", &bytes)
}

fn read_again(name: &str, bytes: &[u8]) -> Catalog {
    let workbook = Workbook::read(name, bytes, WorkbookLimits::default()).unwrap();
    import(&[workbook], &settings()).unwrap().catalog
}

#[test]
fn the_four_workbooks_come_back_as_they_were() {
    for name in ["agriculture.xls", "transport.xlsx", "ecology.xls", "fire_rescue.xlsx"] {
        let bytes = fs::read(format!("{}/tests/data/workbooks/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let workbook = Workbook::read(name, &bytes, WorkbookLimits::default()).unwrap();
        let catalog = import(&[workbook], &settings()).unwrap().catalog;
        let list = export_power_list(&catalog);
        // Columns that the official form does not have are told; nothing else is lost.
        let fields: Vec<&str> = list.lost.keys().map(String::as_str).collect();
        assert!(fields.iter().all(|field| *field == "extensions"), "{name}: {fields:?}");
        let (before, xlsx, csv) = (said(&catalog), said(&through_xlsx(&list)), said(&through_csv(&list)));
        assert_eq!(before.len(), xlsx.len(), "{name}");
        for (number, item) in before.iter().enumerate() {
            assert_eq!(item, &xlsx[number], "{name}: item {number} through xlsx");
            assert_eq!(item, &csv[number], "{name}: item {number} through csv");
        }
    }
}

fn built() -> Catalog {
    let mut catalog = Catalog::new(Header::new("杭锦旗权责清单".parse().unwrap(), "150625".parse().unwrap()));
    let body = Organization::new(
        "water".parse().unwrap(),
        "杭锦旗水利局".parse().unwrap(),
        qingdan::codelist::OrganizationKind::Department,
    );
    catalog.organizations.insert(body).unwrap();
    let mut item = PowerItem::new("take-water".parse().unwrap(), "取水许可".parse().unwrap(), ItemType::Licensing);
    item.levels = vec![Level::Prefectural, Level::County];
    let decides =
        qingdan::model::Authority::new(Ref::new("water".parse().unwrap()), qingdan::codelist::AuthorityRole::Decide);
    item.authorities.push(decides);
    catalog.power_items.insert(item).unwrap();
    catalog
}

fn with(change: impl FnOnce(&mut PowerItem)) -> Catalog {
    let mut catalog = built();
    change(catalog.power_items.get_mut("take-water").unwrap());
    catalog
}

#[test]
fn what_was_built_comes_back_too() {
    let catalog = with(|item| {
        item.basis.push(Citation::as_written("《中华人民共和国水法》第七条".parse().unwrap()));
        item.basis.push(Citation::as_written("《取水许可和水资源费征收管理条例》第四条".parse().unwrap()));
        item.responsibilities.push(Step::new(Stage::Accept, "受理责任：公示材料。".parse().unwrap()));
        item.responsibilities.push(Step::new(Stage::Review, "审查责任：审查材料。".parse().unwrap()));
        item.limits.push(TimeLimit::working_days(20).unwrap());
    });
    let list = export_power_list(&catalog);
    for again in [through_xlsx(&list), through_csv(&list)] {
        let item = again.power_items.iter().next().unwrap();
        assert_eq!(item.levels, [Level::Prefectural, Level::County]);
        let texts: Vec<&str> =
            item.basis.iter().filter_map(|basis| basis.text.as_ref()).map(qingdan::model::Text::as_str).collect();
        assert_eq!(texts, ["《中华人民共和国水法》第七条", "《取水许可和水资源费征收管理条例》第四条"]);
        let stages: Vec<Stage> = item.responsibilities.iter().map(|step| step.stage).collect();
        assert_eq!(stages, [Stage::Accept, Stage::Review]);
        assert_eq!(item.limits[0].amount.get(), 20);
        assert_eq!(again.organizations.iter().map(|body| body.name.as_str()).collect::<Vec<_>>(), ["杭锦旗水利局"]);
    }
}

#[test]
fn what_the_form_cannot_say_is_told() {
    let told = |change: fn(&mut PowerItem)| export_power_list(&with(change)).lost.keys().cloned().collect::<Vec<_>>();
    assert_eq!(told(|_| ()), Vec::<String>::new());
    assert_eq!(told(|item| item.summary_procedure = Some(true)), ["summary_procedure"]);
    // A stage that the text does not name is not read again.
    assert_eq!(
        told(|item| item.responsibilities.push(Step::new(Stage::Accept, "公示材料".parse().unwrap()))),
        ["responsibilities"]
    );
    assert_eq!(
        told(|item| item.penalties.push(qingdan::model::Penalty::new(qingdan::codelist::PenaltyKind::Fine))),
        ["penalties"]
    );
}

#[test]
fn the_same_list_gives_the_same_bytes() {
    let bytes = || {
        let mut bytes = Vec::new();
        write_xlsx(&export_power_list(&built()), &mut bytes).unwrap();
        bytes
    };
    assert_eq!(bytes(), bytes());
}

#[test]
fn official_columns_stand_in_their_order() {
    let list = export_power_list(&built());
    let sheet = &list.workbook.sheets[0];
    let headers: Vec<&str> = sheet.cells().filter(|(at, _)| at.row == 2).map(|(_, cell)| cell.text.as_str()).collect();
    assert_eq!(
        headers,
        [
            "序号",
            "事项名称",
            "子项名称",
            "权力类型",
            "事项编码",
            "实施依据",
            "行使主体",
            "实施层级",
            "责任事项内容",
            "责任事项依据",
            "追责情形",
            "监督方式",
            "备注"
        ]
    );
}

#[test]
fn each_template_is_read_without_a_profile() {
    for kind in Form::KINDS {
        let form = Form::of(kind).unwrap();
        let mut bytes = Vec::new();
        write_template(&form, Lang::Zh, &mut bytes).unwrap();
        let mut workbook = Workbook::read("空表.xlsx", &bytes, WorkbookLimits::default()).unwrap();
        let sheet = workbook.sheets.iter_mut().find(|sheet| sheet.name == form.title).unwrap();
        // The row below the headers, filled as the explanations say.
        let header_row = 3;
        for (number, column) in (1..).zip(&form.columns) {
            let text = match column.column {
                Column::EntryNumber => "1",
                Column::Name => "取水许可",
                Column::ItemType => "行政许可",
                Column::Mode => "委托",
                Column::Authorities | Column::From | Column::CompetentDepartment => "杭锦旗水利局",
                Column::To => "锡尼镇人民政府",
                Column::Basis => "《中华人民共和国水法》第四十八条",
                Column::Levels => "县级",
                _ => continue,
            };
            let at = qingdan::workbook::CellRef::new(header_row + 1, number);
            sheet.put(at, qingdan::workbook::SheetCell::text(text));
        }
        let imported = import(&[workbook], &settings()).unwrap();
        let account = imported.account.sheets.iter().find(|sheet| sheet.sheet == form.title).unwrap();
        assert_eq!(account.kind, Some(kind));
        assert_eq!(account.header_rows, Some((header_row, header_row)), "{kind}");
        assert_eq!((account.records, account.untaken.len()), (1, 0), "{kind}");
        let known: Vec<Option<Column>> = account.columns.iter().map(|column| column.column).collect();
        let expected: Vec<Option<Column>> = form.columns.iter().map(|column| Some(column.column)).collect();
        assert_eq!(known, expected, "{kind}");
        let made = match kind {
            Kind::LicensingItem => imported.catalog.licensing_items.len(),
            Kind::ServiceItem => imported.catalog.service_items.len(),
            Kind::Delegation => imported.catalog.delegations.len(),
            _ => imported.catalog.power_items.len(),
        };
        assert_eq!(made, 1, "{kind}");
    }
}

#[test]
fn records_for_which_the_list_has_no_room_are_told() {
    let catalog: Catalog = serde_json::from_value(serde_json::json!({
        "header": { "schema_version": "1.0", "title": "甲", "division": "150625", "level": "county" },
        "organizations": [{ "id": "water", "name": "杭锦旗水利局", "kind": "department" }],
        "licensing_items": [{ "id": "a", "name": "取水许可", "item_level": "main", "set_by": [{ "text": "水法" }] }],
    }))
    .unwrap();
    let left_out: Vec<_> = export_power_list(&catalog).left_out.into_iter().collect();
    assert_eq!(left_out, [(Kind::LicensingItem, 1)]);
}
