//! Writers: reports, figures, the law and the rules in the forms that people and programs read, one writer a file.
//!
//! Everything that came from data passes the one sanitizer (`print`) on its way out.

#[cfg(feature = "import")]
pub mod annotated;
#[cfg(any(feature = "human", feature = "html"))]
pub mod changes;
#[cfg(any(feature = "human", feature = "html"))]
pub mod conformance;
#[cfg(any(feature = "human", feature = "html"))]
pub mod delegations;
#[cfg(feature = "html")]
mod departments;
#[cfg(feature = "human")]
pub mod dictionary;
#[cfg(any(feature = "human", feature = "html"))]
pub mod figures;
#[cfg(feature = "human")]
pub mod fixes;
#[cfg(feature = "human")]
pub mod human;
#[cfg(any(feature = "human", feature = "html"))]
pub mod impact;
#[cfg(all(feature = "human", feature = "import"))]
pub mod import;
mod json;
#[cfg(feature = "human")]
pub mod law;
#[cfg(feature = "import")]
pub mod list;
#[cfg(feature = "human")]
mod markdown;
#[cfg(feature = "html")]
mod page;
#[cfg(feature = "ci")]
mod report;
#[cfg(feature = "ci")]
mod report_format;
#[cfg(feature = "html")]
pub mod report_html;
#[cfg(feature = "human")]
pub mod rules;
#[cfg(any(feature = "human", feature = "html"))]
mod said;
#[cfg(feature = "import")]
mod sheet_names;
#[cfg(feature = "import")]
mod source_cells;
#[cfg(any(feature = "ci", feature = "import"))]
mod told;
#[cfg(feature = "import")]
mod units;
#[cfg(all(feature = "ci", feature = "import"))]
mod worklist;

pub use json::write_json;
pub(crate) use json::write_json_line;
#[cfg(feature = "ci")]
pub use report::write_report;
#[cfg(feature = "ci")]
pub use report_format::{ReportFormat, ReportOptions};
#[cfg(all(feature = "ci", feature = "import"))]
pub use worklist::write_worklist;

/// The longest message, and the longest name or pointer, in characters: nobody reads on, and logs cut lines.
#[cfg(any(feature = "human", feature = "import"))]
const LONGEST_MESSAGE: usize = 2000;
#[cfg(any(feature = "human", feature = "import"))]
const LONGEST_NAME: usize = 300;

/// The colour behind what is as grave as that: red, amber, blue.
#[cfg(feature = "import")]
fn severity_color(severity: crate::Severity) -> u32 {
    match severity {
        crate::Severity::Error => 0xff_c7_ce,
        crate::Severity::Warning => 0xff_eb_9c,
        crate::Severity::Info => 0xbd_d7_ee,
    }
}

/// A day written `2021-07-15`, as a Chinese sentence has it.
#[cfg(feature = "human")]
fn in_chinese(day: &str) -> String {
    day.parse::<crate::model::Date>().map_or_else(|_| day.to_owned(), crate::model::Date::in_chinese)
}

/// Fields by their paths, as a sentence lists them.
#[cfg(any(feature = "human", feature = "html"))]
fn fields<'a>(paths: impl IntoIterator<Item = &'a String>, lang: crate::Lang) -> String {
    let named = |path: &String| match lang {
        crate::Lang::Zh => crate::schema::titles::path(path),
        crate::Lang::En => path.clone(),
    };
    paths.into_iter().map(named).collect::<Vec<_>>().join(say(lang, "、", ", "))
}

/// One of two texts.
#[cfg(any(feature = "human", feature = "html", feature = "import"))]
fn say<'a>(lang: crate::Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        crate::Lang::Zh => zh,
        crate::Lang::En => en,
    }
}

/// A text that no spreadsheet takes for a formula, as some do with full-width signs too, and no terminal for a command.
#[cfg(feature = "human")]
fn harmless(text: &str) -> String {
    let text = crate::print::printable(text);
    if text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.into_owned()
    }
}

/// A text within HTML or XML: nothing in it is markup, and nothing hostile is left.
#[cfg(any(feature = "html", feature = "ci"))]
fn escaped(text: &str) -> String {
    let text = crate::print::printable(text);
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// Texts filled up to the width of the widest, as a terminal shows them.
#[cfg(feature = "human")]
fn padded(texts: &[String]) -> impl Iterator<Item = String> {
    use unicode_width::UnicodeWidthStr as _;

    let widest = texts.iter().map(|text| text.width()).max().unwrap_or(0);
    texts.iter().map(move |text| format!("{text}{}", " ".repeat(widest.saturating_sub(text.width()))))
}
