//! The parts of items, member by member.

#![expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "members are compared as they stand in their records"
)]

use std::borrow::Cow;
use std::cmp::Ordering;

use serde::Serialize;

use super::comparison::{Comparison, reversed};
use super::fees::charges_fee;
use super::fields::{
    beginning, better, better_if, body, content, editorial, gain, license_type, nothing, provisions, text, values,
};
use super::known::Side;
use super::limits::{days, limit};
use super::list::{ChangeClass, Effect};
use super::lists::{About, parts};
use super::members::members;
use crate::codelist::MaterialNecessity;
use crate::facts::names::folded;
use crate::model::{
    Accountability, Authority, Coercion, Decimal, Discretion, IntermediaryService, JointHandling, LicenseValidity,
    Material, Online, Penalty, QuantityLimit, Remedy, ServiceResult, SpecialProcedure, Step,
};

/// 行使主体: by body and role.
pub(super) fn authorities<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Authority], new: &'a [Authority]) {
    let about = About { added: ChangeClass::BodyChanged, removed: ChangeClass::BodyChanged, effect: Effect::Neutral };
    let editions = at.editions;
    let key = |authority: &'a Authority, side| {
        let id = authority.organization.id().as_str();
        let body = if side == Side::Old { editions.bodies.of_old(id) } else { editions.bodies.of_new(id) };
        (body, authority.role)
    };
    let name = |authority: &'a Authority, side| {
        let catalog = if side == Side::Old { editions.old } else { editions.new };
        let body = catalog.resolve(&authority.organization);
        body.map_or(Cow::Borrowed(authority.organization.id().as_str()), |body| folded(body.name.as_str()))
    };
    let noted = at.count;
    parts(at, (old, new), about, key, name, authority);
    // In another order they act all the same.
    if at.count == noted && old.len() != new.len() {
        at.differs(ChangeClass::Editorial, Effect::Neutral, old, new);
    }
}

/// 申请材料: by their names.
pub(super) fn materials<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Material], new: &'a [Material]) {
    let about =
        About { added: ChangeClass::MaterialsAdded, removed: ChangeClass::MaterialsRemoved, effect: Effect::Burdens };
    let name = |material: &'a Material| folded(material.name.as_str());
    parts(at, (old, new), about, |one, _| name(one), |one, _| name(one), material);
}

/// What is added burdens: an applicant has one more thing to see to.
const CONDITIONS: About =
    About { added: ChangeClass::ConditionsAdded, removed: ChangeClass::ConditionsRemoved, effect: Effect::Burdens };

/// 中介服务: by their names.
pub(super) fn intermediary_services<'a>(
    at: &mut Comparison<'_, 'a>,
    old: &'a [IntermediaryService],
    new: &'a [IntermediaryService],
) {
    let name = |service: &'a IntermediaryService| folded(service.name.as_str());
    parts(at, (old, new), CONDITIONS, |one, _| name(one), |one, _| name(one), intermediary_service);
}

/// 特别程序: by their kinds.
pub(super) fn special_procedures<'a>(
    at: &mut Comparison<'_, 'a>,
    old: &'a [SpecialProcedure],
    new: &'a [SpecialProcedure],
) {
    let kind = |procedure: &'a SpecialProcedure| Cow::Borrowed(procedure.kind.as_str());
    parts(at, (old, new), CONDITIONS, |one, _| kind(one), |one, _| kind(one), special_procedure);
}

fn special_procedure<'a>(at: &mut Comparison<'_, 'a>, old: &'a SpecialProcedure, new: &'a SpecialProcedure) {
    let SpecialProcedure { kind: _, days: old_days, unit, counted_in_limit, basis } = old;
    // A number and its unit are one thing.
    at.below("days", |at| days(at, (*old_days, *unit), (new.days, new.unit)));
    if *counted_in_limit != new.counted_in_limit {
        at.below("counted_in_limit", |at| better(at, counted_in_limit, &new.counted_in_limit));
    }
    if *basis != new.basis {
        at.below("basis", |at| provisions(at, basis, &new.basis));
    }
}

/// 办理流程, 责任事项: by their stages.
pub(super) fn steps<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Step], new: &'a [Step]) {
    let stage = |step: &'a Step, _| Cow::Borrowed(step.stage.title_zh());
    parts(at, (old, new), About::content(Effect::NotTold), |step, _| step.stage, stage, step);
}

/// 追责情形: by what they are.
pub(super) fn accountability<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Accountability], new: &'a [Accountability]) {
    let said = |one: &'a Accountability, _| folded(one.circumstance.as_str());
    let name = |one: &'a Accountability, _| beginning(&one.circumstance);
    parts(at, (old, new), About::content(Effect::NotTold), said, name, circumstance);
}

/// 处罚种类和幅度: by their kinds.
pub(super) fn penalties<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Penalty], new: &'a [Penalty]) {
    let name = |one: &'a Penalty, _| Cow::Borrowed(one.kind.title_zh());
    parts(at, (old, new), About::content(Effect::Burdens), |one, _| one.kind, name, penalty);
}

/// 强制方式: by the measures.
pub(super) fn coercion<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Coercion], new: &'a [Coercion]) {
    let name = |one: &'a Coercion, _| Cow::Borrowed(one.measure.title_zh());
    let shorter = std::mem::replace(&mut at.shorter, Effect::Eases);
    parts(at, (old, new), About::content(Effect::Burdens), |one, _| one.measure, name, measure);
    at.shorter = shorter;
}

/// 救济渠道: by their kinds.
pub(super) fn remedies<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Remedy], new: &'a [Remedy]) {
    let name = |one: &'a Remedy, _| Cow::Borrowed(one.kind.title_zh());
    parts(at, (old, new), About::content(Effect::Eases), |one, _| one.kind, name, remedy);
}

/// 裁量基准: by the circumstances.
pub(super) fn discretion<'a>(at: &mut Comparison<'_, 'a>, old: &'a [Discretion], new: &'a [Discretion]) {
    let said = |one: &'a Discretion, _| folded(one.circumstance.as_str());
    let name = |one: &'a Discretion, _| beginning(&one.circumstance);
    parts(at, (old, new), About::content(Effect::NotTold), said, name, range);
}

/// Compares a part that is there or not; `effect` is what it means that it is there.
fn optional<'a, T: Serialize>(
    at: &mut Comparison<'_, 'a>,
    effect: Effect,
    old: &'a Option<T>,
    new: &'a Option<T>,
    inside: fn(&mut Comparison<'_, 'a>, &'a T, &'a T),
) {
    match (old, new) {
        (Some(old), Some(new)) => inside(at, old, new),
        (None, _) => at.differs(ChangeClass::ContentChanged, effect, old, new),
        (_, None) => at.differs(ChangeClass::ContentChanged, reversed(effect), old, new),
    }
}

/// 审批结果
pub(super) fn result<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<ServiceResult>, new: &'a Option<ServiceResult>) {
    optional(at, Effect::NotTold, old, new, service_result);
}

/// 共同办理
pub(super) fn joint_handling<'a>(
    at: &mut Comparison<'_, 'a>,
    old: &'a Option<JointHandling>,
    new: &'a Option<JointHandling>,
) {
    optional(at, Effect::NotTold, old, new, joint);
}

/// 数量限制: it burdens that there is one.
pub(super) fn quantity_limit<'a>(
    at: &mut Comparison<'_, 'a>,
    old: &'a Option<QuantityLimit>,
    new: &'a Option<QuantityLimit>,
) {
    optional(at, Effect::Burdens, old, new, quantity);
}

/// 许可证件效力
pub(super) fn license_validity<'a>(
    at: &mut Comparison<'_, 'a>,
    old: &'a Option<LicenseValidity>,
    new: &'a Option<LicenseValidity>,
) {
    optional(at, Effect::NotTold, old, new, validity);
}

/// 网上办理
pub(super) fn online<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<Online>, new: &'a Option<Online>) {
    optional(at, Effect::NotTold, old, new, way_online);
}

/// 材料必要性: what need not be handed in, or only later, eases.
fn necessity<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<MaterialNecessity>, new: &'a Option<MaterialNecessity>) {
    let weight = |necessity: MaterialNecessity| match necessity {
        MaterialNecessity::Optional => 0,
        MaterialNecessity::Deferrable => 1,
        MaterialNecessity::Required => 2,
    };
    let effect = match old.zip(*new).map(|(old, new)| weight(new).cmp(&weight(old))) {
        Some(Ordering::Less) => Effect::Eases,
        Some(Ordering::Greater) => Effect::Burdens,
        _ => Effect::NotTold,
    };
    at.differs(ChangeClass::ContentChanged, effect, old, new);
}

/// 免提交
fn exempt<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<bool>, new: &'a Option<bool>) {
    let effect = gain(*old, *new);
    // That it is not said and that it is denied are one.
    let class = if effect == Effect::Neutral { ChangeClass::Editorial } else { ChangeClass::ContentChanged };
    at.differs(class, effect, old, new);
}

/// 罚款上限
fn maximum<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<Decimal>, new: &'a Option<Decimal>) {
    let yuan = |decimal: &Decimal| decimal.as_str().parse::<f64>().ok();
    let both = old.as_ref().and_then(yuan).zip(new.as_ref().and_then(yuan));
    let (class, effect) = match both.and_then(|(old, new)| new.partial_cmp(&old)) {
        Some(Ordering::Less) => (ChangeClass::ContentChanged, Effect::Eases),
        Some(Ordering::Greater) => (ChangeClass::ContentChanged, Effect::Burdens),
        // 500 and 500.00.
        Some(Ordering::Equal) => (ChangeClass::Editorial, Effect::Neutral),
        None => (ChangeClass::ContentChanged, Effect::NotTold),
    };
    at.differs(class, effect, old, new);
}

members! {
    authority: Authority {
        organization => nothing,
        role => nothing,
        nature => content,
        basis => provisions,
        entrusted_by => body,
    }
    material: Material {
        id => nothing,
        name => editorial,
        kind => content,
        basis => provisions,
        necessity => necessity,
        form => content,
        obtained_from => content,
        license_type => license_type,
        exempt => exempt,
    }
    intermediary_service: IntermediaryService {
        name => editorial,
        basis => provisions,
        provider => text,
        limit => limit,
        charges_fee => charges_fee,
    }
    step: Step {
        stage => nothing,
        content => super::fields::words_of,
        basis => provisions,
    }
    service_result: ServiceResult {
        kind => content,
        name => text,
        license_type => license_type,
    }
    joint: JointHandling {
        kind => content,
        limit => limit,
        extension => limit,
    }
    quantity: QuantityLimit {
        limit => text,
        basis => provisions,
    }
    validity: LicenseValidity {
        period => text,
        territory => text,
        renewal_lead_time => limit,
        basis => provisions,
    }
    circumstance: Accountability {
        subject => text,
        circumstance => editorial,
        basis => provisions,
    }
    penalty: Penalty {
        kind => nothing,
        range => text,
        maximum => maximum,
        basis => provisions,
    }
    measure: Coercion {
        measure => nothing,
        basis => provisions,
        limit => limit,
        extension => limit,
    }
    remedy: Remedy {
        kind => nothing,
        text => text,
    }
    range: Discretion {
        circumstance => editorial,
        range => super::fields::words_of,
    }
    way_online: Online {
        available => better_if,
        full => better,
        depth => values,
        url => text,
    }
}
