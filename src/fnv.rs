//! FNV-1a with 64 bits: a hash that is written down, so it must be the same everywhere and for ever.

/// A hash while bytes are added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Adds a part that ends here, so that `ab` and `c` are not `a` and `bc`.
    pub(crate) fn add_part(&mut self, part: &[u8]) {
        self.add(part);
        self.add(&[0]);
    }

    pub(crate) fn finish(self) -> u64 {
        self.0
    }
}
