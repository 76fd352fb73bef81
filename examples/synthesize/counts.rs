//! How much of each kind a county has: what Hangjin Banner printed for 2024, and for other counties something near it.

use super::random::Random;

/// How many records of each kind, and how many of them are what the published figures are about.
pub(super) struct Counts {
    pub(super) townships: usize,
    /// Main items, those of townships among them.
    pub(super) licensing_items: usize,
    pub(super) township_licensing_items: usize,
    /// Main items of the departments.
    pub(super) power_items: usize,
    pub(super) township_power_items: usize,
    pub(super) delegations: usize,
    /// Implementation items.
    pub(super) services: usize,
    pub(super) online: usize,
    pub(super) fully_online: usize,
    pub(super) immediate_online: usize,
    pub(super) at_most_one_visit: usize,
    /// By how much the promised limits are shorter, in hundredths of a per cent.
    pub(super) compression: usize,
    /// Services with an electronic license for a material, and those where the applicant need not hand it in.
    pub(super) linked: usize,
    pub(super) configured: usize,
    pub(super) bundles: usize,
    pub(super) online_and_offline: usize,
    pub(super) standardized: usize,
    /// Normative documents by what their review decided.
    pub(super) kept: usize,
    pub(super) abolished: usize,
    pub(super) lapsed: usize,
    pub(super) licenses: usize,
    pub(super) sealed: usize,
}

impl Counts {
    /// Hangjin Banner, as printed, or the same shares of a county smaller by a divisor.
    ///
    /// Two printed rates are of no whole number over 1,480, so the nearest stand for them: 1,425 for 96.27 %, 956 for
    /// 64.62 %.
    pub(super) fn printed(divisor: usize) -> Self {
        Self::of(divisor, |count| count, |part| part)
    }

    /// Another county: up to 30 % more or less of each, and shares up to 5 % smaller.
    pub(super) fn near(divisor: usize, random: &mut Random) -> Self {
        let mut further = random.split();
        Self::of(
            divisor,
            |count| count * random.between(700, 1300) / 1000,
            |part| part * further.between(950, 1000) / 1000,
        )
    }

    fn of(divisor: usize, mut vary: impl FnMut(usize) -> usize, mut vary_part: impl FnMut(usize) -> usize) -> Self {
        // No fewer than a county of 40 bodies needs to have something in each.
        let mut count = |printed: usize, least: usize| (vary(printed) / divisor).max(least);
        let townships = count(6 * divisor, 4);
        let licensing_items = count(247, 46);
        let services = count(1480, 160);
        let bundles = count(169, 8);
        let licenses = count(239_471, 400);
        // In proportion to what is printed: of the printed whole itself, exactly the printed part.
        let mut part = |of: usize, printed: usize, whole: usize| vary_part(of * printed / whole);
        let online = part(services, 1425, 1480);
        let linked = part(services, 1265, 1480);
        Self {
            townships,
            licensing_items,
            township_licensing_items: 2 * townships,
            power_items: count(6700, 330),
            township_power_items: count(192, 36),
            delegations: count(56, 9),
            services,
            online,
            fully_online: part(online, 1305, 1425),
            immediate_online: part(online, 956, 1425),
            at_most_one_visit: services - services.div_ceil(1480),
            compression: part(7898, 1, 1),
            linked,
            configured: part(linked, 1237, 1265),
            bundles,
            online_and_offline: part(bundles, 110, 169),
            standardized: part(bundles, 103, 169),
            kept: 9,
            abolished: 4,
            lapsed: 4,
            licenses,
            sealed: licenses - licenses * 75 / 239_471,
        }
    }
}

/// Shares a total out by weights, at least `least` to each that has a weight.
pub(super) fn share_out(total: usize, least: usize, weights: &[usize]) -> Vec<usize> {
    let holders = weights.iter().filter(|&&weight| weight > 0).count();
    let rest = total - least * holders;
    let sum: usize = weights.iter().sum();
    let mut shares: Vec<usize> =
        weights.iter().map(|&weight| if weight == 0 { 0 } else { least + rest * weight / sum }).collect();
    let mut left = total - shares.iter().sum::<usize>();
    for (share, _) in shares.iter_mut().zip(weights).filter(|(_, weight)| **weight > 0) {
        if left == 0 {
            break;
        }
        *share += 1;
        left -= 1;
    }
    shares
}

/// A share in hundredths of a per cent, rounded half up.
pub(super) fn hundredths(part: usize, whole: usize) -> usize {
    (part * 20_000 + whole) / (whole * 2)
}
