//! Turns the published service items of Guang'an district (Sichuan) into a catalog.

use std::collections::BTreeMap;
use std::error::Error;

use qingdan::Catalog;
use qingdan::codelist::{ItemType, OrganizationKind};
use qingdan::model::{
    Extension, Header, Id, Organization, Record as _, Ref, ServiceItem, Source, SourceFile, Text, Written,
};
use serde::Deserialize;

/// One line of the file.
#[derive(Debug, Deserialize)]
struct Row {
    department: String,
    main_item: String,
    name: String,
    area_code: String,
    item_code: String,
    task_type: String,
    dept_code: String,
}

/// What the source does not hold: absent is not empty, and no rule may take it for missing.
const NOT_HELD: &[&str] = &[
    "organizations.credit_code",
    "organizations.organization_code",
    "organizations.division",
    "organizations.level",
    "service_items.base_code",
    "service_items.implementation_code",
    "service_items.business_code",
    "service_items.body_nature",
    "service_items.power_source",
    "service_items.entrusted_by",
    "service_items.power_item",
    "service_items.licensing_item",
    "service_items.basis",
    "service_items.initiation",
    "service_items.audience",
    "service_items.handling",
    "service_items.statutory_limits",
    "service_items.promised_limits",
    "service_items.online",
    "service_items.visits",
    "service_items.visit_reason",
    "service_items.channels",
    "service_items.materials",
    "service_items.charges_fee",
    "service_items.fees",
    "service_items.special_procedures",
    "service_items.procedure",
    "service_items.result",
    "service_items.status",
    "service_items.period",
];

/// The catalog of the lines: departments in the order in which they first appear, items in the order of the file.
///
/// # Errors
/// When a line is not what this source holds.
pub(crate) fn convert(lines: &str) -> Result<Catalog, Box<dyn Error>> {
    let mut header = Header::new("广安市广安区政务服务事项".parse()?, "511602".parse()?);
    for path in NOT_HELD {
        header.not_held.push(path.parse()?);
    }
    let mut source = SourceFile::new("zwfw".parse()?);
    source.file = Some("bszl-data.js".parse()?);
    source.url = Some("https://github.com/v-luobo/zwfw".parse()?);
    header.sources.push(source);

    let mut catalog = Catalog::new(header);
    let mut departments: BTreeMap<String, Ref<Organization>> = BTreeMap::new();
    for (number, line) in (1_u32..).zip(lines.lines()) {
        let row: Row = serde_json::from_str(line)?;
        let organization = if let Some(known) = departments.get(&row.department) {
            known.clone()
        } else {
            let id = format!("dept-{:02}", departments.len().saturating_add(1)).parse()?;
            let department = Organization::new(id, row.department.parse()?, OrganizationKind::Department);
            let reference = Ref::new(department.id().clone());
            catalog.organizations.insert(department)?;
            departments.insert(row.department.clone(), reference.clone());
            reference
        };
        catalog.service_items.insert(item(number, &row, organization)?)?;
    }
    Ok(catalog)
}

fn item(number: u32, row: &Row, organization: Ref<Organization>) -> Result<ServiceItem, Box<dyn Error>> {
    let id: Id = format!("item-{number:04}").parse()?;
    let mut item = ServiceItem::new(id, row.name.parse()?, type_of(&row.task_type)?, organization);
    item.local_codes.push(Written::as_written(row.item_code.as_str())?);
    let further = [("area_code", &row.area_code), ("dept_code", &row.dept_code), ("main_item", &row.main_item)];
    for (name, value) in further {
        let value = Extension::from_json(&serde_json::to_string(value)?)?;
        item.extensions.insert(Text::new(format!("zwfw:{name}"))?, value);
    }
    let mut source = Source::new("zwfw".parse()?);
    source.row = number.try_into().ok();
    item.source = Some(source);
    Ok(item)
}

/// The types by their numbers in C 0109, element `task_type`.
fn type_of(number: &str) -> Result<ItemType, Box<dyn Error>> {
    Ok(match number {
        "1" => ItemType::Licensing,
        "2" => ItemType::Penalty,
        "3" => ItemType::Coercion,
        "4" => ItemType::Levy,
        "5" => ItemType::Payment,
        "6" => ItemType::Inspection,
        "7" => ItemType::Confirmation,
        "8" => ItemType::Reward,
        "9" => ItemType::Adjudication,
        "10" => ItemType::OtherPower,
        "20" => ItemType::PublicService,
        other => return Err(format!("`{other}` is no item type of C 0109").into()),
    })
}
