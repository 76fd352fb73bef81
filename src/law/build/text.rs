//! The texts that are read.

/// 法规文本: the text of one edition of an instrument, and the name of its file.
#[derive(Debug, Clone, Copy)]
pub struct StatuteText<'t> {
    /// The name of the file, without the folder.
    pub name: &'t str,
    /// What is in it.
    pub text: &'t str,
}
