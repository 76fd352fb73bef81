//! QD209: a title that nobody holds, one slip of the pen away from one that is held.

use super::super::{Check, Example, Findings, Need, Provision, Rule, Scope, Spot, two};
use super::examples::set_by;
use super::judged::{State, sightings};
use crate::codelist::LegalRank;
use crate::finding::{Aspect, Severity};
use crate::law::rank::stated_rank_covers;
use crate::model::Pointer;
use crate::rule::Index;

pub(super) const QD209: Rule = Rule {
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    citations: &[Provision {
        document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
        clause: "二",
    }],
    needs: &[Need::Law],
    reads: super::cited::LISTS_AND_TITLES,
    fails: &[
        Example::members(
            two("条例写成条件，两处引用只报一次", "条件 for 条例, cited twice and told once"),
            set_by!(
                r#"{"title": "医疗机构管理条件", "articles": [{"article": 9}]}, {"text": "《医疗机构管理条件》第十五条"}"#
            ),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("文件记录漏了一个字", "the record of an instrument lacks a character"),
            r#""legal_instruments": [{"id": "r", "title": "取水许可和水资源征收管理条例", "rank": "administrative_regulation", "status": "in_force"}]"#,
            &["/legal_instruments/0/title"],
        ),
        Example::members(
            two("两个字形相近的字", "two characters that look alike"),
            set_by!(r#"{"title": "医疗器械监督菅理条例", "articles": [{"article": 9}]}"#),
            &["/licensing_items/0/set_by/0"],
        ),
    ],
    passes: &[
        Example::members(
            two(
                "界限：实施细则与实施条例不止差一个字；名称短的不判断",
                "boundary: 实施细则 and 实施条例 differ in more than one character; short titles are not judged",
            ),
            set_by!(
                r#"{"title": "食品安全法实施细则", "articles": [{"article": 9}]}, {"title": "水湖法", "articles": [{"article": 9}]}"#
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：对象换了一个字的是另一个文件",
                "boundary: a character exchanged in the subject makes another instrument",
            ),
            set_by!(
                r#"{"title": "林业行政处罚程序规定", "articles": [{"article": 9}]}, {"title": "鱼药经营管理条例", "articles": [{"article": 9}]}"#
            ),
            &[],
        ),
        Example::members(
            two("界限：本目录有这个文件的记录", "boundary: the catalog has a record of such an instrument"),
            set_by!(
                r#"{"title": "公路安全防护条例", "articles": [{"article": 9}]}"#,
                r#""legal_instruments": [{"id": "r", "title": "公路安全防护条例", "rank": "local_regulation", "status": "in_force"}]"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Catalog(instrument_misnamed)],
    ..Rule::new(
        209,
        "instrument-misnamed",
        two("文件名称可能有误", "the title of the instrument may be misspelt"),
        two("每个名称一项", "one a title"),
        two(
            "对照原文件核对名称；确有此名称的，在法律法规文件（legal_instruments）中登记",
            "compare the title with the original; where there is such an instrument, describe it in `legal_instruments`",
        ),
    )
};

fn instrument_misnamed(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.bases;
    let judged = facts.judged(scope, index);
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
