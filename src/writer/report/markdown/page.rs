//! A page that takes lines as long as there is room.

use crate::lang::Lang;
use crate::writer::markdown::literal;
use crate::writer::say;

/// How many characters there is room for, so that with the few lines that close lists it is a comment on GitHub.
const ROOM: usize = 60_000;
/// How many rules, bodies or files a list names.
pub(super) const ROWS: usize = 30;

pub(super) struct Page {
    pub(super) lang: Lang,
    text: String,
    room: usize,
}

impl Page {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, text: String::new(), room: ROOM }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        say(self.lang, zh, en)
    }

    /// Adds lines if there is room for them.
    pub(super) fn add(&mut self, lines: &str) -> bool {
        let Some(room) = self.room.checked_sub(lines.chars().count().saturating_add(1)) else { return false };
        self.room = room;
        self.close(lines);
        true
    }

    /// Adds a short line that must not be missing.
    pub(super) fn close(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Adds the first lines of a list, and how many more there are.
    pub(super) fn rows(&mut self, lines: Vec<String>, before: &str, after: &str) {
        let all = lines.len();
        let written = lines.into_iter().take(ROWS).take_while(|line| self.add(line)).count();
        match (all.saturating_sub(written), self.lang) {
            (0, _) => {}
            (more, Lang::Zh) => self.close(&format!("{before}… 另有 {more} 个{after}")),
            (more, Lang::En) => self.close(&format!("{before}… {more} more{after}")),
        }
    }
}

/// A text from data, shown as it is. Who is named after an `@` would be told of the comment, but not where that is code.
pub(super) fn shown(text: &str) -> String {
    let text = literal(text);
    let mut written = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('@') {
        let (before, from) = rest.split_at(at);
        let signs = from.trim_start_matches('@');
        // The signs themselves are one byte each.
        let (run, after) = from.split_at(from.len().saturating_sub(signs.len()));
        written.push_str(before);
        written.extend(["`", run, "`"]);
        rest = after;
    }
    written + rest
}
