//! What makes an embedder's code short: lists, plain values, one error, paths and streams.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use qingdan::codelist::TimeUnit;
use qingdan::model::{AnyRecord, Extension, Kind, LicensingItem, Organization, Record, Records, Ref, TimeLimit};
use qingdan::schema::SchemaName;
use qingdan::{Error, Limits, Line, LineContent, Reading};
use serde_json::json;

use crate::absent::Maker;
use crate::samples::bytes;

/// A stream that cannot be read.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the line went dead"))
    }
}

fn item(id: &str, name: &str) -> LicensingItem {
    LicensingItem::new(id.parse().unwrap(), name.parse().unwrap())
}

fn ids(items: &Records<LicensingItem>) -> Vec<&str> {
    items.iter().map(|item| item.id().as_str()).collect()
}

#[test]
fn many_records_are_added_and_those_refused_come_back() {
    let mut items = Records::new();
    items.insert(item("a", "一")).unwrap();
    let error = items.try_extend([item("b", "二"), item("a", "三"), item("c", "四"), item("b", "五")]).unwrap_err();
    assert_eq!(ids(&items), ["a", "b", "c"]);
    let names: Vec<&str> = error.refused.iter().map(|refused| refused.record.name.as_str()).collect();
    assert_eq!(names, ["三", "五"]);
    assert_eq!(
        error.to_string(),
        "2 of the records have ids that are there already: `a`, `b`; give them other ids, or change those that are there"
    );
    // Through the common error too nothing is lost.
    let Error::RepeatedIds(kept) = Error::from(error) else { panic!("another error") };
    assert_eq!(kept.refused[1].record.as_ref().as_ref().name().unwrap().as_str(), "五");
    items.try_extend(std::iter::empty()).unwrap();
}

#[test]
fn records_are_kept_and_sorted_by_what_they_hold() {
    let mut items = Records::new();
    items.try_extend([item("c", "乙"), item("a", "甲"), item("b", "乙"), item("d", "甲")]).unwrap();
    items.sort_by_key(|item| item.name.clone());
    // Those that are equal keep their order.
    assert_eq!(ids(&items), ["c", "b", "a", "d"]);
    items.sort_by(|one, other| other.id().cmp(one.id()));
    assert_eq!(ids(&items), ["d", "c", "b", "a"]);
    assert_eq!(items.position("b"), Some(2));
    items.retain(|item| item.name == "甲");
    assert_eq!(ids(&items), ["d", "a"]);
    assert!(items.get("c").is_none());
    for item in &mut items {
        item.name = "丙".parse().unwrap();
    }
    let names: Vec<String> = items.into_iter().rev().map(|item| item.name.to_string()).collect();
    assert_eq!(names, ["丙", "丙"]);
}

#[test]
fn plain_values_are_extensions() {
    let mut item = item("a", "取水许可");
    item.extensions.insert("办理窗口".parse().unwrap(), "3号\"东\"\n");
    item.extensions.insert("ours:paid".parse().unwrap(), false);
    item.extensions.insert("ours:year".parse().unwrap(), 2026);
    item.extensions.insert("ours:note".parse().unwrap(), String::from("一"));
    item.extensions.insert("ours:big".parse().unwrap(), u64::MAX);
    let json = serde_json::to_string(&item.extensions).unwrap();
    assert_eq!(
        json,
        r#"{"办理窗口":"3号\"东\"\n","ours:paid":false,"ours:year":2026,"ours:note":"一","ours:big":18446744073709551615}"#
    );
    assert_eq!(Extension::from(-1_i8), Extension::from_json(" -1 ").unwrap());
}

#[test]
fn what_is_no_json_is_no_extension() {
    // Without its blanks it would be a number.
    let error = Extension::from_json("1 2").unwrap_err();
    assert_eq!((error.line(), error.column()), (1, 3));
    for text in ["", "{", "甲", "01", "NaN"] {
        assert!(Extension::from_json(text).is_err(), "{text}");
    }
}

#[test]
fn a_limit_of_nothing_is_refused_and_says_what_to_do() {
    let limit = TimeLimit::working_days(45).unwrap();
    assert_eq!((limit.amount.get(), limit.unit), (45, TimeUnit::WorkingDay));
    assert!(TimeLimit::new(u16::MAX, TimeUnit::Day).is_ok());
    assert!(TimeLimit::working_days(0).unwrap_err().to_string().contains("`immediate`"));
}

#[test]
fn errors_of_every_call_become_one_that_says_what_was_found_and_what_to_do() {
    fn fails<T>(call: impl FnOnce() -> Result<T, Error>) -> String {
        call().err().unwrap().to_string()
    }
    let said = [
        fails(|| Ok(qingdan::open("/nothing/there.json", Limits::default())?)),
        fails(|| Ok("".parse::<qingdan::model::Text>()?)),
        fails(|| Ok("a b".parse::<qingdan::model::Id>()?)),
        fails(|| Ok("2026-02-30".parse::<qingdan::model::Date>()?)),
        fails(|| Ok(qingdan::model::Date::new(2026, 13, 1)?)),
        fails(|| Ok("1,5".parse::<qingdan::model::Decimal>()?)),
        fails(|| Ok("2.0".parse::<qingdan::model::SchemaVersion>()?)),
        fails(|| Ok("11440300007542785T".parse::<qingdan::code::CreditCode>()?)),
        fails(|| Ok("weekly".parse::<TimeUnit>()?)),
        fails(|| Ok(TimeLimit::working_days(0)?)),
        fails(|| Ok(Records::<LicensingItem>::new().rename("a", "b".parse()?)?)),
        fails(|| Ok(Extension::from_json("{")?)),
        fails(|| Ok("301".parse::<qingdan::RuleCode>()?)),
        fails(|| Ok("QD999".parse::<qingdan::RuleSelector>()?)),
        fails(|| Ok("items".parse::<SchemaName>()?)),
        fails(|| Ok("fr".parse::<qingdan::Lang>()?)),
        fails(|| Ok(qingdan::law::facts::LawFacts::from_csv(b"a,b\n")?)),
        fails(|| Ok(qingdan::law::openings::Openings::from_tsv(b"a\tb\n")?)),
        fails(|| Ok(Broken.read_exact(&mut [0])?)),
    ];
    for one in &said {
        assert!(one.contains(['`', ';', ',']), "{one}");
    }
    assert!(said[0].contains("/nothing/there.json") && said[0].contains("check that the path"), "{}", said[0]);
    assert!(said[7].contains("expected `U`") && said[7].contains("Written::as_written"), "{}", said[7]);
    let mut items = Records::new();
    items.insert(item("a", "一")).unwrap();
    let error = Error::from(items.insert(item("a", "二")).unwrap_err());
    let Error::RepeatedId(refused) = &error else { panic!("{error}") };
    assert_eq!(refused.record.as_ref().as_ref().name().unwrap().as_str(), "二");
}

#[test]
fn a_path_is_opened_as_its_bytes_are_read() {
    let folder = std::env::temp_dir().join(format!("qingdan-comforts-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let document = folder.join("catalog.json");
    fs::write(&document, bytes("hangjin-faulty.json")).unwrap();
    let opened = qingdan::open(&document, Limits::default()).unwrap();
    let read = qingdan::read(&bytes("hangjin-faulty.json"), Limits::default());
    assert_eq!((&opened.catalog, &opened.findings, opened.spelling), (&read.catalog, &read.findings, read.spelling));
    // A header alone is both; the name decides.
    let header = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}"#;
    let lines = folder.join("CATALOG.NDJSON");
    fs::write(&lines, header).unwrap();
    let opened = qingdan::open(&lines, Limits::default()).unwrap();
    assert_eq!(opened.spelling, Some(qingdan::model::Spelling::Ndjson));
    // The limit holds, and no more is read than it.
    let opened = qingdan::open(&document, Limits::default().with_max_bytes(10)).unwrap();
    assert_eq!(opened.findings[0].code(), "QD004");
    assert!(qingdan::open(&folder, Limits::default()).is_err());
    fs::remove_dir_all(&folder).unwrap();
}

fn lines(bytes: &[u8]) -> Vec<Line> {
    qingdan::read_lines(bytes, Limits::default()).collect::<io::Result<_>>().unwrap()
}

const HEADER: &str = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}"#;

#[test]
fn lines_of_a_stream_are_read_as_the_whole_is() {
    let mut catalog = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    let mut ndjson = Vec::new();
    catalog.write_ndjson(&mut ndjson).unwrap();
    let mut records = Vec::new();
    for line in lines(&ndjson) {
        assert!(line.findings.is_empty(), "{:?}", line.findings);
        match line.content {
            Some(LineContent::Header(header)) => assert_eq!((*header, line.number), (catalog.header.clone(), Some(1))),
            Some(LineContent::Record(record)) => records.push(record),
            other => panic!("{other:?}"),
        }
    }
    catalog.schema = None;
    let mut again = qingdan::Catalog::new(catalog.header.clone());
    for record in records {
        again.insert(record).unwrap();
    }
    assert_eq!(again, catalog);
}

#[test]
fn faults_of_lines_are_those_that_reading_the_whole_tells() {
    let texts = [
        format!(
            "{HEADER}\n\n{{\"organization\": {{\"id\": \"tax\", \"kind\": \"agency\", \"nmae\": 3}}}}\r\n{{\"a\": 1}}\nno json\n\
             {{\"organization\": {{\"id\": \"a\", \"name\": \"b\", \"kind\": \"department\", \"colour\": 1}}}}\n{HEADER}\n[1]\n"
        ),
        // No header, at the beginning or at all.
        String::from(
            "{\"organization\": {\"id\": \"a\", \"name\": \"b\", \"kind\": \"department\"}}\n{\"organization\": {}}",
        ),
        String::new(),
        HEADER.replace("1.0", "2.0") + "\n{\"organization\": {}}\n",
        // A document, and what is no JSON.
        String::from("{\n  \"header\": {\n"),
        String::from("<html><body>\n</body></html>"),
        format!("\u{feff}{HEADER}\n{{\"organization\": 1}}"),
    ];
    for text in &texts {
        let checker_reads_ndjson = qingdan::Checker::new().spelling(qingdan::model::Spelling::Ndjson);
        let form =
            ["QD001", "QD002", "QD003", "QD004", "QD005", "QD006", "QD007", "QD008"].map(|code| code.parse().unwrap());
        let report = checker_reads_ndjson.select(form).check_bytes("a", text.as_bytes());
        let whole: Vec<_> =
            report.findings().map(|found| (found.code(), found.place.clone(), &found.message)).collect();
        let lines = lines(text.as_bytes());
        let found: Vec<_> = lines.iter().flat_map(|line| &line.findings).collect();
        let mut found: Vec<_> = found.iter().map(|found| (found.code(), found.place.clone(), &found.message)).collect();
        found.sort_by_key(|(code, place, _)| (place.line, place.column, *code));
        let mut whole = whole;
        whole.sort_by_key(|(code, place, _)| (place.line, place.column, *code));
        assert_eq!(found, whole, "{text}");
        assert!(!found.is_empty());
    }
    // A field that is not known costs no record.
    let line = &lines(texts[0].as_bytes())[4];
    assert_eq!((line.number, line.findings.len(), line.content.is_some()), (Some(6), 1, true));
}

#[test]
fn what_is_no_text_or_too_long_ends_a_stream() {
    let mut gbk = format!("{HEADER}\n").into_bytes();
    gbk.extend(b"{\"organization\": {\"id\": \"a\", \"name\": \"\xcb\xae\xc0\xfb\xbe\xd6\"}}\n");
    gbk.extend(HEADER.as_bytes());
    let read = lines(&gbk);
    assert_eq!(read.len(), 2);
    let finding = &read[1].findings[0];
    assert_eq!((finding.code().to_string().as_str(), finding.place.line, read[1].number), ("QD002", Some(2), Some(2)));

    let limits = Limits::default().with_max_bytes(200);
    let endless = HEADER.as_bytes().chain(&b"\n"[..]).chain(io::repeat(b' '));
    let read: Vec<Line> = qingdan::read_lines(BufReader::new(endless), limits).collect::<io::Result<_>>().unwrap();
    assert_eq!(read.len(), 2);
    assert_eq!(read[1].findings[0].code(), "QD004");
}

#[test]
fn a_stream_that_fails_says_so_and_ends() {
    let first = format!("{HEADER}\n{HEADER}\n");
    let mut lines = qingdan::read_lines(BufReader::new(first.as_bytes().chain(Broken)), Limits::default());
    assert!(lines.next().unwrap().is_ok());
    assert!(lines.next().unwrap().is_ok());
    assert!(lines.next().unwrap().is_err());
    assert!(lines.next().is_none());
}

#[test]
fn the_catalog_of_lines_is_that_of_reading() {
    let text =
        format!("{HEADER}\n{{\"organization\": {{\"id\": \"a\", \"name\": \"b\", \"kind\": \"department\"}}}}\n");
    let Reading { catalog, .. } = qingdan::read(text.as_bytes(), Limits::default());
    let Some(LineContent::Record(record)) = lines(text.as_bytes()).remove(1).content else { panic!("no record") };
    assert_eq!(catalog.unwrap().get(record.as_ref().kind(), "a"), Some(record.as_ref()));
}

/// Every place of the schema that can hold a citation, one at a time, so that none is forgotten.
#[test]
fn every_citation_is_found_where_it_stands() {
    let maker = Maker { document: crate::schemas::value(&SchemaName::Document.text()) };
    let mut places = BTreeSet::new();
    for &kind in Kind::ALL {
        let made = maker.nulled(&json!({ "$ref": format!("#/$defs/{}", kind.type_name()) }));
        for made in made {
            let record = AnyRecord::from_json(kind, &made.without.to_string());
            let Ok(record) = record else { continue };
            let found = record.as_ref().citations();
            for place in &found {
                let there = made.without.pointer(place.path.as_str()).unwrap();
                assert_eq!(&serde_json::to_value(place.citation).unwrap(), there);
                assert_eq!(place.record, record.as_ref());
                places.insert(format!("{kind}{}", place.path));
            }
            // Of a citation one member after the other is taken away.
            let cites = made.member.starts_with("Citation.") || made.member.starts_with("ArticleRef.");
            // Of a list the elements may be citations.
            let count = if made.member.ends_with("[]") { found.len().min(1) } else { usize::from(cites) };
            assert_eq!(found.len(), count, "{kind} {} {}", made.member, made.without);
        }
    }
    assert_eq!(places.len(), CITING_FIELDS, "{places:#?}");
}

/// How many places of records can hold citations.
const CITING_FIELDS: usize = 46;

#[test]
fn references_lead_to_records_and_bodies_to_items() {
    let catalog = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    for item in &catalog.service_items {
        assert_eq!(catalog.resolve(&item.organization).unwrap().id(), item.organization.id());
    }
    let mut of_bodies = 0;
    for body in &catalog.organizations {
        let id = body.id().as_str();
        let items: Vec<_> = catalog.items_of(id).map(|item| (item.kind(), item.id().clone())).collect();
        let acts = |path: &str| !path.starts_with("/supervisors");
        let mut named: Vec<_> = catalog.references_to(Kind::Organization, id);
        named.retain(|place| {
            [Kind::LicensingItem, Kind::PowerItem, Kind::ServiceItem].contains(&place.kind) && acts(place.path.as_str())
        });
        named.dedup_by(|one, other| (one.kind, &one.id) == (other.kind, &other.id));
        assert_eq!(items, named.iter().map(|place| (place.kind, place.id.clone())).collect::<Vec<_>>(), "{id}");
        of_bodies += items.len();
    }
    assert!(of_bodies > 3, "{of_bodies}");
    assert!(catalog.resolve(&"nobody".parse::<Ref<Organization>>().unwrap()).is_none());
}

#[test]
fn a_format_that_keeps_names_gives_the_catalog_back() {
    let mut catalog = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    for item in &mut catalog.licensing_items {
        item.extensions
            .insert("ours:rate".parse().unwrap(), Extension::from_json(r#"{"b": 1.50, "a": [null]}"#).unwrap());
    }
    let mut cbor = Vec::new();
    ciborium::into_writer(&catalog, &mut cbor).unwrap();
    assert_eq!(ciborium::from_reader::<qingdan::Catalog, _>(cbor.as_slice()).unwrap(), catalog);
    // Whoever writes a map of their own there has written no value of this library.
    let item = r#"{"id": "a", "name": "b", "item_level": "main", "extensions": {"ours:x": {"y": 1}}}"#;
    let item: serde_json::Value = serde_json::from_str(item).unwrap();
    let mut cbor = Vec::new();
    ciborium::into_writer(&item, &mut cbor).unwrap();
    assert!(ciborium::from_reader::<LicensingItem, _>(cbor.as_slice()).is_err());
    assert!(serde_json::from_value::<LicensingItem>(item).is_ok());
}

/// The files under a folder.
fn files(folder: &Path, see: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, see) } else { see(&path) }
    }
}

#[test]
fn every_public_type_has_a_name_of_its_own() {
    let mut known: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut count = 0;
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    files(&library, &mut |path| {
        // The command is no part of the library.
        if path.starts_with(library.join("bin")) || path.extension().is_none_or(|ending| ending != "rs") {
            return;
        }
        let text = fs::read_to_string(path).unwrap();
        let mut in_list = false;
        for line in text.lines().map(str::trim_start) {
            let declared = ["pub struct ", "pub enum ", "pub trait "].iter().find_map(|begin| line.strip_prefix(begin));
            // The macros that make lists name them after their documentation.
            let listed = Some(line).filter(|line| in_list && !line.starts_with("///"));
            in_list = line.ends_with("_list! {") || line.ends_with("_enum! {") || in_list && listed.is_none();
            let Some(name) = declared.or(listed) else { continue };
            let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
            if name.is_empty() {
                continue;
            }
            count += 1;
            let other = known.insert(name.clone(), path.to_owned());
            assert_eq!(other, None, "{name} is also in {}", path.display());
        }
    });
    assert!(count > 150, "{count}");
}
