//! QD203: an instrument that has ended.

use std::num::NonZeroU16;

use super::super::{Check, Example, Findings, Need, Provision, Rule, Scope, Spot, two};
use super::examples::set_by;
use super::facts::{BasisFacts, Cited};
use super::judged::{CitationJudged, End, InstrumentJudged, Judged, State, Successor};
use crate::finding::{Aspect, Severity};
use crate::law::facts::MovedArticle;
use crate::numeral;
use crate::print::{excerpt, in_title_marks};
use crate::rule::Index;

/// What is cited, and what comes of it.
type Known<'a> = (&'a BasisFacts, &'a Judged);

pub(super) const QD203: Rule = Rule {
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    citations: &[
        Provision { document: "中华人民共和国立法法", clause: "第六十四条、第一百零七条" },
        Provision {
            document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
            clause: "二",
        },
    ],
    needs: &[Need::AsOf, Need::Law],
    reads: super::cited::LISTS,
    fails: &[
        Example::members(
            two("唯一的设定依据已经废止", "the only basis that sets the license was repealed"),
            set_by!(r#"{"title": "化妆品卫生监督条例", "articles": [{"article": 5}]}"#),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("另有现行依据：警告", "another basis is in force: a warning"),
            set_by!(
                r#"{"text": "《化妆品卫生监督条例》第五条"}, {"title": "化妆品监督管理条例", "articles": [{"article": 27}]}"#
            ),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("引用的是旧版：警告", "an older edition is cited: a warning"),
            set_by!(
                r#"{"title": "中华人民共和国行政许可法", "version_dates": ["2003-08-27"], "articles": [{"article": 12}]}"#
            ),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("只写年份的旧版：警告", "an older edition by its year: a warning"),
            set_by!(
                r#"{"text": "《中华人民共和国行政处罚法》（2018年修正）第八条"}, {"text": "《中华人民共和国药品管理法》（2015年4月修正）第七条"}"#
            ),
            &["/licensing_items/0/set_by/0", "/licensing_items/0/set_by/1"],
        ),
        Example::members(
            two("已由法典承接", "a code took it over"),
            set_by!(r#"{"title": "中华人民共和国水污染防治法", "articles": [{"article": 21}]}"#),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("本目录的文件记录写明已废止", "repealed, by the record of the instrument"),
            set_by!(
                r#"{"instrument": "r", "articles": [{"article": 3}]}"#,
                r#""legal_instruments": [{"id": "r", "title": "某自治区水资源管理办法", "rank": "provincial_rule", "status": "repealed", "ended_on": "2024-03-01"}]"#
            ),
            &["/licensing_items/0/set_by/0"],
        ),
    ],
    passes: &[
        Example::members(
            two("现行有效", "in force"),
            set_by!(r#"{"title": "中华人民共和国水法", "articles": [{"article": 7}]}"#),
            &[],
        ),
        Example::members(
            two(
                "界限：只写公布日期不是引用旧版；同名文件有现行版本的不算废止",
                "boundary: the day of publication names no edition; a title with an edition in force has not ended",
            ),
            set_by!(
                r#"{"text": "《取水许可和水资源费征收管理条例》（2006年2月21日国务院令第460号公布）第二条"}, {"text": "《取水许可和水资源费征收管理条例》（2017年3月1日修订）第四条"}"#
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：版本所在年份可能就是现行版本；只以令号说明修订的，不知是哪一版",
                "boundary: the year may be that of the edition in force; an amendment named by its order alone names no edition",
            ),
            set_by!(
                r#"{"text": "《中华人民共和国水法》（2016年修正）第七条"}, {"text": "《取水许可和水资源费征收管理条例》（2006年2月21日公布，根据国务院令第676号修订）第二条"}"#
            ),
            &[],
        ),
        Example::members(
            two("界限：废止日期在检查日期之后", "boundary: it ends after the day of the check"),
            set_by!(
                r#"{"instrument": "r", "articles": [{"article": 3}]}"#,
                r#""legal_instruments": [{"id": "r", "title": "某自治区水资源管理办法", "rank": "provincial_rule", "status": "repealed", "effective_on": "2010-01-01", "ended_on": "2027-01-01"}]"#
            ),
            &[],
        ),
        Example::members(
            two("法规库未收录的文件不判断", "what is not held is not judged"),
            set_by!(r#"{"title": "某自治区节约用水条例", "articles": [{"article": 5}]}"#),
            &[],
        ),
    ],
    checks: &[Check::Catalog(instrument_repealed)],
    ..Rule::new(
        203,
        "instrument-repealed",
        two("所引文件已经废止、失效或者不是现行版本", "the instrument cited has ended, or an older edition is cited"),
        two("每处引用一项", "one a citation"),
        two(
            "改引现行的文件和条款；没有现行依据的，该权力应当取消",
            "cite the instrument in force and its article; a power without any must be given up",
        ),
    )
};

fn instrument_repealed(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.bases;
    let judged = facts.judged(scope, index);
    for (ordinal, numbers) in facts.items() {
        let is_past = |number: &u32| matches!(judged.citation(*number).state, State::Ended | State::Older);
        if !numbers.iter().any(is_past) {
            continue;
        }
        let cited = |number: u32| facts.cited.get(number);
        for list in numbers.chunk_by(|&a, &b| cited(a).map(|a| a.list) == cited(b).map(|b| b.list)) {
            for (number, citation) in list.iter().filter_map(|&number| Some((number, cited(number)?))) {
                let Some(instrument) = judged.instrument_of(citation) else { continue };
                let spot = Spot::Record(ordinal, citation.pointer());
                match judged.citation(number).state {
                    State::Ended => {
                        ended(spot, number, (facts, judged), severity(citation, list, judged), findings);
                    }
                    State::Older => older(spot, judged.citation(number), instrument, findings),
                    State::NotHeld | State::Open | State::InForce => {}
                }
            }
        }
    }
    judged.tell_not_held(findings);
}

/// An error where nothing else can carry the power; a warning where another basis in the list does, or may.
fn severity(citation: &Cited, list: &[u32], judged: &Judged) -> Severity {
    let all_ended = list.iter().all(|&number| judged.citation(number).state == State::Ended);
    if citation.list.gives_power() && all_ended && !citation.is_public_service {
        Severity::Error
    } else {
        Severity::Warning
    }
}

/// A piece of a message in both languages.
type Words = (String, String);

fn nothing() -> Words {
    (String::new(), String::new())
}

fn ended(spot: Spot, number: u32, (facts, judged): Known<'_>, severity: Severity, findings: &mut Findings<'_>) {
    let citation = judged.citation(number);
    let Some(cited) = facts.cited.get(number) else { return };
    let Some(instrument) = judged.instrument_of(cited) else { return };
    let Some(end) = &instrument.end else { return };
    let edition = citation.older.map_or_else(nothing, |day| {
        (format!("（引用的是{}的版本）", day.in_chinese()), format!(" (cited as of {day})"))
    });
    let pieces = [
        (in_title_marks(&instrument.title), format!("`{}`", excerpt(&instrument.title))),
        edition,
        how_it_ended(end),
        end.successor.as_ref().map_or_else(nothing, what_took_its_place),
        citation.moved.zip(cited.article).map_or_else(nothing, where_it_stands),
    ];
    let (zh, en): (Vec<String>, Vec<String>) = pieces.into_iter().unzip();
    let draft = findings.at_spot(spot, zh.concat(), en.concat());
    draft.severity(severity).found(&instrument.title);
    instrument.point_to("status", draft);
}

fn how_it_ended(end: &End) -> Words {
    let (zh, en) = if end.lapsed { ("失效", "lapsed") } else { ("废止", "was repealed") };
    match end.since {
        Some(day) => (format!("已自{}起{zh}", day.in_chinese()), format!(" {en} on {day}")),
        None => (format!("已{zh}"), format!(" {en}")),
    }
}

fn what_took_its_place(next: &Successor) -> Words {
    let (zh, en) = (in_title_marks(next.title.as_str()), excerpt(next.title.as_str()));
    if next.in_force {
        (format!("，现行为{zh}"), format!("; in force is `{en}`"))
    } else {
        (format!("，由{zh}替代"), format!(", and `{en}` took its place"))
    }
}

fn where_it_stands((moved, old): (MovedArticle, NonZeroU16)) -> Words {
    let MovedArticle { code, article, in_part, .. } = moved;
    let (part_zh, part_en) = if in_part { ("部分内容", "part of ") } else { ("内容", "") };
    let (old_zh, new_zh) = (numeral::write(old), numeral::write(article));
    (
        format!("，原第{old_zh}条的{part_zh}现见{}第{new_zh}条", in_title_marks(code)),
        format!("; {part_en}its article {old} is now article {article} of `{code}`"),
    )
}

fn older(spot: Spot, citation: &CitationJudged, instrument: &InstrumentJudged, findings: &mut Findings<'_>) {
    let (marked, title) = (in_title_marks(&instrument.title), excerpt(&instrument.title));
    let cited = match citation.older {
        Some(day) => (
            format!("{marked}引用的是{}的版本", day.in_chinese()),
            format!("the edition of {day} of `{title}` is cited"),
        ),
        None => (format!("{marked}引用的是旧版本"), format!("an older edition of `{title}` is cited")),
    };
    let in_force = instrument.made_on.map_or_else(nothing, |day| {
        (format!("，现行为{}修改的版本", day.in_chinese()), format!("; the one in force is of {day}"))
    });
    let as_seen = instrument.less_sure_since.map_or_else(nothing, |day| {
        (
            format!("（按法规库{}所见，此后的修改可能未收录）", day.in_chinese()),
            format!(" (as seen on {day}; later amendments need not be held)"),
        )
    });
    let (zh, en): (Vec<String>, Vec<String>) = [cited, in_force, as_seen].into_iter().unzip();
    let draft = findings.at_spot(spot, zh.concat(), en.concat());
    draft.severity(Severity::Warning).found(&instrument.title);
    draft.help(
        "核对现行版本的条文和条号，改引现行版本",
        "compare with the edition in force, its words and its numbers, and cite that one",
    );
    instrument.point_to("status", draft);
}
