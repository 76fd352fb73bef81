//! QD210: printed words that stand under another article today.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;

use crate::facts::citations::printed::Printed;
use crate::facts::citations::{Name, cited};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::openings::{EditionOpenings, Held, in_digits};
use crate::model::ArticleRef;
use crate::print::alternatives;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;
use crate::standing::instruments::{InstrumentJudged, State};
use crate::standing::renumbered::{Placed, placed};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(210),
    name: "provision-renumbered",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("所引条文在现行版本中已是另一条", "the provision printed has another number in the edition in force"),
    unit: two("每条引文一项", "one a provision printed"),
    help: two(
        "对照现行版本，改引该条；引文也按现行版本更新",
        "compare with the edition in force, cite that article, and take its words from that edition",
    ),
    citations: &[
        Provision { document: "中华人民共和国立法法", clause: "第六十五条" },
        Provision { document: POWER_LIST_OPINION, clause: "二" },
    ],
    needs: &[Need::AsOf, Need::Law, Need::Openings],
    reads: cited::LISTS,
    looks: &[Look::Catalog(provision_renumbered)],
    page: include_str!("qd210.md"),
    ..Rule::BLANK
};

fn provision_renumbered(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let (facts, Some(openings)) = (&whole.facts.citations, scope.openings) else { return };
    let judged = whole.citations();
    let mut editions: BTreeMap<Name, Option<EditionOpenings>> = BTreeMap::new();
    let mut not_held = BTreeSet::new();
    for seen in &facts.printed.seen {
        let (Some(cited), Some(printed)) = (facts.cited.get(seen.cited), facts.printed.printed.get(seen.printed))
        else {
            continue;
        };
        let Some((name, instrument)) = cited.name.and_then(|name| Some((name, judged.instrument(name)?))) else {
            continue;
        };
        let edition = editions.entry(name).or_insert_with(|| in_force(instrument, openings));
        let Some(edition) = edition else {
            // What has ended is told by another rule.
            if !matches!(instrument.state, State::Ended) {
                not_held.insert(cited.list.field);
            }
            continue;
        };
        if let Placed::Elsewhere(found) = placed(printed, edition) {
            let spot = Spot::Record(seen.ordinal, cited.pointer());
            report(spot, instrument, printed, &found, findings);
        }
    }
    for field in not_held {
        findings.not_run_on(field, NotRunReason::InstrumentNotHeld);
    }
}

fn report(
    spot: Spot,
    instrument: &InstrumentJudged,
    printed: &Printed,
    found: &[ArticleRef],
    findings: &mut Findings<'_>,
) {
    let title = &instrument.title;
    let (title_zh, title_en) = (crate::print::in_title_marks(title), crate::print::excerpt(title));
    let under: Vec<String> = printed.under.iter().map(|&article| ArticleRef::new(article).to_string()).collect();
    let under_zh = under.join("、");
    let under_en: Vec<String> = printed.under.iter().map(NonZeroU16::to_string).collect();
    let found_zh: Vec<String> = found.iter().map(ArticleRef::to_string).collect();
    let found_en: Vec<String> = found.iter().copied().map(in_digits).collect();
    findings
        .at_spot(
            spot,
            format!("{title_zh}{under_zh}的引文是现行版本{}的内容", alternatives(&found_zh, "、", "或者")),
            format!(
                "the words printed under article {} of `{title_en}` are those of article {} in the edition in force",
                under_en.join(", "),
                alternatives(&found_en, ", ", " or ")
            ),
        )
        .found(&under_zh)
        .allowed(found_zh);
}

/// The openings of the edition in force, if they are held.
fn in_force(instrument: &InstrumentJudged, openings: Held<'_>) -> Option<EditionOpenings> {
    matches!(instrument.state, State::InForce | State::Older)
        .then(|| openings.get().of(&instrument.title, instrument.made_on?))
        .flatten()
}
