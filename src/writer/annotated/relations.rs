//! Relationships of a part to others, and the types of parts.

use quick_xml::events::Event;

use super::edits::Edits;
use super::outcome::AnnotateError;
use super::package::Package;
use super::tag::{Tag, escaped, pieces};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The relationships of a part.
pub(super) struct Relations {
    /// The part that has them.
    of: String,
    all: Vec<Relation>,
}

/// A relationship.
pub(super) struct Relation {
    pub(super) id: String,
    /// What it is: the last part of the type, which is the same in both variants of the standard.
    pub(super) what: String,
    /// The part to which it leads, from the root of the package; none where it leads out of it.
    pub(super) target: Option<String>,
}

impl Relations {
    /// Those of a part; of the whole package those of an empty name.
    pub(super) fn of(part: &str, package: &mut Package<'_>) -> Result<Self, AnnotateError> {
        let mut all = Vec::new();
        let name = part_of(part);
        let text = package.read(&name)?.unwrap_or_default();
        for piece in pieces(&name, &text)? {
            let piece = piece?;
            let (Event::Start(_) | Event::Empty(_)) = piece.event else { continue };
            let tag = Tag::new(text.get(piece.place).unwrap_or_default());
            let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target")) else {
                continue;
            };
            let is_outside = tag.get("TargetMode").is_some_and(|mode| mode == "External");
            all.push(Relation {
                id: id.into_owned(),
                what: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: (!is_outside).then(|| resolved(part, &target)),
            });
        }
        Ok(Self { of: part.to_owned(), all })
    }

    /// The part to which the first relationship of a type leads.
    pub(super) fn target(&self, what: &str) -> Option<&str> {
        self.all.iter().find(|relation| relation.what == what)?.target.as_deref()
    }

    pub(super) fn has(&self, what: &str) -> bool {
        self.all.iter().any(|relation| relation.what.eq_ignore_ascii_case(what))
    }

    /// The relationship with this id.
    pub(super) fn by_id(&self, id: &str) -> Option<&Relation> {
        self.all.iter().find(|relation| relation.id == id)
    }

    /// Adds a relationship and gives its id.
    pub(super) fn add(&mut self, kind: &str, target: &str, package: &mut Package<'_>) -> Result<String, AnnotateError> {
        let mut number = 1_u64;
        let mut id = String::from("rIdQingdan1");
        while self.by_id(&id).is_some() {
            number = number.saturating_add(1);
            id = format!("rIdQingdan{number}");
        }
        let name = part_of(&self.of);
        let text = match package.read(&name)? {
            Some(text) => text,
            None => format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{RELATIONS}\"></Relationships>"
            )
            .into_bytes(),
        };
        let element = |prefix: &str| {
            format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{}\"/>", escaped(target))
        };
        package.put(&name, with_child(&name, &text, element)?);
        let what = kind.rsplit('/').next().unwrap_or_default().to_owned();
        self.all.push(Relation { id: id.clone(), what, target: Some(target.to_owned()) });
        Ok(id)
    }
}

/// A text with one more child of its root, behind the others.
fn with_child(part: &str, text: &[u8], element: impl Fn(&str) -> String) -> Result<Vec<u8>, AnnotateError> {
    let mut edits = Edits::default();
    for piece in pieces(part, text)? {
        let piece = piece?;
        let tag = Tag::new(text.get(piece.place.clone()).unwrap_or_default());
        match piece.event {
            Event::Empty(_) if is_root(&tag) => edits.replace(piece.place, tag.holding(&element(tag.prefix()))),
            Event::End(_) if is_root(&tag) => edits.insert(piece.place.start, element(tag.prefix())),
            _ => {}
        }
    }
    Ok(edits.apply(text))
}

fn is_root(tag: &Tag<'_>) -> bool {
    matches!(tag.local(), "Relationships" | "Types")
}

/// The part that holds the relationships of another.
fn part_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// A target as a name from the root of the package.
fn resolved(part: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut folders: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        folders.extend(part.rsplit_once('/').map_or("", |(folder, _)| folder).split('/'));
    }
    for segment in target.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                folders.pop();
            }
            segment => folders.push(segment),
        }
    }
    folders.retain(|folder| !folder.is_empty());
    folders.join("/")
}

/// The part that says of what type parts are.
const TYPES: &str = "[Content_Types].xml";

/// Says of what type a part is, or all parts whose names end so.
pub(super) fn add_type(element: &ContentType<'_>, package: &mut Package<'_>) -> Result<(), AnnotateError> {
    let text = package.required(TYPES)?;
    for piece in pieces(TYPES, &text)? {
        let piece = piece?;
        let (Event::Start(_) | Event::Empty(_)) = piece.event else { continue };
        let tag = Tag::new(text.get(piece.place).unwrap_or_default());
        let is_told = match element {
            ContentType::Extension(extension, _) => {
                tag.get("Extension").is_some_and(|found| found.eq_ignore_ascii_case(extension))
            }
            ContentType::Part(part, _) => {
                tag.get("PartName").is_some_and(|found| found.trim_start_matches('/').eq_ignore_ascii_case(part))
            }
        };
        if is_told {
            return Ok(());
        }
    }
    let written = |prefix: &str| match element {
        ContentType::Extension(extension, kind) => {
            format!("<{prefix}Default Extension=\"{extension}\" ContentType=\"{kind}\"/>")
        }
        ContentType::Part(part, kind) => {
            format!("<{prefix}Override PartName=\"/{}\" ContentType=\"{kind}\"/>", escaped(part))
        }
    };
    package.put(TYPES, with_child(TYPES, &text, written)?);
    Ok(())
}

/// Of what type something is.
pub(super) enum ContentType<'a> {
    /// All parts with this ending.
    Extension(&'a str, &'a str),
    /// One part.
    Part(&'a str, &'a str),
}
