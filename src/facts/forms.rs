//! Codes of items that are of no known form, and how many codes each list has.

use hashbrown::HashMap;

use crate::code::{BaseCode, BusinessCode, DivisionCode, ImplementationCode, ItemCode, ItemCodeScheme};
use crate::facts::item_codes::ItemCodeAt;
use crate::facts::placeholder::Placeholder;
use crate::lang::Message;
use crate::model::{CodeSlot, Kind};

/// The codes of items that are of no known form, and how many codes there are.
#[derive(Debug, Default)]
pub(crate) struct FormFacts {
    /// The texts of the codes below, one after the other.
    texts: String,
    faults: Vec<Fault>,
    /// How many codes each list has.
    pub(crate) totals: HashMap<List, u64>,
}

/// The codes of one field in one kind of record.
pub(crate) type List = (Kind, &'static str);

/// A code of no known form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fault {
    pub(crate) ordinal: u32,
    pub(crate) slot: CodeSlot,
    kind: Kind,
    /// Where its text begins; it ends where that of the next begins.
    start: usize,
}

impl Fault {
    pub(crate) fn list(self) -> List {
        (self.kind, self.slot.field())
    }
}

impl FormFacts {
    /// Notes the codes of an item.
    pub(super) fn add(&mut self, ordinal: u32, kind: Kind, codes: &[ItemCodeAt]) {
        for ItemCodeAt { slot, code } in codes {
            // QD011 says what is no code at all.
            if Placeholder::is_whole(code.as_str()) {
                continue;
            }
            let total = self.totals.entry((kind, slot.field())).or_default();
            *total = total.saturating_add(1);
            if fault_of_form(*slot, code).is_some() {
                self.faults.push(Fault { ordinal, slot: *slot, kind, start: self.texts.len() });
                self.texts.push_str(code.as_str());
            }
        }
    }

    pub(crate) fn faults(&self) -> impl Iterator<Item = (Fault, &str)> + Clone {
        let ends = self.faults.iter().skip(1).map(|next| next.start).chain([self.texts.len()]);
        self.faults.iter().zip(ends).map(|(fault, end)| (*fault, self.texts.get(fault.start..end).unwrap_or_default()))
    }
}

/// Whether a code has the shape of no scheme that may stand here.
pub(crate) fn is_of_no_scheme(slot: CodeSlot, text: &str) -> bool {
    ItemCode::parse(text).is_ok_and(|code| !slot.takes(code.scheme()))
}

/// What is wrong with the form of a code that stands here.
pub(crate) fn fault_of_form(slot: CodeSlot, code: &ItemCode) -> Option<Message> {
    if !slot.takes(code.scheme()) {
        let text = code.as_str();
        let error = match slot {
            CodeSlot::BaseCode => BaseCode::parse(text).err(),
            CodeSlot::ImplementationCode => ImplementationCode::parse(text).err(),
            CodeSlot::BusinessCode => BusinessCode::parse(text).err(),
            _ if is_sichuan_base(text) => None,
            _ => code.verify().err(),
        };
        return error.map(|error| error.message());
    }
    // The credit code within is judged by QD101 to QD103, and a `00Y` that is implemented by QD110.
    let level = code.level().filter(|part| !matches!(part.text, "1" | "2" | "3" | "4" | "5" | "6"));
    if let Some(part) = level {
        return Some(Message::new(
            format!("事项编码第{}位行使层级为“{}”，应为1至6", part.position, part.text),
            format!("item code, position {}: found level `{}`, expected `1` to `6`", part.position, part.text),
        ));
    }
    if code.type_digits().is_some()
        && let Some(base) = code.base()
        && let Err(error) = BaseCode::parse(base.text)
    {
        return Some(error.message().at_position(base.position));
    }
    let is_national_business = matches!(code.scheme(), ItemCodeScheme::Business14 | ItemCodeScheme::Business33);
    if let Some(part) = code.business().filter(|part| is_national_business && part.text == "00") {
        return Some(Message::new(
            format!("事项编码自第{}位起业务办理项编号为“00”，应为01至99", part.position),
            format!("item code, position {}: found business item `00`, expected `01` to `99`", part.position),
        ));
    }
    let area = code.area()?;
    DivisionCode::parse(area.text).err().map(|error| error.message().at_position(area.position))
}

/// The base of a Sichuan code by itself, as its own catalogs give it: `511A0079400004`, `511Z07001006`.
fn is_sichuan_base(text: &str) -> bool {
    let Some((kind, rest)) = text.strip_prefix("51").and_then(|rest| rest.split_at_checked(2)) else { return false };
    matches!(text.len(), 12 | 14)
        && kind.starts_with(['1', '2', '3'])
        && kind.ends_with(|letter: char| letter.is_ascii_uppercase())
        && rest.bytes().all(|byte| byte.is_ascii_digit())
}
