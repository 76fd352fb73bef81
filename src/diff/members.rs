//! Every member of a type, each with the way in which it is compared.

/// Declares how two values of a type are compared, member by member.
///
/// All members are named in one pattern, so a new one does not compile before it has its line.
macro_rules! members {
    ($($(#[doc = $doc:expr])* $compare:ident: $type:ident { $($member:ident => $how:path,)+ })+) => {
        $(
            $(#[doc = $doc])*
            pub(super) fn $compare<'a>(
                at: &mut $crate::diff::comparison::Comparison<'_, 'a>,
                old: &'a $type,
                new: &'a $type,
            ) {
                let $type { $($member: _),+ } = old;
                $(
                    if old.$member != new.$member {
                        at.below(stringify!($member), |at| $how(at, &old.$member, &new.$member));
                    }
                )+
            }
        )+
    };
}
pub(super) use members;
