//! What is not among the findings: what is set aside or known, what was not looked at, and what was checked with what.

use std::io::{self, Write};

use super::Page;
use super::place::{place, record};
use super::words::written;
use crate::conformance::ConformanceClass;
use crate::finding::RuleCode;
use crate::lang::Lang;
use crate::report::{BesideRole, InputReport, SetAside, SetAsideBy, SuppressionReport};
use crate::writer::escaped;

impl Page<'_> {
    pub(super) fn rest(&self, to: &mut impl Write) -> io::Result<()> {
        self.set_aside(to)?;
        self.not_looked_at(to)?;
        self.conformance(to)?;
        self.about(to)
    }

    /// What somebody answers for, and what was known before.
    fn set_aside(&self, to: &mut impl Write) -> io::Result<()> {
        let inputs = &self.report.inputs;
        let is_told = |input: &InputReport| {
            !input.suppressions.is_empty() || input.baseline.is_some() || !input.set_aside.is_empty()
        };
        if !inputs.iter().any(is_told) && self.report.upkeep.is_empty() {
            return Ok(());
        }
        let heading = self.say("已搁置和已知的问题", "Set aside, and known before");
        writeln!(to, "<section class=\"rest aside\">\n<h2>{heading}</h2>\n<p>{}</p>", self.said.set_aside())?;
        let suppressions = self.report.suppressions();
        if !suppressions.is_empty() {
            self.suppressions(&suppressions, to)?;
        }
        for input in inputs {
            self.listed_aside(input, to)?;
        }
        self.upkeep(to)?;
        writeln!(to, "</section>")
    }

    /// What is to be done about the suppressions and the baseline themselves.
    fn upkeep(&self, to: &mut impl Write) -> io::Result<()> {
        if self.report.upkeep.is_empty() {
            return Ok(());
        }
        writeln!(to, "<ul>")?;
        for finding in &self.report.upkeep {
            let file = finding.place.input.as_deref().map_or_else(String::new, |file| {
                let line = finding.place.line.map(|line| format!(":{line}")).unwrap_or_default();
                format!(" <small>{}{line}</small>", escaped(file))
            });
            let message = escaped(finding.message.text(self.lang));
            writeln!(to, "<li>{} {message}{file}</li>", written(finding.code))?;
        }
        writeln!(to, "</ul>")
    }

    fn suppressions(&self, all: &[SuppressionReport], to: &mut impl Write) -> io::Result<()> {
        let columns = match self.lang {
            Lang::Zh => ["规则", "记录", "情况", "项数", "理由", "依据", "有效期至"],
            Lang::En => ["Rule", "Record", "State", "Findings", "Reason", "Ground", "Until"],
        };
        let columns = columns.map(|column| format!("<th scope=\"col\">{column}</th>"));
        writeln!(
            to,
            "<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>{}</tr></thead>\n<tbody>",
            columns.concat()
        )?;
        for told in all {
            let suppression = &told.suppression;
            let record = suppression.record.as_ref().map_or_else(
                || self.say("清单整体", "the catalog as a whole").to_owned(),
                |record| format!("{} {}", self.say(record.kind.title_zh(), record.kind.tag()), record.id.as_str()),
            );
            let until = match self.lang {
                Lang::Zh => suppression.until.in_chinese(),
                Lang::En => suppression.until.to_string(),
            };
            let state = self.say(told.state.title_zh(), told.state.as_str()).replace('_', " ");
            writeln!(
                to,
                "<tr><td>{} {}</td><td>{}</td><td>{state}</td><td class=\"number\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                escaped(&self.rule_title(suppression.code)),
                written(suppression.code),
                escaped(&record),
                told.findings,
                escaped(suppression.reason.as_str()),
                escaped(suppression.ground.as_ref().map_or("", |ground| ground.as_str())),
                until,
            )?;
        }
        writeln!(to, "</tbody>\n</table></div>")
    }

    /// The findings that are set aside or known, folded away.
    fn listed_aside(&self, input: &InputReport, to: &mut impl Write) -> io::Result<()> {
        if input.set_aside.is_empty() {
            return Ok(());
        }
        let name = match (self.report.inputs.len(), self.lang) {
            (..2, _) => String::new(),
            (_, Lang::Zh) => format!("“{}”", escaped(&input.name)),
            (_, Lang::En) => format!(", in {}", escaped(&input.name)),
        };
        let summary = match self.lang {
            Lang::Zh => format!("逐项列出{name}（{} 项）", input.set_aside.len()),
            Lang::En => format!("All {} one by one{name}", input.set_aside.len()),
        };
        writeln!(to, "<details><summary>{summary}</summary>\n<ul>")?;
        for SetAside { by, finding, .. } in &input.set_aside {
            let by = match (by, self.lang) {
                (_, Lang::Zh) => by.title_zh(),
                (SetAsideBy::Suppression, Lang::En) => "set aside",
                (SetAsideBy::Baseline, Lang::En) => "known",
            };
            writeln!(
                to,
                "<li>{by} {} {}<small>{} {}</small></li>",
                written(finding.code),
                escaped(finding.message.text(self.lang)),
                record(finding.record.as_ref(), self.lang).replace("<small>", " ").replace("</small>", ""),
                place(finding, self.lang).replace("<small>", " ").replace("</small>", ""),
            )?;
        }
        writeln!(to, "</ul></details>")
    }

    /// What the findings do not say.
    fn not_looked_at(&self, to: &mut impl Write) -> io::Result<()> {
        let heading = self.say("没有检查的内容", "What was not looked at");
        let warning = self.say(
            "这些内容本次没有检查：没有发现问题，不等于没有问题，请人工核对。",
            "Nothing found here does not mean that nothing is wrong: it needs a person's eye.",
        );
        writeln!(to, "<section class=\"rest\">\n<h2>{heading}</h2>\n<p>{warning}</p>\n<ul>")?;
        let sum = |of: fn(&InputReport) -> u64| {
            self.report.inputs.iter().fold(0_u64, |sum, input| sum.saturating_add(of(input)))
        };
        let unlisted = sum(|input| input.counts.total.saturating_sub(input.counts.shown));
        if unlisted > 0 {
            match self.lang {
                Lang::Zh => writeln!(to, "<li>另有 {unlisted} 项问题已计数、未列出。</li>")?,
                Lang::En => writeln!(to, "<li>{unlisted} findings are counted and not listed.</li>")?,
            }
        }
        let sources = self.said.sources();
        if !sources.is_empty() {
            let summary = match self.lang {
                Lang::Zh => format!("原表中没有直接读入目录的内容：{} 处", sources.len()),
                Lang::En => format!("Of the source, what was not simply read: {}", sources.len()),
            };
            writeln!(to, "<li><details><summary>{summary}</summary>\n<ul>")?;
            for told in sources {
                writeln!(to, "<li>{}</li>", escaped(&told))?;
            }
            writeln!(to, "</ul></details></li>")?;
        }
        for (_, not_run) in self.said.not_run() {
            let rules: usize = not_run.rules.values().map(Vec::len).fold(0, usize::saturating_add);
            let words = not_run.words;
            let count = match self.lang {
                Lang::Zh => format!("{words}：{rules} 条规则"),
                Lang::En => format!("{words}: {}", self.count(rules, "rule")),
            };
            writeln!(to, "<li><details><summary>{count}</summary>\n<ul>")?;
            for (fields, codes) in &not_run.rules {
                self.rules_not_run(fields, codes, to)?;
            }
            writeln!(to, "</ul></details></li>")?;
        }
        for told in self.said.citations() {
            writeln!(to, "<li>{}</li>", escaped(&told))?;
        }
        writeln!(
            to,
            "<li>{}</li>\n</ul>\n</section>",
            self.say("其余规则：", "The other rules: ").to_owned() + &self.said.rules_run()
        )
    }

    fn rules_not_run(&self, fields: &[String], codes: &[RuleCode], to: &mut impl Write) -> io::Result<()> {
        let titles = codes.iter().map(|&code| format!("{} {}", escaped(&self.rule_title(code)), written(code)));
        write!(to, "<li>{}", titles.collect::<Vec<_>>().join(self.say("、", ", ")))?;
        if !fields.is_empty() {
            write!(to, "<small>{}</small>", escaped(&fields.join(self.say("、", ", "))))?;
        }
        writeln!(to, "</li>")
    }

    /// How the items stand to the superior lists, where such were given.
    fn conformance(&self, to: &mut impl Write) -> io::Result<()> {
        for conformance in self.report.inputs.iter().filter_map(|input| input.conformance.as_ref()) {
            let heading = self.say("与上级清单对照", "Beside the superior lists");
            writeln!(to, "<section class=\"rest\">\n<h2>{heading}</h2>\n<table class=\"numbers\">")?;
            let classes = ConformanceClass::ALL.iter().map(|&class| {
                (self.say(class.title_zh(), class.as_str()).replace('_', " "), conformance.counts.of_class(class))
            });
            let missing = (self.say("未认领", "not claimed").to_owned(), conformance.counts.missing);
            for (label, number) in classes.chain([missing]) {
                writeln!(to, "<tr><th scope=\"row\">{label}</th><td class=\"number\">{number}</td></tr>")?;
            }
            writeln!(to, "</table>\n</section>")?;
        }
        Ok(())
    }

    /// Which files were checked, with what.
    fn about(&self, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "<section class=\"rest\">\n<h2>{}</h2>\n<ul>", self.say("检查说明", "About this check"))?;
        for input in &self.report.inputs {
            self.file(&input.name, input.title.as_deref(), input.sha256.as_deref(), to)?;
            for part in &input.parts {
                self.file(&part.name, part.title.as_deref(), part.sha256.as_deref(), to)?;
            }
        }
        for (role, beside) in self.said.beside() {
            let role = match (role, self.lang) {
                (_, Lang::Zh) => role.title_zh(),
                (BesideRole::Superior, Lang::En) => "superior list",
                (BesideRole::Previous, Lang::En) => "previous edition",
            };
            writeln!(to, "<li>{role}{}{}</li>", self.say("：", ": "), escaped(&beside))?;
        }
        let tool = &self.report.tool;
        let tool = escaped(&format!("{} {}", tool.name, tool.version));
        writeln!(to, "<li>{}{tool}</li>\n</ul>\n</section>", self.say("检查工具：", "tool: "))
    }

    fn file(&self, name: &str, title: Option<&str>, sha256: Option<&str>, to: &mut impl Write) -> io::Result<()> {
        write!(to, "<li>{}", escaped(name))?;
        if let Some(title) = title {
            write!(to, "{}{}", self.say("：", ": "), escaped(title))?;
        }
        if let Some(sha256) = sha256 {
            write!(to, "<small>SHA-256 <code>{}</code></small>", escaped(sha256))?;
        }
        writeln!(to, "</li>")
    }
}
