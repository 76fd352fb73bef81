//! What a finding is about: the record, the body that answers for it, and the cell of the source.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU32;
use std::rc::Rc;

use serde_json::Value;

use super::found::{Answerable, Found};
use super::origin::{Origin, shortened};
use crate::facts::Facts;
use crate::finding::{RecordKey, ResponsibleBody, SourceCell};
use crate::model::{Header, Id, Kind, Pointer, SourceFile, Text, closest};

/// A record of which something is found.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) key: Option<RecordKey>,
    pub(super) answers: Option<Answerable>,
    /// Its JSON; null where it cannot be read, and where it is so large that it would not fit beside the input.
    pub(super) value: Value,
}

impl Subject {
    /// The code of an item: of a service the one that names it most closely.
    pub(super) fn item_code(&self) -> Option<String> {
        let members: &[&str] = match self.key.as_ref()?.kind {
            Kind::LicensingItem | Kind::PowerItem => &["code"],
            Kind::ServiceItem => &["implementation_code", "business_code", "base_code"],
            _ => return None,
        };
        let written = |member: &&str| self.value.get(*member)?.as_str().map(|code| shortened(code.to_owned()));
        members.iter().find_map(written)
    }
}

/// Above this many bytes a record is not taken apart for what is said about it.
const LARGEST: usize = 1 << 20;

/// Nor where its objects and other values would take more than this, in bytes: far more than their letters.
const MOST_MEMORY: usize = 8 << 20;

/// The subjects of findings. Findings come in the order of the records, so that the last one is mostly the next.
pub(super) struct Subjects<'o, 'a, 't> {
    origin: &'o Origin<'a, 't>,
    index: &'o Facts,
    header: Option<&'o Header>,
    header_value: OnceCell<Value>,
    /// The files of the header by their ids, the first of each.
    files: OnceCell<HashMap<&'o str, &'o SourceFile>>,
    last: Option<(u32, Rc<Subject>)>,
}

impl<'o, 'a, 't> Subjects<'o, 'a, 't> {
    pub(super) fn new(origin: &'o Origin<'a, 't>, index: &'o Facts, header: Option<&'o Header>) -> Self {
        Self { origin, index, header, header_value: OnceCell::new(), files: OnceCell::new(), last: None }
    }

    /// The subject with this ordinal.
    pub(super) fn of(&mut self, ordinal: u32) -> Rc<Subject> {
        if let Some((last, subject)) = &self.last
            && *last == ordinal
        {
            return Rc::clone(subject);
        }
        let key = self.origin.key(self.index, ordinal);
        let value = self.value(ordinal);
        let answers = key.as_ref().and_then(|key| answers(key, &value));
        let subject = Rc::new(Subject { key, answers, value });
        self.last = Some((ordinal, Rc::clone(&subject)));
        subject
    }

    fn files(&self) -> &HashMap<&'o str, &'o SourceFile> {
        self.files.get_or_init(|| {
            let files = self.header.into_iter().flat_map(|header| header.sources.iter().rev());
            files.map(|file| (file.id.as_str(), file)).collect()
        })
    }

    /// The JSON of the header, written when something is first found in it.
    pub(super) fn header_value(&self) -> &Value {
        let written = || self.header.and_then(|header| serde_json::to_value(header).ok()).unwrap_or_default();
        self.header_value.get_or_init(written)
    }

    fn value(&self, ordinal: u32) -> Value {
        let parse = |json: &str| is_small(json).then(|| serde_json::from_str(json).ok()).flatten();
        self.origin.see(self.index, Some(ordinal), parse).flatten().unwrap_or_default()
    }

    /// The cell of the source from which the value at a path of a record was taken.
    pub(super) fn cell(&self, subject: &Subject, path: &Pointer) -> Option<SourceCell> {
        let source = subject.value.get("source")?;
        let id: Id = source.get("source")?.as_str()?.parse().ok()?;
        let segments: Vec<String> = path.segments().filter(|segment| !is_index(segment)).collect();
        let file = self.files().get(id.as_str());
        let fields = || segments.iter().map(String::as_str);
        let told = |text: &Option<Text>| text.as_ref().map(|text| shortened(text.to_string()));
        let row = |value: &Value| value.as_u64().and_then(|row| u32::try_from(row).ok()).and_then(NonZeroU32::new);
        let rows = source.get("rows").and_then(Value::as_object);
        let merged = rows.and_then(|rows| closest(|path| rows.get(path), fields())).and_then(row);
        let columns = file.and_then(|file| closest(|path| file.columns.get(path), fields()));
        Some(SourceCell {
            source: id,
            file: file.and_then(|file| told(&file.file)),
            sheet: file.and_then(|file| told(&file.sheet)),
            row: merged.or_else(|| source.get("row").and_then(row)),
            columns: columns.map(|columns| shortened(columns.to_string())),
        })
    }

    /// Puts the bodies that answer into findings, each looked up once.
    pub(super) fn name_bodies(&self, found: &mut [Found]) {
        let handlers = self.look_up(found, Kind::ServiceItem, |answers| match answers {
            Answerable::Handler(item) => Some(item),
            Answerable::Body(_) => None,
        });
        let handlers: BTreeMap<Id, Id> = handlers
            .into_iter()
            .filter_map(|(item, ordinal)| Some((item, text(&self.value(ordinal), "organization")?)))
            .collect();
        for Found { answers, .. } in found.iter_mut() {
            if let Some(Answerable::Handler(item)) = answers {
                *answers = handlers.get(item).cloned().map(Answerable::Body);
            }
        }
        let bodies = self.look_up(found, Kind::Organization, |answers| match answers {
            Answerable::Body(body) => Some(body),
            Answerable::Handler(_) => None,
        });
        let names: BTreeMap<Id, Option<String>> = bodies
            .into_iter()
            .map(|(body, ordinal)| (body, self.origin.key(self.index, ordinal).and_then(|key| key.name)))
            .collect();
        for Found { finding, answers, .. } in found {
            if let Some(Answerable::Body(id)) = answers {
                finding.body = Some(ResponsibleBody { id: id.clone(), name: names.get(id).cloned().flatten() });
            }
        }
    }

    /// The records named, with their ordinals, in the order in which they stand, so that no passage is read again twice.
    fn look_up(&self, found: &[Found], kind: Kind, named: impl Fn(&Answerable) -> Option<&Id>) -> Vec<(Id, u32)> {
        let named = found.iter().filter_map(|found| named(found.answers.as_ref()?));
        let known = named.filter_map(|id| Some((self.index.records.ordinal(kind, id.as_str())?, id)));
        let known: BTreeMap<u32, &Id> = known.collect();
        known.into_iter().map(|(ordinal, id)| (id.clone(), ordinal)).collect()
    }
}

/// Who answers for a record, as it says itself.
fn answers(key: &RecordKey, value: &Value) -> Option<Answerable> {
    let body = |member: &str| text(value, member).map(Answerable::Body);
    match key.kind {
        Kind::Organization => key.id.clone().map(Answerable::Body),
        Kind::LicensingItem | Kind::PowerItem => {
            let authorities = value.get("authorities")?.as_array()?;
            let decides = |authority: &&Value| authority.get("role").and_then(Value::as_str) == Some("decide");
            let first = authorities.iter().find(decides).or_else(|| authorities.first())?;
            text(first, "organization").map(Answerable::Body)
        }
        Kind::ServiceItem | Kind::PublishedFigure => body("organization"),
        Kind::Delegation => body("from"),
        Kind::License | Kind::LicenseType => body("issuer"),
        Kind::LicenseLink => text(value, "service_item").map(Answerable::Handler),
        Kind::Adjustment => body("decided_by"),
        Kind::Bundle => body("lead"),
        Kind::DirectoryEntry | Kind::LegalInstrument => None,
    }
}

fn text(value: &Value, member: &str) -> Option<Id> {
    value.get(member)?.as_str()?.parse().ok()
}

/// Whether a record may be taken apart.
fn is_small(json: &str) -> bool {
    let memory = || {
        let objects = memchr::memchr_iter(b'{', json.as_bytes()).count();
        let arrays = memchr::memchr_iter(b'[', json.as_bytes()).count();
        let others = memchr::memchr_iter(b',', json.as_bytes()).count();
        [(objects, 640), (arrays, 192), (others, 64)]
            .into_iter()
            .map(|(count, bytes): (usize, usize)| count.saturating_mul(bytes))
            .fold(0, usize::saturating_add)
    };
    // Nearly every record is so small that nothing has to be counted.
    json.len() < MOST_MEMORY / 640 || (json.len() <= LARGEST && memory() <= MOST_MEMORY)
}

fn is_index(segment: &str) -> bool {
    segment.starts_with(|first: char| first.is_ascii_digit())
}
