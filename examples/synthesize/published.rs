//! The figures that a county published for the year: true of its records, but for the two of Hangjin Banner that cannot
//! be true of anything.

use qingdan::code::DivisionCode;
use qingdan::codelist::{CountingUnit, Level, Measure, Metric};
use qingdan::model::{
    Counts as Counted, Decimal, FigurePart, FigureScope, FigureSubset, Kind, PublishedFigure, Record as _, Text,
};

use super::Expected;
use super::counts::hundredths;
use super::county::{Body, County};
use super::parts::{day, id, text};

/// The rates that Hangjin printed of 1,480 services, and that no whole number of them gives, in hundredths.
const PRINTED_ONLINE: usize = 9627;
const PRINTED_IMMEDIATE_ONLINE: usize = 6462;

/// The figures of one county while they are put together.
struct Report<'a> {
    county: &'a County,
    figures: Vec<PublishedFigure>,
}

impl Report<'_> {
    fn add(&mut self, statement: String, metric: Metric, measure: Measure, counts: Counted, value: Decimal) {
        let number = self.figures.len();
        let mut figure = PublishedFigure::new(id(self.county.id('f', number)), text(statement), measure, value);
        (figure.metric, figure.counts) = (Some(metric), Some(counts));
        let mut scope = FigureScope::new();
        scope.division = Some(self.county.division.code.parse::<DivisionCode>().unwrap().into());
        figure.scope = Some(scope);
        figure.source_url = Some(text(format!("https://report.example/{}/2024", self.county.division.code)));
        figure.as_of = Some(day(2024, 12, 31));
        self.figures.push(figure);
    }

    /// A count in a unit; limited to the bodies of a level where one is given.
    fn count(&mut self, what: &str, kind: Kind, unit: CountingUnit, level: Option<Level>, value: usize) {
        let statement = format!("{}{what}{value}", self.county.division.name);
        self.add(statement, Metric::Items, Measure::Count, Counted::new(kind, unit), decimal(value));
        let figure = self.figures.last_mut().unwrap();
        figure.scope.as_mut().unwrap().level = level;
    }

    /// A count of what has a property.
    fn count_of(&mut self, metric: Metric, counts: Counted, definition: &str, value: usize) {
        self.add(format!("{definition}{value}"), metric, Measure::Count, counts, decimal(value));
        self.figures.last_mut().unwrap().definition = Some(text(definition));
    }

    /// A rate over all services, in hundredths of a per cent.
    fn rate(&mut self, metric: Metric, definition: &str, value: usize) {
        let counts = Counted::new(Kind::ServiceItem, CountingUnit::ImplementationItem);
        let printed = hundredths_printed(value);
        self.add(format!("{definition}{printed}%"), metric, Measure::Rate, counts, printed.parse().unwrap());
        let figure = self.figures.last_mut().unwrap();
        figure.total = Some(decimal(self.county.counts.services));
        figure.definition = Some(text(definition));
    }
}

/// What a county published; the figures about licenses only where the licenses are in the file.
pub(super) fn published_figures(county: &County, with_licenses: bool) -> Vec<PublishedFigure> {
    let mut report = Report { county, figures: Vec::new() };
    lists(&mut report);
    services(&mut report);
    others(&mut report);
    if with_licenses {
        let (counts, all) = (&county.counts, Counted::new(Kind::License, CountingUnit::License));
        report.count("制发电子证照", Kind::License, CountingUnit::License, None, counts.licenses);
        report.count_of(Metric::Sealed, all, "加盖电子印章的电子证照数", counts.sealed);
    }
    report.figures
}

/// The lists and the bodies that they cover.
fn lists(report: &mut Report<'_>) {
    let county = report.county;
    let counts = &county.counts;
    let bodies = |is_township: bool, items: fn(&Body) -> usize| {
        let holders = county.bodies.iter().filter(|body| body.is_township() == is_township && items(body) > 0);
        holders.count()
    };
    let (main, body) = (CountingUnit::MainItem, CountingUnit::Organization);
    let (own, township) = (Some(Level::County), Some(Level::Township));
    report.count("行政许可事项数", Kind::LicensingItem, main, None, counts.licensing_items);
    for (kind, items) in [
        (Kind::LicensingItem, (|body: &Body| body.licensing_items) as fn(&Body) -> usize),
        (Kind::PowerItem, |body: &Body| body.power_items),
        (Kind::ServiceItem, |body: &Body| body.services),
    ] {
        let title = kind.title_zh();
        report.count(&format!("{title}涉及旗直部门数"), kind, body, own, bodies(false, items));
        report.count(&format!("{title}涉及苏木乡镇数"), kind, body, township, bodies(true, items));
    }
    report.count("部门权责清单事项数", Kind::PowerItem, main, own, counts.power_items);
    report.count("苏木乡镇权责清单事项数", Kind::PowerItem, main, township, counts.township_power_items);
    report.count("苏木乡镇行政执法赋权事项数", Kind::Delegation, main, None, counts.delegations);
    report.count("政务服务事项数", Kind::ServiceItem, CountingUnit::ImplementationItem, None, counts.services);
}

/// Hangjin in its full size: of fewer services other rates exist.
fn prints_the_impossible(county: &County) -> bool {
    county.is_first() && county.counts.services == 1480
}

/// The figures printed that cannot be, as the findings to expect.
pub(super) fn impossible(county: &County) -> Vec<Expected> {
    let printed = [hundredths_printed(PRINTED_ONLINE), hundredths_printed(PRINTED_IMMEDIATE_ONLINE)];
    let figures = published_figures(county, false).into_iter().filter(|_| prints_the_impossible(county));
    figures
        .filter(|figure| printed.iter().any(|printed| figure.value.as_str() == printed))
        .map(|figure| Expected {
            rule: "QD702",
            record: format!("{}/{}", Kind::PublishedFigure, figure.id()),
            path: "/value".to_owned(),
            standing: true,
        })
        .collect()
}

fn hundredths_printed(value: usize) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

fn services(report: &mut Report<'_>) {
    let county = report.county;
    let counts = &county.counts;
    let of_services = |part: usize| hundredths(part, counts.services);
    let (mut online, mut immediate) = (of_services(counts.online), of_services(counts.immediate_online));
    if prints_the_impossible(county) {
        (online, immediate) = (PRINTED_ONLINE, PRINTED_IMMEDIATE_ONLINE);
    }
    report.rate(Metric::Online, "网上可办事项占政务服务事项的比例", online);
    report.rate(Metric::FullyOnline, "全程网办事项占政务服务事项的比例", of_services(counts.fully_online));
    report.figures.last_mut().unwrap().numerator = Some(decimal(counts.fully_online));
    report.rate(Metric::ImmediateOnline, "网上可办的即办件占政务服务事项的比例", immediate);
    report.rate(Metric::AtMostOneVisit, "最多跑一次事项占政务服务事项的比例", of_services(counts.at_most_one_visit));
    let statutory = |service: &super::statistics::Service| service.statutory_days;
    let promised = |service: &super::statistics::Service| service.promised_days;
    let with_statutory = || county.services.iter().filter(|service| service.statutory_days > 0);
    let sum: usize = with_statutory().map(statutory).sum();
    let saved = sum - with_statutory().map(promised).sum::<usize>();
    report.rate(Metric::PromiseCompression, "承诺时限总和比法定时限总和减少的比例", hundredths(saved, sum));
    let all = Counted::new(Kind::ServiceItem, CountingUnit::ImplementationItem);
    report.count_of(Metric::Linked, all.clone(), "关联电子证照的政务服务事项数", counts.linked);
    report.count_of(Metric::Configured, all, "配置免证办的政务服务事项数", counts.configured);
}

fn others(report: &mut Report<'_>) {
    let counts = &report.county.counts;
    let bundles = Counted::new(Kind::Bundle, CountingUnit::Bundle);
    report.count("一件事一次办事项数", Kind::Bundle, CountingUnit::Bundle, None, counts.bundles);
    report.count_of(Metric::OnlineAndOffline, bundles.clone(), "线上线下均可办理的一件事数", counts.online_and_offline);
    report.count_of(Metric::Standardized, bundles, "完成标准化的一件事数", counts.standardized);
    let documents = Counted::new(Kind::LegalInstrument, CountingUnit::Document);
    let reviewed = Metric::Other(text("reviewed"));
    let all = counts.kept + counts.abolished + counts.lapsed;
    report.count_of(reviewed, documents, "年内清理的行政规范性文件数", all);
    let part = |label: &str, value: usize| FigurePart::new(Text::new(label).unwrap(), decimal(value));
    report.figures.last_mut().unwrap().parts =
        vec![part("继续有效", counts.kept), part("废止", counts.abolished), part("失效", counts.lapsed)];
    hotline(report);
}

/// What no list of the catalog holds: calls, of which two kinds are named.
fn hotline(report: &mut Report<'_>) {
    let calls = report.county.counts.services * 4 + 2;
    let number = report.figures.len();
    let statement = text(format!("受理12345工单{calls}件"));
    let mut figure = PublishedFigure::new(id(report.county.id('f', number)), statement, Measure::Count, decimal(calls));
    figure.counts = Some(Counted::of_subject(text("12345工单"), text("件")));
    let within = |label: &str, value: usize| FigureSubset::new(Text::new(label).unwrap(), decimal(value));
    figure.of_which = vec![within("咨询", calls / 2), within("投诉举报", calls / 5)];
    figure.as_of = Some(day(2024, 12, 31));
    report.figures.push(figure);
}

fn decimal(number: usize) -> Decimal {
    u64::try_from(number).unwrap().into()
}
