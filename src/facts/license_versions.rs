//! Versions of licenses: 16 bytes of each license whose identifier can be read, as a county has a quarter of a million.

use crate::fnv::Fnv;
use crate::model::License;

/// Facts about the versions of licenses, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct VersionFacts {
    versions: Vec<KnownVersion>,
}

/// One version of a license.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KnownVersion {
    license: LicenseKey,
    pub(crate) version: u16,
    pub(crate) ordinal: u32,
}

/// The fingerprint of type, issuer and serial: two licenses share it by no chance that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct LicenseKey(u64);

impl LicenseKey {
    fn of(text: &str) -> Self {
        let mut hash = Fnv::default();
        hash.add(text.as_bytes());
        Self(hash.finish())
    }
}

impl KnownVersion {
    /// By what it is known, the same in every run.
    pub(crate) fn known_by(&self) -> String {
        format!("{:016x} {:03}", self.license.0, self.version)
    }

    /// Whether both are versions of one license.
    pub(crate) fn is_of_one_license(&self, other: &Self) -> bool {
        self.license == other.license
    }
}

impl VersionFacts {
    pub(super) fn add(&mut self, ordinal: u32, license: &License) {
        let Some(identifier) = license.identifier.value() else { return };
        // Before the version stand the root, type, issuer and serial.
        let text = identifier.as_str();
        let mut ends = text.rmatch_indices('.').map(|(at, _)| at).skip(1);
        let Some(same_license) = ends.next().and_then(|end| text.get(..end)) else { return };
        self.versions.push(KnownVersion {
            license: LicenseKey::of(same_license),
            version: identifier.version(),
            ordinal,
        });
    }

    /// The versions, those of one license together and in their order.
    pub(crate) fn sorted(&self) -> Vec<KnownVersion> {
        let mut sorted = self.versions.clone();
        sorted.sort_unstable();
        sorted
    }
}
