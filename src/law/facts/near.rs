//! Titles one edit apart.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::Edition;

/// The fewest characters of a title that can be called misnamed: names of laws are shorter, and many are one
/// character apart (公司法, 公证法, 公路法; 兽药管理条例, 农药管理条例).
const SHORTEST: usize = 7;
/// The most; a title is never so long, and every character costs an entry.
const LONGEST: usize = 100;
/// How many titles are looked at for one; real ones have a handful, and made ones must not cost more.
const CANDIDATES: usize = 1000;

/// The held titles by what is left of each when one character is taken out.
#[derive(Debug, Clone)]
pub(super) struct Near {
    by_rest: HashMap<u64, Vec<usize>>,
}

impl Near {
    pub(super) fn of(titles: &IndexMap<String, Vec<Edition>>) -> Self {
        let mut by_rest: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, title) in titles.keys().enumerate() {
            for rest in rests(title) {
                let titles = by_rest.entry(rest).or_default();
                if titles.last() != Some(&at) {
                    titles.push(at);
                }
            }
        }
        Self { by_rest }
    }

    /// The one title exactly one character put in, taken out or replaced away; none where there are several.
    pub(super) fn nearest<'a>(&self, key: &str, titles: &'a IndexMap<String, Vec<Edition>>) -> Option<&'a [Edition]> {
        // A character replaced or missing: the same is left, or the text itself is what is left of a title. A
        // character too many: what is left is a title.
        let whole = (SHORTEST..=LONGEST).contains(&key.chars().count()).then(|| hash(key.bytes()));
        let shared = whole.into_iter().chain(rests(key)).filter_map(|rest| self.by_rest.get(&rest)).flatten().copied();
        let shorter = without_one(key).filter_map(|(before, after)| titles.get_index_of(&format!("{before}{after}")));
        let mut found: Option<usize> = None;
        for at in shorter.chain(shared).take(CANDIDATES) {
            let Some((title, _)) = titles.get_index(at) else { continue };
            if found == Some(at) || title.chars().count() < SHORTEST || !is_one_edit(key, title) {
                continue;
            }
            if found.is_some() {
                return None;
            }
            found = Some(at);
        }
        found.and_then(|at| titles.get_index(at)).map(|(_, editions)| editions.as_slice())
    }
}

/// What stands before and after each character, for titles of a length that is looked at.
fn without_one(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let fits = (SHORTEST..=LONGEST).contains(&title.chars().count());
    let title = if fits { title } else { "" };
    title.char_indices().filter_map(move |(at, c)| Some((title.get(..at)?, title.get(at..)?.strip_prefix(c)?)))
}

fn rests(title: &str) -> impl Iterator<Item = u64> {
    without_one(title).map(|(before, after)| hash(before.bytes().chain(after.bytes())))
}

/// FNV-1a: the same on every machine, and no guard against ill will, since every hit is looked at.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether one character put in, taken out or replaced makes one text of the other. A digit in the edit makes
/// another number, not a slip.
fn is_one_edit(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>();
    let (Some(mut a), Some(mut b)) = (a.get(common..).map(str::chars), b.get(common..).map(str::chars)) else {
        return false;
    };
    let (before_a, before_b) = (a.clone(), b.clone());
    let (x, y) = (a.next(), b.next());
    if x == y || [x, y].into_iter().flatten().any(is_number) {
        return false;
    }
    a.as_str() == b.as_str() || a.as_str() == before_b.as_str() || before_a.as_str() == b.as_str()
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c)
}
