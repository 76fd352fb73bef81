//! The provision as printed: what belongs to the quotation, and the numbers at the heads of it.

use super::group::Start;
use super::opening::{self, Opening};
use super::provision::Between;
use super::reader::Reader;
use super::scan::{is_break, is_space};

impl Reader<'_, '_, '_> {
    /// The provision as printed: up to the next citation, or the end of its quotation marks.
    pub(super) fn read_body(&mut self) {
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
            if !line && matches!(c, '；' | ';') && !marked {
                let mut ahead = self.scan;
                ahead.skip_blanks();
                if opening::read(ahead, Opening::Clause).is_some() {
                    break;
                }
            }
            if !line && !matches!(c, '。' | '｡' | '”') {
                continue;
            }
            let blank = if line { self.scan.skip(is_space) } else { self.scan.skip_blanks() };
            let ended = previous.is_none_or(ends_sentence);
            let opening = if line && ended { Opening::Body } else { Opening::Sentence };
            let next = opening::read(self.scan, opening);
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
            let mut after = ahead;
            let blank_after = after.skip_blanks();
            let mut colon = after;
            let told = colon.eat("规定") && colon.peek().is_some_and(|c| matches!(c, '：' | ':'));
            match after.peek() {
                Some('：' | ':') => true,
                _ if told => true,
                None => line,
                Some(c) if is_break(c) => line,
                Some(';' | '；') => line && by_article,
                _ if !by_article => false,
                Some(_) if blank_after => (line || blank) && ended,
                Some(c) => line && ended && !matches!(c, '的' | '规' | '所' | '之' | '等' | '、' | '，'),
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
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '：' | ':' | '”' | '）' | ')' | '！' | '｡' | '.')
}
