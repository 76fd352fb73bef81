//! Profiles: how the lists of a publisher are to be read, as a file of TOML says it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::column::Column;
use crate::code::DivisionCode;
use crate::codelist::{DelegationMode, ItemType, Level, closed_list};
use crate::config::InvalidConfig;
use crate::lang::Message;
use crate::model::{Kind, Text};

closed_list! {
    /// 内置配置: a profile that the library has.
    ShippedProfile {
        /// The headers of published lists; what every other profile builds on.
        Official = "official", "通用栏目名称";
        /// The exchange fields of C 0109, with its code tables.
        C0109 = "c0109", "政务服务事项交换字段（C 0109）";
    }
}

impl ShippedProfile {
    /// The profile as its file says it.
    #[must_use]
    pub fn toml(self) -> &'static str {
        match self {
            Self::Official => include_str!("profiles/official.toml"),
            Self::C0109 => include_str!("profiles/c0109.toml"),
        }
    }
}

/// 导入配置: how the lists of a publisher are to be read. All of it may be left out: what is not said here is as in the
/// profile that it extends, and last as in `official`.
///
/// ```
/// use qingdan::import::{Column, ImportProfile};
/// use qingdan::model::Kind;
/// let profile = ImportProfile::from_toml("banner.toml", r#"
///     division = "150625"
///     publisher = "杭锦旗人民政府"
///     kind = "power_item"
///     [columns.power_item]
///     authorities = ["谁来管"]
/// "#)?;
/// assert_eq!(profile.column(Kind::PowerItem, "谁来管"), Some(Column::Authorities));
/// assert_eq!(profile.column(Kind::PowerItem, "权力名称"), Some(Column::Name)); // as in `official`
/// # Ok::<(), qingdan::config::InvalidConfig>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ImportProfile {
    /// 基础配置: the profile that the library has and this one builds on.
    pub extends: Option<ShippedProfile>,
    /// 标题: the title of the catalog.
    pub title: Option<Text>,
    /// 行政区划代码: the division whose list it is.
    pub division: Option<DivisionCode>,
    /// 层级: the level of government; that of the division unless said.
    pub level: Option<Level>,
    /// 发布机构: the body that publishes it.
    pub publisher: Option<Text>,
    /// 清单种类: the kind of records that the rows are, where the headers do not tell.
    pub kind: Option<Kind>,
    /// 清单完整: whether the list is declared complete, so that what it lacks is missing. Unless said, it is where every
    /// sheet states how many items it has.
    pub complete: Option<Complete>,
    /// 事项类型: the type of items of which neither the row nor the sheet tells one.
    pub item_type: Option<ItemType>,
    /// 行使主体: the body of items of which the row names none.
    pub authority: Option<Text>,
    /// 别名: by the name of a body the other names under which lists have it.
    pub aliases: BTreeMap<Text, Vec<Text>>,
    /// 承接方式: how powers are passed on, where the rows do not tell.
    pub mode: Option<DelegationMode>,
    /// 代码表: of which profile the code tables hold for numbers in columns of closed lists.
    pub code_table: Option<ShippedProfile>,
    /// 栏目: by kind of list and column the headers under which it stands.
    pub columns: BTreeMap<Kind, BTreeMap<Column, Vec<String>>>,
    /// 单位栏: by the header of a column of limits the header of the column that holds their unit.
    pub units: BTreeMap<String, String>,
    /// 代码: by column what its codes stand for.
    pub codes: BTreeMap<Column, BTreeMap<String, String>>,
    /// 工作表: what is to be said of single sheets.
    pub sheets: Vec<SheetProfile>,
}

/// 清单完整: whether a list is declared complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Complete {
    /// 是.
    Yes,
    /// 否.
    No,
}

/// 工作表配置: what is to be said of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct SheetProfile {
    /// 表名: its name, blanks aside.
    pub name: String,
    /// 处理: whether it is read at all.
    pub read: SheetUse,
    /// 清单种类: the kind of records that its rows are.
    pub kind: Option<Kind>,
    /// 事项类型: the type of its items, where rows tell none.
    pub item_type: Option<ItemType>,
    /// 表头行: the row of its headers, where it is not found.
    pub header_row: Option<u32>,
}

/// 处理: what is done with a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SheetUse {
    /// 导入.
    #[default]
    Import,
    /// 跳过.
    Skip,
}

impl ImportProfile {
    /// Reads a profile from TOML; `name` is what messages call it.
    ///
    /// # Errors
    /// [`InvalidConfig`] when the text is no TOML, or says what no profile says.
    ///
    /// ```
    /// use qingdan::import::ImportProfile;
    /// let wrong = ImportProfile::from_toml("banner.toml", "divison = \"150625\"\n").unwrap_err();
    /// assert_eq!((wrong.line, wrong.column), (1, 1));
    /// ```
    pub fn from_toml(name: &str, text: &str) -> Result<Self, InvalidConfig> {
        let profile: Self = crate::config::read_toml(name, text)?;
        for (table, headers) in profile.columns.values().flatten() {
            if headers.iter().any(|header| squeezed(header).is_empty()) {
                let message = Message::new(
                    format!("栏目“{}”的名称中有空白项；请写表头中的名称", table.title_zh()),
                    format!("a header of the column `{table}` is blank; write it as it stands in the sheet"),
                );
                return Err(InvalidConfig { name: name.to_owned(), line: 1, column: 1, message });
            }
        }
        Ok(profile)
    }

    /// A profile that the library has.
    #[must_use]
    pub fn shipped(profile: ShippedProfile) -> Self {
        // The files are tested to be profiles.
        Self::from_toml(profile.as_str(), profile.toml()).unwrap_or_default()
    }

    /// This profile, then the one that it extends, and last `official`.
    fn layers(&self) -> impl Iterator<Item = Self> {
        let below = self.extends.into_iter().chain([ShippedProfile::Official]);
        std::iter::once(self.clone()).chain(below.map(Self::shipped))
    }

    /// This profile, with what it leaves open taken from those below it; and the columns by their headers.
    pub(super) fn whole(&self) -> (Self, Headers) {
        let (mut whole, mut headers) = (self.clone(), Headers::default());
        for below in self.layers() {
            headers.add(&below);
            whole.kind = whole.kind.or(below.kind);
            for (unit, of) in below.units {
                whole.units.entry(unit).or_insert(of);
            }
            for (column, codes) in below.codes {
                whole.codes.entry(column).or_insert(codes);
            }
        }
        for (column, codes) in self.code_table.map(Self::shipped).unwrap_or_default().codes {
            whole.codes.entry(column).or_insert(codes);
        }
        (whole, headers)
    }

    /// The headers of the column of a kind of list as official lists have them, the usual one first.
    pub(super) fn headers_of(&self, kind: Kind, column: Column) -> &[String] {
        self.columns.get(&kind).and_then(|columns| columns.get(&column)).map_or(&[], Vec::as_slice)
    }

    /// The column that a header names in a list of a kind; white space, and what stands in brackets at its end, aside.
    #[must_use]
    pub fn column(&self, kind: Kind, header: &str) -> Option<Column> {
        self.whole().1.column(kind, &HeaderKey::of(header))
    }

    /// What is said of a sheet.
    pub(super) fn sheet(&self, name: &str) -> Option<&SheetProfile> {
        let name = squeezed(name);
        self.sheets.iter().find(|sheet| squeezed(&sheet.name) == name)
    }
}

/// The columns by their headers.
#[derive(Debug, Default)]
pub(super) struct Headers {
    by_kind: BTreeMap<Kind, BTreeMap<String, Column>>,
}

impl Headers {
    /// Adds what a profile says; what was said before of a header counts.
    fn add(&mut self, profile: &ImportProfile) {
        for (&kind, columns) in &profile.columns {
            let of_kind = self.by_kind.entry(kind).or_default();
            for (&column, headers) in columns {
                for header in headers {
                    of_kind.entry(HeaderKey::of(header).0).or_insert(column);
                }
            }
        }
    }

    /// The kinds of lists whose headers are known, the power list first: what may be several is that.
    pub(super) fn kinds(&self) -> impl Iterator<Item = Kind> {
        let is_power = |kind: &Kind| *kind == Kind::PowerItem;
        let others = self.by_kind.keys().copied().filter(move |kind| !is_power(kind));
        self.by_kind.keys().copied().filter(is_power).chain(others)
    }

    pub(super) fn column(&self, kind: Kind, HeaderKey(header): &HeaderKey) -> Option<Column> {
        let headers = self.by_kind.get(&kind)?;
        let without_note = || header.split_once('(').map(|(before, _)| before).filter(|before| !before.is_empty());
        headers.get(header).or_else(|| headers.get(without_note()?)).copied()
    }
}

/// A text without white space.
pub(super) fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    squeezed.extend(squeezed_chars(text));
    squeezed
}

/// The characters of a text without white space.
pub(super) fn squeezed_chars(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}'))
}

/// A header as it is compared: without white space and marks of its own, brackets and letters of one width.
#[derive(Debug)]
pub(super) struct HeaderKey(String);

impl HeaderKey {
    pub(super) fn of(header: &str) -> Self {
        let one_width = squeezed_chars(header).map(|c| match c {
            '（' | '〔' | '[' | '【' => '(',
            '）' | '〕' | ']' | '】' => ')',
            '：' => ':',
            '，' | ',' => '、',
            c => c.to_ascii_uppercase(),
        });
        let mut folded = String::with_capacity(header.len());
        folded.extend(one_width);
        let marks = ['*', ':', '、', '※', '★'];
        Self(folded.trim_matches(marks).to_owned())
    }

    /// Whether it ends as another one does.
    pub(super) fn ends_with(&self, other: &Self) -> bool {
        self.0.ends_with(&other.0)
    }

    /// Whether it is one of these, what stands in brackets at its end aside.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        let without_note = self.0.split_once('(').map_or(self.0.as_str(), |(before, _)| before);
        words.contains(&without_note)
    }
}
