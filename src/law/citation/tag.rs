//! Tags that state a rank: `【法律】`.

use super::scan::{Scan, is_han, is_space};
use crate::codelist::LegalRank;

/// The longest name of a tag looked for, in characters.
const LONGEST: usize = 12;

/// What is written in a tag. 规章 of a local government may be of a province or of a city: that the tag does not say.
const TAGS: [(&str, Option<LegalRank>); 28] = [
    ("宪法", Some(LegalRank::Constitution)),
    ("法律", Some(LegalRank::Law)),
    ("行政法规", Some(LegalRank::AdministrativeRegulation)),
    ("国务院决定", Some(LegalRank::StateCouncilDecision)),
    ("国务院决定事项", Some(LegalRank::StateCouncilDecision)),
    ("地方性法规", Some(LegalRank::LocalRegulation)),
    ("地方法规", Some(LegalRank::LocalRegulation)),
    ("自治条例", Some(LegalRank::AutonomousRegulation)),
    ("单行条例", Some(LegalRank::AutonomousRegulation)),
    ("经济特区法规", Some(LegalRank::SpecialZoneRegulation)),
    ("部门规章", Some(LegalRank::DepartmentalRule)),
    ("国务院部门规章", Some(LegalRank::DepartmentalRule)),
    ("省级政府规章", Some(LegalRank::ProvincialRule)),
    ("省政府规章", Some(LegalRank::ProvincialRule)),
    ("设区的市级政府规章", Some(LegalRank::MunicipalRule)),
    ("市政府规章", Some(LegalRank::MunicipalRule)),
    ("规范性文件", Some(LegalRank::NormativeDocument)),
    ("行政规范性文件", Some(LegalRank::NormativeDocument)),
    ("党内法规", Some(LegalRank::PartyRegulation)),
    ("三定规定", Some(LegalRank::StaffingDocument)),
    ("标准", Some(LegalRank::Standard)),
    ("法规", Some(LegalRank::Regulation)),
    ("规章", Some(LegalRank::Rule)),
    ("地方政府规章", Some(LegalRank::Rule)),
    ("政府规章", Some(LegalRank::Rule)),
    ("地方规章", Some(LegalRank::Rule)),
    ("司法解释", None),
    ("其他", None),
];

/// A tag before a title.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag {
    /// The rank that it states, if it states one that the code list knows.
    pub(super) rank: Option<LegalRank>,
}

/// `【法律】`, also with one bracket lost, and `法律：` before a title.
pub(super) fn read(scan: &mut Scan<'_>) -> Option<Tag> {
    const OPENING: [&str; 4] = ["【", "［", "[", "〔"];
    const CLOSING: [&str; 4] = ["】", "］", "]", "〕"];
    let mut ahead = *scan;
    let opened = ahead.eat_any(&OPENING).is_some();
    ahead.skip_blanks();
    let start = ahead.at;
    for _ in 0..LONGEST {
        if ahead.eat_if(is_han).is_none() {
            break;
        }
    }
    let name = ahead.since(start);
    let known = TAGS.iter().find(|(tag, _)| *tag == name).map(|&(_, rank)| rank);
    ahead.skip_blanks();
    let closed = ahead.eat_any(&CLOSING).is_some();
    let mut title = ahead;
    let colon = title.eat_if(|c| matches!(c, '：' | ':')).is_some();
    title.skip(is_space);
    let before_title = title.peek().is_some_and(|c| matches!(c, '《' | '«'));
    let is_tag = match known {
        Some(_) => (opened && closed) || (before_title && (opened || closed || colon)),
        // A tag of another list: it says no rank that is known.
        None => opened && closed && before_title && !name.is_empty(),
    };
    if is_tag {
        *scan = ahead;
    }
    is_tag.then_some(Tag { rank: known.flatten() })
}
