//! The power and responsibility list.

use qingdan::code::ItemCode;
use qingdan::codelist::{
    AuthorityRole, BodyNature, CoercionKind, Initiation, ItemLevel, ItemStatus, ItemType, PenaltyKind, PowerSource,
    RemedyKind, TimeUnit,
};
use qingdan::model::{
    Authority, Coercion, Decimal, Discretion, Kind, Penalty, PowerItem, Ref, Remedy, TimeLimit, Written,
};

use super::county::{Body, County};
use super::duties::{accountability, responsibilities};
use super::laws::Law;
use super::licensing;
use super::names::{Name, name};
use super::offices::Office;
use super::parts::{id, refer, text};
use super::province::{Province, entry_of};
use super::random::Random;

/// The types of the powers that are exercised on application, in turn.
const ON_APPLICATION: [ItemType; 7] = [
    ItemType::Confirmation,
    ItemType::OtherPower,
    ItemType::Payment,
    ItemType::Reward,
    ItemType::OtherPower,
    ItemType::Confirmation,
    ItemType::Adjudication,
];

/// The type and name of the n-th power of a body that is exercised on application.
pub(super) fn on_application(county: &County, office: &Office, number: usize) -> (ItemType, Name) {
    let of_type = ON_APPLICATION[number % ON_APPLICATION.len()];
    (of_type, name(office, of_type, number, county.start()))
}

/// The national number of a type.
pub(super) fn digits(of_type: ItemType) -> &'static str {
    of_type.national_numbers()[0]
}

/// The power items of a county, body by body.
pub(super) fn power_items(county: &County, province: &Province, offices: &[Office], see: &mut dyn FnMut(PowerItem)) {
    let mut all = 0;
    for (at, body) in county.bodies.iter().enumerate() {
        for number in 0..body.power_items {
            let mut random = county.random(Kind::PowerItem, all);
            all += 1;
            main_item(county, province, offices, (at, body), number, &mut random, see);
        }
    }
}

fn main_item(
    county: &County,
    province: &Province,
    offices: &[Office],
    (at, body): (usize, &Body),
    number: usize,
    random: &mut Random,
    see: &mut dyn FnMut(PowerItem),
) {
    let office = &offices[body.office];
    let delegated = body.licensing_powers();
    let applied = delegated + body.delegated;
    let rest = applied + body.on_application;
    let (of_type, name) = if number < delegated {
        (ItemType::Licensing, licensing::name_of(county, offices, body, number))
    } else if number < applied {
        (ItemType::Penalty, province.delegated_name(at, number - delegated, offices))
    } else if number < rest {
        on_application(county, office, number - applied)
    } else {
        let (of_type, of_its_type) = ex_officio(body, number - rest);
        (of_type, name(office, of_type, of_its_type, county.start()))
    };
    let mut item = PowerItem::new(id(county.power_id(at, number)), text(name.whole.as_str()), of_type);
    item.initiation = Some(if number < delegated || (applied..rest).contains(&number) {
        Initiation::OnApplication
    } else {
        Initiation::ExOfficio
    });
    if of_type == ItemType::Licensing {
        item.licensing_item = Some(refer(county.id('l', body.first_licensing_item + number)));
    }
    if (delegated..applied).contains(&number) {
        item.basis.push(province.entry_basis(office, entry_of(at, number - delegated)));
    } else {
        add_bases(&mut item, office, random);
    }
    describe(&mut item, body, &name, number, random);
    let has_sub_items = number >= rest && random.one_in(60);
    // Main items with and without sub-items go by different numbers, as what is one here may be the other elsewhere.
    let (serial, sub_item) = if has_sub_items { (number + 50_000, "00Y") } else { (number, "000") };
    if of_type != ItemType::Licensing && (has_sub_items || !random.one_in(6)) {
        item.code = Some(code(&county.base_code(digits(of_type), body.office, serial, sub_item)));
    }
    let parts = if has_sub_items { 2 } else { 0 };
    let subs = (1..=parts).map(|part| {
        let mut sub = PowerItem::new(
            id(format!("{}-{part}", county.power_id(at, number))),
            text(format!("{}（情形{part}）", name.whole)),
            of_type,
        );
        sub.item_level = ItemLevel::Sub;
        sub.parent = Some(Ref::from(&item));
        sub.code = Some(code(&county.base_code(digits(of_type), body.office, serial, &format!("00{part}"))));
        sub.authorities.clone_from(&item.authorities);
        sub.status = item.status;
        sub
    });
    let subs: Vec<PowerItem> = subs.collect();
    see(item);
    subs.into_iter().for_each(see);
}

fn code(text: &str) -> Written<ItemCode> {
    text.parse::<ItemCode>().unwrap().into()
}

/// The type of the n-th power that a body exercises of its own accord, and its number among those of the type; townships
/// inspect and do not punish.
fn ex_officio(body: &Body, number: usize) -> (ItemType, usize) {
    let round = number / 20;
    match number % 20 {
        _ if body.is_township() => (ItemType::Inspection, number),
        at @ 0..16 => (ItemType::Penalty, round * 16 + at),
        at @ 16..18 => (ItemType::Inspection, round * 2 + at - 16),
        18 => (ItemType::CoerciveMeasure, round),
        _ if round.is_multiple_of(2) => (ItemType::CoerciveExecution, round),
        _ => (ItemType::Levy, round),
    }
}

/// One to three provisions of laws and regulations.
fn add_bases(item: &mut PowerItem, office: &Office, random: &mut Random) {
    let late = item.power_type == ItemType::Penalty;
    match item.power_type {
        // Measures and execution need a law.
        ItemType::CoerciveMeasure | ItemType::CoerciveExecution => {
            let article = if item.power_type == ItemType::CoerciveMeasure { 9 } else { 45 };
            item.basis.push(Law::named("coercion-law").at(&[article]));
        }
        _ => {}
    }
    for at in random.order(office.laws.len()).into_iter().take(1 + usize::from(random.one_in(3))) {
        let mut citation = office.laws[at].somewhere(random, late);
        if random.one_in(8) {
            citation.quote = Some(text(quote(item.name.as_ref(), random.between(1, 6))));
        }
        item.basis.push(citation);
    }
}

/// The words of a provision, as lists quote them; invented.
fn quote(about: &str, sentences: usize) -> String {
    const SENTENCES: [&str; 6] = [
        "县级以上地方人民政府有关主管部门按照职责分工负责本行政区域内的监督管理工作。",
        "任何单位和个人有权对违反规定的行为进行举报，接到举报的部门应当及时核实、处理。",
        "违反本规定的，由县级以上地方人民政府有关主管部门责令限期改正；逾期不改正的，依法给予处罚。",
        "构成违反治安管理行为的，由公安机关依法给予治安管理处罚；构成犯罪的，依法追究刑事责任。",
        "主管部门及其工作人员在监督管理工作中不履行法定职责的，对直接负责的主管人员和其他直接责任人员依法给予处分。",
        "有关单位和个人应当予以配合，如实提供资料，不得拒绝、阻碍或者隐瞒。",
    ];
    format!("{about}适用本条。{}", SENTENCES[..sentences].concat())
}

/// Who exercises it, with what duties and consequences.
fn describe(item: &mut PowerItem, body: &Body, name: &Name, number: usize, random: &mut Random) {
    let mut authority = Authority::new(refer(&body.id), AuthorityRole::Decide);
    authority.nature = Some(BodyNature::Statutory);
    item.authorities.push(authority);
    item.levels.push(body.level());
    item.power_source = Some(PowerSource::Statutory);
    item.responsibilities = responsibilities(item.power_type, &name.about, random);
    item.accountability = accountability(item.power_type, &name.about, random);
    item.competent_department = number.is_multiple_of(5).then(|| refer(&body.id));
    if number.is_multiple_of(8) {
        item.remedies = vec![Remedy::new(RemedyKind::AdministrativeReview), Remedy::new(RemedyKind::Litigation)];
    }
    if number % 50 == 7 {
        item.duties = Some(text(format!("负责本行政区域内的{}监督管理工作", name.matter)));
    }
    item.supervision = Some(text(format!("12345政务服务便民热线；{}监督电话及信箱", body.name)));
    item.status = (!random.one_in(5)).then_some(ItemStatus::InUse);
    if random.one_in(4) {
        item.scope = Some(text(format!("本行政区域内的{}", name.matter)));
    }
    match item.power_type {
        ItemType::Penalty => {
            if random.one_in(3) {
                let mut limit = TimeLimit::new(90, TimeUnit::Day).unwrap();
                limit.basis.push(Law::named("penalty-law").at(&[60]));
                item.limits.push(limit);
            }
            item.penalties = penalties(number, random);
            if number % 25 == 3 {
                item.discretion = discretion();
            }
        }
        ItemType::CoerciveMeasure => {
            let mut coercion = Coercion::new(*random.pick(&[CoercionKind::Sealing, CoercionKind::Seizure]));
            let days = |days| TimeLimit::new(days, TimeUnit::Day).unwrap().on(Law::named("coercion-law").at(&[25]));
            coercion.limit = Some(days(30));
            coercion.extension = number.is_multiple_of(2).then(|| days(30));
            item.coercion.push(coercion);
        }
        ItemType::CoerciveExecution => {
            let ways = [CoercionKind::AdditionalFine, CoercionKind::SubstitutePerformance];
            item.coercion.push(Coercion::new(*random.pick(&ways)));
        }
        _ => {}
    }
}

/// Two steps, as benchmarks of discretion have them.
fn discretion() -> Vec<Discretion> {
    let step = |circumstance, range| Discretion::new(text(circumstance), text(range));
    vec![
        step("首次违法且及时改正的", "在法定罚款幅度的百分之三十以下处罚"),
        step("拒不改正或者造成严重后果的", "在法定罚款幅度的百分之七十以上处罚"),
    ]
}

fn penalties(number: usize, random: &mut Random) -> Vec<Penalty> {
    let mut penalties = Vec::new();
    if random.one_in(3) {
        penalties.push(Penalty::new(PenaltyKind::Warning));
    }
    let mut fine = Penalty::new(PenaltyKind::Fine);
    let from = random.between(1, 10) * 1000;
    let to = from * random.between(3, 10);
    fine.range = Some(text(format!("{from}元以上{to}元以下")));
    fine.maximum = number.is_multiple_of(6).then(|| Decimal::from(to as u64));
    penalties.push(fine);
    if random.one_in(3) {
        penalties.push(Penalty::new(PenaltyKind::ConfiscationOfGains));
    }
    penalties
}
