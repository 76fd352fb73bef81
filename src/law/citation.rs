//! 读取依据: reading the citations of a cell, in the spellings of real lists.
//!
//! A cell of a published list names one instrument or several, often prints the provision too, and follows no
//! grammar. [`read_citations`] says which instruments and places it cites, and keeps every character of it.
//!
//! # What is read
//!
//! - Provisions (立法法 §65) in Chinese or Arabic numerals, of full or half width, with or without 第, in lists and ranges:
//!   `第三、五条`, `第一款第（一）至（三）项`, `24条`. A range of at most 100 provisions is written out, of a longer one the two
//!   ends are kept: for the rest the text stands.
//! - Places named otherwise, as written: `第三章`, `三、（二）`, `附件第12项`.
//! - Titles in 《》, with others inside them, over several lines, without one of the marks, and without marks where a
//!   provision or a note follows. White space inside a title is left out, unless it stands between words of letters.
//! - Tags as the rank that they state: `【法律】`. A tag holds for the title that it stands before.
//! - Notes after a title: the document number of the instrument itself, not that of a decision that changed it; the days of
//!   adoption, publication and amendment, and the day of entry into force only where there is no other. A date that
//!   is none, or is not a whole one (`2018年12月`), stays as written. `（以下简称水法）` holds for the rest of the cell.
//! - The provision as printed, which is the quotation, from its first word to its last. Where several are printed, the numbers at their heads
//!   stand inside it and are cited; laws and numbers within a sentence belong to the quotation, and are not.
//!
//! The text is read once, from the beginning to the end; looking ahead is bounded.

use std::ops::Range;

mod head;
mod note;
mod provision;
mod scan;

use head::{Head, Opening};
use provision::{Between, Joint, Places, Start};
use scan::{Scan, closes_bracket, is_break, is_space, opens_bracket};

use crate::model::{Citation, Date, Text, Written};

/// Reads the citations of a cell.
///
/// The texts of the result, in order, are together the cell: separators and numbering go with the citation that they
/// stand at, and words that name nothing are a citation of which only the text is known. A cell without anything but
/// white space gives none.
///
/// ```
/// use qingdan::law::citation::read_citations;
///
/// let cell = "【法律】《中华人民共和国水法》（2016年7月2日修正）第7、48条；\n《取水许可和水资源费征收管理条例》（国务院令第460号）第四条第一款第（一）至（三）项";
/// let citations = read_citations(cell);
///
/// let canonical: Vec<String> = citations.iter().filter_map(|citation| citation.canonical()).collect();
/// assert_eq!(canonical, [
///     "《中华人民共和国水法》第七条、第四十八条",
///     "《取水许可和水资源费征收管理条例》（国务院令第460号）第四条第一款第（一）项、第四条第一款第（二）项、第四条第一款第（三）项",
/// ]);
/// let text: String = citations.iter().filter_map(|citation| citation.text.as_ref()).map(|text| text.as_str()).collect();
/// assert_eq!(text, cell);
///
/// // What stands in a quotation is not cited.
/// let citations = read_citations("《渔业法》第五条：“依照《治安管理处罚法》第八条处罚”");
/// assert_eq!(citations.len(), 1);
/// assert_eq!(citations[0].quote.as_ref().map(|quote| quote.as_str()), Some("依照《治安管理处罚法》第八条处罚"));
/// ```
#[must_use]
pub fn read_citations(cell: &str) -> Vec<Citation> {
    read_with_rest(cell).into_iter().map(|read| read.citation).collect()
}

/// 读取结果: a citation as read, and what of its text was not understood.
///
/// ```
/// use qingdan::law::citation::read_with_rest;
/// let read = read_with_rest("《水法》第七条等相应规定");
/// assert_eq!(read[0].citation.articles.len(), 1);
/// assert_eq!(read[0].unread, ["相应规定"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadCitation<'a> {
    /// The citation.
    pub citation: Citation,
    /// The parts of its text, outside of the quotation, that say something and were not understood.
    pub unread: Vec<&'a str>,
}

/// Reads the citations of a cell as [`read_citations`] does, and says what was not understood, so that it can be
/// counted how much of a list was judged.
#[must_use]
pub fn read_with_rest(cell: &str) -> Vec<ReadCitation<'_>> {
    let mut reader = Reader { cell, scan: Scan::new(cell), open: None, aliases: Vec::new(), done: Vec::new() };
    if !cell.chars().all(is_space) {
        reader.read();
    }
    reader.done
}

/// What is known of a citation while it is read.
#[derive(Debug, Default)]
struct Open {
    start: usize,
    citation: Citation,
    /// Whether anything but words was found.
    names: bool,
    places: Places,
    effective: Vec<Written<Date>>,
    quote: Option<Range<usize>>,
    /// How many articles were listed before anything was printed.
    listed: usize,
    unread: Vec<Range<usize>>,
}

struct Reader<'a> {
    cell: &'a str,
    scan: Scan<'a>,
    open: Option<Open>,
    /// Short names and the titles for which they stand.
    aliases: Vec<(&'a str, Text)>,
    done: Vec<ReadCitation<'a>>,
}

/// So many short names are remembered.
const MOST_ALIASES: usize = 16;
/// A note is broken over so many lines at most.
const MOST_BREAKS: usize = 3;
/// The longest note, in characters.
const LONGEST_NOTE: usize = 2000;

/// Words after a title or provision that say nothing of which.
const FILLERS: [&str; 26] = [
    "等有关规定",
    "等相关规定",
    "的有关规定",
    "的相关规定",
    "等法律法规规定",
    "之规定",
    "的规定",
    "等规定",
    "有关规定",
    "相关规定",
    "规定如下",
    "明确规定",
    "规定",
    "全文",
    "等文件",
    "等条款",
    "等条",
    "等项",
    "条款",
    "内容",
    "文件",
    "附则",
    "的",
    "等",
    "文",
    "中",
];

/// What stood between the last thing read and the next.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    /// Anything at all.
    any: bool,
    broken: bool,
    colon: bool,
    /// A mark that separates.
    mark: bool,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        loop {
            let gap = self.skip_gap();
            if self.scan.is_at_end() {
                return self.close();
            }
            if self.begin(gap) || self.go_on(gap) {
                continue;
            }
            self.skip_words();
        }
    }

    /// White space and marks between the parts of citations.
    fn skip_gap(&mut self) -> Gap {
        let mut gap = Gap::default();
        while let Some(c) = self.scan.peek() {
            match c {
                _ if is_break(c) => gap.broken = true,
                '：' | ':' => gap.colon = true,
                // The end of a mark whose beginning is lost.
                '、' | '，' | ',' | '；' | ';' | '。' | '.' | '｡' | '》' | '”' | '）' | ')' | '】' => {
                    gap.mark = true
                }
                _ if is_space(c) => {}
                _ => break,
            }
            gap.any = true;
            self.scan.bump();
        }
        gap
    }

    /// Begins a citation, where one begins here.
    fn begin(&mut self, gap: Gap) -> bool {
        let placed = self.open.as_ref().is_some_and(|open| !open.places.is_empty());
        let opening = match gap {
            // A printed provision may begin with the title of a document.
            Gap { colon: true, .. } if placed => Opening::Sentence,
            Gap { broken: true, .. } if placed => Opening::Line,
            Gap { any: true, mark: false, .. } if placed => Opening::Sentence,
            _ => Opening::Free,
        };
        let Some(head) = head::read(self.scan, opening) else { return false };
        self.start(&head);
        true
    }

    fn start(&mut self, head: &Head) {
        let start = self.scan.at;
        // Separators at the beginning of the cell go with the first citation.
        let start = if self.done.is_empty() && self.open.is_none() { 0 } else { start };
        self.close_at(start);
        let title = head.title.clone().and_then(|title| self.cell.get(title));
        let known = title.and_then(|title| self.aliases.iter().rev().find(|(alias, _)| *alias == title));
        let title = known.map(|(_, full)| full.clone()).or_else(|| title.and_then(title_text));
        let citation = Citation { title, rank: head.rank, ..Citation::default() };
        let names = citation.title.is_some() || head.tagged;
        let unread = head.unread.iter().cloned().collect();
        self.open = Some(Open { start, citation, names, unread, ..Open::default() });
        self.scan.at = head.end;
    }

    /// Reads on in the citation that is open.
    fn go_on(&mut self, gap: Gap) -> bool {
        let first = self.open.is_none() && self.done.is_empty();
        let Some(open) = self.open.as_mut() else {
            // Provisions alone, at the beginning of the cell.
            let mut places = Places::default();
            if !first || !places.read(&mut self.scan, Start::Ordinal, Between::Anything) {
                return false;
            }
            self.open = Some(Open { names: true, places, ..Open::default() });
            return true;
        };
        if !open.names {
            return false;
        }
        let adjoins = !gap.any && open.places.is_empty();
        let start = if adjoins { Start::Number } else { Start::Ordinal };
        let listed = open.places.articles.len();
        if open.places.read(&mut self.scan, start, Between::Anything) {
            if gap.colon || (gap.broken && !gap.mark) {
                open.places.drop_printed(listed, listed);
            }
            return true;
        }
        if self.scan.peek().is_some_and(opens_bracket) && open.quote.is_none() && !gap.colon {
            return self.read_bracket();
        }
        if open.places.articles.is_empty() && open.quote.is_none() && read_heading(&mut self.scan, open) {
            if self.scan.peek().is_some_and(|c| scan::is_han(c) && c != '第') {
                self.read_body();
            }
            return true;
        }
        if open.places.is_empty()
            && open.citation.document_number.is_none()
            && let Some(length) = note::number_here(self.scan.rest())
        {
            let start = self.scan.at;
            self.scan.advance(length);
            open.citation.document_number = Text::new(self.scan.since(start)).ok();
            return true;
        }
        if !gap.broken && !gap.colon && self.scan.eat_any(&FILLERS).is_some() {
            return true;
        }
        if self.scan.peek() == Some('“')
            || gap.broken
            || gap.colon
            || (gap.any && !open.places.is_empty())
            || self.is_long_line()
        {
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
    fn read_bracket(&mut self) -> bool {
        let Some(open) = self.open.as_mut() else { return false };
        let start = self.scan.at;
        let mut ahead = self.scan;
        let (mut depth, mut breaks) = (0_usize, 0_usize);
        let mut end = None;
        for _ in 0..LONGEST_NOTE {
            let at = ahead.at;
            let Some(c) = ahead.bump() else { break };
            if opens_bracket(c) {
                depth = depth.saturating_add(1);
            } else if closes_bracket(c) {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    end = Some(at);
                    break;
                }
            } else if is_break(c) {
                breaks = breaks.saturating_add(1);
            }
            if breaks > MOST_BREAKS || c == '【' && ahead.rest().starts_with(|c| !scan::is_digit(c)) {
                break;
            }
        }
        if end.is_none() {
            // The bracket is not closed: the note ends with the line.
            ahead = self.scan;
            ahead.skip(|c| !is_break(c));
        }
        self.scan.bump();
        let inner_start = self.scan.at;
        let inner = self.cell.get(inner_start..end.unwrap_or(ahead.at)).unwrap_or_default();
        let mut places = Scan::new(inner);
        let mut found = Places::default();
        if found.read(&mut places, Start::Ordinal, Between::Anything) && places.rest().chars().all(is_space) {
            let whole = inner_start..inner_start.saturating_add(inner.len());
            if found.clauses.is_empty() {
                open.places.articles.append(&mut found.articles);
            } else {
                open.places.clauses.push(whole);
            }
            self.scan.at = ahead.at;
            return true;
        }
        // （二）: a heading, not a note.
        if !inner.is_empty() && inner.chars().all(crate::numeral::is_numeral) && open.places.articles.is_empty() {
            open.places.add_clause(start..ahead.at, Joint::Listed);
            self.scan.at = ahead.at;
            return true;
        }
        self.scan.at = ahead.at;
        self.take_note(start..ahead.at, inner);
        true
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
            if !open.citation.version_dates.contains(&date) {
                open.citation.version_dates.push(date);
            }
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

    /// The provision as printed: up to the next citation, or the end of its quotation marks.
    fn read_body(&mut self) {
        if let Some(open) = self.open.as_mut().filter(|open| open.quote.is_none()) {
            open.listed = open.places.articles.len();
        }
        let mut quoted = usize::from(self.scan.eat("“"));
        let marked = quoted > 0;
        let start = self.scan.at;
        let mut end = start;
        let mut previous = None;
        while let Some(c) = self.scan.bump() {
            if marked {
                match c {
                    '“' => quoted = quoted.saturating_add(1),
                    '”' => quoted = quoted.saturating_sub(1),
                    _ => {}
                }
                if quoted == 0 {
                    break;
                }
            }
            if !is_space(c) {
                end = self.scan.at;
                previous = Some(c);
            }
            let line = is_break(c);
            if !line && !matches!(c, '。' | '｡' | '”') {
                continue;
            }
            let blank = if line { self.scan.skip(is_space) } else { self.scan.skip_blanks() };
            let ended = previous.is_none_or(ends_sentence);
            let opening = if line && ended { Opening::Body } else { Opening::Sentence };
            let next = head::read(self.scan, opening);
            if next.is_some_and(|head| !marked || (line && head.tagged)) {
                break;
            }
            if !marked && self.read_printed_number(line, blank, ended) {
                end = self.scan.at;
                previous = None;
            }
        }
        if let Some(open) = self.open.as_mut() {
            let start = open.quote.as_ref().map_or(start, |quote| quote.start);
            open.quote = Some(start..end).filter(|quote| quote.start < quote.end);
        }
    }

    /// The number at the head of a printed provision: `第三十二条　县级以上…`. A number within a sentence, or where a line
    /// was broken, is none.
    fn read_printed_number(&mut self, line: bool, blank: bool, ended: bool) -> bool {
        let Some(open) = self.open.as_mut().filter(|_| self.scan.peek() == Some('第')) else { return false };
        let (articles, clauses) = (open.places.articles.len(), open.places.clauses.len());
        let mut ahead = self.scan;
        let found = open.places.read(&mut ahead, Start::Ordinal, Between::OneLine) && {
            let by_article = open.places.articles.len() > articles;
            let end = ahead.at;
            let mut after = ahead;
            let blank_after = after.skip_blanks();
            let mut told = after;
            let told = told.eat("规定") && told.peek().is_some_and(|c| matches!(c, '：' | ':'));
            match after.peek() {
                Some('：' | ':') => true,
                _ if told => true,
                None => line,
                Some(c) if is_break(c) => line,
                Some(';' | '；') => line && by_article,
                _ if !by_article => false,
                Some(_) if blank_after => (line || blank) && ended,
                Some(c) => {
                    line && ended && end > self.scan.at && !matches!(c, '的' | '规' | '所' | '之' | '等' | '、' | '，')
                }
            }
        };
        if found {
            self.scan = ahead;
            open.places.drop_printed(articles, open.listed);
        } else {
            open.places.articles.truncate(articles);
            open.places.clauses.truncate(clauses);
        }
        found
    }

    /// Words that are none of the parts of a citation: up to the next mark or the next part.
    fn skip_words(&mut self) {
        let start = self.scan.at;
        let named = self.open.as_ref().is_some_and(|open| open.names);
        self.scan.bump();
        while let Some(c) = self.scan.peek() {
            let stops = match c {
                '《' | '«' | '【' | '“' | '。' | '；' | ';' | '：' | ':' => true,
                '第' => provision::begins_with_place(self.scan),
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
        let first = if self.done.is_empty() { 0 } else { start };
        let open = self.open.get_or_insert_with(|| Open { start: first, ..Open::default() });
        open.unread.push(start..self.scan.at);
    }

    /// Ends the reading.
    fn close(&mut self) {
        if self.open.is_none() && self.done.is_empty() {
            self.open = Some(Open { unread: vec![0..self.cell.len()], ..Open::default() });
        }
        self.close_at(self.cell.len());
    }

    /// Ends the citation that is open, if one is.
    fn close_at(&mut self, end: usize) {
        let Some(open) = self.open.take() else { return };
        let of_cell = |range: Range<usize>| self.cell.get(range).map(str::trim).filter(|words| !words.is_empty());
        let kept = |range: Range<usize>| of_cell(range).and_then(|words| Text::new(words).ok());
        let mut citation = open.citation;
        citation.text = self.cell.get(open.start..end).and_then(|text| Text::new(text).ok());
        citation.articles = open.places.articles;
        citation.clauses = open.places.clauses.into_iter().filter_map(kept).collect();
        citation.quote = open.quote.and_then(kept);
        if citation.version_dates.is_empty() {
            citation.version_dates = open.effective;
        }
        let unread = open.unread.into_iter().filter_map(of_cell).collect();
        self.done.push(ReadCitation { citation, unread });
    }
}

/// `三、（二）`, `一、`: the numbers of headings, where a document has no articles.
fn read_heading(scan: &mut Scan<'_>, open: &mut Open) -> bool {
    let start = scan.at;
    let mut ahead = *scan;
    let mut end = None;
    // Numbers go down from 一 over （一） to 1.
    for _ in 0..4 {
        let bracketed = ahead.eat_if(opens_bracket).is_some();
        if ahead.peek().is_none_or(scan::is_digit) && !bracketed && end.is_none() || ahead.numeral().is_none() {
            break;
        }
        if bracketed {
            if ahead.eat_if(closes_bracket).is_none() {
                break;
            }
            end = Some(ahead.at);
        } else {
            let last = ahead.at;
            let marked = ahead.eat_if(|c| matches!(c, '、' | '.' | '．')).is_some();
            let ends =
                ahead.peek().is_none_or(|c| is_space(c) || opens_bracket(c) || matches!(c, '、' | '；' | '，' | '。'));
            if !marked && !ends {
                break;
            }
            end = Some(last);
        }
    }
    let Some(end) = end else { return false };
    scan.at = end;
    open.places.add_clause(start..end, Joint::Listed);
    // What follows its mark is what is printed.
    scan.eat_if(|c| matches!(c, '、' | '.' | '．'));
    true
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '：' | ':' | '”' | '）' | ')' | '！' | '｡' | '.')
}

/// A title without the white space that a table puts into it.
fn title_text(written: &str) -> Option<Text> {
    let written = written.trim();
    if !written.contains(is_space) {
        return Text::new(written).ok();
    }
    let mut title = String::new();
    let mut rest = written.chars().peekable();
    while let Some(c) = rest.next() {
        if !is_space(c) {
            title.push(c);
            continue;
        }
        while rest.next_if(|&c| is_space(c)).is_some() {}
        let between = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
        // One blank between words of letters, as in `GB 18466`.
        if between(rest.peek()) && between(title.chars().next_back().as_ref()) {
            title.push(' ');
        }
    }
    Text::new(title).ok()
}
