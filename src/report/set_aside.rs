//! Findings that are not listed among the others, and why.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::closed_list;
use crate::finding::Finding;

closed_list! {
    /// 不列原因: why a finding is not listed among the others.
    SetAsideBy {
        /// Somebody answers for it.
        Suppression = "suppression", "搁置";
        /// It was known before, and only new ones are to be listed.
        Baseline = "baseline", "基线";
    }
}

/// 不列发现: a finding that is not listed among the others, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SetAside {
    /// 不列原因: why it is not.
    pub by: SetAsideBy,
    /// 搁置序号: which of `suppressions` set it aside, from 0; none where it is known by the baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppression: Option<u32>,
    /// 发现: the finding.
    pub finding: Finding,
}

/// 基线情况: how the findings of an input stand to those that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct BaselineReport {
    /// 已知数: how many findings were known.
    pub known: u64,
    /// 失效数: how many findings the baseline has that are not there any more; rule QD905 names them.
    pub stale: u64,
}
