//! What was not looked at.

use std::io::{self, Write};

use super::line::line;
use crate::lang::Lang;
use crate::report::NotRunReason;
use crate::writer::said::Said;

pub(super) fn coverage(said: &Said<'_>, to: &mut impl Write) -> io::Result<()> {
    line(said, "规则", "coverage", &said.rules_run(), to)?;
    said.citations().iter().try_for_each(|told| writeln!(to, "    {told}"))?;
    for (reason, not_run) in said.not_run() {
        let words = not_run.words;
        if reason == NotRunReason::NotBuilt {
            let number: usize = not_run.rules.values().map(Vec::len).fold(0, usize::saturating_add);
            match said.lang {
                Lang::Zh => writeln!(to, "    {words}：{number} 条")?,
                Lang::En => writeln!(to, "    {words}: {number}")?,
            }
            continue;
        }
        let rules = not_run.rules.iter().map(|(fields, codes)| {
            let codes = said.join(&codes.iter().map(ToString::to_string).collect::<Vec<_>>());
            if fields.is_empty() {
                codes
            } else {
                let (open, close) = (said.say("（", " ("), said.say("）", ")"));
                format!("{codes}{open}{}{close}", said.join(fields))
            }
        });
        let rules = said.join(&rules.collect::<Vec<_>>());
        writeln!(to, "    {words}{}{rules}", said.say("：", ": "))?;
    }
    Ok(())
}
