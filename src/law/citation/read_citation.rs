//! A citation as read.

use crate::model::Citation;

/// 读取结果: a citation as read, and what of its text was not understood.
///
/// ```
/// use qingdan::law::citation::read_with_rest;
/// let read = read_with_rest("《水法》第七条等相应规定");
/// assert_eq!(read[0].citation.articles.len(), 1);
/// assert_eq!(read[0].unread, ["相应规定"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadCitation<'a> {
    /// The citation.
    pub citation: Citation,
    /// The parts of its text, outside of the quotation, that say something and were not understood.
    pub unread: Vec<&'a str>,
}
