//! The error of reading JSON, so that no other crate's error stands in a signature.

/// A text is not the JSON that is asked for.
///
/// ```
/// use qingdan::model::Extension;
/// let error = Extension::from_json("{\"a\": }").unwrap_err();
/// assert_eq!((error.line(), error.column()), (1, 7));
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct JsonError(pub(super) serde_json::Error);

impl JsonError {
    /// The line at which the trouble was met, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.line()
    }

    /// The byte of the line at which the trouble was met, from 1; 0 where it is the end of a line.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.column()
    }
}
