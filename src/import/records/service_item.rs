//! Items of services.

use super::made::{Made, NotTaken, named, no_body, no_type};
use crate::codelist::AuthorityRole;
use crate::import::cell;
use crate::import::column::Column;
use crate::import::fields::Fields;
use crate::import::profile::squeezed;
use crate::model::{ServiceItem, Written};

pub(super) fn take(made: &mut Made, mut fields: Fields<'_, '_, '_>) -> Result<(), NotTaken> {
    let service_type = fields.item_type().ok_or_else(no_type)?;
    let authorities = fields.authorities();
    let decides = authorities.iter().find(|authority| authority.role == AuthorityRole::Decide);
    let body = decides.ok_or_else(no_body)?.organization.clone();
    let named = named(&mut fields, "service", &authorities)?;
    let mut item = ServiceItem::new(named.id.clone(), named.name.clone(), service_type, body.clone());
    item.base_code = fields.value(Column::BaseCode, |text| Written::as_written(text).ok());
    item.implementation_code = fields.value(Column::ImplementationCode, |text| Written::as_written(text).ok());
    item.business_code = fields.value(Column::BusinessCode, |text| Written::as_written(text).ok());
    item.local_codes = fields.each(Column::LocalCode, |cell, _| Written::as_written(cell.text.as_str()).ok());
    item.basis = fields.citations(Column::Basis);
    item.power_source = fields.coded(Column::PowerSource, cell::power_source);
    item.initiation = fields.coded(Column::Initiation, cell::initiation);
    item.audience = fields.all_coded(Column::Audience, cell::audience);
    item.handling = fields.coded(Column::Handling, cell::handling);
    (item.statutory_limits, _) = fields.limits(Column::StatutoryLimits);
    let (promised, at_once) = fields.limits(Column::PromisedLimits);
    item.promised_limits = promised;
    item.handling = item.handling.or(at_once);
    item.visits = fields.value(Column::Visits, |text| squeezed(text).trim_end_matches('次').parse().ok());
    item.charges_fee = fields.answer(Column::ChargesFee);
    item.prerequisites = fields.texts(Column::Prerequisites);
    item.status = fields.coded(Column::Status, cell::item_status);
    (item.item_level, item.parent) = made.place(&mut fields, &named, |id, name, source| {
        let mut main = ServiceItem::new(id, name, service_type, body);
        main.source = Some(source);
        main
    })?;
    let (extensions, source) = fields.rest();
    (item.extensions, item.source) = (extensions, Some(source));
    made.insert(item)
}
