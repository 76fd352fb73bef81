//! Bounds on what is read.

/// 限度: bounds on what is read, so that no input can exhaust the machine.
///
/// ```
/// use qingdan::Limits;
/// let limits = Limits { max_bytes: 1 << 20, ..Limits::default() };
/// assert_eq!(limits.max_depth, 100);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest input, in bytes; 256 MiB by default.
    pub max_bytes: u64,
    /// The deepest nesting of objects and arrays; 100 by default, and never above 120, which is all that `serde_json` can hold.
    pub max_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 256 << 20, max_depth: 100 }
    }
}

impl Limits {
    pub(super) fn depth(self) -> usize {
        self.max_depth.min(120)
    }
}
