//! QD205: a rank that the instrument does not have.

use super::super::{Check, Example, Findings, Need, Provision, Rule, Scope, Spot, two};
use super::examples::set_by;
use crate::codelist::LegalRank;
use crate::finding::{Aspect, Severity};
use crate::law::rank::{may_be_stated, rank_by_title};
use crate::model::Pointer;
use crate::rule::{Draft, Index};

pub(super) const QD205: Rule = Rule {
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    citations: &[
        Provision {
            document: "中华人民共和国立法法",
            clause: "第七十二条、第八十条、第八十一条、第九十一条、第九十三条",
        },
        Provision { document: "规章制定程序条例", clause: "第七条" },
    ],
    needs: &[Need::AsOf, Need::Law],
    reads: super::cited::LISTS_AND_RANKS,
    fails: &[
        Example::members(
            two("行政法规标成规章", "an administrative regulation called a rule"),
            set_by!(
                r#"{"title": "取水许可和水资源费征收管理条例", "rank": "departmental_rule", "articles": [{"article": 2}]}"#
            ),
            &["/licensing_items/0/set_by/0/rank"],
        ),
        Example::members(
            two("标签在原文中", "the tag stands in the text"),
            set_by!(r#"{"text": "【法律】《取水许可和水资源费征收管理条例》第二条"}"#),
            &["/licensing_items/0/set_by/0/text"],
        ),
        Example::members(
            two("法规库未收录，名称表明是地方性法规", "not held, and its title shows a local regulation"),
            set_by!(r#"{"text": "【规章】《四川省渔业管理条例》第五条"}"#),
            &["/licensing_items/0/set_by/0/text"],
        ),
        Example::members(
            two("文件记录的位阶与法规库不符", "the record of an instrument contradicts what is known"),
            r#""legal_instruments": [{"id": "r", "title": "取水许可和水资源费征收管理条例", "rank": "local_regulation", "status": "in_force"}]"#,
            &["/legal_instruments/0/rank"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：【法规】包括行政法规", "boundary: 法规 takes in administrative regulations"),
            set_by!(r#"{"text": "【法规】《取水许可和水资源费征收管理条例》第二条"}"#),
            &[],
        ),
        Example::members(
            two("位阶相符；法规库未收录的不判断", "the rank it has; what is not held is not judged"),
            set_by!(
                r#"{"title": "水法", "rank": "law", "articles": [{"article": 7}]}, {"title": "某自治区节约用水条例", "rank": "local_regulation", "articles": [{"article": 5}]}"#
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：地方性法规标为法规；地方政府的办法名称不表明位阶",
                "boundary: a local regulation under 法规; the title of a 办法 shows no rank",
            ),
            set_by!(
                r#"{"text": "【法规】《四川省渔业管理条例》第五条"}, {"text": "【规章】《四川省渔业管理办法》第五条"}, {"title": "杭锦旗草原保护条例", "rank": "autonomous_regulation", "articles": [{"article": 5}]}"#
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：国务院令第412号标为国务院决定、行政法规、法规",
                "boundary: 国务院令第412号 under 国务院决定, 行政法规 and 法规",
            ),
            set_by!(
                r#"{"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "rank": "state_council_decision", "clauses": ["附件第171项"]}, {"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "rank": "administrative_regulation", "clauses": ["附件第172项"]}, {"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "rank": "regulation", "clauses": ["附件第173项"]}"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Catalog(rank_contradicts)],
    ..Rule::new(
        205,
        "rank-contradicts-instrument",
        two("所写位阶与文件本身不符", "the stated rank is not that of the instrument"),
        two("每处引用或者每个文件记录一项", "one a citation or record of an instrument"),
        two(
            "以文件本身的位阶为准改正；名称以“办法”“规定”结尾的也可能是行政法规",
            "state the rank that the instrument has; titles in 办法 and 规定 may be administrative regulations",
        ),
    )
};

fn rank_contradicts(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.bases;
    let judged = facts.judged(scope, index);
    for (ordinal, number) in facts.citations() {
        let Some(cited) = facts.cited.get(number) else { continue };
        let Some(stated) = cited.rank else { continue };
        let Some(instrument) = judged.instrument_of(cited) else { continue };
        let is_wrong = |&known: &LegalRank| !may_be_stated(stated, &instrument.title, known);
        let Some(known) = instrument.rank.filter(is_wrong) else { continue };
        let mut pointer = cited.pointer();
        pointer.push(if cited.is_text { "text" } else { "rank" });
        let draft = contradiction(Spot::Record(ordinal, pointer), &instrument.title, stated, known, findings);
        instrument.point_to("rank", draft);
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
    judged.tell_not_held(findings);
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
