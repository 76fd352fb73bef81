//! QD310: a fee of a license without its name, standard or basis, or a fee of a license that charges none.

use crate::facts::fees::{FeesOfList, LackingFee, Lacks};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(310),
    name: "fee-incomplete",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("收费项目、标准或者依据不全", "a fee without item, standard or basis"),
    unit: two("每个收费项目一项；整栏没有填写的，每栏一项", "one a fee; one a column that is empty in every row"),
    help: two(
        "写明收费项目、收费标准和收费依据；不收费的，删去收费项目",
        "state name, standard and basis of each fee; where nothing is charged, take the fees away",
    ),
    citations: &[
        Provision { document: LICENSING_LAW, clause: "第三十条、第五十八条、第五十九条" },
        Provision { document: "优化营商环境条例", clause: "第二十五条" },
    ],
    period: Some(LICENSING_PERIOD),
    reads: &[
        &[field!(licensing_items: LicensingItem, charges_fee)],
        &[field!(licensing_items: LicensingItem, fees)],
        &[field!(service_items: ServiceItem, charges_fee)],
        &[field!(service_items: ServiceItem, fees)],
    ],
    looks: &[Look::Catalog(fee_incomplete)],
    page: include_str!("qd310.md"),
    ..Rule::BLANK
};

/// A column about fees, and the words for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Fees,
    Standard,
    Basis,
}

impl Column {
    const ALL: [Self; 3] = [Self::Fees, Self::Standard, Self::Basis];

    fn is_lacking(self, lacks: Lacks) -> bool {
        match (self, lacks) {
            (Self::Fees, Lacks::Fees) => true,
            (Self::Standard, Lacks::Parts { standard, .. }) => standard,
            (Self::Basis, Lacks::Parts { basis, .. }) => basis,
            _ => false,
        }
    }

    fn filled(self, fees: &FeesOfList) -> u64 {
        match self {
            Self::Fees => fees.named,
            Self::Standard => fees.with_standard,
            Self::Basis => fees.with_basis,
        }
    }

    fn field(self, kind: Kind) -> String {
        let rest = match self {
            Self::Fees => "fees",
            Self::Standard => "fees.standard",
            Self::Basis => "fees.basis",
        };
        format!("{}.{rest}", kind.array())
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Fees => ("收费项目", "fee"),
            Self::Standard => ("收费标准", "standard"),
            Self::Basis => ("收费依据", "basis"),
        }
    }
}

fn fee_incomplete(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for kind in [Kind::LicensingItem, Kind::ServiceItem] {
        let Some(fees) = whole.facts.fees.of_list(kind) else { continue };
        let holds_charge = scope.holds(&format!("{}.charges_fee", kind.array()));
        let held = Column::ALL.into_iter().filter(|column| scope.holds(&column.field(kind)));
        // A column that is empty in every row is told once.
        let (empty, partly): (Vec<Column>, Vec<Column>) = held.partition(|column| {
            let lacking = fees.lacking.iter().filter(|lacking| column.is_lacking(lacking.lacks));
            column.filled(fees) == 0 && lacking.take(2).count() > 1
        });
        for column in empty {
            report_column(fees, column, kind, findings);
        }
        for lacking in fees.lacking.iter().filter(|lacking| holds_charge || !matches!(lacking.lacks, Lacks::Charge)) {
            report(*lacking, &partly, findings);
        }
    }
}

fn report_column(fees: &FeesOfList, column: Column, kind: Kind, findings: &mut Findings<'_>) {
    let mut lacking = fees.lacking.iter().filter(|lacking| column.is_lacking(lacking.lacks));
    let Some(first) = lacking.next() else { return };
    let count = lacking.count().saturating_add(1);
    let (column_zh, column_en) = column.words();
    let (what_zh, what_en) = match column {
        Column::Fees => ("项收费的许可", "licenses that charge a fee"),
        Column::Standard | Column::Basis => ("项许可收费", "fees of licenses"),
    };
    findings
        .at_spot(
            spot(*first),
            format!("清单中{count}{what_zh}都没有写明{column_zh}"),
            format!("none of the {count} {what_en} in the list states its {column_en}"),
        )
        .of_catalog(column.field(kind));
}

fn report(lacking: LackingFee, columns: &[Column], findings: &mut Findings<'_>) {
    if matches!(lacking.lacks, Lacks::Charge) {
        findings
            .at_spot(spot(lacking), "标为不收费，又列有收费项目", "no fee is charged, and fees are listed")
            .found("false");
        return;
    }
    let missing = columns.iter().filter(|column| column.is_lacking(lacking.lacks)).map(|column| column.words());
    let (zh, en): (Vec<&str>, Vec<&str>) = missing.unzip();
    if zh.is_empty() {
        return;
    }
    let (what_zh, what_en) = match lacking.lacks {
        Lacks::Parts { .. } => ("收费项目", "a fee"),
        Lacks::Fees | Lacks::Charge => ("标为收费，", "a fee is charged, which"),
    };
    findings.at_spot(
        spot(lacking),
        format!("{what_zh}没有写明{}", zh.join("、")),
        match lacking.lacks {
            Lacks::Parts { .. } => format!("{what_en} states no {}", en.join(" and no ")),
            Lacks::Fees | Lacks::Charge => format!("{what_en} is not named"),
        },
    );
}

fn spot(lacking: LackingFee) -> Spot {
    let path = match lacking.lacks {
        Lacks::Fees | Lacks::Charge => Pointer::member("charges_fee"),
        Lacks::Parts { at, .. } => Pointer::element("fees", at.into()),
    };
    Spot::Record(lacking.item, path)
}
