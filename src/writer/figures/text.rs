//! Figures as text.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::{charts, kind_title, label, wholes};
use crate::figures::{Claim, Comparison, Figures, RateVerdict};
use crate::lang::Lang;
use crate::print::{excerpt, printable};

/// How many groups of a dimension are shown; the other writers show all.
const MOST_GROUPS: usize = 60;

/// Writes the figures as text: the whole, the groups, and what comes of the published figures.
///
/// # Errors
/// What the writer reports.
pub fn write_text(figures: &Figures, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let (open, close) = (say("（", " ("), say("）", ")"));
    writeln!(to, "{}{open}{}{close}", printable(&figures.title), printable(&figures.division))?;
    for (kind, statistics) in wholes(figures) {
        writeln!(to, "\n{}", kind_title(kind, lang))?;
        let labels: Vec<String> = statistics.iter().map(|statistic| label(statistic).text(lang).to_owned()).collect();
        for (statistic, label) in statistics.iter().zip(padded(&labels)) {
            let unstated = match (statistic.unstated, lang) {
                (0, _) => String::new(),
                (number, Lang::Zh) => format!("；{number} 条未说明"),
                (number, Lang::En) => format!("; {number} do not say"),
            };
            let counted = statistic.in_figures().unwrap_or_else(|| "–".to_owned());
            writeln!(to, "  {label}  {counted}{unstated}")?;
        }
    }
    for missing in &figures.not_counted {
        let (name, fields) = (missing.definition, missing.fields.join(say("、", ", ")));
        match lang {
            Lang::Zh => writeln!(to, "\n{}：来源未采集 {fields}，未统计", name.title_zh())?,
            Lang::En => writeln!(to, "\n{name}: not counted, as the source does not hold {fields}")?,
        }
    }
    for chart in charts(figures, lang) {
        writeln!(to, "\n{}", chart.heading(lang))?;
        let names: Vec<String> = chart.bars.iter().take(MOST_GROUPS).map(|(name, _)| excerpt(name)).collect();
        for ((_, number), name) in chart.bars.iter().zip(padded(&names)) {
            writeln!(to, "  {name}  {number:>7}")?;
        }
        match (chart.bars.len().saturating_sub(MOST_GROUPS), lang) {
            (0, _) => {}
            (more, Lang::Zh) => writeln!(to, "  … 另有 {more} 个")?,
            (more, Lang::En) => writeln!(to, "  … and {more} more")?,
        }
    }
    if !figures.claims.is_empty() {
        writeln!(to, "\n{}", say("公布数据核对", "Published figures"))?;
    }
    for claim in &figures.claims {
        let statement = excerpt(claim.published_figure.statement.as_str());
        writeln!(to, "  {} {statement}", say(mark(claim).0, mark(claim).1))?;
        writeln!(to, "      {}", claim.verdict().text(lang))?;
    }
    Ok(())
}

/// What comes of a figure, in one word.
pub(super) fn mark(claim: &Claim) -> (&'static str, &'static str) {
    let impossible = claim.rate.as_ref().is_some_and(|rate| rate.verdict != RateVerdict::Attainable);
    let parts_differ = claim.parts.as_ref().is_some_and(|parts| !parts.adds_up);
    let checked = claim.rate.is_some() || claim.parts.is_some();
    match claim.recount.comparison {
        _ if impossible || parts_differ => ("[有误]  ", "[wrong]  "),
        Comparison::Differs => ("[不符]  ", "[differs]"),
        Comparison::Agrees if claim.recount.total_differs => ("[不符]  ", "[differs]"),
        Comparison::Agrees => ("[一致]  ", "[agrees] "),
        Comparison::NotCompared if checked => ("[可能]  ", "[fits]   "),
        Comparison::NotCompared => ("[未核对]", "[open]   "),
    }
}

/// Texts filled up to the width of the widest, as a terminal shows them.
fn padded(texts: &[String]) -> impl Iterator<Item = String> {
    let widest = texts.iter().map(|text| text.width()).max().unwrap_or(0);
    texts.iter().map(move |text| format!("{text}{}", " ".repeat(widest.saturating_sub(text.width()))))
}
