//! QD508: what is passed on does not stand in the directory of the province that is named for it.

use super::directory::{NamedDirectory, entry, holders, named};
use super::seen::Seen;
use crate::facts::Facts;
use crate::facts::directories::KnownEntry;
use crate::facts::names::NameKey;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Delegation, Kind, Pointer, field};
use crate::print::in_title_marks;
use crate::rule::{AmongAll, Draft, Findings, KeptLook, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(508),
    name: "outside-directory",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("赋权事项不在省级指导目录之中", "a delegated item is outside the provincial directory"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "核对指导目录的序号和名称；目录中没有的事项不得据此下放，名称不同的按目录改正",
        "look the item up in the directory: what is not there cannot be passed on under it, and a name that differs is written as there",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条第一款" }],
    period: Some(Period::since("2021-07-15")),
    reads: &[&[field!(delegations: Delegation, decision)], &[field!(delegations: Delegation, directory_entry)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, outside_directory)), Look::Catalog(tell_without_directory)],
    page: include_str!("qd508.md"),
    ..Rule::BLANK
};

/// Writes down that nothing could be looked up where no entry of a directory is held.
fn tell_without_directory(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let is_held = holders(scope, whole.facts).any(|facts| !facts.directories.is_empty());
    if whole.count(Kind::Delegation) > 0 && !is_held {
        findings.not_run_on(Kind::DirectoryEntry.array(), NotRunReason::NotHeld);
    }
}

fn outside_directory(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    if !seen.is_in_force() {
        return;
    }
    let directories = named(scope, &seen);
    let names = names(&seen);
    if directories.is_empty() || names.is_empty() {
        return;
    }
    // An entry of what the county itself draws up is none of the province's directory.
    let stands_there =
        |facts: &Facts, entry: &KnownEntry| directories.iter().any(|named| named.directory.is(facts, entry.directory));
    if let Some((_, entry)) = entry(scope, &seen).filter(|(facts, entry)| stands_there(facts, entry)) {
        if !names.contains(&entry.bare) {
            let name = crate::print::excerpt(&entry.name);
            name_differs(Pointer::member("directory_entry"), delegation, findings)
                .expected(format!("目录中的名称“{name}”"), format!("the name in the directory, `{name}`"));
        }
        return;
    }
    let has_name = |named: &NamedDirectory<'_>| names.iter().any(|name| named.directory.has_name(*name));
    if directories.iter().any(has_name) {
        return;
    }
    if directories.iter().any(has_number) {
        name_differs(Pointer::member("decision"), delegation, findings);
        return;
    }
    let title = directories.iter().find_map(|named| named.directory.title()).unwrap_or("指导目录");
    let draft = findings.at(
        Pointer::member("power_item"),
        format!("赋权事项不在所依据的{}之中，序号、名称都对不上", in_title_marks(title)),
        format!(
            "neither number nor name stands in the directory `{}`, under which it is passed on",
            crate::print::excerpt(title)
        ),
    );
    draft.found(delegation.name.as_ref().map_or(delegation.power_item.id().as_str(), |name| name.as_str()));
}

fn name_differs<'f>(at: Pointer, delegation: &Delegation, findings: &'f mut Findings<'_>) -> &'f mut Draft {
    let draft = findings.at(
        at,
        "序号与省级指导目录相符，而事项名称与目录不同",
        "the number is that of an entry of the directory of the province, and the name is another",
    );
    draft.severity(Severity::Warning);
    draft.found(delegation.name.as_ref().map_or(delegation.power_item.id().as_str(), |name| name.as_str()))
}

/// The names by which the item goes: its own in the list of delegated items, and that of the power.
fn names(seen: &Seen<'_>) -> Vec<NameKey> {
    let own = seen.delegation.name.as_ref().map(|name| NameKey::bare(name.as_str()));
    let of_power = seen.power().and_then(|power| seen.whole.facts.names.of_item(Kind::PowerItem, power.ordinal));
    own.into_iter().chain(of_power.map(|named| named.bare)).collect()
}

/// Whether what names a directory names an entry of it by its number.
fn has_number(named: &NamedDirectory<'_>) -> bool {
    named.numbers.iter().any(|number| named.directory.has_number(number))
}
