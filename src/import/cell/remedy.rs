//! 救济渠道, 诉求渠道: how one contests what was decided.

use super::word::is_blank;
use crate::codelist::RemedyKind;
use crate::model::{Remedy, Text};

/// 救济渠道: the remedies that a cell names, and what it says besides.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remedies<'a> {
    /// 救济途径: each with its part of the cell, in order; together they are the whole of it.
    pub remedies: Vec<Remedy>,
    /// 未识别: the cell, where it names no way to contest anything; empty otherwise.
    pub rest: &'a str,
}

/// 救济渠道: the ways to contest that a cell names, each with its words. The cell is cut at the marks and before the 或者 that stand
/// between two ways, so that each character stands in one of them; where nothing parts them (行政复议及诉讼 in one word) the way that
/// is named first holds both. Of what names none of both, 投诉 and 信访 are 其他.
///
/// ```
/// use qingdan::codelist::RemedyKind;
/// use qingdan::import::cell::remedies;
/// let read = remedies("可以在六十日内申请行政复议，或者在六个月内向人民法院提起行政诉讼");
/// assert_eq!(read.remedies[0].kind, RemedyKind::AdministrativeReview);
/// assert_eq!(read.remedies[0].text.as_ref().ok_or("none")?, &"可以在六十日内申请行政复议，");
/// assert_eq!(read.remedies[1].kind, RemedyKind::Litigation);
/// assert_eq!(remedies("/").rest, "/");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn remedies(text: &str) -> Remedies<'_> {
    let pieces = pieces(text);
    if pieces.iter().all(|piece| piece.kind.is_none()) {
        return Remedies { remedies: Vec::new(), rest: text };
    }
    let mut remedies: Vec<Remedy> = Vec::new();
    let (mut start, mut end) = (0_usize, 0_usize);
    let mut open: Option<RemedyKind> = None;
    let mut close = |kind: Option<RemedyKind>, words: Option<&str>| {
        if let (Some(kind), Some(words)) = (kind, words.and_then(|words| Text::new(words).ok())) {
            let mut remedy = Remedy::new(kind);
            remedy.text = Some(words);
            remedies.push(remedy);
        }
    };
    for (kind, piece) in settled(&pieces).into_iter().zip(&pieces) {
        if open.is_some() && kind != open {
            // The blanks of the cell's own beginning and end stay; those at which it is cut belong to no way.
            close(open, text.get(start..end).map(str::trim_end));
            start = past_blanks(text, end);
        }
        (open, end) = (kind, piece.end);
    }
    close(open, text.get(start..));
    Remedies { remedies, rest: "" }
}

/// The place of the first character that is no blank, from a place on.
fn past_blanks(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    text.len().saturating_sub(rest.trim_start().len())
}

/// A piece of a cell that is not cut further.
struct Piece {
    end: usize,
    /// The way that it names itself.
    kind: Option<RemedyKind>,
    /// Whether a sentence begins with it, or 或者: if it names no way, it leads to what follows in its sentence.
    leads: bool,
    ends_sentence: bool,
}

/// The way of each piece: its own, or that of the one to which it belongs.
fn settled(pieces: &[Piece]) -> Vec<Option<RemedyKind>> {
    // The way that is named next in the sentence of each piece.
    let mut next: Vec<Option<RemedyKind>> = Vec::new();
    let mut ahead = None;
    for piece in pieces.iter().rev() {
        if piece.ends_sentence {
            ahead = None;
        }
        ahead = piece.kind.or(ahead);
        next.push(ahead);
    }
    next.reverse();
    let mut before = pieces.iter().find_map(|piece| piece.kind);
    let mut leads = false;
    let settle = |(piece, next): (&Piece, Option<RemedyKind>)| {
        leads = piece.kind.is_none() && (piece.leads || leads);
        before = piece.kind.or(next.filter(|_| leads)).or(before);
        leads = leads && !piece.ends_sentence;
        before
    };
    pieces.iter().zip(next).map(settle).collect()
}

/// Words with which another way is named.
const JOINTS: [&str; 6] = ["或者", "或", "也可", "亦可", "同时可", "以及"];

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut start, mut leads) = (0_usize, true);
    let mut push = |start: usize, end: usize, leads: bool, ends_sentence: bool| {
        let kind = kind_of(text.get(start..end).unwrap_or_default());
        pieces.push(Piece { end, kind, leads, ends_sentence });
    };
    let mut inside = 0_usize;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        if at >= inside
            && let Some(joint) = JOINTS.iter().find(|joint| rest.starts_with(**joint))
        {
            inside = at.saturating_add(joint.len());
            if at > start {
                push(start, at, leads, false);
                start = at;
            }
            leads = true;
        }
        let ends_sentence = matches!(c, '。' | '；' | ';' | '！' | '\n' | '\r');
        if ends_sentence || matches!(c, '，' | ',' | '、') {
            let end = at.saturating_add(c.len_utf8());
            push(start, end, leads, ends_sentence);
            (start, leads) = (end, ends_sentence);
        }
    }
    if start < text.len() {
        push(start, text.len(), leads, true);
    }
    pieces
}

/// The way that is named first; what only speaks of one (逾期不起诉, 复议决定) names none.
fn kind_of(piece: &str) -> Option<RemedyKind> {
    const NONE: [&str; 9] = [
        "不申请行政复议",
        "不申请复议",
        "不提起行政诉讼",
        "不提起诉讼",
        "不起诉",
        "复议决定",
        "复议期间",
        "诉讼期间",
        "人民法院强制执行",
    ];
    const NAMES: [(&str, RemedyKind); 8] = [
        ("复议", RemedyKind::AdministrativeReview),
        ("诉讼", RemedyKind::Litigation),
        ("起诉", RemedyKind::Litigation),
        ("人民法院", RemedyKind::Litigation),
        ("投诉", RemedyKind::Other),
        ("信访", RemedyKind::Other),
        ("申诉", RemedyKind::Other),
        ("举报", RemedyKind::Other),
    ];
    let mut words = piece.to_owned();
    words.retain(|c| !is_blank(c));
    let words = NONE.iter().fold(words, |words, none| words.replace(none, ""));
    NAMES
        .iter()
        .filter_map(|&(name, kind)| Some((words.find(name)?, kind)))
        .min_by_key(|&(at, _)| at)
        .map(|(_, kind)| kind)
}
