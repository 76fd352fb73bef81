//! What changes of the law do to a catalog, as text and as Markdown.

use std::io::{self, Write};

use super::{by_instrument, caution, classes, extent, not_judged, nothing_moved, reach, said, subject, whereto};
use crate::impact::Impact;
use crate::lang::Lang;
use crate::print::{excerpt, printable};
use crate::writer::markdown::inline;
use crate::writer::{padded, say};

/// Writes the impact as text: the numbers, the instruments that moved, and under each the items that hang on it.
///
/// # Errors
/// What the writer reports.
pub fn write_text(impact: &Impact, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let (open, close) = (say(lang, "（", " ("), say(lang, "）", ")"));
    writeln!(to, "{}{open}{}{close}", printable(&impact.title), printable(&impact.division))?;
    writeln!(to, "{}\n{}", subject(impact, lang), reach(impact, lang))?;
    for told in extent(impact, lang) {
        writeln!(to, "{told}")?;
    }
    let classes = classes(impact, lang);
    let labels: Vec<String> = classes.iter().map(|(label, ..)| label.clone()).collect();
    for ((_, items, citations), label) in classes.iter().zip(padded(&labels)) {
        let (of_items, of_citations) = (say(lang, "个事项", "items"), say(lang, "处引用", "citations"));
        writeln!(to, "  {label}  {items:>6} {of_items}  {citations:>6} {of_citations}")?;
    }
    if classes.len() > 1 {
        writeln!(to, "  {}", may_be_several(lang))?;
    }
    if let Some(told) = whereto(impact, lang) {
        writeln!(to, "{told}")?;
    }
    ranking(impact, lang, &mut to)?;
    let not_judged = not_judged(impact, lang);
    if !not_judged.is_empty() {
        writeln!(to)?;
    }
    for told in not_judged {
        writeln!(to, "{told}")?;
    }
    for (instrument, entries) in by_instrument(impact) {
        writeln!(to, "\n{}\n  {}", said::instrument(instrument, lang), said::extent(instrument, lang))?;
        let labels: Vec<String> = entries.iter().map(|entry| said::class(entry.class, lang)).collect();
        for (entry, label) in entries.iter().zip(padded(&labels)) {
            writeln!(to, "  {label}  {}  {}", excerpt(entry.item.id.as_str()), said::item(&entry.item, lang))?;
            writeln!(
                to,
                "      {}{}{}",
                said::place(&entry.field, lang),
                say(lang, "：", ": "),
                said::cited(entry, lang)
            )?;
            let becomes = said::becomes(entry, lang);
            if !becomes.is_empty() {
                writeln!(to, "      {becomes}")?;
            }
        }
    }
    Ok(())
}

/// The instruments that moved, those with most items first.
fn ranking(impact: &Impact, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    if impact.instruments.is_empty() {
        return writeln!(to, "\n{}", nothing_moved(lang));
    }
    let heading =
        say(lang, "涉及的文件（涉及事项、其中依据失效）", "Instruments that moved (items, of them without ground)");
    writeln!(to, "\n{heading}")?;
    for of in &impact.instruments {
        writeln!(to, "  {:>6}  {:>6}  {}", of.items, of.unfounded, said::titled(&of.title, lang))?;
    }
    caution(impact, lang).map_or(Ok(()), |caution| writeln!(to, "{caution}"))
}

fn may_be_several(lang: Lang) -> &'static str {
    say(lang, "（同一事项可以计入几类）", "(an item may count in several)")
}

/// Writes the impact as one page of Markdown: the numbers, a table of the instruments that moved, and a table of the items
/// of each.
///
/// # Errors
/// What the writer reports.
pub fn write_markdown(impact: &Impact, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let (open, close) = (say(lang, "（", " ("), say(lang, "）", ")"));
    writeln!(to, "# {}{open}{}{close}\n", inline(&impact.title), inline(&impact.division))?;
    writeln!(to, "{}{}{}\n", subject(impact, lang), say(lang, "。", ". "), inline(&reach(impact, lang)))?;
    for told in extent(impact, lang).into_iter().chain(whereto(impact, lang)) {
        writeln!(to, "- {}", inline(&told))?;
    }
    let classes = classes(impact, lang);
    if !classes.is_empty() {
        head(&mut to, say(lang, "|影响|事项|引用|", "|what|items|citations|"), "|---|--:|--:|")?;
        for (label, items, citations) in &classes {
            writeln!(to, "|{label}|{items}|{citations}|")?;
        }
        if classes.len() > 1 {
            writeln!(to, "\n{}", may_be_several(lang))?;
        }
    }
    let not_judged = not_judged(impact, lang);
    if !not_judged.is_empty() {
        writeln!(to)?;
    }
    for told in not_judged {
        writeln!(to, "- {}", inline(&told))?;
    }
    if impact.instruments.is_empty() {
        return writeln!(to, "\n{}", nothing_moved(lang));
    }
    head(
        &mut to,
        say(lang, "|涉及的文件|变化日期|事项|依据失效|序号变更|", "|instrument|on|items|without ground|renumbered|"),
        "|---|---|--:|--:|--:|",
    )?;
    for of in &impact.instruments {
        let title = inline(&said::titled(&of.title, lang));
        writeln!(to, "|{title}|{}|{}|{}|{}|", said::day(of.on), of.items, of.unfounded, of.renumbered)?;
    }
    if let Some(caution) = caution(impact, lang) {
        writeln!(to, "\n{caution}")?;
    }
    for (instrument, entries) in by_instrument(impact) {
        writeln!(to, "\n## {}\n\n{}", inline(&said::instrument(instrument, lang)), said::extent(instrument, lang))?;
        head(
            &mut to,
            say(lang, "|影响|编号|事项|栏目和所引条款|现条款|", "|what|id|item|place and citation|now|"),
            "|---|---|---|---|---|",
        )?;
        for entry in entries {
            let cited =
                format!("{}{}{}", said::place(&entry.field, lang), say(lang, "：", ": "), said::cited(entry, lang));
            let cells = [
                said::class(entry.class, lang),
                excerpt(entry.item.id.as_str()),
                said::item(&entry.item, lang),
                cited,
                said::becomes(entry, lang),
            ];
            let cells: Vec<String> = cells.iter().map(|cell| inline(cell)).collect();
            writeln!(to, "|{}|", cells.join("|"))?;
        }
    }
    Ok(())
}

fn head(to: &mut impl Write, heading: &str, rule: &str) -> io::Result<()> {
    writeln!(to, "\n{heading}\n{rule}")
}
