//! QD2: the legal basis.

use super::{Check, Example, Family, Findings, Provision, Rule, Scope, two};
use crate::codelist::{ItemLevel, ItemType};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::model::visit::Leaf;
use crate::model::{Citation, Date, DateProblem, Pointer, RecordRef};

mod article;
mod beyond;
mod cited;
mod examples;
mod expired;
mod facts;
mod judged;
mod misnamed;
mod printed;
mod rank;
mod renumbered;
mod repealed;
mod repeated;
mod said;

pub(crate) use facts::BasisFacts;

/// The rules that judge by what is known of the instruments cited.
pub(crate) const JUDGING_INSTRUMENTS: &[RuleCode] =
    &[RuleCode::new(203), RuleCode::new(204), RuleCode::new(205), RuleCode::new(209), RuleCode::new(210)];

/// The rule that asks for what is printed under citations.
pub(crate) const RENUMBERED: RuleCode = renumbered::QD210.code;

/// The family QD2.
pub(crate) const FAMILY: Family = Family { rules: RULES, explanations: include_str!("basis.md") };

const RULES: &[Rule] = &[
    Rule {
        code: RuleCode::new(201),
        name: "basis-missing",
        aspect: Aspect::Lawful,
        severity: Severity::Error,
        since: "0.1.0",
        retired: None,
        title: two("没有任何依据", "no basis of any rank"),
        unit: two("每个事项一项", "one an item"),
        help: two(
            "写明设定该权力的法律、法规、规章及其条款；确无依据的，应当取消该事项（法无授权不可为）",
            "cite the law, regulation or rule that gives the power, with its articles; a power without any must be given up",
        ),
        citations: &[
            Provision { document: "中华人民共和国行政许可法", clause: "第四条" },
            Provision { document: "中华人民共和国行政处罚法", clause: "第四条、第三十八条" },
            Provision { document: "中华人民共和国行政强制法", clause: "第四条" },
            Provision {
                document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
                clause: "二",
            },
        ],
        period: None,
        needs: &[],
        reads: &["licensing_items.set_by", "power_items.basis", "service_items.basis"],
        fails: &[
            Example::members(
                two("没有任何依据设定的许可", "a license that nothing sets"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main"}]"#,
                &["/licensing_items/0"],
            ),
            Example::members(
                two("没有依据的处罚", "a penalty without a basis"),
                r#""power_items": [{"id": "a", "name": "对擅自取水的处罚", "item_level": "main", "power_type": "penalty"}]"#,
                &["/power_items/0"],
            ),
            Example::members(
                two("没有依据的确认：警告", "a confirmation without a basis: a warning"),
                r#""power_items": [{"id": "a", "name": "结婚登记", "item_level": "main", "power_type": "confirmation"}]"#,
                &["/power_items/0"],
            ),
        ],
        passes: &[
            Example::members(
                two("界限：依据只有原文", "boundary: a basis of which only the text is known"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"text": "见水法"}]}]"#,
                &[],
            ),
            Example::members(
                two("界限：依据写在处罚种类上", "boundary: the basis stands at the kind of penalty"),
                r#""power_items": [{"id": "a", "name": "对擅自取水的处罚", "item_level": "main", "power_type": "penalty", "penalties": [{"kind": "fine", "basis": [{"title": "水法", "articles": [{"article": 7}]}]}]}]"#,
                &[],
            ),
            Example::members(
                two("子项依主项", "a sub-item rests on its main item"),
                r#""power_items": [{"id": "a", "name": "对擅自取水的处罚", "item_level": "main", "power_type": "penalty", "basis": [{"title": "水法", "articles": [{"article": 7}]}]}, {"id": "b", "name": "对逾期不改的处罚", "item_level": "sub", "parent": "a", "power_type": "penalty"}]"#,
                &[],
            ),
            Example::members(
                two(
                    "公共服务不需要依据；已取消的事项不再行使",
                    "a public service needs none; a cancelled item is exercised no more",
                ),
                r#""organizations": [{"id": "w", "name": "水利局", "kind": "department"}], "service_items": [{"id": "a", "name": "水质信息查询", "item_level": "main", "service_type": "public_service", "organization": "w"}], "licensing_items": [{"id": "b", "name": "某许可", "item_level": "main", "status": "cancelled"}]"#,
                &[],
            ),
        ],
        checks: &[Check::Record(basis_missing)],
    },
    article::QD202,
    repealed::QD203,
    beyond::QD204,
    rank::QD205,
    repeated::QD206,
    Rule {
        code: RuleCode::new(207),
        name: "impossible-date",
        aspect: Aspect::Valid,
        severity: Severity::Error,
        since: "0.1.0",
        retired: None,
        title: two("不存在的日期", "a date that does not exist"),
        unit: two("每个单元格一项，合并单元格只算一次", "one a source cell; a merged cell counts once"),
        help: two(
            "对照原文件改正；表格中向下拖拽会使日期逐行递增",
            "compare with the original; dragging a cell down a column makes dates grow row by row",
        ),
        citations: &[Provision { document: "GB/T 7408.1-2023", clause: "5.2.2" }],
        period: None,
        needs: &[],
        reads: &[],
        fails: &[
            Example::members(
                two("4 月 36 日，向下拖拽造成", "36 April, dragged down a column"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"text": "《水法》（2019年4月36日修正）第七条"}]}]"#,
                &["/licensing_items/0/set_by/0/text"],
            ),
            Example::members(
                two("平年的 2 月 29 日", "29 February of a common year"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "period": {"from": "2023-02-29"}}]"#,
                &["/licensing_items/0/period/from"],
            ),
            Example::members(
                two("没有写作 YYYY-MM-DD", "not written YYYY-MM-DD"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "period": {"from": "2023年2月"}}]"#,
                &["/licensing_items/0/period/from"],
            ),
        ],
        passes: &[
            Example::members(
                two("界限：闰年的 2 月 29 日、4 月 30 日", "boundary: 29 February of a leap year, 30 April"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"text": "《水法》（2019年4月30日修正）第七条"}], "period": {"from": "2024-02-29"}}]"#,
                &[],
            ),
            Example::members(
                two("合并单元格只在首行报一次", "a merged cell speaks once, at its first row"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"text": "2019年4月36日"}], "source": {"source": "s", "row": 7, "rows": {"set_by": 6}}}]"#,
                &[],
            ),
        ],
        checks: &[Check::Text(impossible_date)],
    },
    expired::QD208,
    misnamed::QD209,
    renumbered::QD210,
];

/// How grave it is that a power of this type has no basis; none where it needs none.
fn gravity(of_type: ItemType) -> Option<Severity> {
    match of_type {
        ItemType::Licensing
        | ItemType::Penalty
        | ItemType::CoerciveMeasure
        | ItemType::CoerciveExecution
        | ItemType::Coercion
        | ItemType::Levy
        | ItemType::Requisition
        | ItemType::Inspection
        | ItemType::Adjudication => Some(Severity::Error),
        ItemType::Confirmation | ItemType::Payment | ItemType::Reward | ItemType::OtherPower | ItemType::Filing => {
            Some(Severity::Warning)
        }
        ItemType::PublicService => None,
    }
}

/// An item that could be without a basis.
struct Candidate<'a> {
    of_type: ItemType,
    /// The member in which the basis belongs.
    field: &'static str,
    /// The path of that member in the catalog, which the source may not hold.
    held_as: &'static str,
    /// Whether another record that is judged itself carries the basis.
    rests_on_another: bool,
    bases: Vec<&'a [Citation]>,
}

fn candidate(record: RecordRef<'_>) -> Option<Candidate<'_>> {
    Some(match record {
        RecordRef::LicensingItem(item) if item.in_force() => Candidate {
            of_type: ItemType::Licensing,
            field: "set_by",
            held_as: "licensing_items.set_by",
            rests_on_another: item.item_level != ItemLevel::Main && item.parent.is_some(),
            bases: vec![&item.set_by, &item.implemented_under],
        },
        RecordRef::PowerItem(item) if item.in_force() => {
            let mut bases: Vec<&[Citation]> = vec![&item.basis];
            bases.extend(item.penalties.iter().map(|penalty| penalty.basis.as_slice()));
            bases.extend(item.coercion.iter().map(|coercion| coercion.basis.as_slice()));
            Candidate {
                of_type: item.power_type,
                field: "basis",
                held_as: "power_items.basis",
                rests_on_another: item.licensing_item.is_some()
                    || (item.item_level != ItemLevel::Main && item.parent.is_some()),
                bases,
            }
        }
        RecordRef::ServiceItem(item) if item.in_force() => Candidate {
            of_type: item.service_type,
            field: "basis",
            held_as: "service_items.basis",
            rests_on_another: item.power_item.is_some()
                || item.licensing_item.is_some()
                || (item.item_level != ItemLevel::Main && item.parent.is_some()),
            bases: vec![&item.basis],
        },
        _ => return None,
    })
}

fn basis_missing(scope: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let Some(item) = candidate(record) else { return };
    let Some(severity) = gravity(item.of_type) else { return };
    if item.rests_on_another || !scope.holds(item.held_as) || item.bases.iter().any(|bases| !bases.is_empty()) {
        return;
    }
    let path = Pointer::member(item.field);
    let (title, name) = (item.of_type.title_zh(), item.of_type);
    findings
        .at(
            path,
            format!("{title}事项没有任何依据"),
            format!("the item is of type `{name}` and cites no basis of any rank"),
        )
        .severity(severity)
        .allowed([format!("at least one citation in `{}`", item.field)]);
}

fn impossible_date(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    let wrong = match leaf.name {
        // Words taken from the text of the citation, such as 2010年12月, are judged there.
        "Date" if leaf.path.field() == "version_dates" && leaf.text.contains('年') => None,
        "Date" => leaf.text.parse::<Date>().err().map(|error| (leaf.text.to_owned(), error.problem)),
        // Only citations have a field of this name.
        "Text" if leaf.path.field() == "text" => impossible_date_in(leaf.text),
        _ => None,
    };
    let Some((written, problem)) = wrong else { return };
    if stands_in_another_row(leaf) {
        return;
    }
    let written = crate::print::excerpt(&written);
    let (zh, en) = match problem {
        DateProblem::Day { year, month, last, .. } => (
            format!("日期 `{written}` 不存在：{year} 年 {month} 月只有 {last} 天"),
            format!("the date `{written}` does not exist: month {month} of {year} has {last} days"),
        ),
        DateProblem::Month(month) => (
            format!("日期 `{written}` 不存在：没有 {month} 月"),
            format!("the date `{written}` does not exist: there is no month {month}"),
        ),
        DateProblem::Form => (
            format!("`{written}` 不是日期，应写作 `2021-07-15`"),
            format!("`{written}` is no date; write it like `2021-07-15`"),
        ),
    };
    findings.at(leaf.path.pointer(), zh, en).found(&written);
}

/// The first `YYYY年M月D日` of a text that the calendar does not have.
fn impossible_date_in(text: &str) -> Option<(String, DateProblem)> {
    let digits = |text: &str, from_end: bool| {
        let run = |c: char| c.is_ascii_digit();
        let rest = if from_end { text.trim_end_matches(run) } else { text.trim_start_matches(run) };
        if from_end { text.get(rest.len()..) } else { text.get(..text.len().saturating_sub(rest.len())) }
            .unwrap_or_default()
            .to_owned()
    };
    text.match_indices('年').find_map(|(at, _)| {
        let year = digits(text.get(..at)?, true);
        let after_year = text.get(at..)?.strip_prefix('年')?;
        let month = digits(after_year, false);
        let after_month = after_year.get(month.len()..)?.strip_prefix('月')?;
        let day = digits(after_month, false);
        after_month.get(day.len()..)?.strip_prefix('日')?;
        if year.len() != 4 {
            return None;
        }
        let problem = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).err()?;
        Some((format!("{year}年{month}月{day}日"), problem))
    })
}

/// Whether the text comes from a merged cell whose first row is another one: the record of that row speaks for it.
fn stands_in_another_row(leaf: Leaf<'_>) -> bool {
    let Some(source) = leaf.source else { return false };
    let fields = leaf.path.fields();
    let first = source
        .rows
        .iter()
        .find(|(field, _)| fields.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')));
    matches!((first, source.row), (Some((_, first)), Some(row)) if *first != row)
}
