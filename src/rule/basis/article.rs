//! QD202: a law, regulation or rule cited without an article.

use super::super::{Check, Example, Findings, Provision, Rule, Scope, Spot, two};
use super::cited;
use super::examples::set_by;
use crate::codelist::LegalRank;
use crate::finding::{Aspect, Severity};
use crate::lang::Message;
use crate::law::citation::read_with_rest;
use crate::model::{Citation, Pointer, RecordRef, Text};
use crate::rule::Index;

pub(super) const QD202: Rule = Rule {
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    citations: &[
        Provision {
            document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
            clause: "二",
        },
        Provision {
            document: "C 0109 国家政务服务平台政务服务事项基本目录及实施清单", clause: "设定依据"
        },
    ],
    reads: &[
        "licensing_items.set_by.articles",
        "licensing_items.implemented_under.articles",
        "licensing_items.authorities.basis.articles",
        "licensing_items.statutory_limits.basis.articles",
        "licensing_items.promised_limits.basis.articles",
        "licensing_items.joint_handling.limit.basis.articles",
        "licensing_items.special_procedures.basis.articles",
        "licensing_items.materials.basis.articles",
        "licensing_items.fees.basis.articles",
        "licensing_items.quantity_limit.basis.articles",
        "licensing_items.license_validity.basis.articles",
        "power_items.basis.articles",
        "power_items.authorities.basis.articles",
        "power_items.responsibilities.basis.articles",
        "power_items.accountability.basis.articles",
        "power_items.penalties.basis.articles",
        "power_items.coercion.basis.articles",
        "power_items.limits.basis.articles",
        "service_items.basis.articles",
        "service_items.statutory_limits.basis.articles",
        "service_items.promised_limits.basis.articles",
        "service_items.materials.basis.articles",
        "service_items.fees.basis.articles",
        "service_items.special_procedures.basis.articles",
        "service_items.procedure.basis.articles",
    ],
    fails: &[
        Example::members(
            two("只写法律名称", "the title of a law and no more"),
            set_by!(r#"{"title": "中华人民共和国水法"}"#),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("原文只有书名号中的名称", "a text that is a title and no more"),
            set_by!(r#"{"text": "《取水许可和水资源费征收管理条例》（国务院令第460号）"}"#),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("规章的位阶写在文件记录上", "a rule, by the record of the instrument"),
            set_by!(
                r#"{"instrument": "r"}"#,
                r#""legal_instruments": [{"id": "r", "title": "取水许可管理办法", "rank": "departmental_rule", "status": "in_force"}]"#
            ),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("国务院令第412号没有写附件的项号", "国务院令第412号 without the number in its annex"),
            set_by!(
                r#"{"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "document_number": "国务院令第412号"}"#
            ),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("处罚种类的依据和责任事项的依据各一项", "one for a kind of penalty, one for a responsibility"),
            r#""power_items": [{"id": "a", "name": "对擅自取水的处罚", "item_level": "main", "power_type": "penalty", "responsibilities": [{"stage": "file", "content": "立案", "basis": [{"title": "行政处罚法", "articles": [{"article": 54}]}, {"title": "行政处罚法"}]}], "penalties": [{"kind": "fine", "basis": [{"title": "某市水资源管理规定", "rank": "municipal_rule"}]}]}]"#,
            &["/power_items/0/responsibilities/0/basis/1", "/power_items/0/penalties/0/basis/0"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：条款在原文中", "boundary: the article stands in the text"),
            set_by!(r#"{"title": "水法", "text": "《水法》（2016年7月2日修正）第７、48条"}"#),
            &[],
        ),
        Example::members(
            two("界限：附件中的项号", "boundary: a number in the annex"),
            set_by!(
                r#"{"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "text": "国务院令第412号附件第171项"}"#
            ),
            &[],
        ),
        Example::members(
            two("界限：附件中的项号写在其他位置中", "boundary: a number in the annex, as another place"),
            set_by!(r#"{"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "clauses": ["附件第171项"]}"#),
            &[],
        ),
        Example::members(
            two(
                "界限：规范性文件不分条；只从名称看不出位阶的不判断",
                "boundary: a normative document has no articles; a title that does not tell the rank is not judged",
            ),
            set_by!(
                r#"{"title": "某旗取水管理规定", "rank": "normative_document"}, {"title": "取水许可管理办法"}, {"instrument": "n"}"#,
                r#""legal_instruments": [{"id": "n", "title": "某旗取水管理条例释义", "rank": "normative_document", "status": "in_force"}]"#
            ),
            &[],
        ),
        Example::members(
            two("界限：文件的标题序号", "boundary: the number of a heading"),
            set_by!(r#"{"title": "某规定", "rank": "rule", "text": "《某规定》三、（二）"}"#),
            &[],
        ),
        Example::members(
            two("界限：公共服务可以引用整部法律", "boundary: a public service may cite a law as a whole"),
            r#""organizations": [{"id": "w", "name": "水利局", "kind": "department"}], "service_items": [{"id": "a", "name": "水质信息查询", "item_level": "main", "service_type": "public_service", "organization": "w", "basis": [{"title": "水法"}]}]"#,
            &[],
        ),
    ],
    checks: &[Check::Record(without_article), Check::Catalog(instrument_without_article)],
    ..Rule::new(
        202,
        "basis-without-article",
        two("引用法律、法规、规章没有写明条款", "a law, regulation or rule is cited without an article"),
        two("每处引用一项", "one a citation"),
        two(
            "在 `articles` 写明条、款、项；引用附件、章节的，在 `clauses` 写明",
            "write the articles into `articles`; where an annex or a chapter is cited, its number into `clauses`",
        ),
    )
};

/// Citations that name their instrument by title.
fn without_article(scope: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    cited::of_power(record, |bases| {
        for (index, citation) in bases.citations.iter().enumerate() {
            // The rank of an instrument of the catalog is in its record.
            if citation.instrument.is_some() || !names_no_place(citation) {
                continue;
            }
            let Some(title) = stated_title(citation) else { continue };
            // What is known of the instrument goes before what its citation says of it.
            let known = scope.law.instrument(title.as_str()).and_then(|known| known.editions().next());
            let rank = known.map(|edition| edition.rank).or(citation.rank);
            if is_cited_by_article(rank, title.as_str()) && holds_articles(scope, bases.list.field) {
                let message = message(&title);
                findings
                    .at(bases.list.member(index, "articles"), message.zh, message.en)
                    .found(title.as_str())
                    .allowed(ALLOWED);
            }
        }
    });
}

/// Citations that name their instrument by a record of the catalog.
fn instrument_without_article(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for unplaced in index.bases.unplaced(index).filter(|unplaced| holds_articles(scope, unplaced.field)) {
        let message = message(unplaced.title);
        let spot = Spot::Record(unplaced.ordinal, unplaced.path.clone());
        let draft = findings.at_spot(spot, message.zh, message.en);
        draft.found(unplaced.title.as_str()).allowed(ALLOWED);
        if let Some(instrument) = unplaced.instrument {
            draft.related(
                Spot::Record(instrument, Pointer::member("rank")),
                "文件的位阶",
                "the rank of the instrument",
            );
        }
    }
}

/// What would be in order.
const ALLOWED: [&str; 1] = ["an article, such as `第七条`"];

fn message(title: &Text) -> Message {
    let title = crate::print::excerpt(title.as_str());
    Message::new(format!("引用“{title}”没有写明条款"), format!("`{title}` is cited without an article"))
}

fn holds_articles(scope: &Scope<'_>, field: &str) -> bool {
    scope.holds(&format!("{field}.articles"))
}

/// The title that a citation gives, or that of the one instrument of which its text speaks and says no more.
pub(super) fn stated_title(citation: &Citation) -> Option<Text> {
    if citation.title.is_some() {
        return citation.title.clone();
    }
    let text = citation.text.as_ref()?;
    let mut read = read_with_rest(text.as_str()).into_iter();
    let (only, None) = (read.next()?, read.next()) else { return None };
    only.unread.is_empty().then_some(only.citation.title).flatten()
}

/// The one decision of the State Council whose annex is cited by number (国务院令第412号).
const DECISION_412: &str = "国务院对确需保留的行政审批项目设定行政许可的决定";
/// What ends the title of a document that need not have articles, whatever rank it is given.
const WITHOUT_ARTICLES: [&str; 8] = ["决定", "决议", "批复", "通知", "通告", "公告", "意见", "目录"];
/// Words that end like the title of a law, and end no title of a law.
const NO_LAW: [&str; 4] = ["办法", "方法", "做法", "作法"];
/// What stands in titles that end like those of laws or regulations, and are those of party regulations or methods.
const NO_STATE_LAW: [&str; 5] = ["党", "干部", "信访工作", "解放军", "测定"];

/// Whether an instrument of this rank, or if none is known of this title, is a law, regulation or rule that has
/// articles. What a title cannot tell is no.
pub(super) fn is_cited_by_article(rank: Option<LegalRank>, title: &str) -> bool {
    let title = title.trim().trim_start_matches('《').trim_end_matches('》');
    if title.starts_with(DECISION_412) {
        return true;
    }
    if WITHOUT_ARTICLES.iter().any(|end| title.ends_with(end)) {
        return false;
    }
    match rank {
        Some(
            LegalRank::Constitution
            | LegalRank::Law
            | LegalRank::AdministrativeRegulation
            | LegalRank::LocalRegulation
            | LegalRank::AutonomousRegulation
            | LegalRank::SpecialZoneRegulation
            | LegalRank::DepartmentalRule
            | LegalRank::ProvincialRule
            | LegalRank::MunicipalRule
            | LegalRank::Regulation
            | LegalRank::Rule,
        ) => true,
        Some(
            LegalRank::StateCouncilDecision
            | LegalRank::NormativeDocument
            | LegalRank::PartyRegulation
            | LegalRank::StaffingDocument
            | LegalRank::Standard,
        ) => false,
        None => {
            let ends_like_one = title.ends_with("条例")
                || title.ends_with("法典")
                || (title.ends_with('法') && !NO_LAW.iter().any(|word| title.ends_with(word)));
            // Methods of measurement are titled `水质 化学需氧量的测定 重铬酸盐法`.
            ends_like_one && !title.contains(' ') && !NO_STATE_LAW.iter().any(|word| title.contains(word))
        }
    }
}

/// Whether a citation names neither an article nor another place in its instrument. Its texts are not understood here:
/// whatever in them may be a place counts as one.
pub(super) fn names_no_place(citation: &Citation) -> bool {
    let texts = [&citation.text, &citation.title, &citation.document_number, &citation.quote];
    citation.articles.is_empty()
        && citation.clauses.is_empty()
        && !texts.into_iter().flatten().any(|text| may_name_a_place(text.as_str()))
}

fn may_name_a_place(text: &str) -> bool {
    ["附件", "附录", "附表", "名录", "序号", "§"].iter().any(|word| text.contains(word))
        || text.match_indices(is_unit).any(|(at, unit)| text.get(..at).is_some_and(|before| is_numbered(before, unit)))
        || text.split_once('》').is_some_and(|(_, after)| has_heading_number(after))
}

/// The divisions of a document.
fn is_unit(c: char) -> bool {
    "条款项目章节编篇类".contains(c)
}

/// Whether a number stands before a division: 第七条, 第７、48 条, 第（三）项; for articles, 7条 too.
fn is_numbered(before: &str, unit: &str) -> bool {
    let run = before.trim_end_matches(|c: char| {
        is_digit(c) || c.is_whitespace() || "第（）()、，,—–－-～~至到和及与之".contains(c)
    });
    let number = before.strip_prefix(run).unwrap_or_default();
    number.contains(is_digit) && (unit == "条" || number.contains('第'))
}

/// Whether the number of a heading stands in the text after a title: 三、 or （二）.
fn has_heading_number(text: &str) -> bool {
    let mut before = text.match_indices('、').filter_map(|(at, _)| text.get(..at));
    let mut bracketed = text.split(['（', '(']).skip(1).filter_map(|rest| rest.split_once(['）', ')']));
    before.any(|before| before.ends_with(is_chinese_digit))
        || bracketed.any(|(number, _)| !number.is_empty() && number.chars().all(is_chinese_digit))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || is_chinese_digit(c)
}

fn is_chinese_digit(c: char) -> bool {
    "〇零一二三四五六七八九十百千两".contains(c)
}
