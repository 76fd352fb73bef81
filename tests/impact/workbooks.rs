//! The four workbooks across the day on which 生态环境法典 took ten laws in: what is committed is what is said.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use qingdan::Limits;
use qingdan::impact::{Impact, ImpactEntry};

use super::{CODE, impact, said};
use crate::acceptance::drawn_number;
use crate::workbooks::WORKBOOKS;

const COUNTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/impact/counts.tsv");
const DRAWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/impact/drawn.tsv");

/// By which citations are drawn, and how many.
const SEED: u64 = 20_260_815;
const DRAWN_OF_ALL: usize = 30;

fn impacts() -> Vec<(&'static str, Impact)> {
    let of = |bytes| impact(&qingdan::read(bytes, Limits::default()).catalog.unwrap(), CODE);
    WORKBOOKS.iter().map(|(name, bytes)| (*name, of(bytes))).collect()
}

/// What comes of each list: its items, its citations, each class, and each instrument.
fn counts(impacts: &[(&str, Impact)]) -> String {
    let mut text = "list\twhat\tof\titems\tcitations\twithout ground\tarticle known\n".to_owned();
    for (name, impact) in impacts {
        let of = &impact.counts;
        for (what, items) in [
            ("affected", of.affected),
            ("unchanged", of.unchanged),
            ("unchanged in part", of.unchanged_in_part),
            ("not judged", of.not_judged),
            ("without ground before", of.unfounded_before),
            ("without ground, article known", of.unfounded.article_known),
            ("without ground, instrument known", of.unfounded.successor_known),
            ("without ground, nothing known", of.unfounded.nothing_known),
        ] {
            let _ = writeln!(text, "{name}\titems\t{what}\t{items}\t\t\t");
        }
        let of = &of.citations;
        for (what, citations) in [
            ("changed", of.changed),
            ("unchanged", of.unchanged),
            ("instrument not held", of.not_held),
            ("standing not known", of.not_known),
            ("not understood", of.not_understood),
        ] {
            let _ = writeln!(text, "{name}\tcitations\t{what}\t\t{citations}\t\t");
        }
        for count in &impact.counts.by_class {
            let _ = writeln!(text, "{name}\tclass\t{}\t{}\t{}\t\t", count.class, count.items, count.citations);
        }
        for of in &impact.instruments {
            let (items, citations, lost, known) = (of.items, of.citations, of.unfounded, of.articles_known);
            let _ = writeln!(text, "{name}\tinstrument\t{}\t{items}\t{citations}\t{lost}\t{known}", of.title);
        }
    }
    text
}

/// Citations that the law moved under, drawn by the seed.
fn drawn<'i>(impacts: &'i [(&str, Impact)]) -> Vec<(&'i str, &'i ImpactEntry)> {
    let all = impacts.iter().flat_map(|(name, impact)| impact.entries.iter().map(move |entry| (*name, entry)));
    let mut all: Vec<_> = all.collect();
    let draw = |step| {
        let at = usize::try_from(drawn_number(SEED, step) % all.len() as u64).unwrap();
        all.remove(at)
    };
    (0..DRAWN_OF_ALL as u64).map(draw).collect()
}

/// A line about a citation drawn, but for what was seen.
fn line(list: &str, entry: &ImpactEntry) -> String {
    let articles = entry.articles.iter().map(|change| {
        let new: Vec<String> = change.new.iter().map(said).collect();
        let source = change.source.map_or("", |source| source.as_str());
        format!("{} → {}{}{source}", change.old, new.join("或者"), if source.is_empty() { "" } else { " " })
    });
    let articles: Vec<String> = articles.collect();
    let others = entry.others.map_or("", |others| others.as_str());
    let (item, class) = (&entry.item, entry.class);
    let name = item.name.replace(['\t', '\n'], " ");
    format!("{list}\t{}\t{name}\t{class}\t{}\t{}\t{others}", item.id, entry.citation, articles.join("；"))
}

/// What was seen, by the line that it is about.
fn seen(text: &str) -> BTreeMap<String, String> {
    let lines = text.lines().skip(1).filter_map(|line| line.rsplit_once('\t'));
    lines.map(|(line, seen)| (line.to_owned(), seen.to_owned())).collect()
}

#[test]
fn as_much_is_said_of_the_workbooks_as_was_read() {
    let now = counts(&impacts());
    let then = fs::read_to_string(COUNTS).unwrap();
    let (now, then): (Vec<&str>, Vec<&str>) = (now.lines().collect(), then.lines().collect());
    let gone: Vec<&&str> = then.iter().filter(|line| !now.contains(line)).collect();
    let new: Vec<&&str> = now.iter().filter(|line| !then.contains(line)).collect();
    assert!(gone.is_empty() && new.is_empty(), "gone: {gone:#?}\nnew: {new:#?}");
}

#[test]
fn of_each_citation_drawn_somebody_said_what_was_seen() {
    let impacts = impacts();
    let seen = seen(&fs::read_to_string(DRAWN).unwrap());
    for (list, entry) in drawn(&impacts) {
        let line = line(list, entry);
        let sentence = seen.get(&line).unwrap_or_else(|| panic!("nobody read this: {line}"));
        assert!(sentence.chars().count() >= 20, "{line}: {sentence}");
    }
    assert_eq!(seen.len(), DRAWN_OF_ALL);
}

/// Writes both files anew; what was seen of citations that are drawn again stays.
#[test]
#[ignore = "writes the committed files, for somebody to read"]
fn write() {
    let impacts = impacts();
    fs::write(COUNTS, counts(&impacts)).unwrap();
    let known = fs::read_to_string(DRAWN).map(|text| seen(&text)).unwrap_or_default();
    let mut text = "list\titem\tname\tclass\tcitation\tarticles\tother bases\twhat was seen\n".to_owned();
    for (list, entry) in drawn(&impacts) {
        let line = line(list, entry);
        let _ = writeln!(text, "{line}\t{}", known.get(&line).map_or("", String::as_str));
    }
    fs::write(DRAWN, text).unwrap();
}
