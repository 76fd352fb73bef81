//! Items of the power list.

use super::made::{Made, NotTaken, first_body, named, no_type};
use crate::import::cell;
use crate::import::column::Column;
use crate::import::fields::Fields;
use crate::model::{Discretion, PowerItem, Text, Written};

pub(super) fn take(made: &mut Made, mut fields: Fields<'_, '_, '_>) -> Result<(), NotTaken> {
    let power_type = fields.item_type().ok_or_else(no_type)?;
    let authorities = fields.authorities();
    let named = named(&mut fields, "power", &authorities)?;
    let mut item = PowerItem::new(named.id.clone(), named.name.clone(), power_type);
    item.code = fields.value(Column::Code, |text| Written::as_written(text).ok());
    item.basis = fields.citations(Column::Basis);
    item.competent_department = first_body(&mut fields, Column::CompetentDepartment);
    item.authorities = authorities;
    (item.levels, item.scope) = fields.levels();
    item.duties = fields.text(Column::Duties);
    item.power_source = fields.coded(Column::PowerSource, cell::power_source);
    item.initiation = fields.coded(Column::Initiation, cell::initiation);
    item.prerequisites = fields.texts(Column::Prerequisites);
    item.responsibilities = fields.responsibilities();
    item.accountability = fields.accountability();
    item.supervision = fields.text(Column::Supervision);
    item.remedies = fields.remedies();
    item.discretion = discretion(&mut fields);
    (item.limits, _) = fields.limits(Column::Limits);
    item.status = fields.coded(Column::Status, cell::item_status);
    (item.item_level, item.parent) = made.place(&mut fields, &named, |id, name, source| {
        let mut main = PowerItem::new(id, name, power_type);
        main.source = Some(source);
        main
    })?;
    let (extensions, source) = fields.rest();
    (item.extensions, item.source) = (extensions, Some(source));
    made.insert(item)
}

/// The steps of discretion: lines of circumstances with what is imposed in each.
fn discretion(fields: &mut Fields<'_, '_, '_>) -> Vec<Discretion> {
    let of = |fields: &Fields<'_, '_, '_>, column| fields.peek(column).is_some();
    // One without the other is no step.
    if !of(fields, Column::DiscretionCircumstance) || !of(fields, Column::DiscretionRange) {
        return Vec::new();
    }
    let circumstances = fields.texts(Column::DiscretionCircumstance);
    let ranges = fields.texts(Column::DiscretionRange);
    if circumstances.len() == ranges.len() {
        return circumstances
            .into_iter()
            .zip(ranges)
            .map(|(circumstance, range)| Discretion::new(circumstance, range))
            .collect();
    }
    // Which goes with which is not told: all together.
    let joined = |texts: Vec<Text>| {
        let texts: Vec<&str> = texts.iter().map(Text::as_str).collect();
        Text::new(texts.join("\n")).ok()
    };
    joined(circumstances)
        .zip(joined(ranges))
        .map(|(circumstance, range)| Discretion::new(circumstance, range))
        .into_iter()
        .collect()
}
