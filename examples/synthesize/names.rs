//! Names of items, put together from a phrase, a subject and a matter.

use qingdan::codelist::ItemType;

use super::offices::Office;

/// A name, and the words in it that other texts of the item use.
pub(super) struct Name {
    pub(super) whole: String,
    /// What it is about: `河道采砂`, or for a penalty the deed, `未经许可擅自从事河道采砂活动`.
    pub(super) about: String,
    /// The matter alone: `河道采砂`.
    pub(super) matter: &'static str,
}

const DEEDS: &[&str] = &[
    "未经许可擅自从事{m}活动",
    "伪造、变造、转让{m}批准文件",
    "拒绝、阻碍{m}监督检查",
    "在{m}中弄虚作假",
    "未按照规定报送{m}资料",
    "{m}不符合国家标准、行业标准",
    "未按照批准的内容和范围进行{m}",
    "未建立{m}管理制度或者台账",
    "{m}存在事故隐患逾期未整改",
    "以欺骗、贿赂等不正当手段取得{m}批准",
    "涂改、倒卖、出租、出借{m}许可证件",
    "{m}发生事故后隐瞒不报、谎报或者拖延不报",
    "超越资质等级从事{m}",
    "未按照规定对{m}从业人员进行教育培训",
    "{m}终止后未依法办理注销手续",
    "擅自改变{m}场所或者用途",
    "未依法公示{m}信息",
    "违反{m}技术规范造成损失",
    "使用不合格设备、材料进行{m}",
    "未按照规定保存{m}记录",
];
const SUBJECTS: &[&str] = &["单位", "个人", "经营者", "单位和个人", "有关责任人员", "从业单位"];
const APPLICANTS: &[&str] = &["企业", "个人", "个体工商户", "社会组织", "农牧民专业合作社", "事业单位"];

/// The phrases for items of a type.
fn phrases(of_type: ItemType) -> &'static [&'static str] {
    match of_type {
        ItemType::Licensing => {
            &["{m}许可", "{m}审批", "{m}许可证核发", "{m}资质认定", "{m}变更许可", "{m}延续许可", "{m}方案审批"]
        }
        ItemType::Inspection => &[
            "对{s}{m}活动的监督检查",
            "对{s}{m}质量的抽样检查",
            "对{s}{m}安全管理制度落实情况的检查",
            "对{s}{m}台账和记录的检查",
            "对{s}{m}资质条件保持情况的检查",
        ],
        ItemType::CoerciveMeasure => {
            &["查封{s}违法从事{m}的场所、设施", "扣押{s}违法从事{m}的工具、设备", "扣押{s}{m}中不符合标准的物品"]
        }
        ItemType::CoerciveExecution => &["对{s}逾期不缴纳{m}罚款的加处罚款", "对{s}违法{m}造成后果逾期不消除的代履行"],
        ItemType::Levy => &["{m}相关费用征收（{a}）", "{m}造成损失的补偿费征收（{a}）"],
        ItemType::Confirmation => &["{m}资格确认（{a}）", "{m}信息变更确认（{a}）", "{m}等级评定（{a}）"],
        ItemType::Payment => &["{m}补助资金给付（{a}）", "{m}奖补资金给付（{a}）"],
        ItemType::Reward => &["对在{m}工作中做出突出贡献的{a}的奖励"],
        ItemType::Adjudication => &["{m}纠纷裁决（{a}）"],
        ItemType::OtherPower => &["{m}备案（{a}）", "{m}年度报告备案（{a}）"],
        ItemType::PublicService => &[
            "{m}政策咨询（{a}）",
            "{m}办理进度查询（{a}）",
            "{m}信息查询（{a}）",
            "{m}业务培训（{a}）",
            "{m}技术指导（{a}）",
            "{m}宣传服务（{a}）",
        ],
        _ => DEEDS,
    }
}

/// The name of the `number`-th item of a type in an office. Counties differ by the `start`; names of one office and
/// type repeat only after all combinations.
pub(super) fn name(office: &Office, of_type: ItemType, number: usize, start: usize) -> Name {
    let phrases = phrases(of_type);
    let subjects = if of_type == ItemType::Licensing { &[""] } else { SUBJECTS };
    let combinations = phrases.len() * subjects.len() * office.matters.len();
    // A prime above all these numbers of combinations, so that every one comes once before any comes again.
    let at = (start + number * 7919) % combinations;
    let matter = office.matters[at % office.matters.len()];
    let phrase = phrases[at / office.matters.len() % phrases.len()].replace("{m}", matter);
    let subject = at / office.matters.len() / phrases.len();
    match of_type {
        ItemType::Penalty => penalty(SUBJECTS[subject], phrase, matter),
        _ => Name {
            whole: phrase.replace("{s}", SUBJECTS[subject]).replace("{a}", APPLICANTS[subject]),
            about: matter.to_owned(),
            matter,
        },
    }
}

/// The name of an entry of a guidance directory: a penalty that names no subject, unlike those of counties.
pub(super) fn delegated(office: &Office, number: usize, start: usize) -> Name {
    let at = (start + number * 7919) % (DEEDS.len() * office.matters.len());
    let matter = office.matters[at % office.matters.len()];
    penalty("", DEEDS[at / office.matters.len()].replace("{m}", matter), matter)
}

fn penalty(subject: &str, deed: String, matter: &'static str) -> Name {
    Name { whole: format!("对{subject}{deed}的处罚"), about: deed, matter }
}
