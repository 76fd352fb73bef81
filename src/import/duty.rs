//! Responsibilities with the provisions that demand them: cells of two columns that belong together.

use super::told::Told;
use crate::codelist::Stage;
use crate::model::{Step, Text};

/// The steps that cells of responsibilities and of their basis say.
///
/// A cell of basis belongs to all that stands beside it. So what has one is one step, of the stage that it names if it names
/// only one; cells that stand beside each other, row by row, belong together. Where a list states no basis, each stage that a
/// cell names is a step of its own.
pub(super) fn read(duties: &[String], bases: &[String], told: &mut Told) -> Vec<Step> {
    if bases.is_empty() {
        return duties.iter().flat_map(|duty| told.steps(duty).to_vec()).collect();
    }
    if duties.len() == bases.len() {
        return duties
            .iter()
            .zip(bases)
            .filter_map(|(duty, basis)| one(duty, std::slice::from_ref(basis), told))
            .collect();
    }
    one(&duties.join("\n"), bases, told).into_iter().collect()
}

fn one(duty: &str, bases: &[String], told: &mut Told) -> Option<Step> {
    let stage = match told.steps(duty) {
        [only] => only.stage,
        _ => Stage::Other,
    };
    let mut step = Step::new(stage, Text::new(duty).ok()?);
    step.basis = bases.iter().flat_map(|basis| told.citations(basis).to_vec()).collect();
    Some(step)
}
