//! QD202: a law, regulation or rule cited without an article.

use std::collections::{BTreeSet, HashMap};

use super::super::{Check, Example, Findings, Provision, Rule, Scope, Spot, two};
use super::cited;
use super::examples::set_by;
use super::facts::{BasisFacts, Cited, Name, Whole};
use crate::codelist::LegalRank;
use crate::finding::{Aspect, NotRunReason, Severity};
use crate::law::facts::title_key;
use crate::law::rank::rank_by_title;
use crate::model::{Citation, Kind, Pointer};
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
    reads: cited::ARTICLES,
    fails: &[
        Example::members(
            two("只写法律名称", "the title of a law and no more"),
            set_by!(r#"{"title": "中华人民共和国水法"}"#),
            &["/licensing_items/0/set_by/0"],
        ),
        Example::members(
            two("原文只有书名号中的名称", "a text that is a title and no more"),
            set_by!(r#"{"text": "《取水许可和水资源费征收管理条例》（国务院令第460号）"}"#),
            &["/licensing_items/0/set_by/0/text"],
        ),
        Example::members(
            two(
                "一格引用几个文件，各自判断：两个没有写明条款",
                "a cell with several instruments, each judged for itself: two without an article",
            ),
            set_by!(
                r#"{"text": "1.《水法》第七条；2.《取水许可和水资源费征收管理条例》（国务院令第460号）；3.《防洪法》"}"#
            ),
            &["/licensing_items/0/set_by/0/text", "/licensing_items/0/set_by/0/text"],
        ),
        Example::members(
            two(
                "地方性法规：名称以行政区划全称开头、以“条例”结尾",
                "a local regulation: its title begins with the full name of a division and ends in 条例",
            ),
            set_by!(r#"{"title": "鄂尔多斯市城市绿化条例"}"#),
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
            two("界限：写明全文适用", "boundary: the whole of it is said to apply"),
            set_by!(r#"{"text": "《水法》全文适用"}, {"title": "防洪法", "clauses": ["全文"]}"#),
            &[],
        ),
        Example::members(
            two(
                "界限：一格几个文件，都有条款；名称在条款之前另列一次的算有",
                "boundary: several instruments in a cell, each with its article; a title listed before stands for itself once more",
            ),
            set_by!(
                r#"{"text": "《水法》《防洪法》\n《水法》第四十八条；《防洪法》第二十七条；国务院令第412号附件第171项"}"#
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：法规库未收录的文件，不按名称结尾猜位阶",
                "boundary: what is not held is not judged by how its title ends",
            ),
            set_by!(r#"{"title": "城市绿化管理促进法"}, {"text": "《电子垃圾回收条例》、【规章】《某管理办法》"}"#),
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
    checks: &[Check::Catalog(without_article)],
    ..Rule::new(
        202,
        "basis-without-article",
        two("引用法律、法规、规章没有写明条款", "a law, regulation or rule is cited without an article"),
        two("每处引用的每个文件一项", "one an instrument and citation"),
        two(
            "写明条、款、项（条款（articles）栏，或者原文中）；引用附件、章节的，写明其序号（其他位置（clauses）栏）；适用全文的，写明“全文适用”",
            "write article, paragraph and item (into `articles`, or in the text); where an annex or a chapter is cited, its number (into `clauses`); where all of it applies, say so (全文适用)",
        ),
    )
};

fn without_article(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.bases;
    // A catalog cites the same over and over: each different citation is judged once.
    let mut ranks = Ranks { scope, index, facts, of_records: None };
    let mut missing: HashMap<u32, Missing<'_>> = HashMap::new();
    for (number, cited) in (0..=u32::MAX).zip(facts.cited.values()) {
        let Some(whole) = cited.whole.filter(|_| !cited.is_public_service) else { continue };
        if !scope.holds(&format!("{}.articles", cited.list.field)) {
            continue;
        }
        match ranks.judge(cited, whole) {
            Judged::NeedsNone => {}
            Judged::NotKnown => findings.not_run_on(cited.list.field, NotRunReason::InstrumentNotHeld),
            Judged::Missing(found) => {
                missing.insert(number, found);
            }
        }
    }
    if missing.is_empty() {
        return;
    }
    for (ordinal, numbers) in facts.items() {
        // A cell may name one instrument twice.
        let numbers: BTreeSet<u32> = numbers.iter().copied().filter(|number| missing.contains_key(number)).collect();
        for number in numbers {
            let (Some(found), Some(cited)) = (missing.get(&number), facts.cited.get(number)) else { continue };
            let mut path = cited.pointer();
            path.push(if cited.is_text { "text" } else { "articles" });
            let title = crate::print::excerpt(found.title);
            let draft = findings.at_spot(
                Spot::Record(ordinal, path),
                format!("引用{}没有写明条款", crate::print::in_title_marks(found.title)),
                format!("`{title}` is cited without an article"),
            );
            draft.found(found.title);
            if let Some(record) = found.record {
                let spot = Spot::Record(record, Pointer::member("rank"));
                draft.related(spot, "文件的位阶", "the rank of the instrument");
            }
        }
    }
}

/// What comes of a citation that names no place.
enum Judged<'a> {
    NeedsNone,
    /// Of which rank the instrument is, nobody knows.
    NotKnown,
    Missing(Missing<'a>),
}

/// An instrument that is cited by article.
struct Missing<'a> {
    title: &'a str,
    /// The record of the catalog that tells its rank.
    record: Option<u32>,
}

/// What is known of the ranks of instruments.
struct Ranks<'a> {
    scope: &'a Scope<'a>,
    index: &'a Index,
    facts: &'a BasisFacts,
    /// The records of instruments by their titles: gathered when first asked for.
    of_records: Option<HashMap<String, u32>>,
}

impl<'a> Ranks<'a> {
    fn judge(&mut self, cited: &Cited, whole: Whole) -> Judged<'a> {
        let record = match cited.name {
            Some(Name::Record(id)) => {
                let id = self.facts.records.get(id);
                id.and_then(|id| self.index.ordinal(Kind::LegalInstrument, id))
            }
            _ => None,
        };
        // The record that is named goes before everything; without it the title speaks.
        if let Some((record, known)) = record.and_then(|record| Some((record, self.facts.instruments.get(&record)?))) {
            let title = known.edition.title.as_str();
            return judged(is_cited_by_article(Some(known.edition.rank), title), title, Some(record));
        }
        let title = match cited.name {
            Some(Name::Title(title)) => Some(title),
            _ => whole.title,
        };
        let Some(title) = title.and_then(|title| self.facts.titles.get(title)) else { return Judged::NeedsNone };
        // What is known of the instrument goes before what its citation says of it.
        let held = self.scope.law.instrument(title).and_then(|known| known.editions().next());
        if let Some(edition) = held {
            return judged(is_cited_by_article(Some(edition.rank), title), title, None);
        }
        let record = self.record_of(title);
        let rank = record.and_then(|record| self.facts.instruments.get(&record)).map(|known| known.edition.rank);
        judged(is_cited_by_article(rank.or(whole.rank), title), title, record)
    }

    fn record_of(&mut self, title: &str) -> Option<u32> {
        if self.facts.instruments.is_empty() {
            return None;
        }
        let records = || {
            let all = self.facts.instruments.iter().rev();
            all.map(|(&ordinal, known)| (title_key(known.edition.title.as_str()), ordinal)).collect()
        };
        self.of_records.get_or_insert_with(records).get(&title_key(title)).copied()
    }
}

fn judged(is_by_article: Option<bool>, title: &str, record: Option<u32>) -> Judged<'_> {
    match is_by_article {
        Some(true) => Judged::Missing(Missing { title, record }),
        Some(false) => Judged::NeedsNone,
        None => Judged::NotKnown,
    }
}

/// The one decision of the State Council whose annex is cited by number (国务院令第412号).
const DECISION_412: &str = "国务院对确需保留的行政审批项目设定行政许可的决定";
/// What ends the title of a document that need not have articles, whatever rank it is given.
const WITHOUT_ARTICLES: [&str; 8] = ["决定", "决议", "批复", "通知", "通告", "公告", "意见", "目录"];
/// Whether an instrument of this rank and title is a law, regulation or rule that has articles; none where nobody knows.
fn is_cited_by_article(rank: Option<LegalRank>, title: &str) -> Option<bool> {
    let title = title.trim().trim_start_matches('《').trim_end_matches('》');
    if title.starts_with(DECISION_412) {
        return Some(true);
    }
    if WITHOUT_ARTICLES.iter().any(|end| title.ends_with(end)) {
        return Some(false);
    }
    Some(match rank.or_else(|| rank_by_title(title))? {
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
        | LegalRank::Rule => true,
        LegalRank::StateCouncilDecision
        | LegalRank::NormativeDocument
        | LegalRank::PartyRegulation
        | LegalRank::StaffingDocument
        | LegalRank::Standard => false,
    })
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
    ["附件", "附录", "附表", "名录", "序号", "§", "全文", "总则", "附则", "分则"].iter().any(|word| text.contains(word))
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
