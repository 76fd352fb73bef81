//! Texts that mean the same although they are not written alike, as far as pairs of characters show.

use std::collections::HashMap;

use crate::facts::names::folded;

/// The pairs of neighboring characters of a text, in order.
#[derive(Debug)]
pub(super) struct Bigrams(Vec<(char, char)>);

impl Bigrams {
    /// Of a folded text.
    pub(super) fn of(text: &str) -> Self {
        let mut pairs: Vec<(char, char)> = text.chars().zip(text.chars().skip(1)).take(MOST_CHARACTERS).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    fn likeness(&self, other: &Self) -> Likeness {
        let shared = self.0.iter().filter(|pair| other.0.binary_search(pair).is_ok()).count();
        Likeness::of(shared, self, other.0.len())
    }
}

/// So many characters of a text are compared.
const MOST_CHARACTERS: usize = 256;

/// How like each other two texts are, in hundredths: twice the pairs that they share, of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Likeness(usize);

impl Likeness {
    fn of(shared: usize, one: &Bigrams, other: usize) -> Self {
        let all = one.0.len().saturating_add(other);
        Self(shared.saturating_mul(200).checked_div(all).unwrap_or(0))
    }

    fn is_high(self) -> bool {
        self.0 >= 70
    }

    pub(super) fn is_very_high(self) -> bool {
        self.0 >= 90
    }
}

/// The names of many items, by their pairs.
#[derive(Debug, Default)]
pub(super) struct Near {
    by_pair: HashMap<(char, char), Vec<usize>>,
    /// By their numbers.
    names: HashMap<usize, (String, Bigrams)>,
}

/// A pair that so many names have tells none of them: 许可.
const MOST_OF_A_PAIR: usize = 256;

impl Near {
    pub(super) fn add(&mut self, at: usize, name: &str) {
        let pairs = Bigrams::of(name);
        for &pair in &pairs.0 {
            let of_pair = self.by_pair.entry(pair).or_default();
            // One more than counts, so that it shows.
            if of_pair.len() <= MOST_OF_A_PAIR {
                of_pair.push(at);
            }
        }
        self.names.insert(at, (name.to_owned(), pairs));
    }

    /// The names that are nearly the same: that have some characters more or less. An exchanged character is another
    /// subject: 农药经营许可 and 兽药经营许可.
    pub(super) fn nearest(&self, folded: &str) -> Vec<(usize, Likeness)> {
        let name = &Bigrams::of(folded);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        let (mut told, mut untold) = (0_usize, 0_usize);
        for of_pair in name.0.iter().filter_map(|pair| self.by_pair.get(pair)) {
            if of_pair.len() > MOST_OF_A_PAIR {
                untold = untold.saturating_add(1);
                continue;
            }
            told = told.saturating_add(1);
            for &at in of_pair {
                let count = shared.entry(at).or_default();
                *count = count.saturating_add(1);
            }
        }
        if told == 0 {
            return Vec::new();
        }
        // Those that cannot be near whatever they share of the other pairs are not compared.
        let may_be = |at: &usize, shared: usize| {
            let length = self.names.get(at).map_or(0, |(_, pairs)| pairs.0.len());
            Likeness::of(shared.saturating_add(untold), name, length).is_high()
        };
        let candidates = shared.into_iter().filter(|(at, shared)| may_be(at, *shared));
        let compared = candidates.filter_map(|(at, _)| {
            let (other, pairs) = self.names.get(&at)?;
            (is_within(folded, other) || is_within(other, folded)).then(|| (at, name.likeness(pairs)))
        });
        compared.filter(|(_, likeness)| likeness.is_high()).collect()
    }
}

/// Whether all characters of a text stand in another, in their order.
fn is_within(text: &str, other: &str) -> bool {
    let mut others = other.chars();
    text.chars().all(|c| others.any(|other| other == c))
}

/// A text beside others, as it is compared with them.
#[derive(Debug)]
pub(super) struct Compared {
    folded: String,
    pairs: Bigrams,
}

impl Compared {
    pub(super) fn new(text: &str) -> Self {
        let folded: String = folded(text).chars().filter(|c| !"《》“”\"。；，、".contains(*c)).collect();
        let pairs = Bigrams::of(&folded);
        Self { folded, pairs }
    }

    /// Whether two texts may well mean the same: one has all of the other in it, or they share most of their pairs.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        if self.folded.contains(other.folded.as_str()) || other.folded.contains(self.folded.as_str()) {
            return true;
        }
        let Likeness(likeness) = self.pairs.likeness(&other.pairs);
        likeness >= 60
    }
}

#[cfg(test)]
mod tests {
    use super::{Compared, Near};

    #[test]
    fn texts_may_mean_the_same_that_differ_in_form_alone() {
        let may_be = |one: &str, other: &str| Compared::new(one).may_be(&Compared::new(other));
        assert!(may_be("取水许可申请书", "取水许可申请表"));
        assert!(may_be("营业执照副本（复印件）", "营业执照"));
        assert!(may_be("符合水功能区管理要求；有防污措施", "有防污措施"));
        assert!(!may_be("法定代表人身份证明", "退水水质检测报告"));
        assert!(!may_be("环境影响报告书", "环保部门批复文件"));
    }

    #[test]
    fn near_are_names_that_differ_in_a_particle_and_not_in_their_subject() {
        let mut near = Near::default();
        near.add(0, "设置大型户外广告的审批");
        near.add(1, "兽药经营许可");
        let found = |name: &str| near.nearest(name).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(found("设置大型户外广告审批"), [0]);
        assert_eq!(found("农药经营许可"), [] as [usize; 0]);
    }
}
