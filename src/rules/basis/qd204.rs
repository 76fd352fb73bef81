//! QD204: an article that the instrument does not have.

use super::told::{point_to, tell_not_held};
use crate::facts::citations::cited;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::numeral;
use crate::print::{excerpt, in_title_marks};
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(204),
    name: "article-beyond-end",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("所引条款超出文件的末条", "the article cited is beyond the last of the instrument"),
    unit: two("每处引用一项，看其最大的条号", "one a citation, by its highest article"),
    help: two(
        "对照现行版本改正条号；文件修订后条号往往整体变动",
        "correct the number after the edition in force; a revision often moves all of them",
    ),
    citations: &[
        Provision { document: "中华人民共和国立法法", clause: "第六十五条" },
        Provision { document: POWER_LIST_OPINION, clause: "二" },
    ],
    needs: &[Need::AsOf, Need::Law],
    reads: cited::LISTS,
    looks: &[Look::Catalog(article_beyond_end)],
    page: include_str!("qd204.md"),
    ..Rule::BLANK
};

fn article_beyond_end(_scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.citations;
    let judged = whole.citations();
    for (ordinal, number) in facts.citations() {
        let Some(beyond) = judged.citation(number).beyond else { continue };
        let Some(cited) = facts.cited.get(number) else { continue };
        let instrument = judged.instrument_of(cited);
        let (Some(article), Some(instrument)) = (cited.article, instrument) else { continue };
        let (marked, title) = (in_title_marks(&instrument.title), excerpt(&instrument.title));
        let (article_zh, last, last_zh) = (numeral::write(article), beyond.last, numeral::write(beyond.last));
        let spot = Spot::Record(ordinal, cited.pointer_to_article());
        let (known_zh, known_en) = match beyond.as_known_on {
            Some(day) => (format!("（按法规库{}所见的版本）", day.in_chinese()), format!(" (as seen on {day})")),
            None => (String::new(), String::new()),
        };
        let draft = if beyond.older_had_it {
            findings.at_spot(
                spot,
                format!("{marked}的旧版本有第{article_zh}条，现行版本只有{last_zh}条{known_zh}"),
                format!("an older edition of `{title}` had article {article}; the one in force has {last}{known_en}"),
            )
        } else {
            findings.at_spot(
                spot,
                format!("{marked}没有第{article_zh}条，只有{last_zh}条{known_zh}"),
                format!("`{title}` has no article {article}, only {last}{known_en}"),
            )
        };
        if beyond.older_had_it || beyond.may_exist_now {
            draft.severity(Severity::Warning);
        }
        draft.found(&article.to_string()).expected(format!("第一条至第{last_zh}条"), format!("1 to {last}"));
        point_to(instrument, "last_article", draft);
    }
    tell_not_held(judged, findings);
}
