//! The counts by department and by rule, as tables that lead to the findings, with bars beside the numbers. Bars say nothing
//! that the numbers do not say, so nobody has to see them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Page;
use super::words::written;
use crate::finding::{RuleCode, Severity};
use crate::writer::departments::{Department, Tally};
use crate::writer::escaped;

impl Page<'_> {
    pub(super) fn by_department(&self, to: &mut impl Write) -> io::Result<()> {
        if self.departments.is_empty() {
            return Ok(());
        }
        let greatest = self.departments.iter().map(|department| department.tally.total()).max().unwrap_or(0);
        self.chart_head("departments", self.say("各部门的问题", "By department"), self.say("部门", "Department"), to)?;
        for (number, department) in self.departments.iter().enumerate() {
            let name = escaped(&self.name(department));
            let name = format!("<a href=\"#d{number}\">{name}</a>");
            row(&name, &department.tally, greatest, to)?;
        }
        let sum = Tally::of(self.report.findings());
        writeln!(to, "</tbody>\n<tfoot><tr><th scope=\"row\">{}</th><td></td>", self.say("合计", "Sum"))?;
        numbers(&sum, to)?;
        writeln!(to, "</tfoot>\n</table>\n</section>")
    }

    pub(super) fn by_rule(&self, to: &mut impl Write) -> io::Result<()> {
        let mut rules: Vec<(RuleCode, Tally)> = Vec::new();
        for code in self.report.findings().map(|finding| finding.code).collect::<BTreeSet<_>>() {
            rules.push((code, Tally::of(self.report.findings().filter(|finding| finding.code == code))));
        }
        if rules.is_empty() {
            return Ok(());
        }
        rules.sort_by_key(|(code, tally)| (Reverse((tally.errors, tally.total())), *code));
        let greatest = rules.iter().map(|(_, tally)| tally.total()).max().unwrap_or(0);
        self.chart_head("rules", self.say("各类问题", "By rule"), self.say("规则和依据", "Rule and ground"), to)?;
        for (code, tally) in &rules {
            let of = |(number, department): (usize, &Department<'_>)| {
                let of_rule = department.rules.iter().find(|rule| rule.code == *code)?;
                let (name, count) = (escaped(&self.name(department)), of_rule.tally.total());
                Some(format!("<a href=\"#d{number}-{code}\">{name}</a> {count}"))
            };
            let of: Vec<String> = self.departments.iter().enumerate().filter_map(of).collect();
            let name = format!(
                "<span id=\"r-{code}\">{} {}</span><small>{}</small><small>{}</small>",
                escaped(&self.rule_title(*code)),
                written(*code),
                escaped(&self.grounds(*code)),
                of.join(self.say("、", ", ")),
            );
            row(&name, tally, greatest, to)?;
        }
        writeln!(to, "</tbody>\n</table>\n</section>")
    }

    fn chart_head(&self, class: &str, heading: &str, first: &str, to: &mut impl Write) -> io::Result<()> {
        let [errors, warnings, notices] = Severity::ALL else { return Ok(()) };
        writeln!(
            to,
            "<section class=\"chart {class}\">\n<h2>{heading}</h2>\n<table>\n<thead><tr><th scope=\"col\">{first}</th>\
             <th scope=\"col\" class=\"bar\"><span class=\"aloud\">{}</span></th>\
             <th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
            self.say("图", "bar"),
            self.severity(*errors),
            self.severity(*warnings),
            self.severity(*notices),
            self.say("合计", "all"),
        )
    }
}

fn row(name: &str, tally: &Tally, greatest: u64, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "<tr><th scope=\"row\">{name}</th><td class=\"bar\">{}</td>", bar(tally, greatest))?;
    numbers(tally, to)
}

fn numbers(tally: &Tally, to: &mut impl Write) -> io::Result<()> {
    let Tally { errors, warnings, notices } = tally;
    writeln!(
        to,
        "<td class=\"number\">{errors}</td><td class=\"number\">{warnings}</td><td class=\"number\">{notices}</td>\
         <td class=\"number\"><b>{}</b></td></tr>",
        tally.total()
    )
}

/// How wide the widest bar is, in units of its own.
const WIDTH: u64 = 1000;

/// A bar of its parts by severity, as long as its total is of the greatest.
fn bar(tally: &Tally, greatest: u64) -> String {
    let mut parts = Vec::new();
    let mut start = 0_u64;
    for &severity in Severity::ALL {
        let number = tally.by(severity);
        if number == 0 {
            continue;
        }
        // What is not nothing can be seen.
        let width = number.saturating_mul(WIDTH).checked_div(greatest).unwrap_or(0).max(4);
        parts.push(format!("<rect class=\"{severity}\" x=\"{start}\" width=\"{width}\" height=\"10\"/>"));
        start = start.saturating_add(width);
    }
    let parts = parts.concat();
    format!("<svg viewBox=\"0 0 {WIDTH} 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{parts}</svg>")
}
