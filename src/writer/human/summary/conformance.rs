//! How the items stand to the superior lists, where such were given.

use std::io::{self, Write};

use super::super::{LONGEST_NAME, cut};
use super::page::Page;
use crate::conformance::{Conformance, ConformanceClass};
use crate::print::excerpt;

pub(super) fn conformance(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    let all: Vec<_> =
        page.report.inputs.iter().filter_map(|input| Some((&input.name, input.conformance.as_ref()?))).collect();
    for (name, conformance) in &all {
        let named =
            if all.len() > 1 { format!("{}{}", cut(name, LONGEST_NAME), page.say("：", ": ")) } else { String::new() };
        table(page, &named, conformance, to)?;
    }
    Ok(())
}

/// The counts, then what nothing authorises and what is missing, by name.
fn table(page: &Page<'_>, named: &str, conformance: &Conformance, to: &mut impl Write) -> io::Result<()> {
    let counts = &conformance.counts;
    let of_class = |&class: &ConformanceClass| {
        let label = page.say(class.title_zh(), class.as_str()).replace('_', " ");
        format!("{label} {}", counts.of_class(class))
    };
    let classes: Vec<String> = ConformanceClass::ALL.iter().map(of_class).collect();
    let missing = format!("{} {}", page.say("未认领", "not claimed"), counts.missing);
    let text = format!(
        "{named}{}{}{}{missing}",
        page.count(counts.items, "项", "item"),
        page.say("：", ": "),
        [classes.join(page.say("、", ", ")), String::new()].join(page.say("；", "; ")),
    );
    page.line("与上级清单对照", "beside the superior list", &text, to)?;
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
            writeln!(to, "    {}{}{}", page.say(zh, en), page.say("：", ": "), page.join(&names))?;
        }
    }
    Ok(())
}
