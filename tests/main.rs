//! The tests of qingdan: one binary, one module a subject. Everything goes through the public interface.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, in its helpers as in itself"
)]

mod absent;
mod acceptance;
mod agreement;
mod baseline;
mod basis;
mod cells;
mod citations;
mod codes;
mod comforts;
#[cfg(feature = "cli")]
mod command;
mod config;
mod conformance;
mod delegation_rules;
mod delegations;
mod dependencies;
mod dictionary;
mod diff;
mod editions;
mod figures;
mod fingerprints;
mod fix;
#[cfg(feature = "cli")]
mod generated;
mod grounds;
mod guangan;
mod impact;
mod instruments;
mod keys;
mod law;
mod law_build;
mod licensing_reference;
mod licensing_rules;
mod messages;
mod misnamed;
mod own_rules;
mod passages;
mod reading;
mod renumbered;
#[cfg(feature = "html")]
mod report_html;
mod rules;
mod samples;
mod schemas;
mod services;
mod streaming;
mod suppressions;
mod synthesize;
mod texts;
mod threads;
mod together;
mod workbooks;
#[cfg(feature = "ci")]
mod writers;
