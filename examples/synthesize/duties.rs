//! Responsibilities and accountability, worded by the type of the power. The provisions of the general laws are those that
//! govern the stage; the wording is invented, and names the matter, so that no text of a body is that of another item.

use qingdan::codelist::{ItemType, Stage};
use qingdan::model::{Accountability, Step};

use super::laws::Law;
use super::parts::text;
use super::random::Random;

/// A stage, the articles of the general law, a short wording and what a longer one adds.
type Duty = (Stage, &'static [u16], &'static str, &'static str);

const PENALTY: &[Duty] = &[
    (
        Stage::File,
        &[54],
        "对检查发现、投诉举报、移送的{m}线索进行核查，符合立案标准的及时立案",
        "；不予立案的，告知举报人并说明理由，线索属于其他机关管辖的依法移送",
    ),
    (
        Stage::Investigate,
        &[42, 55],
        "由两名以上执法人员调查{m}，收集证据，制作笔录",
        "；与当事人有直接利害关系的执法人员应当回避，对当事人的商业秘密和个人隐私予以保密，询问和检查全过程记录",
    ),
    (
        Stage::Review,
        &[57, 58],
        "对{m}案件的事实、证据、程序和裁量进行审查",
        "；情节复杂或者重大违法行为由负责人集体讨论决定，依法应当法制审核的未经审核不得作出决定",
    ),
    (
        Stage::Notify,
        &[44, 45],
        "告知当事人就{m}拟作出处罚的内容及事实、理由、依据，听取陈述、申辩",
        "；符合听证条件的告知听证权利并组织听证，不得因当事人陈述、申辩而给予更重的处罚",
    ),
    (
        Stage::Decide,
        &[57, 59],
        "就{m}作出处理决定，制作行政处罚决定书",
        "，载明违法事实和证据、处罚的种类和依据、履行方式和期限、申请复议和提起诉讼的途径",
    ),
    (
        Stage::Deliver,
        &[61],
        "宣告后当场交付或者依法送达{m}的行政处罚决定书",
        "；当事人同意的可以采用电子方式送达，公告送达的留存记录",
    ),
    (
        Stage::Execute,
        &[72],
        "督促当事人履行就{m}作出的决定，逾期不履行的依法加处罚款或者申请人民法院强制执行",
        "；当事人确有经济困难申请延期或者分期缴纳的依法审批，执行完毕后立卷归档",
    ),
];
const LICENSING: &[Duty] = &[
    (
        Stage::Accept,
        &[30, 32],
        "公示{m}应当提交的材料，一次性告知补正材料，依法受理或者不予受理",
        "；申请事项依法不需要取得许可的即时告知，不受理的出具加盖专用印章和注明日期的书面凭证",
    ),
    (
        Stage::Review,
        &[34],
        "对{m}申请材料进行审查，需要实地核查的由两名以上工作人员核查",
        "；涉及他人重大利益的告知利害关系人，听取申请人和利害关系人的意见",
    ),
    (
        Stage::Decide,
        &[37, 38],
        "在规定时限内对{m}作出准予或者不予许可的书面决定，不予许可的说明理由",
        "，并告知申请行政复议和提起行政诉讼的权利；准予许可的决定予以公开",
    ),
    (
        Stage::Deliver,
        &[44],
        "自作出决定之日起十日内向申请人颁发、送达{m}证件",
        "，同步归集电子证照，申请人可以自行下载打印",
    ),
    (
        Stage::Supervise,
        &[61],
        "对被许可人从事{m}的情况进行监督检查，发现违法行为及时处理",
        "；监督检查情况和处理结果予以记录归档，公众有权查阅",
    ),
];
const COERCION: &[Duty] = &[
    (
        Stage::Approve,
        &[18],
        "实施前向负责人报告{m}案件情况并经批准",
        "；情况紧急需要当场实施的，在二十四小时内报告并补办批准手续",
    ),
    (
        Stage::Notify,
        &[18],
        "由两名以上执法人员出示证件，就{m}当场告知当事人理由、依据和救济途径",
        "，通知当事人到场；当事人不到场的邀请见证人到场",
    ),
    (Stage::Hear, &[18, 36], "就{m}听取当事人的陈述和申辩", "，对提出的事实、理由和证据进行记录、复核，成立的予以采纳"),
    (
        Stage::Record,
        &[18],
        "制作{m}现场笔录，由当事人和执法人员签名或者盖章",
        "；当事人拒绝的在笔录中注明，全过程录音录像并归档",
    ),
];
const INSPECTION: &[Duty] = &[
    (
        Stage::Plan,
        &[54],
        "制定{m}年度检查计划，合理确定抽查比例和频次",
        "，实行随机抽取检查对象、随机选派检查人员，并与其他部门联合检查减少入企次数",
    ),
    (
        Stage::Inspect,
        &[58],
        "由两名以上执法人员出示证件，对{m}现场、台账和记录进行检查，制作检查笔录",
        "；不得妨碍正常生产经营，不得收取费用",
    ),
    (
        Stage::Handle,
        &[58],
        "对{m}中发现的问题责令改正，涉嫌违法的立案查处或者依法移送",
        "；到期复查整改情况，检查结果及时向社会公布",
    ),
    (Stage::Archive, &[58], "将{m}检查记录和处理结果立卷归档", "，按规定归集到监管平台"),
];
const APPLICATION: &[Duty] = &[
    (
        Stage::Accept,
        &[36],
        "公示{m}办理条件和材料，一次性告知补正内容，依法受理",
        "；实行首问负责、容缺受理，能够通过共享获取的材料不要求申请人提交",
    ),
    (Stage::Review, &[36], "按照规定的条件对{m}申请进行审核", "；需要现场核实的提前告知，审核意见书面留存"),
    (
        Stage::Decide,
        &[36],
        "就{m}作出决定并书面告知申请人，不符合条件的说明理由",
        "；结果涉及公共利益的予以公示，公示期满无异议的按程序办理",
    ),
    (Stage::Supervise, &[58], "对{m}实施情况进行跟踪检查", "，发现弄虚作假的撤销决定并依法处理"),
];

/// The duties of a type, and the law that their provisions are from.
fn duties(of_type: ItemType) -> (&'static [Duty], &'static str) {
    match of_type {
        ItemType::Licensing => (LICENSING, "licensing-law"),
        ItemType::Penalty => (PENALTY, "penalty-law"),
        ItemType::CoerciveMeasure | ItemType::CoerciveExecution => (COERCION, "coercion-law"),
        ItemType::Inspection => (INSPECTION, "business-environment"),
        _ => (APPLICATION, "business-environment"),
    }
}

/// The responsibilities of an item about a matter; some offices write at length.
pub(super) fn responsibilities(of_type: ItemType, about: &str, random: &mut Random) -> Vec<Step> {
    let (duties, law) = duties(of_type);
    let at_length = random.one_in(12);
    let mut steps = Vec::new();
    for (stage, articles, short, more) in duties {
        let more = if at_length { *more } else { "" };
        let mut step = Step::new(*stage, text(format!("{short}{more}").replace("{m}", about)));
        step.basis.push(Law::named(law).at(articles));
        steps.push(step);
    }
    steps
}

const CIRCUMSTANCES: &[&str] = &[
    "对符合条件的{m}申请或者举报不依法受理、处理",
    "发现{m}中的违法行为不依法查处，造成后果",
    "在{m}工作中滥用职权、玩忽职守、徇私舞弊",
    "办理{m}时违反法定程序或者超越法定职权",
    "利用办理{m}的便利索取、收受他人财物或者谋取其他利益",
    "擅自改变{m}的条件、标准、种类或者幅度",
    "泄露办理{m}中知悉的商业秘密或者个人隐私",
];

/// Who answers for what in an item about a matter.
pub(super) fn accountability(of_type: ItemType, about: &str, random: &mut Random) -> Vec<Accountability> {
    let (law, articles): (&str, &[u16]) = match of_type {
        ItemType::Licensing => ("licensing-law", &[72, 74]),
        ItemType::Penalty => ("penalty-law", &[76]),
        ItemType::CoerciveMeasure | ItemType::CoerciveExecution => ("coercion-law", &[61, 62]),
        _ => ("discipline", &[39]),
    };
    let count = random.between(1, 2);
    let chosen = random.order(CIRCUMSTANCES.len());
    let circumstances = chosen.into_iter().take(count).map(|at| {
        let mut circumstance = Accountability::new(text(CIRCUMSTANCES[at].replace("{m}", about)));
        circumstance.subject = Some(text("直接负责的主管人员和其他直接责任人员"));
        circumstance.basis.push(Law::named(law).at(articles));
        circumstance
    });
    circumstances.collect()
}
