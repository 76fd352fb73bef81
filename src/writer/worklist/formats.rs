//! How cells look, on the screen and on paper.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::finding::Severity;
use crate::report::Verdict;
use crate::writer::severity_color;

/// The formats of a workbook.
pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) heading: Format,
    /// The heads of columns.
    pub(super) head: Format,
    /// A text without a border.
    pub(super) plain: Format,
    pub(super) text: Format,
    pub(super) number: Format,
    error: Format,
    warning: Format,
    notice: Format,
    /// A cell that the office fills in with a day.
    pub(super) day: Format,
    /// A cell that the office fills in.
    pub(super) open: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name("宋体").set_font_size(10);
        let plain = base.clone().set_align(FormatAlign::Top).set_text_wrap();
        let text = plain.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x8c_8c_8c));
        let centred = text.clone().set_align(FormatAlign::Center);
        Self {
            title: base.clone().set_font_size(18).set_bold(),
            heading: base.set_font_size(12).set_bold(),
            head: centred
                .clone()
                .set_align(FormatAlign::VerticalCenter)
                .set_bold()
                .set_background_color(Color::RGB(0xd9_e2_f3)),
            plain,
            number: centred.clone(),
            day: centred.clone().set_num_format("yyyy-mm-dd"),
            open: centred,
            error: text.clone().set_background_color(Color::RGB(severity_color(Severity::Error))),
            warning: text.clone().set_background_color(Color::RGB(severity_color(Severity::Warning))),
            notice: text.clone().set_background_color(Color::RGB(severity_color(Severity::Info))),
            text,
        }
    }

    /// A text as grave as that.
    pub(super) fn by(&self, severity: Severity) -> &Format {
        match severity {
            Severity::Error => &self.error,
            Severity::Warning => &self.warning,
            Severity::Info => &self.notice,
        }
    }

    /// A verdict.
    pub(super) fn answer(&self, verdict: Verdict) -> Format {
        self.number.clone().set_bold().set_background_color(Color::RGB(match verdict {
            Verdict::Yes => 0xc6_ef_ce,
            Verdict::No => 0xff_c7_ce,
            Verdict::NotShown => 0xff_eb_9c,
        }))
    }
}
