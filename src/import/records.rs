//! Records: what the entries of a list become.

use super::fields::Fields;
use crate::model::Kind;

mod delegation;
mod licensing_item;
mod made;
mod power_item;
mod service_item;

pub(super) use made::{Made, NotTaken};

/// Makes the record of an entry of a list of a kind.
pub(super) fn take(made: &mut Made, kind: Kind, fields: Fields<'_, '_, '_>) -> Result<(), NotTaken> {
    match kind {
        Kind::LicensingItem => licensing_item::take(made, fields),
        Kind::ServiceItem => service_item::take(made, fields),
        Kind::Delegation => delegation::take(made, fields),
        _ => power_item::take(made, fields),
    }
}
