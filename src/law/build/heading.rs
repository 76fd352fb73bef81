//! What stands before the articles: title, notes, and what the notes say was done and when.

use super::articles::{Line, ends_heading};
use super::day::{self, days};
use super::doubt::DoubtKind;
use crate::law::facts::same_title;
use crate::model::Date;

/// The heading of a text.
#[derive(Debug)]
pub(super) struct Heading {
    /// Without 中华人民共和国.
    pub(super) title: String,
    /// The line on which it stands.
    pub(super) title_line: String,
    /// The notes, without the titles that they name.
    pub(super) notes: String,
    /// What was done and when, in the order of the notes.
    pub(super) acts: Vec<Act>,
    /// Where the articles begin.
    pub(super) body: usize,
}

/// What was done on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) date: Date,
    pub(super) kind: ActKind,
    /// As the notes have it.
    pub(super) words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ActKind {
    /// 通过, 批准
    Passed,
    /// 公布, 发布
    Published,
    /// 修订: the whole text was made anew.
    Revised,
    /// 修正, 修改: some of it was changed.
    Amended,
    /// 起施行
    TakesEffect,
}

/// The words for what was done.
const ACTS: [(&str, ActKind); 9] = [
    ("通过", ActKind::Passed),
    ("批准", ActKind::Passed),
    ("修订", ActKind::Revised),
    ("修正", ActKind::Amended),
    ("修改", ActKind::Amended),
    ("公布", ActKind::Published),
    ("发布", ActKind::Published),
    ("颁布", ActKind::Published),
    ("施行", ActKind::TakesEffect),
];

/// The title and the day in the name of a file: `水法(2016-07-02).md`.
pub(super) fn of_name(name: &str) -> Option<(&str, Date)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    let (title, date) = stem.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    Some((title.trim(), day::of_name(date.trim())?))
}

pub(super) fn read(lines: &[Line], in_name: Option<&str>) -> Result<Heading, DoubtKind> {
    if lines.is_empty() {
        return Err(DoubtKind::Empty);
    }
    let body = lines.iter().position(|line| ends_heading(&line.text)).unwrap_or(lines.len());
    // A text without articles has its notes near its title.
    let head = lines.get(..body.min(MOST_LINES)).unwrap_or_default();
    let at = title_at(head, in_name).ok_or(DoubtKind::NoTitle)?;
    let title_line = head.get(at).map(|line| line.text.clone()).unwrap_or_default();
    let (written, note) = without_note(&title_line);
    let title: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    let title = title.strip_prefix("中华人民共和国").filter(|rest| !rest.is_empty()).unwrap_or(&title).to_owned();
    if let Some(in_name) = in_name.filter(|name| !same_title(name, &title)) {
        return Err(DoubtKind::OtherTitle { in_name: in_name.to_owned(), in_text: title });
    }
    let mut notes: Vec<&str> = head.get(..at).unwrap_or_default().iter().map(|line| line.text.as_str()).collect();
    notes.extend(note);
    let mut open = 0_usize;
    for line in head.iter().skip(at.saturating_add(1)).map(|line| line.text.as_str()) {
        if open == 0 && !is_note(line) {
            continue;
        }
        let opened = line.matches(['（', '(']).count();
        open = open.saturating_add(opened).saturating_sub(line.matches(['）', ')']).count());
        notes.push(line);
    }
    let notes = without_titles(&notes.join("\n"));
    let acts = acts(&notes);
    Ok(Heading { title, title_line, notes, acts, body })
}

/// How many lines a heading has at most.
const MOST_LINES: usize = 60;

/// The line that is the title: the heading of the first level, else the line that the file is named after, else the first
/// that is nothing else.
fn title_at(head: &[Line], in_name: Option<&str>) -> Option<usize> {
    let heading = head.iter().position(|line| line.level == 1);
    let named = || {
        let name = in_name?;
        head.iter().position(|line| same_title(without_note(&line.text).0, name))
    };
    let plain =
        |line: &Line| !is_note(&line.text) && days(&line.text).next().is_none() && line.text.chars().count() <= 100;
    heading.or_else(named).or_else(|| head.iter().position(plain))
}

/// A title without a note in brackets at its end.
fn without_note(line: &str) -> (&str, Option<&str>) {
    let noted = line.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    match noted.and_then(|at| line.split_at_checked(at)) {
        Some((title, note)) if note.contains('年') && !title.is_empty() => (title.trim_end(), Some(note)),
        _ => (line, None),
    }
}

/// Whether a line of a heading is a note on the text and not its title: a bracket, a day, an order and its number, the name
/// of who signed it.
fn is_note(line: &str) -> bool {
    let begins =
        ["（", "(", "根据", "经", "第", "总理", "主席", "部长", "署长", "行长", "主任", "局长", "现予", "现将"];
    begins.iter().any(|word| line.starts_with(word))
        || line.ends_with('令')
        || line.ends_with('号')
        || line.starts_with('《')
        || line.starts_with(|c: char| crate::numeral::digit(c).is_some()) && days(line).next().is_some()
}

/// A text in which titles have no words left: 《关于修改…的决定》 changes nothing here.
pub(super) fn without_titles(text: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '《' => depth = depth.saturating_add(1),
            '》' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    plain.push_str("《》");
                }
            }
            // A mark without its other half must not swallow the rest.
            '\n' => {
                depth = 0;
                plain.push(c);
            }
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// What was done on each day of the notes: what is said between it and the next day. A day alone, under an order, is that on
/// which it was signed.
fn acts(notes: &str) -> Vec<Act> {
    let found: Vec<day::Day> = days(notes).collect();
    let ends = found.iter().skip(1).map(|next| next.at.start).chain([notes.len()]);
    let acts = found.iter().zip(ends).filter_map(|(day, end)| {
        let words = notes.get(day.at.start..end)?;
        let after = notes.get(day.at.end..end)?;
        let line = after.split('\n').next().unwrap_or_default();
        let first = ACTS.iter().filter_map(|&(word, kind)| Some((after.find(word)?, kind))).min_by_key(|(at, _)| *at);
        let kind = match first {
            _ if after.starts_with('起') => ActKind::TakesEffect,
            _ if line.trim().is_empty() => ActKind::Published,
            Some((_, kind)) => kind,
            None if after.contains('令') => ActKind::Published,
            None => return None,
        };
        let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')'));
        Some(Act { date: day.date, kind, words: words.to_owned() })
    });
    acts.collect()
}
