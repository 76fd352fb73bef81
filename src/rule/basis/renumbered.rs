//! QD210: printed words that stand under another article today.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use super::super::{Check, Example, Findings, Need, Provision, Rule, Scope, Spot, two};
use super::examples::set_by;
use super::facts::Name;
use super::judged::{InstrumentJudged, State};
use super::printed::Printed;
use crate::finding::{Aspect, NotRunReason, Severity};
use crate::law::openings::{EditionOpenings, Openings};
use crate::model::ArticleRef;
use crate::rule::Index;

pub(super) const QD210: Rule = Rule {
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    citations: &[
        Provision { document: "中华人民共和国立法法", clause: "第六十五条" },
        Provision {
            document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
            clause: "二",
        },
    ],
    needs: &[Need::AsOf, Need::Openings],
    fails: &[],
    passes: &[],
    checks: &[Check::Catalog(provision_renumbered)],
    ..Rule::new(
        210,
        "provision-renumbered",
        two("所引条文在现行版本中已是另一条", "the provision printed has another number in the edition in force"),
        two("每条引文一项", "one a provision printed"),
        two(
            "对照现行版本，改引该条；引文也按现行版本更新",
            "compare with the edition in force, cite that article, and take its words from that edition",
        ),
    )
};

fn provision_renumbered(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let (facts, Some(openings)) = (&index.bases, scope.openings) else { return };
    let judged = facts.judged(scope, index);
    let mut editions: BTreeMap<Name, Option<EditionOpenings>> = BTreeMap::new();
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
                findings.not_run_on(cited.list.field, NotRunReason::InstrumentNotHeld);
            }
            continue;
        };
        let Some(found) = moved_to(printed, edition) else { continue };
        let title = &instrument.title;
        let (title_zh, title_en) = (crate::print::in_title_marks(title), crate::print::excerpt(title));
        let under: Vec<String> =
            printed.under.iter().map(|&article| ArticleRef::new(article).to_string()).collect();
        let under_zh = under.join("、");
        let under_en: Vec<String> = printed.under.iter().map(NonZeroU16::to_string).collect();
        let spot = Spot::Record(seen.ordinal, cited.pointer());
        findings
            .at_spot(
                spot,
                format!("{title_zh}{under_zh}的引文是现行版本{found}的内容"),
                format!(
                    "the words printed under article {} of `{title_en}` are those of {found} in the edition in force",
                    under_en.join(", ")
                ),
            )
            .found(&under_zh)
            .allowed([found.to_string()]);
    }
}

/// The openings of the edition in force, if they are held.
fn in_force(instrument: &InstrumentJudged, openings: &Openings) -> Option<EditionOpenings> {
    matches!(instrument.state, State::InForce | State::Older)
        .then(|| openings.of(&instrument.title, instrument.made_on?))
        .flatten()
}

/// The one article that begins so, where it is none of those under which the words are printed.
fn moved_to(printed: &Printed, edition: &EditionOpenings) -> Option<ArticleRef> {
    let found = edition.only_article(printed.opening)?;
    (!printed.under.contains(&found.article)).then_some(found)
}
