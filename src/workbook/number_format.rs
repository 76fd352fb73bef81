//! Number formats: whether they show a number as a day or a time.

/// As what a number format shows numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    #[default]
    Number,
    /// A day, with or without the time.
    Day,
    /// The time of a day alone.
    Clock,
    /// Hours, minutes or seconds that have passed.
    Elapsed,
}

/// As what a format that every workbook has shows numbers (ECMA-376 part 1, 18.8.30, with those of Chinese workbooks).
pub(super) fn built_in(id: u16) -> Shown {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shown::Day,
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Shown::Clock,
        46 => Shown::Elapsed,
        _ => Shown::Number,
    }
}

/// As what a written format shows numbers, such as `yyyy"年"m"月"d"日"`. The first of its sections tells.
pub(super) fn of_code(code: &str) -> Shown {
    let code = code.to_ascii_lowercase();
    let mut left = code.as_str();
    let (mut day, mut month, mut clock) = (false, false, false);
    while let Some(c) = left.chars().next() {
        let after = left.get(c.len_utf8()..).unwrap_or_default();
        left = match c {
            // The next character is shown as it is, or its width, or again and again.
            '\\' | '_' | '*' => after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default(),
            '"' => after.split_once('"').map_or("", |(_, rest)| rest),
            '[' => {
                let (within, rest) = after.split_once(']').unwrap_or((after, ""));
                let is_elapsed = |unit: char| !within.is_empty() && within.chars().all(|c| c == unit);
                if ['h', 'm', 's'].into_iter().any(is_elapsed) {
                    return Shown::Elapsed;
                }
                rest
            }
            ';' => break,
            _ => {
                let words = ["general", "am/pm", "a/p", "e+", "e-"];
                if let Some(rest) = words.iter().find_map(|word| left.strip_prefix(word)) {
                    clock |= left.starts_with('a');
                    rest
                } else {
                    day |= matches!(c, 'y' | 'd' | 'e') || left.starts_with("aaa");
                    month |= c == 'm';
                    clock |= matches!(c, 'h' | 's');
                    after
                }
            }
        };
    }
    // An `m` beside hours or seconds is minutes.
    match (day || month && !clock, clock) {
        (true, _) => Shown::Day,
        (false, true) => Shown::Clock,
        (false, false) => Shown::Number,
    }
}
