//! A baseline as lines.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::{BASELINE_VERSION, Baseline, BaselineEntry, Times};
use crate::lang::Message;
use crate::print::excerpt;
use crate::writer::write_json_line;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beginning {
    baseline_version: String,
}

/// A text is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {}", message.en)]
#[non_exhaustive]
pub struct InvalidBaseline {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong, and what to do.
    pub message: Message,
}

impl Baseline {
    /// What is known, as lines.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn write(&self, mut to: impl Write) -> io::Result<()> {
        write_json_line(&Beginning { baseline_version: BASELINE_VERSION.to_owned() }, &mut to)?;
        self.entries().try_for_each(|entry| write_json_line(&entry, &mut to))
    }

    /// Reads the lines that [`Baseline::write`] writes. A merge of two of them may have put their lines into any order, or have
    /// an entry twice: both counts are added.
    ///
    /// # Errors
    /// [`InvalidBaseline`] when a line is not one of a baseline, or of a version that is not supported.
    ///
    /// ```
    /// use qingdan::baseline::Baseline;
    /// let lines = r#"{"baseline_version":"1.0"}
    /// {"file":"a.json","code":"QD009","record":{"kind":"organization","id":"w"},"path":"/parent","found":"none","count":1}
    /// "#;
    /// let known = Baseline::from_lines(lines.as_bytes())?;
    /// assert_eq!(known.files().collect::<Vec<_>>(), ["a.json"]);
    /// assert!(Baseline::from_lines(b"{}").is_err());
    /// # Ok::<(), qingdan::baseline::InvalidBaseline>(())
    /// ```
    pub fn from_lines(bytes: &[u8]) -> Result<Self, InvalidBaseline> {
        let mut baseline = Self::default();
        let mut has_begun = false;
        for (number, line) in (1_u32..).zip(bytes.split(|&byte| byte == b'\n')) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.trim_ascii().is_empty() {
                continue;
            }
            let invalid = |message| InvalidBaseline { line: number, message };
            if !has_begun {
                has_begun = true;
                begin(line).map_err(invalid)?;
                continue;
            }
            let entry: BaselineEntry = serde_json::from_slice(line).map_err(|fault| invalid(no_entry(&fault)))?;
            let (known, count) = entry.known();
            baseline.add(known, Times { count, line: Some(number) });
        }
        if has_begun { Ok(baseline) } else { Err(InvalidBaseline { line: 1, message: no_beginning() }) }
    }
}

fn begin(line: &[u8]) -> Result<(), Message> {
    let Ok(Beginning { baseline_version }) = serde_json::from_slice(line) else { return Err(no_beginning()) };
    if baseline_version == BASELINE_VERSION {
        return Ok(());
    }
    let found = excerpt(&baseline_version);
    Err(Message::new(
        format!("基线版本“{found}”不受支持，应为“{BASELINE_VERSION}”；请用写出它的版本的程序，或者重新写出基线"),
        format!(
            "the version `{found}` of the baseline is not supported, only `{BASELINE_VERSION}`; use the program that wrote it, or write it anew"
        ),
    ))
}

fn no_beginning() -> Message {
    Message::new(
        format!("不是基线：第一行应为 {{\"baseline_version\":\"{BASELINE_VERSION}\"}}；用 qingdan baseline write 写出"),
        format!(
            "this is no baseline: its first line is to be {{\"baseline_version\":\"{BASELINE_VERSION}\"}}; `qingdan baseline write` writes one"
        ),
    )
}

fn no_entry(fault: &serde_json::Error) -> Message {
    let why = excerpt(&fault.to_string());
    Message::new(
        format!("不是基线的条目（{why}）；应有 file、code、path、count，可有 record、found"),
        format!(
            "this is no entry of a baseline ({why}): it has `file`, `code`, `path` and `count`, and may have `record` and `found`"
        ),
    )
}
