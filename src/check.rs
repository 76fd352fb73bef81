//! Checking: runs the rules over bytes or over a catalog in memory, and writes down what ran.

mod beginning;
mod checker;
mod coverage;
mod fingerprint;
mod found;
mod inputs;
mod judging;
mod looker;
mod looks;
mod origin;
mod passing;
mod reading;
mod remembered;
mod resolve;
mod run;
mod select;
mod side_by_side;
mod sift;
mod spots;
mod stream;
mod subject;
mod together;
mod verdict;

#[cfg(feature = "import")]
pub(crate) use crate::rules::reading::UnreadRow;
pub use checker::{Checker, FilesChecked};
pub use inputs::CheckError;
pub use reading::{Reading, open, read};
#[cfg(feature = "config")]
pub(crate) use select::nearest_rule;
pub use select::{RuleSelector, UnknownRule};
pub use stream::{Line, LineContent, Lines, read_lines};
