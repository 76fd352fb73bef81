//! The printed words of provisions: what is kept of them so that they can be looked for in the edition in force.
//!
//! Of each printed provision the fingerprint of its beginning is kept, and the articles under which it is printed. A
//! list prints the same provisions over and over, so each different one is kept once.

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use crate::facts::Interner;
use crate::facts::citations::said::Said;
use crate::law::openings::Fingerprint;
use crate::numeral;

/// The printed provisions of all records.
#[derive(Debug, Default)]
pub(crate) struct PrintedFacts {
    /// Whether a rule asks for them.
    pub(crate) wanted: bool,
    pub(crate) printed: Interner<Printed>,
    pub(crate) seen: Vec<Seen>,
}

/// A printed provision: how its paragraphs begin, and under which articles it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Printed {
    /// Of its first paragraphs that are long enough; never empty.
    pub(crate) openings: Box<[Fingerprint]>,
    /// In ascending order; never empty.
    pub(crate) under: Box<[NonZeroU16]>,
}

/// Where a printed provision was met.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    /// The item.
    pub(crate) ordinal: u32,
    /// The citation, as a number in `cited`.
    pub(crate) cited: u32,
    /// What is printed, as a number in `printed`.
    pub(crate) printed: u32,
}

impl PrintedFacts {
    /// What is printed in one item.
    pub(crate) fn of_item(&self, ordinal: u32) -> &[Seen] {
        let begin = self.seen.partition_point(|seen| seen.ordinal < ordinal);
        let end = self.seen.partition_point(|seen| seen.ordinal <= ordinal);
        self.seen.get(begin..end).unwrap_or_default()
    }

    /// Adds what is printed under a citation.
    pub(crate) fn add(&mut self, ordinal: u32, cited: u32, said: &Said<'_>) {
        let Some(quote) = said.quote.as_deref().filter(|_| self.wanted) else { return };
        let provisions = provisions(quote);
        let heads: BTreeSet<NonZeroU16> = provisions.iter().filter_map(|provision| provision.head).collect();
        let mut listed: Vec<NonZeroU16> = said.articles.iter().map(|article| article.article).collect();
        // The numbers at the heads are cited too, and each stands for its own words only.
        if listed.iter().any(|article| !heads.contains(article)) {
            listed.retain(|article| !heads.contains(article));
        }
        listed.sort_unstable();
        listed.dedup();
        for provision in provisions {
            let own = provision.head.as_slice();
            let under = if own.is_empty() { &listed } else { own };
            let openings = openings(provision.words);
            if openings.is_empty() || under.is_empty() {
                continue;
            }
            let printed = self.printed.number(&Printed { openings, under: under.into() });
            self.seen.push(Seen { ordinal, cited, printed });
        }
    }
}

/// How the first paragraphs begin. An amendment that changes the beginning of an article often leaves its items as they are.
fn openings(words: &str) -> Box<[Fingerprint]> {
    // A character takes a byte at least.
    let end = if words.len() > LONGEST { words.char_indices().nth(LONGEST) } else { None };
    let words = end.and_then(|(end, _)| words.get(..end)).unwrap_or(words);
    let further = words.lines().skip(1).take_while(|line| head(line.trim_start_matches(is_lead), true).is_none());
    std::iter::once(words).chain(further).filter_map(Fingerprint::of).take(MOST_PARAGRAPHS).collect()
}

/// So many characters of a provision are looked at.
const LONGEST: usize = 4_000;

/// So many paragraphs of a provision are looked at.
const MOST_PARAGRAPHS: usize = 3;

/// A provision within a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Provision<'a> {
    /// The article at its head; none for the words before the first head.
    head: Option<NonZeroU16>,
    words: &'a str,
}

/// The provisions of a quotation: its first words, and what follows each `第二十六条` at the head of a line or after the
/// end of a sentence.
fn provisions(quote: &str) -> Vec<Provision<'_>> {
    let mut provisions = Vec::new();
    let first = quote.trim_start_matches(is_lead);
    if !first.starts_with('第') || head(first, true).is_none() {
        provisions.push(Provision { head: None, words: without_lead(quote) });
    }
    for (at, _) in quote.match_indices('第') {
        let (Some(before), Some(rest)) = (quote.get(..at), quote.get(at..)) else { continue };
        let before = before.trim_end_matches([' ', '\u{3000}', '\t', '“', '"', '【', '（', '(']);
        let at_line = before.is_empty() || before.ends_with(['\n', '\r']);
        if !at_line && !before.ends_with(['。', '；', '”', '：', ':']) {
            continue;
        }
        if let Some((article, words)) = head(rest, at_line) {
            provisions.push(Provision { head: Some(article), words: without_lead(words) });
        }
    }
    provisions
}

/// The article at the head of a printed provision, and what follows it. A number within a sentence is none.
fn head(text: &str, at_line: bool) -> Option<(NonZeroU16, &str)> {
    let rest = text.strip_prefix('第')?.trim_start();
    let (article, length) = numeral::read(rest)?;
    let mut rest = rest.get(length..)?.trim_start_matches(' ').strip_prefix('条')?;
    if let Some((_, length)) = rest.strip_prefix('之').and_then(numeral::read) {
        rest = rest.get('之'.len_utf8().saturating_add(length)..)?;
    }
    let after = without_places(rest);
    let spaced = after.starts_with(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '】'));
    let goes_on =
        after.starts_with(['的', '规', '所', '之', '等', '、', '，', '和', '至', '及', '或', '第', '》', '）']);
    (spaced || (at_line && !goes_on)).then_some((article, after))
}

/// What follows the paragraph and item that are named after an article: `第一款第（三）项`.
fn without_places(text: &str) -> &str {
    let mut rest = text;
    while let Some(after) = place(rest) {
        rest = after;
    }
    rest
}

fn place(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('第')?.trim_start_matches(['（', '(']);
    let (_, length) = numeral::read(rest)?;
    rest.get(length..)?.trim_start_matches(['）', ')']).strip_prefix(['款', '项', '目'])
}

/// The words of a provision without what leads to them: `第二款：`, `规定：“`.
fn without_lead(words: &str) -> &str {
    let words = without_places(words.trim_start_matches(is_lead)).trim_start_matches(is_lead);
    match words.strip_prefix("规定") {
        Some(rest) if rest.starts_with(['：', ':', '，', '“']) => rest.trim_start_matches(is_lead),
        _ => words,
    }
}

fn is_lead(c: char) -> bool {
    c.is_whitespace() || matches!(c, '：' | ':' | '】' | '“' | '"')
}
