//! What is said of a rule, in one language: the one source of `explain` and of the reference.

use super::example::Shown;
use crate::finding::{Aspect, Severity};
use crate::lang::Lang;
use crate::model::Field;
use crate::rule::{Need, Rule, Shows};
use crate::rules::PlannedRule;
use crate::schema::titles;
use crate::writer::{in_chinese, say};

/// A line with its label. Code stands in backquotes.
pub(super) struct Fact {
    pub(super) label: &'static str,
    pub(super) text: String,
}

/// A section of the explanation.
pub(super) struct Section {
    pub(super) heading: &'static str,
    /// Lines of Markdown: paragraphs of one line, items that begin with `- `, blank lines.
    pub(super) body: &'static str,
}

/// What is said of a rule besides code, name and title.
pub(super) struct Description {
    pub(super) facts: Vec<Fact>,
    pub(super) sections: Vec<Section>,
    /// One in which it fires, and one in which it does not.
    pub(super) examples: Vec<Shown>,
}

impl Description {
    pub(super) fn of(rule: &Rule, lang: Lang) -> Self {
        let first = |shows: Shows| rule.examples().find(|example| example.shows == shows);
        let examples = [first(Shows::Fails), first(Shows::Passes)];
        Self {
            facts: facts(rule, lang),
            sections: sections(rule.explanation(lang)),
            examples: examples.iter().flatten().map(Shown::new).collect(),
        }
    }
}

/// What is said of an announced rule, which is next to nothing.
pub(super) fn of_planned(rule: &PlannedRule, lang: Lang) -> Vec<Fact> {
    grade(rule.severity, rule.aspect, lang).into()
}

/// What says of a rule that it is only announced.
pub(super) fn not_built(lang: Lang) -> &'static str {
    say(lang, "已预告，本版本尚未实现", "announced, not built in this version yet")
}

/// A severity in words.
pub(super) fn severity(severity: Severity, lang: Lang) -> &'static str {
    say(lang, severity.title_zh(), severity.as_str())
}

/// An aspect in words.
pub(super) fn aspect(aspect: Aspect, lang: Lang) -> &'static str {
    say(lang, aspect.title_zh(), aspect.as_str())
}

fn grade(graveness: Severity, question: Aspect, lang: Lang) -> [Fact; 2] {
    [
        Fact { label: say(lang, "严重程度", "severity"), text: severity(graveness, lang).to_owned() },
        Fact { label: say(lang, "判断方面", "aspect"), text: aspect(question, lang).to_owned() },
    ]
}

fn facts(rule: &Rule, lang: Lang) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |zh, en, text: String| facts.push(Fact { label: say(lang, zh, en), text });
    if let Some(retirement) = rule.retired {
        let by = retirement.replaced_by.map_or_else(String::new, |code| match lang {
            Lang::Zh => format!("，由 {code} 代替"),
            Lang::En => format!(", replaced by {code}"),
        });
        add("停用", "retired", format!("{}{by}", retirement.since));
    }
    for Fact { text, label } in grade(rule.severity, rule.aspect, lang) {
        add(label, label, text);
    }
    add("计数", "counted", rule.unit.text(lang).to_owned());
    for provision in rule.citations {
        add("依据", "ground", provision.to_string());
    }
    if let Some(period) = rule.period {
        let text = match (period.from, period.until, lang) {
            (from, Some(until), Lang::Zh) => format!("{}至{}", in_chinese(from), in_chinese(until)),
            (from, Some(until), Lang::En) => format!("{from} – {until}"),
            (from, None, Lang::Zh) => format!("自{}起", in_chinese(from)),
            (from, None, Lang::En) => format!("from {from}"),
        };
        add("适用期间", "applies", text);
    }
    if !rule.needs.is_empty() {
        let needs: Vec<&str> = rule.needs.iter().map(|&need| input(need, lang)).collect();
        add("所需输入", "needs", needs.join(say(lang, "、", ", ")));
    }
    if !rule.reads.is_empty() {
        let named = |field: Field| match lang {
            Lang::Zh => titles::path(field.path()),
            Lang::En => format!("`{field}`"),
        };
        let fields: Vec<String> = rule.fields().map(named).collect();
        add("所需栏目", "reads", fields.join(say(lang, "、", ", ")));
    }
    add("整改建议", "help", rule.help.text(lang).to_owned());
    add("起始版本", "since", rule.since.to_owned());
    facts
}

fn input(need: Need, lang: Lang) -> &'static str {
    match need {
        Need::AsOf => say(lang, "判断的基准日", "the day as of which to judge"),
        Need::Law => say(lang, "法规库（不过时）", "facts about law that are not out of date"),
        Need::Superior => say(lang, "上级清单", "the superior level's list"),
        Need::Previous => say(lang, "上一版次", "the previous edition"),
        Need::Openings => say(lang, "法律文件的条文开头", "how the articles of instruments begin"),
        Need::Parameter(parameter) => parameter.title().text(lang),
    }
}

/// The explanation by its headings.
fn sections(explanation: &'static str) -> Vec<Section> {
    explanation
        .split("\n## ")
        .map(|section| section.trim_start_matches("## "))
        .filter_map(|section| section.split_once('\n'))
        .map(|(heading, body)| Section { heading: heading.trim(), body: body.trim() })
        .collect()
}
