//! What all counties of a province share: its government, the directory of powers that townships may take over, and the
//! types of electronic licenses.

use qingdan::code::{CreditCode, DivisionCode, LicenseTypeCode, OrganizationCode};
use qingdan::codelist::{InstrumentStatus, ItemType, LegalRank, Level, OrganizationKind};
use qingdan::model::{Citation, DirectoryEntry, LegalInstrument, LicenseType, Organization};

use super::county::County;
use super::division::Division;
use super::names::{Name, delegated};
use super::offices::Office;
use super::parts::{day, id, refer, text};
use super::random::Random;

/// The offices whose penalties townships take over, by their place in the list: land, housing, transport, water,
/// agriculture, health, safety, grassland, city order.
const DELEGATING: [usize; 9] = [8, 9, 10, 11, 12, 14, 15, 17, 19];
/// 城乡规划法 §65 gives its penalties to townships themselves: nobody delegates them.
const OF_TOWNSHIPS: (&str, u16) = ("planning-law", 65);
/// More than any county takes over.
const ENTRIES: usize = 80;
const LICENSES: &[&str] = &[
    "营业执照",
    "食品经营许可证",
    "不动产权证书",
    "建筑工程施工许可证",
    "道路运输经营许可证",
    "取水许可证",
    "林木采伐许可证",
    "医疗机构执业许可证",
    "公共场所卫生许可证",
    "动物防疫条件合格证",
    "农药经营许可证",
    "社会团体法人登记证书",
    "结婚证",
    "残疾人证",
    "社会保障卡",
    "居住证",
];

/// How many entries an office delegates when a county takes over the first so many.
pub(super) fn delegated_from(office: usize, entries: usize) -> usize {
    match DELEGATING.iter().position(|&delegating| delegating == office) {
        Some(at) => (entries + DELEGATING.len() - 1 - at) / DELEGATING.len(),
        None => 0,
    }
}

/// The number of the entry of the directory that an office delegates as its n-th.
pub(super) fn entry_of(office: usize, number: usize) -> usize {
    let at = DELEGATING.iter().position(|&delegating| delegating == office).unwrap();
    number * DELEGATING.len() + at
}

/// The first two characters of the credit codes of bodies of a kind.
pub(super) fn registration(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::PublicInstitution => "12",
        OrganizationKind::MassOrganization => "13",
        _ => "11",
    }
}

/// A valid credit code that no other body of the file has: it is made of the division and the number of the body.
pub(super) fn credit_code(registration: &str, division: &str, number: usize) -> CreditCode {
    let organization = OrganizationCode::with_check_character(&format!("{}{:04}", &division[2..], number)).unwrap();
    CreditCode::with_check_character(&format!("{registration}{division}{organization}")).unwrap()
}

/// A province with the records that its counties refer to.
pub(super) struct Province {
    pub(super) division: Division,
    seed: u64,
}

impl Province {
    pub(super) fn new(seed: u64, division: Division) -> Self {
        Self { division, seed }
    }

    /// Whether a county is one of its own.
    pub(super) fn covers(&self, county: &County) -> bool {
        self.division.code[..2] == county.division.code[..2]
    }

    pub(super) fn government_id(&self) -> String {
        format!("{}-gov", self.division.code)
    }

    pub(super) fn directory_id(&self) -> String {
        format!("{}-directory", self.division.code)
    }

    pub(super) fn entry_id(&self, number: usize) -> String {
        format!("{}-entry{:02}", self.division.code, number + 1)
    }

    pub(super) fn license_type_id(&self, number: usize) -> String {
        format!("{}-type{:02}", self.division.code, number + 1)
    }

    /// How many types of licenses there are.
    pub(super) fn license_types_count() -> usize {
        LICENSES.len()
    }

    pub(super) fn license_name(number: usize) -> &'static str {
        LICENSES[number]
    }

    pub(super) fn license_type_code(&self, number: usize) -> LicenseTypeCode {
        let defining_body = credit_code("11", &self.division.code, 1);
        LicenseTypeCode::new(defining_body, u16::try_from(number + 1).unwrap()).unwrap()
    }

    pub(super) fn government(&self) -> Organization {
        let name = format!("{}人民政府", self.division.name);
        let mut record = Organization::new(id(self.government_id()), text(name), OrganizationKind::Government);
        record.credit_code = Some(credit_code("11", &self.division.code, 0).into());
        record.division = Some(self.division.code.parse::<DivisionCode>().unwrap().into());
        record.level = Some(Level::Provincial);
        record
    }

    pub(super) fn directory(&self) -> LegalInstrument {
        let title = format!("{}苏木乡镇和街道行政执法赋权事项指导目录（虚构）", self.division.name);
        let rank = LegalRank::NormativeDocument;
        let mut record = LegalInstrument::new(id(self.directory_id()), text(title), rank, InstrumentStatus::InForce);
        record.issued_by = Some(text(format!("{}人民政府", self.division.name)));
        record.published_on = Some(day(2023, 4, 10));
        record.effective_on = Some(day(2023, 6, 1));
        record
    }

    /// The office whose power an entry is, and the name.
    fn entry<'a>(&self, number: usize, offices: &'a [Office]) -> (&'a Office, Name) {
        let office = &offices[DELEGATING[number % DELEGATING.len()]];
        let start = Random::of(&[self.seed, self.division.digits()]).below(10_000);
        (office, delegated(office, number, start))
    }

    /// The name of the power that an office delegates as its n-th.
    pub(super) fn delegated_name(&self, office: usize, number: usize, offices: &[Office]) -> Name {
        self.entry(entry_of(office, number), offices).1
    }

    /// The provision under which an entry stands.
    pub(super) fn entry_basis(&self, office: &Office, number: usize) -> Citation {
        let mut random = Random::of(&[self.seed, self.division.digits(), u64::try_from(number).unwrap()]);
        loop {
            let law = *random.pick(&office.laws);
            let citation = law.somewhere(&mut random, true);
            if (law.id, citation.articles[0].article.get()) != OF_TOWNSHIPS {
                return citation;
            }
        }
    }

    pub(super) fn directory_entries(&self, offices: &[Office]) -> impl Iterator<Item = DirectoryEntry> {
        (0..ENTRIES).map(move |number| {
            let (office, name) = self.entry(number, offices);
            let instrument = refer(self.directory_id());
            let number_text = text((number + 1).to_string());
            let mut record = DirectoryEntry::new(id(self.entry_id(number)), text(name.whole), instrument, number_text);
            record.power_type = Some(ItemType::Penalty);
            record.basis.push(self.entry_basis(office, number));
            record.levels.push(Level::Township);
            record
        })
    }

    pub(super) fn license_types(&self) -> impl Iterator<Item = LicenseType> {
        LICENSES.iter().enumerate().map(|(number, name)| {
            let mut record = LicenseType::new(id(self.license_type_id(number)), text(*name));
            record.code = Some(self.license_type_code(number).into());
            record.defining_body = Some(text(format!("{}政务服务与数据管理局", self.division.name)));
            record.sealed_available = Some(true);
            record
        })
    }
}
