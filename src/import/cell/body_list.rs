//! 行使主体, 承办机构: the bodies of a cell.

use super::body::{before_role, closing_bracket, is_body, role_of, role_of_label};
use super::numbering::without_numbering;
use super::word::{is_blank, outside_brackets, plain, plain_char, trimmed};
use crate::codelist::AuthorityRole;

/// 机构: a body that a cell names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Body<'a> {
    /// 名称: as written; brackets that belong to the name, and line breaks within it, stay.
    pub name: &'a str,
    /// 实施角色: what the cell says that it does, or what its column is about.
    pub role: AuthorityRole,
    /// 所附机构: the index of the body behind whose name it stands in brackets.
    pub within: Option<usize>,
}

/// A cell with more characters, or more places at which it could be cut, is taken for one name.
const LONGEST: usize = 2000;
const MOST_CUTS: usize = 120;
/// A list within a list is read, and one in that, and no deeper.
const DEEPEST: usize = 4;
/// So many parts of a cell are looked at, however it is nested.
const MOST_PARTS: u32 = 20_000;

/// 行使主体: the bodies that a cell names, by line breaks, `、`, `；`, `，`, blanks, 和, 及 and 会同, but only where each part looks like the
/// name of a body: 文化、体育和旅游局 is one. `role` is what the bodies of the column do; a cell may say otherwise: `由…受理`,
/// `（…承办）`, `会同…`, `承办机构：…`.
///
/// The names stand in the cell in this order. What stands between them is nothing but such marks and words: a cell of which that
/// cannot be said is one body of that name, as written. Nothing is given of a cell that has no text, and of one that says that
/// there is none (`/`, 无).
///
/// ```
/// use qingdan::codelist::AuthorityRole::{Decide, Joint, Undertake};
/// use qingdan::import::cell::bodies;
/// let read = bodies("市人民政府（自然资源局承办）\n市公安局会同市应急管理局", Decide);
/// let found: Vec<_> = read.iter().map(|body| (body.name, body.role, body.within)).collect();
/// assert_eq!(found, [
///     ("市人民政府", Decide, None),
///     ("自然资源局", Undertake, Some(0)),
///     ("市公安局", Decide, None),
///     ("市应急管理局", Joint, None),
/// ]);
/// assert_eq!(bodies("畜牧兽医科（渔政管理科）", Undertake).len(), 1);
/// ```
#[must_use]
pub fn bodies(text: &str, role: AuthorityRole) -> Vec<Body<'_>> {
    let cell = trimmed(text);
    if cell.is_empty() || says_none(cell) {
        return Vec::new();
    }
    let read = if cell.chars().count() <= LONGEST {
        list(cell, role, &mut Effort { depth: DEEPEST, left: MOST_PARTS })
    } else {
        None
    };
    read.unwrap_or_else(|| vec![Body { name: cell, role, within: None }])
}

fn says_none(cell: &str) -> bool {
    crate::facts::placeholder::says_none(cell)
}

/// How much more is done for a cell.
struct Effort {
    depth: usize,
    left: u32,
}

/// Bodies, of which each part of a list is one or more; none where a part is none. Of all ways to cut, the one with the
/// shortest first parts.
fn list<'a>(text: &'a str, role: AuthorityRole, effort: &mut Effort) -> Option<Vec<Body<'a>>> {
    effort.depth = effort.depth.checked_sub(1)?;
    let read = list_of(text, role, effort);
    effort.depth = effort.depth.saturating_add(1);
    read
}

fn list_of<'a>(text: &'a str, role: AuthorityRole, effort: &mut Effort) -> Option<Vec<Body<'a>>> {
    let cuts = cuts(text);
    if cuts.len() > MOST_CUTS {
        return None;
    }
    let starts = std::iter::once(0).chain(cuts.iter().map(|cut| cut.1));
    let ends: Vec<usize> = cuts.iter().map(|cut| cut.0).chain([text.len()]).collect();
    // From the last start to the first: the number of the end up to which a part goes from there, if the rest can be read too.
    let mut part_ends: Vec<Option<usize>> = vec![None; ends.len()];
    for (index, start) in starts.clone().enumerate().collect::<Vec<_>>().into_iter().rev() {
        for (number, &end) in ends.iter().enumerate().skip(index) {
            let is_last = number.saturating_add(1) == ends.len();
            let follows = is_last || part_ends.get(number.saturating_add(1)).is_some_and(Option::is_some);
            if follows && part(text.get(start..end).unwrap_or_default(), role, effort).is_some() {
                if let Some(slot) = part_ends.get_mut(index) {
                    *slot = Some(number);
                }
                break;
            }
        }
    }
    let mut bodies: Vec<Body<'a>> = Vec::new();
    let mut role = role;
    let mut next = 0;
    for (index, start) in starts.enumerate() {
        if index != next {
            continue;
        }
        let number = part_ends.get(index).copied().flatten()?;
        let found = part(text.get(start..*ends.get(number)?)?, role, effort)?;
        // What a label says holds until the next.
        role = found.label.unwrap_or(role);
        let base = bodies.len();
        let within = |within: usize| within.saturating_add(base);
        bodies.extend(found.bodies.into_iter().map(|body| Body { within: body.within.map(within), ..body }));
        next = number.saturating_add(1);
    }
    (!bodies.is_empty()).then_some(bodies)
}

/// Words between two bodies; those with a role belong to the body behind them.
const JOINTS: [(&str, bool); 8] = [
    ("会同", true),
    ("联合", true),
    ("委托", true),
    ("以及", false),
    ("及其", false),
    ("和", false),
    ("及", false),
    ("与", false),
];

/// Where a text can be cut: where the part before ends, and where the next begins.
fn cuts(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut inside = 0_usize;
    for (at, c) in outside_brackets(text) {
        if at < inside {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let is_mark = is_blank(c) || matches!(plain_char(c), '、' | ';' | ',' | '/' | '|' | '。');
        let joint = JOINTS.iter().find(|(word, _)| rest.starts_with(word));
        let length = match joint {
            _ if is_mark => {
                rest.len().saturating_sub(rest.trim_start_matches(|c| is_blank(c) || is_separator(c)).len())
            }
            Some((word, _)) => word.len(),
            None => continue,
        };
        inside = at.saturating_add(length);
        let next = if !is_mark && joint.is_some_and(|(_, keeps)| *keeps) { at } else { inside };
        if at > 0 && next < text.len() {
            found.push((at, next));
        }
    }
    found
}

fn is_separator(c: char) -> bool {
    matches!(plain_char(c), '、' | ';' | ',' | '/' | '|' | '。')
}

struct Part<'a> {
    bodies: Vec<Body<'a>>,
    /// What a label at its beginning says of all that follow.
    label: Option<AuthorityRole>,
}

/// One body, with those in the bracket behind its name; or a list under words that hold for all of it.
fn part<'a>(text: &'a str, role: AuthorityRole, effort: &mut Effort) -> Option<Part<'a>> {
    effort.left = effort.left.checked_sub(1)?;
    let text = without_numbering(trimmed(text));
    let text = text.trim_end_matches(|c| is_blank(c) || is_separator(c));
    if let Some((label, rest)) = text.split_once(['：', ':'])
        && let Some(role) = role_of_label(label)
    {
        return list(trimmed(rest), role, effort).map(|bodies| Part { bodies, label: Some(role) });
    }
    let unlabelled = |bodies| Part { bodies, label: None };
    // 会同应急局, 委托乡镇政府实施.
    for (word, role) in
        [("会同", AuthorityRole::Joint), ("联合", AuthorityRole::Joint), ("委托", AuthorityRole::Entrusted)]
    {
        if let Some(rest) = text.strip_prefix(word) {
            let rest = ["实施", "办理", "行使"].iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest);
            return list(trimmed(rest), role, effort).map(unlabelled);
        }
    }
    // 由乡镇政府受理, 应急局配合.
    if let Some((name, role)) = before_role(text) {
        let name = trimmed(name.strip_prefix('由').unwrap_or(name));
        return list(name, role, effort).map(unlabelled);
    }
    if let Some((name, inner)) = closing_bracket(text)
        && is_body(name)
    {
        if let Some(role) = role_of(inner) {
            return Some(unlabelled(vec![Body { name, role, within: None }]));
        }
        let named = list(inner, role, effort).filter(|_| says_role(inner));
        if let Some(inner) = named {
            let inner = inner
                .into_iter()
                .map(|body| Body { within: Some(body.within.map_or(0, |at| at.saturating_add(1))), ..body });
            let main = Body { name, role, within: None };
            return Some(unlabelled(std::iter::once(main).chain(inner).collect()));
        }
    }
    is_body(text).then(|| unlabelled(vec![Body { name: text, role, within: None }]))
}

/// Whether the words of a bracket say what the bodies in it do: 畜牧兽医科（渔政管理科） has two names.
fn says_role(inner: &str) -> bool {
    let word = plain(inner);
    let has_label = word.split_once(':').is_some_and(|(label, _)| role_of_label(label).is_some());
    ["会同", "联合", "委托"].iter().any(|start| word.starts_with(start)) || before_role(&word).is_some() || has_label
}
