//! An item and the one that it is in the other edition, member by member.

use super::change::Change;
use super::comparison::{Comparison, Editions};
use super::fees::{charges_fee, fees};
use super::fields::{
    bodies, body, channels, code, codes, conditions, content, extensions, handling, item, item_level, item_type,
    levels, name, nothing, one_body, parent, period, provisions, status, text, values, visits,
};
use super::limits::limits;
use super::list::Effect;
use super::members::members;
use super::parts::{
    accountability, authorities, coercion, discretion, intermediary_services, joint_handling, license_validity,
    materials, online, penalties, quantity_limit, remedies, result, special_procedures, steps,
};
use crate::codelist::{Initiation, ItemType};
use crate::model::{Item, LicensingItem, PowerItem, ServiceItem};

/// What changed of an item.
pub(super) fn compare<'a>(editions: &Editions<'a>, old: Item<'a>, new: Item<'a>) -> Vec<Change> {
    let shorter = if is_applied_for(old) && is_applied_for(new) { Effect::Eases } else { Effect::NotTold };
    let mut at = Comparison::new(editions, shorter);
    match (old, new) {
        (Item::Licensing(old), Item::Licensing(new)) => licensing(&mut at, old, new),
        (Item::Power(old), Item::Power(new)) => power(&mut at, old, new),
        (Item::Service(old), Item::Service(new)) => service(&mut at, old, new),
        // Items are paired list by list.
        _ => {}
    }
    at.changes()
}

/// Whether somebody asks for it, and is the better for being answered soon.
fn is_applied_for(item: Item<'_>) -> bool {
    let Item::Power(power) = item else { return true };
    match power.initiation {
        Some(initiation) => initiation == Initiation::OnApplication,
        None => matches!(
            power.power_type,
            ItemType::Licensing | ItemType::Payment | ItemType::Confirmation | ItemType::Reward | ItemType::Filing
        ),
    }
}

members! {
    licensing: LicensingItem {
        id => nothing,
        name => name,
        code => code,
        item_level => item_level,
        parent => parent,
        license_class => content,
        competent_department => body,
        authorities => authorities,
        set_by => provisions,
        implemented_under => provisions,
        levels => levels,
        audience => values,
        statutory_limits => limits,
        promised_limits => limits,
        extension_limits => limits,
        first_review_limits => limits,
        delivery_limits => limits,
        joint_handling => joint_handling,
        special_procedures => special_procedures,
        procedure => steps,
        conditions => conditions,
        prerequisites => conditions,
        materials => materials,
        intermediary_services => intermediary_services,
        charges_fee => charges_fee,
        fees => fees,
        quantity_limit => quantity_limit,
        license_validity => license_validity,
        result => result,
        supervisors => bodies,
        superior_item => content,
        status => status,
        period => period,
        source => nothing,
        extensions => extensions,
    }
    power: PowerItem {
        id => nothing,
        name => name,
        code => code,
        item_level => item_level,
        parent => parent,
        power_type => item_type,
        basis => provisions,
        competent_department => body,
        authorities => authorities,
        levels => levels,
        scope => text,
        duties => text,
        power_source => content,
        initiation => content,
        prerequisites => conditions,
        summary_procedure => content,
        responsibilities => steps,
        accountability => accountability,
        supervision => text,
        remedies => remedies,
        penalties => penalties,
        discretion => discretion,
        coercion => coercion,
        limits => limits,
        licensing_item => item,
        status => status,
        period => period,
        source => nothing,
        extensions => extensions,
    }
    service: ServiceItem {
        id => nothing,
        name => name,
        base_code => code,
        implementation_code => code,
        business_code => code,
        local_codes => codes,
        item_level => item_level,
        parent => parent,
        service_type => item_type,
        organization => one_body,
        body_nature => content,
        power_source => content,
        entrusted_by => body,
        power_item => item,
        licensing_item => item,
        basis => provisions,
        initiation => content,
        audience => values,
        handling => handling,
        statutory_limits => limits,
        promised_limits => limits,
        extension_limits => limits,
        first_review_limits => limits,
        delivery_limits => limits,
        online => online,
        visits => visits,
        visit_reason => text,
        channels => channels,
        prerequisites => conditions,
        materials => materials,
        intermediary_services => intermediary_services,
        charges_fee => charges_fee,
        fees => fees,
        special_procedures => special_procedures,
        procedure => steps,
        result => result,
        status => status,
        period => period,
        source => nothing,
        extensions => extensions,
    }
}
