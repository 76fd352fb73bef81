//! 单元格: what one cell of an official list says, parsed and never repaired.
//!
//! Each function reads the cell of one kind of column. What it understands it gives as values of the model; what it does not
//! understand it gives back as text, and what is not certain is not understood. The citations of a cell are read by
//! [`read_citations`](crate::law::citation::read_citations).
//!
//! ```
//! use qingdan::codelist::{ItemType, Level};
//! use qingdan::import::cell::{item_type, levels};
//! assert_eq!(item_type("行政\n处罚"), Some(ItemType::Penalty));
//! let read = levels("地州市级。负责本行政区域内的监督检查");
//! assert_eq!((read.levels, read.rest), (vec![Level::Prefectural], "负责本行政区域内的监督检查"));
//! ```

mod accountability;
mod body;
mod body_kind;
mod body_list;
mod closed;
mod date;
mod item_type;
mod level;
mod limit;
mod limit_clause;
mod number;
mod numbering;
mod remedy;
mod step;
mod total;
mod unit;
mod word;
mod yes_no;

pub use accountability::accountability;
pub use body_kind::{is_placeholder_body, organization_kind};
pub use body_list::{Body, bodies};
pub use closed::{
    AllClosed, CodeTable, all_closed, audience, closed, delegation_mode, handling, initiation, item_status,
    license_class, power_source,
};
pub use date::{date, written_date};
pub use item_type::{item_type, item_type_in};
pub use level::{Levels, levels};
pub use limit::{LimitCell, limits};
pub use number::{EntryNumber, entry_numbers};
pub use remedy::{Remedies, remedies};
pub use step::steps;
pub use total::{DeclaredTotal, declared_total};
pub use unit::{time_unit, unit_in};
pub use yes_no::yes_no;
