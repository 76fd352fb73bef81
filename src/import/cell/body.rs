//! What the name of a body looks like, and the words that say what a body does.

use super::word::{Bracket, bracket, plain, trimmed};
use crate::codelist::AuthorityRole;

/// What names of bodies end with.
const ENDS: [&str; 44] = [
    "局",
    "厅",
    "委",
    "委员会",
    "政府",
    "公署",
    "行署",
    "支队",
    "大队",
    "总队",
    "中队",
    "队",
    "中心",
    "所",
    "站",
    "办",
    "办公室",
    "部",
    "署",
    "院",
    "会",
    "处",
    "科",
    "股",
    "室",
    "组",
    "部门",
    "机关",
    "机构",
    "单位",
    "办事处",
    "街道",
    "公司",
    "银行",
    "集团",
    "学校",
    "大学",
    "学院",
    "馆",
    "台",
    "海关",
    "苏木",
    "乡",
    "镇",
];

/// Words that end like a name and are none.
const NO_ENDS: [&str; 26] = [
    "承办",
    "督办",
    "交办",
    "协办",
    "主办",
    "代办",
    "经办",
    "查办",
    "举办",
    "申办",
    "查处",
    "惩处",
    "社会",
    "全部",
    "内部",
    "外部",
    "场所",
    "住所",
    "听证会",
    "机会",
    "协会会",
    "其他部门",
    "有关部门",
    "相关部门",
    "有关单位",
    "相关单位",
];

/// No name is longer, in characters.
const LONGEST: usize = 45;

/// Whether a text looks like the name of one body; brackets behind a name belong to it: 畜牧兽医科（渔政管理科）.
pub(super) fn is_body(text: &str) -> bool {
    let text = trimmed(text);
    let head = plain(closing_bracket(text).map_or(text, |(head, _)| head));
    let length = head.chars().count();
    let is_short = (2..=LONGEST).contains(&length);
    is_short
        && !head.contains(['。', ':', ';', '!', '?', '《', '》', '.'])
        && !["由", "对", "会同", "委托", "和", "及", "与"].iter().any(|word| head.starts_with(word))
        && is_balanced(text)
        && ENDS.iter().any(|end| head.ends_with(end))
        && !NO_ENDS.iter().any(|end| head.ends_with(end))
}

fn is_balanced(text: &str) -> bool {
    let depth = text.chars().try_fold(0_u32, |depth, c| match bracket(c) {
        Some(Bracket::Opens) => depth.checked_add(1),
        Some(Bracket::Closes) => depth.checked_sub(1),
        None => Some(depth),
    });
    depth == Some(0)
}

/// What stands before the bracket that closes a text, and in it.
pub(super) fn closing_bracket(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    let mut inner_end = None;
    for (at, c) in text.char_indices().rev() {
        match bracket(c) {
            Some(Bracket::Closes) => {
                inner_end = inner_end.or(Some(at));
                depth = depth.saturating_add(1);
            }
            Some(Bracket::Opens) => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    let start = at.checked_add(c.len_utf8())?;
                    return Some((trimmed(text.get(..at)?), trimmed(text.get(start..inner_end?)?)));
                }
            }
            None if depth == 0 => return None,
            None => {}
        }
    }
    None
}

/// Words that say what a body does; behind its name, or before a colon.
const ROLES: [(&str, AuthorityRole); 22] = [
    ("负责受理", AuthorityRole::Accept),
    ("受理", AuthorityRole::Accept),
    ("接件", AuthorityRole::Accept),
    ("负责初审", AuthorityRole::FirstReview),
    ("初审", AuthorityRole::FirstReview),
    ("具体承办", AuthorityRole::Undertake),
    ("负责承办", AuthorityRole::Undertake),
    ("承办", AuthorityRole::Undertake),
    ("具体办理", AuthorityRole::Undertake),
    ("具体实施", AuthorityRole::Undertake),
    ("协办", AuthorityRole::Joint),
    ("配合", AuthorityRole::Joint),
    ("联合办理", AuthorityRole::Joint),
    ("联合实施", AuthorityRole::Joint),
    ("共同实施", AuthorityRole::Joint),
    ("联合", AuthorityRole::Joint),
    ("牵头", AuthorityRole::Decide),
    ("审批", AuthorityRole::Decide),
    ("决定", AuthorityRole::Decide),
    ("主办", AuthorityRole::Decide),
    ("受委托实施", AuthorityRole::Entrusted),
    ("受委托", AuthorityRole::Entrusted),
];

/// The words before a colon may name the kind of body: 承办机构：….
const KINDS: [&str; 6] = ["机关", "机构", "单位", "部门", "主体", "科室"];

/// What a word by itself says that a body does.
pub(super) fn role_of(word: &str) -> Option<AuthorityRole> {
    let word = plain(word);
    ROLES.iter().find(|(name, _)| *name == word).map(|&(_, role)| role)
}

/// What the words before a colon say that the bodies behind it do.
pub(super) fn role_of_label(label: &str) -> Option<AuthorityRole> {
    let label = plain(label);
    let bare = KINDS.iter().find_map(|kind| label.strip_suffix(kind)).unwrap_or(&label);
    match bare {
        "实施" | "行使" | "责任" | "决定" => Some(AuthorityRole::Decide),
        "委托" | "受委托" => Some(AuthorityRole::Entrusted),
        _ => role_of(bare),
    }
}

/// A text without the words at its end that say what a body does, and these.
pub(super) fn before_role(text: &str) -> Option<(&str, AuthorityRole)> {
    ROLES.iter().find_map(|&(word, role)| Some((trimmed(text.strip_suffix(word)?), role)))
}
