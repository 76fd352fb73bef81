//! The file: which records it holds, and in which order it is written.
//!
//! NDJSON goes county by county. A document has one array a kind, so each county is gone through once a kind. Either way
//! a record is made, written and dropped: what is kept of a county is its plan.

#![expect(
    clippy::needless_range_loop,
    clippy::similar_names,
    clippy::string_slice,
    reason = "a county has counts; what is numbered has an office by its number; the texts cut are the digits of its own codes"
)]

use std::io::{self, Write};

use qingdan::code::DivisionCode;
use qingdan::codelist::Level;
use qingdan::model::{CatalogEdition, Header, Kind, Spelling};
use serde::Serialize;
use serde_json::{Value, json};

mod counts;
mod county;
mod division;
mod duties;
mod faults;
pub(crate) mod laws;
mod licensing;
mod names;
mod offices;
mod others;
pub(crate) mod parts;
mod powers;
mod province;
mod published;
pub(crate) mod random;
mod services;
mod statistics;
mod style;

use counts::Counts;
use county::County;
use division::Division;
use laws::LAWS;
use offices::{Office, offices};
use parts::{day, text};
use province::Province;
use random::Random;
use style::Style;

/// What to write.
#[derive(Clone, Copy)]
pub(crate) struct Order {
    pub(crate) counties: usize,
    pub(crate) seed: u64,
    pub(crate) spelling: Spelling,
    /// Whether issued electronic licenses are among the records.
    pub(crate) licenses: bool,
    /// How many faults to plant, [`faults::MOST`] at most.
    pub(crate) faults: usize,
    /// By how much each county is smaller than it is; 1 for whole counties.
    pub(crate) divisor: usize,
}

/// The plan of the whole file.
struct Plan {
    order: Order,
    offices: Vec<Office>,
    provinces: Vec<Province>,
    counties: Vec<County>,
}

impl Plan {
    fn new(order: Order) -> Self {
        let mut plan = Self { order, offices: offices(), provinces: Vec::new(), counties: Vec::new() };
        for (number, division) in Division::counties(order.counties) {
            if number == 0 {
                plan.provinces.push(Province::new(order.seed, division.province()));
            }
            let is_first = plan.counties.is_empty();
            let mut random = Random::of(&[order.seed, division.digits(), 1]);
            let counts =
                if is_first { Counts::printed(order.divisor) } else { Counts::near(order.divisor, &mut random) };
            plan.counties.push(County::new(order.seed, division, number, counts, &plan.offices));
        }
        plan
    }

    /// The catalog is that of the county, of the province of all counties, or of the country.
    fn header(&self) -> Header {
        let (division, name) = match (&*self.counties, &*self.provinces) {
            ([county], _) => (county.division.code.as_str(), county.division.name),
            (_, [province]) => (province.division.code.as_str(), province.division.name),
            _ => ("100000", "全国"),
        };
        let title = text(format!("{name}权责清单和政务服务事项目录（合成数据）"));
        let mut header = Header::new(title, division.parse::<DivisionCode>().unwrap());
        if division == "100000" {
            header.level = Level::National;
        }
        header.publisher = Some(text(format!("{name}（合成数据，并非公布的目录）")));
        let mut edition = CatalogEdition::new(text("2024年版"));
        edition.issued_on = Some(day(2024, 12, 31));
        header.edition = Some(edition);
        // Whichever division the catalog is of, its lists are those of counties and their townships.
        header.covers_levels = vec![Level::County, Level::Township];
        let covered = Kind::ALL.iter().filter(|&&kind| self.order.licenses || kind != Kind::License);
        header.covers = covered.copied().collect();
        header
    }

    /// Shows the records of a kind in a county, with those of its province before the first of its counties.
    fn records(&self, county: &County, kind: Kind, see: &mut dyn FnMut(Value)) {
        let province = self.provinces.iter().find(|province| province.covers(county)).unwrap();
        let offices = &*self.offices;
        let opens_province = county.number == 0;
        match kind {
            Kind::Organization => {
                if opens_province {
                    see(value(&province.government()));
                }
                county.organizations().iter().map(value).for_each(see);
            }
            Kind::LegalInstrument => {
                if county.is_first() {
                    for law in LAWS {
                        see(value(&law.record()));
                    }
                }
                if opens_province {
                    see(value(&province.directory()));
                }
                others::normative_documents(county, offices, &mut |record| see(value(&record)));
            }
            Kind::DirectoryEntry if opens_province => {
                province.directory_entries(offices).for_each(|record| see(value(&record)));
            }
            Kind::LicenseType if opens_province => province.license_types().for_each(|record| see(value(&record))),
            Kind::LicensingItem => {
                licensing::licensing_items(county, province, offices, &mut |record| see(value(&record)));
            }
            Kind::PowerItem => powers::power_items(county, province, offices, &mut |record| see(value(&record))),
            Kind::ServiceItem => services::service_items(county, province, offices, &mut |record| see(value(&record))),
            Kind::Delegation => others::delegations(county, province, &mut |record| see(value(&record))),
            Kind::LicenseLink => others::license_links(county, province, &mut |record| see(value(&record))),
            Kind::License if !self.order.licenses => {}
            Kind::License => others::licenses(county, province, &mut |record| see(value(&record))),
            Kind::Bundle => others::bundles(county, offices, &mut |record| see(value(&record))),
            Kind::Adjustment => others::adjustments(county, province, &mut |record| see(value(&record))),
            Kind::PublishedFigure => {
                published::published_figures(county, self.order.licenses).iter().map(value).for_each(see);
            }
            // Those of a province, in its other counties.
            _ => {}
        }
    }
}

fn value(record: &impl Serialize) -> Value {
    serde_json::to_value(record).unwrap()
}

/// Writes the file; gives the list of the findings to expect in it: the faults planted, and those that stand.
///
/// # Errors
/// Too many faults, before anything is written; what the writer reports.
pub(crate) fn write(order: Order, to: &mut impl Write) -> io::Result<Vec<Expected>> {
    if order.faults > faults::MOST {
        let problem = format!("{} faults are too many: {} is the most", order.faults, faults::MOST);
        return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
    }
    let plan = Plan::new(order);
    let mut file = File { to, order, records: 0, open: None };
    file.begin(&plan.header())?;
    let write = |file: &mut File<'_, _>, county: &County, kind: Kind| {
        let mut written = Ok(());
        plan.records(county, kind, &mut |record| {
            if written.is_ok() {
                written = file.record(kind, &record, None);
            }
        });
        written
    };
    if order.spelling == Spelling::Ndjson {
        for county in &plan.counties {
            Kind::ALL.iter().try_for_each(|&kind| write(&mut file, county, kind))?;
        }
        Kind::ALL.iter().try_for_each(|&kind| file.faults(kind))?;
    } else {
        for &kind in Kind::ALL {
            plan.counties.iter().try_for_each(|county| write(&mut file, county, kind))?;
            file.faults(kind)?;
        }
    }
    file.end()?;
    let planted = faults::faults(order.faults).map(|fault| Expected {
        rule: fault.rule,
        record: format!("{}/{}", fault.kind, fault.id),
        path: fault.path.to_owned(),
        standing: false,
    });
    let standing = plan.counties.iter().flat_map(|county| {
        let unsealed = order.licenses.then(|| others::unsealed(county));
        published::impossible(county).into_iter().chain(unsealed.into_iter().flatten())
    });
    Ok(standing.chain(planted).collect())
}

/// A finding to expect.
#[derive(Debug, Serialize)]
pub(crate) struct Expected {
    pub(crate) rule: &'static str,
    /// The record, by kind and id.
    pub(crate) record: String,
    pub(crate) path: String,
    /// Whether it is so because of the figures as they were printed, and not planted.
    pub(crate) standing: bool,
}

/// The file while it is written.
struct File<'a, W> {
    to: &'a mut W,
    order: Order,
    records: u64,
    /// The kind whose array is open, in a document.
    open: Option<Kind>,
}

impl<W: Write> File<'_, W> {
    fn begin(&mut self, header: &Header) -> io::Result<()> {
        if self.order.spelling == Spelling::Ndjson {
            Style::plain(None).write(self.to, &json!({ "header": header }), None)?;
            return self.to.write_all(b"\n");
        }
        self.to.write_all(b"{\n\"header\": ")?;
        Style::plain(Some(2)).write(self.to, &value(header), None)
    }

    /// Writes the records of a kind that hold the planted faults.
    fn faults(&mut self, kind: Kind) -> io::Result<()> {
        for fault in faults::faults(self.order.faults) {
            for (_, record) in fault.records.iter().filter(|(of, _)| *of == kind) {
                self.record(kind, record, fault.twice)?;
            }
        }
        Ok(())
    }

    fn record(&mut self, kind: Kind, record: &Value, twice: Option<&str>) -> io::Result<()> {
        let one_line = self.order.spelling == Spelling::Ndjson;
        let mut style = Style::of(Random::of(&[self.order.seed, self.records]), one_line);
        self.records += 1;
        if one_line {
            write!(self.to, "{{\"{}\":", kind.tag())?;
            style.write(self.to, record, twice)?;
            return self.to.write_all(b"}\n");
        }
        if self.open == Some(kind) {
            self.to.write_all(b",\n")?;
        } else {
            self.close()?;
            write!(self.to, ",\n\"{}\": [\n", kind.array())?;
            self.open = Some(kind);
        }
        style.write(self.to, record, twice)
    }

    /// Ends the array of a document that is open.
    fn close(&mut self) -> io::Result<()> {
        if self.open.is_some() { self.to.write_all(b"\n]") } else { Ok(()) }
    }

    fn end(&mut self) -> io::Result<()> {
        if self.order.spelling == Spelling::Document {
            self.close()?;
            self.to.write_all(b"\n}\n")?;
        }
        self.to.flush()
    }
}
