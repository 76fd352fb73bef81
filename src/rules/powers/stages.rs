//! Stages of procedures: which a power's responsibilities tell, by their names or by their words.

use crate::codelist::Stage;
use crate::model::Step;

/// A stage that a procedure must have, and what shows that it is there.
pub(super) struct Required {
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    /// The stages under which lists print it.
    stages: &'static [Stage],
    /// Words with which the responsibility of another stage does it as well: 作出决定并送达当事人.
    words: &'static [&'static str],
}

/// The ordinary procedure of a penalty (行政处罚法 §54–§66).
pub(super) const PENALTY: &[Required] = &[
    // Some lists print 受理 for it.
    Required {
        zh: "立案",
        en: "filing",
        stages: &[Stage::File, Stage::Accept],
        words: &["予以立案", "及时立案", "批准立案", "决定立案", "立案查处", "立案调查", "立案审批"],
    },
    Required {
        zh: "调查",
        en: "investigation",
        stages: &[Stage::Investigate],
        words: &["调查取证", "立案调查", "全面调查", "进行调查", "收集证据"],
    },
    Required {
        zh: "审查",
        en: "review",
        stages: &[Stage::Review, Stage::Approve],
        words: &["审查", "审核", "集体讨论"],
    },
    Required {
        zh: "告知",
        en: "notice",
        stages: &[Stage::Notify],
        words: &["告知当事人", "告知拟", "告知书", "事先告知", "处罚告知"],
    },
    Required {
        zh: "决定",
        en: "decision",
        stages: &[Stage::Decide, Stage::Handle],
        words: &["作出决定", "作出处理决定"],
    },
    Required { zh: "送达", en: "delivery", stages: &[Stage::Deliver], words: &["送达"] },
    Required {
        zh: "执行",
        en: "execution",
        stages: &[Stage::Execute],
        words: &["强制执行", "履行处罚决定", "履行行政处罚决定", "履行决定", "督促履行", "监督执行"],
    },
];

/// What every coercive measure demands (行政强制法 §18).
pub(super) const MEASURE: &[Required] = &[
    Required { zh: "批准", en: "approval", stages: &[Stage::Approve, Stage::Decide], words: &["批准", "审批"] },
    Required { zh: "告知", en: "notice", stages: &[Stage::Notify], words: &["告知"] },
    Required {
        zh: "听取陈述申辩",
        en: "hearing the party",
        stages: &[Stage::Hear],
        words: &["听取", "陈述和申辩", "陈述、申辩", "陈述申辩"],
    },
    Required { zh: "制作笔录", en: "record", stages: &[Stage::Record], words: &["笔录"] },
];

impl Required {
    /// Whether it is among stages that are told by name.
    pub(super) fn is_among(&self, stages: &[Stage]) -> bool {
        self.stages.iter().any(|stage| stages.contains(stage))
    }

    /// Whether the words of responsibilities tell it, whatever their stages.
    pub(super) fn is_in_words(&self, steps: &[Step]) -> bool {
        steps.iter().any(|step| self.words.iter().any(|word| step.content.as_str().contains(word)))
    }
}

/// The stages that responsibilities tell by name, each once; those of no known stage tell none.
pub(super) fn stages_told(steps: &[Step]) -> Vec<Stage> {
    let mut stages: Vec<Stage> = steps.iter().filter_map(stage_of).collect();
    stages.sort_unstable();
    stages.dedup();
    stages
}

/// The stage of a responsibility. What stands under no stage of the list may name one at its beginning: 2.调查取证责任：….
fn stage_of(step: &Step) -> Option<Stage> {
    if step.stage != Stage::Other {
        return Some(step.stage);
    }
    let head = step.content.as_str().split(['：', ':', '，', '。', '；', '\n']).next().unwrap_or_default();
    let is_label =
        head.chars().count() <= LABEL && ["责任", "阶段", "环节", "程序"].iter().any(|end| head.ends_with(end));
    let words: &str = if is_label || head.chars().count() <= BARE_LABEL { head } else { return None };
    NAMES.iter().find(|(names, _)| names.iter().any(|name| words.contains(name))).map(|&(_, stage)| stage)
}

/// The longest name of a stage, with its number: 2.调查取证责任, and one without a word that says what it is.
const LABEL: usize = 14;
const BARE_LABEL: usize = 8;

/// What lists call the stages; the first that fits.
const NAMES: &[(&[&str], Stage)] = &[
    (&["立案"], Stage::File),
    (&["受理"], Stage::Accept),
    (&["调查", "取证"], Stage::Investigate),
    (&["听取", "陈述", "申辩"], Stage::Hear),
    (&["审批", "批准", "报批"], Stage::Approve),
    (&["审查", "审核"], Stage::Review),
    (&["告知"], Stage::Notify),
    (&["送达"], Stage::Deliver),
    (&["决定"], Stage::Decide),
    (&["监管"], Stage::Supervise),
    (&["催告"], Stage::Urge),
    (&["执行"], Stage::Execute),
    (&["笔录"], Stage::Record),
    (&["归档"], Stage::Archive),
];
