//! The tests of qingdan: one binary, one module a subject. Everything goes through the public interface.

mod codes;
mod reading;
mod rules;
