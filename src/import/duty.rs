//! Responsibilities with the provisions that demand them: cells of two columns that belong together.

use super::cell;
use super::cited::Cited;
use crate::codelist::Stage;
use crate::model::{Step, Text};

/// The steps that cells of responsibilities and of their basis say.
///
/// A cell of basis belongs to all that stands beside it. So what has one is one step, of the stage that it names if it names
/// only one; cells that stand beside each other, row by row, belong together. Where a list states no basis, each stage that a
/// cell names is a step of its own.
pub(super) fn read(duties: &[String], bases: &[String], cited: &mut Cited) -> Vec<Step> {
    if bases.is_empty() {
        return duties.iter().flat_map(|duty| cell::steps(duty)).collect();
    }
    if duties.len() == bases.len() {
        return duties
            .iter()
            .zip(bases)
            .filter_map(|(duty, basis)| one(duty, std::slice::from_ref(basis), cited))
            .collect();
    }
    one(&duties.join("\n"), bases, cited).into_iter().collect()
}

fn one(duty: &str, bases: &[String], cited: &mut Cited) -> Option<Step> {
    let stage = match cell::steps(duty).as_slice() {
        [only] => only.stage,
        _ => Stage::Other,
    };
    let mut step = Step::new(stage, Text::new(duty).ok()?);
    step.basis = bases.iter().flat_map(|basis| cited.read(basis)).collect();
    Some(step)
}
