//! What the cells of a list say of an item, so that reading them gives the item again; and what they cannot say.

use std::collections::BTreeMap;

use super::cell;
use super::column::Column;
use super::duty;
use super::told::Told;
use crate::codelist::{AuthorityRole, Handling, Initiation, ItemStatus, Level, PowerSource};
use crate::model::{
    Authority, Catalog, Citation, Organization, PowerItem, Ref, Remedy, Step, Text, TimeLimit, Written,
};

/// The cells of a column, from the top.
pub(super) type Cells = Vec<String>;

/// A row that is being written.
struct Row<'a> {
    catalog: &'a Catalog,
    cells: BTreeMap<Column, Cells>,
    lost: Vec<&'static str>,
}

/// The cells of a power item, and the fields of which they do not say all, or would be read as something else.
pub(super) fn power_item(item: &PowerItem, catalog: &Catalog) -> (BTreeMap<Column, Cells>, Vec<&'static str>) {
    let mut row = Row { catalog, cells: BTreeMap::new(), lost: Vec::new() };
    let main = item.parent.as_ref().and_then(|parent| catalog.resolve(parent));
    match main {
        Some(main) => {
            row.text(Column::Name, main.name.as_str());
            row.text(Column::SubName, item.name.as_str());
        }
        None => row.text(Column::Name, item.name.as_str()),
    }
    row.text(Column::ItemType, item.power_type.title_zh());
    row.optional(Column::Code, item.code.as_ref().map(Written::text));
    row.citations(Column::Basis, "basis", &item.basis);
    row.authorities(&item.authorities);
    row.levels(&item.levels);
    row.optional(Column::Scope, item.scope.as_ref().map(Text::as_str));
    row.optional(Column::Duties, item.duties.as_ref().map(Text::as_str));
    row.steps(&item.responsibilities);
    row.accountability(item);
    row.optional(Column::Supervision, item.supervision.as_ref().map(Text::as_str));
    row.remedies(&item.remedies);
    row.limits(&item.limits);
    for step in &item.discretion {
        row.add(Column::DiscretionCircumstance, step.circumstance.to_string());
        row.add(Column::DiscretionRange, step.range.to_string());
    }
    row.optional(Column::PowerSource, item.power_source.map(PowerSource::title_zh));
    row.optional(Column::Initiation, item.initiation.map(Initiation::title_zh));
    for text in &item.prerequisites {
        row.add(Column::Prerequisites, text.to_string());
    }
    row.optional(Column::Status, item.status.map(ItemStatus::title_zh));
    let remarks = item.extensions.get("备注").and_then(|value| serde_json::from_str::<String>(value.as_json()).ok());
    row.optional(Column::Remarks, remarks.as_deref());
    row.without_column(item);
    row.lost.sort_unstable();
    row.lost.dedup();
    (row.cells, row.lost)
}

/// Whether nothing is said of an item but its name: it stands beside its sub-items.
pub(super) fn is_only_named(item: &PowerItem) -> bool {
    let mut bare = PowerItem::new(item.id.clone(), item.name.clone(), item.power_type);
    bare.source.clone_from(&item.source);
    bare == *item
}

impl Row<'_> {
    fn add(&mut self, column: Column, text: String) {
        if !text.is_empty() {
            self.cells.entry(column).or_default().push(text);
        }
    }

    fn text(&mut self, column: Column, text: &str) {
        self.add(column, text.to_owned());
    }

    fn optional(&mut self, column: Column, text: Option<&str>) {
        if let Some(text) = text {
            self.text(column, text);
        }
    }

    /// Citations: in one cell where reading it gives them, else in a cell each.
    fn citations(&mut self, column: Column, field: &'static str, citations: &[Citation]) {
        let texts: Vec<String> = citations.iter().map(|citation| self.written(citation)).collect();
        // Each in a line of its own where that says the same, else one behind the other.
        let joined = ["\n", ""].map(|between| texts.join(between));
        let is_same = |cell: &String| says(Told::default().citations(cell), citations);
        if let Some(together) = joined.into_iter().find(is_same) {
            self.add(column, together);
            return;
        }
        for (text, citation) in texts.into_iter().zip(citations) {
            if !says(Told::default().citations(&text), std::slice::from_ref(citation)) {
                self.lost.push(field);
            }
            self.add(column, text);
        }
    }

    /// A citation as written, else in its canonical form; by the title of its instrument where it names a record.
    fn written(&self, citation: &Citation) -> String {
        if let Some(text) = &citation.text {
            return text.to_string();
        }
        let mut named = citation.clone();
        if let Some(instrument) = named.instrument.as_ref().and_then(|of| self.catalog.resolve(of)) {
            named.title.get_or_insert_with(|| instrument.title.clone());
        }
        let quote = named.quote.as_ref().map(|quote| format!("：{quote}")).unwrap_or_default();
        named.canonical().map(|canonical| format!("{canonical}{quote}")).unwrap_or_default()
    }

    /// Bodies: those that decide in one column, units that undertake in the other; other roles in words.
    fn authorities(&mut self, authorities: &[Authority]) {
        let (mut bodies, mut units): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for authority in authorities {
            let name = body_name(self.catalog, &authority.organization);
            match authority.role {
                AuthorityRole::Decide => bodies.push(name),
                AuthorityRole::Undertake => units.push(name),
                _ => self.lost.push("authorities.role"),
            }
            if authority.nature.is_some() || authority.entrusted_by.is_some() || !authority.basis.is_empty() {
                self.lost.push("authorities");
            }
        }
        let columns = [
            (Column::Authorities, AuthorityRole::Decide, bodies),
            (Column::UndertakingUnit, AuthorityRole::Undertake, units),
        ];
        for (column, role, names) in columns {
            let is_read = |text: &str, names: &[String]| {
                let read = cell::bodies(text, role);
                read.len() == names.len()
                    && read.iter().zip(names).all(|(read, name)| read.name == *name && read.role == role)
            };
            let together = names.join("\n");
            if is_read(&together, &names) {
                self.add(column, together);
                continue;
            }
            for name in names {
                if !is_read(&name, std::slice::from_ref(&name)) {
                    self.lost.push("authorities");
                }
                self.add(column, name);
            }
        }
    }

    fn levels(&mut self, levels: &[Level]) {
        let titles: Vec<&str> = levels.iter().map(|level| level.title_zh()).collect();
        self.add(Column::Levels, titles.join("、"));
    }

    /// The responsibilities, a cell a step, each with its basis beside it; in one cell where no basis is stated.
    fn steps(&mut self, steps: &[Step]) {
        let duties: Vec<String> = steps.iter().map(|step| step.content.to_string()).collect();
        let bases: Vec<String> = steps
            .iter()
            .map(|step| step.basis.iter().map(|citation| self.written(citation)).collect::<Vec<_>>().join("\n"))
            .filter(|basis| !basis.is_empty())
            .collect();
        let same = |read: &[Step]| {
            let alike = |(read, meant): (&Step, &Step)| {
                (read.stage, &read.content) == (meant.stage, &meant.content) && says(&read.basis, &meant.basis)
            };
            read.len() == steps.len() && read.iter().zip(steps).all(alike)
        };
        let joined = ["\n", ""].map(|between| vec![duties.join(between)]);
        let is_same = |cells: &Vec<String>| bases.is_empty() && same(&duty::read(cells, &[], &mut Told::default()));
        let cells = joined.into_iter().find(is_same).unwrap_or(duties);
        if !steps.is_empty() && !same(&duty::read(&cells, &bases, &mut Told::default())) {
            self.lost.push("responsibilities");
        }
        for (column, texts) in [(Column::Responsibilities, cells), (Column::ResponsibilitiesBasis, bases)] {
            for text in texts {
                self.add(column, text);
            }
        }
    }

    fn accountability(&mut self, item: &PowerItem) {
        for (number, entry) in item.accountability.iter().enumerate() {
            self.add(Column::Accountability, entry.circumstance.to_string());
            if number > 0 && (entry.subject.is_some() || !entry.basis.is_empty()) {
                self.lost.push("accountability");
            }
            self.optional(Column::AccountabilitySubject, entry.subject.as_ref().map(Text::as_str));
            self.citations(Column::AccountabilityBasis, "accountability.basis", &entry.basis);
        }
    }

    fn remedies(&mut self, remedies: &[Remedy]) {
        let texts: Vec<String> = remedies
            .iter()
            .map(|remedy| remedy.text.as_ref().map_or_else(|| remedy.kind.title_zh().to_owned(), ToString::to_string))
            .collect();
        let joined = ["\n", ""].map(|between| texts.join(between));
        if let Some(together) = joined.into_iter().find(|cell| cell::remedies(cell).remedies == remedies) {
            self.add(Column::Remedies, together);
            return;
        }
        for (text, remedy) in texts.into_iter().zip(remedies) {
            if cell::remedies(&text).remedies != [remedy.clone()] {
                self.lost.push("remedies");
            }
            self.add(Column::Remedies, text);
        }
    }

    fn limits(&mut self, limits: &[TimeLimit]) {
        for limit in limits {
            let branch = limit.branch.as_ref();
            let named = branch.and_then(|branch| branch.note.as_ref()).map(ToString::to_string);
            let named = named.or_else(|| {
                let name = if branch?.commitment? { "告知承诺制" } else { "非告知承诺制" };
                Some(name.to_owned())
            });
            let note = limit.note.as_ref().map(ToString::to_string).unwrap_or_default();
            let text = match named {
                Some(named) => format!("{named}：{}{note}", limit.in_chinese()),
                None => format!("{}{note}", limit.in_chinese()),
            };
            let read = cell::limits(&text, None);
            if read.limits != [limit.clone()] || read.handling == Some(Handling::Immediate) {
                self.lost.push("limits");
            }
            self.add(Column::Limits, text);
        }
    }

    /// What the official form has no column for.
    fn without_column(&mut self, item: &PowerItem) {
        let others = [
            ("competent_department", item.competent_department.is_some()),
            ("summary_procedure", item.summary_procedure.is_some()),
            ("penalties", !item.penalties.is_empty()),
            ("coercion", !item.coercion.is_empty()),
            ("licensing_item", item.licensing_item.is_some()),
            ("period", item.period.is_some()),
            ("extensions", item.extensions.iter().any(|(key, _)| key != "备注" && key != "序号")),
        ];
        self.lost.extend(others.into_iter().filter(|(_, is_there)| *is_there).map(|(field, _)| field));
    }
}

/// Whether citations that were read say what others say; one that was built has no text.
fn says(read: &[Citation], meant: &[Citation]) -> bool {
    let said = |citation: &Citation| Citation { text: None, ..citation.clone() };
    read.len() == meant.len()
        && read.iter().zip(meant).all(|(read, meant)| match &meant.text {
            Some(_) => read == meant,
            None => said(read) == *meant,
        })
}

/// The name of a body; its id where the catalog does not have it.
fn body_name(catalog: &Catalog, body: &Ref<Organization>) -> String {
    let known = catalog.organizations.get(body.id().as_str());
    known.map_or_else(|| body.id().to_string(), |body| Text::to_string(&body.name))
}
