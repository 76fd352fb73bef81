//! The diff: whole lines where they are short, else what stands around each correction.

use std::io::{self, Write};
use std::ops::Range;

use crate::fix::{Fix, FixClass};
use crate::print::printable;

/// How many lines around a change are shown.
const CONTEXT: usize = 3;

/// A line of more bytes is not shown as a whole.
const LONG: usize = 400;

/// How many characters around a change in a long line are shown, and of a long value at either end.
const NEAR: usize = 40;

/// Lines that change, and the corrections in them.
struct Region<'f> {
    /// From the beginning of its first line to the end of its last, without the line feed.
    span: Range<usize>,
    fixes: Vec<&'f Fix>,
}

/// How lines are counted while going through a text.
struct Count {
    /// The byte up to which they are counted.
    at: usize,
    /// The line in which it stands, from 1.
    line: usize,
    /// How many lines more the corrected text has up to there.
    more: isize,
}

pub(super) fn write(text: &str, fixes: &[Fix], to: &mut impl Write) -> io::Result<()> {
    let mut count = Count { at: 0, line: 1, more: 0 };
    let regions = regions(text, fixes);
    let mut rest = regions.as_slice();
    while let Some(first) = rest.first() {
        // Regions whose lines around them touch are one hunk.
        let mut end = after(text, first.span.end);
        let mut together = 1_usize;
        if !is_long(text, first) {
            while let Some(next) = rest.get(together).filter(|next| !is_long(text, next)) {
                if before(text, next.span.start) > end {
                    break;
                }
                end = after(text, next.span.end);
                together = together.saturating_add(1);
            }
        }
        let (hunk, further) = rest.split_at_checked(together).unwrap_or((rest, &[]));
        if is_long(text, first) {
            near(text, first, &mut count, to)?;
        } else {
            let limit = further.first().map_or(text.len(), |next| next.span.start);
            lines(text, hunk, limit, &mut count, to)?;
        }
        rest = further;
    }
    for fix in fixes.iter().filter(|fix| fix.class == FixClass::Order) {
        let line = fix.place.line.unwrap_or_default();
        put(to, "", &format!("@@ -{line} +{line} @@ {}", fix.place.pointer))?;
        put(to, "-", &shortened(&fix.before))?;
        put(to, "+", &shortened(&fix.after))?;
    }
    Ok(())
}

/// The lines that change; corrections in one line belong together.
fn regions<'f>(text: &str, fixes: &'f [Fix]) -> Vec<Region<'f>> {
    let mut regions: Vec<Region<'f>> = Vec::new();
    for fix in fixes.iter().filter(|fix| fix.class != FixClass::Order) {
        let end = line_end(text, fix.cut.end);
        match regions.last_mut().filter(|last| fix.cut.start <= last.span.end) {
            Some(last) => {
                last.span.end = last.span.end.max(end);
                last.fixes.push(fix);
            }
            None => regions.push(Region { span: line_start(text, fix.cut.start)..end, fixes: vec![fix] }),
        }
    }
    regions
}

fn is_long(text: &str, region: &Region<'_>) -> bool {
    text.get(region.span.clone()).unwrap_or_default().split('\n').any(|line| line.len() > LONG)
}

/// Writes a hunk of whole lines, with those around them up to where the next begins.
fn lines(text: &str, regions: &[Region<'_>], limit: usize, count: &mut Count, to: &mut impl Write) -> io::Result<()> {
    let (Some(first), Some(last)) = (regions.first(), regions.last()) else { return Ok(()) };
    let start = before(text, first.span.start).max(count.at);
    let end = after(text, last.span.end).min(limit);
    let mut shown = Vec::new();
    let mut new = 0_usize;
    let mut at = start;
    for region in regions {
        let unchanged = text.get(at..region.span.start).unwrap_or_default();
        let kept: Vec<&str> = unchanged.split_terminator('\n').collect();
        new = new.saturating_add(kept.len());
        shown.extend(kept.into_iter().map(|line| (" ", line.to_owned())));
        let was: Vec<&str> = text.get(region.span.clone()).unwrap_or_default().split('\n').collect();
        let is = corrected(text, region);
        let now: Vec<&str> = is.split('\n').collect();
        new = new.saturating_add(now.len());
        // A member that is taken away takes the comma of the line before, or none.
        let same = was.iter().zip(&now).take_while(|(was, now)| was == now).count();
        let (alike, was) = was.split_at_checked(same).unwrap_or_default();
        let now = now.get(same..).unwrap_or_default();
        shown.extend(alike.iter().map(|line| (" ", (*line).to_owned())));
        shown.extend(was.iter().map(|line| ("-", (*line).to_owned())));
        shown.extend(now.iter().map(|line| ("+", (*line).to_owned())));
        at = region.span.end.saturating_add(1).min(text.len());
    }
    let behind = text.get(at..end).unwrap_or_default();
    let kept: Vec<&str> = behind.split_terminator('\n').collect();
    new = new.saturating_add(kept.len());
    shown.extend(kept.into_iter().map(|line| (" ", line.to_owned())));
    let was = shown.iter().filter(|(sign, _)| *sign != "+").count();
    count.go_to(text, start);
    let (line, line_now) = (count.line, count.line.saturating_add_signed(count.more));
    let pointer = first.fixes.first().map(|fix| fix.place.pointer.as_str()).unwrap_or_default();
    put(to, "", &format!("@@ -{line},{was} +{line_now},{new} @@ {pointer}"))?;
    let is_open = end == text.len() && !text.ends_with('\n');
    let last_of = |other: &str| shown.iter().rposition(|(sign, _)| *sign != other).filter(|_| is_open);
    let ends = [last_of("+"), last_of("-")];
    for (at, (sign, line)) in shown.iter().enumerate() {
        put(to, sign, &cut_line(line))?;
        if ends.contains(&Some(at)) {
            // As every diff says it.
            put(to, "", "\\ No newline at end of file")?;
        }
    }
    count.more = count.more.saturating_add(new.cast_signed().saturating_sub(was.cast_signed()));
    count.go_to(text, end);
    Ok(())
}

/// Writes each correction of a region by itself, with what stands around it.
fn near(text: &str, region: &Region<'_>, count: &mut Count, to: &mut impl Write) -> io::Result<()> {
    for fix in &region.fixes {
        let was = text.get(fix.cut.clone()).unwrap_or_default();
        let line = text.get(line_start(text, fix.cut.start)..fix.cut.start).unwrap_or_default();
        let from = line.char_indices().rev().nth(NEAR.saturating_sub(1)).map_or(0, |(at, _)| at);
        let left = format!("{}{}", if from > 0 { "…" } else { "" }, line.get(from..).unwrap_or_default());
        let line = text.get(fix.cut.end..line_end(text, fix.cut.end)).unwrap_or_default();
        let until = line.char_indices().nth(NEAR).map_or(line.len(), |(at, _)| at);
        let right = format!("{}{}", line.get(..until).unwrap_or_default(), if until < line.len() { "…" } else { "" });
        let old = usize::try_from(fix.place.line.unwrap_or_default()).unwrap_or_default();
        let new = old.saturating_add_signed(count.more);
        put(to, "", &format!("@@ -{old} +{new} @@ {}", fix.place.pointer))?;
        put(to, "-", &format!("{left}{}{right}", shortened(was)))?;
        put(to, "+", &format!("{left}{}{right}", shortened(&fix.after)))?;
        let feeds = |text: &str| memchr::memchr_iter(b'\n', text.as_bytes()).count().cast_signed();
        count.more = count.more.saturating_add(feeds(&fix.after).saturating_sub(feeds(was)));
    }
    count.go_to(text, region.span.end.saturating_add(1).min(text.len()));
    Ok(())
}

impl Count {
    fn go_to(&mut self, text: &str, at: usize) {
        let passed = text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line = self.line.saturating_add(memchr::memchr_iter(b'\n', passed).count());
        self.at = self.at.max(at);
    }
}

/// The lines of a region with its corrections.
fn corrected(text: &str, region: &Region<'_>) -> String {
    let mut corrected = String::new();
    let mut at = region.span.start;
    for fix in &region.fixes {
        corrected.push_str(text.get(at..fix.cut.start).unwrap_or_default());
        corrected.push_str(&fix.after);
        at = fix.cut.end;
    }
    corrected.push_str(text.get(at..region.span.end).unwrap_or_default());
    corrected
}

fn line_start(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes().get(..at).unwrap_or_default();
    memchr::memrchr(b'\n', bytes).map_or(0, |feed| feed.saturating_add(1))
}

fn line_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    memchr::memchr(b'\n', bytes).map_or(text.len(), |feed| at.saturating_add(feed))
}

/// Where the lines begin that are shown before a line.
fn before(text: &str, start: usize) -> usize {
    (0..CONTEXT).fold(start, |start, _| line_start(text, start.saturating_sub(1)))
}

/// Where the lines end that are shown after the end of a line, with their line feeds.
fn after(text: &str, end: usize) -> usize {
    let next = |end: usize| line_end(text, end).saturating_add(1).min(text.len());
    (0..CONTEXT).fold(next(end), |end, _| next(end))
}

fn put(to: &mut impl Write, sign: &str, line: &str) -> io::Result<()> {
    // Tabs stand between the members of JSON, never in its texts.
    let line = format!("{sign}{}", line.strip_suffix('\r').unwrap_or(line).replace('\t', "    "));
    writeln!(to, "{}", printable(&line))
}

/// As much of a line around a change as is shown of any.
fn cut_line(line: &str) -> String {
    if line.len() <= LONG {
        return line.to_owned();
    }
    let end = line.char_indices().nth(NEAR).map_or(line.len(), |(at, _)| at);
    format!("{}…", line.get(..end).unwrap_or_default())
}

/// The beginning and the end of a long text.
fn shortened(text: &str) -> String {
    if text.len() <= LONG {
        return text.to_owned();
    }
    let end = text.char_indices().nth(NEAR).map_or(text.len(), |(at, _)| at);
    let from = text.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    format!("{}…{}", text.get(..end).unwrap_or_default(), text.get(from..).unwrap_or_default())
}
