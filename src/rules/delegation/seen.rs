//! A delegation among all records: what power it passes on, from whom and to which townships, since when and until when.

use std::collections::HashSet;

use crate::codelist::{AuthorityRole, DelegationMode, ItemType, OrganizationKind};
use crate::facts::bodies::Body;
use crate::facts::imposed::Imposed;
use crate::judged::Whole;
use crate::judged::bodies::{acts_for_its_parent, is_zone, township_of};
use crate::model::{Date, Delegation, Pointer, Written};
use crate::rule::{Period, Scope};

/// When 行政处罚法 §24 applies, under which a province moves penalties of county departments to townships.
pub(super) const PENALTIES_TO_TOWNSHIPS: Period = Period::since("2021-07-15");

/// A delegation with what is known of the records that it names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) delegation: &'a Delegation,
    pub(super) whole: &'a Whole<'a>,
    as_of: Option<Date>,
}

/// The power that is passed on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PowerSeen {
    pub(crate) ordinal: u32,
    pub(crate) item_type: ItemType,
    pub(crate) in_force: bool,
}

/// Why a power is not in force on the day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Gone {
    Cancelled,
    /// Its last day has passed.
    Ended(Date),
}

impl Gone {
    pub(super) fn words(self) -> (String, String) {
        match self {
            Self::Cancelled => ("已取消".to_owned(), "was cancelled".to_owned()),
            Self::Ended(day) => (format!("有效期至{}，已过", day.in_chinese()), format!("was in force until {day}")),
        }
    }

    /// Where the power says so.
    pub(super) fn pointer(self) -> Pointer {
        match self {
            Self::Cancelled => Pointer::member("status"),
            Self::Ended(_) => member_of("period", "until"),
        }
    }
}

impl PowerSeen {
    /// Why it is not in force on the day, where it is not.
    pub(super) fn gone(self, seen: &Seen<'_>) -> Option<Gone> {
        if !self.in_force {
            return Some(Gone::Cancelled);
        }
        let last = seen.whole.facts.endings.last_day(self.ordinal)?;
        seen.as_of.is_some_and(|as_of| last < as_of).then_some(Gone::Ended(last))
    }
}

/// One body to which it is passed on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Receiver<'a> {
    /// Its place in the list.
    pub(crate) at: usize,
    pub(crate) body: &'a Body,
    /// The township that it is or acts for, by its number.
    pub(crate) township: Option<u32>,
}

/// The townships to which a delegation passes a power on.
#[derive(Debug)]
pub(crate) struct Receiving {
    all: bool,
    /// Those that are named, by their numbers.
    named: HashSet<u32>,
}

impl Receiving {
    pub(crate) fn has(&self, township: u32) -> bool {
        self.all || self.named.contains(&township)
    }
}

impl Receiver<'_> {
    /// Whether it is certainly no township: of a body that may belong to one, and does not say to which, that is open.
    pub(super) fn is_elsewhere(&self) -> bool {
        let may_belong = acts_for_its_parent(self.body) || self.body.kind == OrganizationKind::Category;
        let names_one = ["苏木", "乡", "镇", "街道"].iter().any(|word| self.body.name().contains(word));
        self.township.is_none() && (is_zone(self.body) || self.body.parent.is_some() || !(may_belong && names_one))
    }
}

impl<'a> Seen<'a> {
    pub(crate) fn of(scope: &Scope<'_>, whole: &'a Whole<'a>, delegation: &'a Delegation) -> Self {
        Self { delegation, whole, as_of: scope.as_of() }
    }

    /// The power, where its record was read.
    pub(crate) fn power(&self) -> Option<PowerSeen> {
        let item = self.whole.facts.power(self.delegation.power_item.id().as_str())?;
        Some(PowerSeen { ordinal: item.ordinal, item_type: item.item_type, in_force: item.in_force })
    }

    /// What the power imposes, where it is in force and states it.
    pub(super) fn imposed(&self) -> Option<&'a Imposed> {
        self.whole.facts.imposed.of_item(self.power()?.ordinal)
    }

    /// The number of the body that had the power.
    pub(super) fn origin_number(&self) -> Option<u32> {
        self.whole.facts.bodies.number(self.delegation.from.id().as_str())
    }

    /// The body that had the power.
    pub(crate) fn origin(&self) -> Option<&'a Body> {
        self.whole.facts.bodies.body(self.origin_number()?)
    }

    /// The bodies to which it is passed on by name, those that records describe.
    pub(crate) fn receivers(&self) -> impl Iterator<Item = Receiver<'a>> + use<'a> {
        let bodies = &self.whole.facts.bodies;
        self.delegation.to.iter().enumerate().filter_map(move |(at, to)| {
            let number = bodies.number(to.id().as_str())?;
            Some(Receiver { at, body: bodies.body(number)?, township: township_of(bodies, number) })
        })
    }

    /// The bodies that claim it and are not among those to which it is passed on by name.
    pub(super) fn claimants(&self) -> impl Iterator<Item = Receiver<'a>> + use<'a> {
        let (delegation, bodies) = (self.delegation, &self.whole.facts.bodies);
        let named: HashSet<&str> = delegation.to.iter().map(|to| to.id().as_str()).collect();
        let claims = delegation.claims.iter().map(|claim| claim.organization.id().as_str()).enumerate();
        claims.filter(move |(_, id)| !named.contains(id)).filter_map(move |(at, id)| {
            let number = bodies.number(id)?;
            Some(Receiver { at, body: bodies.body(number)?, township: township_of(bodies, number) })
        })
    }

    /// The townships to which it is passed on.
    pub(crate) fn receiving(&self) -> Receiving {
        Receiving {
            all: self.delegation.to_all_townships == Some(true),
            named: self.receivers().filter_map(|to| to.township).collect(),
        }
    }

    /// Whether a township receives it, by name or as one of all.
    pub(super) fn reaches_townships(&self) -> bool {
        self.delegation.to_all_townships == Some(true) || self.receivers().any(|to| to.township.is_some())
    }

    /// The day from which the townships exercise it, or one before which they certainly do not.
    pub(crate) fn since(&self) -> Option<Date> {
        let decision = self.delegation.decision.as_ref();
        let claims = || self.delegation.claims.iter();
        let claimed = claims().filter_map(|claim| day(claim.claimed_on.as_ref())).max();
        let published = claims().filter_map(|claim| day(claim.published_on.as_ref())).max();
        let instrument = decision.and_then(|decision| decision.instrument.as_ref());
        let made = || self.whole.facts.instrument(instrument?.id().as_str())?.edition.version_date;
        day(self.delegation.effective_on.as_ref())
            .or_else(|| decision.and_then(|decision| day(decision.date.as_ref())))
            .or_else(|| decision.and_then(|decision| day(decision.published_on.as_ref())))
            .or(claimed)
            .or(published)
            .or_else(made)
    }

    /// The day from which it is no more, where it ended.
    pub(crate) fn until(&self) -> Option<Date> {
        let returned = self.delegation.returned.as_ref().and_then(|returned| returned.on.value());
        [day(self.delegation.ended_on.as_ref()), returned].into_iter().flatten().min()
    }

    /// Whether it has not ended; an end on a day that cannot be read is one.
    pub(crate) fn is_in_force(&self) -> bool {
        let has_end = self.delegation.ended_on.is_some() || self.delegation.returned.is_some();
        !has_end || self.until().zip(self.as_of).is_some_and(|(until, as_of)| as_of < until)
    }

    /// Whether it takes effect on a day that is still to come.
    pub(super) fn is_to_come(&self) -> bool {
        day(self.delegation.effective_on.as_ref()).zip(self.as_of).is_some_and(|(from, as_of)| from > as_of)
    }

    /// Whether it is a transfer under 行政处罚法 §24 that is in force: of a penalty, with effect from 2021-07-15 on.
    pub(super) fn is_penalty_transfer(&self) -> bool {
        self.is_transfer_since_2021(ItemType::Penalty) && self.is_in_force()
    }

    /// Whether it is a transfer of a power of a type with effect from the day on that 行政处罚法 §24 applies from.
    pub(super) fn is_transfer_since_2021(&self, item_type: ItemType) -> bool {
        self.delegation.mode == DelegationMode::Transfer
            && self.is_of(item_type)
            && self.since().is_some_and(|day| PENALTIES_TO_TOWNSHIPS.contains(day))
    }

    /// Whether townships are authorized to exercise a power of a type, in force, with effect from that day on.
    pub(super) fn is_authorized_since_2021(&self, item_type: ItemType) -> bool {
        self.delegation.mode == DelegationMode::Authorize
            && self.is_of(item_type)
            && self.since().is_some_and(|day| PENALTIES_TO_TOWNSHIPS.contains(day))
            && self.is_in_force()
            && self.reaches_townships()
    }

    /// Whether a law or administrative regulation gives the power to townships itself (行政处罚法 §23): the power cites the
    /// provision, or the decision does.
    pub(super) fn is_of_townships(&self) -> bool {
        let Some(power) = self.power() else { return false };
        let decision = self.delegation.decision.as_ref();
        self.whole.may_be_of_townships(power.ordinal, power.item_type)
            || decision.is_some_and(|decision| self.whole.name_townships(&decision.basis, power.item_type))
    }

    /// Whether the power lists townships that receive it, and only as those that accept, review first or undertake.
    pub(super) fn is_handling_only(&self) -> bool {
        let Some(power) = self.power() else { return false };
        let facts = self.whole.facts;
        let receiving = self.receiving();
        let is_receiver = |body: u32| township_of(&facts.bodies, body).is_some_and(|township| receiving.has(township));
        let listed = facts.authorities.of_item(power.ordinal).iter().filter(|known| is_receiver(known.body));
        let mut roles = listed.map(|known| known.role).peekable();
        let handles =
            |role| matches!(role, AuthorityRole::Accept | AuthorityRole::FirstReview | AuthorityRole::Undertake);
        roles.peek().is_some() && roles.all(handles)
    }

    /// Whether the power is of a type.
    pub(super) fn is_of(&self, item_type: ItemType) -> bool {
        self.power().is_some_and(|power| power.item_type == item_type)
    }
}

/// The day that is written, if it is one.
pub(super) fn day(written: Option<&Written<Date>>) -> Option<Date> {
    written.and_then(Written::value)
}

/// The place of an element of a list, or of a member of it.
pub(super) fn element(list: &str, index: usize, member: Option<&str>) -> Pointer {
    let mut path = Pointer::element(list, index);
    if let Some(member) = member {
        path.push(member);
    }
    path
}

/// The place of a member of a part.
pub(super) fn member_of(part: &str, member: &str) -> Pointer {
    let mut path = Pointer::member(part);
    path.push(member);
    path
}
