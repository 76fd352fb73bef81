//! The law as data.

// The attribute tells the lints that helpers in these modules are tests too.
#[cfg(test)]
mod editions;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod rank;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod tables;

fn day(text: &str) -> qingdan::model::Date {
    text.parse().unwrap()
}
