//! What became of the workbooks from which the catalog was read.

use std::io::{self, Write};

use super::line::line;
use crate::lang::Lang;
use crate::writer::said::{MOST, Said};

pub(super) fn sources(said: &Said<'_>, to: &mut impl Write) -> io::Result<()> {
    let told = said.sources();
    if told.is_empty() {
        return Ok(());
    }
    let count = match said.lang {
        Lang::Zh => format!("{} 处未直接读入目录，或者作了说明", told.len()),
        Lang::En => format!("{} notes on what was not simply read", told.len()),
    };
    line(said, "原表", "source", &count, to)?;
    for told in told.iter().take(MOST) {
        writeln!(to, "    {told}")?;
    }
    match (told.len().saturating_sub(MOST), said.lang) {
        (0, _) => Ok(()),
        (more, Lang::Zh) => writeln!(to, "    … 另有 {more} 处，见 JSON 报告的 source_notices，或者 qingdan import"),
        (more, Lang::En) => {
            writeln!(to, "    … {more} more in `source_notices` of the JSON report, or with `qingdan import`")
        }
    }
}
