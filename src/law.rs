//! 法: the law as data, and what people write about it.

pub mod citation;
