//! How what a catalog cites stands on a day: each instrument is looked up once in what is known of the law, and each
//! different citation is judged once. Rules ask for the day of the check, the impact of changes of the law for two days.

pub(crate) mod citations;
pub(crate) mod instruments;
pub(crate) mod renumbered;
