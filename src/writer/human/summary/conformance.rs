//! How the items stand to the superior lists, where such were given.

use std::io::{self, Write};

use super::line::line;
use crate::conformance::{Conformance, ConformanceClass};
use crate::print::{cut, excerpt};
use crate::writer::LONGEST_NAME;
use crate::writer::said::Said;

pub(super) fn conformance(said: &Said<'_>, to: &mut impl Write) -> io::Result<()> {
    let all: Vec<_> =
        said.report.inputs.iter().filter_map(|input| Some((&input.name, input.conformance.as_ref()?))).collect();
    for (name, conformance) in &all {
        let named =
            if all.len() > 1 { format!("{}{}", cut(name, LONGEST_NAME), said.say("：", ": ")) } else { String::new() };
        table(said, &named, conformance, to)?;
    }
    Ok(())
}

/// The counts, then what nothing authorises and what is missing, by name.
fn table(said: &Said<'_>, named: &str, conformance: &Conformance, to: &mut impl Write) -> io::Result<()> {
    let counts = &conformance.counts;
    let of_class = |&class: &ConformanceClass| {
        let label = said.say(class.title_zh(), class.as_str()).replace('_', " ");
        format!("{label} {}", counts.of_class(class))
    };
    let classes: Vec<String> = ConformanceClass::ALL.iter().map(of_class).collect();
    let missing = format!("{} {}", said.say("未认领", "not claimed"), counts.missing);
    let text = format!(
        "{named}{}{}{}{missing}",
        said.count(counts.items, "项", "item"),
        said.say("：", ": "),
        [classes.join(said.say("、", ", ")), String::new()].join(said.say("；", "; ")),
    );
    line(said, "与上级清单对照", "beside the superior list", &text, to)?;
    let outside: Vec<String> =
        conformance.of_class(ConformanceClass::NotAuthorised).map(|item| excerpt(item.name.as_str())).collect();
    let missing: Vec<String> = conformance
        .missing
        .iter()
        .filter(|missing| missing.cause.is_none())
        .map(|missing| excerpt(missing.item.name.as_str()))
        .collect();
    for (names, (zh, en)) in [
        (outside, (ConformanceClass::NotAuthorised.title_zh(), "not authorised")),
        (missing, ("未认领", "not claimed")),
    ] {
        if !names.is_empty() {
            writeln!(to, "    {}{}{}", said.say(zh, en), said.say("：", ": "), said.join(&names))?;
        }
    }
    Ok(())
}
