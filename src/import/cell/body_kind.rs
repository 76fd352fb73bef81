//! 机构类别, by the name of a body.

use super::word::plain;
use crate::codelist::OrganizationKind;
use crate::facts::placeholder::Placeholder;

/// Run by a higher level, wherever they sit.
const VERTICAL: [&str; 27] = [
    "消防救援支队",
    "消防救援大队",
    "消防救援总队",
    "消防救援局",
    "消防救援站",
    "消防支队",
    "消防大队",
    "消防总队",
    "税务局",
    "税务所",
    "税务分局",
    "气象局",
    "气象台",
    "烟草专卖局",
    "海关",
    "海事局",
    "海事处",
    "邮政管理局",
    "出入境边防检查站",
    "边防检查站",
    "金融监督管理总局",
    "金融监管分局",
    "人民银行",
    "通信管理局",
    "矿山安全监察局",
    "调查队",
    "国家安全局",
];

const MASS: [&str; 14] = [
    "总工会",
    "工会",
    "共青团",
    "团委",
    "团市委",
    "妇女联合会",
    "妇联",
    "残疾人联合会",
    "残联",
    "工商业联合会",
    "工商联",
    "科学技术协会",
    "红十字会",
    "归国华侨联合会",
];

/// Organs of the party by their own names; 市委…, 党委… are told by their beginnings.
const PARTY: [&str; 16] = [
    "组织部",
    "宣传部",
    "统战部",
    "统一战线工作部",
    "政法委",
    "政法委员会",
    "机构编制委员会办公室",
    "编办",
    "编委办",
    "纪委",
    "纪律检查委员会",
    "网络安全和信息化委员会办公室",
    "网信办",
    "巡察办",
    "党工委",
    "党委",
];

/// Committees of the party: 市委, 市委宣传部, 中共…; 市委员会 and 受市委托 are none.
fn is_of_party(name: &str) -> bool {
    let committee = ["市委", "区委", "县委", "旗委", "盟委", "州委", "省委", "党委", "地委"].iter().any(|word| {
        name.match_indices(word).any(|(at, _)| {
            let after = name.get(at.saturating_add(word.len())..).unwrap_or_default();
            !after.starts_with(['员', '托'])
        })
    });
    // 保密局, 档案局 and the like carry the party's name at the beginning where they are its organs.
    name.starts_with("中共") || committee || PARTY.iter().any(|end| name.ends_with(end))
}

const ZONES: [&str; 14] = [
    "开发区",
    "园区",
    "新区",
    "工业园",
    "产业园",
    "示范区",
    "保税",
    "合作区",
    "试验区",
    "度假区",
    "景区",
    "高新区",
    "经开区",
    "空港",
];

/// Words of those who speak of all bodies of a kind.
const ALL: [&str; 14] = [
    "县级以上",
    "设区的市级",
    "省级以上",
    "市级以上",
    "乡级以上",
    "各级",
    "省级人民政府",
    "市级人民政府",
    "县级人民政府",
    "所在地",
    "有关部门",
    "相关部门",
    "主管部门",
    "行政部门",
];

const INSTITUTIONS: [&str; 20] = [
    "中心",
    "院",
    "站",
    "馆",
    "学校",
    "大学",
    "中学",
    "小学",
    "幼儿园",
    "党校",
    "研究所",
    "监督所",
    "检验所",
    "检测所",
    "卫生所",
    "台",
    "园",
    "林场",
    "牧场",
    "管理所",
];

const COMPANIES: [&str; 5] = ["公司", "集团", "银行", "合作社", "企业"];

const ASSOCIATIONS: [&str; 4] = ["协会", "学会", "商会", "联合会"];

const DEPARTMENTS: [&str; 9] = ["局", "厅", "委", "委员会", "办公室", "办", "署", "部", "总队"];

/// Branches of a department that sit apart from it.
const BRANCHES: [&str; 8] =
    ["派出所", "分局", "司法所", "自然资源所", "国土资源所", "市场监督管理所", "市场监管所", "工商所"];

const UNITS: [&str; 8] = ["科", "处", "室", "股", "支队", "大队", "中队", "组"];

/// 机构类别: what a body is, by its name. `is_internal_unit`: it stands in a column of divisions (承办机构), where 处 and 办公室 are
/// parts of a body too. A name says no more than it does: whether a 中心 is registered as an institution its credit code tells.
///
/// A name with a level where a place belongs (地州市农业农村局) is a department, of which QD011 says what is wrong; who speaks of all
/// bodies of a kind (县级以上水行政主管部门) names a category.
///
/// ```
/// use qingdan::codelist::OrganizationKind;
/// use qingdan::import::cell::organization_kind;
/// assert_eq!(organization_kind("杭锦旗锡尼镇人民政府", false), OrganizationKind::TownshipGovernment);
/// assert_eq!(organization_kind("市国有资产监督管理委员会", false), OrganizationKind::Department);
/// assert_eq!(organization_kind("各区消防救援大队", true), OrganizationKind::VerticalAgency);
/// assert_eq!(organization_kind("市公路管理处", true), OrganizationKind::InternalUnit);
/// ```
#[must_use]
pub fn organization_kind(name: &str, is_internal_unit: bool) -> OrganizationKind {
    let whole = plain(name);
    // 畜牧兽医科（渔政管理科） is what it is without its second name; 乡（镇）人民政府 with both.
    let head =
        if whole.ends_with(')') { whole.split_once('(').map_or(whole.as_str(), |(head, _)| head) } else { &whole };
    let name: String = head.chars().filter(|c| !"()、,/".contains(*c)).collect();
    let ends = |words: &[&str]| words.iter().any(|end| name.ends_with(end));
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_zone = || name.ends_with("管委会") || name.ends_with("管理委员会") && has(&ZONES);
    let is_township = || {
        let place = ["人民政府", "政府"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
        place.ends_with(['乡', '镇']) || place.ends_with("苏木")
    };
    if ends(&["村民委员会", "居民委员会", "村委会", "居委会", "嘎查委员会"]) {
        OrganizationKind::VillageCommittee
    } else if is_township() {
        OrganizationKind::TownshipGovernment
    } else if ends(&["街道办事处", "街道办", "街道"]) {
        OrganizationKind::SubdistrictOffice
    } else if has(&ALL) || ends(&["部门", "机关"]) {
        OrganizationKind::Category
    } else if ends(&["人民政府", "政府", "行政公署", "行署"]) {
        OrganizationKind::Government
    } else if ends(&VERTICAL) {
        OrganizationKind::VerticalAgency
    } else if ends(&MASS) || name.starts_with("共青团") {
        OrganizationKind::MassOrganization
    } else if is_zone() {
        OrganizationKind::DevelopmentZoneCommittee
    } else if is_internal_unit && (ends(&UNITS) || ends(&["办公室", "办", "窗口"]))
        || ends(&["科", "股", "科室", "处室", "股室"])
    {
        OrganizationKind::InternalUnit
    } else if is_of_party(&name) && !name.ends_with("党校") {
        OrganizationKind::PartyOrgan
    } else if ends(&BRANCHES) {
        OrganizationKind::DispatchedAgency
    } else if ends(&COMPANIES) {
        OrganizationKind::Company
    } else if ends(&ASSOCIATIONS) {
        OrganizationKind::Association
    } else if ends(&["支队", "大队", "中队"]) {
        OrganizationKind::InternalUnit
    } else if ends(&INSTITUTIONS) && !ends(&["法院", "检察院"]) {
        OrganizationKind::PublicInstitution
    } else if ends(&DEPARTMENTS) {
        OrganizationKind::Department
    } else {
        OrganizationKind::OtherBody
    }
}

/// 模板残留: whether a name is a left-over of a template or a placeholder, as rule QD011 judges names of bodies: `XX局`,
/// `具体承办的业务科室`, `地州市农业农村局`.
///
/// ```
/// use qingdan::import::cell::is_placeholder_body;
/// assert!(is_placeholder_body("具体承办的业务科室"));
/// assert!(is_placeholder_body("地州市农业农村局"));
/// assert!(!is_placeholder_body("克拉玛依市农业农村局"));
/// ```
#[must_use]
pub fn is_placeholder_body(name: &str) -> bool {
    Placeholder::of_body_name(name).is_some()
}
