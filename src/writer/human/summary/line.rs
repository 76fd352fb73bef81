//! Lines with labels.

use std::io::{self, Write};

use crate::lang::Lang;
use crate::writer::said::Said;

/// A line with its label.
pub(super) fn line(said: &Said<'_>, zh: &str, en: &str, text: &str, to: &mut impl Write) -> io::Result<()> {
    match said.lang {
        Lang::Zh => writeln!(to, "  {zh}：{text}"),
        Lang::En => writeln!(to, "  {en}: {text}"),
    }
}
