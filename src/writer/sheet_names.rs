//! Names of sheets that every spreadsheet takes: at most 31 units of UTF-16, without signs that stand for something in a
//! reference, and no two alike but for their case.

use std::collections::BTreeSet;

use crate::print::printable;
use crate::writer::units::beginning;

/// The longest name, in units of UTF-16.
const LONGEST: usize = 31;

/// The names that were given.
#[derive(Default)]
pub(super) struct SheetNames {
    given: BTreeSet<String>,
}

impl SheetNames {
    /// A name for a sheet that is to be called so: the name itself where it can be one, else the nearest to it.
    pub(super) fn give(&mut self, wanted: &str) -> String {
        let base = possible(wanted);
        let mut name = fitted(&base, "");
        let mut number = 2_u64;
        while !self.is_free(&name) {
            name = fitted(&base, &format!("（{number}）"));
            number = number.saturating_add(1);
        }
        self.given.insert(folded(&name));
        name
    }

    /// Spreadsheets keep `History` for themselves.
    fn is_free(&self, name: &str) -> bool {
        let name = folded(name);
        name != "history" && !self.given.contains(&name)
    }
}

/// Case is told apart neither by its upper nor by its lower letters.
fn folded(name: &str) -> String {
    name.to_uppercase().to_lowercase()
}

/// The name with what no name may hold in its full width.
fn possible(wanted: &str) -> String {
    let wide = |c: char| match c {
        '[' => '［',
        ']' => '］',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '/' => '／',
        '\\' => '＼',
        c => c,
    };
    let name: String = printable(wanted).chars().map(wide).collect();
    let name = name.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    if name.is_empty() { "_".to_owned() } else { name.to_owned() }
}

/// As much of the name as fits with what stands behind it.
fn fitted(name: &str, behind: &str) -> String {
    let kept = beginning(name, LONGEST.saturating_sub(behind.encode_utf16().count()));
    // What was cut may end as no name may.
    format!("{}{behind}", kept.trim_end_matches(|c: char| c == '\'' || c.is_whitespace()))
}
