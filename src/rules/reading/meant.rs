//! What somebody meant who wrote a name that is none: the letters of the name in another style, its Chinese title, or a
//! slip of one or two letters.

/// The known name that is meant, if it can be no other. Each name comes with its Chinese title.
pub(super) fn meant<'n>(written: &str, known: &[(&'n str, Option<&str>)]) -> Option<&'n str> {
    in_another_style(written, known).or_else(|| nearest(&folded(written), known))
}

/// The known name whose letters these are, whatever stands between them, or whose Chinese title this is.
pub(super) fn in_another_style<'n>(written: &str, known: &[(&'n str, Option<&str>)]) -> Option<&'n str> {
    let (letters, bare) = (folded(written), without_blanks(written));
    let is_it = |name: &str, title: Option<&str>| {
        (!letters.is_empty() && folded(name) == letters)
            || title.is_some_and(|title| bare == title || title.strip_prefix("行政") == Some(bare.as_str()))
            // As our own messages write it.
            || title.is_some_and(|title| bare == format!("{title}（{name}）"))
    };
    let mut found = known.iter().filter(|(name, title)| is_it(name, *title));
    match (found.next(), found.next()) {
        (Some((name, _)), None) => Some(name),
        _ => None,
    }
}

/// The nearest name, if no other is as near.
fn nearest<'n>(letters: &str, known: &[(&'n str, Option<&str>)]) -> Option<&'n str> {
    // In a short word two letters make another word: `coercive` is not `coercion`.
    let allowed = if letters.len() <= 8 { 1 } else { 2 };
    let mut near: Vec<(usize, &str)> = known
        .iter()
        .map(|(name, _)| (strsim::osa_distance(letters, &folded(name)), *name))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    near.sort_unstable();
    match near.as_slice() {
        [(least, _), (next, _), ..] if least == next => None,
        [(_, name), ..] => Some(name),
        [] => None,
    }
}

/// Letters and digits alone, in lower case: `publicService`, `PUBLIC-SERVICE` and `public_service` are one.
fn folded(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
