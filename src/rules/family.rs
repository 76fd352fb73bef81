//! The families of rules by name, those of which no rule is built yet among them.

use crate::finding::RuleCode;
use crate::judged::Whole;
use crate::lang::{Bilingual, two};
use crate::report::Coverage;
use crate::rule::Rule;

/// 规则族名称: the first digit of the codes of a family, and what the family is about.
///
/// ```
/// use qingdan::rules::{self, FAMILY_TITLES};
/// let titled = |digit| FAMILY_TITLES.iter().any(|(family, _)| *family == digit);
/// assert!(rules::all().all(|rule| titled(rule.code.family())));
/// ```
pub const FAMILY_TITLES: &[(u16, Bilingual)] = &[
    (0, two("读取", "reading")),
    (1, two("编码", "codes")),
    (2, two("依据", "legal basis")),
    (3, two("行政许可", "licensing")),
    (4, two("权责", "powers and responsibilities")),
    (5, two("赋权", "delegation")),
    (6, two("政务服务和电子证照", "services and e-licenses")),
    (7, two("公布数据", "published figures")),
    (8, two("版本和上级清单", "editions and the superior list")),
    (9, two("搁置和基线", "suppressions and the baseline")),
];

/// 规则族: the rules of one hundred, in the order of their codes, and what the family adds to a coverage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Family {
    pub(super) rules: &'static [Rule],
    pub(super) cover: Option<Cover>,
}

/// Adds to the coverage what a family tells of the whole; it is told which rules run.
pub(super) type Cover = fn(&Whole<'_>, &dyn Fn(RuleCode) -> bool, &mut Coverage);
