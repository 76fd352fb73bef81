//! The tables of law as data for programs.

use std::io;

use serde::Serialize;

use crate::codelist::{
    CoercionKind, DelegationMode, ItemType, LegalRank, OrganizationKind, PenaltyKind, SpecialProcedureKind, TimeUnit,
};
use crate::lang::{Bilingual, Message};
use crate::law::delegation::{self, Power};
use crate::law::facts::{KNOWN_GAPS, LawFacts};
use crate::law::fee::{self, FeePurpose};
use crate::law::region::VALUES;
use crate::law::source::{SOURCES, Seen};
use crate::law::township::{STATION_FINES, StationFine, TownshipPower, powers};
use crate::law::{Cell, Period, Permission, Provision, coercion, license, limit, penalty};
use crate::model::{Date, Text};

/// Writes the tables of law as JSON: what may set what, limits, passing on, powers of townships, parameters of regions, sources, known gaps.
///
/// A cell of a table has `verdict` (`may`, `may_on_condition` or `may_not`), its condition in words, the provision and since when
/// it applies. A cell that no statute fills is not there.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_law_json(to: impl io::Write) -> io::Result<()> {
    let known_to = LawFacts::known().known_to();
    let tables = known_to.map(Tables::of);
    crate::writer::write_json(&Law { known_to, tables, known_gaps: KNOWN_GAPS.iter().map(words).collect() }, to)
}

#[derive(Serialize)]
struct Law {
    known_to: Option<Date>,
    #[serde(flatten)]
    tables: Option<Tables>,
    known_gaps: Vec<Message>,
}

#[derive(Serialize)]
struct Tables {
    setting: Vec<CellRow>,
    outside_limits: Vec<CellRow>,
    passing_on: Vec<CellRow>,
    duties: Vec<DutyRow>,
    townships: Vec<TownshipRow>,
    station_fines: Vec<StationRow>,
    limits: Vec<LimitRow>,
    regions: Vec<RegionRow>,
    sources: Vec<SourceRow>,
}

/// One cell: of which table, row and column, and what it says.
#[derive(Serialize)]
struct CellRow {
    table: &'static str,
    row: String,
    column: String,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<ProvisionRow>,
    period: PeriodRow,
}

#[derive(Serialize)]
struct ProvisionRow {
    document: &'static str,
    clause: &'static str,
}

#[derive(Serialize)]
struct PeriodRow {
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'static str>,
}

#[derive(Serialize)]
struct DutyRow {
    power: &'static str,
    mode: &'static str,
    duty: Message,
    citation: ProvisionRow,
    period: PeriodRow,
}

#[derive(Serialize)]
struct LimitRow {
    name: Message,
    amount: u16,
    unit: TimeUnit,
    otherwise: Message,
    citation: ProvisionRow,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_citation: Option<ProvisionRow>,
    period: PeriodRow,
}

#[derive(Serialize)]
struct RegionRow {
    parameter: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'static str>,
    amount: u16,
    unit: TimeUnit,
    citation: ProvisionRow,
    period: PeriodRow,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Message>,
}

#[derive(Serialize)]
struct SourceRow {
    title: &'static str,
    short: &'static str,
    rank: LegalRank,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_number: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_date: Option<&'static str>,
    period: PeriodRow,
    /// `full_text`, `reported` or `not_seen`.
    seen: &'static str,
    /// Where, or what is not sure.
    remark: Message,
}

fn words(text: &Bilingual) -> Message {
    Message::new(text.zh, text.en)
}

fn provision(Provision { document, clause }: Provision) -> ProvisionRow {
    ProvisionRow { document, clause }
}

fn period(Period { from, until }: Period) -> PeriodRow {
    PeriodRow { from, until }
}

fn cell(table: &'static str, row: &str, column: &str, cell: Option<Cell>) -> Option<CellRow> {
    let cell = cell?;
    let (verdict, condition) = match cell.verdict {
        Permission::Allowed => ("may", None),
        Permission::AllowedWithin(condition) => ("may_on_condition", Some(words(&condition))),
        Permission::Forbidden => ("may_not", None),
    };
    Some(CellRow {
        table,
        row: row.to_owned(),
        column: column.to_owned(),
        verdict,
        condition,
        citation: cell.citation.map(provision),
        period: period(cell.period),
    })
}

fn power_name(power: Power) -> &'static str {
    match power {
        Power::License => "license",
        Power::Penalty => "penalty",
        Power::CoerciveMeasure => "coercive_measure",
    }
}

impl Tables {
    fn of(as_of: Date) -> Self {
        let mut setting = Vec::new();
        let mut passing_on = Vec::new();
        let mut duties = Vec::new();
        for &rank in LegalRank::ALL {
            let row = rank.as_str();
            setting.extend(cell("license", row, "license", license::may_set(rank, as_of)));
            for kind in PenaltyKind::ALL {
                setting.extend(cell("penalty", row, kind.as_str(), penalty::may_set(*kind, rank, as_of)));
            }
            for kind in CoercionKind::ALL {
                setting.extend(cell("coercion", row, kind.as_str(), coercion::may_set(*kind, rank, as_of)));
            }
            for (kind, column) in FeePurpose::ALL.iter().zip(["license", "enterprise"]) {
                setting.extend(cell("fee", row, column, fee::may_set(*kind, rank, as_of)));
            }
        }
        for &power in Power::ALL {
            for mode in DelegationMode::ALL {
                for to in OrganizationKind::ALL {
                    let passed = delegation::may_pass(power, *mode, *to, as_of);
                    passing_on.extend(cell(power_name(power), to.as_str(), mode.as_str(), passed));
                }
                duties.extend(delegation::duties(power, *mode).iter().map(|duty| DutyRow {
                    power: power_name(power),
                    mode: mode.as_str(),
                    duty: words(&duty.text),
                    citation: provision(duty.citation),
                    period: period(duty.period),
                }));
            }
        }
        let steps = SpecialProcedureKind::NAMES.iter().filter_map(|name| Text::new(*name).ok());
        let outside_limits = steps.map(SpecialProcedureKind::from).filter_map(|step| {
            cell("license_limit", step.as_str(), "outside_limit", limit::excluded_from_license_limit(&step, as_of))
        });
        Self {
            setting,
            outside_limits: outside_limits.collect(),
            passing_on,
            duties,
            townships: township_rows(),
            station_fines: station_rows(),
            limits: limits(),
            regions: regions(),
            sources: sources(),
        }
    }
}

fn limits() -> Vec<LimitRow> {
    let row = |limit: &limit::StatutoryLimit| LimitRow {
        name: words(&limit.name),
        amount: limit.amount.get(),
        unit: limit.unit,
        otherwise: words(&limit.otherwise.title()),
        citation: provision(limit.citation),
        unit_citation: limit.unit_citation.map(provision),
        period: period(limit.period),
    };
    limit::ALL.iter().map(row).collect()
}

fn regions() -> Vec<RegionRow> {
    let row = |value: &crate::law::region::RegionalValue| RegionRow {
        parameter: words(&value.parameter.title()),
        region: value.region,
        amount: value.amount.get(),
        unit: value.unit,
        citation: provision(value.citation),
        period: period(value.period),
        note: value.note.as_ref().map(words),
    };
    VALUES.iter().map(row).collect()
}

fn sources() -> Vec<SourceRow> {
    let row = |source: &crate::law::source::LegalSource| {
        let (seen, remark) = match source.seen {
            Seen::FullText(at) => ("full_text", Message::new(at, at)),
            Seen::Reported(remark) => ("reported", words(&remark)),
            Seen::NotSeen(remark) => ("not_seen", words(&remark)),
        };
        SourceRow {
            title: source.title,
            short: source.short,
            rank: source.rank,
            document_number: source.document_number,
            version_date: source.version_date,
            period: period(source.period),
            seen,
            remark,
        }
    };
    SOURCES.iter().map(row).collect()
}

/// A power that a statute gives to townships.
#[derive(Serialize)]
struct TownshipRow {
    matter: Message,
    types: &'static [ItemType],
    citation: ProvisionRow,
    period: PeriodRow,
}

/// The highest fine of a station.
#[derive(Serialize)]
struct StationRow {
    station: Message,
    most: u32,
    citation: ProvisionRow,
    period: PeriodRow,
}

fn township_rows() -> Vec<TownshipRow> {
    let row = |power: &TownshipPower| TownshipRow {
        matter: words(&power.matter),
        types: power.types,
        citation: provision(power.citation),
        period: period(power.period),
    };
    powers().map(row).collect()
}

fn station_rows() -> Vec<StationRow> {
    let row = |fine: &StationFine| StationRow {
        station: words(&fine.station),
        most: fine.most,
        citation: provision(fine.citation),
        period: period(fine.period),
    };
    STATION_FINES.iter().map(row).collect()
}
