//! Figures as text.

use std::io::{self, Write};

use super::{charts, kind_title, label, outcome, wholes};
use crate::figures::Figures;
use crate::lang::Lang;
use crate::print::{excerpt, printable};
use crate::writer::{fields, padded};

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
        let (name, fields) = (missing.definition, fields(&missing.fields, lang));
        match lang {
            Lang::Zh => writeln!(to, "\n{}：来源未采集{fields}，未统计", name.title_zh())?,
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
    let marks: Vec<String> = figures.claims.iter().map(|claim| format!("[{}]", outcome(claim.outcome, lang))).collect();
    for (claim, mark) in figures.claims.iter().zip(padded(&marks)) {
        let statement = excerpt(claim.published_figure.statement.as_str());
        writeln!(to, "  {mark} {statement}")?;
        writeln!(to, "      {}", claim.verdict().text(lang))?;
    }
    Ok(())
}
