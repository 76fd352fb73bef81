//! What statutes give to bodies below the county, for people.

use std::io::{self, Write};

use super::table::{applies, cited, heading};
use crate::lang::Lang;
use crate::law::township::{STATION_FINES, powers};
use crate::writer::say;

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
