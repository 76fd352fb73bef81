//! What stands on top: what could not be read, three sentences, and the three questions.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Page;
use super::words::written;
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::lang::Lang;
use crate::model::Kind;
use crate::report::Verdict;
use crate::writer::departments::Tally;
use crate::writer::escaped;
use crate::writer::said::Answer;

impl Page<'_> {
    pub(super) fn overview(&self, to: &mut impl Write) -> io::Result<()> {
        self.unread(to)?;
        writeln!(to, "<section class=\"lead\">")?;
        for sentence in [self.said.checked(), self.found(), self.first()] {
            writeln!(to, "<p>{}</p>", escaped(&sentence))?;
        }
        writeln!(to, "</section>")?;
        self.answers(to)
    }

    /// What nobody may take for checked.
    fn unread(&self, to: &mut impl Write) -> io::Result<()> {
        let unread = &self.report.unread_inputs;
        if unread.is_empty() {
            return Ok(());
        }
        let heading = match self.lang {
            Lang::Zh => format!("有 {} 个文件无法读取，没有检查", unread.len()),
            Lang::En => format!("{} could not be read and were not checked", self.count(unread.len(), "file")),
        };
        writeln!(to, "<section class=\"alert\">\n<h2>{heading}</h2>\n<ul>")?;
        for input in unread {
            let (name, why) = (escaped(&input.name), escaped(input.message.text(self.lang)));
            writeln!(to, "<li><b>{name}</b>{}{why}</li>", self.say("：", ": "))?;
        }
        writeln!(to, "</ul>\n</section>")
    }

    /// The second: what is wrong, with how many records of how many departments.
    fn found(&self) -> String {
        let counts = |severity| self.report.count(severity);
        let total = Severity::ALL.iter().fold(0_u64, |sum, &severity| sum.saturating_add(counts(severity)));
        if total == 0 {
            return self.say("没有发现问题。", "Nothing was found to be wrong.").to_owned();
        }
        let listed = self.listed();
        let bodies = self.departments.iter().filter(|department| department.body.is_some()).count();
        let (records, by_severity) = (self.records(), self.said.by_severity(counts));
        match self.lang {
            Lang::Zh => {
                let of = if listed < total { format!("本页列出其中 {listed} 项，") } else { String::new() };
                format!("发现问题 {total} 项（{by_severity}），{of}涉及 {bodies} 个部门的 {records} 条记录。")
            }
            Lang::En => {
                let of = if listed < total { format!("{listed} of them are listed here, ") } else { String::new() };
                let (findings, bodies) = (self.said.count(total, "", "finding"), self.count(bodies, "department"));
                format!("{findings} ({by_severity}), {of}about {} of {bodies}.", self.count(records, "record"))
            }
        }
    }

    /// The third: what to do first.
    fn first(&self) -> String {
        let worst = self.said.worst();
        let errors = self.report.count(Severity::Error);
        let open = Aspect::ALL.iter().any(|&aspect| self.report.verdict(aspect) != Verdict::Yes);
        match worst {
            Some(worst) if errors > 0 => {
                let (title, count) = (self.rule_title(worst), self.report.count_of(worst));
                let most = self.departments.first().filter(|department| department.tally.errors > 0);
                let name = most.map(|most| self.name(most));
                match self.lang {
                    Lang::Zh => {
                        let name = name.map(|name| format!("错误最多的是“{name}”；")).unwrap_or_default();
                        format!("请先改正错误：最多的一类是“{title}”（{count} 项）；{name}改正后请再检查一遍。")
                    }
                    Lang::En => {
                        let name = name.map(|name| format!("; most errors are those of {name}")).unwrap_or_default();
                        format!("Correct the errors first: most are `{title}` ({count}){name}. Then check again.")
                    }
                }
            }
            _ if !self.report.unread_inputs.is_empty() => self
                .say(
                    "请先处理无法读取的文件，再检查一遍。",
                    "See to the files that could not be read first, and check again.",
                )
                .to_owned(),
            Some(_) => self
                .say("没有错误；请逐项核对警告和提示。", "There is no error; look at each warning and notice.")
                .to_owned(),
            None if open => self
                .say(
                    "没有需要改正的；“暂不能判定”不等于合格，请人工核对“没有检查的内容”。",
                    "There is nothing to correct; what is not shown is not passed either: see what was not looked at.",
                )
                .to_owned(),
            None => self.say("没有需要改正的。", "There is nothing to correct.").to_owned(),
        }
    }

    fn answers(&self, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "<section>\n<h2>{}</h2>\n<div class=\"answers\">", self.say("三项判断", "Three questions"))?;
        for &aspect in Aspect::ALL {
            self.answer(&self.said.answer(aspect), &self.said.because(aspect), to)?;
        }
        writeln!(to, "</div>\n</section>")
    }

    fn answer(&self, answer: &Answer, because: &BTreeSet<RuleCode>, to: &mut impl Write) -> io::Result<()> {
        let Answer { question, verdict, word, reasons } = answer;
        let sign = match verdict {
            Verdict::Yes => "✓",
            Verdict::No => "✗",
            Verdict::NotShown => "?",
        };
        writeln!(
            to,
            "<div class=\"answer {verdict}\">\n<h3>{question}</h3>\n\
             <p class=\"word\"><span aria-hidden=\"true\">{sign}</span> {word}</p>\n<ul>"
        )?;
        if *verdict == Verdict::No {
            // The codes alone would tell an official nothing.
            match self.lang {
                Lang::Zh => writeln!(to, "<li>有 {} 类错误</li>", because.len())?,
                Lang::En => writeln!(to, "<li>errors of {}</li>", self.count(because.len(), "kind"))?,
            }
        } else {
            reasons.iter().try_for_each(|reason| writeln!(to, "<li>{}</li>", escaped(reason)))?;
        }
        writeln!(to, "</ul>")?;
        if *verdict == Verdict::No {
            writeln!(to, "<details><summary>{}</summary>\n<ul>", self.say("是哪些错误", "Which errors"))?;
            because.iter().try_for_each(|&code| writeln!(to, "<li>{}</li>", self.link(code)))?;
            writeln!(to, "</ul></details>")?;
        }
        writeln!(to, "</div>")
    }

    /// How many findings are listed.
    fn listed(&self) -> u64 {
        Tally::of(self.report.findings()).total()
    }

    /// How many records the listed findings are about.
    fn records(&self) -> usize {
        /// A record by its id; without one by where it stands.
        type Key<'a> = (usize, Kind, Option<&'a str>, Option<String>);
        fn key(input: usize, finding: &Finding) -> Option<Key<'_>> {
            let record = finding.record.as_ref()?;
            let id = record.id.as_ref().map(AsRef::as_ref);
            let place = id.is_none().then(|| {
                let place = &finding.place;
                let mut segments = place.pointer.as_str().split('/').skip(1);
                let (first, second) = (segments.next().unwrap_or_default(), segments.next().unwrap_or_default());
                // In a line of NDJSON the record stands under its tag, and the line tells which it is.
                let line = Kind::from_tag(first).and(place.line);
                let second = if line.is_some() { "" } else { second };
                format!("{:?} {first} {second} {line:?}", place.input)
            });
            Some((input, record.kind, id, place))
        }
        let inputs = self.report.inputs.iter().enumerate();
        inputs
            .flat_map(|(number, input)| input.findings.iter().filter_map(move |finding| key(number, finding)))
            .collect::<BTreeSet<_>>()
            .len()
    }

    fn link(&self, code: RuleCode) -> String {
        format!("<a href=\"#r-{code}\">{}</a> {}", escaped(&self.rule_title(code)), written(code))
    }
}
