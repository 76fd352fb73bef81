//! Where findings stand: in the cells of the source where that is known, else in the file, in words.

use indexmap::{IndexMap, IndexSet};
use unicode_width::UnicodeWidthStr as _;

use super::list::Worklist;
use crate::finding::{Finding, SourceCell};
use crate::lang::Lang;
use crate::print::{cut, printable};
use crate::report::InputReport;
use crate::schema::titles;
use crate::writer::source_cells::cells;
use crate::writer::{LONGEST_NAME, say};

/// Places, those on one sheet together.
#[derive(Default)]
pub(super) struct Places {
    on: IndexMap<String, IndexSet<String>>,
    /// How much room they take, in digits.
    width: usize,
}

/// A place: the sheet or file, and where on it.
pub(super) type PlaceOf = (String, Vec<String>);

impl Places {
    pub(super) fn add(&mut self, place: PlaceOf) {
        self.width = self.width_with(&place);
        self.on.entry(place.0).or_default().extend(place.1);
    }

    fn width_with(&self, (on, at): &PlaceOf) -> usize {
        let known = self.on.get(on);
        let of_sheet = if known.is_some() { 0 } else { on.width().saturating_add(4) };
        let new = at.iter().filter(|&at| !known.is_some_and(|known| known.contains(at)));
        new.fold(self.width.saturating_add(of_sheet), |sum, at| sum.saturating_add(at.width()).saturating_add(2))
    }

    /// How many lines they take with another, about, in a column of that width.
    pub(super) fn lines_with(&self, place: &PlaceOf, width: u16) -> usize {
        self.width_with(place).div_ceil(usize::from(width.max(1))).saturating_add(self.on.len())
    }

    /// A line for each sheet or file.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let comma = say(lang, "、", ", ");
        let line = |(on, at): (&String, &IndexSet<String>)| {
            let at = at.iter().map(String::as_str).collect::<Vec<_>>().join(comma);
            match (on.is_empty(), at.is_empty()) {
                (false, false) => format!("{on} / {at}"),
                _ => format!("{on}{at}"),
            }
        };
        self.on.iter().map(line).collect()
    }
}

impl Worklist<'_> {
    /// Where a finding stands.
    pub(super) fn place(&self, finding: &Finding, input: Option<&InputReport>) -> PlaceOf {
        match finding.source.as_ref().filter(|source| source.row.is_some()) {
            Some(source) => (sheet(source), self.in_sheet(source, finding)),
            None => self.in_file(finding, input),
        }
    }

    /// The cells, as spreadsheets name them; else the row and the field.
    fn in_sheet(&self, source: &SourceCell, finding: &Finding) -> Vec<String> {
        let cells: Vec<String> = cells(source).map(|cell| cell.to_string()).collect();
        if !cells.is_empty() {
            return cells;
        }
        let row = source.row.map_or_else(String::new, |row| match self.lang {
            Lang::Zh => format!("第{row}行"),
            Lang::En => format!("row {row}"),
        });
        vec![match (field(finding), self.lang) {
            (Some(field), Lang::Zh) => format!("{row}（{field}）"),
            (Some(_), Lang::En) if !finding.path.as_str().is_empty() => {
                format!("{row} ({})", printable(finding.path.as_str()))
            }
            _ => row,
        }]
    }

    /// Line and column, and what stands there; the file where there are several.
    fn in_file(&self, finding: &Finding, input: Option<&InputReport>) -> PlaceOf {
        let place = &finding.place;
        let is_one = self.report.inputs.len() < 2 && input.is_some();
        let own = input.filter(|_| !is_one).map(|input| input.name.as_str());
        let file = place.input.as_deref().or(own).map(|name| cut(name, LONGEST_NAME));
        let sheet = finding.source.as_ref().map(sheet);
        let on = [sheet, file].into_iter().flatten().collect::<Vec<_>>().join(" / ");
        let line = place.line.map(|line| match (place.column, self.lang) {
            (None, Lang::Zh) => format!("目录文件第{line}行"),
            (Some(column), Lang::Zh) => format!("目录文件第{line}行第{column}列"),
            (None, Lang::En) => format!("line {line}"),
            (Some(column), Lang::En) => format!("line {line}, column {column}"),
        });
        let pointer = place.pointer.as_str();
        let what = match (field(finding), self.lang) {
            (Some(field), Lang::Zh) => field,
            _ => cut(pointer, LONGEST_NAME),
        };
        let at = match (line, what.is_empty(), self.lang) {
            (Some(line), false, Lang::Zh) => format!("{line}（{what}）"),
            (Some(line), false, Lang::En) => format!("{line} ({what})"),
            (Some(line), true, _) => line,
            (None, false, _) => what,
            (None, true, _) if on.is_empty() => self.say("目录整体", "the catalog as a whole").to_owned(),
            (None, true, _) => String::new(),
        };
        (on, Some(at).filter(|at| !at.is_empty()).into_iter().collect())
    }
}

/// File and sheet.
fn sheet(source: &SourceCell) -> String {
    let file = source.file.as_deref().or(source.sheet.is_none().then_some(source.source.as_str()));
    let parts = [file, source.sheet.as_deref()];
    parts.into_iter().flatten().map(|part| cut(part, LONGEST_NAME)).collect::<Vec<_>>().join(" / ")
}

/// The field, by its title.
fn field(finding: &Finding) -> Option<String> {
    titles::field(&finding.place.pointer).map(|field| cut(&field, LONGEST_NAME))
}
