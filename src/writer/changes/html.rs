//! What changed between two editions, as one page.
//!
//! The page needs nothing else: no script, no font, no picture from elsewhere. What it tells by colour it also tells in
//! words, and what it folds away on a screen it prints.

use std::io::{self, Write};

use super::sums::{Block, Rank};
use super::words::{FieldWords, Shown};
use super::{ChangeOptions, ChangeTold, Group, ItemTold, Told};
use crate::diff::Changes;
use crate::lang::Lang;
use crate::writer::{escaped, page, say};

const STYLE: &str = include_str!("changes.css");

/// Writes what changed between two editions as one HTML page.
///
/// # Errors
/// What the writer reports.
pub fn write_html(changes: &Changes, options: &ChangeOptions<'_>, mut to: impl Write) -> io::Result<()> {
    let page = Page { told: Told::new(changes, *options), lang: options.lang };
    page.write(&mut to)
}

struct Page<'a> {
    told: Told<'a>,
    lang: Lang,
}

impl Page<'_> {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        say(self.lang, zh, en)
    }

    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let heading = self.told.heading();
        let title = escaped(self.told.changes.new.title.as_str());
        let title = format!("{heading}{}{title}", self.say("：", ": "));
        page::begin(self.lang, &title, STYLE, to)?;
        writeln!(to, "<h1>{heading}</h1>")?;
        writeln!(to, "<table class=\"sides\">")?;
        for (label, side) in self.told.sides() {
            writeln!(to, "<tr><th scope=\"row\">{label}</th><td>{}</td></tr>", escaped(&side))?;
        }
        writeln!(to, "</table>")?;
        for line in self.told.comparable() {
            writeln!(to, "<p>{}</p>", escaped(&line))?;
        }
        writeln!(to, "<div class=\"blocks\">")?;
        for block in self.told.blocks() {
            numbers(&block, to)?;
        }
        writeln!(to, "</div>")?;
        for remark in self.told.remarks() {
            writeln!(to, "<p>{}</p>", escaped(&remark))?;
        }
        for (list, groups) in self.told.lists() {
            writeln!(to, "<h2>{list}</h2>")?;
            for group in groups {
                self.group(&group, to)?;
            }
        }
        self.rest(to)?;
        page::end(to)
    }

    fn group(&self, group: &Group<'_>, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "<h3>{}</h3>\n<table class=\"changes\">", escaped(&group.heading))?;
        let columns = [
            self.say("变化", "Change"),
            self.say("栏目", "Field"),
            self.say("旧版次", "Old edition"),
            self.say("新版次", "New edition"),
            self.say("对申请人的影响", "For applicants"),
            self.say("调整记录", "Adjustment"),
        ];
        let columns = columns.map(|column| format!("<th scope=\"col\">{column}</th>"));
        writeln!(to, "<thead><tr>{}</tr></thead>", columns.concat())?;
        for item in &group.items {
            self.item(&self.told.item(item), to)?;
        }
        writeln!(to, "</table>")
    }

    fn item(&self, item: &ItemTold, to: &mut impl Write) -> io::Result<()> {
        let code = item.code.as_ref().map(|code| format!(" <span class=\"code\">{}</span>", escaped(code)));
        let doubt = item.doubt.as_ref().map(|doubt| format!("<small>{}</small>", escaped(doubt)));
        writeln!(
            to,
            "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"6\">{}{}{}</th></tr>",
            escaped(&item.name),
            code.unwrap_or_default(),
            doubt.unwrap_or_default(),
        )?;
        for change in &item.changes {
            self.change(change, to)?;
        }
        writeln!(to, "</tbody>")
    }

    /// A row a field; what holds for the whole change stands in its first.
    fn change(&self, change: &ChangeTold, to: &mut impl Write) -> io::Result<()> {
        let rows = change.fields.len().max(1);
        let span = if rows > 1 { format!(" rowspan=\"{rows}\"") } else { String::new() };
        for row in 0..rows {
            write!(to, "<tr>")?;
            if row == 0 {
                write!(to, "<td{span}>{}</td>", escaped(&change.class))?;
            }
            match change.fields.get(row) {
                Some(FieldWords { title, old, new, .. }) => {
                    let (old, new) = (self.value(old.as_ref(), "del"), self.value(new.as_ref(), "ins"));
                    write!(to, "<td>{}</td><td>{old}</td><td>{new}</td>", escaped(title))?;
                }
                None => write!(to, "<td></td><td></td><td></td>")?,
            }
            if row == 0 {
                let effect = change.effect.as_ref();
                let class = effect.map(|(effect, _)| format!(" class=\"{effect}\"")).unwrap_or_default();
                write!(to, "<td{span}{class}>{}</td>", effect.map(|(_, words)| escaped(words)).unwrap_or_default())?;
                let recorded = match change.adjustments.as_str() {
                    "" if change.is_due => self.say("无调整记录", "none"),
                    adjustments => adjustments,
                };
                write!(to, "<td{span}>{}</td>", escaped(recorded))?;
            }
            writeln!(to, "</tr>")?;
        }
        Ok(())
    }

    /// A value; what was cut unfolds.
    fn value(&self, shown: Option<&Shown>, element: &str) -> String {
        let Some(shown) = shown else {
            return format!("<span class=\"none\">{}</span>", self.say("（无）", "(none)"));
        };
        let cut = escaped(&shown.cut);
        match &shown.whole {
            None => format!("<{element}>{cut}</{element}>"),
            Some(whole) => format!(
                "<{element}>{cut}</{element}><details><summary>{}</summary><p>{}</p></details>",
                self.say("全文", "Whole text"),
                escaped(whole),
            ),
        }
    }

    fn rest(&self, to: &mut impl Write) -> io::Result<()> {
        let mut records = self.told.records().peekable();
        if records.peek().is_some() {
            writeln!(to, "<h2>{}</h2>", self.say("其他记录", "Other records"))?;
        }
        for (heading, lines) in records {
            writeln!(to, "<h3>{heading}</h3>")?;
            list(&lines, to)?;
        }
        let unmet = self.told.unmet();
        if unmet.is_empty() {
            return Ok(());
        }
        writeln!(to, "<h2>{}</h2>", self.say("未落实的调整记录", "Adjustments whose effect is not there"))?;
        list(&unmet, to)
    }
}

fn numbers(block: &Block, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "<table class=\"numbers\">\n<caption>{}</caption>", block.heading)?;
    for row in &block.rows {
        let class = match row.rank {
            Rank::Part => "",
            Rank::OfThese => " class=\"of-these\"",
            Rank::Sum => " class=\"sum\"",
        };
        let (label, number) = (&row.label, &row.number);
        writeln!(to, "<tr{class}><th scope=\"row\">{label}</th><td class=\"number\">{number}</td></tr>")?;
    }
    writeln!(to, "</table>")
}

fn list(lines: &[String], to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "<ul>")?;
    for line in lines {
        writeln!(to, "<li>{}</li>", escaped(line))?;
    }
    writeln!(to, "</ul>")
}
