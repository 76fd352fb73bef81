//! Texts in Markdown, so that nothing in them is taken for markup but code in backquotes.

use crate::print::printable;

/// A text on one line. What stands between two backquotes is code; all else is shown as it is.
pub(in crate::writer) fn inline(text: &str) -> String {
    let text = printable(text.trim());
    let mut written = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('`') {
        plain(before, &mut written);
        match after.split_once('`') {
            Some((code, after)) if !code.trim().is_empty() => {
                written.push('`');
                written.push_str(code);
                written.push('`');
                rest = after;
            }
            // A backquote alone, or two with nothing between them.
            _ => {
                written.push_str("\\`");
                rest = after;
            }
        }
    }
    plain(rest, &mut written);
    written
}

/// A text from data within a line: shown as it is, backquotes too.
pub(super) fn literal(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    plain(&printable(text.trim()), &mut written);
    written
}

/// Words that Markdown takes as they are.
fn plain(text: &str, to: &mut String) {
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#') {
            to.push('\\');
        }
        to.push(c);
    }
}

/// A line of its own, or an item after its mark: its first characters make no list or rule.
pub(super) fn line(text: &str) -> String {
    unmarked(inline(text))
}

/// A text at the beginning of an item or paragraph, of which the first characters make no list or rule.
pub(super) fn unmarked(mut text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = text.as_bytes().get(digits);
    let is_marked =
        if digits == 0 { matches!(mark, Some(b'+' | b'-' | b'=')) } else { matches!(mark, Some(b'.' | b')')) };
    if is_marked {
        // What stands before is ASCII.
        text.insert(digits, '\\');
    }
    text
}

/// Lines as a block of code, with a fence that none of them can close.
pub(super) fn block(lines: &[String], language: &str) -> String {
    let longest = lines.iter().map(|line| longest_run(line)).max().unwrap_or_default();
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    let mut block = format!("{fence}{language}\n");
    for line in lines {
        block.push_str(&printable(line));
        block.push('\n');
    }
    block.push_str(&fence);
    block
}

/// The most backquotes in a row.
fn longest_run(line: &str) -> usize {
    line.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// A label at the beginning of a line.
pub(super) fn capitalized(label: &str) -> String {
    let mut characters = label.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::line;

    /// Explanations are files of the crate, so no test from outside can put these into them.
    #[test]
    fn a_line_is_a_paragraph_whatever_it_begins_with() {
        for (text, expected) in [
            ("1. 一", r"1\. 一"),
            ("24) 二", r"24\) 二"),
            ("2024年", "2024年"),
            ("- 三", r"\- 三"),
            ("+ 四", r"\+ 四"),
            ("=== ", r"\==="),
            ("# `#`", r"\# `#`"),
            ("    码", "码"),
        ] {
            assert_eq!(line(text), expected);
        }
    }
}
