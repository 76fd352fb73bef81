//! The answers to the questions of the three aspects.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::closed_list;
use crate::finding::{Aspect, RuleCode};

closed_list! {
    /// 判断: the answer to the question of one aspect.
    Verdict {
        /// Every error rule of the aspect ran on everything and none found an error.
        Yes = "yes", "是";
        No = "no", "否";
        /// No error was found, and a rule that could have found one did not run.
        NotShown = "not_shown", "暂不能判定";
    }
}

/// 各方面判断: one verdict on each aspect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Verdicts {
    /// 合规范: whether shape and codes are in order.
    pub valid: Judgement,
    /// 合法: whether legal basis, powers and delegation are in order.
    pub lawful: Judgement,
    /// 可公布: whether it is complete and consistent enough to publish.
    pub publishable: Judgement,
}

impl Verdicts {
    /// The verdict on one aspect.
    #[must_use]
    pub fn of(&self, aspect: Aspect) -> &Judgement {
        match aspect {
            Aspect::Valid => &self.valid,
            Aspect::Lawful => &self.lawful,
            Aspect::Publishable => &self.publishable,
        }
    }
}

/// 判断及理由: a verdict and the rules behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Judgement {
    /// 判断: yes, no or not shown.
    pub verdict: Verdict,
    /// 理由: for no, the rules that found errors; for not shown, the error rules that did not run, or whose findings were set aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<RuleCode>,
}
