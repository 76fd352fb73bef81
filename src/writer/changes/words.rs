//! Fields and values of changes in words: titles, values of lists, citations, limits, and what stands for the rest.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::codelist::TimeUnit;
use crate::diff::{Changes, FieldChange};
use crate::lang::Lang;
use crate::model::{Catalog, Citation, Date, Extension, Item, Kind, Text, TimeLimit};
use crate::schema::described::Described;
use crate::writer::say;

/// How many characters of a value are shown at once.
const MOST: usize = 120;
/// How many characters that are the same on both sides are shown before the first that differs.
const BEFORE: usize = 20;

/// One of the two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Old,
    New,
}

/// By what references are shown in words: the names that the editions tell, and else those that the changes tell.
#[derive(Debug)]
pub(super) struct Names<'a> {
    editions: Option<(&'a Catalog, &'a Catalog)>,
    told: HashMap<(Kind, &'a str), &'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(changes: &'a Changes, editions: Option<(&'a Catalog, &'a Catalog)>) -> Self {
        let items = changes.items.iter().flat_map(|item| {
            let keys = item.old.iter().chain(&item.new);
            keys.map(|key| ((item.kind, key.id.as_str()), key.name.as_str()))
        });
        let records = changes
            .records
            .iter()
            .filter_map(|record| Some(((record.kind, record.id.as_str()), record.name.as_ref()?.as_str())));
        Self { editions, told: items.chain(records).collect() }
    }

    /// The name of a record in an edition, where one is told.
    pub(super) fn name(&self, side: Side, kind: Kind, id: &str) -> Option<&'a str> {
        let catalog = self.editions.map(|(old, new)| if side == Side::Old { old } else { new });
        let name = catalog.and_then(|catalog| catalog.get(kind, id)?.name()).map(Text::as_str);
        name.or_else(|| self.told.get(&(kind, id)).copied())
    }

    /// The name of an item, whichever list and edition it stands in.
    pub(super) fn of_item(&self, id: &str) -> Option<&'a str> {
        let everywhere = Item::KINDS.into_iter().flat_map(|kind| [(Side::New, kind), (Side::Old, kind)]);
        everywhere.into_iter().find_map(|(side, kind)| self.name(side, kind, id))
    }
}

/// A value in words, cut where it is long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) cut: String,
    /// The whole, where something was cut.
    pub(super) whole: Option<String>,
}

/// A field with what stood there and what stands there, in words.
#[derive(Debug)]
pub(super) struct FieldWords {
    pub(super) title: String,
    pub(super) old: Option<Shown>,
    pub(super) new: Option<Shown>,
    /// Of an element that stands on one side alone and is named in the title: what it says besides, in brackets.
    #[cfg_attr(not(feature = "human"), expect(dead_code, reason = "a table has the whole value in its column"))]
    pub(super) besides: Option<String>,
}

/// A changed field of records of a kind in words.
pub(super) fn field(kind: Kind, change: &FieldChange, names: &Names<'_>, lang: Lang) -> FieldWords {
    let located = located(kind, &change.field, lang);
    let described = located.described;
    let json = |value: &Option<Extension>| -> Option<Value> { serde_json::from_str(value.as_ref()?.as_json()).ok() };
    let (old, new) = (json(&change.old), json(&change.new));
    let said = |in_short: bool| {
        let said = |value: &Option<Value>, side| {
            value.as_ref().map(|value| Words { names, side, lang, in_short }.value(value, described))
        };
        (said(&old, Side::Old), said(&new, Side::New))
    };
    let (mut was, mut is) = said(true);
    if was == is {
        // What differs is not told in short: the words printed of a citation, the basis of a limit.
        (was, is) = said(false);
    }
    let from = match (&was, &is) {
        (Some(was), Some(is)) => same_beginning(was, is),
        _ => 0,
    };
    FieldWords {
        title: located.title,
        besides: besides(located.element.as_deref(), was.as_deref().xor(is.as_deref()), lang),
        old: was.map(|text| shown(text, from)),
        new: is.map(|text| shown(text, from)),
    }
}

/// What an element that stands alone says besides its name, in brackets.
fn besides(element: Option<&str>, alone: Option<&str>, lang: Lang) -> Option<String> {
    let rest = alone?.strip_prefix(element?)?;
    (rest.is_empty() || rest.starts_with(say(lang, "（", " ("))).then(|| cut(rest.trim()))
}

/// What a member of a record is called.
pub(super) fn member(kind: Kind, name: &str, lang: Lang) -> String {
    located(kind, name, lang).title
}

/// A text cut where it is long.
pub(super) fn cut(text: &str) -> String {
    shown(text.to_owned(), 0).cut
}

/// A field at its path.
struct Located {
    title: String,
    described: Option<Described>,
    /// The element at which the path ends, by its name.
    element: Option<String>,
}

/// What the field at a path is called, and what stands there. Elements of lists go by what they say, which may be
/// anything: a segment is a field where the schema knows one, and else a part of the name of an element.
fn located(kind: Kind, path: &str, lang: Lang) -> Located {
    // What delegations show stands beside the item.
    if path == Kind::Delegation.array() {
        let title = say(lang, Kind::Delegation.title_zh(), "delegations").to_owned();
        return Located { title, described: None, element: None };
    }
    let mut here = Described::record(kind);
    let (mut title, mut element) = (String::new(), None);
    let segments: Vec<&str> = path.split('/').collect();
    let mut rest: &[&str] = &segments;
    while let Some((first, after)) = rest.split_first() {
        if let Some(member) = here.and_then(|here| here.member(first)) {
            let called = match lang {
                Lang::Zh => member.title_zh().unwrap_or(first).to_owned(),
                Lang::En => first.replace('_', " "),
            };
            let joint = if title.is_empty() { "" } else { say(lang, "的", ", ") };
            title = format!("{title}{joint}{called}");
            (here, rest, element) = (Some(member), after, None);
        } else if let Some(within) = here.and_then(Described::element) {
            // The name ends before the next segment that is a field of the element.
            let is_field = |segment: &&str| within.member(segment).is_some();
            let end = after.iter().position(is_field).map_or(rest.len(), |at| at.saturating_add(1));
            let (name, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            let name = in_words(within, &name.join("/"), lang);
            title = format!("{title}{}{name}”", say(lang, "“", " “"));
            (here, rest, element) = (Some(within), after, Some(name));
        } else {
            let joint = if title.is_empty() { "" } else { "/" };
            return Located { title: format!("{title}{joint}{}", rest.join("/")), described: None, element: None };
        }
    }
    Located { title, described: here, element }
}

/// The name of an element; where it goes by a value of a list, as that list says.
fn in_words(element: Described, name: &str, lang: Lang) -> String {
    let kind = NAMES.iter().find_map(|member| element.member(member)?.value_zh(name));
    match (lang, kind) {
        (_, None) => name.to_owned(),
        (Lang::Zh, Some(title)) => title.to_owned(),
        (Lang::En, Some(_)) => name.replace('_', " "),
    }
}

/// Members by which objects are known, in the order in which they are looked for.
const NAMES: [&str; 9] =
    ["name", "title", "text", "organization", "stage", "kind", "circumstance", "measure", "content"];

struct Words<'a> {
    names: &'a Names<'a>,
    side: Side,
    lang: Lang,
    /// Whether citations and limits are told by what names them; else by all their members.
    in_short: bool,
}

impl Words<'_> {
    fn value(&self, value: &Value, described: Option<Described>) -> String {
        let lang = self.lang;
        // An element may be told at the place of its list.
        let described = described.map(|described| match value {
            Value::Array(_) => described,
            _ => described.element().unwrap_or(described),
        });
        match value {
            Value::Null => say(lang, "无", "none").to_owned(),
            Value::Bool(true) => say(lang, "是", "yes").to_owned(),
            Value::Bool(false) => say(lang, "否", "no").to_owned(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => self.text(text, described),
            Value::Array(elements) => {
                let element = described.and_then(Described::element);
                let are_plain = elements.iter().all(|element| !element.is_object() && !element.is_array());
                let joint = if are_plain { say(lang, "、", ", ") } else { say(lang, "；", "; ") };
                let words: Vec<String> = elements.iter().map(|value| self.value(value, element)).collect();
                if words.is_empty() { say(lang, "无", "none").to_owned() } else { words.join(joint) }
            }
            Value::Object(members) => self.object(members, value, described),
        }
    }

    fn text(&self, text: &str, described: Option<Described>) -> String {
        let Some(described) = described else {
            return text.to_owned();
        };
        if let Some(kind) = described.refers_to() {
            return self.names.name(self.side, kind, text).unwrap_or(text).to_owned();
        }
        match (self.lang, described.value_zh(text)) {
            (Lang::Zh, Some(title)) => title.to_owned(),
            (Lang::En, Some(_)) => text.replace('_', " "),
            (Lang::Zh, None) if described.type_name() == Some("CalendarDate") => {
                text.parse::<Date>().map_or_else(|_| text.to_owned(), Date::in_chinese)
            }
            (_, None) => text.to_owned(),
        }
    }

    fn object(&self, members: &Map<String, Value>, value: &Value, described: Option<Described>) -> String {
        let type_name = described.and_then(Described::type_name);
        let known = match type_name {
            Some("Citation") => self.citation(members, value, described),
            _ => self.limit(members, described),
        };
        known.unwrap_or_else(|| self.members(members, described))
    }

    /// A citation in canonical form, or as it is written; with all else that it says where that alone differs.
    fn citation(&self, members: &Map<String, Value>, value: &Value, described: Option<Described>) -> Option<String> {
        let citation: Citation = serde_json::from_value(value.clone()).ok()?;
        let (said, by): (String, &[&str]) = if let Some(canonical) = citation.canonical() {
            (canonical, &["title", "document_number", "articles", "clauses"])
        } else if let Some(text) = &citation.text {
            (text.to_string(), &["text"])
        } else {
            let id = citation.instrument.as_ref()?.id().as_str();
            let instrument = self.names.name(self.side, Kind::LegalInstrument, id).unwrap_or(id);
            let clauses = citation.clauses.iter().map(ToString::to_string);
            let places: Vec<String> = clauses.chain(citation.articles.iter().map(ToString::to_string)).collect();
            (format!("《{instrument}》{}", places.join("、")), &["articles", "clauses"])
        };
        if self.in_short {
            return Some(said);
        }
        let mut rest = members.clone();
        rest.retain(|name, _| !by.contains(&name.as_str()));
        Some(self.with_rest(said, &rest, described))
    }

    /// A limit by its amount, with the branch to which it belongs. Where no unit is said, days are meant.
    fn limit(&self, members: &Map<String, Value>, described: Option<Described>) -> Option<String> {
        let amount = u16::try_from(members.get("amount")?.as_u64()?).ok()?;
        let unit = members.get("unit").and_then(Value::as_str).map_or(Some(TimeUnit::Day), |unit| unit.parse().ok())?;
        let limit = TimeLimit::new(amount, unit).ok()?;
        let amount = match self.lang {
            Lang::Zh => limit.in_chinese(),
            Lang::En => limit.in_english(),
        };
        let mut rest = members.clone();
        rest.retain(|name, _| !matches!(name.as_str(), "amount" | "unit") && (!self.in_short || name == "branch"));
        Some(self.with_rest(amount, &rest, described))
    }

    /// An object by what names it, with the rest in brackets.
    fn members(&self, members: &Map<String, Value>, described: Option<Described>) -> String {
        let mut rest = members.clone();
        let first = NAMES.iter().find_map(|name| {
            let value = rest.remove(*name)?;
            Some(self.value(&value, described.and_then(|described| described.member(name))))
        });
        let Some(first) = first else {
            return self.listed(&rest, described);
        };
        // Within its list it is known by its name; the id is for programs.
        rest.remove("id");
        self.with_rest(first, &rest, described)
    }

    fn with_rest(&self, first: String, rest: &Map<String, Value>, described: Option<Described>) -> String {
        if rest.is_empty() {
            return first;
        }
        let (open, close) = (say(self.lang, "（", " ("), say(self.lang, "）", ")"));
        format!("{first}{open}{}{close}", self.listed(rest, described))
    }

    fn listed(&self, members: &Map<String, Value>, described: Option<Described>) -> String {
        let lang = self.lang;
        let one = |(name, value): (&String, &Value)| {
            let member = described.and_then(|described| described.member(name));
            let title = match lang {
                Lang::Zh => member.and_then(Described::title_zh).unwrap_or(name).to_owned(),
                Lang::En => name.replace('_', " "),
            };
            format!("{title}{}{}", say(lang, "：", ": "), self.value(value, member))
        };
        members.iter().map(one).collect::<Vec<_>>().join(say(lang, "，", ", "))
    }
}

/// How many characters of two texts to leave out, as both begin with them and what differs would be cut off.
fn same_beginning(old: &str, new: &str) -> usize {
    let longest = old.chars().count().max(new.chars().count());
    if longest <= MOST {
        return 0;
    }
    let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    // A short text would be left with nothing.
    if same < MOST / 2 { 0 } else { same.saturating_sub(BEFORE) }
}

fn shown(text: String, from: usize) -> Shown {
    let length = text.chars().count();
    let from = from.min(length.saturating_sub(1));
    let end = from.saturating_add(MOST);
    if from == 0 && length <= MOST {
        return Shown { cut: text, whole: None };
    }
    let middle: String = text.chars().skip(from).take(MOST).collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if end < length { "…" } else { "" });
    Shown { cut: format!("{before}{middle}{after}"), whole: Some(text) }
}
