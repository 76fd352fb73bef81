//! The one sentence that must hold of the fast way: what it accepts the walk finds clean, and serde gives an equal record.

use std::collections::BTreeMap;

use super::record as read_fast;
use crate::model::leaf::Leaf;
use crate::model::leaves::Leaves;
use crate::model::{AnyRecord, Kind};
use crate::read::fault::{Fault, FaultClass};
use crate::read::faults::{Faults, Room};
use crate::read::limits::Limits;
use crate::read::shape::TABLE;
use crate::read::walk::Walk;

/// What both ways make of a text where a record belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BothWays {
    /// The fast way accepted.
    Accepted,
    /// The fast way gave up, and the walk finds a fault.
    Faulty,
    /// The fast way gave up, and the walk finds nothing but unknown members.
    GaveUp,
}

/// Reads a text both ways.
///
/// # Panics
/// Where they do not agree.
#[must_use]
pub fn read_both_ways(kind: Kind, json: &str) -> BothWays {
    let mut leaves = Leaves::default();
    let mut fast = walk_of(json);
    let accepted = read_fast(&mut fast, kind, &mut leaves);
    let mut slow = walk_of(json);
    let walked = slow.record(TABLE.record(kind));
    let faults = slow.take_faults();
    let is_clean = walked.is_ok() && !faults.any(|class| class != FaultClass::Unknown);
    let Some((record, _)) = accepted else {
        assert_eq!(
            (fast.at, fast.depth, fast.take_faults().is_empty(), fast.path.len()),
            (0, 0, true, 0),
            "traces are left: {json}"
        );
        return if is_clean { BothWays::GaveUp } else { BothWays::Faulty };
    };
    assert!(is_clean, "accepted, and the walk finds {faults:?} {walked:?}: {json}");
    assert_eq!(in_order(&fast.take_faults()), in_order(&faults), "other unknown members: {json}");
    assert_eq!(fast.at, slow.at, "another end: {json}");
    let read = json.get(..fast.at).unwrap_or_default();
    let by_serde = AnyRecord::from_json(kind, read).ok();
    assert_eq!(Some(&record), by_serde.as_ref(), "another record, or refused by serde: {json}");
    let (mut listed, mut shown) = (BTreeMap::new(), BTreeMap::new());
    leaves.each(0..leaves.len(), read, record.as_ref(), |_, leaf| note(leaf, &mut listed));
    record.as_ref().visit(&mut |leaf| note(leaf, &mut shown));
    assert_eq!(listed, shown, "other texts: {json}");
    BothWays::Accepted
}

fn walk_of(json: &str) -> Walk<'_> {
    let mut walk = Walk::new(json, Limits::default().depth(), TABLE.guesses);
    walk.set_room(Room::of(|_| u64::MAX));
    walk
}

fn in_order(faults: &Faults) -> Vec<Fault> {
    let mut faults: Vec<Fault> = faults.iter().cloned().collect();
    faults.sort_by_key(|fault| fault.span.start);
    faults
}

fn note(leaf: Leaf<'_>, noted: &mut BTreeMap<String, String>) {
    let text = format!("{:?} {} {:?} {:?}", leaf.name, leaf.text, leaf.kind, leaf.first_row());
    let before = noted.insert(leaf.path.pointer().to_string(), text);
    assert_eq!(before, None, "one place is told twice");
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "of small numbers")]
mod tests {
    use super::{BothWays, read_both_ways};
    use crate::model::Kind;
    use serde_json::Value;

    /// The records of a catalog, as they are written.
    fn records_of(path: &str) -> Vec<(Kind, String)> {
        let text = std::fs::read_to_string(path).unwrap();
        if path.ends_with(".ndjson") {
            let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
            let records = lines.flat_map(|line| line.as_object().unwrap().clone());
            return records.filter_map(|(tag, record)| Some((Kind::from_tag(&tag)?, record.to_string()))).collect();
        }
        let document: Value = serde_json::from_str(&text).unwrap();
        let lists = document.as_object().unwrap().iter();
        let lists = lists.filter_map(|(array, list)| Some((Kind::from_array(array)?, list.as_array()?)));
        lists.flat_map(|(kind, list)| list.iter().map(move |record| (kind, record.to_string()))).collect()
    }

    fn samples() -> Vec<(Kind, String)> {
        let files = ["hangjin-sample.json", "hangjin-faulty.json", "minimal.json", "hangjin-2024-figures.json"];
        let catalogs = files.map(|file| format!("examples/catalogs/{file}"));
        let books = std::fs::read_dir("tests/data/workbooks").unwrap();
        let books = books.map(|entry| entry.unwrap().path().display().to_string());
        let books = books.filter(|path| path.ends_with(".ndjson"));
        catalogs.into_iter().chain(books).flat_map(|path| records_of(&path)).collect()
    }

    /// Numbers that only look like chance: the same in every run (xorshift).
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 >> 11).unwrap() % end.max(1)
        }
    }

    /// What mutations put in: tokens of JSON, whole and broken, and what our fields hold.
    const BITS: &[&str] = &[
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\u{1}",
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "01",
        "1.5",
        "1e3",
        "70000",
        "99999999999999999999",
        "\"\"",
        "\"x\"",
        "\\u4e2d",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\u12",
        "\\n",
        "\\/",
        "\\x",
        "\u{3000}",
        "水",
        "，",
        "\"id\":",
        "\"name\":",
        "\"n\\u0061me\":",
        "\"name\" :",
        "\"x\":",
        "\"extensions\":{}",
        "\"extensions\":{\"a\":1,\"a\":2}",
        "\"extensions\":{\"\":1}",
        "\"source\":{\"source\":\"s\",\"row\":3}",
        "\"source\":{\"source\":\"s\",\"rows\":{\"name\":2}}",
        "\"y\":{\"z\":[1,{\"z\":{}}]}",
        "[[[[[[[[[[",
        "]]]]",
        "{\"a\":{\"a\":{\"a\":",
        "\"status\":null",
        "\"basis\":[]",
        "\"basis\":[{}]",
        "\"aliases\":[\"a\",\"b\"]",
        "NaN",
    ];

    /// A character as programs write it that know no Chinese.
    fn escaped(c: char) -> Vec<char> {
        format!("\\u{:04x}", c as u32).chars().collect()
    }

    fn mutated(chance: &mut Chance, samples: &[(Kind, String)]) -> (Kind, String) {
        let (kind, record) = &samples[chance.below(samples.len())];
        let mut characters: Vec<char> = record.chars().collect();
        for _ in 0..=chance.below(3) {
            let (at, length) = (chance.below(characters.len() + 1), chance.below(12));
            let end = (at + length).min(characters.len());
            match chance.below(8) {
                0 => drop(characters.drain(at..end)),
                1 => {
                    let again = characters[at..end].to_vec();
                    characters.splice(at..at, again);
                }
                2 => {
                    let (_, other) = &samples[chance.below(samples.len())];
                    let other: Vec<char> = other.chars().collect();
                    let from = chance.below(other.len());
                    let to = (from + chance.below(60)).min(other.len());
                    characters.splice(at..end, other[from..to].iter().copied());
                }
                // As programs write what is not ASCII.
                3 if at < end => {
                    let escaped: Vec<char> = characters[at..end].iter().copied().flat_map(escaped).collect();
                    characters.splice(at..end, escaped);
                }
                4 => {
                    // Before a member or element, where a whole one may stand.
                    let places: Vec<usize> =
                        (0..characters.len()).filter(|&at| "{[,".contains(characters[at])).collect();
                    let Some(&place) = places.get(chance.below(places.len())) else { continue };
                    let bit = format!("{},", BITS[chance.below(BITS.len())]);
                    let after = place + 1;
                    characters.splice(after..after, bit.chars());
                }
                5 => characters.truncate(at),
                _ => {
                    let bit = BITS[chance.below(BITS.len())];
                    characters.splice(at..end, bit.chars());
                }
            }
        }
        (*kind, characters.into_iter().collect())
    }

    /// Mutates so often; gives how often each outcome came.
    fn run(times: usize, seed: u64) -> [usize; 3] {
        let (samples, mut chance, mut counts) = (samples(), Chance(seed), [0; 3]);
        for _ in 0..times {
            let (kind, text) = mutated(&mut chance, &samples);
            counts[read_both_ways(kind, &text) as usize] += 1;
        }
        counts
    }

    #[test]
    fn every_clean_record_of_the_samples_is_accepted() {
        for (kind, record) in samples() {
            assert_ne!(read_both_ways(kind, &record), BothWays::GaveUp, "{record}");
        }
        for (kind, record) in records_of("examples/catalogs/hangjin-sample.json") {
            assert_eq!(read_both_ways(kind, &record), BothWays::Accepted, "{record}");
            // Spread over lines, and written as programs write that know no Chinese.
            let value: Value = serde_json::from_str(&record).unwrap();
            assert_eq!(read_both_ways(kind, &serde_json::to_string_pretty(&value).unwrap()), BothWays::Accepted);
            let escape = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\u{:04X}", c as u32) };
            let escaped: String = record.chars().map(escape).collect();
            assert_eq!(read_both_ways(kind, &escaped), BothWays::Accepted, "{escaped}");
        }
    }

    #[test]
    fn what_is_accepted_is_clean() {
        let [accepted, faulty, gave_up] = run(100_000, 0x5eed);
        // Each outcome is met, and giving up for nothing is rare.
        assert!(accepted > 5_000 && faulty > 50_000 && gave_up < 1_000, "{accepted} {faulty} {gave_up}");
    }

    /// `cargo test --release --lib -- --ignored --nocapture ten_million`
    #[test]
    #[ignore = "takes minutes"]
    fn what_is_accepted_is_clean_ten_million_times() {
        let counts: Vec<[usize; 3]> = std::thread::scope(|scope| {
            let runs = [0x1234_5678, 0x9abc_def1].map(|seed| scope.spawn(move || run(5_000_000, seed)));
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        let gave_up: usize = counts.iter().map(|[_, _, gave_up]| gave_up).sum();
        assert!(counts.iter().all(|[accepted, faulty, _]| *accepted > 500_000 && *faulty > 500_000), "{counts:?}");
        assert!(gave_up < 1_000, "{counts:?}");
    }
}
