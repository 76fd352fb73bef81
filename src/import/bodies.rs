//! The bodies that lists name: each once, by its code, its name or another name of it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cell;
use super::ids::Ids;
use super::profile::squeezed;
use crate::codelist::OrganizationKind;
use crate::model::{Id, Organization, Records, Ref, Source, Text, Written};

/// 合并的机构: names of one body that were taken for one, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MergedBody {
    /// 机构标识: the record that stands for all.
    pub id: Id,
    /// 名称: the name that it has.
    pub name: Text,
    /// 其他写法: the other names and spellings.
    pub others: Vec<Text>,
    /// 依据: by what they were taken for one.
    pub by: MergedBy,
}

/// 合并依据: by what two names were taken for one body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MergedBy {
    /// 代码相同.
    Code,
    /// 名称相同: the same but for blanks and the width of brackets.
    Name,
    /// 别名: another name that the profile states.
    Alias,
}

/// The bodies met so far.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    pub(super) records: Records<Organization>,
    by_name: BTreeMap<String, Id>,
    by_code: BTreeMap<String, Id>,
    /// Other names, folded, with the name that stands for them.
    aliases: BTreeMap<String, Text>,
    merged: BTreeMap<(Id, MergedBy), Vec<Text>>,
}

/// In which column a body is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamedAs<'a> {
    Body,
    /// A unit within a body.
    Unit(Option<&'a Ref<Organization>>),
}

impl MergedBy {
    /// The ground in both languages.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Code => ("代码相同", "the same code"),
            Self::Name => ("名称只差空格或括号", "the same name but for blanks or brackets"),
            Self::Alias => ("配置中写明的别名", "another name that the profile states"),
        }
    }
}

impl Bodies {
    /// With the other names that a profile states, by the name that stands for them.
    pub(super) fn new(aliases: &BTreeMap<Text, Vec<Text>>) -> Self {
        let folded =
            aliases.iter().flat_map(|(name, others)| others.iter().map(|other| (folded(other.as_str()), name.clone())));
        Self { aliases: folded.collect(), ..Self::default() }
    }

    /// The body of a name, with its code where that stands beside it.
    pub(super) fn of(
        &mut self,
        name: &str,
        code: Option<&str>,
        named: NamedAs<'_>,
        (source, ids): (Option<Source>, &mut Ids),
    ) -> Option<Ref<Organization>> {
        let written = Text::new(name).ok()?;
        let code = code.map(squeezed).filter(|code| !code.is_empty());
        // Two names of which neither is short for the other are two bodies: one of them has a wrong code, which is told.
        if let Some(known) = code.as_ref().and_then(|code| self.by_code.get(code)).cloned()
            && self.may_be_called(&known, name)
        {
            self.merge(&known, written, MergedBy::Code);
            return Some(Ref::new(known));
        }
        let key = folded(name);
        let stands_for = self.aliases.get(&key).cloned();
        // A unit is one of its body: every body has an office.
        let key = match named {
            NamedAs::Unit(Some(parent)) => format!("{}/{key}", parent.id()),
            // Of whose body it is not known it may be another one in another list.
            NamedAs::Unit(None) => format!("{}/{key}", source.as_ref().map_or("", |source| source.source.as_str())),
            NamedAs::Body => stands_for.as_ref().map_or(key, |name| folded(name.as_str())),
        };
        if let Some(known) = self.by_name.get(&key).cloned() {
            self.merge(&known, written, if stands_for.is_some() { MergedBy::Alias } else { MergedBy::Name });
            self.add_code(&known, code);
            return Some(Ref::new(known));
        }
        let is_unit = matches!(named, NamedAs::Unit(_));
        let prefix = if is_unit { "unit" } else { "body" };
        let id = ids.give(prefix, &[key.as_str()], &[])?;
        let shown = stands_for.clone().unwrap_or_else(|| written.clone());
        let mut body = Organization::new(id.clone(), shown, cell::organization_kind(name, is_unit));
        if let NamedAs::Unit(Some(parent)) = named
            && body.kind == OrganizationKind::InternalUnit
        {
            body.parent = Some(parent.clone());
        }
        body.source = source;
        if self.records.insert(body).is_err() {
            return None;
        }
        self.by_name.insert(key, id.clone());
        if stands_for.is_some() {
            self.merge(&id, written, MergedBy::Alias);
        }
        self.add_code(&id, code);
        Some(Ref::new(id))
    }

    /// Whether a name may be one of a body: one of the two is short for the other, as 发改委 is.
    fn may_be_called(&self, id: &Id, name: &str) -> bool {
        let Some(body) = self.records.get(id.as_str()) else { return false };
        let name = folded(name);
        let mut known = std::iter::once(&body.name).chain(&body.aliases);
        known.any(|known| {
            let known = folded(known.as_str());
            is_short_for(&name, &known) || is_short_for(&known, &name)
        })
    }

    /// Whether a code stands in the record of one of these bodies.
    pub(super) fn have_code<'b>(&self, bodies: impl IntoIterator<Item = &'b Ref<Organization>>, code: &str) -> bool {
        let code = squeezed(code);
        bodies.into_iter().any(|body| {
            let body = self.records.get(body.id().as_str());
            body.and_then(|body| body.credit_code.as_ref()).is_some_and(|known| known.text() == code)
        })
    }

    fn add_code(&mut self, id: &Id, code: Option<String>) {
        let Some(code) = code else { return };
        if let Some(body) = self.records.get_mut(id.as_str())
            && body.credit_code.is_none()
            && let Ok(written) = Written::as_written(code.as_str())
        {
            body.credit_code = Some(written);
        }
        self.by_code.entry(code).or_insert_with(|| id.clone());
    }

    /// Notes another spelling of a body, which becomes one of its other names where it differs by more than blanks.
    fn merge(&mut self, id: &Id, written: Text, by: MergedBy) {
        let Some(body) = self.records.get_mut(id.as_str()) else { return };
        if body.name == written {
            return;
        }
        if folded(body.name.as_str()) != folded(written.as_str()) && !body.aliases.contains(&written) {
            body.aliases.push(written.clone());
        }
        let others = self.merged.entry((id.clone(), by)).or_default();
        if !others.contains(&written) {
            others.push(written);
        }
    }

    /// What was taken for one.
    pub(super) fn merged(&self) -> Vec<MergedBody> {
        let told = self.merged.iter().filter_map(|((id, by), others)| {
            let name = self.records.get(id.as_str())?.name.clone();
            Some(MergedBody { id: id.clone(), name, others: others.clone(), by: *by })
        });
        told.collect()
    }
}

/// Whether all characters of a name stand in another one, in their order.
fn is_short_for(short: &str, name: &str) -> bool {
    let mut rest = name.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

/// A name as it is compared: without blanks, with brackets of one width.
fn folded(name: &str) -> String {
    squeezed(name).replace('(', "（").replace(')', "）")
}
