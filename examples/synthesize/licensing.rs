//! The licensing list.

use qingdan::code::ItemCode;
use qingdan::codelist::{
    AuthorityRole, BodyNature, ItemLevel, ItemStatus, ItemType, LicenseClass, MaterialKind, MaterialNecessity,
    ResultKind, SpecialProcedureKind, TimeUnit,
};
use qingdan::model::{
    Authority, Citation, IntermediaryService, Kind, LicenseValidity, LicensingItem, Material, Ref, ServiceResult,
    SpecialProcedure, TimeLimit,
};

use super::county::{Body, County};
use super::laws::Law;
use super::names::{Name, name};
use super::offices::Office;
use super::parts::{id, refer, text};
use super::province::Province;
use super::random::Random;

/// The name of the n-th licensing item of a body.
pub(super) fn name_of(county: &County, offices: &[Office], body: &Body, number: usize) -> Name {
    name(&offices[body.office], ItemType::Licensing, number, county.start())
}

/// Whether the licensing item with this number has two sub-items.
pub(super) fn has_sub_items(number: usize) -> bool {
    number % 12 == 5
}

/// A limit in working days. Above twenty days a law or regulation of the matter fixes it, else 行政许可法 §42.
pub(super) fn limit(days: usize, office: &Office, random: &mut Random) -> TimeLimit {
    let basis: Citation = if days > 20 {
        random.pick(&office.laws).somewhere(random, false)
    } else {
        Law::named("licensing-law").at(&[42])
    };
    working_days(days).on(basis)
}

/// A limit in working days without a basis of its own.
pub(super) fn working_days(days: usize) -> TimeLimit {
    TimeLimit::working_days(u16::try_from(days).unwrap()).unwrap()
}

/// The licensing items of a county, body by body.
pub(super) fn licensing_items(
    county: &County,
    province: &Province,
    offices: &[Office],
    see: &mut dyn FnMut(LicensingItem),
) {
    for body in &county.bodies {
        for number in 0..body.licensing_items {
            let item = main_item(county, province, offices, body, number);
            let all = body.first_licensing_item + number;
            let mut subs = Vec::new();
            for part in 1..=(if has_sub_items(all) { 2 } else { 0 }) {
                let sub_name = text(format!("{}（{}）", item.name, ["首次申请", "变更和延续"][part - 1]));
                let mut sub = LicensingItem::new(id(format!("{}-{part}", county.id('l', all))), sub_name);
                sub.item_level = ItemLevel::Sub;
                sub.parent = Some(Ref::from(&item));
                sub.code = Some(county.licensing_code(all, &format!("00{part}")).parse::<ItemCode>().unwrap().into());
                sub.authorities.clone_from(&item.authorities);
                sub.set_by.clone_from(&item.set_by);
                subs.push(sub);
            }
            see(item);
            subs.into_iter().for_each(&mut *see);
        }
    }
}

fn main_item(county: &County, province: &Province, offices: &[Office], body: &Body, number: usize) -> LicensingItem {
    const CLASSES: [LicenseClass; 4] =
        [LicenseClass::Ordinary, LicenseClass::Ordinary, LicenseClass::Accreditation, LicenseClass::Verification];
    let all = body.first_licensing_item + number;
    let mut random = county.random(Kind::LicensingItem, all);
    let office = &offices[body.office];
    let name = name_of(county, offices, body, number);
    let mut item = LicensingItem::new(id(county.id('l', all)), text(name.whole.as_str()));
    let sub_item = if has_sub_items(all) { "00Y" } else { "000" };
    item.code = Some(county.licensing_code(all, sub_item).parse::<ItemCode>().unwrap().into());
    item.license_class = Some(*random.pick(&CLASSES));
    item.competent_department = Some(refer(&body.id));
    let mut authority = Authority::new(refer(&body.id), AuthorityRole::Decide);
    authority.nature = Some(BodyNature::Statutory);
    item.authorities.push(authority);
    let law = *random.pick(&office.laws);
    item.set_by.push(law.somewhere(&mut random, false));
    if random.one_in(2) {
        item.implemented_under.push(random.pick(&office.laws).somewhere(&mut random, false));
    }
    item.levels.push(body.level());
    let service = &county.services[body.first_service + number];
    if service.statutory_days > 0 {
        item.statutory_limits.push(limit(service.statutory_days, office, &mut random));
    }
    if service.promised_days > 0 {
        item.promised_limits.push(working_days(service.promised_days));
    }
    if !service.immediate && random.one_in(6) {
        let mut hearing = SpecialProcedure::new(SpecialProcedureKind::Hearing);
        hearing.days = Some(20);
        hearing.unit = Some(TimeUnit::WorkingDay);
        hearing.counted_in_limit = Some(false);
        hearing.basis.push(Law::named("licensing-law").at(&[47]));
        item.special_procedures.push(hearing);
    }
    item.conditions = conditions(name.matter, &mut random);
    item.materials = materials(&name, office, &mut random);
    // By number and not by chance: what is drawn for all other fields stays as it is.
    if all % 9 == 4 && !item.statutory_limits.is_empty() {
        item.extension_limits.push(working_days(10).on(Law::named("licensing-law").at(&[42])));
        item.delivery_limits.push(working_days(10).on(Law::named("licensing-law").at(&[44])));
    }
    if all % 30 == 11 {
        item.prerequisites.push(text(format!("{}规划选址意见", name.matter)));
    }
    if all % 40 == 17 {
        item.intermediary_services.push(intermediary_service(name.matter, law));
    }
    item.charges_fee = Some(false);
    if random.one_in(4) {
        let mut validity = LicenseValidity::new();
        validity.period = Some(text(format!("{}年", random.between(2, 10))));
        validity.basis.push(law.somewhere(&mut random, false));
        if all.is_multiple_of(3) {
            let lead_time = TimeLimit::new(30, TimeUnit::Day).unwrap();
            validity.renewal_lead_time = Some(lead_time.on(Law::named("licensing-law").at(&[50])));
        }
        item.license_validity = Some(validity);
    }
    item.result = Some(result(province, &mut random));
    item.supervisors.push(refer(&body.id));
    item.status = Some(ItemStatus::InUse);
    item
}

/// What an applicant has to buy first.
fn intermediary_service(matter: &str, law: &Law) -> IntermediaryService {
    let mut service = IntermediaryService::new(text(format!("{matter}评估报告编制")));
    service.basis.push(law.at(&[10]));
    service.limit = Some(working_days(15));
    service.charges_fee = Some(true);
    service
}

fn conditions(matter: &str, random: &mut Random) -> Vec<qingdan::model::Text> {
    const CONDITIONS: [&str; 6] = [
        "有与{m}相适应的固定场所和必要的设施、设备，场所符合规划、消防和环境保护要求",
        "有符合规定数量和资格的{m}专业技术人员和管理人员",
        "有健全的{m}质量、安全管理制度和应急预案",
        "申请人具有完全民事行为能力，近三年内没有因{m}受到撤销许可、吊销证件的处罚",
        "符合国家产业政策和本行政区域{m}发展规划",
        "法律、行政法规规定的其他条件",
    ];
    let count = random.between(2, 5);
    let chosen = random.order(CONDITIONS.len()).into_iter().take(count);
    chosen.map(|at| text(CONDITIONS[at].replace("{m}", matter))).collect()
}

fn materials(name: &Name, office: &Office, random: &mut Random) -> Vec<Material> {
    const NAMES: [&str; 4] = ["{m}可行性说明", "{m}场所平面图", "{m}人员名册", "{m}管理制度文本"];
    let mut form = Material::new(id("m1"), text(format!("{}申请表", name.whole)), MaterialKind::Form);
    form.basis.push(Law::named("licensing-law").at(&[29]));
    form.necessity = Some(MaterialNecessity::Required);
    let mut materials = vec![form];
    for (number, at) in (2..).zip(random.order(NAMES.len()).into_iter().take(random.between(1, 4))) {
        let title = text(NAMES[at].replace("{m}", name.matter));
        let mut material = Material::new(id(format!("m{number}")), title, MaterialKind::Document);
        material.basis.push(random.pick(&office.laws).somewhere(random, false));
        materials.push(material);
    }
    materials
}

/// What is issued: a license of some type, or an approval.
pub(super) fn result(province: &Province, random: &mut Random) -> ServiceResult {
    if random.one_in(3) {
        return ServiceResult::new(ResultKind::ApprovalDocument);
    }
    let number = random.below(Province::license_types_count());
    let mut result = ServiceResult::new(ResultKind::License);
    result.name = Some(text(Province::license_name(number)));
    result.license_type = Some(refer(province.license_type_id(number)));
    result
}
