//! Names that a mistyped one may mean.

/// Known names, made ready so that a stranger costs next to nothing: an object may have a hundred thousand of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(Vec<Name>);

#[derive(Debug, Clone)]
struct Name {
    text: String,
    letters: Letters,
}

impl Names {
    pub(super) fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let name = |text: &str| Name { text: text.to_owned(), letters: Letters::of(text) };
        Self(names.into_iter().map(name).collect())
    }

    /// The known name that a mistyped one is nearest to, if it is near.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        let longest = self.0.iter().map(|known| known.text.len()).max()?;
        // A character may take four bytes.
        if name.len() > longest.saturating_add(2).saturating_mul(4) {
            return None;
        }
        let letters = Letters::of(name);
        let allowed = if letters.count <= 4 { 1 } else { 2 };
        self.0
            .iter()
            .filter(|known| known.letters.may_be_within(allowed, letters))
            .map(|known| (strsim::osa_distance(name, &known.text), known.text.as_str()))
            .filter(|(distance, known)| *distance <= allowed || name.eq_ignore_ascii_case(known))
            .min()
            .map(|(_, known)| known)
    }
}

/// Which letters a name has, in lower case, as one bit each; and how many.
#[derive(Debug, Clone, Copy)]
struct Letters {
    bits: u64,
    count: usize,
}

impl Letters {
    fn of(name: &str) -> Self {
        let bit = |c: char| 1_u64.checked_shl(u32::from(c.to_ascii_lowercase()) % 64).unwrap_or(0);
        Self { bits: name.chars().fold(0, |bits, c| bits | bit(c)), count: name.chars().count() }
    }

    /// Whether two names may be so few edits apart: one edit takes a letter away and brings another at most.
    fn may_be_within(self, edits: usize, other: Self) -> bool {
        let differ = usize::try_from((self.bits ^ other.bits).count_ones()).unwrap_or(usize::MAX);
        differ <= edits.saturating_mul(2) && self.count.abs_diff(other.count) <= edits
    }
}
