//! The tests of qingdan: one binary, one module a subject. Everything goes through the public interface.

mod agreement;
mod codes;
#[cfg(feature = "cli")]
mod command;
mod dependencies;
mod guangan;
mod reading;
mod rules;
mod samples;
mod schemas;
