//! Writers: reports, figures, the law and the rules in the forms that people and programs read, one writer a file.
//!
//! Everything that came from data passes the one sanitizer (`print`) on its way out.

#[cfg(any(feature = "human", feature = "html"))]
pub mod figures;
#[cfg(feature = "human")]
pub mod human;
mod json;
#[cfg(feature = "human")]
pub mod law;
#[cfg(feature = "human")]
pub mod rules;

pub use json::write_json;

/// A day written `2021-07-15`, as a Chinese sentence has it.
#[cfg(feature = "human")]
fn in_chinese(day: &str) -> String {
    day.parse::<crate::model::Date>().map_or_else(|_| day.to_owned(), crate::model::Date::in_chinese)
}

/// Fields by their paths, as a sentence lists them.
#[cfg(any(feature = "human", feature = "html"))]
fn fields<'a>(paths: impl IntoIterator<Item = &'a String>, lang: crate::Lang) -> String {
    let named = |path: &String| match lang {
        crate::Lang::Zh => crate::schema::titles::path(path),
        crate::Lang::En => path.clone(),
    };
    paths.into_iter().map(named).collect::<Vec<_>>().join(say(lang, "、", ", "))
}

/// One of two texts.
#[cfg(any(feature = "human", feature = "html"))]
fn say<'a>(lang: crate::Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        crate::Lang::Zh => zh,
        crate::Lang::En => en,
    }
}
