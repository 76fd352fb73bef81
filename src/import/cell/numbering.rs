//! The number with which a line or a heading begins: `一、`, `（一）`, `1.`, `①`.

use super::word::is_blank;
use crate::numeral;

/// A number at the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbering {
    pub(super) style: Style,
    pub(super) number: u16,
    /// How many bytes it has, with the marks that end it.
    pub(super) length: usize,
}

/// How it is written; what is numbered in another style stands on another level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `一、`
    Chinese,
    /// `1.`, `1、`
    Arabic,
    /// `（一）`
    ChineseInBrackets,
    /// `（1）`, `⑴`
    ArabicInBrackets,
    /// `①`
    Circled,
}

/// The number with which a text begins, if it begins with one.
pub(super) fn numbering(text: &str) -> Option<Numbering> {
    let first = text.chars().next()?;
    let (style, number, length) =
        of_one_character(first).or_else(|| in_brackets(text)).or_else(|| before_mark(text))?;
    // `（一）、` and `①、` have a mark besides.
    let rest = text.get(length..).unwrap_or_default();
    let mark = rest.chars().next().filter(|&c| matches!(c, '、' | '.' | '．') && style != Style::Arabic);
    let mark = mark.filter(|_| style != Style::Chinese).map_or(0, char::len_utf8);
    Some(Numbering { style, number, length: length.saturating_add(mark) })
}

/// A text without the number with which it begins, and without blanks before it.
pub(super) fn without_numbering(text: &str) -> &str {
    let text = text.trim_start_matches(is_blank);
    let length = numbering(text).map_or(0, |found| found.length);
    text.get(length..).unwrap_or_default().trim_start_matches(is_blank)
}

type Found = (Style, u16, usize);

fn of_one_character(c: char) -> Option<Found> {
    let (style, first) = match c {
        '①'..='⑳' => (Style::Circled, '①'),
        '㊀'..='㊉' => (Style::Circled, '㊀'),
        '⑴'..='⒇' => (Style::ArabicInBrackets, '⑴'),
        '㈠'..='㈩' => (Style::ChineseInBrackets, '㈠'),
        '⒈'..='⒛' => (Style::Arabic, '⒈'),
        _ => return None,
    };
    let number = u32::from(c).saturating_sub(u32::from(first)).saturating_add(1);
    Some((style, u16::try_from(number).ok()?, c.len_utf8()))
}

fn in_brackets(text: &str) -> Option<Found> {
    let inner = text.strip_prefix(['（', '('])?.trim_start_matches(is_blank);
    let (number, length) = numeral::read(inner)?;
    let rest = inner.get(length..)?.trim_start_matches(is_blank).strip_prefix(['）', ')'])?;
    let style = if is_arabic(inner) { Style::ArabicInBrackets } else { Style::ChineseInBrackets };
    Some((style, number.get(), text.len().checked_sub(rest.len())?))
}

/// `1.5` is no number before a mark.
fn before_mark(text: &str) -> Option<Found> {
    let (number, length) = numeral::read(text)?;
    let rest = text.get(length..)?;
    let mark = rest.chars().next()?;
    let after = rest.get(mark.len_utf8()..)?;
    let is_decimal = || matches!(mark, '.' | '．') && after.starts_with(|c| numeral::digit(c).is_some());
    let arabic = is_arabic(text);
    let fits = match mark {
        '、' | ')' | '）' => true,
        '.' | '．' => arabic && !is_decimal(),
        _ => false,
    };
    let style = match (arabic, mark) {
        (true, ')' | '）') => Style::ArabicInBrackets,
        (false, ')' | '）') => Style::ChineseInBrackets,
        (true, _) => Style::Arabic,
        (false, _) => Style::Chinese,
    };
    fits.then(|| (style, number.get(), length.saturating_add(mark.len_utf8())))
}

fn is_arabic(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}
