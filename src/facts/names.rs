//! Names: which items of a list are called the same, and which items of other lists are called as they are.
//!
//! Of each item in force two fingerprints of its name are kept: of the whole name, and of the name without a bracket at
//! its end that only tells level, branch or newness.

use std::borrow::Cow;
use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use crate::codelist::Level;
use crate::facts::growth;
use crate::lookalike;
use crate::model::{Item, Kind};

/// Facts about the names of items.
#[derive(Debug, Default)]
pub(crate) struct NameFacts {
    licensing: Vec<NamedItem>,
    power: Vec<NamedItem>,
    service: Vec<NamedItem>,
}

/// An item in force, by its name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NamedItem {
    pub(crate) ordinal: u32,
    /// Of the whole name.
    pub(crate) name: NameKey,
    /// Of the name without the bracket at its end.
    pub(crate) bare: NameKey,
    pub(crate) levels: Levels,
    /// Whether it has no bracket at its end that tells of a branch: 取水许可 and 取水许可（新办）, not 取水许可（变更）.
    tells_no_branch: bool,
}

impl NamedItem {
    /// Whether two items are called the same, but for a bracket at the end of one that tells level or newness. Those that
    /// have brackets both tell each other apart.
    pub(crate) fn is_called_as(&self, other: &Self) -> bool {
        let is_bare = self.name == self.bare || other.name == other.bare;
        self.name == other.name || (self.bare == other.bare && is_bare && self.tells_no_branch && other.tells_no_branch)
    }
}

/// The fingerprint of a name: two names share it by no chance that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NameKey(u64);

impl NameKey {
    /// Of a name without the bracket at its end.
    pub(crate) fn bare(name: &str) -> Self {
        let folded = folded(name);
        Self(FixedState::default().hash_one(without_bracket(&folded)))
    }
}

/// Levels of government, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub(crate) struct Levels(u8);

impl Levels {
    pub(crate) fn of(levels: &[Level]) -> Self {
        Self(levels.iter().fold(0, |set, &level| set | Self::bit(level)))
    }

    pub(crate) fn has(self, level: Level) -> bool {
        self.0 & Self::bit(level) != 0
    }

    /// Whether both may be of one level: one of them states none, or both state the same.
    pub(crate) fn may_meet(self, other: Self) -> bool {
        self.0 == 0 || other.0 == 0 || self.0 & other.0 != 0
    }

    fn bit(level: Level) -> u8 {
        // Six levels.
        1 << (level as u8)
    }
}

impl NameFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>) {
        let (list, levels): (_, &[Level]) = match item {
            Item::Licensing(item) => (&mut self.licensing, &item.levels),
            Item::Power(item) => (&mut self.power, &item.levels),
            Item::Service(_) => (&mut self.service, &[]),
        };
        let folded = folded(item.name().as_str());
        let bare = without_bracket(&folded);
        let bracket = folded.get(bare.len()..).unwrap_or_default();
        let state = FixedState::default();
        let name = NameKey(state.hash_one(&*folded));
        let bare = if bracket.is_empty() { name } else { NameKey(state.hash_one(bare)) };
        let tells_no_branch = bracket.is_empty() || !tells_branch(bracket);
        growth::add(list, NamedItem { ordinal, name, bare, levels: Levels::of(levels), tells_no_branch });
    }

    /// The items in force of a list, in the order of their records; none where the kind is no list of items.
    pub(crate) fn list(&self, kind: Kind) -> &[NamedItem] {
        match kind {
            Kind::LicensingItem => &self.licensing,
            Kind::PowerItem => &self.power,
            Kind::ServiceItem => &self.service,
            _ => &[],
        }
    }

    /// The name of an item in force, by its ordinal.
    pub(crate) fn of_item(&self, kind: Kind, ordinal: u32) -> Option<&NamedItem> {
        let list = self.list(kind);
        list.get(list.binary_search_by_key(&ordinal, |item| item.ordinal).ok()?)
    }
}

/// A name as it is compared: digits, letters and brackets of one width, characters that only look like another as that
/// one, no blanks.
pub(crate) fn folded(name: &str) -> Cow<'_, str> {
    // What nearly all names are made of.
    if name.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | '、' | '（' | '）' | '0'..='9')) {
        return Cow::Borrowed(name);
    }
    let fold = |c: char| match c {
        '\u{4e00}'..='\u{9fff}' => Some(c),
        c if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}') => None,
        '(' => Some('（'),
        ')' => Some('）'),
        ',' => Some('，'),
        ';' => Some('；'),
        ':' => Some('：'),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32),
        c => Some(lookalike::plain(c).unwrap_or(c)),
    };
    Cow::Owned(name.chars().filter_map(fold).collect())
}

/// Words of which a bracket consists that only tells level, branch or newness.
const TELLING_LITTLE: &[&str] = &[
    "新办",
    "首次",
    "初次",
    "新申请",
    "新发",
    "核发",
    "变更",
    "延续",
    "换发",
    "换证",
    "补办",
    "补发",
    "补证",
    "注销",
    "国家级",
    "省级",
    "自治区级",
    "盟市级",
    "市级",
    "设区的市级",
    "旗县级",
    "县级",
    "旗级",
    "区级",
    "县区级",
    "苏木乡镇",
    "乡镇",
    "乡级",
    "街道",
    "权限",
    "初审",
    "受理",
    "办理",
    "委托",
    "下放",
    "及",
    "和",
    "、",
    "，",
    "/",
    "；",
];

/// Of these words those that tell of a branch, or of a part that another body has: in one list they tell items apart.
const BRANCHES: &[&str] =
    &["变更", "延续", "换发", "换证", "补办", "补发", "补证", "注销", "初审", "受理", "委托", "下放"];

/// Whether a bracket tells of a branch, or of a part that another body has.
pub(crate) fn tells_branch(bracket: &str) -> bool {
    BRANCHES.iter().any(|word| bracket.contains(word))
}

/// A folded name without the bracket at its end, where that only tells level, branch or newness.
pub(crate) fn without_bracket(folded: &str) -> &str {
    let Some((name, inside)) = folded.strip_suffix('）').and_then(|rest| rest.rsplit_once('（')) else {
        return folded;
    };
    let mut rest = inside;
    while !rest.is_empty() {
        match TELLING_LITTLE.iter().find_map(|word| rest.strip_prefix(word)) {
            Some(after) => rest = after,
            None => return folded,
        }
    }
    if name.is_empty() || inside.is_empty() { folded } else { name }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher as _;

    use super::{FixedState, Levels, NameFacts, NameKey, folded};
    use crate::codelist::Level;
    use crate::model::{Item, Kind, LicensingItem};

    #[test]
    fn names_are_the_same_whatever_their_widths_blanks_and_brackets() {
        let same = |a: &str, b: &str| NameKey::bare(a) == NameKey::bare(b);
        assert!(same("取水许可", "取水 许可"));
        assert!(same("取水许可(新办)", "取水许可"));
        assert!(same("取水许可（市级/县级）", "取水许可"));
        assert!(same("渔业捕捞许可（省级权限）", "渔业捕捞许可"));
        assert!(!same("取水许可（地下水）", "取水许可")); // which water is more than a branch
        assert!(!same("取水许可证核发", "取水许可证"));
        let whole = |name: &str| FixedState::default().hash_one(&*folded(name));
        assert_ne!(whole("取水许可（新办）"), whole("取水许可（变更）"));
        assert_eq!(whole("取水许可（新办）"), whole("取水许可(新办)"));
    }

    #[test]
    fn a_bracket_of_newness_or_level_tells_two_items_apart_only_from_another_bracket() {
        let mut facts = NameFacts::default();
        let names = ["取水许可", "取水许可(新办)", "取水许可（县级）", "取水许可（变更）", "取水许可（地下水）"];
        for (ordinal, name) in (0..).zip(names) {
            let (id, name) = (format!("i{ordinal}").parse().unwrap(), name.parse().unwrap());
            facts.add(ordinal, Item::Licensing(&LicensingItem::new(id, name)));
        }
        let called = |one: u32, other: u32| {
            let of = |ordinal| facts.of_item(Kind::LicensingItem, ordinal).unwrap();
            of(one).is_called_as(of(other)) && of(other).is_called_as(of(one))
        };
        assert!(called(0, 1) && called(0, 2));
        assert!(!called(1, 2) && !called(0, 3) && !called(1, 3) && !called(0, 4));
    }

    #[test]
    fn levels_meet_where_one_is_shared_or_none_is_stated() {
        let (county, township) = (Levels::of(&[Level::County]), Levels::of(&[Level::Township]));
        assert!(county.may_meet(Levels::of(&[Level::Prefectural, Level::County])));
        assert!(!county.may_meet(township));
        assert!(county.may_meet(Levels::default()));
        assert!(county.has(Level::County) && !county.has(Level::Township));
    }
}
