//! Several files as one catalog: references and repeated ids across files, one verdict over all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Checker;
use super::beginning::Beginning;
use super::inputs::Opened;
use super::judging::Judging;
use super::origin::{FileOrigin, Origin};
use crate::lang::Message;
use crate::model::{Header, Id, Kind, Pointer, SourceFile, Spelling};
use crate::place::Text;
use crate::print::excerpt;
use crate::read;
use crate::report::{InputPart, InputReport, Report};
use crate::rule::Drafts;
use crate::rules::reading;

/// A file whose text could be read.
struct File<'t> {
    name: &'t str,
    opened: Opened<'t>,
    beginning: Beginning,
}

impl Checker {
    /// 一并检查: checks several files as one catalog, each with its name and bytes. References lead from file to file, an id
    /// may stand once in all, and there is one verdict over the whole. The first header is that of the catalog; what the
    /// others say else of division, level, edition and sources is told. The files are held while they are judged.
    ///
    /// A file that cannot be read at all, because it is too large or no UTF-8, is an input of its own in the report.
    ///
    /// ```
    /// use qingdan::Checker;
    /// let header = r#""header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}"#;
    /// let bodies = format!(r#"{{{header}, "organizations": [{{"id": "water", "name": "杭锦旗水利局", "kind": "department"}}]}}"#);
    /// let items = format!(r#"{{{header}, "service_items": [{{"id": "a", "name": "取水许可", "item_level": "main",
    ///     "service_type": "licensing", "organization": "water", "basis": [{{"title": "水法", "articles": [{{"article": 7}}]}}]}}]}}"#);
    /// let checker = Checker::new().select(["QD009".parse()?]);
    /// assert_eq!(checker.check_bytes("items.json", items.as_bytes()).findings().count(), 1);
    /// let files = [("bodies.json", bodies.as_bytes()), ("items.json", items.as_bytes())];
    /// assert_eq!(checker.check_together(&files).findings().count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_together(&self, inputs: &[(&str, &[u8])]) -> Report {
        let mut files = Vec::new();
        let mut judged = Vec::new();
        for &(name, bytes) in inputs {
            match self.open(bytes, self.spelling.or_else(|| Spelling::of_path(Path::new(name)))) {
                Ok(opened) => {
                    let beginning = Beginning::of(opened.text, self.limits);
                    files.push(File { name, opened, beginning });
                }
                Err(mut unread) => {
                    name.clone_into(&mut unread.name);
                    judged.push(*unread);
                }
            }
        }
        if let Some(first) = files.first() {
            judged.push(self.judge_together(first, &files));
        }
        self.report(judged)
    }

    fn judge_together(&self, first: &File<'_>, files: &[File<'_>]) -> InputReport {
        let texts: Vec<&str> = files.iter().map(|file| file.opened.text).collect();
        let (text, bases) = Text::held_together(&texts);
        let size = texts.iter().map(|text| u64::try_from(text.len()).unwrap_or(u64::MAX)).fold(0, u64::saturating_add);
        let whole = whole(files);
        let mut judging = Judging::together(self, &whole, &first.beginning, first.opened.spelling, size);
        let mut origins: Vec<FileOrigin> = Vec::new();
        for (file, &base) in files.iter().zip(&bases) {
            if let Some(last) = origins.last_mut() {
                last.header = judging.go_on(&file.beginning, file.opened.spelling);
            }
            origins.push(FileOrigin {
                name: Some(file.name.to_owned()),
                base,
                header: None,
                spelling: file.opened.spelling,
            });
            if file.opened.has_mark {
                judging.fault(|drafts| reading::report_mark(base, drafts));
            }
            let goes_on = judging.passage(&text.at(base), true).is_some();
            if let (Some(first), Some(header)) = (&whole.header, &file.beginning.header) {
                let at = judging.header().map_or(base, |frame| frame.start);
                judging.fault(|drafts| tell_differences(first, header, at, drafts));
            }
            if !goes_on {
                break;
            }
        }
        if let Some(last) = origins.last_mut() {
            last.header = judging.header();
        }
        let mut input = judging.finish_together(&Origin::Bytes { text: &text, files: &origins });
        input.name = files.iter().map(|file| file.name).collect::<Vec<_>>().join(" + ");
        input.bytes = Some(size);
        input.title = whole.header.as_ref().map(|header| header.title.to_string());
        input.parts = files.iter().map(part).collect();
        input
    }
}

fn part(file: &File<'_>) -> InputPart {
    let mark = if file.opened.has_mark { read::encoding::MARK.len() } else { 0 };
    InputPart {
        name: file.name.to_owned(),
        bytes: u64::try_from(file.opened.text.len().saturating_add(mark)).unwrap_or(u64::MAX),
        sha256: None,
        spelling: Some(file.opened.spelling),
        title: file.beginning.header.as_ref().map(|header| header.title.to_string()),
    }
}

/// The beginning of the whole: the first header, with the sources, complete lists and retired codes of all. What one file
/// says is not held counts as not held, so that nothing is called missing.
fn whole(files: &[File<'_>]) -> Beginning {
    let mut headers = files.iter().filter_map(|file| file.beginning.header.as_ref());
    let first = headers.next().cloned();
    let header = first.map(|mut whole| {
        for header in headers {
            let known: BTreeSet<&Id> = whole.sources.iter().map(|source| &source.id).collect();
            let new: Vec<_> = header.sources.iter().filter(|source| !known.contains(&source.id)).cloned().collect();
            whole.sources.extend(new);
            let known: BTreeSet<Kind> = whole.covers.iter().copied().collect();
            let covers: Vec<_> = header.covers.iter().filter(|kind| !known.contains(kind)).copied().collect();
            whole.covers.extend(covers);
            whole.retired_codes.extend(header.retired_codes.iter().cloned());
        }
        whole
    });
    let mut known = BTreeSet::new();
    let not_held = files.iter().flat_map(|file| &file.beginning.not_held);
    let not_held = not_held.filter(|path| known.insert(path.as_str())).cloned().collect();
    Beginning { header, not_held, is_unsupported: false }
}

/// Tells what a header says else than that of the catalog.
fn tell_differences(whole: &Header, header: &Header, at: usize, drafts: &mut Drafts) {
    let mut tell = |field: &str, zh: &str, one: String, other: String| {
        if one != other {
            let message = Message::new(
                format!(
                    "一并检查的文件{zh}（{field}）不同：第一个文件为“{}”，此文件为“{}”",
                    excerpt(&one),
                    excerpt(&other)
                ),
                format!(
                    "files checked together differ in `{field}`: `{}` in the first, `{}` in this",
                    excerpt(&one),
                    excerpt(&other)
                ),
            );
            let path = Pointer::member("header").join(&Pointer::member(field));
            reading::report_header(at, path, &other, message, drafts);
        }
    };
    tell("division", "行政区划", whole.division.to_string(), header.division.to_string());
    tell("level", "层级", whole.level.title_zh().to_owned(), header.level.title_zh().to_owned());
    let edition =
        |header: &Header| header.edition.as_ref().map(|edition| edition.label.to_string()).unwrap_or_default();
    tell("edition", "版次", edition(whole), edition(header));
    // The first of each.
    let known: BTreeMap<&Id, &SourceFile> = whole.sources.iter().rev().map(|source| (&source.id, source)).collect();
    for source in &header.sources {
        let differs = |known: &&&SourceFile| (&known.file, &known.sheet) != (&source.file, &source.sheet);
        if let Some(known) = known.get(&source.id).filter(differs) {
            let words = |file: &SourceFile| {
                let parts = [&file.file, &file.sheet].into_iter().flatten().map(ToString::to_string);
                format!("{}：{}", file.id, parts.collect::<Vec<_>>().join(" "))
            };
            tell("sources", "来源", words(known), words(source));
        }
    }
}
