//! NDJSON that is read by passages gives the report that it gives when it is held, whatever stands where.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use proptest::prelude::*;
use qingdan::model::Spelling;
use qingdan::{Checker, Limits, Report};

const HEADER: &str =
    r#"{"header": {"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"}}"#;

fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap()).spelling(Spelling::Ndjson)
}

/// Checks both ways, and gives the one report.
#[track_caller]
fn both_ways(text: &[u8]) -> Report {
    let held = checker().check_bytes("catalog", text);
    let by_passages = checker().check_reader("catalog", Cursor::new(text)).unwrap();
    assert_eq!(by_passages.inputs[0].findings, held.inputs[0].findings);
    assert!(by_passages == held, "the reports differ outside their findings");
    held
}

/// Lines without fault, of more than a megabyte in all; a passage ends somewhere in them.
fn padding(number: usize) -> String {
    let name = "水".repeat(90);
    let line = |at| {
        format!(r#"{{"organization": {{"id": "pad-{number}-{at}", "name": "{name}{number}", "kind": "department"}}}}"#)
    };
    (0..3800).map(line).fold(String::new(), |text, line| text + &line + "\n")
}

/// The faulty sample as lines.
fn faulty_lines() -> Vec<String> {
    let json = std::fs::read("examples/catalogs/hangjin-faulty.json").unwrap();
    let document: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&json).unwrap();
    let tag = |array: &str| qingdan::model::Kind::from_array(array).map(qingdan::model::Kind::tag);
    let mut lines = vec![serde_json::json!({ "header": document["header"] }).to_string()];
    for (array, records) in &document {
        let Some(tag) = tag(array) else { continue };
        lines.extend(records.as_array().unwrap().iter().map(|record| serde_json::json!({ tag: record }).to_string()));
    }
    lines
}

#[test]
fn findings_in_every_passage_have_the_places_of_the_whole() {
    let lines = faulty_lines();
    let quarter = lines.len() / 4;
    let mut text = String::new();
    for (number, part) in lines.chunks(quarter).enumerate() {
        text.push_str(&part.join("\n"));
        text.push('\n');
        text.push_str(&padding(number));
    }
    assert!(text.len() > 4 << 20);
    let report = both_ways(text.as_bytes());
    let far = report.findings().filter(|finding| finding.place.line > Some(4000)).count();
    assert!(far > 10, "only {far} findings stand behind the first passage");
    // Related places stand in other passages than their findings.
    assert!(report.findings().any(|finding| {
        finding.related.iter().any(|related| related.place.line.unwrap().abs_diff(finding.place.line.unwrap()) > 3800)
    }));
}

/// The line of the last passage is counted by hand: a header, 3,800 lines of padding, and the line itself.
#[test]
fn what_stands_behind_a_passage_is_told_with_its_line() {
    let padding = padding(0);
    let cases = [
        // No end of line, a broken line, a line of an unknown tag, and one that is no object.
        (r#"{"organization": {"id": "a", "name": 5, "kind": "department"}}"#, "QD005", 38),
        (r#"{"organization": {"id": "a", }}"#, "QD001", 28),
        (r#"{"organisation": {}}"#, "QD006", 2),
        ("5\n\n\n", "QD005", 1),
    ];
    for (line, code, column) in cases {
        let report = both_ways(format!("{HEADER}\n{padding}{line}").as_bytes());
        let [finding] = report.findings().collect::<Vec<_>>()[..] else { panic!("{report:#?}") };
        assert_eq!(finding.code.to_string(), code);
        assert_eq!((finding.place.line, finding.place.column), (Some(3802), Some(column)), "{line}");
    }
}

#[test]
fn the_header_is_known_to_every_passage() {
    let padding = padding(0);
    for text in [
        // Nowhere, late, twice, behind blank lines, and with a byte order mark.
        padding.clone(),
        format!("{padding}{HEADER}\n{padding}"),
        format!("{HEADER}\n{padding}{HEADER}"),
        format!("{}{HEADER}\n{padding}", "\n".repeat(10)),
        format!("{}{HEADER}\n{padding}", "\n".repeat(2 << 20)),
        format!("\u{feff}{HEADER}\n{padding}{{\"organization\": {{}}}}"),
        format!("{HEADER}\r\n{}", padding.replace('\n', "\r\n")),
        "\n".repeat(3 << 20),
    ] {
        both_ways(text.as_bytes());
    }
}

#[test]
fn a_line_may_be_longer_than_a_passage() {
    let long = format!(r#"{{"organization": {{"id": "long", "name": "{}", "kind": "office"}}}}"#, "长".repeat(1 << 20));
    let report = both_ways(format!("{HEADER}\n{long}\n{}{long}", padding(0)).as_bytes());
    // Twice no kind of body, and the second has the id of the first.
    let found: Vec<_> = report.findings().map(|finding| (finding.code.to_string(), finding.place.line)).collect();
    let at = |code: &str, line| (code.to_owned(), Some(line));
    assert_eq!(found, [at("QD005", 2), at("QD008", 3803), at("QD005", 3803)]);
}

#[test]
fn what_is_no_utf_8_behind_a_passage_is_told_as_when_it_is_held() {
    for stray in [&b"\xff"[..], &[0xe6, 0xb0], &[0xb8, 0xdf, 0xbc, 0xbb]] {
        let mut text = format!("{HEADER}\n{}", padding(0)).into_bytes();
        text.extend_from_slice(stray);
        let report = both_ways(&text);
        assert_eq!(report.findings().map(|finding| finding.code.to_string()).collect::<Vec<_>>(), ["QD002"]);
    }
}

#[test]
fn what_exceeds_the_limit_is_not_read() {
    let text = format!("{HEADER}\n{}", padding(0));
    let size = u64::try_from(text.len()).unwrap();
    for (max_bytes, expected) in [(size, 0), (size - 1, 1)] {
        let checker = checker().limits(Limits::default().with_max_bytes(max_bytes));
        let report = checker.check_reader("catalog", Cursor::new(&text)).unwrap();
        assert_eq!(report, checker.check_bytes("catalog", text.as_bytes()));
        assert_eq!(report.findings().filter(|finding| finding.code == "QD004").count(), expected);
    }
}

/// A reader that fails from a byte on, in the first reading or only later.
struct Failing {
    inner: Cursor<Vec<u8>>,
    fails_from: u64,
    only_again: bool,
    was_read: bool,
}

impl Read for Failing {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.inner.position() >= self.fails_from && (!self.only_again || self.was_read) {
            return Err(io::Error::other("the disk is gone"));
        }
        let read = self.inner.read(to)?;
        self.was_read |= read == 0 || self.inner.position() == u64::try_from(self.inner.get_ref().len()).unwrap();
        Ok(read)
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

#[test]
fn a_reader_that_fails_is_an_error_and_no_report() {
    let text = format!("{HEADER}\n{}{{\"organization\": {{}}}}\n", padding(0)).into_bytes();
    for only_again in [false, true] {
        let failing = Failing { inner: Cursor::new(text.clone()), fails_from: 1000, only_again, was_read: false };
        let error = checker().check_reader("catalog", failing).unwrap_err();
        assert_eq!(error.to_string(), "the disk is gone", "only_again: {only_again}");
    }
}

/// A file that says it is longer than what comes of it, as one that is cut while it is read.
struct Shrinking(Cursor<Vec<u8>>);

impl Read for Shrinking {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.0.read(to)
    }
}

impl Seek for Shrinking {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.0.seek(to)?;
        Ok(if matches!(to, SeekFrom::End(_)) { at + 10 } else { at })
    }
}

#[test]
fn an_input_that_shrinks_while_it_is_read_is_an_error() {
    let text = format!("{HEADER}\n{}", padding(0)).into_bytes();
    let error = checker().check_reader("catalog", Shrinking(Cursor::new(text))).unwrap_err();
    assert_eq!(error.to_string(), "it changed while it was read");
}

/// Excerpts of an input that is read again are those of one that is held.
#[cfg(feature = "cli")]
#[test]
fn excerpts_are_the_same_both_ways() {
    use qingdan::writer::human::{Excerpts, Options, write_findings};
    let tail = "{\"organization\": {\"id\": \"坏\", \"name\": 5}}";
    let lossy = [format!("{HEADER}\n{tail}\n").as_bytes(), b"{\"organization\": \"\xff\"}\n"].concat();
    for text in [
        format!("{HEADER}\n{}{tail}\n{}{tail}", padding(0), padding(1)).into_bytes(),
        format!("\u{feff}{HEADER}\r\n{tail}\r\n{}", padding(0)).into_bytes(),
        lossy,
        b"{\0\"\0".to_vec(),
    ] {
        let report = both_ways(&text);
        let shown = |excerpts: &Excerpts<'_>| {
            let mut shown = Vec::new();
            write_findings(&report.inputs[0], Some(excerpts), &Options::default(), &mut shown).unwrap();
            String::from_utf8(shown).unwrap()
        };
        assert_eq!(shown(&Excerpts::of_reader(&mut Cursor::new(&text)).unwrap()), shown(&Excerpts::of_bytes(&text)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    /// Whatever lines there are, in whatever order: the two ways agree.
    #[test]
    fn any_lines_give_one_report(
        order in prop::collection::vec((0_usize..1000, 0_usize..6), 1..20),
        marked in any::<bool>(),
    ) {
        let lines = faulty_lines();
        let pads: Vec<String> = (0..2).map(padding).collect();
        let mut text = String::from(if marked { "\u{feff}" } else { "" });
        for (at, what) in order {
            match what {
                0 => text.push_str(&pads[at % 2]),
                1 => text.push_str("{\"power_item\": {\"id\": \"x\", \n"),
                2 => text.push('\n'),
                _ => {
                    text.push_str(&lines[at % lines.len()]);
                    text.push('\n');
                }
            }
        }
        let held = checker().check_bytes("catalog", text.as_bytes());
        let by_passages = checker().check_reader("catalog", Cursor::new(&text)).unwrap();
        prop_assert!(by_passages == held);
    }
}
