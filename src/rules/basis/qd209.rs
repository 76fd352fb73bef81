//! QD209: a title that nobody holds, one slip of the pen away from one that is held.

use crate::codelist::LegalRank;
use crate::facts::citations::cited;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::rank::stated_rank_covers;
use crate::model::Pointer;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;
use crate::standing::citations::sightings;
use crate::standing::instruments::State;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(209),
    name: "instrument-misnamed",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("文件名称可能有误", "the title of the instrument may be misspelt"),
    unit: two("每个名称一项", "one a title"),
    help: two(
        "对照原文件核对名称；确有此名称的，在法律法规文件（legal_instruments）中登记",
        "compare the title with the original; where there is such an instrument, describe it in `legal_instruments`",
    ),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二" }],
    needs: &[Need::Law],
    reads: cited::LISTS_AND_TITLES,
    looks: &[Look::Catalog(instrument_misnamed)],
    page: include_str!("qd209.md"),
    ..Rule::BLANK
};

fn instrument_misnamed(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.citations;
    let judged = whole.citations();
    let is_unknown = |name| judged.instrument(name).is_some_and(|instrument| instrument.state == State::NotHeld);
    for sighting in sightings(facts, is_unknown) {
        let Some(instrument) = judged.instrument(sighting.name) else { continue };
        let Some(cited) = facts.cited.get(sighting.cited) else { continue };
        let spot = Spot::Record(sighting.ordinal, cited.pointer());
        report(scope, spot, (&instrument.title, cited.rank), sighting.count, findings);
    }
    for (&ordinal, record) in &facts.instruments {
        let spot = Spot::Record(ordinal, Pointer::member("title"));
        report(scope, spot, (record.edition.title.as_str(), Some(record.edition.rank)), 0, findings);
    }
}

/// Reports a title that is held neither here nor there and is near to one that is; not where the rank that is stated
/// tells that it is another instrument.
fn report(
    scope: &Scope<'_>,
    spot: Spot,
    (title, rank): (&str, Option<LegalRank>),
    citations: u64,
    findings: &mut Findings<'_>,
) {
    let Some(near) = scope.law.nearest(title).and_then(|near| near.editions().next()) else { return };
    if rank.is_some_and(|stated| !stated_rank_covers(stated, near.rank)) {
        return;
    }
    let near_title = near.title.as_str();
    let (found_zh, near_zh) = (crate::print::in_title_marks(title), crate::print::in_title_marks(near_title));
    let (found, near) = (crate::print::excerpt(title), crate::print::excerpt(near_title));
    let (zh, en) = if citations > 1 {
        (format!("（{citations}处引用）"), format!(" ({citations} citations)"))
    } else {
        (String::new(), String::new())
    };
    findings
        .at_spot(
            spot,
            format!("法规库未收录{found_zh}，收录有{near_zh}，只差一个字{zh}"),
            format!("no instrument `{found}` is held; there is `{near}`, one character away{en}"),
        )
        .found(title)
        .of_catalog(title)
        .allowed([near]);
}
