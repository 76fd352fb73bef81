//! A document that is read by passages gives the report that it gives when it is held, wherever a passage ends.

use std::io::Cursor;

use proptest::prelude::*;
use qingdan::model::Spelling;
use qingdan::{Checker, Report};

use crate::samples::bytes;

const HEADER: &str =
    r#""header": {"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"}"#;
const BODIES: &str =
    r#""organizations": [{"id": "a", "name": "水利局", "kind": "department"}, {"id": "b", "name": 5}]"#;

fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap())
}

/// Checks as a whole and by passages of so many bytes, and gives the one report.
#[track_caller]
fn both_ways(checker: &Checker, text: &[u8], sizes: &[u64]) -> Report {
    let held = checker.check_bytes("catalog", text);
    for &size in sizes {
        let by_passages = checker.clone().passage(size).check_reader("catalog", Cursor::new(text)).unwrap();
        let shown = || String::from_utf8_lossy(text.get(..300).unwrap_or(text)).into_owned();
        assert_eq!(by_passages.inputs[0].findings, held.inputs[0].findings, "passages of {size}: {}", shown());
        assert!(by_passages == held, "passages of {size}: the reports differ outside their findings: {}", shown());
    }
    held
}

fn codes(report: &Report) -> Vec<String> {
    report.findings().map(|finding| finding.code.to_string()).collect()
}

#[test]
fn the_samples_are_judged_alike_wherever_passages_end() {
    for (name, sizes) in [
        ("minimal.json", &[1, 2, 3, 5, 64][..]),
        ("hangjin-faulty.json", &[1, 13, 100, 1000, 4096]),
        ("hangjin-2024-figures.json", &[1, 100, 1000]),
        ("hangjin-sample.json", &[1000, 4097, 100_000]),
    ] {
        both_ways(&checker(), &bytes(name), sizes);
        let on_one_line: serde_json::Value = serde_json::from_slice(&bytes(name)).unwrap();
        // Members sorted by name: the header is neither first nor last.
        both_ways(&checker(), on_one_line.to_string().as_bytes(), sizes);
    }
}

#[test]
fn a_document_that_ends_anywhere_is_told_alike() {
    let text = bytes("minimal.json");
    let mut found = Vec::new();
    for end in 0..=text.len() {
        let report = both_ways(&checker(), &text[..end], &[1, 50]);
        found.push(report.findings().next().map(|finding| finding.code.to_string()));
    }
    assert_eq!(found.iter().filter(|code| code.is_none()).count(), 2, "with its last line feed and without");
    let twice = [text.as_slice(), &text].concat();
    assert_eq!(codes(&both_ways(&checker(), &twice, &[1, 50])), ["QD001"]);
}

/// What is wrong, where passages of every length up to that of the whole end in it.
#[test]
fn what_is_wrong_is_told_alike_wherever_passages_end() {
    let deep = "[".repeat(99) + &"]".repeat(99);
    let too_deep = "[".repeat(100) + &"]".repeat(100);
    let refused = HEADER.replace("1.0", "9.0");
    let cases: &[(&str, String)] = &[
        ("QD005", format!("{{{HEADER}, {BODIES}}}")),
        ("QD005", format!("{{{BODIES}, {HEADER}}}")),
        ("QD005", format!("\u{feff} {{{HEADER}, {BODIES}}} \n")),
        ("QD005", format!("{{{BODIES}}}")),
        ("QD006", format!("{{{HEADER}, \"y\": 1}}")),
        ("QD005", "{}".to_owned()),
        ("QD005", "[1, {\"a\": 1, \"a\": 2}]".to_owned()),
        ("QD005", "12".to_owned()),
        ("QD001", "\n\n  ".to_owned()),
        ("QD003", format!("{{{HEADER}, {BODIES}, {HEADER}}}")),
        ("QD003", format!("{{{HEADER}, {BODIES}, \"organ\\u0069zations\": [{{\"id\": \"a\", \"name\": \"b\"}}]}}")),
        ("QD003", format!("{{\"$schema\": \"a\", {HEADER}, {BODIES}, \"$schema\": 5}}")),
        ("QD005", format!("{{{HEADER}, \"organizations\": {{\"id\": 1}}, \"power_items\": null, \"licenses\": []}}")),
        ("QD006", format!("{{{HEADER}, \"organisations\": [1, 2, \"长\"], \"organisations\": 1.25e3, {BODIES}}}")),
        ("QD006", format!("{{{HEADER}, \"x\": {deep}, {BODIES}}}")),
        ("QD004", format!("{{{HEADER}, \"x\": {too_deep}, {BODIES}}}")),
        ("QD004", format!("{{\"header\": {too_deep}, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, {BODIES}}} x")),
        ("QD001", format!("{{{HEADER}, {BODIES},}}")),
        ("QD001", format!("{{{HEADER}, {BODIES} \"x\": 1}}")),
        ("QD001", format!("{{{HEADER}, \"organizations\": [{{\"id\": \"a\", \"name\": 5}}  {{\"id\": \"b\"}}]}}")),
        ("QD001", format!("{{{HEADER}, \"organizations\": [{{\"id\": \"a\"}},   ]}}")),
        ("QD001", format!("{{{HEADER}, \"x\": [-, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": 0123456789012345, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": 1.5e, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": +++++++++++++++++nan, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": -Infinity, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": infinityandmore, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": truely, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": tru, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": \"\\ud800\\ud800\", {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": \"\\ud800x\", {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": \"\\u12g4\", {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": \"\u{1}\", {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": \u{3000}1, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": “1”, {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, // x\n {BODIES}}}")),
        ("QD001", format!("{{{HEADER}, \"x\": /, {BODIES}}}")),
        ("QD001", format!("{{{BODIES}, {}", HEADER.trim_end_matches('}'))),
        ("QD007", format!("{{{BODIES}, {refused}}}")),
        ("QD001", format!("{{{BODIES}, {}", refused.trim_end_matches('}'))),
        ("QD007", format!("{{{refused}, {BODIES}, x")),
    ];
    let mut amiss = Vec::new();
    for (code, text) in cases {
        let sizes: Vec<u64> = (1..=u64::try_from(text.len()).unwrap()).collect();
        let checker = checker().spelling(Spelling::Document);
        let report = both_ways(&checker, text.as_bytes(), &sizes);
        if !codes(&report).iter().any(|found| found == code) {
            amiss.push(format!("{code} in {text}: {:?}", codes(&report)));
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

#[test]
fn bytes_that_are_no_utf_8_behind_a_passage_are_told_as_when_they_are_held() {
    let text = format!("{{{HEADER}, {BODIES}, \"x\": \"");
    for stray in [&b"\xff"[..], &[0xe6, 0xb0], &[0xb8, 0xdf, 0xbc, 0xbb]] {
        let text = [text.as_bytes(), stray, b"\"}"].concat();
        assert_eq!(codes(&both_ways(&checker(), &text, &[1, 10, 100])), ["QD002"]);
    }
    // Also where nothing is judged any more.
    for end in [" x \"", "}"] {
        let text = [format!("{{{}, {BODIES}{end}", HEADER.replace("1.0", "9.0")).as_bytes(), b"\xff"].concat();
        assert_eq!(codes(&both_ways(&checker(), &text, &[1, 10, 100])), ["QD002"]);
    }
}

/// A body with a name of so many characters.
fn body(id: &str, name: usize) -> String {
    format!(r#"{{"id": "{id}", "name": "{}", "kind": "office"}}"#, "长".repeat(name))
}

/// Of each, the place of the one value that no list has, counted by hand: the last body is of no kind.
#[test]
fn what_is_longer_than_a_passage_is_judged_alike() {
    let end = r#"{"id": "z", "name": "末", "kind": "office"}"#;
    let bodies: Vec<String> =
        (0..3000).map(|at| body(&format!("b{at}"), 400).replace("office", "department")).collect();
    let many = bodies.join(",");
    assert!(many.len() > 3 << 20);
    let blanks = " \n".repeat(2 << 20);
    let unknown = format!(r#""x": [{}0]"#, "1, ".repeat(1 << 20));
    // The characters before the value in the last body.
    let before = r#"{"id": "z", "name": "末", "kind": "#.chars().count();
    let count = |text: &str| text.chars().count();
    let start = format!("{{{HEADER}, ");
    let list = r#""organizations": ["#;
    for (text, line, column) in [
        (format!("{start}{list}{many},{end}]}}"), 1, count(&start) + count(list) + count(&many) + 1),
        (format!("{{{list}{many},{end}], {HEADER}}}"), 1, 1 + count(list) + count(&many) + 1),
        (format!("{start}{unknown}, {list}{end}]}}"), 1, count(&start) + count(&unknown) + 2 + count(list)),
        (format!("{start}{list}{blanks}{end}]}}"), (2 << 20) + 1, 0),
        (format!("{blanks}{start}{list}\n{end}]{blanks}}}{blanks}"), (2 << 20) + 2, 0),
    ] {
        let report = both_ways(&checker(), text.as_bytes(), &[1 << 20, 100_000]);
        let wrong = report.findings().find(|finding| finding.code == "QD005").unwrap();
        let expected = (Some(line), Some(u32::try_from(column + before + 1).unwrap()));
        assert_eq!((wrong.place.line, wrong.place.column), expected);
    }
    let long = format!("{start}{list}{},{end}]}}", body("y", 2 << 20));
    assert_eq!(codes(&both_ways(&checker(), long.as_bytes(), &[1 << 20, 1000])), ["QD005", "QD005"]);
}

/// Which spelling a text has shows in it as a whole; of a long line it must be told by the beginning.
#[test]
fn the_spelling_is_told_alike_of_long_lines() {
    let list = format!("\"organizations\": [{}]", body("y", 1 << 19));
    let licenses = "\"licenses\": [{\"id\": 5}]";
    let record = r#"{"organization": {"id": "z", "name": "末", "kind": "office"}}"#;
    for text in [
        format!("{{{list}, {licenses}, {HEADER}}}"),
        format!("{{{list}, {licenses}, {HEADER}}}\n \n"),
        format!("{{{list}, {licenses}, {HEADER}}}\n{{"),
        format!("{{{list}}}\n{record}"),
        format!("{{{list}}}\n\n\n5"),
        format!("{{{HEADER}, {list}}}\n{record}"),
        format!("{{{HEADER}}}\n{{\"organization\": {}}}\n{record}", body("y", 1 << 19)),
        format!("{{\"organization\": {}}}\n{{{HEADER}}}\n{record}", body("y", 1 << 19)),
        format!("{{\"organization\": {}\n}}", body("y", 1 << 19)),
        format!("{{\"x\": {}, {HEADER}, {list}}}", body("y", 1 << 19)),
        format!("{{{HEADER},\n{list}, {licenses}}}"),
        format!("[{}]", list.replace("organizations\": ", "")),
    ] {
        for checker in [checker(), checker().spelling(Spelling::Ndjson), checker().spelling(Spelling::Document)] {
            both_ways(&checker, text.as_bytes(), &[1 << 20]);
        }
    }
}

/// A reader that shows how much was read of it.
struct Counting<'a>(Cursor<&'a [u8]>, &'a mut usize);

impl std::io::Read for Counting<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let read = self.0.read(to)?;
        *self.1 += read;
        Ok(read)
    }
}

impl std::io::Seek for Counting<'_> {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_document_is_read_once_and_again_only_for_a_late_header_and_for_places() {
    let bodies: Vec<String> =
        (0..3000).map(|at| body(&format!("b{at}"), 400).replace("office", "department")).collect();
    let list = format!("\"organizations\": [{}]", bodies.join(","));
    for (text, times) in [
        (format!("{{{HEADER}, {list}}}"), 1),
        (format!("{{{HEADER},\n{list}\n}}"), 1),
        // To see that no other line follows, for the header, and to judge.
        (format!("{{{list}, {HEADER}}}"), 3),
        (format!("{{\n{list}, {HEADER}}}"), 2),
    ] {
        let mut read = 0;
        let from = Counting(Cursor::new(text.as_bytes()), &mut read);
        let report = checker().select(["QD001".parse().unwrap()]).check_reader("catalog", from).unwrap();
        assert_eq!(report.findings().count(), 0);
        // What was read to tell how to go on is kept, but for half a character at its end.
        let most = times * text.len() + 4;
        assert!(read <= most && read + (3 << 20) > most, "{read} bytes of {} were read", text.len());
    }
}

/// Excerpts of a document on one line, which is cut anywhere, are those of the whole.
#[cfg(feature = "cli")]
#[test]
fn excerpts_of_a_long_line_are_the_same_both_ways() {
    use qingdan::writer::human::{Excerpts, Options, write_findings};
    // Findings that are alike are shown once.
    let wrong = |at: usize| body(&format!("b{at}"), 200 + at % 7).replace("office", &format!("office{at}"));
    let bodies: Vec<String> = (0..2000).map(wrong).collect();
    let text = format!("{{{HEADER}, \"organizations\": [{}]}}", bodies.join(", "));
    assert!(text.len() > 1 << 20);
    let report = both_ways(&checker(), text.as_bytes(), &[1 << 20]);
    assert!(report.findings().count() >= 2000);
    let shown = |excerpts: &Excerpts<'_>| {
        let mut shown = Vec::new();
        let mut options = Options::default();
        options.max_findings = usize::MAX;
        write_findings(&report.inputs[0], Some(excerpts), &options, &mut shown).unwrap();
        String::from_utf8(shown).unwrap()
    };
    let held = shown(&Excerpts::of_bytes(text.as_bytes()));
    assert!(held.matches("\"office").count() >= 2000, "every value is shown");
    assert_eq!(shown(&Excerpts::of_reader(&mut Cursor::new(&text)).unwrap()), held);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever is written into a document or taken from it, and wherever passages end.
    #[test]
    fn any_document_gives_one_report(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..30, 0_usize..24), 0..4),
        faulty in any::<bool>(),
        size in 1_u64..6000,
    ) {
        const WRITTEN: [&str; 24] = [
            "", "\"", "{", "}", "[", "]", ",", ":", "\\", "\n", "0", "-", "e", "null", "\"header\": {},", "\u{feff}",
            "，", "\"x\": [1],", "\"$schema\": \"a\",", "{\"id\": \"a\"},", "\u{7}", "]}", "\"organizations\": [],", "𠮷",
        ];
        let mut text = String::from_utf8(bytes(if faulty { "hangjin-faulty.json" } else { "minimal.json" })).unwrap();
        for (at, taken, written) in edits {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let Some(at) = (!ends.is_empty()).then(|| at.index(ends.len())) else { continue };
            let until = ends.get(at + taken).copied().unwrap_or(text.len());
            text.replace_range(ends[at]..until, WRITTEN[written]);
        }
        let held = checker().check_bytes("catalog", text.as_bytes());
        let by_passages = checker().passage(size).check_reader("catalog", Cursor::new(&text)).unwrap();
        prop_assert_eq!(&by_passages.inputs[0].findings, &held.inputs[0].findings);
        prop_assert!(by_passages == held);
    }
}
