//! Findings about a suppression, or about an entry of the baseline.

use crate::baseline::BaselineEntry;
use crate::finding::{Finding, Place, RecordKey, RuleCode};
use crate::fnv::Fnv;
use crate::lang::Message;
use crate::model::Pointer;
use crate::print::excerpt;
use crate::report::Suppression;
use crate::rule::Rule;

/// What is set aside, or known: the findings of a rule at a place of a record.
pub(super) struct Aside<'a> {
    code: RuleCode,
    record: Option<RecordKey>,
    path: Option<&'a Pointer>,
    /// The file, of an entry of the baseline.
    file: Option<&'a str>,
    /// Where that is written.
    place: Place,
}

impl<'a> Aside<'a> {
    pub(super) fn of_suppression(suppression: &'a Suppression) -> Self {
        let record = suppression.record.as_ref();
        Self {
            code: suppression.code,
            record: record.map(|record| RecordKey { kind: record.kind, id: Some(record.id.clone()), name: None }),
            path: suppression.path.as_ref(),
            file: None,
            place: suppression.place.clone().unwrap_or_default(),
        }
    }

    pub(super) fn of_entry(entry: &'a BaselineEntry, place: Place) -> Self {
        let BaselineEntry { file, code, record, path, .. } = entry;
        Self { code: *code, record: record.clone(), path: Some(path), file: Some(file), place }
    }

    /// The rule and the place, in words.
    pub(super) fn named(&self) -> Message {
        let path = self.path.map(Pointer::as_str).filter(|path| !path.is_empty()).map(excerpt);
        let id = |record: &RecordKey| record.id.as_ref().map_or_else(|| "?".to_owned(), |id| excerpt(id.as_str()));
        let record = self.record.as_ref().map(|record| (record.kind, id(record)));
        let (zh, en) = match record {
            Some((kind, id)) => (format!("{}“{id}”", kind.title_zh()), format!("{kind} `{id}`")),
            None => ("整个目录".to_owned(), "the catalog as a whole".to_owned()),
        };
        let (zh_path, en_path) = match path {
            Some(path) => (format!("（{path}）"), format!(" at `{path}`")),
            None => (String::new(), String::new()),
        };
        let (zh_file, en_file) = match self.file.map(excerpt) {
            Some(file) => (format!("“{file}”中"), format!(" in `{file}`")),
            None => (String::new(), String::new()),
        };
        let code = self.code;
        Message::new(format!("{zh_file}{zh}{zh_path}{code}"), format!("{code} of {en}{en_path}{en_file}"))
    }

    /// A finding of a rule about it.
    pub(super) fn finding(self, rule: &Rule, found: String, message: Message) -> Finding {
        let mut hash = Fnv::default();
        let record = self.record.as_ref();
        let id = record.and_then(|record| record.id.as_ref()).map_or("", |id| id.as_str());
        let path = self.path.map(Pointer::as_str).unwrap_or_default();
        let kind = record.map_or("", |record| record.kind.tag());
        for part in [
            rule.code.to_string().as_str(),
            self.code.to_string().as_str(),
            self.file.unwrap_or_default(),
            kind,
            id,
            path,
        ] {
            hash.add_part(part.as_bytes());
        }
        // Two entries may differ in their values alone.
        hash.add(found.as_bytes());
        Finding {
            code: rule.code,
            rule: rule.name.to_owned(),
            severity: rule.severity,
            aspect: rule.aspect,
            record: self.record,
            item_code: None,
            body: None,
            path: self.path.cloned().unwrap_or_default(),
            identity_path: None,
            place: self.place,
            source: None,
            related: Vec::new(),
            found: (!found.is_empty()).then_some(found),
            allowed: Vec::new(),
            expected: None,
            message,
            help: None,
            fingerprint: format!("{:016x}", hash.finish()),
        }
    }
}
