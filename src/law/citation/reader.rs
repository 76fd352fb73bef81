//! Reading a cell from its beginning to its end, citation by citation.

use std::iter;
use std::ops::Range;

use super::bracket::{self, Bracket};
use super::gap::{self, Gap};
use super::group::{Start, begins_with_place};
use super::head::Head;
use super::opening::{self, Opening};
use super::plain::Plain;
use super::provision::{Between, Joint, Places};
use super::read_citation::ReadCitation;
use super::scan::{self, Scan, is_break, is_space, opens_bracket};
use super::title::title_text;
use super::words::{FILLERS, MAY_NAME, names_places};
use super::{heading, note, refer};
use crate::model::{Citation, Date, Text, Written};
use crate::numeral;

/// Reads the citations of a cell.
pub(super) fn read<'c>(cell: &'c str, see: &mut dyn FnMut(ReadCitation<'c>)) {
    let plain = Plain::of(cell);
    let text = plain.text();
    let mut reader = Reader {
        cell: text,
        plain: &plain,
        scan: Scan::new(text),
        open: None,
        aliases: Vec::new(),
        named: Vec::new(),
        see,
    };
    if !cell.chars().all(is_space) {
        reader.read();
    }
}

/// What is known of a citation while it is read.
#[derive(Debug, Default)]
pub(super) struct Open {
    start: usize,
    citation: Citation,
    /// Whether anything but words was found.
    names: bool,
    pub(super) places: Places,
    effective: Vec<Written<Date>>,
    pub(super) quote: Option<Range<usize>>,
    /// How many articles were listed before anything was printed.
    pub(super) listed: usize,
    unread: Vec<Range<usize>>,
}

pub(super) struct Reader<'a, 'c, 's> {
    /// The cell as it is read.
    cell: &'a str,
    /// Where in the cell as it is written that stands.
    plain: &'a Plain<'c>,
    pub(super) scan: Scan<'a>,
    /// None before the first citation; from then on one is always open.
    pub(super) open: Option<Open>,
    /// Short names and the titles for which they stand.
    aliases: Vec<(&'a str, Text)>,
    /// The titles that were named last.
    named: Vec<Text>,
    see: &'s mut dyn FnMut(ReadCitation<'c>),
}

/// So many short names are remembered.
const MOST_ALIASES: usize = 16;

impl<'a> Reader<'a, '_, '_> {
    fn read(&mut self) {
        loop {
            let gap = gap::skip(&mut self.scan);
            if self.scan.is_at_end() {
                return self.close();
            }
            if self.begin(gap) || self.go_on(gap) {
                continue;
            }
            self.skip_words();
        }
    }

    /// Begins a citation, where one begins here.
    fn begin(&mut self, gap: Gap) -> bool {
        let placed = self.open.as_ref().is_some_and(|open| !open.places.is_empty());
        let opening = match gap {
            // A printed provision may begin with the title of a document.
            Gap::Colon | Gap::Blanks if placed => Opening::Sentence,
            Gap::Line | Gap::MarkedLine if placed => Opening::Line,
            _ => Opening::Free,
        };
        if self.refer(gap) {
            return true;
        }
        if let Some(head) = opening::read(self.scan, opening) {
            if !self.is_repeated(gap, &head) {
                self.start(&head);
            }
            self.scan.at = head.end;
            return true;
        }
        // 国务院令第412号附件第12项: a document by its number alone.
        let apart = self.open.is_none() || (placed && matches!(gap, Gap::Mark | Gap::Line | Gap::MarkedLine));
        let mut ahead = self.scan;
        opening::skip_lead_ins(&mut ahead);
        let number = if apart { note::number_here(ahead.rest()) } else { None };
        if let Some(length) = number {
            self.start(&Head { end: ahead.at, ..Head::default() });
            self.take_number(length);
        }
        number.is_some()
    }

    /// Words that stand for an instrument named before.
    fn refer(&mut self, gap: Gap) -> bool {
        let Some(open) = self.open.as_ref().filter(|open| open.names && open.quote.is_none() && gap <= Gap::Mark)
        else {
            return false;
        };
        let Some(referred) = refer::read(self.scan, gap == Gap::Mark) else { return false };
        let current = open.citation.title.as_ref();
        let title = referred.title(current, &self.named);
        if title.is_none() || title.as_ref() != current {
            let words = self.scan.at..referred.end;
            self.start(&Head { end: referred.end, ..Head::default() });
            if let Some(open) = self.open.as_mut() {
                open.names = true;
                open.unread.extend(title.is_none().then_some(words));
                open.citation.title = title;
            }
        }
        self.scan.at = referred.end;
        true
    }

    /// Whether a title is named that was named just before: `《建筑法》《建筑法》（…）`.
    fn is_repeated(&self, gap: Gap, head: &Head) -> bool {
        let Some(open) = self.open.as_ref().filter(|open| open.places.is_empty() && open.quote.is_none()) else {
            return false;
        };
        let title = head.title.clone().and_then(|title| self.cell.get(title)).and_then(title_text);
        let once = title.is_some() && title == open.citation.title;
        once && !head.tagged && head.unread.is_none() && matches!(gap, Gap::Nothing | Gap::Blanks | Gap::Line)
    }

    /// Takes up a document number that stands here.
    fn take_number(&mut self, length: usize) {
        let start = self.scan.at;
        self.scan.advance(length);
        if let Some(open) = self.open.as_mut() {
            open.names = true;
            open.citation.document_number = Text::new(self.scan.since(start)).ok();
        }
    }

    fn start(&mut self, head: &Head) {
        let start = self.scan.at;
        // Separators at the beginning of the cell go with the first citation.
        let start = if self.open.is_none() { 0 } else { start };
        self.close_at(start);
        let title = head.title.clone().and_then(|title| self.cell.get(title));
        let (title, amended) = match title.and_then(note::at_end_of_title) {
            Some((before, note)) => (Some(before), Some(note)),
            None => (title, None),
        };
        let known = title.and_then(|title| self.aliases.iter().rev().find(|(alias, _)| *alias == title));
        let title = known.map(|(_, full)| full.clone()).or_else(|| title.and_then(title_text));
        if let Some(title) = &title {
            if self.named.len() >= refer::MOST_NAMED {
                self.named.remove(0);
            }
            self.named.push(title.clone());
        }
        let citation = Citation { title, rank: head.rank, ..Citation::default() };
        let names = citation.title.is_some() || head.tagged;
        let unread = head.unread.iter().cloned().collect();
        self.open = Some(Open { start, citation, names, unread, ..Open::default() });
        if let (Some(note), Some(whole)) = (amended, head.title.clone()) {
            self.take_note(whole, note);
        }
        self.scan.at = head.end;
    }

    /// Reads on in the citation that is open.
    fn go_on(&mut self, gap: Gap) -> bool {
        let Some(open) = self.open.as_mut() else {
            // Provisions alone, at the beginning of the cell.
            let mut places = Places::default();
            if !places.read(&mut self.scan, Start::Ordinal, Between::Anything) {
                return false;
            }
            self.open = Some(Open { names: true, places, ..Open::default() });
            return true;
        };
        if !open.names {
            return false;
        }
        let adjoins = gap == Gap::Nothing && open.places.is_empty();
        let start = if adjoins { Start::Number } else { Start::Ordinal };
        let listed = open.places.articles.len();
        if open.places.read(&mut self.scan, start, Between::Anything) {
            if matches!(gap, Gap::Colon | Gap::Line) {
                open.places.drop_printed(listed, listed);
            }
            return true;
        }
        if self.scan.peek().is_some_and(opens_bracket) && open.quote.is_none() && gap != Gap::Colon {
            self.read_bracket();
            return true;
        }
        if open.places.articles.is_empty() && open.quote.is_none() && heading::read(&mut self.scan, &mut open.places) {
            if self.scan.peek().is_some_and(|c| scan::is_han(c) && c != '第') {
                self.read_body();
            }
            return true;
        }
        if open.places.is_empty()
            && open.citation.document_number.is_none()
            && let Some(length) = note::number_here(self.scan.rest())
        {
            self.take_number(length);
            return true;
        }
        if gap < Gap::Line && self.scan.eat_any(&FILLERS).is_some() {
            return true;
        }
        let apart = gap >= Gap::Line || (gap > Gap::Nothing && !open.places.is_empty());
        if gap < Gap::Line && names_places(self.scan) {
            return false;
        }
        if apart || self.scan.peek() == Some('“') || self.is_long_line() {
            self.read_body();
            return true;
        }
        false
    }

    /// Whether words that stand directly at a provision are it, and not a remark on it: `第八十条违反本法…`.
    fn is_long_line(&self) -> bool {
        let placed = self.open.as_ref().is_some_and(|open| !open.places.is_empty());
        placed && self.scan.rest().chars().take(20).take_while(|&c| !is_break(c) && c != '。').count() >= 20
    }

    /// A note, or provisions in brackets.
    fn read_bracket(&mut self) {
        let Some(open) = self.open.as_mut() else { return };
        let start = self.scan.at;
        let Bracket { end, after: ahead } = bracket::read(self.scan);
        self.scan.bump();
        let inner_start = self.scan.at;
        let inner = self.cell.get(inner_start..end.unwrap_or(ahead.at)).unwrap_or_default();
        let mut places = Scan::new(inner);
        let mut found = Places::default();
        if found.read(&mut places, Start::Ordinal, Between::Anything) && places.rest().chars().all(is_space) {
            let in_cell = |at: usize| at.saturating_add(inner_start);
            open.places.articles.append(&mut found.articles);
            open.places.clauses.extend(found.clauses.into_iter().map(|at| in_cell(at.start)..in_cell(at.end)));
            self.scan.at = ahead.at;
            return;
        }
        // （2017）: the year of an edition.
        if let Some(year) = note::year_alone(inner).filter(|_| open.citation.title.is_some()) {
            note::add_date(&mut open.citation.version_dates, year);
            self.scan.at = ahead.at;
            return;
        }
        // （二）: a heading, not a note.
        if !inner.is_empty() && inner.chars().all(numeral::is_numeral) && open.places.articles.is_empty() {
            open.places.add_clause(start..ahead.at, Joint::Listed);
            self.scan.at = ahead.at;
            return;
        }
        self.scan.at = ahead.at;
        self.take_note(start..ahead.at, inner);
    }

    /// Takes up what a note says.
    fn take_note(&mut self, whole: Range<usize>, words: &'a str) {
        let Some(open) = self.open.as_mut() else { return };
        let note = note::read(words);
        if !note.is_read {
            open.unread.push(whole);
            return;
        }
        for date in note.dates {
            note::add_date(&mut open.citation.version_dates, date);
        }
        open.effective.extend(note.effective);
        if open.citation.document_number.is_none() {
            let number = note.number.and_then(|number| words.get(number));
            open.citation.document_number = number.and_then(|number| Text::new(number).ok());
        }
        if let (Some(alias), Some(title)) = (note.alias.and_then(|alias| words.get(alias)), &open.citation.title) {
            if self.aliases.len() >= MOST_ALIASES {
                self.aliases.remove(0);
            }
            self.aliases.push((alias, title.clone()));
        }
    }

    /// Words that are none of the parts of a citation: up to the next mark or the next part.
    fn skip_words(&mut self) {
        let start = self.scan.at;
        let named = self.open.as_ref().is_some_and(|open| open.names);
        self.scan.bump();
        while let Some(c) = self.scan.peek() {
            let stops = match c {
                '《' | '«' | '【' | '“' | '。' | '；' | ';' | '：' | ':' => true,
                '第' => begins_with_place(self.scan),
                '，' | ',' | '、' => !named,
                _ => is_break(c) || (named && opens_bracket(c)),
            };
            if stops {
                break;
            }
            self.scan.bump();
        }
        let words = self.scan.since(start);
        if named && note::tells_story(words) {
            return self.take_note(start..self.scan.at, words);
        }
        // Provisions that follow may be those of another instrument.
        if named && self.scan.peek() == Some('第') && MAY_NAME.iter().any(|word| words.contains(word)) {
            let words = start..self.scan.at;
            self.close_at(start);
            self.open = Some(Open { start, names: true, unread: vec![words], ..Open::default() });
            return;
        }
        let open = self.open.get_or_insert_default();
        open.unread.push(start..self.scan.at);
    }

    /// Ends the reading.
    fn close(&mut self) {
        if self.open.is_none() {
            self.open = Some(Open { unread: iter::once(0..self.cell.len()).collect(), ..Open::default() });
        }
        self.close_at(self.cell.len());
    }

    /// Ends the citation that is open, if one is.
    fn close_at(&mut self, end: usize) {
        let Some(open) = self.open.take() else { return };
        let plain = self.plain;
        let of_cell = |range: Range<usize>| plain.cut(range).map(str::trim).filter(|words| !words.is_empty());
        let kept = |range: Range<usize>| of_cell(range).and_then(|words| Text::new(words).ok());
        let mut citation = open.citation;
        citation.text = plain.cut(open.start..end).and_then(|text| Text::new(text).ok());
        citation.articles = open.places.articles;
        citation.clauses = open.places.clauses.into_iter().filter_map(kept).collect();
        citation.quote = open.quote.and_then(kept);
        if citation.version_dates.is_empty() {
            citation.version_dates = open.effective;
        }
        let unread = open.unread.into_iter().filter_map(of_cell).collect();
        (self.see)(ReadCitation { citation, unread });
    }
}
