//! The records made so far, what an entry is called, and why one is no record.

use std::collections::BTreeMap;

use crate::codelist::{AuthorityRole, ItemLevel};
use crate::facts::placeholder::says_none;
use crate::import::bodies::NamedAs;
use crate::import::column::Column;
use crate::import::fields::Fields;
use crate::import::profile::squeezed;
use crate::lang::Message;
use crate::model::{AnyRecord, Authority, Catalog, Id, Kind, Organization, Record, Ref, Source, Text};

/// The records made so far.
#[derive(Debug)]
pub(in crate::import) struct Made {
    pub(in crate::import) catalog: Catalog,
    /// The main items by their kind, sheet and name.
    mains: BTreeMap<(Kind, Id, String), Id>,
}

/// Why an entry is no record.
pub(in crate::import) type NotTaken = Message;

/// What an entry is called.
pub(super) struct Named {
    pub(super) id: Id,
    pub(super) name: Text,
    /// Of a sub-item its main item.
    pub(super) main: Option<Text>,
}

impl Made {
    pub(in crate::import) fn new(catalog: Catalog) -> Self {
        Self { catalog, mains: BTreeMap::new() }
    }

    /// Puts an item below its main item, which is made by `make` where it is only named; an item without one is a main item
    /// itself, and others below it in the sheet may be its sub-items.
    pub(super) fn place<T: Record>(
        &mut self,
        fields: &mut Fields<'_, '_, '_>,
        named: &Named,
        make: impl FnOnce(Id, Text, Source) -> T,
    ) -> Result<(ItemLevel, Option<Ref<T>>), NotTaken>
    where
        AnyRecord: From<T>,
    {
        let name = named.main.as_ref().unwrap_or(&named.name);
        let key = (T::KIND, fields.source.source.clone(), squeezed(name.as_str()));
        let known = self.mains.get(&key).cloned();
        let Some(main) = &named.main else {
            self.mains.entry(key).or_insert_with(|| named.id.clone());
            return Ok((ItemLevel::Main, None));
        };
        if let Some(id) = known {
            return Ok((ItemLevel::Sub, Some(Ref::new(id))));
        }
        let told_by = [T::KIND.tag(), main.as_str()];
        let Some(id) = fields.around.ids.give("main", &told_by, &[key.2.as_str()]) else {
            return Ok((ItemLevel::Sub, None));
        };
        self.mains.insert(key, id.clone());
        self.insert(make(id.clone(), main.clone(), fields.source.clone()))?;
        Ok((ItemLevel::Sub, Some(Ref::new(id))))
    }

    pub(super) fn insert(&mut self, record: impl Into<AnyRecord>) -> Result<(), NotTaken> {
        // Each id is given once.
        self.catalog.insert(record.into()).map_err(|_| no_name())
    }
}

/// What an entry is called, and its id: by its names and bodies, and where others are called the same by the rest.
pub(super) fn named(fields: &mut Fields<'_, '_, '_>, prefix: &str, bodies: &[Authority]) -> Result<Named, NotTaken> {
    let name = fields.text(Column::Name);
    // A mark that says that there is none stays as it is.
    let subs = fields.each(Column::SubName, |cell, _| (!says_none(&cell.text)).then(|| cell.text.clone()));
    let sub = Text::new(subs.join("\n")).ok();
    let (name, main) = match (name, sub) {
        (Some(name), None) => (name, None),
        (Some(name), Some(sub)) if squeezed(sub.as_str()) == squeezed(name.as_str()) => (name, None),
        (main, Some(sub)) => (sub, main),
        (None, None) => return Err(no_name()),
    };
    let seen = |column: Column| fields.peek(column).unwrap_or_default();
    let main_name = main.as_ref().map_or("", Text::as_str);
    let decides = bodies.iter().filter(|body| body.role == AuthorityRole::Decide);
    let bodies = decides.map(|body| body.organization.id().as_str());
    let names: Vec<&str> = [main_name, name.as_str()].into_iter().chain(bodies).collect();
    let others = [seen(Column::Basis), seen(Column::Levels), seen(Column::Scope), seen(Column::ItemType)];
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let id = fields.around.ids.give(prefix, &names, &others).ok_or_else(no_name)?;
    Ok(Named { id, name, main })
}

/// The first body of a column.
pub(super) fn first_body(fields: &mut Fields<'_, '_, '_>, column: Column) -> Option<Ref<Organization>> {
    fields.bodies(column, None, NamedAs::Body).into_iter().next().map(|authority| authority.organization)
}

pub(super) fn no_name() -> NotTaken {
    Message::new("没有事项名称；请补填名称", "there is no name of the item; fill it in")
}

pub(super) fn no_type() -> NotTaken {
    Message::new(
        "没有写明事项类型，工作表名称和导入配置中也没有；请补填类型，或者在导入配置中写明 item_type",
        "the type of the item is not told, neither by the row nor by the sheet or the profile; fill it in, or state `item_type` in the profile",
    )
}

pub(super) fn no_body() -> NotTaken {
    Message::new(
        "没有写明实施主体；请补填，或者在导入配置中写明 authority",
        "no body is named; fill it in, or state `authority` in the profile",
    )
}

pub(super) fn no_holder() -> NotTaken {
    Message::new("没有写明原实施主体；请补填", "the body that held the power is not named; fill it in")
}

pub(super) fn no_mode() -> NotTaken {
    Message::new(
        "没有写明承接方式（下放、授权、委托、派驻）；请补填，或者在导入配置中写明 mode",
        "it is not told how the power is passed on (transfer, authorize, entrust, dispatch); fill it in, or state `mode` in the profile",
    )
}
