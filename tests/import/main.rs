//! Workbooks in and out: lists read into catalogs, and lists, templates, worklists and annotated workbooks written.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed, in its helpers as in itself"
)]

mod annotated;
mod bodies;
mod cells;
mod cells_bodies;
mod cells_limits;
mod cells_lossless;
mod cells_procedure;
mod cells_workbooks;
mod command;
mod export;
mod headers;
mod judged;
mod lists;
mod real;
mod reports;
mod rows;
mod tables;
mod workbook;
mod worklist;
