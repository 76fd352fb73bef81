//! Powers passed on to townships: a delegation, and the power as its former holder has it.

use super::made::{Made, NotTaken, named, no_holder, no_mode, no_name, no_type};
use crate::import::bodies::NamedAs;
use crate::import::cell;
use crate::import::column::Column;
use crate::import::fields::Fields;
use crate::model::{Delegation, PowerItem, Ref, Written};

pub(super) fn take(made: &mut Made, mut fields: Fields<'_, '_, '_>) -> Result<(), NotTaken> {
    let power_type = fields.item_type().ok_or_else(no_type)?;
    let from = fields.bodies(Column::From, None, NamedAs::Body);
    let holder = from.first().cloned().ok_or_else(no_holder)?;
    let way = fields.coded(Column::Mode, cell::delegation_mode);
    let way = way.or(fields.around.profile.mode).ok_or_else(no_mode)?;
    let named = named(&mut fields, "delegation", &from)?;
    let told_by = [named.name.as_str(), holder.organization.id().as_str()];
    let id = fields.around.ids.give("power", &told_by, &[]).ok_or_else(no_name)?;
    let mut power = PowerItem::new(id.clone(), named.name.clone(), power_type);
    power.code = fields.value(Column::Code, |text| Written::as_written(text).ok());
    power.basis = fields.citations(Column::Basis);
    power.authorities = from;
    power.source = Some(fields.source.clone());
    let mut delegation = Delegation::new(named.id, Ref::new(id), holder.organization, way);
    delegation.name = Some(named.name);
    delegation.to = fields.bodies(Column::To, None, NamedAs::Body).into_iter().map(|body| body.organization).collect();
    delegation.effective_on = fields.value(Column::EffectiveOn, cell::written_date);
    let (extensions, source) = fields.rest();
    (delegation.extensions, delegation.source) = (extensions, Some(source));
    made.insert(power)?;
    made.insert(delegation)
}
