//! The texts that are read.

/// 法规文本: the text of one edition of an instrument, and the name of its file.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct StatuteText<'t> {
    /// The name of the file, without the folder.
    pub name: &'t str,
    /// What is in it.
    pub text: &'t str,
}

impl<'t> StatuteText<'t> {
    /// The text of a file.
    #[must_use]
    pub fn new(name: &'t str, text: &'t str) -> Self {
        Self { name, text }
    }
}
