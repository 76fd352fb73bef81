//! The cell as it is read: what programs and fonts put in the place of a character is taken back, `&#40;` for a bracket,
//! `⽔` for `水`, `<<水法>>` for `《水法》`. What is told of the cell is cut from the cell as it is.

use std::borrow::Cow;
use std::ops::Range;

use super::scan::{is_break, is_han};
use crate::lookalike;
use crate::numeral::is_numeral;

/// The cell as it is read, and where in the cell each part of it stands.
#[derive(Debug)]
pub(super) struct Plain<'a> {
    cell: &'a str,
    text: Cow<'a, str>,
    /// Where the two begin to differ in length, and where they do so no longer: the offset here and that in the cell.
    steps: Vec<(usize, usize)>,
}

/// A larger cell, in bytes, is read as it is: where it differs is more to keep than the cell itself.
const LARGEST: usize = 256 << 10;
/// The most characters between a mark and its end that are looked at.
const LONGEST: usize = 200;
/// So often an ampersand that was escaped was escaped again.
const MOST_ESCAPES: usize = 4;
/// The longest name of an element or a character looked for, in bytes.
const LONGEST_NAME: usize = 8;

/// What elements break a line; all others of HTML that are known stand within one.
const BLOCKS: [&str; 15] =
    ["br", "p", "div", "tr", "li", "ul", "ol", "table", "tbody", "h1", "h2", "h3", "h4", "h5", "h6"];
const INLINE: [&str; 14] = ["span", "b", "i", "u", "a", "font", "strong", "em", "td", "th", "sup", "sub", "o:p", "st1"];

/// Characters by their names in HTML.
const NAMED: [(&str, char); 20] = [
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lang", '〈'),
    ("rang", '〉'),
    ("middot", '·'),
    ("ndash", '–'),
    ("mdash", '—'),
];

impl<'a> Plain<'a> {
    /// The cell as it is read.
    pub(super) fn of(cell: &'a str) -> Self {
        match cell.find(is_odd).filter(|_| cell.len() <= LARGEST) {
            Some(at) => Builder::new(cell, at).build(),
            None => Self { cell, text: Cow::Borrowed(cell), steps: Vec::new() },
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The part of the cell that stands for a part of the text. Parts that follow each other do so in the cell.
    pub(super) fn cut(&self, part: Range<usize>) -> Option<&'a str> {
        let start = if part.start == 0 { 0 } else { self.in_cell(part.start) };
        let end = if part.end >= self.text.len() { self.cell.len() } else { self.in_cell(part.end) };
        self.cell.get(start..end)
    }

    fn in_cell(&self, at: usize) -> usize {
        let next = self.steps.partition_point(|(here, _)| *here <= at);
        let Some(&(here, there)) = next.checked_sub(1).and_then(|step| self.steps.get(step)) else { return at };
        let end = self.steps.get(next).map_or(self.cell.len(), |(_, there)| *there);
        // Within what stands for a shorter or longer part of the cell, its beginning.
        let in_piece = next % 2 == 1;
        if in_piece { there } else { there.saturating_add(at.saturating_sub(here)).min(end) }
    }
}

/// Whether a character may have to be read as another.
fn is_odd(c: char) -> bool {
    let is_common = matches!(c, '\0'..='\u{ac}' | '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3007}' | '《' | '》' | '【' | '】')
        || matches!(c, '（' | '）' | '，' | '：' | '；');
    if is_common {
        return matches!(c, '&' | '<' | '>' | '_');
    }
    is_invisible(c) || mark(c).is_some() || angle(c).is_some() || numbered(c).is_some() || is_lookalike(c)
}

fn is_lookalike(c: char) -> bool {
    lookalike::plain(c).is_some()
}

/// Characters without width.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Marks of another font or another hand.
fn mark(c: char) -> Option<char> {
    Some(match c {
        '≪' | '⟪' | '︽' => '《',
        '≫' | '⟫' | '︾' => '》',
        '「' | '『' | '｢' | '﹁' | '﹃' | '〝' => '“',
        '」' | '』' | '｣' | '﹂' | '﹄' | '〞' | '〟' => '”',
        '﹝' | '︹' | '〘' => '〔',
        '﹞' | '︺' | '〙' => '〕',
        '︻' | '〖' => '【',
        '︼' | '〗' => '】',
        '︵' | '⦅' | '｟' => '（',
        '︶' | '⦆' | '｠' => '）',
        '｡' => '。',
        _ => return None,
    })
}

/// What an angle mark does: opens or closes.
fn angle(c: char) -> Option<Angle> {
    match c {
        '<' | '〈' | '＜' | '‹' | '⟨' | '︿' => Some(Angle::Opens),
        '>' | '〉' | '＞' | '›' | '⟩' | '﹀' => Some(Angle::Closes),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Angle {
    Opens,
    Closes,
}

/// `㈠` as `（一）`, `⑴` as `（1）`, `⒈` as `1.`.
fn numbered(c: char) -> Option<String> {
    const HAN: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let from = |first: char| u32::from(c).checked_sub(u32::from(first));
    match c {
        '㈠'..='㈩' => {
            let number = from('㈠').and_then(|at| HAN.get(usize::try_from(at).ok()?));
            number.map(|number| format!("（{number}）"))
        }
        '⑴'..='⒇' => from('⑴').map(|at| format!("（{}）", at.saturating_add(1))),
        '⒈'..='⒛' => from('⒈').map(|at| format!("{}.", at.saturating_add(1))),
        _ => None,
    }
}

/// The character that stands at the beginning of a text, and the length of what stands for it.
fn decoded(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    let escaped = match first {
        '&' => entity(text),
        '_' => escaped_by_excel(text),
        _ => None,
    };
    Some(escaped.unwrap_or_else(|| (lookalike::plain(first).unwrap_or(first), first.len_utf8())))
}

/// `&nbsp;`, `&#40;`, `&#x28;`, `&amp;#40;`.
fn entity(text: &str) -> Option<(char, usize)> {
    let mut name = text.strip_prefix('&')?;
    for _ in 0..MOST_ESCAPES {
        let Some(inner) = name.strip_prefix("amp;") else { break };
        let more = inner.starts_with('#')
            || NAMED.iter().any(|(name, _)| inner.strip_prefix(name).is_some_and(|rest| rest.starts_with(';')));
        if !more {
            break;
        }
        name = inner;
    }
    let end = name.bytes().take(LONGEST_NAME).position(|byte| byte == b';')?;
    let (name, rest) = name.split_at_checked(end)?;
    let found = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = hexadecimal.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            // A blank that is not broken is a blank.
            char::from_u32(code).map(|c| if c == '\u{a0}' { ' ' } else { c })?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((found, text.len().saturating_sub(rest.len()).saturating_add(1)))
}

/// `_x000D_`.
fn escaped_by_excel(text: &str) -> Option<(char, usize)> {
    let (code, rest) = text.strip_prefix("_x")?.split_at_checked(4)?;
    rest.strip_prefix('_')?;
    Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, "_x000D_".len()))
}

/// Whether what follows 〉 belongs to the title around it.
fn goes_on(rest: &str) -> bool {
    let apart = ["第", "和", "及", "与", "或", "以及", "的规定", "等", "规定", "中", "附"];
    rest.starts_with(is_han) && !rest.starts_with(is_numeral) && !apart.iter().any(|word| rest.starts_with(word))
}

struct Builder<'a> {
    plain: Plain<'a>,
    text: String,
    at: usize,
    /// How many 《 are open, how many 〈 within them, and how many 〈 that stand for 《.
    marks: usize,
    inner: usize,
    angles: usize,
}

impl<'a> Builder<'a> {
    /// Begins where the first odd character stands.
    fn new(cell: &'a str, at: usize) -> Self {
        let before = cell.get(..at).unwrap_or_default();
        let count = |mark| before.matches(mark).count();
        Self {
            plain: Plain { cell, text: Cow::Borrowed(cell), steps: Vec::new() },
            text: before.to_owned(),
            at,
            marks: count('《').saturating_sub(count('》')),
            inner: 0,
            angles: 0,
        }
    }

    fn build(mut self) -> Plain<'a> {
        while let Some((c, length)) = self.rest().and_then(decoded) {
            let is_same = self.rest().is_some_and(|rest| rest.starts_with(c));
            match (angle(c), c) {
                (Some(kind), _) => self.read_angle(kind, c, length),
                _ if is_invisible(c) => self.put(length, ""),
                _ => {
                    let c = mark(c).unwrap_or(c);
                    self.count(c);
                    if let Some(number) = numbered(c) {
                        self.put(length, &number);
                    } else if is_same && length == c.len_utf8() {
                        self.text.push(c);
                        self.at = self.at.saturating_add(length);
                    } else {
                        self.put(length, c.encode_utf8(&mut [0; 4]));
                    }
                }
            }
        }
        self.plain.text = Cow::Owned(self.text);
        self.plain
    }

    fn rest(&self) -> Option<&'a str> {
        self.plain.cell.get(self.at..)
    }

    /// Puts words for what stands here over a length.
    fn put(&mut self, length: usize, words: &str) {
        self.plain.steps.push((self.text.len(), self.at));
        self.text.push_str(words);
        self.at = self.at.saturating_add(length);
        self.plain.steps.push((self.text.len(), self.at));
    }

    fn count(&mut self, c: char) {
        match c {
            '《' => self.marks = self.marks.saturating_add(1),
            '》' if self.marks == 0 => self.angles = self.angles.saturating_sub(1),
            '》' => self.marks = self.marks.saturating_sub(1),
            // No title goes over the end of a sentence.
            '。' => (self.marks, self.inner, self.angles) = (0, 0, 0),
            _ => {}
        }
    }

    fn read_angle(&mut self, kind: Angle, c: char, length: usize) {
        let after = self.at.saturating_add(length);
        let next = self.plain.cell.get(after..).and_then(decoded);
        // <<水法>>.
        if let Some((twin, more)) = next
            && twin == c
            && !(kind == Angle::Closes && self.inner > 0)
        {
            let mark = if kind == Angle::Opens { '《' } else { '》' };
            self.count(mark);
            return self.put(length.saturating_add(more), mark.encode_utf8(&mut [0; 4]));
        }
        if c == '<'
            && let Some((words, end)) = self.element(after)
        {
            return self.put(end.saturating_sub(self.at), words);
        }
        let plain = match kind {
            Angle::Opens if self.marks > 0 || self.angles > 0 => {
                self.inner = self.inner.saturating_add(1);
                '〈'
            }
            Angle::Opens if self.is_closed(after) => {
                self.angles = self.angles.saturating_add(1);
                '《'
            }
            Angle::Closes if self.inner > 0 => {
                self.inner = self.inner.saturating_sub(1);
                '〉'
            }
            Angle::Closes if self.angles > 0 => {
                self.angles = self.angles.saturating_sub(1);
                '》'
            }
            Angle::Closes if self.marks > 0 => {
                self.marks = self.marks.saturating_sub(1);
                '》'
            }
            _ => c,
        };
        // Within 《》 the marks stay as they are written.
        let kept = if matches!(plain, '〈' | '〉') { c } else { plain };
        self.put(length, kept.encode_utf8(&mut [0; 4]));
    }

    /// Whether an angle mark holds a title of its own: its end is near, with nothing between but words, and it does not
    /// stand within a title without marks (`实施〈水法〉办法`).
    fn is_closed(&self, after: usize) -> bool {
        let (mut at, mut depth) = (after, 0_usize);
        for read in 0..LONGEST {
            let Some((c, length)) = self.plain.cell.get(at..).and_then(decoded) else { return false };
            match (angle(c), c) {
                (Some(Angle::Closes), _) if depth > 0 => {
                    depth = depth.saturating_sub(1);
                    at = at.saturating_add(length);
                }
                (Some(Angle::Closes), _) | (None, '》') => {
                    let within = self.text.ends_with(is_han)
                        && self.plain.cell.get(at.saturating_add(length)..).is_some_and(goes_on);
                    return read > 1 && !within;
                }
                (None, '。' | '；' | '《' | '【') => return false,
                _ if is_break(c) => return false,
                (angle, _) => {
                    depth = depth.saturating_add(usize::from(angle.is_some()));
                    at = at.saturating_add(length);
                }
            }
        }
        false
    }

    /// `<p>`, `</span>`, `<br/>`: what it stands for, and where it ends.
    fn element(&self, after: usize) -> Option<(&'static str, usize)> {
        let mut at = after;
        let mut name = String::new();
        let mut named = false;
        for _ in 0..LONGEST {
            let (c, length) = self.plain.cell.get(at..).and_then(decoded)?;
            at = at.saturating_add(length);
            match c {
                '>' => {
                    let is = |known: &&str| known.eq_ignore_ascii_case(&name);
                    return match (BLOCKS.iter().any(is), INLINE.iter().any(is)) {
                        (true, _) => Some(("\n", at)),
                        (_, true) => Some(("", at)),
                        _ => None,
                    };
                }
                '<' => return None,
                '/' => named |= !name.is_empty(),
                _ if named => {}
                c if c.is_ascii_alphanumeric() || c == ':' => name.push(c),
                _ if name.is_empty() => return None,
                _ => named = true,
            }
            if name.len() > LONGEST_NAME {
                return None;
            }
        }
        None
    }
}
