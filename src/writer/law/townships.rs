//! What statutes give to bodies below the county, for people and for programs.

use std::io::{self, Write};

use serde::Serialize;

use super::data::{PeriodRow, ProvisionRow, period, provision, words};
use super::table::cited;
use super::{applies, heading, say};
use crate::codelist::ItemType;
use crate::lang::{Lang, Message};
use crate::law::township::{OF_NAMED_TOWNS, POWERS, STATION_FINES, StationFine, TownshipPower};

fn powers() -> impl Iterator<Item = &'static TownshipPower> {
    POWERS.iter().chain([&OF_NAMED_TOWNS])
}

/// Writes the tables in Markdown.
pub(super) fn write(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    heading("乡镇和派出机构的法定职权", "Powers of townships and stations", lang, to)?;
    let header = say(
        lang,
        "| 内容 | 职权类型 | 适用期间 | 依据 |\n|---|---|---|---|",
        "| matter | types | applies | source |\n|---|---|---|---|",
    );
    writeln!(to, "{header}")?;
    for power in powers() {
        let (matter, applies) = (power.matter.text(lang), applies(power.period, lang));
        let types = power.types.iter().map(|&of| say(lang, of.title_zh(), of.as_str())).collect::<Vec<_>>();
        let types = types.join(say(lang, "、", ", "));
        writeln!(to, "| {matter} | {types} | {applies} | {} |", cited(&power.citation, "", lang))?;
    }
    let header = say(
        lang,
        "\n| 派出机构 | 罚款上限（元） | 适用期间 | 依据 |\n|---|---|---|---|",
        "\n| station | highest fine, yuan | applies | source |\n|---|---|---|---|",
    );
    writeln!(to, "{header}")?;
    for fine in STATION_FINES {
        let (station, applies) = (fine.station.text(lang), applies(fine.period, lang));
        writeln!(to, "| {station} | {} | {applies} | {} |", fine.most, cited(&fine.citation, "", lang))?;
    }
    writeln!(to)
}

/// A power that a statute gives to townships.
#[derive(Serialize)]
pub(super) struct TownshipRow {
    matter: Message,
    types: &'static [ItemType],
    citation: ProvisionRow,
    period: PeriodRow,
}

/// The highest fine of a station.
#[derive(Serialize)]
pub(super) struct StationRow {
    station: Message,
    most: u32,
    citation: ProvisionRow,
    period: PeriodRow,
}

pub(super) fn township_rows() -> Vec<TownshipRow> {
    let row = |power: &TownshipPower| TownshipRow {
        matter: words(&power.matter),
        types: power.types,
        citation: provision(power.citation),
        period: period(power.period),
    };
    powers().map(row).collect()
}

pub(super) fn station_rows() -> Vec<StationRow> {
    let row = |fine: &StationFine| StationRow {
        station: words(&fine.station),
        most: fine.most,
        citation: provision(fine.citation),
        period: period(fine.period),
    };
    STATION_FINES.iter().map(row).collect()
}
