//! What the published figures say about services, dealt out to the services of a county so that it is true of them.

use qingdan::codelist::LinkState;

use super::counts::Counts;
use super::random::Random;

/// What is decided about a service before it is written.
pub(super) struct Service {
    pub(super) online: bool,
    pub(super) fully_online: bool,
    pub(super) immediate: bool,
    pub(super) visits: u8,
    /// In working days; 0 where none is stated.
    pub(super) statutory_days: usize,
    pub(super) promised_days: usize,
    /// How far the electronic license for its second material has come; none where nothing is done.
    pub(super) link: Option<LinkState>,
}

/// The services of a county in their order.
pub(super) fn services(counts: &Counts, mut random: Random) -> Vec<Service> {
    let mut services: Vec<Service> = Vec::new();
    for _ in 0..counts.services {
        services.push(Service {
            online: false,
            fully_online: false,
            immediate: random.one_in(20),
            visits: 0,
            statutory_days: if random.one_in(8) {
                0
            } else {
                *random.pick(&[5, 7, 10, 15, 20, 20, 20, 20, 30, 45, 60])
            },
            promised_days: 0,
            link: random.one_in(3).then_some(LinkState::Unlinked),
        });
    }
    let order = random.order(counts.services);
    let (online, offline) = order.split_at(counts.online);
    for (rank, &at) in online.iter().enumerate() {
        let service = &mut services[at];
        service.online = true;
        service.fully_online = rank < counts.fully_online;
        service.visits = u8::from(!service.fully_online);
    }
    let often = counts.services - counts.at_most_one_visit;
    for (rank, &at) in offline.iter().enumerate() {
        services[at].visits = if rank < often { 2 } else { 1 };
    }
    for (rank, at) in random.order(counts.online).into_iter().enumerate() {
        services[online[at]].immediate = rank < counts.immediate_online;
    }
    for (rank, at) in random.order(counts.services).into_iter().take(counts.linked).enumerate() {
        services[at].link = Some(if rank < counts.configured { LinkState::Configured } else { LinkState::Linked });
    }
    promise(&mut services, counts.compression);
    services
}

/// Chooses the promised days so that all of them together are shorter by this many hundredths of a per cent.
///
/// An immediate service promises no days and counts as 0. Where a statutory limit is not stated, the promise is
/// compared with nothing.
fn promise(services: &mut [Service], compression: usize) {
    let statutory: usize = services.iter().map(|service| service.statutory_days).sum();
    let wanted = (statutory * (10_000 - compression) + 5_000) / 10_000;
    for service in services.iter_mut().filter(|service| !service.immediate) {
        service.promised_days = if service.statutory_days == 0 { 3 } else { (service.statutory_days / 3).max(1) };
    }
    let mut promised: usize = counted(services).map(|service| service.promised_days).sum();
    while promised != wanted {
        let before = promised;
        for service in counted(services) {
            if promised < wanted && service.promised_days < service.statutory_days {
                service.promised_days += 1;
                promised += 1;
            } else if promised > wanted && service.promised_days > 1 {
                service.promised_days -= 1;
                promised -= 1;
            }
        }
        assert_ne!(promised, before, "no promises add up to this compression");
    }
}

fn counted(services: &mut [Service]) -> impl Iterator<Item = &mut Service> {
    services.iter_mut().filter(|service| !service.immediate && service.statutory_days > 0)
}
