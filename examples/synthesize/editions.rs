//! The edition that follows a catalog: the same but for changes that are listed, each class of them in turn.
//!
//! A change is of one item, or of those that are merged or split, and no item has two. Those for which there is an
//! operation are recorded in the log of the new edition; those of matter come with a new name, by which they are recorded,
//! or alone and unrecorded.

use std::num::NonZeroU16;

use qingdan::Catalog;
use qingdan::code::{ImplementationCode, ItemCode};
use qingdan::codelist::{AdjustmentOperation as Op, ItemLevel, ItemStatus, ItemType, Level, MaterialKind, TimeUnit};
use qingdan::diff::ChangeClass as Class;
use qingdan::model::{Adjustment, Fee, ItemRef, Kind, Material, PowerItem, Record as _, ServiceItem, TimeLimit};
use serde::Serialize;

use super::generator::laws::Law;
use super::generator::parts::{day, id, refer, text};
use super::generator::random::Random;

/// A change to expect.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Planted {
    pub(crate) kind: &'static str,
    /// The ids of the items in the old edition, and in the new one.
    pub(crate) old: Vec<String>,
    pub(crate) new: Vec<String>,
    /// In the order of their list.
    pub(crate) classes: Vec<&'static str>,
}

/// The edition after `old`, with so many changes. `alone`: changes of matter come without a new name, and unrecorded.
pub(crate) fn next(old: &Catalog, seed: u64, count: usize, alone: bool) -> (Catalog, Vec<Planted>) {
    let mut planter = Planter::new(old, seed, alone);
    for number in 0..count {
        planter.number = number;
        PLANTS[number % PLANTS.len()](&mut planter);
    }
    planter.planted.sort();
    if let Some(edition) = &mut planter.edition.header.edition {
        edition.supersedes = Some(std::mem::replace(&mut edition.label, text("2025年版")));
        edition.issued_on = Some(day(2025, 12, 31));
    }
    (planter.edition, planter.planted)
}

struct Planter {
    edition: Catalog,
    alone: bool,
    number: usize,
    planted: Vec<Planted>,
    /// The items that have no change yet.
    powers: Vec<String>,
    services: Vec<String>,
    licensing: Vec<String>,
}

/// One of each kind of change.
const PLANTS: &[fn(&mut Planter)] = &[
    |planter| {
        let mut item = planter.power_like("new", ItemType::Inspection);
        item.status = Some(ItemStatus::InUse);
        let key = planter.insert(item);
        planter.log(Op::Add, &[], &[&key]);
        planter.expect(Kind::PowerItem, &[], &[&key], &[Class::Added]);
    },
    |planter| {
        let key = planter.power(|_| true);
        planter.edition.power_items.remove(&key);
        planter.log(Op::Cancel, &[&key], &[]);
        planter.expect(Kind::PowerItem, &[&key], &[], &[Class::Cancelled]);
    },
    // One that stays in the list as a row that is no longer in force.
    |planter| {
        let key = planter.power(|_| true);
        planter.change(&key, |item| item.status = Some(ItemStatus::Cancelled));
        planter.log(Op::Cancel, &[&key], &[]);
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::Cancelled]);
    },
    |planter| {
        let key = planter.power(|item| item.levels == [Level::County]);
        planter.edition.power_items.remove(&key);
        planter.log(Op::Devolve, &[&key], &[]);
        planter.expect(Kind::PowerItem, &[&key], &[], &[Class::Devolved]);
    },
    |planter| {
        let key = planter.power(|item| item.levels == [Level::County]);
        planter.change(&key, |item| item.levels = vec![Level::Township]);
        planter.log(Op::Devolve, &[&key], &[&key]);
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::Devolved]);
    },
    |planter| {
        let item = planter.power_like("back", ItemType::Inspection);
        let key = planter.insert(item);
        planter.log(Op::TakeBack, &[], &[&key]);
        planter.expect(Kind::PowerItem, &[], &[&key], &[Class::TakenBack]);
    },
    |planter| {
        let from: Vec<String> = (0..2 + planter.number % 2).map(|_| planter.power(|_| true)).collect();
        for key in &from {
            planter.edition.power_items.remove(key);
        }
        let from: Vec<&str> = from.iter().map(String::as_str).collect();
        let item = planter.power_like("merged", ItemType::OtherPower);
        let key = planter.insert(item);
        planter.log(Op::Merge, &from, &[&key]);
        planter.expect(Kind::PowerItem, &from, &[&key], &[Class::Merged]);
    },
    |planter| {
        let key = planter.power(|_| true);
        planter.edition.power_items.remove(&key);
        let parts = ["a", "b"].map(|part| {
            let item = planter.power_like(&format!("part-{part}"), ItemType::OtherPower);
            planter.insert(item)
        });
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        planter.log(Op::Split, &[&key], &parts);
        planter.expect(Kind::PowerItem, &[&key], &parts, &[Class::Split]);
    },
    |planter| {
        let key = planter.power(|_| true);
        planter.rename(&key);
        planter.log(Op::Rename, &[&key], &[&key]);
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::Renamed]);
    },
    // Under another id.
    |planter| {
        let key = planter.power(|_| true);
        planter.rename(&key);
        let other = format!("{key}-r{}", planter.number);
        planter.edition.power_items.rename(&key, id(&other)).unwrap();
        planter.log(Op::Rename, &[&key], &[&other]);
        planter.expect(Kind::PowerItem, &[&key], &[&other], &[Class::Renamed]);
    },
    // Another body has another code.
    |planter| {
        let key = planter.service(|item| item.implementation_code.is_some());
        let (body, credit_code) = planter.another_body(&key);
        let service = planter.edition.service_items.get_mut(&key).unwrap();
        service.organization = refer(body);
        let code = service.implementation_code.take().unwrap();
        let code = format!("{credit_code}{}", code.text().get(18..).unwrap());
        service.implementation_code = Some(code.parse::<ImplementationCode>().unwrap().into());
        planter.log_of(Kind::ServiceItem, Op::ChangeBody, &[&key], &[&key]);
        planter.expect(Kind::ServiceItem, &[&key], &[&key], &[Class::Recoded, Class::BodyChanged]);
    },
    |planter| {
        let key = planter.power(|item| item.code.is_some() && item.power_type == ItemType::OtherPower);
        // The code of an item that was never there.
        let code = format!("151099{:03}000", planter.number);
        planter.change(&key, |item| {
            item.power_type = ItemType::Filing;
            item.code = Some(code.parse::<ItemCode>().unwrap().into());
        });
        planter.log(Op::ChangeType, &[&key], &[&key]);
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::Recoded, Class::TypeChanged]);
    },
    |planter| {
        let key = planter.power(|item| item.basis.iter().any(|citation| !citation.articles.is_empty()));
        planter.change(&key, |item| {
            let citation = item.basis.iter_mut().find(|citation| !citation.articles.is_empty()).unwrap();
            citation.text = None;
            // Beyond what any citation of a law with 119 articles names.
            citation.articles[0].article = citation.articles[0].article.checked_add(500).unwrap();
        });
        planter.log(Op::ChangeBasis, &[&key], &[&key]);
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::BasisRenumbered]);
    },
    |planter| {
        let key = planter.power(|_| true);
        planter.change(&key, |item| item.basis.push(Law::named("business-environment").at(&[65])));
        planter.log(Op::ChangeBasis, &[&key], &[&key]);
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::BasisChanged]);
    },
    |planter| {
        let key = planter.power(|_| true);
        let body = planter.edition.organizations.iter().next().unwrap().id().clone();
        planter.change(&key, |item| {
            item.authorities[0].organization = refer(&body);
            item.competent_department = item.competent_department.as_ref().map(|_| refer(&body));
        });
        planter.log(Op::ChangeBody, &[&key], &[&key]);
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::BodyChanged]);
    },
    |planter| {
        planter.matter_of_power(Class::LevelChanged, |item| item.levels.push(Level::Village));
    },
    |planter| {
        planter.matter_of_power(Class::StatusChanged, |item| item.status = Some(ItemStatus::Suspended));
    },
    |planter| {
        planter.matter_of_power(Class::ContentChanged, |item| {
            item.scope = Some(text("本行政区域内由旗级负责的部分"));
        });
    },
    |planter| {
        planter.matter_of_service(Class::LimitShortened, is_promised, |item| {
            let limit = &mut item.promised_limits[0];
            limit.amount = NonZeroU16::new(limit.amount.get() - 1).unwrap();
        });
    },
    |planter| {
        planter.matter_of_service(Class::LimitLengthened, is_promised, |item| {
            let limit = &mut item.promised_limits[0];
            limit.amount = limit.amount.checked_add(1).unwrap();
        });
    },
    |planter| {
        planter.matter_of_service(Class::LimitChanged, is_promised, |item| {
            let limit = &mut item.promised_limits[0];
            *limit = TimeLimit::new(limit.amount.get(), TimeUnit::CalendarDay).unwrap();
        });
    },
    |planter| {
        planter.matter_of_service(
            Class::MaterialsAdded,
            |_| true,
            |item| {
                item.materials.push(Material::new(id("m99"), text("无违法记录承诺书"), MaterialKind::Document));
            },
        );
    },
    |planter| {
        planter.matter_of_service(
            Class::MaterialsRemoved,
            |item| !item.materials.is_empty(),
            |item| {
                item.materials.pop();
            },
        );
    },
    |planter| {
        planter.matter_of_service(
            Class::FeeChanged,
            |_| true,
            |item| {
                item.charges_fee = Some(true);
                item.fees.push(Fee::new(text("证照工本费")));
            },
        );
    },
    |planter| planter.matter_of_license(Class::ConditionsAdded),
    |planter| planter.matter_of_license(Class::ConditionsRemoved),
    // Nothing but blanks and widths.
    |planter| {
        let key = planter.power(|item| item.supervision.is_some());
        planter.change(&key, |item| {
            item.supervision = item.supervision.as_ref().map(|words| text(words.as_str().replace('；', " ; ")));
        });
        planter.expect(Kind::PowerItem, &[&key], &[&key], &[Class::Editorial]);
    },
];

fn is_promised(item: &ServiceItem) -> bool {
    item.promised_limits.first().is_some_and(|limit| limit.amount.get() > 1 && limit.unit == TimeUnit::WorkingDay)
}

impl Planter {
    fn new(old: &Catalog, seed: u64, alone: bool) -> Self {
        // Main items without parts, so that what becomes of one is a change of it alone.
        let parents: Vec<&str> = old.items().filter_map(|item| Some(item.parent()?.as_str())).collect();
        let of = |kind: Kind, number: u64| {
            let items = old.items().filter(|item| item.kind() == kind && item.item_level() == ItemLevel::Main);
            let mut keys: Vec<String> =
                items.map(|item| item.id().to_string()).filter(|key| !parents.contains(&key.as_str())).collect();
            Random::of(&[seed, 77, number]).shuffle(&mut keys);
            keys
        };
        // A power under another id would leave its delegations behind, which is a change of its own.
        let delegated: Vec<&str> = old.delegations.iter().map(|of| of.power_item.id().as_str()).collect();
        let mut powers = of(Kind::PowerItem, 1);
        powers.retain(|key| !delegated.contains(&key.as_str()));
        let (services, licensing) = (of(Kind::ServiceItem, 2), of(Kind::LicensingItem, 3));
        Self { edition: old.clone(), alone, number: 0, planted: Vec::new(), powers, services, licensing }
    }

    /// A power that has no change yet.
    fn power(&mut self, is_fit: impl Fn(&PowerItem) -> bool) -> String {
        let items = &self.edition.power_items;
        let at = self.powers.iter().rposition(|key| items.get(key).is_some_and(&is_fit)).unwrap();
        self.powers.remove(at)
    }

    fn service(&mut self, is_fit: impl Fn(&ServiceItem) -> bool) -> String {
        let items = &self.edition.service_items;
        let at = self.services.iter().rposition(|key| items.get(key).is_some_and(&is_fit)).unwrap();
        self.services.remove(at)
    }

    fn change(&mut self, key: &str, change: impl FnOnce(&mut PowerItem)) {
        change(self.edition.power_items.get_mut(key).unwrap());
    }

    fn rename(&mut self, key: &str) {
        let name = format!("关于第{}号调整事项的办理", self.number + 1);
        self.change(key, |item| item.name = text(name));
    }

    /// A power that was not there before.
    fn power_like(&self, word: &str, of_type: ItemType) -> PowerItem {
        let name = format!("第{}号调整后的事项（{word}）", self.number + 1);
        let mut item = PowerItem::new(id(format!("e-{}-{word}", self.number + 1)), text(name), of_type);
        item.basis.push(Law::named("business-environment").at(&[65]));
        item.levels.push(Level::County);
        item
    }

    fn insert(&mut self, item: PowerItem) -> String {
        let key = item.id().to_string();
        self.edition.power_items.insert(item).unwrap();
        key
    }

    /// A body other than that of a service, with its credit code.
    fn another_body(&self, service: &str) -> (String, String) {
        let own = self.edition.service_items.get(service).unwrap().organization.id();
        let others = self.edition.organizations.iter().filter(|body| body.id() != own);
        let mut with_code =
            others.filter_map(|body| Some((body.id().to_string(), body.credit_code.as_ref()?.text().to_owned())));
        with_code.next_back().unwrap()
    }

    /// What a power says, with a new name by which it is recorded, or alone.
    fn matter_of_power(&mut self, class: Class, change: impl FnOnce(&mut PowerItem)) {
        let key = self.power(|item| item.levels == [Level::County]);
        self.change(&key, change);
        let alone = self.alone;
        if !alone {
            self.rename(&key);
        }
        self.matter(Kind::PowerItem, &key, class);
    }

    fn matter_of_service(
        &mut self,
        class: Class,
        is_fit: impl Fn(&ServiceItem) -> bool,
        change: impl FnOnce(&mut ServiceItem),
    ) {
        let key = self.service(is_fit);
        let (alone, number) = (self.alone, self.number);
        let item = self.edition.service_items.get_mut(&key).unwrap();
        change(item);
        if !alone {
            item.name = text(format!("关于第{}号调整服务的办理", number + 1));
        }
        self.matter(Kind::ServiceItem, &key, class);
    }

    /// One more condition, or one less.
    fn matter_of_license(&mut self, class: Class) {
        let items = &self.edition.licensing_items;
        let has_conditions = |key: &String| items.get(key).is_some_and(|item| !item.conditions.is_empty());
        let at = self.licensing.iter().rposition(has_conditions).unwrap();
        let key = self.licensing.remove(at);
        let (alone, number) = (self.alone, self.number);
        let item = self.edition.licensing_items.get_mut(&key).unwrap();
        if class == Class::ConditionsAdded {
            item.conditions.push(text("近一年内没有严重失信记录"));
        } else {
            item.conditions.pop();
        }
        if !alone {
            item.name = text(format!("第{}号调整许可", number + 1));
        }
        self.matter(Kind::LicensingItem, &key, class);
    }

    fn matter(&mut self, kind: Kind, key: &str, class: Class) {
        if self.alone {
            self.expect(kind, &[key], &[key], &[class]);
            return;
        }
        self.log_of(kind, Op::Rename, &[key], &[key]);
        let mut classes = [Class::Renamed, class];
        classes.sort_unstable();
        self.expect(kind, &[key], &[key], &classes);
    }

    fn log(&mut self, operation: Op, from: &[&str], to: &[&str]) {
        self.log_of(Kind::PowerItem, operation, from, to);
    }

    fn log_of(&mut self, kind: Kind, operation: Op, from: &[&str], to: &[&str]) {
        let items = |keys: &[&str]| keys.iter().map(|key| ItemRef::new(id(key))).collect();
        let mut record = Adjustment::new(id(format!("e-{:04}", self.number + 1)), kind, operation);
        record.from = items(from);
        record.to = items(to);
        record.basis.push(Law::named("business-environment").at(&[65]));
        record.decided_on = Some(day(2025, 3, 5));
        record.published_on = Some(day(2025, 3, 20));
        record.effective_on = Some(day(2025, 4, 1));
        self.edition.adjustments.insert(record).unwrap();
    }

    fn expect(&mut self, kind: Kind, old: &[&str], new: &[&str], classes: &[Class]) {
        let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        let classes = classes.iter().map(|class| class.as_str()).collect();
        self.planted.push(Planted { kind: kind.tag(), old: keys(old), new: keys(new), classes });
    }
}
