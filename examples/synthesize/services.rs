//! Service items with their implementation lists.

use qingdan::code::{BaseCode, ImplementationCode};
use qingdan::codelist::{
    Audience, BodyNature, Channel, Handling, Initiation, ItemLevel, ItemStatus, ItemType, LinkState, MaterialForm,
    MaterialKind, MaterialNecessity, MaterialOrigin, OnlineDepth, OrganizationKind, PowerSource, ResultKind, Stage,
};
use qingdan::model::{Citation, Kind, Material, Online, Record as _, Ref, ServiceItem, ServiceResult, Step};

use super::county::{Body, County};
use super::laws::Law;
use super::licensing::{self, limit, working_days};
use super::names::{Name, name};
use super::offices::Office;
use super::parts::{id, refer, text};
use super::powers::{digits, on_application};
use super::province::Province;
use super::random::Random;
use super::statistics::Service;

/// The id, in each service, of the material for which an electronic license can stand.
pub(super) const LICENSE_MATERIAL: &str = "m2";

/// The type of license that can stand for the second material of a service.
pub(super) fn license_type_of(county: &County, province: &Province, number: usize) -> (usize, String) {
    let at = county.random(Kind::LicenseLink, number).below(Province::license_types_count());
    (at, province.license_type_id(at))
}

/// The service items of a county, body by body: the implementation items, and before some of them the main item of which
/// they are parts.
pub(super) fn service_items(
    county: &County,
    province: &Province,
    offices: &[Office],
    see: &mut dyn FnMut(ServiceItem),
) {
    for (at, body) in county.bodies.iter().enumerate() {
        for number in 0..body.services {
            let mut item = implementation_item(county, province, offices, (at, body), number);
            let public = number.checked_sub(body.licensing_items + body.on_application);
            // Of forty public services the first two are parts of one.
            if let Some(first) = public.map(|public| public - public % 40)
                && public.is_some_and(|public| public % 40 < 2)
                && body.services > body.licensing_items + body.on_application + first + 1
            {
                let mut main = ServiceItem::new(
                    id(format!("{}-g{:02}-{first:03}", county.division.code, at + 1)),
                    text(format!("{}综合服务（{}）", body.name, first / 40 + 1)),
                    ItemType::PublicService,
                    refer(&body.id),
                );
                item.item_level = ItemLevel::Sub;
                item.parent = Some(Ref::from(&main));
                if public == Some(first) {
                    main.initiation = Some(Initiation::OnApplication);
                    main.status = Some(ItemStatus::InUse);
                    see(main);
                }
            }
            see(item);
        }
    }
}

fn implementation_item(
    county: &County,
    province: &Province,
    offices: &[Office],
    (at, body): (usize, &Body),
    number: usize,
) -> ServiceItem {
    let office = &offices[body.office];
    let all = body.first_service + number;
    let mut random = county.random(Kind::ServiceItem, all);
    let applied = body.licensing_items;
    let public = applied + body.on_application;
    let (of_type, name) = if number < applied {
        (ItemType::Licensing, licensing::name_of(county, offices, body, number))
    } else if number < public {
        on_application(county, office, number - applied)
    } else {
        (ItemType::PublicService, name(office, ItemType::PublicService, number - public, county.start()))
    };
    let organization = refer(&body.id);
    let mut item = ServiceItem::new(id(county.id('s', all)), text(name.whole.as_str()), of_type, organization);
    let base = if number < applied {
        let licensing_item = body.first_licensing_item + number;
        let has_sub_items = licensing::has_sub_items(licensing_item);
        item.licensing_item = Some(refer(county.id('l', licensing_item)));
        if body.licensing_powers() > 0 {
            item.power_item = Some(refer(county.power_id(at, number)));
        }
        county.licensing_code(licensing_item, if has_sub_items { "001" } else { "000" })
    } else if number < public {
        let power = body.licensing_powers() + body.delegated + number - applied;
        item.power_item = Some(refer(county.power_id(at, power)));
        county.base_code(digits(of_type), body.office, power, "000")
    } else {
        county.base_code(digits(of_type), body.office, number, "000")
    };
    if !random.one_in(12) {
        item.base_code = Some(base.parse::<BaseCode>().unwrap().into());
        let code = body.implementation_code(&base);
        item.implementation_code = Some(code.parse::<ImplementationCode>().unwrap().into());
    }
    add_bases(&mut item, body, office, &mut random);
    add_handling(&mut item, county, &county.services[all], office, &mut random);
    item.materials = materials(county, province, all, &name, &mut random);
    if of_type == ItemType::Licensing {
        // What an applicant for a license hands in beside the form has a basis.
        for material in item.materials.iter_mut().filter(|material| material.kind == MaterialKind::Document) {
            material.basis.push(random.pick(&office.laws).somewhere(&mut random, false));
        }
    }
    if number < applied && all.is_multiple_of(9) && !item.statutory_limits.is_empty() {
        item.extension_limits.push(working_days(10).on(Law::named("licensing-law").at(&[42])));
        item.delivery_limits.push(working_days(10).on(Law::named("licensing-law").at(&[44])));
    }
    if random.one_in(4) {
        item.procedure = procedure(of_type, &name, &mut random);
    }
    item.result = Some(match of_type {
        ItemType::Licensing => licensing::result(province, &mut random),
        ItemType::PublicService => ServiceResult::new(ResultKind::None),
        _ => ServiceResult::new(ResultKind::ApprovalDocument),
    });
    item
}

/// What it rests on, and by what title the body acts.
fn add_bases(item: &mut ServiceItem, body: &Body, office: &Office, random: &mut Random) {
    let basis: Citation = if item.service_type == ItemType::PublicService {
        Law::named("online-services").at(&[3])
    } else {
        random.pick(&office.laws).somewhere(random, false)
    };
    item.basis.push(basis);
    item.initiation = Some(Initiation::OnApplication);
    item.power_source = Some(PowerSource::Statutory);
    item.body_nature = match body.kind {
        OrganizationKind::PublicInstitution => Some(BodyNature::Authorized),
        OrganizationKind::MassOrganization => None,
        _ => Some(BodyNature::Statutory),
    };
    item.charges_fee = Some(false);
    item.status = (!random.one_in(5)).then_some(ItemStatus::InUse);
}

/// How it is handled: limits, online, visits.
fn add_handling(item: &mut ServiceItem, county: &County, service: &Service, office: &Office, random: &mut Random) {
    const EVERYONE: [Audience; 5] = [
        Audience::NaturalPerson,
        Audience::Enterprise,
        Audience::PublicInstitution,
        Audience::SocialOrganization,
        Audience::UnincorporatedEnterprise,
    ];
    item.audience.extend_from_slice(&EVERYONE[..random.between(1, 5)]);
    item.handling = Some(if service.immediate { Handling::Immediate } else { Handling::Promised });
    if service.statutory_days > 0 {
        item.statutory_limits.push(match item.service_type {
            ItemType::Licensing => limit(service.statutory_days, office, random),
            _ => working_days(service.statutory_days).on(random.pick(&office.laws).somewhere(random, false)),
        });
    }
    if service.promised_days > 0 {
        item.promised_limits.push(working_days(service.promised_days));
    }
    let mut online = Online::new(service.online);
    online.full = Some(service.fully_online);
    online.depth = match (service.online, service.fully_online) {
        (false, _) => vec![OnlineDepth::Consultation],
        (true, false) => vec![OnlineDepth::Consultation, OnlineDepth::Submission, OnlineDepth::PreReview],
        (true, true) => vec![
            OnlineDepth::Submission,
            OnlineDepth::Acceptance,
            OnlineDepth::Processing,
            *random.pick(&[OnlineDepth::ResultFeedback, OnlineDepth::ELicenseFeedback]),
        ],
    };
    if service.online {
        online.url = Some(text(format!("https://zwfw.example/{}/items/{}", county.division.code, item.id())));
    }
    item.online = Some(online);
    item.visits = Some(service.visits);
    if service.visits > 0 {
        const REASONS: [&str; 3] =
            ["需要现场核验原件", "需要申请人当面签字确认", "需要现场采集信息，尚不能通过网上办理"];
        item.visit_reason = Some(text(*random.pick(&REASONS)));
    }
    item.channels.push(Channel::Window);
    item.channels.push(if service.online { Channel::Online } else { Channel::Courier });
}

/// A form, a document that an electronic license can stand for, and others.
fn materials(county: &County, province: &Province, number: usize, name: &Name, random: &mut Random) -> Vec<Material> {
    const OTHERS: [&str; 4] = ["{m}情况说明", "{m}有关合同或者协议", "委托代理授权书", "{m}现场照片"];
    let mut form = Material::new(id("m1"), text(format!("{}申请表", name.whole)), MaterialKind::Form);
    if random.one_in(3) {
        form.basis.push(Law::named("business-environment").at(&[35]));
    }
    form.necessity = Some(MaterialNecessity::Required);
    form.form = Some(*random.pick(&[MaterialForm::Either, MaterialForm::Electronic]));
    form.obtained_from = Some(MaterialOrigin::Applicant);

    let (license, license_type) = license_type_of(county, province, number);
    let link = county.services[number].link;
    let title = text(Province::license_name(license));
    let mut document = Material::new(id(LICENSE_MATERIAL), title, MaterialKind::Document);
    // What is linked need not be handed in on paper.
    let needed = matches!(link, None | Some(LinkState::Unlinked));
    document.necessity = Some(if needed { MaterialNecessity::Required } else { MaterialNecessity::Optional });
    document.obtained_from = Some(MaterialOrigin::GovernmentDepartment);
    document.license_type = link.map(|_| refer(license_type));
    document.exempt = Some(link == Some(LinkState::Configured));

    let mut materials = vec![form, document];
    for (number, at) in (3..).zip(random.order(OTHERS.len()).into_iter().take(random.below(2))) {
        let title = text(OTHERS[at].replace("{m}", name.matter));
        let mut material = Material::new(id(format!("m{number}")), title, MaterialKind::Document);
        material.necessity = Some(MaterialNecessity::Deferrable);
        materials.push(material);
    }
    materials
}

fn procedure(of_type: ItemType, name: &Name, random: &mut Random) -> Vec<Step> {
    if of_type == ItemType::PublicService && random.one_in(2) {
        return vec![Step::new(Stage::Handle, text(format!("窗口或者网上提出，工作人员当场答复{}事宜", name.matter)))];
    }
    let steps = [
        (Stage::Accept, "收到{m}申请后核对材料，符合条件的受理"),
        (Stage::Review, "对{m}申请材料进行审查，需要核实的联系申请人"),
        (Stage::Decide, "作出决定，不予办理的说明理由并告知救济途径"),
        (Stage::Deliver, "通过窗口、邮寄或者网上送达{m}办理结果"),
    ];
    let skip = random.below(2);
    let steps = steps.into_iter().skip(skip);
    steps.map(|(stage, content)| Step::new(stage, text(content.replace("{m}", name.matter)))).collect()
}
