//! One import: workbooks, sheets, rows, records.

use std::collections::BTreeSet;

use super::account::{Characters, ColumnAccount, ImportAccount, RowTold, SheetAccount, SheetState, UntakenRow};
use super::bodies::Bodies;
use super::column::Column;
use super::error::ImportError;
use super::fate::{Fate, Fates};
use super::fields::{Around, Fields};
use super::header::{self, SheetHeader};
use super::ids::Ids;
use super::imported::{ImportSettings, Imported};
use super::profile::{Headers, ImportProfile, SheetUse};
use super::records::{Made, take};
use super::row_class::RowClass;
use super::rows::{self, Entry, SheetRows};
use super::told::Told;
use super::{cell, figures, held, sources, title};
use crate::codelist::ItemType;
use crate::lang::Message;
use crate::model::{Catalog, Header, Id, Kind, RecordRef};
use crate::print::excerpt;
use crate::workbook::{Sheet, Visibility, Workbook, column_letters};

/// A run over several workbooks.
struct Run {
    profile: ImportProfile,
    headers: Headers,
    made: Made,
    bodies: Bodies,
    ids: Ids,
    told: Told,
    source_ids: BTreeSet<String>,
    /// The columns of all sheets.
    columns: BTreeSet<(Kind, Column)>,
    account: ImportAccount,
}

/// A sheet, with its number in its workbook and the headers that are found in it.
struct List<'w> {
    workbook: &'w Workbook,
    sheet: &'w Sheet,
    number: usize,
    /// Whether its workbook has several sheets.
    several: bool,
    header: Option<SheetHeader>,
}

/// Makes one catalog of workbooks: bodies that several of them name are one, and the rows of all are its records.
///
/// # Errors
/// [`ImportError`] when no sheet has headers that are known, or nothing tells the division.
pub fn import(workbooks: &[Workbook], settings: &ImportSettings) -> Result<Imported, ImportError> {
    let (profile, headers) = settings.profile.whole();
    let (different, repeated) = without_repeated(workbooks);
    let mut lists: Vec<List<'_>> = Vec::new();
    for workbook in &different {
        let several = workbook.sheets.len() > 1;
        lists.extend(workbook.sheets.iter().enumerate().map(|(number, sheet)| {
            let header = header::of(sheet, &profile, &headers);
            List { workbook, sheet, number, several, header }
        }));
    }
    let above = lists.iter().filter_map(|list| list.header.as_ref()).flat_map(|header| &header.above);
    let titles: Vec<String> = above.map(|(_, text)| text.clone()).collect();
    let place = title::division(settings.division.or(profile.division), &titles, &different)?;
    let title = profile.title.clone().or_else(|| title::of(&titles, &different)).ok_or(ImportError::NoDivision)?;
    let mut header = Header::new(title, place.division);
    header.level = profile.level.unwrap_or(header.level);
    header.publisher.clone_from(&profile.publisher);
    let mut run = Run {
        made: Made::new(Catalog::new(header)),
        bodies: Bodies::new(&profile.aliases),
        profile,
        headers,
        ids: Ids::default(),
        told: Told::default(),
        source_ids: BTreeSet::new(),
        columns: BTreeSet::new(),
        account: ImportAccount { division_from: place.from, repeated_files: repeated, ..ImportAccount::default() },
    };
    for list in lists {
        run.sheet(list);
    }
    run.finish(workbooks)
}

/// The workbooks, each content once; and of those that say the same again which one they repeat.
fn without_repeated(workbooks: &[Workbook]) -> (Vec<&Workbook>, Vec<(String, String)>) {
    let (mut different, mut repeated): (Vec<&Workbook>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    for workbook in workbooks {
        match different.iter().find(|before| before.sheets == workbook.sheets) {
            Some(before) => repeated.push((workbook.name.clone(), before.name.clone())),
            None => different.push(workbook),
        }
    }
    (different, repeated)
}

impl Run {
    fn sheet(&mut self, List { workbook, sheet, number, several, header }: List<'_>) {
        let mut account = SheetAccount::new(&workbook.name, &sheet.name);
        account.state = self.state_of(sheet, header.is_some());
        if account.state == SheetState::Imported
            && let Some(header) = header
            && let Some(id) = sources::id(&workbook.name, number, several, &mut self.source_ids)
        {
            self.list(workbook, sheet, &header, &id, &mut account);
        }
        self.account.sheets.push(account);
    }

    /// Whether a sheet is to be read.
    fn state_of(&self, sheet: &Sheet, has_header: bool) -> SheetState {
        if self.profile.sheet(&sheet.name).is_some_and(|said| said.read == SheetUse::Skip) {
            SheetState::Skipped
        } else if sheet.visibility == Visibility::Hidden {
            SheetState::Hidden
        } else if sheet.cells().all(|(_, cell)| cell.text.trim().is_empty()) {
            SheetState::Empty
        } else if has_header {
            SheetState::Imported
        } else {
            SheetState::NoHeader
        }
    }

    fn list(&mut self, workbook: &Workbook, sheet: &Sheet, header: &SheetHeader, id: &Id, account: &mut SheetAccount) {
        let rows = rows::read(sheet, header, &self.headers);
        let mut fates = Fates::default();
        let above = header.above.iter().map(|(_, text)| text.as_str());
        let named: Vec<&str> = std::iter::once(sheet.name.as_str()).chain(above).collect();
        let said = self.profile.sheet(&sheet.name).and_then(|said| said.item_type);
        let item_type = said.or_else(|| of_sheet(&named)).or(self.profile.item_type);
        for entry in &rows.entries {
            let source = sources::of_entry(id, entry, header);
            let mut around = Around {
                profile: &self.profile,
                header,
                bodies: &mut self.bodies,
                ids: &mut self.ids,
                fates: &mut fates,
                told: &mut self.told,
                item_type,
            };
            match take(&mut self.made, header.kind, Fields::new(&mut around, entry, source)) {
                Ok(()) => account.records = account.records.saturating_add(1),
                Err(message) => {
                    account.untaken.push(untaken(entry, header, message));
                }
            }
        }
        account.untaken.extend(rows.other_table.as_ref().map(other_table));
        account.untaken.extend(header.list_beside().map(|column| list_beside(header, column)));
        let entries = Counted::of(&rows.entries, header);
        account.source = Some(id.clone());
        account.kind = Some(header.kind);
        account.header_rows = Some((header.first_row, header.last_row));
        account.items = entries.items;
        account.entry_numbers = entries.numbers;
        account.declared = named.iter().find_map(|name| cell::declared_total(name)).map(|total| u64::from(total.count));
        account.columns = columns(header, &rows, &fates);
        account.characters = characters(header, &fates);
        account.add_rows(&rows);
        self.columns.extend(sources::filled(header));
        let source = sources::file(id.clone(), &workbook.name, &sheet.name, header);
        let of_bodies = sources::of_bodies(&source, header);
        self.made.catalog.header.sources.extend(std::iter::once(source.clone()).chain(of_bodies));
    }

    fn finish(mut self, workbooks: &[Workbook]) -> Result<Imported, ImportError> {
        if !self.account.sheets.iter().any(|sheet| sheet.state == SheetState::Imported) {
            let sheets = self.account.sheets.iter().map(SheetAccount::name).collect();
            return Err(ImportError::NoList { sheets });
        }
        let mut catalog = self.made.catalog;
        self.account.merged_bodies = self.bodies.merged();
        catalog.organizations = std::mem::take(&mut self.bodies.records);
        catalog.header.covers = self.account.complete(self.profile.complete);
        catalog.header.not_held = held::not_held(&self.columns, &self.profile);
        figures::add(&mut catalog, &self.account.sheets, &mut self.ids);
        let used: BTreeSet<&Id> =
            catalog.records().filter_map(RecordRef::source).map(|source| &source.source).collect();
        let used: BTreeSet<Id> = used.into_iter().cloned().collect();
        catalog.header.sources.retain(|source| used.contains(&source.id));
        let files = workbooks.iter().map(|workbook| (workbook.name.clone(), workbook.size)).collect();
        Ok(Imported { catalog, account: self.account, files })
    }
}

/// The type that the name of a sheet, or a title above the list, tells.
fn of_sheet(named: &[&str]) -> Option<ItemType> {
    named.iter().find_map(|name| cell::item_type_in(name))
}

/// An entry that is no record, with what it says.
fn untaken(entry: &Entry<'_>, header: &SheetHeader, message: Message) -> UntakenRow {
    let text = |at: usize| entry.cells_at(at).iter().map(|(_, cell)| cell.text.as_str()).collect::<Vec<_>>().join("\n");
    let name = [Column::SubName, Column::Name].into_iter().filter_map(|column| header.at(column)).map(text);
    UntakenRow {
        row: entry.rows.first().copied().unwrap_or_default(),
        name: name.into_iter().find(|name| !name.trim().is_empty()),
        text: entry.columns().map(text).collect::<Vec<_>>().join(" "),
        message,
    }
}

/// Another table below the list, which nobody read: its columns are others.
fn other_table((row, last, headers): &(u32, u32, String)) -> UntakenRow {
    let message = Message::new(
        format!("从这一行到第{last}行是另一张表，栏目与上面不同，没有读入；请移到单独的工作表后重新检查"),
        format!(
            "from this row to row {last} stands another table with other columns, which was not read; \
             move it to a sheet of its own and check again"
        ),
    );
    UntakenRow { row: *row, name: None, text: headers.clone(), message }
}

/// Another list beside the first one, of which nobody read more than its words.
fn list_beside(header: &SheetHeader, column: u16) -> UntakenRow {
    let letters = column_letters(column);
    let message = Message::new(
        format!("{letters}列起是并排的另一张表，其中的事项没有读入；请移到下面或者单独的工作表后重新检查"),
        format!(
            "from column {letters} on stands another list beside the first, whose items were not read; \
             move it below or to a sheet of its own and check again"
        ),
    );
    UntakenRow { row: header.last_row, name: None, text: letters, message }
}

/// How many entries a list has.
struct Counted {
    items: u64,
    numbers: u64,
}

impl Counted {
    fn of<'e>(entries: &'e [Entry<'_>], header: &SheetHeader) -> Self {
        let text = |entry: &'e Entry<'_>, column: Column| {
            let at = header.at(column)?;
            entry.cells_at(at).first().map(|(_, cell)| cell.text.as_str())
        };
        let items: BTreeSet<_> =
            entries.iter().map(|entry| (text(entry, Column::Name), text(entry, Column::SubName))).collect();
        let mut numbers = 0_u64;
        let mut before = None;
        for entry in entries {
            let cell = header.at(Column::EntryNumber).and_then(|at| entry.cells_at(at).first().copied());
            let here = cell.map(|(from, _)| from);
            // Records that share a merged number are one entry; one without a number is one of its own.
            if here.is_some() && here == before {
                continue;
            }
            before = here;
            let of_entry = cell.map_or(1, |(_, cell)| cell::entry_numbers(&cell.text).len().max(1));
            numbers = numbers.saturating_add(number(of_entry));
        }
        Self { items: number(items.len()), numbers }
    }
}

fn columns(header: &SheetHeader, rows: &SheetRows<'_>, fates: &Fates) -> Vec<ColumnAccount> {
    let of_column = |(at, column): (usize, &header::HeaderColumn)| {
        let with = |fate: Fate| number(fates.of(at).filter(|(of, _)| *of == fate).count());
        let empty = rows.entries.iter().filter(|entry| entry.cells_at(at).is_empty()).count();
        ColumnAccount {
            letters: column_letters(column.number),
            header: column.header.clone(),
            column: column.column,
            repeats: column.repeats.map(column_letters),
            hidden: column.is_hidden,
            understood: with(Fate::Understood),
            kept_as_text: with(Fate::KeptAsText),
            first_kept: first_kept(rows, fates, at),
            says_nothing: with(Fate::SaysNothing),
            empty: if column.is_hidden { 0 } else { number(empty) },
        }
    };
    header.columns.iter().enumerate().map(of_column).collect()
}

/// The first cells of a column that are kept as they are.
fn first_kept(rows: &SheetRows<'_>, fates: &Fates, at: usize) -> Vec<(u32, String)> {
    const MOST: usize = 3;
    let cells = rows.entries.iter().flat_map(|entry| entry.cells_at(at));
    let mut kept: Vec<(u32, String)> = Vec::new();
    for (from, cell) in cells.filter(|(from, _)| fates.fate(at, *from) == Some(Fate::KeptAsText)) {
        // A merged cell stands in several entries.
        if kept.last().is_none_or(|(row, _)| *row != from.row) {
            kept.push((from.row, excerpt(&cell.text)));
        }
        if kept.len() == MOST {
            break;
        }
    }
    kept
}

fn characters(header: &SheetHeader, fates: &Fates) -> Characters {
    let mut characters = Characters::default();
    for (fate, count) in (0..header.columns.len()).flat_map(|at| fates.of(at)) {
        let sum = if fate == Fate::Understood { &mut characters.typed } else { &mut characters.kept };
        *sum = sum.saturating_add(number(count));
    }
    characters
}

impl SheetAccount {
    fn new(file: &str, sheet: &str) -> Self {
        Self {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            state: SheetState::NoHeader,
            source: None,
            kind: None,
            header_rows: None,
            columns: Vec::new(),
            rows: std::collections::BTreeMap::new(),
            hidden_rows: Vec::new(),
            items: 0,
            entry_numbers: 0,
            records: 0,
            declared: None,
            characters: Characters::default(),
            told: Vec::new(),
            untaken: Vec::new(),
        }
    }

    fn add_rows(&mut self, rows: &SheetRows<'_>) {
        for &class in RowClass::ALL {
            let count = rows.count(class);
            if count > 0 {
                self.rows.insert(class, number(count));
            }
        }
        let hidden = rows.classes.iter().filter(|(_, class)| *class == RowClass::Hidden);
        self.hidden_rows = hidden.map(|(row, _)| *row).collect();
        self.told = rows
            .said
            .iter()
            .map(|(row, class, text)| RowTold { row: *row, class: *class, text: text.clone() })
            .collect();
    }

    /// The sheet as people call it.
    #[must_use]
    pub fn name(&self) -> String {
        if self.sheet.is_empty() { self.file.clone() } else { format!("{} / {}", self.file, self.sheet) }
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
