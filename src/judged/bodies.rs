//! Bodies: at which level they stand, and for which township they act.

use crate::code::DivisionCode;
use crate::codelist::{Level, OrganizationKind};
use crate::facts::bodies::{Body, BodyFacts};

/// The level of government of a body: the one that is stated, or else that of its division, or else of a department that of
/// its government.
pub(crate) fn level_of(body: &Body, bodies: &BodyFacts) -> Option<Level> {
    let stated = |body: &Body| body.level.or_else(|| body.division.as_ref().map(|division| division.level().into()));
    stated(body).or_else(|| {
        let parent = body.parent.filter(|_| body.kind == OrganizationKind::Department);
        let government = parent.and_then(|number| bodies.body(number));
        government.filter(|above| above.kind == OrganizationKind::Government).and_then(stated)
    })
}

/// Whether a level is above that of a county.
pub(crate) fn is_above_county(level: Level) -> bool {
    matches!(level, Level::National | Level::Provincial | Level::Prefectural)
}

/// Whether a body is certainly one of a city or higher: by its level, or as a vertical agency. The departments of a city
/// that has no counties are in the place of a county's.
pub(crate) fn is_of_city_or_higher(body: &Body, bodies: &BodyFacts) -> bool {
    body.kind == OrganizationKind::VerticalAgency
        || (level_of(body, bodies).is_some_and(is_above_county) && !is_city_without_counties(body))
}

/// Cities of a prefecture that have no counties below them: 东莞, 中山, 儋州, 嘉峪关. Their departments stand directly above
/// townships, as those of a county do.
const WITHOUT_COUNTIES: [&str; 4] = ["4419", "4420", "4604", "6202"];

/// Whether a body belongs to a city that has no counties.
fn is_city_without_counties(body: &Body) -> bool {
    let division = body.division.as_ref().map(DivisionCode::as_str);
    division.is_some_and(|code| WITHOUT_COUNTIES.iter().any(|city| code.starts_with(city)))
}

/// How many bodies stand one below the other in a township at most: a squad of the brigade of a center.
const MOST_STEPS: usize = 4;

/// The township that a body is or acts for, by its number: its brigade or center (执法队、中心) acts in its name.
pub(crate) fn township_of(bodies: &BodyFacts, number: u32) -> Option<u32> {
    let above = |&number: &u32| bodies.body(number).filter(|body| acts_for_its_parent(body) && !is_zone(body))?.parent;
    let mut chain = std::iter::successors(Some(number), above).take(MOST_STEPS);
    chain.find(|&number| bodies.body(number).is_some_and(|body| body.is_township() && !is_zone(body)))
}

/// Whether a body of its kind acts in the name of the one of which it is a part.
pub(crate) fn acts_for_its_parent(body: &Body) -> bool {
    matches!(
        body.kind,
        OrganizationKind::InternalUnit
            | OrganizationKind::PublicInstitution
            | OrganizationKind::DispatchedAgency
            | OrganizationKind::Department
            | OrganizationKind::OtherBody
    )
}

/// Whether it is the committee of a development zone, which is no township: 4xx and 5xx among the digits of townships are
/// places that are only treated like one.
pub(crate) fn is_zone(body: &Body) -> bool {
    let of_division = |code: &DivisionCode| matches!(code.as_str().as_bytes().get(6), Some(b'4' | b'5'));
    body.kind == OrganizationKind::DevelopmentZoneCommittee || body.division.as_ref().is_some_and(of_division)
}
