//! QD203: an instrument that has ended.

use std::num::NonZeroU16;

use super::told::{point_to, tell_not_held};
use crate::facts::citations::{CitationFacts, cited};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::facts::MovedArticle;
use crate::numeral;
use crate::print::{excerpt, in_title_marks};
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;
use crate::standing::citations::{CitationJudged, JudgedCitations};
use crate::standing::instruments::{End, InstrumentJudged, State, Successor};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(203),
    name: "instrument-repealed",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "所引文件已经废止、失效或者不是现行版本",
        "the instrument cited has ended, or an older edition is cited",
    ),
    unit: two("每处引用一项", "one a citation"),
    help: two(
        "改引现行的文件和条款；没有现行依据的，该权力应当取消",
        "cite the instrument in force and its article; a power without any must be given up",
    ),
    citations: &[
        Provision { document: "中华人民共和国立法法", clause: "第六十三条" },
        Provision { document: POWER_LIST_OPINION, clause: "二" },
    ],
    needs: &[Need::AsOf, Need::Law],
    reads: cited::LISTS,
    looks: &[Look::Catalog(instrument_repealed)],
    page: include_str!("qd203.md"),
    ..Rule::BLANK
};

/// What is cited, and what comes of it.
type Known<'a> = (&'a CitationFacts, &'a JudgedCitations);

fn instrument_repealed(_scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.citations;
    let judged = whole.citations();
    for (ordinal, numbers) in facts.items() {
        let is_past = |number: &u32| matches!(judged.citation(*number).state, State::Ended | State::Older);
        if !numbers.iter().any(is_past) {
            continue;
        }
        let cited = |number: u32| facts.cited.get(number);
        for list in numbers.chunk_by(|&a, &b| cited(a).map(|a| a.list) == cited(b).map(|b| b.list)) {
            let one = list.first().and_then(|&number| cited(number));
            // An error where nothing else can carry the power; a warning where another basis in the list does, or may.
            let is_lost = one.is_some_and(|one| judged.leaves_without_basis(one, list));
            let severity = if is_lost { Severity::Error } else { Severity::Warning };
            for (number, citation) in list.iter().filter_map(|&number| Some((number, cited(number)?))) {
                let Some(instrument) = judged.instrument_of(citation) else { continue };
                let spot = Spot::Record(ordinal, citation.pointer());
                match judged.citation(number).state {
                    State::Ended => {
                        ended(spot, number, (facts, judged), severity, findings);
                    }
                    State::Older => older(spot, judged.citation(number), instrument, findings),
                    State::NotHeld | State::Open | State::NotYet | State::InForce => {}
                }
            }
        }
    }
    tell_not_held(judged, findings);
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
    point_to(instrument, "status", draft);
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
    let (part_zh, part_en) = if in_part { ("主要内容", "most of ") } else { ("内容", "") };
    let (check_zh, check_en) =
        if in_part { ("，款项须逐一核对", "; paragraphs and items may not be") } else { ("", "") };
    let (old_zh, new_zh) = (numeral::write(old), numeral::write(article));
    (
        format!("，原第{old_zh}条的{part_zh}现见{}第{new_zh}条{check_zh}", in_title_marks(code)),
        format!("; {part_en}its article {old} is now in article {article} of `{code}`{check_en}"),
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
    point_to(instrument, "status", draft);
}
