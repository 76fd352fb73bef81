//! The places of equal findings.

use indexmap::IndexMap;

use crate::finding::Finding;
use crate::lang::Lang;
use crate::print::printable;

/// Where findings stand: in cells of the source where they tell, else in lines of the input, else in the catalog.
pub(super) fn places(findings: &[&Finding], lang: Lang) -> String {
    let has_row = |finding: &&Finding| finding.source.as_ref().is_some_and(|cell| cell.row.is_some());
    let (with_row, others): (Vec<&Finding>, Vec<_>) = findings.iter().partition(|finding| has_row(finding));
    let (with_line, in_memory): (Vec<&Finding>, Vec<_>) =
        others.into_iter().partition(|finding| finding.place.line.is_some());
    let mut files: IndexMap<Option<&str>, Vec<u32>> = IndexMap::new();
    for finding in with_line {
        files.entry(finding.place.input.as_deref()).or_default().extend(finding.place.line);
    }
    let mut parts = vec![cells(&with_row, lang)];
    parts.extend(files.iter().map(|(file, lines)| match (file, lang) {
        (None, _) => rows(lines, "line", lang),
        (Some(file), Lang::Zh) => format!("{}{}", printable(file), rows(lines, "line", lang)),
        (Some(file), Lang::En) => format!("{} {}", printable(file), rows(lines, "line", lang)),
    }));
    parts.extend(in_memory.iter().map(|finding| printable(finding.place.pointer.as_str()).into_owned()));
    parts.retain(|part| !part.is_empty());
    parts.join(between(lang))
}

/// The cells of the source, sheet by sheet; empty where nothing is told of any.
pub(super) fn cells(findings: &[&Finding], lang: Lang) -> String {
    let mut sheets: IndexMap<(&str, &str), Vec<u32>> = IndexMap::new();
    for cell in findings.iter().filter_map(|finding| finding.source.as_ref()) {
        let sheet = cell.sheet.as_ref().or(cell.file.as_ref()).map_or(cell.source.as_str(), String::as_str);
        let columns = cell.columns.as_deref().filter(|_| findings.len() == 1).unwrap_or_default();
        sheets.entry((sheet, columns)).or_default().extend(cell.row.map(std::num::NonZeroU32::get));
    }
    let sheets = sheets.iter().map(|((sheet, columns), cells)| {
        let (sheet, rows, columns) = (printable(sheet), rows(cells, "row", lang), printable(columns));
        match (lang, columns.is_empty()) {
            (Lang::Zh, true) => format!("“{sheet}”{rows}"),
            (Lang::Zh, false) => format!("“{sheet}”{rows}{columns}列"),
            (Lang::En, true) => format!("`{sheet}` {rows}"),
            (Lang::En, false) => format!("`{sheet}` {rows}, column {columns}"),
        }
    });
    sheets.collect::<Vec<_>>().join(between(lang))
}

/// Rows or lines, neighbors as a stretch: 第5、7至9行.
fn rows(numbers: &[u32], noun: &str, lang: Lang) -> String {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let stretches = numbers.chunk_by(|a, b| a.checked_add(1) == Some(*b));
    let stretches = stretches.filter_map(|stretch| {
        let (first, last) = (stretch.first()?, stretch.last()?);
        Some(match (lang, stretch.len()) {
            (_, 1) => first.to_string(),
            (Lang::Zh, 2) => format!("{first}、{last}"),
            (Lang::Zh, _) => format!("{first}至{last}"),
            (Lang::En, _) => format!("{first}–{last}"),
        })
    });
    let stretches: Vec<String> = stretches.collect();
    match lang {
        _ if stretches.is_empty() => String::new(),
        Lang::Zh => format!("第{}行", stretches.join("、")),
        Lang::En => format!("{noun} {}", stretches.join(", ")),
    }
}

#[cfg(feature = "human")]
fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}
