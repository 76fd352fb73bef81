//! A part of a code, and where it begins.

/// 编码组成部分: a part of an item code, and where it begins.
///
/// ```
/// use qingdan::code::ItemCode;
/// let code = ItemCode::parse("11370800MB285591843370117002011")?;
/// assert_eq!(code.base().map(|base| (base.text, base.position)), Some(("370117002011", 20)));
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct CodePart<'a> {
    /// 文本: the text of the part, as written.
    pub text: &'a str,
    /// 位置: where it begins in the whole code, in characters from 1.
    pub position: usize,
}

impl CodePart<'_> {
    /// The part of this one that begins `start` characters in, from 0; codes with parts are ASCII.
    pub(super) fn cut(self, start: usize, length: usize) -> Option<Self> {
        let text = self.text.get(start..)?.get(..length)?;
        Some(Self { text, position: self.position.saturating_add(start) })
    }

    /// The last `length` characters.
    pub(super) fn tail(self, length: usize) -> Option<Self> {
        self.cut(self.text.len().checked_sub(length)?, length)
    }

    /// The text before the last `separator`, and the text after it.
    pub(super) fn rsplit(self, separator: char) -> Option<(Self, Self)> {
        let (before, after) = self.text.rsplit_once(separator)?;
        Some((Self { text: before, ..self }, self.tail(after.len())?))
    }
}
