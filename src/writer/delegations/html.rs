//! Delegations over time as one page: the numbers, a matrix of items and townships, what there is to note, and a table a
//! township.
//!
//! The page needs nothing else: no script, no font, no picture from elsewhere. A state is told by a sign, which has its
//! word for those who listen, and by colour besides, so the page can be printed in black.

use std::collections::HashMap;
use std::io::{self, Write};

use super::{
    NOTHING, by_township, cells, columns, extent, item, left_out, line, noted, notes, numbers, state, subject, way,
};
use crate::delegations::{DelegationPair, DelegationState, Delegations, NoteKind, Party};
use crate::lang::Lang;
use crate::writer::{escaped, page, say};

const STYLE: &str = include_str!("delegations.css");

/// Writes the delegations as one HTML page.
///
/// # Errors
/// What the writer reports.
pub fn write_html(delegations: &Delegations, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let title = escaped(&delegations.title);
    page::begin(lang, &title, STYLE, &mut to)?;
    writeln!(to, "<h1>{title}</h1>")?;
    writeln!(
        to,
        "<p class=\"division\">{} {}</p>",
        say(lang, "行政区划代码", "Division"),
        escaped(&delegations.division)
    )?;
    let page = Page::new(delegations, lang);
    page.summary(&mut to)?;
    page.matrix(&mut to)?;
    page.notes(&mut to)?;
    for (township, pairs) in by_township(delegations) {
        page.township(township, &pairs, &mut to)?;
    }
    page::end(&mut to)
}

struct Page<'a> {
    delegations: &'a Delegations,
    lang: Lang,
    /// The number of each pair, by which the matrix leads to its row.
    numbers: HashMap<(&'a str, &'a str), usize>,
}

impl<'a> Page<'a> {
    fn new(delegations: &'a Delegations, lang: Lang) -> Self {
        let pairs = delegations.pairs.iter().enumerate();
        let numbers = pairs.map(|(number, pair)| (key(pair), number)).collect();
        Self { delegations, lang, numbers }
    }

    fn summary(&self, to: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        writeln!(to, "<h2>{}</h2>", escaped(&subject(self.delegations, lang)))?;
        writeln!(to, "<p>{}</p>", escaped(&extent(self.delegations, lang)))?;
        writeln!(to, "<table class=\"numbers\">")?;
        for (label, number) in numbers(self.delegations, lang) {
            let number = number.map_or_else(|| NOTHING.to_owned(), |number| number.to_string());
            writeln!(to, "<tr><th scope=\"row\">{label}</th><td class=\"number\">{number}</td></tr>")?;
        }
        writeln!(to, "</table>")?;
        for told in left_out(self.delegations, lang) {
            writeln!(to, "<p>{}</p>", escaped(&told))?;
        }
        Ok(())
    }

    /// Items below, townships across; what townships pass on themselves is told in their tables only.
    fn matrix(&self, to: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        let pairs = || self.delegations.pairs.iter().filter(|pair| !pair.is_onward);
        let mut cells: HashMap<(&str, &str), Vec<&DelegationPair>> = HashMap::new();
        for pair in pairs() {
            cells.entry((pair.power_item.as_str(), pair.listed_under().id.as_str())).or_default().push(pair);
        }
        if cells.is_empty() {
            return Ok(());
        }
        writeln!(to, "<h2>{}</h2>", say(lang, "事项和苏木乡镇", "Items and townships"))?;
        self.legend(to)?;
        write!(to, "<table class=\"matrix\">\n<thead><tr><th scope=\"col\">{}</th>", say(lang, "事项", "Item"))?;
        for township in &self.delegations.townships {
            write!(to, "<th scope=\"col\">{}</th>", escaped(township.called()))?;
        }
        writeln!(to, "</tr></thead>\n<tbody>")?;
        // The pairs of an item stand together.
        let mut last = None;
        for pair in pairs() {
            let item = pair.power_item.as_str();
            if last.replace(item) == Some(item) {
                continue;
            }
            write!(to, "<tr><th scope=\"row\">{}</th>", escaped(pair.called()))?;
            for township in &self.delegations.townships {
                let here = cells.get(&(item, township.id.as_str()));
                let signs = here.into_iter().flatten().map(|pair| self.cell(pair));
                write!(to, "<td>{}</td>", signs.collect::<Vec<_>>().join(" "))?;
            }
            writeln!(to, "</tr>")?;
        }
        writeln!(to, "</tbody>\n</table>")
    }

    /// A pair as a sign that leads to its row.
    fn cell(&self, pair: &DelegationPair) -> String {
        let number = self.numbers.get(&key(pair)).copied().unwrap_or_default();
        let word = state(pair.state, self.lang);
        let noted: String = NOTED.iter().filter(|kinds| kinds.of(pair)).map(|kinds| self.sign(kinds)).collect();
        format!(
            "<a href=\"#p{number}\" class=\"{}\" title=\"{word}\">{}<span class=\"aloud\">{word}</span></a>{noted}",
            pair.state,
            sign_of(pair.state)
        )
    }

    fn sign(&self, kinds: &Noted) -> String {
        let (sign, word) = (kinds.sign, say(self.lang, kinds.zh, kinds.en));
        format!("<span class=\"noted\" title=\"{word}\">{sign}<span class=\"aloud\">{word}</span></span>")
    }

    fn legend(&self, to: &mut impl Write) -> io::Result<()> {
        write!(to, "<p class=\"legend\">")?;
        for &state_shown in DelegationState::ALL {
            let word = state(state_shown, self.lang);
            write!(to, "<span><b class=\"{state_shown}\">{}</b> {word}</span>", sign_of(state_shown))?;
        }
        for kinds in NOTED {
            let word = say(self.lang, kinds.zh, kinds.en);
            write!(to, "<span><b class=\"noted\">{}</b> {word}</span>", kinds.sign)?;
        }
        writeln!(to, "<span>{}</span></p>", say(self.lang, "空白：未赋权", "blank: not delegated"))
    }

    fn notes(&self, to: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        if notes(self.delegations).next().is_none() {
            return Ok(());
        }
        writeln!(to, "<h2>{}</h2>\n<table>", say(lang, "需要注意", "To note"))?;
        for (pair, note) in notes(self.delegations) {
            writeln!(
                to,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
                escaped(pair.receiver.called()),
                escaped(pair.called()),
                escaped(&noted(note, lang)),
            )?;
        }
        writeln!(to, "</table>")
    }

    fn township(&self, township: &Party, pairs: &[&DelegationPair], to: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        writeln!(to, "<h2>{}</h2>\n<table>", escaped(township.called()))?;
        write!(to, "<thead><tr><th scope=\"col\">{}</th>", say(lang, "事项（原实施主体）", "Item (origin)"))?;
        for heading in columns(lang) {
            write!(to, "<th scope=\"col\">{heading}</th>")?;
        }
        writeln!(to, "<th scope=\"col\">{}</th></tr></thead>\n<tbody>", say(lang, "行使沿革", "Exercised by"))?;
        for pair in pairs {
            for (place, handover) in pair.handovers.iter().enumerate() {
                // Only the first row of a pair is what the matrix leads to.
                let number = self.numbers.get(&key(pair)).copied().unwrap_or_default();
                let id = if place == 0 { format!(" id=\"p{number}\"") } else { String::new() };
                let (item, way) = (escaped(&item(pair, handover, lang)), escaped(&way(pair, handover)));
                write!(to, "<tr{id}><th scope=\"row\">{item}<small>{way}</small></th>")?;
                for (column, cell) in cells(handover, lang).into_iter().enumerate() {
                    let class = if column == 0 { handover.state.as_str() } else { "day" };
                    let sign = if column == 0 { format!("{} ", sign_of(handover.state)) } else { String::new() };
                    write!(to, "<td class=\"{class}\">{sign}{}</td>", escaped(&cell))?;
                }
                let line = if place == 0 { escaped(&line(pair, lang)) } else { String::new() };
                writeln!(to, "<td>{line}</td></tr>")?;
            }
        }
        writeln!(to, "</tbody>\n</table>")
    }
}

fn key(pair: &DelegationPair) -> (&str, &str) {
    (pair.power_item.as_str(), pair.receiver.id.as_str())
}

/// The sign of a state.
fn sign_of(state: DelegationState) -> &'static str {
    match state {
        DelegationState::NotYetEffective => "○",
        DelegationState::InForce => "●",
        DelegationState::Ended => "×",
        DelegationState::Returned => "←",
        DelegationState::Unknown => "?",
    }
}

/// Notes that share a sign.
struct Noted {
    sign: &'static str,
    zh: &'static str,
    en: &'static str,
    kinds: &'static [NoteKind],
}

const NOTED: &[Noted] = &[
    Noted { sign: "▲", zh: "空档", en: "gap", kinds: &[NoteKind::Gap] },
    Noted { sign: "◆", zh: "重复行使", en: "double exercise", kinds: &[NoteKind::DoubleExercise] },
    Noted {
        sign: "!",
        zh: "其他提示",
        en: "other note",
        kinds: &[NoteKind::NotClaimed, NoteKind::NotAReceiver, NoteKind::NotKnown],
    },
];

impl Noted {
    fn of(&self, pair: &DelegationPair) -> bool {
        self.kinds.iter().any(|&kind| pair.has(kind))
    }
}
