//! Writers: reports, figures, the law and the rules in the forms that people and programs read, one writer a file.
//!
//! Everything that came from data passes the one sanitizer (`print`) on its way out.

#[cfg(feature = "cli")]
pub mod figures;
#[cfg(feature = "cli")]
pub mod human;
mod json;
#[cfg(feature = "cli")]
pub mod law;
#[cfg(feature = "cli")]
pub mod rules;

pub use json::write_json;

/// One of two texts.
#[cfg(feature = "cli")]
fn say<'a>(lang: crate::Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        crate::Lang::Zh => zh,
        crate::Lang::En => en,
    }
}
