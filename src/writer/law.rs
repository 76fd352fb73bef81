//! The law for people: the tables of who may set what, and what is known of instruments, in Markdown.

mod data;
mod editions;
mod instrument;
mod table;
mod townships;

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::code::DivisionCode;
use crate::codelist::{
    CoercionKind, DelegationMode, InstrumentStatus, LegalRank, OrganizationKind, PenaltyKind, SpecialProcedureKind,
    TimeUnit, division_name,
};
use crate::lang::{Bilingual, Lang};
use crate::law::delegation::{self, Power};
use crate::law::facts::{KNOWN_GAPS, LawFacts};
use crate::law::fee::{self, FeePurpose};
use crate::law::region::{RegionalValue, VALUES};
use crate::law::source::{self, SOURCES, Seen};
use crate::law::{Cell, coercion, execution, license, limit, penalty};
use crate::model::{Date, Text};

use super::say;
pub use data::write_law_json;
pub use editions::{write_instruments_csv, write_instruments_json};
pub use instrument::InstrumentPage;
use table::{Name, Table, applies, cited, heading, value};

/// Writes the page of the law in one language, as `docs/law.md` and `docs/law.zh.md` have it.
///
/// ```
/// use qingdan::{Lang, writer::law::write_law};
/// let mut page = Vec::new();
/// write_law(Lang::Zh, &mut page)?;
/// assert!(String::from_utf8(page)?.starts_with("# 谁可以设定什么\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_law(lang: Lang, mut to: impl Write) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    // Up to this day no edition of the statutes is newer than those that were read.
    let Some(as_of) = LawFacts::known().known_to() else { return Ok(()) };
    match lang {
        Lang::Zh => writeln!(
            to,
            "# 谁可以设定什么\n\n规则据以判断的法律表格，按截至{}的法律文本。每格写明结论和条款：“可以”，“不得”，或者“注”（附条件，见表下）。\
             各文件的版本和施行日期见“依据文件”。本页由 `qingdan law --lang zh` 生成，与程序所用的数据相同；它帮助了解法律的人，不能代替法律文本。\n",
            as_of.in_chinese()
        ),
        Lang::En => writeln!(
            to,
            "# Who may set what\n\nThe tables of law by which the rules judge, after the statutes as of {as_of}. Each cell has a verdict and its \
             provision: *may*, *may not*, or a note (on a condition, below the table). Editions and first days stand under Sources. This page is \
             printed by `qingdan law --lang en` from the data that the program uses; it helps people who know the law and does not replace its text.\n"
        ),
    }?;
    setting(lang, as_of, to)?;
    limits(lang, as_of, to)?;
    passing_on(lang, as_of, to)?;
    townships::write(lang, to)?;
    regions(lang, to)?;
    sources(lang, to)?;
    instruments(lang, to)
}

fn ranks() -> Vec<Name> {
    LegalRank::ALL.iter().map(|rank| value(rank.title_zh(), rank.as_str())).collect()
}

/// A table with the ranks in its rows.
fn by_rank<K: Copy>(
    kinds: &[K],
    title: fn(K) -> Name,
    cell: impl Fn(K, LegalRank) -> Option<Cell>,
    statute: &'static str,
) -> Table<'static> {
    Table {
        corner: Bilingual { zh: "位阶", en: "rank" },
        rows: ranks(),
        columns: kinds.iter().map(|&kind| title(kind)).collect(),
        cells: LegalRank::ALL.iter().map(|&rank| kinds.iter().map(|&kind| cell(kind, rank)).collect()).collect(),
        statute,
    }
}

fn coercion_name(kind: CoercionKind) -> Name {
    value(kind.title_zh(), kind.as_str())
}

fn setting(lang: Lang, as_of: Date, to: &mut dyn Write) -> io::Result<()> {
    heading("行政许可的设定（行政许可法）", "Setting licenses (行政许可法)", lang, to)?;
    let name = |()| ("设定行政许可", "set a license".to_owned());
    by_rank(&[()], name, |(), rank| license::may_set(rank, as_of), "行政许可法").write(lang, to)?;
    writeln!(
        to,
        "{}\n",
        say(
            lang,
            "行政法规、地方性法规、规章可以在上位法设定的许可事项范围内，对实施该许可作出具体规定（第十六条第一款至第三款），规范性文件不在其列；法规、规章不得增设许可，不得增设违反上位法的其他条件（第十六条第四款）。对法律、行政法规、国务院决定已规定而未采取许可方式的事项，地方不得设定许可（优化营商环境条例第三十九条）。",
            "Administrative regulations, local regulations and rules may detail how a license that the upper law sets is carried out (§16 ¶1–3), documents may not; no license may be added, nor a condition against the upper law (§16 ¶4). Where laws, administrative regulations or State Council decisions regulate a matter otherwise, no local license may be set (优化营商环境条例 §39)."
        )
    )?;
    heading("行政处罚的设定（行政处罚法）", "Setting penalties (行政处罚法)", lang, to)?;
    let name = |kind: PenaltyKind| value(kind.title_zh(), kind.as_str());
    by_rank(PenaltyKind::ALL, name, |kind, rank| penalty::may_set(kind, rank, as_of), "行政处罚法").write(lang, to)?;
    writeln!(
        to,
        "{}\n",
        say(
            lang,
            "规章不得设定的种类，可以在上位法规定的行为、种类和幅度内作出具体规定（第十三条、第十四条）。限制人身自由的处罚只能由公安机关和法律规定的其他机关行使（第十八条第三款）。",
            "What rules may not set they may detail, within the acts, kinds and ranges of the upper law (§13, §14). Penalties on liberty are for public security and the organs that a law names (§18 ¶3)."
        )
    )?;
    heading("行政强制措施的设定（行政强制法）", "Setting coercive measures (行政强制法)", lang, to)?;
    let (ways, measures): (Vec<CoercionKind>, Vec<CoercionKind>) =
        CoercionKind::ALL.iter().partition(|&&kind| execution::may_set(kind, LegalRank::Law, as_of).is_some());
    let cell = |kind, rank| coercion::may_set(kind, rank, as_of);
    by_rank(&measures, coercion_name, cell, "行政强制法").write(lang, to)?;
    writeln!(
        to,
        "{}\n",
        say(
            lang,
            "先行登记保存（行政处罚法第五十六条）、突发事件应急措施（第三条第二款）、金融业审慎监管措施和进出境货物强制性技术监控措施（第三条第三款）不在此列。",
            "Not meant are 先行登记保存 (行政处罚法 §56), emergency measures (§3 ¶2), and prudential measures in finance and mandatory technical controls of goods at the border (§3 ¶3)."
        )
    )?;
    heading("行政强制执行的设定（行政强制法）", "Setting coercive execution (行政强制法)", lang, to)?;
    by_rank(&ways, coercion_name, cell, "行政强制法").write(lang, to)?;
    heading("收费", "Fees", lang, to)?;
    let name = |kind| match kind {
        FeePurpose::License => ("行政许可收费", "fee for a license".to_owned()),
        FeePurpose::Enterprise => ("涉企行政事业性收费", "administrative fee of enterprises".to_owned()),
    };
    by_rank(FeePurpose::ALL, name, |kind, rank| fee::may_set(kind, rank, as_of), "").write(lang, to)
}

fn unit(unit: TimeUnit, lang: Lang) -> String {
    match (unit, lang) {
        (TimeUnit::Day, Lang::Zh) => "日（照原文）".to_owned(),
        (TimeUnit::Day, Lang::En) => "days (as printed)".to_owned(),
        (TimeUnit::Month, Lang::Zh) => "个月".to_owned(),
        (_, Lang::Zh) => unit.title_zh().to_owned(),
        (_, Lang::En) => format!("{}s", unit.as_str().replace('_', " ")),
    }
}

fn limits(lang: Lang, as_of: Date, to: &mut dyn Write) -> io::Result<()> {
    heading("期限", "Limits", lang, to)?;
    let header = say(
        lang,
        "| 事项 | 期限 | 可以另行规定的 | 条款 | 单位依据 |",
        "| what | limit | who may provide otherwise | provision | unit after |",
    );
    writeln!(to, "{header}\n|---|---|---|---|---|")?;
    for limit in limit::ALL {
        let unit_citation = limit.unit_citation.map(|provision| cited(&provision, "", lang)).unwrap_or_default();
        writeln!(
            to,
            "| {} | {} {} | {} | {} | {unit_citation} |",
            limit.name.text(lang),
            limit.amount,
            unit(limit.unit, lang),
            limit.otherwise.title().text(lang),
            cited(&limit.citation, "", lang),
        )?;
    }
    writeln!(to)?;
    let steps: Vec<SpecialProcedureKind> = SpecialProcedureKind::NAMES
        .iter()
        .filter_map(|name| Text::new(*name).ok())
        .map(SpecialProcedureKind::from)
        .collect();
    writeln!(
        to,
        "{}\n",
        say(lang, "所需时间不计入许可期限的环节：", "Steps whose days stand outside the limit of a license:")
    )?;
    Table {
        corner: Bilingual { zh: "环节", en: "step" },
        rows: steps.iter().map(|step| value(step.title_zh().unwrap_or_default(), step.as_str())).collect(),
        columns: vec![("不计入期限", "outside the limit".to_owned())],
        cells: steps.iter().map(|step| vec![limit::excluded_from_license_limit(step, as_of)]).collect(),
        statute: "行政许可法",
    }
    .write(lang, to)
}

fn passing_on(lang: Lang, as_of: Date, to: &mut dyn Write) -> io::Result<()> {
    heading("授权、委托和下放", "Passing powers on", lang, to)?;
    for (&power, statute) in Power::ALL.iter().zip(["行政许可法", "行政处罚法", "行政强制法"]) {
        let title = power.title().text(lang);
        writeln!(to, "### {title}{}\n", say(lang, &format!("（{statute}）"), &format!(" ({statute})")))?;
        let cell = |mode, kind| delegation::may_pass(power, mode, kind, as_of);
        Table {
            corner: Bilingual { zh: "承接方", en: "to" },
            rows: OrganizationKind::ALL.iter().map(|kind| value(kind.title_zh(), kind.as_str())).collect(),
            columns: DelegationMode::ALL.iter().map(|mode| value(mode.title_zh(), mode.as_str())).collect(),
            cells: OrganizationKind::ALL
                .iter()
                .map(|&kind| DelegationMode::ALL.iter().map(|&mode| cell(mode, kind)).collect())
                .collect(),
            statute,
        }
        .write(lang, to)?;
        for &mode in DelegationMode::ALL {
            for duty in delegation::duties(power, mode) {
                let (mode, text) = (say(lang, mode.title_zh(), mode.as_str()), duty.text.text(lang));
                let citation = cited(&duty.citation, statute, lang);
                match lang {
                    Lang::Zh => writeln!(to, "- {mode}：{text}（{citation}）"),
                    Lang::En => writeln!(to, "- {mode}: {text} ({citation})"),
                }?;
            }
        }
        let concentrated = match power {
            Power::License => (
                delegation::CONCENTRATED_LICENSES,
                "经国务院批准，省级政府可以决定由一个机关行使有关机关的许可权",
                "with the State Council's approval the province may give one organ the licenses of several",
            ),
            Power::Penalty => (
                delegation::CONCENTRATED_PENALTIES,
                "国务院或者省级政府可以决定由一个机关行使有关机关的处罚权",
                "the State Council or the province may give one organ the penalties of several",
            ),
            Power::CoerciveMeasure => (
                delegation::CONCENTRATED_MEASURES,
                "集中行使处罚权的机关可以实施与处罚权有关的强制措施",
                "an organ with concentrated penalties may use the measures that belong to them",
            ),
        };
        let (citation, zh, en) = concentrated;
        let citation = cited(&citation, statute, lang);
        match lang {
            Lang::Zh => writeln!(to, "- 集中行使：{zh}（{citation}）\n"),
            Lang::En => writeln!(to, "- concentration: {en} ({citation})\n"),
        }?;
    }
    Ok(())
}

/// A region by its two digits, with its name where it is held.
fn region_name(digits: &str) -> String {
    let code = format!("{digits}0000").parse::<DivisionCode>();
    let name = code.ok().and_then(division_name).unwrap_or_default();
    format!("{name} {digits}")
}

fn regions(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    heading("地区参数", "Parameters of regions", lang, to)?;
    let is_read = |value: &&RegionalValue| {
        source::of(&value.citation).is_some_and(|source| matches!(source.seen, Seen::FullText(_)))
    };
    let (all, unread) = (VALUES.len(), VALUES.len().saturating_sub(VALUES.iter().filter(is_read).count()));
    match lang {
        Lang::Zh => writeln!(
            to,
            "{all}个数值中有{unread}个的条文未见原文，无法核实（见说明和“依据文件”），只可用于提示，不能据以认定违法。\n"
        ),
        Lang::En => writeln!(
            to,
            "Of {all} values {unread} cannot be verified, as the text of their clauses was not seen (see the notes and Sources); they are good for \
             hints, not for findings that something is unlawful.\n"
        ),
    }?;
    let header = say(
        lang,
        "| 地区 | 参数 | 数值 | 适用期间 | 依据 | 说明 |",
        "| region | parameter | value | applies | source | note |",
    );
    writeln!(to, "{header}\n|---|---|---|---|---|---|")?;
    for value in VALUES {
        writeln!(
            to,
            "| {} | {} | {} {} | {} | {} | {} |",
            value.region.map_or_else(|| say(lang, "其他地区", "others").to_owned(), region_name),
            value.parameter.title().text(lang),
            value.amount,
            unit(value.unit, lang),
            applies(value.period, lang),
            cited(&value.citation, "", lang),
            value.note.map(|note| note.text(lang)).unwrap_or_default(),
        )?;
    }
    writeln!(to)
}

fn sources(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    heading("依据文件", "Sources", lang, to)?;
    let header = say(
        lang,
        "| 文件 | 简称 | 位阶 | 文号 | 版本 | 所引条款施行 | 文本 |",
        "| title | short | rank | number | edition | provisions apply | text |",
    );
    writeln!(to, "{header}\n|---|---|---|---|---|---|---|")?;
    for source in SOURCES {
        let seen = match (source.seen, lang) {
            (Seen::FullText(at), Lang::Zh) => format!("全文已读：{at}"),
            (Seen::FullText(at), Lang::En) => format!("read in full: {at}"),
            (Seen::Reported(note), Lang::Zh) => format!("据转述：{}", note.zh),
            (Seen::Reported(note), Lang::En) => format!("as reported: {}", note.en),
            (Seen::NotSeen(note), Lang::Zh) => format!("未见：{}", note.zh),
            (Seen::NotSeen(note), Lang::En) => format!("not seen: {}", note.en),
        };
        let rank = value(source.rank.title_zh(), source.rank.as_str());
        writeln!(
            to,
            "| {} | {} | {} | {} | {} | {} | {seen} |",
            source.title,
            source.short,
            say(lang, rank.0, &rank.1),
            source.document_number.unwrap_or_default(),
            source.version_date.unwrap_or_default(),
            applies(source.period, lang),
        )?;
    }
    writeln!(to)
}

fn instruments(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    heading("已收录的法律文件", "Known instruments", lang, to)?;
    let facts = LawFacts::known();
    let mut counts: BTreeMap<(LegalRank, InstrumentStatus), usize> = BTreeMap::new();
    for edition in facts.editions() {
        let count = counts.entry((edition.rank, edition.status)).or_default();
        *count = count.saturating_add(1);
    }
    let (editions, titles) = (facts.editions().count(), facts.titles());
    let Some(known_to) = facts.known_to() else { return Ok(()) };
    match lang {
        Lang::Zh => writeln!(
            to,
            "收录{titles}个文件的{editions}个版本，据公布的法律文本整理；所含为全国性的宪法、法律、行政法规和部分部门规章，以及少数地方性法规、地方政府规章。\
             法律收录至{}；每个版本另有核实日期，`qingdan law 文件名称` 可查。没有收录不等于不存在。\n",
            known_to.in_chinese()
        ),
        Lang::En => writeln!(
            to,
            "{editions} editions of {titles} instruments, drawn from the texts as published: the constitution, laws, administrative regulations and some \
             departmental rules of the state, and a few regulations and rules of regions. Laws are held up to {known_to}; each edition has the day on which \
             it was last seen, which `qingdan law TITLE` tells. What is not held may exist all the same.\n"
        ),
    }?;
    let mut statuses: Vec<InstrumentStatus> = counts.keys().map(|&(_, status)| status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    write!(to, "| {} |", say(lang, "位阶", "rank"))?;
    for status in &statuses {
        let name = value(status.title_zh(), status.as_str());
        write!(to, " {} |", say(lang, name.0, &name.1))?;
    }
    writeln!(to, "\n|{}", "---|".repeat(statuses.len().saturating_add(1)))?;
    for &rank in LegalRank::ALL.iter().filter(|&&rank| counts.keys().any(|&(held, _)| held == rank)) {
        let name = value(rank.title_zh(), rank.as_str());
        write!(to, "| {} |", say(lang, name.0, &name.1))?;
        for &status in &statuses {
            write!(to, " {} |", counts.get(&(rank, status)).copied().unwrap_or_default())?;
        }
        writeln!(to)?;
    }
    writeln!(to, "\n{}\n", say(lang, "已知缺口：", "Known gaps:"))?;
    for gap in KNOWN_GAPS {
        writeln!(to, "- {}", gap.text(lang))?;
    }
    writeln!(
        to,
        "\n{}",
        say(
            lang,
            "更新：与国家法律法规数据库（flk.npc.gov.cn）比对，在 `src/law/law_facts.csv` 中给旧版本写上新的状态和终止日期，为新版本加一行并写明核实日期，再改 `LawFacts::known_to` 的日期。使用者可以用同样格式的文件补充或者覆盖（`--law-facts`、`LawFacts::from_csv`），目录自带的法律文件记录也算在内（`LawFacts::of`）。检查日期比法律的掌握日期晚十二个月以上的，依法规库判断的规则不再运行。",
            "To refresh: compare with 国家法律法规数据库 (flk.npc.gov.cn), give old editions their new status and end in `src/law/law_facts.csv`, add a line for each new one with the day on which it was seen, and move the day of `LawFacts::known_to`. Users add or override with a file of the same form (`--law-facts`, `LawFacts::from_csv`) and with the instruments that a catalog describes itself (`LawFacts::of`). As of a day more than twelve months after the one up to which laws are held, rules that judge by these facts do not run."
        )
    )
}
