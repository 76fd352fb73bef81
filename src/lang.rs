//! The two languages in which qingdan speaks: Chinese, which the officials read, and English.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// 语言: a language of messages, titles and explanations.
///
/// ```
/// use qingdan::Lang;
/// assert_eq!("zh".parse(), Ok(Lang::Zh));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever says something in each language wants to be told by the compiler of a new one"
)]
pub enum Lang {
    /// Chinese, simplified.
    Zh,
    /// English.
    #[default]
    En,
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Zh => "zh",
            Self::En => "en",
        })
    }
}

/// The text names no language that qingdan speaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no language of qingdan; write `zh` or `en`")]
#[non_exhaustive]
pub struct UnknownLang {
    /// The text found.
    pub found: String,
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        match text {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang { found: text.to_owned() }),
        }
    }
}

impl JsonSchema for Lang {
    fn schema_name() -> Cow<'static, str> {
        "Lang".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "语言: a language of messages, titles and explanations.",
            "enum": ["zh", "en"],
            "x-enum-titles": { "zh": "中文", "en": "英文" },
        })
    }
}

/// 双语文句: one sentence in both languages.
///
/// ```
/// use qingdan::{Lang, Message};
/// let message = Message::new("缺少设定依据", "the legal basis is missing");
/// assert_eq!(message.text(Lang::En), "the legal basis is missing");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Message {
    /// 中文: the sentence in Chinese.
    pub zh: String,
    /// 英文: the sentence in English.
    pub en: String,
}

impl Message {
    /// A message from its two sentences.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The message about a part of a code, with the place where the part begins, unless that is where the code does.
    pub(crate) fn at_position(&self, at: usize) -> Self {
        if at == 1 {
            return self.clone();
        }
        Self::new(format!("自第{at}位起：{}", self.zh), format!("from position {at}: {}", self.en))
    }

    /// The sentence in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// 双语文本: a fixed text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bilingual {
    /// The text in Chinese.
    pub zh: &'static str,
    /// The text in English.
    pub en: &'static str,
}

impl Bilingual {
    /// A text from its two languages.
    #[must_use]
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The text in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

impl From<Bilingual> for Message {
    fn from(text: Bilingual) -> Self {
        Self::new(text.zh, text.en)
    }
}

/// A text in both languages, for literals.
pub(crate) const fn two(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}
