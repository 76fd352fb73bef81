//! Where a code stands in its record.

use super::Pointer;

/// Where in a record a code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum CodeSlot {
    CreditCode,
    Code,
    BaseCode,
    ImplementationCode,
    BusinessCode,
    LocalCode(u16),
}

impl CodeSlot {
    /// The field of the record.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::CreditCode => "credit_code",
            Self::Code => "code",
            Self::BaseCode => "base_code",
            Self::ImplementationCode => "implementation_code",
            Self::BusinessCode => "business_code",
            Self::LocalCode(_) => "local_codes",
        }
    }

    /// The path below the record.
    pub(crate) fn pointer(self) -> Pointer {
        let mut pointer = Pointer::member(self.field());
        if let Self::LocalCode(index) = self {
            pointer.push_index(index.into());
        }
        pointer
    }
}
