//! Records with borrowed texts: made by `benches/peers/borrow` from `src/model`, not to be changed by hand.

#![expect(dead_code, reason = "the fields are there to be parsed")]
#![expect(clippy::struct_field_names, reason = "the names are those of the exchange format")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use qingdan::codelist::{
    AdjustmentOperation, Audience, AuthorityRole, BodyNature, Channel, CoercionKind, DelegationMode, EvaluationOutcome,
    FeeKind, Handling, Initiation, InstrumentStatus, ItemLevel, ItemStatus, ItemType, JointHandlingKind, LegalRank,
    Level, LicenseClass, LicenseStatus, LinkState, MaterialForm, MaterialKind, MaterialNecessity, MaterialOrigin,
    Measure, Metric, OnlineDepth, OrganizationKind, PenaltyKind, PowerSource, RemedyKind, ResultKind, ReviewOutcome,
    SpecialProcedureKind, Stage, SubstitutionMode, TimeUnit,
};
use qingdan::model::Kind;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// A text of any meaning. Serde borrows behind `Option` and `Vec` only what is a type of its own.
#[derive(Deserialize)]
pub(crate) struct Borrowed<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

#[derive(Deserialize)]
pub(crate) struct Adjustment<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Option<Borrowed<'a>>,
    pub(crate) item_kind: Kind,
    pub(crate) operation: AdjustmentOperation,
    #[serde(borrow, default)]
    pub(crate) from: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) to: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(borrow)]
    pub(crate) decided_by: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) decision: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) decided_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) effective_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) published_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct Bundle<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) lead: Borrowed<'a>,
    #[serde(borrow, default)]
    pub(crate) partners: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) items: Vec<BundleItem<'a>>,
    pub(crate) channels: Option<BundleChannels>,
    pub(crate) standardized: Option<bool>,
    #[serde(borrow)]
    pub(crate) before: Option<Effort<'a>>,
    #[serde(borrow)]
    pub(crate) after: Option<Effort<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct BundleItem<'a> {
    #[serde(borrow)]
    pub(crate) service_item: Borrowed<'a>,
    pub(crate) required: bool,
}

#[derive(Deserialize)]
pub(crate) struct BundleChannels {
    pub(crate) online: bool,
    pub(crate) offline: bool,
}

#[derive(Deserialize)]
pub(crate) struct Effort<'a> {
    #[serde(borrow, default)]
    pub(crate) limits: Vec<TimeLimit<'a>>,
    pub(crate) materials: Option<u16>,
    pub(crate) visits: Option<u8>,
}

#[derive(Deserialize)]
pub(crate) struct Citation<'a> {
    #[serde(borrow)]
    pub(crate) text: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) instrument: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) title: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) document_number: Option<Borrowed<'a>>,
    pub(crate) rank: Option<LegalRank>,
    #[serde(borrow, default)]
    pub(crate) version_dates: Vec<Borrowed<'a>>,
    #[serde(default)]
    pub(crate) articles: Vec<ArticleRef>,
    #[serde(borrow, default)]
    pub(crate) clauses: Vec<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) quote: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct ArticleRef {
    pub(crate) article: NonZeroU16,
    pub(crate) inserted: Option<NonZeroU16>,
    pub(crate) paragraph: Option<NonZeroU16>,
    pub(crate) item: Option<NonZeroU16>,
    pub(crate) point: Option<NonZeroU16>,
}

#[derive(Deserialize)]
pub(crate) struct Delegation<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) power_item: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) directory_entry: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) from: Borrowed<'a>,
    #[serde(borrow, default)]
    pub(crate) to: Vec<Borrowed<'a>>,
    pub(crate) to_all_townships: Option<bool>,
    pub(crate) mode: DelegationMode,
    #[serde(borrow)]
    pub(crate) parent: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) decision: Option<DelegationDecision<'a>>,
    #[serde(borrow)]
    pub(crate) mandate: Option<Mandate<'a>>,
    #[serde(borrow, default)]
    pub(crate) claims: Vec<Claim<'a>>,
    #[serde(borrow)]
    pub(crate) effective_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) ended_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) returned: Option<DelegationReturn<'a>>,
    #[serde(borrow, default)]
    pub(crate) evaluations: Vec<Evaluation<'a>>,
    pub(crate) includes_coercive_measures: Option<bool>,
    pub(crate) original_still_exercises: Option<bool>,
    #[serde(borrow)]
    pub(crate) division_of_cases: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct DelegationDecision<'a> {
    #[serde(borrow)]
    pub(crate) instrument: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) decided_by: Option<Borrowed<'a>>,
    pub(crate) level: Level,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(borrow)]
    pub(crate) date: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) published_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) url: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Mandate<'a> {
    #[serde(borrow)]
    pub(crate) matter: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) powers: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) from: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) until: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) published_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) url: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Claim<'a> {
    #[serde(borrow)]
    pub(crate) organization: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) claimed_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) published_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) url: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct DelegationReturn<'a> {
    #[serde(borrow)]
    pub(crate) on: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) decision: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) decided_by: Option<Borrowed<'a>>,
    pub(crate) level: Option<Level>,
}

#[derive(Deserialize)]
pub(crate) struct Evaluation<'a> {
    #[serde(borrow)]
    pub(crate) on: Borrowed<'a>,
    pub(crate) outcome: EvaluationOutcome,
}

#[derive(Deserialize)]
pub(crate) struct DirectoryEntry<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) instrument: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) number: Borrowed<'a>,
    pub(crate) power_type: Option<ItemType>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(default)]
    pub(crate) levels: Vec<Level>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct Header<'a> {
    #[serde(borrow)]
    pub(crate) schema_version: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) title: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) division: Borrowed<'a>,
    pub(crate) level: Level,
    #[serde(default)]
    pub(crate) covers_levels: Vec<Level>,
    #[serde(borrow)]
    pub(crate) publisher: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) edition: Option<CatalogEdition<'a>>,
    #[serde(default)]
    pub(crate) covers: Vec<Kind>,
    #[serde(borrow, default)]
    pub(crate) not_held: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) retired_codes: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) sources: Vec<SourceFile<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct CatalogEdition<'a> {
    #[serde(borrow)]
    pub(crate) label: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) issued_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) effective_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) supersedes: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct SourceFile<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) file: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) sheet: Option<Borrowed<'a>>,
    pub(crate) columns: Option<IgnoredAny>,
    #[serde(borrow)]
    pub(crate) url: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) retrieved_on: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct LegalInstrument<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) title: Borrowed<'a>,
    pub(crate) rank: LegalRank,
    #[serde(borrow)]
    pub(crate) document_number: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) issued_by: Option<Borrowed<'a>>,
    pub(crate) issuer_level: Option<Level>,
    #[serde(borrow)]
    pub(crate) published_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) effective_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) valid_until: Option<Borrowed<'a>>,
    pub(crate) status: InstrumentStatus,
    #[serde(borrow)]
    pub(crate) ended_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) superseded_by: Option<Borrowed<'a>>,
    pub(crate) last_article: Option<NonZeroU16>,
    #[serde(borrow)]
    pub(crate) review: Option<InstrumentReview<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct InstrumentReview<'a> {
    #[serde(borrow)]
    pub(crate) on: Borrowed<'a>,
    pub(crate) outcome: ReviewOutcome,
}

#[derive(Deserialize)]
pub(crate) struct License<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) identifier: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) license_type: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) issuer: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) issued_on: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) valid_from: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) valid_until: Option<Borrowed<'a>>,
    pub(crate) version: Option<NonZeroU16>,
    pub(crate) status: LicenseStatus,
    #[serde(borrow, default)]
    pub(crate) status_history: Vec<StatusChange<'a>>,
    #[serde(borrow)]
    pub(crate) seal: Option<Seal<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct StatusChange<'a> {
    pub(crate) status: LicenseStatus,
    #[serde(borrow)]
    pub(crate) on: Borrowed<'a>,
}

#[derive(Deserialize)]
pub(crate) struct Seal<'a> {
    pub(crate) sealed: bool,
    #[serde(borrow)]
    pub(crate) sealed_on: Option<Borrowed<'a>>,
    pub(crate) verified: Option<bool>,
}

#[derive(Deserialize)]
pub(crate) struct LicenseLink<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) service_item: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) material: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) license_type: Option<Borrowed<'a>>,
    pub(crate) mode: SubstitutionMode,
    pub(crate) state: LinkState,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct LicenseType<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) code: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) defining_body: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) issuer: Option<Borrowed<'a>>,
    pub(crate) sealed_available: Option<bool>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct LicensingItem<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) code: Option<Borrowed<'a>>,
    pub(crate) item_level: ItemLevel,
    #[serde(borrow)]
    pub(crate) parent: Option<Borrowed<'a>>,
    pub(crate) license_class: Option<LicenseClass>,
    #[serde(borrow)]
    pub(crate) competent_department: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) authorities: Vec<Authority<'a>>,
    #[serde(borrow, default)]
    pub(crate) set_by: Vec<Citation<'a>>,
    #[serde(borrow, default)]
    pub(crate) implemented_under: Vec<Citation<'a>>,
    #[serde(default)]
    pub(crate) levels: Vec<Level>,
    #[serde(default)]
    pub(crate) audience: Vec<Audience>,
    #[serde(borrow, default)]
    pub(crate) statutory_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) promised_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) extension_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) first_review_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) delivery_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow)]
    pub(crate) joint_handling: Option<JointHandling<'a>>,
    #[serde(borrow, default)]
    pub(crate) special_procedures: Vec<SpecialProcedure<'a>>,
    #[serde(borrow, default)]
    pub(crate) procedure: Vec<Step<'a>>,
    #[serde(borrow, default)]
    pub(crate) conditions: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) prerequisites: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) materials: Vec<Material<'a>>,
    #[serde(borrow, default)]
    pub(crate) intermediary_services: Vec<IntermediaryService<'a>>,
    pub(crate) charges_fee: Option<bool>,
    #[serde(borrow, default)]
    pub(crate) fees: Vec<Fee<'a>>,
    #[serde(borrow)]
    pub(crate) quantity_limit: Option<QuantityLimit<'a>>,
    #[serde(borrow)]
    pub(crate) license_validity: Option<LicenseValidity<'a>>,
    #[serde(borrow)]
    pub(crate) result: Option<ServiceResult<'a>>,
    #[serde(borrow, default)]
    pub(crate) supervisors: Vec<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) superior_item: Option<Borrowed<'a>>,
    pub(crate) status: Option<ItemStatus>,
    #[serde(borrow)]
    pub(crate) period: Option<ItemPeriod<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct JointHandling<'a> {
    pub(crate) kind: JointHandlingKind,
    #[serde(borrow)]
    pub(crate) limit: Option<TimeLimit<'a>>,
    #[serde(borrow)]
    pub(crate) extension: Option<TimeLimit<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct QuantityLimit<'a> {
    #[serde(borrow)]
    pub(crate) limit: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct LicenseValidity<'a> {
    #[serde(borrow)]
    pub(crate) period: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) territory: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) renewal_lead_time: Option<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct TimeLimit<'a> {
    pub(crate) amount: NonZeroU16,
    pub(crate) unit: TimeUnit,
    #[serde(borrow)]
    pub(crate) branch: Option<Branch<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(borrow)]
    pub(crate) note: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Branch<'a> {
    pub(crate) commitment: Option<bool>,
    pub(crate) channel: Option<Channel>,
    #[serde(borrow)]
    pub(crate) note: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Organization<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow, default)]
    pub(crate) aliases: Vec<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) credit_code: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) organization_code: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) division: Option<Borrowed<'a>>,
    pub(crate) level: Option<Level>,
    pub(crate) kind: OrganizationKind,
    #[serde(borrow)]
    pub(crate) parent: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) concentration: Option<Concentration<'a>>,
    pub(crate) manages_public_affairs: Option<bool>,
    pub(crate) enforcement_body_confirmed: Option<bool>,
    #[serde(borrow)]
    pub(crate) abolished: Option<Abolition<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct Abolition<'a> {
    #[serde(borrow)]
    pub(crate) on: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) successor: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Concentration<'a> {
    #[serde(borrow)]
    pub(crate) decided_by: Option<Borrowed<'a>>,
    pub(crate) level: Option<Level>,
    #[serde(borrow)]
    pub(crate) decision: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Authority<'a> {
    #[serde(borrow)]
    pub(crate) organization: Borrowed<'a>,
    pub(crate) role: AuthorityRole,
    pub(crate) nature: Option<BodyNature>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(borrow)]
    pub(crate) entrusted_by: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Material<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    pub(crate) kind: MaterialKind,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    pub(crate) necessity: Option<MaterialNecessity>,
    pub(crate) form: Option<MaterialForm>,
    pub(crate) obtained_from: Option<MaterialOrigin>,
    #[serde(borrow)]
    pub(crate) license_type: Option<Borrowed<'a>>,
    pub(crate) exempt: Option<bool>,
}

#[derive(Deserialize)]
pub(crate) struct IntermediaryService<'a> {
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(borrow)]
    pub(crate) provider: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) limit: Option<TimeLimit<'a>>,
    pub(crate) charges_fee: Option<bool>,
}

#[derive(Deserialize)]
pub(crate) struct Fee<'a> {
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    pub(crate) kind: Option<FeeKind>,
    #[serde(borrow)]
    pub(crate) standard: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    pub(crate) reducible: Option<bool>,
}

#[derive(Deserialize)]
pub(crate) struct SpecialProcedure<'a> {
    pub(crate) kind: SpecialProcedureKind,
    pub(crate) days: Option<u16>,
    pub(crate) unit: Option<TimeUnit>,
    pub(crate) counted_in_limit: Option<bool>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Step<'a> {
    pub(crate) stage: Stage,
    #[serde(borrow)]
    pub(crate) content: Borrowed<'a>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct ServiceResult<'a> {
    pub(crate) kind: ResultKind,
    #[serde(borrow)]
    pub(crate) name: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) license_type: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct ItemPeriod<'a> {
    #[serde(borrow)]
    pub(crate) from: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) until: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct PowerItem<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) code: Option<Borrowed<'a>>,
    pub(crate) item_level: ItemLevel,
    #[serde(borrow)]
    pub(crate) parent: Option<Borrowed<'a>>,
    pub(crate) power_type: ItemType,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(borrow)]
    pub(crate) competent_department: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) authorities: Vec<Authority<'a>>,
    #[serde(default)]
    pub(crate) levels: Vec<Level>,
    #[serde(borrow)]
    pub(crate) scope: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) duties: Option<Borrowed<'a>>,
    pub(crate) power_source: Option<PowerSource>,
    pub(crate) initiation: Option<Initiation>,
    #[serde(borrow, default)]
    pub(crate) prerequisites: Vec<Borrowed<'a>>,
    pub(crate) summary_procedure: Option<bool>,
    #[serde(borrow, default)]
    pub(crate) responsibilities: Vec<Step<'a>>,
    #[serde(borrow, default)]
    pub(crate) accountability: Vec<Accountability<'a>>,
    #[serde(borrow)]
    pub(crate) supervision: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) remedies: Vec<Remedy<'a>>,
    #[serde(borrow, default)]
    pub(crate) penalties: Vec<Penalty<'a>>,
    #[serde(borrow, default)]
    pub(crate) discretion: Vec<Discretion<'a>>,
    #[serde(borrow, default)]
    pub(crate) coercion: Vec<Coercion<'a>>,
    #[serde(borrow, default)]
    pub(crate) limits: Vec<TimeLimit<'a>>,
    #[serde(borrow)]
    pub(crate) licensing_item: Option<Borrowed<'a>>,
    pub(crate) status: Option<ItemStatus>,
    #[serde(borrow)]
    pub(crate) period: Option<ItemPeriod<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct Accountability<'a> {
    #[serde(borrow)]
    pub(crate) subject: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) circumstance: Borrowed<'a>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Penalty<'a> {
    pub(crate) kind: PenaltyKind,
    #[serde(borrow)]
    pub(crate) range: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) maximum: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Coercion<'a> {
    pub(crate) measure: CoercionKind,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    #[serde(borrow)]
    pub(crate) limit: Option<TimeLimit<'a>>,
    #[serde(borrow)]
    pub(crate) extension: Option<TimeLimit<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Remedy<'a> {
    pub(crate) kind: RemedyKind,
    #[serde(borrow)]
    pub(crate) text: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Discretion<'a> {
    #[serde(borrow)]
    pub(crate) circumstance: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) range: Borrowed<'a>,
}

#[derive(Deserialize)]
pub(crate) struct PublishedFigure<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) statement: Borrowed<'a>,
    pub(crate) metric: Option<Metric>,
    pub(crate) measure: Measure,
    #[serde(borrow)]
    pub(crate) counts: Option<Counts<'a>>,
    #[serde(borrow)]
    pub(crate) scope: Option<FigureScope<'a>>,
    #[serde(borrow)]
    pub(crate) value: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) numerator: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) total: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) parts: Vec<FigurePart<'a>>,
    #[serde(borrow, default)]
    pub(crate) of_which: Vec<FigureSubset<'a>>,
    #[serde(borrow)]
    pub(crate) definition: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) source_url: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) as_of: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct Counts<'a> {
    pub(crate) kind: Option<Kind>,
    #[serde(borrow)]
    pub(crate) subject: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) unit: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct FigureScope<'a> {
    pub(crate) level: Option<Level>,
    #[serde(borrow)]
    pub(crate) organization: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) division: Option<Borrowed<'a>>,
    pub(crate) item_type: Option<ItemType>,
}

#[derive(Deserialize)]
pub(crate) struct FigurePart<'a> {
    #[serde(borrow)]
    pub(crate) label: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) value: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) counts: Option<Counts<'a>>,
    #[serde(borrow)]
    pub(crate) scope: Option<FigureScope<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct FigureSubset<'a> {
    #[serde(borrow)]
    pub(crate) label: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) value: Borrowed<'a>,
}

#[derive(Deserialize)]
pub(crate) struct ServiceItem<'a> {
    #[serde(borrow)]
    pub(crate) id: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) name: Borrowed<'a>,
    #[serde(borrow)]
    pub(crate) base_code: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) implementation_code: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) business_code: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) local_codes: Vec<Borrowed<'a>>,
    pub(crate) item_level: ItemLevel,
    #[serde(borrow)]
    pub(crate) parent: Option<Borrowed<'a>>,
    pub(crate) service_type: ItemType,
    #[serde(borrow)]
    pub(crate) organization: Borrowed<'a>,
    pub(crate) body_nature: Option<BodyNature>,
    pub(crate) power_source: Option<PowerSource>,
    #[serde(borrow)]
    pub(crate) entrusted_by: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) power_item: Option<Borrowed<'a>>,
    #[serde(borrow)]
    pub(crate) licensing_item: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) basis: Vec<Citation<'a>>,
    pub(crate) initiation: Option<Initiation>,
    #[serde(default)]
    pub(crate) audience: Vec<Audience>,
    pub(crate) handling: Option<Handling>,
    #[serde(borrow, default)]
    pub(crate) statutory_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) promised_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) extension_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) first_review_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow, default)]
    pub(crate) delivery_limits: Vec<TimeLimit<'a>>,
    #[serde(borrow)]
    pub(crate) online: Option<Online<'a>>,
    pub(crate) visits: Option<u8>,
    #[serde(borrow)]
    pub(crate) visit_reason: Option<Borrowed<'a>>,
    #[serde(default)]
    pub(crate) channels: Vec<Channel>,
    #[serde(borrow, default)]
    pub(crate) prerequisites: Vec<Borrowed<'a>>,
    #[serde(borrow, default)]
    pub(crate) materials: Vec<Material<'a>>,
    #[serde(borrow, default)]
    pub(crate) intermediary_services: Vec<IntermediaryService<'a>>,
    pub(crate) charges_fee: Option<bool>,
    #[serde(borrow, default)]
    pub(crate) fees: Vec<Fee<'a>>,
    #[serde(borrow, default)]
    pub(crate) special_procedures: Vec<SpecialProcedure<'a>>,
    #[serde(borrow, default)]
    pub(crate) procedure: Vec<Step<'a>>,
    #[serde(borrow)]
    pub(crate) result: Option<ServiceResult<'a>>,
    pub(crate) status: Option<ItemStatus>,
    #[serde(borrow)]
    pub(crate) period: Option<ItemPeriod<'a>>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) extensions: Option<IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct Online<'a> {
    pub(crate) available: bool,
    pub(crate) full: Option<bool>,
    #[serde(default)]
    pub(crate) depth: Vec<OnlineDepth>,
    #[serde(borrow)]
    pub(crate) url: Option<Borrowed<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Source<'a> {
    #[serde(borrow)]
    pub(crate) source: Borrowed<'a>,
    pub(crate) row: Option<NonZeroU32>,
    pub(crate) rows: Option<IgnoredAny>,
}

/// A document.
#[derive(Deserialize)]
pub(crate) struct Catalog<'a> {
    #[serde(borrow)]
    pub(crate) header: Header<'a>,
    #[serde(borrow, default)]
    pub(crate) organizations: Vec<Organization<'a>>,
    #[serde(borrow, default)]
    pub(crate) legal_instruments: Vec<LegalInstrument<'a>>,
    #[serde(borrow, default)]
    pub(crate) directory_entries: Vec<DirectoryEntry<'a>>,
    #[serde(borrow, default)]
    pub(crate) license_types: Vec<LicenseType<'a>>,
    #[serde(borrow, default)]
    pub(crate) licensing_items: Vec<LicensingItem<'a>>,
    #[serde(borrow, default)]
    pub(crate) power_items: Vec<PowerItem<'a>>,
    #[serde(borrow, default)]
    pub(crate) service_items: Vec<ServiceItem<'a>>,
    #[serde(borrow, default)]
    pub(crate) delegations: Vec<Delegation<'a>>,
    #[serde(borrow, default)]
    pub(crate) license_links: Vec<LicenseLink<'a>>,
    #[serde(borrow, default)]
    pub(crate) licenses: Vec<License<'a>>,
    #[serde(borrow, default)]
    pub(crate) bundles: Vec<Bundle<'a>>,
    #[serde(borrow, default)]
    pub(crate) adjustments: Vec<Adjustment<'a>>,
    #[serde(borrow, default)]
    pub(crate) published_figures: Vec<PublishedFigure<'a>>,
}

impl Catalog<'_> {
    /// How many records of each kind there are.
    pub(crate) fn counts(&self) -> BTreeMap<Kind, usize> {
        BTreeMap::from([
            (Kind::Organization, self.organizations.len()),
            (Kind::LegalInstrument, self.legal_instruments.len()),
            (Kind::DirectoryEntry, self.directory_entries.len()),
            (Kind::LicenseType, self.license_types.len()),
            (Kind::LicensingItem, self.licensing_items.len()),
            (Kind::PowerItem, self.power_items.len()),
            (Kind::ServiceItem, self.service_items.len()),
            (Kind::Delegation, self.delegations.len()),
            (Kind::LicenseLink, self.license_links.len()),
            (Kind::License, self.licenses.len()),
            (Kind::Bundle, self.bundles.len()),
            (Kind::Adjustment, self.adjustments.len()),
            (Kind::PublishedFigure, self.published_figures.len()),
        ])
    }
}

/// A line of NDJSON.
#[derive(Deserialize)]
pub(crate) enum Line<'a> {
    #[serde(rename = "header", borrow)]
    Header(Box<Header<'a>>),
    #[serde(rename = "organization", borrow)]
    Organization(Box<Organization<'a>>),
    #[serde(rename = "legal_instrument", borrow)]
    LegalInstrument(Box<LegalInstrument<'a>>),
    #[serde(rename = "directory_entry", borrow)]
    DirectoryEntry(Box<DirectoryEntry<'a>>),
    #[serde(rename = "license_type", borrow)]
    LicenseType(Box<LicenseType<'a>>),
    #[serde(rename = "licensing_item", borrow)]
    LicensingItem(Box<LicensingItem<'a>>),
    #[serde(rename = "power_item", borrow)]
    PowerItem(Box<PowerItem<'a>>),
    #[serde(rename = "service_item", borrow)]
    ServiceItem(Box<ServiceItem<'a>>),
    #[serde(rename = "delegation", borrow)]
    Delegation(Box<Delegation<'a>>),
    #[serde(rename = "license_link", borrow)]
    LicenseLink(Box<LicenseLink<'a>>),
    #[serde(rename = "license", borrow)]
    License(Box<License<'a>>),
    #[serde(rename = "bundle", borrow)]
    Bundle(Box<Bundle<'a>>),
    #[serde(rename = "adjustment", borrow)]
    Adjustment(Box<Adjustment<'a>>),
    #[serde(rename = "published_figure", borrow)]
    PublishedFigure(Box<PublishedFigure<'a>>),
}

impl Line<'_> {
    /// The kind of the record; none for a header.
    pub(crate) fn kind(&self) -> Option<Kind> {
        match self {
            Self::Header(_) => None,
            Self::Organization(_) => Some(Kind::Organization),
            Self::LegalInstrument(_) => Some(Kind::LegalInstrument),
            Self::DirectoryEntry(_) => Some(Kind::DirectoryEntry),
            Self::LicenseType(_) => Some(Kind::LicenseType),
            Self::LicensingItem(_) => Some(Kind::LicensingItem),
            Self::PowerItem(_) => Some(Kind::PowerItem),
            Self::ServiceItem(_) => Some(Kind::ServiceItem),
            Self::Delegation(_) => Some(Kind::Delegation),
            Self::LicenseLink(_) => Some(Kind::LicenseLink),
            Self::License(_) => Some(Kind::License),
            Self::Bundle(_) => Some(Kind::Bundle),
            Self::Adjustment(_) => Some(Kind::Adjustment),
            Self::PublishedFigure(_) => Some(Kind::PublishedFigure),
        }
    }
}
