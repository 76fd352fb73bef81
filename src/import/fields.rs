//! The fields of one entry: its cells read column by column, with what became of each.

use std::collections::BTreeSet;

use super::bodies::{Bodies, NamedAs};
use super::cell::{self, AllClosed, CodeTable};
use super::column::Column;
use super::duty;
use super::fate::{Fate, Fates, kept};
use super::header::SheetHeader;
use super::ids::Ids;
use super::profile::ImportProfile;
use super::row_class::Placed;
use super::rows::Entry;
use super::sources;
use super::told::Told;
use crate::codelist::{AuthorityRole, ClosedList, Handling, ItemType, Level, TimeUnit};
use crate::facts::placeholder::says_none;
use crate::model::{
    Accountability, Authority, Citation, Extension, Extensions, Organization, Ref, Remedy, Source, Step, Text,
    TimeLimit,
};
use crate::workbook::SheetCell;

/// What is known beside an entry.
pub(super) struct Around<'a> {
    pub(super) profile: &'a ImportProfile,
    pub(super) header: &'a SheetHeader,
    pub(super) bodies: &'a mut Bodies,
    pub(super) ids: &'a mut Ids,
    pub(super) fates: &'a mut Fates,
    pub(super) told: &'a mut Told,
    /// The type of items of which the row tells none.
    pub(super) item_type: Option<ItemType>,
}

/// An entry that is read.
pub(super) struct Fields<'a, 'e, 's> {
    pub(super) around: &'e mut Around<'a>,
    pub(super) entry: &'e Entry<'s>,
    pub(super) source: Source,
    /// The columns that are read, so that the others are kept.
    read: BTreeSet<usize>,
    /// What is kept as text of the columns that are read.
    kept: Extensions,
}

impl<'a, 'e, 's> Fields<'a, 'e, 's> {
    pub(super) fn new(around: &'e mut Around<'a>, entry: &'e Entry<'s>, source: Source) -> Self {
        Self { around, entry, source, read: BTreeSet::new(), kept: Extensions::default() }
    }

    /// The cells of a column.
    fn cells(&self, column: Column) -> Vec<Placed<'s>> {
        self.around.header.all_at(column).flat_map(|at| self.entry.cells_at(at)).copied().collect()
    }

    /// The text of a column, read by nobody yet: lines of several cells one below the other.
    pub(super) fn peek(&self, column: Column) -> Option<String> {
        let cells = self.cells(column);
        let texts: Vec<&str> = cells.iter().map(|(_, cell)| cell.text.as_str()).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// Reads the cells of a column, each by `read`, which gives none of what it does not understand: that is kept as text.
    pub(super) fn each<T>(
        &mut self,
        column: Column,
        mut read: impl FnMut(&SheetCell, &mut Self) -> Option<T>,
    ) -> Vec<T> {
        self.each_placed(column, |(_, cell), fields| read(cell, fields))
    }

    /// The same, with the places of the cells.
    fn each_placed<T>(&mut self, column: Column, mut read: impl FnMut(Placed<'s>, &mut Self) -> Option<T>) -> Vec<T> {
        let places: Vec<usize> = self.around.header.all_at(column).collect();
        let entry = self.entry;
        let cells = places.iter().flat_map(|&at| entry.cells_at(at).iter().map(move |&placed| (at, placed)));
        self.read.extend(places.iter().copied());
        let mut values = Vec::new();
        for (at, placed) in cells {
            let value = read(placed, self);
            let fate = if value.is_some() { Fate::Understood } else { kept(&placed.1.text) };
            self.around.fates.note(at, placed, fate);
            match value {
                Some(value) => values.push(value),
                None => self.keep(at, &placed.1.text),
            }
        }
        values
    }

    /// Keeps a text of a column under its header.
    fn keep(&mut self, at: usize, text: &str) {
        let Some(header) = self.around.header.columns.get(at) else { return };
        let Ok(key) = Text::new(header.header.as_str()) else { return };
        let before = self.kept.get(key.as_str()).and_then(|value| serde_json::from_str::<String>(value.as_json()).ok());
        let whole = before.map_or_else(|| text.to_owned(), |before| format!("{before}\n{text}"));
        self.kept.insert(key, Extension::from(whole));
    }

    /// The text of a column as it is.
    pub(super) fn text(&mut self, column: Column) -> Option<Text> {
        let lines = self.each(column, |cell, _| Some(cell.text.clone()));
        Text::new(lines.join("\n")).ok()
    }

    /// The texts of a column, one a cell.
    pub(super) fn texts(&mut self, column: Column) -> Vec<Text> {
        self.each(column, |cell, _| Text::new(cell.text.as_str()).ok())
    }

    /// What a column says, by a reader of cells; the first cell counts.
    pub(super) fn value<T>(&mut self, column: Column, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.each(column, |cell, _| read(&cell.text)).into_iter().next()
    }

    /// The codes of a column, where the profile tells what they stand for.
    fn codes(&self, column: Column) -> CodeTable {
        self.around
            .profile
            .codes
            .get(&column)
            .into_iter()
            .flatten()
            .map(|(code, name)| (code.clone(), name.clone()))
            .collect()
    }

    /// The value of a closed list that a column names: by a code, where the profile tells what it stands for, else in words.
    pub(super) fn coded<T: ClosedList>(&mut self, column: Column, read: fn(&str) -> Option<T>) -> Option<T> {
        let codes = self.codes(column);
        self.value(column, |text| codes.value(text).or_else(|| read(text)))
    }

    /// The answer of a column.
    pub(super) fn answer(&mut self, column: Column) -> Option<bool> {
        let codes = self.codes(column);
        let told = |text: &str| codes.iter().find(|(code, _)| *code == text.trim()).map(|(_, name)| name == "yes");
        self.value(column, |text| told(text).or_else(|| cell::yes_no(text)))
    }

    /// The values of a closed list that the cells of a column name; a cell of which one is not known is kept.
    pub(super) fn all_coded<T: ClosedList>(&mut self, column: Column, read: fn(&str) -> AllClosed<'_, T>) -> Vec<T> {
        let codes = self.codes(column);
        let values = self.each(column, |cell, _| {
            let parts = cell.text.split(['^', ',', '，', '、', ';', '；']).filter(|part| !part.trim().is_empty());
            let by_code: Option<Vec<T>> = parts.map(|part| codes.value(part)).collect();
            let words = || {
                let read = read(&cell.text);
                read.rest.is_empty().then_some(read.values)
            };
            by_code.or_else(words).filter(|values| !values.is_empty())
        });
        values.into_iter().flatten().collect()
    }

    /// The type of the item: of the row, else of the heading above, the sheet or the profile.
    pub(super) fn item_type(&mut self) -> Option<ItemType> {
        let own = self.coded(Column::ItemType, cell::item_type);
        let heading = || self.entry.heading.and_then(|(_, cell)| cell::item_type_in(&cell.text));
        own.or_else(heading).or(self.around.item_type)
    }

    /// The provisions of a column: what is cited, or at least kept as a text that names nothing known.
    pub(super) fn citations(&mut self, column: Column) -> Vec<Citation> {
        self.each(column, |cell, fields| Some(fields.around.told.citations(&cell.text).to_vec()))
            .into_iter()
            .flatten()
            .collect()
    }

    /// The bodies of a column with their roles, and of the units within them.
    pub(super) fn authorities(&mut self) -> Vec<Authority> {
        let code = self.peek(Column::BodyCode).filter(|code| !says_none(code));
        let code = code.as_deref();
        let mut authorities = self.bodies(Column::Authorities, code, NamedAs::Body);
        if authorities.is_empty()
            && let Some(named) = self.around.profile.authority.clone()
            && let Some(body) = self.body(named.as_str(), code, NamedAs::Body, None)
        {
            authorities.push(Authority::new(body, AuthorityRole::Decide));
        }
        let bodies: Vec<Ref<Organization>> = authorities.iter().map(|known| known.organization.clone()).collect();
        // A second code of a body, and one beside several bodies, stays as it is.
        self.each(Column::BodyCode, |cell, fields| fields.around.bodies.have_code(&bodies, &cell.text).then_some(()));
        let decides = authorities.iter().filter(|authority| authority.role == AuthorityRole::Decide);
        let bodies: Vec<Ref<Organization>> = decides.map(|authority| authority.organization.clone()).collect();
        // Of several bodies it is not known whose unit it is.
        let parent = if let [only] = bodies.as_slice() { Some(only.clone()) } else { None };
        for unit in self.bodies(Column::UndertakingUnit, None, NamedAs::Unit(parent.as_ref())) {
            if !authorities.iter().any(|known| known.organization == unit.organization) {
                authorities.push(unit);
            }
        }
        authorities
    }

    /// The bodies of a column, each with its role.
    pub(super) fn bodies(&mut self, column: Column, code: Option<&str>, named: NamedAs<'_>) -> Vec<Authority> {
        let mut found: Vec<Authority> = Vec::new();
        let is_unit = matches!(named, NamedAs::Unit(_));
        let role = if is_unit { AuthorityRole::Undertake } else { AuthorityRole::Decide };
        let read = self.each_placed(column, |(from, cell), fields| {
            let bodies = fields.around.told.bodies(&cell.text, role).to_vec();
            let source = sources::of_body(&fields.source.source, column, from.row);
            // A code is that of one body.
            let code = code.filter(|_| bodies.len() == 1);
            let of_cell: Option<Vec<Authority>> = bodies
                .iter()
                .map(|body| Some(Authority::new(fields.body(&body.name, code, named, source.clone())?, body.role)))
                .collect();
            of_cell.filter(|of_cell| !of_cell.is_empty())
        });
        for authority in read.into_iter().flatten() {
            if !found.contains(&authority) {
                found.push(authority);
            }
        }
        found
    }

    fn body(
        &mut self,
        name: &str,
        code: Option<&str>,
        named: NamedAs<'_>,
        source: Option<Source>,
    ) -> Option<Ref<Organization>> {
        self.around.bodies.of(name, code, named, (source, &mut *self.around.ids))
    }

    /// The levels, and what is exercised at them, which may stand in one cell.
    pub(super) fn levels(&mut self) -> (Vec<Level>, Option<Text>) {
        let mut scopes: Vec<String> = Vec::new();
        let mut levels: Vec<Level> = Vec::new();
        let has_scope_column = self.around.header.at(Column::Scope).is_some();
        let read = self.each(Column::Levels, |cell, _| {
            let read = cell::levels(&cell.text);
            (!read.levels.is_empty()).then(|| (read.levels, read.rest.trim().to_owned()))
        });
        for (of_cell, rest) in read {
            levels.extend(of_cell.into_iter().filter(|level| !levels.contains(level)).collect::<Vec<_>>());
            if !rest.is_empty() {
                scopes.push(rest);
            }
        }
        if has_scope_column {
            scopes.extend(self.text(Column::Scope).map(|text| text.to_string()));
        }
        (levels, Text::new(scopes.join("\n")).ok())
    }

    /// The levels alone, of a list whose records do not hold what is exercised at them.
    pub(super) fn levels_alone(&mut self) -> Vec<Level> {
        let read = self.each(Column::Levels, |cell, _| {
            let read = cell::levels(&cell.text);
            (!read.levels.is_empty() && read.rest.trim().is_empty()).then_some(read.levels)
        });
        read.into_iter().flatten().collect()
    }

    /// The limits of a column; also whether it says that the item is handled at once.
    pub(super) fn limits(&mut self, column: Column) -> (Vec<TimeLimit>, Option<Handling>) {
        let unit = self.unit(column);
        let mut handling = None;
        let read = self.each(column, |cell, _| {
            let read = cell::limits(&cell.text, unit);
            handling = handling.or(read.handling);
            (read.rest.is_empty() && (!read.limits.is_empty() || read.handling.is_some())).then_some(read.limits)
        });
        (read.into_iter().flatten().collect(), handling)
    }

    /// The unit of the numbers of a column: in its header, or in a column of its own.
    fn unit(&mut self, column: Column) -> Option<TimeUnit> {
        let at = self.around.header.at(column)?;
        let header = self.around.header.columns.get(at)?.header.clone();
        let in_header = || cell::unit_in(&header);
        let beside = self.around.profile.units.get(&header).cloned();
        let Some(beside) = beside else { return in_header() };
        let of_unit = self.around.header.columns.iter().position(|column| column.header == beside)?;
        self.read.insert(of_unit);
        let codes = self.codes(Column::TimeUnit);
        let &placed = self.entry.cells_at(of_unit).first()?;
        let unit = codes.value(&placed.1.text).or_else(|| cell::time_unit(&placed.1.text));
        let fate = if unit.is_some() { Fate::Understood } else { Fate::KeptAsText };
        self.around.fates.note(of_unit, placed, fate);
        if unit.is_none() {
            self.keep(of_unit, &placed.1.text);
        }
        unit
    }

    /// The responsibilities with the provisions that demand them.
    pub(super) fn responsibilities(&mut self) -> Vec<Step> {
        let duties = self.each(Column::Responsibilities, |cell, _| Some(cell.text.clone()));
        if duties.is_empty() {
            self.keep_all(Column::ResponsibilitiesBasis);
            return Vec::new();
        }
        let bases = self.each(Column::ResponsibilitiesBasis, |cell, _| Some(cell.text.clone()));
        duty::read(&duties, &bases, self.around.told)
    }

    /// Who answers for what.
    pub(super) fn accountability(&mut self) -> Vec<Accountability> {
        let circumstances = self.texts(Column::Accountability);
        let mut entries: Vec<Accountability> = circumstances.into_iter().map(Accountability::new).collect();
        if let Some(first) = entries.first_mut() {
            first.subject = self.text(Column::AccountabilitySubject);
            first.basis = self.citations(Column::AccountabilityBasis);
        } else {
            self.keep_all(Column::AccountabilitySubject);
            self.keep_all(Column::AccountabilityBasis);
        }
        entries
    }

    pub(super) fn remedies(&mut self) -> Vec<Remedy> {
        let read = self.each(Column::Remedies, |cell, _| {
            let read = cell::remedies(&cell.text);
            (read.rest.is_empty() && !read.remedies.is_empty()).then_some(read.remedies)
        });
        read.into_iter().flatten().collect()
    }

    /// Keeps a column as text, as it hangs on another that is empty.
    pub(super) fn keep_all(&mut self, column: Column) {
        self.each(column, |_, _| None::<()>);
    }

    /// What is not read: the cells of all other columns, under their headers.
    pub(super) fn rest(mut self) -> (Extensions, Source) {
        let others: Vec<usize> = self.entry.columns().filter(|at| !self.read.contains(at)).collect();
        for at in others {
            for &placed in self.entry.cells_at(at) {
                self.around.fates.note(at, placed, kept(&placed.1.text));
                self.keep(at, &placed.1.text);
            }
        }
        // A heading that tells no type may tell the department: 一、旗水利局（2项）.
        let heading = self.entry.heading.map(|(_, cell)| cell.text.trim());
        if let Some(heading) = heading.filter(|heading| is_kept_heading(heading))
            && let Ok(key) = Text::new(HEADING)
        {
            self.kept.insert(key, Extension::from(heading.to_owned()));
        }
        (self.kept, self.source)
    }
}

/// By what a heading above an item is kept.
const HEADING: &str = "小标题";

/// A longer heading is a remark about the list, in characters.
const LONGEST_HEADING: usize = 40;

/// Whether a heading says something of the items below it that no field holds.
pub(super) fn is_kept_heading(heading: &str) -> bool {
    cell::item_type_in(heading).is_none() && heading.chars().count() <= LONGEST_HEADING
}
