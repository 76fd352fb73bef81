//! The law as data.

// The attribute tells the lints that helpers in these modules are tests too.
#[cfg(test)]
mod facts;
#[cfg(test)]
mod rank;
#[cfg(test)]
mod tables;
