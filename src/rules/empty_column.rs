//! A column that rows leave empty: one finding a row, or one for the catalog where no row fills it.

use crate::facts::columns::Column;
use crate::judged::Whole;
use crate::lang::Bilingual;
use crate::model::Pointer;
use crate::rule::{Draft, Findings};
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
}

impl EmptyColumn {
    /// Tells of the rows that leave it empty. Where none fills it, it is the column that is missing: one thing to mend.
    pub(super) fn tell(&self, whole: &Whole<'_>, findings: &mut Findings<'_>) {
        self.tell_with(whole, findings, |_| {});
    }

    /// The same, and more said of each finding.
    pub(super) fn tell_with(&self, whole: &Whole<'_>, findings: &mut Findings<'_>, more: impl Fn(&mut Draft)) {
        let Some(known) = whole.facts.columns.column(self.column) else { return };
        let (what_zh, what_en) = (self.what.zh, self.what.en);
        if known.filled == 0 && known.empty.len() > 1 {
            let count = known.empty.len();
            let draft = findings.at(
                Pointer::default(),
                format!("{count}项{}都没有写明{what_zh}", self.rows.zh),
                format!("{count} {} state no {what_en}, and none does", self.rows.en),
            );
            draft.of_catalog(self.field).help(
                format!("补填该栏；来源没有这一栏的，写入未采集字段（not_held）：{}", self.field),
                format!("fill the column; if the source has none, name it in `not_held`: `{}`", self.field),
            );
            more(draft);
            return;
        }
        for &ordinal in &known.empty {
            let path = Pointer::member(self.member());
            let zh = format!("没有写明{what_zh}");
            more(findings.at_spot(Spot::Record(ordinal, path), zh, format!("no {what_en} is stated")));
        }
    }

    /// The member of the record.
    fn member(&self) -> &'static str {
        self.field.split('.').nth(1).unwrap_or(self.field)
    }
}
