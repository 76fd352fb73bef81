//! Reading a configuration from TOML, with the place of what is wrong.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::words::in_words;
use super::{Config, Profile, RuleName};
use crate::finding::Place;
use crate::lang::Message;
use crate::print::printable;

/// The text is no configuration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}:{column}: {}", printable(.name), message.en)]
#[non_exhaustive]
pub struct InvalidConfig {
    /// What the caller calls the text, such as the path of its file.
    pub name: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// What is wrong, and what to do.
    pub message: Message,
}

impl Config {
    /// Reads `qingdan.toml`; `name` is what messages and findings call it.
    ///
    /// # Errors
    /// [`InvalidConfig`] when the text is no TOML, or says what no configuration says: unknown keys among it, with the key
    /// that is meant.
    ///
    /// ```
    /// use qingdan::config::Config;
    /// let wrong = Config::from_toml("qingdan.toml", "[check]\nfail_levle = \"warning\"\n").unwrap_err();
    /// assert_eq!((wrong.line, wrong.column), (2, 1));
    /// assert!(wrong.message.en.contains("did you mean `fail_level`?"), "{wrong}");
    /// ```
    pub fn from_toml(name: &str, text: &str) -> Result<Self, InvalidConfig> {
        let mut config: Self = read(name, text)?;
        config.places = places(text);
        if config.law.facts.is_none()
            && let Some(&(line, column)) = config.places.get("law.known_to")
        {
            let message = Message::new(
                "写了“known_to”，没有写“facts”；收录至哪一天只能就“facts”的法规数据而言，请补上“facts”，或者删去“known_to”",
                "there is `known_to` without `facts`, and it says up to when all laws are in those; add `facts`, or remove `known_to`",
            );
            return Err(InvalidConfig { name: name.to_owned(), line, column, message });
        }
        for (suppression, span) in config.suppress.iter_mut().zip(elements(text, "suppress")) {
            let (line, column) = place(text, span.start);
            let place =
                Place { input: Some(name.to_owned()), line: Some(line), column: Some(column), ..Place::default() };
            suppression.place = Some(place);
        }
        Ok(config)
    }
}

impl Profile {
    /// Reads the file that a region or a place keeps for all that belong to it.
    ///
    /// # Errors
    /// [`InvalidConfig`] when the text is no TOML, says what no profile says, or gives a value for a division that is not
    /// within that of the profile.
    ///
    /// ```
    /// use qingdan::config::Profile;
    /// let profile = Profile::from_toml("15.toml", r#"
    ///     division = "150000"
    ///     [[parameters]]
    ///     parameter = "adjustment_publication"
    ///     amount = 20
    ///     unit = "working_day"
    ///     since = 2025-07-01
    ///     source = "本地区权力清单管理办法第十二条"
    /// "#)?;
    /// assert_eq!(profile.values().count(), 1);
    /// # Ok::<(), qingdan::config::InvalidConfig>(())
    /// ```
    pub fn from_toml(name: &str, text: &str) -> Result<Self, InvalidConfig> {
        let profile: Self = read(name, text)?;
        for (parameter, span) in profile.parameters.iter().zip(elements(text, "parameters")) {
            let Some(division) = parameter.division.as_ref().filter(|division| !profile.division.contains(division))
            else {
                continue;
            };
            let (line, column) = place(text, span.start);
            let (inner, outer) = (division.as_str(), profile.division.as_str());
            let message = Message::new(
                format!("参数的行政区划“{inner}”不在本配置的“{outer}”之内；请改正，或者写入另一个配置文件"),
                format!(
                    "the division `{inner}` of this value is not within `{outer}`, that of the profile; correct it, or put it into a profile of its own"
                ),
            );
            return Err(InvalidConfig { name: name.to_owned(), line, column, message });
        }
        Ok(profile)
    }
}

/// Reads a text as a shape; `name` is what messages call it.
pub(crate) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, InvalidConfig> {
    toml::from_str(text).map_err(|fault| {
        let span = fault.span().unwrap_or_default();
        let (line, column) = place(text, span.start);
        let found = text.get(span).unwrap_or_default();
        InvalidConfig { name: name.to_owned(), line, column, message: in_words(fault.message(), found) }
    })
}

/// Where the elements of a list of tables stand.
fn elements(text: &str, key: &str) -> Vec<Range<usize>> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let Some(DeValue::Array(elements)) = table.get_ref().get(key).map(toml::Spanned::get_ref) else {
        return Vec::new();
    };
    elements.iter().map(toml::Spanned::span).collect()
}

/// The places of settings in tables, by their paths; those of rules by the code, however they are named.
fn places(text: &str) -> BTreeMap<String, (u32, u32)> {
    let mut places = BTreeMap::new();
    let Ok(document) = DeTable::parse(text) else { return places };
    for (table, settings) in document.get_ref() {
        let (table, DeValue::Table(settings)) = (table.get_ref(), settings.get_ref()) else { continue };
        for setting in settings.keys() {
            let rule = setting.get_ref().parse::<RuleName>().ok().filter(|_| table == "rules");
            let name = rule.map_or_else(|| setting.get_ref().to_string(), |rule| rule.to_string());
            places.insert(format!("{table}.{name}"), place(text, setting.span().start));
        }
    }
    places
}

fn place(text: &str, byte: usize) -> (u32, u32) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (small(line), small(column))
}
