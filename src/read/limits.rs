//! Bounds on what is read.

/// 限度: bounds on what is read, so that no input can exhaust the machine.
///
/// ```
/// use qingdan::Limits;
/// let limits = Limits::default().with_max_bytes(1 << 20);
/// assert_eq!((limits.max_bytes, limits.max_depth), (1 << 20, 100));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
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
    /// The same but for the largest input, in bytes.
    #[must_use]
    pub fn with_max_bytes(self, max_bytes: u64) -> Self {
        Self { max_bytes, ..self }
    }

    /// The same but for the deepest nesting of objects and arrays.
    #[must_use]
    pub fn with_max_depth(self, max_depth: usize) -> Self {
        Self { max_depth, ..self }
    }

    pub(super) fn depth(self) -> usize {
        self.max_depth.min(120)
    }
}
