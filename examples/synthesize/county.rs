//! One county: its bodies, and how its items are shared out among them. Everything else about it is derived from this.

use qingdan::code::{CreditCode, DivisionCode};
use qingdan::codelist::{Level, OrganizationKind};
use qingdan::model::{Kind, Organization};

use super::counts::{Counts, share_out};
use super::division::Division;
use super::offices::Office;
use super::parts::{id, refer, text};
use super::province;
use super::random::Random;
use super::statistics::{Service, services};

/// A county with its plan.
pub(super) struct County {
    seed: u64,
    pub(super) division: Division,
    /// Its number within its province, from 0.
    pub(super) number: usize,
    pub(super) counts: Counts,
    /// The offices, then the townships.
    pub(super) bodies: Vec<Body>,
    pub(super) services: Vec<Service>,
}

/// A body of the county that has items.
///
/// Its power items stand in this order: those of its licensing items, those delegated to townships, those exercised on
/// application, the rest. Its services: of its licensing items, of its powers on application, public services.
pub(super) struct Body {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) code: CreditCode,
    /// Six digits, for a township nine.
    division: String,
    /// Which office it is, by its place in the list.
    pub(super) office: usize,
    pub(super) kind: OrganizationKind,
    pub(super) licensing_items: usize,
    pub(super) delegated: usize,
    pub(super) on_application: usize,
    pub(super) power_items: usize,
    pub(super) services: usize,
    /// The number of its first licensing item and its first service, counted through the county.
    pub(super) first_licensing_item: usize,
    pub(super) first_service: usize,
}

impl Body {
    pub(super) fn is_township(&self) -> bool {
        self.kind == OrganizationKind::TownshipGovernment
    }

    pub(super) fn level(&self) -> Level {
        if self.is_township() { Level::Township } else { Level::County }
    }

    /// How many of its power items belong to its licensing items; a vertical agency is in no power list of the county.
    pub(super) fn licensing_powers(&self) -> usize {
        if self.kind == OrganizationKind::VerticalAgency { 0 } else { self.licensing_items }
    }

    /// The code by which a service of this body with this base code goes.
    pub(super) fn implementation_code(&self, base: &str) -> String {
        let level = if self.is_township() { 5 } else { 4 };
        format!("{}{level}{base}", self.code)
    }
}

impl County {
    pub(super) fn new(seed: u64, division: Division, number: usize, counts: Counts, offices: &[Office]) -> Self {
        let random = Random::of(&[seed, division.digits()]);
        let mut county = Self { seed, number, bodies: Vec::new(), services: Vec::new(), counts, division };
        county.bodies = county.bodies(offices, random);
        county.services = services(&county.counts, county.random(Kind::PublishedFigure, 0));
        county
    }

    /// Everything of the record of a kind with this number.
    pub(super) fn random(&self, kind: Kind, number: usize) -> Random {
        Random::of(&[self.seed, self.division.digits(), kind as u64, u64::try_from(number).unwrap()])
    }

    /// Where the county begins in the names that can be put together.
    pub(super) fn start(&self) -> usize {
        self.random(Kind::Organization, 0).below(10_000)
    }

    /// Whether it is the first of the file, Hangjin Banner.
    pub(super) fn is_first(&self) -> bool {
        self.division.is_first()
    }

    /// The id of a record.
    pub(super) fn id(&self, kind: char, number: usize) -> String {
        format!("{}-{kind}{:04}", self.division.code, number + 1)
    }

    pub(super) fn power_id(&self, body: usize, number: usize) -> String {
        format!("{}-p{:02}-{:04}", self.division.code, body + 1, number + 1)
    }

    /// The base code of a licensing item, which no other licensing item of the file may have.
    pub(super) fn licensing_code(&self, number: usize, sub_item: &str) -> String {
        format!("{}01{:05}{sub_item}", &self.division.code[..2], self.number * 330 + number + 1)
    }

    /// The base code of another item of an office.
    pub(super) fn base_code(&self, of_type: &str, office: usize, number: usize, sub_item: &str) -> String {
        format!("{}{of_type}{:05}{sub_item}", &self.division.code[..2], (office + 1) * 1000 + number)
    }

    /// The records of the bodies: the county's government, then the others.
    pub(super) fn organizations(&self) -> Vec<Organization> {
        let government = format!("{}-gov", self.division.code);
        let name = format!("{}人民政府", self.division.name);
        let mut record = Organization::new(id(&government), text(name), OrganizationKind::Government);
        record.credit_code = Some(province::credit_code("11", &self.division.code, 0).into());
        record.division = Some(self.division.code.parse::<DivisionCode>().unwrap().into());
        record.level = Some(Level::County);
        let mut records = vec![record];
        for body in &self.bodies {
            let mut record = Organization::new(id(&body.id), text(body.name.as_str()), body.kind);
            record.credit_code = Some(body.code.into());
            record.organization_code = body.is_township().then(|| body.code.organization_code().into());
            record.division = Some(body.division.parse::<DivisionCode>().unwrap().into());
            // A vertical agency belongs to a higher level than that at which it acts.
            record.level = (body.kind != OrganizationKind::VerticalAgency).then(|| body.level());
            record.parent = Some(refer(&government));
            records.push(record);
        }
        records
    }

    fn bodies(&self, offices: &[Office], mut random: Random) -> Vec<Body> {
        let (township, own) = offices.split_last().unwrap();
        let counts = &self.counts;
        let weights = |of_township: usize, of: fn(&Office) -> usize| -> Vec<usize> {
            own.iter().map(of).chain(vec![of_township; counts.townships]).collect()
        };
        let own_licensing = counts.licensing_items - counts.township_licensing_items;
        let mut licensing = share_out(own_licensing, 1, &weights(0, |office| office.licensing));
        licensing[own.len()..].fill(2);
        let remaining = counts.services - counts.licensing_items;
        let on_application = share_out(remaining * 2 / 5, 0, &weights(25, |office| office.powers));
        let public = share_out(remaining - remaining * 2 / 5, 1, &weights(15, |office| office.services));
        let mut bodies = Vec::new();
        let (mut first_licensing_item, mut first_service) = (0, 0);
        for (at, office) in own.iter().chain(std::iter::repeat_n(township, counts.townships)).enumerate() {
            let services = licensing[at] + on_application[at] + public[at];
            bodies.push(Body {
                id: format!("{}-o{:02}", self.division.code, at + 1),
                name: format!("{}{}", self.division.name, office.name),
                code: province::credit_code(province::registration(office.kind), &self.division.code, at + 1),
                division: self.division.code.clone(),
                office: office.number - 1,
                kind: office.kind,
                licensing_items: licensing[at],
                delegated: province::delegated_from(at, counts.delegations),
                on_application: on_application[at],
                power_items: 0,
                services,
                first_licensing_item,
                first_service,
            });
            first_licensing_item += licensing[at];
            first_service += services;
        }
        self.share_powers(&mut bodies, own);
        let townships = &mut bodies[own.len()..];
        for (body, (name, division)) in townships.iter_mut().zip(self.division.townships(counts.townships, &mut random))
        {
            body.name = format!("{name}人民政府");
            body.division = division;
        }
        bodies
    }

    /// Gives each body the number of its power items: what its other items need, and a share of the rest.
    fn share_powers(&self, bodies: &mut [Body], own: &[Office]) {
        let needed = |body: &Body| body.licensing_powers() + body.delegated + body.on_application;
        let (of_offices, of_townships) = bodies.split_at_mut(own.len());
        let weights: Vec<usize> = own.iter().map(|office| office.powers).collect();
        let rest = self.counts.power_items - of_offices.iter().map(needed).sum::<usize>();
        for (body, share) in of_offices.iter_mut().zip(share_out(rest, 1, &weights)) {
            body.power_items = needed(body) + share;
        }
        let rest = self.counts.township_power_items - of_townships.iter().map(needed).sum::<usize>();
        let shares = share_out(rest, 1, &vec![1; of_townships.len()]);
        for (body, share) in of_townships.iter_mut().zip(shares) {
            body.power_items = needed(body) + share;
        }
    }
}
