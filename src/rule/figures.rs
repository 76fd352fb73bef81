//! QD7: published figures.

use super::{Check, Example, Family, Findings, Index, Provision, Rule, Scope, Spot, two};
use crate::codelist::{FigureUnit, Measure, Metric};
use crate::figures::{
    self, Comparison, Held, NotComparedReason, NumeratorCheck, PartsCheck, RateCheck, RateVerdict, Recount, Tally,
    Undefined,
};
use crate::finding::{Aspect, NotRunReason, Severity};
use crate::lang::Message;
use crate::model::{Kind, Pointer, PublishedFigure, Record as _, RecordRef};

/// The family QD7.
pub(crate) const FAMILY: Family =
    Family { rules: &[QD701, QD702, QD703, QD704, QD705, QD706, QD707], explanations: include_str!("figures.md") };

/// What is published must be right.
const ACCURATE: Provision =
    Provision { document: "中华人民共和国政府信息公开条例", clause: "第六条" };

/// A published figure with these members beside what is required.
macro_rules! figure {
    ($id:literal, $metric:literal, $measure:literal, $value:literal $(, $more:expr)?) => {
        concat!(
            r#"{"id": ""#, $id, r#"", "statement": "见年度报告", "metric": ""#, $metric, r#"", "measure": ""#, $measure,
            r#"", "counts": {"kind": "service_item", "unit": "implementation_item"}, "value": ""#, $value, r#"""#,
            $(", ", $more,)? "}"
        )
    };
}

/// The member of a document that holds published figures.
macro_rules! figures {
    ($($figure:expr),+) => { concat!(r#""published_figures": ["#, join!($($figure),+), "]") };
}

macro_rules! join {
    ($one:expr) => { $one };
    ($one:expr, $($more:expr),+) => { concat!($one, ", ", join!($($more),+)) };
}

/// A catalog of three services, two of them online, whose list is (or is not) declared complete.
macro_rules! services {
    ($covers:literal, $($figure:expr),+) => {
        concat!(
            r#"{"header": {"schema_version": "1.0", "title": "杭锦旗政务服务事项", "division": "150625", "level": "county", "covers": ["#,
            $covers,
            r#"], "edition": {"label": "2024年版", "effective_on": "2024-06-01"}}, "organizations": [{"id": "w", "name": "水利局", "kind": "department"}], "service_items": ["#,
            r#"{"id": "a", "name": "水质查询", "item_level": "main", "service_type": "public_service", "organization": "w", "online": {"available": true}}, "#,
            r#"{"id": "b", "name": "水价查询", "item_level": "main", "service_type": "public_service", "organization": "w", "online": {"available": true}}, "#,
            r#"{"id": "c", "name": "停水查询", "item_level": "main", "service_type": "public_service", "organization": "w", "online": {"available": false}}], "#,
            figures!($($figure),+),
            "}"
        )
        .as_bytes()
    };
}

/// The definition that every example but those of QD705 states.
macro_rules! defined {
    ($($total:literal)?) => { concat!($(r#""total": ""#, $total, r#"", "#,)? r#""definition": "占在用依申请事项""#) };
}

const QD701: Rule = Rule {
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    citations: &[ACCURATE],
    fails: &[
        Example::whole(
            two("公布 4 项，清单只有 3 项", "4 are published, and the list has 3"),
            services!(r#""service_item""#, figure!("f", "items", "count", "4")),
            &["/published_figures/0/value"],
        ),
        Example::whole(
            two("比率相同，总数不同", "the same rate over another total"),
            services!(r#""service_item""#, figure!("f", "online", "rate", "66.67", defined!("300"))),
            &["/published_figures/0/total"],
        ),
        Example::whole(
            two("总数与清单一致，分项不一致", "the whole is that of the list, and a part is not"),
            services!(
                r#""service_item""#,
                figure!(
                    "f",
                    "items",
                    "count",
                    "3",
                    r#""parts": [{"label": "水利局", "value": "2", "scope": {"organization": "w"}}, {"label": "其他", "value": "1"}]"#
                )
            ),
            &["/published_figures/0/parts/0/value"],
        ),
    ],
    passes: &[
        Example::whole(
            two("界限：与清单一致", "boundary: the same as the list"),
            services!(
                r#""service_item""#,
                figure!("f", "items", "count", "3"),
                figure!("g", "online", "count", "2", r#""definition": "网上至少可以申请""#)
            ),
            &[],
        ),
        Example::whole(
            two("界限：清单以外的统计对象，不核对", "boundary: what the list does not hold is not compared"),
            services!(
                r#""service_item""#,
                r#"{"id": "f", "statement": "受理12345工单6802件", "measure": "count", "counts": {"subject": "12345工单", "unit": "件"}, "value": "6802"}"#
            ),
            &[],
        ),
        Example::whole(
            two("清单未声明完整，不核对", "the list is not declared complete, so nothing is compared"),
            services!("", figure!("f", "items", "count", "4")),
            &[],
        ),
        Example::whole(
            two("数据早于本版次，不核对", "the figure is older than the edition, so nothing is compared"),
            services!(r#""service_item""#, figure!("f", "items", "count", "4", r#""as_of": "2023-12-31""#)),
            &[],
        ),
    ],
    checks: &[Check::Catalog(count_differs)],
    ..Rule::new(
        701,
        "count-differs",
        two("公布的数量与清单不符", "a published count differs from the catalog's own"),
        two("每个公布数据和每个分项至多一项", "at most one a published figure, and one a part"),
        two(
            "核对计数单位和统计范围；清单漏列的补上，数据有误的更正并重新公布",
            "look at the counting unit and the scope; add what the catalog lacks, or correct the figure and publish it again",
        ),
    )
};

const QD702: Rule = Rule {
    severity: Severity::Warning,
    citations: &[Provision { document: "GB/T 8170-2008", clause: "3.2" }, ACCURATE],
    fails: &[
        Example::members(
            two("1480 项中没有哪个整数得出 96.27 %", "no whole number of 1,480 gives 96.27 %"),
            figures!(figure!("f", "online", "rate", "96.27", defined!("1480"))),
            &["/published_figures/0/value"],
        ),
        Example::members(
            two("33 项中没有哪个整数得出 97.00 %", "no whole number of 33 gives 97.00 %"),
            figures!(figure!("f", "online", "rate", "97.00", defined!("33"))),
            &["/published_figures/0/value"],
        ),
        Example::members(
            two("比率超过 100 %", "a rate above 100 %"),
            figures!(figure!("f", "online", "rate", "100.01", defined!("1480"))),
            &["/published_figures/0/value"],
        ),
    ],
    passes: &[
        Example::members(
            two(
                "界限：1480 项中的 1305 项是 88.18 %（四舍五入），1 项不到的 99.99 % 也有",
                "boundary: 1,305 of 1,480 is 88.18 % rounded half up, and 1,479 of 1,480 is 99.93 %",
            ),
            figures!(
                figure!("f", "fully_online", "rate", "88.18", defined!("1480")),
                figure!("g", "at_most_one_visit", "rate", "99.93", defined!("1480"))
            ),
            &[],
        ),
        Example::members(
            two("界限：舍去尾数也算，2 / 3 可写作 66.66", "boundary: cut off is as good: 2 of 3 may be printed 66.66"),
            figures!(figure!("f", "online", "rate", "66.66", defined!("3"))),
            &[],
        ),
        Example::members(
            two("时限压缩率以天数为分母，不核对", "what promises save is a share of days, not of items"),
            figures!(figure!(
                "f",
                "promise_compression",
                "rate",
                "96.27",
                r#""total": "1480", "definition": "法定时限之和为分母""#
            )),
            &[],
        ),
    ],
    checks: &[Check::Record(rate_unattainable)],
    ..Rule::new(
        702,
        "rate-unattainable",
        two("总数中没有哪个整数能得出这一比率", "no whole number over the total gives this rate"),
        two("每个公布数据一项", "one a published figure"),
        two(
            "找出真正的分子和分母：多半是分母另有其数，或者比率是别的口径",
            "find the numbers behind it: most often the rate was taken over another total, or counts something else",
        ),
    )
};

const QD703: Rule = Rule {
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    citations: &[ACCURATE],
    fails: &[Example::whole(
        two("公布 33.33 %，3 项中有 2 项可网办", "33.33 % is published, and 2 of the 3 are online"),
        services!(r#""service_item""#, figure!("f", "online", "rate", "33.33", defined!("3"))),
        &["/published_figures/0/value"],
    )],
    passes: &[
        Example::whole(
            two("界限：四舍五入或者舍去尾数", "boundary: rounded half up, or cut off"),
            services!(
                r#""service_item""#,
                figure!("f", "online", "rate", "66.67", defined!("3")),
                figure!("g", "online", "rate", "66.6", defined!("3"))
            ),
            &[],
        ),
        Example::whole(
            two("清单没有写明到现场次数，不判断", "the list does not state the visits, so nothing is said"),
            services!(r#""service_item""#, figure!("f", "no_visit", "rate", "33.33", defined!("3"))),
            &[],
        ),
    ],
    checks: &[Check::Catalog(rate_differs)],
    ..Rule::new(
        703,
        "rate-differs",
        two("公布的比率与清单重算的不符", "a published rate differs from the one recomputed"),
        two("每个公布数据一项", "one a published figure"),
        two(
            "核对口径（分子、分母、计数单位）；口径相同而数据有误的，更正并重新公布",
            "look at the definition (numerator, denominator, counting unit); correct the figure and publish it again where that is the same",
        ),
    )
};

const QD704: Rule = Rule {
    severity: Severity::Warning,
    citations: &[ACCURATE],
    fails: &[Example::members(
        two("9 + 4 + 5 不等于 17", "9 + 4 + 5 is not 17"),
        figures!(figure!(
            "f",
            "items",
            "count",
            "17",
            r#""parts": [{"label": "继续有效", "value": "9"}, {"label": "废止", "value": "4"}, {"label": "失效", "value": "5"}]"#
        )),
        &["/published_figures/0/value"],
    )],
    passes: &[
        Example::members(
            two("界限：9 + 4 + 4 = 17", "boundary: 9 + 4 + 4 is 17"),
            figures!(figure!(
                "f",
                "items",
                "count",
                "17",
                r#""parts": [{"label": "继续有效", "value": "9"}, {"label": "废止", "value": "4"}, {"label": "失效", "value": "4"}]"#
            )),
            &[],
        ),
        Example::members(
            two("界限：比率的分项不相加", "boundary: the parts of a rate do not add up"),
            figures!(figure!(
                "f",
                "online",
                "rate",
                "96.36",
                r#""total": "6802", "definition": "占在用依申请事项", "parts": [{"label": "网上可办", "value": "6555"}]"#
            )),
            &[],
        ),
        Example::members(
            two("界限：“其中”各项不必相加得总数", "boundary: what is within a whole need not add up to it"),
            figures!(
                r#"{"id": "f", "statement": "办结行政处罚案件48起，其中简易程序10起、一般程序15起", "measure": "count", "counts": {"subject": "行政处罚案件", "unit": "起"}, "value": "48", "of_which": [{"label": "简易程序", "value": "10"}, {"label": "一般程序", "value": "15"}]}"#
            ),
            &[],
        ),
        Example::members(
            two("界限：以亿元计的各项各自四舍五入", "boundary: amounts in units of money are each rounded"),
            figures!(
                r#"{"id": "f", "statement": "投资10.0亿元", "measure": "count", "counts": {"subject": "投资", "unit": "亿元"}, "value": "10.0", "parts": [{"label": "甲", "value": "3.3"}, {"label": "乙", "value": "3.3"}, {"label": "丙", "value": "3.3"}]}"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Record(parts_and_whole)],
    ..Rule::new(
        704,
        "parts-and-whole",
        two("分项之和不等于总数", "the parts do not add up to the whole"),
        two("每个公布数据一项", "one a published figure"),
        two("核对各分项：漏列、重复计算或者抄错", "look at each part: one is missing, counted twice or miscopied"),
    )
};

const QD705: Rule = Rule {
    aspect: Aspect::Publishable,
    severity: Severity::Info,
    citations: &[ACCURATE],
    fails: &[
        Example::members(
            two("比率没有写总数", "a rate without its total"),
            figures!(figure!("f", "online", "rate", "96.27", defined!())),
            &["/published_figures/0"],
        ),
        Example::members(
            two("没有写口径", "no definition"),
            figures!(figure!("f", "online", "count", "1425")),
            &["/published_figures/0"],
        ),
        Example::members(
            two("没有写计数单位", "no unit"),
            figures!(
                r#"{"id": "f", "statement": "调解案件310", "measure": "count", "counts": {"subject": "调解案件"}, "value": "310"}"#
            ),
            &["/published_figures/0"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：事项数本身不需要另写口径", "boundary: a plain number of items needs no definition"),
            figures!(figure!("f", "items", "count", "1480")),
            &[],
        ),
        Example::members(
            two(
                "界限：写明对象和单位的数量不需要另写口径",
                "boundary: a count that names its subject and unit needs no definition",
            ),
            figures!(
                r#"{"id": "f", "statement": "调解案件310件", "measure": "count", "counts": {"subject": "调解案件", "unit": "件"}, "value": "310"}"#
            ),
            &[],
        ),
        Example::members(
            two("总数和口径都写明", "total and definition are both there"),
            figures!(figure!("f", "fully_online", "rate", "88.18", defined!("1480"))),
            &[],
        ),
    ],
    checks: &[Check::Record(figure_undefined)],
    ..Rule::new(
        705,
        "figure-undefined",
        two("公布数据没有写明计数单位、总数或者口径", "a published figure states no unit, no total or no definition"),
        two("每个公布数据一项", "one a published figure"),
        two(
            "写明计数单位（unit）、总数（total）和口径（definition）：什么算在内，什么不算",
            "state the unit (`unit`), what it is taken over (`total`) and how it is counted (`definition`): what is in and what is not",
        ),
    )
};

const QD706: Rule = Rule {
    severity: Severity::Warning,
    citations: &[ACCURATE],
    fails: &[
        Example::members(
            two("全程网办率高于网上可办率", "more go online to the end than online at all"),
            figures!(
                figure!("f", "online", "rate", "88.18", defined!("1480")),
                figure!("g", "fully_online", "rate", "96.28", defined!("1480"))
            ),
            &["/published_figures/1/value"],
        ),
        Example::members(
            two("配置数多于关联数", "more items configured than linked"),
            figures!(
                figure!("f", "configured", "count", "1265", r#""definition": "已配置免证办的事项""#),
                figure!("g", "linked", "count", "1237", r#""definition": "已关联电子证照的事项""#)
            ),
            &["/published_figures/0/value"],
        ),
        Example::members(
            two("“其中”大于总数", "what is within the whole is greater"),
            figures!(
                r#"{"id": "f", "statement": "办结案件48起，其中一般程序51起", "measure": "count", "counts": {"subject": "案件", "unit": "起"}, "value": "48", "of_which": [{"label": "简易程序", "value": "10"}, {"label": "一般程序", "value": "51"}]}"#
            ),
            &["/published_figures/0/of_which/1/value"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：“其中”等于总数；各项可以重叠", "boundary: what is within may be all of it, and may overlap"),
            figures!(
                r#"{"id": "f", "statement": "培训20人，其中女性20人、干部18人", "measure": "count", "counts": {"subject": "培训人员", "unit": "人"}, "value": "20", "of_which": [{"label": "女性", "value": "20"}, {"label": "干部", "value": "18"}]}"#
            ),
            &[],
        ),
        Example::members(
            two("界限：比率的“其中”可以高于总的比率", "boundary: a part may have a higher rate than the whole"),
            figures!(figure!(
                "f",
                "online",
                "rate",
                "88.18",
                r#""total": "1480", "definition": "占在用依申请事项", "of_which": [{"label": "许可", "value": "99.00"}]"#
            )),
            &[],
        ),
        Example::members(
            two("界限：两者相等", "boundary: the two are equal"),
            figures!(
                figure!("f", "online", "rate", "88.18", defined!("1480")),
                figure!("g", "fully_online", "rate", "88.18", defined!("1480"))
            ),
            &[],
        ),
        Example::members(
            two("统计日期不同，不比较", "of different days, so nothing is compared"),
            figures!(
                figure!("f", "linked", "count", "1237", r#""definition": "已关联的事项", "as_of": "2023-12-31""#),
                figure!("g", "configured", "count", "1265", r#""definition": "已配置的事项", "as_of": "2024-12-31""#)
            ),
            &[],
        ),
        Example::members(
            two(
                "即办件网办率以即办件为分母，可以高于网办率",
                "即办件网办率 is taken over the items handled at once and may be higher",
            ),
            figures!(
                figure!("f", "online", "rate", "50.00", defined!("1480")),
                figure!("g", "immediate_online", "rate", "90.00", r#""total": "200", "definition": "占即办件""#)
            ),
            &[],
        ),
    ],
    checks: &[Check::Record(within_exceeds), Check::Catalog(subset_exceeds)],
    ..Rule::new(
        706,
        "subset-exceeds",
        two("部分大于全部", "a part exceeds its whole"),
        two(
            "每个公布数据及其上位指标一项，每个“其中”项一项",
            "one a published figure and wider metric, and one a number within it",
        ),
        two(
            "两个数据至少有一个有误，或者口径不同：写明口径，改正错的一个",
            "one of the two is wrong, or they are counted differently: state the definitions and correct the wrong one",
        ),
    )
};

const QD707: Rule = Rule {
    severity: Severity::Warning,
    citations: &[Provision { document: "GB/T 8170-2008", clause: "3.2" }, ACCURATE],
    fails: &[
        Example::members(
            two("1425 / 1480 是 96.28 %，公布 96.35 %", "1,425 of 1,480 is 96.28 %, and 96.35 % is published"),
            figures!(figure!(
                "f",
                "online",
                "rate",
                "96.35",
                r#""numerator": "1425", "total": "1480", "definition": "占在用依申请事项""#
            )),
            &["/published_figures/0/value"],
        ),
        Example::members(
            two("清单以外的数据同样核对", "figures outside the catalog are judged too"),
            figures!(
                r#"{"id": "f", "statement": "按期办结6550件，按期办结率96.36%", "measure": "rate", "counts": {"subject": "12345工单", "unit": "件"}, "value": "96.36", "numerator": "6550", "total": "6802", "definition": "占应办结工单"}"#
            ),
            &["/published_figures/0/value"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：四舍五入或者舍去尾数", "boundary: rounded half up, or cut off"),
            figures!(
                figure!(
                    "f",
                    "online",
                    "rate",
                    "66.67",
                    r#""numerator": "2", "total": "3", "definition": "占在用依申请事项""#
                ),
                figure!(
                    "g",
                    "online",
                    "rate",
                    "66.66",
                    r#""numerator": "2", "total": "3", "definition": "占在用依申请事项""#
                )
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：没有写分子，或者以亿元计，不判断",
                "boundary: without a numerator, or of amounts of money, nothing is said",
            ),
            figures!(
                figure!("f", "online", "rate", "66.67", r#""total": "3", "definition": "占在用依申请事项""#),
                r#"{"id": "g", "statement": "完成投资12.5亿元，完成率62.7%", "measure": "rate", "counts": {"subject": "投资", "unit": "亿元"}, "value": "62.7", "numerator": "12.5", "total": "20", "definition": "占年度计划"}"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Record(numerator_differs)],
    ..Rule::new(
        707,
        "numerator-differs",
        two("公布的比率不是所列分子除以总数", "a published rate is not its numerator over its total"),
        two("每个公布数据一项", "one a published figure"),
        two(
            "核对分子、总数和比率三个数，改正抄错或者算错的一个",
            "look at the three numbers, numerator, total and rate, and correct the one that was miscopied or miscounted",
        ),
    )
};

fn published(record: RecordRef<'_>) -> Option<&PublishedFigure> {
    if let RecordRef::PublishedFigure(figure) = record { Some(figure) } else { None }
}

fn rate_unattainable(_: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let Some(figure) = published(record) else { return };
    let Some(check) = RateCheck::of(figure).filter(|check| check.verdict == RateVerdict::Unattainable) else { return };
    let message = check.impossible(figure);
    let draft = findings.at(Pointer::member("value"), message.zh, message.en);
    draft.found(figure.value.as_str());
    draft.allowed(check.nearest.iter().map(|rate| rate.percent.to_string()));
    draft.related_below(Pointer::member("total"), "所称总数", "the total stated");
}

fn parts_and_whole(_: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let Some(figure) = published(record) else { return };
    let Some(check) = PartsCheck::of(figure).filter(|check| !check.adds_up) else { return };
    let (value, sum) = (crate::print::excerpt(figure.value.as_str()), crate::print::excerpt(check.sum.as_str()));
    findings
        .at(
            Pointer::member("value"),
            format!("各分项之和为{sum}，公布的总数为{value}"),
            format!("the parts add up to {sum}, and {value} is published"),
        )
        .found(figure.value.as_str())
        .allowed([sum])
        .related_below(Pointer::member("parts"), "各分项", "the parts");
}

fn figure_undefined(_: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let Some(figure) = published(record) else { return };
    let undefined = Undefined::of(figure);
    if undefined.is_empty() {
        return;
    }
    let zh: Vec<String> = undefined.iter().map(|open| format!("{}（{}）", open.title_zh(), open.as_str())).collect();
    let en: Vec<&str> = undefined.iter().map(|open| open.as_str()).collect();
    findings.at(
        Pointer::default(),
        format!("没有写明{}", zh.join("、")),
        format!("it does not state its {}", en.join(", its ")),
    );
}

fn within_exceeds(_: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let Some(figure) = published(record) else { return };
    for (at, subset) in figures::subsets_above(figure) {
        let mut pointer = Pointer::member("of_which");
        pointer.push_index(at);
        pointer.push("value");
        let message = figures::exceeds(subset, figure);
        findings.at(pointer, message.zh, message.en).found(subset.value.as_str()).related_below(
            Pointer::member("value"),
            "总数",
            "the whole",
        );
    }
}

fn numerator_differs(_: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let Some(figure) = published(record) else { return };
    let Some(check) = NumeratorCheck::of(figure).filter(|check| !check.agrees) else { return };
    let message = check.sentence(figure);
    let draft = findings.at(Pointer::member("value"), message.zh, message.en);
    draft.found(figure.value.as_str());
    draft.allowed([check.percent.to_string()]);
    draft.related_below(Pointer::member("numerator"), "所列分子", "the numerator stated");
    draft.related_below(Pointer::member("total"), "所列总数", "the total stated");
}

/// Counts again what the published figures state, once for all rules.
fn count_again(scope: &Scope<'_>, index: &Index) -> Vec<Recount> {
    let published = index.figures.published();
    if published.is_empty() {
        return Vec::new();
    }
    let unread = index.unread_kinds();
    let held = Held { header: scope.header, lacks: scope.not_held, unread: &unread };
    let tally = Tally::new(&index.figures, scope.header, &|kind, id| index.ordinal(kind, id));
    published.iter().map(|(_, figure)| figures::recount(&tally, figure, &held)).collect()
}

/// What came of each published figure. What cannot be compared is written down for the rule of its measure.
fn recounts<'a>(
    scope: &Scope<'_>,
    index: &'a Index,
    measure: Measure,
    findings: &mut Findings<'_>,
) -> Vec<(u32, &'a PublishedFigure, &'a Recount)> {
    let counted = index.recounts.get_or_init(|| count_again(scope, index));
    let mut recounts = Vec::new();
    for ((ordinal, figure), recount) in index.figures.published().iter().zip(counted) {
        let reason = match recount.reason {
            None | Some(NotComparedReason::Unattainable) => None,
            Some(NotComparedReason::ListIncomplete) => Some(NotRunReason::ListIncomplete),
            Some(NotComparedReason::NotHeld) => Some(NotRunReason::NotHeld),
            Some(NotComparedReason::RecordsUnread) => Some(NotRunReason::RecordsUnread),
            Some(NotComparedReason::EarlierEdition) => Some(NotRunReason::EarlierEdition),
            Some(
                NotComparedReason::MetricUnknown
                | NotComparedReason::OutsideCatalog
                | NotComparedReason::PartUnnamed
                | NotComparedReason::NotCountable
                | NotComparedReason::Unstated,
            ) => Some(NotRunReason::NotCountable),
        };
        if measure == Measure::Count && recount.comparison != Comparison::NotCompared && recount.leaves_parts() {
            let parts = format!("{}/{}/parts", Kind::PublishedFigure.array(), figure.id());
            findings.not_run_on(parts, NotRunReason::NotCountable);
        }
        match reason {
            Some(reason) if figure.measure == measure => {
                findings.not_run_on(format!("{}/{}", Kind::PublishedFigure.array(), figure.id()), reason);
            }
            _ => recounts.push((*ordinal, figure, recount)),
        }
    }
    recounts
}

fn count_differs(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for (ordinal, figure, recount) in recounts(scope, index, Measure::Count, findings) {
        let rate_agrees = (figure.measure, recount.comparison) == (Measure::Rate, Comparison::Agrees);
        let (field, published, message) = match (&figure.total, &figure.numerator) {
            _ if (figure.measure, recount.comparison) == (Measure::Count, Comparison::Differs) => {
                ("value", &figure.value, differing_count(figure, recount))
            }
            (Some(total), _) if rate_agrees && recount.total_differs => {
                ("total", total, differing_number("总数", "total", total.as_str(), recount))
            }
            (_, Some(numerator)) if rate_agrees && recount.numerator_differs => {
                ("numerator", numerator, differing_number("分子", "numerator", numerator.as_str(), recount))
            }
            _ => {
                differing_parts(ordinal, figure, recount, findings);
                continue;
            }
        };
        let draft = findings.at_spot(Spot::Record(ordinal, Pointer::member(field)), message.zh, message.en);
        draft.found(published.as_str());
        if figure.measure == Measure::Count {
            draft.allowed(recount.numbers());
        } else {
            draft.expected(recount.ways(), recount.ways());
        }
        differing_parts(ordinal, figure, recount, findings);
    }
}

/// 公布4项，清单中实有3项.
fn differing_count(figure: &PublishedFigure, recount: &Recount) -> Message {
    let value = crate::print::excerpt(figure.value.as_str());
    let counted = recount.counted(figure);
    let counts = figure.counts.as_ref();
    let (kind, unit) = (counts.and_then(|counts| counts.kind), counts.and_then(|counts| counts.unit.as_ref()));
    let word = figures::measure_word(counts);
    let what = match unit {
        Some(FigureUnit::Counting(unit)) => format!("（{}，按{}计）", kind.map_or("", Kind::title_zh), unit.title_zh()),
        _ => String::new(),
    };
    Message::new(
        format!("公布{value}{word}，清单中实有{}{what}", counted.zh),
        format!(
            "{value} is published; the catalog's own {}, counted as `{}`, come to {}",
            kind.map_or("", Kind::array),
            unit.map_or("", FigureUnit::as_str),
            counted.en
        ),
    )
}

/// A rate that is right, with another number behind it.
fn differing_number(zh: &str, en: &str, stated: &str, recount: &Recount) -> Message {
    let (stated, found) = (crate::print::excerpt(stated), recount.ways());
    Message::new(
        format!("比率与清单一致，{zh}公布为{stated}，按清单重算为 {found}"),
        format!(
            "the rate is the catalog's own, over other numbers: the {en} is published as {stated}, and counted it is {found}"
        ),
    )
}

/// The parts of which the catalog has another number.
fn differing_parts(ordinal: u32, figure: &PublishedFigure, recount: &Recount, findings: &mut Findings<'_>) {
    for (at, (part, counted)) in figure.parts.iter().zip(&recount.parts).enumerate() {
        if counted.comparison != Comparison::Differs {
            continue;
        }
        let mut pointer = Pointer::member("parts");
        pointer.push_index(at);
        pointer.push("value");
        let message = counted.part_differs(part, figure);
        findings
            .at_spot(Spot::Record(ordinal, pointer), message.zh, message.en)
            .found(part.value.as_str())
            .allowed(counted.numbers());
    }
}

fn rate_differs(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for (ordinal, figure, recount) in recounts(scope, index, Measure::Rate, findings) {
        if (figure.measure, recount.comparison) != (Measure::Rate, Comparison::Differs) {
            continue;
        }
        let (value, found) = (crate::print::excerpt(figure.value.as_str()), recount.ways());
        findings
            .at_spot(
                Spot::Record(ordinal, Pointer::member("value")),
                format!("公布的比率为 {value} %，按清单重算为 {found}"),
                format!("{value} % is published; recomputed from the catalog it is {found}"),
            )
            .found(figure.value.as_str())
            .expected(found.clone(), found);
    }
}

fn subset_exceeds(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for ((part, subset), (whole, superset)) in figures::subsets_that_exceed(index.figures.published()) {
        let (value, of) =
            (crate::print::excerpt(subset.value.as_str()), crate::print::excerpt(superset.value.as_str()));
        let title = |figure: &PublishedFigure| figure.metric.as_ref().and_then(Metric::title_zh).unwrap_or_default();
        let name = |figure: &PublishedFigure| figure.metric.as_ref().map_or_else(String::new, ToString::to_string);
        findings
            .at_spot(
                Spot::Record(*part, Pointer::member("value")),
                format!("{}（{value}）是{}（{of}）的一部分，却比它大", title(subset), title(superset)),
                format!("`{}` ({value}) is part of `{}` ({of}), and is greater", name(subset), name(superset)),
            )
            .found(subset.value.as_str())
            .related(Spot::Record(*whole, Pointer::member("value")), "全部", "the whole");
    }
}
