//! Lists of provisions: 条, 款, 项, 目, and the places that are named otherwise.

use std::num::NonZeroU16;
use std::ops::Range;

use super::group::{Group, Start, is_range_word, read_group};
use super::scan::{Scan, is_break, is_space};
use super::unit::{Unit, is_above, is_whole, number_of, with};
use crate::model::ArticleRef;

/// The most provisions that a range is written out to; of a longer one only the two ends are kept.
const LONGEST_RANGE: u16 = 100;
/// So many provisions of one citation are written out; of ranges after them the two ends are kept.
const MOST_WRITTEN_OUT: usize = 2_000;
/// The most places of a list that are looked for among what is printed below it.
const LONGEST_LIST: usize = 256;

/// The places found in one citation.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) articles: Vec<ArticleRef>,
    /// Where in the cell the other places stand.
    pub(super) clauses: Vec<Range<usize>>,
}

/// What may stand between the provisions of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Anything that separates, and line breaks: the list stands after its instrument.
    Anything,
    /// What does not end a sentence or a line: the list stands at the head of a printed provision.
    OneLine,
}

impl Places {
    pub(super) fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.clauses.is_empty()
    }

    /// Leaves out, of the articles from `from` on, what the first `listed` or the one before already name: the number of
    /// an article of which a list named parts is printed at the head of its words.
    pub(super) fn drop_printed(&mut self, from: usize, listed: usize) {
        let new = self.articles.split_off(from);
        let before = self.articles.last().copied();
        for place in new {
            let named = || self.articles.iter().take(listed.min(LONGEST_LIST));
            let is_part = |part: &ArticleRef| (part.article, part.inserted) == (place.article, place.inserted);
            let covered = is_whole(place, Unit::Paragraph) && place.paragraph.is_none() && named().any(is_part);
            if !covered && !named().any(|known| *known == place) && before != Some(place) {
                self.articles.push(place);
            }
        }
    }

    /// Reads a list of provisions, such as `第三条至第五条、第七条第一款第（一）、（三）项`. Says whether any was there; what
    /// follows the last one is left to be read.
    pub(super) fn read(&mut self, scan: &mut Scan<'_>, start: Start, between: Between) -> bool {
        if !self.read_place(scan, start, Joint::First) {
            return false;
        }
        loop {
            let mut ahead = *scan;
            // 第三条第一款, 第三条二款: the next part of the same place.
            let start = if ahead.skip_blanks() { Start::Ordinal } else { Start::Number };
            if self.read_place(&mut ahead, start, Joint::Direct) {
                *scan = ahead;
                continue;
            }
            let joint = if is_range_word(&mut ahead) {
                ahead.skip(is_space);
                Joint::Range
            } else if skip_separators(&mut ahead, between) {
                Joint::Listed
            } else {
                Joint::Direct
            };
            let same_line = !ahead.since(scan.at).contains(is_break);
            if joint == Joint::Direct
                || !(self.read_place(&mut ahead, Start::Number, joint)
                    || (same_line && self.read_next_inserted(&mut ahead, joint)))
            {
                return true;
            }
            *scan = ahead;
        }
    }

    fn read_place(&mut self, scan: &mut Scan<'_>, start: Start, joint: Joint) -> bool {
        if joint != Joint::Range && self.read_annex(scan) {
            return true;
        }
        let mut ahead = *scan;
        // A chapter by its name; articles may follow.
        if joint != Joint::Range && ahead.eat("附则") {
            self.add_clause(scan.at..ahead.at, joint);
            *scan = ahead;
            return true;
        }
        let Some(group) = read_group(&mut ahead, start) else { return false };
        if joint == Joint::Direct && group.unit <= Unit::Article && !scan.rest().starts_with('第') {
            return false;
        }
        if group.unit == Unit::Heading || (self.articles.is_empty() && group.unit > Unit::Article) {
            self.add_clause(scan.at..ahead.at, joint);
        } else {
            self.add(&group, joint);
        }
        *scan = ahead;
        true
    }

    /// `、之二` or `至之六`, after an article inserted after another; also `、二` where nothing follows of which it could
    /// be the number.
    fn read_next_inserted(&mut self, scan: &mut Scan<'_>, joint: Joint) -> bool {
        let Some(last) = self.articles.last().copied() else { return false };
        let mut ahead = *scan;
        let named = ahead.eat("之");
        if !(named && is_whole(with(last, Unit::Paragraph, last.article), Unit::Paragraph) || last.inserted.is_some()) {
            return false;
        }
        let Some(number) = ahead.numeral() else { return false };
        if named {
            ahead.eat("条");
        } else if !ahead
            .peek()
            .is_none_or(|c| is_break(c) || matches!(c, '、' | '，' | '；' | '。' | '）' | ')' | '和' | '及'))
        {
            return false;
        }
        self.add_inserted(last, number, joint);
        *scan = ahead;
        true
    }

    /// An article inserted after the same one as the last; after 至 with those between.
    fn add_inserted(&mut self, last: ArticleRef, number: NonZeroU16, joint: Joint) {
        let whole = ArticleRef::new(last.article);
        let start = last.inserted.map_or(1, |start| start.get().saturating_add(1));
        let end = number.get();
        let is_range = joint == Joint::Range && end >= start && end.saturating_sub(start) < LONGEST_RANGE;
        let written_out = is_range && self.articles.len() < MOST_WRITTEN_OUT;
        let from = if written_out { start } else { end };
        self.articles.extend((from..=end).filter_map(NonZeroU16::new).map(|number| {
            let mut place = whole;
            place.inserted = Some(number);
            place
        }));
    }

    /// `附件1第12项`, `附件序号12`.
    fn read_annex(&mut self, scan: &mut Scan<'_>) -> bool {
        let mut ahead = *scan;
        let Some(word) = ahead.eat_any(&["附件", "附表", "附录", "目录", "清单", "序号"]) else {
            return false;
        };
        let mut number = ahead;
        number.skip_blanks();
        // 附件第12项: the number is that of the entry, not of the annex.
        if read_group(&mut { number }, Start::Number).is_none() {
            number.eat("第");
            if word != "序号" && number.numeral().is_some() {
                ahead = number;
            }
        }
        let mut entry = ahead;
        entry.skip(|c| is_space(c) || matches!(c, '：' | ':' | '中' | '的'));
        if word != "序号" {
            entry.eat("序号");
        }
        let mut numbered = entry;
        if read_group(&mut numbered, Start::Number).is_some() {
            ahead = numbered;
        } else {
            let prefixed = entry.eat("第");
            entry.skip(|c| is_space(c) || matches!(c, '：' | ':'));
            let named = word == "序号" || entry.since(ahead.at).contains("序号");
            if entry.numeral().is_some() && (entry.eat("号") || named) && (prefixed || named) {
                ahead = entry;
            } else if matches!(word, "目录" | "清单" | "序号") {
                return false;
            }
        }
        self.clauses.push(scan.at..ahead.at);
        *scan = ahead;
        true
    }

    pub(super) fn add_clause(&mut self, at: Range<usize>, joint: Joint) {
        match self.clauses.last_mut() {
            Some(last) if joint != Joint::Listed && joint != Joint::First => last.end = at.end,
            _ => self.clauses.push(at),
        }
    }

    fn add(&mut self, group: &Group, joint: Joint) {
        let longest = if self.articles.len() < MOST_WRITTEN_OUT { LONGEST_RANGE } else { 1 };
        let expand = |start, end| expand(start, end, longest);
        let last = self.articles.last().copied();
        // 第一百二十条之一至第一百二十条之六: those between are inserted after the same article.
        if let (Joint::Range, Some(last), [(article, None)], Some(inserted), Unit::Article) =
            (joint, last, group.numbers.as_slice(), group.inserted, group.unit)
            && (last.paragraph, last.item, last.point) == (None, None, None)
        {
            if *article == last.article {
                return self.add_inserted(last, inserted, joint);
            }
            let mut place = ArticleRef::new(*article);
            self.articles.extend(expand(last.article, *article).skip(1).map(ArticleRef::new));
            place.inserted = Some(inserted);
            return self.articles.push(place);
        }
        // 第一百二十条之六至第一百二十二条.
        if let (Joint::Range, Some(last), [(end, None)], None, Unit::Article) =
            (joint, last, group.numbers.as_slice(), group.inserted, group.unit)
            && last.inserted.is_some()
            && (last.paragraph, last.item, last.point) == (None, None, None)
        {
            return self.articles.extend(expand(last.article, *end).skip(1).map(ArticleRef::new));
        }
        // 第三条至第五条: what lies between belongs to it.
        if let (Joint::Range, Some(last), [(end, None)]) = (joint, last, group.numbers.as_slice())
            && group.inserted.is_none()
            && let Some(start) = number_of(last, group.unit)
            && is_whole(last, group.unit)
        {
            let range = expand(start, *end);
            self.articles.extend(range.skip(1).map(|number| with(last, group.unit, number)));
            return;
        }
        let template = match (group.unit, last) {
            (Unit::Article, _) | (_, None) => None,
            (unit, Some(last)) => {
                // 第三条第一款: the part belongs to the article just read. After 、 it is another part of the same article.
                if joint == Joint::Direct && is_above(last, unit) {
                    self.articles.pop();
                }
                Some(last)
            }
        };
        for (start, end) in &group.numbers {
            for number in expand(*start, end.unwrap_or(*start)) {
                let mut place = match template {
                    Some(template) => with(template, group.unit, number),
                    None => ArticleRef::new(number),
                };
                if group.unit == Unit::Article && Some(number) == group.numbers.last().map(|(start, _)| *start) {
                    place.inserted = group.inserted;
                }
                self.articles.push(place);
            }
        }
    }
}

/// How a place stands to the one before it in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    First,
    /// Without anything between.
    Direct,
    /// After 、 or the like.
    Listed,
    /// After 至.
    Range,
}

/// Reads over what stands between two places of a list. A line break alone does not go on with it: what follows may be
/// printed.
fn skip_separators(scan: &mut Scan<'_>, between: Between) -> bool {
    let over_lines = between == Between::Anything;
    let mark = |c| matches!(c, '、' | '，' | ',' | '､') || (over_lines && matches!(c, '；' | ';'));
    let mut separated = false;
    loop {
        if scan.skip(mark) || scan.eat_any(&["以及", "及其", "和", "及", "与", "或者", "或", "并"]).is_some()
        {
            separated = true;
        } else if !(scan.skip_blanks() || (over_lines && separated && scan.skip(is_space))) {
            return separated;
        }
    }
}

/// The numbers from one to another, or the two where they are no range or a longer one than that.
fn expand(start: NonZeroU16, end: NonZeroU16, longest: u16) -> impl Iterator<Item = NonZeroU16> {
    let written_out = end >= start && end.get().saturating_sub(start.get()) < longest;
    let last = if written_out { end.get() } else { start.get() };
    let rest = (!written_out).then_some(end);
    (start.get()..=last).filter_map(NonZeroU16::new).chain(rest)
}
