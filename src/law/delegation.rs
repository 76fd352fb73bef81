//! 权力的授权、委托和下放: to whom a power may be passed on, and how.
//!
//! Source: 行政许可法 §22–25; 行政处罚法 §17–24; 行政强制法 §17, §70.

use super::cell::{Cell, Period, Provision, Statute};
use super::source::{COERCION_LAW, LICENSING_LAW, PENALTY_LAW};
use crate::codelist::{DelegationMode, OrganizationKind};
use crate::lang::Bilingual;
use crate::model::Date;

/// 权力类别: the powers whose passing on a statute governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Power {
    /// 行政许可.
    License,
    /// 行政处罚.
    Penalty,
    /// 行政强制措施. Execution is set by laws alone, see [`super::execution`].
    CoerciveMeasure,
}

impl Power {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::License, Self::Penalty, Self::CoerciveMeasure];

    /// What it is called.
    #[must_use]
    pub const fn title(self) -> Bilingual {
        match self {
            Self::License => Bilingual { zh: "行政许可", en: "licenses" },
            Self::Penalty => Bilingual { zh: "行政处罚", en: "penalties" },
            Self::CoerciveMeasure => Bilingual { zh: "行政强制措施", en: "coercive measures" },
        }
    }
}

/// One organ exercises the licenses of several: the State Council approves, the province decides.
pub const CONCENTRATED_LICENSES: Provision = LICENSING_LAW.at("第二十五条");
/// One organ exercises the penalties of several: the State Council or the province decides.
pub const CONCENTRATED_PENALTIES: Provision = PENALTY_LAW.at("第十八条第二款");
/// An organ with concentrated penalties may use the measures that belong to them.
pub const CONCENTRATED_MEASURES: Provision = COERCION_LAW.at("第十七条第二款");

/// Whether a power may be passed on to a body of a kind in a mode; none for a day before the statute.
///
/// ```
/// use qingdan::codelist::{DelegationMode, OrganizationKind};
/// use qingdan::law::{Permission, delegation::{Power, may_pass}};
/// let as_of = "2026-11-23".parse()?;
/// let to = |power, mode, body| may_pass(power, mode, body, as_of).map(|cell| (cell.verdict, cell.citation.map_or("", |of| of.clause)));
/// let measure = to(Power::CoerciveMeasure, DelegationMode::Entrust, OrganizationKind::TownshipGovernment);
/// assert_eq!(measure, Some((Permission::Forbidden, "第十七条第一款")));
/// let transfer = to(Power::Penalty, DelegationMode::Transfer, OrganizationKind::Company);
/// assert_eq!(transfer, Some((Permission::Forbidden, "第二十四条第一款")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn may_pass(power: Power, mode: DelegationMode, to: OrganizationKind, as_of: Date) -> Option<Cell> {
    cell(power, mode, to).at(as_of)
}

/// The bodies that the statutes treat alike.
#[derive(Clone, Copy)]
enum Body {
    /// 乡镇人民政府、街道办事处.
    Township,
    /// Other administrative organs.
    Organ,
    /// Bodies that may be organs, by their own statutes or by a double name.
    PerhapsOrgan,
    /// Bodies that may have public functions.
    Organization,
    Company,
    /// No body at all.
    Individual,
}

const fn body(kind: OrganizationKind) -> Body {
    match kind {
        OrganizationKind::TownshipGovernment | OrganizationKind::SubdistrictOffice => Body::Township,
        OrganizationKind::Government | OrganizationKind::Department => Body::Organ,
        OrganizationKind::DispatchedAgency
        | OrganizationKind::VerticalAgency
        | OrganizationKind::PartyOrgan
        | OrganizationKind::DevelopmentZoneCommittee
        | OrganizationKind::OtherBody
        | OrganizationKind::Category => Body::PerhapsOrgan,
        // An internal unit is no organ: the organ whose part it is acts through it.
        OrganizationKind::InternalUnit
        | OrganizationKind::PublicInstitution
        | OrganizationKind::MassOrganization
        | OrganizationKind::Association
        | OrganizationKind::VillageCommittee => Body::Organization,
        OrganizationKind::Company => Body::Company,
        OrganizationKind::Individual => Body::Individual,
    }
}

/// The table of a power, the row of a mode, the column of a kind of body.
pub(super) const fn cell(power: Power, mode: DelegationMode, to: OrganizationKind) -> Cell {
    match power {
        Power::License => license(mode, body(to)),
        Power::Penalty => penalty(mode, body(to)),
        Power::CoerciveMeasure => measure(mode, body(to)),
    }
}

const fn license(mode: DelegationMode, to: Body) -> Cell {
    match mode {
        DelegationMode::Authorize => authorized(
            to,
            LICENSING_LAW,
            "第二十三条",
            "限于法律、法规授权、具有管理公共事务职能的组织，在授权范围内",
            "only by a law or regulation, to an organization with public functions, within what it gives",
        ),
        DelegationMode::Entrust => match to {
            Body::Township | Body::Organ => LICENSING_LAW.within(
                "第二十四条第一款",
                "依照法律、法规、规章的规定，并公告受委托机关和内容",
                "as laws, regulations or rules provide, with public notice of the organ and the content",
            ),
            Body::PerhapsOrgan => LICENSING_LAW.within(
                "第二十四条第一款",
                "限于属于行政机关的；依照法律、法规、规章的规定，并公告",
                "only where it is an administrative organ; as laws, regulations or rules provide, with public notice",
            ),
            Body::Organization | Body::Company | Body::Individual => LICENSING_LAW.forbids("第二十四条第一款"),
        },
        DelegationMode::Transfer => match to {
            Body::Township | Body::Organ | Body::PerhapsOrgan => LICENSING_LAW.within(
                "第二十五条",
                "限于经国务院批准、由省级政府决定集中行使的；法律、法规直接规定由其实施的不属下放",
                "only where the State Council approves and the province decides to concentrate it; what a law or regulation gives it is no transfer",
            ),
            Body::Organization | Body::Company | Body::Individual => LICENSING_LAW.forbids("第二十五条"),
        },
        DelegationMode::Dispatch => dispatched(LICENSING_LAW, "第二十二条"),
    }
}

const fn penalty(mode: DelegationMode, to: Body) -> Cell {
    match mode {
        DelegationMode::Authorize => authorized(
            to,
            PENALTY_LAW,
            "第十九条",
            "限于法律、法规授权、具有管理公共事务职能的组织，在授权范围内",
            "only by a law or regulation, to an organization with public functions, within what it gives",
        ),
        DelegationMode::Entrust => match to {
            Body::Township | Body::Organ | Body::PerhapsOrgan | Body::Organization => PENALTY_LAW.within(
                "第二十条第一款",
                "依照法律、法规、规章的规定书面委托，受托组织须符合第二十一条（依法成立、具有管理公共事务职能、有执法资格人员）",
                "in writing, as laws, regulations or rules provide, to an organization under §21 (lawfully formed, with public functions and licensed staff)",
            ),
            Body::Company => PENALTY_LAW.within(
                "第二十一条第（一）项",
                "法律没有点名排除企业，但受委托组织须依法成立并具有管理公共事务职能",
                "no law bars companies by name, but the body must be lawfully set up and have public functions",
            ),
            Body::Individual => PENALTY_LAW.forbids("第二十条第一款"),
        },
        DelegationMode::Transfer => match to {
            Body::Township => PENALTY_LAW.within(
                "第二十四条第一款",
                "限于省、自治区、直辖市决定的县级政府部门的处罚权，能够有效承接，决定应当公布，定期评估",
                "only penalties of county departments that the province decides on, to one able to exercise them; the decision is published and evaluated from time to time",
            ),
            Body::Organ | Body::PerhapsOrgan | Body::Organization | Body::Company | Body::Individual => {
                PENALTY_LAW.forbids("第二十四条第一款")
            }
        },
        DelegationMode::Dispatch => dispatched(PENALTY_LAW, "第十七条"),
    }
}

const fn measure(mode: DelegationMode, to: Body) -> Cell {
    match mode {
        DelegationMode::Authorize => authorized(
            to,
            COERCION_LAW,
            "第七十条",
            "限于法律、行政法规授权、具有管理公共事务职能的组织，在授权范围内",
            "only by a law or administrative regulation, to an organization with public functions, within what it gives",
        ),
        // To whomever.
        DelegationMode::Entrust => COERCION_LAW.forbids("第十七条第一款"),
        DelegationMode::Transfer => match to {
            Body::Township | Body::Organ | Body::PerhapsOrgan => COERCION_LAW.within(
                "第十七条第一款",
                "限于法律、法规规定由其实施的；集中行使处罚权的机关见第二款",
                "only where a law or regulation names it; for organs with concentrated penalties see paragraph 2",
            ),
            Body::Organization | Body::Company | Body::Individual => COERCION_LAW.forbids("第十七条第一款"),
        },
        DelegationMode::Dispatch => dispatched(COERCION_LAW, "第十七条第三款"),
    }
}

/// What is authorized is an organization with public functions, and never a person.
const fn authorized(to: Body, statute: Statute, clause: &'static str, zh: &'static str, en: &'static str) -> Cell {
    match to {
        Body::Individual => statute.forbids(clause),
        Body::Township | Body::Organ | Body::PerhapsOrgan | Body::Organization | Body::Company => {
            statute.within(clause, zh, en)
        }
    }
}

/// A body that is sent acts for the organ that sends it.
const fn dispatched(statute: Statute, clause: &'static str) -> Cell {
    statute.within(
        clause,
        "派驻不转移权力，由派出机关的执法人员以派出机关名义实施",
        "sending passes nothing on: the organ's own officers act in its name",
    )
}

/// 义务: what must be done when a power is passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Duty {
    /// 种类: which duty.
    pub kind: DutyKind,
    /// 内容: in the words of the statute, shortened.
    pub text: Bilingual,
    /// 依据: the provision.
    pub citation: Provision,
    /// 适用期间: when it applies.
    pub period: Period,
}

/// 义务种类: the duties that go with passing a power on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DutyKind {
    /// 公布: decision, mandate or notice is made public.
    Publish,
    /// 书面委托: a mandate in writing, with matter, powers and term.
    WrittenMandate,
    /// 省级决定: the province decides.
    ProvinceDecides,
    /// 定期评估: it is evaluated from time to time.
    Evaluate,
    /// 监督: whoever entrusts supervises, and answers for it.
    Supervise,
    /// 不得再委托: it is not passed on again.
    NoRedelegation,
}

const fn duty(kind: DutyKind, statute: Statute, clause: &'static str, zh: &'static str, en: &'static str) -> Duty {
    Duty { kind, text: Bilingual { zh, en }, citation: statute.at(clause), period: Period::since(statute.1) }
}

/// The duties that go with passing a power on in a mode.
///
/// ```
/// use qingdan::codelist::DelegationMode;
/// use qingdan::law::delegation::{DutyKind, Power, duties};
/// let transfer = duties(Power::Penalty, DelegationMode::Transfer);
/// assert!(transfer.iter().any(|duty| duty.kind == DutyKind::ProvinceDecides));
/// ```
#[must_use]
pub fn duties(power: Power, mode: DelegationMode) -> &'static [Duty] {
    match (power, mode) {
        (Power::License, DelegationMode::Entrust) => LICENSE_ENTRUSTED,
        (Power::Penalty, DelegationMode::Entrust) => PENALTY_ENTRUSTED,
        (Power::Penalty, DelegationMode::Transfer) => PENALTY_TRANSFERRED,
        (Power::License | Power::Penalty, DelegationMode::Authorize | DelegationMode::Dispatch)
        | (Power::License, DelegationMode::Transfer)
        | (Power::CoerciveMeasure, _) => &[],
    }
}

const LICENSE_ENTRUSTED: &[Duty] = &[
    duty(
        DutyKind::Publish,
        LICENSING_LAW,
        "第二十四条第一款",
        "公告受委托行政机关和受委托实施许可的内容",
        "public notice of the entrusted organ and the content",
    ),
    duty(
        DutyKind::Supervise,
        LICENSING_LAW,
        "第二十四条第二款",
        "委托机关负责监督，并承担法律责任",
        "the entrusting organ supervises and answers for it",
    ),
    duty(
        DutyKind::NoRedelegation,
        LICENSING_LAW,
        "第二十四条第三款",
        "以委托机关名义实施，不得再委托",
        "in the entrusting organ's name, and not passed on again",
    ),
];

const PENALTY_ENTRUSTED: &[Duty] = &[
    duty(
        DutyKind::WrittenMandate,
        PENALTY_LAW,
        "第二十条第二款",
        "委托书载明具体事项、权限、期限",
        "a mandate in writing with matter, powers and term",
    ),
    duty(DutyKind::Publish, PENALTY_LAW, "第二十条第二款", "委托书向社会公布", "the mandate is made public"),
    duty(
        DutyKind::Supervise,
        PENALTY_LAW,
        "第二十条第三款",
        "委托机关负责监督，并承担法律责任",
        "the entrusting organ supervises and answers for it",
    ),
    duty(
        DutyKind::NoRedelegation,
        PENALTY_LAW,
        "第二十条第四款",
        "以委托机关名义实施，不得再委托",
        "in the entrusting organ's name, and not passed on again",
    ),
];

const PENALTY_TRANSFERRED: &[Duty] = &[
    duty(
        DutyKind::ProvinceDecides,
        PENALTY_LAW,
        "第二十四条第一款",
        "由省、自治区、直辖市决定",
        "the province, autonomous region or municipality decides",
    ),
    duty(DutyKind::Publish, PENALTY_LAW, "第二十四条第一款", "决定应当公布", "the decision is made public"),
    duty(DutyKind::Evaluate, PENALTY_LAW, "第二十四条第一款", "定期组织评估", "it is evaluated from time to time"),
];
