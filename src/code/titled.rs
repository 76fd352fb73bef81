//! Closed lists with titles in both languages.

/// Declares a closed enum whose values have an official Chinese and an English title.
macro_rules! titled_enum {
    (
        $(#[$meta:meta])*
        $name:ident { $( $(#[$value_meta:meta])* $value:ident = $zh:literal, $en:literal; )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!($zh, ": ", $en, ".")]
                $(#[doc = ""] #[$value_meta])*
                $value,
            )+
        }

        impl $name {
            /// 全部取值: all values, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// 中文名称: the Chinese title.
            #[must_use]
            pub const fn title_zh(self) -> &'static str {
                match self {
                    $(Self::$value => $zh,)+
                }
            }

            /// 英文名称: the English title.
            #[must_use]
            pub const fn title_en(self) -> &'static str {
                match self {
                    $(Self::$value => $en,)+
                }
            }
        }
    };
}
pub(super) use titled_enum;
