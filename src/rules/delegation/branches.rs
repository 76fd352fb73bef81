//! Branches: the bodies that a city or a higher level sends into the county.

use crate::code::{DivisionCode, DivisionLevel};
use crate::codelist::{OrganizationKind, division_at_start, division_name};
use crate::facts::bodies::Body;
use crate::judged::Whole;
use crate::judged::bodies::is_of_city_or_higher;

/// Whether it is a branch of a body of a city or higher: a dispatched agency of one, or a 分局 that bears the name of the city
/// or stands below one of its bodies.
pub(super) fn is_branch_of_city(body: &Body, whole: &Whole<'_>) -> bool {
    let bodies = &whole.facts.bodies;
    let parent = body.parent.and_then(|number| bodies.body(number));
    let is_sent = body.kind == OrganizationKind::DispatchedAgency || body.name().ends_with("分局");
    let is_of_city = parent.is_some_and(|above| is_of_city_or_higher(above, bodies));
    is_sent && (is_of_city || bears_name_of_city(body.name(), whole))
}

/// Whether a name begins with that of the city to which the county of the catalog belongs, and with no place in it:
/// 鄂尔多斯市生态环境局杭锦旗分局.
pub(super) fn bears_name_of_city(name: &str, whole: &Whole<'_>) -> bool {
    let Some(county) = whole.division().filter(|division| division.level() != DivisionLevel::Prefecture) else {
        return false;
    };
    let mut above = std::iter::successors(Some(county), DivisionCode::parent);
    let city = above.find(|code| code.level() == DivisionLevel::Prefecture).and_then(division_name);
    let rest = city.and_then(|city| name.strip_prefix(city));
    rest.is_some_and(|rest| division_at_start(rest).is_none())
}
