//! The findings of each department, as a table on the screen and a 督办单 on paper.

use std::io::{self, Write};

use super::Page;
use super::place::{in_file, place, record};
use super::words::written;
use crate::finding::{Finding, RuleCode, Severity};
use crate::lang::Lang;
use crate::writer::departments::{Department, OfRule, Tally};
use crate::writer::escaped;

/// How many places of equal findings are shown before the rest is folded away.
const FEW: usize = 6;

impl Page<'_> {
    pub(super) fn notices(&self, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "<div id=\"findings\">")?;
        if !self.departments.is_empty() {
            self.filter(to)?;
        }
        for (number, department) in self.departments.iter().enumerate() {
            self.notice(number, department, to)?;
        }
        writeln!(to, "</div>")
    }

    /// What the script needs; without it nothing of this is seen.
    fn filter(&self, to: &mut impl Write) -> io::Result<()> {
        let all = self.say("全部", "all");
        writeln!(to, "<form id=\"filter\" hidden role=\"search\" aria-label=\"{}\">", self.say("筛选", "Filter"))?;
        select(self.say("部门", "Department"), "department", all, to)?;
        for (number, department) in self.departments.iter().enumerate() {
            writeln!(to, "<option value=\"d{number}\">{}</option>", escaped(&self.name(department)))?;
        }
        writeln!(to, "</select></label>")?;
        select(self.say("规则", "Rule"), "rule", all, to)?;
        let mut codes: Vec<RuleCode> = self.report.findings().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            writeln!(to, "<option value=\"{code}\">{code} {}</option>", escaped(&self.rule_title(code)))?;
        }
        writeln!(to, "</select></label>")?;
        select(self.say("严重程度", "Severity"), "severity", all, to)?;
        for &severity in Severity::ALL {
            writeln!(to, "<option value=\"{severity}\">{}</option>", self.severity(severity))?;
        }
        writeln!(
            to,
            "</select></label>\n<label>{} <input type=\"search\" name=\"search\" placeholder=\"{}\"></label>\n\
             <button type=\"reset\">{}</button> <button type=\"button\" id=\"print\">{}</button>\n\
             <output id=\"shown\" data-words=\"{}\"></output>\n</form>\n<p id=\"none\" hidden>{}</p>",
            self.say("查找", "Search"),
            self.say("事项、文号、问题……", "item, instrument, words …"),
            self.say("清除筛选", "Clear"),
            self.say("打印督办单", "Print"),
            self.say("显示 {shown} 项，共 {all} 项", "{shown} of {all} shown"),
            self.say("没有符合条件的问题。", "Nothing matches."),
        )
    }

    fn notice(&self, number: usize, department: &Department<'_>, to: &mut impl Write) -> io::Result<()> {
        let name = escaped(&self.name(department));
        writeln!(to, "<section class=\"notice\" id=\"d{number}\" aria-labelledby=\"d{number}-name\">")?;
        writeln!(
            to,
            "<h2 id=\"d{number}-name\">{name} <span class=\"count\">{}</span></h2>",
            escaped(&self.tally(&department.tally))
        )?;
        self.paper_head(number, department, &name, to)?;
        let [item, what, ground, help, place, until, done] = match self.lang {
            Lang::Zh => ["事项", "问题", "依据", "整改建议", "位置", "整改期限", "整改情况"],
            Lang::En => ["Item", "What is wrong", "Ground", "What to do", "Where", "Until", "Done"],
        };
        writeln!(
            to,
            "<table>\n<caption class=\"aloud\">{name}</caption>\n<thead><tr><th scope=\"col\" class=\"n\">{}</th>\
             <th scope=\"col\" class=\"item\">{item}</th><th scope=\"col\" class=\"what\">{what}</th>\
             <th scope=\"col\" class=\"paper ground\">{ground}</th><th scope=\"col\" class=\"paper help\">{help}</th>\
             <th scope=\"col\" class=\"where\">{place}</th><th scope=\"col\" class=\"paper until\">{until}</th>\
             <th scope=\"col\" class=\"paper done\">{done}</th></tr></thead>",
            self.say("序号", "No.")
        )?;
        let mut next = 1_u64;
        for rule in &department.rules {
            self.rule(number, rule, &mut next, to)?;
        }
        writeln!(to, "</table>")?;
        self.paper_end(to)?;
        writeln!(to, "</section>")
    }

    fn rule(&self, number: usize, rule: &OfRule<'_>, next: &mut u64, to: &mut impl Write) -> io::Result<()> {
        let code = rule.code;
        let of_report = self.report.rule(code);
        let common = of_report.map_or("", |rule| rule.help.text(self.lang));
        let ground = escaped(&self.grounds(code));
        writeln!(
            to,
            "<tbody data-rule=\"{code}\">\n<tr class=\"rule\" id=\"d{number}-{code}\"><th scope=\"rowgroup\" colspan=\"4\">\
             {} {} <span class=\"count\">{}</span>",
            escaped(&self.rule_title(code)),
            written(code),
            escaped(&self.tally(&rule.tally)),
        )?;
        for (label, text) in
            [(self.say("依据：", "Ground: "), &*ground), (self.say("整改建议：", "What to do: "), &*escaped(common))]
        {
            if !text.is_empty() {
                writeln!(to, "<small><b>{label}</b>{text}</small>")?;
            }
        }
        writeln!(to, "</th></tr>")?;
        for group in &rule.groups {
            let Some(first) = group.first() else { continue };
            let own = first.help.as_ref().map(|help| help.text(self.lang)).filter(|&own| own != common);
            let counted = if group.len() > 1 { format!(" data-n=\"{}\"", group.len()) } else { String::new() };
            write!(to, "<tr class=\"{}\"{counted}><td class=\"n\">{next}</td><td class=\"item\">", first.severity)?;
            self.each(group, |finding| record(finding.record.as_ref(), self.lang), to)?;
            write!(
                to,
                "</td><td class=\"what\"><b class=\"severity\">{}</b> {}",
                self.severity(first.severity),
                escaped(first.message.text(self.lang))
            )?;
            if let Some(own) = own {
                let label = self.say("整改建议：", "What to do: ");
                write!(to, "<small class=\"screen\"><b>{label}</b>{}</small>", escaped(own))?;
            }
            for finding in group {
                self.related(finding, to)?;
            }
            write!(
                to,
                "</td><td class=\"paper\">{ground}</td><td class=\"paper\">{}</td><td class=\"where\">",
                escaped(own.unwrap_or(common))
            )?;
            self.each(group, |finding| place(finding, self.lang), to)?;
            writeln!(to, "</td><td class=\"paper\"></td><td class=\"paper\"></td></tr>")?;
            *next = next.saturating_add(1);
        }
        writeln!(to, "</tbody>")
    }

    fn related(&self, finding: &Finding, to: &mut impl Write) -> io::Result<()> {
        for related in &finding.related {
            let (message, at) = (escaped(related.message.text(self.lang)), in_file(&related.place, self.lang));
            write!(to, "<small>{}{message} {at}</small>", self.say("另见：", "see also: "))?;
        }
        Ok(())
    }

    /// Of one finding what is to be told; of equal ones a list, of which the records and the places have the same numbers.
    /// Long lists are folded, and unfolded on paper.
    fn each(&self, group: &[&Finding], told: impl Fn(&Finding) -> String, to: &mut impl Write) -> io::Result<()> {
        if let [finding] = group {
            return write!(to, "{}", told(finding));
        }
        let (few, rest) = group.split_at_checked(FEW).unwrap_or((group, &[]));
        list(1, few, &told, to)?;
        if rest.is_empty() {
            return Ok(());
        }
        match self.lang {
            Lang::Zh => write!(to, "<details><summary>另有 {} 处</summary>", rest.len())?,
            Lang::En => write!(to, "<details><summary>{} more</summary>", rest.len())?,
        }
        list(FEW.saturating_add(1), rest, &told, to)?;
        write!(to, "</details>")
    }

    /// How many findings, and of which severity.
    fn tally(&self, tally: &Tally) -> String {
        let severities = Severity::ALL.iter().filter(|&&severity| tally.by(severity) > 0);
        let parts = severities.map(|&severity| match self.lang {
            Lang::Zh => format!("{} {} 项", severity.title_zh(), tally.by(severity)),
            Lang::En => self.said.count(tally.by(severity), "", self.severity(severity)),
        });
        parts.collect::<Vec<_>>().join(self.say("，", ", "))
    }

    /// What stands above the table of a 督办单.
    fn paper_head(
        &self,
        number: usize,
        department: &Department<'_>,
        name: &str,
        to: &mut impl Write,
    ) -> io::Result<()> {
        let (number, all) = (number.saturating_add(1), self.departments.len());
        let title = department.input.title.as_deref().unwrap_or(&department.input.name);
        let (tally, title, day) = (escaped(&self.tally(&department.tally)), escaped(title), escaped(&self.said.day()));
        match self.lang {
            Lang::Zh => writeln!(
                to,
                "<div class=\"paper head\"><p class=\"title\">清单问题督办单</p>\n\
                 <p class=\"sides\"><span>责任部门：{name}</span><span>第 {number} 份，共 {all} 份</span></p>\n\
                 <p class=\"sides\"><span>清单名称：{title}</span><span>{day}</span></p>\n\
                 <p>经检查，你单位负责的内容有下列问题（{tally}）。请逐项核对、整改，并将整改情况填入表中。</p></div>"
            ),
            Lang::En => writeln!(
                to,
                "<div class=\"paper head\"><p class=\"title\">Notice of faults in the catalog</p>\n\
                 <p class=\"sides\"><span>Department: {name}</span><span>{number} of {all}</span></p>\n\
                 <p class=\"sides\"><span>Catalog: {title}</span><span>{day}</span></p>\n\
                 <p>The following was found in what your department answers for ({tally}). \
                 Please see to each, and enter what was done.</p></div>"
            ),
        }
    }

    /// Who signs a 督办单.
    fn paper_end(&self, to: &mut impl Write) -> io::Result<()> {
        let lines = match self.lang {
            Lang::Zh => {
                ["承办人（签字）：", "审核人（签字）：", "单位负责人（签字、盖章）：", "日期：　　　　年　　月　　日"]
            }
            Lang::En => ["Handled by:", "Reviewed by:", "Head of department:", "Date:"],
        };
        let lines = lines.map(|line| format!("<span>{line}</span>"));
        writeln!(to, "<p class=\"paper sign\">{}</p>", lines.concat())
    }
}

fn select(label: &str, name: &str, all: &str, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "<label>{label} <select name=\"{name}\"><option value=\"\">{all}</option>")
}

fn list(start: usize, findings: &[&Finding], told: impl Fn(&Finding) -> String, to: &mut impl Write) -> io::Result<()> {
    write!(to, "<ol start=\"{start}\">")?;
    findings.iter().try_for_each(|finding| write!(to, "<li>{}</li>", told(finding)))?;
    write!(to, "</ol>")
}
