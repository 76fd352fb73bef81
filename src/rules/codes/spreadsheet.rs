//! What spreadsheets do to codes that they take for numbers.

use crate::lang::{Bilingual, Message, two};

/// What is wrong with a code that was a number for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    /// `1.11506250115062E+17`
    Scientific,
    /// `916201055811843000`: fifteen digits were kept, the others are zeros.
    FifteenDigits,
}

pub(super) const HELP: Bilingual = two(
    "丢失的数字不能还原：在表格中先把该列设为文本格式，再对照原件重新填写",
    "the lost digits cannot be restored: make the column one of text, then write the code again from the original",
);

/// What a spreadsheet did to a code, as far as it shows. Only of codes that are wrong: a right one may end in zeros.
pub(super) fn damage(code: &str) -> Option<Damage> {
    const KEPT: usize = 15;
    // The shortest code that is longer than what is kept.
    const SHORTEST: usize = 18;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((number, power)) = code.split_once(['E', 'e']) {
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        let power = power.strip_prefix('+').unwrap_or(power);
        let is_number = whole.len() == 1 && is_digits(whole) && is_digits(fraction) && is_digits(power);
        // Without a fraction or a sign it may be a code with an E in it.
        return (is_number && code.contains(['.', '+'])).then_some(Damage::Scientific);
    }
    let lost = code.get(KEPT..).filter(|_| code.len() >= SHORTEST && is_digits(code));
    lost.filter(|rest| rest.bytes().all(|byte| byte == b'0')).map(|_| Damage::FifteenDigits)
}

impl Damage {
    /// What is wrong with the code, and how it came about.
    pub(super) fn added_to(self, message: &Message) -> Message {
        let (zh, en) = match self {
            Self::Scientific => (
                "疑为表格软件把编码当作数字，写成了科学记数法",
                "a spreadsheet seems to have taken it for a number and written it in scientific notation",
            ),
            Self::FifteenDigits => (
                "疑为表格软件把编码当作数字，只保留了前15位，其余变成了0",
                "a spreadsheet seems to have taken it for a number, kept fifteen digits and made the others zeros",
            ),
        };
        Message::new(format!("{}；{zh}", message.zh), format!("{}; {en}", message.en))
    }
}
