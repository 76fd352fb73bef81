//! Bodies: what is known of each organization, and the numbers by which all other facts name them.

use crate::code::{CreditCode, DivisionCode};
use crate::codelist::{Level, OrganizationKind};
use crate::facts::{Interner, RecordFacts};
use crate::model::{Concentration, Date, Id, Kind, Organization, Ref, Written};

/// Facts about bodies.
#[derive(Debug, Default)]
pub(crate) struct BodyFacts {
    /// The ids by which bodies are named anywhere, in the order in which they were met.
    ids: Interner<Box<str>>,
    /// The organizations, in the order of their records.
    bodies: Vec<Body>,
    /// Where in `bodies` each id is described, by the numbers of `ids`; ends with the last that is.
    described: Vec<Option<u32>>,
}

/// What is known of a body.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) ordinal: u32,
    /// The names by which it goes, its own first.
    pub(crate) names: Box<[Box<str>]>,
    /// Its credit code, if it is valid.
    pub(crate) credit_code: Option<CreditCode>,
    pub(crate) level: Option<Level>,
    pub(crate) kind: OrganizationKind,
    pub(crate) division: Option<DivisionCode>,
    /// The body above it, by its number.
    pub(crate) parent: Option<u32>,
    pub(crate) abolished: Option<Abolished>,
    /// Whether it manages public affairs (行政处罚法 §21), as far as that is stated.
    pub(crate) manages_public_affairs: Option<bool>,
    /// Whether it was confirmed as a body of enforcement, as far as that is stated.
    pub(crate) is_confirmed: Option<bool>,
    /// The decision by which powers of several bodies are concentrated in it.
    pub(crate) concentration: Option<Concentrated>,
}

/// The end of a body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Abolished {
    /// The day; none where what stands there is no day.
    pub(crate) on: Option<Date>,
    /// The body that took over, by its number.
    pub(crate) successor: Option<u32>,
}

/// A decision by which powers are concentrated.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Concentrated {
    /// The level of government that decided, as far as that is stated.
    pub(crate) level: Option<Level>,
    /// The body that decided, by its number.
    pub(crate) decided_by: Option<u32>,
}

impl Body {
    /// Its own name.
    pub(crate) fn name(&self) -> &str {
        self.names.first().map_or("", |name| name)
    }

    /// Whether it is the government of a township, or stands for one in a town; a government whose level is the township's is
    /// one as well.
    pub(crate) fn is_township(&self) -> bool {
        matches!(self.kind, OrganizationKind::TownshipGovernment | OrganizationKind::SubdistrictOffice)
            || (self.kind == OrganizationKind::Government && self.level == Some(Level::Township))
    }
}

impl BodyFacts {
    /// Adds a body. Of records that share an id the first is the body that is meant.
    pub(super) fn add(&mut self, ordinal: u32, body: &Organization, records: &RecordFacts) {
        let parent = body.parent.as_ref().map(|parent| self.number_of(parent.id()));
        let abolished = body.abolished.as_ref().map(|end| Abolished {
            on: end.on.value(),
            successor: end.successor.as_ref().map(|next| self.number_of(next.id())),
        });
        // One that says nothing records no decision.
        let concentration = body.concentration.as_ref().filter(|of| **of != Concentration::new());
        let concentration = concentration.map(|concentration| Concentrated {
            level: concentration.level,
            decided_by: concentration.decided_by.as_ref().map(|by| self.number_of(by.id())),
        });
        let number = usize::try_from(self.number_of(&body.id)).unwrap_or(usize::MAX);
        if records.ordinal(Kind::Organization, body.id.as_str()) == Some(ordinal) {
            if self.described.len() <= number {
                self.described.resize(number.saturating_add(1), None);
            }
            if let Some(described) = self.described.get_mut(number) {
                *described = u32::try_from(self.bodies.len()).ok();
            }
        }
        let names = std::iter::once(&body.name).chain(&body.aliases);
        self.bodies.push(Body {
            ordinal,
            names: names.map(|name| Box::from(name.as_str())).collect(),
            credit_code: body.credit_code.as_ref().and_then(Written::value),
            level: body.level,
            kind: body.kind,
            division: body.division.as_ref().and_then(Written::value),
            parent,
            abolished,
            manages_public_affairs: body.manages_public_affairs,
            is_confirmed: body.enforcement_body_confirmed,
            concentration,
        });
    }

    /// The number of a body, whether it is described or not.
    pub(super) fn number_of(&mut self, id: &Id) -> u32 {
        self.ids.number_of(id.as_str())
    }

    /// The numbers of bodies.
    pub(super) fn numbers_of(&mut self, bodies: &[Ref<Organization>]) -> Vec<u32> {
        bodies.iter().map(|body| self.number_of(body.id())).collect()
    }

    /// The number of a body that is named somewhere.
    pub(crate) fn number(&self, id: &str) -> Option<u32> {
        self.ids.find(id)
    }

    /// The id of the body with a number.
    pub(crate) fn id(&self, number: u32) -> &str {
        self.ids.get(number).map_or("", |id| id)
    }

    /// The bodies that are named anywhere: their numbers and ids.
    pub(crate) fn named(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..=u32::MAX).zip(self.ids.values()).map(|(number, id)| (number, &**id))
    }

    /// The body with a number, if a record describes it.
    pub(crate) fn body(&self, number: u32) -> Option<&Body> {
        let place = (*self.described.get(usize::try_from(number).ok()?)?)?;
        self.bodies.get(usize::try_from(place).ok()?)
    }

    /// The bodies that records describe, in their order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Body> {
        self.bodies.iter()
    }

    /// The names of all bodies but vertical agencies, which belong to an organ above.
    pub(crate) fn local_names(&self) -> impl Iterator<Item = &str> {
        let local = self.bodies.iter().filter(|body| body.kind != OrganizationKind::VerticalAgency);
        local.flat_map(|body| body.names.iter().map(|name| &**name))
    }
}
