//! 修正: corrects in the text of a catalog what is certain, and touches nothing else.
//!
//! Formatting, escapes, line ends, a byte order mark and everything else stay as they are, byte for byte. What is
//! corrected:
//!
//! - [Blanks](FixClass::Blanks) at the beginning and the end of names: `name` and `aliases` wherever they stand, and the
//!   `title` of the catalog and of instruments. Nothing is taken from citations, quotes, free text, ids and references.
//! - [Full-width](FixClass::Width) digits, letters and hyphens of codes, where that makes a well-formed code.
//! - Members that are [`null`](FixClass::Nulls), where that says as much as leaving them out.
//! - The [spelling](FixClass::Spelling) of member names that differ from a known one only in case, width, blanks around
//!   them, or `-` or a blank for `_`; where the object does not have that member, and what stands there is what it holds.
//! - On request the [order](FixClass::Order) of members: that in which [`Catalog::write_json`](crate::Catalog::write_json)
//!   writes them.
//!
//! What is not certain is [left](Left) alone and told: text that is no JSON (of NDJSON the line), a record in which a
//! member name stands twice.
//!
//! ```
//! use qingdan::fix::{FixClass, Fixer};
//! let text = r#"{"header": {"schema_version": "1.0", "title": "杭锦旗", "division": "１５０６２５", "level": "county"},
//!   "organizations": [{"id": "water", "Name": "水利局 ", "kind": "department", "parent": null}]}"#;
//! let fixed = Fixer::new().fix("a.json", text.as_bytes());
//! assert_eq!(
//!     String::from_utf8_lossy(fixed.bytes()),
//!     r#"{"header": {"schema_version": "1.0", "title": "杭锦旗", "division": "150625", "level": "county"},
//!   "organizations": [{"id": "water", "name": "水利局", "kind": "department"}]}"#
//! );
//! let classes: Vec<FixClass> = fixed.fixes.fixes.iter().map(|fix| fix.class).collect();
//! assert_eq!(classes, [FixClass::Width, FixClass::Spelling, FixClass::Blanks, FixClass::Nulls]);
//! assert_eq!(fixed.fixes.fixes[0].place.pointer.as_str(), "/header/division");
//! ```

mod edit;
mod fixed;
mod list;
mod members;
mod mend;
mod order;
mod spelling;
mod text;
mod told;
mod whole;

pub use fixed::Fixed;
pub use list::{FixClass, LeftCause, LeftScope};
pub use told::{FIXES_VERSION, Fix, Fixes, InputFixes, Left};

use crate::finding::Place;
use crate::model::{SchemaVersion, Spelling};
use crate::read::{Limits, encoding, header_in, shown_by, version_in};
use whole::Whole;

/// 修正程序: what to correct, and within which bounds.
///
/// ```
/// use qingdan::fix::{FixClass, Fixer};
/// let line = r#"{"organization": {"name": "水利局 ", "id": "water", "kind": "department"}}"#;
/// let fixed = Fixer::new().classes([FixClass::Order]).fix("a.ndjson", line.as_bytes());
/// assert_eq!(fixed.bytes(), r#"{"organization": {"id": "water", "name": "水利局 ", "kind": "department"}}"#.as_bytes());
/// ```
#[derive(Debug, Clone)]
pub struct Fixer {
    classes: Vec<FixClass>,
    limits: Limits,
    spelling: Option<Spelling>,
}

impl Default for Fixer {
    fn default() -> Self {
        Self::new()
    }
}

impl Fixer {
    /// All classes but the order of members, within the limits that reading has.
    #[must_use]
    pub fn new() -> Self {
        let classes = FixClass::ALL.iter().copied().filter(|&class| class != FixClass::Order).collect();
        Self { classes, limits: Limits::default(), spelling: None }
    }

    /// The same for these classes alone.
    #[must_use]
    pub fn classes(mut self, classes: impl IntoIterator<Item = FixClass>) -> Self {
        self.classes = classes.into_iter().collect();
        self
    }

    /// The same within other limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The same for inputs of this spelling, where their content fits both.
    #[must_use]
    pub fn spelling(mut self, spelling: Spelling) -> Self {
        self.spelling = Some(spelling);
        self
    }

    /// Corrects an input; the name is what it is called in what is told.
    #[must_use]
    pub fn fix<'b>(&self, name: &str, bytes: &'b [u8]) -> Fixed<'b> {
        let left = |cause: LeftCause| Fixed::left(name, bytes, cause, Place::default());
        if u64::try_from(bytes.len()).is_ok_and(|length| length > self.limits.max_bytes) {
            return left(LeftCause::TooLarge);
        }
        let Ok((text, _)) = encoding::text(bytes) else { return left(LeftCause::NotUtf8) };
        if self.is_of_another_version(text) {
            return left(LeftCause::VersionUnsupported);
        }
        let whole = Whole::new(name, text, self.limits, self.classes.clone());
        let fixed = match shown_by(text, self.limits).or(self.spelling) {
            Some(Spelling::Ndjson) => whole.lines(bytes),
            _ => whole.document(name, bytes),
        };
        // The version may have stood under a name that was corrected.
        let is_of_another =
            fixed.is_changed() && encoding::text(fixed.bytes()).is_ok_and(|(text, _)| self.is_of_another_version(text));
        if is_of_another { left(LeftCause::VersionUnsupported) } else { fixed }
    }

    /// Whether the header states a version that is not supported.
    fn is_of_another_version(&self, text: &str) -> bool {
        let header = header_in(text, self.limits).and_then(|at| text.get(at..));
        let version = header.and_then(|header| version_in(header, self.limits));
        version.is_some_and(|version| version.parse::<SchemaVersion>().is_err())
    }
}
