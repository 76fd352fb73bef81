//! Items of the licensing list.

use super::made::{Made, NotTaken, first_body, named};
use crate::import::cell;
use crate::import::column::Column;
use crate::import::fields::Fields;
use crate::model::{LicensingItem, Written};

pub(super) fn take(made: &mut Made, mut fields: Fields<'_, '_, '_>) -> Result<(), NotTaken> {
    let authorities = fields.authorities();
    let named = named(&mut fields, "license", &authorities)?;
    let mut item = LicensingItem::new(named.id.clone(), named.name.clone());
    item.code = fields.value(Column::Code, |text| Written::as_written(text).ok());
    item.set_by = fields.citations(Column::Basis);
    item.implemented_under = fields.citations(Column::ImplementedUnder);
    item.competent_department = first_body(&mut fields, Column::CompetentDepartment);
    item.authorities = authorities;
    // What is exercised at a level has no field here, and stays under its header.
    item.levels = fields.levels_alone();
    (item.statutory_limits, _) = fields.limits(Column::StatutoryLimits);
    (item.promised_limits, _) = fields.limits(Column::PromisedLimits);
    item.license_class = fields.coded(Column::LicenseClass, cell::license_class);
    item.audience = fields.all_coded(Column::Audience, cell::audience);
    item.charges_fee = fields.answer(Column::ChargesFee);
    item.conditions = fields.texts(Column::Conditions);
    item.prerequisites = fields.texts(Column::Prerequisites);
    item.status = fields.coded(Column::Status, cell::item_status);
    (item.item_level, item.parent) = made.place(&mut fields, &named, |id, name, source| {
        let mut main = LicensingItem::new(id, name);
        main.source = Some(source);
        main
    })?;
    let (extensions, source) = fields.rest();
    (item.extensions, item.source) = (extensions, Some(source));
    made.insert(item)
}
