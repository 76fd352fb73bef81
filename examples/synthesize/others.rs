//! The smaller kinds: normative documents, delegations, links of electronic licenses, licenses, bundles, adjustments.

use std::num::NonZeroU16;

use qingdan::code::LicenseIdentifier;
use qingdan::codelist::{
    AdjustmentOperation, DelegationMode, EvaluationOutcome, InstrumentStatus, LegalRank, Level, LicenseStatus,
    LinkState, ReviewOutcome, SubstitutionMode,
};
use qingdan::model::{
    Adjustment, Bundle, BundleChannels, BundleItem, Claim, Delegation, DelegationDecision, Effort, Evaluation,
    InstrumentReview, Kind, LegalInstrument, License, LicenseLink, Seal,
};

use super::Expected;
use super::counts::Counts;
use super::county::County;
use super::laws::Law;
use super::licensing::working_days;
use super::offices::Office;
use super::parts::{day, id, refer, text};
use super::province::{Province, entry_of};
use super::services::{LICENSE_MATERIAL, license_type_of};

/// The normative documents that the county reviewed in the year.
pub(super) fn normative_documents(county: &County, offices: &[Office], see: &mut dyn FnMut(LegalInstrument)) {
    let counts = &county.counts;
    for number in 0..counts.kept + counts.abolished + counts.lapsed {
        let mut random = county.random(Kind::LegalInstrument, number);
        let (outcome, status) = if number < counts.kept {
            (ReviewOutcome::InForce, InstrumentStatus::InForce)
        } else if number < counts.kept + counts.abolished {
            (ReviewOutcome::Abolished, InstrumentStatus::Repealed)
        } else {
            (ReviewOutcome::Lapsed, InstrumentStatus::Lapsed)
        };
        let office = &offices[number];
        let title = format!("{}{}管理办法", county.division.name, random.pick(&office.matters));
        let rank = LegalRank::NormativeDocument;
        let mut record = LegalInstrument::new(id(county.id('n', number)), text(title), rank, status);
        let year = random.between(2021, 2023);
        record.document_number = Some(text(format!("{}政发〔{year}〕{}号", county.division.name, number + 3)));
        record.issued_by = Some(text(format!("{}人民政府", county.division.name)));
        record.issuer_level = Some(Level::County);
        record.published_on = Some(day(year, random.between(1, 12), random.between(1, 28)));
        record.ended_on = (outcome != ReviewOutcome::InForce).then(|| day(2024, 11, 20));
        record.review = Some(InstrumentReview::new(day(2024, 11, 20), outcome));
        see(record);
    }
}

/// The powers that the townships took over: each goes to all of them, most have claimed it.
pub(super) fn delegations(county: &County, province: &Province, see: &mut dyn FnMut(Delegation)) {
    let townships: Vec<_> = county.bodies.iter().filter(|body| body.is_township()).collect();
    let mut all = 0;
    for (at, body) in county.bodies.iter().enumerate() {
        for number in 0..body.delegated {
            let mut random = county.random(Kind::Delegation, all);
            let power_item = refer(county.power_id(at, body.licensing_powers() + number));
            let mode = DelegationMode::Transfer;
            let mut record = Delegation::new(id(county.id('d', all)), power_item, refer(&body.id), mode);
            all += 1;
            record.directory_entry = Some(refer(province.entry_id(entry_of(at, number))));
            record.to = townships.iter().map(|township| refer(&township.id)).collect();
            record.to_all_townships = Some(true);
            let mut decision = DelegationDecision::new(Level::Provincial);
            decision.instrument = Some(refer(province.directory_id()));
            decision.decided_by = Some(refer(province.government_id()));
            if number.is_multiple_of(4) {
                decision.basis.push(Law::named("penalty-law").at(&[24]));
            }
            decision.date = Some(day(2023, 4, 10));
            decision.published_on = Some(day(2023, 4, 20));
            decision.url = Some(text(format!("https://province.example/{}/directory", province.division.code)));
            record.decision = Some(decision);
            for township in townships.iter().filter(|_| !random.one_in(12)) {
                let mut claim = Claim::new(refer(&township.id));
                claim.claimed_on = Some(day(2023, 5, 10));
                claim.published_on = Some(day(2023, 5, 28));
                record.claims.push(claim);
            }
            record.effective_on = Some(day(2023, 6, 1));
            record.evaluations.push(Evaluation::new(day(2024, 12, 10), EvaluationOutcome::Keep));
            record.includes_coercive_measures = Some(false);
            record.original_still_exercises = Some(false);
            see(record);
        }
    }
}

/// How far the materials of services have come on the way to 免证办.
pub(super) fn license_links(county: &County, province: &Province, see: &mut dyn FnMut(LicenseLink)) {
    const MODES: [SubstitutionMode; 4] = [
        SubstitutionMode::ELicense,
        SubstitutionMode::ELicense,
        SubstitutionMode::ELicense,
        SubstitutionMode::DataSharing,
    ];
    for (number, service) in county.services.iter().enumerate() {
        let Some(state) = service.link else { continue };
        let mut random = county.random(Kind::LicenseLink, number);
        let (_, license_type) = license_type_of(county, province, number);
        let service_item = refer(county.id('s', number));
        let mode = *random.pick(&MODES);
        let mut record = LicenseLink::new(id(county.id('k', number)), service_item, id(LICENSE_MATERIAL), mode, state);
        record.license_type = Some(refer(license_type));
        let see_form = state == LinkState::Configured && random.one_in(25);
        see(record);
        if see_form {
            // The form of some is filled in from shared data, which makes two links of one service.
            let (mode, state) = (SubstitutionMode::DataSharing, LinkState::Linked);
            let link = format!("{}-form", county.id('k', number));
            see(LicenseLink::new(id(link), refer(county.id('s', number)), id("m1"), mode, state));
        }
    }
}

/// The electronic licenses that the county has issued.
pub(super) fn licenses(county: &County, province: &Province, see: &mut dyn FnMut(License)) {
    for number in 0..county.counts.licenses {
        let mut random = county.random(Kind::License, number);
        let license_type = random.below(Province::license_types_count());
        let issuer = random.pick(&county.bodies[..24]);
        let (year, month, date) = (random.between(2019, 2024), random.between(1, 12), random.between(1, 28));
        let type_code = province.license_type_code(license_type);
        let serial = format!("{year}{number:07}");
        let identifier = LicenseIdentifier::new(type_code, issuer.code.into(), &serial, 1).unwrap();
        let mut record = License::new(id(license_id(county, number)), identifier.into(), LicenseStatus::Valid);
        record.name = Some(text(Province::license_name(license_type)));
        record.license_type = Some(refer(province.license_type_id(license_type)));
        record.issuer = Some(refer(&issuer.id));
        record.issued_on = Some(day(year, month, date));
        record.valid_from.clone_from(&record.issued_on);
        record.valid_until = (!random.one_in(3)).then(|| day(year + 10, month, date));
        record.version = NonZeroU16::new(1);
        let is_sealed = is_sealed(&county.counts, number);
        let mut seal = Seal::new(is_sealed);
        seal.sealed_on = is_sealed.then(|| day(year, month, date));
        seal.verified = is_sealed.then_some(true);
        record.seal = Some(seal);
        see(record);
    }
}

fn license_id(county: &County, number: usize) -> String {
    format!("{}-e{number:06}", county.division.code)
}

/// Whether a license is sealed; spreads those that are not evenly.
fn is_sealed(counts: &Counts, number: usize) -> bool {
    let unsealed = counts.licenses - counts.sealed;
    number * unsealed / counts.licenses == (number + 1) * unsealed / counts.licenses
}

/// The licenses without a seal, as many as the county printed, as the findings to expect.
pub(super) fn unsealed(county: &County) -> impl Iterator<Item = Expected> {
    let unsealed = (0..county.counts.licenses).filter(|&number| !is_sealed(&county.counts, number));
    unsealed.map(|number| Expected {
        rule: "QD611",
        record: format!("{}/{}", Kind::License, license_id(county, number)),
        path: "/seal/sealed".to_owned(),
        standing: true,
    })
}

/// Services handled as one: the lead has one of them at least.
pub(super) fn bundles(county: &County, offices: &[Office], see: &mut dyn FnMut(Bundle)) {
    const NAMES: [&str; 5] = ["我要办{m}", "{m}信息变更", "{m}注销", "{m}延续", "{m}困难帮扶"];
    let counts = &county.counts;
    for number in 0..counts.bundles {
        let mut random = county.random(Kind::Bundle, number);
        let leads = offices.len() - 1;
        let lead = number % leads;
        let matters = &offices[lead].matters;
        // Each office goes through the phrases for a matter, then to its next.
        let round = number / leads;
        let matter = matters[round / NAMES.len() % matters.len()];
        let title = format!("{}一件事", NAMES[round % NAMES.len()].replace("{m}", matter));
        let lead_body = &county.bodies[lead];
        let mut record = Bundle::new(id(county.id('b', number)), text(title), refer(&lead_body.id));
        let mut items = vec![lead_body.first_service + random.below(lead_body.services)];
        for _ in 0..random.between(1, 4) {
            let partner = random.pick(&county.bodies);
            let item = partner.first_service + random.below(partner.services);
            if partner.id != lead_body.id && !items.contains(&item) {
                let reference = refer(&partner.id);
                if !record.partners.contains(&reference) {
                    record.partners.push(reference);
                }
                items.push(item);
            }
        }
        if items.len() == 1 {
            let next = &county.bodies[(lead + 1) % leads];
            record.partners.push(refer(&next.id));
            items.push(next.first_service);
        }
        record.items = items
            .iter()
            .enumerate()
            .map(|(rank, &item)| BundleItem::new(refer(county.id('s', item)), rank < 2))
            .collect();
        let both = number < counts.online_and_offline;
        record.channels = Some(BundleChannels::new(both || number % 2 == 0, both || number % 2 == 1));
        // Counted from the other end, so that some are both and some neither.
        record.standardized = Some(counts.bundles - number <= counts.standardized);
        record.before = Some(effort(items.len() * 15, items.len() * 3, 2));
        // No more than its services take one after the other; what is handled on the spot takes a day at most.
        let services = || items.iter().map(|&item| &county.services[item]);
        let days: usize = services().map(|service| service.promised_days.max(1)).sum();
        let visits = services().map(|service| service.visits).max().unwrap_or(0);
        record.after = Some(effort(days.min(5), items.len(), visits.min(1)));
        see(record);
    }
}

fn effort(days: usize, materials: usize, visits: u8) -> Effort {
    let mut effort = Effort::new();
    effort.limits.push(working_days(days));
    effort.materials = u16::try_from(materials).ok();
    effort.visits = Some(visits);
    effort
}

/// The changes of the year: what townships took over, new names and new bases.
pub(super) fn adjustments(county: &County, province: &Province, see: &mut dyn FnMut(Adjustment)) {
    const OPERATIONS: [AdjustmentOperation; 3] =
        [AdjustmentOperation::Rename, AdjustmentOperation::ChangeBasis, AdjustmentOperation::Add];
    for number in 0..24 {
        let mut random = county.random(Kind::Adjustment, number);
        let operation = OPERATIONS[number % OPERATIONS.len()];
        let mut record = Adjustment::new(id(county.id('a', number)), Kind::PowerItem, operation);
        let item = county.power_id(number, random.below(county.bodies[number].power_items));
        if operation != AdjustmentOperation::Add {
            record.from.push(item.parse().unwrap());
        }
        record.to.push(item.parse().unwrap());
        record.basis.push(Law::named("business-environment").at(&[65]));
        record.decided_by = Some(refer(province.government_id()));
        let month = random.between(1, 11);
        record.decided_on = Some(day(2024, month, 5));
        record.published_on = Some(day(2024, month, 20));
        record.effective_on = Some(day(2024, month + 1, 1));
        see(record);
    }
}
