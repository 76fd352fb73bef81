//! What the header of a column names, from its upper row to the lowest one.

use super::column::Column;
use super::profile::{HeaderKey, Headers};
use crate::model::Kind;

/// A longer text is no header, in bytes.
pub(super) const LONGEST: usize = 200;

/// What names nothing by itself: it says of what stands above which part of it is meant.
const BARE: [&str; 6] = ["依据", "内容", "情形", "对象", "事项", "范围"];

/// Ranks of instruments, in columns of their own below the header of the basis.
const RANKS: [&str; 15] = [
    "法律",
    "行政法规",
    "地方性法规",
    "法规",
    "规章",
    "部门规章",
    "政府规章",
    "地方政府规章",
    "部委规章",
    "法律法规",
    "国务院决定",
    "规范性文件",
    "国务院文件",
    "其他",
    "其他依据",
];

/// What may be the header of a column: its texts from the upper row to the lower one, and by what they are known.
pub(super) struct Heading<'s> {
    pub(super) texts: Vec<&'s str>,
    /// All of them together, then without the upper ones, one after the other; none where one is too long for a header.
    paths: Vec<HeaderKey>,
}

impl<'s> Heading<'s> {
    pub(super) fn of(texts: Vec<&'s str>) -> Option<Self> {
        if texts.is_empty() {
            return None;
        }
        let is_short = texts.iter().all(|text| text.len() <= LONGEST);
        let below = |from: usize| HeaderKey::of(&texts.get(from..).unwrap_or_default().concat());
        let paths = if is_short { (0..texts.len()).map(below).collect() } else { Vec::new() };
        Some(Self { texts, paths })
    }

    /// What it names in a list of a kind. The whole path is read first: 依据 below 责任事项 is not the basis of the power.
    pub(super) fn meaning(&self, headers: &Headers, kind: Kind) -> Option<Column> {
        let (lowest, longer) = self.paths.split_last()?;
        let by_path = longer.iter().find_map(|path| headers.column(kind, path));
        let is_bare = !longer.is_empty() && lowest.is_one_of(&BARE);
        let by_lowest = || if is_bare { self.said_above(headers, kind) } else { headers.column(kind, lowest) };
        by_path.or_else(by_lowest).or_else(|| self.basis_above(headers, kind).filter(|_| self.is_part_of_basis()))
    }

    /// What the header above names, where it says the lowest word already: 情形 below 追责情形.
    fn said_above(&self, headers: &Headers, kind: Kind) -> Option<Column> {
        let [.., above, lowest] = self.texts.as_slice() else { return None };
        let above = HeaderKey::of(above);
        above.ends_with(&HeaderKey::of(lowest)).then(|| headers.column(kind, &above)).flatten()
    }

    /// Whether it is the rank of instruments below another header.
    pub(super) fn is_part_of_basis(&self) -> bool {
        self.texts.len() > 1 && self.paths.last().is_some_and(|lowest| lowest.is_one_of(&RANKS))
    }

    /// The basis that a header above names.
    fn basis_above(&self, headers: &Headers, kind: Kind) -> Option<Column> {
        let (_, above) = self.texts.split_last()?;
        let named = above.iter().filter_map(|text| headers.column(kind, &HeaderKey::of(text)));
        named.into_iter().find(|column| matches!(column, Column::Basis | Column::ImplementedUnder))
    }
}
