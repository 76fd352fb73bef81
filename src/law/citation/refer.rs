//! Words that stand for an instrument named before: `及其实施条例`, `同法`, `该条例`.

use super::group::begins_with_place;
use super::scan::{Scan, is_break, opens_bracket};
use super::title_end;
use crate::model::Text;

/// So many titles that were named are remembered.
pub(super) const MOST_NAMED: usize = 16;

/// The longest title of which a longer one is made, in bytes; no title is so long, and a cell of megabytes could make each
/// longer than the one before.
const LONGEST_BASE: usize = 600;

/// What stands for an instrument, as far as it says which.
#[derive(Debug)]
pub(super) struct Referred<'a> {
    /// What the title of the instrument ends with: `法` for 同法. None for 其: the one just named.
    pub(super) kind: Option<&'static str>,
    /// What follows: `实施条例`.
    suffix: Option<&'a str>,
    /// Where the words end.
    pub(super) end: usize,
}

const KINDS: [&str; 10] = ["法律", "法", "条例", "办法", "规定", "细则", "规则", "决定", "规范", "标准"];

/// Reads the words that stand here, if a provision of the instrument follows or the instrument is another than is named.
pub(super) fn read(mut scan: Scan<'_>, after_mark: bool) -> Option<Referred<'_>> {
    let joined = scan.eat_any(&["以及", "和", "及", "与", "并", "或"]).is_some();
    let pronoun = scan.eat_any(&["其", "该", "本", "同", "此", "上述", "前述", "上引"]);
    let kind = match pronoun {
        None | Some("其") => None,
        Some(_) => Some(scan.eat_any(&KINDS)?),
    };
    scan.eat("的");
    let suffix = title_end::read_suffix(&mut scan);
    if pronoun.is_none() && (suffix.is_none() || !(joined || after_mark)) {
        return None;
    }
    let mut next = scan;
    next.skip_blanks();
    let placed = begins_with_place(next);
    let ends = next.peek().is_none_or(|c| is_break(c) || opens_bracket(c) || matches!(c, '、' | '，' | '；' | '。'));
    (placed || (suffix.is_some() && ends)).then_some(Referred { kind, suffix, end: scan.at })
}

impl Referred<'_> {
    /// The title of the instrument: of those named before, the last one first, the only one that can be meant.
    pub(super) fn title(&self, current: Option<&Text>, named: &[Text]) -> Option<Text> {
        let base = match self.kind {
            None => current?,
            Some(kind) => {
                let kind = if kind == "法律" { "法" } else { kind };
                let is = |title: &&Text| title.as_str().ends_with(kind);
                if let Some(current) = current.filter(is) {
                    current
                } else {
                    let mut fitting = named.iter().filter(is);
                    let first = fitting.next()?;
                    fitting.all(|other| other == first).then_some(first)?
                }
            }
        };
        match self.suffix {
            None => Some(base.clone()),
            Some(_) if base.as_str().len() > LONGEST_BASE => None,
            Some(suffix) => Text::new(format!("{base}{suffix}")).ok(),
        }
    }
}
