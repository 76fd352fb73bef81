//! Written from the JSON Schema by `cargo run --all-features --example regenerate`; not edited by hand.

use super::{
    Field, Form, Object, Shape, Table, DATE, DECIMAL, ID, ITEM_REF, TEXT, VERSION, code, open, reference,
};
use crate::code::CodeScheme;
use crate::model::Kind;

/// The shapes of everything that is read.
pub(crate) static TABLE: Table = Table {
    header: Shape::some(Form::Object(&HEADER)),
    records: [
        Shape::some(Form::Object(&ORGANIZATION)),
        Shape::some(Form::Object(&LEGAL_INSTRUMENT)),
        Shape::some(Form::Object(&DIRECTORY_ENTRY)),
        Shape::some(Form::Object(&LICENSE_TYPE)),
        Shape::some(Form::Object(&LICENSING_ITEM)),
        Shape::some(Form::Object(&POWER_ITEM)),
        Shape::some(Form::Object(&SERVICE_ITEM)),
        Shape::some(Form::Object(&DELEGATION)),
        Shape::some(Form::Object(&LICENSE_LINK)),
        Shape::some(Form::Object(&LICENSE)),
        Shape::some(Form::Object(&BUNDLE)),
        Shape::some(Form::Object(&ADJUSTMENT)),
        Shape::some(Form::Object(&PUBLISHED_FIGURE)),
    ],
    guesses: 459,
};

static ABOLITION: Object = Object::new(40, &[
    Field::required("on", Shape::some(DATE)),
    Field::optional("successor", Shape::maybe(reference(Kind::Organization))),
]);

static ACCOUNTABILITY: Object = Object::new(240, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::required("circumstance", Shape::some(TEXT)),
    Field::optional("subject", Shape::maybe(TEXT)),
]);

static ADJUSTMENT: Object = Object::new(410, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("decided_by", Shape::maybe(reference(Kind::Organization))),
    Field::optional("decided_on", Shape::maybe(DATE)),
    Field::optional("decision", Shape::maybe(TEXT)),
    Field::optional("effective_on", Shape::maybe(DATE)),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::optional("from", Shape::maybe(Form::Array(&Shape::some(ITEM_REF)))),
    Field::required("id", Shape::some(ID)),
    Field::required("item_kind", Shape::some(Form::List(&["organization", "legal_instrument", "directory_entry", "license_type", "licensing_item", "power_item", "service_item", "delegation", "license_link", "license", "bundle", "adjustment", "published_figure"]))),
    Field::optional("name", Shape::maybe(TEXT)),
    Field::required("operation", Shape::some(Form::List(&["add", "cancel", "devolve", "take_over", "entrust", "take_back", "merge", "split", "rename", "change_basis", "change_type", "change_body"]))),
    Field::optional("published_on", Shape::maybe(DATE)),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::optional("to", Shape::maybe(Form::Array(&Shape::some(ITEM_REF)))),
]);

static ARTICLE_REF: Object = Object::new(58, &[
    Field::required("article", Shape::some(Form::Integer { min: 1, max: 65_535 })),
    Field::optional("inserted", Shape::maybe(Form::Integer { min: 1, max: 65_535 })),
    Field::optional("item", Shape::maybe(Form::Integer { min: 1, max: 65_535 })),
    Field::optional("paragraph", Shape::maybe(Form::Integer { min: 1, max: 65_535 })),
    Field::optional("point", Shape::maybe(Form::Integer { min: 1, max: 65_535 })),
]);

static AUTHORITY: Object = Object::new(143, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("entrusted_by", Shape::maybe(reference(Kind::Organization))),
    Field::optional("nature", Shape::maybe(Form::List(&["statutory", "authorized", "entrusted"]))),
    Field::required("organization", Shape::some(reference(Kind::Organization))),
    Field::required("role", Shape::some(Form::List(&["decide", "accept", "first_review", "undertake", "joint", "entrusted"]))),
]);

static BRANCH: Object = Object::new(155, &[
    Field::optional("channel", Shape::maybe(Form::List(&["window", "online", "courier"]))),
    Field::optional("commitment", Shape::maybe(Form::Boolean)),
    Field::optional("note", Shape::maybe(TEXT)),
]);

static BUNDLE: Object = Object::new(388, &[
    Field::optional("after", Shape::maybe(Form::Object(&EFFORT))),
    Field::optional("before", Shape::maybe(Form::Object(&EFFORT))),
    Field::optional("channels", Shape::maybe(Form::Object(&BUNDLE_CHANNELS))),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::optional("items", Shape::maybe(Form::Array(&Shape::some(Form::Object(&BUNDLE_ITEM))))),
    Field::required("lead", Shape::some(reference(Kind::Organization))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("partners", Shape::maybe(Form::Array(&Shape::some(reference(Kind::Organization))))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::optional("standardized", Shape::maybe(Form::Boolean)),
]);

static BUNDLE_CHANNELS: Object = Object::new(404, &[
    Field::required("offline", Shape::some(Form::Boolean)),
    Field::required("online", Shape::some(Form::Boolean)),
]);

static BUNDLE_ITEM: Object = Object::new(407, &[
    Field::required("required", Shape::some(Form::Boolean)),
    Field::required("service_item", Shape::some(reference(Kind::ServiceItem))),
]);

static CITATION: Object = Object::new(48, &[
    Field::optional("articles", Shape::maybe(Form::Array(&Shape::some(Form::Object(&ARTICLE_REF))))),
    Field::optional("clauses", Shape::maybe(Form::Array(&Shape::some(TEXT)))),
    Field::optional("document_number", Shape::maybe(TEXT)),
    Field::optional("instrument", Shape::maybe(reference(Kind::LegalInstrument))),
    Field::optional("quote", Shape::maybe(TEXT)),
    Field::optional("rank", Shape::maybe(Form::List(&["constitution", "law", "administrative_regulation", "state_council_decision", "local_regulation", "autonomous_regulation", "special_zone_regulation", "departmental_rule", "provincial_rule", "municipal_rule", "normative_document", "party_regulation", "staffing_document", "standard", "regulation", "rule"]))),
    Field::optional("text", Shape::maybe(TEXT)),
    Field::optional("title", Shape::maybe(TEXT)),
    Field::optional("version_dates", Shape::maybe(Form::Array(&Shape::some(DATE)))),
]);

static CLAIM: Object = Object::new(328, &[
    Field::optional("claimed_on", Shape::maybe(DATE)),
    Field::required("organization", Shape::some(reference(Kind::Organization))),
    Field::optional("published_on", Shape::maybe(DATE)),
    Field::optional("url", Shape::maybe(TEXT)),
]);

static COERCION: Object = Object::new(244, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("extension", Shape::maybe(Form::Object(&TIME_LIMIT))),
    Field::optional("limit", Shape::maybe(Form::Object(&TIME_LIMIT))),
    Field::required("measure", Shape::some(Form::List(&["restriction_of_liberty", "sealing", "seizure", "freezing", "other_measure", "additional_fine", "late_fee", "transfer_of_deposits", "sale", "removal_of_obstruction", "substitute_performance", "forced_demolition", "court_application", "other_execution"]))),
]);

static CONCENTRATION: Object = Object::new(43, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("decided_by", Shape::maybe(reference(Kind::Organization))),
    Field::optional("decision", Shape::maybe(TEXT)),
    Field::optional("level", Shape::maybe(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))),
]);

static COUNTS: Object = Object::new(442, &[
    Field::optional("kind", Shape::maybe(Form::List(&["organization", "legal_instrument", "directory_entry", "license_type", "licensing_item", "power_item", "service_item", "delegation", "license_link", "license", "bundle", "adjustment", "published_figure"]))),
    Field::optional("subject", Shape::maybe(TEXT)),
    Field::optional("unit", Shape::maybe(open(&["main_item", "sub_item", "business_item", "implementation_item", "material", "organization", "license", "bundle", "document", "provision"]))),
]);

static DELEGATION: Object = Object::new(306, &[
    Field::optional("claims", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CLAIM))))),
    Field::optional("decision", Shape::maybe(Form::Object(&DELEGATION_DECISION))),
    Field::optional("directory_entry", Shape::maybe(reference(Kind::DirectoryEntry))),
    Field::optional("division_of_cases", Shape::maybe(TEXT)),
    Field::optional("effective_on", Shape::maybe(DATE)),
    Field::optional("ended_on", Shape::maybe(DATE)),
    Field::optional("evaluations", Shape::maybe(Form::Array(&Shape::some(Form::Object(&EVALUATION))))),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("from", Shape::some(reference(Kind::Organization))),
    Field::required("id", Shape::some(ID)),
    Field::optional("includes_coercive_measures", Shape::maybe(Form::Boolean)),
    Field::optional("mandate", Shape::maybe(Form::Object(&MANDATE))),
    Field::required("mode", Shape::some(Form::List(&["transfer", "authorize", "entrust", "dispatch"]))),
    Field::optional("name", Shape::maybe(TEXT)),
    Field::optional("original_still_exercises", Shape::maybe(Form::Boolean)),
    Field::optional("parent", Shape::maybe(reference(Kind::Delegation))),
    Field::required("power_item", Shape::some(reference(Kind::PowerItem))),
    Field::optional("returned", Shape::maybe(Form::Object(&DELEGATION_RETURN))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::optional("to", Shape::maybe(Form::Array(&Shape::some(reference(Kind::Organization))))),
    Field::optional("to_all_townships", Shape::maybe(Form::Boolean)),
]);

static DELEGATION_DECISION: Object = Object::new(333, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("date", Shape::maybe(DATE)),
    Field::optional("decided_by", Shape::maybe(reference(Kind::Organization))),
    Field::optional("instrument", Shape::maybe(reference(Kind::LegalInstrument))),
    Field::required("level", Shape::some(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))),
    Field::optional("published_on", Shape::maybe(DATE)),
    Field::optional("url", Shape::maybe(TEXT)),
]);

static DELEGATION_RETURN: Object = Object::new(351, &[
    Field::optional("decided_by", Shape::maybe(reference(Kind::Organization))),
    Field::optional("decision", Shape::maybe(reference(Kind::LegalInstrument))),
    Field::optional("level", Shape::maybe(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))),
    Field::required("on", Shape::some(DATE)),
]);

static DIRECTORY_ENTRY: Object = Object::new(88, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::required("instrument", Shape::some(reference(Kind::LegalInstrument))),
    Field::optional("levels", Shape::maybe(Form::Array(&Shape::some(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))))),
    Field::required("name", Shape::some(TEXT)),
    Field::required("number", Shape::some(TEXT)),
    Field::optional("power_type", Shape::maybe(Form::List(&["licensing", "penalty", "coercive_measure", "coercive_execution", "coercion", "levy", "requisition", "payment", "inspection", "confirmation", "reward", "adjudication", "other_power", "filing", "public_service"]))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
]);

static DISCRETION: Object = Object::new(249, &[
    Field::required("circumstance", Shape::some(TEXT)),
    Field::required("range", Shape::some(TEXT)),
]);

static EDITION: Object = Object::new(12, &[
    Field::optional("effective_on", Shape::maybe(DATE)),
    Field::optional("issued_on", Shape::maybe(DATE)),
    Field::required("label", Shape::some(TEXT)),
    Field::optional("supersedes", Shape::maybe(TEXT)),
]);

static EFFORT: Object = Object::new(400, &[
    Field::optional("limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("materials", Shape::maybe(Form::Integer { min: 0, max: 65_535 })),
    Field::optional("visits", Shape::maybe(Form::Integer { min: 0, max: 255 })),
]);

static EVALUATION: Object = Object::new(341, &[
    Field::required("on", Shape::some(DATE)),
    Field::required("outcome", Shape::some(Form::List(&["keep", "adjust", "take_back"]))),
]);

static FEE: Object = Object::new(159, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("kind", Shape::maybe(Form::List(&["administrative", "service", "resource", "levy", "other"]))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("reducible", Shape::maybe(Form::Boolean)),
    Field::optional("standard", Shape::maybe(TEXT)),
]);

static FIGURE_PART: Object = Object::new(449, &[
    Field::optional("counts", Shape::maybe(Form::Object(&COUNTS))),
    Field::required("label", Shape::some(TEXT)),
    Field::optional("scope", Shape::maybe(Form::Object(&FIGURE_SCOPE))),
    Field::required("value", Shape::some(DECIMAL)),
]);

static FIGURE_SCOPE: Object = Object::new(454, &[
    Field::optional("division", Shape::maybe(code(CodeScheme::DivisionCode))),
    Field::optional("item_type", Shape::maybe(Form::List(&["licensing", "penalty", "coercive_measure", "coercive_execution", "coercion", "levy", "requisition", "payment", "inspection", "confirmation", "reward", "adjudication", "other_power", "filing", "public_service"]))),
    Field::optional("level", Shape::maybe(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))),
    Field::optional("organization", Shape::maybe(reference(Kind::Organization))),
]);

static FIGURE_SUBSET: Object = Object::new(446, &[
    Field::required("label", Shape::some(TEXT)),
    Field::required("value", Shape::some(DECIMAL)),
]);

static HEADER: Object = Object::new(0, &[
    Field::optional("covers", Shape::maybe(Form::Array(&Shape::some(Form::List(&["organization", "legal_instrument", "directory_entry", "license_type", "licensing_item", "power_item", "service_item", "delegation", "license_link", "license", "bundle", "adjustment", "published_figure"]))))),
    Field::optional("covers_levels", Shape::maybe(Form::Array(&Shape::some(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))))),
    Field::required("division", Shape::some(code(CodeScheme::DivisionCode))),
    Field::optional("edition", Shape::maybe(Form::Object(&EDITION))),
    Field::required("level", Shape::some(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))),
    Field::optional("not_held", Shape::maybe(Form::Array(&Shape::some(TEXT)))),
    Field::optional("publisher", Shape::maybe(TEXT)),
    Field::optional("retired_codes", Shape::maybe(Form::Array(&Shape::some(code(CodeScheme::ItemCode))))),
    Field::required("schema_version", Shape::some(VERSION)),
    Field::optional("sources", Shape::maybe(Form::Array(&Shape::some(Form::Object(&SOURCE_FILE))))),
    Field::required("title", Shape::some(TEXT)),
]);

static INSTRUMENT_REVIEW: Object = Object::new(85, &[
    Field::required("on", Shape::some(DATE)),
    Field::required("outcome", Shape::some(Form::List(&["in_force", "amended", "lapsed", "abolished"]))),
]);

static INTERMEDIARY_SERVICE: Object = Object::new(165, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("charges_fee", Shape::maybe(Form::Boolean)),
    Field::optional("limit", Shape::maybe(Form::Object(&TIME_LIMIT))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("provider", Shape::maybe(TEXT)),
]);

static JOINT_HANDLING: Object = Object::new(171, &[
    Field::optional("extension", Shape::maybe(Form::Object(&TIME_LIMIT))),
    Field::required("kind", Shape::some(Form::List(&["unified", "joint", "centralized"]))),
    Field::optional("limit", Shape::maybe(Form::Object(&TIME_LIMIT))),
]);

static LEGAL_INSTRUMENT: Object = Object::new(68, &[
    Field::optional("document_number", Shape::maybe(TEXT)),
    Field::optional("effective_on", Shape::maybe(DATE)),
    Field::optional("ended_on", Shape::maybe(DATE)),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::optional("issued_by", Shape::maybe(TEXT)),
    Field::optional("issuer_level", Shape::maybe(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))),
    Field::optional("last_article", Shape::maybe(Form::Integer { min: 1, max: 65_535 })),
    Field::optional("published_on", Shape::maybe(DATE)),
    Field::required("rank", Shape::some(Form::List(&["constitution", "law", "administrative_regulation", "state_council_decision", "local_regulation", "autonomous_regulation", "special_zone_regulation", "departmental_rule", "provincial_rule", "municipal_rule", "normative_document", "party_regulation", "staffing_document", "standard", "regulation", "rule"]))),
    Field::optional("review", Shape::maybe(Form::Object(&INSTRUMENT_REVIEW))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::required("status", Shape::some(Form::List(&["not_yet_in_force", "in_force", "superseded", "repealed", "lapsed", "unknown"]))),
    Field::optional("superseded_by", Shape::maybe(reference(Kind::LegalInstrument))),
    Field::required("title", Shape::some(TEXT)),
    Field::optional("valid_until", Shape::maybe(DATE)),
]);

static LICENSE: Object = Object::new(366, &[
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::required("identifier", Shape::some(code(CodeScheme::LicenseIdentifier))),
    Field::optional("issued_on", Shape::maybe(DATE)),
    Field::optional("issuer", Shape::maybe(reference(Kind::Organization))),
    Field::optional("license_type", Shape::maybe(reference(Kind::LicenseType))),
    Field::optional("name", Shape::maybe(TEXT)),
    Field::optional("seal", Shape::maybe(Form::Object(&SEAL))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::required("status", Shape::some(Form::List(&["valid", "suspended", "withdrawn", "annulled", "revoked", "cancelled", "expired"]))),
    Field::optional("status_history", Shape::maybe(Form::Array(&Shape::some(Form::Object(&STATUS_CHANGE))))),
    Field::optional("valid_from", Shape::maybe(DATE)),
    Field::optional("valid_until", Shape::maybe(DATE)),
    Field::optional("version", Shape::maybe(Form::Integer { min: 1, max: 65_535 })),
]);

static LICENSE_LINK: Object = Object::new(356, &[
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::optional("license_type", Shape::maybe(reference(Kind::LicenseType))),
    Field::required("material", Shape::some(ID)),
    Field::required("mode", Shape::some(Form::List(&["e_license", "data_sharing", "commitment", "department_check", "cancelled"]))),
    Field::optional("name", Shape::maybe(TEXT)),
    Field::required("service_item", Shape::some(reference(Kind::ServiceItem))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::required("state", Shape::some(Form::List(&["unlinked", "linked", "configured"]))),
]);

static LICENSE_TYPE: Object = Object::new(98, &[
    Field::optional("code", Shape::maybe(code(CodeScheme::LicenseTypeCode))),
    Field::optional("defining_body", Shape::maybe(TEXT)),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::optional("issuer", Shape::maybe(reference(Kind::Organization))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("sealed_available", Shape::maybe(Form::Boolean)),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
]);

static LICENSE_VALIDITY: Object = Object::new(175, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("period", Shape::maybe(TEXT)),
    Field::optional("renewal_lead_time", Shape::maybe(Form::Object(&TIME_LIMIT))),
    Field::optional("territory", Shape::maybe(TEXT)),
]);

static LICENSING_ITEM: Object = Object::new(107, &[
    Field::optional("audience", Shape::maybe(Form::Array(&Shape::some(Form::List(&["natural_person", "enterprise", "public_institution", "social_organization", "unincorporated_enterprise", "government_organ", "other_organization"]))))),
    Field::optional("authorities", Shape::maybe(Form::Array(&Shape::some(Form::Object(&AUTHORITY))))),
    Field::optional("charges_fee", Shape::maybe(Form::Boolean)),
    Field::optional("code", Shape::maybe(code(CodeScheme::ItemCode))),
    Field::optional("competent_department", Shape::maybe(reference(Kind::Organization))),
    Field::optional("conditions", Shape::maybe(Form::Array(&Shape::some(TEXT)))),
    Field::optional("delivery_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("extension_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::optional("fees", Shape::maybe(Form::Array(&Shape::some(Form::Object(&FEE))))),
    Field::optional("first_review_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::required("id", Shape::some(ID)),
    Field::optional("implemented_under", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("intermediary_services", Shape::maybe(Form::Array(&Shape::some(Form::Object(&INTERMEDIARY_SERVICE))))),
    Field::required("item_level", Shape::some(Form::List(&["main", "sub", "business"]))),
    Field::optional("joint_handling", Shape::maybe(Form::Object(&JOINT_HANDLING))),
    Field::optional("levels", Shape::maybe(Form::Array(&Shape::some(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))))),
    Field::optional("license_class", Shape::maybe(Form::List(&["ordinary", "concession", "accreditation", "verification", "registration"]))),
    Field::optional("license_validity", Shape::maybe(Form::Object(&LICENSE_VALIDITY))),
    Field::optional("materials", Shape::maybe(Form::Array(&Shape::some(Form::Object(&MATERIAL))))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("parent", Shape::maybe(reference(Kind::LicensingItem))),
    Field::optional("period", Shape::maybe(Form::Object(&PERIOD))),
    Field::optional("prerequisites", Shape::maybe(Form::Array(&Shape::some(TEXT)))),
    Field::optional("procedure", Shape::maybe(Form::Array(&Shape::some(Form::Object(&STEP))))),
    Field::optional("promised_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("quantity_limit", Shape::maybe(Form::Object(&QUANTITY_LIMIT))),
    Field::optional("result", Shape::maybe(Form::Object(&SERVICE_RESULT))),
    Field::optional("set_by", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::optional("special_procedures", Shape::maybe(Form::Array(&Shape::some(Form::Object(&SPECIAL_PROCEDURE))))),
    Field::optional("status", Shape::maybe(Form::List(&["in_use", "suspended", "cancelled"]))),
    Field::optional("statutory_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("superior_item", Shape::maybe(ID)),
    Field::optional("supervisors", Shape::maybe(Form::Array(&Shape::some(reference(Kind::Organization))))),
]);

static MANDATE: Object = Object::new(344, &[
    Field::optional("from", Shape::maybe(DATE)),
    Field::optional("matter", Shape::maybe(TEXT)),
    Field::optional("powers", Shape::maybe(TEXT)),
    Field::optional("published_on", Shape::maybe(DATE)),
    Field::optional("until", Shape::maybe(DATE)),
    Field::optional("url", Shape::maybe(TEXT)),
]);

static MATERIAL: Object = Object::new(180, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("exempt", Shape::maybe(Form::Boolean)),
    Field::optional("form", Shape::maybe(Form::List(&["paper", "electronic", "either"]))),
    Field::required("id", Shape::some(ID)),
    Field::required("kind", Shape::some(Form::List(&["form", "document", "proof"]))),
    Field::optional("license_type", Shape::maybe(reference(Kind::LicenseType))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("necessity", Shape::maybe(Form::List(&["required", "optional", "deferrable"]))),
    Field::optional("obtained_from", Shape::maybe(Form::List(&["applicant", "government_department", "other"]))),
]);

static ONLINE: Object = Object::new(301, &[
    Field::required("available", Shape::some(Form::Boolean)),
    Field::optional("depth", Shape::maybe(Form::Array(&Shape::some(Form::List(&["consultation", "submission", "pre_review", "acceptance", "processing", "result_feedback", "e_license_feedback"]))))),
    Field::optional("full", Shape::maybe(Form::Boolean)),
    Field::optional("url", Shape::maybe(TEXT)),
]);

static ORGANIZATION: Object = Object::new(24, &[
    Field::optional("abolished", Shape::maybe(Form::Object(&ABOLITION))),
    Field::optional("aliases", Shape::maybe(Form::Array(&Shape::some(TEXT)))),
    Field::optional("concentration", Shape::maybe(Form::Object(&CONCENTRATION))),
    Field::optional("credit_code", Shape::maybe(code(CodeScheme::CreditCode))),
    Field::optional("division", Shape::maybe(code(CodeScheme::DivisionCode))),
    Field::optional("enforcement_body_confirmed", Shape::maybe(Form::Boolean)),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::required("kind", Shape::some(Form::List(&["government", "department", "township_government", "subdistrict_office", "dispatched_agency", "vertical_agency", "party_organ", "public_institution", "mass_organization", "development_zone_committee", "association", "company", "village_committee", "internal_unit", "category", "individual", "other_body"]))),
    Field::optional("level", Shape::maybe(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))),
    Field::optional("manages_public_affairs", Shape::maybe(Form::Boolean)),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("organization_code", Shape::maybe(code(CodeScheme::OrganizationCode))),
    Field::optional("parent", Shape::maybe(reference(Kind::Organization))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
]);

static PENALTY: Object = Object::new(252, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::required("kind", Shape::some(Form::List(&["warning", "public_criticism", "fine", "confiscation_of_gains", "confiscation_of_property", "suspension_of_permit", "downgrade", "revocation_of_permit", "revocation_of_business_license", "restriction_of_operation", "suspension_of_business", "closure", "restriction_of_practice", "detention", "order_to_correct", "other"]))),
    Field::optional("maximum", Shape::maybe(DECIMAL)),
    Field::optional("range", Shape::maybe(TEXT)),
]);

static PERIOD: Object = Object::new(190, &[
    Field::optional("from", Shape::maybe(DATE)),
    Field::optional("until", Shape::maybe(DATE)),
]);

static POWER_ITEM: Object = Object::new(210, &[
    Field::optional("accountability", Shape::maybe(Form::Array(&Shape::some(Form::Object(&ACCOUNTABILITY))))),
    Field::optional("authorities", Shape::maybe(Form::Array(&Shape::some(Form::Object(&AUTHORITY))))),
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("code", Shape::maybe(code(CodeScheme::ItemCode))),
    Field::optional("coercion", Shape::maybe(Form::Array(&Shape::some(Form::Object(&COERCION))))),
    Field::optional("competent_department", Shape::maybe(reference(Kind::Organization))),
    Field::optional("discretion", Shape::maybe(Form::Array(&Shape::some(Form::Object(&DISCRETION))))),
    Field::optional("duties", Shape::maybe(TEXT)),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::optional("initiation", Shape::maybe(Form::List(&["on_application", "ex_officio"]))),
    Field::required("item_level", Shape::some(Form::List(&["main", "sub", "business"]))),
    Field::optional("levels", Shape::maybe(Form::Array(&Shape::some(Form::List(&["national", "provincial", "prefectural", "county", "township", "village"]))))),
    Field::optional("licensing_item", Shape::maybe(reference(Kind::LicensingItem))),
    Field::optional("limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("parent", Shape::maybe(reference(Kind::PowerItem))),
    Field::optional("penalties", Shape::maybe(Form::Array(&Shape::some(Form::Object(&PENALTY))))),
    Field::optional("period", Shape::maybe(Form::Object(&PERIOD))),
    Field::optional("power_source", Shape::maybe(Form::List(&["statutory", "devolved", "authorized_by_superior", "authorized_by_peer", "entrusted_by_superior", "entrusted_by_peer"]))),
    Field::required("power_type", Shape::some(Form::List(&["licensing", "penalty", "coercive_measure", "coercive_execution", "coercion", "levy", "requisition", "payment", "inspection", "confirmation", "reward", "adjudication", "other_power", "filing", "public_service"]))),
    Field::optional("prerequisites", Shape::maybe(Form::Array(&Shape::some(TEXT)))),
    Field::optional("remedies", Shape::maybe(Form::Array(&Shape::some(Form::Object(&REMEDY))))),
    Field::optional("responsibilities", Shape::maybe(Form::Array(&Shape::some(Form::Object(&STEP))))),
    Field::optional("scope", Shape::maybe(TEXT)),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::optional("status", Shape::maybe(Form::List(&["in_use", "suspended", "cancelled"]))),
    Field::optional("summary_procedure", Shape::maybe(Form::Boolean)),
    Field::optional("supervision", Shape::maybe(TEXT)),
]);

static PUBLISHED_FIGURE: Object = Object::new(425, &[
    Field::optional("as_of", Shape::maybe(DATE)),
    Field::optional("counts", Shape::maybe(Form::Object(&COUNTS))),
    Field::optional("definition", Shape::maybe(TEXT)),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::required("id", Shape::some(ID)),
    Field::required("measure", Shape::some(Form::List(&["count", "rate"]))),
    Field::optional("metric", Shape::maybe(open(&["items", "online", "fully_online", "immediate", "immediate_online", "at_most_one_visit", "no_visit", "promise_compression", "linked", "configured", "sealed", "claimed", "returned", "published", "online_and_offline", "standardized"]))),
    Field::optional("numerator", Shape::maybe(DECIMAL)),
    Field::optional("of_which", Shape::maybe(Form::Array(&Shape::some(Form::Object(&FIGURE_SUBSET))))),
    Field::optional("parts", Shape::maybe(Form::Array(&Shape::some(Form::Object(&FIGURE_PART))))),
    Field::optional("scope", Shape::maybe(Form::Object(&FIGURE_SCOPE))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::optional("source_url", Shape::maybe(TEXT)),
    Field::required("statement", Shape::some(TEXT)),
    Field::optional("total", Shape::maybe(DECIMAL)),
    Field::required("value", Shape::some(DECIMAL)),
]);

static QUANTITY_LIMIT: Object = Object::new(197, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("limit", Shape::maybe(TEXT)),
]);

static REMEDY: Object = Object::new(257, &[
    Field::required("kind", Shape::some(Form::List(&["administrative_review", "litigation", "other"]))),
    Field::optional("text", Shape::maybe(TEXT)),
]);

static SEAL: Object = Object::new(381, &[
    Field::required("sealed", Shape::some(Form::Boolean)),
    Field::optional("sealed_on", Shape::maybe(DATE)),
    Field::optional("verified", Shape::maybe(Form::Boolean)),
]);

static SERVICE_ITEM: Object = Object::new(260, &[
    Field::optional("audience", Shape::maybe(Form::Array(&Shape::some(Form::List(&["natural_person", "enterprise", "public_institution", "social_organization", "unincorporated_enterprise", "government_organ", "other_organization"]))))),
    Field::optional("base_code", Shape::maybe(code(CodeScheme::BaseCode))),
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("body_nature", Shape::maybe(Form::List(&["statutory", "authorized", "entrusted"]))),
    Field::optional("business_code", Shape::maybe(code(CodeScheme::BusinessCode))),
    Field::optional("channels", Shape::maybe(Form::Array(&Shape::some(Form::List(&["window", "online", "courier"]))))),
    Field::optional("charges_fee", Shape::maybe(Form::Boolean)),
    Field::optional("delivery_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("entrusted_by", Shape::maybe(reference(Kind::Organization))),
    Field::optional("extension_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("extensions", Shape::maybe(Form::Map(&Shape::maybe(Form::Any)))),
    Field::optional("fees", Shape::maybe(Form::Array(&Shape::some(Form::Object(&FEE))))),
    Field::optional("first_review_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("handling", Shape::maybe(Form::List(&["immediate", "promised"]))),
    Field::required("id", Shape::some(ID)),
    Field::optional("implementation_code", Shape::maybe(code(CodeScheme::ImplementationCode))),
    Field::optional("initiation", Shape::maybe(Form::List(&["on_application", "ex_officio"]))),
    Field::optional("intermediary_services", Shape::maybe(Form::Array(&Shape::some(Form::Object(&INTERMEDIARY_SERVICE))))),
    Field::required("item_level", Shape::some(Form::List(&["main", "sub", "business"]))),
    Field::optional("licensing_item", Shape::maybe(reference(Kind::LicensingItem))),
    Field::optional("local_codes", Shape::maybe(Form::Array(&Shape::some(code(CodeScheme::ItemCode))))),
    Field::optional("materials", Shape::maybe(Form::Array(&Shape::some(Form::Object(&MATERIAL))))),
    Field::required("name", Shape::some(TEXT)),
    Field::optional("online", Shape::maybe(Form::Object(&ONLINE))),
    Field::required("organization", Shape::some(reference(Kind::Organization))),
    Field::optional("parent", Shape::maybe(reference(Kind::ServiceItem))),
    Field::optional("period", Shape::maybe(Form::Object(&PERIOD))),
    Field::optional("power_item", Shape::maybe(reference(Kind::PowerItem))),
    Field::optional("power_source", Shape::maybe(Form::List(&["statutory", "devolved", "authorized_by_superior", "authorized_by_peer", "entrusted_by_superior", "entrusted_by_peer"]))),
    Field::optional("prerequisites", Shape::maybe(Form::Array(&Shape::some(TEXT)))),
    Field::optional("procedure", Shape::maybe(Form::Array(&Shape::some(Form::Object(&STEP))))),
    Field::optional("promised_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("result", Shape::maybe(Form::Object(&SERVICE_RESULT))),
    Field::required("service_type", Shape::some(Form::List(&["licensing", "penalty", "coercive_measure", "coercive_execution", "coercion", "levy", "requisition", "payment", "inspection", "confirmation", "reward", "adjudication", "other_power", "filing", "public_service"]))),
    Field::optional("source", Shape::maybe(Form::Object(&SOURCE))),
    Field::optional("special_procedures", Shape::maybe(Form::Array(&Shape::some(Form::Object(&SPECIAL_PROCEDURE))))),
    Field::optional("status", Shape::maybe(Form::List(&["in_use", "suspended", "cancelled"]))),
    Field::optional("statutory_limits", Shape::maybe(Form::Array(&Shape::some(Form::Object(&TIME_LIMIT))))),
    Field::optional("visit_reason", Shape::maybe(TEXT)),
    Field::optional("visits", Shape::maybe(Form::Integer { min: 0, max: 255 })),
]);

static SERVICE_RESULT: Object = Object::new(200, &[
    Field::required("kind", Shape::some(Form::List(&["license", "approval_document", "other", "none"]))),
    Field::optional("license_type", Shape::maybe(reference(Kind::LicenseType))),
    Field::optional("name", Shape::maybe(TEXT)),
]);

static SOURCE: Object = Object::new(64, &[
    Field::optional("row", Shape::maybe(Form::Integer { min: 1, max: 4_294_967_295 })),
    Field::optional("rows", Shape::maybe(Form::Map(&Shape::some(Form::Integer { min: 1, max: 4_294_967_295 })))),
    Field::required("source", Shape::some(ID)),
]);

static SOURCE_FILE: Object = Object::new(17, &[
    Field::optional("columns", Shape::maybe(Form::Map(&Shape::some(TEXT)))),
    Field::optional("file", Shape::maybe(TEXT)),
    Field::required("id", Shape::some(ID)),
    Field::optional("retrieved_on", Shape::maybe(DATE)),
    Field::optional("sheet", Shape::maybe(TEXT)),
    Field::optional("url", Shape::maybe(TEXT)),
]);

static SPECIAL_PROCEDURE: Object = Object::new(204, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("counted_in_limit", Shape::maybe(Form::Boolean)),
    Field::optional("days", Shape::maybe(Form::Integer { min: 0, max: 65_535 })),
    Field::required("kind", Shape::some(open(&["hearing", "tender", "auction", "testing", "inspection", "quarantine", "appraisal", "expert_review", "site_inspection", "public_notice"]))),
    Field::optional("unit", Shape::maybe(Form::List(&["working_day", "calendar_day", "day", "hour", "month"]))),
]);

static STATUS_CHANGE: Object = Object::new(385, &[
    Field::required("on", Shape::some(DATE)),
    Field::required("status", Shape::some(Form::List(&["valid", "suspended", "withdrawn", "annulled", "revoked", "cancelled", "expired"]))),
]);

static STEP: Object = Object::new(193, &[
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::required("content", Shape::some(TEXT)),
    Field::required("stage", Shape::some(Form::List(&["accept", "review", "decide", "deliver", "supervise", "file", "investigate", "notify", "hear", "approve", "urge", "execute", "record", "plan", "inspect", "handle", "archive", "assess", "collect", "remit", "grant", "other"]))),
]);

static TIME_LIMIT: Object = Object::new(149, &[
    Field::required("amount", Shape::some(Form::Integer { min: 1, max: 65_535 })),
    Field::optional("basis", Shape::maybe(Form::Array(&Shape::some(Form::Object(&CITATION))))),
    Field::optional("branch", Shape::maybe(Form::Object(&BRANCH))),
    Field::optional("note", Shape::maybe(TEXT)),
    Field::required("unit", Shape::some(Form::List(&["working_day", "calendar_day", "day", "hour", "month"]))),
]);
