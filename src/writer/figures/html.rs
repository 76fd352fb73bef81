//! Figures as one page with plain bar charts, for people who would rather look than read.
//!
//! The page needs nothing else: no script, no font, no picture from elsewhere. Every bar has its number beside it, so
//! it prints, and reads aloud, as a table.

use std::io::{self, Write};

use super::{Chart, charts, kind_title, label, outcome, wholes};
use crate::figures::{Definition, Figures, Statistic};
use crate::lang::Lang;
use crate::writer::{escaped, fields, page};

const STYLE: &str = include_str!("figures.css");

/// Writes the figures as one HTML page.
///
/// # Errors
/// What the writer reports.
pub fn write_html(figures: &Figures, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let page = Page { lang };
    let title = escaped(&figures.title);
    page::begin(lang, &title, STYLE, &mut to)?;
    writeln!(to, "<h1>{title}</h1>")?;
    writeln!(to, "<p class=\"division\">{} {}</p>", page.say("行政区划代码", "Division"), escaped(&figures.division))?;
    for (kind, statistics) in wholes(figures) {
        page.table(&kind_title(kind, lang), &statistics, &mut to)?;
    }
    for missing in &figures.not_counted {
        let fields = escaped(&fields(&missing.fields, lang));
        let name = page.say(missing.definition.title_zh(), missing.definition.as_str());
        writeln!(
            to,
            "<p>{name}{}{fields}</p>",
            page.say("：未统计，来源未采集", ": not counted; the source does not hold ")
        )?;
    }
    for chart in charts(figures, lang) {
        page.chart(&chart, &mut to)?;
    }
    page.claims(figures, &mut to)?;
    page::end(&mut to)
}

struct Page {
    lang: Lang,
}

impl Page {
    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn table(&self, heading: &str, statistics: &[&Statistic], to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "<section>\n<h2>{}</h2>\n<table>", escaped(heading))?;
        for statistic in statistics {
            let label = label(statistic);
            let definition = match statistic.definition {
                Definition::Items => String::new(),
                definition => format!("<small>{}</small>", escaped(definition.text().text(self.lang))),
            };
            let counted = statistic.in_figures().unwrap_or_else(|| "–".to_owned());
            let unstated = match (statistic.unstated, self.lang) {
                (0, _) => String::new(),
                (number, Lang::Zh) => format!("（{number} 条未说明）"),
                (number, Lang::En) => format!(" ({number} do not say)"),
            };
            writeln!(
                to,
                "<tr><th scope=\"row\">{}{definition}</th><td class=\"number\">{counted}{unstated}</td></tr>",
                escaped(label.text(self.lang)),
            )?;
        }
        writeln!(to, "</table>\n</section>")
    }

    fn chart(&self, chart: &Chart<'_>, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "<section>\n<h2>{}</h2>\n<table class=\"chart\">", escaped(&chart.heading(self.lang)))?;
        let greatest = chart.bars.iter().map(|bar| bar.1).max().unwrap_or(0);
        for (name, number) in &chart.bars {
            writeln!(
                to,
                "<tr><th scope=\"row\">{}</th><td class=\"bar\"><span style=\"width:{}%\"></span></td>\
                 <td class=\"number\">{number}</td></tr>",
                escaped(name),
                width(*number, greatest),
            )?;
        }
        writeln!(to, "</table>\n</section>")
    }

    fn claims(&self, figures: &Figures, to: &mut impl Write) -> io::Result<()> {
        if figures.claims.is_empty() {
            return Ok(());
        }
        writeln!(
            to,
            "<section>\n<h2>{}</h2>\n<table class=\"claims\">",
            self.say("公布数据核对", "Published figures")
        )?;
        for claim in &figures.claims {
            writeln!(
                to,
                "<tr><td class=\"mark\">{}</td><th scope=\"row\">{}</th><td>{}</td></tr>",
                outcome(claim.outcome, self.lang),
                escaped(claim.published_figure.statement.as_str()),
                escaped(claim.verdict().text(self.lang)),
            )?;
        }
        writeln!(to, "</table>\n</section>")
    }
}

/// The length of a bar in per cent of the longest, with one decimal; what is not nothing can be seen.
fn width(number: u64, greatest: u64) -> String {
    let thousandths = number.saturating_mul(1000).checked_div(greatest).unwrap_or(0);
    let visible = if number > 0 { thousandths.max(3) } else { 0 };
    let (whole, tenth) = (visible.checked_div(10).unwrap_or(0), visible.checked_rem(10).unwrap_or(0));
    format!("{whole}.{tenth}")
}
