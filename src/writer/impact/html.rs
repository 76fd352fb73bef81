//! What changes of the law do to a catalog, as a page: the numbers, and a table of the items of each instrument that moved.

use std::io::{self, Write};

use super::{by_instrument, caution, classes, extent, not_judged, nothing_moved, reach, said, subject, whereto};
use crate::impact::{Impact, InstrumentImpact};
use crate::lang::Lang;
use crate::print::excerpt;
use crate::writer::{escaped, page, say};

const STYLE: &str = include_str!("impact.css");

/// Writes the impact as one HTML page.
///
/// # Errors
/// What the writer reports.
pub fn write_html(impact: &Impact, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let title = escaped(&impact.title);
    page::begin(lang, &title, STYLE, &mut to)?;
    writeln!(to, "<h1>{title}</h1>")?;
    writeln!(to, "<p class=\"division\">{} {}</p>", say(lang, "行政区划代码", "Division"), escaped(&impact.division))?;
    writeln!(to, "<h2>{}</h2>\n<p>{}</p>", subject(impact, lang), escaped(&reach(impact, lang)))?;
    for told in extent(impact, lang).into_iter().chain(whereto(impact, lang)) {
        writeln!(to, "<p>{}</p>", escaped(&told))?;
    }
    numbers(impact, lang, &mut to)?;
    for told in not_judged(impact, lang) {
        writeln!(to, "<p class=\"note\">{}</p>", escaped(&told))?;
    }
    if impact.instruments.is_empty() {
        writeln!(to, "<p>{}</p>", nothing_moved(lang))?;
    } else {
        instruments(impact, lang, &mut to)?;
        items(impact, lang, &mut to)?;
    }
    page::end(&mut to)
}

/// The classes that occur, with items and citations.
fn numbers(impact: &Impact, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let classes = classes(impact, lang);
    if classes.is_empty() {
        return Ok(());
    }
    let headings = [say(lang, "影响", "What"), say(lang, "事项", "Items"), say(lang, "引用", "Citations")];
    writeln!(to, "<table class=\"numbers\">\n{}<tbody>", heading(&headings))?;
    for (label, items, citations) in classes {
        writeln!(
            to,
            "<tr><th scope=\"row\">{label}</th><td class=\"number\">{items}</td><td class=\"number\">{citations}</td></tr>"
        )?;
    }
    writeln!(to, "</tbody>\n</table>")
}

/// The instruments that moved, each leading to its items.
fn instruments(impact: &Impact, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let headings = match lang {
        Lang::Zh => ["文件", "变化日期", "事项", "依据失效", "序号变更", "引用", "现条款已知"],
        Lang::En => ["Instrument", "On", "Items", "Without ground", "Renumbered", "Citations", "Article known"],
    };
    writeln!(to, "<h2>{}</h2>", say(lang, "涉及的文件", "Instruments that moved"))?;
    writeln!(to, "<table>\n{}<tbody>", heading(&headings))?;
    for (number, of) in impact.instruments.iter().enumerate() {
        write!(
            to,
            "<tr><th scope=\"row\"><a href=\"#i{number}\">{}</a></th><td class=\"day\">{}</td>",
            escaped(&said::titled(&of.title, lang)),
            said::day(of.on)
        )?;
        for number in [of.items, of.unfounded, of.renumbered, of.citations, of.articles_known] {
            write!(to, "<td class=\"number\">{number}</td>")?;
        }
        writeln!(to, "</tr>")?;
    }
    writeln!(to, "</tbody>\n</table>")?;
    caution(impact, lang).map_or(Ok(()), |caution| writeln!(to, "<p class=\"note\">{caution}</p>"))
}

fn items(impact: &Impact, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let headings = match lang {
        Lang::Zh => ["影响", "事项", "所引条款", "现条款"],
        Lang::En => ["What", "Item", "Citation", "Now"],
    };
    for (number, (instrument, entries)) in by_instrument(impact).enumerate() {
        caption(number, instrument, lang, to)?;
        writeln!(to, "<table>\n{}<tbody>", heading(&headings))?;
        for entry in entries {
            let body = said::body(&entry.item).map(|body| format!("<small>{}</small>", escaped(&body)));
            writeln!(
                to,
                "<tr><td class=\"{}\">{}</td><th scope=\"row\">{}<small>{}</small>{}</th><td>{}<small>{}</small></td><td>{}</td></tr>",
                entry.class,
                said::class(entry.class, lang),
                escaped(&excerpt(&entry.item.name)),
                escaped(&excerpt(entry.item.id.as_str())),
                body.unwrap_or_default(),
                escaped(&said::cited(entry, lang)),
                escaped(&said::place(&entry.field, lang)),
                escaped(&said::becomes(entry, lang)),
            )?;
        }
        writeln!(to, "</tbody>\n</table>")?;
    }
    Ok(())
}

fn caption(number: usize, of: &InstrumentImpact, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let (what, extent) = (escaped(&said::instrument(of, lang)), escaped(&said::extent(of, lang)));
    writeln!(to, "<h2 id=\"i{number}\">{what}</h2>\n<p>{extent}</p>")
}

fn heading(headings: &[&str]) -> String {
    let cells: Vec<String> = headings.iter().map(|heading| format!("<th scope=\"col\">{heading}</th>")).collect();
    let cells = cells.concat();
    format!("<thead><tr>{cells}</tr></thead>\n")
}
