//! The superior list of a county, complete, and departures from it that are planted on purpose, one after the other
//! through the kinds below, each in an item of its own.
//!
//! The list is that of the city, made of what the county has: so nothing departs but what was planted. Bodies are
//! classes, as superior lists name them. What a county cannot show of itself (an item outside the list, a norm or a
//! condition that was added) is planted in the county, the rest in the list.

use std::num::NonZeroU16;

use qingdan::Catalog;
use qingdan::code::{DivisionCode, ItemCode};
use qingdan::codelist::{
    AuthorityRole, ItemLevel, ItemType, Level, MaterialKind, OrganizationKind, SpecialProcedureKind, Stage,
};
use qingdan::model::{
    Authority, Citation, Fee, Header, Id, IntermediaryService, Kind, LicensingItem, Material, Organization, PowerItem,
    Record, Ref, SpecialProcedure, Step, Text, TimeLimit,
};

use super::generator::Expected;

/// A county, its superior list, and what is to be found.
pub(crate) struct Planted {
    pub(crate) county: Catalog,
    pub(crate) superior: Catalog,
    /// Of an item that is not claimed the record is that of the superior list.
    pub(crate) expected: Vec<Expected>,
}

/// The class of bodies that exercise everything in the list.
const CLASS: &str = "class";

/// The complete list of the city above a county.
pub(crate) fn list_above(county: &Catalog) -> Catalog {
    let division = county.header.division.value().and_then(|division: DivisionCode| division.parent()).unwrap();
    let mut header = Header::new(text("市级权责清单和政务服务事项目录（合成数据）"), division);
    header.level = Level::Prefectural;
    header.covers_levels = vec![Level::County, Level::Township];
    header.covers = vec![Kind::LicensingItem, Kind::PowerItem, Kind::ServiceItem];
    let mut list = Catalog::new(header);
    let class = Organization::new(id(CLASS), text("县级以上人民政府有关主管部门"), OrganizationKind::Category);
    list.organizations.insert(class).unwrap();
    list.legal_instruments = county.legal_instruments.clone();
    let authorities = || vec![Authority::new(refer(CLASS), AuthorityRole::Decide)];
    for item in &county.licensing_items {
        let mut item = item.clone();
        (item.authorities, item.competent_department) = (authorities(), None);
        item.supervisors.clear();
        list.licensing_items.insert(item).unwrap();
    }
    for item in &county.power_items {
        let mut item = item.clone();
        (item.authorities, item.competent_department) = (authorities(), None);
        list.power_items.insert(item).unwrap();
    }
    for item in &county.service_items {
        let mut item = item.clone();
        (item.organization, item.entrusted_by) = (refer(CLASS), None);
        list.service_items.insert(item).unwrap();
    }
    list
}

/// What departs, where it is found, and how it is planted in a license of both.
type Plant = (&'static str, &'static str, fn(&mut LicensingItem, &mut LicensingItem));

/// The departures of licenses: the county's item first, then that of the list.
const OF_LICENSES: [Plant; 12] = [
    ("QD802", "/name", |_, theirs| theirs.name = text(format!("统一办理{}", theirs.name))),
    ("QD803", "/set_by", |_, theirs| theirs.set_by.push("《殡葬管理条例》第八条".parse().unwrap())),
    ("QD803", "/set_by", |own, _| own.set_by.push(Citation::of(text("内蒙古自治区节约用水条例")))),
    ("QD804", "/code", |_, theirs| {
        // Another main item.
        let mut other = theirs.code.as_ref().unwrap().text().to_owned();
        other.replace_range(4..5, "9");
        theirs.code = Some(other.parse::<ItemCode>().unwrap().into());
    }),
    ("QD805", "/statutory_limits/0", |own, theirs| {
        let limit = || TimeLimit::working_days(20).unwrap().on("《行政许可法》第四十二条".parse().unwrap());
        (own.statutory_limits, theirs.statutory_limits) = (vec![limit()], vec![TimeLimit::working_days(15).unwrap()]);
    }),
    ("QD805", "/promised_limits/0", |own, theirs| {
        own.promised_limits = vec![TimeLimit::working_days(12).unwrap()];
        theirs.promised_limits = vec![TimeLimit::working_days(11).unwrap()];
    }),
    ("QD805", "/materials/0", |own, _| {
        let material = Material::new(id("planted"), text("近三年完税证明原件"), MaterialKind::Document);
        own.materials.insert(0, material);
    }),
    ("QD805", "/conditions/0", |own, _| own.conditions.insert(0, text("在本旗县连续经营满五年并缴纳保证金"))),
    ("QD805", "/special_procedures/0", |own, theirs| {
        theirs.procedure = vec![Step::new(Stage::Accept, text("受理申请"))];
        own.procedure.clone_from(&theirs.procedure);
        own.special_procedures.insert(0, SpecialProcedure::new(SpecialProcedureKind::PublicNotice));
    }),
    ("QD805", "/intermediary_services/0", |own, theirs| {
        let report = IntermediaryService::new(text("检验检测报告编制"));
        (own.intermediary_services, theirs.intermediary_services) = (vec![report.clone()], vec![report]);
        own.intermediary_services.insert(0, IntermediaryService::new(text("安全现状咨询与托管")));
    }),
    ("QD805", "/fees/0", |own, theirs| {
        (own.charges_fee, theirs.charges_fee) = (Some(true), Some(false));
        own.fees.insert(0, Fee::new(text("管理服务费")));
    }),
    // Shorter, fewer, and cited more finely: no departure.
    ("", "", |own, theirs| {
        own.promised_limits = vec![TimeLimit::working_days(1).unwrap()];
        theirs.promised_limits = vec![TimeLimit::working_days(9).unwrap()];
        own.conditions.truncate(1);
        for article in own.set_by.iter_mut().flat_map(|citation| &mut citation.articles) {
            article.paragraph = NonZeroU16::new(1);
        }
        for article in theirs.set_by.iter_mut().flat_map(|citation| &mut citation.articles) {
            (article.paragraph, article.item, article.point) = (None, None, None);
        }
    }),
];

/// How many kinds there are: those of licenses, and four others.
const KINDS: usize = OF_LICENSES.len() + 4;

/// A county with its superior list and so many departures.
pub(crate) fn planted(county: Catalog, number: usize) -> Planted {
    let superior = list_above(&county);
    let mut planted = Planted { county, superior, expected: Vec::new() };
    let is_host = |item: &&LicensingItem| {
        item.item_level == ItemLevel::Main && item.code.as_ref().is_some_and(|code| code.text().ends_with("000"))
    };
    let mut hosts: Vec<String> =
        planted.county.licensing_items.iter().filter(is_host).map(|item| item.id().to_string()).collect();
    // What townships exercise each for itself stands in the list several times.
    let is_of_one_body =
        |item: &&PowerItem| planted.county.power_items.iter().filter(|other| other.name == item.name).count() == 1;
    let mut powers: Vec<String> = planted
        .county
        .power_items
        .iter()
        .filter(|item| item.item_level == ItemLevel::Main && item.power_type == ItemType::Inspection)
        .filter(|item| item.code.as_ref().is_some_and(|code| code.text().ends_with("000")))
        .filter(is_of_one_body)
        .map(|item| item.id().to_string())
        .collect();
    let mut kind = 0;
    while planted.expected.len() < number {
        let n = planted.expected.len();
        match kind % KINDS {
            0 => planted.outside_license(n),
            1 => planted.outside_power(n),
            2 => planted.not_claimed(n),
            3 => planted.other_type(&powers.pop().unwrap()),
            at => planted.in_license(&hosts.pop().unwrap(), OF_LICENSES[at - 4]),
        }
        kind += 1;
    }
    planted
}

impl Planted {
    fn expect(&mut self, rule: &'static str, record: String, path: &str) {
        self.expected.push(Expected { rule, record, path: path.to_owned(), standing: false });
    }

    /// A license that the list does not have, by a law of the state alone.
    fn outside_license(&mut self, n: usize) {
        let mut item = LicensingItem::new(id(format!("outside-{n}")), text(format!("第{n}片区临街空地占用证明核发")));
        item.set_by.push("《殡葬管理条例》第八条".parse().unwrap());
        self.county.licensing_items.insert(item).unwrap();
        self.expect("QD801", format!("licensing_item/outside-{n}"), "/name");
    }

    fn outside_power(&mut self, n: usize) {
        let name = text(format!("对第{n}片区临街空地堆物未报备的处罚"));
        let mut item = PowerItem::new(id(format!("outside-{n}")), name, ItemType::Penalty);
        item.basis.push("《殡葬管理条例》第二十条".parse().unwrap());
        self.county.power_items.insert(item).unwrap();
        self.expect("QD801", format!("power_item/outside-{n}"), "/name");
    }

    /// An item of the list that the county does not have: by its level, or by the class of bodies.
    fn not_claimed(&mut self, n: usize) {
        let mut item = LicensingItem::new(id(format!("unclaimed-{n}")), text(format!("第{n}类跨境寄递物品备查登记")));
        if n.is_multiple_of(2) {
            item.levels = vec![Level::Prefectural, Level::County];
        } else {
            item.authorities = vec![Authority::new(refer(CLASS), AuthorityRole::Decide)];
        }
        self.expect("QD806", format!("superior/{}", item.name), "/header/covers");
        self.superior.licensing_items.insert(item).unwrap();
    }

    fn other_type(&mut self, power: &str) {
        self.superior.power_items.get_mut(power).unwrap().power_type = ItemType::OtherPower;
        self.expect("QD804", format!("power_item/{power}"), "/power_type");
    }

    fn in_license(&mut self, host: &str, (rule, path, plant): Plant) {
        let own = self.county.licensing_items.get_mut(host).unwrap();
        let theirs = self.superior.licensing_items.get_mut(host).unwrap();
        plant(own, theirs);
        if !rule.is_empty() {
            self.expect(rule, format!("licensing_item/{host}"), path);
        }
    }
}

fn text(text: impl Into<Box<str>>) -> Text {
    Text::new(text).unwrap()
}

fn id(id: impl AsRef<str>) -> Id {
    id.as_ref().parse().unwrap()
}

fn refer<T: Record>(to: impl AsRef<str>) -> Ref<T> {
    Ref::new(id(to))
}
