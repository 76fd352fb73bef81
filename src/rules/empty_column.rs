//! A column that rows leave empty: one finding a row, or one for the catalog where no row fills it.

use crate::facts::columns::{Column, KnownColumn};
use crate::judged::Whole;
use crate::lang::Bilingual;
use crate::model::Pointer;
use crate::rule::{Draft, Findings};
use crate::schema::titles;
use crate::spot::Spot;

/// 空栏: a column that is to be filled, and how it is told of.
#[derive(Debug, Clone, Copy)]
pub(super) struct EmptyColumn {
    pub(super) column: Column,
    /// The column with its list: `licensing_items.supervisors`.
    pub(super) field: &'static str,
    /// What is missing: 监管主体.
    pub(super) what: Bilingual,
    /// The rows that are to state it: 有实施规范的许可事项.
    pub(super) rows: Bilingual,
    /// What wants it stated: 《行政许可法》第六十一条.
    pub(super) law: Bilingual,
}

impl EmptyColumn {
    /// Tells of the rows that leave it empty, or of the column where none fills it.
    pub(super) fn tell(&self, whole: &Whole<'_>, findings: &mut Findings<'_>) {
        if self.is_absent(whole) {
            self.tell_absent(whole, findings);
            return;
        }
        let empty = whole.facts.columns.column(self.column).map_or(&[][..], |known| &known.empty);
        for &ordinal in empty {
            findings.at_spot(
                Spot::Record(ordinal, Pointer::member(self.member())),
                format!("没有写明{}；{}", self.what.zh, self.law.zh),
                format!("no {} is stated; {}", self.what.en, self.law.en),
            );
        }
    }

    /// Whether several rows are to fill it and none does: then it is the column that is missing, one thing to mend.
    pub(super) fn is_absent(&self, whole: &Whole<'_>) -> bool {
        whole.facts.columns.column(self.column).is_some_and(KnownColumn::is_absent)
    }

    /// Tells once, at the header, that no row fills it.
    pub(super) fn tell_absent<'f>(&self, whole: &Whole<'_>, findings: &'f mut Findings<'_>) -> &'f mut Draft {
        let count = whole.facts.columns.column(self.column).map_or(0, |known| known.empty.len());
        findings
            .at(
                Pointer::default(),
                format!("{count}项{}都没有写明{}；{}", self.rows.zh, self.what.zh, self.law.zh),
                format!("{count} {} state no {}, and none does; {}", self.rows.en, self.what.en, self.law.en),
            )
            .of_catalog(self.field)
            .help(
                format!("补填该栏；来源没有这一栏的，写入未采集字段（not_held）：{}", titles::path(self.field)),
                format!("fill the column; if the source has none, name it in `not_held`: `{}`", self.field),
            )
    }

    /// The member of the record.
    fn member(&self) -> &'static str {
        self.field.split('.').nth(1).unwrap_or(self.field)
    }
}
