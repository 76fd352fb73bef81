//! Looks: what a rule is called for, and what it is given.

use super::{Findings, ItemSeen, Scope};
use crate::code::CodeScheme;
use crate::judged::{AmongAll, Whole};
use crate::model::kind::for_each_kind;
use crate::model::leaf::Leaf;
use crate::model::{CitationPlace, Item, Kind, RecordRef};

/// Looks at one text of the header or of a record.
pub type TextLook = fn(&Scope<'_>, Leaf<'_>, &mut Findings<'_>);
/// Looks at one citation of a record.
pub type CitationLook = fn(&Scope<'_>, &CitationPlace<'_>, &mut Findings<'_>);
/// Looks at one item of any list.
pub type ItemLook = fn(&Scope<'_>, ItemSeen<'_>, &mut Findings<'_>);
/// Whether an item is one that a rule wants to see again when all records are known.
pub type KeepsItem = fn(&Scope<'_>, Item<'_>) -> bool;
/// Looks at an item that was kept, when all records are known.
pub type KeptItemLook = fn(&Scope<'_>, &AmongAll<'_>, Item<'_>, &mut Findings<'_>);
/// Looks at the whole catalog, when all records are known.
pub type CatalogLook = fn(&Scope<'_>, &Whole<'_>, &mut Findings<'_>);

/// 查看方式: what a rule is called for. It costs nothing where there is none of it; a rule may look in several ways.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Look {
    /// It is found while reading, and has no function of its own.
    Reading,
    /// It is about what is set aside or known, when all was found, and has no function of its own.
    Upkeep,
    /// Each text that somebody wrote, in the header and in every record: plain texts, codes and dates.
    Text(TextLook),
    /// Each text in a field of this name, wherever it stands.
    Field(&'static str, TextLook),
    /// Each code of these schemes.
    Code(&'static [CodeScheme], TextLook),
    /// Each date.
    Date(TextLook),
    /// Each reference to a record of this kind.
    Reference(Kind, TextLook),
    /// Each citation.
    Citation(CitationLook),
    /// Each item of the lists of which it reads something (see [`Rule::reads`](super::Rule::reads)).
    Item(ItemLook),
    /// Each record of one kind.
    Record(RecordLook),
    /// Each item of those lists that the first function wants kept, once all records are known: for what one item shows and
    /// others decide. What is kept takes memory until then, so it is to be rare.
    KeptItem(KeepsItem, KeptItemLook),
    /// Each record of one kind that is to be kept, once all records are known.
    Kept(KeptLook),
    /// The whole catalog, once, after all records.
    Catalog(CatalogLook),
}

macro_rules! record_look {
    ($(($type:ident, $tag:ident, $array:ident, $zh:literal),)+) => {
        /// 留存查看: looks at each record of one kind that its first function wants kept, once all records are known.
        #[derive(Debug, Clone, Copy)]
        #[non_exhaustive]
        pub enum KeptLook {
            $(
                #[doc = concat!("Each ", stringify!($tag), ", ", $zh, ", that is kept.")]
                $type(
                    fn(&Scope<'_>, &crate::model::$type) -> bool,
                    fn(&Scope<'_>, &AmongAll<'_>, &crate::model::$type, &mut Findings<'_>),
                ),
            )+
        }

        impl KeptLook {
            /// The kind of record.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$type(..) => Kind::$type,)+ }
            }

            /// Whether a record is to be kept; one of another kind is not.
            pub(crate) fn keeps(self, scope: &Scope<'_>, record: RecordRef<'_>) -> bool {
                match (self, record) {
                    $((Self::$type(keeps, _), RecordRef::$type(record)) => keeps(scope, record),)+
                    _ => false,
                }
            }

            /// Looks at a record; at one of another kind it does nothing.
            pub(crate) fn at(
                self,
                scope: &Scope<'_>,
                all: &AmongAll<'_>,
                record: RecordRef<'_>,
                findings: &mut Findings<'_>,
            ) {
                match (self, record) {
                    $((Self::$type(_, look), RecordRef::$type(record)) => look(scope, all, record, findings),)+
                    _ => {}
                }
            }
        }

        /// 记录查看: looks at each record of one kind.
        #[derive(Debug, Clone, Copy)]
        #[non_exhaustive]
        pub enum RecordLook {
            $(
                #[doc = concat!("Each ", stringify!($tag), ", ", $zh, ".")]
                $type(fn(&Scope<'_>, &crate::model::$type, &mut Findings<'_>)),
            )+
        }

        impl RecordLook {
            /// The kind of record.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$type(_) => Kind::$type,)+ }
            }

            /// Looks at a record; at one of another kind it does nothing.
            pub(crate) fn at(self, scope: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
                match (self, record) {
                    $((Self::$type(look), RecordRef::$type(record)) => look(scope, record, findings),)+
                    _ => {}
                }
            }
        }
    };
}
for_each_kind!(record_look);
