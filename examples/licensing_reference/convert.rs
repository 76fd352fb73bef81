//! Turns the setting provisions of county licensing items into a superior list.

use std::error::Error;

use qingdan::Catalog;
use qingdan::code::DivisionCode;
use qingdan::codelist::{AuthorityRole, OrganizationKind};
use qingdan::model::{
    ArticleRef, Authority, Citation, Header, Id, LicensingItem, Organization, Record as _, Ref, SourceFile, Text,
    Written,
};

/// What the list is, and what it is not.
const TITLE: &str = "县级行政许可事项参考清单（50项，70条设定依据；不是国家或者自治区公布的清单）";
const PUBLISHER: &str = "清单编者据现行法律、行政法规整理，名称取自地方公布的清单，只是一小部分";

/// A header names a division, and the nation has no code: the list is meant for banners and counties of this region.
const DIVISION: &str = "150000";

/// What the source does not hold: absent is not empty.
const NOT_HELD: &[&str] = &[
    "organizations.credit_code",
    "organizations.organization_code",
    "organizations.division",
    "organizations.level",
    "licensing_items.code",
    "licensing_items.license_class",
    "licensing_items.competent_department",
    "licensing_items.implemented_under",
    "licensing_items.levels",
    "licensing_items.audience",
    "licensing_items.statutory_limits",
    "licensing_items.promised_limits",
    "licensing_items.extension_limits",
    "licensing_items.first_review_limits",
    "licensing_items.delivery_limits",
    "licensing_items.special_procedures",
    "licensing_items.procedure",
    "licensing_items.conditions",
    "licensing_items.prerequisites",
    "licensing_items.materials",
    "licensing_items.intermediary_services",
    "licensing_items.charges_fee",
    "licensing_items.fees",
    "licensing_items.quantity_limit",
    "licensing_items.license_validity",
    "licensing_items.result",
    "licensing_items.supervisors",
    "licensing_items.status",
    "licensing_items.period",
];

/// Short names of departments, as some lists have them.
const DEPARTMENTS: [(&str, &str); 8] = [
    ("林草", "林业和草原局"),
    ("自然资源", "自然资源局"),
    ("农牧", "农牧局"),
    ("住建", "住房和城乡建设局"),
    ("应急", "应急管理局"),
    ("生态环境", "生态环境局"),
    ("发改", "发展和改革委员会"),
    ("文旅广电", "文化和旅游局"),
];

/// The catalog of the lines: items and classes of bodies in the order in which they first appear.
pub(crate) fn convert(csv: &str) -> Result<Catalog, Box<dyn Error>> {
    let mut rows = rows(csv).into_iter();
    let header = rows.next().ok_or("no header")?;
    let column = |name: &str| header.iter().position(|cell| cell == name).ok_or(format!("no column {name}"));
    let [item, department, instrument, rank, article, edition] =
        ["item", "department", "instrument", "rank", "article", "edition"].map(column);
    let (item, department, instrument) = (item?, department?, instrument?);
    let (rank, article, edition) = (rank?, article?, edition?);

    let mut catalog = Catalog::new(head()?);
    let mut items: Vec<LicensingItem> = Vec::new();
    for (at, row) in rows.enumerate() {
        let cell = |column: usize| row.get(column).map(String::as_str).ok_or(format!("row {at} is short"));
        let name: Text = cell(item)?.parse()?;
        if items.last().is_none_or(|last| last.name != name) {
            let id: Id = format!("reference-{}", items.len().saturating_add(1)).parse()?;
            let mut item = LicensingItem::new(id, name);
            let body = body(&mut catalog, cell(department)?)?;
            item.authorities.push(Authority::new(body, AuthorityRole::Decide));
            items.push(item);
        }
        let provisions = &mut items.last_mut().ok_or("no item")?.set_by;
        let article = ArticleRef::new(cell(article)?.parse()?);
        let instrument = cell(instrument)?;
        if let Some(last) = provisions.last_mut().filter(|last| is_of(last, instrument)) {
            last.articles.push(article);
        } else {
            let mut citation = Citation::of(instrument.parse()?).at(article);
            citation.rank = Some(cell(rank)?.parse()?);
            citation.version_dates.push(Written::as_written(cell(edition)?)?);
            provisions.push(citation);
        }
    }
    for item in items {
        catalog.licensing_items.insert(item)?;
    }
    Ok(catalog)
}

fn head() -> Result<Header, Box<dyn Error>> {
    let mut header = Header::new(TITLE.parse()?, DIVISION.parse::<DivisionCode>()?);
    header.publisher = Some(PUBLISHER.parse()?);
    header.not_held = NOT_HELD.iter().map(|path| path.parse()).collect::<Result<_, _>>()?;
    let mut source = SourceFile::new("reference".parse()?);
    source.file = Some("tests/data/county_licensing/reference.csv".parse()?);
    header.sources.push(source);
    Ok(header)
}

/// The class of bodies that a department of a county stands for. At which level they decide is for the statute to say.
fn body(catalog: &mut Catalog, department: &str) -> Result<Ref<Organization>, Box<dyn Error>> {
    let full = DEPARTMENTS.iter().find(|(short, _)| *short == department).map_or(department, |(_, full)| full);
    let name: Text = format!("主管部门（{full}，各地名称不一）").parse()?;
    let known = catalog.organizations.iter().find(|body| body.name == name).map(|body| body.id().clone());
    if let Some(id) = known {
        return Ok(Ref::new(id));
    }
    let id: Id = format!("class-{}", catalog.organizations.len().saturating_add(1)).parse()?;
    let class = Organization::new(id.clone(), name, OrganizationKind::Category);
    catalog.organizations.insert(class)?;
    Ok(Ref::new(id))
}

fn is_of(citation: &Citation, instrument: &str) -> bool {
    citation.title.as_ref().is_some_and(|title| title.as_str() == instrument)
}

/// The cells of the lines; a quoted cell may hold commas, line feeds and quotes written twice.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut chars = csv.trim_end().chars().peekable();
    while let Some(c) = chars.next() {
        let Some(row) = rows.last_mut() else { break };
        match (c, is_quoted) {
            ('"', true) if chars.next_if_eq(&'"').is_some() => push(row, '"'),
            ('"', _) => is_quoted = !is_quoted,
            (',', false) => row.push(String::new()),
            ('\r', false) => {}
            ('\n', false) => rows.push(vec![String::new()]),
            (c, _) => push(row, c),
        }
    }
    rows
}

fn push(row: &mut [String], c: char) {
    if let Some(cell) = row.last_mut() {
        cell.push(c);
    }
}
