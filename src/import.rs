//! 导入: catalogs from the workbooks that departments keep.
//!
//! Real lists follow no form: headers stand in the first row or the fourth, under nine names; cells are merged over
//! forty-five rows; notes, headings and hidden rows stand in between. [`import()`] finds the headers, takes the rows that
//! belong together for one record, reads each cell for what it says, and gives a catalog that a
//! [`Checker`](crate::Checker) judges, whose findings point at file, sheet, row and column.
//!
//! Nothing is repaired and nothing dropped in silence: what has no field, or is not understood, is kept under `extensions`
//! by the header of its column, and [`ImportAccount`] tells of every column and row what became of it.
//!
//! How a list is to be read, an [`ImportProfile`] says; without one, headers are known by the names that published lists
//! have.
//!
//! ```
//! use qingdan::import::{ImportSettings, import};
//! use qingdan::workbook::{Workbook, WorkbookLimits};
//! let table = "序号,权力名称,权力类型,设定依据,实施主体\n1,取水许可,行政许可,《中华人民共和国水法》第四十八条,杭锦旗水利局\n";
//! let workbook = Workbook::read("水利局.csv", table.as_bytes(), WorkbookLimits::default())?;
//! let mut settings = ImportSettings::default();
//! settings.division = Some("150625".parse()?);
//! let imported = import(&[workbook], &settings)?;
//! let item = imported.catalog.power_items.iter().next().ok_or("no item")?;
//! assert_eq!(item.name.as_str(), "取水许可");
//! assert_eq!(item.basis[0].articles[0].article.get(), 48);
//! assert_eq!(item.source.as_ref().and_then(|source| source.row).map(|row| row.get()), Some(2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod bodies;
pub mod cell;
mod check;
mod column;
mod duty;
mod error;
mod export;
mod fate;
mod fields;
mod figures;
mod form;
mod header;
mod heading;
mod held;
mod ids;
mod imported;
mod printed;
mod profile;
mod records;
mod row_class;
mod row_words;
mod rows;
mod run;
mod sources;
mod title;
mod told;

pub use account::{Characters, ColumnAccount, ImportAccount, RowTold, SheetAccount, SheetState, UntakenRow};
pub use bodies::{MergedBody, MergedBy};
pub use column::Column;
pub use error::ImportError;
pub use export::{ExportedList, export_power_list};
pub use fate::Fate;
pub use form::{ColumnNeed, Form, FormColumn};
pub use imported::{ImportSettings, Imported};
pub use profile::{Complete, ImportProfile, SheetProfile, SheetUse, ShippedProfile};
pub use row_class::RowClass;
pub use run::import;
