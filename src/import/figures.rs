//! Declared totals: how many items the name of a sheet says that it has, as published figures.

use std::collections::BTreeSet;

use super::account::SheetAccount;
use super::ids::Ids;
use crate::codelist::{CountingUnit, ItemType, Measure, Metric};
use crate::model::{Catalog, Counts, FigureScope, Id, Kind, PublishedFigure, Source, Text};

/// Adds a figure for each sheet whose name or title says how many items it has. It is compared with the catalog where the
/// catalog can tell those items from the others: all of a kind, or all of a type.
pub(super) fn add(catalog: &mut Catalog, sheets: &[SheetAccount], ids: &mut Ids) {
    for sheet in sheets {
        let (Some(declared), Some(kind), Some(source)) = (sheet.declared, sheet.kind, &sheet.source) else { continue };
        let Some(figure) = figure(catalog, sheet, (declared, kind, source), ids) else { continue };
        // Ids are given once each.
        let _ = catalog.published_figures.insert(figure);
    }
}

fn figure(
    catalog: &Catalog,
    sheet: &SheetAccount,
    (declared, kind, source): (u64, Kind, &Id),
    ids: &mut Ids,
) -> Option<PublishedFigure> {
    let statement = if sheet.sheet.is_empty() { sheet.file.as_str() } else { sheet.sheet.as_str() };
    let id = ids.give("declared", &[sheet.file.as_str(), statement], &[])?;
    let value = declared.to_string().parse().ok()?;
    let mut figure = PublishedFigure::new(id, Text::new(statement).ok()?, Measure::Count, value);
    figure.source = Some(Source::new(source.clone()));
    let scope = scope(catalog, kind, source);
    // A row numbered `2,3` stands for two: by records that total cannot be counted.
    let by_number = sheet.entry_numbers != sheet.records && sheet.entry_numbers == declared;
    match scope.filter(|_| !by_number) {
        Some(scope) => {
            figure.metric = Some(Metric::Items);
            figure.counts = Some(Counts::new(kind, CountingUnit::ImplementationItem));
            figure.scope = Some(scope).filter(|scope| *scope != FigureScope::new());
        }
        None => {
            figure.counts = Some(Counts::of_subject("序号".parse().ok()?, "项".parse().ok()?));
        }
    }
    Some(figure)
}

/// The part of the catalog that is one sheet: all of a kind, or all of one type; none where neither is.
fn scope(catalog: &Catalog, kind: Kind, source: &Id) -> Option<FigureScope> {
    let items = catalog.items().filter(|item| item.kind() == kind);
    let placed = items.map(|item| (item.record().source().map(|source| &source.source), item.item_type()));
    let (mut here, mut elsewhere): (BTreeSet<ItemType>, BTreeSet<ItemType>) = Default::default();
    for (from, item_type) in placed {
        if from == Some(source) { &mut here } else { &mut elsewhere }.insert(item_type);
    }
    if elsewhere.is_empty() {
        return Some(FigureScope::new());
    }
    let mut types = here.iter();
    match (types.next(), types.next()) {
        (Some(only), None) if !elsewhere.contains(only) => {
            let mut scope = FigureScope::new();
            scope.item_type = Some(*only);
            Some(scope)
        }
        _ => None,
    }
}
