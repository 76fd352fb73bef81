//! Findings about codes.

use super::spreadsheet;
use crate::lang::Message;
use crate::model::leaf::Leaf;
use crate::rule::{Draft, Findings};
use crate::spot::Spot;

/// A finding about a code. Where a spreadsheet took the code for a number, it says that too.
pub(super) fn at_code<'f>(leaf: Leaf<'_>, message: Message, findings: &'f mut Findings<'_>) -> &'f mut Draft {
    at_code_of(findings.spot(leaf.path.pointer()), leaf.text, message, findings)
}

/// The same at any spot, of a code that is written so.
pub(super) fn at_code_of<'f>(
    spot: Spot,
    code: &str,
    message: Message,
    findings: &'f mut Findings<'_>,
) -> &'f mut Draft {
    let damage = spreadsheet::damage(code);
    let message = match damage {
        Some(damage) => damage.added_to(&message),
        None => message,
    };
    let draft = findings.at_spot(spot, message.zh, message.en);
    if damage.is_some() {
        draft.help(spreadsheet::HELP.zh, spreadsheet::HELP.en);
    }
    draft
}
