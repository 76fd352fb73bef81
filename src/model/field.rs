//! Fields of records, named so that the compiler knows them.

use std::fmt;

use super::Kind;

/// 栏目: a field of a kind of record, such as `licensing_items.fees.basis`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field {
    kind: Kind,
    path: &'static str,
}

impl Field {
    /// A field by its path, which `field!` has checked.
    #[doc(hidden)]
    #[must_use]
    pub const fn checked(kind: Kind, path: &'static str) -> Self {
        Self { kind, path }
    }

    /// The kind of record that has it.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.kind
    }

    /// The array of the kind and the names of the fields below it: `licensing_items.fees.basis`.
    #[must_use]
    pub fn path(self) -> &'static str {
        self.path
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.path)
    }
}

/// 栏目: names a field, `field!(licensing_items: LicensingItem, fees.basis)`. A field that is not there does not compile.
///
/// ```
/// use qingdan::model::field;
/// let field = field!(licensing_items: LicensingItem, fees.basis);
/// assert_eq!(field.path(), "licensing_items.fees.basis");
/// ```
///
/// ```compile_fail
/// let field = qingdan::model::field!(licensing_items: LicensingItem, fees.bases);
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! __field {
    ($list:ident: $record:ident, $first:ident $(. $rest:ident)*) => {{
        const _: fn(&$crate::model::Catalog) -> &$crate::model::Records<$crate::model::$record> =
            |catalog| &catalog.$list;
        const _: fn(&$crate::model::$record) = |record| $crate::__field!(@ &record.$first $(, $rest)*);
        $crate::model::Field::checked(
            $crate::model::Kind::$record,
            concat!(stringify!($list), ".", stringify!($first) $(, ".", stringify!($rest))*),
        )
    }};
    (@ $value:expr) => {{
        let _ = $value;
    }};
    (@ $value:expr, $next:ident $(, $rest:ident)*) => {{
        // Which of the two traits is used depends on the field.
        use $crate::model::reach::*;
        if let Some(inside) = ($value).inside() {
            $crate::__field!(@ &inside.$next $(, $rest)*)
        }
    }};
}

/// How `field!` goes from a field to what is in it.
#[doc(hidden)]
pub mod reach {
    /// A list, or what may be absent.
    pub trait Inside {
        /// What is in it.
        type Of;

        /// The first of what is in it.
        fn inside(&self) -> Option<&Self::Of>;
    }

    impl<T> Inside for Vec<T> {
        type Of = T;

        fn inside(&self) -> Option<&T> {
            self.first()
        }
    }

    impl<T> Inside for Option<T> {
        type Of = T;

        fn inside(&self) -> Option<&T> {
            self.as_ref()
        }
    }

    /// What is there itself: found after the others, as a method of a reference is.
    pub trait Itself {
        /// The value.
        fn inside(&self) -> Option<&Self>;
    }

    impl<T> Itself for &T {
        fn inside(&self) -> Option<&Self> {
            Some(self)
        }
    }
}
