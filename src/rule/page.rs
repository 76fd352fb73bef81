//! The page of a rule: what is checked, why and what to do, in two languages, and the examples by which it is tested.
//!
//! A page is Markdown beside the rule's Rust file. Its sections are `# QD307 zh`, `# QD307 en` and `# QD307 examples`; an
//! example is what `fails` or `passes` by the rule, two lines of what it shows, the places of its findings, and a block, with
//! others, `json superior`, `json previous`, `json suppressions` and `json baseline`, where the rule looks at those too:
//!
//! ````text
//! ## fails
//!
//! - zh: 承诺25个工作日，法定20个
//! - en: 25 working days promised, 20 allowed
//! - at: `/licensing_items/0/promised_limits/0/amount`
//!
//! ```json
//! { "licensing_items": [ … ] }
//! ```
//! ````

use std::num::NonZeroU16;

use crate::codelist::TimeUnit;
use crate::lang::{Bilingual, Lang};
use crate::law::region::{GivenValue, Parameter};

/// The header of examples that give records only. Of the columns that it does not hold no example has to fill the cells.
pub const EXAMPLE_HEADER: &str = concat!(
    r#""header": { "schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county", "#,
    r#""not_held": ["licensing_items.supervisors", "power_items.responsibilities", "#,
    r#""power_items.accountability", "power_items.supervision"] }"#,
);

/// The parameters that examples are given to be checked with: 20 working days for the publication of an adjustment, of which
/// no value ships.
pub const EXAMPLE_PARAMETERS: &[GivenValue] = &[GivenValue::new(
    Parameter::AdjustmentPublication,
    match NonZeroU16::new(20) {
        Some(twenty) => twenty,
        None => NonZeroU16::MIN,
    },
    TimeUnit::WorkingDay,
)];

/// 示例: an input, and where the rule speaks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// What it shows.
    pub note: Bilingual,
    /// Whether the rule speaks or is silent.
    pub shows: Shows,
    /// The input.
    pub input: ExampleInput,
    /// The list of the superior level beside it: a block `json superior`.
    pub superior: Option<&'static str>,
    /// The previous edition beside it: a block `json previous`.
    pub previous: Option<&'static str>,
    /// What is set aside in it: a list of suppressions, a block `json suppressions`.
    pub suppressions: Option<&'static str>,
    /// What is known of it: the lines of a baseline for an input of the name `example`, a block `json baseline`.
    pub baseline: Option<&'static str>,
    /// The JSON Pointers of the findings, in order; empty where the rule is silent.
    pub at: Vec<&'static str>,
}

/// What an example shows of its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shows {
    /// 反例: the rule speaks, exactly where it is said.
    Fails,
    /// 正例: no rule says anything.
    Passes,
}

/// 示例输入: the text of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExampleInput {
    /// A document without its header, which is [`EXAMPLE_HEADER`]: a block `json` that has none.
    Records(&'static str),
    /// The whole input: a block `json` with a header, `json whole`, or `text`.
    Whole(&'static str),
    /// The whole input with bytes that are no text, written `\xff`: a block `bytes`.
    Bytes(&'static str),
}

impl Example {
    /// The whole input of the example.
    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        match self.input {
            ExampleInput::Records(records) => {
                let records = records.trim_start_matches('{').trim_start();
                let comma = if records.starts_with('}') { "" } else { ",\n  " };
                format!("{{\n  {EXAMPLE_HEADER}{comma}{records}").into_bytes()
            }
            ExampleInput::Whole(text) => text.as_bytes().to_vec(),
            ExampleInput::Bytes(text) => unescaped(text),
        }
    }
}

/// The section of a page with this heading, without it.
fn section<'p>(page: &'p str, heading: &str) -> Option<&'p str> {
    let sections = page.split("\n# ").map(|section| section.strip_prefix("# ").unwrap_or(section));
    let mut sections = sections.filter_map(|section| section.split_once('\n'));
    sections.find(|(title, _)| title.split_once(' ').is_some_and(|(_, kind)| kind == heading)).map(|(_, text)| text)
}

/// The explanation on a page in one language.
pub(super) fn explanation(page: &'static str, lang: Lang) -> &'static str {
    let heading = match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    section(page, heading).map_or("", str::trim)
}

/// The examples on a page.
pub(super) fn examples(page: &'static str) -> impl Iterator<Item = Example> {
    section(page, "examples").unwrap_or_default().split("\n## ").skip(1).filter_map(example)
}

fn example(text: &'static str) -> Option<Example> {
    let (kind, text) = text.split_once('\n')?;
    let (told, blocks) = text.split_once("\n```")?;
    let (info, inside, rest) = block(blocks)?;
    let beside = |kind: &str| {
        let mut rest = rest;
        loop {
            let (info, inside, after) = block(rest.split_once("\n```")?.1)?;
            if info == kind {
                return Some(inside);
            }
            rest = after;
        }
    };
    let line = |name: &str| told.lines().find_map(|line| line.strip_prefix("- ")?.strip_prefix(name));
    let places = told.lines().filter_map(|line| line.strip_prefix("- at: "));
    Some(Example {
        note: Bilingual { zh: line("zh: ")?, en: line("en: ")? },
        shows: match kind {
            "fails" => Shows::Fails,
            "passes" => Shows::Passes,
            _ => return None,
        },
        input: match info {
            "json" if !has_header(inside) => ExampleInput::Records(inside),
            "json" | "json whole" | "text" => ExampleInput::Whole(inside),
            "bytes" => ExampleInput::Bytes(inside),
            _ => return None,
        },
        superior: beside("json superior"),
        previous: beside("json previous"),
        suppressions: beside("json suppressions"),
        baseline: beside("json baseline"),
        at: places.map(|place| if place == "the whole" { "" } else { place.trim_matches('`') }).collect(),
    })
}

/// What a block is, what is in it, and what follows.
fn block(text: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (info, text) = text.split_once('\n')?;
    let (inside, rest) = text.split_once("```")?;
    Some((info, inside.strip_suffix('\n').unwrap_or(inside), rest))
}

/// Whether a document set out for people begins with its header.
fn has_header(document: &str) -> bool {
    document.trim_start_matches('{').trim_start().starts_with("\"header\"")
}

/// The bytes of a text in which some are written `\xff`, and a backslash twice.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.strip_prefix('x').and_then(|digits| digits.get(..2));
        if let Some(byte) = byte.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = after.get(3..).unwrap_or_default();
        } else {
            bytes.push(b'\\');
            rest = after.strip_prefix('\\').unwrap_or(after);
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}
