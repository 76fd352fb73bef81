//! QD205: a rank that the instrument does not have.

use super::told::{point_to, tell_not_held};
use crate::codelist::LegalRank;
use crate::facts::citations::cited;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::rank::{may_be_stated, rank_by_title};
use crate::model::Pointer;
use crate::rule::{Draft, Findings, Look, Need, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(205),
    name: "rank-contradicts-instrument",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("所写位阶与文件本身不符", "the stated rank is not that of the instrument"),
    unit: two("每处引用或者每个文件记录一项", "one a citation or record of an instrument"),
    help: two(
        "以文件本身的位阶为准改正；名称以“办法”“规定”结尾的也可能是行政法规",
        "state the rank that the instrument has; titles in 办法 and 规定 may be administrative regulations",
    ),
    citations: &[
        Provision {
            document: "中华人民共和国立法法",
            clause: "第七十二条、第八十条、第八十一条、第九十一条、第九十三条",
        },
        Provision { document: "规章制定程序条例", clause: "第七条" },
    ],
    needs: &[Need::AsOf, Need::Law],
    reads: cited::LISTS_AND_RANKS,
    looks: &[Look::Catalog(rank_contradicts)],
    page: include_str!("qd205.md"),
    ..Rule::BLANK
};

fn rank_contradicts(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.citations;
    let judged = whole.citations();
    for (ordinal, number) in facts.citations() {
        let Some(cited) = facts.cited.get(number) else { continue };
        let Some(stated) = cited.rank else { continue };
        let Some(instrument) = judged.instrument_of(cited) else { continue };
        let is_wrong = |&known: &LegalRank| !may_be_stated(stated, &instrument.title, known);
        let Some(known) = instrument.rank.filter(is_wrong) else { continue };
        let mut pointer = cited.pointer();
        pointer.push(if cited.is_text { "text" } else { "rank" });
        let draft = contradiction(Spot::Record(ordinal, pointer), &instrument.title, stated, known, findings);
        point_to(instrument, "rank", draft);
    }
    let Some(as_of) = scope.as_of else { return };
    for (&ordinal, record) in &facts.instruments {
        let (title, stated) = (&record.edition.title, record.edition.rank);
        let held = scope.law.instrument(title.as_str()).and_then(|instrument| instrument.rank(as_of));
        let known = held.or_else(|| rank_by_title(title.as_str()));
        if let Some(known) = known.filter(|&known| !may_be_stated(stated, title.as_str(), known)) {
            let spot = Spot::Record(ordinal, Pointer::member("rank"));
            contradiction(spot, title.as_str(), stated, known, findings);
        }
    }
    tell_not_held(judged, findings);
}

/// The word for a rank as lists tag with it: 规章, without the remark that it is not told which.
fn word(rank: LegalRank) -> &'static str {
    let title = rank.title_zh();
    title.split_once('（').map_or(title, |(word, _)| word)
}

fn contradiction<'f>(
    spot: Spot,
    title: &str,
    stated: LegalRank,
    known: LegalRank,
    findings: &'f mut Findings<'_>,
) -> &'f mut Draft {
    let (in_marks, plain) = (crate::print::in_title_marks(title), crate::print::excerpt(title));
    let (stated_zh, known_zh) = (word(stated), word(known));
    findings
        .at_spot(
            spot,
            format!("{in_marks}是{known_zh}，误标为“{stated_zh}”"),
            format!("`{plain}` is of rank `{known}`, not `{stated}`"),
        )
        .found(stated.as_str())
        .allowed([known.as_str()])
}
