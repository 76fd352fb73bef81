//! QD206: one provision cited twice in one list.
//!
//! The texts of cells are read once, for all that is asked of citations; so what is cited twice is found there, list by
//! list, and kept as a fact.

use crate::facts::citations::cited::List;
use crate::facts::citations::repeated::{Member, Place};
use crate::facts::citations::{Name, cited};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::facts::title_key;
use crate::model::Pointer;
use crate::print::{excerpt, in_title_marks};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(206),
    name: "duplicate-citation",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("同一条款重复引用", "one provision cited twice"),
    unit: two("每栏每个重复的条款一项，写明次数", "one a provision and list, with the count"),
    help: two("只留一处，删去其余各处", "keep one and delete the others"),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二" }],
    reads: cited::LISTS,
    looks: &[Look::Catalog(duplicate_citation)],
    page: include_str!("qd206.md"),
    ..Rule::BLANK
};

fn duplicate_citation(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for repeated in &whole.facts.citations.repeated.found {
        let title = title(repeated.name, whole);
        let article = repeated.article.map(|article| article.to_string()).unwrap_or_default();
        let about = format!("{} {} {article}", repeated.list.field, title.map(title_key).unwrap_or_default());
        let count = repeated.count;
        let times = if count == 2 { "twice".to_owned() } else { format!("{count} times") };
        let (what_zh, what_en) = match (title, repeated.article) {
            (Some(title), Some(article)) => {
                (format!("{}{article}", in_title_marks(title)), format!("`{}` {article}", excerpt(title)))
            }
            (Some(title), None) => (in_title_marks(title), format!("`{}`", excerpt(title))),
            (None, _) => ("同一引用".to_owned(), "one text".to_owned()),
        };
        findings
            .at_spot(
                Spot::Record(repeated.ordinal, pointer(repeated.list, repeated.second)),
                format!("{what_zh}在同一栏中引用了{count}次"),
                format!("{what_en} is cited {times} in one list"),
            )
            .of_record(about)
            .related_below(pointer(repeated.list, repeated.first), "首次引用", "cited first");
    }
}

fn title<'a>(name: Option<Name>, whole: &Whole<'a>) -> Option<&'a str> {
    let facts = &whole.facts.citations;
    match name? {
        Name::Title(number) => facts.titles.get(number).map(|title| &**title),
        Name::Record(number) => {
            let id = facts.records.get(number)?;
            let record = whole.facts.instrument(id);
            Some(record.map_or(&**id, |record| record.edition.title.as_str()))
        }
    }
}

fn pointer(list: List, place: Place) -> Pointer {
    let mut pointer = list.pointer(usize::try_from(place.citation).unwrap_or(usize::MAX));
    match place.member {
        Member::Whole => {}
        Member::Text => pointer.push("text"),
        Member::Article(at) => {
            pointer.push("articles");
            pointer.push_index(at.into());
        }
    }
    pointer
}
