//! Delegations over time as text.

use std::io::{self, Write};

use super::{NOTHING, by_township, cells, columns, extent, item, left_out, line, noted, notes, numbers, subject, way};
use crate::delegations::{DelegationPair, Delegations};
use crate::lang::Lang;
use crate::print::{excerpt, printable};
use crate::writer::{padded, say};

/// Before a row of which there is something to note.
const MARK: &str = "!";

/// Writes the delegations as text: the numbers, what there is to note, and a table a township.
///
/// # Errors
/// What the writer reports.
pub fn write_text(delegations: &Delegations, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let (open, close) = (say(lang, "（", " ("), say(lang, "）", ")"));
    writeln!(to, "{}{open}{}{close}", printable(&delegations.title), printable(&delegations.division))?;
    writeln!(to, "{}\n{}", subject(delegations, lang), extent(delegations, lang))?;
    let numbers = numbers(delegations, lang);
    let labels: Vec<String> = numbers.iter().map(|(label, _)| (*label).to_owned()).collect();
    for ((_, number), label) in numbers.iter().zip(padded(&labels)) {
        let number = number.map_or_else(|| NOTHING.to_owned(), |number| number.to_string());
        writeln!(to, "  {label}  {number:>6}")?;
    }
    for told in left_out(delegations, lang) {
        writeln!(to, "{told}")?;
    }
    if notes(delegations).next().is_some() {
        writeln!(to, "\n{}", say(lang, "需要注意", "To note"))?;
    }
    let mut last: Option<&DelegationPair> = None;
    for (pair, note) in notes(delegations) {
        if !last.is_some_and(|last| std::ptr::eq(last, pair)) {
            writeln!(to, "  {}{}{}", excerpt(pair.receiver.called()), say(lang, "：", ": "), excerpt(pair.called()))?;
        }
        writeln!(to, "      {}", noted(note, lang))?;
        last = Some(pair);
    }
    for (township, pairs) in by_township(delegations) {
        writeln!(to, "\n{}{}", excerpt(township.called()), how_many(&pairs, lang))?;
        table(&pairs, lang, &mut to)?;
    }
    Ok(())
}

/// How many powers a township has; what it passed on itself is told besides.
fn how_many(pairs: &[&DelegationPair], lang: Lang) -> String {
    let onward = pairs.iter().filter(|pair| pair.is_onward).count();
    let own = pairs.len().saturating_sub(onward);
    match (lang, onward) {
        (Lang::Zh, 0) => format!("（{own} 项）"),
        (Lang::Zh, _) => format!("（{own} 项，另有再行转交 {onward} 项）"),
        (Lang::En, 0) => format!(" ({own})"),
        (Lang::En, _) => format!(" ({own}, and {onward} passed on further)"),
    }
}

/// The table of a township: short columns first, so that long names need no room of their own.
fn table(pairs: &[&DelegationPair], lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let handovers: Vec<_> =
        pairs.iter().flat_map(|pair| pair.handovers.iter().map(move |handover| (*pair, handover))).collect();
    let marks = handovers.iter().map(|(pair, _)| if pair.notes.is_empty() { "" } else { MARK });
    let mut rows: Vec<String> = [""].into_iter().chain(marks).map(|mark| format!("{mark:<2}")).collect();
    let all: Vec<[String; 7]> = handovers.iter().map(|(_, handover)| cells(handover, lang)).collect();
    for (column, heading) in columns(lang).into_iter().enumerate() {
        let cells = all.iter().map(|row| row.get(column).cloned().unwrap_or_default());
        let cells: Vec<String> = [heading.to_owned()].into_iter().chain(cells).collect();
        rows = rows.into_iter().zip(padded(&cells)).map(|(row, cell)| format!("{row}{cell}  ")).collect();
    }
    let mut rows = rows.into_iter();
    let heading = say(lang, "事项〔原实施主体〕", "item [origin]");
    writeln!(to, "{}{heading}", rows.next().unwrap_or_default())?;
    for ((pair, handover), row) in handovers.iter().zip(rows) {
        let (open, close) = (say(lang, "〔", " ["), say(lang, "〕", "]"));
        writeln!(to, "{row}{}{open}{}{close}", item(pair, handover, lang), way(pair, handover))?;
        // From the origin to the township is what the row says; more is told.
        let is_last = pair.handovers.last().is_some_and(|last| std::ptr::eq(last, *handover));
        if is_last && pair.stretches.len() > 2 {
            writeln!(to, "      {}{}", say(lang, "行使沿革：", "exercised by: "), line(pair, lang))?;
        }
    }
    Ok(())
}
