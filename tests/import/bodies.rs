//! Bodies: when two names are one, and what becomes of their codes.

use qingdan::import::Imported;
use qingdan::model::{Extension, Written};

use crate::tables::{imported, sheet};

const HEADER: &[&str] = &["序号", "事项名称", "权力类型", "实施依据", "行使主体", "统一社会信用代码"];
const WATER: &str = "11150625011506314E";

fn list(rows: &[(&str, &str)]) -> Imported {
    let names = ["取水许可", "河道采砂许可", "水工程建设许可"];
    let rows: Vec<[&str; 6]> = rows
        .iter()
        .zip(names)
        .map(|((body, code), name)| ["1", name, "行政许可", "《中华人民共和国水法》第七条", body, code])
        .collect();
    let all: Vec<&[&str]> = std::iter::once(HEADER).chain(rows.iter().map(<[&str; 6]>::as_slice)).collect();
    imported(sheet("清单", &all))
}

fn bodies(imported: &Imported) -> Vec<(&str, Option<&str>)> {
    let known = imported.catalog.organizations.iter();
    known.map(|body| (body.name.as_str(), body.credit_code.as_ref().map(Written::text))).collect()
}

#[test]
fn one_code_makes_one_body_of_a_name_and_what_is_short_for_it() {
    let imported = list(&[("杭锦旗水利局", WATER), ("旗水利局", WATER)]);
    assert_eq!(bodies(&imported), [("杭锦旗水利局", Some(WATER))]);
    assert_eq!(imported.account.merged_bodies.len(), 1);
}

#[test]
fn two_bodies_with_one_code_stay_two() {
    let imported = list(&[("杭锦旗水利局", WATER), ("杭锦旗民政局", WATER)]);
    assert_eq!(bodies(&imported), [("杭锦旗水利局", Some(WATER)), ("杭锦旗民政局", Some(WATER))]);
    assert!(imported.account.merged_bodies.is_empty());
}

#[test]
fn a_second_code_of_a_body_is_kept_and_told() {
    let other = "11150625115062000A";
    let imported = list(&[("杭锦旗水利局", WATER), ("杭锦旗水利局", other)]);
    assert_eq!(bodies(&imported), [("杭锦旗水利局", Some(WATER))]);
    let kept: Vec<Option<&str>> = imported
        .catalog
        .power_items
        .iter()
        .map(|item| item.extensions.get("统一社会信用代码").map(Extension::as_json))
        .collect();
    assert_eq!(kept, [None, Some("\"11150625115062000A\"")]);
    let column = &imported.account.sheets[0].columns[5];
    assert_eq!((column.understood, column.kept_as_text), (1, 1));
}

#[test]
fn a_finding_of_a_code_names_its_column() {
    let imported = list(&[("杭锦旗水利局", "11150625011506314A")]); // the check character is E
    let report = imported.check(&crate::reports::checker());
    let finding = report.findings().find(|finding| finding.path.as_str() == "/credit_code").unwrap();
    let cell = finding.source.as_ref().unwrap();
    assert_eq!((cell.columns.as_deref(), cell.row.map(std::num::NonZero::get)), (Some("F"), Some(2)));
}
