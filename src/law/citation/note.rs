//! Version notes: `（2003年8月27日…通过，根据2019年4月23日…修正，国务院令第412号，以下简称…）`.

use std::num::NonZeroU16;
use std::ops::Range;

use super::scan::{Scan, closes_bracket, is_break, is_digit, is_han, is_space, opens_bracket};
use crate::model::{Date, Written};
use crate::numeral::{begins_as_year, digit};

/// Words by which a text is the story of an instrument.
const STORY: [&str; 16] = [
    "通过", "公布", "发布", "颁布", "施行", "实施", "生效", "修订", "修正", "修改", "印发", "批准", "审议", "废止",
    "版", "文",
];

/// So much of what stands around a number tells what it is the number of, in characters.
const LONGEST_CLAUSE: usize = 80;

/// What a note says.
#[derive(Debug, Default)]
pub(super) struct Note {
    pub(super) dates: Vec<Written<Date>>,
    /// The days of entry into force: they name the edition only where no other day does.
    pub(super) effective: Vec<Written<Date>>,
    /// Where in the note the document number stands.
    pub(super) number: Option<Range<usize>>,
    /// Where in the note the short name stands that the instrument has from here on.
    pub(super) alias: Option<Range<usize>>,
    /// Whether any of it was understood.
    pub(super) is_read: bool,
}

/// Reads a note, without its brackets.
pub(super) fn read(note: &str) -> Note {
    let mut found = Note::default();
    read_dates(note, &mut found);
    found.number = read_number(note);
    found.alias = read_alias(note);
    found.is_read = !found.dates.is_empty()
        || !found.effective.is_empty()
        || found.number.is_some()
        || found.alias.is_some()
        || ["试行", "暂行"].contains(&note.trim())
        || tells_story(note);
    found
}

/// Whether words after a title tell how the instrument came about.
pub(super) fn tells_story(words: &str) -> bool {
    STORY.iter().any(|word| words.contains(word))
}

/// The note on an amendment with which a title ends, and the title before it: `文物保护法（2017年修正）`. An amendment may be
/// an instrument itself, and a list has its year in its title (`宪法修正案（2018年）`, `目录（2024年本）`): these stay.
pub(super) fn at_end_of_title(title: &str) -> Option<(&str, &str)> {
    let (before, note) = title.trim_end().strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
    let amends = ["修正", "修订"].iter().any(|word| note.contains(word));
    (amends && !before.trim().is_empty() && !read(note).dates.is_empty()).then_some((before, note))
}

/// A year that stands alone in a bracket after a title: `《文物保护法》（2017）`.
pub(super) fn year_alone(words: &str) -> Option<Written<Date>> {
    let is_year = words.len() == 4 && begins_as_year(words) && words.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { Written::as_written(words).ok() } else { None }
}

/// Adds a date, unless it is there: notes are printed twice. Of very many, only the last are looked at.
pub(super) fn add_date(dates: &mut Vec<Written<Date>>, date: Written<Date>) {
    if !dates.iter().rev().take(16).any(|known| *known == date) {
        dates.push(date);
    }
}

fn read_dates(note: &str, found: &mut Note) {
    let mut scan = Scan::new(note);
    let mut before = None;
    while let Some(c) = scan.peek() {
        let digit_before = before.is_some_and(|c| digit(c).is_some());
        if !digit_before
            && digit(c).is_some()
            && let Some((date, effective)) = read_date(&mut scan, before == Some('自'))
        {
            let dates = if effective { &mut found.effective } else { &mut found.dates };
            add_date(dates, date);
            before = None;
            continue;
        }
        before = scan.bump();
    }
}

/// A date, and whether it is one of entry into force.
fn read_date(scan: &mut Scan<'_>, since: bool) -> Option<(Written<Date>, bool)> {
    let start = scan.at;
    let mut ahead = *scan;
    let year = (0..4)
        .try_fold(0_u16, |year, _| year.checked_mul(10)?.checked_add(digit(ahead.eat_if(|c| digit(c).is_some())?)?))?;
    let (month, day) = read_month_and_day(&mut ahead)?;
    *scan = ahead;
    let small = |number: NonZeroU16| u8::try_from(number.get()).ok();
    let whole = month.and_then(small).zip(day.and_then(small));
    let date = match whole.and_then(|(month, day)| Date::new(year, month, day).ok()) {
        Some(date) => date.into(),
        None => Written::as_written(scan.since(start)).ok()?,
    };
    ahead.skip(is_space);
    ahead.eat_any(&["起", "开始", "正式"]);
    let effective = since || ahead.eat_any(&["施行", "实施", "生效", "执行"]).is_some();
    Some((date, effective))
}

/// What follows the year of a date, as far as it goes: `年4月23日`, `年12月`, `-04-23`. None where the year is none.
fn read_month_and_day(scan: &mut Scan<'_>) -> Option<(Option<NonZeroU16>, Option<NonZeroU16>)> {
    let mut ahead = *scan;
    if let Some(mark) = ahead.eat_if(|c| matches!(c, '.' | '-' | '/' | '．')) {
        let month = ahead.numeral()?;
        if ahead.eat_if(|c| c == mark).is_none() {
            // 2016.7修订.
            let revised = ["修正", "修订", "修改", "版"].iter().any(|word| ahead.rest().starts_with(word));
            *scan = ahead;
            return revised.then_some((Some(month), None));
        }
        let day = ahead.numeral()?;
        *scan = ahead;
        return Some((Some(month), Some(day)));
    }
    ahead.skip(is_space);
    if !ahead.eat("年") {
        // 2016修正.
        let revised = ["修正", "修订", "修改", "版"].iter().any(|word| scan.rest().starts_with(word));
        return revised.then_some((None, None));
    }
    *scan = ahead;
    ahead.skip(is_space);
    // 2017年第8号 is the number of a document.
    let mut number = ahead;
    if number.eat("第") && number.numeral().is_some() && number.eat("号") {
        return None;
    }
    let Some(month) = ahead.numeral() else { return Some((None, None)) };
    ahead.skip(is_space);
    if !ahead.eat("月") {
        return Some((None, None));
    }
    *scan = ahead;
    ahead.skip(is_space);
    let Some(day) = ahead.numeral() else { return Some((Some(month), None)) };
    *scan = ahead;
    ahead.skip(is_space);
    // A day without 日 is not made one.
    if !ahead.eat("日") && !ahead.eat("号") {
        return Some((Some(month), None));
    }
    *scan = ahead;
    Some((Some(month), Some(day)))
}

/// The document number of the instrument itself: `国务院令第412号`, `内政发〔2021〕6号`. The number of a decision that
/// changed it is not its own.
fn read_number(note: &str) -> Option<Range<usize>> {
    // All but the number of a standard have it, and most notes have not.
    if !note.contains('号') {
        return standard_number(note);
    }
    let mut scan = Scan::new(note);
    while let Some(c) = scan.peek() {
        // 《…的决定》（国务院令第687号）: the number of the document named there.
        if c == '》' {
            scan.bump();
            scan.skip(is_space);
            if scan.eat_if(opens_bracket).is_some() {
                scan.skip(|c| !closes_bracket(c));
            }
            continue;
        }
        let number = match c {
            '令' | '告' => order(scan),
            '〔' | '[' | '［' | '【' | '(' | '（' => year_in_brackets(scan),
            _ => number_before_order(scan),
        };
        if let Some(end) = number {
            let start = name_before(note, scan.at);
            if start < scan.at || c == '令' {
                if !changes(note, start, end) {
                    return Some(start..end);
                }
                scan.at = end;
                continue;
            }
        }
        if is_digit(c) {
            scan.skip(is_digit);
        } else {
            scan.bump();
        }
    }
    bare_number(note).or_else(|| standard_number(note))
}

/// `2017年第25号`, where that is the whole note: who gave the order is left out.
fn bare_number(note: &str) -> Option<Range<usize>> {
    let trimmed = note.trim();
    let start = note.find(trimmed)?;
    let mut scan = Scan::new(trimmed);
    scan.skip(is_digit);
    (scan.at == "2017".len() && scan.eat("年")).then_some(())?;
    scan.skip(is_space);
    scan.eat("第").then_some(())?;
    scan.skip(is_space);
    scan.numeral()?;
    scan.skip(is_space);
    (scan.eat("号") && scan.is_at_end()).then(|| start..start.saturating_add(trimmed.len()))
}

/// `国发〔2019〕6号` after a title, without brackets around it: where it ends.
pub(super) fn number_here(text: &str) -> Option<usize> {
    let line: usize = text.chars().take(60).take_while(|&c| !is_break(c) && c != '《').map(char::len_utf8).sum();
    let number = read_number(text.get(..line)?)?;
    (number.start == 0).then_some(number.end)
}

/// `令第412号`, `令2017年第8号`, `公告99号`: where it ends.
fn order(mut scan: Scan<'_>) -> Option<usize> {
    scan.bump();
    scan.skip(|c| is_space(c) || matches!(c, '，' | ','));
    let bracket = scan.eat_if(|c| matches!(c, '〔' | '[' | '（' | '(')).is_some();
    let closes = |c: char| closes_bracket(c) || matches!(c, '〕' | ']');
    let mut year = scan;
    let dated = year.skip(is_digit) && (year.eat("年") || (bracket && year.eat_if(closes).is_some()));
    if dated {
        scan = year;
        scan.skip(is_space);
    }
    scan.eat("第");
    scan.skip(is_space);
    scan.numeral()?;
    scan.skip(is_space);
    if !scan.eat("号") {
        return None;
    }
    // 令（第199号）.
    if bracket && !dated {
        scan.eat_if(closes);
    }
    Some(scan.at)
}

/// `〔2021〕6号`: where it ends.
fn year_in_brackets(mut scan: Scan<'_>) -> Option<usize> {
    scan.bump();
    scan.skip(is_space);
    for _ in 0..4 {
        scan.eat_if(is_digit)?;
    }
    scan.eat("年");
    scan.skip(is_space);
    scan.eat_if(|c| matches!(c, '〕' | ']' | '］' | '】' | ')' | '）'))?;
    scan.skip(is_space);
    scan.eat("第");
    scan.numeral()?;
    scan.skip(is_space);
    scan.eat("号").then_some(scan.at)
}

/// `643号令`, `七号令`: where it ends.
fn number_before_order(mut scan: Scan<'_>) -> Option<usize> {
    scan.numeral()?;
    (scan.eat("号") && (scan.eat("令") || scan.eat("公告"))).then_some(scan.at)
}

/// Where the name before a number begins: the body that gave the order, the sign of the file.
fn name_before(note: &str, at: usize) -> usize {
    /// What stands before the name and is no part of it.
    const NOT_OF_NAME: [&str; 10] = ["通过", "公布", "发布", "颁布", "修订", "修正", "批准", "根据", "依据", "按照"];
    /// The like of one character, which names of bodies may hold (国家经济贸易委员会).
    const BEFORE_NAME: [char; 9] = ['经', '由', '以', '据', '现', '于', '是', '、', ' '];
    // 常务委员会2019年第22号公告: the year is within the number.
    let before = note.get(..at).unwrap_or_default();
    let unnumbered = before.strip_suffix('第').unwrap_or(before);
    let before = unnumbered.strip_suffix('年').map_or(before, |before| before.trim_end_matches(is_digit));
    let mut start = before.len();
    let mut chars = before.char_indices().rev().peekable();
    let mut first = true;
    while let Some((offset, c)) = chars.next() {
        let previous = chars.peek().map(|(_, c)| *c);
        let of_date = matches!(c, '年' | '月' | '日' | '号') && previous.is_some_and(|c| is_digit(c) || is_space(c));
        // 国家发展和改革委员会等10部门令, but not 2018.3.19国务院令.
        let counted =
            is_digit(c) && before.get(..offset).is_some_and(|before| before.trim_end_matches(is_digit).ends_with('等'));
        let blank = c == ' ' && first;
        if of_date || !(is_han(c) || c == '、' || counted || blank) {
            break;
        }
        first = false;
        start = offset;
        // An article cannot be so long, nor a body.
        if at.saturating_sub(offset) > 180 {
            break;
        }
    }
    let name = note.get(start..at).unwrap_or_default();
    let cut =
        NOT_OF_NAME.iter().filter_map(|word| name.rfind(word).map(|found| found.saturating_add(word.len()))).max();
    let start = start.saturating_add(cut.unwrap_or(0));
    let name = note.get(start..at).unwrap_or_default();
    let trimmed = name.trim_start_matches(BEFORE_NAME).len();
    at.saturating_sub(trimmed)
}

/// Whether a number is that of a decision that changes the instrument: `根据…号修订`.
fn changes(note: &str, start: usize, end: usize) -> bool {
    let ends = |c: &char| matches!(c, '，' | '；' | '。' | ',' | ';' | '　' | ' ' | '\n');
    let before = note.get(..start).unwrap_or_default().chars().rev().take(LONGEST_CLAUSE).take_while(|c| !ends(c));
    let before: String = before.collect::<Vec<_>>().into_iter().rev().collect();
    let after = note.get(end..).unwrap_or_default().chars().take(LONGEST_CLAUSE);
    let after: String = after.take_while(|c| !ends(c)).collect();
    ["根据", "依据", "按照"].iter().any(|word| before.contains(word))
        || ["修订", "修正", "修改", "废止"].iter().any(|word| after.contains(word))
}

/// `GB/T 7408.1-2023`, where that is the whole note.
fn standard_number(note: &str) -> Option<Range<usize>> {
    let trimmed = note.trim();
    let start = note.find(trimmed)?;
    let letters = trimmed.starts_with(|c: char| c.is_ascii_uppercase());
    let plain = trimmed.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | ' ' | '-' | '—' | '.'));
    let numbered = trimmed.contains(|c: char| c.is_ascii_digit());
    (letters && plain && numbered).then(|| start..start.saturating_add(trimmed.len()))
}

/// `以下简称“水法”`: where the short name stands.
fn read_alias(note: &str) -> Option<Range<usize>> {
    let found = note.find("简称").map(|at| at.saturating_add("简称".len()));
    let at = found.or_else(|| note.find("下称").map(|at| at.saturating_add("下称".len())))?;
    let mut scan = Scan::new(note);
    scan.at = at;
    scan.skip(|c| is_space(c) || matches!(c, '为' | '：' | ':' | '“' | '”' | '"' | '《' | '〈' | '<'));
    let start = scan.at;
    scan.skip(|c| is_han(c) || c.is_ascii_alphanumeric());
    Some(start..scan.at).filter(|name| name.start < name.end)
}
